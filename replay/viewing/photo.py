"""Whether a finish was so close that it is shown as a photo, and what that shows."""

from replay.drawing.panels.photo import Crossing, Photo
from replay.race.race import Entry, Evidence
from replay.race.times import format_gap, margin_digits
from replay.state.timeline import Timeline

CLOSE = 0.15
"""Seconds between the first two, at most."""
_SHOWN = 1.0
"""Seconds behind the first for which others are in the picture."""
_MOST = 12
"""Finishers in it."""
_SPEED = 7.0
"""Metres a second at which somebody crosses the line of whom nothing else is known."""
_HUNDREDTHS = 2


def photo_of(timeline: Timeline) -> Photo | None:
    """The photo of a close finish; None where the first two are further apart, or not known to the hundredth."""
    race = timeline.race
    if race.duration is not None:
        return None
    home = [
        runner
        for runner in timeline.top(timeline.duration, _MOST).standings
        if runner.status == "finished" and runner.place is not None and runner.gap is not None
    ]
    first = [race.entries[runner.entry] for runner in home[:2]]
    if len(first) < 2 or home[1].gap is None or home[1].gap > CLOSE or not all(map(_exact, first)):
        return None
    crossings: list[Crossing] = []
    for runner in home:
        result = race.entries[runner.entry].result
        if result is None or runner.gap is None or runner.gap > _SHOWN:
            continue
        told = format_gap(runner.gap, margin_digits(runner.gap)) if crossings else result.text
        mark = result.evidence.mark
        crossings.append(
            Crossing(runner.entry, str(runner.place), runner.gap, mark + told, race.distance, result.seconds)
        )
    end = timeline.motion.end(home[0].entry)
    speed = timeline.motion.speed_at(home[0].entry, end) if end is not None else None
    return Photo(tuple(crossings), speed or _SPEED)


def _exact(entry: Entry) -> bool:
    """Whether a result is no estimate and has hundredths: of two that are told in tenths nobody knows who was first."""
    if entry.result is None or entry.result.evidence is Evidence.ESTIMATED:
        return False
    return sum(map(str.isdigit, entry.result.text.partition(".")[2])) >= _HUNDREDTHS
