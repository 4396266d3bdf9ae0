"""By what a file tells its format, and how much of it is looked at."""

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
