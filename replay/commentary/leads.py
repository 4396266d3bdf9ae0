"""Who leads, who takes over, and who gets away."""

from collections.abc import Iterator
from dataclasses import dataclass

from replay.commentary.calls import CallKind
from replay.commentary.ideas import Idea
from replay.commentary.observer import CLOSE, Watch, told
from replay.commentary.voice import Voice, listed, metres, to_go
from replay.race.race import Fact

HOLD = 1.5
"""Seconds for which a lead must last to be one."""
MARGIN = 0.3
"""Metres that a lead must reach to be one."""
CLEAR = 5.0
"""Metres by which somebody is away."""


@dataclass(frozen=True, slots=True)
class Lead:
    """One runner's time in front."""

    entry: int
    start: float
    """Metres at which it is first known."""
    end: float
    """Metres at which it is last known."""
    fact: Fact | None
    """The report that says so, where the times alone would not."""
    before: float
    """Metres at which it was last known that another led; `start` where that is not known."""


def leads(watch: Watch) -> list[Lead]:
    """Who led from where to where, without leads too short or too small to be seen."""
    runs: list[Lead] = []
    for d in watch.grid:
        known = watch.leader(d)
        if known is None or d >= watch.distance:
            continue
        entry, fact = known
        if runs and runs[-1].entry == entry:
            last = runs.pop()
            runs.append(Lead(entry, last.start, d, last.fact, last.before))
        else:
            runs.append(Lead(entry, d, d, fact, runs[-1].end if runs else d))
    kept: list[Lead] = []
    for run in runs:
        if kept and kept[-1].entry == run.entry:
            kept.append(_joined(kept.pop(), run))
        elif (start := _seen(watch, run)) is not None:
            kept.append(Lead(run.entry, start, run.end, run.fact, kept[-1].end if kept else start))
    return kept


def _joined(first: Lead, second: Lead) -> Lead:
    return Lead(first.entry, first.start, second.end, first.fact, first.before)


def _seen(watch: Watch, run: Lead) -> float | None:
    """From where on a lead is sure to have been seen; None if it is too short, too small or nowhere borne out.

    Where splits are far apart, a runner leads only from a split at which he is first, or from where a report has him
    in front.
    """
    if run.fact is not None:
        return run.start
    inside = [d for d in watch.grid if run.start <= d <= run.end]
    reported = [d for d in inside if (f := watch.fact_leader(d)) is not None and f[0] == run.entry]
    long_enough = run.end - run.start >= HOLD * watch.speed
    if not reported and not (long_enough and any(_ahead(watch, run.entry, d) > MARGIN for d in inside)):
        return None
    if all(watch.hole(e, run.start) <= CLOSE for _, e in watch.order(run.start)[:2]):
        return run.start
    splits = [
        s.distance
        for s in watch.entry(run.entry).splits
        if told(s) and run.start - watch.step <= s.distance <= run.end + watch.step
    ]
    first = [d for d in splits if watch.order(d)[:1] and watch.order(d)[0][1] == run.entry]
    return min([*first, *reported], default=None)


def _ahead(watch: Watch, entry: int, distance: float) -> float:
    """Metres to the next one at a distance."""
    order = watch.order(distance)
    mine = next((t for t, e in order if e == entry), None)
    others = [t for t, e in order if e != entry]
    return (min(others) - mine) * watch.speed if mine is not None and others else 0.0


def lead_ideas(watch: Watch, found: list[Lead]) -> Iterator[Idea]:
    """The first leader and every change of the lead."""
    for previous, lead in zip([None, *found], found, strict=False):
        if previous is None:
            yield from _first(watch, lead)
        else:
            yield from _change(watch, previous, lead)


def _first(watch: Watch, lead: Lead) -> Iterator[Idea]:
    time = watch.time_at(lead.entry, lead.start)
    if time is None or lead.start > 0.3 * watch.distance or watch.distance < 600:
        return
    name, sure = watch.name(lead.entry), watch.firm(lead.start, [lead.entry])
    behind = [e for _, e in watch.order(lead.start) if e != lead.entry][:2] if watch.trusted(lead.start) else []
    names = listed([watch.name(e) for e in behind])
    rest = f", {names} next" if behind else ""
    follow = f"; {names} next after {metres(lead.start)}" if behind else ""
    pace = watch.paces(lead.entry)

    def phrase(voice: Voice) -> str:
        soft = "" if sure or lead.fact is not None else "~"
        if pace:
            return voice.say(
                "first lead",
                f"{name} goes to the front to make the pace{follow}",
                f"The pacemaker {name} has the lead after {soft}{metres(lead.start)}{rest}",
            )
        return voice.say(
            "first lead",
            f"{name} is the early leader after {soft}{metres(lead.start)}{rest}",
            f"{name} takes it out: first after {soft}{metres(lead.start)}{rest}",
        )

    yield Idea(time, CallKind.LEAD, 3, phrase, None, _source(watch, lead), not sure, (lead.entry, *behind))


def _source(watch: Watch, lead: Lead) -> str | None:
    """The report to name, which is none where the times show the lead themselves."""
    if lead.fact is None or watch.trusted(lead.start):
        return None
    return lead.fact.source


