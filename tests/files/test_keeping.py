"""A race that was opened is kept under a name that is free, never over another."""

import datetime
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from replay.files import keeping
from replay.files.formats import read_race, read_source
from replay.files.keeping import keep, lost_in, suggested_name, write_race
from replay.files.library import Library
from replay.files.source import Choices, Source
from replay.files.writing import race_text
from replay.race.problems import ReplayError
from replay.race.race import Race
from tests.builders import entry, race
from tests.files.gps.made import gpx, run

RACE = replace(
    race(entry("Ada Alfa", "4:02.10"), entry("Bea Beta", "4:03.20"), distance=1500.0), title="Évening 1500: Final!"
)


def test_a_name_is_made_of_the_title(tmp_path: Path) -> None:
    assert suggested_name(RACE, tmp_path, ()) == "evening-1500-final.yaml"
    dated = replace(RACE, date=datetime.date(2025, 6, 12))
    assert suggested_name(dated, tmp_path, ()) == "evening-1500-final-2025-06-12.yaml"
    assert suggested_name(replace(dated, title="The 2025 final"), tmp_path, ()) == "the-2025-final.yaml"
    (tmp_path / "evening-1500-final.yaml").touch()
    assert suggested_name(RACE, tmp_path, ("evening-1500-final-2",)) == "evening-1500-final-3.yaml"
    many = race(*(entry(f"Runner {number}", "4:02") for number in range(300)), distance=1500.0)
    assert suggested_name(replace(many, title="·"), tmp_path, ()) == "race.csv"


@pytest.mark.parametrize("name", ["mine.yaml", "mine.csv", "mine", " mine.yml "])
def test_it_is_kept_and_read_again(tmp_path: Path, name: str) -> None:
    path = keep(RACE, tmp_path / "not" / "yet", name, ())
    assert path.parent == tmp_path / "not" / "yet"
    kept, problems = read_race(path)
    assert problems == ()
    assert [(found.name, found.result) for found in kept.entries] == [
        (found.name, found.result) for found in RACE.entries
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "no name of a file"),
        ("../mine.yaml", "no name of a file"),
        (".mine.yaml", "no name of a file"),
        ("mine.txt", "written as .yaml or .csv"),
        ("there.yaml", "another name"),
        ("london.csv", "another name"),
    ],
)
def test_a_name_that_will_not_do_writes_nothing(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "there.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(ValueError, match=why):
        keep(RACE, tmp_path, name, ("london",))
    assert [path.name for path in tmp_path.iterdir()] == ["there.yaml"]
    assert (tmp_path / "there.yaml").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ValueError, match="cannot be made"):
        keep(RACE, tmp_path / "file" / "races", "mine.yaml", ())


def test_the_course_of_a_recording_is_kept_beside_it_and_is_no_race_of_its_own(tmp_path: Path) -> None:
    square = [(0.0, 0.0), (0.0, 900.0), (1200.0, 900.0), (1200.0, 0.0), (0.0, 0.0)]
    found = read_source(Source(gpx(run(square, 4.0)), Path("run.gpx")), Choices()).race
    assert found is not None
    assert found.course.line is not None
    path = keep(found, tmp_path, "mine.yaml", ())
    kept = read_race(path)[0].course.line
    assert kept is not None
    assert kept.distance == pytest.approx(found.course.line.distance, abs=0.1)
    far = max(
        abs(a - b)
        for one, two in zip(kept.points, found.course.line.points, strict=False)
        for a, b in zip(one, two, strict=True)
    )
    assert far < 15
    assert [item.path for item in Library(tmp_path).items() if not item.shipped] == [path]
    with pytest.raises(ValueError, match="already"):
        keep(found, tmp_path, "mine.yaml", ())


