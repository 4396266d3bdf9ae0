"""Large tables whose rows are alike are cut at once; the `csv` module has to find the same cells in them."""

import random
from typing import Any

import pytest

from replay.files.table.layouts import even
from replay.files.table.layouts.cutting import parted_rows
from replay.files.table.layouts.even import Cells, EvenRows, any_begins, even_rows, taken
from tests.together import together

ODD = ("", "-", "–", "Ada", "Zoë Ünal", "Ægir", "渡辺", "🏃 Bo", "1:02:03", "01:02:03", "x" * 300, "a b", "'=1", "\t")
QUOTED = ("Kiptum, Kelvin", "", "a;b", "Zoë, Bo", "7")


@pytest.fixture(autouse=True)
def _of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(even, "FROM", 0)
    monkeypatch.setattr(even, "_AT_FIRST", 2)
    monkeypatch.setattr(even, "_AT_ONCE", 7)


def some(seed: int) -> tuple[str, str]:
    """A table, and what parts its cells."""
    dice = random.Random(seed)
    delimiter, width = dice.choice(",;\t"), dice.randint(2, 6)

    def cell() -> str:
        if dice.random() < 0.2:
            return f'"{dice.choice(QUOTED)}"'
        return dice.choice([text for text in ODD if delimiter not in text])

    rows = [[cell() for _ in range(width)] for _ in range(dice.randint(1, 60))]
    for row in rows:
        row[-1] = (row[-1].strip('"') and row[-1]) or "1"
    text = dice.choice(("\n", "\r\n")).join(delimiter.join(row) for row in rows)
    return text + dice.choice(("", "\n" if "\r" not in text else "\r\n")), delimiter


@together("odd", [",", ",\r", '"",', "1,2,3", "1"])
@together("before", [0, 6, 7, 20])
def test_a_row_that_is_not_like_the_others_is_met_wherever_it_stands(odd: str, before: int) -> None:
    alike = ['"Kiptum, Kelvin",1']
    assert even_rows("\n".join(alike * 30), ",") is not None
    assert even_rows("\n".join([*alike * before, odd, *alike * (29 - before)]), ",") is None


@together("first", range(0, 200, 50))
def test_the_cells_are_those_that_the_csv_module_finds(first: int) -> None:
    for seed in range(first, first + 50):
        text, delimiter = some(seed)
        found = even_rows(text, delimiter)
        plain, lines = parted_rows(text, delimiter, 1)
        assert found is not None, seed
        assert list(found) == plain, seed
        assert found[-1] == plain[-1], seed
        assert lines == list(range(1, len(found) + 1)), seed
        columns = [list(column) for column in found.columns(found.width)]
        assert columns == [list(cells) for cells in zip(*plain, strict=True)], seed
        assert list(found[1:]) == plain[1:], seed


@together(
    "text",
    [
        "a,b\n1\n",
        "a,b\n1,2,3\n",
        "a,b\n\n1,2\n",
        "a,b\n,\n1,2\n",
        "a,b\ncaption,\n1,2\n",
        'a,b\n"two\nlines",2\n',
        'a,b\n"two ""words""",2\n',
        'a,b\nfive 5" nails,2\n',
        'a,b\n"open,2\n1,2\n',
        'a,b\n"half" open,2\n',
        "a,b\r1,2\r",
        "a,b\r\n1,2\n",
        "a,b\n1\x0b2,3\n",
        "a,b\n1\u20282,3\n",
        "a,b\n1\x852,3\n",
        "a,b\n1\x00,3\n",
        "a,b\n\ud800,3\n",
        "a\n1\n",
        "a,b\n1," + "2" * 140_000 + "\n",
        ",".join("a" * 1001) + "\n",
    ],
)
def test_what_takes_a_thought_is_left_to_the_csv_module(text: str) -> None:
    assert even_rows(text, ",") is None


def test_a_small_table_is_left_to_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(even, "FROM", 100)
    assert even_rows("a,b\n1,2\n", ",") is None


def cells(*texts: str) -> Cells:
    found = even_rows("".join(f"{text},1\n" for text in texts), ",")
    assert isinstance(found, EvenRows)
    return found.columns(2)[0]


def test_cells_are_the_same_before_and_after_they_were_read_as_a_whole() -> None:
    column = cells("Ada", "Zoë", "", "Bo")
    for _ in range(3):
        assert list(column) == ["Ada", "Zoë", "", "Bo"]
        assert column[1] == "Zoë"
        assert column[-1] == "Bo"
        assert column[1:3] == ["Zoë", ""]
        assert column[4:] == []
        assert list(taken(column, [3, 0])) == ["Bo", "Ada"]
        assert len(column) == 4


def test_who_looks_for_the_first_has_few_made_and_none_is_made_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    made, decoded = 0, Cells._decoded

    def counted(self: Cells, starts: Any, ends: Any) -> list[str]:  # noqa: ANN401 - arrays
        nonlocal made
        made += len(starts)
        return decoded(self, starts, ends)

    monkeypatch.setattr(Cells, "_decoded", counted)
    rows = even_rows("1,Ada,3:00\n" * 100, ",")
    assert rows is not None
    assert next(iter(rows)) == ["1", "Ada", "3:00"]
    assert made == 2 * 3
    column = rows.columns(3)[1]
    made = 0
    assert next(iter(column)) == "Ada"
    assert made == 2
    assert list(column) == list(column) == ["Ada"] * 100
    assert made == 2 + 100


def test_of_very_many_cells_those_that_are_alike_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(even, "_MANY", 3)
    column = cells("Ada", "Bo", "Ada", "Ada")
    assert list(column) == list(column) == ["Ada", "Bo", "Ada", "Ada"]
    assert len(set(map(id, column))) == 2


def test_a_sign_is_looked_for_at_the_beginning_of_cells() -> None:
    assert any_begins(cells("1", " +2"), "+")
    assert not any_begins(cells("1", "2+"), "+")
    assert not any_begins(["1", "2+"], "+")
    assert any_begins(["1", "+2"], "+")
