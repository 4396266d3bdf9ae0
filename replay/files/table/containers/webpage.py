"""Web pages as a browser saves them: the tables in them, with the headings that stand above each.

Spreadsheets and old timing programs also write such pages and call them `.xls`. A table within a cell is a table of its
own, a cell over several columns or rows stands in each of them. A page without a table may have its list as text set in
columns (`<pre>`), in elements that repeat, or in a script, from which the browser would make it.
"""

import re
from contextlib import suppress
from dataclasses import replace

from replay.files.entities import readable, unescaped
from replay.files.source import Choices, Reading, Source
from replay.files.table.captions import is_only_event, is_part
from replay.files.table.containers.beside_tables import lines_beside
from replay.files.table.containers.known_keys import UnreadableObjects
from replay.files.table.containers.lined import lines_apart
from replay.files.table.containers.listing import listed_rows
from replay.files.table.containers.markdown_page import as_page, is_markdown_page
from replay.files.table.containers.objects import lists_in
from replay.files.table.containers.page import Page, TooManyCells
from replay.files.table.containers.repeated import repeated_rows
from replay.files.table.containers.scripts import values_in
from replay.files.table.containers.sheets import read_sheets, text_of
from replay.files.table.containers.workbook import SheetRows
from replay.files.table.reader import read as read_plain
from replay.files.understood import Tally
from replay.race.events import event_in
from replay.race.names import fold
from replay.race.problems import Problem, UnreadableRace

_MOST_TAGS = 2_000_000
"""As many as a hundred thousand rows of nine cells have."""


def is_web_page(source: Source) -> bool:
    """Whether a file is a web page: it begins with a tag, and says that it is one or has a table."""
    if not source.start.lstrip().startswith("<"):
        return source.start.lstrip()[:1] in ("-", "#") and is_markdown_page(text_of(source, Choices()))
    if (root := _ROOT.match(source.start)) is not None:  # it says that it is XML
        return root[1].lower() == "html" or _TABLE.search(source.start) is not None
    if _PIECE.match(source.start) is not None:
        return True
    return re.search(r"<(?:!doctype\s+html|html|table|body)\b", source.start, re.IGNORECASE) is not None


_ROOT = re.compile(r"\s*<\?xml\b[^>]*>(?:\s|<[!?][^>]*>)*<([\w:.-]+)", re.IGNORECASE)
_TABLE = re.compile(r"<table\b[^<>:]*>\s*<(?:thead|tbody|caption|colgroup|tr)\b", re.IGNORECASE)
_PIECE = re.compile(r"\s*<(?:div|ul|ol|dl|section|main|article|pre|span|p|h[1-6])(?:\s[^<>]*)?>", re.IGNORECASE)
"""How a piece of a page begins that was copied out of it."""


def read(source: Source, choices: Choices) -> Reading:
    """Read the table of a web page; see `replay.files.formats.Format.read`."""
    return read_page(as_page(text_of(source, choices)), source, choices)


def read_page(whole: str, source: Source, choices: Choices) -> Reading:
    """Read the table of a page whose text is given.

    Raises:
        UnreadableRace: There is none in it, or too much.
    """
    if (tags := whole.count("<")) > _MOST_TAGS:
        message = f"this web page has {tags:,} tags, and at most {_MOST_TAGS:,} are read"
        raise UnreadableRace([Problem(str(source.path), None, message, "save the list alone, as CSV")])
    text = whole_tags(whole)
    page = _parsed(text, str(source.path))
    failed: list[Problem] = []
    shown: Reading | None = None
    try:
        shown = _read_shown(page, text, source, choices)
    except UnreadableRace as error:
        failed += error.problems
    if shown is not None and shown.race is not None and len(shown.race.entries) not in _A_PAGE_OF:
        return shown
    made = _read_scripts(page, whole, source, choices)
    if made is not None and _runners(made) > (_runners(shown) if shown is not None else 0):
        return made
    if shown is None and made is not None and made.understood.questions:
        return made  # all it lacks is how far the race was
    if shown is None:
        raise UnreadableRace(failed)
    return shown


_DATED = re.compile(r'"@type"\s*:\s*"(?:Sports)?Event"[^{}]*?"startDate"\s*:\s*"(\d{4}-\d\d-\d\d)')
"""When the event is that a page tells searching machines of, as schema.org has it."""
_A_PAGE_OF = frozenset((10, 15, 20, 25, 30, 40, 50, 100))
"""Runners of whom a page may show so many first, and have the others in a script."""


def _runners(reading: Reading) -> int:
    return len(reading.race.entries) if reading.race is not None else 0


def _parsed(text: str, path: str) -> Page:
    page = Page()
    if (match := _DATED.search(text)) is not None:
        page.beside.append(match[1])
    try:
        page.feed(readable(text))
        page.close()
    except TooManyCells:
        message = "the tables of this web page have more cells than are read"
        raise UnreadableRace([Problem(path, None, message, "save the list alone, as CSV")]) from None
    return page


