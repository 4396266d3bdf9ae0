"""A web page taken apart: its tables with what stands above each, and the text that is set in columns."""

import re
from html.parser import HTMLParser

from replay.files.cleaning import clean_text
from replay.files.table.containers.below_runners import told_below
from replay.files.table.containers.beside_tables import (
    facts_in,
    facts_of_lines,
    heads_runners,
    lines_beside,
    named_by,
    of_runner,
    points_in,
)
from replay.files.table.containers.lined import lines_apart
from replay.files.table.containers.pagetable import PageTable, flag_of, span
from replay.files.table.containers.set_texts import SetTexts
from replay.files.table.containers.workbook import SheetRows
from replay.files.table.days import is_day
from replay.files.table.wording.likeliest import is_heading

_MOST_TABLES = 200
_MOST_CELLS = 4_000_000
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "select", "button"})
_TITLES = frozenset({"title", "h1", "h2", "h3", "h4", "h5", "caption"})
_PLAYING = frozenset({"div", "span", "section", "article"})
"""Tags with which tables are made that are none."""
_PLACE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\b|(gold|silver|bronze)(?: medal.*)?$", re.IGNORECASE)
"""What a medal's picture says: `1st place, gold medalist(s)`."""
_MEDALS = {"gold": "1", "silver": "2", "bronze": "3"}
_ROLES = {"table": "table", "grid": "table", "treegrid": "table", "row": "tr"}
_ROLES |= dict.fromkeys(("cell", "gridcell", "rowheader"), "td") | {"columnheader": "th"}
"""What elements of other names say that they are."""
_BREAKS = frozenset({"br", "p", "div", "li", "dt", "dd"})
_BLOCKS = _BREAKS | {f"h{level}" for level in range(1, 7)}
_BLOCKS |= {"ul", "ol", "hr", "center", "form", "section", "header", "main"}
_WINDOW = re.compile(r"\b(?:modal|popup|dialog|cookie)", re.IGNORECASE)
"""The class of a heading that is of a window over the page, which opens when one asks for it: `modal-title`."""
_HIDING = frozenset({"span", "div", "i", "b"})
_INLINE = _SILENT | {"b", "i", "u", "em", "strong", "font"}
"""What may end within a word."""
_ASIDE = frozenset({"nav", "footer", "aside"})
_FEWEST = 2
_LOOKED_AT = 20
"""Rows of a table whose cells may say what they have."""
_MOST_AROUND = 20
"""Lines of a cell above a table in it."""
_MOST_BESIDE = 200
"""Lines of a page outside its tables."""


class TooManyCells(ValueError):  # noqa: N818 (it reads as what happened)
    """A page whose tables have more cells than are read."""


