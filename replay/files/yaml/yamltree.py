"""YAML text to a small tree that keeps every scalar as it was written.

A YAML loader would read `1:54.31` as 114.31, `1:05:22` as 3922, the nation `NO` as False, and let the second of two
equal keys win without a word. So the tree is built from the parser's events: scalars keep their text, everything keeps
its line, and depth, size and aliases are bounded while reading. (libyaml's composer ends the process on 100,000 nested
brackets and the Python one raises RecursionError at 3,000; the events of both are safe, and nothing here recurses.)
"""

import re
from collections.abc import Sized
from typing import Any, NamedTuple

import yaml

from replay.files.cleaning import clean_text
from replay.race.problems import Problem, UnreadableRace

MAX_BYTES = 4_000_000
"""The largest file read as YAML: some 30,000 entries; larger fields belong in a CSV beside it."""
MAX_DEPTH = 50
"""The deepest nesting read; a race file needs six levels."""

MAX_ITEMS = 100_000
"""The longest list or map read: as many runners as any file may have."""
MAX_EVENTS = 1_000_000
"""Values, and beginnings and ends of lists and maps: what the largest file has whose values are not of one letter."""
MAX_PROBLEMS = 20_000
"""Things that are wrong in a file, after which no more is looked for."""

_TOO_DEEP = f"lists and maps are nested more than {MAX_DEPTH} deep"

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it: it is ten times as fast."""

QUOTE_HINT = "put the whole value in quotes, or write `|` after the key and the text on the next line, indented"


class Scalar(NamedTuple):
    """A value as written; `text` is free of control characters."""

    text: str
    line: int
    quoted: bool = False
    lines: tuple[str, ...] = ()
    """Of a text of several, as after `|`, each by itself."""


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    line: int


class Mapping(NamedTuple):
    """A map, its keys in the file's order, each once."""

    items: tuple[tuple[Scalar, "Node"], ...]
    line: int

    def get(self, key: str) -> "Node | None":
        """The value under a key, or None."""
        return next((value for name, value in self.items if name.text == key), None)


Node = Scalar | Sequence | Mapping


def read_tree(data: bytes, path: str) -> tuple[Node, tuple[Problem, ...]]:
    """Read one YAML document.

    Args:
        data: The file's bytes; any bytes at all.
        path: The file's name, for problems.

    Returns:
        The tree, and what was left out of it: second values of equal keys, aliases, keys that are no text.

    Raises:
        UnreadableRace: The bytes are no YAML, or too large or too deeply nested; with one problem that says where.
    """
    if len(data) > MAX_BYTES:
        text = f"the file has {len(data):,} bytes, and at most {MAX_BYTES:,} are read as YAML"
        raise UnreadableRace([Problem(path, None, text, "put the entries into a CSV file: `entries: results.csv`")])
    text = _decode(data, path)
    try:
        return _Builder(path).build(LOADER(text))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise UnreadableRace([_explain(error, text, path)]) from None


def add_problem(problems: list[Problem], problem: Problem) -> None:
    """Add a problem to those that were found.

    Raises:
        UnreadableRace: There are so many that the rest of the file is not looked at.
    """
    if len(problems) >= MAX_PROBLEMS:
        text = f"more than {MAX_PROBLEMS:,} things are wrong in the file, and from here on it is not read"
        raise UnreadableRace([*problems, Problem(problem.path, problem.line, text)])
    problems.append(problem)


