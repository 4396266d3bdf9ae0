"""A film as an animated GIF: 255 colours for all of it, and of each frame what is another than before.

Source: the GIF89a specification (CompuServe, 1990); Netscape's block that lets it begin again. Pillow packs the pixels
of each frame. What is written at once is kept small: a whole film would not fit into the memory of many machines.
"""

import struct
from collections import Counter
from collections.abc import Iterator
from math import ceil, sqrt
from typing import NamedTuple, cast

from PIL import Image, ImageChops
from PIL.GifImagePlugin import getdata

from replay.export.pixels import Colour, Pixels
from replay.export.reel import scenes, shots
from replay.export.take import REST, Progress, Take
from replay.race.problems import ReplayError
from replay.viewing.frame import frame

WIDE = 8
"""Pixels across a cell: 120x40 of them are 960 by 640."""
FASTEST = 50.0
"""Frames a second, at most: programs that show it take a shorter time for a long one."""
_COLOURS = 255
_CLEAR = _COLOURS
"""The number that lets what was there be seen."""
_SAMPLES = 12
"""Frames, at most, from which the colours are chosen."""
_CHANGED = [0] + [255] * 255


class _Picture(NamedTuple):
    """What is written over the frame before."""

    at: float
    """Seconds of the film."""
    image: Image.Image
    """Numbers of colours."""
    place: tuple[int, int]


def gif(take: Take, progress: Progress) -> bytes:
    """A film.

    Raises:
        ReplayError: It has more frames a second than such a file can say.
    """
    if take.film.fps > FASTEST:
        raise ReplayError(f"--fps: a .gif has {FASTEST:g} frames a second at most; .mp4 and .webm have more")
    colours = _colours(take)
    out = [_header(take, colours)]
    end = take.seconds + REST
    pictures = _pictures(take, colours, progress)
    before = next(pictures)
    for picture in pictures:
        out += _written(before, picture.at)
        before = picture
    return b"".join([*out, *_written(before, end), b";"])


def _header(take: Take, colours: Image.Image) -> bytes:
    extent = take.size.width * WIDE, take.size.height * WIDE * 2
    table = bytes(colours.getpalette() or ()).ljust(3 * 256, b"\0")
    again = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    return b"GIF89a" + struct.pack("<HHBBB", *extent, 0b1111_0111, 0, 0) + table + again


def _written(picture: _Picture, until: float) -> list[bytes]:
    """A picture that stands until a second of the film; times are in hundredths, and their faults do not add up."""
    hundredths = round(100 * until) - round(100 * picture.at)
    return getdata(picture.image, picture.place, duration=10 * hundredths, transparency=_CLEAR, disposal=1)


def _pictures(take: Take, colours: Image.Image, progress: Progress) -> Iterator[_Picture]:
    """The frames of a film that are others than the one before, each as far as it is another."""

    def numbered(image: Image.Image) -> tuple[Image.Image]:
        found = image.quantize(palette=colours, dither=Image.Dither.NONE)
        return (Image.frombytes("L", image.size, found.tobytes()),)

    pixels = Pixels(take.size, WIDE, take.look.theme, numbered)
    before: Image.Image | None = None
    for shot in shots(take, progress):
        pixels.write(shot.changes, whole=before is None)
        if before is None:
            yield _Picture(shot.at, pixels.image.copy(), (0, 0))
        else:
            changed = ImageChops.difference(before, pixels.image).point(_CHANGED)
            box = changed.getbbox()
            if box is None:
                continue
            clear = Image.new("L", pixels.image.size, _CLEAR)
            yield _Picture(shot.at, Image.composite(pixels.image, clear, changed).crop(box), box[:2])
        before = pixels.image.copy()


def _colours(take: Take) -> Image.Image:
    """A palette of the film's colours, as an image: of the frequent ones more, and yet of all parts some."""
    found = scenes(take)
    picture, pixels = take.picture(), Pixels(take.size, WIDE, take.look.theme)
    counts: Counter[Colour] = Counter()
    for _, t, view in found[:: ceil(len(found) / _SAMPLES)]:
        pixels.draw(frame(picture, view, t, take.size).rows)
        for count, colour in pixels.image.getcolors(pixels.image.width * pixels.image.height) or ():
            counts[cast(Colour, colour)] += count
    counted = [colour for colour, count in sorted(counts.items()) for _ in range(ceil(sqrt(count)))]
    strip = Image.new("RGB", (len(counted), 1))
    strip.putdata(counted)
    return strip.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=1)
