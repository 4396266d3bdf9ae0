"""The inks that panels are written in, made once for a theme."""

from dataclasses import dataclass
from functools import lru_cache

from replay.cells.ink import Ink, Row, letter_on
from replay.drawing.theme.palette import Theme


@dataclass(frozen=True, slots=True, eq=False)  # `look_of` makes one of each
class Look:
    """How the product looks here: its theme, whether only ASCII may be used, and the inks of its panels."""

    theme: Theme
    ascii: bool
    coloured: bool
    """Whether there are colours; without them a painting is drawn in characters."""
    page: Ink
    """The background of the screen; also its muted text."""
    panel: Ink
    """Text on a panel."""
    strong: Ink
    muted: Ink
    faint: Ink
    accent: Ink
    heading: Ink
    """A panel's title."""
    estimated: Ink
    quote: Ink
    good: Ink
    bad: Ink

    @property
    def drawn(self) -> bool:
        """Whether pictures are drawn in characters instead of painted in colours."""
        return self.ascii or not self.coloured

    def glyph(self, character: str, plain: str) -> str:
        """The character, or what stands for it in ASCII."""
        return plain if self.ascii else character

    def words(self, text: str) -> str:
        """Text as it can be written here: in ASCII an ellipsis is three full stops, so that words stay verbatim."""
        return text.replace("…", "...").replace("—", "--") if self.ascii else text

    def chip(self, colour: int) -> Ink:
        """A runner's letter on the runner's colour."""
        return Ink(fg=letter_on(colour), bg=colour, bold=True, reverse=False)

    def hollow(self, colour: int) -> Ink:
        """A letter in the runner's colour on the ground that letters are read on, as of a ghost.

        Of sixteen colours not all are read on a panel: there it is a chip the other way round.
        """
        ground = letter_on(colour) if self.theme.sixteen else self.theme.panel
        return Ink(fg=colour, bg=ground, bold=True, reverse=False)

    def marked(self, row: Row) -> Row:
        """The row of what is chosen: its ground tells it, and where there are no colours it is reversed."""
        return row if self.coloured else tuple((text, ink._replace(reverse=True)) for text, ink in row)


@lru_cache(maxsize=8)
def look_of(theme: Theme, ascii: bool = False, coloured: bool = True) -> Look:  # noqa: A002
    """The look of a theme."""
    panel = theme.panel
    return Look(
        theme=theme,
        ascii=ascii,
        coloured=coloured,
        page=Ink(fg=theme.muted, bg=theme.background),
        panel=Ink(fg=theme.text, bg=panel),
        strong=Ink(fg=theme.text, bg=panel, bold=True),
        muted=Ink(fg=theme.muted, bg=panel),
        faint=Ink(fg=theme.border, bg=panel),
        accent=Ink(fg=theme.accent, bg=panel, bold=True),
        heading=Ink(fg=theme.muted, bg=panel, bold=True),
        estimated=Ink(fg=theme.estimated, bg=panel),
        quote=Ink(fg=theme.text, bg=panel, italic=True),
        good=Ink(fg=theme.good, bg=panel, bold=True),
        bad=Ink(fg=theme.bad, bg=panel, bold=True),
    )
