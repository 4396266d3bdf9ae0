"""Several runners in one line of a letter or a newspaper, and each in one of his own.

1500m: 1. Ada Alfa (Oak) 3:50.1; 2. Bea Beta (Elm) 3:51.0
Mile results: Tom 4:41, Ian 4:52 and Meg 5:20
"""

import re
from collections.abc import Sequence

from replay.files.results.bare import PAIR, are_alike
from replay.files.results.beside_names import CLASS
from replay.files.results.inline import AHEAD, LONGEST, runner_of
from replay.files.results.lines import TIME
from replay.files.results.prose import is_no_name
from replay.files.results.splits_below import legs_told
from replay.files.table.layouts.sections import begins_section, whose_list
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.words import phrases
from replay.race.events import event_in, event_metres, events_in
from replay.race.names import fold
from replay.race.statuses import is_out

_FEWEST, _PAIRS = 2, 3
"""Runners of such a line: with their places, and without."""
_AT = r"\d{1,3}(?:[.)]\s*|(?:e|er|st|nd|rd|th|º|ª|°)?\s+)(?=[^\W\d])"
"""A place before a name: `1. `, `1.`, `2e `."""
_TITLED = re.compile(
    rf"\s*((?:[^:;\d]*:\s+)?[^:;]*[^\W\d][^:;]*):\s+(?={_AT})"
    r"|\s*([^:;—–]*[^\W\d][^:;—–]*?)\s+[—–]\s+(?=\d{1,3}[.)]\s+[^\W\d])"
)
"""What stands before the first of several runners in a line, a colon or a dash: `1500m: 1 Ada Alfa 3:50.1, 2 …`."""
_DASHED = 2
"""The group of what stands before a dash: one runner behind it is enough."""
_UNMARKED = re.compile(r"\s*([^:;,]*?[^\W\d_])\s+(?=1\)\s+[^\W\d][^:;]*, 2\)\s+[^\W\d])")
"""The same without a colon: `Men 21.097 km 1) Ada Alfa 1.19.31, 2) Bea Beta 1.24.08`."""
_CALLED = re.compile(r"\s*([^:;]*[^\W\d][^:;\d]*):\s+(?=[^\W\d_])")
"""The same where the runners have no places."""
_BETWEEN = re.compile(
    rf";\s*|(?<=\d)(?:,\s+(?={_AT})|,?\s+(?:and|en|und|et|y|e|og|och|i)\s+(?={_AT})|\s+(?=\d{{1,3}}(?:[.)]|e)\s+[^\W\d_a-z]))"
    r"|(?<=:\d\d),\s+(?=[^\W\d_a-z][^,:;\d]+(?:,| [^\W\d_a-z])[^,:;\d]+ \d{1,2}:\d\d)"
)
"""What parts runners: one without a place has his club behind a comma, `1) Ada Alfa, Oak 3:50, Bea Beta, Elm 3:51`."""
_COMMAS = re.compile(r"[,;]\s+(?:and\s+|und\s+|et\s+)?|\s+(?:and|und|et|y|&)\s+")
_PAIR = re.compile(rf"[^\W\d_][^\d:;,]{{0,40}}?\s+(?:[-–—]\s+)?(?:{TIME.pattern})\W*")
"""A name and its time."""
_CALL = r"[^\W\d_a-z][\w'’.-]*"
_NAMED = rf"{_CALL}(?: (?:(?:v[ao]n|de[nr]?|la|le|d[aiou]s?|del|bin|al|ter|af|av) )?{_CALL})*"
_NOTED = re.compile(
    rf"{_NAMED}\s+(?:[-–—]\s+)?(?:{TIME.pattern})(?: ?(?:min|std|sec|h)\b\.?)?(?:\s*\([^()]{{1,30}}\))?\W*"
)
"""The same, with what is said of it in brackets, and no word of a sentence."""
_NOTE = 3
"""Lines of a note in which one names two without places."""


