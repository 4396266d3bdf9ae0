"""A list to pick from, under the line that is typed into."""

from collections.abc import Sequence

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import fill, spread
from replay.cells.text import cell_width, fit
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
    first = first_shown(at, height, len(lines))
    rows: list[Row] = []
    for number, (text, beside, taken) in enumerate(lines[first : first + height], first):
        picked = number == at
        ground = look.theme.panel_raised if picked else look.theme.panel
        mark = look.glyph("›", ">") if picked else look.glyph("✓", "x") if taken else " "
        left: list[Run] = [
            (f"{mark} ", Ink(fg=look.theme.accent, bg=ground, bold=True)),
            (
                fit(text, max(width - cell_width(beside) - 4, 4)),
                Ink(fg=look.theme.text, bg=ground, bold=picked or taken),
            ),
        ]
        right = [(f"{beside} ", Ink(fg=look.theme.muted, bg=ground))] if beside else []
        rows.append(spread(left, right, width, Ink(bg=ground)))
    return [*rows, *[fill((), width, look.panel)] * (height - len(rows))]
