"""Lists on web pages that are made of no tables: elements of one kind after one another, each with a runner's texts.

A list's items, the rows of a grid of `div`s, a term and what is said of it: what each text is says its class
(`<span class="name">`), or a row of headings ahead, or the texts themselves do.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from replay.files.cleaning import clean_text
from replay.files.entities import readable
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.headings import read_heading, read_point
from replay.files.table.wording.likeliest import is_heading
from replay.files.table.wording.words import Meaning
from replay.race.events import event_in

_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "select", "button", "nav", "footer"))
_ALONE = frozenset(("li", "dt", "dd", "p", "option"))
"""What ends where the next begins, closed or not."""
_INLINE = frozenset(("small", "sup", "sub", "b", "i", "em", "strong", "abbr"))
"""What is set otherwise within a text: a mark behind a time."""
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "caption", "legend"))
_DEEPEST = 40
_FEWEST = 2
_MOSTLY = 0.6
_ENDS_IN_TIME = re.compile(r":\s*\d{1,3}(?::[0-5]\d){1,2}(?:[.,]\d{1,3})?\s*$")
"""How a text ends that says what its time is: `Temps : 17:45`."""
_LONGEST = 120
"""Characters of a heading."""


@dataclass(slots=True)
class _Node:
    tag: str
    attrs: Mapping[str, str | None]
    line: int
    held: list["_Node | str"] = field(default_factory=list)
    clocks: int = 0
    """Texts in it that are times."""

    def text(self) -> str:
        """All that stands in it."""
        return clean_text(" ".join(_texts(self)))

    def nodes(self) -> list["_Node"]:
        """The elements in it, but for breaks, pictures and what is not shown."""
        return [one for one in self.held if isinstance(one, _Node) and one.tag not in _VOID | _SILENT]


def _texts(node: _Node) -> Iterator[str]:
    for one in node.held:
        if isinstance(one, str):
            yield one
        else:
            yield from _texts(one)


class _Tree(HTMLParser):
    """A page as its elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("", {}, 1)
        self.open = [self.root]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        if tag in _ALONE and self.open[-1].tag in _ALONE and (tag == self.open[-1].tag or tag in ("dt", "dd")):
            self._end()
        if tag in _VOID or len(self.open) > _DEEPEST:
            return
        node = _Node(tag, dict(attrs), self.getpos()[0])
        node.clocks = sum(is_clock(text or "") for name, text in attrs if name.startswith("data-"))
        self.open[-1].held.append(node)
        self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        at = next((at for at in range(len(self.open) - 1, 0, -1) if self.open[at].tag == tag), 0)
        while at and len(self.open) > at:
            self._end()

    def _end(self) -> None:
        ended = self.open.pop()
        self.open[-1].clocks += ended.clocks

    def handle_data(self, data: str) -> None:
        if not self.silent and data.strip():
            self.open[-1].held.append(data)
            self.open[-1].clocks += is_clock(data.strip()) or _ENDS_IN_TIME.search(data) is not None

    def close(self) -> None:
        super().close()
        while len(self.open) > 1:
            self._end()


def repeated_rows(text: str) -> tuple[list[list[str]], list[int]]:
    """What stands above such a list, and its rows, as rows of cells, and the line of each; none where there is none.

    Args:
        text: A page in which each `<` begins a tag that ends.
    """
    page = _Tree()
    page.feed(readable(text))
    page.close()
    parents = [node for node in _walk(page.root) if node.clocks >= _FEWEST]
    worth = {id(node): found for node in parents if (found := _worth(node))}
    lists = [node for node in parents if id(node) in worth and not _has_lists(node, worth)]
    best = max(lists, key=lambda node: worth[id(node)], default=None)
    if best is None:
        return [], []
    kind = _kind(best)
    rows: list[tuple[list[tuple[str, str]], int]] = []
    for node in [best] if best is page.root else _in_order(page.root, kind):
        if _kind(node) == kind and node.clocks:
            rows += [(cells, line) for cells, line in _rows(node) if cells]
        else:
            rows.append(([("", node.text())], node.line))
    last = max((at for at, (cells, _) in enumerate(rows) if len(cells) > 1), default=None)
    if last is None:
        return [], []
    return _as_table([*rows[last + 1 :], *rows[: last + 1]])


