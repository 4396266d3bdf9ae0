"""What the columns of a table are taken for: by the user, by their headings, and by the cells below.

A heading says what a column may be (`Gender` is a sex, or the rank among women); the cells decide which of these it is.
A table without headings, or with none that names the runner or the time, is understood by its cells alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from replay.files.missing import read_place
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.last_stretch import settle_last
from replay.files.table.meanings.placing import FEWEST, PLACES, counts
from replay.files.table.meanings.plain_cells import CODED, settle_by_cells, settle_cards
from replay.files.table.meanings.pointed import settle_points
from replay.files.table.meanings.romans import in_digits
from replay.files.table.meanings.settling import TIMED, settle
from replay.files.table.meanings.sexes import sexes_beside
from replay.files.table.values.cells import (
    is_clock,
    is_distance,
    is_letters,
    is_number,
    is_same,
    is_sex,
    is_time,
    read_lapped,
    read_laps,
)
from replay.files.table.values.times import Form, read_cell
from replay.files.table.wording.headings import Heading, Told, read_heading
from replay.files.table.wording.words import FLAGS, NO, YES, Meaning, phrases
from replay.race.events import event_seconds
from replay.race.names import fold
from replay.race.problems import did_you_mean
from replay.race.statuses import is_out, read_status, status_in_cell


class WrongColumn(ValueError):  # noqa: N818 (it reads as what happened)
    """A column or a meaning that the user names and that there is not."""


def understand(columns: Sequence[Column], chosen: Mapping[str, str]) -> None:
    """Decide what every column is taken for.

    Args:
        columns: The columns; what they are taken for is set on them.
        chosen: What the user says of some of them, by title.

    Raises:
        WrongColumn: The user names a column or a meaning that there is not.
    """
    in_digits(columns)
    taken = _as_chosen(columns, chosen)
    for column in columns:
        if column.index in taken:
            continue
        headings = read_heading(column.title)
        column.heading = next((heading for heading in headings if fits(heading, column)), None)
        if not headings and column.share(_says_out) == 1:
            column.heading, column.why = Heading(Meaning.STATUS), "by its cells"
        elif column.heading is None:
            column.why = _why_not(headings, column)
    _start_at_nought(columns)
    _status_beside_times(columns)
    settle_points(columns)
    settle_last(columns)
    settle(columns)
    settle_by_cells(columns)
    settle_cards(columns)


def _start_at_nought(columns: Sequence[Column]) -> None:
    """Times of day at 0 km are starts, where no other column has these."""
    if any(one.meaning is Meaning.START for one in columns):
        return
    for column in columns:
        point = column.heading.point if column.heading is not None and column.meaning is Meaning.SPLIT else None
        if point is not None and point.metres == 0 and column.share(_is_of_day) == 1:
            column.heading, column.why = Heading(Meaning.START), "it is where they started"
            return


def _is_of_day(text: str) -> bool:
    """Whether a cell may be a time of day at which races start: from five o'clock on."""
    cell = read_cell(text)
    return cell is not None and (cell.form is Form.CLOCK or (cell.form in _CLOCKS and cell.numbers[0] >= _MORNING))


_CLOCKS = (Form.TWO, Form.THREE)
_MORNING = 4


def _status_beside_times(columns: Sequence[Column]) -> None:
    """Beside the times a second column headed as a time may say who has none: `resultMark`."""
    if any(column.meaning is Meaning.STATUS for column in columns):
        return
    timed = any(column.meaning in TIMED and column.share(is_time) for column in columns)
    ended = any(column.meaning in (Meaning.RESULT, Meaning.NET, Meaning.GUN) for column in columns)
    far = not ended and any(column.meaning in (Meaning.DISTANCE, Meaning.LAP_COUNT) for column in columns)
    for column in columns if timed or far else ():
        if column.heading is not None or not column.share(is_out):
            continue
        told = column.why != "not known" and column.share(status_in_cell) == 1 and column.share(_says_out)
        if told and far:  # a race for distance, where all but one stop
            column.why = "it says who stopped"
            return
        # Signs of something else, such as `~` and `>` of walkers, may stand in it.
        counted = any(map(_says_out, column.sample))  # places or points under a heading that nobody knows, but `DNF`
        if told or all(
            is_out(text) or _came_home(text) or (counted and read_place(text) is not None) for text in column.sample
        ):
            column.rewrite(lambda text: text if read_status(text) is not None else "")
            column.heading, column.why = Heading(Meaning.STATUS), "by its cells"
            return


