"""How far it still is: the lap counter and the kilometre boards, and what is left where it would be too quiet."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace

from replay.commentary.board import Board, Shown
from replay.commentary.calls import CallKind
from replay.commentary.climax import RUN_IN
from replay.commentary.ideas import Idea, once_at
from replay.commentary.lone import lap_idea
from replay.commentary.observer import Watch
from replay.commentary.pack import remark
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, clock, now, number, seconds_apart, soft
from replay.race.times import format_time
from replay.race.units import Unit

_STREAM = 40
"""Still to come, of whom more are counted and not measured."""
_NEAR = 5.0
"""Metres from the line in which nobody can be told how far it is."""
_FLOW = 1
"""Finishers in a minute up to whom they are no stream."""
BOARD = 100.0
"""Metres from a kilometre board in which it says itself how far it is."""
LAPS = 2
"""Laps to go from which on the bell and the points of the last lap do the counting."""


def board_ideas(seen: Seen) -> Iterator[Idea]:
    """What the lap counter shows on a track, what the boards at the roadside say on a road."""
    watch = seen.watch
    track = watch.timeline.track
    if track.by_kilometres:
        unit = watch.race.course.unit
        yield from _roadside(watch, unit)
        if unit is not Unit.MILES and watch.race.venue.country.upper() in ("USA", "GBR"):
            yield from _roadside(watch, Unit.MILES)
        return
    laps = track.laps if track.counted and not track.swum else ()
    for number_of, distance in enumerate(laps[1:], start=1):
        togo = len(laps) - number_of
        if togo < LAPS or (watch.timeline.track.bell or 0.0) - distance < 1:
            continue
        time = watch.reached(distance)
        if time is not None and watch.alone:
            yield lap_idea(watch, time, tuple(laps), number_of)
        elif time is not None:
            yield _counted(watch, time, distance, number(togo))


def _counted(watch: Watch, time: float, distance: float, togo: str) -> Idea:
    first = watch.board(time).first
    known = watch.split_at(first.entry, distance) if first is not None else None
    at = f" in {clock(known)}" if known is not None else ""
    lead = f", {watch.name(first.entry)} in front{at}" if first is not None else ""

    def words(voice: Voice) -> str:
        return voice.say(
            "laps",
            f"{togo} laps to go{lead}",
            f"{togo} laps left{lead}"
            if first is None
            else f"With {togo} laps left it is {watch.name(first.entry)}{at}",
            f"The counter shows {togo}{lead}",
            f"{togo} more times round{lead}",
        )

    entries = (first.entry,) if first is not None else ()
    claims = (first.position,) if first is not None else ()
    source, once = (known.source, once_at(distance)) if known is not None else (None, "")
    return Idea(
        time,
        CallKind.SPLIT,
        6,
        words,
        source=source,
        estimated=known is None,
        entries=entries,
        claims=claims,
        once=once,
        standing=True,
    )


def _roadside(watch: Watch, unit: Unit) -> Iterator[Idea]:
    for count in range(1, int((watch.distance - 1) // unit.metres) + 1):
        time = watch.reached(count * unit.metres)
        if time is not None:
            yield _passed(watch, time, f"mile {count}" if unit is Unit.MILES else f"{count} {unit}")


def _passed(watch: Watch, time: float, mark: str) -> Idea:
    first, at = watch.board(time).first, now(time)
    who = f"{watch.name(first.entry)} is" if first is not None else "The first is"
    lead = f", {watch.name(first.entry)} in front" if first is not None and not watch.alone else ""

    def words(voice: Voice) -> str:
        return voice.say(
            "roadside",
            f"{mark} in {at}{lead}",
            f"{who} at {mark}, {at}",
            f"{at} at {mark}{lead}",
            f"{mark} comes up, {at}{lead}",
        )

    entries = (first.entry,) if first is not None else ()
    claims = (first.position,) if first is not None else ()
    return Idea(time, CallKind.SPLIT, 6, words, estimated=True, entries=entries, claims=claims, standing=True)


def countdown_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Metres run and to go."""
    watch = seen.watch
    left = watch.distance - board.distance
    if left <= 0:
        yield from _next_home(watch, board)
        return
    togo, gone = _round(watch, left), _round(watch, board.distance)
    track = watch.timeline.track
    run = "swum" if track.swum else "run"
    first = board.first

    def words(voice: Voice) -> str:
        if left <= RUN_IN:
            return _late(voice, togo, board.time)
        ways = [f"About {togo} to go", f"{togo} left", f"{togo} remain"]
        if not track.by_kilometres or abs(board.distance - round(board.distance, -3)) > BOARD:
            ways += [f"{gone} {run}, {togo} still to come", f"{gone} gone"]
        if first is not None and not watch.alone and _led(seen, board):
            ways.append(f"With {togo} to go it is still {watch.name(first.entry)}")
        return voice.say("countdown", *ways)

    claims = (first.position,) if first is not None else ()
    entries = (first.entry,) if first is not None else ()
    yield Idea(
        board.time, CallKind.SPLIT, 7, words, estimated=board.estimated, entries=entries, claims=claims, instant=False
    )


