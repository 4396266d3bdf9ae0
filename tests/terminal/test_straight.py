"""What is written past the compositor: the terminal shows what it would show if it were drawn anew."""

import pytest

from tests.cells.terminal import Cell, seen
from tests.terminal.pseudo import Terminal

LONDON = "london-mile-2026"


def cells(shown: Terminal) -> list[list[Cell]]:
    """What is seen of the terminal's cells."""
    screen = shown.screen
    found = []
    for y in range(screen.lines):
        row = [screen.buffer[y][x] for x in range(screen.columns)]
        attributes = [(cell.bold, cell.italics, cell.underscore, cell.reverse) for cell in row]
        found.append([seen(cell.data, cell.fg, cell.bg, more) for cell, more in zip(row, attributes, strict=True)])
    return found


@pytest.mark.parametrize(("keys", "size"), [("", (100, 30)), ("f", (100, 30)), ("tn", (80, 24))])
def test_a_race_that_ran_a_while_looks_as_one_drawn_anew(keys: str, size: tuple[int, int]) -> None:
    with Terminal(LONDON, "--at", "170", "--speed", "16", size=size, COLORTERM="truecolor") as shown:
        shown.until("Kerr")
        shown.until("LAST LAP")
        shown.press(keys + " ")
        shown.until("pause")
        shown.until("3:1")
        shown.press(" ")
        shown.until("play")
        shown.until_gone("names")  # what was said in the footer has gone
        shown.until_holds(lambda: not shown.read(0.5), "rest")
        ran = cells(shown)
        for key in ("?", "\x1b"):  # a sheet over it, and gone again: Textual draws everything anew
            shown.press(key)
            shown.until("Watching a race") if key == "?" else shown.until_gone("Watching a race")
        shown.until_holds(lambda: not shown.read(0.5), "rest")
        differ = [(x, y) for y, row in enumerate(cells(shown)) for x, cell in enumerate(row) if cell != ran[y][x]]
        assert not differ, shown.text
        shown.press("q")
        shown.until("RACE REPLAY")