def _change(watch: Watch, previous: Lead, lead: Lead) -> Iterator[Idea]:
    where, tight = _crossing(watch, previous, lead)
    time = watch.time_at(lead.entry, where)
    if time is None:
        return
    gone = watch.time_at(previous.entry, where) is None
    handed = watch.paces(previous.entry) and (gone or watch.time_at(previous.entry, where + 30) is None)
    new, old = watch.name(lead.entry), watch.name(previous.entry)
    left = to_go(watch.distance - where, near=tight)
    # A report of who led at a distance says that much and no more: where the pass happened stays open.
    text = _handover if handed and tight else _takes if tight else _there if gone else _has
    sure = watch.firm(where, [lead.entry]) and not (gone and tight)
    source = _source(watch, lead)
    yield Idea(
        time,
        CallKind.LEAD,
        1,
        lambda voice: text(voice, new, old, left, metres(where)),
        None,
        source,
        not sure,
        (lead.entry, previous.entry),
    )


def _crossing(watch: Watch, previous: Lead, lead: Lead) -> tuple[float, bool]:
    """Where the lead changed, and whether the curves say so: else it is where the new leader is first known to lead."""
    low, high = lead.before, lead.start
    if high - low > watch.step + 1e-6 or not watch.trusted(high):
        return high, False
    for _ in range(30):
        middle = (low + high) / 2
        new, old = watch.time_at(lead.entry, middle), watch.time_at(previous.entry, middle)
        if new is None or (old is not None and old < new):
            low = middle
        else:
            high = middle
    return high, True


def _takes(voice: Voice, new: str, old: str, left: str, _run: str) -> str:
    return voice.say(
        "takes the lead",
        f"{new} takes over from {old} at the front, {left}",
        f"A new leader: {new} goes by {old}, {left}",
        f"{new} moves past {old} and into the lead with {left}",
        f"{old} is headed: {new} leads, {left}",
    )


def _has(voice: Voice, new: str, old: str, left: str, run: str) -> str:
    return voice.say(
        "has the lead",
        f"{new} has the lead by {run}, {left}; {old} had been in front",
        f"By {run} it is {new} in front, no longer {old}: {left}",
        f"{old} has given way, and {new} leads at {run}, {left}",
    )


def _there(voice: Voice, new: str, _old: str, left: str, run: str) -> str:
    return voice.say("is in front", f"By {run} it is {new} in front, {left}", f"At {run} {new} has the lead, {left}")


def _handover(voice: Voice, new: str, old: str, left: str, _run: str) -> str:
    return voice.say(
        "handover",
        f"That leaves {new} in front, {left}",
        f"{new} takes it on from {old}, {left}",
        f"The lead falls to {new} as {old} gives way, {left}",
    )


def break_ideas(watch: Watch) -> Iterator[Idea]:
    """A leader or a leading group who get away by `CLEAR` metres and stay away."""
    clear = max(CLEAR, watch.distance / 1500)
    points = [d for d in watch.grid if 150 <= d <= watch.distance - 60]
    nearest = watch.distance
    for size in (1, 2, 3, 4):
        gone = [(d, _group(watch, d, size, clear)) for d in points]
        for at in range(len(gone)):
            d, group = gone[at]
            fresh = at == 0 or gone[at - 1][1] != group
            if group is None or not fresh or not _stays(gone, at, watch.distance):
                continue
            if d < nearest:
                nearest = d
                yield _break(watch, d, group)
            break


def _group(watch: Watch, distance: float, size: int, clear: float) -> frozenset[int] | None:
    """The first `size` competitors at a distance if the next one is `clear` metres behind them."""
    order = [pair for pair in watch.order(distance) if not watch.paces(pair[1])]
    if len(order) <= size + 1 or not watch.trusted(distance):
        return None
    front = frozenset(e for _, e in order[:size])
    reported = watch.fact_leader(distance)
    if (reported is not None and reported[0] not in front and not watch.paces(reported[0])) or not watch.close(
        distance, [e for _, e in order[: size + 1]]
    ):
        return None
    inside = order[size - 1][0] - order[0][0]
    gap = order[size][0] - order[size - 1][0]
    return front if gap * watch.speed >= clear and inside * watch.speed <= 3 * clear else None


def _stays(gone: list[tuple[float, frozenset[int] | None]], at: int, distance: float) -> bool:
    """Whether the group of `gone[at]` stays away for a quarter of the race, or to its end."""
    d, group = gone[at]
    until = min(distance - 60, d + distance / 4)
    return all(other == group for where, other in gone[at:] if where <= until)


def _break(watch: Watch, distance: float, group: frozenset[int]) -> Idea:
    order = watch.order(distance)
    inside = [e for _, e in order if e in group]
    times = {e: t for t, e in order}
    chaser = next(e for t, e in order if e not in group and not watch.paces(e) and t >= times[inside[-1]])
    gap = (times[chaser] - times[inside[-1]]) * watch.speed
    sure = watch.firm(distance, [*inside, chaser])
    soft = "" if sure else "~"
    names, verb = listed([watch.name(e) for e in inside]), "is" if len(inside) == 1 else "are"
    metre, left = f"{soft}{gap:.0f} m", to_go(watch.distance - distance, near=True)
    behind = watch.name(chaser)

    def phrase(voice: Voice) -> str:
        return voice.say(
            "break",
            f"{names} {verb} getting away: {metre} to {behind}, {left}",
            f"A gap opens behind {names}: {metre} back to {behind}, {left}",
            f"{names} {verb} clear, with {metre} of daylight to {behind}, {left}",
        )

    return Idea(times[chaser], CallKind.BREAK, 2, phrase, None, None, not sure, (*inside, chaser))
