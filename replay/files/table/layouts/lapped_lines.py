"""Laps as a coach types them, a line a runner: `Ada: 71, 72, 74, 70 = 4:47`, `Ada 71/2:23/3:37/4:47`."""

import re

from replay.race.events import event_in, event_metres

_TIME = r"(?:\d{1,2}:)?\d{1,3}(?:\.\d{1,2})?"
_OUT = r"(?i:DNF|stopped|out|retired|dropped out|pulled up)"
_LINE = re.compile(
    rf"\s*(?:\d{{1,3}}[.)] +)?(?P<name>[^\W\d][^:=,;\d]{{0,60}}?) *[:=-] *"
    rf"(?P<laps>{_TIME}(?:(?: *[,;/+] *| +){_TIME})+)"
    rf"(?: *(?:=|->|\u2192) *(?P<total>\d[\d:.]*)|(?: *[,;/] *| +)(?P<out>{_OUT})\b.*)? *"
)
_PLAIN = re.compile(
    rf"\s*(?:\d{{1,3}}[.)] +)?(?P<name>[^\W\d][^:=,;/\d]{{0,60}}?) +(?P<laps>{_TIME}(?: ?[,;/] ?{_TIME}){{2,}}) *"
)
"""The same with nothing between the name and the first: signs between all others, and a colon in one at least."""
_SPACED = re.compile(
    r"\s*(?:\d{1,3}[.)] +)?(?P<name>[^\W\d][^:=,;\d]{0,40}?) +"
    r"(?P<laps>(?:[2-9]\d|1\d\d)(?:\.\d{1,2})?(?: +(?:[2-9]\d|1\d\d)(?:\.\d{1,2})?){2,})"
    rf"(?: +(?P<total>\d{{1,2}}:\d\d(?:\.\d{{1,2}})?)| +(?P<out>{_OUT})\b.*)? *"
)
"""Laps in seconds behind blanks alone, as many in most lines, and the time that they make: `Ada  79 81 82 77  5:21`."""
_WORDS = r"laps?|runde|tour|vuelta|giro|volta|ronde|varv|kierros|okr[aą]żenie|km|mile"
_LAP = re.compile(
    rf"\s*(?:{_WORDS}) ?#?(\d{{1,2}})"
    r"\s*(?:[:=.)–-]\s*|\s)((?:\d{1,2}:)?\d{1,3}(?:[.,]\d{1,2})?)\s*",
    re.IGNORECASE,
)
"""A line for each lap of one runner: `lap 3 - 80.5`."""
_SUMMED = re.compile(
    rf"\s*(?:(?:{_WORDS}) ?)?#?(\d{{1,2}})[:.)]?\s+({_TIME})(?:\s*[,;/(|]?\s+\(?({_TIME})\)?)?\s*", re.IGNORECASE
)
"""The same with the time so far behind, which tells a lap from a place: `3 75.0 3:44.4`."""
_ALONE = 3
"""Such lines at least."""
_TOTAL = re.compile(r"\s*(total|gesamt|summe|all|finish|time)\s*[:=–-]?\s*(\d[\d:.,]*)\s*", re.IGNORECASE)
_FEWEST = 2
_MOST = 200
"""Lines."""
_LOOKED_AT = 100_000
_WIDEST = 10_000
"""Characters of a line."""


def lapped_lines(text: str) -> str | None:
    """Such lines as a table with a column for each lap, the lines above them as they are; None for any other text."""
    if text.count("\n", 0, _LOOKED_AT) > _MOST:  # as of a city's marathon, which is not parted to be counted
        return None
    lines = text.splitlines()
    if len(lines) > _MOST or len(max(lines, key=len, default="")) > _WIDEST:
        return None
    if (alone := _of_one(lines) or _spaced(lines) or _across(lines)) is not None or ":" not in text:
        return alone
    found = [_LINE.fullmatch(line) or _plain(line) for line in lines]
    first = next((at for at, match in enumerate(found) if match is not None), len(lines))
    if any(match is not None and match.re is not _LINE for match in found) and set(",;") & set("".join(lines[:first])):
        return None  # `Name,400,800`: what parts the cells
    return _table(lines, found, first)


def _table(lines: list[str], found: list[re.Match[str] | None], first: int) -> str | None:
    rows = [match.groupdict() for match in found if match is not None]
    last = max((at for at, match in enumerate(found) if match is not None), default=first)
    among = sum(1 for line in lines[first : last + 1] if line.strip())
    told = any(row.get("total") for row in rows)  # what makes up a total is no sentence; a letter may go on below
    if len(rows) < _FEWEST or len(rows) < among or (any(map(str.strip, lines[last + 1 :])) and not told):
        return None
    laps = [_PARTS.split(row["laps"].strip()) for row in rows]
    ends = [row.get("total") or row.get("out") or "" for row in rows]
    if min(map(len, laps)) < _FEWEST or not (any(ends) or max(map(len, laps)) > _FEWEST):
        return None
    wide, last_head = max(map(len, laps)), "Time" if told else "Status"
    heads = ["Name", *(f"Lap {number}" for number in range(1, wide + 1)), *([last_head] if any(ends) else [])]
    made = [
        [row["name"].strip(), *own, *[""] * (wide - len(own)), *([end] if any(ends) else [])]
        for row, own, end in zip(rows, laps, ends, strict=True)
    ]
    below = [f"# {line}" if line.strip() else "" for line in lines[last + 1 :]]
    return "\n".join((*lines[:first], *("\t".join(row) for row in (heads, *made)), *below)) + "\n"


