"""The cells of a column of times."""

import pytest

from replay.files.table.meanings.column import columns_of
from replay.files.table.meanings.timed import Lapped, Nothing, Read, Timed, Value, seconds_in, value_of
from replay.files.table.values.notations import HOURS, MINUTES, PLAIN, POINTED, Notation
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import FINISH, Told
from replay.race.statuses import StatusNote
from replay.race.times import MAX_SECONDS
from tests.together import together


def timed(*cells: str, title: str = "Time") -> Timed:
    return Timed(title, list(cells), FINISH)


def test_a_column_that_is_not_understood_yet_has_times() -> None:
    (column,) = columns_of(["Time"], [["4:01"]])
    made = Timed.of(column, FINISH, None)
    assert (made.told, made.clock, made.index, made.cells) == (Told.TIME, None, 0, ["4:01"])


def test_each_time_is_looked_at_once_and_not_more_than_asked_for() -> None:
    column = timed("4:01", "4:01", "-", "DNF", "4:02", "4:03")
    assert [cell.text for cell in column.times()] == ["4:01", "4:02", "4:03"]
    assert [cell.text for cell in column.times(2)] == ["4:01", "4:02"]


@together(
    ("title", "cells", "metres", "notation"),
    [
        ("Time", "1.05 1.06", 21_097.5, None),
        ("Time (hours)", "1.05 1.06", 21_097.5, HOURS),
        ("Time", "38.5 39.25", 10_000.0, POINTED),
        ("net_time_min", "38.5 39.25", 10_000.0, MINUTES),
        ("net_time_min", "38:30 39:15", 10_000.0, PLAIN),
        ("Time (hours)", "1:05:10 1:06:10", 21_097.5, PLAIN),
    ],
)
def test_a_heading_may_say_of_what_plain_numbers_are(
    title: str, cells: str, metres: float, notation: Notation | None
) -> None:
    column = timed(*cells.split(), title=title)
    worth = column.decide(metres)
    assert notation is None or column.notation is notation
    assert column.liked(worth) == pytest.approx(worth if column.notation is PLAIN else worth - 0.3)


def test_gaps_say_nothing_of_how_times_are_written() -> None:
    column = timed("38:30", "+0:05", "+0:07")
    assert column.decide(10_000.0) > 0.5
    assert column.notation is PLAIN


@together(
    ("text", "value"),
    [
        ("1:02:03", Value(3723.0, 0)),
        ("0:00:01", Value(1.0, 0)),
        ("0:00:00", Nothing.MISSING),
        ("1:02.25", Value(62.25, 2)),
        ("-", Nothing.MISSING),
        ("Ada", Nothing.WRONG),
        ("-1 lap", Lapped(1)),
        ("-4:01", Nothing.WRONG),
        (f"{MAX_SECONDS:.0f}", Value(MAX_SECONDS, 0)),
        (f"{MAX_SECONDS + 1:.0f}", Nothing.WRONG),
        ("59.12346", Value(59.1235, 3)),
    ],
)
def test_what_stands_in_a_cell(text: str, value: Read) -> None:
    assert timed(text).values() == [value]
    assert timed("4:01", text).values_of([1]) == [value]


def test_a_status_is_none_of_these() -> None:
    (status,) = timed("DNF").values()
    assert isinstance(status, StatusNote)


def test_a_time_of_day_may_be_later_than_any_time() -> None:
    cell = read_cell("2024-05-04 10:00:00")
    assert cell is not None
    late = value_of(cell, PLAIN)
    assert isinstance(late, Value)
    assert late.seconds > MAX_SECONDS


def test_what_is_missing_is_counted_as_it_is_written() -> None:
    column = timed("nan", "nan", "4:01", "", "-")
    column.values()
    assert column.missing() == {"nan": 2, "-": 1}


@together(
    ("cells", "digits", "seconds"),
    [
        ("241500 242000", 1, [241.5, 242.0]),
        ("241000 242000", 0, [241.0, 242.0]),
        ("241510 242000 -", 2, [241.51, 242.0, None]),
        ("241511 242000", 3, [241.511, 242.0]),
    ],
)
def test_milliseconds_have_the_digits_that_any_of_them_needs(
    cells: str, digits: int, seconds: list[float | None]
) -> None:
    column = timed(*cells.split())
    column.decide(1500.0)
    values = column.values()
    assert seconds_in(values) == seconds
    assert {value.digits for value in values if isinstance(value, Value)} == {digits}
