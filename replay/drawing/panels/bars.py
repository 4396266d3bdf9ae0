"""The one-line bars: the title above and the keys below."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import fill, row_width, spread
from replay.cells.text import cell_width, fit
from replay.drawing.theme.look import Look
from replay.drawing.view import Hint
from replay.race.times import MONTHS, format_rate

if TYPE_CHECKING:
    from replay.race.race import Race


def day(race: "Race") -> str:
    """The race's date as people write it: `25 May 2024`; empty where it is not known."""
    return f"{race.date.day} {MONTHS[race.date.month - 1]} {race.date.year}" if race.date else ""


def title_row(race: "Race", right: str, look: Look, width: int, hot: str = "") -> Row:
    """The race's name, meeting, city and date, with a word on the right; `hot` is what everybody is to see."""
    ground = look.theme.panel_raised
    base = Ink(fg=look.theme.muted, bg=ground)
    tail = [(f" {right} ", Ink(fg=look.theme.accent, bg=ground, bold=True))] if right else []
    if hot:
        bright = Ink(fg=look.theme.background, bg=look.theme.bad, bold=True, reverse=not look.coloured)
        tail = [(f" {hot} ", bright), *tail]
    left = width - row_width(tail) - bool(tail)
    title = f" {fit(race.title, max(min(cell_width(race.title), left - 1), 0))}"
    room = left - cell_width(title) - 1
    runs: list[Run] = [(f"{title} ", Ink(fg=look.theme.text, bg=ground, bold=True))]
    for part in (race.meeting, race.venue.city, day(race)):
        text = f" {look.glyph('·', '-')} {part}"
        if part and cell_width(text) <= room:
            runs.append((text, base))
            room -= cell_width(text)
    return spread(runs, tail, width, base)


def transport_text(playing: bool, rate: float, ended: bool, look: Look) -> str:
    """Whether the replay runs, and how fast: `▶ 4x`."""
    if ended:
        return look.glyph("■", "#") + " end"
    if not playing:
        return look.glyph("‖", "||") + f" {format_rate(rate)}"
    return look.glyph("▶", ">") + f" {format_rate(rate)}"


_SPELT = {"←": "left", "→": "right", "↑": "up", "↓": "down"}
"""Keys whose signs are not ASCII."""


def spelt(key: str, look: Look) -> str:
    """A key's sign, or its name where only ASCII may be used."""
    if not look.ascii:
        return key
    for sign, name in _SPELT.items():
        key = key.replace(sign, name)
    return key


Spots = tuple[tuple[int, int, str], ...]
"""Where on a row something can be clicked: first cell, end, action."""


def pressed(spots: Spots, x: int) -> str:
    """The action that a click on cell `x` means; empty for none."""
    return next((action for start, end, action in spots if start <= x < end), "")


def footer_row(hints: Sequence[Hint], look: Look, width: int, lead: str = "") -> tuple[Row, Spots]:
    """The keys that fit, and where on the row the action of each can be clicked."""
    ground = look.theme.background
    key_ink = Ink(fg=look.theme.accent, bg=ground, bold=True)
    text_ink = Ink(fg=look.theme.muted, bg=ground)
    runs: list[Run] = [(f" {lead} ", Ink(fg=look.theme.text, bg=ground, bold=True))] if lead else []
    hints = [hint._replace(shown=spelt(hint.shown, look)) for hint in hints]
    used = row_width(runs) + 1
    kept: list[Hint] = []
    for hint in sorted(hints, key=lambda hint: hint.rank):
        size = cell_width(hint.shown) + cell_width(hint.label) + 3
        if used + size <= width:
            used += size
            kept.append(hint)
    spots: list[tuple[int, int, str]] = []
    at = row_width(runs) + 1
    runs.append((" ", text_ink))
    for hint in hints:
        if hint in kept:
            piece: list[Run] = [(hint.shown, key_ink), (f" {hint.label}  ", text_ink)]
            spots.append((at, at + row_width(piece) - 2, hint.action))
            runs += piece
            at += row_width(piece)
    return fill(runs, width, text_ink), tuple(spots)
