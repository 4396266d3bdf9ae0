"""One visitor's session: the program as it is in a terminal, but that it opens, keeps and sets nothing of its host's.

It is run by the server as `python -m replay.web.session [FOLDER]`, and speaks with it by its standard streams.
"""

import os
import sys
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.drivers.web_driver import WebDriver
from textual.message import Message
from textual.messages import ExitApp

from replay.files.library import Library, user_folder
from replay.files.paths import keep_own_in
from replay.files.preferences import read_preferences
from replay.files.temporary import temporary_folder
from replay.race.race import Race
from replay.race.units import Unit
from replay.streams import keep_own_output
from replay.tui.app import ReplayApp
from replay.tui.handing import Handing
from replay.tui.pace import Pace
from replay.tui.preferring import Terms
from replay.tui.private import packets
from replay.tui.running import run
from replay.tui.typed import Typed

_PATIENCE = 5.0
"""Seconds within which a session that nobody watches any more ends, whatever it is at."""
_PIECE = 1000
"""Characters after which it is asked whether too many wait; what is sent then is not even looked at."""
_NOT_HERE = "not in a browser: start race-replay in a terminal for that"


class _Browser(Pace):
    """The line to a browser, which the server minds."""

    def sends(self, size: int) -> bool:
        """Never ask."""
        return False

    @property
    def unmeasured(self) -> bool:
        """It need not be known."""
        return False


class _Visit(WebDriver):
    """The streams to the server: a session ends with them, whatever became of the server."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Speak for a program."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._handing = Handing(app)

    def run_input_thread(self) -> None:
        """Read until there is nothing more to come; what no terminal sends is left out, as in a terminal."""
        typed, stream = Typed(self._debug), packets()
        decode = getincrementaldecoder("utf-8")("replace").decode
        for data in self._input_reader:
            for kind, payload in stream.feed(data) if data else ():
                if kind == "D" and payload:
                    self._type(typed, decode(payload))
                elif kind == "M":
                    self._on_meta(kind, payload)
            self._take(typed.tick())
        self._app.post_message(ExitApp())
        _end_soon()

    def _type(self, typed: Typed, text: str) -> None:
        """Take a piece after the other: a megabyte of keys would keep a session that its visitor has long left."""
        for at in range(0, len(text), _PIECE):
            if not self._handing.flooded:
                self._take(typed.feed(text[at : at + _PIECE]))

    def send_message(self, message: Message) -> None:
        """Hand a message over, in the order in which they come."""
        self._handing.send(self._loop, message)

    def _take(self, events: Iterable[Message]) -> None:
        for event in events:
            self.process_message(event)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Heed what the server says: also that the visitor has gone, in the middle of something long."""
        super().on_meta(packet_type, payload)
        if packet_type == "quit":
            _end_soon()


def _end_soon() -> None:
    ending = threading.Timer(_PATIENCE, os._exit, (1,))
    ending.daemon = True  # not waited for by a session that ends by itself
    ending.start()


class VisitedApp(ReplayApp):
    """The program for a visitor, who is not the one whose files these are."""

    def __init__(
        self, library: Library, terms: Terms | None = None, *, clock: Callable[[], float] | None = None
    ) -> None:
        """Open the menu; whatever is written is taken."""
        super().__init__(library, terms, clock=clock)
        self.piecemeal.pace = _Browser(self.clock)

    def get_driver_class(self) -> type[Driver]:
        """What speaks with the server."""
        return _Visit

    @property
    def at_home(self) -> bool:
        """The files are the host's."""
        return False

    def _refuse(self) -> None:
        say: Callable[[str], None] = getattr(self.screen, "say", lambda words: self.bell())
        say(_NOT_HERE)

    def open_file(self) -> None:
        """Not the host's files."""
        self._refuse()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Nor by their paths, which a paste may name."""
        self._refuse()

    def keep(self, race: Race, then: Callable[[Path | None], None]) -> None:
        """Nothing is written."""
        self._refuse()
        then(None)

    def show_settings(self) -> None:
        """They are the host's."""
        self._refuse()


def main(words: Sequence[str]) -> int:
    """Run a session; the exit code."""
    keep_own_output()
    races = Path(words[0]) if words else user_folder()
    with temporary_folder() as folder:
        # What a visitor chose, where he left a race and what he noted there goes with him.
        keep_own_in(folder)
        return _run(races)


def _run(races: Path) -> int:
    held = read_preferences().held._replace(own_keys={})
    terms = Terms(light=held.theme == "light", unit=Unit(held.units), preferences=held)
    app: ReplayApp = VisitedApp(Library(races), terms)
    return run(app)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
