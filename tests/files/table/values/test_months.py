"""The day that a title names, in the ways people write it."""

import datetime

from replay.files.source import DateOrder
from replay.files.table.values.months import day_in, is_day_of_year, worded_day
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


@together(
    ("language", "months"),
    [
        ("English", "January February March April May June July August September October November December"),
        ("short", "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
        ("German", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        ("German, short", "Jän Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez"),
        ("French", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ("French, short", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
        ("Spanish", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        ("Italian", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
        ("Portuguese", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
        ("Dutch", "januari februari maart april mei juni juli augustus september oktober november december"),
        ("Dutch, short", "jan feb mrt apr mei jun jul aug sep okt nov dec"),
        ("Swedish", "januari februari mars april maj juni juli augusti september oktober november december"),
        ("Norwegian", "januar februar mars april mai juni juli august september oktober november desember"),
        (
            "Finnish",
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
            " marraskuuta joulukuuta",
        ),
        (
            "Polish",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        ),
        ("Czech", "ledna února března dubna května června července srpna září října listopadu prosince"),
        (
            "Romanian",
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        ),
        ("Turkish", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
    ],
)
def test_the_months_of_a_year_are_known_in_many_languages(language: str, months: str) -> None:
    assert [worded_day(f"7. {word} 2024") for word in months.split()] == [
        datetime.date(2024, month, 7) for month in range(1, 13)
    ], language


@together(
    ("text", "day"),
    [
        ("Saturday, June 6th, 2024 at noon", "2024-06-06"),
        ("the 6th of June 2024", "2024-06-06"),
        ("6 de junio del 2024", "2024-06-06"),
        ("1º de junho de 2024", "2024-06-01"),
        ("le 1er juin 2024", "2024-06-01"),
        ("6 d'abril de 2024", "2024-04-06"),
        ("31 June 2024", None),
        ("6 Heat 2024", None),
        ("June 2024", None),
        ("16 Mayor 20245", None),
        ("116 June 2024", None),
        ("", None),
    ],
)
def test_a_day_is_read_within_a_text(text: str, day: str | None) -> None:
    assert worded_day(text) == (day and datetime.date.fromisoformat(day))


@together(
    ("text", "is_day"),
    [
        ("10 May", True),
        ("17. Mai", True),
        ("3rd June", True),
        (" Jun 3rd ", True),
        ("5 juin", True),
        ("May", False),
        ("12 Ada", False),
        ("1 Marathon", False),
        ("10 May 2025", False),
        ("10 May Ashford", False),
    ],
)
def test_a_day_without_its_year_is_a_day_and_nothing_else(text: str, is_day: bool) -> None:
    assert is_day_of_year(text) is is_day