def _late(voice: Voice, togo: str, t: float) -> str:
    """How far it is in the last 300 m, where it may come every few seconds, and what the clock says."""
    clock_at = format_time(int(t), 0)
    return voice.say(
        "countdown late",
        f"{togo} left, and {clock_at} on the clock",
        f"{clock_at} gone, with {togo} to go",
        f"The clock is at {clock_at}, and it is {togo} to the line",
        f"{togo} left",
        f"Into the last {togo}",
        f"Only {togo} now",
        f"{togo} more to run",
        f"{togo} to the line",
        f"{togo} from the line now",
        f"{togo} still to run",
        f"Inside the last {togo}",
    )


def _next_home(watch: Watch, board: Board) -> Iterator[Idea]:
    """How far the first of those has to go who are still on the way; on the board, if they have places there."""
    if not board.running:
        yield from _unplaced(watch, board)
        return
    runner = board.running[0]
    name, togo = watch.name(runner.entry), _round(watch, watch.distance - runner.distance)

    def words(voice: Voice) -> str:
        return voice.say(
            "next home",
            f"{name} has {togo} to go",
            f"{name} is {togo} from the line",
            f"{togo} more for {name}",
        )

    yield remark(board, words, (runner,), (runner.position,))
    yield remark(board, lambda voice: _late(voice, togo, board.time), (runner,), (runner.position,))


def _unplaced(watch: Watch, board: Board) -> Iterator[Idea]:
    """Where nobody on the way has a place: how many are home, or how many are out and how far the next of them has."""
    home = bisect_right(watch.arrived, board.time, key=lambda pair: pair[0].seconds)
    if len(watch.arrived) - home > _STREAM:
        yield _streaming(watch, board, home)
        return
    left = (watch.distance - (watch.timeline.motion.distance_at(e, board.time) or 0.0) for _, e in watch.arrived[home:])
    nearest = min((far for far in left if far >= _NEAR), default=None)
    if nearest is not None:
        yield replace(_last_out(board, len(watch.arrived) - home, _round(watch, nearest)), estimated=True)


def _last_out(board: Board, out: int, togo: str) -> Idea:
    """How many of a field are still on the way, and how far the next of them has to go: each time it is another."""

    def words(voice: Voice) -> str:
        if out == 1:
            return voice.say("last out", f"One is still out, {togo} from the line", f"The last has {togo} to go")
        return voice.say(
            "last out",
            f"{out} are still out, the next {togo} from the line",
            f"The next of {out} has {togo} to go",
            f"All but {out} are home, and the next has {togo} to go",
            f"{togo} to go for the next of {out}",
        )

    return remark(board, words, ())


def _streaming(watch: Watch, board: Board, home: int) -> Idea:
    """How many of a large field are home, and how many came in the last minute: somebody is always at the line."""
    out = len(watch.arrived) - home
    lately = home - bisect_right(watch.arrived, board.time - 60.0, key=lambda pair: pair[0].seconds)
    after = format_time(int(board.time), 0)

    def words(voice: Voice) -> str:
        ways = [
            f"{home:,} are home, {out:,} still to come",
            f"After {after} {home:,} have finished",
            f"Home so far: {home:,}",
            f"{out:,} are yet to come in",
            f"The clock is at {after}, and {home:,} are home",
        ]
        if lately > _FLOW:
            ways += [
                f"{lately:,} came home in the last minute",
                f"{home:,} home, {lately:,} of them in the last minute",
            ]
        return voice.say("streaming", *ways)

    return remark(board, words, ())


def _led(seen: Seen, board: Board) -> bool:
    """Whether the first has been the first for a while."""
    before = seen.watch.board(max(board.time - 10.0, 0.0)).first
    return before is not None and board.first is not None and before.entry == board.first.entry


def _round(watch: Watch, distance: float) -> str:
    return watch.far(distance, near=True)


def guest_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """How the first stands to a guest who is drawn beside the race: an earlier run over the same course."""
    watch, first = seen.watch, board.first
    if first is None or first.home:
        return
    for entry in watch.guests:
        if watch.entry(entry).ghost and watch.entry(entry).start:  # aligned elsewhere than at the gun
            continue
        guest = Shown(entry, 0, 0.0, estimated=True, home=False)
        behind = board.seconds(guest, first)
        if behind is not None and behind.value >= 1:
            name, other = watch.name(first.entry), watch.name(entry)
            by = soft(estimated=True) + seconds_apart(behind.value, 0)
            yield remark(board, _beside(name, other, by), (first, guest), (behind.claim,))


def _beside(name: str, other: str, by: str) -> Callable[[Voice], str]:
    if other == "You":
        return lambda voice: voice.say("you", f"{name} is {by} ahead of you", f"you are {by} back")
    return lambda voice: voice.say(
        "guest",
        f"{name} is {by} ahead of {other}",
        f"{other} is {by} back",
        f"{name} has gained {by} on {other}",
        f"{other} would be here {by} later",
    )