class Page(HTMLParser):
    """Collects the tables of a page."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(convert_charrefs=True)
        self.tables: list[PageTable] = []
        self.open: list[PageTable] = []
        self.titles: dict[str, str] = {}
        self.title: list[str] | None = None
        self.heads: list[str] = []
        """All headings of the page, as they come; what the window is called is none."""
        self.heads_alone: list[list[str]] = []
        """Headings of tables without a row, which a script would fill."""
        self.silent = 0
        self.plain = ""
        self.pre = 0
        self.texts = SetTexts()
        self.set: list[str] = []
        """What stands in the `pre` that is open."""
        self.cells = 0
        self.hidden: list[str] = []
        """Open pieces of text, from one on that no browser shows."""
        self.played: list[tuple[str, str]] = []
        """Open elements, from the first that says it is a table on, and the tag as which each is read."""
        self.raised: list[tuple[str, int]] = []
        """Open pieces of a cell that are set small or raised, and where in it they begin."""
        self.footnotes = 0
        """Marks of footnotes, which are left out."""
        self.beside: list[str] = []
        """The lines of the page outside its tables, since the last of them, but for links."""
        self.facts: dict[str, str] = {}
        """What elements outside the tables say of a runner by their class: `<div class="name">`."""
        self._words: list[str] = []
        self._key = ""
        self._aside = 0
        self._linked = False
        self._ended = False
        """Whether an element of the cell ended, and nothing came behind it."""

    def close(self) -> None:
        """The page ends, and with it a text that nobody closed."""
        super().close()
        self._end_pre()
        self.plain = self.texts.joined()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        in_cell = bool(self.open) and self.open[-1].cell is not None
        if (tag == "span" or (in_cell and tag in _HIDING)) and (self.hidden or _is_hidden(dict(attrs), in_cell)):
            self.hidden.append(tag)  # of a part of the page another may be shown in its place
        if tag in _PLAYING:
            role = _ROLES.get(dict(attrs).get("role") or "", "")
            if self.played or role == "table":
                self.played.append((tag, role))
            tag = role or tag
        if tag in _SILENT:
            self.silent += 1
        elif tag in _TITLES:
            self._end_words()
            self.title = [] if _WINDOW.search(dict(attrs).get("class") or "") is None else None
        elif tag == "pre":
            self.pre += 1
            self._end_words()
            self.texts.begin(self.heads, self.beside)
        elif tag == "table" and len(self.tables) < _MOST_TABLES:
            self._end_words()
            above = [text for titles in (self.titles, *(one.titles for one in self.open)) for text in titles.values()]
            around = [clean_text(line) for one in self.open for line in "".join(one.cell or ()).split("\n")]
            self.open.append(PageTable(above, beside=[*self.beside, *filter(None, around[-_MOST_AROUND:])]))
            self.tables.append(self.open[-1])
            self.beside = []
        elif self.open:
            self._within(tag, dict(attrs))
        else:
            self._around(tag, dict(attrs))

    def _around(self, tag: str, attrs: dict[str, str | None]) -> None:
        called = _called(attrs)
        if tag == "time" and (day := _day_of(attrs)) and not self._aside:
            self._end_words()
            self.beside.append(day)
        if tag in _BLOCKS or called:
            self._end_words()
            self._key = called.lower()
        self._aside += tag in _ASIDE
        self._linked = tag == "a" and "href" in attrs if tag in _BLOCKS | {"a"} else self._linked

    def _end_words(self) -> None:
        text = clean_text("".join(self._words))
        self._words = []
        if text and self._key and of_runner({self._key: text}):
            self.facts.setdefault(self._key, text)
        elif text and len(self.beside) < _MOST_BESIDE:
            self.beside.append(text)
        self._key = ""

    def _within(self, tag: str, attrs: dict[str, str | None]) -> None:
        table, line = self.open[-1], self.getpos()[0]
        if tag == "tr":
            table.begin_row(line)
        elif tag in ("td", "th"):
            across = span(attrs.get("colspan"))
            down = span(attrs.get("rowspan"))
            self.cells += across * down
            if self.cells > _MOST_CELLS:
                raise TooManyCells
            self._end_cell(table)
            called = _called(attrs) if attrs and len(table.rows) < _LOOKED_AT else ""
            table.begin_cell(across, down, line, heads=tag == "th", called=called)
        elif table.cell is None:
            return
        elif tag in _BREAKS or (tag == "span" and _TIMED.search("".join(table.cell[-2:]))):
            table.cell.append("\n")
        elif tag in ("small", "sup", "sub"):
            self.raised.append((tag, len(table.cell)))
        elif tag == "img" and (place := _place(attrs.get("alt") or "")):
            table.cell.append(place)
        elif nation := flag_of(attrs):
            table.flag = table.flag or nation

    def _end_cell(self, table: PageTable) -> None:
        self.raised.clear()
        self.hidden.clear()
        self._ended = False
        table.end_cell()

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what was left open in it."""
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()
        if self.played and tag == self.played[-1][0]:
            tag = self.played.pop()[1] or tag
        self._ended = tag not in _INLINE
        if tag in _SILENT:
            self.silent = max(self.silent - 1, 0)
        elif tag in _TITLES and self.title is not None:
            self._entitled(tag, clean_text("".join(self.title)))
        elif tag == "pre":
            self._end_pre()
        elif tag == "table" and self.open:
            self._end_table()
        elif tag in ("td", "th", "tr") and self.open:
            self._end_cell(self.open[-1])
        elif self.raised and tag == self.raised[-1][0]:
            self._end_raised(self.raised.pop())
        elif not self.open:
            self._end_around(tag)

    def _end_table(self) -> None:
        """Close a table; one that is a frame around a text, or has a runner's splits, is of its cell."""
        table = self.open.pop()
        self._end_cell(table)
        texts = [cell for row in table.rows for cell in row if cell]
        outer = self.open[-1].cell if self.open else None
        if outer is None:
            return
        text = texts[0] if len(texts) == 1 else points_in(table.rows) if heads_runners(self.open[-1].rows) else ""
        if text:
            outer.append(f"\n{text}\n")
            table.rows.clear()
        elif self.open[-1].is_below and (told := told_below(table.rows)):
            self.open[-1].below[len(self.open[-1].rows) - 2] = told
            table.rows.clear()

    def _end_around(self, tag: str) -> None:
        self._linked = self._linked and tag != "a"
        self._aside = max(self._aside - (tag in _ASIDE), 0)
        if tag in _BLOCKS:
            self._end_words()

    def _end_raised(self, begun: tuple[str, int]) -> None:
        """What is set small stands below the rest of its cell; a footnote's mark is left out."""
        tag, at = begun
        cell = self.open[-1].cell if self.open else None
        if cell is None:
            return
        before, text = "".join(cell[:at]).strip(), clean_text("".join(cell[at:]))
        if not text or not before or _PART_OF_TIME.search(f"{before}\0{text}"):
            cell[at:] = [text]
        elif tag != "sup":
            cell[at:] = ["\n", text, " "]
        else:
            note = _NOTE.fullmatch(text) is not None
            self.footnotes += note and not text.isalpha()
            cell[at:] = [] if note else [" ", text]

    def _end_pre(self) -> None:
        """Text set in columns is a list by itself, also within a cell; of one line it is the cell's."""
        self.pre = max(self.pre - 1, 0)
        text = "".join(self.set)
        self.set = []
        cell = self.open[-1].cell if self.open else None
        if cell is not None and "\n" not in text.strip():
            cell.append(text)
        else:
            self.texts.end(text)

    def _entitled(self, tag: str, text: str) -> None:
        self.title = None
        if not text:
            return
        if tag != "title":
            self.heads.append(text)
        if tag == "caption" and self.open:
            self.open[-1].above.append(text)
        else:  # in a cell it is of the tables in that cell
            titles = self.open[-1].titles if self.open else self.titles
            lower = [known for known in titles if known > tag and known != "title"]
            for known in (tag, *lower):
                titles.pop(known, None)
            titles[tag] = text

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if self.silent or self.hidden:
            return
        if self.title is not None:
            self.title.append(data)
        if self.pre:
            self.set.append(data)
        elif self.open:
            if (cell := self.open[-1].cell) is not None:
                if self._ended and cell and _GLUED.search(f"{cell[-1][-2:]}\0{data[:2]}"):
                    cell.append(" ")
                cell.append(data.replace("\n", " ").replace("\r", " "))
        elif self.title is None and not self._linked and not self._aside:
            self._words.append(data)
        self._ended = False

    def sheets(self) -> tuple[SheetRows, ...]:
        """The tables with more than a row and a column, each below what stands above it."""
        made: list[SheetRows] = []
        facts, days = dict(self.facts), list[str]()
        for table in self.tables:
            table.end_cell()
            table.fold_rows()
            days += filter(is_day, table.beside)
            numbers = [at for at, row in enumerate(table.rows) if any(row)]
            heads = {place for place, at in enumerate(numbers) if at in table.heads}
            rows = lines_apart([table.rows[at] for at in numbers], heads)
            kept = _lettered([(row, table.lines[at]) for row, at in zip(rows, numbers, strict=True)])
            if (found := facts_in([row for row, _ in kept])) is not None:
                facts |= {key: text for key, text in found.items() if key not in facts}
                continue
            kept = [*table.headings(), *kept]
            if len(kept) < _FEWEST or max(len(row) for row, _ in kept) < _FEWEST:
                self.heads_alone += [row for row, _ in kept if heads_runners([row])]
                continue
            above = [text for text in dict.fromkeys(reversed(table.above)) if text]
            facts = {**facts_of_lines(table.beside), **facts}
            above += lines_beside([*days, *table.beside], above)
            rows = [*([text] for text in above), *(row for row, _ in kept)]
            lines = [*[kept[0][1]] * len(above), *(line for _, line in kept)]
            name = above[0] if above else ""
            known = {sheet.name for sheet in made}
            made.append(SheetRows(name if name and name not in known else f"table {len(made) + 1}", rows, lines))
        runner = of_runner(facts)
        if runner and (name := named_by(self.heads)):
            runner.setdefault("name", name)
            made = [_without_line(sheet, [name]) for sheet in made]
        said = {key: text for key, text in facts.items() if key not in runner}
        return (
            tuple(sheet._replace(comments=said, headed=False, runner=runner) for sheet in made)
            if facts
            else tuple(made)
        )


