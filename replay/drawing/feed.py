"""The commentary: what has been said so far, newest at the bottom."""

from collections.abc import Sequence

from replay.commentary import Call, CallKind
from replay.drawing.ink import Ink, Row
from replay.drawing.look import Look
from replay.drawing.rows import fill
from replay.textcells import fit, wrap
from replay.times import format_clock

_CLOCK_WIDTH = 8

_GLYPHS = {
    CallKind.GUN: ("●", "*"),
    CallKind.LEAD: ("▲", "^"),
    CallKind.MOVE: ("↑", "^"),
    CallKind.PASS: ("↑", "^"),
    CallKind.BELL: ("◆", "!"),
    CallKind.KICK: ("»", ">"),
    CallKind.BREAK: ("»", ">"),
    CallKind.FINISH: ("■", "#"),
    CallKind.RECORD: ("★", "*"),
    CallKind.STOP: ("×", "x"),
    CallKind.DQ: ("×", "x"),
}


def feed_rows(said: Sequence[Call], look: Look, width: int, height: int) -> list[Row]:
    """The last of what was said, in exactly `height` rows of `width` cells."""
    rows: list[Row] = []
    blank = fill((), width, look.panel)
    for age, call in enumerate(reversed(said)):
        if len(rows) >= height:
            break
        rows = [*_call(call, look, width, newest=age == 0), *rows]
    rows = rows[-height:] if height else []
    return [*[blank] * (height - len(rows)), *rows]


def _call(call: Call, look: Look, width: int, newest: bool) -> list[Row]:
    quote = call.kind is CallKind.QUOTE
    theme = look.theme
    lines = wrap(_words(call), max(width - _CLOCK_WIDTH - 4, 8))
    if quote:
        ink = Ink(fg=theme.accent if newest else theme.muted, bg=theme.panel, italic=True)
    else:
        ink = Ink(fg=theme.text if newest else theme.muted, bg=theme.panel, bold=newest)
    glyph = look.glyph(*_GLYPHS.get(call.kind, ("·", "-")))
    if quote:
        glyph = look.glyph("❝", '"')
    clock = f"{'~' if call.estimated else ''}{format_clock(call.time)}"
    lead = Ink(fg=theme.accent if newest else theme.muted, bg=theme.panel)
    rows = []
    for number, line in enumerate(lines):
        when = fit(clock if number == 0 else "", _CLOCK_WIDTH, right=True)
        mark = glyph if number == 0 else " "
        rows.append(fill([(when + " ", look.muted), (mark + " ", lead), (line, ink)], width, look.panel))
    return rows


def _words(call: Call) -> str:
    if call.kind is not CallKind.QUOTE:
        return call.text
    told = f", {call.source}" if call.source else ""
    return f"“{call.text.strip('“”')}” {call.by}{told}"
