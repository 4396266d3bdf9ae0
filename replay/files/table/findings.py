"""What is found while a table is read: problems, one for each kind; what was assumed, mended and left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from replay.files.understood import Question, Tallies
from replay.race.problems import Problem, Severity, UnreadableRace

_SINGLY = 3
"""Problems of one kind that are told one by one; of more only the first is, with their number."""


@dataclass(slots=True)
class _Kind:
    """Problems of one kind."""

    severity: Severity
    first: list[Problem] = field(default_factory=list)
    count: int = 0
    last: int | None = None


class Findings:
    """Collects what is found in one file."""

    def __init__(self, path: str) -> None:
        """Begin with nothing."""
        self.path = path
        self._kinds: dict[tuple[str, Severity], _Kind] = {}
        self.assumed: list[str] = []
        self.repaired = Tallies()
        self.left_out = Tallies()
        self.questions: list[Question] = []
        self.parts: tuple[str, ...] = ()
        self.american = False
        """Whether days in digits are read with the month first, since the list is an American one."""
        self.of_day = False
        """Whether any times were read as times of day, from a start."""

    def error(self, kind: str, line: int | None, message: str, hint: str = "") -> None:
        """Something is left out; things of one kind become one problem where there are many."""
        self._add(kind, Problem(self.path, line, message, hint))
        self.left_out.add(kind, f"line {line}" if line is not None else "")

    def warn(self, kind: str, line: int | None, message: str, hint: str = "") -> None:
        """Something is doubtful, and kept."""
        self._add(kind, Problem(self.path, line, message, hint, Severity.WARNING))

    def _add(self, kind: str, problem: Problem) -> None:
        known = self._kinds.setdefault((kind, problem.severity), _Kind(problem.severity))
        known.count += 1
        known.last = problem.line
        if len(known.first) < _SINGLY:
            known.first.append(problem)

    def assume(self, clause: str, way_out: str) -> None:
        """Something was decided that could be otherwise; the way out is the option that decides it."""
        self.assumed.append(f"{clause}; {way_out} says otherwise" if way_out else clause)

    def missing(self, words: Mapping[str, int]) -> None:
        """Cells that say that nothing is known."""
        for word, count in words.items():
            self.repaired.add(f"cells {word!r} taken as missing", "", count)

    def problems(self) -> tuple[Problem, ...]:
        """Every problem, by line; those of one kind that are many as one."""
        found = [problem for kind in self._kinds.values() for problem in _told(kind)]
        found += [Problem(self.path, None, clause, severity=Severity.WARNING) for clause in self.assumed]
        return tuple(sorted(found, key=lambda problem: problem.line or 0))

    def fail(self, line: int | None, message: str, hint: str = "") -> UnreadableRace:
        """No race can be made of the file: all problems, this one last."""
        return UnreadableRace([*self.problems(), Problem(self.path, line, message, hint)])


def _told(kind: _Kind) -> Iterator[Problem]:
    if kind.count <= _SINGLY:
        yield from kind.first
        return
    first = kind.first[0]
    until = f", to line {kind.last}" if kind.last is not None else ""
    message = f"{first.message} (and {kind.count - 1:,} more such{until})"
    yield Problem(first.path, first.line, message, first.hint, first.severity)
