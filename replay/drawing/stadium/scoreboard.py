"""The scoreboard on the infield: the clock, the laps and metres to go, and who leads."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from replay.cells.canvas import Rect
from replay.cells.digits import PLAIN_SIZES, SIZES, big, width_of
from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Overlay, over, overlays_in, row_width
from replay.cells.text import cell_width, fit
from replay.drawing.panels.figures import behind, clock_digits, margin
from replay.drawing.scene import Scene
from replay.drawing.theme.look import Look
from replay.race.order import first_missing
from replay.race.race import Evidence, Race
from replay.race.times import format_clock, format_ran, format_time, format_time_left, format_to_go, gap_digits
from replay.race.track import Track
from replay.state.timeline import RaceState, RunnerState


class _Line(NamedTuple):
    """One line of the scoreboard: its runs, and how soon it goes when there is no room (0 stays longest)."""

    runs: tuple[Run, ...]
    rank: int
    low: tuple[Run, ...] = ()
    """The same with its digits half a row lower, of a line of digits."""


_EVENLY = "at an even pace "


class Score(NamedTuple):
    """What a scoreboard says besides the standings."""

    banner: str = ""
    """Something to announce, such as a record that has fallen; empty for nothing."""
    pace: Sequence[str] = ()
    """How the leader stands to the pace lights, in several lengths, the longest first."""
    tally: Sequence[str] = ()
    """For a large field how many are where, in several lengths, the longest first; the clock then runs on."""
    key: tuple[Run, ...] = ()
    """What the shades of such a field stand for."""
    even: bool = False
    """Whether of such a field results alone are known, so that all run evenly up to them."""
    chase: str = ""
    """How the leader stands to a record that is near: `WR −0.38`; empty for none."""
    inside: bool = False
    """Whether that is inside the record."""
    lit: bool = False
    """Whether the whole board flashes, and is bright now."""
    gaps: bool = True
    """Whether the seconds to the first are told on the way: not where a leaderboard beside it tells them."""
    alone: bool = True
    """Whether no leaderboard stands beside it, which tells that the order is not known."""
    drawn: Sequence[str] = ()
    """As long as it is not, by what the runners stand where they do, in several lengths; none where all are near."""


def scoreboard(scene: Scene, state: RaceState, room: Rect, score: Score) -> dict[int, tuple[Overlay, ...]]:
    """The scoreboard's texts by row of the stadium, centred in the room the painting left for them.

    Args:
        scene: The race with its colours.
        state: The race now.
        room: The calm rectangle inside the oval.
        score: What is said besides.
    """
    painter = _Painter(scene, state, room)
    lines = painter.large(score) if score.tally else painter.small(score) if room.height > 1 else painter.least()
    lines = _fitting([*lines, *_pace(score.pace, scene.look, room.width)], room)
    lines = _off_the_edge(lines, room)
    top = room.y + max((room.height - len(lines)) // 2, 0)
    written = {top + number: _centred(line.runs, room) for number, line in enumerate(lines)}
    return _lit(written, room, scene.look) if score.lit else written


def _lit(written: Mapping[int, tuple[Overlay, ...]], room: Rect, look: Look) -> dict[int, tuple[Overlay, ...]]:
    """The whole board as bright as it gets, with what is written on it in dark."""
    ink = Ink(fg=_DARK, bg=look.theme.board_accent, bold=True, reverse=not look.coloured)
    blank: Row = ((" " * room.width, ink),)
    rows: dict[int, tuple[Overlay, ...]] = {}
    for y in range(room.y, room.y + room.height):
        bright = [(x - room.x, text, ink if own.bg is None else own) for x, text, own in written.get(y, ())]
        rows[y] = tuple((room.x + x, text, own) for x, text, own in overlays_in(over(blank, bright)))
    return rows


_DARK = 0x0B0D12
"""Letters on a board that is lit."""


def _centred(runs: Iterable[Run], room: Rect) -> tuple[Overlay, ...]:
    runs = tuple(runs)
    widths = [cell_width(text) for text, _ in runs]
    x = room.x + max((room.width - sum(widths)) // 2, 0)
    end = room.x + room.width
    overlays: list[Overlay] = []
    for (text, ink), width in zip(runs, widths, strict=True):
        if text.strip() and x < end:
            overlays.append((x, text[: end - x], ink))
        x += width
    return tuple(overlays)


def _fitting(lines: list[_Line], room: Rect) -> list[_Line]:
    """As many lines as there are rows, the least needed left out first."""
    if len(lines) > room.height:
        lines = [line for line in lines if line.rank < _AIR]
    while len(lines) > room.height:
        worst = max(range(len(lines)), key=lambda at: lines[at].rank)
        del lines[worst]
    return lines


def _off_the_edge(lines: list[_Line], room: Rect) -> list[_Line]:
    """The lines of a full board on which no digit touches the edge: it would run into it when the board is bright.

    A clock on top has a blank line above it instead of one elsewhere, or if there is none it is half a row lower, with
    what is large right below it.
    """
    if not lines or len(lines) + 1 < room.height or not lines[0].low:
        return lines
    large = len(lines) > SIZES[-1] and lines[SIZES[-1]].rank == 0
    if large and (len(lines) < room.height or max(line.rank for line in lines) >= _SPARE):
        return [_Line((("", lines[0].runs[0][1]),), 0), *_fitting(lines, room._replace(height=room.height - 1))]
    low = list(takewhile(lambda line: line.low, lines))
    return [*(_Line(line.low, line.rank) for line in low), *lines[len(low) :]]


_SPARE = 6
"""The rank from which a line is blank, or says what stands elsewhere."""


class _Painter:
    """The lines of a scoreboard."""

    def __init__(self, scene: Scene, state: RaceState, room: Rect) -> None:
        self.race, self.cast, self.look, self.track = scene
        self.state = state
        self.room = room
        theme = self.look.theme
        self.text = Ink(fg=theme.board_text, bold=True)
        self.soft = Ink(fg=theme.board_muted)
        self.accent = Ink(fg=theme.board_accent, bold=True)

    def _blank(self, rank: int) -> _Line:
        return _Line((("", self.soft),), rank)

    def _fit(self, words: str, ink: Ink, rank: int) -> _Line:
        return _Line(((fit(words, min(cell_width(words), self.room.width)), ink),), rank)

    def small(self, score: Score) -> list[_Line]:
        """Title, clock, what is left and the first three."""
        race, state, room, accent = self.race, self.state, self.room, self.accent
        winner = state.standings[0] if state.standings and state.standings[0].status == "finished" else None
        clock, sure = _clock(race, self.track, state, winner)
        lines = [self._fit(race.title, self.soft, 8)] if room.height > 9 else []
        if room.height > 10:
            lines.append(self._blank(9))
        clock = ("" if sure else "~") + clock
        last, tall = self.is_last_lap and winner is None, room.height >= _TALL
        large = winner is None and (tall or (last and room.height >= _LARGE and not self.look.ascii))
        less = 4 + (1 if not large else 7 if tall else 4)
        high = self._digits(clock if winner is not None else clock + "0", room.height - less)
        if not high and winner is None and room.height >= _LEGIBLE:  # rather large without tenths than small with them
            whole = clock.rpartition(".")[0]
            high = self._digits(whole, room.height - less) if whole else 0
            clock = whole if high else clock
        beside = self._beside(clock) if last and not large and high == SIZES[-1] else []
        if beside:
            lines += [*beside, self._blank(7)] if score.chase else beside
        elif high:
            lines += self._clock(clock, high)
        else:
            lines.append(_Line(((clock, accent),), 0))
        airy = [self._blank(_AIR)] if high and room.height > high + _SAID else []
        lines += airy
        if score.chase:
            theme = self.look.theme
            good = Ink(fg=theme.board_good if score.inside else theme.board_bad, bold=True)
            lines.append(self._fit(score.chase, good, 2))
        elif room.height > 7:
            lines.append(self._blank(7))
        lines += airy
        if not beside:
            lines += self._left(last=last, rows=(5 if tall else 3) if large else 0, winner=winner)
        if score.banner:  # on a small board the first three are worth more than who set a lesser record
            lines.append(self._fit(score.banner, accent, 5))
        if room.height > 8:
            lines.append(self._blank(6))
        # At the gun all are level, and nobody is first.
        first = [runner for runner in state.standings[:3] if runner.place is not None and state.leader_distance > 0]
        lines += self._unknown(score)
        return [*lines, *_below([self._leader(runner, gap=score.gaps) for runner in first], self.soft)]

    def _unknown(self, score: Score) -> list[_Line]:
        """Where nobody knows the order, that it is so, if nothing else says it, and what the picture rests on."""
        if self.state.order_known or not self.state.leader_distance:
            return []
        lines = [self._fit("order not known", self.soft, 3)] if score.alone else []
        drawn = next((words for words in score.drawn if cell_width(words) <= self.room.width), "")
        return [*lines, self._fit(drawn, self.soft, 5)] if drawn else lines

    def _clock(self, clock: str, high: int) -> list[_Line]:
        """The clock in digits of so many rows."""
        accent, both = self.accent, [big(clock, self.look.ascii, high, low=low) for low in (False, True)]
        return [_Line(((row, accent),), 0, ((low, accent),)) for row, low in zip(*both, strict=True)]

    def _beside(self, clock: str) -> list[_Line]:
        """The clock and how far it is yet, both large and side by side; nothing where there is no room for that."""
        number, _, unit = self._to_go().partition(" ")
        apart, foot = (_APART, self.text), (f" {unit}", self.text)
        blank = (" " * len(foot[0]), self.text)
        ways = []
        for low in (False, True):
            rows = zip(big(clock, low=low), big(number, low=low), (blank, blank, foot), strict=True)
            ways.append([((row, self.accent), apart, (far, self.text), below) for row, far, below in rows])
        if row_width(ways[0][0]) > self.room.width:
            return []
        return [_Line(runs, 0, low) for runs, low in zip(*ways, strict=True)]

    def _left(self, *, last: bool, rows: int, winner: RunnerState | None) -> list[_Line]:
        """How far it is yet: in digits of so many rows, and then the lap, or all in one line."""
        if not rows:
            return [_Line(self._progress(winner), 1)]
        number, _, unit = self._to_go().partition(" ")
        ways = [big(number, self.look.ascii, rows, low=low) for low in (False, True)]
        feet = [(" " * (len(unit) + 1), self.text)] * (rows - 1) + [(f" {unit}", self.text)]
        lines = [
            _Line(((row, self.text), foot), 1, ((low, self.text), foot))
            for row, low, foot in zip(*ways, feet, strict=True)
        ]
        if not last and self.track.counted and self.race.duration is None:
            lines.append(self._fit(f"LAP {self.state.lap} of {len(self.track.laps)}", self.text, 4))
        return lines

    def least(self) -> list[_Line]:
        """The clock and how far it is yet, side by side."""
        race, state = self.race, self.state
        winner = state.standings[0] if state.standings and state.standings[0].status == "finished" else None
        clock, sure = _clock(race, self.track, state, winner)
        clock = ("" if sure else "~") + clock
        left = "FINISH" if winner is not None else self._to_go()
        words = self._shorter(left, self.room.width - cell_width(clock) - 2)
        return [_Line(((clock, self.accent), (f"  {words}" if words else "", self.text)), 0)]

    def _shorter(self, togo: str, room: int) -> str:
        """`609 m to go` in so many cells, or `609 m left`, or `−609 m`: bare it would be how far they have run."""
        bare, minus = togo.removesuffix(" to go"), self.look.glyph("−", "-")
        ways = (togo, f"{bare} left", f"{minus}{bare}") if bare != togo else (togo,)
        return next((words for words in ways if cell_width(words) <= room), "")

    @property
    def is_last_lap(self) -> bool:
        """Whether the first is in the last lap."""
        counted = self.track.counted and self.race.duration is None
        return counted and self.state.laps_to_go == 1 and self.state.lap > 1

    def _digits(self, clock: str, rows: int) -> int:
        """Rows of the largest digits that a clock may have on this board; 0 where there is no room for any."""
        known = PLAIN_SIZES if self.look.ascii else SIZES
        sizes = (size for size in known if size <= rows or (size == known[-1] and self.room.height > size))
        return next((size for size in sizes if width_of(clock, size, self.look.ascii) <= self.room.width), 0)

    def large(self, score: Score) -> list[_Line]:
        """The scoreboard of a large field: hours after the winner most are on the course, so the clock runs on."""
        room, state = self.room, self.state
        clock = format_clock(state.time, 0)
        high = self._digits(clock, room.height - 7) if room.height >= 7 + self.look.ascii else 0
        lines = self._clock(clock, high) if high else [_Line(((clock, self.accent),), 0)]
        if room.height > 7:
            lines.append(self._blank(7))
        first = next((runner for runner in state.standings[:1] if runner.place is not None), None)
        if score.banner:
            lines.append(self._fit(score.banner, self.accent, 4))
        if first is not None and state.leader_distance > 0:
            lines.append(_Line(self._first(first, even=score.even), 2))
        fits = next((words for words in score.tally if cell_width(words) <= room.width), "")
        lines.append(_Line(((fits, self.text),), 1))
        if score.key:
            lines += [self._blank(6), _Line(score.key, 3)]
        return lines

    def _first(self, first: RunnerState, *, even: bool) -> tuple[Run, ...]:
        """The leader and how far it is yet, or the winner and the time."""
        name, width, text, soft = self.cast.names[first.entry], self.room.width, self.text, self.soft
        if first.status == "finished":
            told = self._result(first)
            return (("1 ", soft), (fit(name, min(cell_width(name), width - len(told) - 4)), text), (f"  {told}", soft))
        far = self._to_go()
        if even:  # nothing says that he did
            room = width - len(far) - len(" leads, ") - 1
            before = _EVENLY if len(_EVENLY) + cell_width(name) <= room else "~"
            name = fit(name, min(cell_width(name), max(room - len(before), 4)))
            return ((before, soft), (name, text), (f" leads, {far}", soft))
        return ((fit(name, min(cell_width(name), max(width - len(far) - 9, 4))), text), (f" leads, {far}", soft))

    def _result(self, winner: RunnerState) -> str:
        if self.race.duration is not None:
            return format_ran(winner.distance or 0.0, self.race.distance)
        result = self.race.entries[winner.entry].result
        return format_time(result.seconds, len(result.text.partition(".")[2])) if result is not None else ""

    def _to_go(self) -> str:
        if self.race.duration is not None:
            return format_time_left(self.race.duration - self.state.time)
        return format_to_go(self.state.leader_distance, self.race.distance, unit=self.race.course.unit)

    def _progress(self, winner: RunnerState | None) -> tuple[Run, ...]:
        state, text, soft = self.state, self.text, self.soft
        if winner is not None:
            return (("FINISH", text), (self._still_out(), soft))
        togo = self._to_go()
        if not self.track.counted or self.race.duration is not None:
            return ((togo, text),)
        if self.is_last_lap:  # the title says so
            return ((togo, text),)
        laps = len(self.track.laps)
        if self.room.width < _WIDE:
            lap = f"LAP {state.lap}/{laps}"
            return ((lap, text), (f" {self._shorter(togo, self.room.width - len(lap) - 1)}", soft))
        lap = f"LAP {state.lap}"
        rests = (f" of {laps}{' ' * blanks}{togo}" for blanks in (3, 2, 1))
        rest = next((rest for rest in rests if len(lap + rest) <= self.room.width), f" of {laps}")
        return ((lap, text), (rest, soft))

    def _still_out(self) -> str:
        """How many are still to come in, of whom it is known where they are; nothing once all are home.

        Nor where others ran than those who are listed: nobody knows how many.
        """
        if first_missing(self.race) < math.inf:
            return ""
        entries, there = self.race.entries, (one for one in self.state.standings if one.distance is not None)
        running = sum(runner.status == "running" and entries[runner.entry].competes for runner in there)
        return f"  {running:,} {'still ' if self.room.width >= 26 else ''}to come" if running else ""

    def _leader(self, runner: RunnerState, *, gap: bool) -> tuple[Run, ...]:
        first = runner.place == 1
        tag = self.cast.tags[runner.entry], self.cast.chips[runner.entry]
        letters = self.cast.chip(runner.entry) if self.room.width >= _WIDE else [tag]
        lead = f"{runner.place} " if self.room.height > 7 else ""
        told = margin(self.race, runner)  # the leaderboard has his time now, and nothing of this
        if gap and not first and runner.gap is not None and runner.status != "finished":
            told = behind(runner.gap, gap_digits(self.race.distance), runner.evidence.mark)
        return (
            (lead, self.soft),
            *letters,
            (" " + self.cast.names[runner.entry], self.text if first else self.soft),
            (f" {told}" if told else "", self.soft),
        )


_AIR = 10
"""The rank of a blank line that goes before all else: between digits and words, which touch without it."""
_SAID = 12
"""Rows besides the clock of a board that may have room for such lines."""
_APART = " " * 5
"""Between the clock and how far it is yet."""
_LEGIBLE = 6
"""Rows of a board whose clock is read from afar."""
_TALL = 20
"""Rows of a board on which all metres to go are large, in digits of five rows."""
_LARGE = 10
"""Rows of a board on which the last lap's metres to go are large."""
_WIDE = 26
"""Cells of a scoreboard that has room for three letters before each name."""


def _below(leaders: Sequence[tuple[Run, ...]], soft: Ink) -> list[_Line]:
    """The first of the race, one below the other."""
    wide = max((row_width(runs) for runs in leaders), default=0)
    return [_Line((*runs, (" " * (wide - row_width(runs)), soft)), 2 + number) for number, runs in enumerate(leaders)]


def _pace(told: Sequence[str], look: Look, width: int) -> list[_Line]:
    """How the leader stands to the pace lights, as fully as there is room for."""
    fits = next((text for text in told if cell_width(text) <= width - 2), None)
    return [_Line(((fits, Ink(fg=look.theme.board_lights)),), 3)] if fits else []


def _clock(race: Race, track: Track, state: RaceState, winner: RunnerState | None) -> tuple[str, bool]:
    """The running clock, or the winner's time with the digits it was given, and whether it is known."""
    if winner is None or winner.result is None:
        return format_clock(state.time, clock_digits(track)), True
    result = race.entries[winner.entry].result
    if result is None:
        return format_time(winner.result), False
    return result.text or format_time(winner.result), result.evidence is not Evidence.ESTIMATED
