"""The last lap: the bell, 300 and 200 m to go, off the bend, 50 m to go. The line itself is told by `finishes`."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from replay.commentary.board import Apart, Board, Shown
from replay.commentary.calls import CallKind, Claim
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.leads import SHOWN
from replay.commentary.observer import Watch
from replay.commentary.pack import TOUCH, remark
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, clock, listed, now
from replay.race.race import When, WhenKind

RUN_IN = 300.0
"""Metres before the finish from which on nothing is silent for long, and nobody is quoted."""
POINTS = (300.0, 200.0, 50.0)
"""Metres to go at which it is told how they lie; and where the home straight begins."""
LAST, SHORT = 100.0, 60.0
"""Metres to go at which it is told, too, where the home straight is shorter than so many: indoors it is one of 45 m."""
CLOSE, NEAR = 0.5, 5.0
"""Metres up to which two are level, and up to which the second may still win."""
HELD = 4.0
"""Seconds after which somebody still is where he or she was."""
BREATH = 0.6
"""Seconds that a pass is told before the order that it makes."""
WELL_IN = 5.0
"""Metres of the home straight after which nobody comes off the bend any more."""
APART = 12.0
"""Metres between two such points: of closer ones the first is told, but the straight and the bell go before others."""


def run_in(seen: Seen) -> float:
    """When the first of those who finish has 300 m to go; the gun of a shorter race; never on a road or in water."""
    watch = seen.watch
    if watch.timeline.track.by_kilometres or watch.timeline.track.swum:
        return math.inf
    times = [watch.time_at(entry, watch.distance - RUN_IN) for _, entry in watch.arrived]
    return min((time for time in times if time is not None), default=0.0) if watch.distance > RUN_IN else 0.0


def bell_ideas(seen: Seen) -> Iterator[Idea]:
    """The bell: who leads, when, and how far behind the next ones are."""
    watch = seen.watch
    bell = watch.timeline.track.bell
    if bell is None or not bell > 0 or not watch.order(bell):
        return
    time = watch.timeline.time_of(When(WhenKind.BELL))
    board = watch.board(time)
    first = board.first
    if first is None or first.home:
        yield Idea(time, CallKind.BELL, ALWAYS, _bare_bell, estimated=True)
        return
    split = watch.split_at(first.entry, bell)
    at, name = clock(split) if split is not None else now(time), watch.name(first.entry)
    if watch.alone:
        words = f"The bell at {at}: one lap to go"
        yield Idea(time, CallKind.BELL, ALWAYS, lambda _: words, estimated=split is None, entries=(first.entry,))
        return
    who, followers, claims = _followers(watch, board)

    def phrase(voice: Voice) -> str:
        return voice.say(
            "bell",
            f"The bell at {at}: {name} leads{who}",
            f"The bell! {name} in front at {at}{who}",
            f"One lap to go: {name} leads at {at}{who}",
        )

    entries = (first.entry, *followers)
    claims = (first.position, *claims)
    yield Idea(time, CallKind.BELL, ALWAYS, phrase, estimated=split is None, entries=entries, claims=claims)


def _bare_bell(voice: Voice) -> str:
    return voice.say("bare bell", "The bell! One lap to go", "One lap to go: the bell rings")


def _followers(watch: Watch, board: Board) -> tuple[str, tuple[int, ...], tuple[Claim, ...]]:
    """`, Nuguse ~0.3 s and Farken ~0.7 s back, then Keen`; who is level is said to be."""
    first, *others = board.running[:4]
    gaps = [(other, apart) for other in others if (apart := board.seconds(other, first)) is not None]
    if not gaps:
        return "", (), ()
    *near, (far, most) = [(watch.name(other.entry), apart) for other, apart in gaps[:2]]
    said = [f"{name} {apart.text if apart.back != 'level' else 'level'}" for name, apart in near]
    said.append(f"{far} {most.back}")
    last = f", then {watch.name(gaps[2][0].entry)}" if len(gaps) > 2 else ""
    claims: tuple[Claim, ...] = (*(other.position for other, _ in gaps), *(apart.claim for _, apart in gaps[:2]))
    return f", {listed(said)}{last}", tuple(other.entry for other, _ in gaps), claims


class Point(NamedTuple):
    """A point of the last lap at which it is told how they lie."""

    to_go: float
    name: str
    """How it is told: `300`, `200`, `straight`, `50`."""


def points(watch: Watch) -> list[Point]:
    """The points of a race, the first one first; none on a road or in water."""
    track, bell = watch.timeline.track, watch.timeline.track.bell
    if track.by_kilometres or track.swum:
        return []
    found = [Point(track.home_straight, "straight")] if track.home_straight else []
    taken = [point.to_go for point in found] + ([watch.distance - bell] if bell is not None else [])
    told = (*POINTS, LAST) if 0 < track.home_straight < SHORT else POINTS
    found += [Point(d, f"{d:.0f}") for d in told if all(abs(d - other) > APART for other in taken)]
    return sorted((point for point in found if watch.distance - point.to_go > 20), key=lambda point: -point.to_go)


def point_ideas(seen: Seen) -> Iterator[Idea]:
    """How they lie at every point of the last lap."""
    watch = seen.watch
    for point in points(watch):
        time = _settled(watch, watch.timeline.time_of(When(WhenKind.TO_GO, point.to_go)))
        if time >= watch.winner_time:
            continue
        board = watch.board(time)
        idea = _point(watch, board, point)
        estimated = idea.estimated or board.first is None  # where nobody is known to lead, nobody was timed
        yield Idea(
            time, CallKind.SPLIT, ALWAYS, idea.phrase, estimated=estimated, entries=idea.entries, claims=idea.claims
        )


def _settled(watch: Watch, time: float) -> float:
    """When to tell how they lie at a point: where the first three change just there, once that has been told."""
    before, after = (
        [found.entry for found in watch.timeline.top(max(t, 0.0), 3).standings] for t in (time - BREATH, time + BREATH)
    )
    return time if before[:3] == after[:3] else time + BREATH + SHOWN


def _point(watch: Watch, board: Board, point: Point) -> Idea:
    runners = board.running[:4]
    names = [watch.name(runner.entry) for runner in runners]
    if len(runners) < 2:
        claims = [runner.position for runner in runners]
        return remark(board, _lonely(point, names if not watch.alone else ()), runners, claims)
    gap = board.metres(runners[1], runners[0]) if point.to_go < 150 else board.seconds(runners[1], runners[0])
    if gap is None:
        return remark(board, _lonely(point, names[:1]), runners[:1], [runners[0].position])
    return _WAYS[point.name](board, runners, names, gap)


def _lonely(point: Point, names: Sequence[str]) -> Callable[[Voice], str]:
    """Where nobody is known to follow, or nobody is known at all."""
    who = f": {names[0]}" if names else ""
    lead = f", {names[0]} in front" if names else ""
    if point.name == "straight":
        return lambda voice: voice.say(
            "straight alone", f"Into the home straight{lead}", f"Off the bend{who}", f"The home straight{lead}"
        )
    return lambda voice: voice.say(
        f"{point.name} alone", f"{point.to_go:.0f} m to go{lead}", f"{point.to_go:.0f} to go{who}"
    )


def _at_300(board: Board, runners: Sequence[Shown], names: Sequence[str], gap: Apart) -> Idea:
    third = board.seconds(runners[2], runners[0]) if len(runners) > 2 else None
    after = f", {names[2]} {third.back}" if third is not None else ""
    shown = runners[:3] if third is not None else runners[:2]
    claims: list[Claim] = [*(runner.position for runner in shown), gap.claim]
    claims += [third.claim] if third is not None else []
    a, b = names[:2]
    level = gap.hair
    if third is not None and third.text == gap.text:  # the two behind are side by side
        b, after = f"{b} and {names[2]}", ""

    def words(voice: Voice) -> str:
        if level:
            return voice.say(
                "300 level",
                f"300 m to go, and {a} and {names[1]} are level{after}",
                f"300 to go: nothing between {a} and {names[1]}{after}",
            )
        return voice.say(
            "300",
            f"300 m to go: {a} from {b}, {gap.text} in it{after}",
            f"With 300 to go {a} has {gap.text} on {b}{after}",
            f"300 m left: {a}, {b} {gap.text} behind{after}",
        )

    return remark(board, words, shown, claims)


def _at_200(board: Board, runners: Sequence[Shown], names: Sequence[str], gap: Apart) -> Idea:
    last = board.seconds(runners[-1], runners[0])
    claims: list[Claim] = [runner.position for runner in runners]
    if last is None or len(runners) < 3 or last.hair or last.value > 2.0:
        shown = runners[:2]
        claims = [*claims[:2], gap.claim]
        return remark(board, _two_at_200(names[0], names[1], gap), shown, claims)
    order, count = listed(names), len(names)
    return remark(
        board,
        lambda voice: voice.say(
            "200 order",
            f"200 m to go: {order}, all {_all(count)} within {last.text}",
            f"Into the last 200 it is {order}, {last.text} in it",
            f"200 to go, {order}: {last.text} between them",
        ),
        runners,
        [*claims, last.claim],
    )


def _two_at_200(a: str, b: str, gap: Apart) -> Callable[[Voice], str]:
    if gap.hair:
        return lambda voice: voice.say(
            "200 level",
            f"200 m to go: nothing between {a} and {b}",
            f"Into the last 200, {a} and {b} level",
        )
    return lambda voice: voice.say(
        "200",
        f"200 m to go: {a}, then {gap.text} to {b}",
        f"Into the last 200, {a} {gap.text} up on {b}",
        f"200 left: {a} by {gap.text} from {b}",
    )


def _all(count: int) -> str:
    return {3: "three", 4: "four"}.get(count, "of them")


def _at_straight(board: Board, runners: Sequence[Shown], names: Sequence[str], gap: Apart) -> Idea:
    a, b = names[:2]
    third = f", {names[2]} third" if len(names) > 2 else ""
    shown = runners[:3]
    claims: list[Claim] = [*(runner.position for runner in shown), gap.claim]
    level = gap.value < CLOSE
    inside = board.timeline.race.distance - board.distance < (board.timeline.track.home_straight or 0.0) - WELL_IN

    def words(voice: Voice) -> str:
        if inside:  # the order changed just where it begins, and that was told first
            return voice.say(
                "straight inside",
                f"In the home straight it is {a} from {b}{third}!",
                f"Down the home straight, {a} in front of {b}{third}!",
            )
        if level:
            return voice.say(
                "straight level",
                f"Into the home straight together, {a} and {b}{third}!",
                f"Off the bend, {a} and {b} with nothing between them{third}!",
            )
        return voice.say(
            "straight",
            f"Off the bend: {a} by {gap.text} from {b}{third}",
            f"Into the home straight {a} leads, {b} {gap.text} down{third}",
            f"The home straight: {a} from {b}, {gap.text}{third}",
        )

    return remark(board, words, shown, claims)


def _at_100(board: Board, runners: Sequence[Shown], names: Sequence[str], gap: Apart) -> Idea:
    a, b = names[:2]
    shown = runners[:2]

    def words(voice: Voice) -> str:
        if gap.value < CLOSE:
            return voice.say(
                "100 level", f"100 m to go, {a} and {b} level!", f"100 to go: nothing between {a} and {b}!"
            )
        return voice.say(
            "100",
            f"100 m to go: {a}, {gap.text} ahead of {b}",
            f"With 100 m left {a} leads {b} by {gap.text}",
            f"The last 100 m: {a} from {b}, {gap.text} in it",
        )

    return remark(board, words, shown, [*(runner.position for runner in shown), gap.claim])


def _at_50(board: Board, runners: Sequence[Shown], names: Sequence[str], gap: Apart) -> Idea:
    a, b = names[:2]
    shown = runners[:2]
    claims: list[Claim] = [*(runner.position for runner in shown), gap.claim]
    close, clear = gap.value < 1.5, gap.value > 8

    def words(voice: Voice) -> str:
        if clear:
            return voice.say(
                "50 clear",
                f"50 m to go and {a} is away, {gap.text} clear",
                f"50 to go: {a}, {gap.text} ahead of {b}",
            )
        if close:
            return voice.say(
                "50 close", f"50 m to go: {a} from {b}, and it is close!", f"50 to go, {a} just ahead of {b}!"
            )
        return voice.say(
            "50",
            f"50 m to go: {a}, with {gap.text} on {b}",
            f"50 to go, {a} in front, {b} {gap.text} behind",
            f"{a} with 50 m left, {gap.text} up on {b}",
        )

    return remark(board, words, shown, claims)


_WAYS: dict[str, Callable[[Board, Sequence[Shown], Sequence[str], Apart], Idea]] = {
    "300": _at_300,
    "200": _at_200,
    "straight": _at_straight,
    "100": _at_100,
    "50": _at_50,
}


def run_in_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Between the points of the last 300 m: who is close, who is third, who comes."""
    watch = seen.watch
    if watch.distance - board.distance > RUN_IN or not board.runners or board.runners[0].home:
        return
    runners = board.running[:4]
    names = [watch.name(runner.entry) for runner in runners]
    if len(runners) < 2:
        return
    gap = board.metres(runners[1], runners[0])
    if gap is not None:
        yield remark(board, _chase(names, gap), runners[:2], [runners[0].position, runners[1].position, gap.claim])
    behind = board.metres(runners[2], runners[1]) if len(runners) > 2 else None
    if behind is not None and CLOSE <= behind.value <= TOUCH:
        shown = runners[1:3]
        yield remark(board, _for_third(names, behind), shown, [*(r.position for r in shown), behind.claim])
    fourth = board.metres(runners[3], runners[2]) if len(runners) > 3 else None
    if fourth is not None and CLOSE <= fourth.value <= TOUCH:
        shown = runners[2:4]
        yield remark(board, _for_fourth(names, fourth), shown, [*(r.position for r in shown), fourth.claim])


