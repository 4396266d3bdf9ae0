"""What a runner's card says at a moment of the race: nothing that is not known then."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from replay.analysis.leading import Margin, led
from replay.analysis.quickest import STRETCH, Stretch, quickest
from replay.analysis.splits import At, Behind, behind, best_of, worst_of
from replay.drawing.pages.runner_card import Other, Row, RunnerCard
from replay.drawing.panels.bars import day
from replay.drawing.panels.figures import halves_text, lapped, passed_text
from replay.drawing.view import View
from replay.race.names import fold
from replay.race.pacelights import PaceLight
from replay.race.places import nth
from replay.race.race import Entry, Evidence, Race, Surface, Time
from replay.race.shortnames import role_note
from replay.race.statuses import STATUS_WORDS, status_words
from replay.race.times import format_apart, format_clock, format_distance, format_gap, format_time
from replay.state.evidence import is_guest
from replay.state.timeline import RunnerState, Timeline
from replay.viewing.splits import gap_words, part_words
from replay.viewing.stage import Stage

_LAP = 400.0
"""Metres for which a pace is told on a track."""
_NEAR = 0.5
"""Metres within which a mark is where the last lap begins."""
_TELLABLE = 0.05
"""Seconds below which nobody is ahead or behind."""


class Asked(NamedTuple):
    """Whose card, and when."""

    entry: int
    t: float
    """Seconds from the gun."""
    view: View
    """By its spoilers, pace lights and the runner to whom gaps are shown."""


def runner_card(stage: Stage, asked: Asked, others: Iterable[Race] = ()) -> RunnerCard:
    """The card of a runner.

    Args:
        stage: The race.
        asked: Who and when.
        others: Other races that may be told of.
    """
    timeline, entry, view = stage.timeline, asked.entry, asked.view
    runner = timeline.race.entries[entry]
    now = timeline.duration if view.spoilers else asked.t
    state = next(one for one in timeline.top(now, 1, [entry]).standings if one.entry == entry)
    sight = stage.sights.splits(view)
    splits = sight.splits
    line = splits.known(entry, now)
    pinned = view.pinned if view.pinned != entry else None
    rows = _rows(sight.heads(), line, behind(line, splits.reference(pinned, now)))
    timed = any(split.time.evidence is not Evidence.ESTIMATED for split in runner.splits)
    halves = halves_text(splits.halves(entry, now)) if timed else ""  # of a result alone they are as it was drawn
    told = [
        f"halves: {halves}" if halves else "",
        _last_lap(stage, asked.entry, splits.marks, now),
        _quickest(stage, entry, now) if timed else "",
        *_led(timeline, entry, now),
        _needs(timeline.race, state, now, view.light),
    ]
    return RunnerCard(
        runner.name,
        stage.cast.codes[entry],
        _who(runner),
        _now(runner, state, now),
        _bests(runner),
        rows,
        f"to {stage.cast.names[pinned]}" if pinned is not None else "to the first",
        tuple(words for words in told if words),
        tuple(
            _other(race, found, view.spoilers or _is_before(race, timeline.race))
            for race, found in _races_of(runner, timeline.race, others)
        ),
        tuple(
            (quote, timeline.race.sources.get(quote.source or ""))
            for quote in timeline.race.quotes
            if fold(quote.by) == fold(runner.name) and timeline.time_of(quote.show) <= now
        ),
    )


def _who(runner: Entry) -> str:
    parts = runner.nation, runner.club, f"bib {runner.bib}" if runner.bib else "", role_note(runner)
    return ", ".join(part for part in parts if part)


def _rows(
    heads: Sequence[tuple[str, str]], line: Sequence[At | None], apart: Sequence[Behind | None]
) -> tuple[Row, ...]:
    """The marks that were passed."""
    best, worst = best_of(line), worst_of(line)
    rows = []
    for number, (at, gap, (where, part)) in enumerate(zip(line, apart, heads, strict=False)):
        if at is not None:
            place = nth(at.place) if at.place is not None else "?"
            words = gap_words(gap) if gap is not None and gap.seconds else ""
            extremes = number == best, number == worst
            rows.append(Row(where, passed_text(at.passed), place, words, part, part_words(at), *extremes))
    return tuple(rows)


def _now(runner: Entry, state: RunnerState, now: float) -> str:
    """The result, or how the runner stands."""
    place = nth(state.place) if state.place is not None else ""
    if state.status == "finished":
        time = (
            runner.result.evidence.mark + runner.result.text if runner.result is not None else STATUS_WORDS["unknown"]
        )
        behind_words = f"{format_gap(state.gap, 2)} behind the winner" if state.gap else ""
        marks = (f"{mark} (pending)" if mark in runner.pending else mark for mark in runner.marks)
        return ", ".join(part for part in (place, time, behind_words, *marks) if part)
    if state.status != "running" or now <= 0:
        return status_words(runner, state.status) or "on the start line"
    gap = f"~{format_gap(state.gap)} behind the first" if state.gap else ""
    ran = f"~{format_distance(round(state.distance))} run" if state.distance is not None else ""
    return ", ".join(part for part in (place, gap, ran, f"at {format_clock(now)}") if part)


def _bests(runner: Entry) -> str:
    bests = (("personal best", runner.pb), ("season’s best", runner.sb))
    told = [f"{words} {_given(time)}" for words, time in bests if time is not None]
    return f"before the race: {', '.join(told)}" if told else ""


def _given(time: Time) -> str:
    return time.evidence.mark + (time.text or format_time(time.seconds))


def _last_lap(stage: Stage, entry: int, marks: Sequence[float], now: float) -> str:
    """The last lap, where none of the rows is of it: as in a 5000 m that is timed every 400 m from its start."""
    timeline, bell = stage.timeline, stage.timeline.track.bell
    if timeline.home(entry) > now or bell is None or any(abs(mark - bell) < _NEAR for mark in marks):
        return ""
    found = timeline.lap_time(entry, len(timeline.track.laps))
    return f"last lap: {lapped(found)}" if found is not None else ""


def _quickest(stage: Stage, entry: int, now: float) -> str:
    """The quickest 100 m of the runner, and of all where they are not too many to be looked at."""
    timeline, race = stage.timeline, stage.race
    own = quickest(timeline, entry, now)
    if own is None:
        return ""
    far = race.course.unit.far(race.course.unit.metres, 0) if timeline.track.by_kilometres else f"{STRETCH:.0f} m"
    told = f"quickest {far}: {_stretch(race, own)}"
    if stage.many:
        return told
    others = ((quickest(timeline, at, now), at) for at, other in enumerate(race.entries) if not is_guest(other))
    seconds, best, at = min((one.seconds, one, at) for one, at in others if one is not None)
    if seconds == own.seconds:
        return f"{told}, the quickest of all"
    return f"{told}; of all {_stretch(race, best)}, {stage.cast.names[at]}"


def _stretch(race: Race, one: Stretch) -> str:
    where = f"{_far(race, one.begins).removesuffix(' m').removesuffix(' km')}-{_far(race, one.ends)}"
    return f"{one.evidence.mark}{format_time(one.seconds, 1)}, {where}"


def _led(timeline: Timeline, entry: int, now: float) -> list[str]:
    """How far in front, how far ahead at most, and how far behind."""
    race = timeline.race
    if is_guest(race.entries[entry]):
        return []
    found = led(timeline, entry, now)
    told = [f"led ~{_far(race, found.metres)}" if found.metres else ""]
    told += [
        f"{words} ~{_apart(margin, race)}"
        for words, margin in (("most ahead:", found.ahead), ("most behind the first:", found.behind))
        if margin is not None and margin.seconds >= _TELLABLE
    ]
    return told


def _apart(margin: Margin, race: Race) -> str:
    where = "at the finish" if margin.distance >= race.distance else f"at ~{_far(race, margin.distance)}"
    return f"{format_apart(margin.seconds)}, {where}"


def _far(race: Race, metres: float) -> str:
    """A distance that was worked out: to ten metres, of a road in kilometres or miles."""
    return race.course.unit.far(metres, 1) if race.course.surface is Surface.ROAD else f"{round(metres, -1):.0f} m"


def _needs(race: Race, state: RunnerState, now: float, light: PaceLight | None) -> str:
    """What the time of the pace lights would need from here."""
    if light is None or state.status != "running" or state.distance is None or not 0 < now < light.seconds:
        return ""
    road, left, seconds = race.course.surface is Surface.ROAD, race.distance - state.distance, light.seconds - now
    lap, each = (race.course.unit.metres, f"a {race.course.unit}") if road else (_LAP, f"for each {_LAP:.0f} m")
    so_far = f"; so far ~{format_time(now * lap / state.distance, 1)}" if state.distance > 0 else ""
    needed = (
        f"~{format_time(seconds, 1)} for the last ~{_far(race, left)}, ~{format_time(seconds * lap / left, 1)} {each}"
    )
    return f"{light.digits} ({light.label}) needs {needed}{so_far}"


def _races_of(runner: Entry, race: Race, others: Iterable[Race]) -> list[tuple[Race, Entry]]:
    """Other races that somebody of the name ran, the oldest first."""
    name = fold(runner.name)
    found = [
        (other, entry)
        for other in others
        if other.id != race.id
        for entry in other.entries
        if fold(entry.name) == name and entry.competes
    ]
    return sorted(found, key=lambda pair: str(pair[0].date or ""))


def _is_before(race: Race, other: Race) -> bool:
    return race.date is not None and other.date is not None and race.date < other.date


def _other(race: Race, entry: Entry, told: bool) -> Other:
    """Another race, with its result where that may be told."""
    title = ", ".join(part for part in (race.title, race.meeting) if part)
    if not told:
        return Other(day(race), title, "")
    place = nth(entry.place) if entry.place is not None else ""
    time = _given(entry.result) if entry.result is not None else status_words(entry, entry.status)
    return Other(day(race), title, " ".join(part for part in (place, time) if part))
