"""Times at the marks, and the bell."""

from collections.abc import Callable, Iterator

from replay.commentary.calls import CallKind
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.leads import Lead
from replay.commentary.observer import Watch, told
from replay.commentary.voice import Voice, about, clock, digits, lap_clock, listed, metres, number, ordinal, to_go
from replay.race.race import Fact, Surface, Time

NEAR = 1.0
"""Seconds behind the leader within which a runner is with him."""
TAIL = 75
"""Characters after the time at a mark; beyond, the names of those who follow give way to the record."""
PACE = 1.5
"""Seconds from an even record pace within which the record is worth a word."""


def marks(watch: Watch) -> list[float]:
    """Where the leader's time is called: known splits at full distances, lap lines, on roads every 5 km and halfway."""
    splits = (s for e in watch.curves for s in watch.entry(e).splits)
    known = sorted({s.distance for s in splits if told(s) and watch.distance - s.distance > 50})
    if watch.race.course.surface is Surface.ROAD:
        step = 5000.0 if watch.distance > 12000 else 1000.0
        main = [d for d in known if _multiple(d, step) or abs(d - watch.distance / 2) < 60]
    else:
        step = 400.0 if watch.distance < 2500 else 1000.0
        step = 200.0 if watch.distance <= 1000 else step
        laps = watch.timeline.track.laps[1:] if watch.distance < 2500 else ()
        laps = (*laps, 1500.0) if 1550 < watch.distance < 2000 else laps
        main = [d for d in known if _multiple(d, step) or any(abs(d - lap) < 0.5 for lap in laps)]
        main = [
            d for d in main if _multiple(d, step) or not any(0 < abs(d - o) < 110 and _multiple(o, step) for o in main)
        ]
    spread: list[float] = []
    for d in sorted(main):
        if not spread or d - spread[-1] > 50:
            spread.append(d)
    return spread


def _multiple(distance: float, step: float) -> bool:
    return distance > 1 and abs(distance - round(distance / step) * step) < 0.5


def split_ideas(watch: Watch, found: list[Lead]) -> Iterator[Idea]:
    """The leader's time at every mark, and between them in a short race the shape of the field.

    Where a new leader is told of at a mark, the time alone is told after it.
    """
    main, bell = marks(watch), watch.timeline.track.bell
    before: Time | None = None
    start, leader = 0.0, -1
    for d in main:
        timed = watch.splits_at(d)
        first, time = _leader_there(watch, d, timed)
        if time is None:
            continue
        known = any(lead.entry == first and abs(lead.start - d) < 1 for lead in found[1:])
        if bell is None or abs(d - bell) > 1:
            yield _split(watch, d, first, time, (start, before, leader), known)
        if _led(watch, d, first):
            start, before, leader = d, time, first
    if watch.distance < 2000 and watch.race.course.surface is not Surface.ROAD:
        halves = {
            s.distance for e in watch.curves for s in watch.entry(e).splits if _multiple(s.distance, 200) and told(s)
        }
        for d in sorted(halves):
            if all(abs(d - other) > 50 for other in main) and watch.distance - d > 100:
                yield from _between(watch, d)


def _leader_there(watch: Watch, distance: float, timed: list[tuple[Time, int]]) -> tuple[int, Time | None]:
    """Who was first at a distance, with the time; a reported leader who was timed wins over the fastest there."""
    reported = watch.fact_leader(distance)
    if reported is not None:
        mine = next((time for time, e in timed if e == reported[0]), None)
        if mine is not None:
            return reported[0], mine
    return (timed[0][1], timed[0][0]) if timed else (-1, None)


def _led(watch: Watch, distance: float, first: int) -> bool:
    """Whether no report has another in front of the fastest of those timed."""
    reported = watch.fact_leader(distance)
    return reported is None or reported[0] == first


def _split(
    watch: Watch, distance: float, first: int, time: Time, last: tuple[float, Time | None, int], known: bool = False
) -> Idea:
    name, mark, at = watch.name(first), metres(distance), clock(time)
    seconds = watch.time_at(first, distance)
    who, followers = _followers(watch, distance, first)
    lap = _lap_words(first, distance, time, last)
    record = _pace_words(watch, distance, time)
    leads = _led(watch, distance, first) and (watch.fact_leader(distance) or len(watch.splits_at(distance)) > 1)

    def phrase(voice: Voice) -> str:
        tail = f"{lap}{record}" if record and len(lap + who + record) > TAIL else f"{lap}{who}{record}"
        if known:
            return voice.say("new leader timed", f"The time at {mark}: {at}{tail}", f"{mark} in {at}{tail}")
        if not leads:
            return voice.say("timed", f"{name} goes through {mark} in {at}{tail}", f"{mark}: {name} in {at}{tail}")
        return voice.say(
            "split",
            f"{name} leads through {mark} in {at}{tail}",
            f"{mark} in {at}, {name} in front{tail}",
            f"{at} at {mark}, {name} leading{tail}",
            f"{mark}: {name} first in {at}{tail}",
        )

    source = time.source if time.evidence == "reported" else None
    return Idea(
        seconds if seconds is not None else time.seconds,
        CallKind.SPLIT,
        1,
        phrase,
        None,
        source,
        time.evidence == "estimated",
        (first, *followers),
    )


