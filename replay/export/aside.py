"""A picture or a film made in a process of its own: whoever watches does not wait for it, and may leave meanwhile.

The process is this module, run as a program. It reads an `Order` from its standard input, makes the best kind of file
for which everything is there, writes it beside others and never over one, and tells in lines of JSON how far it is.
"""

import json
import os
import pickle
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, NamedTuple, cast

from replay.commentary import Call
from replay.drawing.theme.look import Look
from replay.export.forms import Form, form_of, is_ready
from replay.export.take import Film, Progress, Take
from replay.files.fault import told
from replay.files.written import write_whole
from replay.race.problems import ReplayError
from replay.race.race import Race
from replay.state import timeline_of
from replay.streams import process_of
from replay.viewing.frame import Size
from replay.viewing.recording import Scene

PICTURES, FILMS = (".png", ".svg"), (".mp4", ".gif", ".cast")
"""What is made, the best first; the last needs nothing that is not always there."""
_LONGEST_NAME = 80
_MOST_BYTES = 200
"""Of 255 that a name may have, with the moments and a number behind it."""


class Order(NamedTuple):
    """What is to be made."""

    race: Race
    calls: Sequence[Call]
    look: Look
    size: Size
    scenes: Sequence[Scene]
    """One of a picture, those of a film."""
    film: bool
    folder: str
    """Where it is to be."""


def made_aside(order: Order, progress: Progress) -> Path:
    """Have it made by another process, and wait for it there; once that knows all, progress is told for the first time.

    Raises:
        ReplayError: It cannot be made or written; the message says why.
    """
    said: dict[str, object] = {}
    command, environment = process_of(__name__)
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment, start_new_session=True) as maker:
        with suppress(BrokenPipeError), cast(IO[bytes], maker.stdin) as into:
            pickle.dump(order, into)
        progress(0.0)  # it has all that it needs, whatever becomes of us
        for line in cast(IO[bytes], maker.stdout):
            said = json.loads(line)
            if "share" in said:
                progress(float(str(said["share"])))
    if "made" in said:
        return Path(str(said["made"]))
    raise ReplayError(str(said.get("problem", "the process that makes it was ended")))


def make(order: Order, progress: Progress) -> Path:
    """Make it, and write it under a name that is free.

    Raises:
        ReplayError: It cannot be made or written.
    """
    form = _form(FILMS if order.film else PICTURES)
    first, last = order.scenes[0], order.scenes[-1]
    timeline, film = timeline_of(order.race), Film(first.t, last.t, 1.0, form.fps)
    scenes = order.scenes if order.film else ()
    take = Take(timeline, order.calls, film, order.look, first.view, order.size, recorded=scenes)
    times = (first.t, last.t) if order.film else (first.t,)
    return _put(Path(order.folder), name_of(order.race.id, *times), form.endings[0], form.make(take, progress))


def _form(endings: Sequence[str]) -> Form:
    return next(form for form in (form_of(f"file{ending}") for ending in endings) if is_ready(form))


def name_of(race: str, *times: float) -> str:
    """A name that says race and moment, or from when to when: `london-mile-2026-2m47.7`."""
    told = re.sub(r"[^\w.-]+", "-", race).strip("-.")[:_LONGEST_NAME] or "race"
    told = told.encode()[:_MOST_BYTES].decode(errors="ignore")
    return "-".join([told, *map(_moment, times)])


def _moment(t: float) -> str:
    minutes, tenths = divmod(round(10 * t), 600)
    hours, minutes = divmod(minutes, 60)
    return f"{f'{hours}h{minutes:02}' if hours else minutes}m{tenths // 10:02}.{tenths % 10}"


def _put(folder: Path, name: str, ending: str, data: bytes) -> Path:
    """Write a file under its name, or the first of `NAME-2`, `NAME-3` … that is free."""
    for number in count(1):
        path = folder / f"{name}{'' if number == 1 else f'-{number}'}{ending}"
        try:
            write_whole(path, data, over=False)
        except FileExistsError:
            continue
        except OSError as error:
            message = f"{folder} cannot be written to: {error.strerror or error}; start the program in another folder"
            raise ReplayError(message) from None
        return path
    raise AssertionError("numbers do not end")


def main() -> None:
    """Make what is ordered, and tell about it as long as somebody listens."""
    order: Order = pickle.load(sys.stdin.buffer)
    with suppress(AttributeError, OSError):
        os.nice(5)  # who watches comes first
    shown = -1

    def progress(share: float) -> None:
        nonlocal shown
        if int(20 * share) > shown:
            shown = int(20 * share)
            _tell({"share": share})

    try:
        _tell({"made": str(make(order, progress))})
    except ReplayError as error:
        _tell({"problem": str(error)})
    except Exception as error:  # else nobody would ever hear of it
        _tell({"problem": told(error)})


def _tell(said: dict[str, object]) -> None:
    with suppress(OSError):  # nobody listens any more
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
