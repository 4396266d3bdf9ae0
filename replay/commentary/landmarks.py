"""Landmarks of the way, and what the records of the day ask for where it is not known who leads."""

from collections.abc import Callable, Iterator

from replay.commentary.board import Board
from replay.commentary.calls import CallKind, Claim
from replay.commentary.ideas import Idea
from replay.commentary.marks import marks
from replay.commentary.observer import Watch
from replay.commentary.pace import NEAR, Target, in_reach, introduced, targets
from replay.commentary.pack import remark
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, about, clock, now, seconds_apart
from replay.race.race import MILE
from replay.race.times import format_time
from replay.race.units import Unit

BESIDE = 60.0
"""Metres from a mark in which its time tells where they are."""
SHORT, LONG = 1500.0, 2500.0
"""Metres from which on halfway is a landmark, and from which on a mile is."""
TURN = 8.0
"""Seconds after which the clock is told beside another record, if there are several."""
LATER = 0.6
"""The part of a race after which the clock to beat is told."""
ENOUGH = 500.0
"""Metres to go down to which it is told what a record’s pace would take for them."""
EARLY = 1500.0
"""Metres before which an average says little."""
EARLY_ALONE = 250.0
"""The same of one who runs alone, of whom there is little else to say."""
LAST = (10, 5, 1)
"""Kilometres or miles to go on a road."""


def landmark_ideas(seen: Seen) -> Iterator[Idea]:
    """Halfway, the mile of a longer race, 1000 m to go; on a road 10, 5 and 1 to go."""
    watch = seen.watch
    taken = marks(watch)
    for distance, words in _landmarks(watch):
        time = watch.reached(distance)
        if time is not None and all(abs(distance - mark) > BESIDE for mark in taken):
            yield _landmark(watch, time, distance, words)


def _landmarks(watch: Watch) -> Iterator[tuple[float, str]]:
    whole, track = watch.distance, watch.timeline.track
    if track.swum or whole < SHORT:
        return
    yield whole / 2, "halfway"
    if track.by_kilometres:
        unit = watch.race.course.unit
        yield from ((whole - n * unit.metres, f"{n} {unit} to go") for n in LAST if whole > 2 * n * unit.metres)
    elif whole >= LONG:
        if whole > 1.5 * MILE:
            yield MILE, "a mile is run"
        yield whole - 1000.0, "the last kilometre begins"


def _landmark(watch: Watch, time: float, distance: float, words: str) -> Idea:
    first = watch.board(time).first
    lead = f", {watch.name(first.entry)} in front" if first is not None and not watch.alone else ""
    target = next((target for target in targets(watch) if in_reach(watch, target, time)), None)
    even = ""
    if target is not None and first is None:
        even = f"; {target.name} would be here in {format_time(target.time.seconds * distance / watch.distance, 1)}"
    at = f" in {now(time)}" if watch.timeline.track.by_kilometres else ""
    claims: tuple[Claim, ...] = (first.position,) if first is not None else ()
    entries = (first.entry,) if first is not None else ()
    text = f"{words}{at}{lead}{even}"
    return Idea(
        time,
        CallKind.SPLIT,
        5,
        lambda voice: voice.say(f"landmark {words}", text),
        estimated=True,
        entries=entries,
        claims=claims,
    )


def average_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """On a road, how fast it has been so far."""
    watch, first = seen.watch, board.first
    if not watch.timeline.track.by_kilometres or first is None or first.home:
        return
    if board.distance < (EARLY_ALONE if watch.alone else EARLY):
        return
    pace = board.time / board.distance
    paces = [f"{about(pace * unit.metres)} a {unit.word}" for unit in Unit]
    if watch.race.course.unit is Unit.MILES:
        paces = paces[1:]
    name = watch.name(first.entry)

    def words(voice: Voice) -> str:
        return voice.say(
            "average",
            f"So far it has been {', '.join(paces)}",
            f"{name} has averaged {paces[0]}",
            f"{' or '.join(paces)}, up to here",
            f"The average of {name} up to here is {paces[0]}",
        )

    drawn = watch.alone and not watch.told  # then it is the same all the way
    yield remark(board, words, (first,), (first.position,), once="the average" if drawn else "")


def rate_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """What a record of the day is lap by lap, or from here to the line, where nobody is known to be near it or not."""
    watch = seen.watch
    left = watch.distance - board.distance
    if (board.first is not None and not board.first.estimated) or left <= 0 or watch.timeline.track.by_kilometres:
        return
    for at, target in enumerate(target for target in targets(watch) if in_reach(watch, target, board.time)):
        pace = target.time.seconds / watch.distance
        yield from introduced(seen, target.label, board.time)
        rest = left if board.first is None and left > ENOUGH else 0.0
        if at and not rest:
            return  # of a second record it is one figure too many
        for once, words in _rates(watch, target, pace, rest):
            yield Idea(board.time, CallKind.SPLIT, 6, words, instant=False, once=once)


def _rates(watch: Watch, target: Target, pace: float, left: float) -> Iterator[tuple[str, Callable[[Voice], str]]]:
    """What a record is a lap and a kilometre, each told once; then what is left of it, which is another each time."""
    lap, far = watch.timeline.track.lap, watch.far(left, near=True)
    each, kilometre, rest = (format_time(pace * metres, n) for metres, n in ((lap, 1), (1000, 1), (left, 0)))
    goal = target.name
    yield (
        f"a lap of {goal}",
        lambda voice: voice.say(
            "rate",
            f"{goal} of {clock(target.time)} is {each} for every {lap:.0f} m",
            f"{each} a lap, lap after lap: that is {goal}",
        ),
    )
    if watch.distance >= LONG:
        yield (
            f"1000 m of {goal}",
            lambda voice: voice.say("rate a kilometre", f"Run evenly, {goal} comes to {kilometre} for every 1000 m"),
        )
    if left:
        yield "", lambda voice: voice.say("rate left", f"At the pace of {goal} the {far} left would take ~{rest}")


def clock_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Near the end, the clock and the time to beat, where it is not known who leads."""
    watch, t = seen.watch, board.time
    if board.first is not None or not LATER * watch.distance < board.distance < watch.distance:
        return
    comes_to = t * watch.distance / board.distance
    found = [target for target in targets(watch) if in_reach(watch, target, t)]
    turn = int(t / TURN) % max(len(found), 1)
    for target in (*found[turn:], *found[:turn]):
        if abs(target.time.seconds - comes_to) <= NEAR * comes_to and t < target.time.seconds - 1:
            yield Idea(board.time, CallKind.SPLIT, 6, _against(target, t), instant=False)


def _against(target: Target, t: float) -> Callable[[Voice], str]:
    shows, left = format_time(int(t), 0), seconds_apart(target.time.seconds - t, 0)
    goal, time = target.name, clock(target.time)
    return lambda voice: voice.say(
        "against the clock",
        f"The time to beat is {time}, {goal}; the clock shows {shows}",
        f"{left} left for whoever wants {goal}",
        f"{shows} now, and {goal} is {time}",
        f"For {goal} somebody has to be home within {left}",
        f"The clock is at {shows}: {left} to {goal}",
    )
