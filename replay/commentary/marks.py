"""Times at the marks: lap lines, full distances, on roads every 5 km."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from replay.commentary.board import Apart, Board
from replay.commentary.calls import CallKind, Claim
from replay.commentary.climax import APART, points
from replay.commentary.ideas import Idea
from replay.commentary.observer import Watch, told
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, clock, lap_clock, listed, ordinal, seconds_apart
from replay.race.race import MILE, Fact, Time

NEAR = 1.0
"""Seconds behind the leader within which a runner is with him or her."""
QUARTER = MILE / 4
_QUARTERS = ("the quarter-mile", "the half-mile", "three quarters", "the mile")
CLOSE, LONELY = 150.0, 350.0
"""Metres from other marks from which on any known time is told: in a short race, and in a long one."""
SPRINT, SPRINT_MARKS, BLOCKS, AT_LINE = 200.0, 20.0, 20.0, 12.0
"""Metres of a sprint, between the marks of one, and from the blocks and to the line within which nothing is told."""
TAIL = 75
"""Characters after the time at a mark; beyond, names of those who follow give way to the record."""
PACE, INSIDE = 1.5, 0.03
"""Seconds outside an even record pace, and the part of the record inside it, up to which the record is worth a word."""


def marks(watch: Watch) -> list[float]:
    """Where the leader's time is called: known splits at full distances, lap lines, on roads every 5 km and halfway."""
    splits = [s for e in watch.curves for s in watch.entry(e).splits]
    if watch.distance <= SPRINT:
        return _in_sprints(watch, sorted({s.distance for s in splits if told(s)}))
    known = sorted({s.distance for s in splits if told(s) and watch.distance - s.distance > 50})
    if watch.timeline.track.by_kilometres:
        step = 5000.0 if watch.distance > 12000 else 1000.0
        main = [d for d in known if _multiple(d, step) or abs(d - watch.distance / 2) < 60]
    else:
        step = 400.0 if watch.distance < 2500 else 1000.0
        step = 200.0 if watch.distance <= 1000 else step
        laps = watch.timeline.track.laps[1:] if watch.distance < 2500 else ()
        laps = (*laps, 1500.0) if 1550 < watch.distance < 2000 else laps
        laps = (*laps, MILE) if watch.distance >= 2500 else laps
        main = [d for d in known if _multiple(d, step) or any(abs(d - lap) < 0.5 for lap in laps)]
        main = [
            d for d in main if _multiple(d, step) or not any(0 < abs(d - o) < 110 and _multiple(o, step) for o in main)
        ]
    if not watch.timeline.track.by_kilometres and watch.race.documented != "full":
        placed = {fact.at for fact in watch.race.facts if fact.place is not None}  # told with the place
        main = _where_few_are([d for d in known if d not in placed], main, LONELY if watch.distance >= 2500 else CLOSE)
    spread: list[float] = []
    for d in sorted(main):
        if not spread or d - spread[-1] > 50:
            spread.append(d)
    return spread


def _in_sprints(watch: Watch, known: list[float]) -> list[float]:
    """Of the points of a sprint those that are far enough from one another, and from those that are told anyhow."""
    taken = [watch.distance - point.to_go for point in points(watch)]
    found: list[float] = []
    for d in known:
        if BLOCKS <= d <= watch.distance - AT_LINE and all(abs(d - other) > APART for other in taken):
            found += [d] if all(d - other >= SPRINT_MARKS for other in found) else []
    return found


def _where_few_are(known: list[float], main: list[float], apart: float) -> list[float]:
    """The marks of a race, and what else is known of a stretch in which there are none."""
    found = list(main)
    for d in known:
        if all(abs(d - other) > apart for other in found):
            found.append(d)
    return found


def mark_name(watch: Watch, distance: float) -> str:
    """`400 m`, `the half-mile`, and `the mile` of a longer race."""
    quarters = round(distance / QUARTER)
    if 1 <= quarters <= len(_QUARTERS) and abs(distance - quarters * QUARTER) < 0.5:
        return _QUARTERS[quarters - 1]
    return watch.far(distance)


def nameless(watch: Watch) -> list[Fact]:
    """Reports of the time of a leader whom nobody names, where nobody else was timed."""
    return [
        fact
        for fact in watch.race.facts
        if fact.at is not None and fact.leader_time is not None and not watch.splits_at(fact.at)
    ]


def led_by_pacers(watch: Watch, fact: Fact) -> bool:
    """Whether such a leader is one of the pacemakers, whichever."""
    return bool(fact.runners) and all(watch.paces(entry) for entry in fact.runners)


