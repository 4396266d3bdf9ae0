"""What one takes along while one watches: a picture, a recording. Another process makes it, and nobody waits for it."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from replay.race.problems import ReplayError
from replay.tui.asking import Asking
from replay.tui.clipboard import copy
from replay.tui.host import hand_over
from replay.viewing.frame import Size
from replay.viewing.picture import Moment
from replay.viewing.recording import Recording, Scene, untold

if TYPE_CHECKING:
    from replay.export.aside import Order

_MOST = 3
"""How many may be in the making."""
_NOT_WRITTEN = "not in a browser: start race-replay in a terminal for that"


class Taking(Asking):
    """A race of which something is taken along."""

    def __init__(self) -> None:
        """Nothing is being recorded or made."""
        super().__init__()
        self._recording: Recording | None = None
        self._making = 0

    @property
    def recording(self) -> bool:
        """Whether what is seen is being recorded."""
        return self._recording is not None

    def saw(self, seen: Moment) -> None:
        """Record what is shown, if that is wanted."""
        if self._recording is not None:
            self._recording.see(self.viewer.clock(), seen.t, seen.view)
            if self._recording.full:
                self.call_later(self.end_recording)

    def action_picture(self) -> None:
        """A picture of what is seen."""
        if not self.host.at_home:
            self.say(_NOT_WRITTEN)
        elif self.moment is not None:
            self._have_made([Scene(0.0, self.moment.t, untold(self.moment.view))], film=False)

    def action_record(self) -> None:
        """Record what is seen from here on; or no longer, and make a film of it."""
        if self.recording:
            self.end_recording()
        elif not self.host.at_home:
            self.say(_NOT_WRITTEN)
        else:
            self._recording = Recording()
            self.say("recording what you see")

    def end_recording(self) -> None:
        """Make a film of what was recorded, if something was."""
        recording, self._recording = self._recording, None
        if recording is not None and recording.scenes:
            self._have_made(recording.scenes, film=True)

    def _have_made(self, scenes: Sequence[Scene], *, film: bool) -> None:
        if self._making >= _MOST:
            self.say(f"{_MOST} are being made: wait for one")
            return
        from replay.export.aside import Order

        stage = self.viewer.stage
        try:
            folder = str(Path.cwd())
        except OSError:
            self.say("the folder that the program was started in is gone: start it in another")
            return
        size = Size(*self.app.size)
        order = Order(stage.timeline.given, stage.calls, stage.look, size, scenes, film, folder)
        self._making += 1
        self.say(f"making the {_called(order)} …")
        # A thread of ours: Textual's are waited for when the program is left.
        threading.Thread(target=self._wait_for, args=(self.app, order), daemon=True).start()

    def _wait_for(self, app: App[Any], order: "Order") -> None:
        """In a thread of its own: wait for the process that makes it, and tell what comes of it."""
        from replay.export import aside

        def progress(share: float) -> None:
            hand_over(app, self._say_if_there, f"making the {_called(order)} … {share:.0%}")

        try:
            made = aside.made_aside(order, progress)
            hand_over(app, self._taken, made)
        except (ReplayError, OSError) as error:
            hand_over(app, self._taken, f"no {_called(order)}: {error}")

    def _say_if_there(self, message: str) -> None:
        if self.is_running:  # whoever left the race sees nothing of it any more
            self.say(message)

    def _taken(self, made: Path | str) -> None:
        """Say where it is, and copy that; or say why it is nowhere."""
        self._making -= 1
        if isinstance(made, str):
            self._say_if_there(made)
            return
        copied = copy(self.app, str(made))
        home = os.path.expanduser("~")  # noqa: PTH111 - there may be none, which is no error here
        folder = str(made.parent)
        shown = f"~{folder[len(home) :]}" if folder == home or folder.startswith(home + os.sep) else folder
        self._say_if_there(f"{made.name} is in {shown}{copied and ', '}{copied}")


def _called(order: "Order") -> str:
    return "film" if order.film else "picture"
