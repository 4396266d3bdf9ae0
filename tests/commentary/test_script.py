"""Commentary: truthful, in time, the same every time."""

import datetime
from dataclasses import replace
from functools import cache
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.commentary import Call, CallKind, call_race, said_by
from replay.files.formats import read_race
from replay.race.race import (
    Course,
    Entry,
    Evidence,
    Fact,
    Quote,
    Race,
    Record,
    Role,
    Split,
    Status,
    Stopped,
    Surface,
    Time,
    When,
    WhenKind,
)
from replay.race.sources import Source
from replay.race.times import format_time
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from replay.state.timeline import Timeline
from tests import builders
from tests.depth import examples
from tests.places import RACES


def measured(seconds: float, decimals: int = 1) -> Time:
    return Time(seconds, Evidence.MEASURED, format_time(seconds, decimals))


def runner(name: str, laps: list[float], distance: float = 1500.0, **more: object) -> Entry:
    """A runner with a time for every 100 m, the last of them the result."""
    times = [round(t, 1) for t in accumulate(laps)]
    splits = tuple(Split(100.0 * (k + 1), measured(t)) for k, t in enumerate(times[:-1]))
    return Entry(name, status=Status.FINISHED, result=measured(times[-1], 2), splits=splits, **more)  # type: ignore[arg-type]


def tactical(last: tuple[float, ...] = (14.0, 13.0, 13.1, 13.0)) -> Race:
    """Ash leads a slow race to 1000 m, then Birch, whom Cedar passes in the last bend. `last`: Cedar's last 400 m."""
    ash = [15.0] * 10 + [15.2, 15.0, 14.8, 14.6, 14.6]
    birch = [15.2] + [15.0] * 9 + [14.0, 14.0, 14.0, 14.2, 14.4]
    cedar = [15.6] + [15.0] * 9 + [14.2, *last]
    elm = [15.4] + [15.0] * 9 + [15.0, 15.0, 15.0, 15.4, 15.6]
    entries = (runner("Ann Ash", ash), runner("Bea Birch", birch), runner("Cia Cedar", cedar), runner("Eve Elm", elm))
    return Race("tactical", "Evening 1500", 1500.0, entries, evidence=Evidence.MEASURED)


def call(race: Race) -> tuple[Call, ...]:
    return call_race(Timeline(race))


@cache
def shipped(name: str) -> Race:
    race, _ = read_race(RACES / f"{name}.yaml")
    return race


def of(calls: tuple[Call, ...], kind: CallKind) -> list[Call]:
    return [call for call in calls if call.kind is kind]


def said_at(calls: tuple[Call, ...], t: float) -> list[str]:
    return [call.text for call in said_by(calls, t)]


def test_a_small_tactical_race_is_told_in_the_order_in_which_it_happened() -> None:
    told = [c.kind.value for c in call(tactical()) if c.kind is not CallKind.SPLIT and not c.pinned]
    assert " ".join(told) == "gun lead lead bell break lead kick break finish finish finish finish"


def test_a_new_leader_is_named_with_the_old_one_and_the_distance_to_go() -> None:
    first, birch, cedar = of(call(tactical()), CallKind.LEAD)
    assert first.entries[0] == 0
    assert birch.entries == (1, 0)
    assert all(words in birch.text for words in ("Birch", "Ash", "about 480 m to go"))
    assert cedar.entries == (2, 1)
    # Ash is 0.2 s ahead at 1000 m, Birch 1 s ahead at 1100 m.
    assert 150.0 < birch.time < 164.2


def test_the_bell_gives_the_printed_time_and_the_gaps() -> None:
    (bell,) = of(call(tactical()), CallKind.BELL)
    assert bell.time == 164.2
    assert not bell.estimated
    assert all(words in bell.text for words in ("2:44.2", "Cedar 0.6 s and Ash 0.9 s back"))


def test_a_kick_is_measured_between_two_splits() -> None:
    (kick,) = of(call(tactical()), CallKind.KICK)
    assert kick.entries == (2,)
    assert "100 m in 13.0" in kick.text
    assert kick.time == pytest.approx(191.8)


