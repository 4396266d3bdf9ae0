"""What is wrong with a file, as a value: where, what, and a way out."""

import difflib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Something in the file is wrong; it was left out, or the file cannot be read at all."""
    WARNING = "warning"
    """Something is doubtful; it was kept."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one file."""

    path: str
    """The file, as the user named it."""
    line: int | None
    """The line, counted from 1; None where there is none to name (a made-up line is worse than no line)."""
    message: str
    """What is wrong, with the value, in one sentence without its full stop."""
    hint: str = ""
    """A way out, such as `did you mean 'splits'?`; empty where there is none."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """`file:line: error: what is wrong; a way out`, on one line and without control characters."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        tail = f"; {self.hint}" if self.hint else ""
        return one_line(f"{place}: {self.severity}: {self.message}{tail}")


class ReplayError(Exception):
    """An error told to the user in one sentence; the program ends with exit code 2."""


class UnreadableRace(ReplayError):  # noqa: N818 (it reads as what happened)
    """A file out of which no race can be made."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep every problem of the file; the first fatal one is the sentence."""
        self.problems = tuple(problems)
        errors = [problem for problem in self.problems if problem.severity is Severity.ERROR]
        more = f" (and {len(errors) - 1} more: race-replay check)" if len(errors) > 1 else ""
        super().__init__(f"{errors[-1] if errors else 'unreadable'}{more}")


class MissingExtra(ReplayError):  # noqa: N818 (it reads as what happened)
    """A package that only some races need is not installed."""


_OWN = {"numpy": "NumPy", "highspy": "HiGHS"}
"""What the extra `own` brings, by module: no shipped race needs it."""


@contextmanager
def needing(what: str) -> Iterator[None]:
    """Import something that the extra `own` brings.

    Args:
        what: What it is for: `fields of more than 200 runners`.

    Raises:
        MissingExtra: It is not installed; the message says what brings it.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        package = _OWN.get((error.name or "").partition(".")[0])
        if package is None:
            raise
        message = f"{package} is not installed; `pip install 'race-replay[own]'` brings it, for {what}"
        raise MissingExtra(message) from None


def did_you_mean(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """`did you mean 'splits'?` for the known word nearest to this one, or nothing where none is so much like it."""
    near = difflib.get_close_matches(word[:80], list(known), n=1, cutoff=likeness)
    return f"did you mean {near[0]!r}?" if near else ""


def one_line(text: str) -> str:
    """The text as one line with no control character in it, so that it can be printed safely anywhere."""
    return text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)
