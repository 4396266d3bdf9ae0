import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files import formats
from replay.files.compiled import folder
from replay.files.formats import read_file, read_source
from replay.files.source import Choices, Reading, Source

TABLE = b"name,nation,10000,finish\n" + b"".join(
    b"Ann Number%d,KEN,%d:00,1:%02d:00\n" % (number, 30 + number, 5 + number) for number in range(12)
)
SOURCE = Source(TABLE, Path("half.csv"))
CHOICES = Choices(distance=21097.5)


@pytest.fixture(autouse=True)
def _small_files_are_large(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(folder, "MANY", 10)
    monkeypatch.setattr(formats, "LARGE_FILE", 10)
    yield
    folder.keep_now()


class Reader:
    """Reads a source, and counts how often."""

    def __init__(self, source: Source = SOURCE, choices: Choices = CHOICES) -> None:
        self.source, self.choices, self.times = source, choices, 0

    def _read(self) -> Reading:
        self.times += 1
        return read_source(self.source, self.choices)

    def __call__(self) -> Reading:
        found = folder.read_once(self.source, self.choices, self._read)
        folder.keep_now()
        return found


def kept() -> list[Path]:
    """The files in the cache folder."""
    place = folder.cache_folder()
    return sorted(place.iterdir()) if place.is_dir() else []


def test_a_large_file_is_read_once_and_comes_back_the_same() -> None:
    reader = Reader()
    assert reader() == reader() == read_source(SOURCE, CHOICES)
    assert reader.times == 1


def test_a_file_is_kept_under_the_platforms_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    Reader()()
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert kept()[0].is_relative_to(tmp_path / "elsewhere")
    assert len(kept()) == 1


@pytest.mark.parametrize(
    "other",
    [
        Reader(Source(TABLE + b"Zoe Last,KEN,50:00,1:59:00\n", SOURCE.path)),
        Reader(Source(TABLE, Path("other.csv"))),
        Reader(SOURCE, Choices(distance=20000.0)),
    ],
    ids=["bytes", "name", "choices"],
)
def test_another_file_or_other_choices_are_another_reading(other: Reader) -> None:
    Reader()()
    assert other() == read_source(other.source, other.choices)
    assert len(kept()) == 2


def test_another_program_reads_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader()
    reader()
    monkeypatch.setattr(folder, "_program", lambda: b"another")
    reader()
    assert reader.times == 2


def test_the_disk_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(_: int) -> None:
        raise AssertionError

    monkeypatch.setattr(os, "fsync", wait)
    reader = Reader()
    assert reader() == reader()
    assert reader.times == 1


def test_small_files_and_unreadable_ones_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    Reader(Source(b"nothing,here\n1,2\n" * 20, Path("no.csv")))()
    monkeypatch.setattr(folder, "MANY", 13)
    Reader()()
    assert kept() == []


def test_a_race_file_that_names_its_table_is_read_each_time(tmp_path: Path) -> None:
    (tmp_path / "half.csv").write_bytes(TABLE)
    race = tmp_path / "half.yaml"
    race.write_text("race: Half\ndistance: 21097.5\nentries: half.csv\n", encoding="utf-8")
    first = read_file(race).race
    (tmp_path / "half.csv").write_bytes(TABLE.replace(b"Ann", b"Eve"))
    second = read_file(race).race
    folder.keep_now()
    assert first is not None
    assert second is not None
    assert (first.entries[0].name, second.entries[0].name) == ("Ann Number0", "Eve Number0")
    assert kept() == []


def test_files_are_kept_through_the_door_that_all_use(tmp_path: Path) -> None:
    path = tmp_path / "half.csv"
    path.write_bytes(TABLE)
    first = read_file(path, CHOICES)
    folder.keep_now()
    assert len(kept()) == 1
    assert read_file(path, CHOICES) == first


def test_the_folder_keeps_the_latest_and_no_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_FILES", 3)
    for number in range(5):
        Reader(Source(TABLE, Path(f"{number}.csv")))()
        for age, path in enumerate(reversed(kept())):
            os.utime(path, (1000 - age, 1000 - age))
    assert len(kept()) == 3
    size = sum(path.stat().st_size for path in kept())
    monkeypatch.setattr(folder, "MOST_BYTES", size // 2)
    reader = Reader(Source(TABLE, Path("last.csv")))
    reader()
    reader()
    assert sum(path.stat().st_size for path in kept()) <= size // 2
    assert reader.times == 1


def test_what_was_used_last_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_FILES", 2)
    one, two, three = (Reader(Source(TABLE, Path(f"{number}.csv"))) for number in range(3))
    one()
    (place,) = kept()
    os.utime(place, (1000, 1000))
    two()
    for path in kept():
        if path != place:
            os.utime(path, (2000, 2000))
    one()  # used again, and so no longer the oldest
    three()
    one()
    assert one.times == 1


def _no_folder(place: Path) -> None:
    place.parent.mkdir(parents=True)
    place.write_text("a file where the folder should be", encoding="utf-8")


def _a_folder_for_the_file(place: Path) -> None:
    Reader()()
    (path,) = kept()
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [_no_folder, _a_folder_for_the_file])
def test_a_folder_that_cannot_be_used_is_no_error(spoil: Callable[[Path], None]) -> None:
    spoil(folder.cache_folder())
    reader = Reader()
    assert reader() == reader() == read_source(SOURCE, CHOICES)
    assert reader.times == 2


def test_nothing_but_whole_files_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: Path, target: Path) -> Path:
        raise OSError("no")

    monkeypatch.setattr(Path, "replace", fails)
    Reader()()
    assert kept() == []


