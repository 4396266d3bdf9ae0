"""Text as JSON: one value, or one in each line."""

import json
from typing import Any, NoReturn

from replay.files.table.containers.known_keys import UnreadableObjects


def json_values(text: str) -> Any:  # noqa: ANN401 - JSON may hold anything
    """What a text holds: one value, or a value a line.

    Raises:
        UnreadableObjects: It is no JSON, or nested too deeply.
    """
    try:
        return json.loads(text, parse_int=_whole)
    except RecursionError:
        raise UnreadableObjects("the JSON is nested too deeply") from None
    except ValueError as error:
        lines = [line.strip().rstrip(",") for line in text.splitlines() if line.strip()]
        try:
            values = [json.loads(line, parse_int=_whole) for line in lines] if len(lines) > 1 else _fail(error)
            return [value for value in values if not _is_order(value)]
        except (ValueError, RecursionError):
            _fail(error)


def _is_order(value: object) -> bool:
    """Whether a line only says what is to be done with the next: `{"index": {"_id": "1"}}`, for Elasticsearch."""
    held = value.get("index", value.get("create")) if isinstance(value, dict) and len(value) == 1 else None
    return isinstance(held, dict) and all(str(key).startswith("_") for key in held)


def _whole(digits: str) -> int | str:
    """A whole number; one that counts nothing stays its digits, as what stands in a cell: Python refuses to read it."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


_MOST_DIGITS = 100


def _fail(error: ValueError) -> NoReturn:
    raise UnreadableObjects(f"this is no JSON: {str(error)[:120]}") from None
