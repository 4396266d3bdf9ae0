"""What stands in a cell where nothing is known, and what of a place: the same in every format."""

import re
from functools import lru_cache

from replay.race.names import fold

_WORDS = frozenset(
    re.split(
        r",\s+",
        """na, n a, nan, nat, null, none, nil, nt, notime, no time, nd, n d, tba, tbd, missing,
        void, undefined, k a, b d, brak, nincs, нет, sin datos, keine angabe, inconnu,
        unbekannt, unknown, sin tiempo, bez czasu, keine zeit, ohne zeit, o z,
        pending, blank, empty, notavailable, not available, unavailable""",
    )
)
_NOTHING = re.compile(r"\\N|[sS]/[tT]\.?|[\s\-–—−_.·:;*?/~|#…'\"]*")
_ERROR = r"(?i)#(?:N/?A|REF|VALUE|DIV/0|NAME|NUM|NULL|NV|BEZUG|WERT)[!?]?"
_ZERO = r"(?i)[+-]?0{1,2}(?::0{1,2}){0,3}(?:[.,]0+)?|PT0S|00?[h:]00?(?:['m:]00?)?[\"s]?|0 days?,? 0?0:00:00"


@lru_cache(maxsize=8192)
def is_missing(text: str) -> bool:
    """Whether a cell says that nothing is known: `-`, `–`, `--:--`, `*`, `n/a`, `nan`, `NT`, `#N/A`, `null`."""
    if text[:1].isdigit():
        return False
    if _NOTHING.fullmatch(text) or re.fullmatch(_ERROR, text.strip()):
        return True
    return len(text) <= 14 and fold(text) in _WORDS


def is_no_time(text: str) -> bool:
    """Whether a cell for a time says that there is none, as zero does too: `0:00:00`, `00:00`, `0.00`."""
    if text.strip("0:.,")[:1].isdigit():  # as nearly always
        return text.startswith(_NINES) and not text.strip("9:.,")
    return is_missing(text) or re.fullmatch(_ZERO, text.strip()) is not None


_NINES = "99:99"
"""What a clock shows that has no time: `99:99:99`."""


_PLACE = (
    r"(?i)[(\[第]?(?:t|=|#|no\.?|nr\.?|n°|place|pos\.?|pl\.?|rank|rk|platz|rang)?[-. =]*(\d{1,6})"
    r"(?:[.,]0{1,3}|[-–]\d{1,6}\.?)?\s*"  # `2-3` of those who share the places
    r"(?:t|=|(?:st|nd|rd|th)=?|er|re|ere|e|eme|ème|ère|ste|de|º|ª|°|着|位|名|위|등|o|a|:a|\.|\*|[-–]"
    r"|(?:e|er)? ?ex(?:[. -]?(?:a|æ)?e?quo)?\.?)?[)\]]?"
    r"(?: place| platz)?(?:,? ?(?:gold|silver|bronze) medal(?:l?ists?|l?ist\(s\))?)?"  # as a page says it to the blind
    r"(?:\s*(?:/|of|von|de|sur|su|z|av|van)\s*\d+)?(?:\s*[(\[]\d{1,6}\.?[)\]])?"
)


_MEDALS = {"🥇": 1, "🥈": 2, "🥉": 3, "gold": 1, "silver": 2, "bronze": 3}
_MEDAL = re.compile(r"(?i)(gold|silver|bronze) medal(?:l?ist)?(?:s|\(s\))?")


def read_place(text: str) -> int | None:
    """The place in a cell: `5`, `1.0`, `T5`, `5=`, `=5`, `8th`, `2ème`, `3º`, `14 / 21616`; None where it is none."""
    text = text.strip()
    if text.isdecimal():  # as nearly always
        return int(text) or None if len(text) <= 6 else None
    if text in _MEDALS:
        return _MEDALS[text]
    if text[-1:] not in "0123456789." and (medal := _MEDAL.fullmatch(text)) is not None:
        return _MEDALS[medal[1].casefold()]
    match = re.fullmatch(_PLACE, text)
    return int(match[1]) or None if match is not None else None
