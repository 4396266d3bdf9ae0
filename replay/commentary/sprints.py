"""Out of the blocks: who was quickest away, and whose start was false."""

from collections.abc import Callable, Iterator

from replay.commentary.calls import CallKind
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, listed
from replay.race.race import Status
from replay.race.reactions import reaction_of, started_falsely

FARTHEST = 400.0
"""Metres of a race in which it counts who is away first."""
AWAY = 1.0
"""Seconds after the gun at which the boards show how quickly everybody moved."""


def start_ideas(seen: Seen) -> Iterator[Idea]:
    """Who was quickest away of those whose reaction was timed, and whom a false start sent off."""
    watch = seen.watch
    for entry, found in enumerate(watch.race.entries):
        if started_falsely(found):
            yield Idea(0.0, CallKind.DQ, ALWAYS, _false(watch.name(entry), reaction_of(found)), entries=(entry,))
    running = [e for e in watch.curves if watch.entry(e).status is not Status.DQ or watch.entry(e).result is not None]
    timed = sorted((seconds, e) for e in running if (seconds := reaction_of(watch.entry(e))) is not None)
    if len(timed) < 2 or watch.distance > FARTHEST:
        return
    best, last = timed[0][0], timed[-1]
    quickest = [e for seconds, e in timed if seconds == best]
    names, slow = listed([watch.name(e) for e in quickest]), watch.name(last[1])

    def words(voice: Voice) -> str:
        return voice.say(
            "away",
            f"Quickest away: {names}, {best:.3f} s after the gun; {slow} the last in {last[0]:.3f}",
            f"{names} out of the blocks first, {best:.3f} s after the gun; {slow} last, {last[0]:.3f}",
        )

    yield Idea(AWAY, CallKind.SPLIT, 1, words, entries=(*quickest, last[1]), instant=False)


def _false(name: str, reaction: float | None) -> Callable[[Voice], str]:
    moved = "" if reaction is None else f": {abs(reaction):.3f} s {'before' if reaction < 0 else 'after'} the gun"
    return lambda voice: voice.say(
        "false start", f"A false start sends {name} off{moved}", f"{name} is out with a false start{moved}"
    )
