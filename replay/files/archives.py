"""Files out of gzip and zip: one file, of a bounded size, whatever the archive claims."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path, PurePosixPath

from replay.files.source import LARGEST, SMALLER, Source
from replay.race.problems import Problem, UnreadableRace

_DEEPEST = 2
"""How many archives may lie in one another: a `.csv.gz` in a `.zip`."""

_PIECES = 10_000
"""How many files may be packed one behind the other in one gzip file; bgzip makes a thousand of the largest."""

_PIECEMEAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing that Python undoes piece by piece; of the others it makes all at once that a few bytes stand for."""

_WORKBOOKS = frozenset({"[Content_Types].xml", "mimetype"})
"""What lies in every workbook of Excel and of OpenDocument: those are zip archives too, and read as they are."""


def unpacked(source: Source, endings: Collection[str], named: str | None = None) -> Source:
    """The file in an archive; any other file as it is.

    Args:
        source: The file.
        endings: Those by which the one file is known that is meant, where a zip archive holds several.
        named: The name of the one that is meant, where the user says so and there is such a one.

    Raises:
        UnreadableRace: The archive is broken or locked, holds more than is read, or not one file that is meant.
    """
    for _ in range(_DEEPEST):
        if source.data.startswith(b"\x1f\x8b"):
            source = _out_of_gzip(source)
        elif source.members and _WORKBOOKS.isdisjoint(source.members):
            source = _out_of_zip(source, endings, named)
        else:
            break
    return source


def refuse_all_at_once(info: zipfile.ZipInfo) -> None:
    """Refuse a file in an archive that would be unpacked whole, however large it is.

    Raises:
        NotImplementedError: It is packed in such a way (bzip2, LZMA), as few programs do unasked.
    """
    if info.compress_type not in _PIECEMEAL:
        raise NotImplementedError("it is packed in a way that is not read, such as LZMA")


def _refused(source: Source, message: str, hint: str) -> UnreadableRace:
    return UnreadableRace([Problem(str(source.path), None, message, hint)])


def _too_large(source: Source) -> UnreadableRace:
    return _refused(source, f"unpacked the file has more than the {LARGEST:,} bytes that are read", SMALLER)


def _out_of_gzip(source: Source) -> Source:
    if source.data.count(b"\x1f\x8b\x08") > _PIECES:  # how each begins, and hardly anything else
        raise _refused(source, f"this gzip file has more than {_PIECES:,} parts", "pack it anew")
    try:
        with gzip.open(io.BytesIO(source.data)) as file:
            data = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _refused(source, f"this gzip file is broken: {error}", "download it again") from None
    if len(data) > LARGEST:
        raise _too_large(source)
    name = source.name
    return replace(source, data=data, inside=Path(name).stem if name.lower().endswith(".gz") else name)


def _out_of_zip(source: Source, endings: Collection[str], named: str | None) -> Source:
    files = [name for name in source.members if not name.endswith("/") and not _hidden(name)]
    meant = [name for name in files if _ending(name) in endings] if len(files) > 1 else files
    if len(meant) > 1:
        wanted = (named or "").casefold()
        meant = [name for name in meant if wanted and wanted in _names(name)] or meant
    if len(meant) != 1:
        found = ", ".join(PurePosixPath(name).name for name in (meant or files)[:5]) or "none"
        hint = "`--part FILE` takes the one that is the race" if meant else "take out the one that is the race"
        raise _refused(source, f"the archive holds {len(meant or files)} files: {found}", hint)
    return _taken(source, meant[0])


def _taken(source: Source, name: str) -> Source:
    """A file out of a zip archive.

    Raises:
        UnreadableRace: It cannot be taken out, or is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            refuse_all_at_once(archive.getinfo(name))
            with archive.open(name) as file:
                data = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib.error) as error:
        raise _refused(source, f"this zip archive cannot be read: {error}", "take the file out of it") from None
    if len(data) > LARGEST:
        raise _too_large(source)
    return replace(source, data=data, inside=PurePosixPath(name).name)


def all_of(source: Source, endings: Collection[str], others: Collection[str]) -> tuple[Source, ...]:
    """The files of a zip archive that holds some of a kind, such as recordings of one race, and no race beside them.

    Args:
        source: The file.
        endings: Those of the kind.
        others: Those of files that are races by themselves.

    Returns:
        At least two; none of an archive that is not so.

    Raises:
        UnreadableRace: One of them cannot be taken out, or they are too large together.
    """
    if not source.members or not _WORKBOOKS.isdisjoint(source.members):
        return ()
    files = [name for name in source.members if not name.endswith("/") and not _hidden(name)]
    meant = [name for name in files if _ending(name) in endings]
    if len(source.members) > 10 * _MOST or not 1 < len(meant) <= _MOST:
        return ()
    if any(_ending(name) in others for name in files if name not in meant):
        return ()
    found: list[Source] = []
    for name in meant:
        taken = _taken(source, name)
        found.append(_out_of_gzip(taken) if taken.data.startswith(b"\x1f\x8b") else taken)
        if sum(len(one.data) for one in found) > LARGEST:
            raise _too_large(source)
    return tuple(found)


_MOST = 100
"""Files of one race in an archive, at most: more are somebody's diary."""


def _ending(name: str) -> str:
    """The ending of a name in lower case, without that of its packing."""
    path = PurePosixPath(name.lower())
    return PurePosixPath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def _names(name: str) -> tuple[str, ...]:
    """What a file in an archive may be called by."""
    path = PurePosixPath(name)
    return name.casefold(), path.name.casefold(), path.stem.casefold()


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
