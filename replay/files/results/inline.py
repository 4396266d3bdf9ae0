"""Lists in plain lines, with nothing between the cells but single blanks: copied out of a PDF, typed into a message.

    1. 23 ALFA Ada KEN 12 Jan 1999 3:58.21 SB
    Bea Beta - 19:40

A line is a runner where it ends in a time or a status. What stands before the name is a place, and a bib where there
are two numbers or three; three capitals behind it are a nation, and what follows a number or a bracket behind it is
not read.
"""

import re
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.results.beside_names import without_reason
from replay.files.results.in_brackets import laps_apart, legs_apart
from replay.files.results.in_words import in_colons
from replay.files.results.layout import Laid
from replay.files.results.lines import (
    POINT,
    TIME,
    Line,
    with_clubs_behind,
    with_nations,
    without_classes,
    without_ends,
    without_grades,
)
from replay.files.results.senders import without_sender
from replay.files.table.values.cells import is_sex, read_sex
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.spoken import is_spoken
from replay.race.nations import is_nation_code
from replay.race.race import Status
from replay.race.statuses import is_out, read_status

_SHORT = re.compile(r"(?<!\S)\d{1,2}[.,]\d{1,3}(?=\s*(?:(?!(?:km|mi|k|m)\b)[A-Za-z]{1,3}|[(\[][^)\]]*[)\]]|\*)?\s*$)")
"""Seconds of a sprint, at the end of a line."""
_LED = re.compile(
    rf"({POINT.pattern}|\s*\d{{3,5}}(?=\s*[:=]\s)).*(?<![\d:.,])\d{{1,3}}(?:[:.]\d\d){{0,2}}[:.,]\d{{1,3}}"
    r"(?:\s*[(\[][^\d()\[\]]{1,50}[)\]])?\W*$",
    re.IGNORECASE,
)
"""A line that begins with a point and ends with a time, or with who was there then in brackets."""
_STATUS = re.compile(
    r"\b(?:(?i:DNF|DNS|DSQ|(?:did not|didn['’]t) (?:finish|start))|DQ|ABD?|ABN|NP|RET|WD|OTL|aufg\.?|n\.?a\.?)\b\W*"
    r"(?:TR[\d.]+|R[\d.]+|(?<=[(\[])[^()\[\]\d][^()\[\]]{1,60}[)\]]|(?<=[(\[])\d [a-z ]{3,40}[)\]])?\s*$"
)
"""Who is out, and the rule or the reason behind it: `DQ (four red cards)`."""
_SAME = re.compile(r"(?<!\S)(?:s\.t\.|same time|m\.t\.|idem|gl\. ?Z(?:eit|\.)?)\s*$", re.IGNORECASE)
AHEAD = re.compile(
    r"\s*[(\[#第=]?(\d{1,5}|a\.?[kK])(?:\s*[.):º°ª着位名위등]|(?:st|nd|rd|th|er|e)\b[:=]?|=)?[)\]]?\s+(?=\S)"
)
_BIB = re.compile(r"(?:(?:\d{1,3}|[-–])\s+)?(#?[A-Z]?\d{1,5}[A-Z]?)\s+(?=\D)")
"""A bib; in a race between teams what a runner counts stands before it."""
_NATION = re.compile(r"\s+\(?([A-Z]{3})\)?(?=\s*$|\s+[\d(])")
_BEHIND = re.compile(r"\s*(?:[(\[|,;]|\s\*+(?=\s)|(?<=\s)[-–—](?=\s)|(?<!\S)\d|\t).*$")
_QUOTED = re.compile(r"^(?:\s*(?:>|[*•·‣▪-](?=\s)))+\s*")
"""What stands before a line of a letter that is answered, or of a list with points."""
_STRESSED = re.compile(r"(\*{1,3}|_{2,3}|~~)(\S(?:.*?\S)?)\1")
_MEDALS = str.maketrans({"🥇": "1. ", "🥈": "2. ", "🥉": "3. ", "🔟": "10. ", "\u20e3": ". ", "\ufe0f": ""})
"""Medals, and digits on keys, which are places."""
_FEWEST = 2
"""Runners of a list."""
_SHARE = 0.6
"""Of the lines from the first runner to the last that are runners."""
_SHARE_NUMBERED = 0.4
"""The same where each begins with a number and a sign, as no other line does: `1. Ada Alfa 15:20`."""
_NUMBERED = re.compile(r"\s*\d{1,4}[.)]\s")
LONGEST = 300