def _lap_words(first: int, distance: float, time: Time, last: tuple[float, Time | None, int]) -> str:
    """`, the last 400 m in 55.8` from mark to mark; by the leaders' clock where another led at the mark before."""
    start, before, leader = last
    length = distance - start
    if before is None or time.seconds <= before.seconds or length < 190 or abs(length - round(length, -1)) > 0.5:
        return ""
    whose = "the" if leader == first else "the leaders’"
    return f", {whose} last {metres(length)} in {lap_clock(before, time)}"


def _followers(watch: Watch, distance: float, first: int) -> tuple[str, tuple[int, ...]]:
    """Who comes next and how close: from their times, else from a report of the order."""
    timed = [(time, e) for time, e in watch.splits_at(distance) if e != first]
    lead = watch.split_at(first, distance)
    if timed and lead is not None:
        decimals = min(digits(lead), digits(timed[0][0]))
        gap = timed[0][0].seconds - lead.seconds
        near = [e for time, e in timed if time.seconds - lead.seconds <= NEAR][:2]
        if not near:
            return f"; {watch.name(timed[0][1])} {gap:.{decimals}f} s behind", (timed[0][1],)
        names = listed([watch.name(e) for e in near])
        if gap <= 0:
            return f", {watch.name(near[0])} level", (near[0],)
        return f"; {names} {'follows' if len(near) == 1 else 'follow'}, {gap:.{decimals}f} s back", tuple(near)
    order = watch.fact_order(distance)
    if order is not None and order.order[0] == first:
        return f"; then {listed([watch.name(e) for e in order.order[1:4]])}", order.order[1:4]
    return "", ()


def _pace_words(watch: Watch, distance: float, time: Time) -> str:
    """How the clock stands against an even pace for the world record, when it is near it."""
    record = next((r for r in watch.race.records if r.label.lower() == "world record"), None)
    if record is None or not 0.3 <= distance / watch.distance <= 0.95:
        return ""
    ahead = record.time.seconds * distance / watch.distance - time.seconds
    if abs(ahead) > PACE * max(1.0, watch.distance / 3000):
        return ""
    side = "inside" if ahead >= 0 else "outside"
    even = "even world-record pace"
    return f"; on {even}" if abs(ahead) < 0.1 else f"; {abs(ahead):.1f} s {side} {even}"


def _between(watch: Watch, distance: float) -> Iterator[Idea]:
    """Between two marks, how long the field is and who is third and last; or the time alone where few were timed."""
    timed = watch.splits_at(distance)
    if len(timed) < 4:
        first, time = _leader_there(watch, distance, timed)
        if time is not None:
            yield _split(watch, distance, first, time, (0.0, None, first))
        return
    yield _shape(watch, distance, timed)


def _shape(watch: Watch, distance: float, timed: list[tuple[Time, int]]) -> Idea:
    """The field between two marks: how long it is, and who is third and last of those timed."""
    first, last = timed[0], timed[-1]
    spread = f"{last[0].seconds - first[0].seconds:.{min(digits(first[0]), digits(last[0]))}f} s"
    everybody = len(timed) == len(watch.order(distance))
    all_of, of = ("all", "the") if everybody else ("the first", "the first")
    count, mark, at = number(len(timed)), metres(distance), clock(first[0])
    third = watch.name(timed[2][1])
    tail = watch.name(last[1])

    def phrase(voice: Voice) -> str:
        return voice.say(
            "shape",
            f"{mark} in {at}: {all_of} {count} within {spread}, {third} third, {tail} at the back",
            f"{spread} cover {of} {count} at {mark}, {at} on the clock; {tail} brings up the rear",
            f"{at} at {mark}, {third} third, and the line is {spread} long",
        )

    return Idea(last[0].seconds, CallKind.SPLIT, 5, phrase, None, None, False, (first[1], timed[2][1], last[1]))


def place_ideas(watch: Watch) -> Iterator[Idea]:
    """What reports say of somebody's place, or of how close together they were."""
    for fact in watch.race.facts:
        if fact.at is None or fact.at >= watch.distance:
            continue
        mark, source = metres(fact.at), fact.source
        if fact.runner is not None and fact.place is not None and fact.place > 1:
            time = watch.time_at(fact.runner, fact.at)
            name, place = watch.name(fact.runner), ordinal(fact.place)
            if time is not None:
                words, loose = _placed(name, place, mark), not watch.firm(fact.at, [fact.runner])
                yield Idea(time + 0.5, CallKind.SPLIT, ALWAYS, words, None, source, loose, (fact.runner,))
        if fact.runner is not None and fact.behind is not None and (fact.gap or fact.metres):
            yield from _behind(watch, fact, mark)
        if fact.within is not None:
            ends = [t for e in fact.runners or tuple(watch.curves) if (t := watch.time_at(e, fact.at)) is not None]
            if ends:
                words = _within(fact.within, len(fact.runners), mark)
                loose = not watch.firm(fact.at, fact.runners or watch.curves)
                yield Idea(max(ends), CallKind.SPLIT, 3, words, None, source, loose, fact.runners)


