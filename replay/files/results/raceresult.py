"""RACE RESULT's lists as JSON: fields, and rows in groups that may lie in one another.

Groups in a group are of one race, as the sexes and age groups of a contest are. A row may have cells more than there
are fields: the first ones, which identify the runner and mean nothing here. The names of groups begin with their order
(`#1_50k`), labels may be given in several languages (`{EN:Name|DE:Nachname}`), and a field without a label is called by
its expression. Source: lists as the service gives them out, and RACE RESULT's knowledge base, article 16978.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from replay.files.cleaning import clean_text, short
from replay.files.entities import unescaped
from replay.files.table.wording.sex_words import SEXES
from replay.race.names import fold

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


def read_lists(data: bytes) -> tuple[tuple[str, ...], tuple[ListTable, ...]]:
    """What is written above the list, the event first where it is named, and its groups in order.

    A group that holds others has the rows of all of them.

    Raises:
        UnreadableList: The bytes are no JSON, or no such list.
    """
    try:
        found = json.loads(_uncalled(data.decode("utf-8-sig", "replace")))
    except (ValueError, RecursionError) as error:
        raise UnreadableList(f"it is no JSON: {str(error)[:120]}") from None
    form = _get(found, "list")
    fields = _get(form, "fields")
    content = _get(found, "data")
    if not isinstance(fields, list) or not isinstance(content, Mapping | list):
        raise UnreadableList("it has no `list` with its fields and no `data`")
    titles = tuple(_title(field) for field in fields)
    titles = (*_before(_get(found, "datafields"), fields), *titles)
    groups: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for count, (path, row) in enumerate(_rows(content, ())):
        if count >= _MOST:
            raise UnreadableList(f"it has more than {_MOST:,} rows")
        groups.setdefault(path, []).append(tuple(_cell(cell) for cell in row))
    whole = {", ".join(path): rows for path, rows in _whole(groups).items()}
    tables = tuple(
        ListTable(name or (ALL if whole.keys() - {""} else ""), *_fitted(titles, rows)) for name, rows in whole.items()
    )
    above = [_cell(_TEMPLATE.sub("", _cell(_get(form, key)))) for key in ("headline1", "headline2", "listname")]
    return tuple(dict.fromkeys(filter(None, above))), tables


_CALLED = re.compile(r"\s*[\w$.]{1,60}\(\s*(?=\{)")
"""The function of a page that a list is given to where a script asked for it: `jQuery({"list": …});`."""


def _uncalled(text: str) -> str:
    """The list of an answer that calls a function with it."""
    called = _CALLED.match(text)
    return text[called.end() :].rstrip().rstrip(";").rstrip().removesuffix(")") if called is not None else text


def _before(told: object, fields: list[Any]) -> tuple[str, ...]:
    """The titles of what a row has before its fields, from the bib on, where no field has it: `["BIB", "ID", …]`."""
    if not isinstance(told, list) or any(_title(field) == "Bib" for field in fields):
        return ()
    ahead = told[: max(0, len(told) - len(fields))]
    at = next((at for at, one in enumerate(ahead) if str(one).strip("[]").upper() == "BIB"), None)
    return ("Bib", *(_cell(one) for one in ahead[at + 1 :])) if at is not None else ()


ALL = "all"
"""What the groups of a list are called together."""
_Groups = dict[tuple[str, ...], list[tuple[str, ...]]]


def _whole(groups: _Groups) -> _Groups:
    """The groups, before them those that hold several of them: all together only where they are sexes, not races."""
    least = 0 if all(path and any(word in SEXES for word in fold(path[0]).split()) for path in groups) else 1
    inside: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for path in groups:
        for length in range(least, len(path)):
            inside.setdefault(path[:length], []).append(path)
    found: _Groups = {}
    for path, rows in groups.items():
        for length in range(least, len(path)):
            held = inside[path[:length]]
            if path[:length] not in found and len(held) > 1:
                found[path[:length]] = [row for one in held for row in groups[one]]
        found[path] = rows
    return found


def _get(holder: object, key: str) -> Any:  # noqa: ANN401 - JSON may hold anything
    """A value by its key in whatever case; None where there is none."""
    if not isinstance(holder, Mapping):
        return None
    return next((value for name, value in holder.items() if name.casefold() == key), None)


def _title(field: object) -> str:
    told = str(_get(field, "expression") or "")
    label = "Bib" if told.strip("[]").upper() == "BIB" else str(_get(field, "label") or _by_expression(told))
    languages = re.fullmatch(r"\{(.*)\}", label.strip())
    if languages is not None:
        several = dict(part.partition(":")[::2] for part in languages[1].split("|"))
        label = several.get("EN") or next(iter(several.values()), "")
    return clean_text(re.sub(r"<[^>]*>|[\[\]]", " ", short(label)))


def _by_expression(told: str) -> str:
    """What a field without a label is called: of a flag and of a gap that is worked out, by what they show."""
    if told.upper().endswith(".FLAG"):
        return "Nation"
    return "Gap" if _GAP.search(told) is not None else told


_GAP = re.compile(r"\bGapTime\w*\(", re.IGNORECASE)
_FLAG = re.compile(r"\[img:flags[\\/]+(\w{2,3})\.\w{3,4}\]", re.IGNORECASE)
_TEMPLATE = re.compile(r"\[[A-Za-z][\w.]*\]")
"""What the service would fill in, and did not: `[EventName]`."""


def _rows(content: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    if len(path) > _DEEPEST:
        return
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from _rows(value, (*path, _cell(re.sub(r"^#\d+_", "", str(key)))))
    elif isinstance(content, list):
        for row in content:
            if isinstance(row, list) and not any(isinstance(cell, list | Mapping) for cell in row):
                yield tuple(filter(None, path)), row


def _cell(cell: object) -> str:
    text = "" if cell is None else str(cell)
    text = re.sub(r"<[^>]*>", " ", text) if "<" in text else text
    text = _FLAG.sub(r"\1", text) if "[img:" in text else text
    return clean_text(unescaped(short(text)))


def _fitted(
    titles: tuple[str, ...], rows: list[tuple[str, ...]]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Titles and rows as wide as each other: what a row has before its fields is cut off."""
    return titles, tuple(row[max(0, len(row) - len(titles)) :] for row in rows)
