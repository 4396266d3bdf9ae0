"""Names beside the painted track: where they find room."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replay.drawing.course.stadium import Stadium, paint
from replay.drawing.stadium.chip import Chip
from replay.drawing.stadium.chips import settle
from replay.drawing.stadium.names import Span, ahead_of, place_names, sides_of, tether
from replay.drawing.theme.palette import DARK
from replay.drawing.theme.runners import runner_colours
from replay.race.track import Oval, Road
from tests.drawing.pictures import SIZES, TRACKS
from tests.together import together

OVAL = Oval(1500.0)


def named(stadium: Stadium, distances: list[float]) -> list[Chip]:
    colours = runner_colours(len(distances), DARK)
    return [
        Chip(
            *stadium.cell(distance, 1.0),
            chr(65 + at),
            colours[at],
            name=f"Runner {at}",
            sides=sides_of(stadium, distance),
            along=distance,
            entry=at,
            code=chr(65 + at) * 3,
        )
        for at, distance in enumerate(distances)
    ]


@settings(deadline=None)
@given(st.lists(st.floats(0, 1500), min_size=1, max_size=8))
def test_names_keep_clear_of_each_other_of_the_chips_and_of_the_scoreboard(distances: list[float]) -> None:
    stadium = paint(Oval(1500.0), 60, 22, DARK)
    taken = settle(named(stadium, distances), stadium).taken
    used = set(taken)
    for x, y, chip in place_names(stadium, taken.values(), taken.keys()):
        for column in range(x, x + len(chip.name)):
            assert (column, y) not in used
            assert not stadium.infield.holds(column, y)
            assert 0 <= column < 60
            used.add((column, y))


def test_a_name_keeps_a_column_clear_of_the_board_beside_the_track_where_there_is_room() -> None:
    stadium = paint(Oval(1500.0), 50, 18, DARK)
    ends = []
    for at in range(0, 1500, 5):
        chips = named(stadium, [float(at), at + 2.0])  # the second is outside
        placed = place_names(stadium, chips, settle(chips, stadium).taken.keys())
        ends += [x + len(chip.name) for x, _, chip in placed]
    assert 49 in ends
    assert ends.count(50) <= 0.01 * len(ends)  # there is no other room


def test_a_name_touches_the_letters_of_its_runner_or_a_line_leads_there_past_the_others() -> None:
    stadium = paint(OVAL, 80, 28, DARK)
    lines = 0
    for at in range(0, 1500, 5):
        chips = named(stadium, [float(at), at - 3.0, at - 4.0, at - 6.0, at - 9.0])
        there = settle(chips, stadium).taken
        tags = {chip.entry: Span(x, x + 1, y) for (x, y), chip in there.items()}
        written = place_names(stadium, chips, there.keys(), tags)
        spans = [Span(x, x + len(chip.name), y) for x, y, chip in written]
        for span, (_, _, chip) in zip(spans, written, strict=True):
            line = tether(stadium, span, tags[chip.entry], there.keys())
            assert line is not None
            lines += bool(line)
            (ix, iy), (ox, oy) = stadium.edges(chip.along)
            dx, dy = ox - ix, oy - iy
            shares = [
                ((x + 0.5 - ix) * dx + (span.y + 0.5 - iy) * dy) / (dx * dx + dy * dy) for x in range(span.x, span.end)
            ]
            assert not any(0 <= share <= 1 for share in shares), "on the course"
    assert lines


def test_a_name_to_which_no_line_leads_is_not_written() -> None:
    stadium = paint(OVAL, 80, 28, DARK)
    (chip,) = named(stadium, [440.0])
    x, y = int(chip.x), int(chip.y)
    around = {(x + dx, y + dy) for dx in range(-12, 13) for dy in range(-8, 9)} - {(x, y)}
    assert place_names(stadium, [chip], {(x, y)})
    assert place_names(stadium, [chip], around | {(x, y)}) == []


def test_names_are_not_written_over_painted_words_nor_close_to_them() -> None:
    stadium = paint(OVAL, 80, 28, DARK)
    assert len(stadium.words) > 10
    for at in range(0, 1500, 5):
        chips = named(stadium, [float(at), at + 4.0])
        for x, y, chip in place_names(stadium, chips, settle(chips, stadium).taken.keys()):
            assert not stadium.words & {(column, y) for column in range(x - 1, x + len(chip.name) + 1)}


def test_a_lone_runner_has_his_name_beside_him() -> None:
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    for distance in (0.0, 200.0, 700.0, 1100.0, 1490.0):
        taken = settle(named(stadium, [distance]), stadium).taken
        ((x, y),) = taken
        ((at, row, _),) = place_names(stadium, taken.values(), taken.keys())
        assert abs(row - y) <= 5
        assert at - 7 <= x <= at + len("Runner 0") + 6


@together("size", SIZES)
def test_the_name_of_the_first_on_a_road_stands_in_front_of_him_and_on_no_other_stretch(size: tuple[int, int]) -> None:
    stadium = paint(Road(42_195.0), *size, DARK)
    middle, before = (stadium.inner + stadium.outer) / 2, 0
    for along in range(2000, 42_000, 1000):
        x, y = stadium.cell(along, middle)
        chip = Chip(x, y, "1", 0xFFFFFF, name="Kiptum", sides=sides_of(stadium, along), along=along, winds=True)
        chip = chip._replace(ahead=ahead_of(stadium, along, x, y, 42_195.0))
        ((at, row, _),) = place_names(stadium, [chip], {(int(x), int(y))})
        if chip.ahead is not None and row == int(y):
            before += 1
            ahead = stadium.cell(along + 900, middle)[0] > x
            assert at - 1 == int(x) + 1 if ahead else at + len("Kiptum") + 1 == int(x)
    assert before >= 25


@together("size", SIZES)
def test_a_name_beside_a_road_that_winds_is_nearer_to_no_other_stretch(size: tuple[int, int]) -> None:
    stadium = paint(Road(42_195.0), *size, DARK)
    middle = (stadium.inner + stadium.outer) / 2
    road = [(at, *stadium.cell(at, middle)) for at in range(0, 42_000, 250)]
    for along, x, y in road[8:-8:4]:
        chip = Chip(x, y, "1", 0xFFFFFF, name="Kiptum", sides=sides_of(stadium, along), along=along, winds=True)
        for at, row, _ in place_names(stadium, [chip], {(int(x), int(y))}):
            far = {
                metres: min(math.hypot(cell + 0.5 - there_x, 2 * (row + 0.5 - there_y)) for cell in range(at, at + 6))
                for metres, there_x, there_y in road
            }
            own = min(far[metres] for metres in far if abs(metres - along) < 4000)
            assert own <= min(far.values()) + 1.0, (along, at, row)


@pytest.mark.parametrize("size", SIZES[1:])
@pytest.mark.parametrize("name", ["outdoor", "indoor"])
def test_a_name_moves_with_its_runner_in_small_steps(name: str, size: tuple[int, int]) -> None:
    track = TRACKS[name]
    stadium = paint(track, *size, DARK)
    places: list[tuple[int, int]] = []
    for step in range(3000):
        distance = 500 + step / 5
        sides = sides_of(stadium, distance)
        chip = Chip(*stadium.cell(distance, 0.5), "K", 0xFFFF54, name="Kerr", sides=sides, along=distance)
        ((x, y, _),) = place_names(stadium, [chip], settle([chip], stadium).taken.keys())
        places.append((x, y))
    for (x0, y0), (x1, y1) in itertools.pairwise(places):
        assert abs(x1 - x0) <= 2
        assert abs(y1 - y0) <= 2  # from one side of a painted number to the other
