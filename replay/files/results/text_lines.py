"""The lines of a text file, as a list in it is read."""

import re

from replay.files.results.dotted import with_colons
from replay.files.results.letters import without_headers
from replay.files.table.layouts.text import read_text as read_text_of
from replay.files.understood import Tallies


def text_lines(data: bytes, *, tabs: bool = False) -> list[str]:
    """The lines of a text, mended as that of a table is; without tabs, unless they are wanted."""
    try:
        text = read_text_of(data, Tallies()).text
    except ValueError:
        text = data.decode("cp1252", "replace")
    lines = [_ENDED.sub("", line) if line.count(";") < _MARKED else line for line in text.splitlines()]
    return with_colons(without_headers([line if tabs else line.expandtabs() for line in lines]))


_ENDED = re.compile(r"(?<=[\d\"'”’″])\s*[;,]+\s*$|(?<=[\"”″])\.\s*$")
"""What a writer ends a line with behind a time: `1) Ada Alfa (Oak) 57'33";`."""
_MARKED = 2
"""Signs that part the cells of a table."""
