"""The keys that choose a runner, and what gaps are to."""

from replay.tui.transport import Transport


class Choosing(Transport):
    """The part of a replay screen in which somebody is chosen."""

    def action_choose(self, way: int) -> None:
        """The runner above or below on the board."""
        order = self._order
        if not order:
            return
        at = order.index(self.view.chosen) + way if self.view.chosen in order else (0 if way > 0 else len(order) - 1)
        self.choose(order[max(0, min(at, len(order) - 1))])

    def choose(self, entry: int | None) -> None:
        """Put the cursor on an entry."""
        self.view = self.view._replace(chosen=entry)
        self.show_now()

    def action_pin(self) -> None:
        """Gaps are to the chosen runner, or to the leader again."""
        chosen = self.view.chosen
        self.view = self.view._replace(pinned=None if self.view.pinned == chosen else chosen)
        self.show_now()

    def action_gap_column(self) -> None:
        """Seconds or metres."""
        self.view = self.view._replace(gap_in_metres=not self.view.gap_in_metres)
        self.show_now()

    def unpin(self) -> None:
        """Gaps are to the leader again."""
        self.view = self.view._replace(pinned=None)
        self.show_now()