_WORD = r"[^\W\d_a-z][\w'’.-]*"
_STATUS = r"(?i:dnf|dns|dsq|dq)\b"
_NEXT = re.compile(
    rf"(?:(?:and|und|et|y|e|&|then)\s+)?(\d{{1,3}}(?:[.)]\s*|\s+))?({_WORD}(?: {_WORD}){{0,3}}"
    rf"(?:\s*\([^()\d:]{{2,40}}\))?)\s*[:=–-]?\s+({TIME.pattern}|\d{{1,2}}\.[0-5]\d(?!\d|[.,]\d)|{_STATUS})"
    rf"(?: +({CLASS.pattern})(?![\w-]))?[\s,;.|/!]*"
)
"""One of several runners of a line with nothing but blanks between them: `Sam 4:31 Joe 4:35 and Kim 4:40`."""
_TRIAL = frozenset(phrases("tt, time trial, time, trial, tempo, workout, session, club, relay, track"))
"""What is no name before the first of them, beside the words of a sentence."""


_NEW_LIST = re.compile(rf"(?<=\d)[.;]\s+(?=[^\W\d_a-z][^:;.]{{2,40}}:\s+(?=1\D){_AT})")
"""Where a newspaper goes on with another list: `3. Tom Wolf 33:50. Frauen: 1. Eva Lang 37:20`."""


def one_each(lines: Sequence[str]) -> list[str]:
    """The lines, each runner in one of his own."""
    lines = [part for line in lines for part in _titled(line)]
    lines = [part for line in lines for part in (_lists_of(line) if _goes_on(line) else [line])]
    fewest = _FEWEST if sum(bool(line.strip()) for line in lines[:_MANY]) <= _NOTE else _PAIRS
    return [
        part
        for above, line in zip(["", *lines], lines, strict=False)
        for part in ([line] if legs_told(line, above) else _runners_of(line, fewest))
    ]


_MANY = 40


def _titled(line: str) -> list[str]:
    """A line, or its title and what follows it: `Men 800 m   1. Alfa 1:50.1  2. Beta 1:50.9`."""
    if "  1" not in line or len(line) >= LONGEST * _FEWEST:
        return [line]
    match = _WITH_TITLE.fullmatch(line)
    return [match[1], match[2]] if match is not None and event_in(match[1]) is not None else [line]


_WITH_TITLE = re.compile(r"([^\W_].{2,80}?) {2,}(1[.)] ?[^\W\d_].{4,80}? 2[.)] ?[^\W\d_].*)")


def _lists_of(line: str) -> list[str]:
    """The lists of a line: one of a sex alone behind another goes on with the event of that one."""
    first, *others = _NEW_LIST.split(line)
    event = first.partition(":")[0].strip() if others and begins_section(first.partition(":")[0])[:1].isdigit() else ""
    return [first, *(f"{event} {one}" if event and whose_list(one.partition(":")[0]) else one for one in others)]


def _goes_on(line: str) -> bool:
    """Whether a line may have a second list: lists of 100,000 lines have one each."""
    return ": 1" in line and len(line) < LONGEST * _FEWEST


def _runners_of(line: str, fewest: int) -> list[str]:
    if len(line) >= LONGEST * _FEWEST:
        return [line]
    line = _PLACE_BEHIND.sub(r"\2. \1 ", line)
    if not any(sign in line for sign in (";", ", ", " — ", " – ")):
        parts = _by_blanks(line)
        if len(parts) > 1 or (": 1" not in line and _AFTER.search(line) is None):
            return parts
    titled = _TITLED.match(line) or _UNMARKED.match(line)
    parts = [_spaced(part.strip()) for part in _BETWEEN.split(line[titled.end() :] if titled is not None else line)]
    parts = [part for part in parts if not part.isdigit()]
    runners = [part for part in parts if _is_placed(part) or (_is_placed(parts[0]) and _CLUBBED.fullmatch(part))]
    stopped = [part.lstrip("… .") for part in parts if part not in runners]
    if titled is not None and runners == parts and (titled.lastindex == _DASHED or begins_section(_title(titled))):
        return [_title(titled), *runners]
    if len(runners) > 1 and all(is_out(part.partition(" ")[0]) for part in stopped):
        return [*([_title(titled)] if titled is not None else []), *runners, *map(_said, stopped)]
    if titled is not None and runners == parts and parts[0].startswith("1)"):
        return [_title(titled), *runners]
    called = _CALLED.match(line)
    pairs = [part.strip() for part in _COMMAS.split(line[called.end() :] if called is not None else line)]
    if len(pairs) >= fewest and (_are_timed(pairs) or _are_bare(pairs)):
        return [*([called[1]] if called is not None else []), *pairs]
    return _by_blanks(line)


