"""A list to pick from, under the line that is typed into."""

from collections.abc import Sequence

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import fill, spread
from replay.cells.text import cell_width, fit_words, wrap
from replay.drawing.theme.look import Look


def first_shown(at: int, rows: int, count: int) -> int:
    """The first line that is shown of so many, when the one picked is `at`."""
    return max(0, min(at - rows // 2, count - rows))


def pick_rows(
    lines: Sequence[tuple[str, str, bool]], at: int, look: Look, size: tuple[int, int], nothing: str
) -> list[Row]:
    """The list in exactly as many rows and cells as `size` says.

    Args:
        lines: Text, what stands at the right, and whether it is chosen already.
        at: The line that Enter takes.
        look: Theme and inks.
        size: Cells and rows.
        nothing: What is said where there are no lines.
    """
    width, height = size
    if not lines:
        return [fill([(f"  {nothing}", look.muted)], width, look.panel), *[fill((), width, look.panel)] * (height - 1)]
    owners = shown(lines, at, size)
    rows: list[Row] = []
    for y, number in enumerate(owners):
        text, beside, taken = lines[number]
        picked, again = number == at, y > 0 and owners[y - 1] == number
        ground = look.theme.panel_raised if picked else look.theme.panel
        mark = " " if again else look.glyph("›", ">") if picked else look.glyph("✓", "x") if taken else " "
        room = _room(beside, width)
        parts = _parts(text, room) if picked else [text]
        part = parts[y - owners.index(number)]
        if y + 1 == len(owners) and part != parts[-1]:  # the rest has no row
            part = f"{part} …"
        left: list[Run] = [
            (f"{mark} ", Ink(fg=look.theme.accent, bg=ground, bold=True)),
            (fit_words(part, room), Ink(fg=look.theme.text, bg=ground, bold=picked or taken)),
        ]
        right = [(f"{beside} ", Ink(fg=look.theme.muted, bg=ground))] if beside and not again else []
        row = spread(left, right, width, Ink(bg=ground))
        rows.append(look.marked(row) if picked else row)
    return [*rows, *[fill((), width, look.panel)] * (height - len(rows))]


def shown(lines: Sequence[tuple[str, str, bool]], at: int, size: tuple[int, int]) -> list[int]:
    """Whose each row is: the line that is picked has as many as all its words take."""
    width, height = size
    if not lines:
        return []
    text, beside, _ = lines[at]
    more = min(len(_parts(text, _room(beside, width))), height) - 1
    first = first_shown(at, height - more, len(lines))
    rows = [number for number in range(first, len(lines)) for _ in range(1 + more * (number == at))]
    return rows[:height]


def _parts(text: str, room: int) -> list[str]:
    """A line in as many rows as it takes; what stands before two blanks, as a time does, stands alone on its left."""
    if cell_width(text) <= room:
        return [text]
    head, blanks, words = text.rpartition("  ")
    head += blanks
    lines = wrap(words, max(room - cell_width(head), 8))
    return [f"{head if at == 0 else ' ' * cell_width(head)}{line}" for at, line in enumerate(lines)]


def _room(beside: str, width: int) -> int:
    return max(width - cell_width(beside) - 4, 4)
