"""What is written past the compositor: the terminal shows what it would show if it were drawn anew."""

import random

import pytest

from tests.cells.terminal import looks
from tests.depth import often
from tests.terminal.pseudo import Terminal

LONDON = "london-mile-2026"


@pytest.mark.sampled(3)
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
        for said in ("names", "with the leaders"):  # it has gone from the footer
            shown.until_gone(said)
        shown.until_holds(lambda: not shown.read(0.5), "rest")
        ran = looks(shown.screen)
        for key in ("?", "\x1b"):  # a sheet over it, and gone again: Textual draws everything anew
            shown.press(key)
            shown.until("Watching a race") if key == "?" else shown.until_gone("Watching a race")
        shown.until_holds(lambda: not shown.read(0.5), "rest")
        differ = [
            (x, y) for y, row in enumerate(looks(shown.screen)) for x, cell in enumerate(row) if cell != ran[y][x]
        ]
        assert not differ, shown.text
        shown.press("m")
        shown.until("RACE REPLAY")


def test_after_hundreds_of_sizes_the_picture_is_one_drawn_anew() -> None:
    with Terminal(LONDON, "--at", "100", size=(100, 30), COLORTERM="truecolor") as shown:
        shown.until("Kerr")
        chance = random.Random(1)
        for _ in range(often(1000)):
            shown.resize(chance.randint(1, 200), chance.randint(1, 60))
            shown.read(0.0)
        shown.resize(100, 30)
        shown.until("space play")
        shown.press("\x0c")
        shown.until_holds(lambda: not shown.read(0.5), "rest")
        ran = looks(shown.screen)
        shown.press("\x0c")
        shown.until_holds(lambda: not shown.read(0.5), "rest")
        assert looks(shown.screen) == ran
        assert "Kerr" in shown.text
        shown.press("q")
        assert shown.ended() == 0
