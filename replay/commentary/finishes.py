"""Who comes home, when, and what that is worth."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from replay.commentary.calls import CallKind
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.nations import area, national
from replay.commentary.observer import Watch
from replay.commentary.observer import told as told_split
from replay.commentary.voice import Voice, article, clock, digits, lap_clock, listed, metres, ordinal
from replay.race.race import Record, Status, Surface, Time
from replay.race.times import MONTHS

TOLD = 20
"""Finishers of a field up to which everyone is told; of larger ones the first ten and whoever set a record."""
TOGETHER = 0.2
"""Seconds between two finishers behind the first three who are told in one breath."""
_RECORDS = ("WR", "WB", "WIR", "WIB", "OR", "AR", "AB", "NR", "NIR", "CR", "DLR", "MR", "WL")
_NAMES = {
    "WR": "world record",
    "WB": "world best",
    "WIR": "world indoor record",
    "WIB": "world indoor best",
    "OR": "Olympic record",
    "CR": "championship record",
    "DLR": "Diamond League record",
    "MR": "meeting record",
    "WL": "world lead",
}
_BESTS = {"PB": "a personal best", "SB": "a season’s best"}


def place_as_run(watch: Watch, entry: int) -> int | None:
    """The place in which an entry crosses the line: before anybody is disqualified for it.

    The official place where there is one, and those who were taken out in front are still in front; else the rank, if
    everybody's time is known.
    """
    mine = watch.entry(entry).result
    if mine is None:
        return None
    official = watch.entry(entry).place
    if official is not None:
        return official + sum(1 for t in watch.taken_out if t < mine.seconds)
    if watch.open_places:
        return None
    return 1 + bisect_left(watch.arrived, mine.seconds, key=lambda pair: pair[0].seconds)


def finish_ideas(watch: Watch) -> Iterator[Idea]:
    """The winner, the others one by one or in groups, and the records they set."""
    arrived = watch.arrived
    told = (
        arrived
        if len(arrived) <= TOLD
        else arrived[:10] + [pair for pair in arrived[10:] if set(watch.entry(pair[1]).marks) & set(_RECORDS)][:30]
    )
    for group in _groups(watch, told):
        yield _home(watch, group, arrived)
    for _, entry in told:
        yield from record_ideas(watch, entry)
    yield from _closing(watch, told[:1])


def _groups(watch: Watch, told: list[tuple[Time, int]]) -> list[list[tuple[Time, int]]]:
    """The first three alone, the others with whoever comes within `TOGETHER`, at most two together."""
    groups: list[list[tuple[Time, int]]] = []
    for at, pair in enumerate(told):
        last = groups[-1] if groups else []
        alone = any(set(watch.entry(e).marks) & set(_RECORDS) for _, e in (pair, *last))
        near = at > 3 and not alone and len(last) < 2 and pair[0].seconds - last[-1][0].seconds <= TOGETHER
        places = place_as_run(watch, pair[1]), place_as_run(watch, last[-1][1]) if last else None
        if near and all(places) and (places[0] or 0) - (places[1] or 0) <= 1:
            last.append(pair)
        else:
            groups.append([pair])
    return groups


def _home(watch: Watch, group: list[tuple[Time, int]], arrived: list[tuple[Time, int]]) -> Idea:
    time = group[-1][0].seconds
    who = tuple(e for _, e in group)
    estimated = any(t.evidence == "estimated" for t, _ in group)
    if len(group) > 1:
        return Idea(
            time, CallKind.FINISH, ALWAYS, lambda voice: _together(watch, voice, group), None, None, estimated, who
        )
    if group[0] == arrived[0]:
        return Idea(
            time, CallKind.FINISH, ALWAYS, lambda voice: _winner(watch, voice, group[0]), None, None, estimated, who
        )
    return Idea(
        time, CallKind.FINISH, ALWAYS, lambda voice: _alone(watch, voice, group[0], arrived), None, None, estimated, who
    )


def _closing(watch: Watch, first: list[tuple[Time, int]]) -> Iterator[Idea]:
    """How fast the winner ran from the last known split but a lap or so from the finish."""
    for time, entry in first:
        known = [s for s in watch.entry(entry).splits if told_split(s) and 300 <= watch.distance - s.distance <= 510]
        if not known or watch.distance < 800 or watch.race.course.surface is Surface.ROAD:
            continue
        split = min(known, key=lambda s: abs(watch.distance - s.distance - 400))
        name, far, took = watch.name(entry), metres(watch.distance - split.distance), lap_clock(split.time, time)
        yield Idea(time.seconds, CallKind.FINISH, ALWAYS, _last_metres(name, far, took), None, None, False, (entry,))


def _last_metres(name: str, far: str, took: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "closing", f"{name} ran the last {far} in {took}", f"The last {far} took {name} {took}"
    )


def _best(watch: Watch, entry: int) -> str:
    return next((f", {words}" for mark, words in _BESTS.items() if mark in watch.entry(entry).marks), "")


def _winner(watch: Watch, voice: Voice, first: tuple[Time, int]) -> str:
    time, entry = first
    name, at, best = watch.name(entry), clock(time), _best(watch, entry)
    if place_as_run(watch, entry) not in (1, None) or sum(e.competes for e in watch.race.entries) == 1:
        return voice.say("home first", f"{name} is home in {at}{best}")
    title = _title(watch.race.title)
    if title:
        ways = [f"{name} wins {title} in {at}{best}!", f"{name} takes {title}: {at}{best}!"]
    else:
        ways = [
            f"{name} wins in {at}{best}!",
            f"{name} is home first: {at}{best}!",
            f"it is {name}’s race, in {at}{best}!",
        ]
    return voice.say("winner", *ways)


def _title(title: str) -> str:
    """`the Bowerman Mile`, `the men’s 1500 metres final`; empty for a title that does not go into a sentence."""
    if re.match(r"(wo)?men[’']s ", title, re.IGNORECASE):
        title = (title[:1].lower() + title[1:]).replace(",", "")
    return "" if "," in title or len(title) > 40 else title if title.lower().startswith("the ") else f"the {title}"


def _alone(watch: Watch, voice: Voice, own: tuple[Time, int], arrived: list[tuple[Time, int]]) -> str:
    time, entry = own
    at = arrived.index(own)
    place, name, best = place_as_run(watch, entry), watch.name(entry), _best(watch, entry)
    before = arrived[at - 1]
    if place is None:
        return voice.say("home", f"{name} finishes in {clock(time)}{best}", f"{name} is in, {clock(time)}{best}")
    spot = ordinal(place)
    above = place_as_run(watch, before[1])
    if above == place:
        return voice.say("tie", f"{name} shares {spot} in {clock(time)}{best}: no daylight between them")
    gap = f"{time.seconds - before[0].seconds:.{min(digits(time), digits(before[0]))}f} s"
    if above != place - 1:
        return voice.say(
            "home later", f"{name} is {spot} in {clock(time)}{best}", f"{spot}, in {clock(time)}: {name}{best}"
        )
    if place == 2:
        return voice.say(
            "second",
            f"{name} is second in {clock(time)}, {gap} down{best}",
            f"{gap} later {name} is second, {clock(time)}{best}",
        )
    if place == 3:
        return voice.say(
            "third",
            f"{name} takes third in {clock(time)}{best}, {gap} after {watch.name(before[1])}",
            f"Third is {name} in {clock(time)}{best}, another {gap} back",
        )
    return voice.say(
        "place",
        f"{name} is {spot} in {clock(time)}{best}",
        f"{spot} for {name}: {clock(time)}{best}",
        f"{gap} behind {watch.name(before[1])}, {name} is {spot} in {clock(time)}{best}",
        f"{clock(time)} and {spot} for {name}{best}",
    )


def _together(watch: Watch, voice: Voice, group: list[tuple[Time, int]]) -> str:
    parts = [f"{watch.name(e)} {ordinal(place_as_run(watch, e) or 0)} in {clock(t)}" for t, e in group]
    with_best = [watch.name(e) for _, e in group if "PB" in watch.entry(e).marks]
    if len(with_best) == len(group):
        best = ": personal bests for both"
    else:
        best = f"; a personal best for {listed(with_best)}" if with_best else ""
    gap = group[-1][0].seconds - group[0][0].seconds
    names = listed(parts)
    return voice.say(
        "together", f"{names}{best}", f"close together, {names}{best}", f"{gap:.2f} s part them: {names}{best}"
    )


def record_ideas(watch: Watch, entry: int) -> Iterator[Idea]:
    """Records the entry's marks claim: the greatest with what it replaces, the others by name."""
    result = watch.entry(entry).result
    marks = [mark for mark in _RECORDS if mark in watch.entry(entry).marks]
    if result is None or not marks:
        return
    named = [(mark, _record_name(watch, entry, mark)) for mark in marks]
    old = {mark: record for mark, name in named if (record := _standing(watch, name, result)) is not None}
    spoken: list[str] = []
    for mark, name in named:
        if mark in old:
            yield _replaced(watch, entry, (name, mark), old[mark], result, first=not spoken)
            spoken.append(mark)
    rest = [name for mark, name in named if mark not in spoken]
    if rest:
        who, words = watch.name(entry), listed(rest)
        a = article(words)

        def phrase(voice: Voice) -> str:
            return voice.say(
                f"plain record {bool(spoken)}", f"{who}’s {clock(result)} is {'also ' if spoken else ''}{a} {words}"
            )

        yield Idea(result.seconds, CallKind.RECORD, ALWAYS, phrase, None, None, False, (entry,))