_TITLES = ["Place", "Bib", "Name", "Nation", "Club", "Time", "Laps"]


def in_lines(lines: Sequence[str]) -> Laid | None:
    """The rows of a list in plain lines; None where there is none.

    Args:
        lines: Of a text.
    """
    plain = [plain_line(line[:LONGEST]) for line in lines]
    found = {at: runner for at, line in enumerate(plain) if (runner := runner_of(line)) is not None}
    spoken = _spoken(found, lines, plain)
    found = without_ends({at: runner for at, runner in found.items() if at not in spoken})
    if len(found) < _FEWEST:
        return None
    longest = max(len(runner.name.split()) for runner in found.values())
    for at in range(1, len(plain)):
        if (
            at not in found
            and at not in spoken
            and (at - 1 in found or (at - 2 in found and not plain[at - 1].strip()))
            and (stopped := _stopped(plain[at], longest)) is not None
        ):
            found[at] = stopped
    for at in range(min(found), max(found)):
        before = found.get(at - 1)
        if at not in found and before is not None and before.place.isdigit():
            match = _PLACED_ALONE.fullmatch(plain[at].strip())
            if match is not None and int(match[1]) == int(before.place) + 1 and len(match[2].split()) <= longest:
                found[at] = Line(match[1], "", clean_text(match[2]), "", "", "")
    within = sum(_within(runner.name) is not None for runner in found.values()) > _NEARLY * len(found)
    found = without_classes({at: _apart(runner, within=within) for at, runner in found.items()})
    found = without_grades(_bibs_of_stopped(_without_clubs(_without_sexes(with_clubs_behind(found, plain)))))
    found = with_nations(found)
    first, last = min(found), max(found)
    filled = sum(1 for at in range(first, last + 1) if lines[at].strip() and not _is_ruled(lines, at))
    numbered = all(_NUMBERED.match(plain[at]) is not None for at in found)
    if (
        len(found) < (_SHARE_NUMBERED if numbered else _SHARE) * filled
        or len({runner.name for runner in found.values()}) < _FEWEST
    ):
        return None
    if sum(not runner.place and TIME.match(runner.time) is not None for runner in found.values()) > len(found) / 2:
        return None if any(runner.place for runner in found.values()) else _laid(found)
    return _laid(found)


def _is_ruled(lines: Sequence[str], at: int) -> bool:
    """Whether a line is drawn, or is a heading above one that is: `Women 40-49` above `-----------`."""
    return any(_RULER.fullmatch(line) is not None for line in lines[at : at + 2])


_RULER = re.compile(r"\s*([-–—=_*~#.])\1{3,}\s*")


def _spoken(found: dict[int, Line], lines: Sequence[str], plain: Sequence[str]) -> set[int]:
    """Those of the lines in which a letter speaks of something else, or that are of a letter that is answered."""
    spoken = {at for at, runner in found.items() if is_spoken(plain[at], runner.name)}
    if sum(bool(runner.place) for runner in found.values()) > len(found) / 2:
        spoken |= {at for at, runner in found.items() if not runner.place and len(plain[at].split()) > _SENTENCE}
    if any(found[at].place for at in spoken) and _MOST_SPOKEN * len(spoken) >= len(found):
        spoken = set()  # beside `1. ada in 4:31` all speak so
    new = {at for at in found if not lines[at].lstrip().startswith(">")} - spoken
    answered = _FEWEST <= len(new) < len(found) and min(new) == min(found)
    return found.keys() - new if answered else spoken


_MOST_SPOKEN = 2
_SENTENCE = 14
"""Words of a line, at most, that is somebody's without a place beside lines that have one."""
_PLACED_ALONE = re.compile(r"(\d{1,4})[.)]? +([^\W\d_][^\d:]*)")
"""Somebody's line between those of others, whose time nobody took."""


def unstressed(line: str) -> str:
    """A line without the stars and strokes that print its words bold."""
    return _STRESSED.sub(r"\2", line)


def plain_line(line: str) -> str:
    """A line of a letter, a chat or a list without the signs that are none of its words."""
    line = _LOST.sub("'", without_sender(_QUOTED.sub("", line)))
    line = line.replace(" / ", " - ") if line.count(" / ") > 1 else line
    line = _SIGNS.sub("", unstressed(in_colons(line)).translate(_MEDALS))
    line = _MEDALLISTS.sub(lambda match: f"{_PLACES[match[1][0].lower()]}. ", line)
    return _METALS.sub(lambda match: f"{_PLACES[match[1][0].lower()]}. ", line)


