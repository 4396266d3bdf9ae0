"""The text layer of a PDF, line by line, each word about where it stands on the page; pypdf reads it."""

import io
import re
from collections.abc import Iterable
from typing import Any, cast

LARGEST = 8_000_000
"""Bytes of what draws all pages together: some hundred full ones."""
_PAGE = 2_000_000
"""Bytes of what draws one page."""
_WRITTEN_OUT = 2_000_000
"""Bytes written as characters (ASCII85), each of which takes up to a hundred while it is decoded."""
_PREDICTED = 4_000_000
"""Bytes that are told by those before them, as an image's are, each of which takes up to a microsecond."""
_OBJECTS = 500_000
"""Objects, each of which is looked for in the whole file where its table of them is broken."""
_OF_A_PAGE = 4000
"""Bytes that every page counts for besides: an empty one takes time, too."""
_SHOWN_ON_A_PAGE = 15_000
"""Texts that a page shows, each of which takes a ten-thousandth of a second: every letter by itself, in some."""
_READ_IN_VAIN = 1_500_000
"""Bytes of the first pages without a single time, after which no list of results is expected; a text counts for 60."""
_SET = 1_000_000
"""Characters and ends of lines of a page as its text is set: what stands far apart has blanks between it."""
_FEWER = "save the pages of the race alone"
_ANOTHER = "save it again with another program"
_TIME = re.compile(r"\d[:.,'’h]\d\d")
_RANK = re.compile(r"(?<=\d)\s*\(\d{1,3}\)")
"""The place at a point, behind the time there: `1:01.2 (3)`."""


class UnreadablePdf(ValueError):  # noqa: N818 (it reads as what happened)
    """A PDF without a text that can be read."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say why, and the way out."""
        super().__init__(message)
        self.hint = hint


def lines_of(data: bytes) -> list[str]:
    """The lines of all pages.

    Raises:
        UnreadablePdf: There is no text in it, it is locked, or pypdf is not there.
    """
    import logging

    try:
        import pypdf  # only a PDF needs it
    except ImportError:
        raise UnreadablePdf("pypdf is not installed", "`pip install 'race-replay[pdf]'` brings it") from None
    # It tells stderr what it stumbles over; we tell, in words.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    _bound_decoding()
    if (objects := data.count(b" obj")) > _OBJECTS:
        raise UnreadablePdf(f"it has {objects:,} objects", _FEWER)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadablePdf("it is locked with a password", "save it without")
        _need_few(cast(Any, reader.trailer["/Root"])["/Pages"].get("/Count"))
        lines = _lines(_painted(reader.pages))
    except UnreadablePdf:
        raise
    except Exception as error:  # whatever the library stumbles over
        said = str(error).partition("\n")[0][:120] or type(error).__name__
        raise UnreadablePdf(said, f"{_ANOTHER}, or copy its rows into a CSV file") from None
    if not any(line.strip() for line in lines):
        raise UnreadablePdf("it holds pictures of text only", "read them with a program for that, or copy the results")
    return [_RANK.sub(lambda found: " " * len(found[0]), line) for line in lines]


def _need_few(pages: object) -> None:
    """Refuse too many pages where they are counted: to visit them takes long."""
    if isinstance(pages, int) and pages * _OF_A_PAGE > LARGEST:
        raise UnreadablePdf(f"it has {pages:,} pages", _FEWER)


def _painted(pages: Iterable[Any]) -> list[tuple[Any, int]]:
    """The pages on which anything is drawn, each with its weight in bytes; all are weighed before one is read."""
    painted, drawn = [], 0
    for page in pages:
        content = page.get_contents()
        data = content.get_data() if content is not None else b""
        shown = data.count(b"Tj") + data.count(b"TJ")
        drawn += len(data) + _OF_A_PAGE
        if shown > _SHOWN_ON_A_PAGE:
            raise UnreadablePdf(f"a page shows {shown:,} texts", _FEWER)
        if len(data) > _PAGE:
            raise UnreadablePdf(f"a page draws more than {_PAGE:,} bytes", _FEWER)
        if drawn > LARGEST:
            raise UnreadablePdf(f"it draws more than {LARGEST:,} bytes", _FEWER)
        if data:
            painted.append((page, len(data) + 60 * shown))
    return painted


def _lines(painted: Iterable[tuple[Any, int]]) -> list[str]:
    """The lines of all pages; of a long file none where its first pages have no time, for it is no list of results."""
    lines: list[str] = []
    timed, read = False, 0
    for page, weight in painted:
        text = page.extract_text(extraction_mode="layout")
        if len(text) > _SET:
            raise UnreadablePdf(
                f"a page is {len(text):,} characters wide and high", "save it again with another program"
            )
        own = text.splitlines()
        timed, read = timed or any(map(_TIME.search, own)), read + weight
        if read > _READ_IN_VAIN and not timed:
            raise UnreadablePdf("its first pages have no time", _FEWER)
        lines += own
    return lines


def _bound_decoding() -> None:
    """Have pypdf refuse what takes it long to decode, wherever in a file it stands; it bounds all else itself."""
    from pypdf.filters import ASCII85Decode, FlateDecode

    _bound(ASCII85Decode, "decode", _WRITTEN_OUT)
    _bound(FlateDecode, "_decode_png_prediction", _PREDICTED)


def _bound(decoder: type, name: str, most: int) -> None:
    """Have a function of a decoder refuse more than so many bytes."""
    decode = getattr(decoder, name, None)
    if decode is None or getattr(decode, "bound", False):
        return

    def bounded(data: str | bytes, *arguments: Any, **words: Any) -> bytes:  # noqa: ANN401 - as pypdf has them
        if len(data) > most:
            raise UnreadablePdf(
                f"a stream has {len(data):,} characters to decode", "save it again with another program"
            )
        return cast(bytes, decode(data, *arguments, **words))

    bounded.bound = True  # type: ignore[attr-defined]
    setattr(decoder, name, staticmethod(bounded))
