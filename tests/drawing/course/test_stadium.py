"""The painted stadium: the picture of every kind of track at every size."""

import itertools
import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from replay.cells.ink import contrast, difference
from replay.drawing.course.stadium import Stadium, paint
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256
from replay.race.track import Oval, Road, Straight
from tests.depth import examples
from tests.drawing.pictures import SIZES, THEMES, TRACKS, halves, text
from tests.together import together


def test_a_small_oval_in_plain_characters_looks_like_this() -> None:
    stadium = paint(Oval(1500.0), 44, 13, DARK, ascii=True)
    assert [text(row).rstrip() for row in stadium.rows] == [
        "         ##########################START",
        "      ###...|....................../##",
        "    ##......|.....................//..##",
        "  ##.....##########################.....##",
        "  #....##                          ##....#",
        " #....#                              #....#",
        " #....#                              #....#",
        " #....#                              #....#",
        "  #....##                          ##....#",
        "  ##.....##########################.....##",
        "    ##..//.....................|......##",
        "      ##/......................|...###",
        "    300  ####################FINISH",
    ]


@together("name", TRACKS)
@together("size", SIZES)
@together("ascii", [False, True])
def test_every_row_is_as_wide_as_the_panel(name: str, size: tuple[int, int], ascii: bool) -> None:  # noqa: A002
    stadium = paint(TRACKS[name], *size, DARK, ascii=ascii)
    assert len(stadium.rows) == size[1]
    assert {len(text(row)) for row in stadium.rows} == {size[0]}


@together("name", TRACKS)
@together("size", [*SIZES, (76, 27), (114, 30)])
def test_what_is_written_on_a_course_is_whole(name: str, size: tuple[int, int]) -> None:
    words = {word for row in paint(TRACKS[name], *size, DARK).rows for word in re.findall(r"\w*[A-Za-z]\w*", text(row))}
    assert words <= {"START", "FINISH", "BREAK"}


@examples(60)
@given(st.sampled_from(sorted(TRACKS)), st.integers(8, 100), st.integers(4, 40), st.booleans())
@example("road", 20, 9, False)
def test_any_panel_can_be_painted_and_the_scoreboard_lies_in_it(
    name: str, width: int, height: int, plain: bool
) -> None:
    stadium = paint(TRACKS[name], width, height, LIGHT, ascii=plain)
    assert {len(text(row)) for row in stadium.rows} == {width}
    room = stadium.infield
    assert room.x >= 0
    assert room.y >= 0
    assert room.x + room.width <= width
    assert room.y + room.height <= height
    for at in (0.0, TRACKS[name].distance / 3, TRACKS[name].distance):
        assert all(map(math.isfinite, stadium.cell(at, 0.0)))


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", TRACKS)
@pytest.mark.parametrize("size", SIZES[1:])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ascii", [False, True])
def test_the_scoreboard_is_of_one_colour_and_no_runner_crosses_it(
    name: str,
    size: tuple[int, int],
    theme: Theme,
    ascii: bool,  # noqa: A002
) -> None:
    track = TRACKS[name]
    stadium = paint(track, *size, theme, ascii=ascii)
    room = stadium.infield
    colours = {
        half
        for y in range(room.y, room.y + room.height)
        for x in range(room.x, room.x + room.width)
        for half in stadium.background(x, y)
    }
    assert len(colours) == 1
    assert contrast(colours.pop(), theme.board_text) >= 7
    assert room.width >= 24
    assert room.height >= 5
    for step, out in itertools.product(range(400), (0.0, 4.0, 8.0)):
        x, y = stadium.cell(track.distance * step / 400, out)
        assert not room.holds(int(x), int(y))


@together("distance", [800.0, 1500.0, 1609.344, 3000.0, 3218.688, 5000.0, 10_000.0])
@together("size", SIZES)
def test_every_start_and_every_metre_of_a_race_lies_on_the_drawn_track(distance: float, size: tuple[int, int]) -> None:
    track = Oval(distance)
    stadium = paint(track, *size, DARK, ascii=True)
    drawn = [text(row) for row in stadium.rows]
    for at in (0.0, distance, *(distance - 400 * step / 57 for step in range(57))):
        for out in (0.0, 1.0, 4.0, 9.0):
            x, y = stadium.cell(at, out)
            assert drawn[int(y)][int(x)] in ".|/-\\#", (at, out, x, y)


