"""Colours of clubs and nations in a race file."""

from tests.files.yaml.test_reading import HEAD, parsed, sound
from tests.together import together

CLUBS = "entries: [{name: A, club: Bristol & West, nation: GBR}, {name: B, club: Leevale, nation: IRL}]\n"


def test_kits_are_colours_by_name_or_code_of_clubs_and_nations() -> None:
    text = f"{HEAD}{CLUBS}kits: {{bristol & west: Red, IRL: '#00aa55'}}\n"
    assert sound(text).kits == {"Bristol & West": 0xD2202F, "IRL": 0x00AA55}
    assert sound(HEAD + CLUBS).kits == {}


@together(
    ("kits", "problem"),
    [
        ("{Leevale: greeen}", "the kit of 'Leevale' has the unknown colour 'greeen'; did you mean 'green'?"),
        ("{Leevale: plaid}", "the kit of 'Leevale' has the unknown colour 'plaid'; it is one of black, white, "),
        ("{Leevale: '#12345'}", "the kit of 'Leevale' has the unknown colour '#12345'; it is one of "),
        ("{Leevail: green}", "kits has 'Leevail', to which no entry belongs; did you mean 'Leevale'?"),
        ("{KEN: green}", "kits has 'KEN', to which no entry belongs; write a club or a nation as the entries do"),
        ("red", "kits is not a map of clubs and colours: "),
    ],
)
def test_a_kit_that_cannot_be_used_is_reported_with_its_line_and_a_way_out(kits: str, problem: str) -> None:
    race, problems = parsed(f"{HEAD}{CLUBS}kits: {kits}\n")
    assert race.kits == {}
    (found,) = problems
    assert str(found).startswith(f"a-race.yaml:4: error: {problem}")
