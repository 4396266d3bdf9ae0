"""A fault of the program's own: told in a sentence, and all of it kept in a file for whoever mends it."""

import traceback
from contextlib import suppress
from pathlib import Path

from replay.files.paths import own_folder
from replay.files.written import write_whole

_OURS = Path(__file__).parents[2]


def told(error: Exception) -> str:
    """What happened, where in the program, and the file with the rest, where one can be written."""
    said = traceback.format_exception_only(error)[-1].strip()
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_OURS)]
    where = f" ({Path(ours[-1].filename).relative_to(_OURS)}, line {ours[-1].lineno})" if ours else ""
    kept = _kept(error)
    rest = f" with {kept}, which has the rest" if kept is not None else ""
    return f"a fault of the program's own: {said}{where}; please report it{rest}"


def _kept(error: Exception) -> Path | None:
    """The file that the whole of it is kept in, the last one only; None where there is none."""
    with suppress(OSError, ValueError):
        path = own_folder("state") / "fault.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, "".join(traceback.format_exception(error)).encode(errors="replace"))
        return path
    return None
