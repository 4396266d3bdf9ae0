"""A table of a web page while it is read: rows of cells, where a browser shows them."""

import re
from dataclasses import dataclass, field

from replay.files.cleaning import clean_text
from replay.files.table.containers.below_runners import joined
from replay.files.table.wording.likeliest import is_heading
from replay.race.nations import is_nation_code, nation_code

_WIDEST = 1000
"""Columns of a table, and rows of a cell."""


@dataclass(slots=True)
class PageTable:
    """A table while it is read."""

    above: list[str]
    """What stands above it: the page's title, and the last heading of each level."""
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    """Rows in which a cell is a heading, and none is not."""
    hanging: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Cells that reach down: by column how many rows still, and the text."""
    hung: dict[int, set[int]] = field(default_factory=dict)
    """By row the columns in which what stands in it reaches down from a row above."""
    cell: list[str] | None = None
    """The pieces of the cell that is open."""
    flag: str = ""
    """The nation whose flag is in it."""
    across: int = 1
    down: int = 1
    beside: list[str] = field(default_factory=list)
    """Lines of the page between the table before and this one."""
    titles: dict[str, str] = field(default_factory=dict)
    """The headings in the cell that is open, below which other tables may stand."""
    called: dict[int, str] = field(default_factory=dict)
    """What the cells of a column say that they have, by its number."""
    below: dict[int, dict[str, str]] = field(default_factory=dict)
    """What a small table over the whole width has of the runner in the row before it, by that row."""

    def begin_row(self, line: int) -> None:
        """Open a row."""
        self.end_cell()
        self.rows.append([])
        self.lines.append(line)

    def begin_cell(self, across: int, down: int, line: int, *, heads: bool = False, called: str = "") -> None:
        """Open a cell; without a row it opens one."""
        self.end_cell()
        if not self.rows:
            self.begin_row(line)
        at = len(self.rows) - 1
        if not heads:
            self.heads.discard(at)
        elif not self.rows[at]:
            self.heads.add(at)
        if called:
            self.called.setdefault(len(self.rows[at]), called)
        self.cell, self.across, self.down, self.flag = [], across, down, ""
        self.titles.clear()

    @property
    def is_below(self) -> bool:
        """Whether the open cell is alone in its row, as wide as several, below a row with cells."""
        return self.across > 1 and len(self.rows) > _FEWEST and not any(self.rows[-1]) and any(self.rows[-2])

    def end_cell(self) -> None:
        """Put the open cell into its row."""
        if self.cell is None:
            return
        text, self.cell = _flagged("".join(self.cell), self.flag), None
        row = self.rows[-1]
        self._hang(row)
        for number in range(self.across):
            if self.down > 1:
                self.hanging[len(row)] = (self.down - 1, text if number == 0 else "")
            row.append(text if number == 0 else "")
        self._hang(row)

    def fold_rows(self) -> None:
        """Set what stands in a runner's second row below what his first has, where all but times reach down to it."""
        if self.below:
            self.rows = joined(self.rows, self.below)
        hung, self.hung = self.hung, {}
        for at in sorted((at for at in hung if at < len(self.rows)), reverse=True):
            row, above = self.rows[at], self.rows[at - 1] if at else []
            own = [number for number in range(len(row)) if number not in hung[at]]
            times = [number for number in own if row[number]]
            named = any(any(map(str.isalpha, row[number])) for number in hung[at])
            timed = times and all(_TIMES.fullmatch(row[number]) for number in times)
            if not named or not timed or len(above) < len(row) or at in self.heads or at - 1 in self.heads:
                continue
            for number in times:
                above[number] = f"{above[number]}\n{row[number]}"
            del self.rows[at], self.lines[at]

    def headings(self) -> list[tuple[list[str], int]]:
        """A row of what the cells say that they have, and its line, where no row has headings; else none."""
        if not self.rows or self.heads or len(self.called) < _FEWEST or sum(map(is_heading, self.rows[0])) > 1:
            return []
        if sum(map(is_heading, self.called.values())) < _FEWEST:
            return []
        return [([self.called.get(at, "") for at in range(max(self.called) + 1)], self.lines[0])]

    def _hang(self, row: list[str]) -> None:
        while len(row) in self.hanging and len(row) < _WIDEST:
            left, text = self.hanging.pop(len(row))
            if left > 1:
                self.hanging[len(row)] = (left - 1, text)
            self.hung.setdefault(len(self.rows) - 1, set()).add(len(row))
            row.append(text)


_TIMES = re.compile(r"[\d:.,]+")


_FEWEST = 2


def _flagged(text: str, flag: str) -> str:
    """The text of a cell, line by line, with the nation whose flag stands in it, where its words do not say it."""
    text = "\n".join(filter(None, map(clean_text, text.split("\n")))) if "\n" in text else clean_text(text)
    if not flag or re.search(rf"\b{flag}\b", text) or any(nation_code(line) == flag for line in text.split("\n")):
        return text
    return f"{text}\n{flag}" if text else flag


def span(text: str | None) -> int:
    """A cell's columns or rows."""
    return max(1, min(int(text), _WIDEST)) if text and text.strip().isascii() and text.strip().isdigit() else 1


def flag_of(attrs: dict[str, str | None]) -> str:
    """The nation whose flag an element is, by what it is called, its class or its file; empty for any other element."""
    classes, source = attrs.get("class") or "", attrs.get("src") or ""
    told = attrs.get("alt") or attrs.get("title") or ""
    if told and ("alt" in attrs or "flag" in classes) and (nation := _nation(told)):
        return nation
    found = _CLASS.search(classes) or _BEHIND.search(classes) or _FILE.search(source) or _NAMED_FILE.search(source)
    return _nation(found[1].replace("_", " ").upper()) if found is not None else ""


_CLASS = re.compile(
    r"\b(?:(?:flag(?:-icon)?s?(?:16|24|32)?|f(?:16|32))[-_ ]+|fib?-)([a-z]{2,3})(?![\w-])", re.IGNORECASE
)
"""`flag-icon-ke`, `fi fi-ke`, `f32 ke`"""
_BEHIND = re.compile(r"(?<![\w-])([a-z]{2}) flag(?![\w-])")
"""`ke flag`"""
_FILE = re.compile(r"flag[^/?]*/(?:[\w.-]+/){0,3}([a-z]{2,3})\.\w{3,4}$", re.IGNORECASE)
_NAMED_FILE = re.compile(r"\bFlag_of_(?:the_)?([A-Za-z_]{3,40})\.")


def _nation(told: str) -> str:
    """The nation that `KEN`, `Kenya`, `Flag of Kenya` calls; empty for anything else."""
    name = re.sub(r"^flag of (?:the )?| flag$", "", told.strip(), flags=re.IGNORECASE)[:60]
    code = nation_code(name)
    return code if is_nation_code(code) and (len(name) > _A_CODE or name.isupper()) else ""


_A_CODE = 3
