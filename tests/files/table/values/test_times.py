"""Times as lists write them, cell by cell."""

import datetime

import pytest

from replay.files.source import DateOrder
from replay.files.table.values.times import Cell, Form, order_of_days, read_cell, read_day
from tests.together import together

DAY = 86_400.0


@together(
    ("text", "form", "numbers", "digits"),
    [
        ("59.557", Form.PLAIN, (59.557,), 3),
        ("132,50", Form.PLAIN, (132.5,), 2),
        (",75", Form.PLAIN, (0.75,), 2),
        (" 59.5\xa0", Form.PLAIN, (59.5,), 1),
        ("2:03", Form.TWO, (2.0, 3.0), 0),
        ("1:02.5", Form.TWO, (1.0, 2.5), 1),
        ("1:02:03,4", Form.THREE, (1.0, 2.0, 3.4), 1),
        ("1:02:03:04", Form.FOUR, (1.0, 2.0, 3.0, 4.0), 0),
        ("1.02.03", Form.DOTS, (1.0, 2.0, 3.0), 0),
        ("1.02.03,4", Form.DOTS, (1.0, 2.0, 3.4), 1),
    ],
)
def test_digits_and_what_parts_them_are_numbers_and_a_form(
    text: str, form: Form, numbers: tuple[float, ...], digits: int
) -> None:
    assert read_cell(text) == Cell(form, numbers, text.strip(), digits)


@together(
    ("text", "seconds", "digits"),
    [
        ("3.45,6", 225.6, 1),
        ("1h02'03\"", 3723.0, 0),
        ("15'02\"35", 902.35, 2),
        ("4′02″", 242.0, 0),
        ("2h05", 7500.0, 0),
        ("2h05s", 7205.0, 0),
        ("1h", 3600.0, 0),
        ("29H 35M 20S", 106_520.0, 0),
        ("75 min", 4500.0, 0),
        ("12,5 min", 750.0, 0),
        ("30.25s", 30.25, 2),
        ("PT30M12S", 1812.0, 0),
        ("P1DT1H1M1,25S", DAY + 3661.25, 2),
        ("0 days 00:30:12", 1812.0, 0),
        ("1 day 2:03", DAY + 7380.0, 0),
        ("2 d 3:04:05.6", 2 * DAY + 11_045.6, 1),
        ("1 day 2h05", DAY + 7500.0, 0),
        ("1.02:03:04.5", DAY + 7384.5, 1),
        ("3 d", 3 * DAY, 0),
        ("1899-12-30 01:02:03", 3723.0, 0),
        ("1900-01-00 01:02:03", 3723.0, 0),
        ("1904-01-01 00:17:02", 1022.0, 0),
        # Day 1 is 31 December 1899 in some spreadsheets and 1 January 1900 in others, which so write 48 hours.
        ("1899-12-31 01:02:03", DAY + 3723.0, 0),
        ("1900-01-01 01:02:03.25", DAY + 3723.25, 2),
        ("1900-01-02 01:02:03", 2 * DAY + 3723.0, 0),
        ("1900-01-03 00:00:00", 3 * DAY, 0),
    ],
)
def test_a_time_that_says_its_units_is_seconds(text: str, seconds: float, digits: int) -> None:
    cell = read_cell(text)
    assert cell is not None
    assert cell.numbers == pytest.approx((seconds,), abs=1e-9)
    assert cell == Cell(Form.FIXED, cell.numbers, "", digits)


@together(
    ("text", "seconds", "digits"),
    [
        ("10:15 AM", 36_900.0, 0),
        ("12:15 am", 900.0, 0),
        ("12:59:59.5 p.m.", 46_799.5, 1),
        ("11:00 pm", 82_800.0, 0),
        ("1970-01-02 00:00:01", DAY + 1, 0),
        ("1970-01-01T10:15:30.250Z", 36_930.25, 2),
        ("1970-01-01 24:00", DAY, 0),
        ("01/02/1970 10:59", 31 * DAY + 39_540.0, 0),
        ("1/31/1970 1:15 pm", 30 * DAY + 47_700.0, 0),
        ("1/31/1970 12:15 a.m.", 30 * DAY + 900.0, 0),
    ],
)
def test_a_time_of_day_is_seconds_since_midnight_or_since_1970(text: str, seconds: float, digits: int) -> None:
    assert read_cell(text) == Cell(Form.CLOCK, (seconds,), text, digits)


def test_how_days_are_written_may_be_said() -> None:
    cell = read_cell("01/02/1970 10:00", DateOrder.MONTH_FIRST)
    assert cell is not None
    assert cell.numbers == (DAY + 36_000.0,)


@together(
    ("text", "marks", "estimated", "ahead"),
    [
        ("17:02PB", ("PB",), False, ""),
        ("17:02 PB Q", ("PB", "Q"), False, ""),
        ("17:02 NR", ("NR",), False, ""),
        ("17:02 NEW PB!", ("PB",), False, ""),
        ("17:02 =PB", ("=PB",), False, ""),
        ("17:02 NR, PB", ("NR", "PB"), False, ""),
        ("17:02 PB/CR", ("PB", "CR"), False, ""),
        ("17:02 NU20R", ("NU20R",), False, ""),
        ("17:02 sb", ("sb",), False, ""),
        ("17:02¹", (), False, ""),
        ("17:02 mins", (), False, ""),
        ("17:02 est.", (), True, ""),
        ("17:02First Timer!", (), False, ""),
        ("17:02 (3)", (), False, ""),
        ("17:02h", (), False, ""),
        ("17:02 min", (), False, ""),
        ("(17:02)", (), False, ""),
        ("~17:02", (), True, ""),
        ("17:02 *", (), True, ""),
        ("c. 17:02", (), True, ""),
        ("ca 17:02 PB", ("PB",), True, ""),
        ("+17:02", (), False, "+"),
        ("−17:02", (), False, "-"),
        ("17:02\n12.", (), False, ""),
        ("17:02\n3:24/km", (), False, ""),
        ("17:02\n\n98.5 %", (), False, ""),
        ("17:02*\n12.", (), True, ""),
    ],
)
def test_what_stands_around_a_time_is_a_mark_or_left_out(
    text: str, marks: tuple[str, ...], estimated: bool, ahead: str
) -> None:
    assert read_cell(text) == Cell(Form.TWO, (17.0, 2.0), "17:02", 0, marks, estimated, ahead)