def _read_scripts(page: Page, whole: str, source: Source, choices: Choices) -> Reading | None:
    """The largest race of those in a page's scripts; None where there is none."""
    best: Reading | None = None
    titles = tuple(reversed(page.titles.values()))
    for value in values_in(whole, page.heads_alone):
        with suppress(UnreadableObjects, UnreadableRace):
            sheets = [sheet._replace(above=(*titles, *sheet.above)) for sheet in lists_in(_BREAK.sub(_LINE, value))]
            sheets = list(map(_apart, sheets))
            found = read_sheets(source, choices, sheets, "lists", "web page, a script of it")
            if best is None or _runners(found) > _runners(best):
                best = found
    return best


_BREAK = re.compile(r"(?:<|\\u003c)br\s*/?(?:>|\\u003e)", re.IGNORECASE)
_LINE = "\u23ce"
"""What stands for the end of a line in a cell until that is parted."""


def _apart(sheet: SheetRows) -> SheetRows:
    """A list of a script with a column for each line of its cells, as a table of the page has it."""
    if not any(_LINE in cell for row in sheet.rows[:_FEW] for cell in row):
        return sheet
    rows = [["\n".join(map(str.strip, cell.split(_LINE))) for cell in row] for row in sheet.rows]
    return sheet._replace(rows=lines_apart(rows, {0}))


_FEW = 20


def _read_shown(page: Page, text: str, source: Source, choices: Choices) -> Reading:
    """Read what a browser shows."""
    sheets = page.sheets()
    if _clocks(page.plain) > sum(_clocks(cell) for sheet in sheets for row in sheet.rows for cell in row):
        sheets = ()  # the tables are the page's layout
    if "type-" in text and (rows := listed_rows(text))[0]:
        above = tuple(page.titles.values())
        sheets = (*sheets, SheetRows("list", *rows, comments={}, above=above))
    if sheets:
        found = read_sheets(source, choices, sheets, "tables", "web page")
        return _with_footnotes(_titled(found, page), page.footnotes)
    if page.plain.strip():
        from replay.files.results.tabled import read_lines  # it knows the reader of tables

        if (table := _as_table(page, source, choices)) is not None:
            return table
        lines = [*page.heads, *lines_beside(page.beside, page.heads)]
        return read_lines([*lines, *page.plain.splitlines()], source, choices, "web page")
    if len(text) <= _MOST_WORDS and (repeated := repeated_rows(text))[0]:
        with suppress(UnreadableRace):
            found = read_sheets(source, choices, [SheetRows("list", *repeated)], "lists", "web page")
            if found.race is not None:
                return found
    lines = _in_words(text)
    if sum(map(_clocks, lines)) >= _FEWEST_TIMES:
        with suppress(UnreadableRace):  # there is no list in its words, either
            return _read_words([*page.heads, *lines], source, choices)
    message = "no table stands in this web page"
    hint = "a page may load its results when it is shown: select the list in the browser, copy it and paste it here"
    raise UnreadableRace([Problem(str(source.path), None, message, hint)])


def _titled(reading: Reading, page: Page) -> Reading:
    """The reading; a race called by no more than how far it was, and whose, by its page's title too."""
    race = reading.race
    if race is None or not is_only_event(race.title):
        return reading
    names = (page.titles.get(tag, "") for tag in ("h1", "title"))
    name = next((name for name in names if 0 < len(name) <= _LONGEST_TITLE and not is_part(name)), "")
    if not name or event_in(name) is not None or fold(name) in fold(race.title):
        return reading
    title = f"{name}, {race.title}"
    return replace(reading, race=replace(race, title=title), understood=replace(reading.understood, title=title))


_LONGEST_TITLE = 60


def _read_words(lines: list[str], source: Source, choices: Choices) -> Reading:
    """Read the lines that a browser shows: a runner in each, or a cell in each.

    Raises:
        UnreadableRace: They are no list.
    """
    from replay.files.results.stacked_lists import is_stacked, read_stacked
    from replay.files.results.tabled import read_lines

    found = read_lines(lines, source, choices, "web page")
    words = replace(source, data="\n".join(lines).encode())
    if found.race is None and is_stacked(words, found):
        found = read_stacked(words, choices)
        found = replace(found, understood=replace(found.understood, format="web page, its cells below one another"))
    return found


def _as_table(page: Page, source: Source, choices: Choices) -> Reading | None:
    """What stands in a page as CSV does in a file; None where it is none, or no race."""
    lines = page.plain.splitlines()
    if not any(sum(sign in line for line in lines) > _MOSTLY * len(lines) for sign in _SIGNS):
        return None
    text = "\n".join([*(f"# {head}" for head in page.heads), *lines])
    reading = read_plain(replace(source, data=text.encode()), replace(choices, encoding=None))
    form = replace(reading.understood, format="web page")
    return replace(reading, understood=form) if reading.race is not None else None


_SIGNS = (",", ";", "\t", "|")
_MOSTLY = 0.8


def _with_footnotes(reading: Reading, count: int) -> Reading:
    """What was read, with how many marks of footnotes were left out."""
    if not count:
        return reading
    told = Tally("marks of footnotes", count)
    understood = replace(reading.understood, left_out=(*reading.understood.left_out, told))
    return replace(reading, understood=understood)


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
    shown = unescaped(re.sub("<[^>]*>", "", _SHOWN_APART.sub("\n", text)))
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
