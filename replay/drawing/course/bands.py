"""Bands of colour one outside another, such as kerb, lanes and stands, and what a pixel shows of them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import inf

from replay.drawing.theme.palette import STEPS

Blend = Callable[[int, int, float], int]
"""From two colours and a share of the second to what is between them."""


class Rings:
    """Bands from the inside out; what lies inside them all is given with every pixel, as it may have a pattern."""

    __slots__ = ("_blend", "_edges", "_tones")

    def __init__(self, inner: float, bands: Sequence[tuple[float, int]], beyond: int, blend: Blend | None) -> None:
        """Join neighbours of one colour.

        Args:
            inner: Where the first band begins, in pixels.
            bands: Where each ends, and its colour, in rising order.
            beyond: The colour outside the last.
            blend: How colours mix where an edge crosses a pixel; None where every pixel has one of the colours.
        """
        self._blend = blend
        self._edges = [inner]
        self._tones = [-1]  # for what is inside
        for end, tone in (*bands, (inf, beyond)):
            if self._tones[-1] == tone:
                self._edges[-1] = end
            else:
                self._edges.append(end)
                self._tones.append(tone)

    def tone(self, out: float, breadth: float, inside: int) -> int:
        """What a pixel shows.

        Args:
            out: Where its middle is, in pixels of the straights.
            breadth: From its inner to its outer side, in the same pixels.
            inside: The colour inside the bands here.
        """
        edges, tones = self._edges, self._tones
        low = out - breadth / 2
        first = bisect_right(edges, low)
        high = low + 0.999 * breadth
        if high < edges[first]:
            tone = tones[first]
            return inside if tone < 0 else tone
        last = bisect_right(edges, high, first)
        shown = [inside if tone < 0 else tone for tone in tones[first : last + 1]]
        if self._blend is None:
            return self._sharp(out, breadth, first, shown)
        colour = filled = 0
        for at, tone in enumerate(shown, first):
            end = STEPS if at == last else round((edges[at] - low) / breadth * STEPS)
            if end > filled:
                colour = self._blend(colour, tone, (end - filled) / end) if filled else tone
                filled = end
        return colour

    def _sharp(self, out: float, breadth: float, first: int, shown: Sequence[int]) -> int:
        """The line whose middle is in the pixel, so that lines a pixel wide have no gaps; else what is beside it."""
        edges = self._edges
        for at, tone in enumerate(shown, first):
            if self._thin(at) and abs((edges[at] + edges[at - 1]) / 2 - out) <= breadth / 2:
                return tone
        at = bisect_right(edges, out)
        if self._thin(at):
            at += 1 if out > (edges[at] + edges[at - 1]) / 2 else -1
        return shown[min(max(at - first, 0), len(shown) - 1)]

    def _thin(self, at: int) -> bool:
        return 0 < at < len(self._edges) - 1 and self._edges[at] - self._edges[at - 1] <= 1
