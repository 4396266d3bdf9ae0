"""Who leads, who takes over, and who gets away."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from replay.commentary.calls import CallKind, Position
from replay.commentary.ideas import Idea
from replay.commentary.observer import Watch, told
from replay.commentary.voice import Voice, listed
from replay.race.order import CLOSE
from replay.race.race import Fact

HOLD = 1.5
"""Seconds for which a lead must last to be one."""
MARGIN = 0.3
"""Metres that a lead must reach to be one."""
SHOWN = 0.1
"""Seconds after a change of places within which the board shows it."""
STATED = 60.0
"""Metres before the place that a report gives in which the board may show a lead that is there by then."""
CLEAR = 5.0
"""Metres by which somebody is away."""


@dataclass(frozen=True, slots=True)
class Lead:
    """One runner's time in front, as the board shows it."""

    entry: int
    start: float
    """Metres at which the runner takes the lead; at which it is first known, of the first to lead."""
    end: float
    """Metres at which it is last known."""
    fact: Fact | None
    """The report that says so, where the times alone would not."""
    time: float
    """Seconds at which the board shows the runner in front."""
    previous: int | None = None
    """Who is in front just before on the board; None for the first to lead."""


def leads(watch: Watch) -> list[Lead]:
    """Who led from where to where, without leads too short or too small to be seen, or that nothing bears out."""
    runs: list[Lead] = []
    for d in watch.grid:
        known = watch.leader(d)
        if known is None or d >= watch.distance:
            continue
        entry, fact = known
        if runs and runs[-1].entry == entry:
            runs[-1] = replace(runs[-1], end=d)
        else:
            runs.append(Lead(entry, d, d, fact, watch.time_at(entry, d) or 0.0))
    kept: list[Lead] = []
    for run in runs:
        if kept and kept[-1].entry == run.entry:
            kept[-1] = replace(kept[-1], end=run.end)
        elif (start := _seen(watch, run)) is not None:
            kept.append(replace(run, start=start, time=watch.time_at(run.entry, start) or 0.0))
    return [*kept[:1], *(_as_shown(watch, before, lead) for before, lead in pairwise(kept))]


def _as_shown(watch: Watch, before: Lead, lead: Lead) -> Lead:
    """A lead from where the board shows it: where the runner came to the front to lead up to where it is known."""
    points = [d for d in watch.grid if before.start < d <= lead.start]
    high = lead.start
    for d in reversed(points):
        if not _first_at(watch, lead.entry, d):
            break
        high = d
    low = max((d for d in points if d < high), default=before.start)
    previous = watch.order(low)[0][1] if watch.order(low) else before.entry
    if previous == lead.entry:
        return lead
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (low, middle) if _first_at(watch, lead.entry, middle) else (middle, high)
    time = watch.time_at(lead.entry, high)
    gone = watch.curves.get(previous)
    if gone is not None and gone.end < (time or 0.0):  # who stepped off in front leaves the lead to whoever comes next
        time = gone.end
    return replace(lead, start=high, time=lead.time if time is None else time, previous=previous)


def _first_at(watch: Watch, entry: int, distance: float) -> bool:
    """Whether nobody passes a distance before the entry."""
    order = watch.order(distance)
    return bool(order) and order[0][1] == entry


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
    if watch.distance < 600:
        return
    name, sure = watch.name(lead.entry), watch.firm(lead.start, [lead.entry])
    if lead.start > 0.3 * watch.distance:
        left = watch.to_go(watch.distance - begun(watch, lead.entry, lead.start), near=not sure)
        yield _known_late(watch, lead, left, sure=sure)
        return
    behind = [e for _, e in watch.order(lead.start) if e != lead.entry][:2] if watch.trusted(lead.start) else []
    names = listed([watch.name(e) for e in behind])
    rest = f", {names} next" if behind else ""
    follow = f"; {names} next after {watch.far(lead.start)}" if behind else ""
    pace = watch.paces(lead.entry)

    def phrase(voice: Voice) -> str:
        soft = "" if sure or lead.fact is not None else "~"
        if pace:
            return voice.say(
                "first lead",
                f"{name} goes to the front to make the pace{follow}",
                f"The pacemaker {name} has the lead after {soft}{watch.far(lead.start)}{rest}",
            )
        return voice.say(
            "first lead",
            f"{name} is the early leader after {soft}{watch.far(lead.start)}{rest}",
            f"{name} takes it out: first after {soft}{watch.far(lead.start)}{rest}",
        )

    claims = (Position(lead.entry, 1),)
    yield Idea(
        lead.time,
        CallKind.LEAD,
        3,
        phrase,
        source=_source(watch, lead),
        estimated=not sure,
        entries=(lead.entry, *behind),
        claims=claims,
    )