def _behind(watch: Watch, fact: Fact, mark: str) -> Iterator[Idea]:
    runner, ahead = fact.runner or 0, fact.behind or 0
    time = watch.time_at(runner, fact.at or 0.0)
    gap = f"{fact.gap:g} s" if fact.gap else f"{fact.metres:g} m"
    name, other = watch.name(runner), watch.name(ahead)
    if time is not None:
        words = _gap_words(name, other, gap, mark)
        loose = not watch.firm(fact.at or 0.0, [runner])
        yield Idea(time, CallKind.SPLIT, 2, words, None, fact.source, loose, (runner, ahead))


def _gap_words(name: str, other: str, gap: str, mark: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "behind", f"{name} is {gap} behind {other} at {mark}", f"{gap} from {other} to {name} at {mark}"
    )


def _placed(name: str, place: str, mark: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "placed",
        f"{name} is {place} at {mark}",
        f"At {mark} {name} lies {place}",
    )


def _within(seconds: float, count: int, mark: str) -> Callable[[Voice], str]:
    who = f"{number(count)} of them" if count else "the whole field"
    return lambda voice: voice.say(
        "within", f"{who} within {seconds:g} s at {mark}", f"{seconds:g} s cover {who} at {mark}"
    )


def order_ideas(watch: Watch) -> Iterator[Idea]:
    """Reports of the order at a distance that is neither a mark nor the bell."""
    bell, called = watch.timeline.track.bell, marks(watch)
    for fact in watch.race.facts:
        if fact.at is None or len(fact.order) < 2 or any(abs(fact.at - d) < 1 for d in (*called, bell or 0.0)):
            continue
        times = [t for e in fact.order if (t := watch.time_at(e, fact.at)) is not None]
        if times and fact.at < watch.distance:
            words = _ordered([watch.name(e) for e in fact.order], to_go(watch.distance - fact.at, near=False))
            source, loose = fact.source, not watch.firm(fact.at, fact.order)
            yield Idea(max(times), CallKind.SPLIT, 2, words, None, source, loose, fact.order)


def _ordered(order: list[str], left: str) -> Callable[[Voice], str]:
    names = listed(order)
    if len(order) == 2:
        ahead, behind = order
        return lambda voice: voice.say(
            "two", f"{ahead} ahead of {behind} with {left}", f"{left}: {ahead}, then {behind}"
        )
    return lambda voice: voice.say(
        "order", f"{left}, and it is {names} in that order", f"the order with {left}: {names}"
    )


def bell_ideas(watch: Watch) -> Iterator[Idea]:
    """The bell: who leads, when, and who is with the leader."""
    bell = watch.timeline.track.bell
    first = watch.order(bell)[:1] if bell is not None and bell > 0 else []
    if bell is None or not first:
        return
    known = watch.leader(bell)
    entry, fact = known if known is not None else (first[0][1], None)
    time = watch.time_at(entry, bell)
    if known is None or time is None:
        yield Idea(first[0][0], CallKind.BELL, ALWAYS, _bare_bell, estimated=True)
        return
    split = watch.split_at(entry, bell)
    at = clock(split) if split is not None else about(time)
    who, followers = _at_bell(watch, bell, entry)
    order = watch.fact_order(bell)
    told_by = order if order is not None and followers else fact
    source = told_by.source if told_by is not None and not watch.trusted(bell) else None
    name = watch.name(entry)

    def phrase(voice: Voice) -> str:
        return voice.say(
            "bell",
            f"The bell at {at}: {name} leads{who}",
            f"The bell! {name} in front at {at}{who}",
            f"One lap to go: {name} leads at {at}{who}",
        )

    yield Idea(time, CallKind.BELL, ALWAYS, phrase, None, source, split is None, (entry, *followers))


def _bare_bell(voice: Voice) -> str:
    return voice.say("bell", "The bell! One lap to go", "One lap to go: the bell rings")


def _at_bell(watch: Watch, bell: float, first: int) -> tuple[str, tuple[int, ...]]:
    order = watch.fact_order(bell)
    if order is not None and order.order[0] == first:
        return f", then {listed([watch.name(e) for e in order.order[1:4]])}", order.order[1:4]
    after = [(t, e) for t, e in watch.order(bell) if e != first][:2]
    start = watch.time_at(first, bell)
    near = [first, *(e for _, e in after)]
    if not after or start is None or after[0][0] < start or not watch.trusted(bell) or not watch.close(bell, near):
        return "", ()
    soft = "" if watch.firm(bell, near) else "~"
    gaps = [f"{watch.name(e)} {soft}{t - start:.1f} s" for t, e in after]
    return f", {listed(gaps)} back", tuple(near[1:])
