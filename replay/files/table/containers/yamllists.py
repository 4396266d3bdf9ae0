"""Lists of results in YAML that are no race files: what JSON has in objects and lists, each value as it is written."""

import re
from dataclasses import replace

from replay.files.cleaning import clean_text
from replay.files.source import Choices, Reading, Source
from replay.files.table.about import says_of_race
from replay.files.table.containers.known_keys import UnreadableObjects
from replay.files.table.containers.objects import lists_of
from replay.files.table.containers.sheets import read_sheets
from replay.files.table.wording.spoken import is_sentence
from replay.files.yaml import reading
from replay.files.yaml.keys import RACE
from replay.files.yaml.mending import respelt
from replay.files.yaml.reader import Reader
from replay.files.yaml.slips import read_typed, together
from replay.files.yaml.yamltree import Mapping, Node, Scalar, Sequence
from replay.race.events import event_in
from replay.race.names import fold
from replay.race.problems import Problem, UnreadableRace


def read(source: Source, choices: Choices) -> Reading:
    """The list in YAML; what has none is told what a list looks like. See `replay.files.formats.Format.read`."""
    root, spelling = _root(source)
    made = _read_list(root, spelling, source, choices)
    if made is not None:
        return made
    if isinstance(root, Mapping) and sum(key.text in RACE for key, _ in root.items) > 1:
        return reading.read(source, choices)  # a race file that is not finished
    raise UnreadableRace([Problem(str(source.path), None, "no list of results is found in this YAML", _FORM)])


def list_in(source: Source, choices: Choices) -> Reading | None:
    """The race of the list in a YAML; None where there is no list.

    Raises:
        UnreadableRace: The YAML is broken, or no race can be made of its list.
    """
    return _read_list(*_root(source), source, choices)


def _root(source: Source) -> tuple[Node, Reader]:
    """All that a YAML file has, its keys as they were meant, and what there is to say of them."""
    path = str(source.path)
    documents, found = read_typed(source.data, path)
    spelling = Reader(path, found)
    whole = together(documents) if len(documents) > 1 else documents[0]
    root = whole if whole is not None else Sequence(tuple(documents), 1)
    return _with_comments(respelt(root, spelling), source.start), spelling


def _read_list(root: Node, spelling: Reader, source: Source, choices: Choices) -> Reading | None:
    """The race of the list in a YAML; None where there is no list."""
    try:
        sheets = lists_of(_plain(root))
    except UnreadableObjects:
        sheets = ()
    if not sheets:
        return None
    found_in = read_sheets(source, choices, sheets, "lists", "YAML list")
    return replace(found_in, problems=(*spelling.problems, *found_in.problems))


_FORM = (
    "write `distance: 1500`, below it `entries:`, and below that a line for each runner, such as"
    ' `  - {name: Ada Alfa, result: "3:42.66"}`'
)


def _with_comments(root: Node, text: str) -> Node:
    """The list with what the comments above it say of the race: `# Distance: 5 miles`."""
    told: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        words = clean_text(line.lstrip("# "))
        match = _SAID.fullmatch(words)
        if match is not None and says_of_race(fold(match[1])):
            told.setdefault(match[1].lower(), match[2])
        elif event_in(words) is not None and words.count(",") < _CLAUSES and not is_sentence(words):
            told.setdefault("title", words)
    if not told:
        return root
    own = root.items if isinstance(root, Mapping) else ((Scalar("entries", 1), root),)
    known = {key.text.lower() for key, _ in own}
    said = ((Scalar(key, 1), Scalar(held, 1)) for key, held in told.items() if key not in known)
    return Mapping((*said, *own), root.line)


_CLAUSES = 2
"""Commas of a line that is a sentence, and calls no race: `time trial, indoor 200 m track, watch on the line`."""
_SAID = re.compile(r"([^\W\d_][\w ]{1,20}): *(\S.*)")
_TIMED = re.compile(r"\d:\d\d|\b(?:DNF|DNS|DQ|DSQ)\b")


def _plain(node: Node) -> object:
    """A node as JSON would have it, its scalars as they are written."""
    if isinstance(node, Scalar):
        rows = [line for line in node.lines if any(map(str.isdigit, line))]
        return rows if len(rows) > 1 and all(map(_TIMED.search, rows)) else node.text
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.items}
    return [_plain(item) for item in node.items]
