"""Files that are written: whole or not at all, beside their place and renamed, and never over another unless wanted.

Whoever is killed in the middle leaves the old file, and one beside it that the next writer clears away.
"""

import os
import random
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from replay.race.problems import ReplayError, one_line

_BEGINS, _ENDS = ".race-replay-", ".part"
_LEFT = 3600.0
"""Seconds after which what lies beside is nobody's, whoever seems to hold it."""
_LOCKS = os.name == "posix"
"""Whether files can be held here."""
_TRIES = 800
"""How often one looks again, a millisecond later, at a folder in which nothing is written: another may be stopped."""


def refuse_existing(output: str, force: bool) -> None:
    """Make sure that a file may be written: what takes long to make is not made for nothing.

    Raises:
        ReplayError: It exists and may not be replaced, or can be nowhere.
    """
    try:
        exists = Path(output).exists() or Path(output).is_symlink()
    except (OSError, ValueError) as error:
        raise _unwritable(output, error) from None
    if exists and not force:
        raise ReplayError(f"{one_line(output)[:200]} exists; --force replaces it")


def write_new(output: str, content: str | bytes, force: bool) -> None:
    """Write a file, of text or bytes.

    Args:
        output: Its path; where that is a link, the file that it leads to.
        content: All of it.
        force: Whether another file of this name may be replaced.

    Raises:
        ReplayError: It exists and may not be replaced, is no regular file, or cannot be written; nothing is changed.
    """
    shown = one_line(output)[:200]
    try:
        target = Path(os.path.realpath(output))
        mode = _mode(target)
        if not force and (mode is not None or Path(output).is_symlink()):  # whoever laid it chose where it leads
            raise ReplayError(f"{shown} exists; --force replaces it")
        if mode is not None and not stat.S_ISREG(mode):
            raise ReplayError(f"{shown} is no regular file, and is left as it is; name another, or leave out `-o`")
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        write_whole(target, data, over=force)
    except FileExistsError:
        raise ReplayError(f"{shown} exists; --force replaces it") from None
    except (OSError, ValueError) as error:
        raise _unwritable(output, error) from None


def _unwritable(output: str, error: OSError | ValueError) -> ReplayError:
    why = getattr(error, "strerror", None) or error
    return ReplayError(f"{one_line(output)[:200]} cannot be written: {why}; choose another place")


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def write_whole(target: Path, data: bytes, *, over: bool = True, lasting: bool = True) -> None:
    """Write a file beside its place, and rename it there.

    Args:
        target: Its path; the folder is there.
        data: All of it.
        over: Whether it may take the place of another.
        lasting: Whether it must be whole after a power cut, for which the disk is waited for.

    Raises:
        FileExistsError: There is another, and it may not take its place.
        OSError: It cannot be written; what was there is there still, and nothing is left beside it.
    """
    _clear(target.parent)
    beside, file = _begun(target.parent)
    try:
        with file:
            if over:  # before anything is in it that others may not read
                with suppress(OSError):  # there is none yet, or it is on a file system without modes
                    beside.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
            if not _LOCKS:
                file.close()  # an open file cannot be renamed there
            if over:
                beside.replace(target)
            else:
                _put(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink()


def _begun(folder: Path) -> tuple[Path, BinaryIO]:
    """A new file in a folder, held as long as it is open, so that nobody takes it for one that was left.

    Its name is its own, since the target's may be as long as names can be.
    """
    while True:
        beside = folder / f"{_BEGINS}{os.urandom(12).hex()}{_ENDS}"
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        if _hold(handle) is not False and (os.fstat(handle).st_nlink or not _LOCKS):
            return beside, os.fdopen(handle, "wb")
        os.close(handle)  # somebody clears it away, and may have been stopped: nobody waits for him
        with suppress(OSError):
            beside.unlink()


def _hold(handle: int) -> bool | None:
    """Hold an open file; False where another does, None where there are no locks."""
    if not _LOCKS:
        return None
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _put(beside: Path, target: Path) -> None:
    """Give a file its name if nobody has it; of two who want it at once one gets it."""
    try:
        target.hardlink_to(beside)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system without links
        if target.exists():
            raise FileExistsError(target) from None
        beside.rename(target)


def _clear(folder: Path) -> None:
    """Take away what those left who were killed while they wrote: what nobody holds, or is long since nobody's."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - names are enough, of a folder that may be large
            if name.startswith(_BEGINS) and name.endswith(_ENDS):
                with suppress(OSError):
                    _clear_one(folder / name)


def _clear_one(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        if _hold(handle) or time.time() - os.fstat(handle).st_mtime > _LEFT:
            path.unlink()
    finally:
        os.close(handle)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Among all who ask for it, only one at a time works in a folder; nobody waits long for one who does nothing."""
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        tries, written = 0, -1
        while tries < _TRIES:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                before, written = written, os.fstat(handle).st_mtime_ns
                tries = tries + 1 if written == before else 0
                time.sleep(random.uniform(0.0005, 0.0015))  # not in step with another who looks
            except OSError:  # a file system that knows no locks
                break
        yield
    finally:
        os.close(handle)