def _record_name(watch: Watch, entry: int, mark: str) -> str:
    return record_name(mark, watch.entry(entry).nation)


def record_name(mark: str, nation: str) -> str:
    """What a mark of a result list is called: `British record` for the NR of a runner from GBR."""
    whose = {"NR": national(nation), "NIR": f"{national(nation)} indoor", "AR": area(nation), "AB": area(nation)}
    if mark in whose:
        return f"{whose[mark]} {'best' if mark.endswith('B') else 'record'}"
    return _NAMES[mark]


def greatest_record(marks: tuple[str, ...], nation: str) -> str:
    """The name of the greatest record among marks; empty when they claim none."""
    return next((record_name(mark, nation) for mark in _RECORDS if mark in marks), "")


def _standing(watch: Watch, name: str, result: Time) -> Record | None:
    """The race's record of that name, if the result is not slower."""
    found = (r for r in watch.race.records if r.label.lower() in (name.lower(), f"{name.lower()}ing time"))
    return next((r for r in found if r.time.seconds >= result.seconds), None)


def _replaced(watch: Watch, entry: int, named: tuple[str, str], old: Record, result: Time, *, first: bool) -> Idea:
    name, mark = named
    who, new, before = watch.name(entry), clock(result), clock(old.time)
    by = f"{old.time.seconds - result.seconds:.{min(digits(result), digits(old.time))}f} s"
    holder = old.holder
    year = _since(watch, old)
    whose = f"{holder}’s {before}{year}" if holder else f"the {before}{year}"
    level = old.time.seconds == result.seconds

    def phrase(voice: Voice) -> str:
        if level:
            return voice.say("level", f"{who} equals the {name}: {new}, as {whose}")
        if mark == "WL":
            also = "also " if not first else ""
            return voice.say(
                "world lead", f"{who}’s {new} is {also}the fastest in the world this year, {by} under {whose}"
            )
        return voice.say(
            "record",
            f"{article(name)} {name}! {who}’s {new} takes {by} off {whose}",
            f"{name} for {who}: {new}, {by} under {whose}",
            f"{whose} is beaten: {who}’s {new} is the new {name}, by {by}",
        )

    return Idea(result.seconds, CallKind.RECORD, ALWAYS, phrase, None, old.source, False, (entry,))


