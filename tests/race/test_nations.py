"""The codes of nations by their names."""

import re

from replay.race import nations
from replay.race.nations import is_state, nation_code
from tests.together import together


@together(
    ("text", "code"),
    [
        ("Kenya", "KEN"),
        ("UNITED STATES", "USA"),
        ("Great Britain & N.I.", "GBR"),
        ("Österreich", "AUT"),
        ("Côte d'Ivoire", "CIV"),
        ("Cuba", "CUB"),
        ("KEN", "KEN"),
        ("US", "US"),
        ("", ""),
        ("Unattached", "Unattached"),
    ],
)
def test_a_nation_has_its_code(text: str, code: str) -> None:
    assert nation_code(text) == code


def test_every_name_is_one_nation_s_and_as_it_is_looked_up() -> None:
    nation_code("Kenya")
    names = re.findall(r"[a-z][a-z ]+", nations._NAMES.replace("\n", " "))
    assert len(nations._CODES) == len(names)
    assert {len(code) for code in nations._CODES.values()} == {3}
    assert all(nation_code(name) == code for name, code in nations._CODES.items())


@together("text", ["TX", "ca", "New York", "Rhode Island", "QC", "NSW"])
def test_a_state_is_one_by_its_letters_or_its_name(text: str) -> None:
    assert is_state(text)


@together("text", ["KEN", "GBR", "Georgia", "Kenya", ""])
def test_a_nation_is_no_state(text: str) -> None:
    assert not is_state(text)
