"""The leaderboard of every shipped race, and the cards of its runners: what holds of them at any time."""

from replay.cells.rows import plain
from replay.drawing.panels.board import board_of, board_rows
from replay.drawing.scene import Scene
from replay.drawing.theme.lineup import cast_of
from replay.drawing.view import View
from replay.race.race import Evidence
from replay.race.track import track_of
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from replay.viewing.runner_card import Asked, runner_card
from tests.miles import LOOK
from tests.shipped.test_laws import FILES, Told, shipped
from tests.together import together

every_race = together("name", [path.stem for path in FILES])
AT = (0.5, 2.0, 4.0, 6.0, 10.0)
"""Seconds from the gun at which all run close together."""


def times(told: Told) -> list[float]:
    """Some of the first seconds, some of the way, and the last lap, second by second."""
    end = told.timeline.duration
    late = [told.won - second for second in range(90)]
    return [*AT, *(end * part / 23 for part in range(1, 23)), *(t for t in late if t > 0), told.won + 1.0]


@every_race
def test_a_column_is_filled_for_all_who_run_or_for_nobody(name: str) -> None:
    """At the gun nobody has a gap; on the last lap nobody the lap before, nor at its end who has yet to come to it."""
    told = shipped(name)
    for t in times(told):
        state = told.timeline.at(t)
        board = board_of(told.race, state, {}, View(), 99)
        known = {r.entry: r for r in state.standings if r.status == "running" and r.place and r.gap is not None}
        running = [line for line in board.lines if line.entry in known]
        assert len({bool(line.gap) for line in running if not line.first}) <= 1, t
        laps = {line.entry: lap.number for line in running if (lap := known[line.entry].lap_time) is not None}
        passed = {bool(line.lap) for line in running if laps.get(line.entry) == max(laps.values(), default=0)}
        assert len(passed) <= 1 or not told.lapped or told.race.distance < 1700, t


@every_race
def test_no_split_stands_beside_one_of_a_mark_before(name: str) -> None:
    """At the bell who has passed it has his time there, and nobody one of a lap before."""
    told = shipped(name)
    if not told.lapped:
        return
    seen = 0
    for t in times(told):
        state = told.timeline.at(t)
        board = board_of(told.race, state, {}, View(), 99)
        runs = [line for line in board.lines if not line.home and not line.lapped]
        assert len({line.split.split()[0] for line in runs if line.split}) <= 1, t
        numbers = {one.entry: one.lap_time.number for one in state.standings if one.lap_time is not None}
        assert len({numbers[line.entry] for line in runs if line.lap}) <= 1, t
        seen += any(line.split for line in runs)
    assert seen


@every_race
def test_the_head_says_what_stands_below_it(name: str) -> None:
    """Where some are home and others run, results and gaps."""
    told = shipped(name)
    look = LOOK
    scene = Scene(told.race, cast_of(told.race, look), look, track_of(told.race))
    for width in (30, 46, 62):
        for t in times(told):
            state = told.timeline.at(t)
            board = board_of(told.race, state, {}, View(), 30)
            rows = plain(board_rows(board, scene, width, 30)).splitlines()
            home = any(line.home and line.gap for line in board.lines)
            run = any(line.gap and not line.home for line in board.lines)
            assert ("result" in rows[0], "gap" in rows[0]) == (home, run), (t, rows[0])


@every_race
def test_no_place_touches_what_is_left_of_the_board(name: str) -> None:
    told = shipped(name)
    scene = Scene(told.race, cast_of(told.race, LOOK), LOOK, track_of(told.race))
    for width in (22, 30, 46, 62):
        board = board_of(told.race, told.timeline.at(told.won / 2), {}, View(), 30)
        rows = plain(board_rows(board, scene, width, 30)).splitlines()
        assert all(row.startswith(" ") for row in rows if row), width


@every_race
def test_of_who_has_a_result_alone_no_lap_is_the_best_or_the_worst(name: str) -> None:
    """How it was drawn says nothing: laps that differ by less than their margins are as quick as each other."""
    told = shipped(name)
    stage = picture_of(told.timeline, LOOK).stage
    for at, entry in enumerate(told.race.entries):
        if not any(split.time.evidence is not Evidence.ESTIMATED for split in entry.splits):
            card = runner_card(stage, Asked(at, told.timeline.duration, View()))
            assert not any(row.best or row.worst for row in card.rows)
            assert not any(words.startswith(("quickest", "halves")) for words in card.told)


@every_race
def test_at_the_end_of_a_race_its_result_is_whole(name: str) -> None:
    """From 80x24 on, photo finish or not: what is left out of it would never be seen."""
    told = shipped(name)
    picture = picture_of(told.timeline, LOOK)
    for size in (Size(80, 24), Size(100, 30), Size(120, 40)):
        board = frame(picture, View(ended=True), told.timeline.over, size).pieces["board"].rows
        assert "more" not in plain(board).split(), size
