"""Lists of JSON that belong together: results, and beside them the splits of the same runners, a row for each."""

from collections.abc import Mapping, Sequence
from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

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
            enough = len(told) > len(set(told)) > 1 or (len(told) > 1 and _says_where(splits[0], keys))
            if len(set(own)) == len(own) and enough and set(told) <= set(own):
                by: dict[str, list[dict[str, Any]]] = {name: [] for name in own}
                for name, row in zip(told, splits, strict=True):
                    by[name].append({of: one for of, one in row.items() if of != key})
                return [{**row, "splits": by[name]} for row, name in zip(rows, own, strict=True)], number
    return rows, None


def _says_where(row: Mapping[str, Any], keys: Keys) -> bool:
    """Whether a row is of a time at a point on the way, of which each runner may have one alone."""
    said = {key: fold(key) for key in list(row)[:_MOST_KEYS]}
    where = {key for key, name in said.items() if name in _WHERE}
    return bool(where) and any(keys.mean(key, _TIMES) for key in said if key not in where)


_WHERE = frozenset(("distance", "distance m", "metres", "meters", "km", "at", "mark", "checkpoint", "split"))
_TIMES = _RESULTS | {Meaning.SPLIT_TIME}


def with_splits_by_point(value: object, depth: int = 0) -> object:
    """A value as JSON has it, where times lie by point and by runner beside a list of these, with them in its rows.

    `{"results": [{"athlete": "a1", ...}], "splits_ms": {"1000": {"a1": 161200}}}`
    """
    if depth > _DEEPEST or not isinstance(value, Mapping):
        return value
    made = {key: with_splits_by_point(held, depth + 1) for key, held in value.items()}
    for key, held in value.items() if len(value) <= _MOST_LISTS else ():
        points = _by_point(held) if "split" in key.lower() or key.lower() in _ON_THE_WAY else {}
        if not points:
            continue
        runners = {who for times in points.values() for who in times}
        for of, rows in value.items():
            by = _numbered(rows, runners) if points else ""
            if by and isinstance(rows, list):
                when = "time_ms" if key.lower().endswith("ms") else "time"
                found = {
                    who: [{"point": at, when: times[who]} for at, times in points.items() if who in times]
                    for who in runners
                }
                made[of] = [{**row, "splits": found.get(_text(row[by]), [])} for row in rows]
                del made[key]
                break
    return made if any(made.get(key) is not held for key, held in value.items()) else value


_MOST_LISTS = 200
"""Keys of an object that tells of a race; one with more has runners."""
_DEEPEST = 4
_ON_THE_WAY = frozenset(("intermediates", "passings", "checkpoints"))


def _by_point(held: object) -> dict[str, Mapping[str, Any]]:
    """The times of runners by the points where they were taken, and what each point is called."""
    if not isinstance(held, Mapping) or not 0 < len(held) <= _MOST_POINTS:
        return {}
    found: dict[str, Mapping[str, Any]] = {}
    for key, times in held.items():
        plain = (
            isinstance(times, Mapping) and times and not any(isinstance(one, list | Mapping) for one in times.values())
        )
        point = read_point(f"{key} m" if str(key).isdigit() else str(key))
        if not plain or point is None or not point.sure:
            return {}
        found[f"{key} m" if str(key).isdigit() else str(key)] = {str(who): one for who, one in times.items()}
    return found


_MOST_POINTS = 200


def _numbered(rows: object, runners: set[str]) -> str:
    """The key of a list's rows that has the numbers of all these runners; empty where none has."""
    if not isinstance(rows, list) or not rows or not all(isinstance(row, Mapping) for row in rows):
        return ""
    keys = list(rows[0])[:_MOST_KEYS]
    return next(
        (key for key in keys if all(key in row for row in rows) and runners <= {_text(row[key]) for row in rows}), ""
    )


def with_names_behind(rows: list[Mapping[str, Any]], keys: Keys) -> list[Mapping[str, Any]]:
    """Rows with times by numbers, with the names that other rows among them give these: one row for each time."""
    bib = next((key for key in rows[0] if keys.mean(key, {Meaning.BIB})), "") if rows else ""
    named = [row for row in rows if bib in row and any(keys.mean(key, {Meaning.NAME}) for key in row)]
    others = [row for row in rows if not any(row is one for one in named)] if 0 < len(named) < len(rows) else []
    by = {_text(row[bib]): row for row in named}
    timed = any(keys.mean(key, _RESULTS) for row in named for key in row)
    if not others or timed or not all(bib in row and _text(row[bib]) in by for row in others):
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
