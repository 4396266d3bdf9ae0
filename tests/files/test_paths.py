"""What lies at a path: regular files are read, and nothing else is waited for."""

import os
from pathlib import Path

import pytest

from replay.files import paths
from replay.files.formats import read_file
from replay.files.paths import beside, expanded, first_bytes, keep_own_in, own_folder

TABLE = "# distance_m: 1500\nname,finish\nAnn,4:00.00\n"


def test_a_pipe_is_refused_and_nobody_waits_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "race.yaml"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="no regular file"):
        first_bytes(pipe, 10)
    reading = read_file(pipe)
    assert reading.race is None
    assert "no regular file" in reading.problems[-1].message


def test_a_link_to_a_device_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "race.csv"
    link.symlink_to("/dev/zero")
    assert read_file(link).race is None


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("table.csv")
    assert read_file(tmp_path / "link.csv").race is not None


@pytest.mark.parametrize("course", [True, False], ids=["course", "entries"])
def test_what_a_race_file_names_lies_beside_it_also_by_links(tmp_path: Path, course: bool) -> None:
    ending = ".gpx" if course else ".csv"
    folder = tmp_path / "races"
    folder.mkdir()
    outside, race = tmp_path / f"secret{ending}", folder / "race.yaml"
    outside.write_text(TABLE, encoding="utf-8")
    (folder / f"own{ending}").write_text(TABLE, encoding="utf-8")
    (folder / f"link{ending}").symlink_to(outside)
    (folder / f"inside{ending}").symlink_to(folder / f"own{ending}")
    names = {name: beside(race, Path(f"{name}{ending}"), ending) for name in ("own", "inside", "link", "../secret")}
    assert {name for name, found in names.items() if found is not None} == {"own", "inside"}
    assert beside(race, outside, ending) is None
    assert beside(race, Path("own.txt"), ending) is None


def test_a_pipe_in_the_place_of_what_a_race_file_names_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "course.gpx")
    race = tmp_path / "race.yaml"
    text = "race: A\nevent: half marathon\ncourse: course.gpx\nentries: [{name: A, result: 1:10:00}]\n"
    race.write_text(text, encoding="utf-8")
    reading = read_file(race)
    assert reading.race is not None
    assert any("no regular file" in problem.message for problem in reading.problems)


def test_a_home_that_nobody_has_stays_as_it_is_written() -> None:
    assert expanded("~nobody-is-called-so/x") == Path("~nobody-is-called-so/x")
    assert expanded("~/x") == Path.home() / "x"


def test_what_is_kept_for_a_visitor_goes_into_no_folder_of_the_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_elsewhere", {})
    hosts = own_folder("config"), own_folder("cache")
    keep_own_in(tmp_path)
    assert own_folder("state").is_relative_to(tmp_path)
    assert own_folder("data").is_relative_to(tmp_path)
    assert (own_folder("config"), own_folder("cache")) == hosts
