"""The places of those who are home and still in view."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from replay.drawing.closeup.captions import home_digits
from replay.drawing.closeup.inview import Runner
from replay.race.times import margin_digits
from replay.state.timeline import RunnerState, Timeline

PLACED = 40
"""Finishers who may have their places beside them."""


class Placings:
    """Gives finishers their places; of a large field the board tells them."""

    def __init__(self, timeline: Timeline, ends: Sequence[float], looked_at: Collection[int]) -> None:
        """Take the seconds of everybody's end, and who is looked at behind the finish."""
        self._timeline = timeline
        self._ends = ends
        self._looked_at = looked_at

    def of(self, runners: list[Runner], t: float) -> list[Runner]:
        """The runners in view, those who are home with their places."""
        if all(t < self._ends[runner.entry] or runner.entry not in self._looked_at for runner in runners):
            return runners
        home = {state.entry: state for state in self._timeline.top(t, PLACED).standings if state.status == "finished"}
        return [self._home(runner, home[runner.entry]) if runner.entry in home else runner for runner in runners]

    def _home(self, runner: Runner, state: RunnerState) -> Runner:
        """A finisher with his place and how far he was behind."""
        digits = home_digits(self._timeline.race, runner.entry)
        if digits == 2 and state.gap is not None:
            digits = margin_digits(state.gap)
        return replace(runner, place=state.place, home=True, behind=state.gap, decimals=digits)
