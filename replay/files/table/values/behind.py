"""What may stand behind a time in its cell: marks, units, and words in brackets."""

import re

MARK = re.compile(
    r"\s*(?:(?P<mark>=?(?:[A-Z]{2}|[A-Z]{2}R|[A-Z]R|PR|QR|N?U\d\dR|i?NR|NU\d\dB)=?|sb|nr|cr|mr|wl|[Qq]|qR|QR|qJ)"
    r"|(?P<odd>[hHAaei#^†‡§¹²³x!]|est\.?|\(\d{1,3}\)|\[.{0,12}\]|\(.{0,40}\)|#\d{1,5}))\s*$"
)
UNIT = re.compile(
    r"(?<=\d)\s*(?:std|stunden|mins?|minuten|minutes|uhr|hrs?|hours|sec|sek|secs|godz|uur|tim|t|/km|/mi)\.?$",
    re.IGNORECASE,
)
"""What stands behind `1:02:03` and says what it is anyway."""
SHOUTED = re.compile(r"\s*(?<!=)(?:first timer|new pb|pb(?:\s+[\d:]{4,8})?|debut)!?\s*$", re.IGNORECASE)
"""What parkrun sets behind a time."""
NO_MARKS = frozenset({"AM", "PM"})
PENALTY = "penalty of "
"""What a mark begins with that tells what was added to a time."""
SAID = "said: "
"""What a mark begins with that is words in brackets."""
_WORDS = re.compile(r"\((?=.*[^\W\d_]{3})([^()/%]+)\)")
"""Words, and no pace, share or rank."""


def said_in(odd: str | None) -> str:
    """The words in brackets behind a time, as a mark; empty for any other sign."""
    match = _WORDS.fullmatch(odd.strip()) if odd else None
    return f"{SAID}{match[1].strip()}" if match is not None else ""
