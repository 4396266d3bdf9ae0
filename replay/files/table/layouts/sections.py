"""Tables one below the other: the events of a meeting, each under a line with its name, and mostly with headings anew.

They become one table, with the columns of all and one more that says the event; which of them is meant is decided
where every table with an event column has it decided.
"""

import re
from collections.abc import Callable, Sequence

from replay.files.cleaning import clean_text
from replay.files.other_races import own_words
from replay.files.table.layouts.cutting import Row
from replay.files.table.wording.labelled_points import labelled_splits
from replay.files.table.wording.sex_words import SEXES
from replay.files.table.wording.words import phrases
from replay.race.events import event_in, event_metres
from replay.race.names import fold
from replay.race.race import Status
from replay.race.statuses import read_status

_EVENT = "Event"


def in_sections(
    rows: Sequence[Row], lines: Sequence[int], at: int, worth: Callable[[Row], float]
) -> tuple[list[Row], list[int]] | None:
    """The rows of all sections from the first heading on, the name of each behind its rows; None for one table.

    Args:
        rows: Of the whole text.
        lines: The line of each.
        at: Which of them is the first heading.
        worth: How much a row looks like a heading: so many known words, less the values.
    """
    alone = [number for number, row in enumerate(rows) if not any(row[1:]) and row]
    if len(alone) > _MOST:
        return None
    named = {number: text for number in alone if _metres(text := clean_text(rows[number][0])) is not None}
    if len(set(named.values())) < _FEWEST or max(named) < at or _EVENT in map(clean_text, rows[at]):
        return None
    titles = [clean_text(cell) for cell in rows[at]]
    own, event = titles, next((named[number] for number in sorted(named, reverse=True) if number < at), "")
    made: list[tuple[list[str], str, Row, int]] = []
    for number in range(at + 1, len(rows)):
        row = rows[number]
        if number in named:
            event = named[number]
        elif row == rows[at] or (number - 1 in named and worth(row) >= _HEADING):
            own = [clean_text(cell) for cell in row]
            titles += [title for title in own if title not in titles]
        elif any(row[1:]):
            made.append((own, event, row, lines[number]))
    if len({event for _, event, _, _ in made}) < _FEWEST:
        return None
    whole = [[*titles, _EVENT], *(under(titles, own, row, event) for own, event, row, _ in made)]
    return whole, [lines[at], *(line for *_, line in made)]


_FEWEST = 2
"""Events that make sections."""
_HEADING = 1.0
_MOST = 5000
"""Lines by themselves: no meeting has so many events, and a text that is no table has each line so."""


def begins_section(text: str) -> str:
    """What a line by itself begins: the list of an event by its metres, or of a sex; empty for any other line."""
    metres = _metres(text)
    return f"{metres:g}" if metres is not None else whose_list(text)


def names_event(text: str) -> bool:
    """Whether a line by itself names an event: `Women 800 m`."""
    return _metres(text) is not None


def under(titles: Sequence[str], own: Sequence[str], row: Row, event: str) -> Row:
    """A row under the headings of all sections, and its event; cells beyond its own headings stay too many."""
    if own == titles[: len(own)]:
        cells = [*row[: len(own)], *[""] * (len(titles) - min(len(row), len(own)))]
    else:
        by = dict(zip(own, row, strict=False))
        cells = [by.get(title, "") for title in titles]
    return [*cells, event, *row[len(own) :]]


def _metres(text: str) -> float | None:
    """Metres of the event that a line names; None for a line that names none, or is too long for a name."""
    if labelled_splits(text):
        return None  # it has splits
    event = event_in(own_words(text)) if len(text) <= _LONGEST and any(map(str.isalpha, text)) else None
    try:
        return event_metres(event) if event is not None else None
    except ValueError:
        return None


