"""What the times at one mark say beside those of the mark before: groups, gaps, pace, who came up and who fell back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from replay.commentary.board import Board
from replay.commentary.calls import CallKind
from replay.commentary.ideas import Idea
from replay.commentary.marks import mark_name, marks
from replay.commentary.observer import FRONT, WATCHED, Watch
from replay.commentary.pack import PACK
from replay.commentary.seen import News, Seen
from replay.commentary.voice import Voice, listed, number, ordinal, seconds_apart
from replay.race.times import format_time

LONG = 3000.0
"""Metres from which on a race has stretches of its own; a shorter one is told lap by lap."""
FEWEST = 4
"""Runners who must be timed at both ends of a stretch."""
GAIN = 3
"""Places that a runner must win or lose to be told."""
CHANGED = 2.0
"""Seconds by which a gap changes that is told."""
AFTER = 5.0
"""Seconds after the last of those at a mark whom it names at which it may be told."""
FRESH = 10.0
"""Seconds from then on for which it is news on a track, where soon nothing is as it was; on a road it is until the next
mark."""

Timed = list[tuple[float, int]]
"""Seconds and entry of those who were timed at a mark, the first one first."""


def stretches_of(watch: Watch) -> tuple[News, ...]:
    """What there is to tell of every stretch, each with the time from which and until which it is news."""
    if watch.distance < LONG:
        return ()
    # Of a large field only the first are all looked at.
    many = FRONT if len(watch.race.entries) > WATCHED else None
    at = {d: [(time.seconds, e) for time, e in watch.splits_at(d)][:many] for d in marks(watch)}
    full = [d for d, timed in at.items() if len(timed) >= FEWEST]
    ends = [*(at[d][0][0] for d in full[1:]), watch.winner_time]
    found: list[News] = []
    road = watch.timeline.track.by_kilometres
    for (before, here), until in zip(pairwise([0.0, *full]), ends, strict=False):
        ideas = [*_there(watch, at[here], here)]
        if before:
            ideas += _since(watch, at[before], at[here], (before, here))
        found += [News(idea, until if road else min(until, idea.time + FRESH)) for idea in ideas]
    return tuple(found)


def stretch_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """What the last mark said, until the next one."""
    yield from (replace(n.idea, time=board.time) for n in seen.stretches if n.idea.time <= board.time < n.until)


def _idea(once: str, words: Callable[[Voice], str], time: float, *entries: int) -> Idea:
    return Idea(time + AFTER, CallKind.SPLIT, 5, words, entries=entries, instant=False, once=once)


def _there(watch: Watch, timed: Timed, here: float) -> Iterator[Idea]:
    """How many are with the first, or how far he or she is ahead."""
    pack = PACK * (10 if watch.timeline.track.by_kilometres else 1) / watch.speed
    size = next((k for k in range(1, len(timed)) if timed[k][0] - timed[k - 1][0] > pack), len(timed))
    group = timed[:size]
    mark, names = mark_name(watch, here), listed([watch.name(e) for _, e in group], 4)
    behind = timed[len(group)] if len(group) < len(timed) else None
    if behind is None or len(group) > FRONT:
        return
    gap, other = seconds_apart(behind[0] - group[-1][0]), watch.name(behind[1])
    if len(group) == 1:
        alone = _alone(names, other, gap, mark)
        yield _idea(f"group {here}", alone, behind[0], group[0][1], behind[1])
    else:
        words = _group(names, number(len(group)), other, gap, mark)
        yield _idea(f"group {here}", words, behind[0], *(e for _, e in group), behind[1])


def _alone(name: str, other: str, gap: str, mark: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "clear at",
        f"At {mark} {name} was {gap} clear of {other}",
        f"{name} by {gap} from {other}, that was {mark}",
    )


def _group(names: str, many: str, other: str, gap: str, mark: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "group at",
        f"{many} were together at {mark}: {names}; {other} {gap} behind them",
        f"A leading group of {many} at {mark}, {names}, and {gap} back to {other}",
        f"{names}: these {many} led at {mark}, by {gap} from {other}",
    )


def _since(watch: Watch, before: Timed, timed: Timed, ends: tuple[float, float]) -> Iterator[Idea]:
    """What changed since the mark before."""
    yield from _pace(watch, before, timed, ends)
    was = {e: (t, place) for place, (t, e) in enumerate(before, start=1)}
    now = {e: (t, place) for place, (t, e) in enumerate(timed, start=1)}
    both = [e for e in now if e in was]
    if len(both) < FEWEST:
        return
    yield from _gap(watch, timed, was, ends)
    up = max(both, key=lambda e: was[e][1] - now[e][1])
    down = min(both, key=lambda e: was[e][1] - now[e][1])
    places = {e: (was[e][1], now[e][1]) for e in (up, down)}
    if places[up][0] - places[up][1] >= GAIN:
        yield _idea(f"up {ends[1]}", _moved(watch, up, places[up], ends), now[up][0], up)
    if places[down][1] - places[down][0] >= GAIN:
        late = now[down][0] - timed[0][0]
        yield _idea(f"down {ends[1]}", _fell(watch, down, places[down], late, ends), now[down][0], down)
    best = min(both, key=lambda e: now[e][0] - was[e][0])
    took = sorted(now[e][0] - was[e][0] for e in both)
    if best != timed[0][1] and took[1] - took[0] > 0.05:
        yield _idea(f"best {ends[1]}", _fastest(watch, best, took[0], now[best][1], ends), now[best][0], best)


def _pace(watch: Watch, before: Timed, timed: Timed, ends: tuple[float, float]) -> Iterator[Idea]:
    """How long the stretch took from the first there to the first here, and how fast that is."""
    took, length = timed[0][0] - before[0][0], ends[1] - ends[0]
    if took <= 0:
        return
    unit = watch.race.course.unit
    each = format_time(took / length * unit.metres, 0)
    far, clock, mark = watch.far(length), format_time(took, 0), mark_name(watch, ends[1])

    def words(voice: Voice) -> str:
        return voice.say(
            "stretch",
            f"The {far} up to {mark} took the leaders {clock}, {each} a {unit.word}",
            f"{each} a {unit.word} was the pace in front over the {far} to {mark}",
            f"The leaders’ {far} up to {mark}: {clock}, or {each} for every {unit.word}",
        )

    yield _idea(f"pace {ends[1]}", words, timed[0][0])


def _gap(watch: Watch, timed: Timed, was: dict[int, tuple[float, int]], ends: tuple[float, float]) -> Iterator[Idea]:
    """How the gap between the first two changed."""
    (first, a), (second, b) = timed[:2]
    if a not in was or b not in was:
        return
    now, then = second - first, was[b][0] - was[a][0]
    if abs(now - abs(then)) < CHANGED:
        return
    names = watch.name(a), watch.name(b)
    start, end = (mark_name(watch, d) for d in ends)
    was_it = (
        f"{seconds_apart(abs(then))} at {start}" if then >= 0 else f"{seconds_apart(-then)} the other way at {start}"
    )

    def words(voice: Voice) -> str:
        return voice.say(
            "gap since",
            f"Between {names[0]} and {names[1]} it was {was_it}, and {seconds_apart(now)} at {end}",
            f"{names[0]} has {seconds_apart(now)} on {names[1]} at {end}: it was {was_it}",
        )

    yield _idea(f"gap {ends[1]}", words, second, a, b)


def _moved(watch: Watch, entry: int, places: tuple[int, int], ends: tuple[float, float]) -> Callable[[Voice], str]:
    name, (start, end) = watch.name(entry), (mark_name(watch, d) for d in ends)
    return lambda voice: voice.say(
        "up since",
        f"{name} has come up since {start}, from {ordinal(places[0])} to {ordinal(places[1])} at {end}",
        f"{ordinal(places[0])} at {start} and {ordinal(places[1])} at {end}: that is {name}",
    )


def _fell(
    watch: Watch, entry: int, places: tuple[int, int], late: float, ends: tuple[float, float]
) -> Callable[[Voice], str]:
    name, (start, end) = watch.name(entry), (mark_name(watch, d) for d in ends)
    back = seconds_apart(late)
    return lambda voice: voice.say(
        "down since",
        f"{name} has slipped back, {ordinal(places[0])} at {start}, {ordinal(places[1])} at {end} and {back} down",
        f"{ordinal(places[0])} at {start} and {ordinal(places[1])} at {end}, {back} down: {name} has lost the front",
    )


def _fastest(watch: Watch, entry: int, took: float, place: int, ends: tuple[float, float]) -> Callable[[Voice], str]:
    name, far, spot = watch.name(entry), watch.far(ends[1] - ends[0]), ordinal(place)
    clock, mark = format_time(took, 0), mark_name(watch, ends[1])
    return lambda voice: voice.say(
        "fastest since",
        f"Nobody in front ran the {far} to {mark} faster than {name}, {spot} there: {clock}",
        f"The fastest {far} up to {mark} were those of {name}, {spot} there: {clock}",
    )
