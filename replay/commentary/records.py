"""The records that results set: what they are called, and what they replace."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from replay.commentary.calls import CallKind
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.nations import area, national
from replay.commentary.observer import Watch
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, article, clock, digits, listed, seconds_apart
from replay.race.race import Entry, Record, Time
from replay.race.times import MONTHS

MARKS = ("WR", "WB", "WIR", "WIB", "OR", "AR", "AB", "NR", "NIR", "CR", "WU20R", "DLR", "MR", "WL")
"""Marks of result lists that are records, the greatest first."""
NAMES = {
    "WR": "world record",
    "WB": "world best",
    "WIR": "world indoor record",
    "WIB": "world indoor best",
    "OR": "Olympic record",
    "CR": "championship record",
    "WU20R": "world under-20 record",
    "DLR": "Diamond League record",
    "MR": "meeting record",
    "WL": "world lead",
}
"""What they are called, but for those that depend on whose they are."""


_OWN = {"W": "her own", "F": "her own", "M": "his own"}
Home = tuple[Time, int]
"""A result and whose it is."""


class Broken(NamedTuple):
    """A record that a result sets."""

    mark: str
    name: str
    """`British record`."""
    old: Record | None
    """What it replaces, where the file has it and it was not faster."""
    pending: bool
    """Whether it is yet to be ratified."""


def record_name(mark: str, nation: str) -> str:
    """What a mark of a result list is called: `British record` for the NR of a runner from GBR."""
    whose = {"NR": national(nation), "NIR": f"{national(nation)} indoor", "AR": area(nation), "AB": area(nation)}
    if mark in whose:
        return f"{whose[mark]} {'best' if mark.endswith('B') else 'record'}"
    return NAMES[mark]


def greatest_record(marks: tuple[str, ...], nation: str) -> str:
    """The name of the greatest record among marks; empty when they claim none."""
    return next(iter(records_set(marks, nation)), "")


def records_set(marks: tuple[str, ...], nation: str) -> list[str]:
    """The names of the records among marks, the greatest first."""
    return [name for mark in MARKS if mark in marks and (name := record_name(mark, nation))]


def broken(watch: Watch, entry: int) -> list[Broken]:
    """The records that the marks of an entry claim, those whose old one is known first."""
    found = watch.entry(entry)
    if found.result is None:
        return []
    claimed = [
        Broken(mark, name, _standing(watch, name, found.result), mark in found.pending)
        for mark in MARKS
        if mark in found.marks and (name := record_name(mark, found.nation))
    ]
    return sorted(claimed, key=lambda record: record.old is None)


def _standing(watch: Watch, name: str, result: Time) -> Record | None:
    """The race's record of that name, if the result is not slower."""
    found = (r for r in watch.race.records if r.label.lower() in (name.lower(), f"{name.lower()}ing time"))
    return next((r for r in found if r.time.seconds >= result.seconds), None)


def margin(result: Time, old: Time) -> str:
    """By how much a time was beaten, with the digits both have: `0.98 s`."""
    return seconds_apart(old.seconds - result.seconds, min(digits(result), digits(old)))


def record_words(watch: Watch, home: Home, record: Broken) -> str:
    """`British record by 0.98 s, Steve Cram’s 3:46.32 of 1985`, with `pending` where it is."""
    wait = ", pending ratification" if record.pending else ""
    if record.old is None:
        return f"{record.name}{wait}"
    result, entry = home
    whose = whose_was(watch, record.old, entry)
    if record.old.time.seconds == result.seconds:
        return f"{record.name} equalled, {whose}{wait}"
    return f"{record.name} by {margin(result, record.old.time)}, {whose}{wait}"


def whose_was(watch: Watch, old: Record, entry: int) -> str:
    """`Steve Cram’s 3:46.32 from 1985`; `her own 4:18.24` of who sets the new one."""
    year, time = _since(watch, old), clock(old.time)
    found = watch.entry(entry)
    if old.holder == found.name:
        return f"{_OWN.get(found.sex, 'the same runner’s')} {time}{year}"
    return f"{old.holder}’s {time}{year}" if old.holder else f"the {time}{year}"


def _since(watch: Watch, old: Record) -> str:
    """` from 1985`; of a record as young as the year ` of 11 February`."""
    try:
        date = datetime.date.fromisoformat(old.date)
    except ValueError:
        return f" from {old.date[:4]}" if old.date[:4].isdigit() else ""
    same = watch.race.date is not None and watch.race.date.year == date.year
    return f" of {date.day} {MONTHS[date.month - 1]}" if same else f" from {date.year}"


def winners_record_ideas(seen: Seen) -> Iterator[Idea]:
    """The winner's records: each with what it replaces, those without in one breath."""
    watch = seen.watch
    for time, entry in watch.arrived[:1]:
        found = broken(watch, entry)
        for at, record in enumerate(record for record in found if record.old is not None):
            if record.old is not None:
                yield _replaced(watch, entry, time, record, record.old, also=at > 0)
        rest = [record for record in found if record.old is None]
        if rest:
            yield _plain(watch, entry, time, rest, also=len(rest) < len(found))


def _plain(watch: Watch, entry: int, time: Time, records: list[Broken], *, also: bool) -> Idea:
    who, words = watch.name(entry), listed([record.name for record in records])
    wait = ", pending ratification" if any(record.pending for record in records) else ""
    a, new = article(words), f"{clock(time)} is {'also ' if also else ''}"
    ways = [f"{who}’s {new}{a} {words}{wait}", f"The {new}{a} {words}{wait}"]
    alone = sum(home.seconds == time.seconds for home, _ in watch.arrived[:2]) == 1  # nobody else’s time is it, too

    def phrase(voice: Voice) -> str:
        return voice.say("plain record", *ways[: 1 + alone])

    return Idea(time.seconds, CallKind.RECORD, ALWAYS, phrase, entries=(entry,))


def _replaced(watch: Watch, entry: int, time: Time, record: Broken, old: Record, *, also: bool) -> Idea:
    who, new, name = watch.name(entry), clock(time), record.name
    by, whose = margin(time, old.time), whose_was(watch, old, entry)
    wait = ", pending ratification" if record.pending else ""
    level = old.time.seconds == time.seconds

    def phrase(voice: Voice) -> str:
        if level:
            return voice.say("level record", f"{who} equals the {name}: {new}, as {whose}{wait}")
        if record.mark == "WL":
            more = "also " if also else ""
            return voice.say(
                "world lead", f"{who}’s {new} is {more}the fastest in the world this year, {by} under {whose}"
            )
        return voice.say(
            "record",
            f"{article(name)} {name}! {who}’s {new} takes {by} off {whose}{wait}",
            f"{name} for {who}: {new}, {by} under {whose}{wait}",
            f"{whose} is beaten: {who}’s {new} is the new {name}, by {by}{wait}",
            f"That is {article(name)} {name}, {new}, {by} inside {whose}{wait}",
        )

    source = None if record.pending else old.source  # who told of the old record tells nothing of the new one's fate
    return Idea(time.seconds, CallKind.RECORD, ALWAYS, phrase, source=source, entries=(entry,))


def sets_record(entry: Entry) -> bool:
    """Whether an entry's marks claim a record."""
    return bool(set(entry.marks) & set(MARKS))
