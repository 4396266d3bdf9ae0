"""A race that is worked out in a thread, while the screen goes on: of tens of thousands it takes a second."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App
from textual.worker import get_current_worker

from replay.race.clocks import by_clock
from replay.race.race import Clock, Race
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.tui.threads import hand_over
from replay.tui.watched import Watched

Then = Callable[[Timeline], None]


def meanwhile(screen: Watched, then: Then, race: Race, clock: Clock) -> None:
    """Work out a race on a clock and hand its timeline over; of two orders the later one holds."""
    work = partial(_work_out, screen.app, then, race, clock)
    screen.run_worker(work, thread=True, group="timeline", exclusive=True)


def _work_out(app: App[Any], then: Then, race: Race, clock: Clock) -> None:
    found = timeline_of(by_clock(race, clock))
    if not get_current_worker().is_cancelled:
        hand_over(app, then, found)
