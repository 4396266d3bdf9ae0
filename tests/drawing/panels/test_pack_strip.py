"""The strip of the pack: letters, groups and how many there are."""

import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.rows import plain, row_width
from replay.drawing.panels.pack_strip import PaceMark, strip_of, strip_rows
from replay.drawing.panels.packs import Behind
from replay.drawing.panels.shortened import shortened
from replay.drawing.theme.lineup import cast_of
from replay.drawing.view import View
from replay.race.race import Evidence, Split, Time
from replay.state.timeline import Timeline
from replay.viewing.stage import Stage
from tests.builders import entry, race
from tests.miles import CAST, JAKOB, KERR, LOOK, MILE, NOBODY, PACE


def test_the_strip_keeps_the_leader_right_and_the_last_left() -> None:
    text = plain(strip_rows(strip_of([Behind(0, 0.0), Behind(1, 12.0)], 60), CAST, LOOK, 60, 2)).splitlines()
    assert text[0].index("KER") > text[0].index("ING")


def test_runners_level_with_each_other_stand_on_top_of_each_other_or_beside() -> None:
    strip = strip_of([Behind(0, 0.0), Behind(1, 0.0), Behind(2, 0.0)], 60)
    for height in (2, 3, 4):
        rows = strip_rows(strip, CAST, LOOK, 60, height)
        assert sum(ink in CAST.chips for row in rows for _, ink in row) == 3


@given(st.lists(st.floats(0, 300), min_size=1, max_size=16), st.integers(40, 120), st.integers(2, 4), st.booleans())
def test_letters_and_the_count_of_those_without_add_up_to_all_who_run(
    metres: list[float], width: int, height: int, lit: bool
) -> None:
    field = race(*(entry(f"Ann {chr(65 + at)}xxx", None, place=at + 1) for at in range(len(metres))), distance=1500.0)
    cast = cast_of(field, LOOK)
    light = PaceMark(20.0, ("0.4 s outside even world-record pace", "0.4 s outside")) if lit else None
    behind = [Behind(at, gap) for at, gap in enumerate(metres)]
    rows = strip_rows(strip_of(behind, width, light=light), cast, LOOK, width, height)
    tags = [[ink in cast.chips for text, ink in row if text] for row in rows[:-1]]
    counts = sum(int(one or other) for one, other in re.findall(r"×(\d+)|, (\d+) more", plain(rows)))
    assert sum(map(sum, tags)) + counts == len(metres)
    assert not any(a and b for row in tags for a, b in pairwise(row)), "letters that touch read as a word"


def test_a_name_stands_before_the_letters_of_its_bearer() -> None:
    behind = [Behind(0, 0.0), Behind(1, 12.0), Behind(2, 30.0)]
    for height in (2, 3):
        shown = plain(strip_rows(strip_of(behind, 100), CAST, LOOK, 100, height))
        for runner in range(2):
            assert f"{CAST.names[runner]} {CAST.codes[runner]}" in shown


def test_where_the_first_has_no_room_for_his_name_nobody_behind_him_is_named_but_whom_one_asks_for() -> None:
    names = "Ann Ashburtonsmith", "Bea Birch", "Cia Cedar", "Dot Dogwood"
    field = race(*(entry(name, None, place=at + 1) for at, name in enumerate(names)))
    cast = cast_of(field, LOOK)
    strip = strip_of([Behind(0, 0.0), Behind(1, 0.6), Behind(2, 8.0), Behind(3, 40.0)], 60)
    assert not any(name.split()[1] in plain(strip_rows(strip, cast, LOOK, 60, 2)) for name in names)
    asked = plain(strip_rows(strip._replace(wanted=(2,)), cast, LOOK, 60, 2))
    assert "Cedar CED" in asked
    assert "Birch" not in asked


def test_nobody_stands_on_a_bracket() -> None:
    behind = [Behind(0, 0.0, 0.0), Behind(1, 0.2, 0.1), Behind(2, 3.0, 0.4), Behind(3, 40.0, 5.6)]
    names = "Ann Ash", "Bea Birch", "Cia Cedar", "Dot Dogwood"
    cast = cast_of(race(*(entry(name, None, place=at + 1) for at, name in enumerate(names))), LOOK)
    rows = plain(strip_rows(strip_of(behind, 100), cast, LOOK, 100, 3)).splitlines()
    assert re.search("╭─+╮", rows[0])
    assert all(code in rows[1] for code in cast.codes)


def test_the_scale_ends_where_the_field_does() -> None:
    pack = strip_rows(strip_of([Behind(0, 0.0), Behind(1, 8.0)], 80), CAST, LOOK, 80, 2)
    assert "100" not in plain(pack)
    wide = strip_rows(strip_of([Behind(0, 0.0), Behind(1, 90.0)], 80), CAST, LOOK, 80, 2)
    assert "100" in plain(wide)


def test_a_single_group_has_no_bracket() -> None:
    rows = plain(strip_rows(strip_of([Behind(0, 0.0), Behind(1, 1.0)], 80), CAST, LOOK, 80, 3))
    assert "╭" not in rows


def test_groups_are_bracketed_with_the_gap_between_them() -> None:
    behind = [Behind(0, 0.0, 0.0), Behind(1, 3.0, 0.4), Behind(2, 40.0, 5.6)]
    rows = plain(strip_rows(strip_of(behind, 100), CAST, LOOK, 100, 3)).splitlines()
    assert "5.2 s, 37 m" in rows[0]
    assert rows[0].count("╭") == rows[0].count("╮") == 1
    assert rows[0].index("5.2 s") < rows[0].index("╭")
    assert "Kerr KER" in rows[1]


@given(st.lists(st.floats(0, 400), min_size=1, max_size=4), st.integers(30, 220), st.integers(2, 5))
def test_a_strip_is_as_large_as_its_panel(metres: list[float], width: int, height: int) -> None:
    rows = strip_rows(
        strip_of([Behind(entry, gap) for entry, gap in enumerate(sorted(metres))], width), CAST, LOOK, width, height
    )
    assert [row_width(row) for row in rows] == [width] * height


def test_the_strip_says_how_sure_an_estimate_of_the_chosen_runner_is() -> None:
    guess = Split(600.0, Time(82.0, Evidence.ESTIMATED), margin=9.0)
    unsure = replace(KERR, splits=(guess, *KERR.splits))
    stage = Stage(Timeline(replace(MILE, entries=(unsure, JAKOB, PACE, NOBODY))), LOOK)
    state = stage.timeline.at(82.0)
    assert "Kerr ±9 m, 9 times in 10" in plain(stage.strip(state, View(chosen=0), 120, 3).draw())
    assert "±" not in plain(stage.strip(state, View(chosen=1), 120, 3).draw())
    assert unsure.margin_at(300.0, 1609.344) == 4.5
    assert unsure.margin_at(800.0, 1609.344) == 0.0


def test_no_name_is_cut() -> None:
    assert [shortened("T. Cheruiyot", room) for room in (12, 11, 9, 8)] == [
        "T. Cheruiyot",
        "Cheruiyot",
        "Cheruiyot",
        "",
    ]
    assert [shortened("Ingebrigtsen", room) for room in (12, 11)] == ["Ingebrigtsen", ""]
