"""Who runs where in a pack while nothing is known of it: by lot.

A result says little about the first lap, so the order is drawn from what could be known beforehand: the lanes where
there are any, else the race and the names. Nobody's lot depends on how he finished, nor on where the file lists him.
"""

import math
from collections.abc import Iterable
from zlib import crc32

from replay.race.race import Race

_UNIT = math.sqrt(3) / math.pi
"""What makes the deviation of the logistic curve 1."""


def draw_lots(race: Race, entries: Iterable[int]) -> dict[int, float]:
    """By entry, deviations of about 1 (quantiles of the logistic curve); the first in a pack have the least."""
    drawn = sorted(entries, key=lambda index: _rank(race, index))
    places = {index: (at + 0.5) / len(drawn) for at, index in enumerate(drawn)}
    return {index: _UNIT * math.log(share / (1 - share)) for index, share in places.items()}


def _rank(race: Race, index: int) -> tuple[int, int]:
    entry = race.entries[index]
    # A CRC is linear, so that its low bits are alike for like names: multiply before taking any.
    mixed = crc32(f"{race.title} {race.meeting} {race.date} {entry.name}".encode()) * 0x9E3779B1 & 0xFFFFFFFF
    return (entry.lane, mixed) if entry.lane is not None else (1 << 30, mixed)
