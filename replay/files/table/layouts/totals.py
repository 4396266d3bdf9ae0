"""Rows of a table that are no runners: totals, repeated headings, a page's foot, rules."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from replay.files.cleaning import clean_text
from replay.files.missing import is_missing
from replay.files.table.values.cells import is_clock
from replay.files.table.values.people import PARTICLES
from replay.files.table.wording.words import phrases
from replay.race.names import fold
from replay.race.statuses import read_status

_TOTALS = frozenset(
    phrases(
        """gesamtzahl, anzahl, count, finishers, teilnehmer, participants, starters, page, seite, nombre, antal,
    generated, printed, source, quelle, copyright, legend, legende, stand, end, records, results"""
    )
)
_OF_TIMES = frozenset(
    phrases(
        """total, totals, sum, summe, gesamt, average, avg, mean, mittelwert, durchschnitt, median, min, moyenne, suma,
    srednia, razem, totale, media, totaal, maximum, minimum, mittel, schnitt"""
    )
)
"""Those that stand before a time, too."""
_MEANS = frozenset(
    phrases("average, averages, avg, mean, median, mittelwert, durchschnitt, moyenne, media, srednia, gemiddelde")
)
"""Nobody is called so and nothing else."""
_SUMS = frozenset(phrases("total, totals, sum, summe, gesamt, suma, razem, totale, totaal, total time, finish time"))
_OF_WHAT = frozenset(
    phrases("time, times, zeit, zeiten, temps, tempo, tiempo, tid, czas, pace, finish, of, all, finishers, runners")
)
"""What may stand behind them: `Min Lee` is somebody's name."""


_BEGINNINGS = frozenset(word[:3] for word in _TOTALS | _OF_TIMES)
"""Three letters each: of a city's runners nearly all are told by them to be none of those."""


def sounds_like_total(text: str) -> bool:
    """Whether a cell begins like a total or a page's foot. `Max` does not: that is a boy."""
    if _begins_a_name(text[:3]) or not text[:1].isalpha():
        return False
    if _first_word(text.split(maxsplit=1)[0]) in _TOTALS:
        return True
    words = fold(text).split()
    told = all(word in _OF_WHAT or word.isdigit() for word in words[1:])
    return bool(words) and words[0] in _OF_TIMES and (told or text.rstrip().endswith(":"))


@lru_cache(maxsize=1 << 14)
def _begins_a_name(first: str) -> bool:
    """Whether no total begins with these letters."""
    return first.isascii() and first.isalpha() and first.lower() not in _BEGINNINGS


@lru_cache(maxsize=1 << 14)
def _first_word(text: str) -> str:
    return fold(text).partition(" ")[0]


def is_prose(row: Sequence[str]) -> bool:
    """Whether a row has nothing but words in its first cell, where others have places: a caption, or what is noted."""
    if len(row) < _FEWEST or any(cell.strip() for cell in row[1:]):
        return False
    text = row[0].strip()
    return text[:1].isalpha() and (text.endswith(":") or ": " in text or len(text.split()) >= _A_SENTENCE)


_FEWEST = 3
"""Cells of a row in which one alone tells nobody's time."""
_A_SENTENCE = 4


def is_remark(row: Sequence[str]) -> bool:
    """Whether a row has only a sentence in its first cell, a word of which is no part of a name: `Timing by us`."""
    text = row[0].strip() if row else ""
    if len(row) < 2 or not text or any(cell.strip() for cell in row[1:]):
        return False
    words = text.split()
    small = [word for word in words[1:] if word.islower() and word.isalpha() and word not in PARTICLES]
    return bool(small) and len(words) >= _FEWEST


def is_sum(row: Sequence[str]) -> bool:
    """Whether a row has the sums of those above, as times: `Total,4:56.0,4:56.6`."""
    told = fold(row[0].strip()) in _SUMS
    return told and any(is_clock(cell.strip()) for cell in row[1:])


def is_no_runner(row: Iterable[str], titles: Sequence[str]) -> bool:
    """Whether a row is a total, a repeated heading, a page's foot or a rule."""
    cells = [cell.strip() for cell in row]
    filled = [cell for cell in cells if cell]
    if all(is_missing(cell) for cell in filled):
        return True
    if sum(1 for cell, title in zip(cells, titles, strict=False) if cell and clean_text(cell) == title) >= max(
        2, len(filled) // 2
    ):
        return True
    if fold(filled[0]) in _MEANS:
        return True
    if not sounds_like_total(filled[0]) or len(filled) > max(3, len(titles) // 2):
        return False
    # Somebody may be called Page, and has a time or did not start.
    runs = any(is_clock(cell) or read_status(cell) is not None for cell in filled[1:])
    return not runs or _first_word(filled[0].split(maxsplit=1)[0]) in _OF_TIMES
