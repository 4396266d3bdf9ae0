"""The leaderboard as text."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import Row
from replay.cells.rows import plain, row_width
from replay.drawing.panels.board import board_of, board_rows, runner_at
from replay.drawing.scene import Scene
from replay.drawing.theme.lineup import cast_of
from replay.drawing.view import View
from replay.race.race import Course, Evidence, Role, Status, Surface
from replay.race.track import track_of
from replay.race.units import Unit
from replay.state.timeline import RunnerState, Timeline
from tests.builders import entry, race, time
from tests.miles import LOOK, MILE, SCENE, TIMELINE
from tests.together import together

PLAIN = View()


def board(t: float, width: int = 46, height: int = 6, view: View = PLAIN) -> str:
    return plain(board_rows(board_of(MILE, TIMELINE.at(t), {}, view, height), SCENE, width, height))


def test_the_board_at_the_finish_has_results_as_they_were_printed() -> None:
    lines = board(TIMELINE.duration).splitlines()
    assert lines[1].split()[:5] == ["1", "KER", "Kerr", "GBR", "3:45.34"]
    assert lines[2].split()[:5] == ["2", "ING", "Ingebrigtsen", "NOR", "3:45.60"]
    assert lines[3].endswith("paced")
    assert "time not known" in lines[4]


@pytest.mark.parametrize(
    ("role", "wide", "narrow"), [(Role.PACEMAKER, "paced", "paced"), (None, "did not finish", "DNF")]
)
def test_a_pacemaker_who_left_has_done_his_work_and_anybody_else_did_not_finish(
    role: Role | None, wide: str, narrow: str
) -> None:
    field = race(entry("Ada", 240.0), entry("Bea", None, {300: 45.0}, status=Status.DNF, role=role))
    scene = Scene(field, cast_of(field, LOOK), LOOK, track_of(field))
    state = Timeline(field).at(240.0)
    shown = {
        width: plain(board_rows(board_of(field, state, {}, View(), 3), scene, width, 3)).splitlines()[2]
        for width in range(20, 60)
    }
    assert shown[59].rstrip().endswith(wide)
    assert shown[20].rstrip().endswith(narrow)
    assert all(line.rstrip().endswith((wide, narrow)) for line in shown.values())


def test_where_a_list_has_no_nations_the_club_stands_behind_the_name() -> None:
    field = race(entry("Ada Ash", 240.0, club="City AC"), entry("Bea Birch", 241.0, club="Hill Runners", nation="GBR"))
    scene = Scene(field, cast_of(field, LOOK), LOOK, track_of(field))
    lines = plain(board_rows(board_of(field, Timeline(field).at(100.0), {}, View(), 3), scene, 46, 3)).splitlines()
    assert "Ash City AC" in lines[1]
    assert "Birch GBR " in lines[2]


def test_a_space_parts_the_letter_from_a_change_of_ten_places() -> None:
    field = race(*(entry(f"A{chr(97 + at)}", 220.0 + at) for at in range(12)), distance=1500.0)
    state = Timeline(field).at(100.0)
    cast = cast_of(field, LOOK)
    rows = board_rows(
        board_of(field, state, {0: 12, **{at: at for at in range(1, 12)}}, View(), 14),
        Scene(field, cast, LOOK, track_of(field)),
        44,
        14,
    )
    shown = plain(rows).splitlines()
    assert "▲11 " + cast.codes[0] in shown[1]
    assert "▼1  " + cast.codes[1] in shown[2]


def test_who_runs_nobody_knows_where_is_said_to() -> None:
    lost = entry("Hal Pace", status=Status.DNF, role=Role.PACEMAKER)
    field = race(*MILE.entries[:2], lost, distance=MILE.distance)
    scene = Scene(field, cast_of(field, LOOK), LOOK, track_of(field))
    rows = board_rows(board_of(field, Timeline(field).top(130.0, 9), {}, PLAIN, 6), scene, 46, 6)
    assert re.search(r"Pace pace +not known where", plain(rows))


def test_the_board_at_the_gun_names_no_leader() -> None:
    assert "leader" not in board(0.0)


def test_a_gap_between_known_splits_far_apart_is_marked_as_estimated() -> None:
    rows = [line for line in board(150.0).splitlines() if "Kerr" in line or "Ingebrigtsen" in line]
    assert any("~+" in row for row in rows)


def test_a_number_that_is_a_name_is_shown_where_the_word_before_it_has_no_room() -> None:
    field = race(*(entry(f"Runner {2000 + at}", 220.0 + at) for at in range(3)), distance=1500.0)
    scene = Scene(field, cast_of(field, LOOK), LOOK, track_of(field))
    state = Timeline(field).at(999.0)
    texts = {
        width: plain(board_rows(board_of(field, state, {}, View(), 4), scene, width, 4)) for width in range(22, 40)
    }
    assert all("Runner 2002" in text or "R 2002" in text for text in texts.values())
    assert "Runner 2002" in texts[39]


def test_gaps_are_to_the_pinned_runner() -> None:
    assert "pinned" in board(150.0, view=View(pinned=1))


def test_a_board_too_low_for_all_says_how_many_are_left_out_and_keeps_the_chosen_one() -> None:
    text = board(TIMELINE.duration, height=4, view=View(chosen=3))
    assert "more" in text
    assert "Kipsang" in text


def test_a_click_finds_the_runner_of_its_row() -> None:
    state = TIMELINE.at(TIMELINE.duration)
    assert runner_at(board_of(MILE, state, {}, View(), 6), 0) is None
    assert runner_at(board_of(MILE, state, {}, View(), 6), 1) == 0
    assert runner_at(board_of(MILE, state, {}, View(), 6), 2) == 1


@given(st.integers(16, 90), st.integers(2, 20), st.floats(0, 230))
def test_every_row_of_the_board_fits_its_width(width: int, height: int, t: float) -> None:
    rows = board_rows(board_of(MILE, TIMELINE.at(t), {}, View(), height), SCENE, width, height)
    assert len(rows) == height
    assert {row_width(row) for row in rows} == {width}


def test_rows_that_were_made_for_another_width_are_of_no_use() -> None:
    kept: dict[object, Row] = {}
    for width in range(1, 60):  # of many the columns are the same
        rows = board_rows(board_of(MILE, TIMELINE.at(100.0), {}, View(), 12), SCENE, width, 12, kept)
        assert {row_width(row) for row in rows} == {width}


def test_the_first_409_m_of_a_mile_are_not_shown_as_a_lap() -> None:
    def laps(t: float) -> list[str]:
        return [line.lap for line in board_of(MILE, TIMELINE.at(t), {}, View(), 6).lines]

    assert set(laps(70.0)) == {""}
    assert any(laps(125.0))


def test_who_is_a_lap_behind_is_said_to_be_in_small_letters() -> None:
    timeline = Timeline(race(entry("Ann Ash", 1600.0), entry("Bea Birch", 1740.0), distance=10000.0))
    scene = Scene(timeline.race, cast_of(timeline.race, LOOK), LOOK, track_of(timeline.race))
    for t, told in ((400.0, ("BIR", "+32")), (1000.0, ("bir", "+1 lap")), (1590.0, ("bir", "+2 laps"))):
        shown = plain(board_rows(board_of(timeline.race, timeline.at(t), {}, PLAIN, 6), scene, 60, 6))
        assert all(words in shown for words in told), shown


@together(
    ("name", "width", "nations"),
    [
        ("Bea Gebreselama", 33, 2),
        ("Bea Mu-Nikolayeva-Ash", 33, 1),
        ("Bea Makhloufis", 30, 2),
        ("Bea Lewandowski", 30, 1),
    ],
)
def test_a_nation_takes_the_blanks_before_a_short_gap(name: str, width: int, nations: int) -> None:
    timeline = Timeline(race(entry("Ann Ash", 240.0, nation="KEN"), entry(name, 242.0, nation="ETH")))
    scene = Scene(timeline.race, cast_of(timeline.race, LOOK), LOOK, track_of(timeline.race))
    shown = plain(board_rows(board_of(timeline.race, timeline.at(200.0), {}, PLAIN, 6), scene, width, 6))
    assert len(re.findall("KEN|ETH", shown)) == nations, shown


@pytest.mark.parametrize(("unit", "named"), [(Unit.KILOMETRES, "km"), (Unit.MILES, "mi")])
def test_on_a_road_the_last_column_is_no_lap(unit: Unit, named: str) -> None:
    road = Course(Surface.ROAD, unit=unit)
    timeline = Timeline(race(entry("Ann Ash", 900.0), entry("Bea Birch", 930.0), distance=5000.0, course=road))
    scene = Scene(timeline.race, cast_of(timeline.race, LOOK), LOOK, track_of(timeline.race))
    head = plain(board_rows(board_of(timeline.race, timeline.at(500.0), {}, PLAIN, 6), scene, 60, 6)).splitlines()[0]
    assert head.split()[-1] == named


def test_the_last_195_m_of_a_marathon_are_not_shown_as_a_kilometre() -> None:
    for distance, told in ((42195.0, False), (42000.0, True)):
        timeline = Timeline(race(entry("Ann Ash", "2:00:00"), distance=distance, course=Course(Surface.ROAD)))
        (line,) = board_of(timeline.race, timeline.at(7200.0), {}, PLAIN, 6).lines
        assert bool(line.lap) is told
        (line,) = board_of(timeline.race, timeline.at(3600.0), {}, PLAIN, 6).lines
        assert re.fullmatch(r"~2:5\d", line.lap), "no tenths, where none were printed"


def test_once_nobody_runs_the_board_has_the_margins_where_the_splits_were() -> None:
    head, first, second, *_ = board(TIMELINE.duration, width=62).splitlines()
    assert re.search(r"result +behind +last lap", head)
    assert "+" not in first
    assert re.search(r"3:45\.60 +\+0\.26 ", second)
    assert re.search(r"gap +split", board(225.4, width=62).splitlines()[0]), "somebody runs"


def test_among_runners_whom_an_estimate_cannot_tell_apart_no_place_is_won_or_lost() -> None:
    first, second, third = TIMELINE.at(100.0).standings[:3]
    gap = (second.gap or 0.0) + 0.02

    def won(evidence: Evidence) -> list[int | None]:
        close = (first, second._replace(evidence=evidence), third._replace(evidence=evidence, gap=gap))
        state = TIMELINE.at(100.0)._replace(standings=close)
        shown = board_of(MILE, state, {second.entry: 3, third.entry: 2}, PLAIN, 6)
        return [line.won for line in shown.lines]

    assert won(Evidence.MEASURED)[1:] == [1, -1]
    assert won(Evidence.ESTIMATED)[1:] == [None, None]


def test_whoever_wins_places_wins_them_from_those_who_lose_them() -> None:
    state = TIMELINE.at(100.0)
    first, second, third = state.standings[:3]

    def won(*standings: RunnerState) -> list[int]:
        now = state._replace(standings=standings)
        earlier = {first.entry: 3, second.entry: 1, third.entry: 2}
        return [line.won or 0 for line in board_of(MILE, now, earlier, PLAIN, 6).lines]

    assert won(first, second, third) == [2, -1, -1]
    # Beside the third is the second; to be in front of him he has passed nobody, and from neither is a place won.
    level = third._replace(evidence=Evidence.ESTIMATED, gap=0.02)
    assert won(first._replace(evidence=Evidence.ESTIMATED), second, level) == [1, -1, 0]
    # Who is home has won his, too.
    assert won(first._replace(status="finished", result=225.0), second, third) == [2, -1, -1]
    # He has passed nobody of whom it is not known where he was.
    assert board_of(MILE, state, {first.entry: 9}, PLAIN, 6).lines[0].won is None


def test_small_letters_are_told_where_there_is_a_row_for_it() -> None:
    laps: dict[float, float | str] = {400.0 * lap: 60.0 * lap for lap in range(1, 13)}
    slow: dict[float, float | str] = {400.0 * lap: 80.0 * lap for lap in range(1, 13)}
    field = race(entry("Ada Ash", 750.0, laps), entry("Bea Birch", 1000.0, slow), distance=5000.0)
    scene = Scene(field, cast_of(field, LOOK), LOOK, track_of(field))
    for t, height, told in ((400.0, 6, True), (400.0, 3, False), (60.0, 6, False)):
        rows = board_rows(board_of(field, Timeline(field).at(t), {}, View(), height), scene, 46, height)
        assert ("bir in small letters: a lap or more behind" in plain(rows)) is told


def test_at_the_gun_the_board_presents_who_runs_by_whole_names_with_their_bests() -> None:
    ann = replace(entry("Ann Ash-Longfellow", 220.0, nation="GBR"), pb=time("3:39.50"))
    field = race(ann, entry("Bea Birch", 221.0, nation="NOR"), distance=1500.0)
    state = Timeline(field).at(0.0)

    def shown(width: int) -> str:
        rows = board_rows(
            board_of(field, state, {}, View(), 6), Scene(field, cast_of(field, LOOK), LOOK, track_of(field)), width, 6
        )
        assert [row_width(row) for row in rows] == [width] * 6
        return plain(rows)

    assert "Ann Ash-Longfellow GBR pb 3:39.50" in shown(46)
    assert "Ann Ash-Longfellow GBR" in shown(30)
    assert "pb" not in shown(30)
    assert "Longfellow" in shown(24)
    assert "Ann Ash" not in shown(24)


def test_at_the_gun_nobody_asks_what_became_of_who_starts() -> None:
    lost, out = entry("Bea Birch", nation="NOR"), entry("Cia Cole", status=Status.DNS)
    field = race(entry("Ann Ash", 220.0), lost, out, distance=1500.0)
    rows = board_rows(
        board_of(field, Timeline(field).at(0.0), {}, View(), 6),
        Scene(field, cast_of(field, LOOK), LOOK, track_of(field)),
        46,
        6,
    )
    assert "Bea Birch NOR" in plain(rows)
    assert "not known" not in plain(rows)
    assert re.search("Cole.*did not start", plain(rows))