def _came_home(text: str) -> bool:
    """Whether a cell is a sign, or the group of those who came home, beside that of those who did not."""
    return not any(map(str.isalnum, text)) or _HOME.issuperset(fold(text).split()[-1:])


_HOME = frozenset(("finisher", "finishers", "finished"))


def _says_out(text: str) -> bool:
    """Whether a cell says in letters that somebody has no result: `DNS`."""
    return not any(map(str.isdigit, text)) and is_out(text)


def _as_chosen(columns: Sequence[Column], chosen: Mapping[str, str]) -> set[int]:
    taken = set()
    for title, meaning in chosen.items():
        column = _named(columns, title)
        headings = read_heading(meaning)
        if fold(meaning) in {"ignore", "ignored", "none", "nothing", "not read"}:
            column.heading = Heading(Meaning.IGNORED)
        elif headings and headings[0].sure:
            column.heading = headings[0]
        elif fold(meaning) in set(Meaning):
            column.heading = Heading(Meaning(fold(meaning)))
        elif (seconds := event_seconds(meaning)) is not None:
            column.heading, column.seconds = None, seconds
        else:
            names = [str(name) for name in Meaning]
            hint = (
                did_you_mean(fold(meaning), names)
                or f"it is one of {', '.join(names)}, a point such as 5 km, or a time such as 6h"
            )
            raise WrongColumn(f"{meaning!r} is nothing that a column can be; {hint}")
        column.why = "--column"
        taken.add(column.index)
    return taken


def _named(columns: Sequence[Column], title: str) -> Column:
    for same in (str.strip, fold):
        for column in columns:
            if same(column.title) == same(title):
                return column
    number = re.fullmatch(r"(?:column )?(\d{1,4})", title.strip().lower())
    for column in columns if number is not None else ():
        if column.index + 1 == int(number[1] if number else 0):
            return column
    titles = [column.title for column in columns]
    raise WrongColumn(f"no column is headed {title!r}; {did_you_mean(title, titles) or 'there are ' + listed(titles)}")


def listed(titles: Sequence[str], most: int = 8) -> str:
    """Titles for a message: `'Place', 'Name' and 3 more`."""
    shown = ", ".join(repr(title[:40]) for title in titles[:most])
    return f"{shown} and {len(titles) - most} more" if len(titles) > most else shown


def says_time(title: str) -> bool:
    """Whether a heading names a time and nothing else."""
    headings = read_heading(title)
    if not headings or not headings[0].sure or headings[0].meaning not in TIMED:
        return False
    point = headings[0].point
    return headings[0].told in (Told.TIME, Told.LAP) and (point is None or point.sure)


_LAST_WORDS = frozenset(
    phrases("final, official, total, corrected, adjusted, endzeit, endergebnis, finale, ufficiale, oficial, officiel")
)


def is_last_word(title: str) -> bool:
    """Whether a heading says that of several times its is the one that counts: `Final Time` beside `Time`."""
    return not _LAST_WORDS.isdisjoint(fold(title.replace("_", " ")).split())


def _why_not(headings: Sequence[Heading], column: Column) -> str:
    if not headings:
        return "not known"
    meaning = headings[0].meaning
    if meaning in TIMED and _are_ranks(column):
        return PLACES
    return "known, not needed" if meaning is Meaning.IGNORED else f"its cells are no {meaning}"


def _fits_time(column: Column) -> bool:
    times = column.share(is_time)
    told = column.share(lambda text: is_time(text) or read_status(text) or read_lapped(text) or is_same(text))
    if _are_ranks(column):
        return False
    if not column.sample or told < 0.6 or times == 0:
        return not column.sample
    return column.share(is_number) < 1.0 or not counts(column) or len(column.sample) < 2 or _spread(column)


