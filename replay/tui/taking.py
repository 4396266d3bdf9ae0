"""What one takes along while one watches: a picture, a recording. Another process makes it, and nobody waits for it."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from replay.race.problems import ReplayError, one_line
from replay.tui.clipboard import copy
from replay.tui.owed import Owed, owe, until_left
from replay.tui.threads import beside, hand_over
from replay.tui.watched import Watched
from replay.viewing.carrying import carried
from replay.viewing.frame import Size
from replay.viewing.picture import Moment
from replay.viewing.recording import Recording, Scene, untold
from replay.viewing.stage import Stage
from replay.viewing.verbs import verb

if TYPE_CHECKING:
    from replay.export.aside import Order

_MOST = 3
"""How many may be in the making."""
_NOT_WRITTEN = "not in a browser: start race-replay in a terminal for that"


class Taking:
    """What takes something of a race along."""

    def __init__(self, screen: Watched) -> None:
        """Nothing is being recorded or made."""
        self._screen = screen
        self._recording: Recording | None = None
        self._making = 0

    @property
    def recording(self) -> bool:
        """Whether what is seen is being recorded."""
        return self._recording is not None

    def saw(self, seen: Moment) -> None:
        """Record what is shown, if that is wanted."""
        if self._recording is not None:
            self._recording.see(self._screen.viewer.clock(), seen.t, seen.view)
            if self._recording.full:
                self._screen.app.call_later(self.end_recording)

    @verb
    def picture(self) -> None:
        """A picture of what is seen."""
        screen = self._screen
        if not screen.host.at_home:
            screen.say(_NOT_WRITTEN)
        elif screen.moment is not None and not self._are_enough():
            scene = Scene(0.0, screen.moment.t, untold(screen.moment.view))
            self._have_made([scene], screen.moment.stage, film=False)

    @verb
    def record(self) -> None:
        """Record what is seen from here on; or no longer, and make a film of it."""
        screen = self._screen
        if self.recording:
            self.end_recording()
        elif not screen.host.at_home:
            screen.say(_NOT_WRITTEN)
        elif not self._are_enough():
            self._recording = Recording()
            screen.say("recording what you see")

    def other_race(self, before: Stage) -> None:
        """From here on another race is seen: if it was recorded, what was seen so far is a film of its own.

        Args:
            before: The race that was seen until now.
        """
        if self.recording:
            self.end_recording(before)
            if not self._are_enough():
                self._recording = Recording()
                self._screen.say("a film is made of what was recorded, and the other race is recorded from here on")

    def same_race(self, before: Stage) -> None:
        """From here on more is known of the race that was seen until now: what was recorded of it stays."""
        if self._recording is not None:
            self._recording.carry(lambda view: carried(view, before, self._screen.viewer.stage))

    def end_recording(self, stage: Stage | None = None, *, leaving: bool = False) -> None:
        """Make a film of what was recorded, if something was: of the race that is shown, or of another.

        Args:
            stage: That other race.
            leaving: Whether the program is left at once: it is handed over when that is done.
        """
        recording, self._recording = self._recording, None
        if recording is not None and recording.scenes:
            self._have_made(recording.scenes, stage or self._screen.viewer.stage, film=True, leaving=leaving)

    def _are_enough(self) -> bool:
        """Whether as many are being made as may be, which is said."""
        if self._making >= _MOST:
            self._screen.say(f"{_MOST} are being made: wait for one")
        return self._making >= _MOST

    def _have_made(self, scenes: Sequence[Scene], stage: Stage, *, film: bool, leaving: bool = False) -> None:
        screen = self._screen
        from replay.export.aside import Order

        try:
            folder = str(Path.cwd())
        except OSError:
            screen.say("the folder that the program was started in is gone: start it in another")
            return
        size = Size(*screen.app.size)
        order = Order(stage.timeline.given, stage.calls, stage.look, size, scenes, film, folder)
        self._making += 1
        screen.say(f"making the {_called(order)} …")
        beside(screen.app.post_message, self._wait_for, screen.app, order, owe(), leaving)

    def _wait_for(self, app: App[Any], order: "Order", owed: Owed, leaving: bool) -> None:
        """In a thread of its own: wait for the process that makes it, and tell what comes of it."""
        from replay.export import aside

        def progress(share: float) -> None:
            owed.handed.set()
            hand_over(app, self._say_if_there, f"making the {_called(order)} … {share:.0%}")

        if leaving:
            until_left()
        try:
            made = aside.made_aside(order, progress)
            hand_over(app, self._taken, made)
        except (ReplayError, OSError) as error:
            hand_over(app, self._taken, f"no {_called(order)}: {error}")
        finally:
            owed.over = True
            owed.handed.set()

    def _say_if_there(self, message: str) -> None:
        if self._screen.is_running:  # whoever left the race sees nothing of it any more
            self._screen.say(message)

    def _taken(self, made: Path | str) -> None:
        """Say where it is, and copy that; or say why it is nowhere."""
        self._making -= 1
        if isinstance(made, str):
            self._say_if_there(made)
            return
        copied = copy(self._screen.app, one_line(str(made)))  # a line end in it would be an Enter where it is pasted
        home = os.path.expanduser("~")  # noqa: PTH111 - there may be none, which is no error here
        folder = str(made.parent)
        shown = f"~{folder[len(home) :]}" if folder == home or folder.startswith(home + os.sep) else folder
        self._say_if_there(f"{made.name} is in {shown}{copied and ', '}{copied}")


def _called(order: "Order") -> str:
    return "film" if order.film else "picture"