@together(
    "text",
    [
        "",
        "abc",
        "PB",
        "PT",
        "~",
        "3.60,6",
        "13:00 pm",
        "10:60 AM",
        "10:15:60 AM",
        "1970-01-01 25:00",
        "1970-01-01 10:60",
        "1970-02-30 10:00",
        "10 days 1:60:00",
        "10 days 1:00:60",
        "1 d 25",
        "17:02\nfoo",
        "17:02" + " " * 60 + "PB",
        "1" * 61,
        "* 17:02",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_cell(text) is None


@pytest.mark.parametrize(("length", "read"), [(60, True), (61, False)])
def test_nobody_writes_a_time_in_more_than_sixty_characters(length: int, read: bool) -> None:
    assert (read_cell("17:02" + "PB".rjust(length - 5)) is not None) == read


def test_of_a_time_taken_by_hand_the_mark_is_not_hours() -> None:
    assert read_cell("13.4h") == Cell(Form.PLAIN, (13.4,), "13.4", 1)


@together(
    ("text", "order", "day"),
    [
        ("2018-09-23", None, (2018, 9, 23)),
        ("23.09.2018.", None, (2018, 9, 23)),
        ("9/23/18", None, (2018, 9, 23)),
        ("05/06/2018", None, (2018, 6, 5)),
        ("05/06/2018", DateOrder.MONTH_FIRST, (2018, 5, 6)),
        ("05/06/69", None, (2069, 6, 5)),
        ("1801-01-01", None, (1801, 1, 1)),
        ("1800-01-01", None, None),
        ("05/06/70", None, None),
        ("0018-05-06", None, None),
        ("05/06/0018", None, None),
        ("2018-23-09", None, None),
        ("30/02/2018", None, None),
        ("23/09/2018", DateOrder.MONTH_FIRST, None),
        ("today", None, None),
    ],
)
def test_a_day_in_digits_is_a_day_or_nothing(
    text: str, order: DateOrder | None, day: tuple[int, int, int] | None
) -> None:
    assert read_day(text, order) == (datetime.date(*day) if day is not None else None)


@together(
    ("texts", "order"),
    [
        (["05/06/2018", "06/06/2018"], DateOrder.DAY_FIRST),
        (["05/06/2018", "05/23/2018"], DateOrder.MONTH_FIRST),
        (["2018-05-06 10:00", "Ada"], DateOrder.YEAR_FIRST),
        (["23/05/2018", "05/23/2018"], None),
        (["Ada", "17:02"], None),
        (["12/4/25", "18:10"], DateOrder.DAY_FIRST),
        ([], None),
    ],
)
def test_days_are_written_in_the_one_way_in_which_all_are_days(texts: list[str], order: DateOrder | None) -> None:
    assert order_of_days(texts) is order


@together("text", ["'4:01", "' 4:01", "[4:01]"])
def test_a_sign_that_keeps_a_text_and_brackets_are_no_part_of_a_time(text: str) -> None:
    assert read_cell(text) == read_cell("4:01")


@together(
    ("text", "cell"),
    [
        ("[65]", None),
        ("'x", None),
        ("1:02:03.0000000", Cell(Form.THREE, (1.0, 2.0, 3.0), "1:02:03.0000000", 0)),
        ("1:02:03.000", Cell(Form.THREE, (1.0, 2.0, 3.0), "1:02:03.000", 3)),
        ("1:02:03.1000", Cell(Form.THREE, (1.0, 2.0, 3.1), "1:02:03.1000", 4)),
        ("1230768000", Cell(Form.CLOCK, (1230768000.0,), "1230768000", 0)),
        ("1230768000250", Cell(Form.CLOCK, (1230768000.25,), "1230768000250", 3)),
        ("1230768000.5", Cell(Form.CLOCK, (1230768000.5,), "1230768000.5", 1)),
    ],
)
def test_digits_are_those_that_are_measured(text: str, cell: Cell | None) -> None:
    assert read_cell(text) == cell


@together(
    ("text", "seconds", "mark"),
    [
        ("1:22:37+1:00", 5017.0, "penalty of 1:00"),
        ("1:22:37 (+30 s)", 4987.0, "penalty of 0:30"),
        ("4:00+1:00", 300.0, "penalty of 1:00"),
        ("4:00+1:01", None, ""),
    ],
)
def test_a_penalty_of_at_most_a_quarter_is_added(text: str, seconds: float | None, mark: str) -> None:
    assert (read_cell(text) or Cell(Form.PLAIN, (), "", 0)).marks == ((mark,) if mark else ())
    if seconds is not None:
        assert (found := read_cell(text)) is not None
        assert found.numbers == (seconds,)