def test_nobody_kicks_who_runs_the_last_lap_evenly() -> None:
    assert not of(call(tactical((14.2, 14.2, 14.3, 14.2))), CallKind.KICK)


def test_the_same_race_is_told_twice_in_the_same_words() -> None:
    assert call(tactical()) == call(tactical())


def test_another_race_may_be_told_in_other_words_but_with_the_same_facts() -> None:
    races = [replace(tactical(), id=name) for name in ("a", "b", "c", "d", "e")]
    assert len({call(race)[0].text for race in races}) > 1
    assert len({tuple((c.time, c.kind, c.entries) for c in call(race)) for race in races}) == 1


def test_what_is_said_before_the_last_lap_knows_nothing_of_the_end() -> None:
    here = call(tactical())
    ash_wins = tactical((15.0, 15.5, 16.0, 16.5))
    bell = 164.2
    assert here != call(ash_wins)
    assert said_at(here, bell) == said_at(call(ash_wins), bell)


def test_who_finishes_is_named_when_home_and_not_before() -> None:
    for race in (
        tactical(),
        shipped("london-mile-2026"),
        shipped("budapest-2023-1500m"),
        shipped("bowerman-mile-2024"),
    ):
        for c in call(race):
            if c.kind in (CallKind.FINISH, CallKind.RECORD):
                results = [race.entries[e].result for e in c.entries]
                assert all(result is not None and result.seconds <= c.time for result in results), c


def test_every_finisher_of_a_small_field_is_told_with_the_printed_time() -> None:
    race = shipped("london-mile-2026")
    finishes = [c for c in call(race) if c.kind in (CallKind.FINISH, CallKind.RECORD) and not c.pinned]
    for index, entry in enumerate(race.entries):
        if entry.result is not None:
            assert any(index in c.entries and entry.result.text in c.text for c in finishes), entry.name


def test_of_a_large_field_the_first_ten_and_whoever_sets_a_record_are_told() -> None:
    entries = tuple(
        Entry(f"Ann Runner{k}", nation="GBR", status=Status.FINISHED, result=measured(7500.0 + k, 0), marks=marks)
        for k, marks in [(k, ("NR",) if k == 30 else ()) for k in range(60)]
    )
    calls = call(Race("big", "City Marathon", 42195.0, entries, event="marathon"))
    told = {e for c in calls if c.kind in (CallKind.FINISH, CallKind.RECORD) for e in c.entries}
    assert told == {*range(10), 30}
    assert "British record" in of(calls, CallKind.RECORD)[0].text


def test_a_record_is_claimed_only_by_the_marks() -> None:
    old = Record("World record", measured(240.0, 2), "Dot Day", "1999-07-07")
    race = replace(tactical(), records=(old,))
    assert not of(call(race), CallKind.RECORD)
    marked = replace(race.entries[2], marks=("WR",))
    (record,) = of(call(replace(race, entries=(*race.entries[:2], marked, race.entries[3]))), CallKind.RECORD)
    assert record.time == marked.result.seconds if marked.result else False
    assert all(words in record.text for words in ("orld record", "Dot Day", "4:00.00", "1999", "22.10 s"))


def test_an_old_record_that_was_faster_is_not_said_to_be_beaten() -> None:
    old = Record("World record", measured(200.0, 2), "Dot Day", "1999-07-07")
    race = tactical()
    marked = replace(race.entries[2], marks=("WR",))
    race = replace(race, entries=(*race.entries[:2], marked, race.entries[3]), records=(old,))
    (record,) = of(call(race), CallKind.RECORD)
    assert "Dot Day" not in record.text


