"""A race as it would have been."""

import datetime
from dataclasses import replace

import pytest

from replay.analysis.whatif import examples_of, what_if
from replay.commentary import call_race
from replay.files.formats import read_race
from replay.files.library import shipped_folder
from replay.race.problems import ReplayError
from replay.race.race import Evidence, Fact, Quote, Race, Role, Status, When, WhenKind
from replay.reconstruction import is_sparse
from replay.reconstruction.completion import completed
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.together import together

FIELD = race(
    entry("Ann Oak", "4:00.00", {400: 60.0, 800: 120.0, 1200: 180.0}, place=1, marks=("WR",)),
    entry("Bea Elm", "4:02.5", {400: 61.0, 800: 121.5, 1200: 182.0}, place=2),
    entry("Pam Fir", None, {400: 59.0, 800: 119.0}, status=Status.DNF, role=Role.PACEMAKER),
    distance=1600.0,
    date=datetime.date(2024, 5, 25),
    quotes=(Quote(("I won",), "Ann Oak"), Quote(("I will win",), "Ann Oak", show=When(WhenKind.BEFORE))),
    facts=(Fact(at=1200.0, order=(0, 1)),),
)
"""Four laps of 400 m."""


def times(found: Race, at: int) -> dict[float, float]:
    one = found.entries[at]
    return {split.distance: split.time.seconds for split in one.splits} | {
        found.distance: one.result.seconds if one.result is not None else 0.0
    }


@together(
    ("said", "expected"),
    [
        ("Elm lap 3 = 55.0", {400: 61.0, 800: 121.5, 1200: 176.5, 1600: 237.0}),
        ("Elm lap 3 = -5", {400: 61.0, 800: 121.5, 1200: 177.0, 1600: 237.5}),
        ("Elm lap 1 = +2.5", {400: 63.5, 800: 124.0, 1200: 184.5, 1600: 245.0}),
        ("Elm 1200m = 2:57", {400: 61.0, 800: 121.5, 1200: 177.0, 1600: 237.5}),
        ("Bea Elm finish = 3:58.2", {400: 61.0, 800: 121.5, 1200: 182.0, 1600: 238.2}),
        ("Elm last lap = 59.0", {400: 61.0, 800: 121.5, 1200: 182.0, 1600: 241.0}),
        ("Elm half = 2:00", {400: 61.0, 800: 120.0, 1200: 180.5, 1600: 241.0}),
    ],
)
def test_one_lap_or_split_is_changed_and_what_comes_after_it_is_run_as_it_was(
    said: str, expected: dict[float, float]
) -> None:
    made = what_if(FIELD, [said])
    assert times(made, 1) == pytest.approx(expected)
    assert times(made, 0) == times(FIELD, 0)
    for split in made.entries[1].splits:
        changed = split.time.seconds != times(FIELD, 1)[split.distance]
        assert split.time.evidence is (Evidence.ESTIMATED if changed else Evidence.MEASURED)


def test_a_split_between_two_laps_gets_a_point_of_its_own() -> None:
    made = what_if(FIELD, ["Elm 1000m = 2:30.0"])
    assert times(made, 1)[1000.0] == pytest.approx(150.0)
    assert Timeline(made).motion.time_at(1, 1000.0) == pytest.approx(150.0)


def test_places_follow_from_the_times_and_a_changed_result_is_an_estimate() -> None:
    made = what_if(FIELD, ["Elm finish = 3:58.2"])
    state = Timeline(made).at(300.0)
    assert [(runner.entry, runner.place, runner.result) for runner in state.standings[:2]] == [
        (1, 1, 238.2),
        (0, 2, 240.0),
    ]
    result = made.entries[1].result
    assert result is not None
    assert (result.text, result.evidence) == ("3:58.2", Evidence.ESTIMATED)


def test_what_belongs_to_the_race_that_was_is_left_out_and_it_says_what_it_is() -> None:
    made = what_if(FIELD, ["Elm lap 3 = 55", "without Fir"])
    assert made.title == "What if Elm lap 3 = 55; without Fir: Test"
    assert made.what_if == ("Elm lap 3 = 55", "without Fir")
    assert (made.facts, [quote.said for quote in made.quotes]) == ((), [("I will win",)])
    assert [one.marks for one in made.entries] == [(), ()]
    assert "never run" in made.note
    assert what_if(FIELD, []) == FIELD


