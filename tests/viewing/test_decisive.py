"""The bell, a new leader, a record that is near and the winner, as a picture marks them."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import contrast
from replay.cells.rows import plain
from replay.commentary import CallKind, call_race
from replay.drawing.view import Eye, View
from replay.files.library import Library
from replay.race.pacelights import PaceLight
from replay.race.race import Evidence, Race, Record, Time
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.decisive import Chase, chase, flash, letters, new_leader, record_text, signed
from replay.viewing.frame import Size, frame, moment, piece
from replay.viewing.panels import PANELS
from replay.viewing.picture import Picture
from tests.miles import LOOK
from tests.together import together

COURSE = next(panel for panel in PANELS if panel.name == "course")
RACES = {item.id: item.race for item in Library(Path("nowhere")).items() if item.race is not None}


@cache
def picture(race: str) -> Picture:
    timeline = timeline_of(RACES[race])
    return picture_of(timeline, LOOK, call_race(timeline))


@given(st.floats(0, 30), st.sampled_from([0.125, 0.5, 1.0, 4.0, 16.0, 64.0]))
def test_nothing_flashes_more_than_three_times_a_second_of_the_viewer(start: float, rate: float) -> None:
    view = View(eye=Eye(rate=rate))
    states = [flash(start + step / 100 * rate, view) for step in range(101)]
    begun = sum(now and not before for before, now in itertools.pairwise(states))
    assert begun <= 3


@given(st.floats(-5, 30))
def test_where_motion_is_not_wanted_it_stays_lit_and_does_not_flash(since: float) -> None:
    assert flash(since, View(still=True)) is (0 <= since < 2.5)


MOST_FLASHES = 3
"""In a second: pairs of opposing changes of so much of white's luminance or more (WCAG 2.3.1)."""
LEAST = 0.1
_RUNNERS = 14
"""Cells of the screen that runners may light as they come by, one each."""


@pytest.mark.sampled(3)
@pytest.mark.parametrize("near", [0.0, 1.0])
@pytest.mark.parametrize("what", [CallKind.BELL, CallKind.LEAD, CallKind.FINISH])
def test_no_part_of_a_picture_flashes_more_than_three_times_in_any_second(what: CallKind, near: float) -> None:
    shown, size = picture("london-mile-2026"), Size(80, 24)
    since = next(call.time for call in shown.stage.calls if call.kind is what and call.time > 10)
    view = View(eye=Eye(near=near), playing=True)
    films: dict[tuple[int, int], list[float]] = {}
    for step in range(45):
        for y, row in enumerate(frame(shown, view, since + step / 30, size).rows):
            for x, ground in enumerate(ground for text, ink in row for ground in [ink.bg or 0] * len(text)):
                films.setdefault((x, y), []).append(luminance(ground))
    changing = [film for film in films.values() if max(film) - min(film) >= LEAST]
    assert any(reversals(film) for film in changing)
    windows = [[film[start : start + 30] for film in changing] for start in range(0, 16, 5)]
    assert all(sum(reversals(film) > 2 * MOST_FLASHES for film in films) <= _RUNNERS for films in windows)


@cache
def luminance(colour: int) -> float:
    """Of white's."""
    return (contrast(colour, 0) - 1) / 20


def reversals(film: Sequence[float]) -> int:
    """How often luminance turns, each time by a tenth of white's."""
    turns, rising, extreme = 0, None, film[0]
    for light in film:
        if rising is None or (light > extreme) is not rising:
            if abs(light - extreme) >= LEAST:
                turns, rising, extreme = turns + 1, light > extreme, light
        else:
            extreme = light
    return turns


def test_a_new_leader_is_lit_and_nobody_later() -> None:
    shown = picture("london-mile-2026")
    (lead, *_) = [call for call in shown.stage.calls if call.kind is CallKind.LEAD and call.time > 10]
    assert new_leader(shown.stage.calls, lead.time, View()) == lead.entries[0]
    assert new_leader(shown.stage.calls, lead.time + 3.0, View()) is None