def plain(node: Node) -> Any:  # noqa: ANN401 (the very point: data as a YAML 1.2 editor sees it)
    """The tree as plain data, as YAML 1.2 sees it: unquoted numbers are numbers, everything else is text."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if node.quoted:
        return node.text
    if node.text in _YAML12_WORDS:
        return _YAML12_WORDS[node.text]
    if re.fullmatch(r"[-+]?[0-9]+", node.text):
        return int(node.text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", node.text):
        return float(node.text)
    return node.text


_YAML12_WORDS: dict[str, bool | None] = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    "null": None,
    "Null": None,
    "NULL": None,
    "~": None,
    "": None,
}


def _decode(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        raise UnreadableRace([Problem(path, line, text, "save the file as UTF-8")]) from None


class _Open:
    """A list or map whose end has not come yet."""

    def __init__(self, line: int, is_map: bool) -> None:
        self.line = line
        self.is_map = is_map
        self.items: list[Node] = []
        self.pairs: list[tuple[Scalar, Node]] = []
        self.seen: dict[str, int] = {}
        self.merged: tuple[tuple[Scalar, Node], ...] = ()
        """Pairs of another map, which count where this one has no such key: `<<: *school`."""
        self.key: Node | None = None
        self.expects_key = True

    def close(self) -> Node:
        if not self.is_map:
            return Sequence(tuple(self.items), self.line)
        pairs = self.pairs + [pair for pair in self.merged if pair[0].text not in self.seen]
        return Mapping(tuple(pairs), self.line)


_MOST_ALIASES = 20_000
_FLAT = 50
"""Values of what an alias may name."""


def _is_flat(node: Node) -> bool:
    """Whether nothing lies in a list or map but a few scalars."""
    if isinstance(node, Scalar) or len(node.items) > _FLAT:
        return isinstance(node, Scalar)
    held = (item[1] for item in node.items) if isinstance(node, Mapping) else iter(node.items)
    return all(isinstance(one, Scalar) for one in held)


class _Builder:
    """Turns events into a tree with a stack of its own."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.anchors: dict[str, Node] = {}
        """What has an anchor and is flat, so that nothing grows where an alias names it."""
        self.begun: list[str | None] = []
        self.named = 0

    def build(self, loader: Any) -> tuple[Node, tuple[Problem, ...]]:  # noqa: ANN401 (PyYAML has no types)
        """One document; a race file has thousands of events, and most of them are scalars.

        Raises:
            UnreadableRace: It has too many values, lists or maps, or is nested too deeply.
        """
        get, add = loader.get_event, self.add
        scalar: Any = yaml.ScalarEvent
        count = 0
        while (event := get()) is not None:
            count += 1
            if count > MAX_EVENTS:
                text = f"the file has more than {MAX_EVENTS:,} values, lists and maps, which is not read"
                raise UnreadableRace([Problem(self.path, _line(event), text)])
            if type(event) is scalar:
                if event.tag is not None:
                    self.check_tag(event)
                found = Scalar(clean_text(event.value), event.start_mark.line + 1, bool(event.style))
                if event.style == "|":
                    found = found._replace(lines=tuple(map(clean_text, event.value.splitlines())))
                if event.anchor is not None:
                    self.anchors[event.anchor] = found
                add(found)
            elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                text = "a second document begins here and is not read"
                self.tell(_line(event), text, "a race file is one document: take the line '---' out")
                break
            else:
                self.take(event)
        return self.root or Scalar("", 1), tuple(self.problems)

    def take(self, event: Any) -> None:  # noqa: ANN401
        if isinstance(event, yaml.CollectionStartEvent):
            if event.tag is not None:
                self.check_tag(event)
            self.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            node, anchor = self.stack.pop().close(), self.begun.pop()
            if anchor is not None and _is_flat(node):
                self.anchors[anchor] = node
            self.add(node)
        elif isinstance(event, yaml.AliasEvent) and event.anchor in self.anchors and self.named < _MOST_ALIASES:
            self.named += 1
            self.add(self.anchors[event.anchor])
        elif isinstance(event, yaml.AliasEvent):
            name = clean_text(event.anchor or "")
            self.tell(_line(event), f"the alias '*{name}' is not read", f"write it out, or {QUOTE_HINT}")
            self.add(None)

    def open(self, event: Any) -> None:  # noqa: ANN401
        if len(self.stack) >= MAX_DEPTH:
            raise UnreadableRace([*self.problems, Problem(self.path, _line(event), _TOO_DEEP)])
        self.stack.append(_Open(_line(event), isinstance(event, yaml.MappingStartEvent)))
        self.begun.append(event.anchor)

    def add(self, node: Node | None) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.is_map:
            if node is not None:
                self.bound(top.items, top)
                top.items.append(node)
        elif top.expects_key:
            top.key, top.expects_key = node, False
        else:
            key, top.key, top.expects_key = top.key, None, True
            if isinstance(key, Scalar) and key.text == "<<" and isinstance(node, Mapping):
                top.merged += node.items
            elif isinstance(key, Scalar) and node is not None and key.text not in top.seen:
                self.bound(top.pairs, top)
                top.seen[key.text] = key.line
                top.pairs.append((key, node))
            elif key is not None and node is not None:
                self.refuse(top, key)

    def bound(self, held: Sized, top: _Open) -> None:
        """Go no further where a list or map is too long.

        Raises:
            UnreadableRace: It is.
        """
        if len(held) >= MAX_ITEMS:
            text = f"a list or map begins here of more than {MAX_ITEMS:,} items, which is not read"
            hint = "put the entries into a CSV file: `entries: results.csv`"
            raise UnreadableRace([Problem(self.path, top.line, text, hint)])

    def refuse(self, top: _Open, key: Node) -> None:
        """A pair that is left out for its key."""
        if not isinstance(key, Scalar):
            text = "a list or map stands where a key is expected, and is left out"
            self.tell(key.line, text, "put values that begin with [ or { in quotes")
        else:
            text = f"the key {key.text!r} stands here for the second time, and only line {top.seen[key.text]} is read"
            self.tell(key.line, text, "take one of the two out")

    def check_tag(self, event: Any) -> None:  # noqa: ANN401
        if event.tag != "!" and not event.tag.startswith("tag:yaml.org,2002:"):
            self.tell(_line(event), f"the tag {clean_text(event.tag)[:60]!r} is not read", QUOTE_HINT)

    def tell(self, line: int, message: str, hint: str) -> None:
        add_problem(self.problems, Problem(self.path, line, message, hint))