def nameless_ideas(seen: Seen) -> Iterator[Idea]:
    """The time at a mark of a leader whom nobody names, and the lap since the last such mark."""
    before: Fact | None = None
    for fact in sorted(nameless(seen.watch), key=lambda fact: fact.at or 0.0):
        yield from _nameless(seen.watch, fact, before)
        before = fact


def _nameless(watch: Watch, fact: Fact, before: Fact | None) -> Iterator[Idea]:
    if fact.at is None or fact.leader_time is None:
        return
    names = listed([watch.name(entry) for entry in fact.runners]).replace(" and ", " or ")
    who = f", {names} in front" if fact.runners else ""
    mark, at, lap = mark_name(watch, fact.at), clock(fact.leader_time), ""
    if before is not None and before.at is not None and before.leader_time is not None:
        took = lap_clock(before.leader_time, fact.leader_time)
        lap = f", the leaders’ last {watch.far(fact.at - before.at)} in {took}"

    def phrase(voice: Voice) -> str:
        bare = [f"{mark} in {at}{who}{lap}"] if who else []
        return voice.say(
            "nameless split",
            f"The leader passes {mark} in {at}{who}{lap}",
            f"{at} for the leader at {mark}{who}{lap}",
            *bare,
        )

    time, source = fact.leader_time, None if lap else fact.source
    yield Idea(time.seconds, CallKind.SPLIT, 1, phrase, source=source, estimated=time.evidence == "estimated")


def _multiple(distance: float, step: float) -> bool:
    return distance > 1 and abs(distance - round(distance / step) * step) < 0.5


def _halves(watch: Watch, main: list[float]) -> list[float]:
    """Other known splits every 200 m of a short race on a track."""
    if watch.distance >= 2000 or watch.timeline.track.by_kilometres:
        return []
    found = {s.distance for e in watch.curves for s in watch.entry(e).splits if _multiple(s.distance, 200) and told(s)}
    return [d for d in sorted(found) if all(abs(d - other) > 50 for other in main) and watch.distance - d > 100]


@dataclass(frozen=True, slots=True)
class _Passing:
    """Somebody's known time at a distance."""

    distance: float
    entry: int
    time: Time


def split_ideas(seen: Seen) -> Iterator[Idea]:
    """The time of the first who was timed at every mark; where a new leader is told of there, the time alone."""
    watch = seen.watch
    main, bell = marks(watch), watch.timeline.track.bell
    led: list[_Passing] = []
    for d in main:
        passing = _first_timed(watch, d)
        if passing is None:
            continue
        new = any(lead.entry == passing.entry and abs(lead.start - d) < 1 for lead in seen.leads[1:])
        if bell is None or abs(d - bell) > 1:
            yield from _split(watch, passing, _lap_before(led, d), weight=1, new=new)
        if _led(watch, passing):
            led.append(passing)
    for d in _halves(watch, main):
        passing = _first_timed(watch, d)
        if passing is not None:
            yield from _split(watch, passing, None, weight=5)


def _lap_before(led: list[_Passing], distance: float) -> _Passing | None:
    """Whoever led a lap before, if a time is known there; else at the mark before."""
    return next((p for p in led if abs(distance - p.distance - 400.0) < 0.5), led[-1] if led else None)


def _first_timed(watch: Watch, distance: float) -> _Passing | None:
    """Who was first at a distance, with the time; a reported leader who was timed wins over the fastest there."""
    timed = watch.splits_at(distance)
    reported = watch.fact_leader(distance)
    mine = next((time for time, e in timed if reported is not None and e == reported[0]), None)
    if reported is not None and mine is not None:
        return _Passing(distance, reported[0], mine)
    return _Passing(distance, timed[0][1], timed[0][0]) if timed else None


def first_timed(watch: Watch, distance: float) -> int | None:
    """Whose time is told at a mark."""
    passing = _first_timed(watch, distance)
    return passing.entry if passing is not None else None


def _led(watch: Watch, passing: _Passing) -> bool:
    """Whether no report has another in front of the fastest of those timed."""
    reported = watch.fact_leader(passing.distance)
    return reported is None or reported[0] == passing.entry


