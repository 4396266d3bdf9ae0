"""TCX, byte by byte."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.gps.fixes import Fix, UnreadableRecording
from replay.files.gps.tcx import read_tcx
from replay.files.source import Choices, Source
from replay.files.understood import Counting
from tests.files.gps.made import BEGIN, RUN, fix, gpx, iso, kinds, tcx, trackpoint
from tests.together import together


def test_a_trackpoint_may_have_a_time_only_or_no_place() -> None:
    points = [fix(t, (4.0 * t, 0.0), distance=2.53 + 4 * t) for t in (0, 5, 10)]
    points += [Fix(BEGIN + 15, distance=62.5), Fix(BEGIN + 20)]
    (recording,) = read_tcx(tcx(points))
    assert [point.distance for point in recording.fixes] == [2.53, 22.53, 42.53, 62.5, None]
    assert recording.fixes[3].north is None
    assert kinds(list(recording.fixes)) == {"points without a place": 1}


def test_a_tcx_without_its_outermost_element_is_read() -> None:
    data = tcx(RUN)
    inside = data[data.index(b"<Activities>") : data.index(b"</TrainingCenterDatabase>")]
    assert len(read_tcx(inside.replace(b"<Lap>", b"<ns3:LX/><Lap>"))[0].fixes) == len(RUN)


@together(
    ("data", "reason"),
    [
        (b"", "it is no TCX"),
        (tcx([]), "no trackpoint with a time"),
        (
            tcx(RUN).replace(b'<Activity Sport="Running">', b"<Course>").replace(b"</Activity>", b"</Course>"),
            "a course",
        ),
        (b"<TrainingCenterDatabase><Activities>", "it is no TCX"),
    ],
)
def test_a_tcx_without_a_run_is_told_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableRecording, match=reason):
        read_tcx(data)


def _laps(*laps: tuple[float, float, float], fixes: str = "") -> str:
    """Laps by their beginning, seconds and metres; the first with what was recorded."""
    return "".join(
        f'<Lap StartTime="{iso(BEGIN + begin)}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters>{fixes if not begin else ''}</Lap>"
        for begin, seconds, metres in laps
    )


def _activities(*activities: tuple[str, str]) -> bytes:
    inside = "".join(f'<Activity Sport="{sport}">{laps}</Activity>' for sport, laps in activities)
    return f"<TrainingCenterDatabase><Activities>{inside}</Activities></TrainingCenterDatabase>".encode()


def test_laps_stand_for_trackpoints_that_are_not_there() -> None:
    laps = _laps((0, 80, 400), (90, 85, 400))
    (recording,) = read_tcx(_activities(("Running", laps)))
    assert recording.laps == ()
    assert [((point.time or 0) - BEGIN, point.distance) for point in recording.fixes] == [(0, 0), (80, 400), (175, 800)]


def test_a_swim_in_a_pool_begins_with_its_first_length() -> None:
    points = "".join(trackpoint(Fix(BEGIN + 30 * k, distance=25.0 * k)) for k in (1, 2, 3))
    (recording,) = read_tcx(_activities(("Other", _laps((0, 90, 75), fixes=f"<Track>{points}</Track>"))))
    assert recording.fixes[0] == Fix(BEGIN, distance=0.0)


def test_the_sports_of_one_session_are_its_parts() -> None:
    sports = ("Running", "Biking", "Running")
    data = _activities(*((sport, _laps((0, 80, 400), (90, 80, 400))) for sport in sports))
    several = data.replace(b"<Activities>", b"<Activities><MultiSportSession>").replace(
        b"</Activities>", b"</MultiSportSession></Activities>"
    )
    assert [one.part for one in read_tcx(several)] == ["running", "biking", "running 2"]
    assert [one.part for one in read_tcx(data)] == ["", "", ""]


def test_laps_beside_trackpoints_are_counted_as_left_out() -> None:
    fixes = "".join(map(trackpoint, RUN))
    data = _activities(("Running", _laps((0, 100, 400), (100, 150, 600), fixes=f"<Track>{fixes}</Track>")))
    reading = read_source(Source(data, Path("run.tcx")), Choices())
    told = "2 laps of a watch; `--times laps` takes them in place of its points (first: Runner)"
    assert list(map(str, reading.understood.left_out)) == [told]
    assert not reading.problems  # nothing is wrong with it


def test_laps_of_a_watch_are_the_splits_where_the_user_says_so() -> None:
    fixes = "".join(map(trackpoint, RUN))
    data = _activities(
        ("Running", _laps((0, 90, 380), (100, 100, 420), (210, 40, 180), fixes=f"<Track>{fixes}</Track>"))
    )
    reading = read_source(Source(data, Path("run.tcx")), Choices(counting=Counting.LAPS))
    assert reading.race is not None
    (entry,) = reading.race.entries
    assert [split.time.seconds for split in entry.splits] == [100.0, 210.0]  # a pause is within the lap before it
    assert [split.distance for split in entry.splits] == pytest.approx([400.0, 840.0], rel=0.02)
    assert (reading.understood.counting, reading.understood.left_out) == (Counting.LAPS, ())
    assert "the splits are where the watch counted laps" in reading.understood.assumed


def test_a_ride_is_told_in_every_format_and_a_run_by_any_name_is_not() -> None:
    def said(data: bytes, name: str) -> bool:
        found = read_source(Source(data, Path(name)), Choices()).understood
        return any("it is shown as a run" in one for one in found.assumed)

    fixes = "".join(map(trackpoint, RUN))
    tcx_of = {
        sport: _activities((sport, _laps((0, 250, 1000), fixes=f"<Track>{fixes}</Track>")))
        for sport in ("Biking", "Running")
    }
    track = gpx(RUN)
    gpx_of = {
        sport: track.replace(b"<trk>", f"<trk><type>{sport}</type>".encode())
        for sport in ("cycling", "Laufen", "9", "trail_running")
    }
    assert [said(tcx_of[sport], "a.tcx") for sport in tcx_of] == [True, False]
    assert [said(gpx_of[sport], "a.gpx") for sport in gpx_of] == [True, False, False, False]
