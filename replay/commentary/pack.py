"""The shape of the pack, the gaps in it and who is where: what the board shows, said between the events."""

from collections.abc import Callable, Iterator, Sequence

from replay.commentary.board import Board, Shown
from replay.commentary.calls import CallKind, Claim
from replay.commentary.ideas import Idea
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, listed, number, ordinal, sentence
from replay.race.pacelights import inside

PACK = 4.0
"""Metres between two runners from which on they are in different packs; ten times as much on a road."""
TOGETHER = 16.0
"""Metres from the first to the last of a field that is together."""
LONG = 28.0
"""Metres from which on a field is strung out."""
LATER = 15.0
"""Seconds over which a gap is seen to grow or to shrink."""
CHANGED = 1.5
"""Metres by which it has then changed."""
TOUCH = 15.0
"""Metres up to which a runner is in touch with another, or chases him."""


def remark(
    board: Board,
    words: Callable[[Voice], str],
    runners: Sequence[Shown],
    claims: Sequence[Claim] = (),
    once: str = "",
) -> Idea:
    """What is said of some runners at the time of the board."""
    estimated = any(runner.estimated for runner in runners)
    entries = tuple(runner.entry for runner in runners)
    return Idea(
        board.time,
        CallKind.SPLIT,
        5,
        words,
        estimated=estimated,
        entries=entries,
        claims=tuple(claims),
        instant=False,
        once=once,
    )


def shape_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Together, broken into packs, or strung out."""
    runners = board.running
    if len(runners) < 3 or board.runners[0].home:
        return
    first, last = runners[0], runners[-1]
    spread = board.metres(last, first)
    whole = seen.watch.whole and len(runners) == seen.watch.timeline.tally(board.time).running
    wide = 10 if seen.watch.timeline.track.by_kilometres else 1
    if whole and spread is not None and spread.value <= TOGETHER * wide and len(runners) > 3:
        yield remark(board, _together(seen, runners, spread.text), (first, last), (spread.claim,))
    yield from _broken(seen, board, PACK * wide)
    if whole and spread is not None and spread.value >= LONG * wide and len(runners) > 4:
        yield remark(board, _strung(seen, first, last, spread.text), (first, last), (spread.claim,))


def _together(seen: Seen, runners: Sequence[Shown], spread: str) -> Callable[[Voice], str]:
    many, last = number(len(runners)), runners[-1]
    tail = "" if last.estimated else f", {seen.watch.name(last.entry)} the last of them"
    return lambda voice: voice.say(
        "together",
        f"Still all together: {spread} from first to last",
        f"{many} of them within {spread}{tail}",
        f"Nobody has been dropped: {spread} cover the {many}",
    )


def _broken(seen: Seen, board: Board, pack: float) -> Iterator[Idea]:
    """The first pack, if it is not the whole field, and how far behind it the next one is."""
    runners = board.running
    size = next(
        (k for k in range(1, len(runners)) if (g := board.metres(runners[k], runners[k - 1])) and g.value > pack), 0
    )
    if not size or size > 5:
        return
    front, following = runners[:size], runners[size]
    gap = board.metres(following, front[-1])
    if gap is None:
        return
    names, behind = listed([seen.watch.name(runner.entry) for runner in front]), seen.watch.name(following.entry)
    words = _alone(names, behind, gap.text) if size == 1 else _away(names, number(size), behind, gap.text)
    named = (*front, following)
    yield remark(board, words, named, (*(runner.position for runner in named), gap.claim))


def _alone(name: str, behind: str, gap: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "alone",
        f"{name} is out alone, {gap} clear of {behind}",
        f"{name} has {gap} on {behind}",
        f"Daylight behind {name}: {gap} to {behind}",
    )


def _away(names: str, many: str, behind: str, gap: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "away",
        f"{names} have a gap, {gap} back to {behind}",
        f"It is {many} in front now: {names}, with {behind} {gap} behind",
        f"{names}, then {gap} of track before {behind}",
    )


def _strung(seen: Seen, first: Shown, last: Shown, spread: str) -> Callable[[Voice], str]:
    front, back = seen.watch.name(first.entry), seen.watch.name(last.entry)
    return lambda voice: voice.say(
        "strung out",
        f"The field is strung out: {spread} from {front} to {back}",
        f"{spread} between {front} at the front and {back} at the back",
        f"From {front} to {back} it is {spread} now",
    )


def gap_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """The first of those who run, who is next, and how far behind."""
    front = board.running[:4]
    if len(front) < 2 or board.runners[0].home:
        return
    first, second = front[0], front[1]
    behind = board.seconds(second, first)
    if behind is None:
        return
    a, b, *rest = (seen.watch.name(runner.entry) for runner in front)
    third = board.seconds(front[2], first) if len(front) > 2 else None
    after = f", {rest[0]} {third.back}" if third is not None else ""
    if third is not None and third.text == behind.text and not behind.hair:  # side by side
        b, after = f"{b} and {rest[0]}", ""
    named = front[:3] if third is not None else front[:2]
    claims = [*(runner.position for runner in named), *((third.claim,) if third is not None else ())]
    if behind.hair:
        yield remark(board, _level(a, b, after), named, claims)
        return
    yield remark(board, _gap(a, b, behind.text, after), named, [*claims, behind.claim])
    if len(front) > 3:
        yield remark(board, _order([a, b, *rest]), front, [runner.position for runner in front])


def _level(a: str, b: str, after: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "level",
        f"{a} and {b} are level at the front{after}",
        f"Nothing between {a} and {b}{after}",
    )


def _gap(a: str, b: str, gap: str, after: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "gap",
        f"{a} leads {b} by {gap}{after}",
        f"{b} {'are' if ' and ' in b else 'is'} {gap} behind {a}{after}",
        f"{gap} from {a} to {b}{after}",
        f"{a} in front, {b} {gap} behind{after}",
    )


def _order(names: Sequence[str]) -> Callable[[Voice], str]:
    a, b, c, d = names
    return lambda voice: voice.say(
        "order at the front",
        f"In order: {a}, {b}, {c}, {d}",
        f"{a}, {b}, {c} and {d} are the first four",
        f"Behind {a} it goes {b}, {c}, {d}",
    )


def trend_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Whether the second comes closer, where both are known well enough to tell."""
    before = seen.watch.board(board.time - LATER) if board.time > 2 * LATER else None
    if before is None or len(board.running) < 2 or board.runners[0].home:
        return
    first, second = board.running[:2]
    were = before.of(first.entry), before.of(second.entry)
    if were[0] is None or were[1] is None or any(runner.estimated for runner in (first, second, *filter(None, were))):
        return
    now, then = board.metres(second, first), before.metres(were[1], were[0])
    if now is None or then is None or abs(now.value - then.value) < CHANGED:
        return
    a, b = seen.watch.name(first.entry), seen.watch.name(second.entry)
    if now.value > then.value:
        words = _growing(a, b, now.text, then.text, touch=then.value <= TOUCH)
    else:
        words = _closing(a, b, now.text, then.text)
    yield remark(board, words, (first, second), (first.position, second.position, now.claim))


