"""The painted stadium, its colours, the runners laid over it and the big digits."""

import itertools
import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from replay.cells.canvas import Canvas
from replay.cells.digits import big
from replay.cells.ink import Ink, Row, contrast, difference, from_linear, letter_on, linear, mix
from replay.drawing.course.stadium import Stadium, paint
from replay.drawing.stadium.chips import Chip, lay, place_names, settle, sides_of
from replay.drawing.theme.palette import DARK, LIGHT, Theme, Vision, seen_with
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256, in_256_colours
from replay.drawing.theme.runners import runner_colours
from replay.race.track import INDOOR_STRAIGHT, Oval, Pool, Road, Straight, Track

THEMES = (DARK, LIGHT)
VISIONS: tuple[Vision, ...] = ("protanopia", "deuteranopia", "tritanopia")
TRACKS: dict[str, Track] = {
    "outdoor": Oval(1500.0),
    "in lanes": Oval(400.0),
    "break": Oval(800.0),
    "indoor": Oval(1500.0, 200.0, INDOOR_STRAIGHT, 6, 1.0),
    "straight": Straight(100.0),
    "road": Road(10_000.0),
    "marathon": Road(42_195.0),
    "pool": Pool(200.0),
    "short course": Pool(50.0, 25.0, 10),
}
PAPER = Ink(DARK.text, DARK.panel)
SIZES = ((38, 11), (58, 22), (80, 28), (130, 45))


def text(row: Row) -> str:
    return "".join(piece for piece, _ in row)


def halves(row: Row) -> list[tuple[int | None, int | None]]:
    """The colours a terminal shows in the upper and the lower half of every cell; letters count as their ground."""
    out: list[tuple[int | None, int | None]] = []
    for piece, ink in row:
        for character in piece:
            upper = ink.fg if character in "▀█" else ink.bg
            lower = ink.fg if character in "▄█" else ink.bg
            out.append((upper, lower))
    return out


# The picture


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


@pytest.mark.parametrize("name", TRACKS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ascii", [False, True])
def test_every_row_is_as_wide_as_the_panel(name: str, size: tuple[int, int], ascii: bool) -> None:  # noqa: A002
    stadium = paint(TRACKS[name], *size, DARK, ascii=ascii)
    assert len(stadium.rows) == size[1]
    assert {len(text(row)) for row in stadium.rows} == {size[0]}


@settings(max_examples=60, deadline=None)
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


@pytest.mark.parametrize("distance", [800.0, 1500.0, 1609.344, 3000.0, 3218.688, 5000.0, 10_000.0])
@pytest.mark.parametrize("size", SIZES)
def test_every_start_and_every_metre_of_a_race_lies_on_the_drawn_track(distance: float, size: tuple[int, int]) -> None:
    track = Oval(distance)
    stadium = paint(track, *size, DARK, ascii=True)
    drawn = [text(row) for row in stadium.rows]
    for at in (0.0, distance, *(distance - 400 * step / 57 for step in range(57))):
        for out in (0.0, 1.0, 4.0, 9.0):
            x, y = stadium.cell(at, out)
            assert drawn[int(y)][int(x)] in ".|/-\\#", (at, out, x, y)


@pytest.mark.parametrize("size", SIZES)
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


def test_a_sprint_on_an_oval_starts_before_the_home_straight() -> None:
    stadium = paint(Oval(100.0), 80, 28, DARK)
    (start, level), (finish, same) = stadium.cell(0.0, 3.0), stadium.cell(100.0, 3.0)
    assert 0 < start < 40 < finish < 80
    assert level == same > 14


@pytest.mark.parametrize("size", SIZES)
def test_equal_distances_on_the_straights_are_equally_long_and_lanes_go_outwards(size: tuple[int, int]) -> None:
    stadium = paint(Oval(1500.0), *size, DARK)
    xs = [stadium.cell(1420 + 10 * step, 0)[0] for step in range(9)]
    steps = [b - a for a, b in itertools.pairwise(xs)]
    assert max(steps) == pytest.approx(min(steps))
    ys = [stadium.cell(1450, out)[1] for out in (0, 2, 4, 6)]
    assert ys == sorted(ys)
    assert ys[-1] < size[1]


@pytest.mark.parametrize("name", TRACKS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_runs_of_a_picture_show_exactly_its_pixels(name: str, theme: Theme) -> None:
    stadium = paint(TRACKS[name], 80, 28, theme)
    for y, row in enumerate(stadium.rows):
        lettered = [character.isalnum() or "⠀" <= character <= "⣿" for character in text(row)]
        for x, (shown, letter) in enumerate(zip(halves(row), lettered, strict=True)):
            upper, lower = stadium.background(x, y)
            assert shown == ((lower, lower) if letter else (upper, lower))


@given(st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=2), min_size=1, max_size=14))
def test_a_row_is_cut_into_the_fewest_runs_of_two_colours(columns: list[list[int]]) -> None:
    canvas = Canvas(len(columns), 1, [[column[0] for column in columns], [column[1] for column in columns]])
    row = canvas.row(0)
    assert halves(row) == [tuple(column) for column in columns]
    fewest = [0]
    for end in range(1, len(columns) + 1):
        starts = (s for s in range(end) if len({c for column in columns[s:end] for c in column}) <= 2)
        fewest.append(min(fewest[s] + 1 for s in starts))
    assert len(row) == fewest[-1]


