"""Of every shipped race on a track: a first stretch that is no lap, the 409 m of a mile, is shown as none anywhere."""

import re

from replay.answers.analysed import all_laps
from replay.answers.splits import splits_answer
from replay.drawing.panels.board import board_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.files.formats import read_race
from replay.race.race import Race
from replay.race.track import track_of
from replay.viewing import picture_of
from tests.places import RACES
from tests.shipped.test_laws import shipped
from tests.together import together


def odd(race: Race) -> bool:
    """Whether a race begins with a stretch that is no lap."""
    track = track_of(race)
    return track.counted and len(track.laps) > 1 and abs(track.laps[1] - track.lap) > 0.5


NAMES = [path.stem for path in sorted(RACES.glob("*.yaml")) if odd(read_race(path, estimates=False)[0])]
every_race = together("name", NAMES)


@every_race
def test_the_board_has_a_lap_time_only_of_a_whole_lap(name: str) -> None:
    told = shipped(name)
    seen = 0
    for second in range(20, int(told.end), 5):
        state = told.timeline.at(second)
        lines = {line.entry: line.lap for line in board_of(told.race, state, {}, View(), 99).lines}
        for runner in state.standings:
            if runner.lap_time is None or runner.lap_time.number == 1:
                assert not lines[runner.entry]
                seen += runner.lap_time is not None
    assert seen


@every_race
def test_it_is_nobodys_best_or_worst_lap_and_its_end_is_said(name: str) -> None:
    told = shipped(name)
    first = told.timeline.track.laps[1]
    assert all(1 not in (laps.best, laps.worst) for laps in all_laps(told.timeline))
    runners = splits_answer(told.timeline, told.timeline.duration)["runners"]
    assert not [one for one in runners if first in (one["best_to"], one["worst_to"])]
    heads = picture_of(told.timeline, look_of(DARK)).stage.sights.splits(View()).heads()
    assert "lap 1" not in [lower for _, lower in heads]


@every_race
def test_the_voice_calls_it_no_lap(name: str) -> None:
    told = shipped(name)
    length = told.timeline.track.lap
    for call in told.own:
        run = told.timeline.top(call.time, 1).leader_distance
        # Until a lap has been run from where the first whole one begins, nobody's last one has a time.
        if run < told.timeline.track.laps[1] + length - 1 and not call.form.startswith(
            ("rate", "record", "old record")
        ):
            assert not re.search(r"\blaps?\b[^:]* in \d|first lap", call.text), call


def test_the_sweep_looks_at_something() -> None:
    assert len(NAMES) >= 10
