"""Who moves up, who kicks, and who is passed near the end."""

from collections.abc import Iterator

from replay.commentary.calls import CallKind, Position
from replay.commentary.climax import RUN_IN
from replay.commentary.ideas import Idea
from replay.commentary.leads import SHOWN
from replay.commentary.observer import WATCHED, Watch, told
from replay.commentary.voice import Voice, listed, ordinal
from replay.race.order import CLOSE
from replay.race.race import Fact

WINDOW = 150.0
"""Metres within which a runner must gain to be seen moving."""
GAIN = 3
"""Places that make a move."""
LOWEST = 12
"""Places below which nobody looks for moves, and from which they start in a field too large to be looked at whole."""
FASTER = 1.045
"""How much faster than before a kick is: 4.5 %, above the 1.5 % that tenths of a second can feign in 100 m."""
TIGHT = 40.0
"""Metres of a stretch within which a report says where a pass was."""
STRIDES = 15.0
"""Metres before the finish from which on something happens in the last strides."""
PODIUM = 4
"""Final places for which passes near the end are told."""


def move_ideas(watch: Watch) -> Iterator[Idea]:
    """Runners who gain at least `GAIN` places within `WINDOW` metres, or a tenth of a long race."""
    window = WINDOW if watch.distance <= 5000 else max(WINDOW, watch.distance / 10)
    close = max(CLOSE, window * 1.4)
    last: dict[int, float] = {}
    last_place = LOWEST if len(watch.race.entries) > WATCHED else WATCHED
    points = [d for d in watch.grid if d - window >= 150 and d < watch.distance - 20]
    places = {d: {e: i for i, (_, e) in enumerate(watch.order(d))} for d in points}
    for d in points:
        before = {e: i for i, (_, e) in enumerate(watch.order(d - window))}
        here = places[d]
        for entry, place in here.items():
            if (
                place >= LOWEST
                or before.get(entry, last_place) >= last_place
                or before[entry] - place < GAIN
                or d - last.get(entry, -1e9) < 3 * window
                or (place >= PODIUM and watch.distance - d <= RUN_IN)
            ):
                continue
            passed = [e for e in here if here[e] > place and before.get(e, 1 << 30) < before[entry]]
            if len(passed) < GAIN or place == 0 or any(watch.hole(e, d) > close for e in [entry, *passed]):
                continue
            last[entry] = d
            yield _move(watch, d, window, entry, (before[entry] + 1, place + 1), passed)


def _move(watch: Watch, distance: float, window: float, entry: int, places: tuple[int, int], passed: list[int]) -> Idea:
    sure = watch.firm(distance, [entry, *passed])
    name, soft = watch.name(entry), "" if sure else "about "
    names = listed([watch.name(e) for e in passed], 3)
    start, end = ordinal(places[0]), ordinal(places[1])
    left, far = watch.to_go(watch.distance - distance, near=True), watch.far(window)

    def phrase(voice: Voice) -> str:
        return voice.say(
            "move",
            f"{name} is moving up: {soft}{start} to {end} in {far}, past {names}",
            f"{name} comes through from {soft}{start} to {end}, by {names}, {left}",
            f"up goes {name}, now {soft}{end}: {names} passed in {far}",
        )

    return Idea(
        watch.time_at(entry, distance) or 0.0, CallKind.MOVE, 4, phrase, estimated=not sure, entries=(entry, *passed)
    )


def reported_ideas(watch: Watch) -> Iterator[Idea]:
    """Passes that a report tells, when the board shows the last of them; those to the front are told as leads are."""
    for fact in watch.race.facts:
        if fact.runner is None or not fact.passes or fact.start is None or fact.end is None:
            continue
        found = [where for other in fact.passes if (where := _crossed(watch, fact, fact.runner, other)) is not None]
        if len(found) == len(fact.passes):
            yield _reported(watch, fact, fact.runner, max(found))