def _spread(column: Column) -> bool:
    """Whether whole numbers are rather seconds than places: they do not go up by one."""
    numbers = [float(cell.replace(",", ".")) for cell in column.sample if is_number(cell)]
    return max(numbers) > 4 * len(column.cells) + 10


def _fits_place(column: Column) -> bool:
    if not column.sample:
        return True
    placed = column.share(
        lambda text: (
            read_place(text) is not None
            or read_status(text)
            or read_lapped(text) is not None
            or text in ("=", _NO_PLACE)
        )
    )
    some = any(text != _NO_PLACE for text in column.sample)
    return some and placed >= 0.6 and column.share(lambda text: read_place(text) is None and is_clock(text)) < 0.3


_NO_PLACE = "0"
"""What a program has for who has none."""


def _fits_bib(column: Column) -> bool:
    if not column.sample:
        return True
    short = column.share(lambda text: len(text) <= 12 and not is_clock(text))
    bibs = len(set(column.sample))
    if bibs == 1 and len(column.sample) > 1:
        return False  # it says something of the race
    return short >= 0.8 and (bibs >= 0.5 * len(column.sample) or (bibs > 1 and fold(column.title) in _PLAINLY_BIBS))


_PLAINLY_BIBS = frozenset(
    ("chip", "transponder", "bib", "bib no", "bib number", "startnummer", "startnr", "dossard", "dorsal", "pettorale")
)
"""Headings of nothing but bibs: a row for each lap has each of them often."""


def _are_chips(column: Column) -> bool:
    """Whether a column headed `chip` has the numbers of chips, and no times by them."""
    return fold(column.title) in _PLAINLY_BIBS and column.share(is_number) == 1.0


def _fits_flags(column: Column) -> bool:
    """A column headed `DQ` or `DNF` that says yes or no."""
    return fold(column.title) in FLAGS and column.share(lambda text: fold(text) in YES | NO) >= 0.9


def flag_status(title: str, cell: str) -> str:
    """The status that a cell of a column headed `DQ` or `DNF` says by yes; else the cell."""
    status = FLAGS.get(fold(title)) if cell else None
    return cell if status is None or fold(cell) not in YES | NO else status if fold(cell) in YES else ""


def _are_answers(column: Column) -> bool:
    """Whether the cells are nothing but yes and no: `person is_paid` names nobody."""
    return column.share(lambda text: fold(text) in YES | NO) == 1.0


_STATE = re.compile(r"[A-Z]{2}")


def _fits_status(column: Column) -> bool:
    if not column.sample:
        return True
    if fold(column.title) == "state" and all(map(_STATE.fullmatch, column.sample)):
        return False  # `NC` is North Carolina
    return _fits_flags(column) or column.share(lambda text: read_status(text) is not None) >= 0.5


def _fits_nation(column: Column) -> bool:
    return column.share(lambda text: len(text) <= 40 and CODED.sub(r"\1", text).translate(_SIGNS).isalpha()) >= 0.6


_SIGNS = dict.fromkeys(map(ord, " .&-'"))
"""What stands between a nation's words."""


def _are_placed(column: Column) -> bool:
    """Whether a column has places from the first on, and beside them only why somebody has none."""
    placed = [place for cell in column.sample if (place := read_place(cell)) is not None]
    return placed[:2] == [1, 2] and column.share(lambda text: read_place(text) or read_status(text)) == 1.0


_SECONDS = re.compile(r"\d{2,3}[.,]\d{1,3}")
_AGES = re.compile(r"\d{1,2} ?(?:[-–] ?\d{1,2}|\+)")
"""Those of an age group without a letter: `20-29`, `70+`."""