def _without_line(sheet: SheetRows, row: list[str]) -> SheetRows:
    """A table without a line above it."""
    kept = [at for at, own in enumerate(sheet.rows) if own != row]
    return sheet._replace(rows=[sheet.rows[at] for at in kept], lines=[sheet.lines[at] for at in kept])


_GLUED = re.compile(r"[^\W_]\0[^\W_]|[\])]\0[^\W_]")
"""Where an element ends and the next begins, and nothing stands between them: a browser sets them apart."""
_TIMED = re.compile(r"\d:\d\d(?:[.,]\d{1,3})?\s*$")
"""A whole time, behind which a piece of its cell begins that is none of it: `13:38<span>2</span>`."""
_PART_OF_TIME = re.compile(r"\d[.,:]\0\d{1,3}$|\d\0[.,:]\d{1,3}$")
_NOTE = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§#]+|note \w{1,3})\s*[\])]?|st|nd|rd|th|er|e|o|a|º|ª", re.IGNORECASE)
"""A footnote's mark, or how an ordinal number ends."""


def _place(told: str) -> str:
    """The place of which a picture tells; empty where it tells of none."""
    match = _PLACE.match(told)
    return (match[1] or _MEDALS[match[2].lower()]) if match is not None else ""


def _day_of(attrs: dict[str, str | None]) -> str:
    """The day that a `time` says, but for that on which a page was written; empty where it says none."""
    told = f"{attrs.get('class')} {attrs.get('itemprop')}"
    match = re.match(r"\d{4}-\d\d-\d\d", attrs.get("datetime") or "")
    return match[0] if match is not None and "pubdate" not in attrs and not _WRITTEN.search(told) else ""


