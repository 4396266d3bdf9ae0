"""The table of splits at a time."""

import re
from pathlib import Path

import pytest

from replay.analysis.splits import Splits
from replay.cells.rows import plain
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Sort, View
from replay.files.formats import read_race
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.choices import other_marks
from replay.viewing.frame import Size, frame
from tests.builders import entry, race
from tests.places import RACES

ANN = entry("Ann Ash", "4:00.00", {300: 47.0, 700: 112.0, 1100: 180.0})
BEA = entry("Bea Birch", "4:05.00", {300: 46.0, 700: 113.0, 1100: 180.0})
PICTURE = picture_of(Timeline(race(ANN, BEA, distance=1500.0)), look_of(DARK))
VIEW = View(chart="splits")
SPLITS = PICTURE.stage.sights.splits(VIEW)


def text(view: View = VIEW, t: float = 300.0) -> str:
    return plain(frame(PICTURE, view, t, Size(140, 30)).rows)


def test_nothing_is_shown_that_is_not_known_yet_unless_it_is_asked_for() -> None:
    assert "1:53.00 2" in text(t=113.0)
    assert "1:53.00 2" not in text(t=112.9)
    assert "4:00.00" not in text(t=200.0)
    assert "4:05.00 2" in text(VIEW._replace(spoilers=True), 200.0)


def test_gaps_are_to_the_first_the_chosen_or_the_pinned() -> None:
    assert "gaps to the first" in text()
    assert "gaps to Ash" in text(VIEW._replace(chosen=0))
    assert "+5.00" in text(VIEW._replace(chosen=0))
    assert "gaps to Birch" in text(VIEW._replace(chosen=0, pinned=1))
    assert "-5.00" in text(VIEW._replace(chosen=0, pinned=1))


def first(sort: Sort, t: float = 300.0) -> str:
    lines = SPLITS.text(t, VIEW._replace(sort=sort)).splitlines()
    return next(name for line in lines for name in ("Ash", "Birch") if name in line and line.startswith("  "))


def test_it_is_sorted_by_a_mark_a_lap_the_quickest_lap_or_the_halves() -> None:
    assert first(Sort()) == "Ash"
    assert first(Sort(0)) == "Birch"
    assert first(Sort(2, lower=True)) == "Birch"
    assert first(Sort(3, lower=True)) == "Ash"
    assert first(Sort(-1)) == "Ash"
    assert first(Sort(-1, turned=True)) == "Birch"
    assert first(Sort(4)) == "Ash"
    assert first(Sort(3), 200.0) == first(Sort(), 200.0), "what nobody has run yet sorts nobody"


def test_the_ways_to_sort_it_are_found_by_their_words() -> None:
    assert [found.text for found in SPLITS.sorts("lap 3")] == ["lap 3: the time for it"]
    assert len(SPLITS.sorts("")) == len(SPLITS.ways()) == 11
    assert [found.text for found in SPLITS.sorts("last lap")] == ["lap 4, the last: the time for it"]


