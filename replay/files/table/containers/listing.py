"""Lists on web pages that are no tables: an item a runner, and in it a field for each thing, called by its class.

So the pages of Mika Timing are made: `<li class="list-group-item">` with `<div class="list-field type-place">` and
`<h4 class="type-fullname">`, which may have a label of their own (`list-label`).
"""

import re
from collections.abc import Collection, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from replay.files.cleaning import clean_text
from replay.files.entities import readable

_FIELD = re.compile(r"(?:^|\s)type-([a-z][\w-]{1,30})", re.IGNORECASE)
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_MOST = 200_000
_FEWEST = 2


_ANYTHING = frozenset(("field",))
"""What a field is called by its class, whatever it has."""


class _Field(NamedTuple):
    """A field of an item."""

    called: str
    """By its class."""
    label: str
    text: str


class Listing(HTMLParser):
    """Collects the items of a page."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(convert_charrefs=True)
        self.items: list[list[_Field]] = []
        self.lines: list[int] = []
        self._field = ""
        self._pieces: list[str] = []
        self._label: list[str] = []
        self._depth = 0
        """Tags that are open in the field."""
        self._silent = 0
        """From which of them on nothing is read, as of a label; 0 for all."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an item, a field, or what lies in it."""
        called = dict(attrs).get("class") or ""
        if self._field:
            self._depth += tag not in _VOID
            if "label" in called and not self._silent:
                self._silent = self._depth
        elif tag == "li" and len(self.items) < _MOST:
            self.items.append([])
            self.lines.append(self.getpos()[0])
        elif self.items and (match := _FIELD.search(called)) is not None:
            self._field, self._pieces, self._depth, self._silent = match[1].replace("_", " "), [], 1, 0
            self._label = []

    def handle_endtag(self, tag: str) -> None:
        """Close the field with the tag that opened it."""
        if not self._field or tag in _VOID:
            return
        if self._depth == self._silent:
            self._silent = 0
        self._depth -= 1
        if not self._depth:
            told = _Field(self._field, clean_text("".join(self._label)), clean_text("".join(self._pieces)))
            self.items[-1].append(told)
            self._field = ""

    def handle_data(self, data: str) -> None:
        """Keep what stands in a field."""
        if self._field:
            (self._label if self._silent else self._pieces).append(data)


def listed_rows(text: str) -> tuple[list[list[str]], list[int]]:
    """The items of a page as rows of cells, the headings first, and the line of each; none where there is no list."""
    page = Listing()
    page.feed(readable(text))
    page.close()
    several = {one.called for item in page.items for one in item if one.label and _other_label(item, one)}
    items = [_of_fields(item, several | _ANYTHING) for item in page.items]
    # The first item may hold the headings: there is no digit in it.
    kept = [
        (item, line)
        for item, line in zip(items, page.lines, strict=True)
        if len(item) >= _FEWEST and any(map(str.isdigit, "".join(item.values())))
    ]
    if len(kept) < _FEWEST:
        return [], []
    titles = list(dict.fromkeys(title for item, _ in kept for title in item))
    rows = [titles, *([item.get(title, "") for title in titles] for item, _ in kept)]
    return rows, [kept[0][1], *(line for _, line in kept)]


def _other_label(item: Sequence[_Field], field: _Field) -> bool:
    """Whether an item has another field of the same class, under another label."""
    return any(one.called == field.called and one.label != field.label for one in item if one.label)


def _of_fields(item: Sequence[_Field], several: Collection[str]) -> dict[str, str]:
    """The texts of an item by their headings: classes, or the labels of those that several fields have."""
    made: dict[str, str] = {}
    for one in item:
        made.setdefault(one.label if one.label and one.called in several else one.called, one.text)
    return made
