"""Known times that no mark tells: of those who came behind the first there, and of points beside the marks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from replay.commentary.board import Board
from replay.commentary.calls import CallKind
from replay.commentary.ideas import ALWAYS, Idea, once_at
from replay.commentary.marks import first_timed, mark_name, marks
from replay.commentary.observer import Watch, told
from replay.commentary.seen import Seen
from replay.commentary.voice import MINUTE, Voice, clock, listed
from replay.race.race import Time

FRESH = 20.0
"""Seconds for which such a time is worth a word."""
FEW = 3
"""Times at one point up to which they are told; of more, the board tells."""
BESIDE = 50.0
"""Metres within which two times of one runner say the same."""
_WORDINGS = 3
"""In how many ways such times are told."""


def times_beside(watch: Watch) -> tuple[Idea, ...]:
    """What is known and told at no mark, each from when the last of those it names was there."""
    if watch.timeline.track.by_kilometres or watch.race.documented == "full":
        return ()
    main, bell = marks(watch), watch.timeline.track.bell
    found = []
    for distance in sorted({s.distance for e in watch.curves for s in watch.entry(e).splits if told(s)}):
        timed = watch.splits_at(distance)
        rings = bell is not None and abs(distance - bell) < 1  # told with the bell
        if len(timed) <= FEW and not rings and watch.distance - distance > BESIDE:
            left = [own for own in timed if not _is_told(watch, own[1], distance, main)]
            found += [_idea(watch, left, distance)] if left else []
    return tuple(found)


def _is_told(watch: Watch, entry: int, distance: float, main: Iterable[float]) -> bool:
    """Whether somebody's time there is told at a mark, with the place, or as that of a mark close by."""
    placed = any(f.runner == entry and f.at == distance and f.place is not None for f in watch.race.facts)
    return placed or any(
        first_timed(watch, mark) == entry or (mark != distance and watch.split_at(entry, mark) is not None)
        for mark in main
        if abs(mark - distance) <= BESIDE
    )


def _idea(watch: Watch, timed: Sequence[tuple[Time, int]], distance: float) -> Idea:
    mark, sources = mark_name(watch, distance), {time.source for time, _ in timed}
    names = [watch.name(entry) for _, entry in timed]
    times = [clock(time) for time, _ in timed]
    pairs = [f"{name} in {time}" for name, time in zip(names, times, strict=True)]

    def words(voice: Voice) -> str:
        if names == ["You"]:
            return f"You are at {mark} in {times[0]}"
        return voice.say(
            "beside",
            f"Through {mark} goes {pairs[0]}" if len(pairs) == 1 else f"Through {mark} went {listed(pairs)}",
            f"At {mark} it was {listed([f'{time} for {name}' for name, time in zip(names, times, strict=True)])}",
            f"{listed(pairs)}, those were the times at {mark}" if len(pairs) > 1 else f"{pairs[0]} at {mark}",
        )

    return Idea(
        timed[-1][0].seconds,
        CallKind.SPLIT,
        5,
        words,
        source=sources.pop() if len(sources) == 1 else None,
        entries=tuple(entry for _, entry in timed),
        instant=False,
        once=once_at(distance),
    )


def time_ideas(seen: Seen) -> Iterator[Idea]:
    """As the last of those they name is there: a time is told when it is run, where there are words for all in turn."""
    times = [idea.time for idea in seen.beside]
    for idea in seen.beside:
        if sum(abs(idea.time - time) < MINUTE for time in times) <= _WORDINGS:
            yield replace(idea, weight=ALWAYS, instant=True)


def time_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Those of the last seconds, if there was no room for them at once."""
    yield from (replace(idea, time=board.time) for idea in seen.beside if idea.time <= board.time <= idea.time + FRESH)
