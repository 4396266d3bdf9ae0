"""Lists on web pages that are no tables: an item a runner, and in it a field for each thing, called by its class.

So the pages of Mika Timing are made: `<li class="list-group-item">` with `<div class="list-field type-place">` and
`<h4 class="type-fullname">`, which may have a label of their own (`list-label`).
"""

import re
from html.parser import HTMLParser

from replay.files.cleaning import clean_text
from replay.files.entities import readable

_FIELD = re.compile(r"(?:^|\s)type-([a-z][\w-]{1,30})", re.IGNORECASE)
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_MOST = 200_000
_FEWEST = 2


class Listing(HTMLParser):
    """Collects the items of a page."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(convert_charrefs=True)
        self.items: list[dict[str, str]] = []
        self.lines: list[int] = []
        self._field = ""
        self._pieces: list[str] = []
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
            self.items.append({})
            self.lines.append(self.getpos()[0])
        elif self.items and (match := _FIELD.search(called)) is not None:
            self._field, self._pieces, self._depth, self._silent = match[1].replace("_", " "), [], 1, 0

    def handle_endtag(self, tag: str) -> None:
        """Close the field with the tag that opened it."""
        if not self._field or tag in _VOID:
            return
        if self._depth == self._silent:
            self._silent = 0
        self._depth -= 1
        if not self._depth:
            self.items[-1].setdefault(self._field, clean_text("".join(self._pieces)))
            self._field = ""

    def handle_data(self, data: str) -> None:
        """Keep what stands in a field."""
        if self._field and not self._silent:
            self._pieces.append(data)


def listed_rows(text: str) -> tuple[list[list[str]], list[int]]:
    """The items of a page as rows of cells, the headings first, and the line of each; none where there is no list."""
    page = Listing()
    page.feed(readable(text))
    page.close()
    # The first item may hold the headings: there is no digit in it.
    kept = [
        (item, line)
        for item, line in zip(page.items, page.lines, strict=True)
        if len(item) >= _FEWEST and any(map(str.isdigit, "".join(item.values())))
    ]
    if len(kept) < _FEWEST:
        return [], []
    titles = list(dict.fromkeys(title for item, _ in kept for title in item))
    rows = [titles, *([item.get(title, "") for title in titles] for item, _ in kept)]
    return rows, [kept[0][1], *(line for _, line in kept)]
