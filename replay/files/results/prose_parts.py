"""Several races that one report tells of in sentences: of men and of women, or over several distances.

    10 km
    The men's race was won by Al Ash in 32:10 from Bo Birch (32:45). Fay Fox won the women's race in 36:20, ahead of
    Mia May (37:01).
    5 km
    Tom Elm won in 16:20, followed by Ian Oak (16:41).

Whose race it is says the last word for a sex before a time in its paragraph, and how far it was the sentence, else the
line above by itself.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from replay.files.other_races import own_words
from replay.files.results.layout import Laid, without_blanks
from replay.files.results.prose import FEWEST, Runner, go_together, is_told, ranked, runners_in
from replay.files.table.wording.words import phrases
from replay.race.events import event_in, event_metres
from replay.race.names import fold

EVENT = "Event"
"""The heading over what each ran."""
_END = re.compile(r"(?<=[^\W_A-Z][^\W_A-Z]|[^\W_]\))[.!?]\s+(?=[^\W\d_a-z])")
"""Where a sentence ends, and no name is shortened."""
_TITLE = 60
"""Characters of a line that says how far those below ran."""


_SEXES = {
    "M": frozenset(
        phrases(
            """men, mens, boys, herren, manner, jungen, hommes, messieurs, garcons, hombres, masculina, masculino,
            mannen, heren, jongens, uomini, maschile, menn, herrer, herrar, maend, gutter, miehet, pojat"""
        )
    ),
    "F": frozenset(
        phrases(
            """women, womens, ladies, girls, frauen, damen, madchen, femmes, dames, filles, mujeres, femenina, femenino,
            vrouwen, meisjes, donne, femminile, kvinner, damer, kvinnor, kvinder, jenter, naiset, tytot"""
        )
    ),
}
"""Whose races are told of: a single `man` may be anything."""


class _Told(NamedTuple):
    runner: Runner
    line: int
    event: str
    sex: str


def prose_of_several(lines: Sequence[str]) -> Laid | None:
    """The runners of such a report, with what each ran; None where it tells of one race, or of none.

    Args:
        lines: Of a text.
    """
    told = _told(lines) if is_told(lines) else []
    races: dict[tuple[str, str], list[_Told]] = {}
    for one in told:
        races.setdefault((one.event, one.sex), []).append(one)
    if len(races) < FEWEST or not all(go_together([one.runner for one in race]) for race in races.values()):
        return None
    rows = []
    for (event, sex), race in races.items():
        runners = ranked([one.runner for one in race])
        placed = all(runner.place or not runner.time[:1].isdigit() for runner in runners)
        for one, runner in zip(race, runners, strict=True):
            place = str(runner.place or "") if placed else ""
            rows.append(([place, runner.name, runner.club, runner.time, sex, event], one.line))
    titles = ["Place", "Name", "Club", "Time", "Sex", EVENT]
    return without_blanks(Laid([titles, *(row for row, _ in rows)], [rows[0][1], *(line for _, line in rows)]))


def _told(lines: Sequence[str]) -> list[_Told]:
    """Everybody of whom is told, with whose race it is, and what was run."""
    found: dict[str, _Told] = {}
    above = ""
    events: dict[float, str] = {}
    for number, line in enumerate(lines, 1):
        runners = runners_in(line)
        event = event_in(own_words(line)) if not runners and len(line.strip()) <= _TITLE else None
        above = _one(event, events) if event is not None else above
        sex = ""
        sentences = _END.split(line) if runners else []
        if sum(len(runners_in(sentence)) for sentence in sentences) != len(runners):
            sentences = [line]  # one goes on about whom another names
        for sentence in sentences:
            sex = _sex(sentence) or sex
            event = event_in(own_words(sentence)) if above else None
            for runner in runners_in(sentence):
                told = _Told(runner, number, _one(event, events) if event is not None else above, sex)
                found.setdefault(runner.name, told)
    return list(found.values())


def _one(event: str, events: dict[float, str]) -> str:
    """An event as it was called first."""
    try:
        return events.setdefault(event_metres(event), event)
    except ValueError:
        return event


def _sex(sentence: str) -> str:
    """The one sex that a sentence tells of; empty where it is none, or both."""
    words = {fold(re.sub(r"['’]s?$", "", word)) for word in re.findall(r"[^\W\d_]+['’]?s?", sentence)}
    sexes = {sex for sex, those in _SEXES.items() if words & those}
    return sexes.pop() if len(sexes) == 1 else ""
