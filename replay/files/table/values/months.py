"""Days with their month in words: `6 June 2024`, `June 6th, 2024`, `6. Juni 2024`, `6 de junio de 2024`."""

import datetime
import re

from replay.race.names import fold

_MONTHS = {
    word: month
    for month, words in enumerate(
        (
            "jan ian ene gen sty led tammi oca",
            "feb fev lut uno helmi sub",
            "mar mrz mrt maerz maa bre",
            "apr avr abr kwi dub huhti nis",
            "may mai mei maj mag kve touko",
            "jun juin iun giu cze cervn kesa haz",
            "jul juil iul lug lip cerve heina tem",
            "aug aou ago agu sie srp elo",
            "sep set wrz zar syys eyl",
            "oct okt ott out paz rij loka eki",
            "nov noi lis marras kas",
            "dec dez dic des gru pro joulu ara",
        ),
        1,
    )
    for word in words.split()
}
"""The least that the months of many languages begin with."""
_LETTERS = range(6, 2, -1)
"""How many of them tell: `marraskuuta` is no March."""
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|er|o)? (?:of |del? )?([a-z]{3,14}) (?:del? |of )?(\d{4})\b")
_BEFORE_VOWELS = re.compile(r"\bd['’]")
"""`6 d'abril`"""
_MONTH_FIRST = re.compile(r"\b([a-z]{3,14}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})\b")


def worded_day(text: str) -> datetime.date | None:
    """The day that a text names; None where it names none."""
    plain = fold(_BEFORE_VOWELS.sub("", text))
    if (match := _DAY_FIRST.search(plain)) is not None:
        day, word, year = match.groups()
    elif (match := _MONTH_FIRST.search(plain)) is not None:
        word, day, year = match.groups()
    else:
        return None
    month = next((_MONTHS[word[:count]] for count in _LETTERS if word[:count] in _MONTHS), None)
    try:
        return datetime.date(int(year), month, int(day)) if month is not None else None
    except ValueError:
        return None
