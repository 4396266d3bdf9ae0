"""Columns that no heading tells, and their cells do beyond doubt: sexes, marks, and what stands below a name.

Pages set a club, a nation, a number or a category below the name in its cell.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from replay.files.table.meanings.column import Column
from replay.files.table.values.cells import is_clock, is_letters, is_sex
from replay.files.table.wording.headings import FINISH, Heading
from replay.files.table.wording.lines_below import stands_below
from replay.files.table.wording.words import Meaning
from replay.race.names import fold
from replay.race.nations import is_nation_code, nation_code
from replay.race.statuses import read_status

CODED = re.compile(r"([^()]+?) *[(\[]([A-Z]{3})[)\]]")
"""A nation with its letters: `Kenya (KEN)`."""
_MOSTLY = 0.7
_LETTERS = 3
_CATEGORY = re.compile(r"[MWFHDVSJK]{1,3}[ -]?\d{1,2}(?:[-–]\d{2}|\+)?|U\d\d[MWF]?|\d\d[-–]\d\d", re.IGNORECASE)
_BIB = re.compile(r"(?:#|no\.?|nr\.?|bib|bib:|dossard|dorsal|startnr\.?|stnr\.?)\s*(\d{1,6})", re.IGNORECASE)
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_RESULTS = {Meaning.RESULT, Meaning.NET, Meaning.GUN}


def settle_by_cells(columns: Sequence[Column]) -> None:
    """Take columns without a known heading for what all their cells are, where no other column is that."""
    for column in columns:
        if column.meaning is Meaning.NATION and any(map(CODED.fullmatch, column.sample)):
            column.rewrite(lambda text: CODED.sub(r"\2", text.strip()))
        _without_ranks(column)
        if column.heading is None and column.why == "not known" and column.sample:
            meaning = next((meaning for meaning, test in _PLAIN if column.share(test) == 1.0), None)
            if meaning is not None and all(one.meaning is not meaning for one in columns):
                column.heading, column.why = Heading(meaning), "by its cells"
    _settle_records(columns)
    named = {column.title for column in columns if column.meaning in _NAMES}
    for column in columns:
        if column.heading is None and column.sample and stands_below(column.title) in named:
            known = {one.meaning for one in columns}
            meaning = next(
                (meaning for meaning, test in _TESTS if meaning not in known and column.share(test) > _MOSTLY), None
            )
            if meaning is Meaning.CLUB and len(set(column.sample)) == 1 < len(column.sample):
                continue  # as `Details` below each name
            if meaning is not None:
                column.heading, column.why = Heading(meaning), "by its cells"
            if meaning is Meaning.BIB:
                column.rewrite(lambda text: _BIB.sub(r"\1", text))


def _without_ranks(column: Column) -> None:
    """Keep of `1. M30` the class, where a column of classes has the place in it before each."""
    if column.meaning is Meaning.CATEGORY and column.share(_RANKED.fullmatch) == 1.0:
        column.rewrite(lambda text: _RANKED.sub(r"\1", text.strip()))


_RANKED = re.compile(r"\d{1,5}\.(?: +([^\W\d_].*)|)")
"""A class behind the place in it: `1. M30`, and `1.` of those whose class is that of all."""


def _settle_records(columns: Sequence[Column]) -> None:
    """Where nothing else is a result, a column of marks that has times is: `Record`, in Japan."""
    marks = next((one for one in columns if one.meaning is Meaning.MARKS and one.share(is_clock) > _HALF), None)
    if marks is not None and not any(column.meaning in _RESULTS for column in columns):
        marks.heading, marks.why = Heading(Meaning.RESULT, FINISH), "by its cells"


_HALF = 0.5


def _is_nation(text: str) -> bool:
    return is_nation_code(text) or (nation_code(text) != text and is_nation_code(nation_code(text)))


def _is_club(text: str) -> bool:
    return (
        is_letters(text)
        and sum(map(str.isalpha, text)) >= _LETTERS
        and read_status(text) is None
        and not _ASIDE.search(text)
    )


_ASIDE = re.compile(r"\d{4}|\d\s*%|\bparkruns?\b|#\d|\bdetails?\b|\b(?:born|geb|geboren)\b", re.IGNORECASE)
_PLAIN: tuple[tuple[Meaning, Callable[[str], object]], ...] = (
    (Meaning.SEX, re.compile(r"[MFWmfw]|[Mm]ale|[Ff]emale").fullmatch),
    (
        Meaning.MARKS,
        re.compile(r"=?(?:PB|SB|NR|WL|WR|CR|MR|EL|AR|ER|OR|DLR|NU20R|NU23R|SB/PB)(?:, ?[A-Z]{2,3})?").fullmatch,
    ),
)
_TESTS: tuple[tuple[Meaning, Callable[[str], object]], ...] = (
    (Meaning.NATION, _is_nation),
    (Meaning.SEX, is_sex),
    (Meaning.CATEGORY, _CATEGORY.fullmatch),
    (Meaning.BIB, _BIB.fullmatch),
    (Meaning.CLUB, _is_club),
)


def settle_cards(columns: Sequence[Column]) -> None:
    """The cards that judges of a walk showed are noted, under their heading: `Red cards: > ~`."""
    if any(column.meaning is Meaning.NOTE for column in columns):
        return
    for column in columns:
        if column.heading is None and _CARDS.fullmatch(fold(column.title)) and column.sample:
            column.rewrite(partial(_under, column.title))
            column.heading = Heading(Meaning.NOTE)
            return


def _under(title: str, cell: str) -> str:
    return f"{title}: {cell.strip()}" if cell.strip(" -–—0") else ""


_CARDS = re.compile(
    r"(?:red )?cards|warnings|rote karten|verwarnungen|cartons(?: rouges)?|avertissements|tarjetas(?: rojas)?|avisos"
    r"|cartellini(?: rossi)?|ammonizioni|cartoes(?: vermelhos)?|czerwone kartki|rode kaarten|roda kort|punaiset kortit"
)