@together("size", SIZES)
def test_the_finish_is_at_the_right_end_of_the_home_straight_and_runners_go_anticlockwise(
    size: tuple[int, int],
) -> None:
    stadium = paint(Oval(1500.0), *size, DARK)
    (before, low), (line, _) = stadium.cell(1460, 0), stadium.cell(1500, 0)
    assert size[0] / 2 < before < line < size[0]
    assert low > size[1] / 2
    (right, level), (left, other) = stadium.cell(1557.8, 0), stadium.cell(1757.8, 0)
    assert right > line > left
    assert level == pytest.approx(size[1] / 2, abs=0.1)
    assert other == pytest.approx(size[1] / 2, abs=0.1)


@together("track", [Straight(100.0), Straight(110.0, hurdles=(13.72, 22.86)), Straight(60.0, indoor=True)])
def test_on_a_straight_every_lane_has_a_row_of_its_own_from_50x14_on(track: Straight) -> None:
    for size in ((50, 14), *SIZES[1:]):
        stadium = paint(track, *size, DARK)
        cells = [stadium.cell(30.0, track.lane_out(lane)) for lane in range(1, track.lanes + 1)]
        assert len({int(y) for _, y in cells}) == track.lanes
        assert stadium.infield.y + stadium.infield.height <= min(int(y) for _, y in cells)
        assert stadium.infield.height >= 3


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", TRACKS)
def test_every_track_is_painted_however_small_the_panel(name: str) -> None:
    for width, height, ascii in itertools.product(range(1, 15), (*range(1, 15), 29, 60), (False, True)):  # noqa: A001
        rows = paint(TRACKS[name], width, height, DARK, ascii=ascii).rows
        assert len(rows) == height


def test_hurdles_are_painted_where_they_stand_and_in_plain_characters_are_crosses() -> None:
    track = Straight(110.0, hurdles=(13.72, 22.86))
    stadium = paint(track, 80, 28, DARK)
    x, y = stadium.cell(22.86, track.lane_out(5))
    assert difference(stadium.background(int(x), int(y))[0], DARK.board_accent) < 0.05
    x, y = paint(track, 80, 28, DARK, ascii=True).cell(22.86, track.lane_out(5))
    assert text(paint(track, 80, 28, DARK, ascii=True).rows[int(y)])[int(x)] == "x"


@together("size", SIZES)
def test_equal_distances_on_the_straights_are_equally_long_and_lanes_go_outwards(size: tuple[int, int]) -> None:
    stadium = paint(Oval(1500.0), *size, DARK)
    xs = [stadium.cell(1420 + 10 * step, 0)[0] for step in range(9)]
    steps = [b - a for a, b in itertools.pairwise(xs)]
    assert max(steps) == pytest.approx(min(steps))
    ys = [stadium.cell(1450, out)[1] for out in (0, 2, 4, 6)]
    assert ys == sorted(ys)
    assert ys[-1] < size[1]


@together("name", TRACKS)
@together("theme", THEMES)
def test_the_runs_of_a_picture_show_exactly_its_pixels(name: str, theme: Theme) -> None:
    stadium = paint(TRACKS[name], 80, 28, theme)
    for y, row in enumerate(stadium.rows):
        lettered = [character.isalnum() or "⠀" <= character <= "⣿" for character in text(row)]
        for x, (shown, letter) in enumerate(zip(halves(row), lettered, strict=True)):
            upper, lower = stadium.background(x, y)
            assert shown == ((lower, lower) if letter else (upper, lower))


@together("name", TRACKS)
@together("size", SIZES[:3])
def test_rows_are_long_runs(name: str, size: tuple[int, int]) -> None:
    stadium = paint(TRACKS[name], *size, DARK)
    assert sum(len(row) for row in stadium.rows) / size[1] <= 28
    assert all(runs_across(stadium, y) <= 12 for y in range(stadium.infield.y, stadium.infield.y + 3))


def runs_across(stadium: Stadium, y: int) -> int:
    """The runs of a row that begin within the middle half of the panel."""
    count = at = 0
    for piece, _ in stadium.rows[y]:
        count += stadium.width / 4 <= at < 3 * stadium.width / 4
        at += len(piece)
    return count


@together("name", TRACKS)
def test_the_plain_picture_is_ascii_and_says_where_the_finish_is(name: str) -> None:
    stadium = paint(TRACKS[name], 80, 28, DARK, ascii=True)
    drawn = [text(row) for row in stadium.rows]
    assert all(line.isascii() for line in drawn)
    assert any("FINISH" in line for line in drawn)
    assert any("START" in line for line in drawn) or TRACKS[name].distance % TRACKS[name].lap == 0
    x, y = stadium.cell(TRACKS[name].distance, 2.0)
    assert drawn[int(y)][int(x)] == "|"


