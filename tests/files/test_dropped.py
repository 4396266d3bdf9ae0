"""A file that is dropped on a terminal comes as text, by each terminal in its own way."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.dropped import dropped_paths, no_paths_in, pasted_paths, path_of
from tests.together import together

NAMES = ("a race.csv", "Ada's run.fit", "b.gpx", "Zürich 10 km (final).csv", 'the "mile".csv', "back\\slash.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).touch()
    return tmp_path


def backslashed(path: Path) -> str:
    return "".join(char if char.isalnum() or char in "/._-" else f"\\{char}" for char in str(path))


def quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "'\\''") + "'"


def address(path: Path) -> str:
    return path.as_uri()


WRITTEN = [str, backslashed, quoted, address]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("write", WRITTEN)
@pytest.mark.parametrize("end", ["", " ", "\n", "\r\n"])
def test_one_file_however_the_terminal_writes_it(folder: Path, name: str, write: type[str], end: str) -> None:
    assert dropped_paths(write(folder / name) + end) == (folder / name,)


@pytest.mark.parametrize("write", [backslashed, quoted, address])
@pytest.mark.parametrize("between", [" ", "\n", "\r\n"])
def test_several_files(folder: Path, write: type[str], between: str) -> None:
    paths = tuple(folder / name for name in NAMES)
    assert dropped_paths(between.join(map(write, paths)) + " ") == paths


def test_double_quotes_and_an_address_of_this_machine(folder: Path) -> None:
    assert dropped_paths(f'"{folder / "a race.csv"}"') == (folder / "a race.csv",)
    assert dropped_paths((folder / "b.gpx").as_uri().replace("file://", "file://localhost")) == (folder / "b.gpx",)


def test_the_home_folder_is_known_by_its_sign(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert path_of("~/b.gpx") == folder / "b.gpx"
    assert path_of("~nobody-has-this-name/b.gpx") == Path("~nobody-has-this-name/b.gpx")


def test_a_relative_path_is_one_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert dropped_paths("a race.csv") == (Path("a race.csv"),)


@pytest.mark.parametrize("text", ["", " \n", "hello", "no/such/file.csv", "b.gpx no-such.csv", "x" * 100_000, "a\0b"])
def test_what_names_no_file_gives_none(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.chdir(folder)
    assert dropped_paths(text) == ()


@given(st.text())
def test_any_text_gives_paths_that_exist_or_none(text: str) -> None:
    assert all(os.path.lexists(path) for path in dropped_paths(text))


def test_a_table_that_is_pasted_becomes_a_file(folder: Path) -> None:
    (path,) = pasted_paths("name\ttime\rAda\t4:02\rBea\t4:03\r")
    assert path.read_text(encoding="utf-8") == "name\ttime\nAda\t4:02\nBea\t4:03\n"
    assert pasted_paths(str(folder / "b.gpx")) == (folder / "b.gpx",)
    assert [pasted_paths(text) for text in ("kerr", "a, b, 1", "one\ntwo\nthree")] == [(), (), ()]


def test_a_list_in_plain_lines_that_is_pasted_becomes_a_file() -> None:
    text = "1. Ada Alfa 35:10\n2. Bea Beta 36:02\n"
    (path,) = pasted_paths(text)
    assert path.read_text(encoding="utf-8") == text
    assert pasted_paths("Ada Alfa 35:10") == ()


@together(
    ("text", "said"),
    [
        ("/no/such/file.csv", "there is no file /no/such/file.csv"),
        ("'~/results.xlsx' ", "there is no file '~/results.xlsx'"),
        ("hello world", "what was pasted is neither a file's path nor a list of results"),
        ("\x1b[2Jresults.csv", "there is no file [2Jresults.csv"),
        ("  \n", "nothing was pasted"),
    ],
)
def test_what_names_no_file_says_so(text: str, said: str) -> None:
    assert pasted_paths(text) == ()
    assert no_paths_in(text) == said


def test_a_table_for_which_there_is_no_room_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It ended the program, where temporary files had no place."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    table = "name\ttime\rAda\t4:02\rBea\t4:03\r"
    assert pasted_paths(table) == ()
    assert "kept nowhere" in no_paths_in(table)
