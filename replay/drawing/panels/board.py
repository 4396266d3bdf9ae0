"""The leaderboard: place, change, runner, gap and last lap, as many columns as there is room for."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import fill
from replay.cells.text import cell_width, fit
from replay.drawing.panels.board_columns import Columns, columns_of, narrowed, widened
from replay.drawing.panels.board_foot import Card, Part, foot_of
from replay.drawing.panels.board_lines import Line, changes_of, latest_of, line_of
from replay.drawing.panels.figures import Room
from replay.drawing.scene import Scene
from replay.drawing.theme.lineup import without_year
from replay.drawing.theme.look import Look
from replay.drawing.view import View
from replay.race.bests import best_told
from replay.race.race import Entry, Race, Status
from replay.race.shortnames import family_name, role_note
from replay.race.teams import is_relay
from replay.state.timeline import RaceState, RunnerState


class Board(NamedTuple):
    """All that the board shows."""

    lines: tuple[Line, ...]
    left_out: int
    """How many there was no room for."""
    runners: int
    """In the race."""
    metres: bool
    """Whether gaps are in metres."""
    ordered: bool = True
    """Whether anything is known of the order."""
    part: Part | None = None
    card: Card | None = None
    held: bool = False
    """Whether keys go through it."""
    room: Room = Room()
    begins: bool = False
    """Whether nobody is first yet: then it presents those who run, by whole names and with their bests."""


def board_of(
    race: Race,
    state: RaceState,
    earlier: Mapping[int, int],
    view: View,
    height: int,
    room: Room = Room(),  # noqa: B008
) -> Board:
    """What a board of `height` rows shows at a state.

    Args:
        race: The race.
        state: The race now.
        earlier: The place each entry held a little earlier, from which the change is told.
        view: The chosen and the pinned runner.
        height: Rows, the heading among them.
        room: What the race's figures need.
    """
    shown, left_out = _window(_listed(race, state), height - 1, view)
    latest, changes = latest_of(race, state), changes_of(state, earlier)
    lines = tuple(line_of(race, state, runner, changes, view, latest) for runner in shown)
    # Of a large field only the first are given.
    left_out = max(left_out, len(race.entries) - len(shown))
    return Board(
        lines,
        left_out,
        len(race.entries),
        view.gap_in_metres,
        state.order_known or not state.leader_distance,
        room=room,
        begins=_begins(state),
    )


def _begins(state: RaceState) -> bool:
    return not state.order_known or not state.leader_distance


def part_of(race: Race, state: RaceState, earlier: Mapping[int, int], view: View, part: Part) -> Board:
    """What a board shows that lists a part of the standings; see `board_of`."""
    latest, changes = latest_of(race, state), changes_of(state, earlier)
    lines = tuple(
        line_of(race, state, runner, changes, view, latest)._replace(place="" if place is None else str(place))
        if part.words
        else line_of(race, state, runner, changes, view, latest)
        for runner, place in zip(part.runners, part.places, strict=True)
    )
    ordered = state.order_known or not state.leader_distance
    return Board(lines, 0, len(race.entries), view.gap_in_metres, ordered, part, held=view.board_keys)


def board_rows(board: Board, scene: Scene, width: int, height: int, kept: dict[object, Row] | None = None) -> list[Row]:
    """The leaderboard in exactly `height` rows of `width` cells.

    Args:
        board: What it shows.
        scene: Names, letters and colours.
        width: Cells.
        height: Rows, the heading among them.
        kept: Rows that were made before, of this race, cast and look: most are the same for many frames.
    """
    look = scene.look
    columns = columns_of(width, board.runners, board.room, scene.cast.code)
    made = {} if kept is None else kept
    if len(made) > _KEPT:
        made.clear()
    runners: list[Row] = []
    all_home = _all_home(board.lines)
    if all_home:
        columns = narrowed(columns, max((cell_width(line.behind) for line in board.lines), default=0))
    for line in board.lines:
        line = line._replace(split=line.behind) if all_home else line
        begins = board.begins and not line.gap
        key = width, columns, line, begins
        row = made.get(key)
        if row is None:
            row = made[key] = _runner(line, columns, scene, width, begins=begins)
        runners.append(row)
    rows = [_heading(columns, scene, board, width), *runners]
    if board.left_out and height > 1:
        more = f" {look.glyph('…', '...')} {board.left_out:,} more"
        rows[-1:] = [rows[-1], fill([(more, look.muted)], width, look.panel)]
    blank = fill((), width, look.panel)
    foot = foot_of(board.part, board.card, scene, width)
    room = height - len(foot)
    small = [scene.cast.codes[line.entry].lower() for line in board.lines if line.lapped]
    if (
        small
        and len(rows) < room
        and cell_width(words := f" {small[0]} in small letters: a lap or more behind") < width
    ):
        rows.append(fill([(words, look.muted)], width, look.panel))
    return [*[*rows, *[blank] * max(room - len(rows), 0)][: max(room, 0)], *foot][:height]


def _all_home(lines: Sequence[Line]) -> bool:
    """Whether nobody on the board runs: then there are margins in place of splits."""
    return all(line.home or line.ending for line in lines)


_KEPT = 5000
"""Rows that are kept: half an hour of a race, or a minute of a large one."""


def runner_at(board: Board, y: int) -> int | None:
    """The entry shown in row `y` of a board; None for the heading and where nobody is."""
    return board.lines[y - 1].entry if 1 <= y <= len(board.lines) else None


def _listed(race: Race, state: RaceState) -> Sequence[RunnerState]:
    """Those in the race as the board lists them: by name while nobody knows who was where, so that nobody is first."""
    if state.order_known:
        return state.standings
    return sorted(
        state.standings,
        key=lambda runner: (
            runner.status != "running" or runner.distance is None,
            family_name(race.entries[runner.entry].name).casefold() if runner.status == "running" else "",
        ),
    )


def _window(standings: Sequence[RunnerState], room: int, view: View) -> tuple[list[RunnerState], int]:
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


def _heading(columns: Columns, scene: Scene, board: Board, width: int) -> Row:
    """What stands in the columns: `gap` and `lap` over gaps and laps only."""
    look = scene.look
    ground = Ink(bg=look.theme.panel_raised)
    whole = str(scene.race.course.unit) if scene.track.by_kilometres else "lap"
    running = [line for line in board.lines if line.gap and not line.home]
    gap = "" if not running else "metres" if board.metres else "gap"
    if any(line.home and line.gap for line in board.lines):  # some are home, with their times, and others run
        gap = f"result/{gap}" if gap else "result"
    head = fit("", columns.place + columns.change + columns.chip + 1)
    text = head + fit("team" if is_relay(scene.race) else "runner", columns.name + 1)
    if board.part is not None and board.part.words:
        text = head + fit(board.part.words, columns.name + 1)
    if not board.ordered:
        words = fit(" order not known", max(width - 1, 1))
        return fill([(words, ground._replace(fg=look.theme.muted))], width, ground)
    more = max(cell_width(gap) - max(columns.gap - 1, 0), 0)
    if 0 < more < len(text) - len(text.rstrip()):  # a wider head takes the blanks before it
        text = text[:-more]
    text += fit(gap, columns.gap - 1 + more, right=True) + " "
    split = "split" if any(line.split for line in board.lines) else ""
    lap = whole if any(line.lap for line in board.lines) else ""
    if _all_home(board.lines):
        lap = lap and f"last {lap}"
        split = "behind" + "  " * bool(lap) if any(line.behind for line in board.lines) else ""
    text += fit(split, columns.split, right=True) + fit(lap, columns.lap, right=True)
    ink = Ink(fg=look.theme.accent if board.held else look.theme.muted, bg=look.theme.panel_raised, bold=board.held)
    return fill([(text, ink)], width, ground)


def _runner(line: Line, columns: Columns, scene: Scene, width: int, *, begins: bool = False) -> Row:
    _, cast, look, _ = scene
    started = scene.race.entries[line.entry].status is Status.UNKNOWN  # of what became of him nobody asks yet
    begins = begins and (not line.ending or started)
    told = cell_width(line.ending[-1] if line.ending else line.gap)
    entry = scene.race.entries[line.entry]
    behind = entry.runs_for if entry.competes else role_note(entry)
    columns = widened(columns, told, cast.names[line.entry], behind)
    base = look.theme.panel_raised if line.chosen else look.theme.panel
    quiet = (bool(line.ending) and not begins) or not scene.race.entries[line.entry].competes  # not one of them
    body = Ink(
        fg=look.theme.muted if quiet else look.theme.text,
        bg=base,
        bold=line.first or line.chosen,
    )
    soft = Ink(fg=look.theme.muted, bg=base)
    runs: list[Run] = [(fit(line.place, columns.place - 1, right=True) + " ", _place_ink(line, look, base))]
    if columns.change:
        runs.append(_change(line, columns.change, look, base))
    name = _name(scene.race.entries[line.entry], cast.names[line.entry], columns.name)
    out = min(line.slide, columns.name - cell_width(name))
    if out > 0:
        runs.append((" " * out, Ink(bg=base)))
    chip = cast.chip(line.entry) if columns.chip == cast.code else [(cast.tags[line.entry], cast.chips[line.entry])]
    runs += [(text.lower() if line.lapped else text, ink) for text, ink in chip]
    pin = look.glyph("◆", "*") if line.pinned else look.glyph("×", "x") if line.marked else " "
    runs.append((pin, Ink(fg=look.theme.accent, bg=base)))
    if begins:
        runs += _presented(line, columns, scene, (body, soft))
    else:
        runs += _named(line, columns.name - out, scene, (body, soft))
        runs += _figures(line, columns, look, base)
    row = fill(runs, width, Ink(bg=base))
    if line.lit:
        bright = Ink(fg=look.theme.panel, bg=look.theme.accent, bold=True, reverse=not look.coloured)
        row = tuple((text, ink if ink._replace(underline=False) in cast.chips else bright) for text, ink in row)
    return look.marked(row) if line.chosen else row


def _presented(line: Line, columns: Columns, scene: Scene, inks: tuple[Ink, Ink]) -> list[Run]:
    """Who is about to run: the whole name, the nation, what he is in this race and his best, as far as they fit."""
    entry, short = scene.race.entries[line.entry], scene.cast.names[line.entry]
    room = columns.name + 1 + columns.gap + columns.split + columns.lap
    best = best_told(entry, scene.race.entries)
    words = [word for word in (entry.runs_for, role_note(entry), best) if word]
    code = [word for word in words[:1] if len(word) <= _CODE]  # rather a nation than a first name
    name = entry.name if cell_width(" ".join((entry.name, *code))) <= room else _name(entry, short, room)
    while words and cell_width(" ".join((name, *words))) > room:
        words.pop()
    return [(f"{name} ", inks[0]), (" ".join(words), inks[1])]


_CODE = 3
"""Letters of a nation; of a club there are more, and it makes way for a name."""


def _named(line: Line, width: int, scene: Scene, inks: tuple[Ink, Ink]) -> list[Run]:
    """A name, and behind it what there is to say of its bearer and before that the nation, as far as they fit whole."""
    entry, name = scene.race.entries[line.entry], scene.cast.names[line.entry]
    text, (body, soft) = _name(entry, name, width), inks
    rest = width - cell_width(text)
    runs: list[Run] = [(text + " ", body)]
    role = line.runs or ("" if "paced" in line.ending else role_note(entry))  # that is told once
    for words in (entry.runs_for, role):
        if words and cell_width(words) < rest - (cell_width(role) + 1) * (bool(role) and words is not role):
            runs.append((words + " ", soft))
            rest -= cell_width(words) + 1
    runs.append((" " * rest, soft))
    return runs


def _name(entry: Entry, name: str, width: int) -> str:
    """A name in at most so many cells; a year at its end, as a guest has, is shown whole or not at all.

    Of `Runner 20000`, as lists without names have it, the number tells who it is: `R 20000`.
    """
    if cell_width(name) <= width:
        return name
    word, _, number = name.rpartition(" ")
    shorter = f"{word[:1]} {number}" if entry.competes and number.isdecimal() else without_year(name)
    if "-" in shorter and cell_width(shorter) > width:  # `Courtney-B.`
        first, _, last = shorter.rpartition("-")
        shorter = f"{first}-{last[:1]}."
    return shorter if cell_width(shorter) <= width else fit(shorter, width)


def _place_ink(line: Line, look: Look, base: int) -> Ink:
    theme = look.theme
    medal = {1: theme.gold, 2: theme.silver, 3: theme.bronze}.get(line.medal)
    return Ink(fg=medal or theme.muted, bg=base, bold=medal is not None)


def _change(line: Line, width: int, look: Look, base: int) -> Run:
    if not line.won:
        return " " * width, Ink(bg=base)
    up = line.won > 0
    arrow = look.glyph("▲", "^") if up else look.glyph("▼", "v")
    places = str(abs(line.won))
    # The letter follows: without a space before it the number would run into it.
    text = arrow + places if len(places) < width - 1 else arrow
    return fit(text, width), Ink(fg=look.theme.muted, bg=base)  # quiet: the lead is what matters


def _figures(line: Line, columns: Columns, look: Look, base: int) -> list[Run]:
    room = columns.gap + columns.split + columns.lap
    soft = Ink(fg=look.theme.muted, bg=base)
    if line.ending:
        text = next((words for words in line.ending if len(words) < room), line.ending[-1])
        return [(fit(text, columns.gap if room == columns.gap else room, right=True), soft)]
    sure = Ink(fg=look.theme.text, bg=base)
    guess = Ink(fg=look.theme.estimated, bg=base)
    runs: list[Run] = [(_figure(line.gap, columns.gap - 1) + " ", guess if "~" in line.gap else sure)]
    if columns.split:
        runs.append((_figure(line.split, columns.split), guess if "~" in line.split else sure))
    if columns.lap:
        runs.append((_figure(line.lap, columns.lap), guess if "~" in line.lap else soft))
    return runs


def _figure(text: str, width: int) -> str:
    """A number on the right of so many cells; where they are too few for all of it, none."""
    return fit(text if cell_width(text) <= width else "", max(width, 0), right=True)
