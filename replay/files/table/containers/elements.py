"""Lists in XML of no standard: elements of one name with the runner's name and a time, as attributes or within them."""

import html
from collections.abc import Iterator

from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.known_keys import UnreadableObjects
from replay.files.table.containers.mop import plain_mop
from replay.files.table.containers.objects import lists_of
from replay.files.table.containers.sheets import read_sheets
from replay.files.table.containers.xml_plain import plain_of
from replay.files.table.containers.xmlbooks import sheets_in
from replay.files.xmltree import Element, UnreadableXml, read_xml
from replay.race.problems import Problem, UnreadableRace


def read(source: Source, choices: Choices) -> Reading:
    """The list in XML; see `replay.files.formats.Format.read`."""
    path = str(source.path)
    try:
        root = read_xml(source.data)
        book = sheets_in(root)
        held = plain_mop(root) or plain_of(root) if not book else None
        sheets = book or lists_of({root.tag: held} if not _are_lines(held) else held)
    except UnreadableXml as error:
        raise UnreadableRace([Problem(path, error.line, f"this is no XML: {error}")]) from None
    except UnreadableObjects as error:
        raise UnreadableRace([Problem(path, None, str(error))]) from None
    if book:
        return read_sheets(source, choices, book, "sheets", "workbook in XML")
    if sheets:
        return read_sheets(source, choices, sheets, "lists", "XML")
    if page := "\n".join(_pages(root)):
        from replay.files.table.containers.webpage import read_page  # a feed's articles are pieces of pages

        return read_page(page, source, choices)
    hint = "IOF XML, GPX, TCX and LENEX are read, and lists of elements with names and times"
    raise UnreadableRace([Problem(path, root.line, f"this XML begins with {root.tag[:40]!r}, and is not read", hint)])


def _are_lines(held: object) -> bool:
    """Whether an element has lines of text: `<r>1,Ada Alfa,4:22.10</r>`."""
    return isinstance(held, dict) and any(isinstance(one, list) and isinstance(one[0], str) for one in held.values())


def _pages(root: Element) -> Iterator[str]:
    """The pieces of web pages that stand as texts in elements, each below the title of what it is in."""
    for child in root.children:
        if "</" in child.text and "<t" in child.text.lower():
            title = root.value("title")
            yield f"<h1>{html.escape(title)}</h1>{child.text}"
        yield from _pages(child)
