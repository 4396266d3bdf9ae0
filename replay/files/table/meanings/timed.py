"""The cells of a column of times, read once for each thing that stands in them: a field of 50,000 has few different."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from replay.files.missing import is_no_time
from replay.files.source import DateOrder
from replay.files.table.layouts.even import taken
from replay.files.table.meanings.clocks import clock_seconds
from replay.files.table.meanings.column import Column
from replay.files.table.values.cells import read_lapped
from replay.files.table.values.notations import HOURS, MINUTES, PLAIN, POINTED, Notation, read_as
from replay.files.table.values.times import Cell, Form, read_cell
from replay.files.table.wording.headings import Point, Told
from replay.race.race import Clock
from replay.race.statuses import StatusNote, status_in_cell
from replay.race.times import MAX_SECONDS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Value(NamedTuple):
    """The time in a cell."""

    seconds: float
    digits: int
    """Behind the seconds' point."""
    estimated: bool = False
    marks: tuple[str, ...] = ()
    ahead: str = ""
    """`+` where it is a gap to somebody."""


class Nothing(Enum):
    """What a cell without a time is."""

    MISSING = "missing"
    WRONG = "wrong"
    EARLY = "early"
    """A time of day before the start."""


class Lapped(NamedTuple):
    """So many laps behind the winner."""

    laps: int


Read = Value | Nothing | StatusNote | Lapped
Kind = TypeVar("Kind")


_IN_HOURS = re.compile(
    r"[(\[]\s*(?:h|hrs?|hours?|std|stunden|heures|horas|ore|godz)\.?\s*[)\]]|\bin hours\b", re.IGNORECASE
)
"""A heading whose numbers are hours: `Time (hours)`."""
_IN_MINUTES = re.compile(r"_min(?:ute)?s?$|\b(?:decimal|in) minutes\b|[(\[] ?decimal(?: min)? ?[)\]]", re.IGNORECASE)
"""A heading whose numbers are minutes with decimals: `net_time_min`."""
_UNIT_OF_MINUTES = re.compile(r"[(\[]\s*min(?:utes?|s)?\.?\s*[)\]]", re.IGNORECASE)
_TENTHS = re.compile(r"\d+[.,]\d")
_USUAL = re.compile(r"(\d\d?):([0-5]\d):([0-5]\d)")


def _usual(text: str) -> Value | None:
    """A time that needs no thought where times are read the plain way; None for another.

    A large field has a hundred thousand of these, and most of those at one point are somebody else's at the next: one
    value stands for all of them, and so does what is made of it.
    """
    clock = _USUAL.fullmatch(text)
    if clock is None:
        return None
    hours, minutes, seconds = map(int, clock.groups())
    return _of_seconds(whole) if (whole := hours * 3600 + minutes * 60 + seconds) else None


@lru_cache(maxsize=1 << 16)
def _of_seconds(seconds: int) -> Value:
    """So many whole seconds: the same value, wherever they stand."""
    return Value(float(seconds), 0)


_LOOKED_AT = 400


