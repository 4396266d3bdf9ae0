"""The day that a title names, in the ways people write it."""

import datetime

from replay.files.source import DateOrder
from replay.files.table.values.months import day_in
from tests.together import together


@together(
    "text",
    [
        "Spring Open, 12 April 2025",
        "Spring Open 5000m, April 12th, 2025",
        "Spring Open 5000m - Sat 12 Apr 2025",
        "Spring Open (12.04.2025)",
        "Spring Open, 12. 4. 2025",
        "Spring Open, 12/4/25",
        "2025-04-12 Spring Open",
        "Lauf, 12. April 2025",
        "Course, 12 avril 2025, Lyon",
        "12 de abril de 2025",
        "12 апреля 2025",
        "12 Απριλίου 2025",
        "12 Nisan 2025",
        "2025. április 12.",
        "第3回 2025年4月12日",
        "Spring Open, 12th April '25",
        "12-Apr-25",
        "12-13 April 2025",
        "April 12-13, 2025",
        "12/13 April 2025",
        "10 km 12 April 2025",
    ],
)
def test_a_title_names_its_day(text: str) -> None:
    assert day_in(text) == datetime.date(2025, 4, 12)


@together("text", ["Top 10 Marathon 2024", "U20 Juniors 2024", "5000m", "mar 5 10:30", "31 April 2025"])
def test_other_numbers_are_no_days(text: str) -> None:
    assert day_in(text) is None


def test_a_day_in_digits_is_written_as_the_others_are() -> None:
    assert day_in("Open - 4/12/2025", DateOrder.MONTH_FIRST) == datetime.date(2025, 4, 12)
    assert day_in("Open - 1er avril 2025") == datetime.date(2025, 4, 1)
