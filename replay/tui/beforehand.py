"""Frames that are drawn some thirtieths of a second before their time, several at once.

A processor that comes back to a program after thirty milliseconds has forgotten it: the first frame it draws then takes
twice as long as the next (1.1 ms and 0.5 ms at 80x24). While a race plays on and nobody does anything, what is to be
seen in two frames is known now. What was drawn and is not yet written is made part of the next frame where something
does happen.
"""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from replay.cells.ansi import Change, changes_to_text
from replay.tui.straight import write_text
from replay.tui.watched import Watched
from replay.viewing.picture import Moment
from replay.viewing.player import FRAME

AT_ONCE = 5
"""Frames that are drawn together: with more of them the time of each is hardly less."""
_QUICK = FRAME / 6
"""Seconds that one may take to draw: else a key would wait for all of them."""


class Drawn(NamedTuple):
    """A frame that waits to be written."""

    due: float
    """What the clock shows then, in seconds."""
    seen: Moment
    changes: list[Change]
    """The rows that differ from the frame before."""
    text: str
    """What writes them."""


class Beforehand:
    """The frames of a screen that wait, in their order."""

    def __init__(self, screen: Watched) -> None:
        """None waits."""
        self._screen = screen
        self._waiting: deque[Drawn] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def draw(self, since: float) -> None:
        """Draw the next frames too, if the one of `since` was quick, as far as they follow from it."""
        screen = self._screen
        viewer, host = screen.viewer, screen.host
        depth = host.paper.depth
        quick = viewer.clock() - since < _QUICK and host.piecemeal.pace.room(depth) is None
        if not quick or not screen.is_straight:
            return
        for number in range(1, AT_ONCE):
            due = since + FRAME * number
            before, seen = screen.drawn, viewer.goes_on(screen.extent, due)
            if seen is None:
                return
            screen.drawn = seen
            changes: list[Change] = []
            for widget in screen.changing(seen, before):
                widget.redraw(changes)
            self._waiting.append(Drawn(due, seen, changes, changes_to_text(changes, depth)))

    def shows(self) -> bool:
        """Write the frame that was drawn for now, if it still is what is to be seen; whether what waits is enough."""
        screen, waiting = self._screen, self._waiting
        if not (waiting and screen.viewer.undisturbed(screen.extent) and screen.is_straight):
            return False
        late = screen.viewer.clock() - waiting[0].due
        if late > FRAME / 2:
            return False
        if late >= -FRAME / 2:
            drawn = waiting.popleft()
            screen.moment = drawn.seen
            write_text(screen.app, drawn.text, screen.host.piecemeal.pace)
        return True

    def merged(self, changes: list[Change] | None) -> list[Change] | None:
        """Changes after all that waits, with it: from what is shown to what is to be shown; then none waits.

        Without changes it is Textual that draws, and knows nothing of what waits: it draws everything.
        """
        if not self._waiting:
            return changes
        waiting = [change for drawn in self._waiting for change in drawn.changes]
        self.forget()
        if changes is None:
            for widget in self._screen.widgets.values():
                widget.redraw_whole()
            return None
        return merged([*waiting, *changes])

    def take_back(self) -> None:
        """Before Textual draws, who asks nobody what is to be seen: what is drawn is to be for now, not for later."""
        if self._waiting:
            self._screen.show_now()

    def forget(self) -> None:
        """Have none wait any more."""
        self._waiting.clear()


def merged(changes: Iterable[Change]) -> list[Change]:
    """Changes that follow each other as one of each row: from what was shown first to what is to be shown last."""
    found: dict[tuple[int, int], Change] = {}
    for change in changes:
        first = found.setdefault((change.x, change.y), change)
        found[change.x, change.y] = change._replace(old=first.old, even=first.even and change.even)
    return list(found.values())
