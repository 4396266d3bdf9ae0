"""Results told in sentences, as in a letter, a message or a newspaper.

    Anna Alm won the mile in 4:32.1 from Bea Beck (4:35.0), with Cleo Carr third in 4:40.2. Dot Dahl dropped out.

Each time is whose name stands last before it, behind the time before; the place is told by a word beside them. A text
is taken for such only where it has words of a race, and where places and times go together.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.files.other_races import own_words
from replay.files.results.in_words import in_colons
from replay.files.results.layout import Laid, without_blanks
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import phrases
from replay.race.events import event_in
from replay.race.names import fold

_MOST_LINES, _MOST = 60, 6000
"""Lines and characters of a letter."""
_TIME = re.compile(
    r"(?<![\w:.,+/-])(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?![\d:]|[.,]\d|/)"
    r"(?! ?(?:[ap]\.?m\b|uhr|h\b|per |a (?:mile|km)))"
    r"|(?<![\w:.,+/-])\d{1,2}\.\d{2},\d{1,2}(?!\d)"
    r"|(?<![\w:.,+/-])\d{1,2}[.,]\d{2}(?= ?(?:s(?:ec)?\b|[),;]|\.?\s*$))",
    re.IGNORECASE,
)
_PART = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*[a-zß-öø-ÿ'’\w]"
_NAME = re.compile(
    rf"{_PART}(?: (?:v[ao]n|de[nr]?|la|le|d[aiou]s?|del|bin|al|ter|af|av|[A-Z]\.) ?{_PART}| {_PART}){{0,3}}"
)
_ORDINALS = (
    """1st, first, winner, won, win, wins, victory, erster, erste, gewann, siegte, sieger, siegerin, premier, premiere,
    vainqueur, remporte, simpose, gano, ganador, primero, primo, vince,
    wint, gewonnen, eerste, winnaar, winnares, vencio, imposo, vant, vann, vinner, segrare, vandt""",
    "2nd, second, runner up, zweiter, zweite, deuxieme, segundo, segunda, secondo, seconda, tweede, tweeden",
    "3rd, third, dritter, dritte, troisieme, tercero, tercera, terzo, terza, derde",
    "4th, fourth, vierter, vierte, quatrieme, cuarto, cuarta, quarto, quarta, vierde",
    "5th, fifth, funfter, funfte, cinquieme, quinto, quinta, vijfde",
    "6th, sixth, sechster, sechste, sixieme, sexto, sexta, sesto, sesta, zesde",
    "7th, seventh, siebter, siebte, septieme, septimo, septima",
    "8th, eighth, achter, achte, huitieme, octavo, octava",
    "9th, ninth, neunter, neunte",
    "10th, tenth, zehnter, zehnte",
)
_PLACES = {word: place for place, words in enumerate(_ORDINALS, 1) for word in phrases(words)}
_TOLD = re.compile(
    r"\b(?:" + "|".join(_PLACES) + r"|finished|came|followed|beat|ahead of|clocked|vor|devant|davanti|delante)\b"
)
"""What a race is told with."""
_OUT = (
    (
        "DNF",
        r"dropped out|did not finish|didnt finish|pulled up|stepped off|gave up|gab auf|stieg aus|abandon\w*|stapte uit"
        r"|gaf op|viel uit|se retir[oó]|si è ritirat\w|bröt|brøt|brutit|udgik",
    ),
    ("DNS", r"did not start|didnt start|was absent"),
    ("DQ", r"disqualified|disqualifiziert|disqualifiee?"),
)
_NO_NAMES = frozenset(
    phrases(
        """in, the, then, and, with, from, results, result, hi, hello, dear, thanks, thank, well, done, after,
        behind, at, of, for, to, on, by, it, he, she, they, his, her, their, time, times, race, races, final,
        heat, women, woman, men, man, girls, boys, mens, womens, run, track, mile, marathon, half, road, today,
        yesterday, tonight, last, next, this, that, great, what, also, our, we, a, an, third, second, first,
        fourth, fifth, sixth, seventh, eighth, winner, place, position, mixed, senior, junior, open, cheers,
        regards, coach, teammate, champion, pb, pbs, pr, sb,
         freshman, sophomore, teenager, compatriot, january, february, march,
        april, may, june, july, august, september, october, november, december, monday, tuesday, wednesday,
        thursday, friday, saturday, sunday, zeit, sieg, platz, rang, minuten, stunden, sieger, siegerin, der,
        die, das, im, bei, beim, dritter, dritte, zweiter, zweite, erster, erste, vierter, vierte, den, dem, le, la,
        les, en, un, une, dans, temps, el, los, las, bij, de, het, op, daarna, daarachter, mannen, vrouwen, heren,
        dames, jongens, meisjes, ook, danach, dahinter, manner, frauen, damen, herren, chez, ensuite, derriere, hommes,
        femmes, messieurs, tras, despues, mujeres, hombres, detras, segunda, segundo, tercera, tercero, dietro, dopo,
        uomini, donne, blandt, bland, hos, menn, kvinner, herrer, damer, etter"""
    )
)


def is_no_name(word: str) -> bool:
    """Whether a word of a sentence is none of a name: `today`, `results`."""
    return fold(word) in _NO_NAMES


_ANYBODY = frozenset(phrases("harrier, harriers, finisher, runner, lady, veteran, home, athlete, striders, ac"))
"""What stands before a time and is nobody's name: `first Harrier home in 36:18`."""
_NOT_HERS = re.compile(
    r"\b(?:laps?|pace|splits?|record|best|pb|halfway|half way|half|at \d+|through|started?|gun|from \d+"
    r"|at|um|alle|klo?)$"
)
"""What stands before a time that is nobody's result."""
FEWEST = 2
"""Runners of a race."""
_TITLE = 90
"""Characters of a line that may be a title."""


