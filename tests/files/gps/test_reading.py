"""Recordings as races: of one runner or several, in one file or many."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.formats import read_file, read_files, read_source
from replay.files.gps.reading import read_together, runner_names, title_of
from replay.files.source import Choices, Reading, Source, Start
from replay.motion import motion_of
from replay.race.problems import Severity, UnreadableRace
from replay.race.race import Clock, Evidence, Race, Status, Surface
from tests.depth import examples
from tests.files.gps.made import RUN, Place, fit, fix, gpx, run, tcx
from tests.places import RACEFILES
from tests.together import together

LINE: list[Place] = [(0.0, 0.0), (0.0, 900.0), (1200.0, 900.0), (1200.0, 0.0), (0.0, 0.0)]
"""4200 m round a rectangle."""


def source(data: bytes, name: str) -> Source:
    return Source(data, Path(name))


def races(readings: tuple[Reading, ...]) -> list[Race]:
    return [reading.race for reading in readings if reading.race is not None]


def written(folder: Path, **files: bytes) -> list[Path]:
    paths = []
    for name, data in files.items():
        paths.append(folder / name.replace("_", "-").replace("-dot-", "."))
        paths[-1].write_bytes(data)
    return paths


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (gpx(run(LINE, 4.0)), "a.gpx", "GPX"),
        (tcx(run(LINE, 4.0)), "a.tcx", "TCX"),
        (fit(run(LINE, 4.0)), "a.fit", "FIT"),
    ],
)
def test_a_recording_is_a_race_of_one_on_its_own_course_whatever_its_name(data: bytes, name: str, form: str) -> None:
    for named in (name, "a.csv", "a"):
        reading = read_source(source(data, named), Choices())
        race = reading.race
        assert race is not None
        assert race.distance == pytest.approx(4200, abs=3)
        assert race.course.surface is Surface.ROAD
        assert race.course.line is not None
        assert race.evidence is Evidence.MEASURED
        assert race.entries[0].result is not None
        assert race.entries[0].result.text == "17:30"
        assert reading.understood.format == form
        assert reading.problems == ()


def test_the_motion_is_where_the_recorder_was() -> None:
    race = read_source(source(gpx(run(LINE, 4.0)), "a.gpx"), Choices()).race
    assert race is not None
    motion = motion_of(race)
    for t in range(10, 1000, 37):
        assert motion.distance_at(0, t) == pytest.approx(4 * t, abs=3)


def test_several_files_are_one_race_by_the_clock(tmp_path: Path) -> None:
    paths = written(
        tmp_path,
        club_run_ada_dot_gpx=gpx(run(LINE, 4.0)),
        club_run_bea_dot_tcx=tcx(run(LINE, 3.5, begin=6)),
        club_run_cyd_dot_fit=fit(run(LINE, 3.0, begin=3, stop=2000)),
    )
    (reading,) = read_files(paths)
    (race,) = races((reading,))
    assert [entry.name for entry in race.entries] == ["ada", "bea", "cyd"]
    assert race.title == "Club Run"
    assert race.id == "club-run"
    ada, bea, cyd = race.entries
    assert ada.result is not None
    assert ada.result.seconds == pytest.approx(1050, abs=2)
    assert bea.result is not None
    assert bea.result.seconds == pytest.approx(1206, abs=3)
    assert cyd.status is Status.UNKNOWN
    assert cyd.splits[-1].distance == pytest.approx(2000, abs=20)
    assert reading.understood.format == "GPX and TCX and FIT"
    assert any("the gun is when the first passes the start line" in said for said in reading.understood.assumed)
    motion = motion_of(race)
    assert motion.distance_at(1, 600) == pytest.approx(3.5 * 594, abs=8)


def test_who_is_timed_from_the_line_has_a_start_of_his_own(tmp_path: Path) -> None:
    paths = written(tmp_path, ada_dot_gpx=gpx(run(LINE, 4.0)), bea_dot_gpx=gpx(run(LINE, 3.5, begin=600)))
    (race,) = races(read_files(paths))
    assert (race.clock, [entry.start for entry in race.entries]) == (Clock.GUN, [None, None])
    (race,) = races(read_files(paths, Choices(start=Start(line=True))))
    assert race.clock is Clock.NET
    assert [entry.start for entry in race.entries] == pytest.approx([0, 600], abs=1)


def test_a_folder_of_recordings_is_one_race_and_a_table_in_it_is_another(tmp_path: Path) -> None:
    written(tmp_path, ada_dot_gpx=gpx(run(LINE, 4.0)), bea_dot_gpx=gpx(run(LINE, 3.5)), notes_dot_txt=b"hello")
    (tmp_path / "heat.csv").write_text("# distance_m: 800\nname,result\nA,1:50.1\n", encoding="utf-8")
    found = {race.title: [entry.name for entry in race.entries] for race in races(read_files([tmp_path]))}
    assert found == {"Club Run": ["ada", "bea"], "Heat": ["A"]}


def test_tracks_of_one_file_that_overlap_are_runners_of_one_race() -> None:
    data = gpx(run(LINE, 4.0), run(LINE, 3.5)).replace(b"Club Run", b"Ada", 1).replace(b"Club Run", b"Bea")
    race = read_source(source(data, "club.gpx"), Choices()).race
    assert race is not None
    assert [entry.name for entry in race.entries] == ["Ada", "Bea"]
    assert race.title == "Club"


def test_runs_of_different_days_are_timed_from_the_line_each(tmp_path: Path) -> None:
    paths = written(tmp_path, spring_dot_gpx=gpx(run(LINE, 4.0)), autumn_dot_gpx=gpx(run(LINE, 3.5, begin=9e6)))
    (reading,) = read_files(paths)
    (race,) = races((reading,))
    times = [entry.result.seconds for entry in race.entries if entry.result]
    assert times == pytest.approx([1050, 1200], abs=3)
    assert "they are of different times, so each begins on the start line" in reading.understood.assumed


def test_a_recording_made_elsewhere_goes_by_its_own_distance_and_is_told(tmp_path: Path) -> None:
    far = [(x + 40_000, y) for x, y in LINE]
    indoors = [fix(t, (0, 0), distance=3.0 * t)._replace(north=None, east=None) for t in range(0, 1390, 5)]
    paths = written(tmp_path, ada_dot_gpx=gpx(run(LINE, 4.0)), bea_dot_gpx=gpx(run(far, 3.5)), cyd_dot_fit=fit(indoors))
    (reading,) = read_files(paths)
    (race,) = races((reading,))
    results = [entry.result.seconds if entry.result else None for entry in race.entries]
    assert results == pytest.approx([1050, 1200, 1385], abs=8)
    told = [said for said in reading.understood.assumed if "goes by the distance recorded" in said]
    assert told[0].startswith("bea was 39 km from the course")
    assert told[1].startswith("cyd has no places")


def test_without_numpy_a_recording_goes_by_its_own_distance_and_says_what_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "replay.files.gps.projection", raising=False)
    monkeypatch.setitem(sys.modules, "numpy", None)
    paths = written(tmp_path, ada_dot_gpx=gpx(run(LINE, 4.0)), bea_dot_gpx=gpx(run(LINE, 3.5)))
    (reading,) = read_files(paths)
    (race,) = races((reading,))
    assert [entry.name for entry in race.entries] == ["ada", "bea"]
    (told,) = [said for said in reading.understood.assumed if "goes by the distance recorded" in said]
    assert told.startswith("bea goes")
    assert "race-replay[own]" in told


def test_the_gun_by_hand_and_the_distance_are_obeyed() -> None:
    data = gpx(run(LINE, 4.0))
    race = read_source(source(data, "a.gpx"), Choices(distance=4000.0, start=Start(gun=9 * 3600 + 50))).race
    assert race is not None
    assert race.distance == 4000
    assert race.entries[0].result is not None
    assert race.entries[0].result.seconds == 1000
    reading = read_source(source(data, "a.gpx"), Choices(start=Start(gun=18 * 3600)))
    assert reading.race is None
    assert "no recording covers 18:00:00 UTC" in str(reading.problems[-1])


def test_a_recording_nearly_as_long_as_a_common_race_is_asked_about() -> None:
    line = [(0.0, 0.0), (5060.0, 0.0)]
    (question,) = read_source(source(gpx(run(line, 4.0)), "a.gpx"), Choices()).understood.questions
    assert (question.option, question.suggestion) == ("--distance", "5 km")
    assert question.text == "5.06 km are recorded: was it 5 km?"


@together(
    ("data", "name", "reason"),
    [
        (gpx(run(LINE, 21.0)), "a.gpx", "faster than anybody runs: is it a ride?"),
        (gpx([fix(t, (t % 2, 0)) for t in range(60)]), "a.gpx", "nobody goes anywhere in this recording"),
        (gpx([fix(0, (0, 0))]), "a.gpx", "no recording has two points with a time and a place"),
        (b"", "a.gpx", "no run can be read from this file: it is no GPX"),
        ((RACEFILES / "square.gpx").read_bytes(), "a.gpx", "name it as `course:` in a race file"),
    ],
)
def test_what_is_no_run_is_refused_in_one_sentence(data: bytes, name: str, reason: str) -> None:
    reading = read_source(source(data, name), Choices())
    assert reading.race is None
    assert reason in str(reading.problems[-1])


def test_too_many_points_and_too_many_recordings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [source(gpx(run(LINE, 4.0), run(LINE, 3.9)), "a.gpx"), source(tcx(run(LINE, 3.8)), "b.tcx")]
    monkeypatch.setattr("replay.files.gps.reading._MOST_TOGETHER", 2)
    assert len(races((read_together(both[:1], Choices()),))[0].entries) == 2
    with pytest.raises(UnreadableRace, match="more than 2 recordings, which are not read as one race"):
        read_together(both, Choices())
    monkeypatch.setattr("replay.files.gps.reading._MOST_TOGETHER", 1)
    assert "it has more than 1 tracks" in str(read_source(both[0], Choices()).problems[-1])
    monkeypatch.setattr("replay.files.gps.reading._MOST_POINTS", 10)
    for one in both:
        assert "it has more than 10 points" in str(read_source(one, Choices()).problems[-1])


def test_a_file_that_breaks_off_is_read_and_told() -> None:
    data = gpx(run(LINE, 4.0))
    reading = read_source(source(data[: 2 * len(data) // 3], "a.gpx"), Choices())
    assert reading.race is not None
    (problem,) = reading.problems
    assert problem.severity is Severity.WARNING
    assert "breaks off here" in problem.message


def test_a_course_beside_a_race_file_is_no_race_of_the_library(tmp_path: Path) -> None:
    from replay.files.library import Library

    (tmp_path / "course.gpx").write_bytes((RACEFILES / "square.gpx").read_bytes())
    (tmp_path / "mine.gpx").write_bytes(gpx(run(LINE, 4.0)))
    (tmp_path / "town.yaml").write_text(
        "race: Town run\nevent: 4 km\ncourse: course.gpx\nentries: [{name: A, result: 14:00}]\n", encoding="utf-8"
    )
    own = [item for item in Library(tmp_path).items() if not item.shipped]
    assert {item.id: item.error for item in own} == {"mine": None, "town": None}
    assert read_file(tmp_path / "town.yaml").problems == ()


@together(
    ("found", "names"),
    [
        ([("osm-demo-Alma", ""), ("osm-demo-Bo", "")], ["Alma", "Bo"]),
        ([("Ada_10k", ""), ("Bea_10k", "")], ["Ada", "Bea"]),
        ([("morning", "Run")], ["Runner"]),
        ([("club", "Ada"), ("club", "Bea"), ("club", "")], ["Ada", "Bea", "club"]),
        ([("club", "Run"), ("club", "Run")], ["Run", "Run (2)"]),
        ([("a", ""), ("a-b", "")], ["a", "a b"]),
        ([("same", ""), ("same", "")], ["same", "same (2)"]),
        ([("__", "")], ["__"]),
    ],
)
def test_runners_are_called_by_what_differs(found: list[tuple[str, str]], names: list[str]) -> None:
    assert runner_names(found) == names


def test_the_title_is_what_most_are_called() -> None:
    assert title_of(["Regatta", "My Sail", "Regatta"]) == "Regatta"
    assert title_of(["Morning", "Evening"]) == ""
    assert title_of(["Morning"]) == "Morning"
    assert title_of([""]) == ""


def test_a_folder_is_opened_as_the_one_race_it_holds_and_gives_it_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "club-run"
    folder.mkdir()
    written(folder, ada_dot_fit=fit(run(LINE, 4.0)), bea_dot_fit=fit(run(LINE, 3.5)))
    reading = read_file(folder)
    assert reading.race is not None
    assert (reading.race.id, reading.race.title) == ("club-run", "Club Run")
    (folder / "more.csv").write_text("# distance_m: 800\nname,result\nA,1:50\n", encoding="utf-8")
    told = str(read_file(folder).problems[-1])
    assert told.endswith("error: this is a folder that holds 2 races; name a file in it; `check` takes folders")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "holds no races" in str(read_file(empty).problems[-1])


SMALL = run([(0.0, 0.0), (200.0, 50.0)], 4.0)


@examples(100)
@given(st.data())
def test_of_any_bytes_a_race_is_made_or_a_sentence_told(data: st.DataObject) -> None:
    made = data.draw(
        st.sampled_from([gpx(SMALL, SMALL), tcx(SMALL), fit(SMALL), b"<gpx>", b"\x0e\x10\0\0\0\0\0\0.FIT"])
    )
    changed = bytearray(made)
    for _ in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(changed) - 1))
        kind = data.draw(st.sampled_from(["set", "cut", "double", "drop"]))
        if kind == "set":
            changed[place] = data.draw(st.integers(0, 255))
        elif kind == "cut":
            del changed[place + 1 :]
        elif kind == "double":
            changed[place:place] = changed[place : place + 60]
        else:
            del changed[place : place + data.draw(st.integers(1, 30))]
        if not changed:
            break
    changed += data.draw(st.binary(max_size=20))
    reading = read_source(source(bytes(changed), "a.gpx"), Choices())
    if reading.race is None:
        assert reading.problems[-1].severity is Severity.ERROR
        return
    motion = motion_of(reading.race)
    assert all(motion.path(k) is not None or not e.splits for k, e in enumerate(reading.race.entries))


def test_of_a_triathlon_the_run_is_the_race_unless_another_sport_is_named() -> None:
    laps = "".join(
        f'<Activity Sport="{sport}"><Lap StartTime="2024-06-15T0{hour}:00:00Z">'
        f"<TotalTimeSeconds>{seconds}</TotalTimeSeconds><DistanceMeters>{metres}</DistanceMeters></Lap></Activity>"
        for hour, sport, seconds, metres in (
            (7, "Other", 1500, 1500),
            (8, "Biking", 3600, 40_000),
            (9, "Running", 2400, 10_000),
        )
    )
    data = f"<TrainingCenterDatabase><MultiSportSession>{laps}</MultiSportSession></TrainingCenterDatabase>".encode()
    for part, metres in ((None, 10_000), ("biking", 40_000)):
        found = read_source(source(data, "tri.tcx"), Choices(part=part))
        assert found.race is not None
        assert (found.race.title, found.race.distance) == (f"Tri: {part or 'running'}", metres)
        assert found.understood.parts == ("other", "biking", "running")
    assert "none of the sports" in str(read_source(source(data, "tri.tcx"), Choices(part="rowing")).problems[-1])


@pytest.mark.parametrize(("sport", "told"), [("Swimming", True), ("Biking", True), ("Running", False)])
def test_what_was_no_run_is_told(sport: str, told: bool) -> None:
    data = tcx(RUN).replace(b'Sport="Running"', f'Sport="{sport}"'.encode())
    found = read_together([Source(data, Path("a.tcx"))], Choices())
    assert any(sport.lower() in said for said in found.understood.assumed) is told


@together(
    ("name", "runner", "title"),
    [
        ("activity_14901234567.tcx", "Runner", "Recording"),
        ("Morning_Run.tcx", "Runner", "Morning Run"),
        ("2024-05-04T0800.tcx", "Runner", "Recording"),
        ("ada_5k.tcx", "ada 5k", "Ada 5k"),
    ],
)
def test_a_file_s_number_is_nobody_s_name(name: str, runner: str, title: str) -> None:
    race = read_together([Source(tcx(RUN), Path(name))], Choices()).race
    assert race is not None
    assert ([entry.name for entry in race.entries], race.title) == ([runner], title)


def test_recordings_of_one_archive_are_called_as_it_is() -> None:
    files = [
        Source(gpx(RUN, name=name), Path("/home/ada/Downloads/Club Night.zip"), f"{name}.gpx")
        for name in ("ada", "bea")
    ]
    race = read_together(files, Choices()).race
    assert race is not None
    assert race.title == "Club Night"
