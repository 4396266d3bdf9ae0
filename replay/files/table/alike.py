"""Cells that are alike, kept once."""

_MOST_MET = 500_000


class Alike:
    """Makes one text of those that are alike: where a runner stands in many rows, most cells have been met before."""

    def __init__(self) -> None:
        """Nothing has been met."""
        self._met: dict[str, str] = {}

    def one(self, text: str) -> str:
        """The same text as it was first met, unless that is very many others ago."""
        if len(self._met) > _MOST_MET:
            self._met.clear()
        return self._met.setdefault(text, text)
