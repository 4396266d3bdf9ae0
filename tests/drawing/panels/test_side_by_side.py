"""Runners side by side, as text."""

import pytest

from replay.cells.rows import plain, row_width
from replay.drawing.panels.side_by_side import Bar, Pair, SideBySide, Stands, side_by_side_rows
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import Look, look_of
from replay.drawing.theme.palette import DARK
from tests.builders import entry, race
from tests.together import together

LOOK, PLAIN = look_of(DARK), look_of(DARK, True)
CAST = cast_of(race(*(entry(name, 100.0) for name in ("Ann Ash", "Bea Birch", "Cat Cedar", "Dot Dogwood"))), LOOK)


def compared(
    *gains: tuple[float | None, ...], passes: tuple[str, ...] = ("~0:50.0: Ash goes past Birch",)
) -> SideBySide:
    count = len(gains[0])
    return SideBySide(
        ("side by side: up Ash gains", "up Ash gains"),
        tuple(
            Stands(at, (f"400 m 5{at}.0, lost most ~0.4 s 300-400", f"400 m 5{at}.0")) for at in range(len(gains) + 1)
        ),
        tuple(
            Pair(at + 1, tuple(Bar(gain, f"{gain:+.1f}") if gain is not None else None for gain in row))
            for at, row in enumerate(gains)
        ),
        tuple((at + 1) / count for at in range(count)),
        ((0.5, "lap 2"), (1.0, "finish")),
        passes,
    )


def shown(what: SideBySide, width: int = 60, height: int = 16, look: Look = LOOK) -> list[str]:
    return plain(side_by_side_rows(what, CAST, look, width, height)).splitlines()


def bars(lines: list[str]) -> list[int]:
    """The rows in which anything of a bar stands."""
    return [y for y, line in enumerate(lines) if any("▁" <= char <= "█" for char in line[7:])]


def test_names_bars_gaps_distance_and_passes_stand_below_one_another() -> None:
    lines = shown(compared((0.4, -0.2)))
    assert "Ash" in lines[1]
    assert "400 m 51.0" in lines[2]
    assert "+0.4" in lines[-3]
    assert "lap 2" in lines[-2]
    assert "goes past" in lines[-1]


def test_the_heading_says_as_much_as_there_is_room_for() -> None:
    assert [shown(compared((0.4,)), width)[0] for width in (60, 20)] == [" side by side: up Ash gains", " up Ash gains"]


def test_what_the_first_gains_goes_up_and_what_the_other_does_goes_down() -> None:
    up, down = bars(shown(compared((0.4, 0.0)))), bars(shown(compared((-0.4, 0.0))))
    both = shown(compared((0.4, -0.4)))
    middle = next(y for y, line in enumerate(both) if CAST.codes[1] in line and y > 3)
    assert all(both[y][7:30].strip() for y in range(3, middle))
    assert all(both[y][36:].strip() for y in range(middle, len(both) - 3))
    assert up
    assert down
    assert max(up) < len(both) - 3


def test_a_bar_is_as_long_as_what_was_gained_to_an_eighth_of_a_row() -> None:
    rows = shown(compared((0.8, 0.4, 0.1, 0.0)), 60, 15)
    columns = [[line[x] for line in rows[3:-3] if "▁" <= line.ljust(60)[x] <= "█"] for x in (9, 22, 35, 48)]
    eighths = [sum("▁▂▃▄▅▆▇█".index(char) + 1 for char in column) for column in columns]
    assert eighths[3] == 0
    assert eighths[0] == pytest.approx(2 * eighths[1], abs=1) == pytest.approx(8 * eighths[2], abs=4)


def test_what_is_not_known_yet_has_no_bar() -> None:
    assert bars(shown(compared((None, None)))) == []
    assert "+" not in "".join(shown(compared((None, None)), 60, 16)[3:])


@together("look", [LOOK, PLAIN])
@together(("width", "height"), [(10, 3), (30, 8), (50, 13), (138, 44)])
@together("others", [1, 3])
def test_it_fills_its_panel_exactly(width: int, height: int, look: Look, others: int) -> None:
    what = compared(*[(0.4, -0.3, 0.0, None)] * others)
    rows = side_by_side_rows(what, CAST, look, width, height)
    assert [row_width(row) for row in rows] == [width] * height
    if look.ascii:
        assert bars(plain(rows).splitlines()) == []


def test_each_of_three_others_has_a_chart_of_its_own() -> None:
    lines = shown(compared(*[(0.4, -0.3)] * 3, passes=()), 50, 13)
    assert sum(CAST.codes[0] in line for line in lines) == 4
    assert all(sum(CAST.codes[at] in line for line in lines) == 2 for at in (1, 2, 3))


def test_how_one_stands_is_told_in_as_many_words_as_there_is_room_for() -> None:
    assert "lost most" in shown(compared((0.4,)), 80)[2]
    assert shown(compared((0.4,)), 30)[2].rstrip().endswith("51.0")
