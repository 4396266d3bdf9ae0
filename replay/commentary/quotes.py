"""When people's words are shown: before the gun, then one a lap at most, none in the last 300 m, others at the end."""

from replay.commentary.calls import Call, CallKind
from replay.commentary.climax import run_in
from replay.commentary.seen import Seen
from replay.race.problems import ReplayError
from replay.race.race import Quote, When, WhenKind

APART = 40.0
"""Seconds between two quotes where there are no laps."""
FRAGMENT = 7
"""Words up to which a quote is a fragment, which nobody understands who does not know of what it was said."""


def quoted(seen: Seen) -> tuple[list[Call], list[Call], list[Call]]:
    """The quotes of before the race, of its course in order of time, and of after it."""
    quotes = list(enumerate(seen.watch.race.quotes))
    before = {at for at, quote in quotes if quote.show.kind is WhenKind.BEFORE}
    late = {at for at, quote in quotes if quote.show.kind is WhenKind.AFTER}
    asked = sorted((_time(seen, quote), at) for at, quote in quotes if at not in before | late)
    laps: dict[int, tuple[float, int]] = {}
    for time, at in asked:
        if time < _run_in(seen):
            laps.setdefault(_lap(seen, time), (time, at))
    during = sorted(laps.values())
    held = [at for _, at in asked if at not in {at for _, at in during}]
    race = seen.watch.race
    return (
        [_call(seen, race.quotes[at], 0.0) for at in sorted(before)],
        [_call(seen, race.quotes[at], time) for time, at in during],
        [_call(seen, race.quotes[at], seen.end) for at in (*held, *sorted(late))],
    )


def _run_in(seen: Seen) -> float:
    """When the last 300 m begin, or the last kilometre of a road."""
    watch = seen.watch
    if not watch.timeline.track.by_kilometres:
        return min(run_in(seen), watch.winner_time, seen.end)
    return watch.timeline.time_of(When(WhenKind.TO_GO, 1000.0)) if watch.distance > 1000 else 0.0


def _lap(seen: Seen, time: float) -> int:
    """The lap that the board is in; on a course without laps a stretch of time."""
    timeline = seen.watch.timeline
    laps = timeline.track.laps
    if len(laps) < 2:
        return int(time / APART)
    distance = timeline.top(time, 1).leader_distance
    return sum(lap <= distance + 1e-6 for lap in laps)


def _time(seen: Seen, quote: Quote) -> float:
    """When a quote asks to be shown, not after the last finisher: then, if its moment is none of this race."""
    if quote.show.kind is WhenKind.LEAD_CHANGE:
        return _lead_change(seen, quote.show)
    try:
        return min(max(seen.watch.timeline.time_of(quote.show), 0.0), seen.end)
    except (ValueError, ReplayError):
        return seen.end


def _lead_change(seen: Seen, when: When) -> float:
    """The last change of the lead: to the runner who is named, if one is. The end where there was none."""
    watch = seen.watch
    names = {watch.name(e): e for e in watch.curves} | {watch.entry(e).name: e for e in watch.curves}
    wanted = names.get(when.runner) if when.runner is not None else None
    times = (lead.time for lead in seen.leads[1:] if wanted in (None, lead.entry))
    return min(max(times, default=seen.end), seen.end)


def _call(seen: Seen, quote: Quote, time: float) -> Call:
    who = tuple(i for i, entry in enumerate(seen.watch.race.entries) if entry.name == quote.by)
    occasion = quote.when if len(quote.text.split()) <= FRAGMENT else ""
    return Call(time, CallKind.QUOTE, quote.text, quote.by, quote.source, False, who, occasion=occasion)
