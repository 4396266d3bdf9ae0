"""By what a file tells its format, and how much of it is looked at."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from replay.files import telling
from replay.files.source import Source


class Unasked:
    """A pattern that nothing is looked for with."""

    def search(self, _: bytes) -> None:
        raise AssertionError


def test_a_table_is_no_race_file_by_how_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "_LIST_KEY", Unasked())
    table = b"name,time\n" + b"Ada Alfa,3:59\n" * 1000
    assert not telling.is_race_file(Source(table, Path("run.csv")))
    assert not telling.is_race_file(Source(table, Path("run.yaml")))


def test_a_wide_table_is_not_asked_whether_it_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    laps = ",".join(["1:10.1"] * 12)
    rows = [f"Ada Alfa {number},{laps}\n" for number in range(12)]
    below = [f"{number}. Ada Alfa  14:02.1 ({laps})\n" for number in range(1, 13)]
    asked: list[str] = []
    monkeypatch.setattr(telling, "_asked", lambda module, *_: asked.append(module))

    def is_asked(lines: Sequence[str]) -> bool:
        asked.clear()
        telling.is_text_in_columns(Source("".join(lines).encode(), Path("x.txt")))
        return bool(asked)

    assert not is_asked(["name," + ",".join(map(str, range(400, 5200, 400))) + "\n", *rows])
    assert is_asked(["Results of the club\n", *rows])
    assert is_asked(["5000 m\n", *below])
    assert is_asked(rows[:5])
