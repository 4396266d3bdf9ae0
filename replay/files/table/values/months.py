"""Days with their month in words: `6 June 2024`, `June 6th, 2024`, `6. Juni 2024`, `6 de junio de 2024`."""

import datetime
import re

from replay.race.names import fold

_MONTHS = {
    word: month
    for month, words in enumerate(
        (
            "jan janv ene gen sty led tammi",
            "feb fev fevr lut uno helmi",
            "mar mars marz mrz maerz maa brez maalis",
            "apr avr abr kwi dub huhti",
            "may mai mei maj mag kve touko",
            "jun juin giu cze kesa",
            "jul juil lug lip heina",
            "aug aou aout ago sie srp elo",
            "sep sept set wrz zar syys",
            "oct okt ott out paz rij loka",
            "nov lis marras",
            "dec dez dic des gru pro joulu",
        ),
        1,
    )
    for word in words.split()
}
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? (?:of |de |d )?([a-z]{3,10}) (?:de |of )?(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([a-z]{3,10}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})\b")


def worded_day(text: str) -> datetime.date | None:
    """The day that a text names; None where it names none."""
    plain = fold(text)
    if (match := _DAY_FIRST.search(plain)) is not None:
        day, word, year = match.groups()
    elif (match := _MONTH_FIRST.search(plain)) is not None:
        word, day, year = match.groups()
    else:
        return None
    month = next((_MONTHS[word[:count]] for count in (5, 4, 3) if word[:count] in _MONTHS), None)
    try:
        return datetime.date(int(year), month, int(day)) if month is not None else None
    except ValueError:
        return None