def _crossed(watch: Watch, fact: Fact, runner: int, other: int) -> float | None:
    """Metres at which a reported pass is drawn; None where it is not within the stretch of the report."""
    low, high = fact.start or 0.0, fact.end or watch.distance

    def ahead(d: float) -> bool:
        mine, theirs = watch.time_at(runner, d), watch.time_at(other, d)
        return mine is not None and (theirs is None or mine <= theirs)

    if ahead(low) or not ahead(high):
        return None
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (low, middle) if ahead(middle) else (middle, high)
    return high


def _reported(watch: Watch, fact: Fact, runner: int, where: float) -> Idea:
    time = (watch.time_at(runner, where) or 0.0) + SHOWN
    board = watch.timeline.top(time, 1, (runner,))
    place = next((found.place for found in board.standings if found.entry == runner), None)
    name, names = watch.name(runner), listed([watch.name(e) for e in fact.passes])
    kind = CallKind.LEAD if place == 1 else CallKind.MOVE if len(fact.passes) >= GAIN else CallKind.PASS
    left = watch.distance - where
    sure = watch.firm(where, [runner, *fact.passes])
    stated = _stated(watch, fact)
    far = watch.to_go(left if stated is None else watch.distance - stated, near=True)
    spot = "in the last strides" if left < STRIDES else f"with {far}"

    def phrase(voice: Voice) -> str:
        if place == 1:
            return voice.say(
                "reported lead",
                f"{name} goes past {names} into the lead {spot}",
                f"{name} takes the lead {spot}, past {names}",
                f"Past {names} goes {name}, and leads {spot}",
            )
        return voice.say(
            "reported pass",
            f"{name} goes past {names} {spot}",
            f"{name} has gone by {names} {spot}",
            f"Past {names} goes {name} {spot}",
        )

    claims = () if place is None else (Position(runner, place),)
    return Idea(
        time, kind, 0, phrase, source=fact.source, estimated=not sure, entries=(runner, *fact.passes), claims=claims
    )


def _stated(watch: Watch, fact: Fact) -> float | None:
    """The metres that a report gives for a pass: where the lead begins that it makes, or the middle of a short stretch.

    None where the report leaves it open, and only the drawing says where it was.
    """
    start, end = fact.start or 0.0, fact.end or 0.0
    if any(other.leader == fact.runner and other.start == end for other in watch.race.facts):
        return end
    return (start + end) / 2 if end - start <= TIGHT and end < watch.distance - 1 else None


def kick_ideas(watch: Watch) -> Iterator[Idea]:
    """Those of the first five who run a known segment of the last lap clearly faster than the stretch before it."""
    lap = min(watch.timeline.track.lap, 400.0) if watch.timeline.track.bell is not None else 0.0
    if not lap or watch.distance < 800:
        return
    found: list[tuple[float, Idea]] = []
    for entry in watch.curves:
        best = _best_kick(watch, entry, watch.distance - lap - 1)
        if best is not None:
            found.append(best)
    found.sort(key=lambda pair: -pair[0])
    yield from (idea for _, idea in found[:3])


def _best_kick(watch: Watch, entry: int, start: float) -> tuple[float, Idea] | None:
    """The first segment of the last lap that is a kick, with how much faster it was."""
    known = [(s.distance, s.time.seconds, s.time) for s in watch.entry(entry).splits if told(s)]
    for (a, ta, _), (b, tb, _), (c, tc, _) in zip(known, known[1:], known[2:], strict=False):
        if b < start or not 80 <= c - b <= CLOSE or not 80 <= b - a <= 2 * CLOSE or tc <= tb or tb <= ta:
            continue
        ratio = ((c - b) / (tc - tb)) / ((b - a) / (tb - ta))
        place = next((i for i, (_, e) in enumerate(watch.order(c)) if e == entry), 99)
        if ratio >= FASTER and place < 5 and _fastest(watch, entry, b, c):
            return ratio, _kick(watch, entry, (b, c, tb, tc), place + 1)
    return None


