"""Clocks of a whole column are read at once, as they are one by one."""

import pytest

from replay.files.table.layouts import even
from replay.files.table.meanings.clocks import clock_seconds, half_day_seconds
from replay.files.table.meanings.timed import Nothing, Timed, Value, value_of
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import FINISH
from tests.files.table.layouts.test_even import cells

CLOCKS = (
    "0:00:01 1:02:03 01:02:03 99:59:59 00:14:26 9:59:59 0:00:00 00:00:00 1:60:00 1:00:60 12:3:45 123:45:06 1:02:03.4 "
    "01:0::03 –1:02:03 +1:02:03 1.02.03 1:02 02:03 :02:03 x1:02:03 1:02:0x 1,02,03 ١:٠٢:٠٣ - – DNF 1:02:03* 10:00:00"
    " /:02:03"
).replace(",02,", "/02/")
TIMES = ("12:00:00AM 12:00:00PM 07:44:28AM 11:59:59PM 01:02:03pm 7:44:28AM 13:00:00AM 00:30:00AM 12:60:00AM 07:44:28XM "
    "07:44:28AN 07:44AM 07:44:28 - –")  # fmt: skip


@pytest.fixture(autouse=True)
def _of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(even, "FROM", 0)


def test_a_clock_is_the_time_that_it_is_alone_and_everything_else_waits() -> None:
    texts = CLOCKS.split()
    found = clock_seconds(cells(*texts))
    assert found is not None
    known = dict(zip(texts, found.tolist(), strict=True))
    assert known["1:02:03"] == known["01:02:03"] == 3723
    assert known["99:59:59"] == 359_999
    assert sum(1 for seconds in known.values() if seconds) == 7
    for text, seconds in known.items():
        if seconds:
            cell = read_cell(text)
            assert cell is not None
            assert value_of(cell, PLAIN) == Value(float(seconds), 0), text


def test_a_column_says_the_same_whether_its_cells_are_texts_by_now_or_not() -> None:
    texts = CLOCKS.split()
    late, early = Timed("t", cells(*texts), FINISH), Timed("t", texts, FINISH)
    assert late.values() == early.values()
    assert late.missing() == early.missing() == {"0:00:00": 1, "00:00:00": 1, "-": 1, "–": 1}
    assert Nothing.WRONG in late.values()


def test_a_time_of_day_is_the_one_that_it_is_alone() -> None:
    texts = TIMES.split()
    found = half_day_seconds(cells(*texts))
    assert found is not None
    known = dict(zip(texts, found.tolist(), strict=True))
    assert known["12:00:00AM"] == 0
    assert known["12:00:00PM"] == 43_200
    assert known["11:59:59PM"] == 86_399
    for text, seconds in known.items():
        cell = read_cell(text)
        assert seconds == -1 or (cell is not None and cell.numbers[0] == seconds), text


def test_cells_that_are_texts_are_not_read_at_once() -> None:
    assert clock_seconds(["1:02:03"]) is None
    assert half_day_seconds(["07:44:28AM"]) is None