def test_a_pacemaker_who_steps_off_hands_over_the_lead() -> None:
    race = tactical()
    laps = tuple(Split(100.0 * k, measured(14.8 * k)) for k in range(1, 7))
    pacer = Entry("Pat Pace", role=Role.PACEMAKER, status=Status.DNF, splits=laps, stopped=Stopped(600.0, 700.0))
    calls = call(replace(race, entries=(*race.entries, pacer)))
    (stop,) = of(calls, CallKind.STOP)
    assert all(words in stop.text for words in ("Pace", "about 650 m"))
    assert stop.estimated
    leads = of(calls, CallKind.LEAD)
    assert "Pace" in leads[0].text
    assert leads[1].entries == (0, 4)
    assert leads[1].estimated


def test_a_report_makes_the_lead_call_that_times_cannot_show() -> None:
    source = {"gazette": Source("gazette", publisher="The Gazette")}
    entries = tuple(replace(e, splits=()) for e in tactical().entries)
    facts = (
        Fact(at=400.0, leader=3, source="gazette"),
        Fact(start=1000.0, end=1500.0, leader=2, source="gazette"),
    )
    race, _ = completed(Race("told", "Evening 1500", 1500.0, entries, sources=source, facts=facts))
    leads = of(call(race), CallKind.LEAD)
    assert [c.entries[0] for c in leads] == [3, 2]
    assert [c.source for c in leads] == ["gazette", "gazette"]
    assert "about 510 m to go" in leads[1].text or "about 500 m to go" in leads[1].text
    assert not of(call(replace(race, facts=())), CallKind.LEAD)


def test_reported_passes_name_those_passed_and_the_report() -> None:
    entries = tuple(replace(e, splits=()) for e in tactical().entries)
    source = {"gazette": Source("gazette", publisher="The Gazette")}
    passed = Fact(start=1200.0, end=1300.0, runner=2, passes=(0, 1), source="gazette")
    race, _ = completed(Race("told", "1500", 1500.0, entries, facts=(passed,), sources=source))
    (said,) = (c for c in call(race) if c.kind in (CallKind.PASS, CallKind.LEAD) and len(c.entries) == 3)
    assert all(name in said.text for name in ("Cedar", "Ash", "Birch", "about 2"))
    assert said.source == "gazette"
    run = timeline_of(race).motion.distance_at(2, said.time)
    assert run is not None
    assert 1200 < run <= 1301


def named_early(race: Race, calls: tuple[Call, ...]) -> list[Call]:
    """Who is named before the last straight, in which the results say who is where; the list of the field is known."""
    timeline = Timeline(race)
    calls = tuple(c for c in calls if not c.form.startswith(("field/", "countrymen/")))
    return [c for c in calls if timeline.top(c.time, 1).leader_distance < 1400 and (c.entries or c.claims)]


def test_results_alone_tell_of_the_gun_the_bell_and_the_finish_and_invent_nothing() -> None:
    entries = tuple(replace(e, splits=()) for e in tactical().entries)
    calls = call(Race("bare", "1500", 1500.0, entries))
    assert {c.kind for c in calls} == {CallKind.GUN, CallKind.SPLIT, CallKind.BELL, CallKind.FINISH}
    # Of a race of which only the results are known nobody is named on the way, and there is no gap.
    assert not named_early(Race("bare", "1500", 1500.0, entries), calls)
    # In the last straight the board has an order, and the voice says so.
    assert [c for c in calls if c.form.startswith("straight") and c.claims]


def test_a_disqualified_winner_is_told_as_the_winner_until_it_is_decided() -> None:
    race = tactical()
    out = replace(race.entries[2], status=Status.DQ)
    moved = replace(race.entries[1], place=1)
    calls = call(replace(race, entries=(race.entries[0], moved, out, race.entries[3])))
    (dq,) = of(calls, CallKind.DQ)
    assert [c.pinned for c in calls[calls.index(dq) + 1 :]] == [True, True]
    assert "Birch" in dq.text
    finishes = of(calls, CallKind.FINISH)
    assert finishes[0].entries == (2,)
    assert "second" in next(c.text for c in finishes if c.entries == (1,))


def quoted(*shows: When) -> Race:
    quotes = tuple(
        Quote((f"Word {k},", "“more” & <i>"), "Bea Birch", source="gazette", show=w) for k, w in enumerate(shows)
    )
    return replace(tactical(), quotes=quotes, sources={"gazette": Source("gazette", publisher="The Gazette")})


