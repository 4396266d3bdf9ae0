"""What was understood of a file, as a value that can be shown before the race is trusted.

Whoever reads a file fills one in, also where no race came of it: what each column was taken for, how far the race was
and who says so, what was repaired and what was left out, counted by kind, and what is still to be asked.
"""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from replay.race.race import Clock as Clock
from replay.race.race import Race


class Counting(StrEnum):
    """What the times at points on the way count."""

    CUMULATIVE = "cumulative"
    """From the start to the point."""
    LAPS = "laps"
    """From the point before to this one."""


class Column(NamedTuple):
    """One column of a table, or one field of another format."""

    title: str
    """As the file has it; `column 3` where it has none."""
    meaning: str
    """What it was taken for, such as `result`, `split at 5000 m` or `given name`; empty where it is not read."""
    why: str = ""
    """Where that is not plain from the title: `by its cells`, `--column`."""
    example: str = ""
    """The first of its cells in which something stands."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Things of one kind, counted."""

    kind: str
    """What happened, in words that follow a count: `cells 'nan' taken as missing`."""
    count: int
    first: str = ""
    """Where the first of them is: `line 17`."""

    def __str__(self) -> str:
        """`657 cells 'nan' taken as missing (first: line 3)`."""
        kind = _ONE.sub(r"\1", self.kind, count=1).replace(" are ", " is ", 1) if self.count == 1 else self.kind
        return f"{self.count:,} {kind}" + (f" (first: {self.first})" if self.first else "")


_ONE = re.compile(
    "^(cell|line|row|mark|name|column|result|split|number|letter|byte|distance|place|time|second column)s"
)
"""How kinds begin that are told of one thing without the s."""


class Tallies:
    """Counts things by kind while a file is read; the kinds stay in the order in which they were first met."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._counts: Counter[str] = Counter()
        self._first: dict[str, str] = {}

    def add(self, kind: str, first: str = "", count: int = 1) -> None:
        """Count one more (or `count` more) of a kind; `first` is where it is."""
        self._counts[kind] += count
        self._first.setdefault(kind, first)

    def all(self) -> tuple[Tally, ...]:
        """What was counted."""
        return tuple(Tally(kind, count, self._first[kind]) for kind, count in self._counts.items())


class Question(NamedTuple):
    """What the file does not say and the user can."""

    about: str
    """The name of what is asked for, such as `distance`."""
    text: str
    """The question in one sentence."""
    option: str
    """The option that answers it: `--distance`."""
    suggestion: str = ""
    """The likeliest answer, as the option takes it; empty where there is none."""
    column: str = ""
    """The title of the column it is about, if it is about one."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of one file."""

    format: str
    """In words: `table parted by semicolons, cp1252`."""
    title: str = ""
    event: str = ""
    distance: float | None = None
    """Metres; None where it is not known, and for a race for distance."""
    duration: float | None = None
    """Seconds of a race for distance."""
    distance_from: str = ""
    """Who says so: `the line # distance_m`, `--distance`, `the file's name`, `4 laps of 400 m`."""
    runners: int = 0
    parts: tuple[str, ...] = ()
    """The names of all races of the file, where it holds several; this is one of them."""
    columns: tuple[Column, ...] = ()
    counting: Counting | None = None
    """What the times on the way count; None where there are none."""
    clock: Clock | None = None
    """What the results count from; None where the file does not say and it makes no difference."""
    delimiter: str = ""
    """What parts the cells of a table as text."""
    encoding: str = ""
    """Of a text, as Python calls it."""
    date_order: str = ""
    """How days in digits were read; empty where there are none."""
    assumed: tuple[str, ...] = ()
    """What was decided though the file could mean something else, each a clause: `the splits look like laps: read
    so`."""
    repaired: tuple[Tally, ...] = ()
    left_out: tuple[Tally, ...] = ()
    questions: tuple[Question, ...] = ()

    @classmethod
    def of(cls, race: Race, form: str, distance_from: str = "the file") -> "Understood":
        """What there is to say of any race: for a format that leaves nothing to guess."""
        return cls(
            format=form,
            title=race.title,
            event=race.event,
            distance=race.distance if race.duration is None else None,
            duration=race.duration,
            distance_from=distance_from,
            runners=len(race.entries),
        )
