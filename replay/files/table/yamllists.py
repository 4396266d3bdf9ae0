"""Lists of results in YAML that are no race files: what JSON has in objects and lists, each value as it is written."""

from replay.files.source import Choices, Reading, Source
from replay.files.table.known_keys import UnreadableObjects
from replay.files.table.objects import lists_of
from replay.files.table.sheets import read_sheets
from replay.files.yaml import reading
from replay.files.yaml.yamltree import Mapping, Node, Scalar, read_tree
from replay.race.problems import UnreadableRace


def read(source: Source, choices: Choices) -> Reading:
    """The list in YAML; what has none is told to be no race file. See `replay.files.formats.Format.read`."""
    try:
        root, _ = read_tree(source.data, str(source.path))
        sheets = lists_of(_plain(root))
    except (UnreadableRace, UnreadableObjects):
        sheets = ()
    return read_sheets(source, choices, sheets, "lists", "YAML list") if sheets else reading.read(source, choices)


def _plain(node: Node) -> object:
    """A node as JSON would have it, its scalars as they are written."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.items}
    return [_plain(item) for item in node.items]
