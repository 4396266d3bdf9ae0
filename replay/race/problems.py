"""What is wrong with a file, as a value: where, what, and a way out."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum

from replay.race.heaps import levelled

_LONGEST = 600
"""Characters of what is wrong, and of the way out: a value may be somebody's 5,000 digits."""
_OF_A_KIND = 10
"""Problems of one kind in one file that are told one by one."""
_OF_A_FILE = 1000
"""Problems of one file that are told."""


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
        tail = f"; {shortened(self.hint, _LONGEST)}" if self.hint else ""
        return one_line(f"{place}: {self.severity}: {shortened(self.message, _LONGEST)}{tail}")


def told(problems: Iterable[Problem]) -> Iterator[str]:
    """Problems as lines, in their order: what a file has again and again is told once, and how often.

    A hundred thousand lines would say no more than ten do; each kind is told by its first ones, and a last line says
    how many more there are.
    """
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.path, []).append(problem)
    for found in by_file.values():
        yield from _told_of_one(found)


def _told_of_one(problems: Sequence[Problem]) -> Iterator[str]:
    counts, last = Counter(map(_kind, problems)), {_kind(problem): problem for problem in problems}
    met, seen = Counter[tuple[str, str]](), set[tuple[str, str]]()
    shown = 0
    for number, problem in enumerate(problems, 1):
        kind = _kind(problem)
        met[kind] += 1
        again = counts[kind] > _OF_A_KIND and (problem.message, problem.hint) in seen
        seen.add((problem.message, problem.hint))
        if not again and met[kind] <= _OF_A_KIND:
            yield str(problem)
            shown += 1
            counts[kind] -= 1
        elif problem is last[kind]:
            before = counts[kind] - 1
            yield str(replace(problem, hint=f"{before:,} more like it stand before this" if before else problem.hint))
            shown += 1
        if shown >= _OF_A_FILE and number < len(problems):
            yield str(
                Problem(problem.path, None, f"{len(problems) - number:,} more problems", severity=problem.severity)
            )
            return


def _kind(problem: Problem) -> tuple[str, str]:
    """What problems have in common that differ in a value: their words without what is quoted and without numbers."""
    return problem.severity, re.sub(r"'[^']*'|\"[^\"]*\"|[^\s]*\d[^\s]*", "#", problem.message[:_LONGEST])


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
    """The text as one line with no control character in it, so that it can be printed safely anywhere.

    It stays as long as it is: a blank stands for each character that a terminal would act upon, or heap on a letter.
    """
    safe = text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)
    return levelled(safe, " ")


def shortened(text: str, most: int) -> str:
    """What was wrong at the beginning and the way out at the end; somebody's 100 kB between them are left out."""
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"
