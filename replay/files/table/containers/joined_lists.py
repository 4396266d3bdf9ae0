"""Lists of JSON that belong together: results, and beside them the splits of the same runners, a row for each."""

from collections.abc import Mapping, Sequence
from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.wording.words import Meaning

_RUNNERS = {Meaning.NAME, Meaning.BIB}
_RESULTS = {Meaning.RESULT, Meaning.NET, Meaning.GUN}
_MOST_KEYS = 20
_Rows = Sequence[Mapping[str, Any]]


def with_splits(rows: _Rows, others: Sequence[_Rows], keys: Keys) -> tuple[_Rows, int | None]:
    """The rows of a list, each with its splits as those of another list tell; and which list that is, if any.

    Args:
        rows: Of the results.
        others: The rows of the other lists.
        keys: What the keys of the file mean.
    """
    for number, splits in enumerate(others):
        for key in [key for key in splits[0] if keys.mean(key, _RUNNERS)][:_MOST_KEYS]:
            own = [_text(_held(row, key)) for row in rows]
            told = [_text(row.get(key)) for row in splits]
            if not any(own):
                continue
            if _has_only_splits(splits[0], keys) and len(set(own)) == len(own) and set(told) <= set(own):
                found = {name: row["splits"] for name, row in zip(told, splits, strict=True)}
                return [{**row, "splits": found.get(name, [])} for row, name in zip(rows, own, strict=True)], number
            if len(set(own)) == len(own) and len(told) > len(set(told)) > 1 and set(told) <= set(own):
                by: dict[str, list[dict[str, Any]]] = {name: [] for name in own}
                for name, row in zip(told, splits, strict=True):
                    by[name].append({of: one for of, one in row.items() if of != key})
                return [{**row, "splits": by[name]} for row, name in zip(rows, own, strict=True)], number
    return rows, None


def with_names_behind(rows: list[Mapping[str, Any]], keys: Keys) -> list[Mapping[str, Any]]:
    """Rows with times by numbers, with the names that other rows among them give these: one row for each time."""
    bib = next((key for key in rows[0] if keys.mean(key, {Meaning.BIB})), "") if rows else ""
    named = [row for row in rows if bib in row and any(keys.mean(key, {Meaning.NAME}) for key in row)]
    others = [row for row in rows if not any(row is one for one in named)] if 0 < len(named) < len(rows) else []
    by = {_text(row[bib]): row for row in named}
    timed = any(keys.mean(key, _RESULTS) for row in named for key in row)
    if not others or timed or not all(_text(row.get(bib)) in by for row in others):
        return rows
    return [{**by[_text(row[bib])], **row} for row in others]


def _held(row: Mapping[str, Any], key: str) -> object:
    """What a row has by a key, or what lies in it: `competitor: {name}`."""
    if key in row:
        return row[key]
    return next((one[key] for one in row.values() if isinstance(one, Mapping) and key in one), None)


def _has_only_splits(row: Mapping[str, Any], keys: Keys) -> bool:
    """Whether a row has times on the way, and no result."""
    return isinstance(row.get("splits"), list) and not any(keys.mean(key, _RESULTS) for key in row)


def _text(value: object) -> str:
    return str(value) if value is not None else ""
