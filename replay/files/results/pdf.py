"""The text layer of a PDF, line by line, each word about where it stands on the page; pypdf reads it."""

import io
import re
from typing import Any

LARGEST = 8_000_000
"""Bytes of what draws all pages together: some hundred full ones."""
_PAGE = 2_000_000
"""Bytes of what draws one page."""
_WRITTEN_OUT = 2_000_000
"""Bytes written as characters (ASCII85), each of which takes up to a hundred while it is decoded."""
_OF_A_PAGE = 2000
"""Bytes that every page counts for besides: an empty one takes time, too."""
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
    _bound_ascii85()
    lines: list[str] = []
    drawn = 0
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadablePdf("it is locked with a password", "save it without")
        painted = []
        for page in reader.pages:  # all of them are weighed before the first is read, which takes far longer
            content = page.get_contents()
            size = len(content.get_data()) if content is not None else 0
            drawn += size + _OF_A_PAGE
            if size > _PAGE:
                raise UnreadablePdf(f"a page draws more than {_PAGE:,} bytes", "save the pages of the race alone")
            if drawn > LARGEST:
                raise UnreadablePdf(f"it draws more than {LARGEST:,} bytes", "save the pages of the race alone")
            painted += [page] if content is not None else []
        for page in painted:
            lines += page.extract_text(extraction_mode="layout").splitlines()
    except UnreadablePdf:
        raise
    except Exception as error:  # whatever the library stumbles over
        raise UnreadablePdf(str(error).partition("\n")[0][:120] or type(error).__name__) from None
    if not any(line.strip() for line in lines):
        raise UnreadablePdf("it holds pictures of text only", "read them with a program for that, or copy the results")
    return [_RANK.sub(lambda found: " " * len(found[0]), line) for line in lines]


def _bound_ascii85() -> None:
    """Have pypdf refuse long streams of ASCII85, wherever in a file they stand: it bounds all other kinds itself."""
    from pypdf.filters import ASCII85Decode

    decode = ASCII85Decode.decode
    if getattr(decode, "bound", False):
        return

    def bounded(data: str | bytes, *arguments: Any, **words: Any) -> bytes:  # noqa: ANN401 - as pypdf has them
        if len(data) > _WRITTEN_OUT:
            raise UnreadablePdf(
                f"a stream is written in {len(data):,} characters", "save it again with another program"
            )
        return decode(data, *arguments, **words)

    bounded.bound = True  # type: ignore[attr-defined]
    ASCII85Decode.decode = staticmethod(bounded)  # type: ignore[method-assign]
