"""What a line of Hy-Tek's has of a person beside his name: his number before it, his sex and age behind it.

  Comp#  Name                            Team                             Time Points
1   145  Holt, Rune                 M24  Eastmoor                     15:59.80
"""

import re

from replay.files.table.values.cells import read_sex

NUMBER = r"(?:Comp|Bib) ?#|Comp(?:etitor)? No\.?"
"""The heading of the number that somebody wears."""


def number_before(headings: str, text: str) -> tuple[str, int]:
    """The number that a runner's text begins with, where the headings have one, and where behind it the name begins.

    Args:
        headings: The line of headings.
        text: Of a runner, behind his place.
    """
    named = re.search(rf"(?:{NUMBER})\s+(?:Name|Athlete)", headings)
    found = re.match(r"#?\s*(\d{1,6})\s+(?=\S)", text) if named is not None else None
    return (found[1], found.end()) if found is not None else ("", 0)


def without_age(name: str) -> tuple[str, str]:
    """A name without the sex and age that stand behind it, and that sex: `Holt, Rune  M24`."""
    found = re.fullmatch(r"(.*\S)\s{1,}([MWF])(\d{1,2})", name.strip())
    return (found[1], read_sex(found[2])) if found is not None else (name, "")