def _line(event: Any) -> int:  # noqa: ANN401
    return int(event.start_mark.line) + 1


def _explain(error: Exception, text: str, path: str) -> Problem:
    """What PyYAML says, in one sentence, with the line and what people most often meant."""
    lines = text.splitlines() or [""]
    if isinstance(error, yaml.reader.ReaderError):
        position = error.position if isinstance(error.position, int) else 0
        line = text.encode("utf-8", "replace").count(b"\n", 0, position) + 1
        bad = next(
            (at for at, row in enumerate(lines, 1) if re.search(r"[^\t\x20-\x7e\x85\xa0-\U0010ffff]", row)), line
        )
        return Problem(path, bad, "a control character stands in the file", "take it out")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = min(mark.line + 1, len(lines)) if mark is not None else 1
    if mark is not None and _brackets_open(text[: mark.index]) > MAX_DEPTH:
        # It reads ahead of its events, and newer ones count depth while they do.
        return Problem(path, line, _TOO_DEEP)
    row = lines[line - 1]
    said = clean_text(str(getattr(error, "problem", None) or error))[:200]
    shown = clean_text(row)[:80]
    return Problem(path, line, f"this is not YAML: {said}, in {shown!r}", _slip_hint(row, said))


def _brackets_open(text: str) -> int:
    return sum(text.count(sign) for sign in "[{") - sum(text.count(sign) for sign in "]}")


def _slip_hint(row: str, said: str) -> str:
    """A way out of the usual slips: a colon or quotation marks within a value, or a value that begins with a sign."""
    if "\t" in row[: len(row) - len(row.lstrip())] or "'\\t'" in said:
        return "indent with spaces, not with tabs"
    if ("expected '-' indicator" in said or "<block end>" in said) and re.search(r":\s+[\"'\[]", row) is None:
        return "indent it like the other keys beside it: those of one map stand below one another"
    if re.search(r"[\w-]:\s+\S", row) or re.match(r"\s*-\s+\S", row):
        return QUOTE_HINT
    return "an opening quotation mark, bracket or brace may lack its other half, or the indentation is uneven"