def test_quotes_are_verbatim_with_speaker_and_source() -> None:
    (said,) = of(call(quoted(When(WhenKind.BELL))), CallKind.QUOTE)
    assert said.text == "Word 0, … “more” & <i>"
    assert (said.by, said.source) == ("Bea Birch", "gazette")
    assert said.entries == (1,)
    assert said.time == pytest.approx(164.2)


def test_quotes_of_before_come_first_and_those_of_after_last() -> None:
    calls = call(quoted(When(WhenKind.AFTER), When(WhenKind.BEFORE), When(WhenKind.FINISH), When(WhenKind.START)))
    texts = [c.text for c in of(calls, CallKind.QUOTE)]
    assert [text[:6] for text in texts] == ["Word 1", "Word 3", "Word 2", "Word 0"]
    assert calls[0].text == texts[0]
    assert calls[-1].text == texts[-1]
    assert calls[0].time == 0.0
    assert calls[-1].time == pytest.approx(226.4)


def test_a_quote_at_the_lead_change_comes_when_the_lead_changes() -> None:
    calls = call(quoted(When(WhenKind.LEAD_CHANGE, runner="Bea Birch")))
    (said,) = of(calls, CallKind.QUOTE)
    assert said.time == pytest.approx(of(calls, CallKind.LEAD)[1].time, abs=2.0)


def test_the_london_mile_is_told_with_its_leaders_and_its_record() -> None:
    calls = call(shipped("london-mile-2026"))
    assert 35 <= len(calls) <= 60
    at_1200 = next(c for c in of(calls, CallKind.SPLIT) if "1200 m" in c.text)
    assert "2:46.5" in at_1200.text
    assert "Kerr" in at_1200.text
    assert [c.text for c in of(calls, CallKind.RECORD) if "0.47 s" in c.text and "El Guerrouj" in c.text]
    assert len(of(calls, CallKind.STOP)) == 4


def test_the_bowerman_mile_has_its_quotes_and_its_one_lead_change() -> None:
    race = shipped("bowerman-mile-2024")
    calls = call(race)
    assert sorted(c.text for c in of(calls, CallKind.QUOTE)) == sorted(q.text for q in race.quotes)
    change = next(c for c in of(calls, CallKind.LEAD) if "Kerr" in c.text)
    assert change.source == "athletic"
    assert "about 610 m to go" in change.text


def test_the_records_year_is_left_to_the_day_when_it_is_as_young_as_the_race() -> None:
    race = replace(tactical(), date=datetime.date(2024, 5, 25))
    marked = replace(race.entries[2], marks=("WL",))
    old = Record("World lead", measured(220.0, 2), "Dot Day", "2024-02-11")
    race = replace(race, entries=(*race.entries[:2], marked, race.entries[3]), records=(old,))
    (record,) = of(call(race), CallKind.RECORD)
    assert "Dot Day’s 3:40.00 of 11 February" in record.text


@st.composite
def any_entry(draw: st.DrawFn, distance: float) -> Entry:
    pace = draw(st.floats(0.12, 0.3))
    step = draw(st.sampled_from([50.0, 100.0, 400.0]))
    count = draw(st.integers(0, 6))
    known = st.sampled_from([Evidence.MEASURED, Evidence.REPORTED, Evidence.ESTIMATED])
    splits = tuple(
        Split(step * k, Time(round(step * k * pace * draw(st.floats(0.97, 1.03)), 2), draw(known)))
        for k in range(1, count + 1)
        if step * k < distance
    )
    status = draw(st.sampled_from(list(Status)))
    has_result = status is Status.FINISHED or (status is Status.DQ and draw(st.booleans()))
    return Entry(
        draw(st.sampled_from(["Ann Ash", "Bea Birch", "CIA CEDAR", "Dot", "A. B. de Elm"])),
        role=draw(st.sampled_from([None, None, Role.PACEMAKER, Role.GUEST])),
        status=status,
        place=draw(st.one_of(st.none(), st.integers(1, 8))) if has_result else None,
        marks=draw(st.sampled_from([(), ("PB",), ("WR", "NR"), ("AR", "odd")])),
        result=Time(round(distance * pace, 2), draw(known)) if has_result and draw(st.integers(0, 9)) else None,
        splits=splits,
        stopped=draw(st.sampled_from([None, Stopped(), Stopped(100.0), Stopped(100.0, 300.0)])),
        decided=draw(st.sampled_from([When(WhenKind.AFTER), When(WhenKind.TIME, 30.0), When(WhenKind.WINNER)])),
    )


