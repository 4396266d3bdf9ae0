"""Of every shipped race: nothing that a radio editor would strike out, since it is empty, early, or said before."""

import re
from collections import Counter

from replay.answers.spoken import told as words_of
from replay.commentary import CallKind
from replay.commentary.board import seconds_behind
from replay.commentary.calls import Gap
from replay.commentary.observer import Watch
from replay.commentary.pace import Target, in_reach
from replay.commentary.pack import TOUCH
from replay.commentary.quotes import FRAGMENT
from replay.commentary.script import LEAST
from replay.files.library import shipped_folder
from replay.race.notes import all_notes, notes_before
from replay.race.race import Status
from replay.race.times import MONTHS
from tests.shipped.test_laws import Told, shipped
from tests.together import together

NAMES = sorted(path.stem for path in shipped_folder().glob("*.yaml"))
every_race = together("name", NAMES)
BETWEEN = ("chase", "for third", "for fourth", "gap/", "level/", "alone/", "away/")
"""Constructions of what is told of gaps between the points of the last lap."""
COUNTING = 4
"""How many lines of a track race before the last 300 m may do nothing but count metres."""
COUNTING_ROAD = 8
"""The same of a road race, where a line of a minute may have nothing else."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def paces(told: Told) -> list[tuple[float, str]]:
    """Lines of what a record is, lap by lap or at a mark."""
    return [
        (call.time, call.text) for call in told.own if call.form.startswith(("even/", "rate", "against the clock/"))
    ]


@every_race
def test_what_a_record_is_lap_by_lap_is_told_once(name: str) -> None:
    told = [call.text for call in shipped(name).own if call.form.startswith(("rate/", "rate a kilometre/", "even/"))]
    figures = Counter(re.findall(r"(?<![\d.])\d[\d:]*\.\d(?!\d)", " ".join(told)))
    assert all(count == 1 for count in figures.values()), told


@every_race
def test_whose_a_record_is_is_told_before_its_pace(name: str) -> None:
    told = shipped(name)
    named = [(record.label.lower(), record) for record in told.race.records if record.holder]
    for time, text in paces(told):
        for label, record in named:
            if re.search(rf"\b{re.escape(label)}\b", text.lower()):
                before = [call for call in told.own if call.time < time and record.time.text in call.text]
                assert any(record.holder.split()[-1] in call.text for call in before), text
                break


@every_race
def test_nobody_chases_who_is_far_behind(name: str) -> None:
    for call in shipped(name).own:
        if re.search(r"chasing|losing touch", call.text):
            assert all(float(far) <= TOUCH + 0.5 for far in re.findall(r"(\d+) m\b", call.text)[:1]), call


@every_race
def test_as_many_are_still_to_come_as_do_come(name: str) -> None:
    told = shipped(name)
    homes = [told.timeline.home(e) for e, found in enumerate(told.race.entries) if found.status is Status.FINISHED]
    for call in told.own:
        if call.form.startswith("coming/") and (found := re.search(r" and (\w+) more|^(\w+) still running", call.text)):
            word = (found[1] or found[2]).lower()
            many = (3 if found[1] else 0) + (NUMBERS.index(word) if word in NUMBERS else int(word))
            assert many == sum(1 for home in homes if home > call.time), call


@every_race
def test_a_point_of_the_way_that_nobody_was_timed_at_is_about_there(name: str) -> None:
    for call in shipped(name).own:
        if call.form.startswith(("300 alone", "200 alone", "straight alone", "50 alone")) and not call.entries:
            assert call.estimated, call


@every_race
def test_nobody_comes_off_the_bend_who_is_well_into_the_straight(name: str) -> None:
    told = shipped(name)
    for call in told.own:
        if re.search(r"Off the bend|Into the home straight", call.text):
            left = told.race.distance - told.timeline.top(call.time, 1).leader_distance
            assert left >= (told.timeline.track.home_straight or 0.0) - 5.5, call


@every_race
def test_metres_are_only_counted_where_nothing_else_is_known(name: str) -> None:
    told = shipped(name)
    assert sum(call.form.startswith("countdown/") for call in told.own) <= (COUNTING if told.lapped else COUNTING_ROAD)


@every_race
def test_the_field_is_named_once_and_each_of_it_once(name: str) -> None:
    told = shipped(name)
    named = [e for call in told.own if call.form.startswith(("field/", "countrymen/")) for e in call.entries]
    assert len(named) == len(set(named))
    assert all(told.race.entries[entry].competes for entry in named)


@every_race
def test_no_note_of_a_race_knows_what_came_after_it(name: str) -> None:
    later = re.compile(
        rf"\b(?:stays?|stood|lasts?|until)\b.*\b(?:until|to the end of)\b|until the end of (?:{'|'.join(MONTHS)})"
    )
    assert [note.text for _, note in all_notes(shipped(name).race) if later.search(note.text)] == []


@every_race
def test_no_note_of_before_the_race_gives_the_time_that_a_record_gives(name: str) -> None:
    race = shipped(name).race
    times = {record.time.text for record in race.records}
    assert [note.text for _, note in notes_before(race) if any(time in note.text for time in times)] == []


@every_race
def test_the_name_of_a_source_can_be_read_out(name: str) -> None:
    said = {source.publisher for source in shipped(name).race.sources.values()}
    assert [publisher for publisher in said if re.search(r"[()/,]", publisher)] == []


@every_race
def test_the_result_says_where_it_was_decided_if_anybody_is_known_to_have_led(name: str) -> None:
    told = shipped(name)
    led = any(fact.leader is not None for fact in told.race.facts)
    pinned = " ".join(call.text for call in told.own if call.pinned and call.kind is CallKind.FINISH)
    assert not led or re.search(r"decided|in front", pinned.lower()), pinned


@every_race
def test_of_a_fragment_of_somebodys_words_one_hears_of_what_it_was_said(name: str) -> None:
    race = shipped(name).race
    when = {quote.text: quote.when for quote in race.quotes}
    for call in shipped(name).calls:
        if call.kind is CallKind.QUOTE and len(call.text.split()) <= FRAGMENT:
            assert when[call.text], call.text
            assert when[call.text] in words_of(call, race)[1]


@every_race
def test_nobody_is_worth_a_line_for_the_name_alone(name: str) -> None:
    for call in shipped(name).own:
        if call.form.startswith(("field/", "countrymen/")):
            assert len(call.entries) > 1, call


@every_race
def test_the_same_gap_is_no_news_in_the_last_lap(name: str) -> None:
    """A line between the points of the last 300 m that gives one gap gives one that has changed, or was not told."""
    told = shipped(name)
    last: dict[tuple[int, int], float] = {}
    for call in told.own if told.lapped else ():
        gaps = {(c.entry, c.behind): apart(told, call.time, c) for c in call.claims if isinstance(c, Gap)}
        if told.run_in < call.time < told.won and call.form.startswith(BETWEEN) and gaps:
            assert any(abs(far - last.get(pair, -1e9)) >= LEAST for pair, far in gaps.items()), call
        last |= gaps


def apart(told: Told, t: float, gap: Gap) -> float:
    """Metres between the two of a gap."""
    run = [told.timeline.motion.distance_at(entry, t) for entry in (gap.behind, gap.entry)]
    return (run[0] or told.race.distance) - (run[1] or 0.0)


@every_race
def test_everybody_who_follows_is_as_far_back_as_is_said(name: str) -> None:
    """One gap is told of two only where it is that of both."""
    told = shipped(name)
    for call in told.own:
        said = re.search(r"; .+ follow, ([^;]+) s back", call.text)
        gaps = [claim for claim in call.claims if isinstance(claim, Gap)] if said else []
        found = [seconds_behind(told.timeline, call.time, gap.entry, gap.behind) for gap in gaps]
        figures = [float(figure) for figure in re.findall(r"[\d.]+", said[1])] if said else []
        assert len(found) == (2 if said else 0), call
        for at, seconds in enumerate(found):
            assert seconds is not None, call
            assert abs(seconds - figures[min(at, len(figures) - 1)]) <= 0.1 + 1e-6, call


@every_race
def test_a_pronoun_stands_only_beside_a_name(name: str) -> None:
    """Nobody knows whom a note means that was told after a line about another."""
    told = shipped(name)
    races = [shipped(other).race for other in NAMES]
    people = [entry.name for race in races for entry in race.entries] + [
        r.holder for race in races for r in race.records
    ]
    names = {word for person in people for word in person.split()}
    if sum(entry.competes for entry in told.race.entries) > 1:
        for _, note in all_notes(told.race):
            if re.search(r"\b(he|she|his|her|him)\b", note.text.lower()):
                assert names & set(re.findall(r"[\w-]+", note.text)), note.text


@every_race
def test_a_pass_is_told_where_it_is_and_no_record_has_the_source_of_the_one_before_while_it_waits(name: str) -> None:
    for call in shipped(name).own:
        if call.kind is CallKind.PASS:
            assert not re.search(r"in the last \d+ m", call.text), call
        if "pending" in call.text:
            assert call.source is None, call


@every_race
def test_a_schedule_that_is_lost_is_told_no_more(name: str) -> None:
    told = shipped(name)
    watch = Watch(told.timeline)
    for call in told.own:
        for record in told.race.records if call.form.startswith(("even/", "rate", "against the clock/")) else ():
            if re.search(rf"\b{re.escape(record.label.lower())}\b", call.text.lower()):
                assert in_reach(watch, Target(record.label, record.time), call.time), call


@every_race
def test_nobody_tells_on_the_way_how_it_ends(name: str) -> None:
    """What somebody said afterwards is told on the way only where it tells nothing of the end."""
    told = shipped(name)
    for call in told.calls:
        if call.kind is CallKind.QUOTE and 0 < call.time < told.won:
            assert not re.search(r"\b(won|win|medal|gold|record|proud|fight|beat|lost|too much|line)\b", call.text), (
                call
            )


def test_the_sweep_looks_at_something() -> None:
    forms = Counter(call.form.split("/")[0] for name in NAMES for call in shipped(name).own)
    assert all(
        forms[form] for form in ("rate", "rate left", "even", "against the clock", "chase", "field", "countrymen")
    )
    assert any(" follow, " in call.text for name in NAMES for call in shipped(name).own)
