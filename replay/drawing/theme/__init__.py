"""Colours: palettes, the inks made of them, and who wears which."""