def _chase(names: Sequence[str], gap: Apart) -> Callable[[Voice], str]:
    a, b = names[:2]
    if gap.value < CLOSE:
        return lambda voice: voice.say("chase level", f"{a} and {b}, stride for stride", f"{b} is level with {a}")
    return lambda voice: voice.say(
        "chase",
        f"{b} is chasing {a}, {gap.text} between them" if gap.value <= TOUCH else f"Between {a} and {b}: {gap.text}",
        f"{a} leads, {b} {gap.text} down",
        f"{a} has {gap.text} on {b}",
    )


def hold_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """That the second is still there, where the two in front have not changed and nothing else is new."""
    watch, before = seen.watch, seen.watch.board(board.time - HELD)
    if watch.distance - board.distance > RUN_IN or len(board.running) < 2 or board.runners[0].home:
        return
    first, second = board.running[:2]
    gap = board.metres(second, first)
    if [runner.entry for runner in before.running[:2]] != [first.entry, second.entry] or gap is None:
        return
    if CLOSE <= gap.value <= NEAR:
        words = _held(watch.name(first.entry), watch.name(second.entry), gap.text)
        yield remark(board, words, (first, second), [first.position, second.position, gap.claim])


def _held(a: str, b: str, gap: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "held",
        f"{b} is still there, {gap} behind {a}",
        f"{a} has not shaken off {b}: {gap}",
        f"{b} holds on, {gap} down on {a}",
    )


def _for_third(names: Sequence[str], gap: Apart) -> Callable[[Voice], str]:
    b, c = names[1:3]
    return lambda voice: voice.say(
        "for third",
        f"{b} second, {c} third, {gap.text} between them",
        f"For the places: {b} from {c}, {gap.text}",
        f"{c} is third, {gap.text} behind {b}",
    )


def _for_fourth(names: Sequence[str], gap: Apart) -> Callable[[Voice], str]:
    c, d = names[2:4]
    return lambda voice: voice.say(
        "for fourth",
        f"{d} is fourth, {gap.text} off {c} and third place",
        f"{c} third, {d} fourth, {gap.text} apart",
        f"Third is {c}, and {d} is {gap.text} from that",
    )
