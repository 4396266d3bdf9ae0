"""A race in lines with their times, for a pipe, a log, a screen reader: no cursor moves, nothing is written twice."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from replay.cli.group import WELL
from replay.cli.printing import print_text
from replay.state.timeline import Timeline

if TYPE_CHECKING:
    from replay.commentary import Call


def say(
    timeline: Timeline,
    start: float,
    rate: float | None,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    """Say a race line by line, each when it is due; all at once where nobody gave a speed and no terminal shows it.

    Args:
        timeline: The race.
        start: Seconds from the gun at which to begin.
        rate: Seconds of the race in one; None is as usual.
        clock: Gives seconds.
        sleep: Waits so many.
    """
    from replay.answers.spoken import call_text
    from replay.commentary import call_race

    if rate is None and sys.stdout is not None and sys.stdout.isatty():
        from replay.export.take import usual_rate
        from replay.viewing.playback import RATES, ROAD_RATES

        rate = usual_rate(timeline.over - start, ROAD_RATES if timeline.track.by_kilometres else RATES)
    race = timeline.race
    print_text(", ".join(part for part in (race.title, race.meeting, str(race.date or "")) if part))
    for call in due([call for call in call_race(timeline) if call.time >= start], rate, start, clock, sleep):
        print_text(call_text(call, race))
    return WELL


def due(
    calls: Iterable["Call"],
    rate: float | None,
    start: float = 0.0,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator["Call"]:
    """Lines of commentary, each when it is due at so many seconds of the race in one; all at once without a rate."""
    began = clock()
    for call in calls:
        wait = 0.0 if rate is None else (call.time - start) / rate - (clock() - began)
        if wait > 0:
            sleep(wait)
        yield call
