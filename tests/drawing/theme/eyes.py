"""Colours as somebody with a colour-blindness sees them."""

from typing import Literal

from replay.cells.ink import Linear, from_linear, linear

Vision = Literal["protanopia", "deuteranopia", "tritanopia"]

VISIONS: tuple[Vision, ...] = ("protanopia", "deuteranopia", "tritanopia")

_MACHADO: dict[Vision, tuple[Linear, Linear, Linear]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
IEEE Transactions on Visualization and Computer Graphics 15(6), 2009; severity 1.0, applied in linear light."""


def seen_with(colour: int, vision: Vision) -> int:
    """The colour as somebody with this colour-blindness sees it."""
    light = linear(colour)
    red, green, blue = (sum(a * b for a, b in zip(row, light, strict=True)) for row in _MACHADO[vision])
    return from_linear((red, green, blue))
