"""A table while it is read: its columns, what is known of the race, and what was found on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from replay.files.source import Choices, Source
from replay.files.table.about import About
from replay.files.table.findings import Findings
from replay.files.table.meanings.column import Column
from replay.files.table.wording.words import Meaning
from replay.race.names import fold
from replay.race.race import Course


@dataclass(slots=True)
class Sheet:
    """One table."""

    source: Source
    choices: Choices
    findings: Findings
    columns: list[Column]
    lines: Sequence[int]
    """The line of each row."""
    line: int
    """The line of the heading."""
    about: About
    runner: Mapping[str, str] = field(default_factory=dict)
    """What is said beside the table of the one runner of whom it tells: `name`, `bib`."""
    course: Course = field(default_factory=Course)
    lap: float | None = None
    """Metres of the course's lap, where it has one."""
    results: list[float | None] = field(default_factory=list)
    """Everybody's result in seconds, as far as it is known."""
    ran: list[float | None] = field(default_factory=list)
    """How far everybody came in a race for distance."""

    @property
    def far(self) -> float:
        """Metres of the race, once they are known."""
        return self.about.metres or 0.0

    def all(self, *meanings: Meaning) -> list[Column]:
        """The columns of these meanings, those of the first before those of the second."""
        return [column for meaning in meanings for column in self.columns if column.meaning is meaning]

    def one(self, meaning: Meaning) -> Column | None:
        """The column of a meaning: of several the user's, then whose whole heading says it, then the most filled."""
        found = self.all(meaning)
        return max(
            found, key=lambda column: (column.why == "--column", _is_sure(column), len(column.sample)), default=None
        )

    def cells(self, meaning: Meaning) -> Sequence[str]:
        """The cells of that column; blanks where there is none."""
        column = self.one(meaning)
        return column.cells if column is not None else [""] * len(self.lines)


def _is_sure(column: Column) -> bool:
    """Whether the whole heading says it; a chip's number is a bib where there is no other."""
    return column.heading is not None and column.heading.sure and fold(column.title) not in _CHIPS


_CHIPS = frozenset(("chip", "chip no", "chip number", "chipnr", "transponder", "tag", "epc"))
