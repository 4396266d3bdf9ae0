import pytest

from replay.files.table.values import alike


def test_texts_that_are_alike_are_one_until_very_many_others_were_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alike, "_MOST_MET", 2)
    made = alike.Alike()
    (first,) = made.row(["".join(("Ada", " 1"))])
    made.row(["Bea"])
    (again,) = made.row(["".join(("Ada", " 1"))])
    assert again is first
    made.row(["Cia"])
    (anew,) = made.row(["".join(("Ada", " 1"))])
    assert anew == first
    assert anew is not first
