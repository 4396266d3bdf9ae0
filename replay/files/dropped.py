"""The paths in a text that was pasted: terminals paste the path of a file that is dropped on them.

Each does it in its own way: as it is, in single or double quotes, with backslashes before blanks, as a `file://`
address; several with blanks or line ends between them; and with a blank or a line end behind.
"""

import atexit
import os
import re
import shlex
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from replay.files.cleaning import clean_text
from replay.files.temporary import temporary_folder

_LONGEST = 20_000
"""Characters of a text in which paths are looked for."""


def exists(path: Path) -> bool:
    """Whether there is a file or folder; also no for what cannot be a path at all."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def dropped_paths(text: str) -> tuple[Path, ...]:
    """The files and folders that a pasted text names, in their order; none where a part of it names nothing.

    Whether a path exists tells a blank inside a name from one between two.
    """
    text = text.strip().strip("\0")
    if not text or len(text) > _LONGEST:
        return ()
    for read in (_whole, _by_lines, _as_words):
        paths = tuple(dict.fromkeys(path for word in read(text) for path in [path_of(word)]))
        if paths and all(exists(path) for path in paths):
            return paths
    return ()


def pasted_paths(text: str) -> tuple[Path, ...]:
    """The files that a pasted text names; a text that is a table itself becomes one, which is gone at the end."""
    found = dropped_paths(text)
    if found or not _is_table(text):
        return found
    kept = ExitStack()
    atexit.register(kept.close)
    try:
        path = kept.enter_context(temporary_folder()) / "pasted.csv"
        path.write_text("\n".join(text.splitlines()) + "\n", encoding="utf-8", errors="replace")
    except OSError:  # nowhere is room for it; see `no_paths_in`
        return ()
    return (path,)


def no_paths_in(text: str) -> str:
    """What to say of a pasted text of which no file came, in a clause."""
    if _is_table(text):
        return "what was pasted could be kept nowhere: make room for temporary files, or save it as a file"
    line = next(filter(None, map(clean_text, text.splitlines())), "")
    if not line:
        return "nothing was pasted"
    shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
    if len(text.splitlines()) < _FEWEST_LINES and _PATHLIKE.search(line) is not None:
        return f"there is no file {shown}"
    return "what was pasted is neither a file's path nor a list of results"


_SHOWN = 60
_PATHLIKE = re.compile(r"^(?:['\"]?[/~.]|file:|[A-Za-z]:\\)|\.\w{2,5}['\"]?$")


def _is_table(text: str) -> bool:
    """Whether a text has several lines with numbers, parted alike, or with times."""
    lines = [line for line in text.splitlines() if line.strip()]
    if sum(_TIME.search(line) is not None for line in lines) >= _FEWEST_TIMES:
        return True
    if len(lines) < _FEWEST_LINES or not any(map(str.isdigit, lines[-1])):
        return False
    return any(all(sign in line for line in lines[-2:]) for sign in (",", ";", "\t", "|", "  "))


_FEWEST_LINES = 3
"""A heading and two runners."""
_FEWEST_TIMES = 2
_TIME = re.compile(r"(?<!\d)\d{1,3}:[0-5]\d(?!\d)")


def path_of(word: str) -> Path:
    """The path that one word names: a `file://` address, a path from `~`, or any other."""
    word = word.strip()
    if word[:7].lower() == "file://":
        with suppress(ValueError):  # what is no address is a name
            word = unquote(urlsplit(word).path)
        if re.match(r"/[A-Za-z]:[/\\]", word):
            word = word[1:]  # file:///C:/...
    if word.startswith("~"):
        word = os.path.expanduser(word)  # noqa: PTH111 - `Path.expanduser` raises where there is no such user
    return Path(word)


def _whole(text: str) -> Iterator[str]:
    """One path, as it is or in quotes, whatever blanks are in it."""
    yield text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _by_lines(text: str) -> Iterator[str]:
    """A path a line, as file managers copy several."""
    for line in text.splitlines():
        if line.strip():
            yield from _whole(line.strip())


def _as_words(text: str) -> Iterator[str]:
    """Words as a shell reads them: quoted, or with backslashes before blanks."""
    with suppress(ValueError):  # an apostrophe that nothing closes
        yield from shlex.split(text)
        return
    yield from re.findall(r"(?:[^\s\\]|\\.)+", text)
