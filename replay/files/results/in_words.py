"""Times in words, `33 min 10 sec` or `30 minutos y 12 segundos`, as a clock has them."""

import re

_AND = r"(?:(?:y|and|und|et|en|e|og|och) )?"
_UNITS = re.compile(
    rf"(?<![\w.:])(?:(\d{{1,2}}) ?h(?:(?:ou)?rs?|oras?|eures?)? ?{_AND})?"
    rf"(\d{{1,3}}) ?m(?:in(?:ut(?:e[sn]?|os?|i|er))?s?)?\.? ?{_AND}"
    r"(?:(\d{1,2})([.,]\d{1,3})? ?s(?:e[cgk](?:[uo]nd(?:e[ns]?|er|os?|i)?s?)?)?\b\.?"
    r"|(?<=min |ins |tes )(\d\d)([.,]\d{1,2})?\b(?![:.,]?\d))",
    re.IGNORECASE,
)


def in_colons(line: str) -> str:
    """A line with its times in words as a clock has them."""
    return _UNITS.sub(_clock, line)


def _clock(match: re.Match[str]) -> str:
    hours, minutes, *parts = match.groups()
    seconds, part = parts[:2] if parts[0] is not None else parts[2:]
    clock = f"{int(minutes):02}:{int(seconds):02}" if hours else f"{int(minutes)}:{int(seconds):02}"
    return f"{int(hours)}:{clock}{part or ''}" if hours else f"{clock}{part or ''}"
