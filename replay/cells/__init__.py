"""Coloured text in cells, and no race: runs, rows, canvases, and what writes them to a terminal."""