def damaged(data: bytes, damage: tuple[str, float, bytes]) -> bytes:
    """A file cut, changed, or with something more in it, at a share of its length."""
    kind, share, more = damage
    at = round(share * len(data))
    if kind == "cut":
        return data[:at]
    if kind == "more":
        return data[:at] + more + data[at:]
    return data[:at] + more + data[at + len(more) :]


DAMAGE = st.tuples(st.sampled_from(["cut", "more", "other"]), st.floats(0, 1), st.binary(min_size=1, max_size=40))


@given(DAMAGE)
def test_a_file_with_any_damage_is_as_none(damage: tuple[str, float, bytes]) -> None:
    want = read_source(SOURCE, CHOICES)
    key = bytes(32)
    data = folder._to_bytes(want, key)
    broken = damaged(data, damage)
    assert folder._from_bytes(data, key) == want
    assert folder._from_bytes(broken, key) is None or broken == data
    assert folder._from_bytes(data, bytes([1]) * 32) is None


@given(damage=DAMAGE | st.tuples(st.just("other"), st.just(0.0), st.binary(max_size=300)))
def test_a_file_that_somebody_else_wrote_with_a_right_sum_is_no_error(damage: tuple[str, float, bytes]) -> None:
    reader = Reader()
    reader()
    (place,) = kept()
    data = place.read_bytes()
    start = len(folder._FORM) + 32
    body = data[start : start + 32] + damaged(data[start + 32 :], damage)
    place.write_bytes(folder._FORM + hashlib.sha256(body).digest() + body)
    assert isinstance(reader(), Reading)
    place.unlink(missing_ok=True)


@pytest.mark.parametrize("name", ["\x1b[2J", "\x07", "\r", "\u202e", "\x9b31m"])
def test_a_reading_that_would_command_a_terminal_is_none(name: str) -> None:
    want = read_source(SOURCE, CHOICES)
    assert want.race is not None
    forged = replace(want, race=replace(want.race, title=f"A {name}"))
    key = bytes(32)
    assert folder._from_bytes(folder._to_bytes(want, key), key) == want
    assert folder._from_bytes(folder._to_bytes(forged, key), key) is None


@given(DAMAGE)
def test_a_damaged_file_is_read_from_its_source_and_written_anew(damage: tuple[str, float, bytes]) -> None:
    reader = Reader()
    want = reader()
    (place,) = kept()
    data = place.read_bytes()
    place.write_bytes(damaged(data, damage))
    assert reader() == want
    assert place.read_bytes() == data