def with_sexes(rows: Sequence[Row], lines: Sequence[int], at: int) -> tuple[list[Row], list[int]] | None:
    """The rows from the heading on with a column of sexes, where lines by themselves say whose list begins: `WOMEN`.

    None where no line does. Lists of men and women then stay one race, as they were read before.
    """
    sides = {number: sex for number, row in enumerate(rows) if row and not any(row[1:]) and (sex := whose_list(row[0]))}
    if len(set(sides.values())) < _FEWEST:
        return None
    width = max(map(len, rows[at:]))
    made: list[Row] = []
    kept = [
        number for number in range(at, len(rows)) if number == at or (number not in sides and rows[number] != rows[at])
    ]
    for number in kept:
        sex = next((sides[before] for before in sorted(sides, reverse=True) if before < number), "")
        made.append([*rows[number], *[""] * (width - len(rows[number])), _SEX if number == at else sex])
    return made, [lines[number] for number in kept]


def with_statuses(rows: Sequence[Row], lines: Sequence[int], at: int) -> tuple[list[Row], list[int]] | None:
    """The rows from the heading on with a column of statuses, where lines say who did not finish: `Did Not Finish: 8`.

    None where no such line stands above a row, or a column has the statuses.
    """
    told = {number: status for number in range(at + 1, len(rows)) if (status := _status(rows[number]))}
    last = len(rows) - 1
    if all(status == Status.FINISHED or number == last for number, status in told.items()):
        return None
    width = max(map(len, rows[at:]))
    made, kept, status = [[*rows[at], *[""] * (width - len(rows[at])), "Status"]], [lines[at]], ""
    for number in range(at + 1, len(rows)):
        if number in told:
            status = told[number]
            continue
        alone = status and sum(map(bool, map(str.strip, rows[number]))) < _FEWEST  # what stands at the foot
        row = rows[number] if alone else [*rows[number], *[""] * (width - len(rows[number])), status]
        made.append(row)
        kept.append(lines[number])
    return made, kept


def _status(row: Row) -> str:
    """What a row by itself says of those below it; empty for any other row."""
    text = row[0].strip() if row and not any(map(str.strip, row[1:])) else ""
    match = _CAPTION.fullmatch(text[:_LONGEST])
    if match is None:
        return ""
    if fold(match[1]) in _FINISHERS:
        return Status.FINISHED
    told = read_status(match[1])
    return told.status if told is not None and not told.note and told.status in _SAID else ""


_CAPTION = re.compile(r"([^\W\d_][^\d:()]*?)\s*(?:[:(]\s*\d*\s*\)?|[-–—]\s*\d+)?")
_FINISHERS = frozenset(
    phrases("finishers, finished, classified, classes, klassiert, im ziel, clasificados, classificati")
)
_SAID = frozenset({Status.DNF, Status.DNS, Status.DQ})


_SEX = "Sex"
_OF_A_LIST = frozenset(
    phrases(
        """results, overall, open, race, senior, seniors, junior, juniors, masters, veterans, vets, s, elite, category,
    class, standings, individual, ergebnisse, ergebnis, einlauf, wertung, klasse, classement, scratch, categorie,
    resultats, clasificacion, resultados, categoria, ordine, darrivo, arrivo, classifica, assoluta, risultati, wyniki,
    klasyfikacja, uitslag, uitslagen, resultat, kategorie, categoria, kategoria, kategori, category, wertung"""
    )
)
"""What may stand beside whose list it is."""
_AGES = re.compile(r"\b\d{2}(?: ?[-–] ?\d{2}\b|\+)")


def whose_list(text: str) -> str:
    """Whose list a line or a name by itself begins, `M` or `F`; empty for any other."""
    words = [word for word in fold(_AGES.sub(" ", text[:_LONGEST])).split() if word not in _OF_A_LIST]
    if len(words) != 1 or len(words[0]) == 1:
        return ""
    return SEXES.get(words[0]) or SEXES.get(words[0].removesuffix("s"), "")  # `Women's results`


_LONGEST = 100
