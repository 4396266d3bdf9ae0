"""The codes of nations by their names."""

import re

from replay.race import nations
from replay.race.nations import is_nation_code, is_state, nation_code
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
        ("US", "USA"),
        ("gb", "GBR"),
        ("UK", "GBR"),
        ("DE", "GER"),
        ("DEU", "GER"),
        ("CHE", "SUI"),
        ("BRN", "BRN"),
        ("\U0001f1f0\U0001f1ea", "KEN"),
        ("\U0001f1f3\U0001f1f1 Nederland", "NED"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "GBR"),
        ("NR", "NRU"),
        ("XX", "XX"),
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


def test_the_letters_of_iso_are_one_nation_s_and_no_code_of_the_committee_s_is_another_s_there() -> None:
    parts = [part.split() for part in nations._ISO.split(";")]
    letters = [letter for two, _, *three in parts for letter in (two, *three)]
    codes = {code for _, code, *_ in parts} | set(nations._CODES.values())
    assert len(set(letters)) == len(letters)
    assert {len(two) for two, *_ in parts} == {2}
    assert not codes & {letter for letter in letters if len(letter) == 3}


def test_three_letters_are_a_code_only_where_the_committee_has_them() -> None:
    assert [text for text in ("KEN", "GBR", "NED", "EUN", "XYZ", "ken", "DE", "") if is_nation_code(text)] == CODES


CODES = ["KEN", "GBR", "NED"]


@together("text", ["TX", "ca", "New York", "Rhode Island", "QC", "NSW"])
def test_a_state_is_one_by_its_letters_or_its_name(text: str) -> None:
    assert is_state(text)


@together("text", ["KEN", "GBR", "Georgia", "Kenya", ""])
def test_a_nation_is_no_state(text: str) -> None:
    assert not is_state(text)
