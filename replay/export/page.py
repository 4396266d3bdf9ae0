"""A page: the replay in a browser, in one file that asks the network for nothing, with the race in words below.

The frames go into it as in a film, each as what has changed: numbers of seven bits a byte, deflated. For each patch how
many cells it is from the end of the one before, how many it has, in which ink, and its characters. What draws them
(`player/`) gets the shapes of characters from here, so that a page looks as a picture does.
"""

import base64
import json
import re
import zlib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from replay.cells.ansi import Change
from replay.cells.ink import Ink
from replay.cells.text import cell_width
from replay.drawing.theme.palette import Theme
from replay.export.cells import paint_of, stretches
from replay.export.marks import marks_of
from replay.export.reel import shots
from replay.export.resume import escaped, resume_html
from replay.export.shapes import shapes_of
from replay.export.take import Progress, Take


def page(take: Take, progress: Progress) -> bytes:
    """The page of a film; how fast it plays is said by the page."""
    take = take._replace(view=take.view._replace(transport=False))
    theme = take.look.theme
    colours = {name: f"#{value:06x}" for name, value in theme._asdict().items() if type(value) is int}
    parts = {
        "title": escaped(take.title),
        "style": _filled(_part("player.css"), {**colours, "scheme": theme.name}),
        "script": _part("player.js"),
        "race": json.dumps(_race(take, progress), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        "resume": resume_html(take),
    }
    return _filled(_part("player.html"), parts).encode()


def _part(name: str) -> str:
    return files("replay.export").joinpath("player", name).read_text(encoding="utf-8").rstrip("\n")


def _filled(template: str, parts: dict[str, str]) -> str:
    """A template with what is named in it as `@@name@@`."""
    return re.sub(r"@@(\w+)@@", lambda match: parts[match[1]], template)


def _race(take: Take, progress: Progress) -> dict[str, Any]:
    """What the player is told."""
    film, writer = take.film, _Writer(take.size.width)
    for shot in shots(take, progress):
        writer.write(shot.changes)
    return {
        "cols": take.size.width,
        "rows": take.size.height,
        "chars": [_char(text) for text in writer.chars],
        "inks": [_ink(ink, take.look.theme) for ink in writer.inks],
        "fps": film.fps,
        "seconds": take.seconds,
        "pace": [(round(at, 3), round(t, 3)) for at, t in take.pace()],
        "road": take.timeline.track.by_kilometres,
        "spoilers": take.view.spoilers,
        "marks": [(round(mark.at, 3), mark.label) for mark in marks_of(take)],
        "frames": base64.b64encode(zlib.compress(bytes(writer.data), 9)).decode(),
    }


def _char(text: str) -> list[object]:
    """A character, the cells it takes, and what it is drawn of, if that is shapes."""
    shapes = shapes_of(text) if text else ()
    drawn = None if shapes is None else [(shape.kind, shape.numbers, shape.opacity) for shape in shapes]
    return [text, min(cell_width(text), 2) if text else 0, drawn]


def _ink(ink: Ink, theme: Theme) -> tuple[str, str, str]:
    paint = paint_of(ink, theme)
    style = f"{'italic ' if paint.italic else ''}{'bold' if paint.bold else 'normal'}"
    return f"#{paint.colour:06x}", f"#{paint.ground:06x}", style


class _Writer:
    """Writes frames as numbers."""

    def __init__(self, columns: int) -> None:
        """A screen of so many columns, on which nothing has been written."""
        self._columns = columns
        self.data = bytearray()
        self.chars: dict[str, int] = {}
        self.inks: dict[Ink, int] = {}

    def write(self, changes: Iterable[Change]) -> None:
        """Write what makes a frame of the one before; of the first frame every cell."""
        first = not self.data
        found = sorted(stretch for change in changes for stretch in stretches(change, whole=first))
        self._number(len(found))
        end = 0
        for y, x, texts, ink in found:
            place = y * self._columns + x
            for value in (place - end, len(texts), self.inks.setdefault(ink, len(self.inks))):
                self._number(value)
            for text in texts:
                self._number(self.chars.setdefault(text, len(self.chars)))
            end = place + len(texts)

    def _number(self, value: int) -> None:
        while value > 127:
            self.data.append(value & 127 | 128)
            value >>= 7
        self.data.append(value)
