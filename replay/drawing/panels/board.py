"""The leaderboard: place, change, runner, gap and last lap, as many columns as there is room for."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import fill
from replay.cells.text import fit
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.race import Evidence, Race, Role
from replay.race.times import format_gap, format_time
from replay.state.timeline import RaceState, RunnerState

ENDINGS = {"dnf": "did not finish", "dq": "disqualified", "unknown": "time not known", "dns": "did not start"}
"""What the board says of a status that has no time."""

SHORT_ENDINGS = {"dnf": "DNF", "dq": "DQ", "unknown": "?", "dns": "DNS"}


class BoardView(NamedTuple):
    """What of the board is the viewer's own choice."""

    chosen: int | None = None
    """The entry under the cursor."""
    pinned: int | None = None
    """The entry gaps are shown to, instead of the leader."""
    gap_in_metres: bool = False


class _Columns(NamedTuple):
    """Widths of the columns in cells; 0 leaves one out."""

    place: int
    change: int
    nation: int
    gap: int
    split: int
    lap: int
    name: int


def board_rows(
    race: Race,
    state: RaceState,
    earlier: Mapping[int, int],
    cast: Cast,
    look: Look,
    view: BoardView,
    width: int,
    height: int,
    kept: dict[tuple[object, ...], Row] | None = None,
) -> list[Row]:
    """The leaderboard in exactly `height` rows of `width` cells.

    Args:
        race: The race.
        state: The race now.
        earlier: The place each entry held a little earlier, from which the change is shown.
        cast: Names, letters and colours.
        look: Inks.
        view: The chosen and the pinned runner.
        width: Cells.
        height: Rows, the heading among them.
        kept: Rows that were made before, of this race, cast and look: most are the same for many frames.
    """
    columns = _columns(width, len(race.entries))
    room = height - 1
    shown, left_out = _window(state.standings, room, view)
    made = {} if kept is None else kept
    if len(made) > _KEPT:
        made.clear()
    runners: list[Row] = []
    for runner in shown:
        key = _shows(race, state, runner, earlier, view, width)
        row = made.get(key)
        if row is None:
            row = made[key] = _runner(race, state, runner, earlier, columns, cast, look, view, width)
        runners.append(row)
    rows = [_heading(columns, look, view, width), *runners]
    left_out = max(left_out, len(race.entries) - len(shown))  # of a large field only the first are given
    if left_out and room > 0:
        more = f" {look.glyph('…', '...')} {left_out:,} more"
        rows[-1:] = [rows[-1], fill([(more, look.muted)], width, look.panel)]
    blank = fill((), width, look.panel)
    return [*rows, *[blank] * max(height - len(rows), 0)][:height]


_KEPT = 5000
"""Rows that are kept: half an hour of a race, or a minute of a large one."""


def _shows(
    race: Race, state: RaceState, runner: RunnerState, earlier: Mapping[int, int], view: BoardView, width: int
) -> tuple[object, ...]:
    """All that a runner's row follows from."""
    return (
        width,
        runner.entry,
        runner.place,
        runner.status,
        earlier.get(runner.entry),
        _gap_text(race, state, runner, view),
        runner.split and runner.split.distance,
        runner.lap_time and runner.lap_time.number,
        state.leader_distance > 0,
        runner.entry == view.chosen,
        runner.entry == view.pinned,
    )


def runner_at(state: RaceState, height: int, view: BoardView, y: int) -> int | None:
    """The entry shown in row `y` of a board of `height` rows; None for the heading and where nobody is."""
    shown, _ = _window(state.standings, height - 1, view)
    return shown[y - 1].entry if 1 <= y <= len(shown) else None