def _growing(a: str, b: str, now: str, then: str, *, touch: bool) -> Callable[[Voice], str]:
    grown = f"{b} is losing touch with {a}" if touch else f"The lead of {a} over {b} grows"
    return lambda voice: voice.say(
        "growing",
        f"{a} is drawing away from {b}: {now}, where it was {then}",
        f"The gap is growing, {then} a moment ago and {now} now from {a} to {b}",
        f"{grown}: {then} has become {now}",
    )


def _closing(a: str, b: str, now: str, then: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "closing in",
        f"{b} is closing on {a}: {now}, where it was {then}",
        f"The gap is shrinking, {then} a moment ago and {now} now from {a} to {b}",
        f"{b} has won back some of it: {then} has become {now} behind {a}",
    )


def favourite_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Where those are whom one looks for: who holds a record, who has a best or a note in the file."""
    race = seen.watch.race
    held = {record.holder: inside(record.label) for record in reversed(race.records)}
    first = board.first
    if first is None or first.home:
        return
    for runner in board.running[3:]:  # of the first three one hears anyhow
        entry = race.entries[runner.entry]
        known = held.get(entry.name)
        behind = board.seconds(runner, first)
        if (known or entry.notes or entry.pb is not None) and behind is not None:
            name = seen.watch.name(runner.entry)
            who = f"{name}, who holds the {known}," if known else name
            words = _lies(who, name, ordinal(runner.place), behind.text)
            yield remark(board, words, (runner, first), (runner.position, first.position, behind.claim))


def _lies(who: str, name: str, place: str, gap: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "lies",
        f"{who} is {place}, {gap} off the lead",
        f"{name} lies {place}, {gap} down",
        f"In {place} place {name}, {gap} behind the leader",
        f"Where is {name}? {sentence(place)}, {gap} back",
    )


def middle_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Those behind the first three, and the last of a field."""
    if not board.runners or board.runners[0].home:
        return
    middle = board.running[3:6]
    if len(middle) == 3 and not any(runner.estimated for runner in middle):
        names = listed([seen.watch.name(runner.entry) for runner in middle])
        yield remark(board, _behind_three(names), middle, [runner.position for runner in middle], f"middle {names}")
    first, last = board.running[0], board.running[-1]
    back = board.metres(last, first)
    if (
        len(board.running) > 5
        and seen.watch.whole
        and back is not None
        and not last.estimated
        and len(board.running) == seen.watch.timeline.tally(board.time).running
    ):
        yield remark(
            board,
            _last(seen.watch.name(last.entry), back.text),
            (last,),
            (last.position, back.claim),
            f"last {last.entry}",
        )


def _behind_three(names: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "behind three",
        f"Behind the first three come {names}",
        f"Fourth, fifth and sixth: {names}",
        f"Next in line are {names}",
    )


def _last(name: str, back: str) -> Callable[[Voice], str]:
    return lambda voice: voice.say(
        "at the back", f"At the back {name}, {back} from the lead", f"{name} brings up the rear, {back} behind"
    )


def coming_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Once somebody is home: who is still on the way."""
    if not board.runners or not board.runners[0].home or not board.running:
        return
    left = max(seen.watch.timeline.tally(board.time).running - len(seen.watch.unseen), len(board.running))
    shown = [seen.watch.name(runner.entry) for runner in board.running[:3]]
    more = left - len(shown)  # of those who are far behind some have no place
    names = f"{', '.join(shown)} and {number(more)} more" if more else listed(shown)
    ahead = f"{number(left)} still running, {shown[0]} in front of them" if left > 1 else f"One to come: {names}"
    yield remark(
        board,
        lambda voice: voice.say(
            "coming",
            f"{names} {'is' if left == 1 else 'are'} still on the way",
            f"Still to come: {names}",
            ahead,
            f"Out there yet: {names}",
            f"The next home should be {shown[0]}",
        ),
        board.running[:3],
    )