_PARTS = re.compile(r" *[,;/+] *| +")


def _plain(line: str) -> re.Match[str] | None:
    match = _PLAIN.fullmatch(line)
    if match is None or ":" not in match["laps"] or re.fullmatch(_WORDS, match["name"], re.IGNORECASE) is not None:
        return None  # `Lap 3,1:07.0,3:18.3` is one runner's
    return match


def _spaced(lines: list[str]) -> str | None:
    """Laps behind blanks, where they make the times behind them, or are those of a race that a title names."""
    found = [_SPACED.fullmatch(line) for line in lines]
    own = [match for match in found if match is not None]
    if len(own) < _FEWEST:
        return None
    made = [(sum(map(float, match["laps"].split())), match["total"]) for match in own]
    fit = [abs(_seconds(total) - laps) <= _MISSED * _seconds(total) for laps, total in made if total]
    first = found.index(own[0])
    far = next((event_metres(event) for line in lines[:first] if (event := event_in(line)) is not None), 0.0)
    alone = [far / laps for laps, total in made if not total]
    if not (all(fit) if fit else all(_SLOWEST < pace < _QUICKEST for pace in alone)):
        return None
    return _table(lines, found, first)


_MISSED = 0.02
"""The part of a time by which the laps may miss it, as where some metres were not timed."""
_SLOWEST, _QUICKEST = 2.0, 9.0
"""Metres a second."""


def _across(lines: list[str]) -> str | None:
    """A line for each lap under the runners' names, blanks between all, as a table with tabs; None for others.

    Lap   Ada    Bea
    1     36.1   36.3
    """
    at = next((at for at, line in enumerate(lines) if _HEADS_LAPS.match(line)), None)
    if at is None:
        return None
    heads = re.split(r"\s{2,}|\t", lines[at].strip())
    heads = heads if len(heads) > _FEWEST else lines[at].split()
    below = [line.split() for line in lines[at + 1 :] if line.strip()]
    counted = [row for row in below if row[0].rstrip(".").isdecimal()]
    numbers = [int(row[0].rstrip(".")) for row in counted if len(row[0]) < len("1000")]
    if len(heads) <= _FEWEST or len(counted) < _ALONE or numbers != list(range(1, len(counted) + 1)):
        return None
    rest = below[len(counted) :]
    if below[: len(counted)] != counted or len(rest) > 1 or any(len(row) != len(heads) for row in below):
        return None
    if not all(re.fullmatch(f"{_TIME}|-+", cell) for row in below for cell in row[1:]):
        return None
    return "\n".join((*lines[:at], *("\t".join(row) for row in (heads, *below)))) + "\n"


_HEADS_LAPS = re.compile(rf"\s*(?:{_WORDS})s?\.?\s+[^\W\d_]", re.IGNORECASE)


def _of_one(lines: list[str]) -> str | None:
    """The laps of one runner, each in a line, as a table; None for any other text."""
    found = _summed(lines) or [_LAP.fullmatch(line) for line in lines]
    first = next((at for at, match in enumerate(found) if match is not None), len(lines))
    own = [match for match in found if match is not None]
    rest = [line for match, line in zip(found[first:], lines[first:], strict=True) if match is None and line.strip()]
    numbers = [int(match[1]) for match in own]
    if len(own) < _ALONE or numbers != list(range(1, len(own) + 1)) or not all(map(_TOTAL.fullmatch, rest)):
        return None
    rows = ["Lap\tTime", *(f"{match[1]}\t{match[2]}" for match in own)]
    rows += [f"{match[1]}\t{match[2]}" for line in rest if (match := _TOTAL.fullmatch(line)) is not None]
    return "\n".join((*lines[:first], *rows)) + "\n"


def _summed(lines: list[str]) -> list[re.Match[str] | None] | None:
    """The lines of laps, where the times behind them are what they add up to; None where they are not."""
    found = [_SUMMED.fullmatch(line) for line in lines]
    so_far, checked = 0.0, 0
    for match in found:
        if match is None:
            continue
        so_far += _seconds(match[2])
        if match[3]:
            checked += 1
            if abs(_seconds(match[3]) - so_far) >= 1:
                return None
            so_far = _seconds(match[3])
    return found if checked >= _ALONE - 1 and 2 * checked >= sum(map(bool, found)) else None


def _seconds(text: str) -> float:
    minutes, _, seconds = text.rpartition(":")
    return 60 * float(minutes or 0) + float(seconds)
