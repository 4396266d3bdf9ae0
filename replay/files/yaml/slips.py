"""YAML as people type it: tabs, colons in a title, braces that were forgotten, several documents, other encodings.

What is not YAML is tried again with the slip mended where it was found, and that is told; what no mending helps is
refused as it stands.
"""

import re
from collections.abc import Sequence as Several

from replay.files.yaml.yamltree import MAX_BYTES, Mapping, Node, Scalar, Sequence, read_tree
from replay.race.problems import Problem, Severity, UnreadableRace

_MOST = 60
"""Lines of a file that are mended."""
_LARGEST = 400_000
"""Bytes of a file of which lines are mended: people do not type more."""
_WIDTHS = (2, 4, 8)
"""Blanks that a tab may stand for."""
_DOCUMENT = re.compile(r"^(?:---[ \t]*(?:#.*)?|\.\.\.[ \t]*)$", re.MULTILINE)
_COMMENT = re.compile(r"\s#(?=\s|$).*")
_PAIRS = re.compile(r"(\s*(?:- +)?)([^\s{}\[\]'\"#][^:{}\[\]]*: [^{}]*?, *[^\s:,{}]+: .*)")
_PAIR = re.compile(r"(\s*(?:- +)?[^\s{}\[\]'\"#:][^:{}\[\]]*): +([^'\"|>{\[].*?)\s*")
_QUOTE = str.maketrans({"\\": "\\\\", '"': '\\"'})


def read_typed(data: bytes, path: str) -> tuple[Several[Node], tuple[Problem, ...]]:
    """The documents of a file, with what was wrong and what was mended.

    Raises:
        UnreadableRace: No mending helps; it is about the file as it stands.
    """
    data, told = _as_utf8(data)
    found: list[Node] = []
    for part in _documents(data):
        node, problems = _read(part, path)
        found.append(node)
        told += problems
    return found, tuple(told)


def _as_utf8(data: bytes) -> tuple[bytes, list[Problem]]:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark) and len(data) <= MAX_BYTES:
            try:
                return data.decode(encoding).encode(), []
            except UnicodeError:
                return data, []
    return data, []


def _documents(data: bytes) -> list[bytes]:
    """Those documents of a file that say anything, each with blank lines before it: its lines keep their numbers."""
    if data.count(b"\n---") + data.startswith(b"---") < 1 or len(data) > _LARGEST:
        return [data]
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return [data]
    parts, start = [], 0
    for match in [*_DOCUMENT.finditer(text), None]:
        end = match.start() if match is not None else len(text)
        if any(map(_says, text[start:end].split("\n"))):
            parts.append(("\n" * text.count("\n", 0, start) + text[start:end]).encode())
        start = match.end() if match is not None else end
    return (parts or [b""]) if len(parts) <= _MOST else [data]


def _says(line: str) -> bool:
    """Whether it says anything: no comment, and no directive before the first document, such as `%YAML 1.2`."""
    return line.strip()[:1] not in ("", "#") and not line.startswith("%")


def _read(data: bytes, path: str) -> tuple[Node, list[Problem]]:
    try:
        node, problems = read_tree(data, path)
        return node, list(problems)
    except UnreadableRace as error:
        if len(data) > _LARGEST:
            raise
        mended = _mended(data, path, error)
        if mended is None:
            raise
        return mended


def _mended(data: bytes, path: str, error: UnreadableRace) -> tuple[Node, list[Problem]] | None:
    """The file with its slips mended one after the other; None where that does not help."""
    try:
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError:
        return None
    told: list[Problem] = []
    mended = lines
    tabbed = [at for at, line in enumerate(lines) if "\t" in line[: len(line) - len(line.lstrip())]]
    for width in _WIDTHS if tabbed else ():
        many = f"{len(tabbed)} lines" if len(tabbed) > 1 else "a line"
        said = f"tabs indent {many}, and are read as {width} blanks each"
        problem = Problem(path, tabbed[0] + 1, said, "indent with blanks, not with tabs", Severity.WARNING)
        blank = [_without_tabs(line, width) for line in lines]
        try:
            node, problems = read_tree("\n".join(blank).encode(), path)
            return node, [problem, *problems]
        except UnreadableRace as again:
            if not told:
                mended, told, error = blank, [problem], again
    lines = mended
    seen: set[int] = set()
    for _ in range(_MOST):
        line = error.problems[-1].line
        found = _mend_at(lines, line, seen)
        if found is None:
            return None
        at, said = found
        seen.add(at)
        told.append(Problem(path, at + 1, said, "put a value with a colon in quotes", Severity.WARNING))
        try:
            node, problems = read_tree("\n".join(lines).encode(), path)
            return node, [*told, *problems]
        except UnreadableRace as again:
            error = again
    return None


def _without_tabs(line: str, width: int) -> str:
    rest = line.lstrip()
    return line[: len(line) - len(rest)].replace("\t", " " * width) + rest


def _mend_at(lines: list[str], line: int | None, seen: set[int]) -> tuple[int, str] | None:
    """Mend the line that is wrong, or one just before it; which it was, and what was done."""
    if line is None:
        return None
    for at in (line - 1, line - 2):
        if not 0 <= at < len(lines) or at in seen:
            continue
        text = _COMMENT.sub("", lines[at])
        if (match := _PAIRS.fullmatch(text)) is not None:
            lines[at] = f"{match[1]}{{{match[2].rstrip()}}}"
            return at, "several keys stand in one line, which is read as if braces stood round them"
        if (match := _PAIR.fullmatch(text)) is not None:
            lines[at] = f'{match[1]}: "{match[2].translate(_QUOTE)}"'
            return at, f"the value {match[2][:60]!r} is read as if it stood in quotes"
    return None


def as_one(documents: Several[Node], path: str) -> tuple[Node, tuple[Problem, ...]]:
    """Several documents as one: what is said of a race, its list, and runners who have a document each.

    Where each is a race of its own, it is the first, and that is told.
    """
    first, *others = documents
    if not others:
        return first, ()
    if (whole := together(documents)) is not None:
        return whole, ()
    line = others[0].line
    text = "a second document begins here and is not read"
    return first, (Problem(path, line, text, "a race file is one document: take the line '---' out"),)


def together(documents: Several[Node]) -> Node | None:
    """What several documents are together; None where they are several things of one kind."""
    maps = [one for one in documents if isinstance(one, Mapping)]
    lists = [one for one in documents if isinstance(one, Sequence)]
    if len(maps) + len(lists) < len(documents) or len(lists) > 1:
        return None
    keys = [{key.text for key, _ in one.items} for one in maps]
    heads = maps
    if not lists and len(maps) > 2 and len(keys[-1] & keys[-2]) > 1:
        alike = [one for one, own in zip(maps, keys, strict=True) if len(own & keys[-1]) > 1]
        if any(isinstance(held, Sequence) for one in alike for key, held in one.items if key.text in _ENTRIES):
            return None
        heads = [one for one in maps if one not in alike]
        lists = [Sequence(tuple(alike), alike[0].line)]
    pairs = [pair for one in heads for pair in one.items]
    if len({key.text for key, _ in pairs}) < len(pairs):
        return None
    if lists and any(key.text in _ENTRIES for key, _ in pairs):
        return None
    rows = lists[0] if lists else None
    held = [(Scalar("entries", rows.line), rows)] if rows is not None else []
    return Mapping((*pairs, *held), documents[0].line)


_ENTRIES = frozenset(("entries", "results", "runners", "athletes", "finishers", "participants"))
