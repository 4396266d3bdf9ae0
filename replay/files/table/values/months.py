"""Days in titles, in digits or with their month in words: `6 June 2024`, `June 6th, 2024`, `6 de junio de 2024`."""

import datetime
import re

from replay.files.source import DateOrder
from replay.files.table.values.times import WORDED_DAY, read_day
from replay.race.names import fold

_MONTHS = {
    word: month
    for month, words in enumerate(
        (
            "jan janv ene gen sty led tammi oca янв січ ιαν ian",
            "feb fev fevr lut uno helmi sub фев лют φεβ",
            "mar mars marz mrz maerz maa brez maalis мар бер μαρ mrt bre",
            "apr avr abr kwi dub huhti nis апр кві απρ",
            "may mai mei maj mag kve touko mayi маи мая тра μαι",
            "jun juin giu cze cer cerv kesa haz июн чер ιουν iun cervn",
            "jul juil lug lip cerve heina tem июл лип ιουλ iul",
            "aug aou aout ago sie srp elo agu авг сер αυγ",
            "sep sept set wrz zar syys eyl сен вер σεπ",
            "oct okt ott out paz rij loka eki окт жов οκτ",
            "nov lis marras kas ноя νοε noi",
            "dec dez dic des gru pro joulu ara дек гру δεκ",
        ),
        1,
    )
    for word in words.split()
}
"""The least that the months of many languages begin with."""
_LETTERS = range(6, 2, -1)
"""How many of them tell: `marraskuuta` is no March."""
_MONTH = r"([^\W\d_]{3,14})"
_YEAR = r"((?:19|20)\d\d)\b"
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|o|ο)? (?:of |del? )?{_MONTH} (?:del? |of )?{_YEAR}")
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)? {_YEAR}")
_YEAR_FIRST = re.compile(rf"\b(\d{{4}}) {_MONTH} (\d{{1,2}})\b")
_OF_TWO = re.compile(r"\b(\d{1,2}(?:st|nd|rd|th)?[\s./-]*[^\W\d_]{3,9}\.?[\s./-]*)['’]?(\d\d)(?=\s*(?:$|[,;|)·]))")
"""A day whose year has two digits: `12-Apr-25`."""
_SIGNS = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
"""How Japanese, Chinese and Korean write a day."""
_BEFORE_VOWELS = re.compile(r"\bd['’]")
"""`6 d'abril`"""
_TO = re.compile(r"\b(\d{1,2})\.?\s?(?:[-–—/&+]|and|und|et|to|bis)\s?\d{1,2}(?=\D)")
"""The days of a meeting, of which the first is its day: `12-13 April 2025`."""


def day_in(text: str, order: DateOrder | None = None) -> datetime.date | None:
    """The day in a title, in digits or with its month in words; None where there is none.

    Args:
        text: Which may say much else.
        order: How a day in digits is written.
    """
    match = _DIGITS.search(text)
    return read_day(match[0].replace(". ", "."), order) if match is not None else worded_day(text)


_DIGITS = re.compile(r"\b\d{1,4}(?:[-/.]\d{1,2}[-/.]|\. \d{1,2}\. )\d{1,4}(?=\b|T\d)")


def begins_with_day(text: str) -> bool:
    """Whether a line begins with a day whose month is in words; `24. Mühlenlauf 2025` does not."""
    match = WORDED_DAY.match(text)
    return (
        match is not None
        and _month(fold(re.sub(r"^\d+(?:\.|st|nd|rd|th)?(?: de)? ", "", match[0])).split()[0]) is not None
    )


def worded_day(text: str) -> datetime.date | None:
    """The day that a text names; None where it names none. Of several days of one meeting it is the first."""
    if (match := _SIGNS.search(text)) is not None:
        return _date(*map(int, match.groups()))
    plain = fold(_OF_TWO.sub(r"\1 20\2", _TO.sub(r"\1", _BEFORE_VOWELS.sub("", text))))
    for pattern, order in ((_DAY_FIRST, (2, 1, 0)), (_MONTH_FIRST, (2, 0, 1)), (_YEAR_FIRST, (0, 1, 2))):
        for match in pattern.finditer(plain):
            year, word, day = (match.groups()[at] for at in order)
            if (month := _month(word)) is not None:
                return _date(int(year), month, int(day))
    return None


def is_day_of_year(text: str) -> bool:
    """Whether a text is a day without its year, and nothing else: `10 May`, `17. Mai`, `Jun 3rd`."""
    match = _OF_YEAR.fullmatch(text.strip()) if len(text) < _LONGEST_DAY else None
    return match is not None and _month(fold(match[1] or match[2])) is not None


_NTH = r"\d{1,2}(?:\.|st|nd|rd|th)?"
_OF_YEAR = re.compile(rf"{_NTH} ?([^\W\d_]{{3,10}})\.?|([^\W\d_]{{3,10}})\.? ?{_NTH}")
_LONGEST_DAY = 20
_NO_MONTH = re.compile("marat|juni?or|juven|decat|novic|major|mayor")
"""How words begin that stand behind a number in titles, too: `10 Marathon 2024`."""


def _month(word: str) -> int | None:
    if _NO_MONTH.match(word) is not None:
        return None
    return next((_MONTHS[word[:count]] for count in _LETTERS if word[:count] in _MONTHS), None)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