@pytest.mark.parametrize("name", TRACKS)
@pytest.mark.parametrize("size", SIZES[:3])
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


@pytest.mark.parametrize("name", TRACKS)
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


def test_a_line_that_leaves_the_canvas_is_cut_off() -> None:
    canvas = Canvas.of(4, 2, 0)
    canvas.line((-3.0, 1.5), (9.0, 1.5), 0xFFFFFF)
    canvas.fill(-2, 3, 99, 99, 0x123456)
    canvas.write(2, 0, "abc", 0xFF)
    canvas.write(0, 7, "abc", 0xFF)
    assert canvas.pixels == [[0] * 4, [0xFFFFFF] * 4, [0] * 4, [0x123456] * 4]
    assert text(canvas.row(0))[2:] == "ab"


# Colours


@given(st.integers(0, 0xFFFFFF))
def test_a_colour_comes_back_from_linear_light(colour: int) -> None:
    assert from_linear(linear(colour)) == colour


def test_a_mixture_lies_between_its_colours() -> None:
    assert mix(0x000000, 0xFFFFFF, 0.5) == 0xBCBCBC
    assert mix(0x123456, 0xFFFFFF, 0) == 0x123456
    assert mix(0x123456, 0xFFFFFF, 1) == 0xFFFFFF


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_twenty_runners_can_be_told_apart_with_any_eyes(theme: Theme) -> None:
    colours = runner_colours(20, theme)
    for a, b in itertools.combinations(colours, 2):
        assert difference(a, b) >= 0.06
        for vision in VISIONS:
            assert difference(seen_with(a, vision), seen_with(b, vision)) >= 0.06, (f"{a:06x} {b:06x}", vision)
    for a, b in itertools.combinations(colours[:8], 2):
        for vision in VISIONS:
            assert difference(seen_with(a, vision), seen_with(b, vision)) >= 0.08, (f"{a:06x} {b:06x}", vision)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_runners_stand_off_the_track_and_read_as_text_on_the_panel(theme: Theme) -> None:
    surfaces = (theme.surface, theme.surface_line, theme.indoor, theme.indoor_line, *theme.indoor_bank, theme.road)
    for colour in runner_colours(21, theme):
        assert contrast(colour, theme.panel) >= 4.5
        assert contrast(colour, letter_on(colour)) >= 4.5
        for surface in surfaces:
            assert difference(colour, surface) >= 0.12, (f"{colour:06x}", f"{surface:06x}")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_words_of_a_theme_can_be_read(theme: Theme) -> None:
    for ink in (
        theme.text,
        theme.muted,
        theme.accent,
        theme.good,
        theme.bad,
        theme.gold,
        theme.silver,
        theme.bronze,
        theme.estimated,
    ):
        assert contrast(ink, theme.panel) >= 4.5, f"{ink:06x}"
    for ink in (theme.text, theme.muted, theme.accent):
        for ground in (theme.panel_raised, theme.background):
            assert contrast(ink, ground) >= 4.5, f"{ink:06x} on {ground:06x}"
    for ink in (theme.board_text, theme.board_muted, theme.board_accent, theme.board_lights):
        assert contrast(ink, theme.board) >= 4.5, f"{ink:06x}"
        assert contrast(ink, theme.board_indoor) >= 4.5, f"{ink:06x}"


@pytest.mark.parametrize("theme", [*THEMES, DARK_256, LIGHT_256], ids=lambda theme: f"{theme.name}-{theme.truecolour}")
@pytest.mark.parametrize("name", TRACKS)
@pytest.mark.parametrize("size", SIZES)
def test_what_is_written_on_a_picture_can_be_read(theme: Theme, name: str, size: tuple[int, int]) -> None:
    for piece, ink in (run for row in paint(TRACKS[name], *size, theme).rows for run in row):
        if any(map(str.isalnum, piece)):
            assert ink.fg is not None
            assert ink.bg is not None
            assert contrast(ink.fg, ink.bg) >= 4.5, (piece, f"{ink.fg:06x} on {ink.bg:06x}")