def test_a_click_on_a_head_sorts_and_one_on_a_runner_chooses() -> None:
    size = (94, 20)
    clicks = {SPLITS.clicked(300.0, VIEW, (x, y), size) for x in range(size[0]) for y in range(size[1])}
    assert {"sort(0, False)", "sort(3, True)", "sort(4, False)", "pick(0)", "pick(1)"} < clicks


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_whatever_the_race_its_splits_never_tell_what_is_to_come(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    stage = picture_of(timeline, look_of(DARK)).stage
    for tenth, every in ((tenth, every) for tenth in (0, 3, 7, 10) for every in (False, True)):
        t, splits, view = timeline.duration * tenth / 10, Splits(timeline, every=every), VIEW._replace(every_mark=every)
        told = stage.sights.splits(view).text(t, view)
        for entry_number, runner in enumerate(timeline.race.entries):
            known = [at for at in splits.known(entry_number, t) if at is not None]
            assert all(at.passed.seconds <= t for at in known)
            if runner.result is not None and runner.result.seconds > t:
                assert f" {runner.result.text} " not in told


HUNDREDS = entry("Ann Ash", "2:00.00", {at: at * 0.15 for at in range(100, 800, 100)})
OFTEN = picture_of(Timeline(race(HUNDREDS, entry("Bea Birch", "2:01.00"), distance=800.0)), look_of(DARK)).stage


def test_splits_can_be_those_of_every_mark_where_times_were_taken() -> None:
    laps, every = OFTEN.sights.splits(VIEW), OFTEN.sights.splits(VIEW._replace(every_mark=True))
    assert laps.splits.marks == (200.0, 400.0, 600.0, 800.0)
    assert every.splits.marks == tuple(100.0 * at for at in range(1, 9))
    assert "d all 8 marks" in laps.text(130.0, VIEW)
    assert "d laps alone" in every.text(130.0, VIEW)
    assert tuple(sight.ways()[1][1] for sight in (every, laps)) == ("the quickest 100 m", "the quickest lap")


def test_one_goes_back_to_the_first_columns_and_on_to_those_reached_last() -> None:
    view, size = VIEW._replace(every_mark=True), (60, 20)
    sight = OFTEN.sights.splits(view)

    def heads() -> str:
        return plain(sight.shown(130.0, view, *size).draw()).splitlines()[1]

    last = heads()
    assert "halves" in last
    assert sight.clicked(130.0, view, (2, 1), size) == "columns(-1)"
    for _ in range(9):
        view = view._replace(columns=sight.turned(130.0, view, size[0], -1))
    assert re.match(r" +100 m +200 m.*›$", heads())
    assert sight.clicked(130.0, view, (2, 1), size) == ""
    assert sight.clicked(130.0, view, (59, 1), size) == "columns(1)"
    while view.columns is not None:
        view = view._replace(columns=sight.turned(130.0, view, size[0], 1))
    assert heads() == last


def test_where_times_were_taken_and_not_of_laps_the_table_is_of_those_marks() -> None:
    runners = (
        entry(name, 840.0 + at, {far: far * 0.17 + at for far in (1000, 2000, 3000, 4000)})
        for at, name in enumerate("AB")
    )
    sights = picture_of(Timeline(race(*runners, distance=5000.0)), look_of(DARK)).stage.sights
    assert sights.splits(VIEW).splits.marks == (1000.0, 2000.0, 3000.0, 4000.0, 5000.0)
    assert "d each lap" in sights.splits(VIEW).text(900.0, VIEW)
    laps = other_marks(VIEW, timed=True, others=13).view
    assert sights.splits(laps).splits.marks[:2] == (200.0, 600.0)
    assert "d the 5 marks" in sights.splits(laps).text(900.0, laps)


def test_where_times_were_taken_at_laps_alone_no_other_marks_are_offered() -> None:
    assert not SPLITS.others
    assert "marks" not in SPLITS.text(300.0, VIEW)


def test_the_last_metres_of_a_mile_are_no_part_of_the_strip() -> None:
    lines = picture_of(timeline_of(read_race(RACES / "london-mile-2026.yaml")[0]), look_of(DARK)).stage
    view = VIEW._replace(every_mark=True)
    told = lines.sights.splits(view).text(400.0, view)
    assert "1600-finish" in told
    strips = [line.split()[0] for line in told.splitlines() if line.strip()[:1] in set("▁▂▃▄▅▆▇█")]
    assert {len(strip) for strip in strips if len(strip) > 15} == {16}


def test_by_the_quickest_lap_the_first_column_says_which_and_a_click_on_the_others_still_sorts_by_them() -> None:
    view = VIEW._replace(sort=Sort(-1))
    told = SPLITS.text(300.0, view).splitlines()
    assert "quickest" in told[2]
    upper, lower = next((told[at], told[at + 1]) for at, line in enumerate(told) if "Ash" in line)
    assert "1:00.0" in upper
    assert "lap 4" in lower
    clicks = {SPLITS.clicked(300.0, view, (x, y), (120, 20)) for x in range(120) for y in (1, 2)}
    assert {"sort(-1, False)", "sort(0, False)", "sort(3, True)", "sort(4, False)"} < clicks


def test_where_parts_are_of_several_lengths_the_quickest_is_so_by_its_pace() -> None:
    ann = entry("Ann Ash", "2:08.00", {200: 34.0, 400: 67.0, 600: 100.0, 700: 115.0})
    bea = entry("Bea Birch", "2:10.00", {200: 31.0, 400: 64.0, 600: 99.0, 700: 115.5})
    stage = picture_of(Timeline(race(ann, bea, distance=800.0)), look_of(DARK)).stage
    view = VIEW._replace(every_mark=True, sort=Sort(-1))
    told = stage.sights.splits(view).text(200.0, view)
    assert stage.sights.splits(view).ways()[1][1] == "the quickest part"
    upper = [line for line in told.splitlines() if "Ash" in line or "Birch" in line]
    assert ["Ash" in line for line in upper] == [True, False]
    assert "13.0" in upper[0]
    assert "14.5" in upper[1]


def test_points_stand_below_each_other_where_a_time_was_printed_without() -> None:
    """What was given as 42 is no 42.0, and its seconds stand below the seconds of others."""
    one, two = entry("Ann Ash", 100.0, {400: "42"}), entry("Bea Birch", 101.0, {400: "42.4"})
    stage = picture_of(Timeline(race(one, two, distance=800.0)), look_of(DARK)).stage
    rows = plain(stage.sights.splits(View()).shown(90.0, View(chart="splits"), 90, 12).draw()).splitlines()
    ash, birch = (next(row for row in rows if name in row) for name in ("Ash", "Birch"))
    assert ash.index("42 ") == birch.index("42.4")
