"""RACE RESULT's lists as JSON: fields, and rows in groups that may lie in one another.

A row may have cells more than there are fields: the first ones, which identify the runner and mean nothing here. The
names of groups begin with their order (`#1_50k`), labels may be given in several languages (`{EN:Name|DE:Nachname}`),
and a field without a label is called by its expression. Source: lists as the service gives them out, and RACE RESULT's
knowledge base, article 16978.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from replay.files.cleaning import clean_text

_DEEPEST = 8
"""Groups in one another."""
_MOST = 200_000
"""Rows."""


class UnreadableList(ValueError):  # noqa: N818 (it reads as what happened)
    """JSON that is no such list."""


class ListTable(NamedTuple):
    """One group of a list."""

    name: str
    """Without its order; empty where there is only one."""
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_lists(data: bytes) -> tuple[str, tuple[ListTable, ...]]:
    """The list's name, and its groups in order.

    Raises:
        UnreadableList: The bytes are no JSON, or no such list.
    """
    try:
        found = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise UnreadableList(f"it is no JSON: {str(error)[:120]}") from None
    form = _get(found, "list")
    fields = _get(form, "fields")
    content = _get(found, "data")
    if not isinstance(fields, list) or not isinstance(content, Mapping | list):
        raise UnreadableList("it has no `list` with its fields and no `data`")
    titles = tuple(_title(field) for field in fields)
    groups: dict[str, list[tuple[str, ...]]] = {}
    for count, (name, row) in enumerate(_rows(content, ())):
        if count >= _MOST:
            raise UnreadableList(f"it has more than {_MOST:,} rows")
        groups.setdefault(name, []).append(tuple(_cell(cell) for cell in row))
    tables = tuple(ListTable(name, *_fitted(titles, rows)) for name, rows in groups.items())
    return clean_text(str(_get(form, "listname") or _get(form, "headline1") or "")), tables


def _get(holder: object, key: str) -> Any:  # noqa: ANN401 - JSON may hold anything
    """A value by its key in whatever case; None where there is none."""
    if not isinstance(holder, Mapping):
        return None
    return next((value for name, value in holder.items() if name.casefold() == key), None)


def _title(field: object) -> str:
    label = str(_get(field, "label") or _get(field, "expression") or "")
    languages = re.fullmatch(r"\{(.*)\}", label.strip())
    if languages is not None:
        several = dict(part.partition(":")[::2] for part in languages[1].split("|"))
        label = several.get("EN") or next(iter(several.values()), "")
    return clean_text(re.sub(r"<[^>]*>|[\[\]]", " ", label))


def _rows(content: object, path: tuple[str, ...]) -> Iterator[tuple[str, list[Any]]]:
    if len(path) > _DEEPEST:
        return
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from _rows(value, (*path, clean_text(re.sub(r"^#\d+_", "", str(key)))))
    elif isinstance(content, list):
        for row in content:
            if isinstance(row, list) and not any(isinstance(cell, list | Mapping) for cell in row):
                yield ", ".join(filter(None, path)), row


def _cell(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return clean_text(re.sub(r"<[^>]*>", " ", text)) if "<" in text else clean_text(text)


def _fitted(
    titles: tuple[str, ...], rows: list[tuple[str, ...]]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Titles and rows as wide as each other: what a row has before its fields is cut off."""
    return titles, tuple(row[max(0, len(row) - len(titles)) :] for row in rows)