def test_runners_beyond_the_twentieth_are_neutral() -> None:
    colours = runner_colours(30, DARK)
    assert len(colours) == 30
    assert len(set(colours[20:])) == 1
    red, green, blue = colours[25] >> 16, colours[25] >> 8 & 255, colours[25] & 255
    assert max(red, green, blue) - min(red, green, blue) < 30
    assert colours[20] not in colours[:20]


XTERM = {
    red << 16 | green << 8 | blue for red, green, blue in itertools.product((0, 95, 135, 175, 215, 255), repeat=3)
} | {grey << 16 | grey << 8 | grey for grey in range(8, 248, 10)}
"""The colours 16 to 255 of a terminal of 256 colours: a cube and a ramp of greys."""


@pytest.mark.parametrize("theme", [DARK_256, LIGHT_256], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", TRACKS)
def test_a_picture_for_256_colours_has_no_others(theme: Theme, name: str) -> None:
    stadium = paint(TRACKS[name], 80, 28, theme)
    used = {colour for row in stadium.rows for _, ink in row for colour in (ink.fg, ink.bg)}
    assert used - {None} <= XTERM
    assert set(runner_colours(21, theme)) <= XTERM


@pytest.mark.parametrize("theme", [DARK_256, LIGHT_256], ids=lambda theme: theme.name)
def test_runners_differ_in_256_colours_too(theme: Theme) -> None:
    colours = runner_colours(20, theme)
    assert len(set(colours)) == 20
    for a, b in itertools.combinations(colours, 2):
        for vision in VISIONS:
            assert difference(seen_with(a, vision), seen_with(b, vision)) >= 0.04
    for colour, surface in itertools.product(colours, (theme.surface, theme.surface_line, theme.indoor, theme.road)):
        assert difference(colour, surface) >= 0.1
    assert in_256_colours(theme) is theme


# Runners


OVAL = Oval(1500.0)


def pack(stadium: Stadium, places: list[tuple[float, float]]) -> list[Chip]:
    """Runners so many metres along and so many out, those first who have precedence."""
    return [
        Chip(*stadium.cell(along, out), chr(65 + at), 0xFFFF54, along=along, entry=at)
        for at, (along, out) in enumerate(places)
    ]


def test_who_has_room_is_drawn_in_the_cell_he_is_in() -> None:
    stadium = paint(OVAL, 80, 28, DARK)
    chips = pack(stadium, [(300.0, 0.0), (280.0, 0.0), (260.0, 3.0)])
    assert settle(chips, stadium).taken == {(int(chip.x), int(chip.y)): chip for chip in chips}


def test_of_two_in_a_cell_the_first_has_it_and_the_other_is_further_out() -> None:
    stadium = paint(OVAL, 80, 28, DARK)
    one, two = pack(stadium, [(290.0, 0.0), (289.9, 0.0)])
    for first, second in ((one, two), (two, one)):
        taken, ways, _ = settle([first, second], stadium)
        assert taken[int(first.x), int(first.y)] == first
        assert ways[first.entry] == (0, 0)
        assert ways[second.entry] == (1, 0)
        assert taken[int(second.x), int(second.y) + (1 if second.y > 14 else -1)] == second


@pytest.mark.parametrize("size", SIZES[1:])
@pytest.mark.parametrize("name", ["in lanes", "break"])
def test_the_word_start_is_ahead_of_the_finish_where_the_stagger_is(name: str, size: tuple[int, int]) -> None:
    lines = [text(row) for row in paint(TRACKS[name], *size, DARK).rows]
    ((finish, low),) = [(line.index("FINISH"), y) for y, line in enumerate(lines) if "FINISH" in line]
    ((start, high),) = [(line.index("START"), y) for y, line in enumerate(lines) if "START" in line]
    assert start > finish
    assert high <= low


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["outdoor", "indoor"])
def test_nobody_in_a_heap_stands_beside_the_track_or_on_a_word(name: str, size: tuple[int, int]) -> None:
    stadium = paint(TRACKS[name], *size, DARK)
    width = stadium.outer - stadium.inner
    on_track = {
        (int((x + dx) // 1), int((y + dy) // 1))
        for metres in range(800)
        for x, y in (stadium.cell(metres / 2, stadium.inner + width * share / 16) for share in range(17))
        for dx, dy in itertools.product((-0.36, 0.36), repeat=2)
    }
    for along in range(0, 1500, 7):
        taken = settle(pack(stadium, [(float(along), 0.0)] * 14), stadium).taken
        assert taken.keys() <= on_track - stadium.words


def test_a_whole_field_in_a_heap_is_seen_on_a_small_screen() -> None:
    stadium = paint(OVAL, 50, 14, DARK)
    for begin in range(0, 1400, 25):
        chips = pack(stadium, [(begin + 20.0 - 1.5 * at, 0.0) for at in range(14)])
        taken, _, hidden = settle(chips, stadium)
        assert len(taken) + len(hidden) == 14
        assert len(hidden) <= 2


def test_those_for_whom_there_is_no_room_are_counted() -> None:
    stadium = paint(OVAL, 50, 14, DARK)
    chips = pack(stadium, [(500.0, 0.0)] * 40)
    _, _, hidden = settle(chips, stadium)
    assert hidden
    written = [text for cells in lay(stadium, chips, PAPER).values() for _, text, _ in cells]
    assert f"+{len(hidden)}" in written


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1500), st.floats(-0.3, 9.4)), max_size=25), st.sampled_from(SIZES))
def test_no_two_chips_share_a_cell_and_none_is_far_from_its_place(
    places: list[tuple[float, float]], size: tuple[int, int]
) -> None:
    stadium = paint(OVAL, *size, DARK)
    taken, ways, hidden = settle(pack(stadium, places), stadium)
    assert len(taken) + len(hidden) == len(places)
    assert len({chip.entry for chip in taken.values()}) == len(taken)
    for (x, y), chip in taken.items():
        out, back = ways[chip.entry]
        assert abs(out) <= 3
        assert 0 <= back <= 7
        assert not stadium.infield.holds(x, y)
        assert (x, y) not in stadium.words
        # A cell back is a whole number of steps along the track, which may be a little more than a cell.
        assert max(abs(x + 0.5 - chip.x), abs(y + 0.5 - chip.y)) <= abs(out) + 1.3 * back + 0.5 + 1e-6


