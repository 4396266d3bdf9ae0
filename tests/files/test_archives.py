import gzip
import io
import zipfile
from pathlib import Path

import pytest

from replay.files import archives
from replay.files.formats import read_file, read_files
from replay.files.source import Choices, Source
from replay.race.problems import UnreadableRace
from tests.files.gps.made import LINE, gpx, run, tcx

CSV = b"# distance_m: 1500\nname,finish\nAda,4:02\n"


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    reading = read_file(path)
    assert reading.race is None
    return str(reading.problems[-1])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("spring.csv.gz", gzip.compress(CSV)),
        ("spring.gz", gzip.compress(CSV)),
        ("any.zip", zipped({"spring.csv": CSV})),
        ("any.zip", zipped({"results/spring.csv": CSV, "read.me": b"hello", "__MACOSX/spring.csv": b"x"})),
        ("any.zip", zipped({"spring.csv.gz": gzip.compress(CSV)})),
        ("spring.csv", gzip.compress(CSV)),
    ],
    ids=["csv.gz", "gz", "zip", "zip with more", "gz in zip", "gz called csv"],  # archives hold the time
)
def test_a_race_is_read_out_of_its_archive(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    race = read_file(tmp_path / name).race
    assert race is not None
    assert (race.id, race.entries[0].name) == ("spring", "Ada")


def test_an_archive_that_is_no_race_says_why(tmp_path: Path) -> None:
    assert "2 files: a.csv, b.csv; `--part FILE` takes" in refused(
        tmp_path / "two.zip", zipped({"a.csv": CSV, "b.csv": CSV})
    )
    assert "this gzip file is broken" in refused(tmp_path / "cut.gz", gzip.compress(CSV)[:-9])
    assert "this zip archive cannot be read" in refused(tmp_path / "bad.zip", _spoilt(zipped({"a.csv": CSV * 99})))


@pytest.mark.parametrize("part", ["b.csv", "B", "lists/b.csv"])
def test_of_several_files_in_an_archive_the_user_names_one(tmp_path: Path, part: str) -> None:
    (tmp_path / "two.zip").write_bytes(zipped({"a.csv": CSV, "lists/b.csv": CSV.replace(b"Ada", b"Bea")}))
    for reading in (
        read_file(tmp_path / "two.zip", Choices(part=part)),
        *read_files([tmp_path / "two.zip"], Choices(part=part)),
    ):
        assert reading.race is not None, reading.problems
        assert reading.race.entries[0].name == "Bea"


def _spoilt(data: bytes) -> bytes:
    return data[:45] + bytes(byte ^ 0xFF for byte in data[45:60]) + data[60:]


@pytest.mark.parametrize("packed", [gzip.compress(b"0" * 5000), zipped({"a.csv": b"0" * 5000})], ids=["gz", "zip"])
def test_no_more_is_unpacked_than_is_read(monkeypatch: pytest.MonkeyPatch, packed: bytes) -> None:
    monkeypatch.setattr(archives, "LARGEST", 4000)
    with pytest.raises(UnreadableRace, match="more than the 4,000 bytes that are read; keep of it"):
        archives.unpacked(Source(packed, Path("bomb")), [".csv"])


def test_a_gzip_file_of_very_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_PIECES", 3)
    assert archives.unpacked(Source(gzip.compress(b"ab") * 3, Path("a.csv.gz")), [".csv"]).data == b"ababab"
    with pytest.raises(UnreadableRace, match="more than 3 parts; pack it anew"):
        archives.unpacked(Source(gzip.compress(b"") * 4, Path("a.csv.gz")), [".csv"])


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_unpacks_all_at_once_is_not_begun(tmp_path: Path, method: int) -> None:
    """A few bytes of these stand for gigabytes, and Python makes all of them before it gives the first."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("a.csv", CSV)
    assert "packed in a way that is not read, such as LZMA; take the file out of it" in refused(
        tmp_path / "a.zip", packed.getvalue()
    )
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("[Content_Types].xml", b"<a/>")
        archive.writestr("xl/workbook.xml", b"<a/>")
    assert "packed in a way that is not read" in refused(tmp_path / "a.xlsx", packed.getvalue())


def test_recordings_alone_in_an_archive_are_one_race_and_beside_others_each_is_told(tmp_path: Path) -> None:
    runs = {f"run/{name}.gpx": gpx(run(LINE, pace)) for name, pace in (("Ada", 4.0), ("Bo", 3.8))}
    runs["run/Cy.tcx.gz"] = gzip.compress(tcx(run(LINE, 3.5)))
    (tmp_path / "club.zip").write_bytes(zipped(runs | {"__MACOSX/run/._Ada.gpx": b"x", "read.me": b"hello"}))
    for reading in (read_file(tmp_path / "club.zip"), *read_files([tmp_path / "club.zip"])):
        assert reading.race is not None
        assert [entry.name for entry in reading.race.entries] == ["Ada", "Bo", "Cy"]
    found = read_file(tmp_path / "club.zip", Choices(part="Bo")).race
    assert found is not None
    assert len(found.entries) == 1
    assert "Ada.gpx, Bo.gpx, Cy.tcx.gz, list.csv" in refused(tmp_path / "more.zip", zipped(runs | {"list.csv": CSV}))
