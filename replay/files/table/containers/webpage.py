"""Web pages as a browser saves them: the tables in them, with the headings that stand above each.

Spreadsheets and old timing programs also write such pages and call them `.xls`. A table within a cell is a table of its
own, a cell over several columns or rows stands in each of them, and what scripts and styles hold is nothing. A page
without a table may have its list as text set in columns (`<pre>`).
"""

import html
import re
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser

from replay.files.cleaning import clean_text
from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.listing import listed_rows
from replay.files.table.containers.repeated import repeated_rows
from replay.files.table.containers.sheets import read_sheets, text_of
from replay.files.table.containers.workbook import SheetRows
from replay.files.table.values.cells import is_clock
from replay.race.nations import is_nation_code, nation_code
from replay.race.problems import Problem, UnreadableRace

_MOST_TAGS = 2_000_000
"""As many as a hundred thousand rows of nine cells have."""
_MOST_TABLES = 200
_MOST_CELLS = 4_000_000
_WIDEST = 1000
"""Columns of a table, and rows of a cell."""
_SILENT = frozenset({"script", "style", "sup", "noscript", "template", "svg", "select", "button"})
_TITLES = frozenset({"title", "h1", "h2", "h3", "h4", "h5", "caption"})
_PLAYING = frozenset({"div", "span", "section", "article"})
"""Tags with which tables are made that are none."""
_PLACE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\b")
"""What a medal's picture says: `1st place, gold medalist(s)`."""
_ROLES = {"table": "table", "grid": "table", "treegrid": "table", "row": "tr"}
_ROLES |= dict.fromkeys(("cell", "gridcell", "columnheader", "rowheader"), "td")
"""What elements of other names say that they are."""
_BREAKS = frozenset({"br", "p", "div", "li"})


def is_web_page(source: Source) -> bool:
    """Whether a file is a web page: it begins with a tag, and says that it is one or has a table."""
    if not source.start.lstrip().startswith("<"):
        return False
    if _PIECE.match(source.start) is not None:
        return True
    return re.search(r"<(?:!doctype\s+html|html|table|body)\b", source.start, re.IGNORECASE) is not None


_PIECE = re.compile(r"\s*<(?:div|ul|ol|section|main|article|pre|span|p|h[1-6])(?:\s[^<>]*)?>", re.IGNORECASE)
"""How a piece of a page begins that was copied out of it."""


def read(source: Source, choices: Choices) -> Reading:
    """Read the table of a web page; see `replay.files.formats.Format.read`."""
    whole = text_of(source, choices)
    if (tags := whole.count("<")) > _MOST_TAGS:
        message = f"this web page has {tags:,} tags, and at most {_MOST_TAGS:,} are read"
        raise UnreadableRace([Problem(str(source.path), None, message, "save the list alone, as CSV")])
    text = whole_tags(whole)
    page = _parsed(text)
    sheets = page.sheets()
    if _clocks(page.plain) > sum(_clocks(cell) for sheet in sheets for row in sheet.rows for cell in row):
        sheets = ()  # the tables are the page's layout
    if "type-" in text and (rows := listed_rows(text))[0]:
        above = tuple(page.titles.values())
        sheets = (*sheets, SheetRows("list", *rows, comments={}, above=above))
    if sheets:
        return read_sheets(source, choices, sheets, "tables", "web page")
    if page.plain.strip():
        from replay.files.results.tabled import read_lines  # it knows the reader of tables

        return read_lines([*page.heads, *page.plain.splitlines()], source, choices, "web page")
    if len(text) <= _MOST_WORDS and (repeated := repeated_rows(text))[0]:
        with suppress(UnreadableRace):
            found = read_sheets(source, choices, [SheetRows("list", *repeated)], "lists", "web page")
            if found.race is not None:
                return found
    lines = _in_words(text)
    if sum(map(_clocks, lines)) >= _FEWEST_TIMES:
        from replay.files.results.tabled import read_lines

        with suppress(UnreadableRace):  # there is no list in its words, either
            return read_lines([*page.heads, *lines], source, choices, "web page")
    message = "no table stands in this web page"
    hint = "a page may load its results when it is shown: select the list in the browser, copy it and paste it here"
    raise UnreadableRace([Problem(str(source.path), None, message, hint)])


_FEWEST_TIMES = 2
_SHOWN_APART = re.compile(r"</?(?:p|div|li|ol|ul|h\d|tr|dd|dt|section|article)\b[^>]*>|<br[^>]*>", re.IGNORECASE)
_MOST_WORDS = 2_000_000
_OPENED = re.compile(r"<(?:script|style|head)\b", re.IGNORECASE)
_MOST_OPENED = 200
"""Of what is not shown: the end of each is looked for anew."""
_DOCTYPE = re.compile(r"(?:<|&lt;)!doctype[^>]{0,300}>", re.IGNORECASE)
_UNSHOWN = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