def _fastest(watch: Watch, entry: int, start: float, end: float) -> bool:
    """Whether nobody else who was timed at both ends ran a stretch as fast: where all speed up, nobody kicks."""
    took: dict[int, float] = {}
    field = watch.curves if len(watch.race.entries) > WATCHED else range(len(watch.race.entries))
    for other in field:  # also who was timed at both and has no way between them, as one who did not finish
        first, last = watch.split_at(other, start), watch.split_at(other, end)
        if first is not None and last is not None:
            took[other] = last.seconds - first.seconds
    return all(took[entry] < seconds - 0.05 for other, seconds in took.items() if other != entry)


def _kick(watch: Watch, entry: int, segment: tuple[float, float, float, float], place: int) -> Idea:
    start, end, since, time = segment
    name, lane = watch.name(entry), f"{end - start:.0f} m in {time - since:.1f}"
    where, left = ("in front" if place == 1 else ordinal(place)), watch.to_go(watch.distance - end, near=False)

    def phrase(voice: Voice) -> str:
        return voice.say(
            "kick",
            f"{name} kicks: {lane}, {where}, {left}",
            f"There is the change of pace from {name}, {where}: {lane}, {left}",
            f"{name} has found another gear, {lane}, and is {where}",
        )

    return Idea(time, CallKind.KICK, 3, phrase, entries=(entry,))


def pass_ideas(watch: Watch) -> Iterator[Idea]:
    """Passes in the last 300 m by those who come in among the first four."""
    if watch.distance < 800 or watch.timeline.track.bell is None:
        return
    home = sorted((watch.curves[e].end, e) for e in watch.curves if watch.finishes(e))
    for at, (_, entry) in enumerate(home[:PODIUM]):
        for _, other in home[at + 1 : at + 4]:
            if any(fact.runner == entry and other in fact.passes for fact in watch.race.facts):
                continue
            where = _where_passed(watch, entry, other)
            if where is not None:
                yield _pass(watch, where, entry, other)


def _where_passed(watch: Watch, entry: int, other: int) -> float | None:
    """Where `entry` passes `other` for good in the last 300 m; None if that did not happen, or cannot be told."""

    def ahead(d: float) -> bool:
        mine, theirs = watch.time_at(entry, d), watch.time_at(other, d)
        return mine is not None and theirs is not None and mine <= theirs

    low, high = watch.distance - 300, watch.distance - 1.0
    if ahead(low):
        return None
    points = [d for d in watch.grid if low <= d < high]
    low = max((d for d in points if not ahead(d)), default=low)
    high = min(watch.distance, low + watch.step + 1)
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (low, middle) if ahead(middle) else (middle, high)
    seen = all(watch.hole(e, d) <= CLOSE for e in (entry, other) for d in (low, watch.distance - 300))
    return high if seen or _told_behind(watch, entry, other) else None


def _told_behind(watch: Watch, entry: int, other: int) -> bool:
    """Whether a report of the last lap has the one behind the other: since then a pass there was, somewhere."""
    last = watch.distance - min(watch.timeline.track.lap, 400.0) - 1
    orders = [fact.order for fact in watch.race.facts if fact.at is not None and last <= fact.at < watch.distance]
    return any(other in order and (entry not in order or order.index(entry) > order.index(other)) for order in orders)


def _pass(watch: Watch, where: float, entry: int, other: int) -> Idea:
    new, old = watch.name(entry), watch.name(other)
    left = watch.distance - where
    place = next((i for i, (_, e) in enumerate(watch.order(where)) if e == entry), 0)
    spot = f"for {ordinal(place + 1)}"
    close = "in the last strides" if left < STRIDES else f"with {watch.to_go(max(left, 20.0), near=True)}"

    def phrase(voice: Voice) -> str:
        return voice.say(
            "pass",
            f"{new} goes past {old} {spot} {close}",
            f"{old} is caught: {new} comes by {spot} {close}",
            f"{new} gets by {old} {close}, {spot}",
        )

    sure = watch.firm(where, [entry, other])
    time = watch.time_at(entry, where) or watch.curves[entry].end
    return Idea(time, CallKind.PASS, 3, phrase, estimated=not sure, entries=(entry, other))
