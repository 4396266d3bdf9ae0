"""Places in Roman numerals: `I`, `II.`, `III`."""

from collections.abc import Sequence

from replay.files.table.meanings.column import Column
from replay.race.statuses import is_out

_TENS, _ONES = ("", "X", "XX", "XXX", "XL"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_NUMBERS = {f"{ten}{one}": 10 * tens + ones for tens, ten in enumerate(_TENS) for ones, one in enumerate(_ONES)}
_MOSTLY = 0.6
"""Of the cells as many numbers there are, or they count something of which each has several: heats, classes."""


def in_digits(columns: Sequence[Column]) -> None:
    """Have columns that count the rows in Roman numerals, from I on, count them in digits."""
    for column in columns:
        if _number(column.sample[0] if column.sample else "") and _are_counted(column.sample):
            column.rewrite(lambda cell: str(_number(cell) or cell))


def _are_counted(cells: Sequence[str]) -> bool:
    numbers = [_number(cell) for cell in cells if not is_out(cell)]
    counted = {number for number in numbers if number}
    return 0 not in numbers and len(counted) > 1 and 1 in counted and len(counted) >= _MOSTLY * len(numbers)


def _number(cell: str) -> int:
    return _NUMBERS.get(cell.strip().removesuffix("."), 0) if len(cell) < 12 and cell.strip() else 0
