"""Reads files in a thread of its own, so that keys are answered meanwhile.

A reading that was stopped, or that another one followed, ends where it next tells how far it has come; what a reader
that never tells makes of a file is forgotten. The program does not wait for its thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from replay.drawing.theme.look import Look
from replay.files.source import Choices, Reading
from replay.race.problems import MissingExtra, Problem
from replay.tui.threads import beside

if TYPE_CHECKING:
    from replay.viewing.picture import Picture


@dataclass(frozen=True)
class Came:
    """What came of a reading."""

    number: int
    choices: Choices
    reading: Reading
    picture: "Picture | None"
    """Of its race; None where there is none."""


class FilesRead(Message):
    """Files were read."""

    def __init__(self, came: Came) -> None:
        """What came of it."""
        super().__init__()
        self.came = came


class _StoppedError(Exception):
    """Nobody waits for this reading any more."""


class Reader:
    """Reads files of one race, again and again with other choices."""

    def __init__(self, paths: Sequence[Path], clock: Callable[[], float], post: Callable[[Message], object]) -> None:
        """Tell by `post`, which any thread may call, what came of each reading."""
        self.paths = tuple(paths)
        self.clock = clock
        self.wanted: Choices | None = None
        """What is being read with; None while nothing is read."""
        self.share = 0.0
        """How much is read, 0 to 1, as far as it is told."""
        self._post = post
        self._number = 0
        self._began = 0.0

    @property
    def seconds(self) -> float:
        """Since when it reads."""
        return self.clock() - self._began

    def read(self, choices: Choices, look: Look) -> None:
        """Begin to read, and make a picture of the race in a look."""
        self.wanted = choices
        self._number += 1
        self._began = self.clock()
        self.share = 0.0
        beside(self._post, self._work, self._number, choices, look)

    def stop(self) -> None:
        """Wait for nothing any more."""
        self.wanted = None

    def takes(self, came: Came) -> bool:
        """Whether this is what was waited for, which it then is no longer."""
        if self.wanted is None or came.number != self._number:
            return False
        self.wanted = None
        return True

    def _work(self, number: int, choices: Choices, look: Look) -> None:
        from replay.files import formats
        from replay.viewing.preview import preview_of

        def progress(share: float) -> None:
            if self.wanted is None or number != self._number:
                raise _StoppedError
            self.share = share

        try:
            reading = formats.read_as_one(self.paths, replace(choices, progress=progress))
        except _StoppedError:
            return
        try:
            picture = preview_of(reading.race, look) if reading.race is not None else None
        except MissingExtra as error:
            lacking = Problem(str(self.paths[0]), None, str(error))
            reading, picture = replace(reading, race=None, problems=(*reading.problems, lacking)), None
        self._post(FilesRead(Came(number, choices, reading, picture)))