def _window(standings: Sequence[RunnerState], room: int, view: BoardView) -> tuple[list[RunnerState], int]:
    """Those shown: the first, and the chosen and pinned runner wherever they are."""
    if len(standings) <= room:
        return list(standings), 0
    room = max(room - 1, 1)
    shown = list(standings[:room])
    for wanted in (view.chosen, view.pinned):
        if wanted is not None and all(runner.entry != wanted for runner in shown):
            found = next((runner for runner in standings if runner.entry == wanted), None)
            if found is not None:
                shown[-1] = found
    return shown, len(standings) - len(shown)


def _columns(width: int, runners: int) -> _Columns:
    place = 3 if runners < 100 else len(str(runners)) + 1
    change = (4 if runners > 10 else 3) if width >= 38 else 0
    nation = 4 if width >= 34 else 0
    split = 14 if width >= 56 else 0
    lap = 8 if width >= 40 else 0
    gap = 9 if runners < 1000 else 10
    return _Columns(
        place, change, nation, gap, split, lap, max(width - place - change - nation - gap - split - lap - 4, 4)
    )


def _heading(columns: _Columns, look: Look, view: BoardView, width: int) -> Row:
    gap = "metres" if view.gap_in_metres else "gap"
    text = fit("", columns.place + columns.change + 3) + fit("runner", columns.name) + fit("", columns.nation)
    text += fit(gap, columns.gap - 1, right=True) + " "
    text += fit("split", columns.split, right=True) + fit("lap", columns.lap, right=True)
    return fill([(text, Ink(fg=look.theme.muted, bg=look.theme.panel_raised))], width, Ink(bg=look.theme.panel_raised))


def _runner(
    race: Race,
    state: RaceState,
    runner: RunnerState,
    earlier: Mapping[int, int],
    columns: _Columns,
    cast: Cast,
    look: Look,
    view: BoardView,
    width: int,
) -> Row:
    entry = race.entries[runner.entry]
    raised = runner.entry == view.chosen
    base = look.theme.panel_raised if raised else look.theme.panel
    out_of_it = runner.status in ENDINGS
    body = Ink(
        fg=look.theme.muted if out_of_it else look.theme.text,
        bg=base,
        bold=(runner.place == 1 and state.leader_distance > 0) or raised,
    )
    soft = Ink(fg=look.theme.muted, bg=base)
    place = "" if runner.place is None or not state.leader_distance else str(runner.place)
    runs: list[Run] = [(fit(place, columns.place - 1, right=True) + " ", _place_ink(runner, look, base))]
    if columns.change:
        runs.append(_change(runner, earlier, columns.change, look, base))
    runs.append((cast.tags[runner.entry], cast.chips[runner.entry]))
    name = cast.names[runner.entry]
    pin = look.glyph("◆", "*") if runner.entry == view.pinned else " "
    runs.append((pin, Ink(fg=look.theme.accent, bg=base)))
    note = {Role.PACEMAKER: "pace", Role.GUEST: "guest"}.get(entry.role) if entry.role else None
    if note and len(name) + len(note) + 2 <= columns.name:
        runs += [(name + " ", body), (fit(note, columns.name - len(name)), soft)]
    else:
        runs.append((fit(name, columns.name) + " ", body))
    if columns.nation:
        runs.append((fit(entry.nation, columns.nation), soft))
    runs += _figures(race, state, runner, columns, look, view, base)
    return fill(runs, width, Ink(bg=base))


def _place_ink(runner: RunnerState, look: Look, base: int) -> Ink:
    theme = look.theme
    medal = (
        {1: theme.gold, 2: theme.silver, 3: theme.bronze}.get(runner.place or 0)
        if runner.status == "finished"
        else None
    )
    return Ink(fg=medal or theme.muted, bg=base, bold=medal is not None)


def _change(runner: RunnerState, earlier: Mapping[int, int], width: int, look: Look, base: int) -> Run:
    before = earlier.get(runner.entry)
    if before is None or runner.place is None or runner.status != "running" or before == runner.place:
        return " " * width, Ink(bg=base)
    up = before > runner.place
    arrow = look.glyph("▲", "^") if up else look.glyph("▼", "v")
    places = str(abs(before - runner.place))
    # The letter follows: without a space before it the number would run into it.
    text = arrow + places if len(places) < width - 1 else arrow
    return fit(text, width), Ink(fg=look.theme.good if up else look.theme.bad, bg=base)