class Runner(NamedTuple):
    """Somebody of whom a sentence tells."""

    name: str
    time: str
    place: int | None
    club: str


def prose(lines: Sequence[str]) -> Laid | None:
    """The runners of such a text; None where it is none.

    Args:
        lines: Of a text.
    """
    if not is_told(lines):
        return None
    found: list[Runner] = []
    at: list[int] = []
    for number, line in enumerate(lines, 1):
        for runner in runners_in(line):
            if runner.name not in {other.name for other in found}:
                found.append(runner)
                at.append(number)
    if not go_together(found):  # places among women and veterans are none of all
        found = [runner._replace(place=None) for runner in found] if len(found) > FEWEST and _rise(found) else []
    if len(found) < FEWEST or not go_together(found):
        return None
    found = found if _others_among(lines, found) else ranked(found)
    rows = [[str(runner.place or ""), runner.name, runner.club, runner.time] for runner in found]
    return without_blanks(Laid([["Place", "Name", "Club", "Time"], *rows], [at[0], *at]))


def _others_among(lines: Sequence[str], found: Sequence[Runner]) -> bool:
    """Whether times between those of the runners are nobody's, so that places cannot be counted."""
    seconds = sorted(second for runner in found if (second := plain_seconds(runner.time)))
    times = (plain_seconds(match[0]) for line in lines for match in _TIME.finditer(line))
    return any(time is not None and seconds[0] < time < seconds[-1] and time not in seconds for time in times)


def is_told(lines: Sequence[str]) -> bool:
    """Whether a text has words of a race, and none of a table."""
    text = "\n".join(lines)
    if len(lines) > _MOST_LINES or len(text) > _MOST or "\t" in text or _TOLD.search(fold(text)) is None:
        return False
    if sum("|" in line for line in lines) > FEWEST:
        return False
    return not any(_are_headings(line) for line in lines if len(line) <= _WIDEST)


def with_colons_in(lines: Sequence[str]) -> list[str]:
    """The lines with times in words as a clock has them, and minutes and seconds that a point parts, `15.51`, too.

    The latter where no time of the text has a colon: where at least three such numbers stand in it, none of which could
    be anything else.
    """
    lines = list(map(in_colons, lines)) if len(lines) <= _MOST_LINES else list(lines)
    text = "\n".join(lines[:_MOST_LINES])
    found = _POINTED.findall(text)
    alone = len(found) >= _SEVERAL and len(found) == len(_NUMBER.findall(text)) and ":" not in text
    return [_POINTED.sub(r"\1:\2", line) for line in lines] if alone else lines


_POINTED = re.compile(r"(?<![\w:.,+/-])([1-9]\d)\.([0-5]\d)(?!\d|[.,:]\d| ?(?:km|k|m|mi|miles?|%)\b)")
_NUMBER = re.compile(r"\d[.,]\d")
_SEVERAL = 3


def unread_times(lines: Sequence[str], laid: Laid) -> list[int]:
    """The lines, counted from 1, with times that are nobody's: each as often as it has some."""
    read = {cell for row in laid.rows for cell in row}
    return [number for number, line in enumerate(lines, 1) for match in _TIME.finditer(line) if match[0] not in read]


