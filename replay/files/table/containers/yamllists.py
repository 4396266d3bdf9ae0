"""Lists of results in YAML that are no race files: what JSON has in objects and lists, each value as it is written."""

import re
from dataclasses import replace

from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.known_keys import UnreadableObjects
from replay.files.table.containers.objects import lists_of
from replay.files.table.containers.sheets import read_sheets
from replay.files.yaml import reading
from replay.files.yaml.keys import RACE
from replay.files.yaml.mending import respelt
from replay.files.yaml.reader import Reader
from replay.files.yaml.slips import read_typed, together
from replay.files.yaml.yamltree import Mapping, Node, Scalar, Sequence
from replay.race.problems import Problem, UnreadableRace


def read(source: Source, choices: Choices) -> Reading:
    """The list in YAML; what has none is told what a list looks like. See `replay.files.formats.Format.read`."""
    path = str(source.path)
    documents, found = read_typed(source.data, path)
    spelling = Reader(path, found)
    whole = together(documents) if len(documents) > 1 else documents[0]
    root = whole if whole is not None else Sequence(tuple(documents), 1)
    root = respelt(root, spelling)
    try:
        sheets = lists_of(_plain(root))
    except UnreadableObjects:
        sheets = ()
    if sheets:
        found_in = read_sheets(source, choices, sheets, "lists", "YAML list")
        return replace(found_in, problems=(*spelling.problems, *found_in.problems))
    if isinstance(root, Mapping) and sum(key.text in RACE for key, _ in root.items) > 1:
        return reading.read(source, choices)  # a race file that is not finished
    raise UnreadableRace([Problem(path, None, "no list of results is found in this YAML", _FORM)])


_FORM = (
    "write `distance: 1500`, below it `entries:`, and below that a line for each runner, such as"
    ' `  - {name: Ada Alfa, result: "3:42.66"}`'
)


_TIMED = re.compile(r"\d:\d\d|\b(?:DNF|DNS|DQ|DSQ)\b")


def _plain(node: Node) -> object:
    """A node as JSON would have it, its scalars as they are written."""
    if isinstance(node, Scalar):
        rows = [line for line in node.lines if any(map(str.isdigit, line))]
        return rows if len(rows) > 1 and all(map(_TIMED.search, rows)) else node.text
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.items}
    return [_plain(item) for item in node.items]