@dataclass(slots=True)
class Timed:
    """A column of times, or the times at one point of a long table or of a cell with all laps."""

    title: str
    cells: Sequence[str]
    """One for each row."""
    point: Point
    told: Told = Told.TIME
    clock: Clock | None = None
    order: DateOrder | None = None
    notation: Notation = PLAIN
    read: dict[str, Read] = field(default_factory=dict)
    """What stands in the cells, by their text."""
    clocks: "npt.NDArray[np.int64] | None" = None
    """Seconds of all cells that are plain clocks, 0 of the others, where they were read all at once."""
    others: Counter[str] | None = None
    """How often each text stands in those others."""
    kinds: list[Read] = field(default_factory=list, init=False)
    """What stands in the cells, each once, where they were read all at once."""
    which: "npt.NDArray[np.intp] | None" = field(default=None, init=False)
    """Which of the kinds stands in each row; None where the cells were read one by one."""
    looked: list[Cell] | None = field(default=None, init=False)
    """The first times in it, of which it is decided how all are read."""
    most: int = _LOOKED_AT
    """How many those are."""
    index: int = -1
    """Of the column; -1 where the cells are of none."""
    summed: list[Read] | None = None
    """What stands in each row, where that is not in the cells: laps added up."""

    @classmethod
    def of(cls, column: Column, point: Point, order: DateOrder | None) -> "Timed":
        """The times of a column."""
        heading = column.heading
        told = heading.told if heading is not None else Told.TIME
        clock = heading.clock if heading is not None else None
        return cls(column.title, column.cells, point, told, clock, order, index=column.index)

    def times(self, most: int | None = None) -> list[Cell]:
        """The times in it, each once, at most so many."""
        found: list[Cell] = []
        seen: set[str] = set()
        for text in self.cells:
            if text in seen or is_no_time(text):
                continue
            seen.add(text)
            cell = read_cell(text, self.order)
            if cell is not None:
                found.append(cell)
                if most is not None and len(found) >= most:
                    break
        return found

    def decide(self, metres: float | None) -> float:
        """Decide how its times are read, of people who have run so far; how likely they are (0 to 1)."""
        if self.looked is None:  # many columns are decided again and again, each time of other metres
            self.looked = self.times(self.most)
        found = self.looked
        own = [cell for cell in found if cell.ahead != "+"]  # the others are gaps, and say nothing of the way
        self.notation, worth = read_as(own or found, metres)
        plain = all(cell.form is Form.PLAIN for cell in found)
        if self.notation is not PLAIN and plain and _IN_HOURS.search(self.title):
            self.notation = HOURS
        if plain and self.notation is POINTED and self._in_minutes():
            self.notation = MINUTES
        return worth

    def _in_minutes(self) -> bool:
        """Whether the heading says minutes with decimals; of `(min)` the cells say whether one has a single decimal."""
        single = _UNIT_OF_MINUTES.search(self.title) is not None
        return _IN_MINUTES.search(self.title) is not None or (
            single and any(_TENTHS.fullmatch(text.strip()) is not None for text in self.cells[:_LOOKED_AT])
        )

    def liked(self, worth: float) -> float:
        """How gladly a column that is so likely is taken: less so where it is not read in the plain way."""
        return worth if self.notation is PLAIN else worth - _GUESSED

    def values(self) -> list[Read]:
        """What stands in each row."""
        if self.summed is not None:
            return self.summed
        self.clocks, self.which = clock_seconds(self.cells) if self.notation is PLAIN else None, None
        if self.clocks is not None:
            return self._values_beside(self.clocks)
        texts = dict.fromkeys(self.cells)
        self.read = dict(zip(texts, map(self._read, texts), strict=True))
        if self.notation.digits:
            self.read = _with_fewest_digits(self.read, self.notation.digits)
        return list(map(self.read.__getitem__, self.cells))

    def _values_beside(self, clocks: "npt.NDArray[np.int64]") -> list[Read]:
        """What stands in each row, where the seconds of all plain clocks are known, and 0 in the other rows."""
        import numpy as np  # the clocks were read with it

        there = np.zeros(int(clocks.max(initial=0)) + 1, np.bool_)
        there[clocks] = True
        self.kinds = list(map(_of_seconds, np.flatnonzero(there).tolist()))
        which = (np.cumsum(there) - 1)[clocks]
        others = (clocks == 0).nonzero()[0].tolist()
        texts = taken(self.cells, others)[:]
        self.others = Counter(texts)
        self.read = dict(zip(self.others, map(self._read, self.others), strict=True))
        at = dict(zip(self.others, range(len(self.kinds), len(self.kinds) + len(self.others)), strict=True))
        which[others] = list(map(at.__getitem__, texts))
        self.kinds += self.read.values()
        self.which = which
        return in_rows(self.kinds, which)

    def missing(self) -> dict[str, int]:
        """How often what stands in cells instead of nothing: `{"nan": 657}`. Of a column whose values were read."""
        words = [text for text, value in self.read.items() if value is Nothing.MISSING and text.strip()]
        counts = self.others or Counter(self.cells) if words else Counter()
        return {text.strip(): counts[text] for text in words}

    def values_of(self, rows: Sequence[int]) -> list[Read]:
        """What stands in some rows."""
        return [self._read(self.cells[row]) for row in rows]

    def _read(self, text: str) -> Read:
        if self.notation is PLAIN and (usual := _usual(text)) is not None:
            return usual
        if is_no_time(text):
            return Nothing.MISSING
        cell = read_cell(text, self.order)
        if cell is None:
            text = text.strip()
            laps = read_lapped(text)
            return Lapped(laps) if laps is not None else status_in_cell(text) or Nothing.WRONG
        return value_of(cell, self.notation)


def value_of(cell: Cell, notation: Notation) -> Value | Nothing:
    """The time of a cell, read in one way."""
    seconds = cell.numbers[0] if cell.form is Form.CLOCK else notation.seconds(cell)
    if seconds is None or seconds < 0 or cell.ahead == "-":
        return Nothing.WRONG
    if cell.form is not Form.CLOCK and seconds > MAX_SECONDS:
        return Nothing.WRONG
    plain = notation.digits is None or cell.form is Form.FIXED
    digits = min(cell.digits if plain else notation.digits or 0, 3)
    return Value(round(seconds, 4 if plain else digits), digits, cell.estimated, cell.marks, cell.ahead)


def _with_fewest_digits(read: dict[str, Read], digits: int) -> dict[str, Read]:
    """Times with the digits that any of them needs: who counts in milliseconds may know whole seconds only."""
    times = [value.seconds for value in read.values() if isinstance(value, Value)]
    few = next((few for few in range(digits) if all(abs(round(one, few) - one) < _SAME for one in times)), digits)
    return {text: value._replace(digits=few) if isinstance(value, Value) else value for text, value in read.items()}


_SAME = 5e-4
_GUESSED = 0.3


def in_rows(kinds: Sequence[Kind], which: "npt.NDArray[np.intp]") -> list[Kind]:
    """What stands in each row, of a column of which each kind is known, and which of them is where."""
    import numpy as np

    found: list[Kind] = np.fromiter(kinds, object, len(kinds))[which].tolist()
    return found


def seconds_in(values: Iterable[Read]) -> list[float | None]:
    """The seconds in each row; None where there is no time."""
    return [value.seconds if isinstance(value, Value) else None for value in values]
