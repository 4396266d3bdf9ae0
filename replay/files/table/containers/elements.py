"""Lists in XML of no standard: elements of one name with the runner's name and a time, as attributes or within them."""

from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.known_keys import UnreadableObjects
from replay.files.table.containers.objects import lists_of
from replay.files.table.containers.sheets import read_sheets
from replay.files.xmltree import Element, UnreadableXml, read_xml
from replay.race.problems import Problem, UnreadableRace


def read(source: Source, choices: Choices) -> Reading:
    """The list in XML; see `replay.files.formats.Format.read`."""
    path = str(source.path)
    try:
        root = read_xml(source.data)
    except UnreadableXml as error:
        raise UnreadableRace([Problem(path, error.line, f"this is no XML: {error}")]) from None
    try:
        sheets = lists_of({root.tag: _plain(root)})
    except UnreadableObjects as error:
        raise UnreadableRace([Problem(path, root.line, str(error))]) from None
    if sheets:
        return read_sheets(source, choices, sheets, "lists", "XML")
    hint = "IOF XML, GPX, TCX and LENEX are read, and lists of elements with names and times"
    raise UnreadableRace([Problem(path, root.line, f"this XML begins with {root.tag[:40]!r}, and is not read", hint)])


def _as_lists(alike: list[object]) -> None:
    """What is a list in one of several elements is one in the others too, where there is only one of it."""
    objects = [one for one in alike if isinstance(one, dict)]
    lists = {tag for one in objects for tag, held in one.items() if isinstance(held, list)}
    for one in objects:
        one.update({tag: [one[tag]] for tag in lists & one.keys() if not isinstance(one[tag], list)})


def _plain(element: Element) -> object:
    """An element as JSON would have it: its text, or what it holds by name, a list where several are called alike."""
    held: dict[str, object] = dict(element.attributes)
    by: dict[str, list[object]] = {}
    for child in element.children:
        by.setdefault(child.tag, []).append(_plain(child))
    for found in by.values():
        _as_lists(found)
    held |= {tag: found[0] if len(found) == 1 else found for tag, found in by.items()}
    if held and element.text:
        held.setdefault("text", element.text)
    return held or element.text
