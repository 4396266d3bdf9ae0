"""A story: races of the library in an order, with pages to read between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from replay.files.source import read_bytes
from replay.files.yaml import keys
from replay.files.yaml.header import read_sources
from replay.files.yaml.quotes import read_quotes
from replay.files.yaml.reader import Ground, Reader
from replay.files.yaml.yamltree import Node, Scalar, read_tree
from replay.race.names import Names
from replay.race.problems import Problem
from replay.race.race import Course, Quote, Regular
from replay.race.sources import Source


@dataclass(frozen=True, slots=True)
class RacePart:
    """A race to watch."""

    race: str
    """Its id in the library."""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Something to read."""

    text: str
    title: str = ""
    date: str = ""
    """As given: `2024-05-24`, `2024-05`."""
    quotes: tuple[Quote, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Races and pages in the order they are told."""

    id: str
    """The file's stem."""
    title: str
    parts: tuple[RacePart | Page, ...]
    note: str = ""
    between: tuple[str, ...] = ()
    """Two runners, whose score so far the pages show; empty for none."""
    cast: tuple[Regular, ...] = ()
    """Who is in several of the races, with one letter and one colour in all of them."""
    sources: dict[str, Source] = field(default_factory=dict)
    path: str = ""


def read_story(path: Path | str) -> tuple[Story, tuple[Problem, ...]]:
    """Read a story file.

    Returns:
        The story, and everything in the file that was left out.

    Raises:
        UnreadableRace: It is no YAML, or has no title or no parts.
    """
    path = Path(path)
    tree, found = read_tree(read_bytes(path), str(path))
    reader = Reader(str(path), found)
    if isinstance(tree, Scalar):
        reader.fail(tree.line, "the file is no map of keys and values", "begin with `story: the title`")
        raise reader.unreadable()
    values = reader.fields(tree, keys.STORY, "the story", needs="story")
    if not values:
        raise reader.unreadable()
    sources = read_sources(reader, values.get("sources"))
    parts = (_part(reader, item) for item in reader.items(values["parts"], "parts"))
    title, note = reader.text(values["story"], "story"), reader.text(values.get("note"), "note")
    told = tuple(part for part in parts if part is not None)
    story = Story(
        path.stem,
        title,
        told,
        note,
        _between(reader, values.get("between")),
        _cast(reader, values.get("cast")),
        sources,
        str(path),
    )
    if not story.parts:
        reader.fail(values["parts"].line, "the story has no parts that can be read", "add `- {race: …}`")
        raise reader.unreadable()
    return story, tuple(reader.problems)


def _between(reader: Reader, node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    names = tuple(reader.text(item, "between") for item in reader.items(node, "between"))
    if len(names) != 2:
        reader.error(node.line, f"`between` names {len(names)} runners", "name two, such as [Kerr, Ingebrigtsen]")
        return ()
    return names


def _cast(reader: Reader, node: Node | None) -> tuple[Regular, ...]:
    found = []
    for item in reader.items(node, "cast"):
        values = reader.fields(item, keys.REGULAR, "one of the cast", needs="regular")
        if values:
            found.append(Regular(reader.text(values["name"], "name"), reader.text(values.get("nation"), "nation")))
    return tuple(found)


def _part(reader: Reader, item: Node) -> RacePart | Page | None:
    values = reader.fields(item, keys.PART, "a part")
    if ("race" in values) == ("page" in values):
        reader.error(item.line, "a part is either a race or a page", "write {race: its-id} or {page: the text}")
        return None
    if "race" in values:
        return RacePart(reader.text(values["race"], "race"), item.line)
    return _page(reader, values)


def _page(reader: Reader, values: Mapping[str, Node]) -> Page | None:
    text = reader.text(values["page"], "page")
    if not text:
        return None
    quotes = read_quotes(reader, values.get("quotes"), Names(()), (), Ground(1.0, Course()))
    title, date = reader.text(values.get("title"), "title"), reader.text(values.get("date"), "date")
    return Page(text, title, date, quotes, reader.source(values.get("source")))