def test_a_link_that_leads_nowhere_is_no_name_that_is_free(tmp_path: Path) -> None:
    (tmp_path / "evening-1500-final.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert suggested_name(RACE, tmp_path, ()) == "evening-1500-final-2.yaml"
    with pytest.raises(ValueError, match="there is a race"):
        keep(RACE, tmp_path, "evening-1500-final.yaml", ())
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_where_the_race_cannot_be_written_its_course_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The course that lay there was gone with the new one."""
    square = [(0.0, 0.0), (0.0, 900.0), (1200.0, 900.0), (1200.0, 0.0), (0.0, 0.0)]
    found = read_source(Source(gpx(run(square, 4.0)), Path("run.gpx")), Choices()).race
    assert found is not None
    path, course = tmp_path / "a.yaml", tmp_path / "a-course.gpx"
    os.mkfifo(path)
    with pytest.raises(ReplayError, match="no regular file"):
        write_race(found, path, force=True)
    assert not course.exists()
    course.write_text("before")
    with pytest.raises(ReplayError, match="no regular file"):
        write_race(found, path, force=True)
    assert course.read_text() == "before"
    path.unlink()
    write_race(found, path, force=True)
    assert course.read_text() != "before"
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name, course.name}


@pytest.mark.parametrize("path", ["/", ".", ""])
def test_a_folder_is_no_file_to_keep_a_race_in(path: str) -> None:
    with pytest.raises(ValueError, match="are written as"):
        write_race(RACE, Path(path))


@pytest.mark.parametrize("ending", [".csv", ".yaml"])
def test_a_race_that_would_not_come_back_is_not_kept_like_that(tmp_path: Path, ending: str) -> None:
    """A table of nobody's times was written and never read again; another had lost its runners' marks."""
    nobody = race(entry("Ada Alfa"), entry("Bea Beta"), distance=1500.0)
    if ending == ".yaml":
        assert read_race(keep(nobody, tmp_path, "mine.yaml", ()))[0].entries[1].name == "Bea Beta"
        return
    with pytest.raises(ValueError, match=r"would not be the same race.*\.yaml"):
        keep(nobody, tmp_path, "mine.csv", ())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda one: replace(one, distance=1600.0), "1600 m"),
        (lambda one: replace(one, entries=one.entries[:1]), "2 runners"),
        (lambda one: replace(one, entries=(one.entries[0], replace(one.entries[1], name="Bea"))), "the name of Bea"),
        (lambda one: replace(one, entries=(replace(one.entries[0], result=None), one.entries[1])), "the result of Ada"),
        (
            lambda one: replace(one, entries=(replace(one.entries[0], splits=()), one.entries[1])),
            "the times on the way",
        ),
    ],
)
def test_whatever_is_lost_is_named(
    change: Callable[[Race], Race], what: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = race(entry("Ada Alfa", "4:02.10", {400: 61.0}), entry("Bea Beta", "4:03.20"), distance=1500.0)
    assert [lost_in(one, ending) for ending in (".csv", ".yaml")] == ["", ""]
    written = race_text(change(one), ".csv")
    monkeypatch.setattr(keeping, "race_text", lambda *_: written)
    assert what in lost_in(one, ".csv")
    with pytest.raises(ValueError, match=what):
        write_race(one, tmp_path / "mine.csv")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nobody can be killed here in the middle")
def test_who_is_killed_between_a_race_and_its_course_leaves_nothing_beside_them(tmp_path: Path) -> None:
    """A copy of the course before stayed for ever, and one of the same number put it back as the newest."""
    square = [(0.0, 0.0), (0.0, 900.0), (1200.0, 900.0), (1200.0, 0.0), (0.0, 0.0)]
    found = read_source(Source(gpx(run(square, 4.0)), Path("run.gpx")), Choices()).race
    assert found is not None
    path = tmp_path / "a.yaml"
    write_race(found, path)
    if (child := os.fork()) == 0:
        write = vars(keeping)["write_new"]
        vars(keeping)["write_new"] = lambda name, *rest: write(name, *rest) if name.endswith(".gpx") else os._exit(0)
        write_race(found, path, force=True)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert {entry.name for entry in tmp_path.iterdir()} == {"a.yaml", "a-course.gpx"}
