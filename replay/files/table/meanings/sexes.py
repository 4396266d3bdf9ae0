"""Sexes in one letter, which is the one or the other by the language: `M` beside `H` is a woman, in Spanish."""

from collections.abc import Iterable, Mapping

from replay.race.names import fold

_PAIRS: Mapping[str, Mapping[str, str]] = {
    "hm": {"h": "M", "m": "F"},  # hombre, mujer
    "ek": {"e": "M", "k": "F"},  # erkek, kadin
    "be": {"e": "M", "b": "F"},  # erkek, bayan
    "fn": {"f": "M", "n": "F"},  # ferfi, no
    "sv": {"v": "M", "s": "F"},  # virietis, sieviete
    "fl": {"f": "M", "l": "F"},  # fiu, lany
}
_MEN_FIRST = {"v": "M", "m": "F"}  # varon, mujer; vyras, moteris
"""`V` and `M`, which in Dutch lists are a woman and a man."""
_HEADINGS = frozenset(("lytis", "sexo", "rama", "genero"))
"""Headings of lists in which they are a man and a woman."""


def sexes_beside(cells: Iterable[str], title: str) -> Mapping[str, str]:
    """What letters mean in a column of sexes, where they mean by themselves something else; mostly nothing.

    Args:
        cells: The different cells of the column.
        title: Its heading.
    """
    letters = "".join(sorted({fold(cell) for cell in cells if cell.strip()}))
    if letters == "mv":
        return _MEN_FIRST if fold(title) in _HEADINGS else {}
    return _PAIRS.get(letters, {})