_LOST = re.compile(r"(?<=\dh\d\d)[?\ufffd](?=\d\d[\"”″])")
"""A sign for minutes that was lost: `1h04?52"`."""
_METALS = re.compile(r"^\s*(gold|silver|silber|bronze)(?: medal)?\s*[:–-]\s*", re.IGNORECASE)
_MEDALLISTS = re.compile(
    r"^\s*(?:[123](?:st|nd|rd)?(?: place)?[,.:]?\s+)?"
    r"(gold|silver|bronze) medal(?:l?ists?)?(?:\(s\))?[,.:]?\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""What Wikipedia has for places, read aloud: `1st place, gold medalist(s)`."""
_PLACES = {"g": 1, "s": 2, "b": 3}
_SIGNS = re.compile(r"^\s*[\U0001f300-\U0001faff\u2600-\u27bf\u200d\ufe0f\u2640\u2642]+\s*")
"""Pictures before a name."""


def leaders_above(lines: Sequence[str], far: float) -> list[int]:
    """The lines, counted from 1, of who led on the way, or when: `1000 m: Alfa 2:45.1`, `400: 58.2, 800: 1:58.9`.

    Args:
        lines: What stands above a list.
        far: Metres of the race; a line that begins with as many is its title.
    """
    found = ((at, _LED.match(line)) for at, line in enumerate(lines, 1))
    points = ((at, read_point(match[1])) for at, match in found if match is not None)
    return [at for at, point in points if point is not None and point.metres is not None and point.metres < far]


def _without_sexes(found: dict[int, Line]) -> dict[int, Line]:
    """The runners with their sex out of their names, where behind each stands a letter for it."""
    parted = {at: runner.name.rpartition(" ") for at, runner in found.items()}
    if not all(name and is_sex(letter) and len(letter) == 1 for name, _, letter in parted.values()):
        return found
    return {at: runner._replace(name=parted[at][0], sex=read_sex(parted[at][2])) for at, runner in found.items()}


def _without_clubs(found: dict[int, Line]) -> dict[int, Line]:
    """The runners with the clubs out of their names, where most have one of three capitals: the last word is one."""
    lettered = [runner for runner in found.values() if _LETTERED.fullmatch(runner.club) is not None]
    if len(lettered) < _HALF * len(found):
        return found
    parted = {at: runner.name.rpartition(" ") for at, runner in found.items() if not (runner.club or runner.nation)}
    whole = {at: (name, club) for at, (name, _, club) in parted.items() if " " in name}
    return {
        at: runner._replace(name=whole[at][0], club=whole[at][1]) if at in whole else runner
        for at, runner in found.items()
    }


def _bibs_of_stopped(found: dict[int, Line]) -> dict[int, Line]:
    """The runners, where the others have places and bibs: the one number of who has no time is his bib."""
    if sum(bool(runner.bib) for runner in found.values()) < _HALF * len(found):
        return found
    return {
        at: runner._replace(place="", bib=runner.place)
        if runner.place and not runner.bib and is_out(runner.time)
        else runner
        for at, runner in found.items()
    }


_LETTERED = re.compile(r"[A-ZÄÖÜÅØÆŁŚŻČŠŽ]{3}")
_HALF = 0.5


def times_beside(lines: Sequence[str], taken: Sequence[int]) -> list[int]:
    """The runners' lines that have another time beside the one that is read, and not in brackets with laps or legs."""
    plain = {at: legs_apart(laps_apart(plain_line(lines[at - 1]))[0])[0] for at in taken}
    return [at for at, line in plain.items() if len(TIME.findall(line)) > 1]


def _laid(found: dict[int, Line]) -> Laid:
    first = min(found) + 1  # no line has the headings, and what stands above the first runner is a title
    width = len(_TITLES) if any(runner.laps for runner in found.values()) else len(_TITLES) - 1
    legs = max(len(runner.legs) for runner in found.values())
    sexes = any(runner.sex for runner in found.values())
    titles = ["Sex"] * sexes + [f"Leg {number // 2 + 1}{' Time' * (number % 2)}" for number in range(legs)]
    rows = []
    for _, (place, bib, name, nation, club, time, laps, team, sex) in sorted(found.items()):
        plain = [place, bib, name, nation, club, time, laps][:width]
        rows.append([*plain, *[sex] * sexes, *team, *[""] * (legs - len(team))])
    return Laid([[*_TITLES[:width], *titles], *rows], [first, *(at + 1 for at in sorted(found))])


def runner_of(line: str, *, beside: int = 0) -> Line | None:
    """The runner of a line; beside others' a status behind a name of so many words is enough."""
    line, laps = laps_apart(line)
    line, legs = legs_apart(line)
    rest, time = _split(line)
    if not rest or POINT.match(line) is not None:
        return None
    place = bib = ""
    ahead = AHEAD.match(rest)
    if ahead is not None:
        place, rest = ahead[1], rest[ahead.end() :]
    second = _BIB.match(rest)
    if second is not None:
        bib, rest = second[1], rest[second.end() :]
    nation = letters = ""
    if (match := _NATION.search(rest)) is not None:
        letters, rest = match[1], rest[: match.start()]
        nation = letters if is_nation_code(letters) else ""
    behind = ""
    if _within(rest) is None:
        rest, _, behind = rest.strip().partition("  ")  # columns, though not all the way down
    turned = _TURNED.match(rest) if _GLUED.match(rest) is None else None
    name = clean_text(turned[0] if turned is not None else _BEHIND.sub("", rest)).strip(" -–—:.,;")
    if not any(map(str.isalpha, name)) or len(name.split()) > (_WORDS if not place else _PLACED):
        return None
    out = time and read_status(time) is not None and read_cell(time) is None
    if out and not (place or bib or nation) and len(name.split()) > beside:
        return None
    club = _CLUB.match(rest.rstrip(" ,")) if turned is None else None
    club = club or _IN_BRACKETS.search(rest) or _BORN.search(rest)
    of = clean_text(club[1]) if club is not None else "" if nation else letters
    of = of or (clean_text(behind) if _NAMED.fullmatch(behind) is not None else "")
    if is_nation_code(of) and not nation:
        nation, of = of, ""
    return Line(place, bib, name, nation, of, time, laps, legs)


def _stopped(line: str, words: int) -> Line | None:
    """Who has no time, beside others: his status may be a word of any language, in small letters at the end."""
    if (gave_up := _GAVE_UP.fullmatch(line)) is not None and TIME.search(gave_up[1]) is None:
        line = f"{gave_up[1].rstrip(' -–—,:(')} DNF {gave_up[2] or ''}"
    rest, _, last = (line := without_reason(line)).strip().rpartition(" ")
    told = read_status(last.rstrip(".")) if last.islower() and len(last) >= _A_WORD else None
    if told is not None and told.status in {Status.DNF, Status.DNS, Status.DQ}:
        line = f"{rest} {str(told.status).upper()}"
    return runner_of(line, beside=max(words, _A_NAME))


_A_WORD = 3
_WITHIN = re.compile(r"(?<=\w)\s+\(?([A-Z]{3})\)?\s+(?=[^\W\d])")
"""A nation between a name and a club; in some lines alone three capitals are of a name."""
_NEARLY = 0.8
_TURNED = re.compile(
    r"(?:(?:[a-zß-ÿ]{1,4} )*[^\W\d_]+(?:['’-][^\W\d_]+)*|[^,a-zß-ÿ\d([]+),\s*[^\W\d_][^,([|;\d\t–—]*(?=$|[([|;\d\t–—])"
)
"""`van Alfa, Ada`, where one word or capitals are the family's name; two words before a comma have a club behind."""
_GLUED = re.compile(r"(?!Mac|Fitz)[^\W\d_]{2,}[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ][^\W\d_][^\s,]*,")
"""A given and a family's name whose blank is lost: `RitaYlä, Oak` is no `Yla, Rita`."""
_CLUB = re.compile(r"[^,([|;]+,\s*([^\W\d_][^,([|;\d\t–—]+?)\s*$")
_IN_BRACKETS = re.compile(
    r"[(\[](?!(?:[A-Z]{1,2}|NR|AR|CR|WR|SR|MR|PB|SB)[)\]])"
    r"(?:(?:19|20)?\d\d ?[,;/] ?)?([^\d()\[\]:%]{2,60})[)\]]"
)
"""A club behind a name, and maybe the year of somebody's birth: `(98, SV Oak)`; marks such as `PB` are none."""
_BORN = re.compile(
    r"[^\W\d_] +(?:19[2-9]\d|20[0-2]\d|\d\d|\d{6}|\d{1,2}[./]\d{1,2}[./]\d{2,4}) +([^\W\d_][^(\[|;\t:]*?)\s*$"
)
"""A club behind the year of somebody's birth, or the grade at school."""


def _within(text: str) -> re.Match[str] | None:
    """The last nation within a text."""
    found = [match for match in _WITHIN.finditer(text) if is_nation_code(match[1])]
    return found[-1] if found else None


def _apart(runner: Line, *, within: bool) -> Line:
    """A runner with the nation and the club out of the name, where all have them there."""
    match = _within(runner.name) if within else None
    if match is None:
        return runner
    name, club = runner.name[: match.start()], runner.name[match.end() :]
    return runner._replace(name=name, nation=runner.nation or match[1], club=club)


_GAVE_UP = re.compile(
    r"(.{2,60}?)\b(?:pulled (?:up|out)|dropped out|stepped off|gave up|retired|stopped)\b"
    r"[^()\[\]]{0,80}([(\[][\d:.,;/ ]+[)\]])?\s*"
)
"""Somebody who ran no further, and his times until there: `Flo - pulled up at 2k (3:30, 7:25)`."""
_NAMED = re.compile(r"\s*[^\W\d_][^\d:]*")
"""What stands behind a gap of two blanks, a club or a town."""
_A_NAME = 3
_WORDS = 7
"""Of a name, at most: a line with more is a sentence."""
_PLACED = 12
"""The same behind a place, where the club may not be parted from the name."""


def _split(line: str) -> tuple[str, str]:
    """What stands before a line's times, and its longest time or its status; empty for a line without."""
    if AHEAD.match(line) is not None:
        if (behind := _GAP.search(line)) is not None:
            return line[: behind.start()].strip(), f"+{behind[1].strip()}"
        if (behind := _FEW_BEHIND.search(line)) is not None:
            return line[: behind.start()].strip(), f"+0:{int(behind[1]):02}{behind[2] or ''}"
    times = list(TIME.finditer(line))
    if times:
        before = line[: times[0].start()]
        if not any(map(str.isalpha, before)) and len(times) == 1 and _ONLY_PLACED.fullmatch(before) is not None:
            before += line[times[0].end() :]  # the time stands before the name
        own = [found for found in times if line.rfind("(", 0, found.start()) <= line.rfind(")", 0, found.start())]
        return before.strip(), max((found[0] for found in own or times), key=_seconds)
    if (short := _SHORT.search(line)) is not None and AHEAD.match(line) is not None:
        return line[: short.start()].strip(), short[0]
    if (dotted := _DOTTED.search(line)) is not None and AHEAD.match(line) is not None:
        return line[: dotted.start()].strip(), dotted[0].strip().replace(".", ":")
    status = _STATUS.search(line) or _SAME.search(line) or _OUT_BEFORE.match(line)
    if status is not None and status.re is _OUT_BEFORE:
        return f"{status[1] or ''} {status[2]}".strip(), status[3]
    return (line[: status.start()].strip(), status[0].strip()) if status is not None else ("", "")


_OUT_BEFORE = re.compile(r"\s*(?:[-–—]+|(\d{1,4})[.)])\s+(\D{0,6}[^\W].{2,60}?)\s+(DN[FS]|DS?Q|SCR)\s+[^\W\d].*")
"""Who has no time, and a club behind that: `-- 11 Sam Ortiz DNS Oak Valley`."""
_GAP = re.compile(rf"(?:(?<=\s)à\s+|(?<=\s)\+\s?)({TIME.pattern.replace('+', '')})\s*$")
"""How far behind the winner somebody came: `+0:15`, `à 1'20"`."""
_FEW_BEHIND = re.compile(r"(?<=\s)(?:à\s+|\+\s?)(\d{1,2})([.,]\d{1,2})?\s*(?:[\"”″]|''|’’|s(?:ec)?\b\.?)?\s*$")
"""The same in seconds alone: `à 5"`, `+12.3`."""
_DOTTED = re.compile(r"(?<=\s)\d\.[0-5]\d\.[0-5]\d\s*$")
"""Hours, minutes and seconds parted by points, at the end of a line."""
_ONLY_PLACED = re.compile(r"\s*(?:\d{1,5}[.):]?\s+)?")


def _seconds(text: str) -> float:
    cell = read_cell(text)
    return (PLAIN.seconds(cell) or 0.0) if cell is not None else 0.0