def _in_words(text: str) -> list[str]:
    """The lines that a browser shows of a page; none of a page too long to be a list by itself."""
    if len(text) > _MOST_WORDS or len(_OPENED.findall(text)) > _MOST_OPENED:
        return []
    text = _DOCTYPE.sub(" ", text)
    text = _UNSHOWN.sub(" ", text).replace("\n", " ").replace("</span><span", "</span> <span")
    shown = html.unescape(re.sub("<[^>]*>", "", _SHOWN_APART.sub("\n", text)))
    return [" ".join(line.split()) for line in shown.splitlines() if line.strip()]


def _clocks(text: str) -> int:
    return len(_CLOCK.findall(text))


_CLOCK = re.compile(r"\d:\d\d(?!\d)")
_NO_TAG = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,4000}>)")


def whole_tags(text: str) -> str:
    """A page without its comments, in which every `<` begins a tag that ends.

    Python's parser looks to the end of the page for what is opened and not closed, each time anew, and a page of a few
    hundred thousand such would take hours.
    """
    kept, at = [], 0
    while (begin := text.find("<!--", at)) >= 0:
        end = text.find("-->", begin + 4)
        kept.append(text[at:begin])
        if end < 0:
            at = len(text)
            break
        kept.append("\n" * text.count("\n", begin, end))  # the lines stay the lines
        at = end + 3
    kept.append(text[at:])
    return _NO_TAG.sub("&lt;", "".join(kept))


def _parsed(text: str) -> "_Page":
    page = _Page()
    page.feed(text)
    page.close()
    return page


@dataclass
class _Table:
    """A table while it is read."""

    above: list[str]
    """What stands above it: the page's title, and the last heading of each level."""
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    hanging: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Cells that reach down: by column how many rows still, and the text."""
    cell: list[str] | None = None
    """The pieces of the cell that is open."""
    across: int = 1
    down: int = 1

    def begin_row(self, line: int) -> None:
        """Open a row."""
        self.end_cell()
        self.rows.append([])
        self.lines.append(line)

    def begin_cell(self, across: int, down: int, line: int) -> None:
        """Open a cell; without a row it opens one."""
        self.end_cell()
        if not self.rows:
            self.begin_row(line)
        self.cell, self.across, self.down = [], across, down

    def end_cell(self) -> None:
        """Put the open cell into its row."""
        if self.cell is None:
            return
        text, self.cell = _in_lines("".join(self.cell)), None
        row = self.rows[-1]
        self._hang(row)
        for number in range(self.across):
            if self.down > 1:
                self.hanging[len(row)] = (self.down - 1, text if number == 0 else "")
            row.append(text if number == 0 else "")
        self._hang(row)

    def _hang(self, row: list[str]) -> None:
        while len(row) in self.hanging and len(row) < _WIDEST:
            left, text = self.hanging.pop(len(row))
            if left > 1:
                self.hanging[len(row)] = (left - 1, text)
            row.append(text)


def _nation(told: str) -> str:
    """The nation whose flag a picture is, by what it is called: `KEN`, `Kenya`, `Flag of Kenya`; empty for another."""
    name = re.sub(r"^flag of (?:the )?| flag$", "", told.strip(), flags=re.IGNORECASE)[:60]
    code = nation_code(name)
    return code if is_nation_code(code) and (len(name) > _A_CODE or name.isupper()) else ""


_A_CODE = 3


class _Page(HTMLParser):
    """Collects the tables of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self.open: list[_Table] = []
        self.titles: dict[str, str] = {}
        self.title: list[str] | None = None
        self.heads: list[str] = []
        """All headings of the page, as they come; what the window is called is none."""
        self.silent = 0
        self.small = 0
        self.plain = ""
        self.pre = 0
        self.set: list[str] = []
        """What stands in the `pre` that is open."""
        self.cells = 0
        self.hidden: list[str] = []
        """Open pieces of text, from one on that no browser shows."""
        self.played: list[tuple[str, str]] = []
        """Open elements, from the first that says it is a table on, and the tag as which each is read."""

    def close(self) -> None:
        """The page ends, and with it a text that nobody closed."""
        super().close()
        self._end_pre()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span" and (self.hidden or _is_hidden(dict(attrs))):
            self.hidden.append(tag)  # of a part of the page another may be shown in its place
        if tag in _PLAYING:
            role = _ROLES.get(dict(attrs).get("role") or "", "")
            if self.played or role == "table":
                self.played.append((tag, role))
            tag = role or tag
        if tag in _SILENT:
            self.silent += 1
        elif tag in _TITLES:
            self.title = []
        elif tag == "pre":
            self.pre += 1
        elif tag == "table" and len(self.tables) < _MOST_TABLES:
            self.open.append(_Table(list(self.titles.values())))
            self.tables.append(self.open[-1])
        elif self.open:
            self._within(tag, dict(attrs))

    def _within(self, tag: str, attrs: dict[str, str | None]) -> None:
        table, line = self.open[-1], self.getpos()[0]
        if tag == "tr":
            table.begin_row(line)
        elif tag in ("td", "th") and self.cells < _MOST_CELLS:
            across = _count(attrs.get("colspan"))
            self.cells += across
            table.begin_cell(across, _count(attrs.get("rowspan")), line)
        elif tag == "small" and table.cell is not None and "".join(table.cell).strip():
            self.silent += 1
            self.small += 1
        elif tag in _BREAKS and table.cell is not None:
            table.cell.append("\n")
        elif tag == "img" and table.cell is not None:
            if place := _PLACE.match(attrs.get("alt") or ""):
                table.cell.append(place[1])
            elif nation := _nation(attrs.get("alt") or attrs.get("title") or ""):
                table.cell.append(f" {nation} ")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()
        if self.played and tag == self.played[-1][0]:
            tag = self.played.pop()[1] or tag
        if tag in _SILENT:
            self.silent = max(self.silent - 1, 0)
        elif tag in _TITLES and self.title is not None:
            self._entitled(tag, clean_text("".join(self.title)))
        elif tag == "small" and self.small:
            self.small -= 1
            self.silent = max(self.silent - 1, 0)
        elif tag == "pre":
            self._end_pre()
        elif tag == "table" and self.open:
            self.open.pop().end_cell()
        elif tag in ("td", "th", "tr") and self.open:
            self.open[-1].end_cell()

    def _end_pre(self) -> None:
        """Text set in columns is a list by itself, also within a cell; of one line it is the cell's."""
        self.pre = max(self.pre - 1, 0)
        text = "".join(self.set)
        self.set = []
        cell = self.open[-1].cell if self.open else None
        if cell is not None and "\n" not in text.strip():
            cell.append(text)
        else:
            self.plain += text

    def _entitled(self, tag: str, text: str) -> None:
        self.title = None
        if not text:
            return
        if tag != "title":
            self.heads.append(text)
        if tag == "caption" and self.open:
            self.open[-1].above.append(text)
        elif not self.open:
            lower = [known for known in self.titles if known > tag and known != "title"]
            for known in (tag, *lower):
                self.titles.pop(known, None)
            self.titles[tag] = text

    def handle_data(self, data: str) -> None:
        if self.silent or self.hidden:
            return
        if self.title is not None:
            self.title.append(data)
        if self.pre:
            self.set.append(data)
        elif self.open and self.open[-1].cell is not None:
            self.open[-1].cell.append(data)

    def sheets(self) -> tuple[SheetRows, ...]:
        """The tables with more than a row and a column, each below what stands above it."""
        made: list[SheetRows] = []
        for table in self.tables:
            table.end_cell()
            kept = _lettered([(row, line) for row, line in zip(table.rows, table.lines, strict=True) if any(row)])
            if len(kept) < _FEWEST or max(len(row) for row, _ in kept) < _FEWEST:
                continue
            above = [text for text in dict.fromkeys(reversed(table.above)) if text]
            rows = [*([text] for text in above), *(row for row, _ in kept)]
            lines = [*[kept[0][1]] * len(above), *(line for _, line in kept)]
            name = above[0] if above else ""
            known = {sheet.name for sheet in made}
            made.append(SheetRows(name if name and name not in known else f"table {len(made) + 1}", rows, lines))
        return tuple(made)


