"""Which column has the nations."""

import pytest

from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.meanings.columns import understand
from tests.together import together


def understood(titles: str, *cells: str) -> list[Column]:
    """Columns whose cells stand in a text each."""
    rows = list(zip(*(column.split() for column in cells), strict=True))
    made = columns_of(titles.split(","), [list(row) for row in rows])
    understand(made, {})
    return made


NAMES = "Ada Bea Cia Dot Eve"
CODES = "KEN ETH GBR NOR USA"


@together(
    ("titles", "cells", "taken"),
    [
        ("Name,Nat", [NAMES, CODES], "nation"),
        # Flags, under whatever heading, and letters under none.
        ("Name,Mood", [NAMES, "🇰🇪 🇪🇹 🇬🇧 🇳🇴 🇺🇸"], "its cells are flags"),
        ("Name,Mood", [NAMES, "🇰🇪 🇪🇹 🇬🇧 🇳🇴 -"], "its cells are flags"),
        ("Name,Mood", [NAMES, "🇰🇪 🇪🇹 🇬🇧 a b"], None),
        ("Name,Mood", [NAMES, "🇰🇪a 🇪🇹b 🇬🇧c 🇳🇴d 🇺🇸e"], None),
        ("Name,column 2", [NAMES, CODES], "by its cells"),
        ("Name,*", [NAMES, CODES], "by its cells"),
        ("Name,column 2", [NAMES, "KEN ETH GBR NOR xx"], None),
        ("Name,column 2", [NAMES, "SEN SEN SEN SEN SEN"], None),
        ("Name,column 2", [NAMES, "SEN SEN KEN SEN SEN"], "by its cells"),
        # Towns are none, and states where another column has the nations.
        ("Name,City/Nat", [NAMES, "Leeds Bergen Nairobi Boston Oslo"], None),
        ("Name,City/Nat", [NAMES, CODES], "its cells are nations"),
        ("Name,State", [NAMES, "CA NY TX OR WA"], None),
        ("Name,State", [NAMES, CODES], "nation"),
        # Teams that are nations, all of them.
        ("Name,Team", [NAMES, CODES], "its cells are nations"),
        ("Name,Team", [NAMES, "KEN ETH GBR NOR Oak"], None),
        ("Name,Team", [NAMES, "ken eth gbr nor usa"], None),
        ("Name,Team", [NAMES, "KEN KEN KEN KEN KEN"], None),
    ],
)
def test_one_column_is_of_nations(titles: str, cells: list[str], taken: str | None) -> None:
    column = understood(titles, *cells)[1]
    told = (column.why or str(column.meaning)) if column.meaning == "nation" else None
    assert told == taken


@pytest.mark.parametrize(("titles", "why"), [("Name,State,Nation", "the nation is in 'Nation'"), ("Name,Nat,Team", "")])
def test_where_another_column_is_headed_by_nations_it_has_them(titles: str, why: str) -> None:
    one, other = understood(titles, NAMES, CODES, CODES)[1:]
    if why:
        assert (one.why, other.meaning) == (why, "nation")
    else:
        assert (one.meaning, other.meaning) == ("nation", "club")
