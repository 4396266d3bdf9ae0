"""What lines above a list say of a race beside its title: which list of a meeting it is, where it was."""

import re
from collections.abc import Iterator, Sequence

from replay.files.table.values.months import begins_with_day, day_in
from replay.files.table.wording.sex_words import SEXES
from replay.files.table.wording.spoken import is_sentence
from replay.files.table.wording.words import phrases
from replay.race.events import event_in
from replay.race.names import fold

_LONGEST = 70
_MOST_WORDS = 5
"""Of whose race it was: `Elite Men`, `Under 17 Women A`."""


def is_part(line: str) -> bool:
    """Whether a line says which list of a race it is, and not what race: `Final`, `Heat 2`, `Results`, `Overall`."""
    return all(word.isdigit() or word in _PARTS or word in SEXES for word in fold(line.replace("'s", "")).split())


def is_only_event(line: str) -> bool:
    """Whether a line names an event and at most whose it was, and nothing beside it: `15 km Men`, `Final 800m`."""
    event = event_in(line)
    if event is None:
        return False
    left = set(fold(line).split()) - set(fold(event).split()) - set(re.findall(r"\d+|[a-z]+", fold(event)))
    return all(word.isdigit() or word in _PARTS or word in SEXES for word in left)


_PARTS = frozenset(
    phrases(
        "final, finals, semi, semifinal, semifinals, heat, heats, round, results, result, overall, classification,"
        "table, finale, ergebnis, ergebnisse, ergebnisliste,"
        "endlauf, vorlauf, resultats, resultat, classement, resultados,"
        "clasificacion, risultati, classifica, wyniki, uitslag, uitslagen, resultater, tulokset, vysledky, splits,"
        "category, kategorie, categoria, categorie, kategoria,"
        "data, section, gruppe, individual, einzel, zwischenzeiten, passages, intermediates"
    )
)


def tells(line: str) -> bool:
    """Whether a line tells of a race and is no title of it: a paragraph, or one with a result in it."""
    return len(line) > _PARAGRAPH or _RESULT.search(line) is not None


_PARAGRAPH = 130
_RESULT = re.compile(r"(?<![\d:.,])\d{1,2}:[0-5]\d[.,]\d{1,2}(?![\d:])")


def unnumbered(stem: str) -> str:
    """A file's name without its number among others: `03-hours` is the third, and no race of three."""
    return _SERIAL.sub("", stem)


_SERIAL = re.compile(r"^0\d*[\s_.-]+(?=.*[^\W\d_])")


def event_above(above: Sequence[Sequence[str]], title: str) -> str:
    """The one event that lines above a list name, or whose race it was, where its title does not say it.

    Args:
        above: Their cells.
        title: Of the race.
    """
    far = event_in(title)
    if _sexes(title):
        return ""
    lines = [line for line in _lines(above) if line != title and not begins_with_day(line)]
    events = list(dict.fromkeys(line for line in lines if event_in(line) is not None))
    if events and far is None:
        same = len({event_in(line) for line in events}) == 1
        return max(events, key=lambda line: len(line.split())) if same else ""
    whose = list(dict.fromkeys(line for line in map(_without_parts, lines) if _is_whose(line)))
    return f"{whose[0]} {far or ''}".strip() if len(whose) == 1 else ""


def meeting_above(above: Sequence[Sequence[str]], title: str) -> str:
    """The meeting at which an event was, where a line by itself says it beside a title that is the event."""
    if event_in(title) is None:
        return ""
    lines = [
        line
        for line in _lines(above)
        if _MEETING.search(fold(line)) and event_in(line) is None and not is_part(line) and not day_in(line)
    ]
    return lines[0] if len(set(lines)) == 1 and lines[0] not in title else ""


_MEETING = re.compile(
    r"\b(?:championships?|champs|games|meeting|meet|grand prix|league|open|classic|invitational|festival|relays"
    r"|meisterschaft(?:en)?|sportfest|championnats?|campeonatos?|campionat[oi]|mistrzostwa|kampioenschap(?:pen)?"
    r"|mesterskap|masterskap|kisat)\b"
)


def venue_above(above: Sequence[Sequence[str]]) -> str:
    """Where it was, as a line has it behind the day: `12 August 2026, Victoria Park track`."""
    for line in _lines(above):
        match = _BEHIND_DAY.fullmatch(line)
        if match is not None and day_in(match[1]) is not None and _is_place(match[2]):
            return match[2]
    return ""


_BEHIND_DAY = re.compile(
    r"((?:[^\W\d_]{2,10},? )?(?:\d{1,2}(?:\.|st|nd|rd|th)? [^\W\d_]{3,10}\.?,? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"|\d{4}-\d{2}-\d{2}|[^\W\d_]{3,10} \d{1,2}, \d{4}))\s*(?:[,;|·–—-]|\bat\b|@)\s*([^\W\d_][^:;|]*)"
)


def _is_place(text: str) -> bool:
    """Whether words behind a day say where: no event, no list, nobody's race."""
    return event_in(text) is None and not any(map(str.isdigit, text)) and not is_part(text) and not _sexes(text)


def _lines(above: Sequence[Sequence[str]]) -> Iterator[str]:
    cells = (cell for row in above for cell in row if row[0] and len(row) == 1 and len(cell) <= _LONGEST)
    return (cell for cell in cells if not is_sentence(cell) and not cell.endswith("."))


def _without_parts(line: str) -> str:
    """A line without what says only that it is a list: `Elite Men - Official Results` is `Elite Men`."""
    kept = [part for part in re.split(r"\s+[-–—|:]\s+", line) if not is_part(part.replace("Official", ""))]
    return kept[0] if len(kept) == 1 else ""


def _is_whose(line: str) -> bool:
    words = [word for word in line.split() if fold(word) not in _PARTS]  # `Categoría femenina` says what `Women` does
    plain = all(word[:1].isupper() or word[:1].isdigit() for word in words)
    return 1 < len(words) <= _MOST_WORDS and plain and bool(_sexes(line)) and day_in(line) is None


def _sexes(text: str) -> list[str]:
    words = fold(text.replace("'s", "").replace("’s", "")).split()
    return [word for word in words if len(word) > 2 and word in SEXES]