def _walk(node: _Node) -> Iterator[_Node]:
    yield node
    for one in node.nodes():
        yield from _walk(one)


def _kind(node: _Node) -> tuple[str, str]:
    return node.tag, node.attrs.get("class") or ""


def _worth(node: _Node) -> int:
    """How many of the elements in an element are a runner's: they have a time, and as many texts as the others."""
    rows = [cells for cells, _ in _rows(node) if any(is_clock(text) for _, text in cells)]
    widths = Counter(map(len, rows))
    if len(rows) < _FEWEST or max(widths) < _FEWEST or not all(map(_has_word, rows)):
        return 0
    return len(rows) if max(widths.values()) >= _MOSTLY * len(rows) else 0


def _has_lists(node: _Node, worth: Mapping[int, int]) -> bool:
    """Whether most of what would be runners in an element are lists."""
    return 2 * sum(_is_list(one, worth) for one in node.nodes()) > worth[id(node)]


def _is_list(node: _Node, worth: Mapping[int, int]) -> bool:
    """Whether an element is a list itself, or has all its times in one: a heat, and no runner."""
    while id(node) not in worth:
        inner = next((one for one in node.nodes() if one.clocks == node.clocks > 0), None)
        if inner is None:
            return False
        node = inner
    return True


def _has_word(cells: Sequence[tuple[str, str]]) -> bool:
    return any(len(re.findall(r"[^\W\d_]", text)) > 1 for _, text in cells)


def _rows(node: _Node) -> Iterator[tuple[list[tuple[str, str]], int]]:
    """The cells of each element in one, with what each is called; of a list of terms those of each with what it has."""
    if node.tag == "dl":
        group: list[_Node] = []
        for one in (*node.nodes(), _Node("dt", {}, 0)):
            if one.tag == "dt" and group:
                yield [cell for part in group for cell in _cells(part)], group[0].line
                group = []
            group.append(one)
        return
    for one in node.nodes():
        yield _cells(one), one.line


def _cells(node: _Node, called: str = "") -> list[tuple[str, str]]:
    """What an element's texts are called, and they; one alone where words stand beside its elements."""
    told = [(name[5:], clean_text(text or "")) for name, text in node.attrs.items() if name.startswith("data-")]
    if sum(is_heading(name) for name, _ in told) >= _FEWEST and any(is_clock(text) for _, text in told):
        return told
    called = _called(node) or called
    inner = node.nodes()
    if (pair := _labelled(inner)) is not None and not any(isinstance(one, str) for one in node.held):
        return [pair]
    beside = [one for one in node.held if isinstance(one, str)]
    small = beside and all(one.tag in _INLINE and not one.nodes() for one in inner)
    if not inner or small or any(re.search(r"[^\W\d_]", one) for one in beside):
        return _parted(called, node.text())
    found: list[tuple[str, str]] = []
    for one in node.held:
        if isinstance(one, _Node) and one.tag not in _VOID | _SILENT:
            found += _cells(one, called if len(inner) == 1 else "")
        elif isinstance(one, str) and any(map(str.isdigit, one)):
            found.append(("", clean_text(one)))
    return found


def _labelled(inner: Sequence[_Node]) -> tuple[str, str] | None:
    """What is said in two elements, of which the first is a heading, or a point, and the second what stands there."""
    if len(inner) != _FEWEST or any(one.nodes() for one in inner):
        return None
    label, text = (one.text() for one in inner)
    if not text or is_heading(text) or is_clock(label) or not (is_heading(label) or read_point(label)):
        return None
    return (label, text) if not label.isdigit() and any(map(str.isdigit, text)) else None


def _parted(called: str, text: str) -> list[tuple[str, str]]:
    """A text as cells: a place ahead of a name, and what is said of it ahead of a word, are apart: `Club: Leeds`."""
    if (said := _SAYS.fullmatch(text)) is not None and is_heading(said[1]):
        return [(said[1], said[2])]
    placed = _PLACED.fullmatch(text) if not called or is_heading(called) else None
    return [("place", placed[1]), (called, placed[2])] if placed is not None else [(called, text)]


