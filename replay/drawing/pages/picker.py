"""Looking for a file: what the folder holds, and how the file under the cursor begins."""

from collections.abc import Sequence

from replay.cells.ink import Ink, Row
from replay.cells.rows import fill, spread
from replay.cells.text import cell_width, fit, wrap
from replay.drawing.pages.menu import first_line, with_more
from replay.drawing.theme.look import Look
from replay.drawing.view import Hint
from replay.files.folders import Item, Listing
from replay.race.problems import one_line


def picker_rows(found: Listing, chosen: int, look: Look, width: int, height: int) -> list[Row]:
    """The items in exactly `height` rows of `width` cells, scrolled so that the chosen one is seen."""
    blank = fill((), width, look.panel)
    if not found.items:
        words = found.problem or (
            f"Nothing here is called {one_line(found.typed)!r}." if found.typed else "This folder is empty."
        )
        rows = [fill([("  " + line, look.muted)], width, look.panel) for line in wrap(words, max(width - 4, 8))]
    else:
        top = first_line(len(found.items), chosen, height)
        rows = [_item(item, top + at == chosen, look, width) for at, item in enumerate(found.items[top : top + height])]
        rows = with_more(rows, top, len(found.items), look)
    return [*rows, *[blank] * height][:height]


def _item(item: Item, chosen: bool, look: Look, width: int) -> Row:
    theme = look.theme
    ground = theme.panel_raised if chosen else theme.panel
    soft = Ink(fg=theme.muted, bg=ground)
    mark = Ink(fg=theme.accent, bg=ground, bold=True)
    ink = mark if item.folder else Ink(fg=theme.text, bg=ground, bold=chosen) if item.known else soft
    tail = "" if item.folder else f"{size_text(item.size)} "
    name = one_line(item.name) + ("/" if item.folder else "")
    room = max(width - cell_width(tail) - 4, 4)
    pointer = look.glyph("▌", ">") if chosen else " "
    return spread([(pointer, mark), (" ", soft), (fit(look.words(name), room), ink)], [(tail, soft)], width, soft)


def size_text(size: int) -> str:
    """Bytes as people read them: `812 B`, `1.2 kB`, `2.9 MB`."""
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def peek_rows(lines: Sequence[str], words: str, look: Look, width: int, height: int) -> list[Row]:
    """How a file begins, or what there is to say of one that is no text."""
    blank = fill((), width, look.panel)
    shown = [fill([("  ", look.panel), (fit(line, width - 4), look.panel)], width, look.panel) for line in lines]
    told = [] if lines else [fill([("  " + line, look.muted)], width, look.panel) for line in wrap(words, width - 4)]
    return [*shown, *told, *[blank] * height][:height]


def picker_title(look: Look, width: int) -> list[Row]:
    """The row above the line with the path."""
    theme = look.theme
    soft = Ink(fg=theme.muted, bg=theme.panel_raised)
    accent = Ink(fg=theme.accent, bg=theme.panel_raised, bold=True)
    says = "a result list or a recording: drop or paste it, or its path"
    return [fill([(" OPEN A FILE ", accent), (f" {says}", soft)], width, soft)]


def picker_hints(together: int) -> list[Hint]:
    """The keys in the footer, with as many recordings in the folder as may be one race."""
    hints = [
        Hint("type", "a path or a name", "", 5),
        Hint("Tab", "complete", "complete", 3),
        Hint("↑↓", "choose", "", 4),
        Hint("Enter", "open", "open", 1),
    ]
    if together > 1:
        hints.append(Hint("Ctrl+O", f"all {together} recordings as one race", "together", 2))
    return [*hints, Hint("Esc", "back", "close", 1)]
