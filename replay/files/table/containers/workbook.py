"""Workbooks of Excel and OpenDocument: sheets of cells as text, times as times; python-calamine reads both.

It would read .xls, too, but makes every cell up to the farthest that is named, and how far that is stands in no place
where it could be looked up first: one changed byte took 12 GB. Such a file is refused (`replay.files.foreign`).

A spreadsheet keeps a time as a part of a day, and whether it is one only its format says: the library tells which cells
have such a format. What the number means (`0:15:30` may be 15 h 30 min) is decided for the column, as of any table.
"""

import datetime
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.parsers import expat

from replay.files.archives import refuse_all_at_once
from replay.files.source import LARGEST
from replay.files.table.containers import texts
from replay.files.table.containers.extent import Extent, NoSheet, TooLarge, extent_of

MOST_CELLS = 8_000_000
"""Cells of all sheets that are read, blank ones among them, since the library keeps them all; of a CSV as many are."""
MOST_SHEETS = 50
_MOST_BYTES = 3 * LARGEST
"""Bytes of what lies in the archive, unpacked."""
_TIMES = (datetime.time, datetime.timedelta, datetime.datetime)
_ZERO = datetime.datetime(1899, 12, 31)  # noqa: DTZ001 (a spreadsheet knows no zones)
_BROKEN = (OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib.error)
"""What Python's archives raise where they are damaged."""
_OPEN_DOCUMENT = "content.xml"
"""Where an OpenDocument workbook has its sheets."""
_MOST_TEXT = 100_000_000
"""Characters of all cells, many of which may have one text that stands there once."""
_SHARED = b"<sst"
"""What texts that cells share stand in, in a workbook of Excel."""
_PIECE = 1 << 18
"""Bytes of what lies in the archive that are looked at together."""
_SHEET = b"sheetData"
"""What a sheet of Excel holds, wherever in the archive it lies."""


class UnreadableBook(ValueError):  # noqa: N818 (it reads as what happened)
    """A workbook that cannot be read."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say why, and the way out."""
        super().__init__(message)
        self.hint = hint


class SheetRows(NamedTuple):
    """One sheet."""

    name: str
    rows: list[list[str]]
    """Those in which anything stands."""
    lines: list[int]
    """The number of each row, from 1."""
    comments: Mapping[str, str] | None = None
    """What is said beside it, by key, where the first row has the headings; None where it may stand above them."""
    above: tuple[str, ...] = ()
    """What it is called, and what it is within, the outermost first."""
    headed: bool = True
    """Whether the first row has the headings, where something is said beside it."""
    runner: Mapping[str, str] | None = None
    """What is said beside it of the one runner of whom it tells: `name`, `bib`."""


def sheets_of(data: bytes) -> tuple[SheetRows, ...]:
    """The sheets of a workbook in which anything stands.

    Raises:
        UnreadableBook: It is broken, locked or too large, or python-calamine is not there.
    """
    try:
        import python_calamine  # only a workbook needs it
    except ImportError:
        message = "python-calamine, which reads workbooks, is not installed"
        raise UnreadableBook(message, "`pip install 'race-replay[tables]'` brings it") from None
    _check_size(data)
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        names = book.sheet_names[:MOST_SHEETS]
        read: list[tuple[str, Sequence[Sequence[object]]]] = []
        cells = 0
        for name in names:  # several may be of the same cells, so that what lies in the archive tells less
            found = book.get_sheet_by_name(name)
            cells += found.total_height * found.total_width
            if cells > MOST_CELLS:
                raise UnreadableBook(f"its sheets have more than {MOST_CELLS:,} cells", "save the rows alone, as CSV")
            read.append((name, found.to_python(skip_empty_area=False)))
    except UnreadableBook:
        raise
    except python_calamine.PasswordError:
        raise UnreadableBook("it is locked with a password", "save it without") from None
    except BaseException as error:  # whatever the library stumbles over; its panic is no `Exception`
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        said = str(error).partition("\n")[0][:120] or type(error).__name__
        raise UnreadableBook(said, "save it again, or as CSV") from None
    return tuple(sheet for name, rows in read if (sheet := sheet_of(name, rows)).rows)


def _check_size(data: bytes) -> None:
    """Refuse what would not fit into memory: the library asks nobody."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > _MOST_BYTES:
                raise UnreadableBook(f"unpacked it has more than {_MOST_BYTES:,} bytes", "save the sheet alone, as CSV")
            named, sheets, sharing = 0, list[zipfile.ZipInfo](), list[zipfile.ZipInfo]()
            for info in infos:
                refuse_all_at_once(info)
                if info.filename == _OPEN_DOCUMENT or _has(_SHEET, archive, info):
                    found = extent_of(_pieces(archive, info))
                    _check_cells(found)
                    named += found.sharing
                    sheets.append(info)
                    if (
                        info.filename == _OPEN_DOCUMENT
                        and (info.file_size + found.blanks) * found.repeated > _MOST_TEXT
                    ):
                        _check_texts(texts.repeated(_pieces(archive, info)))
                elif _has(_SHARED, archive, info):
                    sharing.append(info)
            for info in sharing:
                _check_shared(archive, info, sheets, named)
    except UnreadableBook:
        raise
    except TooLarge as error:
        raise UnreadableBook(str(error), "save the rows of the race alone, as CSV") from None
    except (NoSheet, zipfile.BadZipFile, expat.ExpatError, *_BROKEN) as error:
        raise UnreadableBook(str(error)[:120] or "it is broken", "save it again, or as CSV") from None


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """What lies in the archive, piece by piece."""
    with archive.open(info) as opened:
        while piece := opened.read(_PIECE):
            yield piece


def _has(word: bytes, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether a word stands in it, though two pieces may have a part of it each."""
    before = b""
    for piece in _pieces(archive, info):
        if word in before + piece:
            return True
        before = piece[-len(word) :]
    return False


