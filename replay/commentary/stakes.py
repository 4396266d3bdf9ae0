"""What is at stake, said early: what reports told beforehand, the records of the day, the bests of those who run."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, zip_longest

from replay.commentary.board import Board
from replay.commentary.calls import CallKind
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.observer import Watch
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, article, clock, number
from replay.race.notes import all_notes, notes_before
from replay.race.order import order_known_from
from replay.race.pacelights import inside
from replay.race.race import Note, Race, Record, Time, WhenKind
from replay.race.times import MONTHS

EARLY, LATE = 0.4, 0.6
"""The part of the race over which they are spread, longer where its order is known late, and the last one for any."""
QUIET, ROAD = 0.75, 0.95
"""The part over which they are spread where nothing is known of the way: they are what there is to tell; on a road."""
SPEED = 6.5
"""Metres a second that are expected of a race of which nothing is known yet."""
LEAST, MOST = 6.0, 30.0
"""Seconds from one to the next."""
OLD = 10
"""Years after which a record's age is told."""
BESTS = 6
"""Runners whose bests are told: those with the best ones."""


def note_ideas(seen: Seen) -> Iterator[Idea]:
    """Notes that belong to a moment of the race; those of its end are told with the result."""
    for entry, note in all_notes(seen.watch.race):
        kind = note.show.kind
        if kind not in (WhenKind.BEFORE, WhenKind.AFTER, WhenKind.FINISH, WhenKind.WINNER):
            yield told(note, entry, seen.watch.timeline.time_of(note.show))


def told(note: Note, entry: int | None, time: float, *, pinned: bool = False) -> Idea:
    """A note as it is said at a time."""
    about = () if entry is None else (entry,)
    kind = CallKind.FINISH if pinned else CallKind.SPLIT
    return Idea(
        time,
        kind,
        ALWAYS,
        lambda _: note.text,
        source=note.source,
        entries=about,
        pinned=pinned,
        instant=False,
        once=note.text,
    )


def stake_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """The stakes whose turn has come, in turn: notes, records, bests."""
    race, t = seen.watch.race, board.time
    told = seen.watch.told
    road = seen.watch.timeline.track.by_kilometres
    if board.distance > told_until(seen):
        return
    quiet = ROAD if road else QUIET
    share = min(max(EARLY, order_known_from(race) / race.distance), LATE - 0.05) if told else quiet
    step = max(share * race.distance / SPEED / max(len(seen.stakes), 1), LEAST)
    step = min(step, MOST) if told else step
    for idea in seen.stakes[: int(t / step) + 1]:
        yield replace(idea, time=t)


def told_until(seen: Seen) -> float:
    """Metres of the first up to which they are told."""
    road = seen.watch.timeline.track.by_kilometres
    return (LATE if seen.watch.told else 1.0 if road else 0.9) * seen.watch.race.distance


def sooner_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """The next of them before its turn, where nothing else is left but to count metres."""
    if not seen.watch.told:
        yield from (replace(idea, time=board.time) for idea in seen.stakes)


def stakes_of(watch: Watch) -> tuple[Idea, ...]:
    """All that is at stake, in the order in which it is told; the time of each is yet to come."""
    race = watch.race
    notes = [told(note, entry, 0.0) for entry, note in notes_before(race)]
    records = [
        _idea(record.label, _record(record, _standing(race, record)), record.source)
        for record in race.records
        if record.holder
    ]
    bests = [_idea(f"{what} {e}", _best(watch.name(e), what, time), time.source, e) for e, what, time in _bests(race)]
    mixed = chain.from_iterable(zip_longest(notes, records))
    return (*(idea for idea in mixed if idea is not None), *bests)


def beforehand(race: Race) -> tuple[str, str]:
    """One line that makes one want to watch, known before the gun: what reports told, else the record; and its source.

    Empty where nothing is known.
    """
    for _, note in notes_before(race):
        return note.text, race.publisher(note.source)
    record = next((record for record in race.records if record.holder), None)
    if record is None:
        return "", ""
    return Voice(race.id).put(0.0, _record(record, _standing(race, record))), race.publisher(record.source)


def _idea(what: str, words: Callable[[Voice], str], source: str | None, *entries: int) -> Idea:
    return Idea(0.0, CallKind.SPLIT, 5, words, source=source, entries=entries, instant=False, once=what)


def _standing(race: Race, record: Record) -> str:
    """`for 25 years` of a record that has stood long, `since 1981` where the day is not known; empty of a young one."""
    year = record.date[:4]
    if race.date is None or not year.isdigit() or race.date.year - int(year) < OLD:
        return ""
    try:
        day = datetime.date.fromisoformat(record.date)
    except ValueError:
        return f"since {year}"
    years = race.date.year - day.year - ((race.date.month, race.date.day) < (day.month, day.day))
    return f"for {number(years)} years"


def _record(record: Record, standing: str) -> Callable[[Voice], str]:
    label, time, holder = inside(record.label), clock(record.time), record.holder
    when = dated(record.date)
    if standing:
        return lambda voice: voice.say(
            "old record",
            f"The {label} has stood {standing}: {time}, by {holder}",
            f"{holder}’s {time} has been the {label} {standing}",
            f"Nobody has beaten {holder}’s {label} of {time} {standing}",
            f"The {label}, {time}, has been {holder}’s {standing}",
        )
    return lambda voice: voice.say(
        "record of the day",
        f"The {label}: {holder}’s {time}{when}",
        f"{holder} holds the {label}, {time}{when}",
        f"The {label} is {holder}’s {time}{when}",
        f"The time to beat for the {label} is {time}, {holder}’s{when}",
        f"{holder}’s {time}{when} is the {label}",
    )


def dated(date: str) -> str:
    """` of 1999`, ` of July 1999`; empty where nothing is known."""
    year, _, rest = date.partition("-")
    if not (year.isdigit() and len(year) == 4):
        return ""
    month = rest[:2]
    return f" of {MONTHS[int(month) - 1]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else f" of {year}"


def _bests(race: Race) -> list[tuple[int, str, Time]]:
    """Personal and season's bests from before the race, the best ones first."""
    found = [(e, "personal best", entry.pb) for e, entry in enumerate(race.entries) if entry.pb is not None]
    found.sort(key=lambda best: best[2].seconds)
    season = [(e, "best of the season", entry.sb) for e, entry in enumerate(race.entries) if entry.sb is not None]
    season.sort(key=lambda best: best[2].seconds)
    return [*found[:BESTS], *season[:BESTS]]


def _best(name: str, what: str, time: Time) -> Callable[[Voice], str]:
    at = clock(time)
    return lambda voice: voice.say(
        "best",
        f"{name}’s {what} is {at}",
        f"{name} comes here with {article(what)} {what} of {at}",
        f"{at}: that is {name}’s {what}",
        f"{article(what)} {what} of {at} for {name}",
    )
