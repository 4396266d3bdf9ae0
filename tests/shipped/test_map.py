"""Of every shipped race: whoever looks along the painted track meets the runners in the order of the board."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.chip import Chip
from replay.files.library import shipped_folder
from replay.state.timeline import RaceState
from replay.viewing.course import CourseView
from replay.viewing.stage import Stage
from tests.miles import LOOK
from tests.shipped.test_laws import shipped

NAMES = sorted(path.stem for path in shipped_folder().glob("*.yaml"))
SIZES = (53, 18), (78, 25), (128, 37)
TIMES = 8
FAR = 40.0
"""Metres behind somebody from which on nobody who looks compares the two."""


class Seen(NamedTuple):
    """Where an eye sees somebody."""

    along: float
    """Metres."""
    cell: float
    """Metres of a cell along the track there."""
    columns: float
    """Cells to the right of the finish, from the middle of what is drawn; below 0 on the home straight before it."""
    coded: bool
    """Whether by three letters."""


def seen(stadium: Stadium, chip: Chip, x: int, y: int, wide: int, finish: float) -> Seen:
    """Where a tag of so many cells that begins in a cell is seen: on the line across the track that it stands on."""
    (bx, by), (fx, fy) = stadium.cell(chip.along - 2, 0.0), stadium.cell(chip.along + 2, 0.0)
    (ix, iy), (ox, oy) = stadium.edges(chip.along)
    run_x, run_y, out_x, out_y = (fx - bx) / 4, (fy - by) / 4, ox - ix, oy - iy
    dx, dy = x + wide / 2 - chip.x, y + 0.5 - chip.y
    off = (dx * out_y - dy * out_x) / (run_x * out_y - run_y * out_x)
    return Seen(
        chip.along + off, 1 / max(abs(run_x), abs(run_y)), x + wide // 2 - int(stadium.edges(finish)[0][0]), wide == 3
    )


def pictures(name: str) -> Iterator[tuple[RaceState, dict[int, tuple[Chip, Seen]]]]:
    """States of a race, each with everybody who is drawn on a picture of it."""
    told = shipped(name)
    stage = Stage(told.timeline, LOOK)
    for size in SIZES:
        course, stadium = CourseView(stage), stage.stadium(*size)
        for step in range(1, TIMES + 1):
            t = told.timeline.duration * step / TIMES - 0.7
            state = stage.state_at(t)
            there = course.settled(t, stadium, [runner.entry for runner in state.standings])
            eyes: dict[int, tuple[Chip, Seen]] = {}
            for (x, y), chip in there.taken.items():
                off = there.offs.get(chip.entry)
                start, wide = (x, len(chip.tag)) if off is None else (x + off, len(chip.code))
                eyes[chip.entry] = chip, seen(stadium, chip, start, y, wide, told.race.distance)
            yield state, eyes


def test_the_order_on_the_track_is_that_of_the_board_and_who_is_home_is_behind_the_line() -> None:
    """But for where runners are in lanes, and for the two seconds in which they give way as they did."""
    pairs: Counter[bool] = Counter()
    for state, eyes in (picture for name in NAMES for picture in pictures(name)):
        for chip, eye in eyes.values():
            assert not chip.home or eye.columns >= 0, (state.time, chip)
        running = [runner for runner in state.standings if runner.entry in eyes and runner.status == "running"]
        placed = [(*eyes[runner.entry], runner.distance or 0.0) for runner in running if runner.place is not None]
        for at, (ahead, first, run) in enumerate(placed):
            for behind, second, less in placed[at + 1 :]:
                if run - less < FAR and not (ahead.in_lane or behind.in_lane):
                    pairs[(second.along - first.along) / second.cell > 1.01] += 1
    assert pairs[True] <= 0.01 * pairs.total(), pairs


def test_whoever_is_on_the_map_is_near_his_place_and_the_first_has_his_three_letters() -> None:
    """Room for letters is no reason to draw somebody ten metres from where he is."""
    off: list[float] = []
    told: list[bool] = []
    for state, eyes in (picture for name in NAMES for picture in pictures(name)):
        running = [runner for runner in state.standings if runner.entry in eyes and runner.status == "running"]
        for runner in running:
            chip, eye = eyes[runner.entry]
            if not chip.in_lane:
                off.append(abs(eye.along - chip.along) / eye.cell)
        told += [eyes[runner.entry][1].coded for runner in running[:1]]
    assert sum(off) <= 1.4 * len(off), sum(off) / len(off)
    assert sum(many > 4 for many in off) <= 0.07 * len(off)
    assert sum(told) >= 0.85 * len(told), sum(told) / len(told)