_SAYS = re.compile(r"([^\W\d][\w ]{0,30}): *(\S.*)")
_PLACED = re.compile(r"(\d{1,5})[.)] +([^\W\d].*)")


def _called(node: _Node) -> str:
    """What an element says that it has: by a label for small screens, or a class that is a heading."""
    for key in ("data-label", "data-title", "data-field", "data-th", "itemprop"):
        if label := clean_text(node.attrs.get(key) or ""):
            return label
    classes = (node.attrs.get("class") or "").split()
    own = [re.sub(r".*__|^(?:col|cell|field|td|result|athlete|runner|type)[-_]", "", name) for name in classes]
    found = next((name for name in own if len(name) > 1 and is_heading(name)), "")
    return found or next(filter(None, map(_in_class, classes)), "")


@lru_cache(maxsize=1024)
def _in_class(name: str) -> str:
    """The heading in a longer class, behind what the element is of and ahead of a sign: `Card_rank__q`."""
    parts = re.split(r"[-_]+|(?<=[a-z])(?=[A-Z])", name)
    found = (" ".join(parts[begin:end]) for end in (len(parts), len(parts) - 1) for begin in range(end))
    return next((words for words in found if len(words) > _FEWEST and is_heading(words)), "")


def _in_order(node: _Node, kind: tuple[str, str]) -> Iterator[_Node]:
    """The headings of a page and the lists of one kind, as they come."""
    for one in node.nodes():
        if one.tag == "head":
            continue
        if (_kind(one) == kind and one.clocks) or one.tag in _HEADS or _is_title(one):
            yield one
        else:
            yield from _in_order(one, kind)


def _is_title(node: _Node) -> bool:
    """Whether an element is set as a heading is, or says which event it was."""
    if node.clocks or any(one.nodes() for one in node.nodes()):
        return False
    text = node.text()
    if not 2 < len(text) <= _LONGEST or node.tag in ("li", "a"):
        return False
    return re.search(r"title|heading|caption", node.attrs.get("class") or "") is not None or event_in(text) is not None


def _as_table(rows: Sequence[tuple[list[tuple[str, str]], int]]) -> tuple[list[list[str]], list[int]]:
    """The rows with headings of what their cells are called, where that is known of a name and a time."""
    rows = [(_named(cells), line) for cells, line in rows]
    lists = [cells for cells, _ in rows if len(cells) > 1]
    called = [[name for name, _ in cells] for cells in lists]
    titles = list(dict.fromkeys(name for names in called for name in names if name))
    means = {heading.meaning for title in titles for heading in read_heading(title)[:1]}
    timed = [cells for cells in lists if any(is_clock(text) for _, text in cells)]
    unnamed = sum(not name for cells in timed for name, _ in cells)
    if not means & _NAMES or not means & _TIMES or unnamed or any(len(set(n)) < len(n) for n in called):
        return [[text for _, text in cells] for cells, _ in rows], [line for _, line in rows]
    first = next(at for at, (cells, _) in enumerate(rows) if len(cells) > 1)
    made = [[text for _, text in cells] for cells, _ in rows[:first]]
    made.append(titles)
    for cells, _ in rows[first:]:
        by = dict(cells)
        made.append([by.get(title, "") for title in titles] if len(cells) > 1 else [text for _, text in cells])
    numbers = [line for _, line in rows]
    return made, [*numbers[: first + 1], *numbers[first:]]


def _named(cells: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The cells of a row of which some are called something, where only one of the others has words, or a time."""
    if len(cells) < _FEWEST or not any(name for name, _ in cells):
        return cells
    open_ = [at for at, (name, text) in enumerate(cells) if not name and text]
    timed = [at for at in open_ if is_clock(cells[at][1])]
    worded = [at for at in open_ if at not in timed and not any(map(str.isdigit, cells[at][1]))]
    means = {heading.meaning for name, _ in cells for heading in read_heading(name)[:1]}
    names = {at[0]: "name" for at in (worded,) if len(at) == 1 and not means & _NAMES}
    names |= {at[0]: "time" for at in (timed,) if len(at) == 1 and not means & _TIMES}
    return [(names.get(at, name), text) for at, (name, text) in enumerate(cells)]


_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.GUN}