def _figures(
    race: Race, state: RaceState, runner: RunnerState, columns: _Columns, look: Look, view: BoardView, base: int
) -> list[Run]:
    room = columns.gap + columns.split + columns.lap
    if runner.status in ENDINGS and not (runner.status == "unknown" and runner.gap is not None):
        words = ENDINGS[runner.status]
        text = words if len(words) < room else SHORT_ENDINGS[runner.status]
        return [
            (fit(text, columns.gap if room == columns.gap else room, right=True), Ink(fg=look.theme.muted, bg=base))
        ]
    sure = Ink(fg=look.theme.text, bg=base)
    guess = Ink(fg=look.theme.estimated, bg=base)
    gap, estimated = _gap_text(race, state, runner, view)
    runs: list[Run] = [(fit(gap, columns.gap - 1, right=True) + " ", guess if estimated else sure)]
    if columns.split:
        split = runner.split
        unsure = split is not None and split.time.evidence is Evidence.ESTIMATED
        text = "" if split is None or runner.result is not None else _timed(split.time.seconds, split.time.text, unsure)
        if text and split is not None:
            text = f"{split.distance:.0f} {text}"
        runs.append((fit(text, columns.split, right=True), guess if unsure else sure))
    if columns.lap:
        lap = runner.lap_time
        unsure = lap is not None and lap.evidence is Evidence.ESTIMATED
        text = "" if lap is None else _timed(lap.seconds, "", unsure, 1)
        runs.append((fit(text, columns.lap, right=True), guess if unsure else Ink(fg=look.theme.muted, bg=base)))
    return runs


def _timed(seconds: float, text: str, unsure: bool, decimals: int = 1) -> str:
    return ("~" if unsure else "") + (text or format_time(seconds, decimals))


def gap_digits(distance: float) -> int:
    """Digits of a gap: hundredths in sprints, where tenths part nobody."""
    return 2 if distance <= 400 else 1


def _gap_text(race: Race, state: RaceState, runner: RunnerState, view: BoardView) -> tuple[str, bool]:
    """A finisher's result, a runner's gap, and whether it is estimated."""
    estimated = runner.evidence is Evidence.ESTIMATED
    mark = "~" if estimated else ""
    if runner.result is not None:
        split = runner.split
        given = split.time.text if split is not None else ""
        unsure = split is not None and split.time.evidence is Evidence.ESTIMATED
        return _timed(runner.result, given, unsure, 2), unsure
    pinned = next((other for other in state.standings if other.entry == view.pinned and other.gap is not None), None)
    if pinned is runner:
        return "pinned", False
    if pinned is not None:
        return _gap_to(runner, pinned, view, mark), estimated
    if not state.leader_distance:
        return "", False
    if runner.place == 1:
        ahead = any(
            other.place is None and (other.distance or 0.0) > state.leader_distance for other in state.standings
        )
        return "" if ahead else f"{mark}leader", estimated
    if view.gap_in_metres and runner.gap_metres is not None:
        return f"{mark}{runner.gap_metres:.1f} m", estimated
    if runner.gap is None:
        return "", False
    digits = gap_digits(race.distance) if runner.gap < 3600 else 0
    return mark + format_gap(runner.gap, digits), estimated


def _gap_to(runner: RunnerState, pinned: RunnerState, view: BoardView, mark: str) -> str:
    """The gap to the pinned runner: positive behind, negative ahead."""
    if view.gap_in_metres:
        if runner.distance is None or pinned.distance is None:
            return ""
        return f"{mark}{pinned.distance - runner.distance:+.1f} m"
    if runner.gap is None or pinned.gap is None:
        return ""
    return f"{mark}{runner.gap - pinned.gap:+.1f}"
