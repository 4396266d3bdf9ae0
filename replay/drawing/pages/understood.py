"""What was understood of a file, before it is trusted: the race, what can be changed, what was mended and left out."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import fill, row_width, spread
from replay.cells.text import cell_width, cut, fit, wrap
from replay.drawing.pages.picker import size_text
from replay.drawing.panels.bars import day
from replay.drawing.theme.look import Look
from replay.files.settings import Setting
from replay.files.source import Reading
from replay.files.understood import Question
from replay.race.problems import Problem, one_line
from replay.race.teams import contestants
from replay.race.times import format_distance

Named = Callable[[str], str]
"""Makes of a text with keys in backticks one with the keys that do their work, as somebody has set them."""


def as_they_come(text: str) -> str:
    """A text with the keys that the program comes with."""
    return text.replace("`", "")


class Line(NamedTuple):
    """A line of the page."""

    row: Row
    setting: int | None = None
    """Of which setting it is; None for a line that only tells."""
    heading: bool = False


class Progress(NamedTuple):
    """Files that are being read."""

    paths: Sequence[Path]
    seconds: float
    """Since when."""
    share: float = 0.0
    """How much of them is read, 0 to 1; 0 where nobody tells."""


class Verdict(NamedTuple):
    """Whether a file plays, in a word, and what to do next."""

    kind: str
    """`plays`, `asks` or `refused`."""
    text: str
    """What is so, or what is asked."""
    then: str
    """What to do, in the words of the keys."""


_SLOW = 0.3
"""Seconds from which a reading is told of: before that it would only flicker."""


def opened_title(
    paths: Sequence[Path], progress: Progress | None, look: Look, width: int, named: Named = as_they_come
) -> list[Row]:
    """The two rows above the page: which files are open, and whether they are being read."""
    theme = look.theme
    ground = Ink(fg=theme.text, bg=theme.panel_raised, bold=True)
    soft = Ink(fg=theme.muted, bg=theme.panel_raised)
    accent = Ink(fg=theme.accent, bg=theme.panel_raised, bold=True)
    name = f"{len(paths)} files" if len(paths) > 1 else paths[0].name
    right: list[Run] = []
    if progress is not None and progress.seconds >= _SLOW:
        right = [(f"reading {look.glyph('…', '...')} {progress.seconds:.0f} s, {named('`Esc` stops')} ", accent)]
    left: list[Run] = [(" OPEN ", accent), (f" {one_line(name)} ", ground)]
    left.append((f" {one_line(str(paths[0].parent))}".rstrip("."), soft))
    return [spread(left, right, width, soft), fill((), width, look.panel)]


def reading_rows(
    progress: Progress | None, look: Look, width: int, height: int, named: Named = as_they_come
) -> list[Row]:
    """What stands on the page while files are read for the first time."""
    blank = fill((), width, look.panel)
    lines: list[list[Run]] = []
    if progress is not None and progress.seconds >= _SLOW:
        size = sum(map(_size, progress.paths))
        wide = max(min(width - 6, 40), 1)
        # Where nobody tells how far it has come, a piece goes to and fro.
        piece = round(wide * progress.share) or min(6, wide)
        at = 0 if progress.share else int(abs(progress.seconds * 0.7 % 2 - 1) * (wide - piece))
        line, block = look.glyph("─", "-"), look.glyph("━", "=")
        lines = [
            [("Reading ", look.panel), (size_text(size), look.strong)],
            [],
            [(line * at, look.faint), (block * piece, look.accent), (line * (wide - at - piece), look.faint)],
            [],
            [(f"{progress.seconds:.0f} s; {named('`Esc` stops')}", look.muted)],
        ]
    rows = [fill([("   ", look.panel), *line], width, look.panel) for line in lines]
    return [*[blank] * min(2, height), *rows, *[blank] * height][:height]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def verdict(reading: Reading, kept: Path | None = None, named: Named = as_they_come) -> Verdict:
    """Whether a file plays as it was understood; `kept` is where its race was kept."""
    question = first_question(reading)
    if kept is not None:
        return Verdict(
            "plays", "Kept, and in the menu.", f"It is {one_line(str(kept))}. {named('`Enter` watches it.')}"
        )
    if reading.race is not None:
        return Verdict("plays", "It plays.", named("`Enter` watches, `k` keeps it."))
    if question is not None:
        if question.suggestion:
            likely = _IN_FULL.get(question.suggestion, question.suggestion)
            return Verdict("asks", question.text, named(f"`Enter` takes {likely}, `d` another."))
        return Verdict("asks", question.text, named("`Enter` asks for it."))
    why = _why_not(reading.problems)
    may = any(setting == "column" for setting in reading.takes) and reading.understood.columns
    if may and (why is None or not why.hint or "column" in why.hint):
        arrows = named("`←` and `→`").replace("←", "left").replace("→", "right")
        way = f"Choose a column below, and say with {arrows} what it is, or type it with {named('`e`')}."
    else:
        way = _sentence(why.hint) if why is not None and why.hint else named("`Esc` goes back; `o` opens another file.")
    return Verdict("refused", _sentence(why.message) if why is not None else "This cannot be read.", way)


_IN_FULL = {"half": "half marathon"}
"""What is short on the command line."""


def first_question(reading: Reading) -> Question | None:
    """What is asked first; None where nothing is."""
    return next(iter(reading.understood.questions), None)


_NAMED_COLUMN = re.compile('--column "([^"=]+)=')


def asked_of(reading: Reading | None, settings: Sequence[Setting]) -> tuple[str, str]:
    """Kind and title of the setting that something is asked of, or that a refusal may be about."""
    question = first_question(reading) if reading is not None else None
    if question is not None and question.column:
        return "column", question.column
    if question is None and reading is not None and reading.race is None:
        why = _why_not(reading.problems)
        named = _NAMED_COLUMN.search(why.hint) if why is not None else None
        columns = [setting for setting in settings if setting.kind == "column"]
        likely = [column.title for column in columns if named is not None and column.title == named[1]]
        likely += [column.title for column in columns if column.value == "not read"]
        return ("column", likely[0]) if likely else ("distance", "distance")
    return "distance", "distance"


def asking_of(setting: Setting) -> tuple[str, str]:
    """How one asks for the value of a setting, and an example of one."""
    if setting.kind == "column":
        return f"What is in the column {setting.title!r}?", "result"
    if setting.kind == "distance":
        return "How far was the race?", "1500"
    return setting.title.capitalize(), setting.options[0] if setting.options else ""


def _why_not(problems: Sequence[Problem]) -> Problem | None:
    return problems[-1] if problems else None


def _sentence(text: str) -> str:
    text = one_line(text).strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")


def understood_lines(
    reading: Reading,
    settings: Sequence[Setting],
    chosen: int,
    look: Look,
    width: int,
    found: Verdict | None = None,
) -> list[Line]:
    """The whole page, `width` cells wide.

    Args:
        reading: What came of the file.
        settings: What can be changed, in order.
        chosen: The setting under the cursor.
        look: How it looks.
        width: Cells.
        found: Whether it plays; None for that of a race that was not kept, with the keys as they come.
    """
    head = (*_head(reading, look, width), *_verdict(found or verdict(reading), look, width))
    lines = [Line(row) for row in head]
    race = [at for at, setting in enumerate(settings) if setting.kind != "column"]
    columns = [at for at, setting in enumerate(settings) if setting.kind == "column"]
    if race:
        lines.append(Line(_heading("taken as", look, width), heading=True))
    lines += [Line(_setting(settings[at], at == chosen, look, width), at) for at in race]
    for title, texts in _told(reading):
        lines += [Line(row, heading=at == 0) for at, row in enumerate(_told_rows(title, texts, look, width))]
    if columns:
        lines.append(Line(_heading("columns", look, width), heading=True))
    lines += [Line(_setting(settings[at], at == chosen, look, width), at) for at in columns]
    return lines


def seen(lines: Sequence[Line], top: int, look: Look, width: int, height: int) -> list[Line]:
    """The lines from `top` on in exactly `height` rows; where there are more below, the last says how many."""
    below = len(lines) - top - height
    shown = list(lines[top : top + height])
    if below > 0:
        words = f"  {look.glyph('↓', 'v')} {below + 1} more"
        shown[-1] = Line(fill([(words, look.muted)], width, look.panel))
    return [*shown, *[Line(fill((), width, look.panel))] * (height - len(shown))]


def spaced(lines: Sequence[Line], look: Look, width: int, height: int) -> list[Line]:
    """The lines with a blank one before each heading but the first, where there is room for all of them."""
    headings = [at for at, line in enumerate(lines) if line.heading][1:]
    if len(lines) + len(headings) > height:
        return list(lines)
    blank = Line(fill((), width, look.panel))
    return [shown for at, line in enumerate(lines) for shown in ((blank, line) if at in headings else (line,))]


def top_line(lines: Sequence[Line], chosen: int, height: int) -> int:
    """The line at the top of `height` rows, for the chosen setting to be in the middle, the first with all above it."""
    at = next((number for number, line in enumerate(lines) if line.setting == chosen), 0)
    first = next((number for number, line in enumerate(lines) if line.setting is not None), 0)
    return 0 if at == first else max(min(at - height // 2, len(lines) - height), 0)


def _head(reading: Reading, look: Look, width: int) -> Iterator[Row]:
    found = reading.understood
    dot = f" {look.glyph('·', '-')} "
    far = found.event or (format_distance(found.distance) if found.distance is not None else "")
    runners = contestants(found.runners, reading.race) if found.runners else ""
    date = day(reading.race) if reading.race is not None else ""
    for text, ink in (
        (found.title or "Not a race yet", look.accent),
        (dot.join(filter(None, [far, runners, date])), look.strong),
        (found.format, look.muted),
    ):
        if text:
            yield fill([("  ", look.panel), (fit(text, width - 3), ink)], width, look.panel)


_SIGNS = {"plays": ("✓", "+"), "asks": ("?", "?"), "refused": ("✕", "x")}


def _verdict(found: Verdict, look: Look, width: int) -> Iterator[Row]:
    kind, text, then = found
    theme = look.theme
    colour = {"plays": theme.good, "asks": theme.accent, "refused": theme.bad}[kind]
    ground = theme.panel_raised
    base = Ink(fg=theme.text, bg=ground)
    bold = Ink(fg=colour, bg=ground, bold=True)
    blank = fill((), width, look.panel)
    yield blank
    bar = look.glyph("▌", "|")
    lines = [(line, bold) for line in wrap(text, max(width - 6, 8))]
    if kind == "plays" and cell_width(text) + cell_width(then) + 7 <= width:
        yield fill(
            [(bar, bold), (f" {look.glyph(*_SIGNS[kind])} ", bold), (text, bold), (f" {then}", base)], width, base
        )
        yield blank
        return
    lines += [(line, base) for line in wrap(then, max(width - 6, 8))]
    for number, (line, ink) in enumerate(lines):
        sign = look.glyph(*_SIGNS[kind]) if number == 0 else " "
        yield fill([(bar, bold), (f" {sign} ", bold), (line, ink)], width, base)
    yield blank


def _heading(title: str, look: Look, width: int) -> Row:
    text = f"  {title.upper()} "
    rule = look.glyph("─", "-") * max(width - cell_width(text) - 1, 0)
    return fill([(text, look.heading), (rule, look.faint)], width, look.panel)


def _setting(setting: Setting, chosen: bool, look: Look, width: int) -> Row:
    theme = look.theme
    ground = theme.panel_raised if chosen else theme.panel
    base = Ink(fg=theme.text, bg=ground, bold=chosen)
    soft = Ink(fg=theme.muted, bg=ground)
    mark = Ink(fg=theme.accent, bg=ground, bold=True)
    value = mark if setting.chosen or not setting.value else base if setting.value != "not read" else soft
    title_width = min(max(width // 4, 11), 22) if setting.kind == "column" else 11
    left, right = look.glyph("‹", "<"), look.glyph("›", ">")
    arrows = (f"{left} ", f" {right}") if chosen and setting.options else ("  ", "  ")
    head: list[Run] = [
        (look.glyph("▌", ">") if chosen else " ", mark),
        (" " + fit(setting.title, title_width) + " ", base if setting.kind == "column" else soft),
        (arrows[0], mark),
        (setting.value or "not known", value),
        (arrows[1], mark),
    ]
    room = width - row_width(head) - 2
    tail = next((text for text in _tails(setting, look) if cell_width(text) <= room), "")
    tail = tail or (_cut(setting.why or setting.example, room) if room > 4 else "")
    return spread(head, [(f" {tail} ", soft)] if tail else [], width, base)


def _tails(setting: Setting, look: Look) -> Iterator[str]:
    """What stands behind a value, the longest first: who says so, and how a column begins."""
    if setting.why and setting.example:
        yield f"{one_line(setting.why)} {look.glyph('·', '-')} {one_line(setting.example)}"
    yield one_line(setting.example or setting.why)


def _cut(text: str, width: int) -> str:
    """The text in at most so many cells, with an ellipsis where it is too long."""
    text = one_line(text)
    return text if cell_width(text) <= width else cut(text, width - 1) + "…"


def _told(reading: Reading) -> Iterator[tuple[str, list[str]]]:
    """What was decided, mended and left out, by kind, and what is asked besides."""
    found = reading.understood
    asked = found.questions if reading.race is not None else found.questions[1:]
    yield "still to be asked", [question.text for question in asked]
    # Here keys say otherwise, and not the options that are named behind.
    yield "assumed", [_OPTION.split(text)[0] for text in found.assumed]
    yield "mended", [str(tally) for tally in found.repaired]
    yield "left out", [str(tally) for tally in found.left_out]
    # The last of a refusal is the verdict; an error is what was left out, in more words.
    errors = reading.errors if reading.race is not None else reading.errors[:-1]
    yield "in detail", [f"{_place(problem)}{problem.message}" for problem in errors[:_DETAILS]]


_DETAILS = 20
_OPTION = re.compile("; `?--")


def _place(problem: Problem) -> str:
    return f"line {problem.line}: " if problem.line is not None else ""


def _told_rows(title: str, texts: Sequence[str], look: Look, width: int) -> Iterator[Row]:
    if not texts:
        return
    yield _heading(title, look, width)
    dot = look.glyph("·", "-")
    for text in texts:
        for number, line in enumerate(wrap(one_line(look.words(text)), max(width - 6, 8))):
            yield fill([(f"  {dot if number == 0 else ' '} ", look.muted), (line, look.panel)], width, look.panel)