def _spaced(part: str) -> str:
    """A runner's part with one blank behind the place, and no other digit before it: `1.Ada Alfa`, `2 3. Bea Beta`."""
    return re.sub(r"^(?:\d\s+(?=\d{1,3}[.)]))?(\d{1,3}[.)])\s*(?=[^\W\d_])", r"\1 ", part.rstrip(".").lstrip("… "))


_PLACE_BEHIND = re.compile(
    r"(?<=[:;] )([^\W\d_][^\d:;,]{2,40}), (\d{1,3})(?:st|nd|rd|th), "
    r"(?=(?:\d{1,2}:\d{2}(?:\.\d{1,2})?|\d{1,2}\.\d{1,2})(?![\d:.]))"
)
"""How American papers write it: `800-meter run: Ada Alfa, 3rd, 2:41.10; Bea Beta, 5th, 2:55.2`."""


_AFTER = re.compile(r"\d\s+\d{1,3}(?:[.)]|e)\s+[^\W\d_a-z]")
"""Where the next runner's place stands behind a time with a blank between: `1.22.32 2e Bea Beta`."""


def _are_timed(pairs: Sequence[str]) -> bool:
    return all(map(_NOTED.fullmatch, pairs)) or (len(pairs) >= _PAIRS and all(map(_PAIR.fullmatch, pairs)))


def _are_bare(pairs: Sequence[str]) -> bool:
    """Whether each is a name and minutes or seconds with a point: `Sam 21.05`."""
    found = [PAIR.fullmatch(pair) for pair in pairs]
    return None not in found and are_alike([match[2] for match in found if match is not None])


def _title(found: re.Match[str]) -> str:
    """What stands before the sign between a title and the first runner."""
    return next(filter(None, found.groups()), "")


def _is_placed(part: str) -> bool:
    return AHEAD.match(part) is not None and runner_of(part) is not None


_CLUBBED = re.compile(r"[^\W\d_a-z][^,:;\d]+(?:,| [^\W\d_a-z])[^,:;\d]+ \d{1,2}:\d\d\W*")
"""Somebody without a place, with his club and his time."""


def _by_blanks(line: str) -> list[str]:
    """The runners of a line that only blanks part, with what stands before them; the line itself where it has none."""
    if line.count(":") + line.count(".") < _FEWEST or "  " in line.strip():
        return [line]
    if len(TIME.findall(line)) + len(_DOTTED.findall(line)) < _FEWEST:
        return [line]
    for start in (match.start() for match in re.finditer(r"\S+", line)):
        found = _chained(line, start)
        title = line[:start].strip(" :–-")
        timed = [match for match in found if is_clock(match[3])]
        dotted = [match for match in found if _DOTTED.fullmatch(match[3])]
        if dotted and not timed and _is_long(title):
            timed = dotted  # nobody runs so far in so few seconds
        if len(timed) < (_FEWEST if all(match[1] for match in timed) else _PAIRS):
            continue
        words = [word for word in found[0][2].split() if len(word) > 1]  # `A Brown`
        if any(is_no_name(word) or fold(word) in _TRIAL for word in words) or event_in(found[0][2]):
            continue
        times = [one[3].replace(".", ":") if one in dotted and timed is dotted else one[3].upper() for one in found]
        names = [f"{one[1] or ''}{one[2]}{f' {one[4]}' if one[4] else ''}" for one in found]
        runners = [f"{name} {time}" for name, time in zip(names, times, strict=True)]
        return [*([title] if title else []), *runners]
    return [line]


_DOTTED = re.compile(r"(?<![\d:.,])\d{1,2}\.[0-5]\d(?!\d|[.,:]\d)")
"""Minutes and seconds parted by a point, as some write them."""
_LONG = 1200.0
"""Metres from which on nobody takes less than a hundred seconds."""


def _is_long(title: str) -> bool:
    return any(event_metres(event) >= _LONG for event in events_in(title))


def _chained(line: str, start: int) -> list[re.Match[str]]:
    """The runners one behind the other from a place to the line's end; none where anything else stands there."""
    found: list[re.Match[str]] = []
    while start < len(line):
        match = _NEXT.match(line, start)
        if match is None:
            return []
        found.append(match)
        start = match.end()
    return found


def _said(part: str) -> str:
    """Who stopped, as a line below a list says it: `DNF: Ada Alfa`."""
    return re.sub(r"^(\w+)\.?:?\s+", r"\1: ", part)
