"""What a pace is measured by."""

from dataclasses import replace

from replay.commentary import Call, call_race
from replay.commentary.observer import Watch
from replay.commentary.pace import targets
from replay.race.race import Race, Record, Role, Status
from replay.state.timeline import Timeline
from tests.builders import entry, race, time

WORLD = Record("World record", time("3:26.00"), "H. El Guerrouj")
GAMES = Record("Olympic record", time("3:28.32"), "J. Ingebrigtsen")
KENYAN = Record("Kenyan record", time("3:26.34"), "B. Lagat")
YOUTH = Record("World under-20 record", time("3:28.81"), "R. Kwemoi")


def final(*records: Record, lap: float = 55.6) -> Race:
    """1500 m in which two run lap after lap in the same time, one of them with a best from before."""
    marks = (400.0, 800.0, 1200.0)
    ash, birch = (
        entry(name, (lap + k / 100) * 3.75, {d: (lap + k / 100) * d / 400 for d in marks}, nation="GBR", place=k)
        for k, name in enumerate(("Ann Ash", "Bea Birch"), start=1)
    )
    return replace(race(replace(ash, pb=time("3:29.05")), birch, distance=1500.0), records=records)


def projections(given: Race) -> list[Call]:
    return [call for call in call_race(Timeline(given)) if call.form.startswith("projection")]


def test_a_pace_is_told_beside_the_record_another_one_and_the_best() -> None:
    for call in projections(final(WORLD, GAMES)):
        assert "Olympic record" in call.text
        assert "world record 3:26.00" in call.text
        assert "Ash’s best" in call.text


def test_far_from_all_of_them_it_is_told_beside_the_nearest() -> None:
    said = projections(final(WORLD, GAMES, lap=57.5))
    assert said
    assert all("Ash’s best is 3:29.05" in call.text and "record" not in call.text for call in said)


def test_a_pace_is_measured_by_no_record_that_its_runner_could_not_set() -> None:
    watch = Watch(Timeline(final(WORLD, KENYAN, YOUTH)))
    assert [target.name for target in targets(watch, 0)] == ["the world record", "Ash’s best"]
    assert [target.name for target in targets(watch)] == ["the world record"]
    assert "the Kenyan record" in [target.name for target in targets(watch, 0, whoever=True)]


def test_whom_a_pacemaker_leads_may_come_from_anywhere() -> None:
    given = final(KENYAN)
    field = (replace(found, splits=found.splits[1:]) for found in given.entries)
    pacer = entry("Pat Pace", None, {400.0: 55.0}, role=Role.PACEMAKER, status=Status.DNF)
    first = projections(replace(given, entries=(*field, pacer)))[0]
    assert "Kenyan record" in first.text
