"""Letters as pixels: how much of each pixel of a cell is covered, by a font that is brought along.

The font is JetBrains Mono, under the SIL Open Font License, as the package `fontpkg-jetbrains-mono` brings it. Nothing
is asked of the machine's fonts, so that a picture is the same everywhere; what the font has not is an empty box.
"""

import unicodedata
from typing import NamedTuple

from fontpkg.pil import truetype
from PIL import Image, ImageDraw, ImageFont

_FAMILY, _BOLD, _NORMAL = "JetBrains Mono", 700, 400
_ADVANCE = 0.6
"""Of the font: how wide a letter is for its size."""
_BASE = 0.76
"""Where letters stand in a cell, from its top."""

_LIKE = str.maketrans({"❝": "“"})
"""What is drawn for signs of ours that the font has not."""


class Style(NamedTuple):
    """How a letter is set."""

    bold: bool
    italic: bool


class Letters:
    """A font in a size."""

    def __init__(self, wide: int) -> None:
        """Letters that are so many pixels wide, in cells of twice the height."""
        self._wide = wide
        self._fonts: dict[Style, ImageFont.FreeTypeFont] = {}

    def mask(self, text: str, cells: int, style: Style) -> Image.Image:
        """A character, with what stands in its place, in the middle of its cells: 255 where it covers a pixel."""
        font = self._font(style)
        mask = Image.new("L", (cells * self._wide, 2 * self._wide))
        text = unicodedata.normalize("NFC", text)  # a font has letters with their accents, and they are placed well
        text = text.translate(_LIKE)
        x = (mask.width - font.getlength(text)) / 2 if cells > 1 else 0
        ImageDraw.Draw(mask).text((x, _BASE * mask.height), text, fill=255, font=font, anchor="ls")
        return mask

    def _font(self, style: Style) -> ImageFont.FreeTypeFont:
        found = self._fonts.get(style)
        if found is None:
            found = self._fonts[style] = truetype(
                _FAMILY,
                self._wide / _ADVANCE,
                weight=_BOLD if style.bold else _NORMAL,
                style="italic" if style.italic else "normal",
                layout_engine=ImageFont.Layout.BASIC,  # the other is not on every machine
            )
        return found