def _is_hidden(attrs: dict[str, str | None]) -> bool:
    return "hidden" in attrs or "display:none" in (attrs.get("style") or "").replace(" ", "").lower()


_TWICE = re.compile(r"\b([A-Z]{3}) \1\b")
"""A nation by its flag, and in letters beside it."""
_ASIDE = re.compile(r"\d\s*%|\bparkruns?\b|^\d+\s*(?:/\s*\d+)?$|#\d", re.IGNORECASE)
"""What a page sets below a name or a group, smaller: a share, a count, a rank."""


def _in_lines(text: str) -> str:
    """The text of a cell: what stands below a time keeps its line, elsewhere what is only an aside is left out."""
    if "\n" not in text:
        return _TWICE.sub(r"\1", clean_text(text))
    first, *below = (*filter(None, map(clean_text, text.split("\n"))), "")
    below = below[:-1]
    if is_clock(first):
        return "\n".join((first, *below))
    return " ".join((first, *(line for line in below if _ASIDE.search(line) is None)))


_FEWEST = 2


def _count(text: str | None) -> int:
    """A cell's columns or rows."""
    return max(1, min(int(text), _WIDEST)) if text and text.strip().isascii() and text.strip().isdigit() else 1


def _lettered(kept: list[tuple[list[str], int]]) -> list[tuple[list[str], int]]:
    """The rows without the letters and numbers that a spreadsheet's page has around them (`A`, `B`; 1, 2)."""
    first = kept[0][0] if kept else []
    if len(first) < _FEWEST or first[0] or first[1:] != [chr(ord("A") + at) for at in range(len(first) - 1)]:
        return kept
    return [(row[1:], line) for row, line in kept[1:]]
