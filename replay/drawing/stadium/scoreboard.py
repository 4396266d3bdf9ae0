"""The scoreboard on the infield: the clock, the laps and metres to go, and who leads."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from replay.cells.canvas import Rect
from replay.cells.digits import big
from replay.cells.ink import Ink, Run
from replay.cells.rows import Overlay, row_width
from replay.cells.text import cell_width, fit
from replay.drawing.panels.board import gap_digits
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.race import Evidence, Race, Surface
from replay.race.times import format_clock, format_gap, format_time
from replay.state.timeline import RaceState, RunnerState


class _Line(NamedTuple):
    """One line of the scoreboard: its runs, and how soon it goes when there is no room (0 stays longest)."""

    runs: tuple[Run, ...]
    rank: int


def scoreboard(
    race: Race,
    state: RaceState,
    cast: Cast,
    look: Look,
    room: Rect,
    banner: str = "",
    pace: Sequence[str] = (),
    margins: Mapping[int, str] | None = None,
    tally: Sequence[str] = (),
    key: tuple[Run, ...] = (),
) -> dict[int, tuple[Overlay, ...]]:
    """The scoreboard's texts by row of the stadium, centred in the room the painting left for them.

    Args:
        race: The race.
        state: The race now.
        cast: Names, letters and colours.
        look: Inks.
        room: The calm rectangle inside the oval.
        banner: Something to announce, such as a record that has fallen; empty for nothing.
        pace: How the leader stands to the pace lights, in several lengths, the longest first.
        margins: By how much those who are home were beaten, by entry, besides their seconds.
        tally: For a large field how many are where, in several lengths, the longest first; the clock then runs on.
        key: What the shades of such a field stand for.
    """
    if tally:
        lines = _field_lines(race, state, cast, look, room, banner, tally, key) + _pace(pace, look, room.width)
        lines = _fitting(lines, room)
        top = room.y + max((room.height - len(lines)) // 2, 0)
        return {top + number: _centred(line.runs, room) for number, line in enumerate(lines)}
    lines = _lines(race, state, cast, look, room, banner, margins or {}) + _pace(pace, look, room.width)
    lines = _fitting(lines, room)
    top = room.y + max((room.height - len(lines)) // 2, 0)
    return {top + number: _centred(line.runs, room) for number, line in enumerate(lines)}


def _centred(runs: Iterable[Run], room: Rect) -> tuple[Overlay, ...]:
    runs = tuple(runs)
    x = room.x + max((room.width - row_width(runs)) // 2, 0)
    end = room.x + room.width
    overlays: list[Overlay] = []
    for text, ink in runs:
        if text.strip() and x < end:
            overlays.append((x, text[: end - x], ink))
        x += cell_width(text)
    return tuple(overlays)


def _fitting(lines: list[_Line], room: Rect) -> list[_Line]:
    """As many lines as there are rows, the least needed left out first."""
    while len(lines) > room.height:
        worst = max(range(len(lines)), key=lambda at: lines[at].rank)
        del lines[worst]
    return lines


def _lines(
    race: Race, state: RaceState, cast: Cast, look: Look, room: Rect, banner: str, margins: Mapping[int, str]
) -> list[_Line]:
    theme = look.theme
    text = Ink(fg=theme.board_text, bold=True)
    soft = Ink(fg=theme.board_muted)
    accent = Ink(fg=theme.board_accent, bold=True)
    winner = state.standings[0] if state.standings and state.standings[0].status == "finished" else None
    clock, sure = _clock(race, state, winner)
    lines = [_Line(((fit(race.title, min(cell_width(race.title), room.width)), soft),), 8)] if room.height > 9 else []
    if room.height > 10:
        lines.append(_Line((("", soft),), 9))
    digits = big(("" if sure else "~") + clock, look.ascii)
    if len(digits[0]) <= room.width and room.height >= 4:
        lines += [_Line(((row, accent),), 0) for row in digits]
    else:
        lines.append(_Line(((("" if sure else "~") + clock, accent),), 0))
    if room.height > 7:
        lines.append(_Line((("", soft),), 7))
    # On a small board a record that has fallen is worth more than how many are home.
    lines.append(_Line(_progress(race, state, winner, text, soft, accent, look, room.width), 2 if banner else 1))
    if banner:
        lines.append(_Line(((fit(banner, min(cell_width(banner), room.width)), accent),), 1))
    if room.height > 8:
        lines.append(_Line((("", soft),), 6))
    first = [runner for runner in state.standings[:3] if runner.place is not None]
    leaders = [_leader(runner, cast, text, soft, room.height > 7, gap_digits(race.distance)) for runner in first]
    lines += _columns(leaders, [margins.get(runner.entry, "") for runner in first], soft, room.width)
    return lines


def _field_lines(
    race: Race,
    state: RaceState,
    cast: Cast,
    look: Look,
    room: Rect,
    banner: str,
    tally: Sequence[str],
    key: tuple[Run, ...],
) -> list[_Line]:
    """The scoreboard of a large field: hours after the winner most are on the course, so the clock runs on."""
    theme = look.theme
    text, soft = Ink(fg=theme.board_text, bold=True), Ink(fg=theme.board_muted)
    accent = Ink(fg=theme.board_accent, bold=True)
    clock = format_clock(state.time, 0)
    digits = big(clock, look.ascii)
    large = len(digits[0]) <= room.width and room.height >= 7
    lines = [_Line(((row, accent),), 0) for row in (digits if large else (clock,))]
    if room.height > 7:
        lines.append(_Line((("", soft),), 7))
    first = next((runner for runner in state.standings[:1] if runner.place is not None), None)
    if banner:
        lines.append(_Line(((fit(banner, min(cell_width(banner), room.width)), accent),), 4))
    if first is not None and state.leader_distance > 0:
        lines.append(_Line(_first(race, first, cast, text, soft, state, room.width), 2))
    fits = next((words for words in tally if cell_width(words) <= room.width), "")
    lines.append(_Line(((fits, text),), 1))
    if key:
        lines += [_Line((("", soft),), 6), _Line(key, 3)]
    return lines


def _first(
    race: Race, first: RunnerState, cast: Cast, text: Ink, soft: Ink, state: RaceState, width: int
) -> tuple[Run, ...]:
    """The leader and how far it is yet, or the winner and the time."""
    name = cast.names[first.entry]
    if first.status == "finished":
        result = race.entries[first.entry].result
        told = format_time(result.seconds, len(result.text.partition(".")[2])) if result is not None else ""
        return (("1 ", soft), (fit(name, min(cell_width(name), width - len(told) - 4)), text), (f"  {told}", soft))
    to_go = max(race.distance - state.leader_distance, 0.0)
    far = f"{to_go / 1000:.1f} km to go" if race.distance > 10_000 else f"{to_go:.0f} m to go"
    return ((fit(name, min(cell_width(name), max(width - len(far) - 9, 4))), text), (f" leads, {far}", soft))


def _columns(leaders: Sequence[tuple[Run, ...]], margins: Sequence[str], soft: Ink, width: int) -> list[_Line]:
    """The first of the race, one below the other, and the margins on their right if there is room for them all."""
    wide = max((row_width(runs) for runs in leaders), default=0)
    far = max(map(len, margins), default=0)
    if wide + 2 + far > width:
        margins, far = [""] * len(leaders), 0
    return [
        _Line((*runs, (" " * (wide - row_width(runs)), soft), (f"  {margin:>{far}}" if far else "", soft)), 2 + number)
        for number, (runs, margin) in enumerate(zip(leaders, margins, strict=True))
    ]


def _pace(told: Sequence[str], look: Look, width: int) -> list[_Line]:
    """How the leader stands to the pace lights, as fully as there is room for."""
    fits = next((text for text in told if cell_width(text) <= width - 2), None)
    return [_Line(((fits, Ink(fg=look.theme.board_lights)),), 3)] if fits else []


def _clock(race: Race, state: RaceState, winner: RunnerState | None) -> tuple[str, bool]:
    """The running clock, or the winner's time with the digits it was given, and whether it is known."""
    if winner is None or winner.result is None:
        return format_clock(state.time), True
    result = race.entries[winner.entry].result
    if result is None:
        return format_time(winner.result), False
    return result.text or format_time(winner.result), result.evidence is not Evidence.ESTIMATED


