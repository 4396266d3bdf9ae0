"""What reports say of places, gaps and orders on the way."""

from collections.abc import Callable, Iterator

from replay.commentary.board import Board
from replay.commentary.calls import CallKind, Claim, Gap, Position
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.marks import mark_name, marks
from replay.commentary.observer import Watch
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, clock, listed, number, ordinal
from replay.race.order import STRAIGHT
from replay.race.race import Fact
from replay.race.times import format_apart


def place_ideas(seen: Seen) -> Iterator[Idea]:
    """What reports say of somebody's place, or of how close together they were."""
    watch = seen.watch
    for fact in watch.race.facts:
        if fact.at is None or fact.at >= watch.distance:
            continue
        if fact.runner is not None and fact.place is not None and fact.place > 1:
            yield from _placed(watch, fact, fact.runner, fact.place, fact.at)
        if fact.runner is not None and fact.behind is not None and (fact.gap or fact.metres):
            yield from _behind(watch, fact, fact.runner, fact.behind, fact.at)
        if fact.within is not None:
            yield from _within(watch, fact, fact.within, fact.at)


_MEDALS = 3
"""Places that are news."""


def _placed(watch: Watch, fact: Fact, runner: int, place: int, at: float) -> Iterator[Idea]:
    time = watch.time_at(runner, at)
    if time is None:
        return
    name, spot, mark = watch.name(runner), ordinal(place), watch.far(at)
    split = watch.split_at(runner, at)
    clocked = f", in {clock(split)}" if split is not None else ""

    def words(voice: Voice) -> str:
        return voice.say(
            "placed",
            f"{name} is {spot} at {mark}{clocked}",
            f"At {mark} {name} lies {spot}{clocked}",
            f"{mark}: {name} in {spot} place{clocked}",
        )

    loose = not watch.firm(at, [runner])
    claims = (Position(runner, place),)
    tenth = place > _MEDALS  # how the race stands: nobody waits for it
    yield Idea(
        time,
        CallKind.SPLIT,
        ALWAYS,
        words,
        source=fact.source,
        estimated=loose,
        entries=(runner,),
        claims=claims,
        standing=tenth,
    )


def _behind(watch: Watch, fact: Fact, runner: int, ahead: int, at: float) -> Iterator[Idea]:
    time = watch.time_at(runner, at)
    if time is None:
        return
    gap = format_apart(fact.gap, None) if fact.gap else f"{fact.metres:g} m"
    name, other, mark = watch.name(runner), watch.name(ahead), watch.far(at)

    def words(voice: Voice) -> str:
        return voice.say(
            "behind",
            f"{name} is {gap} behind {other} at {mark}",
            f"{gap} from {other} to {name} at {mark}",
            f"At {mark} {name} is {gap} after {other}",
        )

    loose = not watch.firm(at, [runner])
    claims = (Gap(runner, ahead, fact.gap, None if fact.gap else fact.metres),)
    yield Idea(
        time, CallKind.SPLIT, 2, words, source=fact.source, estimated=loose, entries=(runner, ahead), claims=claims
    )


def _within(watch: Watch, fact: Fact, seconds: float, at: float) -> Iterator[Idea]:
    ends = [t for e in fact.runners or tuple(watch.curves) if (t := watch.time_at(e, at)) is not None]
    if not ends:
        return
    who = f"{number(len(fact.runners))} of them" if fact.runners else "the whole field"
    mark, took = watch.far(at), format_apart(seconds, None)

    def words(voice: Voice) -> str:
        return voice.say(
            "within",
            f"{who} within {took} at {mark}",
            f"{took} cover {who} at {mark}",
            f"At {mark} there are {took} from the first to the last of {who}",
        )

    loose = not watch.firm(at, fact.runners or watch.curves)
    yield Idea(max(ends), CallKind.SPLIT, 3, words, source=fact.source, estimated=loose, entries=fact.runners)