_WRITTEN = re.compile(r"publish|updat|modif|creat|entry|post", re.IGNORECASE)


def _called(attrs: dict[str, str | None]) -> str:
    """What a cell says that it has, for small screens or by its class."""
    for key in ("data-label", "data-title", "data-th", "data-field", "data-column"):
        if text := clean_text(attrs.get(key) or ""):
            return text
    classes = [
        re.sub(r".*__|.*--|^(?:col(?:umn)?|cell|field|td|result|athlete|runner|participant|type)[-_]", "", name)
        for name in (attrs.get("class") or "").split()
    ]
    return next(filter(is_heading, classes), "")


def _is_hidden(attrs: dict[str, str | None], in_cell: bool) -> bool:
    """Whether an element is not shown, or is a sign in a cell, which some fonts draw for its name: `arrow_upward`."""
    called = attrs.get("class") or ""
    sign = in_cell and "flag" not in called and _ICON.search(called) is not None
    return (
        sign
        or _UNSEEN.search(called) is not None
        or "hidden" in attrs
        or "display:none" in (attrs.get("style") or "").replace(" ", "").lower()
    )


_UNSEEN = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|assistive-text|u-hidden|mw-editsection|noprint)(?:$|\s)"
)
"""What is read out, and not shown, and what one may click on beside a heading: `[edit]`."""
_ICON = re.compile(r"(?:^|[\s-])(?:material-)?icons?\b|\bmdi\b|\bglyphicon|\bfa[srb]?\b")


def _lettered(kept: list[tuple[list[str], int]]) -> list[tuple[list[str], int]]:
    """The rows without the letters and numbers that a spreadsheet's page has around them (`A`, `B`; 1, 2)."""
    first = kept[0][0] if kept else []
    if len(first) < _FEWEST or first[0] or first[1:] != [chr(ord("A") + at) for at in range(len(first) - 1)]:
        return kept
    return [(row[1:], line) for row, line in kept[1:]]
