"""Names as lists write them."""

from replay.files.table.values.people import behind_family, families_first, joined, read_person
from replay.race.race import Status
from replay.race.statuses import StatusNote
from tests.together import together

STOPPED = StatusNote(Status.DNF, "")


@together(
    ("text", "name", "more"),
    [
        ("Kiptum, Kelvin (KEN)", "Kelvin Kiptum", ("", "KEN", None)),
        ("Kiptum, Kelvin [KEN]", "Kelvin Kiptum", ("", "KEN", None)),
        ("Aino Alfa (FIN)", "Aino Alfa", ("", "FIN", None)),
        ("Ada Alfa DNF (KEN)", "Ada Alfa", ("", "KEN", STOPPED)),
        ("Ada Alfa (Kenya)", "Ada Alfa (Kenya)", ("", "", None)),
        ("van der Berg, Ada", "Ada van der Berg", ("van der Berg", "", None)),
        ("Funnell mp", "Funnell", ("", "", STOPPED)),
        ("Ada Alfa, DNF", "Ada Alfa", ("", "", STOPPED)),
        ("Ada Alfa (DNF)", "Ada Alfa", ("", "", STOPPED)),
        ("Ada Alfa (DSQ)", "Ada Alfa", ("", "", StatusNote(Status.DQ, ""))),
        ("Al mp", "Al mp", ("", "", None)),
        ("Smith, Jr", "Smith, Jr", ("", "", None)),
        ("Smith, Jr.", "Smith, Jr.", ("", "", None)),
        ("King, Martin, Jr", "King, Martin, Jr", ("", "", None)),
        ("Alfa, Ada B C D", "Ada B C D Alfa", ("", "", None)),
        ("Alfa, Ada B C D E", "Alfa, Ada B C D E", ("", "", None)),
        ("Ada, Bea & Cia", "Ada, Bea & Cia", ("", "", None)),
        ("Team 1, A", "Team 1, A", ("", "", None)),
        (", Ada", ", Ada", ("", "", None)),
        ("Alfa,", "Alfa,", ("", "", None)),
        ("ALFA Ada", "ALFA Ada", ("", "", None)),
    ],
)
def test_a_name_has_the_given_one_first_and_nothing_behind_it(text: str, name: str, more: tuple[object, ...]) -> None:
    assert read_person(text) == (name, *more)


@together(
    ("text", "title", "name", "short", "families"),
    [
        ("ALFA Ada", "", "Ada ALFA", "", 0),
        ("ALFA BETA Ada", "", "Ada ALFA BETA", "", 0),
        ("ADA ALFA", "", "ADA ALFA", "", 0),
        ("Ada ALFA", "", "Ada ALFA", "", 0),
        ("Alfa Ada", "name vorname", "Ada Alfa", "", 1),
        ("van der Berg Ada", "name vorname", "Ada van der Berg", "van der Berg", 3),
        ("van der", "name vorname", "van der", "", 0),
        ("Alfa", "name vorname", "Alfa", "", 0),
        ("Alfa Beta Ada", "name vorname", "Beta Ada Alfa", "", 1),
        ("Alfa Beta Ada", "apellidos nombre", "Ada Alfa Beta", "Alfa Beta", 2),
        ("Alfa Ada", "apellidos nombre", "Ada Alfa", "", 1),
        ("de la Cruz Ana", "apellidos nombre", "Ana de la Cruz", "de la Cruz", 3),
        ("Иванов Иван", "фио", "Иван Иванов", "", 1),
        ("王 小明", "last first", "王 小明", "", 0),
    ],
)
def test_a_family_s_name_that_stands_first_is_put_last(
    text: str, title: str, name: str, short: str, families: int
) -> None:
    assert read_person(text, family_first=True, title=title) == (name, short, "", None)
    assert not title or behind_family(text, title) == families


@together(
    ("given", "family", "person"),
    [
        ("Ada", "Alfa", ("Ada Alfa", "", "", None)),
        ("Ada", "", ("Ada", "", "", None)),
        (" ", "Alfa, Ada", ("Ada Alfa", "", "", None)),
        ("Ada", "Alfa Beta (KEN)", ("Ada Alfa Beta", "Alfa Beta", "KEN", None)),
        ("Ada", "Alfa (DNF)", ("Ada Alfa", "", "", STOPPED)),
        ("Ada", "Alfa mp", ("Ada Alfa", "", "", STOPPED)),
    ],
)
def test_two_cells_are_one_name(given: str, family: str, person: tuple[object, ...]) -> None:
    assert joined(given, family) == person


@together(
    ("names", "first"),
    [
        (["ALFA Ada", "BETA Bea (KEN)", "Cia Gamma"], True),
        (["ALFA Ada", "Cia Gamma"], False),
        (["ALFA BETA", "ALFA Ada BETA", "BETA Bea"], False),
        ([], False),
    ],
)
def test_most_names_of_a_list_tell_which_stands_first(names: list[str], first: bool) -> None:
    assert families_first(names) == first


def test_a_family_of_several_words_in_capitals_is_called_in_small_letters() -> None:
    assert joined("Yassine", "BEN AMOR").short == "Ben Amor"
    assert joined("Hugo", "da SILVA").short == "da Silva"
    assert read_person("DA SILVA, Hugo").short == "Da Silva"
