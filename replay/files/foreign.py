"""Files that people have and that are not read: what they are, and the way from there to one that is."""

import re

from replay.files.source import Source

_TABLE_OUT = "copy the table into a spreadsheet and save it as CSV, or paste it into a text file"
_UNPACK = "unpack it and name the file that was in it"
_SIGNS: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an Office file of the kind before 2007 (.xls, .doc)",
        "save it as .xlsx or CSV",
    ),
    (b"{\\rtf", "a text with formats (RTF)", _TABLE_OUT),
    (b"\x89PNG", "a picture", "a program that reads text in pictures can make a text file of it"),
    (b"\xff\xd8\xff", "a picture", "a program that reads text in pictures can make a text file of it"),
    (b"GIF8", "a picture", "a program that reads text in pictures can make a text file of it"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", _UNPACK),
    (b"Rar!\x1a\x07", "an archive (RAR)", _UNPACK),
    (b"\xfd7zXZ\x00", "an archive (xz)", _UNPACK),
    (b"BZh", "an archive (bzip2)", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "an archive (zstd)", _UNPACK),
    (b"SQLite format 3\x00", "a database (SQLite)", "export the table of results as CSV"),
    (b"PAR1\x15", "a data frame (Parquet)", "save it as CSV"),
)
_MEMBERS = (
    ("word/document.xml", "a Word document", _TABLE_OUT),
    ("ppt/presentation.xml", "a presentation", _TABLE_OUT),
    ("Index/Document.iwa", "a document of Pages, Numbers or Keynote", "export it as .xlsx or CSV"),
)
"""What lies in archives that are one document."""
_REMARKS = r"(?:[ \t\r]*(?:;.*)?\n)*"
_HEAT = r"\d{1,9},\d{1,9},\d{1,9}"
_LYNX = (
    (re.compile(rf"{_REMARKS}{_HEAT}(?:,.*)?\n{_REMARKS}[,\t ][ \t]*\d*,\d*,.*[^\W\d_]"), "a list of events"),
    (re.compile(rf"{_REMARKS}(?:{_HEAT},?[ \t\r]*\n){{2}}"), "a schedule"),
)
"""FinishLynx's files of who starts where, by how they begin."""
_MAPS = ((re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:\w+:)?kml[\s>]"), "a map (KML)"),)
_SWUM = re.compile(r"A1\d\d.{25}Hy-Tek|A0[1-9]V\d {5,}")
"""How an exchange of results begins: of Hy-Tek's swimming programs (HY3), or by the older standard (CL2, SD3)."""
_TIMED = re.compile(r",\d{1,3}(?::\d\d)*\.\d{2,4}(?:,|\s|$)")
_TEXT = b"application/vnd.oasis.opendocument.text"


def foreign(source: Source) -> tuple[str, str] | None:
    """What a file is that is not read, and the way out; None for one that may be read."""
    for sign, what, hint in _SIGNS:
        if source.data.startswith(sign):
            return what, hint
    if (told := _as_text(source.start)) and not _has_runs(source):
        return told
    if source.ending == ".ppl" and _TIMED.search(source.start) is None:
        return "a list of people of FinishLynx, without times", "its results are in the .lif files, one a race"
    if source.ending == ".lff":
        return "a field event of FinishLynx", "races are in the .lif files, one a race"
    members = source.members
    for name, what, hint in _MEMBERS:
        if name in members:
            return what, hint
    if "mimetype" in members and _TEXT in source.data[:200]:
        return "a text document (OpenDocument)", _TABLE_OUT
    return None


def _has_runs(source: Source) -> bool:
    """Whether a map is one with somebody's run on it."""
    if "<kml" not in source.start:
        return False
    from replay.files.gps.kml import is_kml  # few files are maps

    return is_kml(source.data)


def _as_text(start: str) -> tuple[str, str] | None:
    """The same of a text, by how it begins."""
    for form, what in _MAPS:
        if form.match(start) is not None:
            return what, "export the recording as GPX, TCX or FIT"
    if _SWUM.match(start) is not None:
        return (
            "an exchange of swimming results (HY3, CL2, SD3)",
            "export the meet as LENEX, or its results as HTML or PDF",
        )
    for form, what in _LYNX:
        if form.match(start) is not None and _TIMED.search(start) is None:
            return f"{what} of FinishLynx, before the race", "its results are in the .lif files beside it, one a race"
    return None
