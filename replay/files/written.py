"""Files that commands write: whole or not at all, and never over another unless that is wanted."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from replay.race.problems import ReplayError


def refuse_existing(output: str, force: bool) -> None:
    """Make sure that a file may be written: what takes long to make is not made for nothing.

    Raises:
        ReplayError: It exists and may not be replaced.
    """
    if Path(output).exists() and not force:
        raise ReplayError(f"{output} exists; --force replaces it")


def write_new(output: str, content: str | bytes, force: bool) -> None:
    """Write a file, of text or bytes, beside its place and rename it there.

    Raises:
        ReplayError: It exists and may not be replaced, or it cannot be written; nothing is changed then.
    """
    refuse_existing(output, force)
    target = Path(output)
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise ReplayError(f"{output} cannot be written: {error.strerror or error}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        os.chmod(beside, mode)  # noqa: PTH101 - mkstemp gives a name
        os.replace(beside, target)  # noqa: PTH105
    except OSError as error:
        raise ReplayError(f"{output} cannot be written: {error.strerror or error}") from None
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)  # noqa: PTH108


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