def _split(
    watch: Watch, passing: _Passing, before: _Passing | None, *, weight: int, new: bool = False
) -> Iterator[Idea]:
    """The time at a mark: of the leader with those who follow, of another with his or her place, or not at all."""
    time, board = passing.time, watch.board(passing.time.seconds)
    mine = board.of(passing.entry)
    if mine is None:
        return
    name, mark, at = watch.name(passing.entry), mark_name(watch, passing.distance), clock(time)
    leads = mine.place == 1
    lap = _lap_words(watch, passing, before) if leads else ""
    record = _pace_words(watch, passing)
    # At a point of the last lap they are told in its own line.
    alone = not leads or any(abs(watch.distance - point.to_go - passing.distance) < APART for point in points(watch))
    # Two where there is room for both, else one.
    ways = [] if alone else [_followers(watch, board, passing, many) for many in (2, 1)]
    who, claims = next((way for way in ways if len(lap + way[0] + record) <= TAIL), ways[0] if ways else ("", ()))

    def phrase(voice: Voice) -> str:
        shorter = (lap + who + record, lap + record, lap) if record else (lap + who,)
        tail = next((text for text in shorter if len(text) <= TAIL), shorter[-1])
        if not leads:
            place = ordinal(mine.place)
            return voice.say(
                "timed",
                f"{name}, {place}, goes through {mark} in {at}",
                f"In {place} place {name} passes {mark} in {at}",
            )
        if new or alone or watch.alone:
            return voice.say("new leader timed", f"The time at {mark}: {at}{tail}", f"{mark} in {at}{tail}")
        return voice.say(
            "split",
            f"{name} leads through {mark} in {at}{tail}",
            f"{mark} in {at}, {name} in front{tail}",
            f"{at} at {mark}, {name} leading{tail}",
            f"{mark}: {name} first in {at}{tail}",
        )

    # A lap that was subtracted, or a gap that was worked out, is ours, and carries nobody's name.
    source = time.source if time.evidence == "reported" and not lap and "~" not in who else None
    followers = tuple(claim.entry for claim in claims)
    yield Idea(
        time.seconds,
        CallKind.SPLIT,
        weight,
        phrase,
        source=source,
        estimated=time.evidence == "estimated",
        entries=tuple(dict.fromkeys((passing.entry, *followers))),
        claims=(mine.position, *claims),
    )


def _lap_words(watch: Watch, passing: _Passing, before: _Passing | None) -> str:
    """`, the last 400 m in 55.8` from mark to mark; by the leaders' clock where another led at the mark before."""
    start, last = (before.distance, before.time) if before is not None else (0.0, None)
    length = passing.distance - start
    quarter = abs(length - QUARTER) < 0.5
    odd = length < 190 or (abs(length - round(length, -1)) > 0.5 and not quarter)
    if last is None or passing.time.seconds <= last.seconds or odd:
        return ""
    whose = "the" if before is not None and before.entry == passing.entry else "the leaders’"
    return f", {whose} last {'quarter-mile' if quarter else watch.far(length)} in {lap_clock(last, passing.time)}"


def _followers(watch: Watch, board: Board, passing: _Passing, many: int) -> tuple[str, tuple[Claim, ...]]:
    """Who comes next, so many at most, and how close, as the board has it: whom a time or a report puts there."""
    if len(board.running) < 2:
        return "", ()
    first, *others = sorted(board.running[:4], key=lambda one: one.entry != passing.entry)  # of two level either is
    reported = {e for fact in watch.race.facts if fact.at == passing.distance for e in fact.order}
    others = list(takewhile(lambda other: not other.estimated or other.entry in reported, others))
    gaps = [(other, apart) for other in others if (apart := board.seconds(other, first)) is not None]
    near = [(other, apart) for other, apart in gaps if apart.value <= NEAR][:many]
    if not gaps:
        return "", ()
    following, gap = gaps[0]
    claims: tuple[Claim, ...] = (following.position, gap.claim)
    if not near:
        return f"; {watch.name(following.entry)} {gap.text} behind", claims
    if gap.nothing:
        return f", {watch.name(following.entry)} level", claims
    names = listed([watch.name(other.entry) for other, _ in near])
    claims = tuple(claim for other, apart in near for claim in (other.position, apart.claim))
    return f"; {names} {'follows' if len(near) == 1 else 'follow'}, {_back([apart for _, apart in near])}", claims


def _back(gaps: Sequence[Apart]) -> str:
    """`0.3 s back` where that is so of everybody, to the last digit; else `0.3 and 1.0 s back`."""
    first = gaps[0]
    if gaps[-1].value - round(first.value / first.digit) * first.digit <= first.digit + 1e-9:
        return first.back
    return f"{listed([gap.text.removesuffix(' s') for gap in gaps])} s back"


def _pace_words(watch: Watch, passing: _Passing) -> str:
    """How the clock stands against an even pace for the world record, when it is near it."""
    record = next((r for r in watch.race.records if r.label.lower() in ("world record", "world indoor record")), None)
    if record is None or not 0.3 <= passing.distance / watch.distance <= 0.95:
        return ""
    ahead = record.time.seconds * passing.distance / watch.distance - passing.time.seconds
    if ahead < -PACE * max(1.0, watch.distance / 3000) or ahead > INSIDE * record.time.seconds:
        return ""
    side = "inside" if ahead >= 0 else "outside"
    even = "even world-record pace"
    return f"; on {even}" if abs(ahead) < 0.1 else f"; {seconds_apart(abs(ahead))} {side} {even}"
