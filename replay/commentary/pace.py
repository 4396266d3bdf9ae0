"""The clock against what it is run for: what this pace would come to, what a record asks for, where it would be.

A projection is even: the time so far, times the distance over the part that is run. It is made of known times only:
what was worked out rests on the result, and would tell it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from replay.commentary.board import Board
from replay.commentary.calls import CallKind
from replay.commentary.climax import RUN_IN
from replay.commentary.ideas import Idea
from replay.commentary.marks import led_by_pacers, mark_name, marks, nameless
from replay.commentary.nations import concerns
from replay.commentary.observer import Watch
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, clock
from replay.race.pacelights import inside
from replay.race.race import Time, When, WhenKind
from replay.race.times import format_time

LATER = 4.5
"""Seconds after a mark at which one hears what the pace would come to."""
LAST = 350.0
"""Metres before the finish from which on nothing is: they no longer run at an even pace."""
SHARE = 80.0
"""The part of a long race after which that is: so far apart are its other lines."""
EARLIEST = 0.2
"""The part of the race before which nothing is projected."""
CHASE = 145.0
"""Metres to go at which it is told what a record asks for."""
CLOSE = 0.006
"""How near a record one then is, as a part of it."""
_AGES = re.compile(r"under.?\d|\bu\d\d|junior|youth|master|veteran", re.IGNORECASE)
NEAR, NEARER = 0.04, 0.02
"""How far from a projection, as a part of it, the one time is that it is compared with, and others beside that."""
LOST = 0.015
"""How far outside a record the pace is, as a part of it, from which on its schedule is of no interest."""
_WORLD = re.compile(r"world (?!lead)", re.IGNORECASE)
FRONT = 4
"""Places on the board up to which one is in front: by their bests a pace is measured."""


class Target(NamedTuple):
    """A time that the race is measured by."""

    name: str
    """`the world record`, `Kerr’s best`."""
    time: Time
    label: str = ""
    """The record’s own name: `World record`."""


def targets(watch: Watch, *entries: int, whoever: bool = False) -> list[Target]:
    """The records of the day that the first of some could set, then the best of each; none of an age group.

    Of nobody those of the world and of the meeting; of `whoever` sets a pace for others those of every nation.
    """
    nation = watch.entry(entries[0]).nation if entries else ""
    records = [
        Target(f"the {inside(record.label)}", record.time, record.label)
        for record in watch.race.records
        if (whoever or concerns(record.label, nation)) and not _AGES.search(record.label)
    ]
    bests = ((_best_of(watch, entry), watch.entry(entry).pb) for entry in entries)
    return [*records, *(Target(name, best) for name, best in bests if best is not None)]


def _best_of(watch: Watch, entry: int) -> str:
    return f"{watch.name(entry)}’s best"


def _in_front(watch: Watch, t: float, entry: int | None) -> tuple[int, ...]:
    """The one whose pace it is, then those who are known to be in front, and make no pace."""
    places = [shown.entry for shown in watch.board(t).runners[:FRONT] if not shown.estimated]
    return tuple(dict.fromkeys(e for e in (entry, *places) if e is not None and not watch.paces(e)))


def projection_ideas(seen: Seen) -> Iterator[Idea]:
    """At every mark: what the pace of the first competitor who was timed there would come to, and beside what."""
    watch = seen.watch
    compared: set[str] = set()
    first = earliest(watch)
    for distance in marks(watch):
        if not first <= distance <= watch.distance - LAST:
            continue
        timed = [(time, e) for time, e in watch.splits_at(distance) if not watch.paces(e)] or watch.splits_at(distance)
        if not timed:
            continue
        time, entry = timed[0]
        board = watch.board(time.seconds)
        if entry in (next((r.entry for r in board.runners if not watch.paces(r.entry)), None), _first(board)):
            yield _projection(watch, distance, time, entry, compared)
    for fact in nameless(watch):
        if fact.at is not None and fact.leader_time is not None and first <= fact.at <= watch.distance - LAST:
            yield _projection(watch, fact.at, fact.leader_time, None, compared, paced=led_by_pacers(watch, fact))


def earliest(watch: Watch) -> float:
    """Metres before which nothing is projected: a fifth of the race, and a lap."""
    return max(EARLIEST * watch.distance, 0.95 * min(watch.timeline.track.lap, 400.0))


def _projection(
    watch: Watch, distance: float, time: Time, entry: int | None, compared: set[str], *, paced: bool = False
) -> Idea:
    """What the pace of somebody, or of a leader whom nobody names, comes to; what it is compared with is kept."""
    comes_to = time.seconds * watch.distance / distance
    paced = paced or (entry is not None and watch.paces(entry))
    found = targets(watch, *_in_front(watch, time.seconds, entry), whoever=paced)
    goals = _goals(found, comes_to, compared)
    compared |= {target.name for target in goals}
    name = "" if entry is None or paced else watch.name(entry)
    who = f"{name} is on course for" if name else "It is paced for" if paced else "The leader is on course for"
    words = _projected(who, comes_to, goals, mark_name(watch, distance))
    about = () if entry is None else (entry,)
    later = max(LATER, watch.timeline.duration / SHARE)
    return Idea(time.seconds + later, CallKind.SPLIT, 1, words, entries=about, instant=False)


def _first(board: Board) -> int | None:
    return board.first.entry if board.first is not None else None


def _goals(found: list[Target], comes_to: float, compared: set[str]) -> list[Target]:
    """What a projection is measured by: a world record, another one, somebody’s best; the nearest of each kind.

    Of those as near the one is taken that has not been named. Far from all of them it is the nearest alone.
    """
    kinds: dict[int, list[tuple[bool, float, Target]]] = {}
    for target in found:
        off = abs(target.time.seconds - comes_to)
        if off <= NEAR * comes_to:
            kind = 2 if not target.label else 0 if _WORLD.match(target.label) else 1
            kinds.setdefault(kind, []).append((target.name in compared, off, target))
    best = sorted((min(found, key=lambda one: one[:2])[1:] for found in kinds.values()), key=lambda one: one[0])
    return [target for at, (off, target) in enumerate(best) if at == 0 or off <= NEARER * comes_to]


def _projected(who: str, seconds: float, goals: list[Target], mark: str) -> Callable[[Voice], str]:
    """What a pace comes to, and what it is measured by; `who` is who has it, or whose pace it is."""
    time = f"~{format_time(seconds, 0)}"
    who = f"{who} {time}"
    if not goals:
        return lambda voice: voice.say(
            "projection",
            who,
            f"That is a pace for {time}",
            f"On from {mark} at this pace it would be {time}",
        )
    goal = f"{goals[0].name} is {clock(goals[0].time)}"
    goal += "".join(f", {target.name} {clock(target.time)}" for target in goals[1:])
    return lambda voice: voice.say(
        "projection against",
        f"{who}; {goal}",
        f"That is a pace for {time}, and {goal}",
        f"At this pace it comes to {time}: {goal}",
        f"Kept up, this is {time}; {goal}",
    )


def need_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """What a record asks for from here, while it is in reach and where the first is known to be where he or she is."""
    watch, first = seen.watch, board.first
    if first is None or first.home or board.distance < EARLIEST * watch.distance:
        return
    left, t = watch.distance - board.distance, board.time
    if left < 60:
        return
    comes_to: float | None = t * watch.distance / board.distance
    if first.estimated:  # where he or she is says by what is known of the end how it will be
        comes_to = _known_pace(watch, t) if left <= RUN_IN else None
    if comes_to is None:
        return
    reach = 1.5 * CLOSE if left <= RUN_IN else NEAR / 3
    ahead = {target: target.time.seconds / comes_to - 1 for target in targets(watch, first.entry)}
    for target in sorted(ahead, key=lambda target: abs(ahead[target])):
        if -reach <= ahead[target] <= NEARER:
            yield replace(_need(watch, board, target, left), estimated=first.estimated)


def chase_ideas(seen: Seen) -> Iterator[Idea]:
    """In the last bend, what a record asks for that the first is about to break or to miss."""
    watch = seen.watch
    if watch.timeline.track.by_kilometres or watch.distance < 800:
        return
    board = watch.board(watch.timeline.time_of(When(WhenKind.TO_GO, CHASE)))
    first = board.first
    if first is None or first.home or first.estimated:
        return
    comes_to = board.time * watch.distance / board.distance
    for target in targets(watch, first.entry):
        if abs(target.time.seconds - comes_to) <= CLOSE * comes_to:
            yield replace(_need(watch, board, target, watch.distance - board.distance), weight=2)
            return


def _need(watch: Watch, board: Board, target: Target, left: float) -> Idea:
    need = target.time.seconds - board.time
    road, lap = watch.timeline.track.by_kilometres, watch.timeline.track.lap
    lap = lap if road else min(lap, 400.0)
    rate = f"~{format_time(need / left * lap, 1)}"
    each = f"a {watch.race.course.unit.word}" if road else f"for every {lap:.0f} m"
    first = board.runners[0].entry
    rest, goal = f"~{format_time(need, 1)}", "a personal best" if target.name == _best_of(watch, first) else target.name
    name, far = "the leader" if watch.paces(first) else watch.name(first), watch.far(left, near=True)

    def words(voice: Voice) -> str:
        if left <= 1.25 * lap:
            return voice.say(
                "need now",
                f"{rest} for the last {far}, and it is {goal}",
                f"For {goal} {name} has {rest} left, and {far} to run",
                f"{far} in {rest}: that is what {goal} asks for",
            )
        return voice.say(
            "need",
            f"{goal} asks for {rate} {each} from here",
            f"From here {name} needs {rate} {each} for {goal}",
            f"{rate} {each} to the line would be {goal}",
        )

    return Idea(board.time, CallKind.SPLIT, 5, words, entries=(board.runners[0].entry,), instant=False)


def in_reach(watch: Watch, target: Target, t: float) -> bool:
    """Whether nothing that is known by `t` has put a time out of reach."""
    comes_to = _known_pace(watch, t)
    return comes_to is None or comes_to <= (1 + LOST) * target.time.seconds


def _known_pace(watch: Watch, t: float) -> float | None:
    """What the pace up to the last known time comes to; None where nothing is known by `t`."""
    known = [(split[0].seconds, d) for d in marks(watch) for split in watch.splits_at(d)[:1]]
    known += [(fact.leader_time.seconds, fact.at) for fact in nameless(watch) if fact.leader_time and fact.at]
    last = max((own for own in known if own[0] <= t and own[1] >= EARLIEST * watch.distance), default=None)
    return None if last is None else last[0] * watch.distance / last[1]


def introduced(seen: Seen, label: str, t: float) -> Iterator[Idea]:
    """Whose a record is and how fast: told before what its pace is, and once."""
    yield from (replace(idea, time=t) for idea in seen.stakes if idea.once == label)


def even_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Where the clock would stand at the next lap line if somebody ran a record evenly."""
    watch = seen.watch
    first = board.first
    if first is not None and not first.estimated:
        return  # what the record asks for from here says more
    ahead = next((d for d in (*watch.timeline.track.laps, watch.distance) if d > board.distance + 30), watch.distance)
    if not 0 < ahead < watch.distance or board.distance >= watch.distance:
        return
    for record in sorted(watch.race.records, key=lambda record: not record.label.lower().startswith("world")):
        if not in_reach(watch, Target(record.label, record.time), board.time):
            continue
        same = {1000.0: "1000 m", watch.timeline.track.lap: "a lap"}.get(ahead)
        once = f"{same or f'{ahead:.0f}'} of the {inside(record.label)}"  # of a lap and 1000 m it is a rate, told too
        at, label = format_time(record.time.seconds * ahead / watch.distance, 1), inside(record.label)
        yield from introduced(seen, record.label, board.time)
        words = _even(at, label, clock(record.time), watch.far(ahead))
        yield Idea(board.time, CallKind.SPLIT, 6, words, instant=False, once=once)


def _even(at: str, label: str, time: str, mark: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "even",
        f"The {label} at an even pace would be {at} at {mark}",
        f"An even {time}, the {label}, goes through {mark} in {at}",
        f"{at} at {mark} would be level with the {label}",
        f"The pace of the {label} is {at} at {mark}",
    )
