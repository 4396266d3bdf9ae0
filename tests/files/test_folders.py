"""A typed path narrows down what a folder holds, and completes."""

from pathlib import Path

import pytest

from replay.files.folders import completed, first_lines, listing, meant, recordings, typed_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Results 2024.csv", "results-2025.csv", "ada.gpx", "bea.fit", "photo.png", ".hidden.csv"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "races").mkdir()
    (tmp_path / "nowhere.csv").symlink_to(tmp_path / "gone")
    return tmp_path


def names(text: str) -> list[str]:
    return [item.name for item in listing(text).items]


def test_folders_come_first_then_files_that_may_be_races(folder: Path) -> None:
    assert names(f"{folder}/") == [
        "races", "ada.gpx", "bea.fit", "nowhere.csv", "Results 2024.csv", "results-2025.csv", "photo.png"
    ]  # fmt: skip


def test_what_is_typed_narrows_it_without_case_and_anywhere_in_the_name(folder: Path) -> None:
    assert names(f"{folder}/RES") == ["Results 2024.csv", "results-2025.csv"]
    assert names(f"{folder}/2025") == ["results-2025.csv"]
    assert names(f"{folder}/.") == [".hidden.csv"]
    assert names(f"{folder}/zzz") == []


def test_it_completes_as_far_as_is_certain(folder: Path) -> None:
    for typed, full in (("rac", "races/"), ("ada", "ada.gpx"), ("results-", "results-2025.csv"), ("zzz", "zzz")):
        text = f"{folder}/{typed}"
        assert completed(text, listing(text)) == f"{folder}/{full}"


def test_a_folder_that_cannot_be_looked_into_says_why(folder: Path) -> None:
    assert "cannot be looked into" in listing(f"{folder}/no/such").problem
    assert listing("a\0b/").problem
    assert listing(f"{folder}/ada.gpx/").items == ()


def test_recordings_of_a_folder_may_be_one_race(folder: Path) -> None:
    assert recordings(listing(f"{folder}/")) == (folder / "ada.gpx", folder / "bea.fit")


def test_home_is_typed_as_its_sign(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert typed_path(folder) == "~/"
    assert typed_path(folder / "races") == "~/races/"
    assert typed_path(Path("/")) == "/"
    assert names("~/rac") == ["races"]


def test_a_file_begins_with_its_first_lines_whatever_it_is_written_in(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = "näme\ttime\r\nAda\x1b[31m\t4:02\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path.write_bytes(text.encode(encoding))
        lines = list(first_lines(path, 5))
        assert lines[0].lstrip(" ").startswith("näme")
        assert all(line.isprintable() for line in lines)
    path.write_bytes(b"PK\0\1")
    assert list(first_lines(path, 5)) == []
    assert list(first_lines(tmp_path / "gone", 5)) == []


def test_a_path_from_the_root_typed_behind_a_folder_is_meant_alone(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Name,Time\n")
    assert [item.name for item in listing(f"/somewhere/{tmp_path}/a").items] == ["a.csv"]
    assert meant("/here/~/a.csv") == "~/a.csv"
    assert meant("file:///tmp/a.csv") == "file:///tmp/a.csv"


def test_of_a_huge_folder_any_file_is_found_and_what_is_not_listed_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 5,000 files the others could not be found, and `nothing here is called` so was no truth."""
    monkeypatch.setattr("replay.files.folders._MOST", 2)
    every = {name: listing(f"{folder}/{name}") for name in ("ada.gpx", "results-2025.csv", "photo.png", "races")}
    assert {name: [item.name for item in found.items] for name, found in every.items()} == {n: [n] for n in every}
    assert not any(found.more for found in every.values())
    whole = listing(f"{folder}/")
    assert (len(whole.items), whole.more) == (2, True)
    monkeypatch.setattr("replay.files.folders._LOOKED_AT", 3)
    assert listing(f"{folder}/photo").more
