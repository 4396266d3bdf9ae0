"""What the strip below the stadium tells, from before the gun to the end."""

import re

import pytest

from replay.cells.rows import plain, row_width
from replay.drawing.panels.board import board_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.files.library import Library
from replay.race.shortnames import family_name
from replay.race.track.lanes import Laned
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.behind import behind_of
from replay.viewing.frame import Size, frame
from replay.viewing.labels import labels
from replay.viewing.stage import Stage
from tests.builders import entry
from tests.builders import race as made
from tests.miles import LOOK, TIMELINE
from tests.places import RACES
from tests.together import together


@together("race", sorted(path.stem for path in RACES.glob("*.yaml")))
def test_at_the_gun_everybody_waits_on_the_line_and_is_named(race: str) -> None:
    stage = Stage(timeline_of(Library().race(race)[0]), look_of(DARK))
    state = stage.state_at(0.0)
    for width, height in ((80, 2), (120, 3), (200, 4)):
        rows = stage.strip(state, View(), width, height).draw()
        assert [row_width(row) for row in rows] == [width] * height
        text = plain(rows)
        assert "on the line" in text
        there = [runner.entry for runner in state.standings if runner.distance is not None]
        assert all(stage.cast.codes[entry] in text for entry in there)


@together("race", sorted(path.stem for path in RACES.glob("*.yaml")))
def test_nobody_is_stacked_out_of_sight_just_after_the_gun(race: str) -> None:
    stage = Stage(timeline_of(Library().race(race)[0]), look_of(DARK))
    for t in (0.2, 0.5, 1.0):
        state = stage.state_at(t)
        text = plain(stage.strip(state, View(), 60, 2).draw())
        there = [runner.entry for runner in state.standings if runner.distance is not None]
        assert " level: " in text
        assert all(stage.cast.codes[entry] in text or stage.cast.tags[entry] in text for entry in there)


def test_once_they_run_it_tells_metres_and_at_the_end_who_was_how_far_behind() -> None:
    stage = Stage(TIMELINE, LOOK)
    running = behind_of(TIMELINE, stage.state_at(100.0), None, (), 80, "; surely")
    assert running.title == "metres behind; surely"
    assert running.runners
    assert not running.waiting
    over = behind_of(TIMELINE, stage.state_at(TIMELINE.duration), None, (), 80, "")
    assert over.title == "~metres behind at the finish"
    assert over.marks[0] == Laned.behind[0]


@together("race", sorted(path.stem for path in RACES.glob("*.yaml")))
def test_where_nobody_knows_the_order_nobody_is_named_as_the_first(race: str) -> None:
    stage = Stage(timeline_of(Library().race(race)[0]), look_of(DARK))
    over = stage.timeline.winner_time or stage.timeline.duration
    for part in range(1, 20):
        state = stage.state_at(over * part / 20)
        marks = labels(stage.race, state, View())
        strip = behind_of(stage.timeline, state, None, (), 80, "")
        text = plain(stage.strip(state, View(), 80, 2).draw())
        assert ("lead" in text) == state.order_known
        assert ("gaps not known" in text) == (not state.order_known)
        assert bool(strip.waiting) == (not state.order_known) or "level" in text
        assert marks.named <= {state.standings[0].entry, *marks.passed} if state.order_known else not marks.named
        if not state.order_known and state.leader_distance:
            board = board_of(stage.race, state, {}, View(), 40)
            names = [family_name(stage.race.entries[line.entry].name).casefold() for line in board.lines]
            running = [runner.entry for runner in state.standings if runner.status == "running" and runner.distance]
            assert names[: len(running)] == sorted(names[: len(running)]), "nobody is first"
            assert {line.entry for line in board.lines[: len(running)]} == set(running)


def test_whoever_is_chosen_is_named_though_nobody_knows_the_order() -> None:
    state = Stage(TIMELINE, LOOK).state_at(100.0)._replace(order_known=False)
    first = state.standings[0].entry
    assert labels(TIMELINE.race, state, View()).named == frozenset()
    assert labels(TIMELINE.race, state, View(chosen=first)).named == {first}


@together("race", sorted(path.stem for path in RACES.glob("*.yaml")))
def test_while_nobody_knows_the_order_nothing_on_the_screen_tells_one(race: str) -> None:
    """Neither place nor gap, nor a name in front; and the infield says what the picture rests on."""
    timeline = timeline_of(Library().race(race)[0])
    picture = picture_of(timeline, LOOK)
    for t in (timeline.order_since * part for part in (0.3, 0.9)):
        state = picture.stage.state_at(t)
        if state.order_known or not state.leader_distance:
            continue
        pieces = frame(picture, View(both=False), t, Size(120, 40)).pieces
        assert not re.search(r"^ +\d+ ", plain(pieces["board"].rows), re.MULTILINE)
        assert not re.search(
            r"\+\d|\bleads\b|metres behind", plain(frame(picture, View(both=False), t, Size(120, 40)).rows)
        )
        assert ("positions at random" in plain(pieces["course"].rows)) == timeline.by_lot


@pytest.mark.parametrize("size", [Size(100, 30), Size(120, 40), Size(200, 60)])
def test_at_the_gun_who_runs_is_listed_once_and_by_whole_names(size: Size) -> None:
    timeline = timeline_of(Library().race("paris-2024-1500m")[0])
    picture = picture_of(timeline, LOOK)
    for t in (0.0, 3.0):
        shown = frame(picture, View(), t, size)
        board, rest = plain(shown.pieces["board"].rows), plain(shown.pieces["feed"].rows)
        rest += plain(shown.pieces["chart"].rows) if "chart" in shown.pieces else ""
        names = [runner.name for runner in timeline.race.entries]
        assert sum(name in board for name in names) >= len(names) - 3, "the longest have no room everywhere"
        assert "the field" not in rest


def test_of_results_alone_a_sprint_is_drawn_at_an_even_pace_and_says_so() -> None:
    runners = [entry(name, 50.0 + at, lane=at + 1) for at, name in enumerate(("Ann Ash", "Bea Birch", "Cia Cole"))]
    sprint = timeline_of(made(*runners, distance=400.0))
    picture = picture_of(sprint, LOOK)
    early, late = (plain(frame(picture, View(), t, Size(120, 40)).rows) for t in (20.0, 45.0))
    assert "drawn at an even pace" in early
    assert not re.search(r"^.{75} +1 ", early, re.MULTILINE), "the first at the line is not the first here"
    assert "even pace" not in late
    assert re.search(r" 1 +ASH Ash .*leader", late)
    assert re.search(r" 2 +BIR Birch +~\+", late), "between the start and the line nobody was timed"
