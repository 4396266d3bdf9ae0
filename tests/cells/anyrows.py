"""Rows of any kind, for Hypothesis."""

from itertools import product

from hypothesis import strategies as st

from replay.cells.ink import Ink, Row, Run

WIDTH = 24
CHARACTERS = ["a", "b", " ", "█", "▀", "é"]
UNEVEN = [*CHARACTERS, "日", "本", "e\u0301", "n\u0303"]
"""Some take two cells, some of two characters take one."""
_WIDE = "日本"
_COLOURS = [None, 0x000000, 0xFF0000, 0xAA5500, 0x101010, 0x5599DD, 0xFFFFFF]
_LOOKS = list(product([False, True], repeat=5))
INKS = [
    Ink(fg, bg, *_LOOKS[(7 * i + j) % 32 if i % 2 else 0])
    for i, fg in enumerate(_COLOURS)
    for j, bg in enumerate(_COLOURS)
]
"""All pairs of some colours; half of them bold, dim, reversed, italic or underlined."""


@st.composite
def rows(draw: st.DrawFn, characters: list[str] = CHARACTERS, width: int = WIDTH) -> Row:
    """Rows of so many cells, of these characters."""
    clusters = draw(st.lists(st.sampled_from(characters), min_size=width, max_size=width))
    cuts = draw(st.sets(st.integers(1, max(width - 1, 1)), max_size=5))
    inks = draw(st.lists(st.sampled_from(INKS), min_size=6, max_size=6))
    row: list[Run] = []
    left = width
    for at, cluster in enumerate(clusters):
        cells = 2 if cluster in _WIDE else 1
        if not left:
            break
        text = cluster if cells <= left else "x"
        left -= min(cells, left)
        if row and at not in cuts:
            row[-1] = row[-1][0] + text, row[-1][1]
        else:
            row.append((text, inks[len(row)]))
    return tuple(row)
