"""Sexes in one letter, by the language of the list."""

from replay.files.table.meanings.sexes import sexes_beside
from tests.together import together


@together(
    ("cells", "title", "men"),
    [
        ("V M", "Lytis", "V"),
        ("V M", "Sexo", "V"),
        ("V M", "Geslacht", ""),  # in Dutch these are a woman and a man
        ("H M", "Sexo", "H"),
        ("h M", "", "h"),
        ("E K", "Cinsiyet", "E"),
        ("M F", "Sexo", ""),
        ("H M F", "Sexo", ""),
        ("M", "Sexo", ""),
    ],
)
def test_a_letter_is_a_man_or_a_woman_by_the_one_beside_it(cells: str, title: str, men: str) -> None:
    told = sexes_beside([*cells.split(), " "], title)
    assert [letter for letter in cells.split() if told.get(letter.lower()) == "M"] == [*men]
    assert sorted(told.values()) == (["F", "M"] if men else [])
