"""The scrubber: how far the leader has come, with the marks everybody knows beforehand and those that have passed.

Its axis is the leader's distance and not time, so that the marks ahead say nothing about the pace to come; a last
stretch, behind the finish line, is the time in which the others come home.
"""

from collections.abc import Iterable
from typing import NamedTuple

from replay.cells.ink import Ink, Row
from replay.cells.rows import Overlay, fill, over
from replay.drawing.theme.look import Look

_TAIL = 5
"""Cells behind the finish line."""


class Scrub(NamedTuple):
    """What the scrubber shows."""

    distance: float
    """Metres of the race."""
    at: float
    """Metres the leader has run."""
    home: float
    """The share of the time between the first and the last finisher that is over, 0 to 1."""
    marks: tuple[tuple[float, str], ...]
    """Metres and label of what anyone knows beforehand: lap lines, kilometres, the bell."""
    moments: tuple[float, ...]
    """Metres of the leader at the moments that have passed."""
    bookmarks: tuple[float, ...] = ()
    """Metres of the leader at one's own, also of those to come: whoever made them was there."""
    bell: float | None = None
    """Metres at which the last lap begins, where there is one."""


def column(scrub: Scrub, width: int) -> int:
    """The cell the replay is at."""
    if scrub.at >= scrub.distance:
        return min(_line(width) + round(scrub.home * (width - 1 - _line(width))), width - 1)
    return int(scrub.at / scrub.distance * _line(width))


def share_at(x: int, width: int) -> tuple[float, float]:
    """What a click on a cell asks for: the share of the distance, and of the time behind the finish line."""
    line = _line(width)
    if x <= line:
        return max(x, 0) / line if line else 1.0, 0.0
    return 1.0, min((x - line) / max(width - 1 - line, 1), 1.0)


def _line(width: int) -> int:
    return max(width - 1 - _TAIL, 1)


def scrubber_rows(scrub: Scrub, look: Look, width: int, pointed: tuple[int, str] | None = None) -> list[Row]:
    """A row with the bar and a row with the labels under it, or with the words for a cell that is `pointed` at."""
    theme = look.theme
    head = column(scrub, width)
    line = _line(width)
    done = Ink(fg=theme.accent, bg=theme.background, bold=True)
    ahead = Ink(fg=theme.border, bg=theme.background)
    mark = Ink(fg=theme.muted, bg=theme.background)
    full, thin = look.glyph("━", "="), look.glyph("─", "-")
    bar = fill([(full * head, done), (thin * (width - head), ahead)], width, look.page)
    now = done
    if scrub.bell is not None and scrub.at >= scrub.bell:  # the last lap is hot, as far as it is run and beyond
        now = Ink(fg=theme.bad, bg=theme.background, bold=True)
        warm = Ink(fg=theme.blend(theme.background, theme.bad, 0.45), bg=theme.background)
        begun = int(scrub.bell / scrub.distance * line)
        here = min(max(head, begun), line)
        bar = over(bar, [(begun, full * (here - begun), now), (here, full * (line - here), warm)])
    spots: dict[int, tuple[str, Ink]] = {}
    for metres, _ in scrub.marks:
        x = int(metres / scrub.distance * line)
        spots[x] = (look.glyph("┿" if x < head else "┼", "+"), done if x < head else mark)
    for metres in scrub.moments:
        spots[int(min(metres / scrub.distance, 1.0) * line)] = (
            look.glyph("◆", "*"),
            Ink(fg=theme.text, bg=theme.background),
        )
    for metres in scrub.bookmarks:
        own = Ink(fg=theme.good, bg=theme.background, bold=True)
        spots[int(min(metres / scrub.distance, 1.0) * line)] = look.glyph("▼", "v"), own
    spots[line] = (look.glyph("┃", "|"), Ink(fg=theme.text, bg=theme.background, bold=True))
    spots[head] = (look.glyph("●", "O"), now)
    if pointed is not None:
        spots[pointed[0]] = (look.glyph("┃", "|"), done)
    overlays: list[Overlay] = [(x, glyph, ink) for x, (glyph, ink) in sorted(spots.items())]
    return [over(bar, overlays), _labels(scrub, line, look, width, pointed)]


def _labels(scrub: Scrub, line: int, look: Look, width: int, pointed: tuple[int, str] | None) -> Row:
    """Labels centred under their marks; one that would touch another is left out, the later ones first.

    The bell goes before all laps: close to the finish, as indoors, it gives way to the left and stays at its mark.
    """
    marks: Iterable[tuple[float, str]] = [(scrub.distance, "finish"), *reversed(scrub.marks)]
    wanted = [(int(metres / scrub.distance * line), label) for metres, label in marks]
    if pointed is not None:
        wanted.insert(0, pointed)
    taken: list[tuple[int, int]] = []
    placed: list[Overlay] = []
    for middle, label in wanted:
        start = max(min(middle - len(label) // 2, width - len(label)), 0)
        if label == "bell" and taken:
            start = max(min(start, taken[-1][0] - 1 - len(label)), middle - len(label), 0)
        if all(start > end or start + len(label) < begin for begin, end in taken):
            taken.append((start, start + len(label)))
            placed.append((start, label, look.strong if (middle, label) == pointed else look.page))
    return over(fill((), width, look.page), sorted(placed, key=lambda overlay: overlay[0]))
