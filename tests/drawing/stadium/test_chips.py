"""The runners' letters and names on the stadium: who gives way to whom, and where names find room."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replay.drawing.course.stadium import Stadium, paint
from replay.drawing.stadium.chip import Chip
from replay.drawing.stadium.chips import settle
from replay.drawing.stadium.names import sides_of
from replay.drawing.stadium.overlay import lay
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.track import Oval
from tests.drawing.pictures import SIZES, TRACKS

LOOK = look_of(DARK)


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
    one, two = pack(stadium, [(290.0, 0.0)] * 2)
    for first, second in ((one, two), (two, one)):
        taken, ways, *_ = settle([first, second], stadium)
        assert taken[int(first.x), int(first.y)] == first
        assert ways[first.entry] == (0, 0)
        assert ways[second.entry] == (1, 0)
        assert taken[int(second.x), int(second.y) + (1 if second.y > 14 else -1)] == second


@pytest.mark.sampled(3)
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
        taken, _, hidden, *_ = settle(chips, stadium)
        assert len(taken) + len(hidden) == 14
        assert len(hidden) <= 2


def test_those_for_whom_there_is_no_room_are_counted_wherever_names_stand() -> None:
    stadium = paint(OVAL, 50, 14, DARK)
    for along, heaps in itertools.product(range(400, 800, 20), ([0.0], [0.0, 60.0, 120.0, 180.0])):
        chips = pack(stadium, [(along + heap, 0.0) for heap in heaps] * 22)
        named = [
            chip._replace(name="Long Name", sides=sides_of(stadium, chip.along), ahead=None) if at < 8 else chip
            for at, chip in enumerate(chips)
        ]
        hidden = settle(named, stadium).hidden
        assert hidden
        written = [text for cells in lay(stadium, named, LOOK).values() for _, text, _ in cells]
        counts = (re.fullmatch(r"×(\d+)|(\d+) more", text) for text in written)
        assert sum(int(found[1] or found[2]) for found in counts if found) == len(hidden)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1500), st.floats(-0.3, 9.4)), max_size=25), st.sampled_from(SIZES))
def test_no_two_chips_share_a_cell_and_none_is_far_from_its_place(
    places: list[tuple[float, float]], size: tuple[int, int]
) -> None:
    stadium = paint(OVAL, *size, DARK)
    taken, ways, hidden, *_ = settle(pack(stadium, places), stadium)
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
    taken, _, hidden, *_ = settle(chips, stadium)
    assert len(taken) + len(hidden) == len(chips)
    cells = [(x + more, y) for x, y in taken for more in (0, 1)]
    assert len(set(cells)) == len(cells)
    assert all(stadium.holds(*cell) and not stadium.infield.holds(*cell) for cell in cells)
    written = [text for row in lay(stadium, chips, LOOK).values() for _, text, _ in row if text[0] not in "+▕▏"]
    assert sorted(written) == sorted(chip.tag for chip in taken.values())


@settings(deadline=None)
@given(st.lists(st.floats(0, 30), min_size=1, max_size=14), st.floats(100, 1400))
def test_while_nothing_comes_in_between_everybody_goes_on_giving_way_as_he_did(gaps: list[float], at: float) -> None:
    stadium = paint(OVAL, 80, 28, DARK)
    chips = pack(stadium, [(at - gap, 0.0) for gap in gaps])
    taken, ways, *_ = settle(chips, stadium)
    again = settle(chips, stadium, ways)
    assert again.taken == taken
    assert again.ways == ways


def test_who_has_a_lane_of_his_own_gives_way_within_it() -> None:
    stadium = paint(Oval(400.0), 58, 22, DARK)
    chips = [chip._replace(in_lane=True) for chip in pack(stadium, [(350.0, lane * 1.22) for lane in range(8)])]
    taken, ways, *_ = settle(chips, stadium)
    assert len(taken) == 8
    rows = {chip.entry: y for (_, y), chip in taken.items()}
    assert [rows[lane] for lane in range(8)] == sorted(rows.values())
    assert {back for _, back in ways.values()} > {0}


def test_who_finds_no_room_at_the_side_stays_behind_the_one_he_gives_way_to() -> None:
    """He is never drawn further along than he is, whichever way the track runs there."""
    stadium = paint(OVAL, 50, 14, DARK)
    chips = pack(stadium, [(250.0, 0.0)] * 12)
    taken, ways, *_ = settle(chips, stadium)
    assert {back for _, back in ways.values()} > {0, 1, 2}
    ahead = stadium.cell(260.0, 0.0)[0] - stadium.cell(250.0, 0.0)[0]
    for (x, _), chip in taken.items():
        if ways[chip.entry].back:
            assert (x + 0.5 - chip.x) * ahead < 0


@pytest.mark.parametrize("along", [1600.0, 800.0, 1380.0])
def test_on_a_straight_of_two_rows_a_pack_takes_both(along: float) -> None:
    """Of 1609 m at 80x24 the two were nearly a step apart, and nobody could give way to the second."""
    stadium = paint(Oval(1609.344), 50, 15, DARK)
    assert stadium.crossing(along).wide == 1.0
    settled = settle(pack(stadium, [(along - 2.0 * at, 0.3 * (at % 3)) for at in range(12)]), stadium)
    rows = [y for _, y in settled.taken]
    assert len(settled.hidden) == 0
    assert min(rows.count(y) for y in set(rows)) >= 4
    assert settled.worth.back <= 4