def _since(watch: Watch, old: Record) -> str:
    """` from 1985`; of a record as young as the year ` of 11 February`."""
    try:
        date = datetime.date.fromisoformat(old.date)
    except ValueError:
        return f" from {old.date[:4]}" if old.date[:4].isdigit() else ""
    same = watch.race.date is not None and watch.race.date.year == date.year
    return f" of {date.day} {MONTHS[date.month - 1]}" if same else f" from {date.year}"


def stop_ideas(watch: Watch) -> Iterator[Idea]:
    """Those who leave the race, where it is known that they ran."""
    for entry, curve in watch.curves.items():
        found = watch.entry(entry)
        if found.status is not Status.DNF:
            continue
        last = max((s.distance for s in found.splits), default=0.0)
        where = found.stopped
        sure = where is not None and where.after is not None and where.by is None
        if where is not None and where.by is not None:
            spot = f"between {max(last, where.after or 0.0):.0f} and {metres(where.by)}"
        else:
            spot = (
                f"at {metres((where.after if where is not None else None) or last)}"
                if sure
                else f"after {metres(last)}"
            )
        yield Idea(curve.end, CallKind.STOP, ALWAYS, _stops(watch, entry, spot), None, None, not sure, (entry,))


def _stops(watch: Watch, entry: int, spot: str) -> Callable[[Voice], str]:
    name = watch.name(entry)
    if watch.paces(entry):
        return lambda voice: voice.say(
            "pacer stops", f"{name}, the pacing done, steps off {spot}", f"the pacemaker {name} leaves the track {spot}"
        )
    return lambda voice: voice.say(
        "stops",
        f"{name} is out of it: stopped {spot}",
        f"{name} has dropped out {spot}",
        f"no finish for {name}, who leaves the race {spot}",
    )


def dq_ideas(watch: Watch, last: float) -> Iterator[Idea]:
    """Disqualifications, when they were decided."""
    for entry, found in enumerate(watch.race.entries):
        if found.status is not Status.DQ:
            continue
        time = min(watch.timeline.time_of(found.decided), last)
        yield Idea(time, CallKind.DQ, ALWAYS, _disqualified(watch, entry, time), entries=(entry,))


def _disqualified(watch: Watch, entry: int, time: float) -> Callable[[Voice], str]:
    result, place, name = watch.entry(entry).result, place_as_run(watch, entry), watch.name(entry)
    if result is None or place is None or result.seconds > time:
        return lambda voice: voice.say("dq", f"{name} is disqualified", f"the judges disqualify {name}")
    winners = [watch.name(i) for i, e in enumerate(watch.race.entries) if e.place == 1 and e.status is Status.FINISHED]
    now = f"; the race goes to {listed(winners)}" if place == 1 and winners else ""
    return lambda voice: voice.say("dq", f"{name}, {ordinal(place)} across the line, is disqualified{now}")