@together("said", ["without pacemakers", "no pacemaker", "without the pacer", "without Pam"])
def test_a_pacemaker_is_taken_out(said: str) -> None:
    made = what_if(FIELD, [said])
    assert [one.name for one in made.entries] == ["Ann Oak", "Bea Elm"]
    assert times(made, 0) == times(FIELD, 0)


@together(
    "said",
    [
        "",
        "faster",
        "Elm lap 9 = 55",
        "Elm lap 3 = 5",
        "Elm lap 3 = -70",
        "Elm lap 3 = soon",
        "Elm 3000m = 8:00",
        "Elm 0m = 1",
        "Nobody lap 3 = 55",
        "without Nobody",
        "Fir lap 4 = 55",
    ],
)
def test_what_cannot_be_is_said(said: str) -> None:
    with pytest.raises(ReplayError) as found:
        what_if(FIELD, [said])
    assert "\n" not in str(found.value)


def test_nobody_can_take_out_everybody_or_a_pacemaker_who_is_not_there() -> None:
    alone = race(entry("Ann", 240.0))
    with pytest.raises(ReplayError, match="race for distance"):
        what_if(race(entry("Ann"), entry("Bea"), duration=3600.0), ["Ann lap 2 = 60"])
    for said in ("without Ann", "without pacemakers"):
        with pytest.raises(ReplayError):
            what_if(alone, [said])


SHIPPED = sorted(path.stem for path in shipped_folder().glob("*.yaml"))


@together("name", SHIPPED)
def test_in_every_shipped_race_all_others_run_as_they_ran(name: str) -> None:
    found = completed(read_race(shipped_folder() / f"{name}.yaml")[0])[0]
    before = Timeline(found)
    first = before.at(before.duration).standings[0].entry
    laps = len(before.track.laps)
    made = what_if(found, [f"{found.entries[first].name} lap {laps} = +1.0"])
    after = Timeline(made)
    assert not is_sparse(made)
    assert after.home(first) == pytest.approx(before.home(first) + 1.0)
    for at in range(len(found.entries)):
        end = before.motion.end(at)
        if at != first and end is not None:
            for share in (0.3, 0.7, 1.0):
                was, now = before.motion.distance_at(at, share * end), after.motion.distance_at(at, share * end)
                assert now == pytest.approx(was, abs=1e-6)


def test_the_commentary_of_such_a_race_calls_nobody_a_champion() -> None:
    found = completed(read_race(shipped_folder() / "paris-2024-1500m.yaml")[0])[0]
    said = [call.text for call in call_race(Timeline(what_if(found, ["Kerr finish = 3:27.5"])))]
    assert any("Kerr wins in 3:27.5" in text or "Kerr is home first: 3:27.5" in text for text in said)
    assert not any("champion" in text.lower() for text in said)
    assert any("never run. What if Kerr finish = 3:27.5?" in text for text in said[:10])


@together("t", [10.0, 70.0, 130.0, 300.0])
def test_what_is_offered_can_be_changed_and_tells_nothing_of_what_is_to_come(t: float) -> None:
    offered = examples_of(Timeline(FIELD), 1, t)
    for such in offered:
        assert what_if(FIELD, [f"Elm {such}"]).what_if
    assert offered[0] == {10.0: "lap 1 = -0.5", 70.0: "lap 1 = 1:00.4", 130.0: "lap 2 = 59.9", 300.0: "lap 3 = 59.9"}[t]
    assert not examples_of(Timeline(replace(FIELD, duration=3600.0)), 1, t)


def test_blanks_in_a_change_count_as_one_however_many_there_are() -> None:
    found = completed(read_race(shipped_folder() / "london-mile-2026.yaml")[0])[0]
    blanks = "\u00a0 \u2028\t" * 5_000
    assert what_if(found, [f"Kerr{blanks}lap 3 = +0.5"]) == what_if(found, ["Kerr lap 3 = +0.5"])
    with pytest.raises(ReplayError):
        what_if(found, [f"Kerr{blanks}x"])
