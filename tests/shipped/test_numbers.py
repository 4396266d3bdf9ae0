"""Every number on a panel is whole: over all shipped races and races made up, at every width."""

import random
import re
from dataclasses import replace
from functools import cache

import pytest

from replay.cells.canvas import Rect
from replay.cells.rows import plain
from replay.drawing.panels.board import board_of, board_rows
from replay.drawing.panels.figures import room_of
from replay.drawing.scene import Scene
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.files.formats import read_race
from replay.race.clocks import by_clock
from replay.race.race import Clock, Course, Entry, Race, Surface
from replay.race.times import format_time
from replay.race.track import track_of
from replay.race.track.road import in_units
from replay.race.units import Unit
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.frame import Size, moment, piece
from replay.viewing.panels import PANELS
from replay.viewing.picture import Picture
from tests.builders import entry, race
from tests.places import RACES

LOOK = look_of(DARK)
FILES = sorted(path.stem for path in RACES.glob("*.yaml"))


def field(runners: int, distance: float, slowest: float, decimals: int) -> Race:
    """A road race by the gun, started in waves, whose last is home after so many seconds; some step off."""
    chance = random.Random(runners)

    def one(number: int) -> Entry:
        start = round(chance.uniform(0, slowest / 10), 1)
        took = slowest * (0.2 + 0.7 * number / runners)
        at: dict[float, float | str] = {
            distance * share: format_time(took * share, decimals) for share in (0.25, 0.5, 0.9)
        }
        result = format_time(took, decimals) if number % 17 else None
        return replace(entry(f"Rosalind Featherstone{number}", result, at, nation="NOR"), start=start)

    made = race(*map(one, range(runners)), distance=distance, course=Course(Surface.ROAD), clock=Clock.NET)
    return by_clock(made, Clock.GUN)


MADE = {
    "marathon": lambda: field(24, 42_195.0, 25_000.0, 0),
    "large marathon": lambda: field(1100, 42_195.0, 30_000.0, 2),
    "ultra": lambda: field(16, 250_000.0, 170_000.0, 1),
    "slow mile": lambda: replace(field(15, 1609.344, 5_000.0, 2), course=Course()),
}


@cache
def picture(name: str, unit: Unit) -> Picture:
    """A race without its commentary, which is sentences."""
    made = MADE[name]() if name in MADE else read_race(RACES / f"{name}.yaml")[0]
    timeline = timeline_of(in_units(made, unit))
    return picture_of(timeline, LOOK, ())


PICTURES = [*((name, Unit.KILOMETRES) for name in (*FILES, *MADE)), ("marathon", Unit.MILES), ("ultra", Unit.MILES)]
PARTS = (0.03, 0.3, 0.6, 0.97, 1.0)
WIDTHS = (*range(22, 81, 3), *range(87, 201, 19))
CUT = re.compile(r"(?<![A-Za-z\d])\d[\d:.,]*…|\d[:.](?= |$)|(?<=[ ~+-]):\d|(?<=[ ~])\+(?= |$)")
"""What is left of a number that was cut; made-up names have digits behind their letters."""


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("name", "unit"), PICTURES)
def test_no_board_cuts_a_number(name: str, unit: Unit) -> None:
    timeline = picture(name, unit).stage.timeline
    one, room = timeline.race, room_of(timeline)
    cast = cast_of(one, LOOK)
    scene = Scene(one, cast, LOOK, track_of(one))
    last = len(one.entries) - 1
    views = View(), View(gap_in_metres=True), View(pinned=last), View(pinned=last, chosen=last, gap_in_metres=True)
    turn = PICTURES.index((name, unit))
    for at_time, t in enumerate(timeline.duration * part for part in PARTS[1:]):
        state = timeline.top(t, 40, (last,))
        for view in views:
            board = board_of(one, state, {}, view, 20, room)
            home = all(line.home or line.ending for line in board.lines)
            for width in WIDTHS[(turn + at_time) % 2 :: 2]:  # half of them at a time, the other half at the next
                shown = plain(board_rows(board, scene, width, 20)).splitlines()
                for line, text in zip(board.lines, shown[1:], strict=False):
                    figures = [line.place, line.gap, line.lap if width >= (70 if last >= 999 else 40) else ""]
                    if width >= 42 + room.split:
                        figures.append(line.behind if home else line.split)
                    for figure in filter(None, figures):
                        assert re.search(rf"(^|\s){re.escape(figure)}(\s|$)", text), (width, figure, text)


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("name", "unit"), PICTURES)
def test_no_panel_ends_in_the_middle_of_a_number(name: str, unit: Unit) -> None:
    one = picture(name, unit)
    duration, last = one.stage.timeline.duration, len(one.stage.race.entries) - 1
    sizes = [Size(width, height) for width, height in zip(range(40, 201, 16), [24, 40, 60, 24, 40] * 3, strict=False)]
    turn = PICTURES.index((name, unit))
    for at_time, t in enumerate(duration * part for part in PARTS[::2]):
        for view in (View(), View(pinned=last, chosen=last, gap_in_metres=True)):
            for size in sizes[(turn + at_time) % 5 :: 5]:  # each of five races in turn, so that all sizes are met
                at = moment(one, view, t, size)
                for panel in PANELS:
                    place: Rect | None = at.layout.places.get(panel.name)
                    if place is None or panel.name in ("feed", "title", "footer"):
                        continue  # these are sentences, with full stops
                    for text in plain(piece(panel, at, place).rows).splitlines():
                        assert not CUT.search(text), (size, panel.name, text)
