"""The very words of the commentary beside the board, which is looked at every half second."""

import re
from collections.abc import Iterator
from functools import cache

from replay.cells.rows import plain
from replay.commentary import Call, CallKind
from replay.commentary.voice import ordinal
from replay.drawing.panels.feed import feed_of, feed_rows
from replay.race.race import Evidence, Status
from replay.race.shortnames import short_names
from replay.state.timeline import RunnerState
from tests.miles import LOOK
from tests.places import RACES
from tests.shipped.test_laws import Told, shipped
from tests.together import together

NAMES = sorted(path.stem for path in RACES.glob("*.yaml"))
every_race = together("name", NAMES)

HALF = 0.5
"""Seconds from one look at the board to the next."""
NEAR = 1.0
"""Seconds within which the board shows what is said."""
ORDINALS = [ordinal(place) for place in range(1, 13)]
LEADS = (
    r"NAME leads",
    r"NAME in front(?! of)",
    r"NAME first in",
    r"NAME is (?:the early leader|out alone|in front|the one who leads)",
    r"NAME goes to the front",
    r"NAME (?:moves|goes|takes)\b.*into the lead",
    r"NAME takes the lead",
    r"(?:it is|it is still|the leader is) NAME$",
    r"leaves NAME in front",
    r"lead falls to NAME",
    r"pacemaker NAME has the lead",
)
"""Ways to say that somebody leads."""
AFTER = (CallKind.FINISH, CallKind.RECORD, CallKind.DQ)
PAST = re.compile(r"record|best|Through|it was|those were|at \d|By |Between|up to|since|has the lead|gives way|on from")
"""Words of what was, beside which somebody may be named who is no longer there."""


def own(told: Told) -> Iterator[Call]:
    """The lines that are ours, without notes."""
    yield from (call for call in told.own if call.form and call.kind is not CallKind.GUN)


@cache
def board(name: str, t: float) -> dict[int, RunnerState]:
    return {runner.entry: runner for runner in shipped(name).timeline.at(max(t, 0.0)).standings}


def places(name: str, t: float, entry: int) -> set[int | None]:
    """The places of somebody within a second of a time."""
    return {board(name, t + NEAR * k / 4)[entry].place for k in range(-4, 5)}


def people(name: str) -> tuple[str, dict[str, int]]:
    """A pattern for any of those in a race, and who is meant by it."""
    names = short_names(shipped(name).race.entries)
    pattern = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return f"({pattern})", {found: index for index, found in enumerate(names)}


def said_to_lead(name: str) -> Iterator[tuple[Call, int]]:
    """Lines that say who leads, and of whom; of one of two whom no report tells apart nobody knows it."""
    pattern, who = people(name)
    for call in own(shipped(name)):
        if call.kind not in AFTER and not call.form.startswith(("nameless", "coming", "group at")):
            ways = (re.search(way.replace("NAME", pattern), call.text) for way in LEADS)
            yield from ((call, who[found[1]]) for found in ways if found is not None)


def said_places(name: str) -> Iterator[tuple[Call, int, int]]:
    """Lines that give somebody's place, with who and which."""
    pattern, who = people(name)
    words = rf"{pattern}(?:,| is| lies| comes home| takes| in| for)? ?(?:in )?({'|'.join(ORDINALS)})\b(?! (?:of|time))"
    for call in own(shipped(name)):
        for found in re.finditer(words, call.text):
            yield call, who[found[1]], ORDINALS.index(found[2]) + 1


@every_race
def test_whoever_the_words_say_leads_does_within_a_second(name: str) -> None:
    for call, entry in said_to_lead(name):
        assert 1 in places(name, call.time, entry), call


@every_race
def test_a_place_in_words_is_the_one_on_the_board(name: str) -> None:
    for call, entry, place in said_places(name):
        assert place in places(name, call.time, entry), call


def test_there_are_words_to_look_at() -> None:
    assert sum(1 for name in NAMES for _ in said_to_lead(name)) > 100
    assert sum(1 for name in NAMES for _ in said_places(name)) > 120


@every_race
def test_a_quote_never_stands_without_its_speaker_or_its_beginning(name: str) -> None:
    """In feeds of 80x24, 120x40 and 200x60, and as it is read on."""
    told = shipped(name)
    for at, call in enumerate(told.calls):
        if call.kind is CallKind.QUOTE:
            for width, height in ((80, 2), (80, 4), (120, 6), (200, 10)):
                for since in (0.0, 11.0, 60.0):
                    feed = feed_of(told.calls[: at + 1], call.time + since)
                    text = " ".join(plain(feed_rows(feed, told.race, LOOK, width, height)).split())
                    assert text.count("“") == text.count("”") > 0, text
                    assert call.by is not None
                    assert f"” {call.by}" in text, text


@every_race
def test_nobody_is_spoken_of_as_running_who_is_home_or_out(name: str) -> None:
    pattern, who = people(name)
    for call in own(shipped(name)):
        if call.kind in (*AFTER, CallKind.STOP) or call.pinned or PAST.search(call.text):
            continue
        if call.form.startswith(("field/", "countrymen/")):
            continue  # who started is in the field, seen or not
        for found in re.findall(pattern, call.text):
            then = board(name, call.time - 0.2)
            assert then[who[found]].status == "running", call


@every_race
def test_a_gap_without_a_tilde_is_between_known_places(name: str) -> None:
    for call in own(shipped(name)):
        gaps = re.search(r"(?<![~\d.])\d+(?:\.\d+)? (?:s|m) (?:back|behind|down|clear|up on|on|in it)\b", call.text)
        if gaps is None or call.kind in AFTER or not call.claims:
            continue
        now = board(name, call.time)
        for claim in call.claims:
            assert now[claim.entry].evidence is not Evidence.ESTIMATED, call


@every_race
def test_whoever_takes_the_lead_near_the_end_is_named_at_once(name: str) -> None:
    told = shipped(name)
    names = short_names(told.race.entries)
    won = told.timeline.winner_time or 0.0
    first = None
    for k in range(int(told.run_in / HALF) + 1, int(won / HALF)) if told.lapped else ():
        placed = [e for e, runner in board(name, k * HALF).items() if runner.place == 1]
        now = placed[0] if len(placed) == 1 else None
        if first is not None and now not in (None, first):
            said = [call for call in told.own if abs(call.time - k * HALF) <= 2.5 and names[now or 0] in call.text]
            assert said, f"{names[now or 0]} at {k * HALF:.1f} s"
        first = now


@every_race
def test_whoever_has_no_known_place_has_none_on_the_board_once_home(name: str) -> None:
    told = shipped(name)
    lost = [i for i, entry in enumerate(told.race.entries) if entry.status is Status.UNKNOWN]
    for k in range(int(told.timeline.duration / HALF) + 2) if lost else ():
        now = board(name, k * HALF)
        for entry in lost:
            assert now[entry].place is None or k * HALF < told.timeline.home(entry)
            assert now[entry].place is None or now[entry].status == "running"
