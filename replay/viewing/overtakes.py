"""What moves on the board: the row of a new leader is lit, and the row of who passes among the first pulls out of line.

Who has passed whom follows from the order at a few steps before, and that from the time: nothing is remembered but
what would be worked out again.
"""

from replay.drawing.panels.board import Board
from replay.drawing.view import View
from replay.state.timeline import RaceState, Timeline

SLIDE = (2, 2, 1, 1)
"""Cells by which a row stands out at each step of the board since its runner passed: in, and into line again."""
AMONG = 3
"""Places in which an overtake is shown: behind them somebody passes all the time."""
_LOOKED_AT = AMONG + 3
"""Of the first, whose order is compared."""
_KEPT = 64
_FROM = 0.05
"""The part of the distance from which on it is shown: before, all are still falling into line."""

Order = tuple[int, ...]


class Overtakes:
    """Who of a race has just passed somebody."""

    def __init__(self, timeline: Timeline) -> None:
        """Nothing is worked out yet."""
        self._timeline = timeline
        self._orders: dict[tuple[float, int], Order] = {}

    def marked(self, board: Board, leader: int | None, state: RaceState, view: View, beat: float) -> Board:
        """The board with the row of a new leader lit, and the rows of those who have just passed standing out.

        Args:
            board: What it shows.
            leader: The new leader while lit; None else.
            state: The race at a step of the board.
            view: Whether time passes, how fast, and whether motion is wanted.
            beat: Seconds of wall clock of a step.
        """
        passing = self._passing(state, view, beat)
        if leader is None and not passing:
            return board
        lines = (
            line._replace(lit=line.entry == leader and line.first, slide=passing.get(line.entry, 0))
            for line in board.lines
        )
        return board._replace(lines=tuple(lines))

    def _passing(self, state: RaceState, view: View, beat: float) -> dict[int, int]:
        """Cells by which the rows of some entries stand out."""
        far = _FROM * self._timeline.race.distance
        if not view.playing or view.still or state.leader_distance < far or not state.order_known:
            return {}
        step = beat * view.eye.rate
        number = round(state.time / step)
        now = self._order(step, number, state)
        found: dict[int, int] = {}
        for ago, cells in enumerate(SLIDE, 1):
            before = self._order(step, max(number - ago, 0))
            if before == now:
                continue
            for place, entry in enumerate(now[:AMONG]):
                behind = set(now[place + 1 :])
                if entry in before and behind & set(before[: before.index(entry)]):
                    found.setdefault(entry, cells)
        return found

    def _order(self, step: float, number: int, state: RaceState | None = None) -> Order:
        """The first who run, at a step of the board."""
        found = self._orders.get((step, number))
        if found is None:
            if len(self._orders) >= _KEPT:
                self._orders.clear()
            state = state or self._timeline.top(number * step, _LOOKED_AT)
            first = state.standings[:_LOOKED_AT]
            found = tuple(runner.entry for runner in first if runner.status == "running")
            self._orders[step, number] = found
        return found
