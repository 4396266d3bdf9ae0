"""A column of a table, and how the columns are taken out of its rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from replay.files.missing import is_missing
from replay.files.table.layouts.even import EvenRows, taken
from replay.files.table.wording.headings import Heading
from replay.files.table.wording.words import Meaning

_SAMPLE = 300
"""Cells of a column that are looked at to tell what it is."""
_SAMPLES, _SMALLEST = 60_000, 40
"""Those of all columns together, and of each of them however many there are."""
_UNEVEN = 7919
"""They are not evenly apart: of a row for each of ten points it would be the same point every time."""


@dataclass(slots=True)
class Column:
    """A column with what it is taken for."""

    index: int
    title: str
    cells: Sequence[str]
    """One for each row, as in the file."""
    heading: Heading | None = None
    """What it is taken for; None where it is not read."""
    why: str = ""
    seconds: float | None = None
    """After how long its cells were run in a race for distance, where the user says so."""
    sample: list[str] = field(default_factory=list)
    """Cells in which something stands, stripped: enough of them to tell what they are."""

    @property
    def meaning(self) -> Meaning:
        """What it holds."""
        return self.heading.meaning if self.heading is not None else Meaning.IGNORED

    def share(self, test: Callable[[str], object]) -> float:
        """Of the cells in the sample, how many pass a test: 0 to 1."""
        return sum(1 for cell in self.sample if test(cell)) / len(self.sample) if self.sample else 0.0

    def rewrite(self, change: Callable[[str], str]) -> None:
        """Have each cell as it is changed, in the sample as well."""
        self.cells, self.sample = list(map(change, self.cells)), list(map(change, self.sample))

    def sample_anew(self) -> None:
        """Take the sample from the cells that are left."""
        self.sample = _sample(self.cells)


def columns_of(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Column]:
    """The columns in which there is anything, with a sample of their cells; not yet understood."""
    made = []
    down = rows.columns(len(titles)) if isinstance(rows, EvenRows) else _down(rows, len(titles))
    most = max(_SMALLEST, min(_SAMPLE, _SAMPLES // max(len(titles), 1)))
    for index, cells in enumerate(down):
        sample = _sample(cells, most)
        if sample or titles[index]:
            made.append(Column(index, titles[index] or f"column {index + 1}", cells, sample=sample))
    return made


def _down(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """The cells column by column, so many rows at once: all rows at once take as much memory as their cells."""
    columns: list[list[str]] = [[] for _ in range(width)]
    for at in range(0, len(rows), _AT_ONCE):
        for column, cells in zip(columns, zip(*rows[at : at + _AT_ONCE], strict=True), strict=True):
            column += cells
    return columns if rows else []


_AT_ONCE = 10_000


def _sample(cells: Sequence[str], most: int = _SAMPLE) -> list[str]:
    step = max(1, len(cells) // (most * 4))
    looked = taken(cells, [at * step + at * _UNEVEN % step for at in range(len(cells) // step)])
    found = [text for cell in looked if (text := cell.strip()) and not is_missing(text)]
    if not found and step > 1:
        found = [text for cell in cells if (text := cell.strip()) and not is_missing(text)]
    return found[:: max(1, len(found) // most)][:most]
