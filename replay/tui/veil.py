"""What lies behind a dialogue: the screen below, dimmed, for which each style is mixed once.

Textual mixes it anew for every piece of text, which was nearly all that opening a sheet over a painted track took.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.css.styles import RulesMap
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip
from textual.visual import RenderOptions, Visual

from replay.tui.private import drawn

if TYPE_CHECKING:
    from textual.app import RenderResult
    from textual.style import Style as VisualStyle


def seen_through(below: "RenderResult") -> "RenderResult":
    """What Textual draws behind a dialogue; a screen that shines through it is mixed here."""
    return Veil(below.screen, below.color) if isinstance(below, BackgroundScreen) else below


class Veil(Visual):
    """A screen under a colour that lets it through."""

    def __init__(self, screen: Screen[Any], colour: Color) -> None:
        """See this screen through this colour."""
        self.screen = screen
        self.colour = colour

    def render_strips(
        self, width: int, height: int | None, style: "VisualStyle", options: RenderOptions
    ) -> list[Strip]:
        """The rows of the screen below, dimmed."""
        base, colour = style.rich_style, self.colour
        return [
            Strip([Segment(text, veiled(ink, colour, base)) for text, ink, _ in strip], strip.cell_length).crop(
                0, width
            )
            for strip in drawn(self.screen)[:height]
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as the screen."""
        return self.screen.size.width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As high as the screen."""
        return self.screen.size.height


@lru_cache(maxsize=4096)
def veiled(style: Style | None, colour: Color, base: Style) -> Style:
    """A style as it is seen through a colour, on top of what a screen is written in; nothing in it can be clicked."""
    style = Style() if style is None else style.clear_meta_and_links()
    seen = [
        None if part is None else (Color.from_rich_color(part) + colour).rich_color
        for part in (style.color, style.bgcolor)
    ]
    return base + style + Style.from_color(*seen)