def _check_cells(found: Extent) -> None:
    if found.cells > MOST_CELLS:
        raise UnreadableBook(f"a sheet has more than {MOST_CELLS:,} cells", "save the rows alone, as CSV")


def _check_shared(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, sheets: Sequence[zipfile.ZipInfo], named: int
) -> None:
    """Refuse shared texts that would not fit into memory, each of them in all cells that name it."""
    if info.file_size > LARGEST:
        raise TooLarge(f"its texts have more than {LARGEST:,} bytes")
    if info.file_size * named <= _MOST_TEXT:
        return
    lengths = texts.shared(_pieces(archive, info))
    if max(lengths, default=0) * named > _MOST_TEXT:
        _check_texts(sum(texts.sharing(_pieces(archive, sheet), lengths) for sheet in sheets))


def _check_texts(characters: int) -> None:
    if characters > _MOST_TEXT:
        raise TooLarge(f"its cells hold more than {_MOST_TEXT:,} characters")


def sheet_of(name: str, rows: Sequence[Sequence[object]]) -> SheetRows:
    """A sheet of texts, numbers (floats), times and moments, each as text."""
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell != "" for cell in row)]
    kept = [[_lasting(cell) for cell in row] for _, row in filled]
    digits, timed = _digits(kept), _timed(kept)
    firsts = _first_times(kept)
    made = [
        [_text(cell, digits[at], timed[at] and number > firsts[at]) for at, cell in enumerate(row)]
        for number, row in enumerate(kept)
    ]
    return SheetRows(name, made, [number for number, _ in filled])


def _digits(rows: Sequence[Sequence[object]]) -> list[int]:
    """Digits behind the seconds' point in each column: as many as its finest time has."""
    found = [0] * max(map(len, rows), default=0)
    for row in rows:
        for at, cell in enumerate(row):
            if isinstance(cell, _TIMES):
                found[at] = max(found[at], len(f"{_microseconds(cell) / 1000:03.0f}".rstrip("0")))
    return found


def _timed(rows: Sequence[Sequence[object]]) -> list[bool]:
    """Whether each column is one of times, in which a plain number is a part of a day that lost its format."""
    times, numbers = Counter[int](), Counter[int]()
    for row in rows:
        times.update(at for at, cell in enumerate(row) if isinstance(cell, _TIMES))
        numbers.update(at for at, cell in enumerate(row) if isinstance(cell, float))
    return [times[at] > numbers[at] for at in range(max(map(len, rows), default=0))]


def _first_times(rows: Sequence[Sequence[object]]) -> list[int]:
    """The row with the first time of each column, or with a part of a day; a larger number above it is a heading."""
    found: dict[int, int] = {}
    for number, row in enumerate(rows):
        for at, cell in enumerate(row):
            if isinstance(cell, _TIMES) or (isinstance(cell, float) and 0 < cell < 1):
                found.setdefault(at, number - 1)
    return [found.get(at, len(rows)) for at in range(max(map(len, rows), default=0))]


def _lasting(cell: object) -> object:
    """A cell with a time of more than a day, which the library leaves as OpenDocument writes it: `PT26H23M20S`."""
    match = _LASTING.fullmatch(cell) if isinstance(cell, str) else None
    if match is None:
        return cell
    hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)


_LASTING = re.compile(r"PT(\d{1,4})H(\d{1,2})M(\d{1,2}(?:\.\d{1,12})?)S")


def _microseconds(cell: datetime.time | datetime.timedelta | datetime.datetime) -> int:
    return cell.microseconds if isinstance(cell, datetime.timedelta) else cell.microsecond


def _text(cell: object, digits: int, timed: bool) -> str:
    """A cell as text; a time as hours, minutes and seconds, though they be more than 24 hours."""
    if timed and isinstance(cell, float) and abs(cell) < _MOST_DAYS:
        cell = datetime.timedelta(days=cell)
    if isinstance(cell, datetime.datetime):
        if cell.year > _LAST_YEAR:
            return cell.isoformat(" ", "seconds" if not digits else "milliseconds")
        return _duration(cell - _ZERO, digits)
    if isinstance(cell, datetime.time):
        cell = datetime.timedelta(
            hours=cell.hour, minutes=cell.minute, seconds=cell.second, microseconds=cell.microsecond
        )
    if isinstance(cell, datetime.timedelta):
        return _duration(cell, digits)
    if isinstance(cell, float):
        return f"{cell:.12g}" if abs(cell) < _PLAIN else str(cell)
    return str(cell)


_LAST_YEAR = 1900
"""A moment up to then is a time of more than a day."""
_PLAIN = 1e11
_MOST_DAYS = 12.0
"""Days that a race may take; a larger number is none."""


def _duration(time: datetime.timedelta, digits: int) -> str:
    scale: int = 10**digits
    units = round(time.total_seconds() * scale)
    seconds, part = divmod(abs(units), scale)
    tail = f".{part:0{digits}d}" if digits else ""
    sign = "-" if units < 0 else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{tail}"
