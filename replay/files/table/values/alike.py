"""Cells that are alike, kept once."""

from collections.abc import Sequence

_MOST_MET = 500_000


class Alike:
    """Makes one text of those that are alike: where a runner stands in many rows, most cells have been met before."""

    def __init__(self) -> None:
        """Nothing has been met."""
        self._met: dict[str, str] = {}

    def row(self, cells: Sequence[str]) -> list[str]:
        """The same texts as each was first met, unless that is very many others ago."""
        if len(self._met) > _MOST_MET:
            self._met.clear()
        return [*map(self._met.setdefault, cells, cells)]
