"""Those who are in several races of the library: one letter, three letters and one colour each, whatever the race."""

from typing import Final, NamedTuple


class Known(NamedTuple):
    """What somebody is known by."""

    tag: str
    code: str
    colour: int
    """A place in the palette of runners, whatever the theme."""


KNOWN: Final[dict[str, Known]] = {
    "Josh Kerr": Known("K", "KER", 2),
    "Yared Nuguse": Known("N", "NUG", 8),
    "Jakob Ingebrigtsen": Known("I", "ING", 13),
    "Cole Hocker": Known("H", "HOC", 10),
    "Abel Kipsang": Known("P", "KIP", 7),
    "Mario García Romo": Known("G", "GAR", 4),
    "Neil Gourley": Known("O", "GOU", 12),
    "Stewart McSweyn": Known("M", "MCS", 1),
    "Jake Wightman": Known("W", "WIG", 6),
    "Timothy Cheruiyot": Known("C", "CHE", 11),
    "Reynold Kipkorir Cheruiyot": Known("C", "CHR", 11),
    "Narve Gilje Nordås": Known("R", "NRD", 5),
    "Oliver Hoare": Known("A", "HOA", 3),
    "Niels Laros": Known("L", "LAR", 3),
    "Jake Heyward": Known("E", "HEY", 12),
    "Michał Rozmys": Known("R", "ROZ", 8),
    "Azeddine Habz": Known("A", "HAB", 6),
    "Ignacio Fontes": Known("F", "FON", 5),
    "Cameron Myers": Known("Y", "MYE", 0),
    "George Beamish": Known("B", "BEA", 1),
    "Pietro Arese": Known("A", "ARE", 6),
    "Erik Sowinski": Known("W", "SOW", 2),
    "George Mills": Known("S", "MLS", 12),
    "Hobbs Kessler": Known("E", "KES", 4),
    "Joshua Thompson": Known("H", "THO", 0),
    "Laura Muir": Known("M", "MUI", 6),
    "Mohamed Abdilaahi": Known("A", "ABD", 10),
    "Samuel Prakel": Known("P", "PRA", 6),
    "Samuel Tanner": Known("T", "TAN", 9),
}
"""By full name. Letters go to those who ran most of them first; of two who ever meet no two have the same. Colours are
the nearest to the vests of their nations of those that nobody has who meets them: a test holds both."""