def _known_late(watch: Watch, lead: Lead, left: str, *, sure: bool) -> Idea:
    """The first of whom it is known that he or she leads, where nothing was known of the front for long."""
    name = watch.name(lead.entry)

    def phrase(voice: Voice) -> str:
        return voice.say(
            "leads by now", f"{name} is the one who leads with {left}", f"With {left} the leader is {name}"
        )

    claims, source = (Position(lead.entry, 1),), _source(watch, lead)
    return Idea(
        lead.time, CallKind.LEAD, 2, phrase, source=source, estimated=not sure, entries=(lead.entry,), claims=claims
    )


def _source(watch: Watch, lead: Lead) -> str | None:
    """The report to name: none where the times show the lead themselves, or the report does not say where it began."""
    if lead.fact is None or watch.trusted(lead.start):
        return None
    states = lead.fact.start if lead.fact.start is not None else lead.fact.at
    if states is None or not 0 <= states - lead.start <= STATED:
        return None
    return lead.fact.source


def _change(watch: Watch, previous: Lead, lead: Lead) -> Iterator[Idea]:
    """A change of the lead, told when the board shows it."""
    before = lead.previous if lead.previous is not None else previous.entry
    gone = watch.time_at(before, lead.start) is None
    handed = watch.paces(before) and (gone or watch.time_at(before, lead.start + 30) is None)
    new, old = watch.name(lead.entry), watch.name(before)
    sure = watch.firm(lead.start, [lead.entry, before])
    left = watch.to_go(watch.distance - begun(watch, lead.entry, lead.start), near=True)
    # Who led just before may be worked out: then nobody is said to be passed.
    told = before == previous.entry
    text = _handover if handed and told else _takes if told and not gone else _there
    kinds = (lead.entry, before) if told else (lead.entry,)
    claims = (Position(lead.entry, 1),)
    yield Idea(
        lead.time + SHOWN,
        CallKind.LEAD,
        1,
        lambda voice: text(voice, new, old, left),
        source=_source(watch, lead),
        estimated=not sure,
        entries=kinds,
        claims=claims,
    )


def begun(watch: Watch, entry: int, drawn: float) -> float:
    """Metres at which a lead begins as a report states it; as it is drawn where none does, or where times show it."""
    if watch.firm(drawn, [entry]):
        return drawn
    stated = (fact.start for fact in watch.race.facts if fact.leader == entry and fact.start is not None)
    return next((start for start in stated if 0 <= start - drawn <= STATED), drawn)


def _takes(voice: Voice, new: str, old: str, left: str) -> str:
    return voice.say(
        "takes the lead",
        f"{new} takes over from {old} at the front, {left}",
        f"A new leader: {new} goes by {old}, {left}",
        f"{new} moves past {old} and into the lead with {left}",
        f"{old} is headed: {new} leads, {left}",
    )


def _there(voice: Voice, new: str, _old: str, left: str) -> str:
    return voice.say(
        "is in front",
        f"It is {new} in front now, {left}",
        f"{new} has come to the front, {left}",
        f"{new} leads, {left}",
    )


def _handover(voice: Voice, new: str, old: str, left: str) -> str:
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
    metre, left = f"{soft}{gap:.0f} m", watch.to_go(watch.distance - distance, near=True)
    behind = watch.name(chaser)

    def phrase(voice: Voice) -> str:
        return voice.say(
            "break",
            f"{names} {verb} getting away: {metre} to {behind}, {left}",
            f"A gap opens behind {names}: {metre} back to {behind}, {left}",
            f"{names} {verb} clear, with {metre} of daylight to {behind}, {left}",
        )

    return Idea(times[chaser], CallKind.BREAK, 2, phrase, estimated=not sure, entries=(*inside, chaser))
