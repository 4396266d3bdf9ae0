"""What was understood of a file, before it is trusted: the race, what can be changed, what was mended and left out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import fill, row_width, spread
from replay.cells.text import cell_width, cut, fit, wrap
from replay.drawing.theme.look import Look
from replay.files.settings import Setting
from replay.files.source import Reading
from replay.files.understood import Question
from replay.race.problems import Problem, one_line
from replay.race.times import format_distance


class Line(NamedTuple):
    """A line of the page."""

    row: Row
    setting: int | None = None
    """Of which setting it is; None for a line that only tells."""


class Verdict(NamedTuple):
    """Whether a file plays, in a word, and what to do next."""

    kind: str
    """`plays`, `asks` or `refused`."""
    text: str
    """What is so, or what is asked."""
    then: str
    """What to do, in the words of the keys."""


def verdict(reading: Reading) -> Verdict:
    """Whether a file plays as it was understood."""
    question = first_question(reading)
    if reading.race is not None:
        return Verdict("plays", "It plays.", "Enter watches it, k keeps it among your races.")
    if question is not None:
        if question.suggestion:
            return Verdict("asks", question.text, f"Enter takes {question.suggestion}; d says another.")
        return Verdict("asks", question.text, "Enter asks for it.")
    why = _why_not(reading.problems)
    if any(setting == "column" for setting in reading.takes) and reading.understood.columns:
        way = "Choose a column below, and say with left and right what it is, or type it with e."
    else:
        way = _sentence(why.hint) if why is not None and why.hint else "Esc goes back; o opens another file."
    return Verdict("refused", _sentence(why.message) if why is not None else "This cannot be read.", way)


def first_question(reading: Reading) -> Question | None:
    """What is asked first; None where nothing is."""
    return next(iter(reading.understood.questions), None)


def _why_not(problems: Sequence[Problem]) -> Problem | None:
    return problems[-1] if problems else None


def _sentence(text: str) -> str:
    text = one_line(text).strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")


def understood_lines(reading: Reading, settings: Sequence[Setting], chosen: int, look: Look, width: int) -> list[Line]:
    """The whole page, `width` cells wide.

    Args:
        reading: What came of the file.
        settings: What can be changed, in order.
        chosen: The setting under the cursor.
        look: How it looks.
        width: Cells.
    """
    lines = [Line(row) for row in (*_head(reading, look, width), *_verdict(reading, look, width))]
    race = [at for at, setting in enumerate(settings) if setting.kind != "column"]
    columns = [at for at, setting in enumerate(settings) if setting.kind == "column"]
    if race:
        lines.append(Line(_heading("taken as", look, width)))
    lines += [Line(_setting(settings[at], at == chosen, look, width), at) for at in race]
    for title, texts in _told(reading):
        lines += [Line(row) for row in _told_rows(title, texts, look, width)]
    if columns:
        lines.append(Line(_heading("columns", look, width)))
    lines += [Line(_setting(settings[at], at == chosen, look, width), at) for at in columns]
    return lines


def shown_lines(lines: Sequence[Line], chosen: int, height: int, scrolled: int = 0) -> list[Line]:
    """The lines that are seen of so many: the chosen one in the middle, or all from the top where that is near.

    Args:
        lines: All.
        chosen: The setting under the cursor.
        height: Rows there are.
        scrolled: Rows further down, or up.
    """
    at = next((number for number, line in enumerate(lines) if line.setting == chosen), 0)
    first = next((number for number, line in enumerate(lines) if line.setting is not None), 0)
    top = 0 if at == first else at - height // 2
    top = max(min(top + scrolled, len(lines) - height), 0)
    return list(lines[top : top + height])


def _head(reading: Reading, look: Look, width: int) -> Iterator[Row]:
    found = reading.understood
    dot = f" {look.glyph('·', '-')} "
    far = found.event or (format_distance(found.distance) if found.distance is not None else "")
    runners = f"{found.runners:,} runner{'s' if found.runners != 1 else ''}" if found.runners else ""
    day = f"{reading.race.date}" if reading.race is not None and reading.race.date else ""
    for text, ink in (
        (found.title or "Not a race yet", look.accent),
        (dot.join(filter(None, [far, runners, day])), look.strong),
        (found.format, look.muted),
    ):
        if text:
            yield fill([("  ", look.panel), (fit(text, width - 3), ink)], width, look.panel)


_SIGNS = {"plays": ("✓", "+"), "asks": ("?", "?"), "refused": ("✕", "x")}


def _verdict(reading: Reading, look: Look, width: int) -> Iterator[Row]:
    kind, text, then = verdict(reading)
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
    tail = _cut(setting.why or setting.example, room) if room > 4 else ""
    return spread(head, [(f" {tail} ", soft)] if tail else [], width, base)


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
    yield "assumed", [text.partition("; --")[0] for text in found.assumed]
    yield "mended", [str(tally) for tally in found.repaired]
    yield "left out", [str(tally) for tally in found.left_out]
    # The last of a refusal is the verdict; an error is what was left out, in more words.
    errors = reading.errors if reading.race is not None else reading.errors[:-1]
    yield "in detail", [f"{_place(problem)}{problem.message}" for problem in errors[:_DETAILS]]


_DETAILS = 20


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