_FITS: dict[Meaning, Callable[[Column], bool]] = {
    Meaning.NAME: lambda column: column.share(is_letters) >= 0.5 and not _are_answers(column),
    Meaning.GIVEN: lambda column: column.share(is_clock) < 0.1 and not _are_answers(column),
    Meaning.FAMILY: lambda column: column.share(is_clock) < 0.1 and not _are_answers(column),
    Meaning.MEMBER: lambda column: column.share(is_letters) >= 0.5,
    Meaning.CLUB: lambda column: not column.sample or column.share(is_letters) >= 0.3,
    Meaning.NATION: lambda column: not column.sample or _fits_nation(column),
    Meaning.SEX: lambda column: column.share(is_sex) >= 0.8 or bool(sexes_beside(column.sample, column.title)),
    Meaning.CATEGORY: lambda column: (
        column.share(lambda text: is_letters(text) or _AGES.fullmatch(text)) >= 0.3 and not _are_placed(column)
    ),
    Meaning.BIB: _fits_bib,
    Meaning.SHORT: lambda column: len(set(column.sample)) > 1 or len(column.sample) < FEWEST - 1,
    Meaning.LANE: lambda column: column.share(is_number) >= 0.5,
    Meaning.PLACE: _fits_place,
    Meaning.STATUS: _fits_status,
    Meaning.RESULT: _fits_time,
    Meaning.NET: lambda column: _fits_time(column) and not _are_chips(column),
    Meaning.GUN: _fits_time,
    Meaning.SPLIT_TIME: _fits_time,
    Meaning.START: lambda column: (
        column.share(is_clock) >= 0.6 or (column.share(is_time) >= 0.6 and not _fits_bib(column))
    ),
    Meaning.LAPS: lambda column: column.share(lambda text: len(read_laps(text)) > 1) >= 0.3,
    Meaning.LAP_COUNT: lambda column: column.share(is_number) >= 0.8,
    Meaning.DISTANCE: lambda column: column.share(is_distance) >= 0.6,
    Meaning.LABEL: lambda column: column.share(lambda text: is_clock(text) or _SECONDS.fullmatch(text)) < 0.5,
    Meaning.EVENT: lambda column: (
        column.share(is_letters) >= 0.3 or (column.share(is_distance) == 1.0 and not _is_of_database(column))
    ),
    Meaning.ESTIMATED: lambda column: True,
}


def _is_of_database(column: Column) -> bool:
    """Whether numbers are those by which a database knows its races, `race_id`, and no metres."""
    return _ID.search(column.title) is not None and column.share(is_number) == 1.0


_ID = re.compile(r"(?:^|[\W_])[Ii][Dd]$|[a-z]I[dD]$")


def fits(heading: Heading, column: Column) -> bool:
    """Whether the cells of a column are what its heading may mean."""
    if heading.meaning is Meaning.SPLIT:
        if heading.told is Told.CLOCK:
            return column.share(is_clock) >= 0.6
        if not heading.sure:
            return column.share(_WITH_RANK.fullmatch) >= 0.6
        return heading.told is not Told.OTHER and (not column.sample or _fits_split(column))
    test = _FITS.get(heading.meaning)
    return test is None or test(column)


_WITH_RANK = re.compile(r"\d[\d:.,]*\s*[(\[]\d{1,3}[)\]]")
"""A time with its rank: `65.1 (2)`."""


def _are_ranks(column: Column) -> bool:
    """Whether a column has the places of a field somewhere: whole numbers from 1 to about as many as there are rows."""
    places = [place for cell in column.sample if not is_clock(cell) and (place := read_place(cell)) is not None]
    most = len(column.sample)
    if most < FEWEST or len(places) < most or max(places) > len(column.cells) + FEWEST:
        return False
    return min(places) <= FEWEST or fold(column.title).endswith(_RANKED)


_RANKED = ("rank", "place", "pos", "position")


def _fits_split(column: Column) -> bool:
    if _are_ranks(column):
        return False
    times = column.share(is_time)
    return times >= 0.1 or (times > 0 and column.share(lambda text: is_time(text) or read_status(text)) >= 0.6)


def most_common(column: Column) -> str:
    """What stands in the most cells of a column; empty where nothing does."""
    return Counter(column.sample).most_common(1)[0][0] if column.sample else ""
