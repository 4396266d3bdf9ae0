"""Rows of a table that are no runners: totals, repeated headings, a page's foot, rules."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from replay.files.cleaning import clean_text
from replay.files.missing import is_missing
from replay.files.table.words import phrases
from replay.race.names import fold

_TOTALS = frozenset(
    phrases(
        """total, totals, sum, summe, gesamt, gesamtzahl, anzahl, average, mean, mittelwert, durchschnitt, median,
    min, max, moyenne, count, finishers, teilnehmer, participants, starters, page, seite, nombre, suma,
    srednia, razem, totale, media, antal, totaal, generated, printed, source, quelle, copyright, legend,
    legende, stand, end, records"""
    )
)


def sounds_like_total(text: str) -> bool:
    """Whether a cell begins like a total or a page's foot."""
    return text[:1].isalpha() and _first_word(text.split(maxsplit=1)[0]) in _TOTALS


@lru_cache(maxsize=1 << 14)
def _first_word(text: str) -> str:
    return fold(text).partition(" ")[0]


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
    return sounds_like_total(filled[0]) and len(filled) <= max(3, len(titles) // 2)