def untold_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Once, where nothing is known of the way: that it is not, so that nobody waits for it."""
    if seen.watch.told or seen.watch.alone or board.first is not None or board.distance >= seen.watch.distance:
        return

    def words(voice: Voice) -> str:
        return voice.say(
            "untold",
            "No report tells who leads on the way: only how they came home",
            "Who leads here nobody has written down, only how it ended",
        )

    yield Idea(board.time, CallKind.SPLIT, 6, words, instant=False, once="untold")


SOONEST = 10.0
"""Seconds after the gun from which on it is missed that nobody tells who leads."""
_NEAR = 300.0
"""Metres to the next report within which nobody is told to wait for it."""


def unknown_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """On a track, where nobody knows who leads: how far it is, and from where on it is known again.

    Between two reports the board has places that were worked out: then that is said, and not that there are none.
    """
    watch, track = seen.watch, seen.watch.timeline.track
    if board.first is not None or watch.alone or track.by_kilometres or track.swum or board.time < SOONEST:
        return
    far = watch.told_after(board.distance)
    if far - board.distance < _NEAR or far >= watch.distance:
        return
    straight = abs(far - (watch.distance - STRAIGHT)) < 1
    rings = track.bell is not None and abs(far - track.bell) < 1
    where = "the home straight" if straight else "the bell" if rings else mark_name(watch, far)
    togo = watch.to_go(watch.distance - board.distance, near=True)
    total = sum(1 for start in track.laps if start < watch.distance - 1)
    lap = total - board.laps_to_go + 1

    placed = board.time >= watch.timeline.order_since

    def words(voice: Voice) -> str:
        if placed:
            return voice.say(
                "worked out",
                f"{togo}: up to {where} the places are worked out",
                f"{togo}, and no report of who leads before {where}: the places are estimates",
                f"Where they run is an estimate, {togo}; the next report is of {where}",
            )
        ways = [
            f"{togo}: from {where} on it is known who leads",
            f"Nobody has written down who leads before {where}",
            f"{togo}, and up to {where} the order is not known",
        ]
        if 1 < lap <= total:
            ways.append(f"Lap {lap} of {total}, {togo}: no report says who leads")
        return voice.say("unknown", *ways)

    yield Idea(board.time, CallKind.SPLIT, 6, words, estimated=True, instant=False, standing=True)


def order_ideas(seen: Seen) -> Iterator[Idea]:
    """Reports of the order at a distance that is neither a mark nor the bell, when the first of them is there."""
    watch = seen.watch
    bell, called = watch.timeline.track.bell, marks(watch)
    for fact in watch.race.facts:
        if fact.at is None or len(fact.order) < 2 or any(abs(fact.at - d) < 1 for d in (*called, bell or 0.0)):
            continue
        times = [t for e in fact.order if (t := watch.time_at(e, fact.at)) is not None]
        if times and fact.at < watch.distance - 310:
            words = _ordered([watch.name(e) for e in fact.order], *_where(watch, watch.distance - fact.at, fact.at))
            loose = not watch.firm(fact.at, fact.order)
            claims: tuple[Claim, ...] = tuple(Position(e, place) for place, e in enumerate(fact.order, start=1))
            yield Idea(
                max(times),
                CallKind.SPLIT,
                2,
                words,
                source=fact.source,
                estimated=loose,
                entries=fact.order,
                claims=claims,
            )


def _where(watch: Watch, left: float, run: float) -> tuple[str, str]:
    """`with 800 m to go` and `800 m to go`, or `at 2000 m` twice: by which of the two is round."""
    if abs(left - round(left, -2)) < 0.5 or abs(run - round(run, -2)) >= 0.5:
        return f"with {watch.to_go(left, near=False)}", watch.to_go(left, near=False)
    return f"at {watch.far(run)}", f"at {watch.far(run)}"


def _ordered(order: list[str], within: str, here: str) -> Callable[[Voice], str]:
    names = listed(order)
    if len(order) == 2:
        ahead, behind = order
        return lambda voice: voice.say("two", f"{ahead} ahead of {behind} {within}", f"{here}: {ahead}, then {behind}")
    return lambda voice: voice.say("order", f"{here}, and it is {names} in that order", f"the order {within}: {names}")