def _progress(
    race: Race, state: RaceState, winner: RunnerState | None, text: Ink, soft: Ink, accent: Ink, look: Look, width: int
) -> tuple[Run, ...]:
    if winner is not None:
        home = sum(runner.status == "finished" for runner in state.standings)
        # With a gap in the places there are others home whose time nobody has.
        places = [runner.place for runner in state.standings if runner.status == "finished" and runner.place]
        whole = max(places, default=0) <= home
        return (("FINISH ", text), (f" {home} {'home' if whole else 'timed'}", soft))
    to_go = max(race.distance - state.leader_distance, 0.0)
    togo = f"{to_go / 1000:.1f} km to go" if race.distance > 10_000 else f"{to_go:.0f} m to go"
    if race.distance > 10_000 or state.lap + state.laps_to_go <= 2 or race.course.surface is Surface.ROAD:
        return ((togo, text),)
    if state.laps_to_go == 1 and state.lap > 1:
        return ((f"{look.glyph('◆', '!')} LAST LAP ", accent), (f" {togo}", soft))
    laps = state.lap + state.laps_to_go - 1
    if width < 26:
        return ((f"LAP {state.lap}/{laps}", text), (f" {to_go:.0f} m", soft))
    return ((f"LAP {state.lap}", text), (f" of {laps}   {togo}", soft))


def _leader(runner: RunnerState, cast: Cast, text: Ink, soft: Ink, with_place: bool, digits: int) -> tuple[Run, ...]:
    first = runner.place == 1
    lead = f"{runner.place} " if with_place else ""
    exact = 2 if runner.status == "finished" else digits
    mark = "~" if runner.evidence is Evidence.ESTIMATED else ""
    gap = "" if first or runner.gap is None else f" {mark}{format_gap(runner.gap, exact)}"
    return (
        (lead, soft),
        (cast.tags[runner.entry], cast.chips[runner.entry]),
        (" " + cast.names[runner.entry], text if first else soft),
        (gap, soft),
    )