@settings(deadline=None)
@given(st.lists(st.floats(0, 60), max_size=16), st.floats(0, 1400), st.sampled_from(SIZES))
def test_chips_of_two_letters_have_two_cells_each(gaps: list[float], at: float, size: tuple[int, int]) -> None:
    stadium = paint(OVAL, *size, DARK)
    chips = [chip._replace(tag=chip.tag * 2) for chip in pack(stadium, [(at + gap, 0.0) for gap in gaps])]
    taken, _, hidden = settle(chips, stadium)
    assert len(taken) + len(hidden) == len(chips)
    cells = [(x + more, y) for x, y in taken for more in (0, 1)]
    assert len(set(cells)) == len(cells)
    assert all(stadium.holds(*cell) and not stadium.infield.holds(*cell) for cell in cells)
    written = [text for row in lay(stadium, chips, PAPER).values() for _, text, _ in row if text[0] != "+"]
    assert sorted(written) == sorted(chip.tag for chip in taken.values())


@settings(deadline=None)
@given(st.lists(st.floats(0, 30), min_size=1, max_size=14), st.floats(100, 1400))
def test_while_nothing_comes_in_between_everybody_goes_on_giving_way_as_he_did(gaps: list[float], at: float) -> None:
    stadium = paint(OVAL, 80, 28, DARK)
    chips = pack(stadium, [(at - gap, 0.0) for gap in gaps])
    taken, ways, _ = settle(chips, stadium)
    again = settle(chips, stadium, ways)
    assert again.taken == taken
    assert again.ways == ways


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
        )
        for at, distance in enumerate(distances)
    ]


@settings(deadline=None)
@given(st.lists(st.floats(0, 1500), min_size=1, max_size=8))
def test_names_keep_clear_of_each_other_of_the_chips_and_of_the_scoreboard(distances: list[float]) -> None:
    stadium = paint(Oval(1500.0), 60, 22, DARK)
    taken = settle(named(stadium, distances), stadium).taken
    used = set(taken)
    for x, y, chip in place_names(stadium, taken.values(), taken):
        for column in range(x, x + len(chip.name)):
            assert (column, y) not in used
            assert not stadium.infield.holds(column, y)
            assert 0 <= column < 60
            used.add((column, y))


def test_names_are_not_written_over_painted_words_nor_close_to_them() -> None:
    stadium = paint(OVAL, 80, 28, DARK)
    assert len(stadium.words) > 10
    for at in range(0, 1500, 5):
        chips = named(stadium, [float(at), at + 4.0])
        for x, y, chip in place_names(stadium, chips, settle(chips, stadium).taken):
            assert not stadium.words & {(column, y) for column in range(x - 1, x + len(chip.name) + 1)}


