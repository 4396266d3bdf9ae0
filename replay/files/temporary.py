"""A folder for a while, for what is made in it or is the visitor's alone: private, and gone at the end.

Whoever is killed leaves his, and the next who needs one clears it away: a folder is held as long as somebody lives who
made it, which ends with him however he ends.
"""

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BEGINS, _ENDS = ".race-replay-", ".tmp"
_YOUNG = 60.0
"""Seconds of a folder that somebody may have made just now, and not yet held."""


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A new folder that nobody else may look into.

    Raises:
        OSError: There is no place for one.
    """
    _clear(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=_BEGINS, suffix=_ENDS))
    handle = _hold(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def _hold(folder: Path) -> int | None:
    """Hold a folder of our own until what is given is closed; None where another does, or there is no such thing."""
    try:
        import fcntl
    except ImportError:
        return None
    handle = None
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        if os.fstat(handle).st_uid != os.getuid():
            raise PermissionError(folder)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # also a link that somebody laid there, and a file system that knows no locks
        if handle is not None:
            os.close(handle)
        return None
    return handle


def _clear(place: Path) -> None:
    """Take away what those left who were killed: folders of ours that nobody holds."""
    with suppress(OSError), os.scandir(place) as found:
        names = [entry.name for entry in found if entry.name.startswith(_BEGINS) and entry.name.endswith(_ENDS)]
        for name in names:
            folder = place / name
            with suppress(OSError):
                seen = folder.lstat()
                if not stat.S_ISDIR(seen.st_mode) or time.time() - seen.st_mtime < _YOUNG:
                    continue
            handle = _hold(folder)
            if handle is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(handle)
