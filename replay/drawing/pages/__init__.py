"""Whole pages: the menu, sheets of text."""