def titles_of(lines: Sequence[str]) -> list[str]:
    """What such a text calls the race: lines without times, what stands before a colon, and events in sentences."""
    titles = [own_words(line.strip()) for line in lines if len(line) < _TITLE and _TIME.search(line) is None]
    titles = [title for title in titles if event_in(title) is not None]
    for line in map(own_words, lines):
        head, colon, _ = line.partition(": ")
        first = _TIME.search(line)
        event = event_in(_TIME.sub(" ", line))
        titles += [head] if colon and event_in(head) and (first is None or first.start() > len(head)) else []
        titles += [event] if event is not None else []
    return titles


def paragraphs(lines: Sequence[str]) -> list[str]:
    """The lines, those of a text that is set in lines of one length put together in the first; as many come back."""
    made = list(lines)
    if len(lines) > _MOST_LINES:
        return made
    at = 0
    for number in range(1, len(made)):
        before, line = lines[number - 1].rstrip(), lines[number].strip()
        if len(before) >= _BROKEN and line and not before.endswith(":") and line[:1].isalpha() and "  " not in line:
            made[at], made[number] = f"{made[at].rstrip()} {line}", ""
        else:
            at = number
    return made


_WIDEST = 150
"""Characters of a line of headings; a longer one is a sentence."""
_BROKEN = 50
"""Characters of a line behind which a sentence goes on in the next."""


def says_several(line: str) -> bool:
    """Whether a line tells the times of several runners, as a sentence does."""
    at_most = len(_TIME.findall(line)) + len(_stopped(line))  # lists of 100,000 lines have one each
    return at_most >= FEWEST and len(runners_in(line)) >= FEWEST


def _are_headings(line: str) -> bool:
    cells = [cell for cell in re.split(r"[,;|]|\s{2,}", line) if cell.strip()]
    known = sum(any(heading.sure for heading in read_heading(cell.strip())[:1]) for cell in cells)
    return len(cells) >= FEWEST and known >= max(FEWEST, len(cells) / 2)


def runners_in(line: str) -> list[Runner]:
    """Those whom a line tells of, in its order."""
    times = list(_TIME.finditer(line))
    ends = [0, *(match.end() for match in times)]
    begins = [*(match.start() for match in times[1:]), len(line)]
    found: list[Runner] = []
    for match, begin, following in zip(times, ends, begins, strict=False):
        before = _sentence(_OF_BEFORE.sub("", line[begin : match.start()]) if begin else line[: match.start()])
        behind = line[match.end() : following]
        name, club = _name(before)
        if name and _NOT_HERS.search(fold(before)) is None and not _PASSED.search(before.rpartition(name)[2]):
            found.append(Runner(name, match[0], _place(before, name, behind), club))
    return [*found, *_stopped(line)]


_ENDED = re.compile(r"(?<=[^\W\d_A-Z]{2})[.!?]\s+(?=[^\W\d_a-z])")
_AS_BEFORE = re.compile(r"(?:he|she|er|sie|il|elle|hij|zij|ze|lui|lei|[eé]l|ella|han|hun|hon|ele|ela)\b", re.IGNORECASE)
_PASSED = re.compile(r"\b(?:through|halfway|passed|reached|durch|passierte|passage|pacemaker|rabbit)\b", re.IGNORECASE)
"""What stands between somebody's name and the time at which he was somewhere on the way."""


def _sentence(text: str) -> str:
    """The last sentence that has begun, with the one before where it goes on about the same runner: `She won in`."""
    *before, last = _ENDED.split(text)
    return f"{before[-1]}. {last}" if before and _AS_BEFORE.match(last) is not None else last


def _name(text: str) -> tuple[str, str]:
    """The last name in some words, with the club behind it, `Ada Alfa of Elm`, or the nation before it, `Kenya's`."""
    names: list[tuple[str, int]] = []
    club = ""
    for match in _NAME.finditer(text):
        name = _without_words(match[0])
        if not name or fold(name) in _ANYBODY or event_in(name) is not None or any(map(str.isdigit, name)):
            continue
        between = text[names[-1][1] : match.start()] if names else ""
        if names and _HOME.search(between) is not None:
            club = club or name
            continue
        if names and (_OF.fullmatch(between) or (between == " (" and text[match.end() : match.end() + 1] == ")")):
            club = name
            continue
        whose = _WHOSE.fullmatch(name)
        name, club = (whose[2], whose[1]) if whose is not None else (name, "")
        names.append((name, match.end()))
    return (re.sub(r"['’]s$", "", names[-1][0]), club) if names else ("", "")