def test_the_record_that_is_near_stands_beside_the_clock_and_none_that_is_far() -> None:
    stage = picture("london-mile-2026").stage
    near = chase(stage.race, stage.timeline.at(200.0))
    assert near is not None
    assert near.said(9).startswith("WR ~ −0.")
    assert near.said(40).startswith("world record ~ −0.")
    assert near.inside
    assert all(chase(stage.race, stage.timeline.at(float(t))) is None for t in (0, 10, 60, 225))
    falls = picture("ingebrigtsen-two-mile-2023").stage  # by four seconds
    last = chase(falls.race, falls.timeline.at(470.0))
    assert last is not None
    assert last.said(40).startswith("world best ~ −")


@together(
    ("label", "room", "told"),
    [
        ("American indoor record", 29, "American indoor record −0.38"),
        ("American indoor record", 26, "American indoor −0.38"),
        ("American indoor record", 12, "record −0.38"),
        ("Olympic record", 16, "OR −0.38"),
        ("championship record", 24, "championship −0.38"),
        ("championship record", 12, "CR −0.38"),
    ],
)
def test_a_record_without_room_for_all_of_its_name_keeps_what_tells_which_it_is(
    label: str, room: int, told: str
) -> None:
    assert Chase(PaceLight(label, 226.0, "3:46.00"), "−0.38", inside=True).said(room) == told


@together(
    ("label", "short"),
    [("world record", "WR"), ("Olympic record", "OR"), ("North American record", "record"), ("best", "best")],
)
def test_a_record_has_its_initials(label: str, short: str) -> None:
    assert letters(label) == short


def test_a_record_that_the_leader_cannot_set_is_not_told() -> None:
    timeline = picture("london-mile-2026").stage.timeline
    state, light = timeline.at(200.0), Record("American record", Time(223.13, Evidence.MEASURED, "3:43.13"))
    field = replace(timeline.race, records=(light,))
    leader = state.standings[0].entry
    for nation, told in (("USA", True), ("GBR", False), ("", False)):
        entries = (replace(entry, nation=nation) if at == leader else entry for at, entry in enumerate(field.entries))
        assert (chase(replace(field, entries=tuple(entries)), state) is not None) == told


def test_a_record_is_missed_by_what_was_timed_only_where_a_time_was_taken() -> None:
    timeline = picture("london-mile-2026").stage.timeline
    splits = timeline.known(timeline.top(225.0, 1).standings[0].entry).points
    timed = [split for split in splits if not split.time.evidence.mark and split.distance < timeline.race.distance]
    there, beside = (chase(timeline.race, timeline.at(timed[-1].time.seconds + late)) for late in (0.0, 1.0))
    assert there is not None
    assert not there.off.startswith("~")
    assert beside is not None
    assert beside.off.startswith("~ ")


def test_hundredths_have_their_sign() -> None:
    assert signed(-0.47) == "−0.47"
    assert signed(1.5) == "+1.50"


@pytest.mark.sampled(4)
@pytest.mark.parametrize("race", RACES.values(), ids=lambda race: race.id)
def test_in_every_race_the_winner_is_on_the_band_until_the_end_in_both_views(race: Race) -> None:
    shown = picture(race.id)
    timeline = shown.stage.timeline
    won = timeline.winner_time
    assert won is not None
    for t in (won, won + 1.0, timeline.duration):
        at = timeline.at(t).standings[0].entry  # of whom it may be decided later that he was not
        result = race.entries[at].result
        assert result is not None
        for near in (0.0, 1.0):
            for size in (Size(80, 24), Size(120, 40), Size(200, 60)):
                at_t = moment(shown, View(eye=Eye(near=near)), t, size)
                course = piece(COURSE, at_t, at_t.layout.places["course"])
                words = f"{shown.stage.cast.codes[at]} ", result.text, record_text(race, at)
                lines = plain(course.rows).splitlines()
                bands = ["".join(lines[top : top + 3]) for top in range(len(lines))]  # of three rows, or of one
                assert any(all(word in band for word in words) for band in bands)
