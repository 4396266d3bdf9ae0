"""A recording of a terminal, as asciinema plays it: asciicast, version 2 and version 3.

Source: the format's descriptions in asciinema's documentation. Nothing in it depends on when it is made.
"""

import json
from collections.abc import Iterator

from replay.cells.ansi import changes_to_text, rows_to_text
from replay.cells.depth import Depth
from replay.export.marks import marks_of
from replay.export.reel import shots
from replay.export.take import REST, Progress, Take

VERSIONS = "2", "3"
_BEGIN, _END = "\x1b[?25l\x1b[H\x1b[2J", "\x1b[0m"
"""The cursor hidden on an empty screen; it stays hidden, so that the last frame stands as it is."""


def cast(take: Take, progress: Progress) -> bytes:
    """A film as lines of JSON: a header, then what is written to the terminal and when, and its markers."""
    version = take.version or int(VERSIONS[0])
    lines = [_header(take, version)]
    before = 0.0
    for at, kind, data in sorted([*_written(take, progress), *_marked(take)], key=lambda event: event[0]):
        shown = round(at, 6)
        lines.append([shown if version == 2 else round(shown - before, 6), kind, data])
        before = shown
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines).encode()


def _header(take: Take, version: int) -> object:
    width, height = take.size
    if version == 2:
        return {"version": 2, "width": width, "height": height, "title": take.title, "env": {"TERM": "xterm-256color"}}
    return {"version": 3, "term": {"cols": width, "rows": height, "type": "xterm-256color"}, "title": take.title}


def _written(take: Take, progress: Progress) -> Iterator[tuple[float, str, str]]:
    for shot in shots(take, progress):
        if shot.at == 0.0 and shot.changes:
            rows = [change.new for change in shot.changes]
            yield 0.0, "o", _BEGIN + rows_to_text(rows, Depth.TRUE).replace("\n", "\r\n")
        elif text := changes_to_text(shot.changes, Depth.TRUE):
            yield shot.at, "o", text
    yield take.seconds + REST, "o", _END


def _marked(take: Take) -> Iterator[tuple[float, str, str]]:
    for mark in marks_of(take):
        yield mark.at, "m", mark.label
