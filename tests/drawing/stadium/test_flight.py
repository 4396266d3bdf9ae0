"""The way between the stadium and the close view."""

from functools import cache

from replay.cells.ink import Ink, Row
from replay.cells.rows import row_width
from replay.drawing.course.stadium import Stadium, paint
from replay.drawing.stadium.flight import Flight, flight_rows
from replay.drawing.theme.palette import DARK
from replay.race.track import Oval
from tests.together import together

WIDTH, HEIGHT = 74, 24
CLOSE: list[Row] = [(("c" * WIDTH, Ink(1, 2)),)] * HEIGHT
SPOT, TARGET = (20.0, 18.0), (53.0, 12.0)


@cache
def stadium() -> Stadium:
    return paint(Oval(1500.0), WIDTH, HEIGHT, DARK)


def at(share: float) -> list[Row]:
    flight = Flight(share, SPOT, TARGET)
    people = [(*SPOT, "K", Ink(3, 4))]
    return flight_rows(stadium(), flight, people, DARK.background, CLOSE if flight.opened else ())


def closed(rows: list[Row]) -> int:
    """Cells of the close view."""
    return sum(text.count("c") for row in rows for text, _ in row)


@together("share", [0.01, 0.2, 0.44, 0.5, 0.7, 0.9, 1.0])
def test_every_frame_fills_the_panel(share: float) -> None:
    assert [row_width(row) for row in at(share)] == [WIDTH] * HEIGHT


def test_the_close_view_opens_until_it_is_all_there_is_to_see() -> None:
    seen = [closed(at(share / 20)) for share in range(1, 21)]
    assert seen == sorted(seen)
    assert seen[0] == 0
    assert seen[-1] == WIDTH * HEIGHT


def test_nothing_of_the_stadium_is_ever_more_than_twice_as_large() -> None:
    """Whatever has one colour along a row is at most twice as long, and a cell, as anything on the painting is."""
    widest = max(len(text) for row in at(0.44) for text, ink in row if ink.bg == ink.fg or text.strip() == "")
    before = max(len(text) for row in stadium().rows for text, ink in row if ink.bg == ink.fg or text.strip() == "")
    assert widest <= 2 * before + 2


def test_what_is_seen_of_the_close_view_first_is_who_is_followed() -> None:
    for share in (0.6, 0.7, 0.8, 0.9):
        row = "".join(text for text, _ in at(share)[int(TARGET[1])])
        assert row[int(TARGET[0])] == "c"