def test_a_race_of_800_metres_shows_its_break_line() -> None:
    track = Oval(800.0)
    assert track.break_distance is not None
    stadium = paint(track, 130, 45, DARK)
    x, y = stadium.cell(track.break_distance, 5.0)
    near = [stadium.background(int(x) + dx, int(y))[0] for dx in (-1, 0, 1)]
    assert any(colour >> 8 & 255 > colour >> 16 for colour in near), "green on a red track"


def test_a_painting_is_the_same_every_time() -> None:
    assert paint(Oval(5000.0), 80, 28, DARK).rows == paint(Oval(5000.0), 80, 28, DARK).rows


@together("theme", [*THEMES, DARK_256, LIGHT_256])
@together("name", TRACKS)
@together("size", SIZES)
def test_what_is_written_on_a_picture_can_be_read(theme: Theme, name: str, size: tuple[int, int]) -> None:
    for piece, ink in (run for row in paint(TRACKS[name], *size, theme).rows for run in row):
        if any(map(str.isalnum, piece)):
            assert ink.fg is not None
            assert ink.bg is not None
            assert contrast(ink.fg, ink.bg) >= 4.5, (piece, f"{ink.fg:06x} on {ink.bg:06x}")


@together("size", SIZES[1:])
@together("name", ["in lanes", "break"])
def test_the_word_start_is_ahead_of_the_finish_where_the_stagger_is(name: str, size: tuple[int, int]) -> None:
    lines = [text(row) for row in paint(TRACKS[name], *size, DARK).rows]
    ((finish, low),) = [(line.index("FINISH"), y) for y, line in enumerate(lines) if "FINISH" in line]
    ((start, high),) = [(line.index("START"), y) for y, line in enumerate(lines) if "START" in line]
    assert start > finish
    assert high <= low


def test_a_road_that_is_seen_in_one_go_is_as_long_as_its_picture() -> None:
    for width, height in ((35, 11), (50, 13), (80, 12)):
        stadium = paint(Road(21_097.5), width, height, DARK)
        (start, y), (finish, below) = stadium.cell(0.0, 0.0), stadium.cell(21_097.5, 0.0)
        assert y == below
        assert finish - start >= 0.6 * width


@together("theme", THEMES)
def test_no_kilometre_stands_so_near_the_finish_that_the_two_read_as_a_word(theme: Theme) -> None:
    for metres, width in itertools.product((5000.0, 10_000.0, 15_000.0, 42_195.0), (40, 74, 138, 237)):
        words = "\n".join(map(text, paint(Road(metres), width, 30, theme).rows))
        assert not re.search(r"\d(START|FINISH)|(START|FINISH)\d", words)


@pytest.mark.parametrize("size", [(50, 15), (62, 18), (74, 24), (138, 37)])
def test_the_words_of_a_road_stand_nearest_the_leg_that_they_are_of(size: tuple[int, int]) -> None:
    road = Road(21_097.5)
    stadium = paint(road, *size, DARK)
    rows = [text(row) for row in stadium.rows]
    assert sum(word in row for row in rows for word in ("START", "FINISH")) == 2
    places = [at for metres in range(0, 21_097, 50) for at in stadium.edges(float(metres))]
    for word, metres in (("START", 0.0), ("FINISH", road.distance)):
        middle = stadium.cell(metres, 0.0)[0]
        legs = {int(y) for x, y in places if abs(x - middle) < 1}
        y = next(y for y, row in enumerate(rows) if word in row)
        own = max(int(y) for _, y in stadium.edges(metres))
        assert own < y, word
        assert y - own < min((leg - y for leg in legs if leg > y), default=9), word


@pytest.mark.parametrize("theme", [*THEMES, DARK_256, LIGHT_256], ids=lambda theme: f"{theme.name} {theme.truecolour}")
def test_what_is_painted_white_on_a_road_stands_off_it(theme: Theme) -> None:
    for paint_on_it in (theme.start, theme.finish):
        assert contrast(paint_on_it, theme.road) >= 2.4


@pytest.mark.parametrize("size", [(50, 15), (74, 24)])
def test_in_plain_characters_a_roads_words_do_not_run_into_its_verge(size: tuple[int, int]) -> None:
    rows = [text(row) for row in paint(Road(21_097.5), *size, DARK, ascii=True).rows]
    assert not [row for row in rows if re.search(r"#[A-Z0-9]|[A-Z0-9]#", row)]