def test_who_has_a_lane_of_his_own_gives_way_within_it() -> None:
    stadium = paint(Oval(400.0), 58, 22, DARK)
    chips = [chip._replace(in_lane=True) for chip in pack(stadium, [(350.0, lane * 1.22) for lane in range(8)])]
    taken, ways, _ = settle(chips, stadium)
    assert len(taken) == 8
    rows = {chip.entry: y for (_, y), chip in taken.items()}
    assert [rows[lane] for lane in range(8)] == sorted(rows.values())
    assert {back for _, back in ways.values()} > {0}


def test_a_lone_runner_has_his_name_beside_him() -> None:
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    for distance in (0.0, 200.0, 700.0, 1100.0, 1490.0):
        taken = settle(named(stadium, [distance]), stadium).taken
        ((x, y),) = taken
        ((at, row, _),) = place_names(stadium, taken.values(), taken)
        assert abs(row - y) <= 5
        assert at - 7 <= x <= at + len("Runner 0") + 6


@pytest.mark.parametrize("size", SIZES[1:])
@pytest.mark.parametrize("name", ["outdoor", "indoor"])
def test_a_name_moves_with_its_runner_in_small_steps(name: str, size: tuple[int, int]) -> None:
    track = TRACKS[name]
    stadium = paint(track, *size, DARK)
    places: list[tuple[int, int]] = []
    for step in range(3000):
        distance = 500 + step / 5
        chip = Chip(*stadium.cell(distance, 0.5), "K", 0xFFFF54, name="Kerr", sides=sides_of(stadium, distance))
        ((x, y, _),) = place_names(stadium, [chip], settle([chip], stadium).taken)
        places.append((x, y))
    for (x0, y0), (x1, y1) in itertools.pairwise(places):
        assert abs(x1 - x0) <= 2
        assert abs(y1 - y0) <= 2  # from one side of a painted number to the other


def test_the_overlay_is_sorted_without_overlap_and_the_same_every_time() -> None:
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    chips = named(stadium, [300.0, 301.0, 305.0, 309.0, 330.0, 700.0])
    over = lay(stadium, chips, PAPER)
    assert over == lay(stadium, chips, PAPER)
    assert sum(len(piece) == 1 for cells in over.values() for _, piece, _ in cells) == 6
    for cells in over.values():
        for (x, piece, _), (after, _, _) in itertools.pairwise(cells):
            assert x + len(piece) <= after


def test_a_chip_is_a_bold_letter_on_the_colour_of_the_runner() -> None:
    stadium = paint(Oval(1500.0), 80, 28, DARK)
    x, y = stadium.cell(500.0, 0.0)
    over = lay(stadium, [Chip(x, y, "K", 0xFFFF54)], PAPER)
    assert over == {int(y): ((int(x), "K", Ink(letter_on(0xFFFF54), 0xFFFF54, bold=True)),)}


# Digits


def test_the_clock_is_written_in_big_digits() -> None:
    assert big("3:45") == ("▀▀█ ▄ █ █ █▀▀", " ▀█ ▄ ▀▀█ ▀▀█", "▀▀▀     ▀ ▀▀▀")
    assert big("1.7", ascii=True) == ("       _ ", "  |     |", "  | .   |")


@pytest.mark.parametrize("ascii", [False, True])
def test_all_digits_differ_and_are_equally_wide(ascii: bool) -> None:  # noqa: A002
    shapes = {digit: big(digit, ascii) for digit in "0123456789"}
    assert len(set(shapes.values())) == 10
    assert {len(row) for shape in shapes.values() for row in shape} == {3}
    assert len({len(row) for row in big("0123456789:.-+~ ", ascii)}) == 1
    assert all("".join(shape).isascii() for shape in shapes.values()) == ascii


def test_who_finds_no_room_at_the_side_stays_behind_the_one_he_gives_way_to() -> None:
    """He is never drawn further along than he is, whichever way the track runs there."""
    stadium = paint(OVAL, 50, 14, DARK)
    chips = pack(stadium, [(250.0, 0.0)] * 12)
    taken, ways, _ = settle(chips, stadium)
    assert {back for _, back in ways.values()} > {0, 1, 2}
    ahead = stadium.cell(260.0, 0.0)[0] - stadium.cell(250.0, 0.0)[0]
    for (x, _), chip in taken.items():
        if ways[chip.entry].back:
            assert (x + 0.5 - chip.x) * ahead < 0