_OF = re.compile(r",? \(?(?:of|from|for|representing|aus|vom|von der|uit|de|del|fra|från) (?:the )?")
_HOME = re.compile(
    r"(?:^|\s)(?:aus|vom|von de[rn]|im|in de[rm]|uit)\s+[\"“„»]?$|[\"“„»]$|- (?:und|en|et) $"
    r"|^ ?\([^()]{1,20}\) (?:of|from) $"
)
"""What stands between somebody and where he is from, of which club or class, `Alfa (M30) aus Au im Tal`."""
_WHOSE = re.compile(r"(\S+)['’]s (.+)")


def _without_words(name: str) -> str:
    """A name without words of a sentence at its ends."""
    words = name.split()
    while words and fold(re.sub(r"['’]s$", "", words[0])) in _NO_NAMES and (len(words) == 1 or words[0] != "De"):
        words.pop(0)
    while words and fold(words[-1]) in _NO_NAMES:
        words.pop()
    return " ".join(words)


def _place(before: str, name: str, behind: str) -> int | None:
    """The place that is told before the time, beside the name; else just behind it."""
    numbered = next((one for one in _NUMBERED.finditer(before) if before.startswith(name, one.end())), None)
    if numbered is not None:
        return int(numbered[1])
    if (bracketed := _OF_BEFORE.match(behind)) is not None:
        return int(bracketed[1])
    end = re.split(r"[.;]\s|,?\s(?:and|with|und|et)\s", before)[-1]
    for text in (end if name in end else before, re.split(r"[.,;]", behind)[0][:_NEAR]):
        told = [place for word in _OF_SOME.sub(" ", fold(text)).split() if (place := _ordinal(word)) is not None]
        if told:
            return told[-1]
    return None


def _ordinal(word: str) -> int | None:
    """The place that a word tells: `second`, `37th`."""
    match = _IN_DIGITS.fullmatch(word)
    return int(match[1]) if match is not None else _PLACES.get(word)


_OF_BEFORE = re.compile(r"\s*\((\d{1,4})(?:st|nd|rd|th)\b[^()]{0,20}\)")
"""The place behind a time, `20:39 (13th)`: it is no other's."""
_IN_DIGITS = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_NUMBERED = re.compile(r"(?<!\S)(\d{1,2})[.)]\s*")
_OF_SOME = re.compile(
    r"\b(?:first|second|third|erstes?|premiere) (?:time\w*|race|go|ever|attempt|best|half|fastest|mal|fois|outing)\b|"
    r"\b\w+ (?:[mwfv]\d\d|u\d\d)\b|"
    r"\b\w+ (?:wo)?(?:man|men|lady|ladies|female|male|girls?|boys?|masters?|juniors?|veterans?|frau|dame)\b"
)
"""A place among some: `the first woman`."""
_NEAR = 20
"""Characters behind a time in which its place may stand: `4:40.2 (third)`."""


def _stopped(line: str) -> list[Runner]:
    found = []
    for sentence in re.split(r"[.;!](?=\s+[A-ZÀ-ÖØ-Þ])|,\s", line):
        for status, words in _OUT:
            match = re.search(rf"(?:{words})\b", sentence, re.IGNORECASE)
            told = match is not None and not _TIME.search(sentence)
            name, club = _name(sentence[: match.start()]) if match is not None and told else ("", "")
            if name:
                found.append(Runner(name, status, None, club))
    return found


def ranked(found: list[Runner]) -> list[Runner]:
    """The runners, each with a place by the times where those that are told are these."""
    timed = sorted(second for runner in found if (second := plain_seconds(runner.time)))
    ranks = [timed.index(second) + 1 if (second := plain_seconds(runner.time)) else None for runner in found]
    if any(runner.place not in (None, rank) for runner, rank in zip(found, ranks, strict=True)):
        return found
    return [runner._replace(place=rank) for runner, rank in zip(found, ranks, strict=True)]


_MISTYPED = 8
"""Runners with places among whom one may stand in another order than the times."""


def _rise(found: Sequence[Runner]) -> bool:
    """Whether runners are told of in the order of their times."""
    seconds = [second for runner in found if (second := plain_seconds(runner.time))]
    return all(a <= b for a, b in pairwise(seconds))


def go_together(found: Sequence[Runner]) -> bool:
    """Whether times are of one race, and rise with the places."""
    seconds = [second for runner in found if (second := plain_seconds(runner.time))]
    placed = sorted((runner.place, plain_seconds(runner.time) or 0.0) for runner in found if runner.place)
    if len(seconds) < FEWEST or max(seconds) > 2 * min(seconds):
        return False
    wrong = sum(a > b for (_, a), (_, b) in pairwise(placed))  # who writes down many mistypes one
    return len({place for place, _ in placed}) == len(placed) and wrong * _MISTYPED <= len(placed)
