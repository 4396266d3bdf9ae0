"""The panels beside the track, as text."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import Ink
from replay.cells.rows import fill, over, plain, row_width, spread
from replay.commentary import Call, CallKind
from replay.drawing.pages.menu import MenuLine, menu_rows, preview_rows
from replay.drawing.panels.bars import footer_row, title_row
from replay.drawing.panels.board import board_of, board_rows, runner_at
from replay.drawing.panels.feed import feed_of, feed_rows
from replay.drawing.panels.gap_chart import GapChart, chart_rows, gaps_of
from replay.drawing.panels.pack_strip import PaceMark, strip_of, strip_rows
from replay.drawing.panels.packs import Behind, packs_of
from replay.drawing.panels.scrubber import Scrub, column, scrubber_rows, share_at
from replay.drawing.scene import Scene
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Hint, View
from replay.race.race import Evidence, Role, Split, Status, Time
from replay.race.sources import Source
from replay.race.track import track_of
from replay.state.timeline import Timeline
from replay.viewing.course import CourseView
from replay.viewing.layout import layout
from replay.viewing.stage import Stage
from tests.builders import entry, race

LOOK = look_of(DARK)
KERR = entry("Josh Kerr", "3:45.34", {800: "1:53.0", 1200: "2:50.70"}, place=1, nation="GBR")
JAKOB = entry("Jakob Ingebrigtsen", "3:45.60", {800: "1:52.9", 1200: "2:50.90"}, place=2, nation="NOR")
PACE = entry("Abe Alvarado", None, {400: 55.91, 800: "1:52.74"}, status=Status.DNF, role=Role.PACEMAKER, nation="USA")
NOBODY = entry("Abel Kipsang", None, nation="KEN")
MILE = race(KERR, JAKOB, PACE, NOBODY, distance=1609.344)
TIMELINE = Timeline(MILE)
CAST = cast_of(MILE, LOOK)
SCENE = Scene(MILE, CAST, LOOK, track_of(MILE))


PLAIN = View()


def board(t: float, width: int = 44, height: int = 6, view: View = PLAIN) -> str:
    return plain(board_rows(board_of(MILE, TIMELINE.at(t), {}, view, height), SCENE, width, height))


def test_the_board_at_the_finish_has_results_as_they_were_printed() -> None:
    lines = board(TIMELINE.duration).splitlines()
    assert lines[1].split()[:5] == ["1", "K", "Kerr", "GBR", "3:45.34"]
    assert lines[2].split()[:5] == ["2", "I", "Ingebrigtsen", "NOR", "3:45.60"]
    assert "did not finish" in lines[3]
    assert "time not known" in lines[4]


def test_a_space_parts_the_letter_from_a_change_of_ten_places() -> None:
    field = race(*(entry(f"A{chr(97 + at)}", 220.0 + at) for at in range(12)), distance=1500.0)
    state = Timeline(field).at(100.0)
    cast = cast_of(field, LOOK)
    rows = board_rows(
        board_of(field, state, {0: 11, 1: 120}, View(), 14), Scene(field, cast, LOOK, track_of(field)), 44, 14
    )
    shown = plain(rows).splitlines()
    assert "▲10 " + cast.tags[0] in shown[1]
    assert "▲   " + cast.tags[1] in shown[2]


def test_the_board_at_the_gun_names_no_leader() -> None:
    assert "leader" not in board(0.0)


def test_a_gap_between_known_splits_far_apart_is_marked_as_estimated() -> None:
    rows = [line for line in board(150.0).splitlines() if "Kerr" in line or "Ingebrigtsen" in line]
    assert any("~+" in row for row in rows)


def test_gaps_are_to_the_pinned_runner() -> None:
    assert "pinned" in board(150.0, view=View(pinned=1))


def test_a_board_too_low_for_all_says_how_many_are_left_out_and_keeps_the_chosen_one() -> None:
    text = board(TIMELINE.duration, height=4, view=View(chosen=3))
    assert "more" in text
    assert "Kipsang" in text


def test_a_click_finds_the_runner_of_its_row() -> None:
    state = TIMELINE.at(TIMELINE.duration)
    assert runner_at(state, 6, View(), 0) is None
    assert runner_at(state, 6, View(), 1) == 0
    assert runner_at(state, 6, View(), 2) == 1


@given(st.integers(16, 90), st.integers(2, 20), st.floats(0, 230))
def test_every_row_of_the_board_fits_its_width(width: int, height: int, t: float) -> None:
    rows = board_rows(board_of(MILE, TIMELINE.at(t), {}, View(), height), SCENE, width, height)
    assert len(rows) == height
    assert {row_width(row) for row in rows} == {width}


def test_the_feed_shows_the_last_that_was_said_at_the_bottom() -> None:
    said = [Call(0.0, CallKind.GUN, "They are off"), Call(55.91, CallKind.SPLIT, "400 m in 55.91")]
    lines = plain(feed_rows(feed_of(said, 60.0), MILE, LOOK, 40, 4)).splitlines()
    assert lines[2:] == ["  0:00.0 ● They are off", "  0:55.9 · 400 m in 55.91"]


def test_the_result_stays_above_what_is_said_after_it() -> None:
    result = [Call(225.0, CallKind.FINISH, f"Result {line}", pinned=True, form="r") for line in range(3)]
    quotes = [Call(230.0, CallKind.QUOTE, f"Quote {number}", by="Kerr") for number in range(9)]
    lines = plain(feed_rows(feed_of([*result, *quotes], 240.0), MILE, LOOK, 60, 6)).splitlines()
    assert ["Result" in line for line in lines] == [True, True, True, False, False, False]
    assert "Quote 8" in lines[-1]
    # Of a low feed it takes half, and while nobody else speaks nothing is moved.
    assert plain(feed_rows(feed_of([*result, *quotes], 240.0), MILE, LOOK, 60, 2)).count("Result") == 1
    assert plain(feed_rows(feed_of(result, 226.0), MILE, LOOK, 60, 3)).count("Result") == 3


def test_a_note_names_the_report_it_is_from() -> None:
    with_source = replace(MILE, sources={"rw": Source("rw", publisher="Runner’s World")})
    said = [Call(9.0, CallKind.SPLIT, "Kerr is unbeaten", source="rw")]
    assert "Kerr is unbeaten (Runner’s World)" in plain(feed_rows(feed_of(said, 9.0), with_source, LOOK, 80, 1))


def test_the_first_409_m_of_a_mile_are_not_shown_as_a_lap() -> None:
    def laps(t: float) -> list[str]:
        return [line.lap for line in board_of(MILE, TIMELINE.at(t), {}, View(), 6).lines]

    assert set(laps(70.0)) == {""}
    assert any(laps(125.0))


def test_a_quote_has_its_speaker_and_source() -> None:
    with_source = replace(MILE, sources={"rw": Source("rw", publisher="Runner’s World")})
    said = [Call(0.0, CallKind.QUOTE, "blindfolded.", by="Jakob Ingebrigtsen", source="rw")]
    assert "“blindfolded.” Jakob Ingebrigtsen, Runner’s World" in plain(
        feed_rows(feed_of(said, 0.0), with_source, LOOK, 80, 2)
    )


def test_a_quote_longer_than_the_feed_begins_at_its_beginning_and_is_read_on() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    said = [Call(10.0, CallKind.QUOTE, words, by="Kerr")]
    assert "word0 " in plain(feed_rows(feed_of(said, 10.0), MILE, LOOK, 40, 3))
    assert "word39" in plain(feed_rows(feed_of(said, 100.0), MILE, LOOK, 40, 3))


def test_the_feed_can_be_read_back() -> None:
    said = [Call(float(number), CallKind.SPLIT, f"call {number}") for number in range(10)]
    assert "call 9" not in plain(feed_rows(feed_of(said, 20.0, 3), MILE, LOOK, 40, 3))
    assert "call 0" in plain(feed_rows(feed_of(said, 20.0, 99), MILE, LOOK, 40, 3))


def test_the_scrubber_marks_what_is_known_beforehand_and_no_moment_to_come() -> None:
    scrub = Scrub(1609.344, 800.0, 0.0, ((409.344, "409"), (1209.344, "bell")), (500.0,))
    bar, labels = plain(scrubber_rows(scrub, LOOK, 80)).splitlines()
    head = bar.index("●")
    assert bar.count("◆") == 1
    assert bar.index("◆") < head < bar.index("┃")
    assert "bell" in labels
    assert "finish" in labels


def test_a_click_on_the_scrubber_is_the_inverse_of_where_the_head_is() -> None:
    for metres in (0.0, 400.0, 1000.0, 1600.0):
        x = column(Scrub(1609.344, metres, 0.0, (), ()), 100)
        share, _ = share_at(x, 100)
        assert abs(share * 1609.344 - metres) < 1609.344 / 90


def test_the_strip_keeps_the_leader_right_and_the_last_left() -> None:
    text = plain(strip_rows(strip_of([Behind(0, 0.0), Behind(1, 12.0)], 60), CAST, LOOK, 60, 2)).splitlines()
    assert text[0].index("K") > text[0].index("I")


def test_runners_level_with_each_other_stand_on_top_of_each_other_and_none_is_lost_in_silence() -> None:
    rows = plain(strip_rows(strip_of([Behind(0, 0.0), Behind(1, 0.0), Behind(2, 0.0)], 60), CAST, LOOK, 60, 3))
    assert "1 more" in rows


@given(st.lists(st.floats(0, 300), min_size=1, max_size=16), st.integers(40, 120), st.integers(2, 4), st.booleans())
def test_letters_and_the_count_of_those_without_add_up_to_all_who_run(
    metres: list[float], width: int, height: int, lit: bool
) -> None:
    field = race(*(entry(f"Ann {chr(65 + at)}xxx", None, place=at + 1) for at in range(len(metres))), distance=1500.0)
    cast = cast_of(field, LOOK)
    light = PaceMark(20.0, ("0.4 s outside even world-record pace", "0.4 s outside")) if lit else None
    behind = [Behind(at, gap) for at, gap in enumerate(metres)]
    rows = strip_rows(strip_of(behind, width, light=light), cast, LOOK, width, height)
    letters = sum(ink in cast.chips and text in cast.tags for row in rows[:-1] for text, ink in row)
    told = re.search(r"(\d+) more|\+(\d+)", plain(rows))
    assert letters + (int(told[1] or told[2]) if told else 0) == len(metres)


def test_one_who_is_level_is_told_in_the_singular_where_there_is_room() -> None:
    close = [Behind(0, 0.0), Behind(1, 0.0)]
    assert "1 more is level with these" in plain(strip_rows(strip_of(close, 80), CAST, LOOK, 80, 2))
    far = plain(strip_rows(strip_of([*close, Behind(2, 190.0)], 80), CAST, LOOK, 80, 2))
    assert "1 more is level with these" in far
    assert far.index(CAST.tags[2]) < far.index("1 more") < far.index("K")


def test_groups_go_by_metres_whatever_the_order_on_the_board() -> None:
    packs = packs_of([Behind(0, 0.0), Behind(1, 3.0), Behind(2, 15.0), Behind(3, 9.0)])
    assert [[runner.entry for runner in pack.runners] for pack in packs] == [[0, 1, 3, 2]]


def test_runners_are_together_until_the_next_is_more_than_eight_metres_back() -> None:
    packs = packs_of([Behind(0, 0.0, 0.0), Behind(1, 7.0, 1.0), Behind(2, 20.0, 2.9), Behind(3, 28.0, 4.0)])
    assert [[runner.entry for runner in pack.runners] for pack in packs] == [[0, 1], [2, 3]]
    assert packs[0].gap == ()
    assert packs[1].gap == ("1.9 s, 13 m", "13 m")
    estimated = packs_of([Behind(0, 0.0, 0.0), Behind(1, 20.0, 2.9, estimated=True)])
    assert estimated[1].gap == ("~2.9 s, 20 m", "~20 m")


@given(st.lists(st.floats(0, 500), max_size=30))
def test_everybody_is_in_one_group_and_groups_keep_the_order(metres: list[float]) -> None:
    behind = [Behind(entry, gap) for entry, gap in enumerate(sorted(metres))]
    packs = packs_of(behind)
    assert [runner for pack in packs for runner in pack.runners] == behind
    assert all(pack.metres > 8 for pack in packs[1:])


def test_groups_are_bracketed_with_the_gap_between_them() -> None:
    behind = [Behind(0, 0.0, 0.0), Behind(1, 3.0, 0.4), Behind(2, 40.0, 5.6)]
    rows = plain(strip_rows(strip_of(behind, 100), CAST, LOOK, 100, 3)).splitlines()
    assert "5.2 s, 37 m" in rows[0]
    assert rows[0].count("╭") == rows[0].count("╮") == 1
    assert rows[0].index("5.2 s") < rows[0].index("╭")
    assert "Kerr K" in rows[1]


@given(st.lists(st.floats(0, 400), min_size=1, max_size=4), st.integers(30, 220), st.integers(2, 5))
def test_a_strip_is_as_large_as_its_panel(metres: list[float], width: int, height: int) -> None:
    rows = strip_rows(
        strip_of([Behind(entry, gap) for entry, gap in enumerate(sorted(metres))], width), CAST, LOOK, width, height
    )
    assert [row_width(row) for row in rows] == [width] * height


def test_the_chart_draws_nothing_that_is_to_come() -> None:
    chart = GapChart(TIMELINE, 30)
    assert chart.upto(0.0) == 0
    assert chart.upto(TIMELINE.duration) == chart.columns
    early = plain(chart_rows(gaps_of(chart, 30.0, [0, 1]), CAST, LOOK, 42, 8))
    late = plain(chart_rows(gaps_of(chart, TIMELINE.duration, [0, 1]), CAST, LOOK, 42, 8))
    assert sum(0x2800 < ord(char) < 0x2900 for char in early) < sum(0x2800 < ord(char) < 0x2900 for char in late)


@given(st.lists(st.floats(0, TIMELINE.duration), min_size=1, max_size=5))
def test_a_chart_that_goes_on_is_as_one_made_at_once(times: list[float]) -> None:
    kept = GapChart(TIMELINE, 30)
    shown = [chart_rows(gaps_of(kept, t, [0, 1, 2]), CAST, LOOK, 42, 8) for t in times]
    assert shown[-1] == chart_rows(gaps_of(GapChart(TIMELINE, 30), times[-1], [0, 1, 2]), CAST, LOOK, 42, 8)


def test_who_has_stepped_off_is_not_drawn_further_and_further_behind() -> None:
    chart = GapChart(TIMELINE, 30)
    pace = [column[2] for column in chart.gaps]
    assert any(gap == gap for gap in pace)
    assert pace[-1] != pace[-1]


@given(st.integers(10, 260), st.integers(3, 90), st.integers(1, 60))
def test_every_panel_lies_inside_the_screen_and_none_on_another(width: int, height: int, runners: int) -> None:
    taken: set[tuple[int, int]] = set()
    for rect in layout(width, height, runners).places.values():
        assert rect.x >= 0
        assert rect.y >= 0
        assert rect.x + rect.width <= width
        assert rect.y + rect.height <= height
        cells = {(x, y) for x in range(rect.x, rect.x + rect.width) for y in range(rect.y, rect.y + rect.height)}
        assert not cells & taken
        taken |= cells


def test_at_the_named_sizes_nothing_essential_is_left_out() -> None:
    for width, height in ((80, 24), (120, 40), (200, 60)):
        assert layout(width, height, 14).left_out == ()


def test_what_has_no_room_is_named() -> None:
    assert layout(40, 10, 14).left_out == ("pack strip", "commentary", "track")


def test_writing_over_a_row_keeps_its_width_and_its_ground() -> None:
    ground = Ink(fg=1, bg=2)
    row = over((("....", ground), ("####", Ink(fg=3, bg=4))), [(2, "abcd", Ink(fg=9))])
    assert plain([row]) == "..abcd##"
    assert row[1] == ("ab", Ink(fg=9, bg=2))
    assert row[2] == ("cd", Ink(fg=9, bg=4))


def test_rows_are_filled_and_spread_to_their_width() -> None:
    ink = Ink()
    assert plain([fill([("ab", ink)], 4, ink)]) == "ab"
    assert row_width(fill([("abcdef", ink)], 4, ink)) == 4
    assert plain([spread([("left", ink)], [("right", ink)], 12, ink)]) == "left   right"


def test_the_footer_keeps_the_most_needed_keys_and_says_where_they_can_be_clicked() -> None:
    hints = [Hint("a", "long words here", "one", 2), Hint("?", "help", "help", 1)]
    row, spots = footer_row(hints, LOOK, 12)
    assert plain([row]).split() == ["?", "help"]
    assert spots[0][2] == "help"


def test_the_title_leaves_out_what_does_not_fit() -> None:
    assert plain([title_row(MILE, "1x", LOOK, 10)]).strip() == "Test  1x"


def test_the_preview_tells_nothing_of_the_result() -> None:
    text = plain(preview_rows(MILE, LOOK, 60, 40))
    assert "3:45" not in text
    field = " ".join(
        line for line in text.splitlines() if "Alvarado" in line or "Kerr" in line or "Ingebrigtsen" in line
    )
    assert field.split()[0] == "Alvarado"


def test_the_chosen_line_of_the_menu_is_always_seen() -> None:
    lines = [MenuLine(f"race {number}") for number in range(50)]
    for chosen in (0, 25, 49):
        assert f"race {chosen}" in plain(menu_rows(lines, chosen, LOOK, 40, 10))


def test_a_stage_draws_the_same_picture_twice_in_any_order_of_times() -> None:
    stage = Stage(TIMELINE, LOOK)
    stadium = stage.stadium(78, 25)
    first = {t: CourseView(stage).runners(t, stadium, stage.order_at(t)) for t in (10.0, 100.0, 200.0)}
    again = {t: CourseView(stage).runners(t, stadium, stage.order_at(t)) for t in (200.0, 10.0, 100.0)}
    assert first == again


def test_an_unknown_runner_is_not_drawn() -> None:
    stage = Stage(TIMELINE, LOOK)
    stadium = stage.stadium(78, 25)
    drawn = CourseView(stage).runners(60.0, stadium, stage.order_at(60.0))
    letters = {text for overlays in drawn.values() for _, text, _ in overlays}
    assert stage.cast.tags[3] not in letters
    assert stage.cast.tags[0] in letters


def test_evidence_has_an_order() -> None:
    assert Evidence.MEASURED.weakness < Evidence.REPORTED.weakness < Evidence.ESTIMATED.weakness


def test_at_the_finish_the_scoreboard_has_the_margins_in_seconds_and_in_metres() -> None:
    stage = Stage(TIMELINE, LOOK)
    stadium = stage.stadium(76, 25)

    def shown(t: float) -> str:
        texts = stage.scores(TIMELINE.at(t), stadium.infield)
        return "\n".join("".join(text for _, text, _ in texts[y]) for y in sorted(texts))

    behind = MILE.distance - (TIMELINE.motion.distance_at(1, 225.34) or 0.0)
    assert 1.0 < behind < 2.5
    assert f"~{behind:.1f} m" not in shown(225.4), "he is not home yet"
    assert "+0.26" in shown(226.0)
    assert f"~{behind:.1f} m" in shown(226.0)


def test_the_strip_says_how_sure_an_estimate_of_the_chosen_runner_is() -> None:
    guess = Split(600.0, Time(82.0, Evidence.ESTIMATED), margin=9.0)
    unsure = replace(KERR, splits=(guess, *KERR.splits))
    stage = Stage(Timeline(replace(MILE, entries=(unsure, JAKOB, PACE, NOBODY))), LOOK)
    state = stage.timeline.at(82.0)
    assert "Kerr ±9 m, 9 times in 10" in plain(stage.strip(state, View(chosen=0), 120, 3).draw())
    assert "±" not in plain(stage.strip(state, View(chosen=1), 120, 3).draw())
    assert unsure.margin_at(300.0, 1609.344) == 4.5
    assert unsure.margin_at(800.0, 1609.344) == 0.0
