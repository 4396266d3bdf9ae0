"""Who runs alone: against his own pace, since there is nobody else; and nothing empty in between."""

from collections.abc import Callable, Iterator

from replay.commentary.board import Board
from replay.commentary.calls import CallKind
from replay.commentary.ideas import Idea
from replay.commentary.observer import Watch
from replay.commentary.pack import remark
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, about, clock, now, number, soft
from replay.race.times import format_time
from replay.race.units import Unit

EVEN = 1.0
"""Seconds a kilometre, or a mile, by which two paces are the same."""


SOON, SOON_ROAD = 12.0, 30.0
"""Seconds after the gun at which it is told that no time on the way is known."""


def lone_ideas(seen: Seen) -> Iterator[Idea]:
    """Once, where only the result is known: that the way there is drawn, so that nobody takes its times for his."""
    watch = seen.watch
    if watch.alone and not watch.told:
        time = SOON_ROAD if watch.timeline.track.by_kilometres else SOON
        words = "No time before the finish is known: up to there an even pace is drawn"
        yield Idea(min(time, seen.end / 10), CallKind.SPLIT, 4, lambda _: words, instant=False, fact=True)


def lone_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """How fast the last stretch was beside the way up to there, where times on the way tell that."""
    watch, first = seen.watch, board.first
    if not watch.alone or first is None or first.home:
        return
    track, unit = watch.timeline.track, watch.race.course.unit
    far = unit.metres / 2 if track.by_kilometres else track.lap
    start = board.distance - far
    since = watch.time_at(first.entry, start)
    if start < far or since is None or watch.hole(first.entry, board.distance - far / 2) > far:
        return
    took = board.time - since
    unit = unit if track.by_kilometres else Unit.KILOMETRES
    slower = (took / far - since / start) * unit.metres
    yield remark(board, _stretch(watch.far(far), about(took), slower, unit), (first,), (first.position,))


def _stretch(far: str, took: str, slower: float, unit: Unit) -> Callable[[Voice], str]:
    much = f"{abs(slower):.0f} s a {unit.word}"
    if abs(slower) < EVEN:
        return lambda voice: voice.say(
            "lone even",
            f"{took} for the last {far}, the pace of the whole way",
            f"The last {far} in {took}: neither quicker nor slower than before",
        )
    how = "slower" if slower > 0 else "quicker"
    return lambda voice: voice.say(
        f"lone {how}",
        f"The last {far} in {took}, {much} {how} than up to there",
        f"{took} for the last {far}: {much} {how} than before",
        f"Now it is {much} {how}: {took} for the last {far}",
    )


def lap_idea(watch: Watch, time: float, laps: tuple[float, ...], done: int) -> Idea:
    """A lap that is done: how long it took, by how much that is more or less than the one before, and what is left.

    Args:
        watch: The race of one runner.
        time: Seconds at the end of the lap.
        laps: Metres at which each lap begins, the first at 0.
        done: Which of them has just begun: 1 for the second.
    """
    entry = next(iter(watch.curves), None)
    known = watch.split_at(entry, laps[done]) if entry is not None else None
    at = clock(known) if known is not None else now(time)
    togo = number(len(laps) - done)
    took, before = (_took(watch, laps, at) for at in (done, done - 1))
    how = ""
    if took is not None and before is not None and (known is not None or watch.told):
        more = took - before
        than = "slower" if more > 0 else "quicker"
        how = ", as the one before" if abs(more) < 0.05 else f", {soft(known is None)}{abs(more):.1f} s {than}"
    lap = f"{soft(known is None)}{format_time(took, 1)}" if took is not None and watch.told else ""

    def words(voice: Voice) -> str:
        if not lap:
            return voice.say("lone laps", f"Lap {done} done, {at}: {togo} to go", f"{togo} laps to go, {at} gone")
        return voice.say(
            "lone timed laps",
            f"Lap {done} in {lap}{how}; {at} so far, {togo} to go",
            f"{lap} for lap {done}{how}; {togo} laps to go",
        )

    about_whom = (entry,) if entry is not None else ()
    return Idea(time, CallKind.SPLIT, 6, words, estimated=known is None, entries=about_whom, standing=True)


def _took(watch: Watch, laps: tuple[float, ...], done: int) -> float | None:
    """Seconds of a whole lap that ends where lap `done` begins; None for what is no whole lap."""
    if done < 1 or abs(laps[done] - laps[done - 1] - watch.timeline.track.lap) > 0.5:
        return None
    ends = [watch.reached(d) if d > 0 else 0.0 for d in laps[done - 1 : done + 1]]
    return ends[1] - ends[0] if ends[0] is not None and ends[1] is not None else None