@st.composite
def any_race(draw: st.DrawFn) -> Race:
    distance = draw(st.sampled_from([60.0, 400.0, 800.0, 1500.0, 1609.344, 5000.0, 21097.5]))
    entries = tuple(draw(any_entry(distance)) for _ in range(draw(st.integers(0, 7))))
    who = st.integers(0, max(0, len(entries) - 1))
    at = st.floats(10.0, distance)
    facts = [
        Fact(at=draw(at), leader=draw(who)),
        Fact(start=10.0, end=draw(at), leader=draw(who)),
        Fact(start=20.0, end=draw(at), runner=draw(who), passes=(draw(who),)),
        Fact(at=draw(at), runner=draw(who), behind=draw(who), gap=0.5),
        Fact(at=draw(at), order=(draw(who), draw(who))),
        Fact(at=draw(at), within=2.0),
    ]
    shows = [When(kind, 1.0) for kind in WhenKind]
    return Race(
        draw(st.text(max_size=3)),
        draw(st.sampled_from(["Men’s mile, final", "The Mile", "Mile"])),
        distance,
        entries,
        course=Course(draw(st.sampled_from(list(Surface)))),
        facts=tuple(facts[: draw(st.integers(0, 6))]) if entries else (),
        quotes=tuple(Quote((f"Quote {k}",), "Bea Birch", show=show) for k, show in enumerate(shows)),
        records=(Record("World record", Time(200.0, Evidence.REPORTED, "3:20.00")),),
    )


@given(any_race())
@examples(60)
def test_whatever_the_race_it_is_told_in_order_and_every_quote_with_it(race: Race) -> None:
    calls = call(race)
    times = [c.time for c in calls]
    assert times == sorted(times)
    assert all(0 <= t < float("inf") for t in times)
    assert sum(c.kind is CallKind.QUOTE for c in calls) == len(race.quotes)
    assert all(c.text == c.text.strip() and "\n" not in c.text for c in calls)
    assert all(0 <= e < len(race.entries) for c in calls for e in c.entries)
    assert sum(c.kind is CallKind.GUN for c in calls) == 1


def test_estimated_splits_make_no_story() -> None:
    bare = tuple(replace(e, splits=()) for e in tactical().entries)
    guessed = tuple(
        replace(e, splits=tuple(replace(s, time=Time(s.time.seconds, Evidence.ESTIMATED)) for s in e.splits))
        for e in tactical().entries
    )
    told = [call(Race("worked-out", "1500", 1500.0, entries)) for entries in (bare, guessed)]
    assert {c.kind for c in told[0]} == {c.kind for c in told[1]}
    assert not named_early(Race("worked-out", "1500", 1500.0, guessed), told[1])


def test_a_lead_that_a_report_tells_twice_is_told_once() -> None:
    leads = of(call(shipped("bowerman-mile-2024")), CallKind.LEAD)
    assert len([c for c in leads if c.entries[0] == 0]) == 1


def test_who_stops_at_a_point_is_told_there_before_it_is_said_that_he_has_stopped() -> None:
    hare = builders.entry("Hare", None, {400: 50.0}, status=Status.DNF)
    calls = call(builders.race(hare, builders.entry("Tortoise", 120.0, {400: 60.0}), distance=800.0))
    kinds = [c.kind for c in calls if 49.9 < c.time < 50.2]
    assert kinds == [CallKind.BELL, CallKind.STOP]
