"""The result, which stays while others speak: who, by how much, where it was decided, the end, what it means."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from replay.commentary.calls import CallKind, Claim, Gap, Position
from replay.commentary.finishes import best_words, level_with
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.leads import begun
from replay.commentary.marks import QUARTER
from replay.commentary.observer import Watch, told
from replay.commentary.records import Home, broken, margin, record_words, whose_was
from replay.commentary.seen import Seen
from replay.commentary.stakes import told as told_note
from replay.commentary.titles import title_of
from replay.commentary.voice import Voice, apart, clock, lap_clock, listed, ordinal, seconds_apart, sentence, soft
from replay.race.notes import all_notes
from replay.race.pacelights import inside
from replay.race.race import Evidence, Status, When, WhenKind

LINE = 112
"""Characters of a line of it."""
PINNED = 5
"""Lines of it that stay: with more of them the first would be gone at once."""
PAUSE = 2.5
"""Seconds for which the lines of the first three stand before it."""
SHORT = 5000.0
"""Metres up to which every second of a race is looked at."""
NEAR = 0.005
"""How far from a record, as a part of it, a winner is who came near it."""
GUN = 0.85
"""The part of the race in front of which somebody has led from the start."""


class _Result(NamedTuple):
    """What is known of the first three at a time."""

    time: float
    first: tuple[Home, ...]
    again: bool = False
    """Whether it takes the place of another, since one of the three was disqualified."""


def verdict_ideas(seen: Seen) -> Iterator[Idea]:
    """The result once the third is home, and again if one of the three is disqualified afterwards."""
    watch = seen.watch
    for result in _results(seen):
        lines = [_margins(watch, result)] if len(watch.arrived) > 1 else []
        if not result.again or result.first[0] != watch.arrived[0]:  # the winner is another
            lines += _decided(seen, result)
            lines += [_line(result, f"meaning {at}", text) for at, text in enumerate(_meaning(watch, result))]
        yield from lines
        yield from _notes(seen, result, PINNED - len(lines))


def _results(seen: Seen) -> Iterator[_Result]:
    watch = seen.watch
    if not watch.arrived:
        return
    ran = _first_three(watch, watch.arrived)
    last = ran[-1][0].seconds
    late = [time for _, e in ran if (time := _taken_out(seen, e)) > last and time < math.inf]
    if not late:  # so that one hears who won and who came after before all that it means
        yield from _result(seen, max(last, min(last + PAUSE, seen.end)), again=False)
        return
    yield from _result(seen, last, again=False)
    yield from _result(seen, max(late), again=True)


def _result(seen: Seen, time: float, *, again: bool) -> Iterator[_Result]:
    """The result as it is at a time, or once the third of it is home."""
    watch = seen.watch
    first = _first_three(watch, [home for home in watch.arrived if _taken_out(seen, home[1]) > time])
    if first:
        yield _Result(max(time, first[-1][0].seconds), tuple(first), again)


def _first_three(watch: Watch, homes: Sequence[Home]) -> list[Home]:
    """The first of some who are home, without those whose place is a later one."""
    return [home for home in homes[:3] if (watch.entry(home[1]).place or 0) <= 3] or list(homes[:1])


def _taken_out(seen: Seen, entry: int) -> float:
    """When an entry was disqualified; infinite if never."""
    found = seen.watch.entry(entry)
    return min(seen.watch.timeline.time_of(found.decided), seen.end) if found.status is Status.DQ else math.inf


def _line(result: _Result, topic: str, text: str) -> Idea:
    """A line about the winner."""
    return Idea(
        result.time,
        CallKind.FINISH,
        ALWAYS,
        lambda voice: voice.say(f"{topic}{' again' if result.again else ''}", text),
        entries=(result.first[0][1],),
        pinned=True,
        instant=False,
    )


def _margins(watch: Watch, result: _Result) -> Idea:
    """`Kerr 3:45.34; Ingebrigtsen second, 0.26 s behind; Nuguse third, 0.88 s`, or the medals."""
    (best, winner), *others = result.first
    _, medals = title_of(watch.race)
    shown = {r.entry: r.place for r in watch.timeline.top(result.time, 1, {e for _, e in result.first}).standings}
    places = [shown.get(e) for _, e in result.first]
    inorder = all(place in (None, at) for at, place in enumerate(places, start=1))
    claims: list[Claim] = [Gap(e, winner, round(time.seconds - best.seconds, 2)) for time, e in others]
    claims += [Position(e, place) for (_, e), place in zip(result.first, places, strict=True) if place is not None]
    behind = [
        f"{apart(time, best)} behind" if time.seconds > best.seconds else "in the same time" for time, _ in others
    ]
    names = [watch.name(e) for _, e in result.first]
    at = clock(best)
    if medals and inorder:
        rest = [
            f"{metal} {name}, {by}" for metal, name, by in zip(("silver", "bronze"), names[1:], behind, strict=False)
        ]
        text = f"Gold {names[0]}, {at}" + "".join(f"; {part}" for part in rest)
    else:
        rest = [
            f"{name}{_spot(place, at_)} {by}"
            for at_, (name, by, place) in enumerate(zip(names[1:], behind, places[1:], strict=True), start=2)
        ]
        level = len(level_with(watch, result.first))
        text = "; ".join([f"{listed(names[:level])} {'level in ' if level > 1 else ''}{at}", *rest[level - 1 :]])
    entries = tuple(e for _, e in result.first)

    def words(voice: Voice) -> str:
        return voice.say("result", text, f"{'Now the' if result.again else 'The'} result: {text}")

    return Idea(
        result.time,
        CallKind.FINISH,
        ALWAYS,
        words,
        estimated=any(time.evidence is Evidence.ESTIMATED for time, _ in result.first),
        entries=entries,
        claims=tuple(claims),
        pinned=True,
        instant=False,
    )


def _spot(place: int | None, expected: int) -> str:
    """`, fifth,` where the place is not the next one."""
    return "" if place in (None, expected) else f", {ordinal(place)},"


def _decided(seen: Seen, result: _Result) -> Iterator[Idea]:
    """Where the winner went to the front for good, and how fast the end was."""
    winner = result.first[0][1]
    where, end = _front(seen, winner), _last_metres(seen.watch, result.first[0])
    text = "; ".join(part for part in (where, end) if part)
    if text:
        yield _line(result, "decided", sentence(text))


def _front(seen: Seen, winner: int) -> str:
    """`Kerr in front from about 560 m to go`, or over whom in the last strides; empty where it is not known."""
    watch = seen.watch
    if watch.arrived[0][1] != winner or len(watch.race.entries) < 2 or len(level_with(watch, watch.arrived)) > 1:
        return ""
    change = _last_change(seen, winner)
    if change is None or not watch.told:
        return ""
    left, old = change
    left = watch.distance - begun(watch, winner, watch.distance - left)
    name = watch.name(winner)
    if watch.distance - left < watch.told_from and (old is not None or watch.told_from > _EARLY * watch.distance):
        left, old = watch.distance - watch.told_from, None  # what was before is drawn, and not known
    if left > GUN * watch.distance:
        # Between the points that were timed others may be drawn in front.
        timed = watch.distance > SHORT and watch.race.documented != "results"
        return f"{name} in front {'wherever times were taken' if timed else 'all the way'}"
    if old is None:  # nobody tells who was in front before
        bell = watch.timeline.track.bell
        rang = bell is not None and abs(watch.distance - bell - left) < 1
        return f"{name} in front from {'the bell' if rang else watch.to_go(left, near=True)} on, at the latest"
    if left < 15:
        return f"decided in the last strides, {name} past {watch.name(old)}"
    far = f"about {watch.far(left, near=True)} to go"
    if watch.paces(old):
        return f"{name} in front from {far}, when {watch.name(old)} had made the pace"
    return f"decided with {far}, where {name} passed {watch.name(old)}"


_EARLY = 0.4
"""The part of a race before which there has to be a time or a report, or nobody led it all the way."""


def _last_change(seen: Seen, winner: int) -> tuple[float, int | None] | None:
    """Metres to go where the winner took the lead for good, and from whom: from nobody, if it was never lost.

    On the board of a short race; from what is known of who led in a long one, of which there are too many boards.
    """
    watch = seen.watch
    if watch.distance > SHORT:
        return _last_lead(seen, winner)
    when = watch.timeline.time_of(When(WhenKind.LEAD_CHANGE))
    board, before = watch.board(when + 0.05), watch.board(max(when - 0.05, 0.0))
    if when == 0:
        first = watch.board(min(30.0, watch.winner_time / 2)).first
        return (watch.distance, None) if first is not None and first.entry == winner else None
    if board.first is not None and board.first.entry != winner:
        return None
    if before.first is None or board.first is None or before.first.entry == winner:  # not known, or stepped off
        return _last_lead(seen, winner)
    return watch.distance - board.distance, before.first.entry


def _last_lead(seen: Seen, winner: int) -> tuple[float, int | None] | None:
    """The same from what is known of who led."""
    if not seen.leads or seen.leads[-1].entry != winner:
        return None
    before = seen.leads[-2].entry if len(seen.leads) > 1 else None
    return seen.watch.distance - seen.leads[-1].start, before


def _last_metres(watch: Watch, home: Home) -> str:
    """How fast the winner ran from the last known split but a lap or so from the finish; else about how fast a lap."""
    time, entry = home
    known = [s for s in watch.entry(entry).splits if told(s) and 300 <= watch.distance - s.distance <= 510]
    if watch.distance < 800 or watch.timeline.track.by_kilometres:
        return ""
    if not known:
        return _last_lap(watch, home)
    split = min(known, key=lambda s: abs(watch.distance - s.distance - 400))
    far = watch.distance - split.distance
    return f"the last {'quarter-mile' if abs(far - QUARTER) < 0.5 else watch.far(far)} in {lap_clock(split.time, time)}"


def _last_lap(watch: Watch, home: Home) -> str:
    """`the last lap in ~54.0`, where it is known who was where at the bell and no report gives a time of the end."""
    time, entry = home
    bell, finish = watch.timeline.track.bell, watch.distance
    reported = any(f.runner == entry and f.took is not None and f.end == finish for f in watch.race.facts)
    rang = watch.time_at(entry, bell) if bell is not None else None
    if reported or rang is None or watch.board(rang).of(entry) is None:
        return ""
    return f"the last lap in {soft(estimated=True)}{seconds_apart(time.seconds - rang).removesuffix(' s')}"


def _meaning(watch: Watch, result: _Result) -> Iterator[str]:
    """The title, the records and the personal best, in as few lines as they fit."""
    champion, _ = title_of(watch.race)
    for home in level_with(watch, result.first):
        _, winner = home
        parts = [champion] if champion and watch.entry(winner).place in (1, None) else []
        parts += [record_words(watch, home, record) for record in broken(watch, winner)]
        parts += _missed(watch, home) if not any(record.old for record in broken(watch, winner)) else []
        best = best_words(watch, winner).removeprefix(", ")
        parts += [best] if best else []
        yield from _filled(watch.name(winner), parts)


def _missed(watch: Watch, home: Home) -> list[str]:
    """`0.37 s short of the world indoor record`, where the winner came near one."""
    time, entry = home
    world = [record for record in watch.race.records if record.label.lower().startswith("world") and record.time.text]
    return [
        f"{margin(record.time, time)} short of the {inside(record.label)}, {whose_was(watch, record, entry)}"
        for record in world
        if 0 < time.seconds - record.time.seconds <= NEAR * record.time.seconds
    ]


def _filled(name: str, parts: Sequence[str]) -> Iterator[str]:
    """`Kerr: British record by …; world lead by …`, broken into lines."""
    line = ""
    for part in parts:
        if line and len(line) + len(part) + 2 > LINE:
            yield line
            line = ""
        line = f"{line}; {part}" if line else f"{name}: {part}"
    if line:
        yield line


def _notes(seen: Seen, result: _Result, room: int) -> Iterator[Idea]:
    """What reports tell of the end: of the race and of the first three it stays while there is room."""
    first = {e for _, e in result.first}
    watch = seen.watch
    for entry, note in all_notes(watch.race):
        if note.show.kind in (WhenKind.AFTER, WhenKind.FINISH, WhenKind.WINNER):
            pinned = room > 0 and (entry is None or entry in first)
            room -= pinned
            own = watch.entry(entry).result if entry is not None else None
            # What is told of the whole race may be of any of them: once the last one is home.
            time = max(result.time, own.seconds) if own is not None else seen.end if entry is None else result.time
            out = entry is not None and watch.entry(entry).status is Status.DQ
            yield replace(told_note(note, entry, time, pinned=pinned), kind=CallKind.DQ if out else CallKind.FINISH)
