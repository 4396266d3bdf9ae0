"""Days with their month in words."""

import datetime

from replay.files.table.values.months import worded_day
from tests.together import together


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
        ("6 June 24", None),
        ("16 Mayor 20245", None),
        ("116 June 2024", None),
        ("", None),
    ],
)
def test_a_day_is_read_within_a_text(text: str, day: str | None) -> None:
    assert worded_day(text) == (day and datetime.date.fromisoformat(day))
