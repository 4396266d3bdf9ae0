"""Our colours for what Textual draws itself, and no colours where none are wanted."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme as TextualTheme

from replay.cells.text import asciified
from replay.drawing.theme.palette import Theme


class NoColour(LineFilter):
    """Takes the colours out of what Textual's own widgets write, and keeps bold and reverse; Textual makes greys."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text without colours."""
        return [Segment(text, _bare(style), control) for text, style, control in segments]


class OnlyAscii(LineFilter):
    """Draws in ASCII what Textual's own widgets draw: frames, arrows, its palette."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text in ASCII, as many cells wide."""
        return [Segment(asciified(text), style, control) for text, style, control in segments]


def _bare(style: Style | None) -> Style | None:
    if style is None:
        return None
    return Style(
        bold=style.bold, italic=style.italic, underline=style.underline, reverse=style.reverse, meta=style.meta or None
    )


def textual_theme(theme: Theme, *, coloured: bool) -> TextualTheme:
    """Our palette for what Textual draws itself: the line to type into and the command palette."""
    return TextualTheme(
        name=f"race-{theme.name}",
        primary=rgb(theme.accent),
        secondary=rgb(theme.muted),
        accent=rgb(theme.accent),
        foreground=rgb(theme.text),
        background=rgb(theme.background),
        surface=rgb(theme.panel_raised),
        panel=rgb(theme.panel),
        success=rgb(theme.good),
        warning=rgb(theme.accent),
        error=rgb(theme.bad),
        dark=theme.name == "dark",
        variables={} if coloured else dict.fromkeys(("input-cursor-text-style", "block-cursor-text-style"), "reverse"),
    )


def rgb(colour: int) -> str:
    """A colour as Textual reads it: `#1a2b3c`."""
    return f"#{colour:06x}"
