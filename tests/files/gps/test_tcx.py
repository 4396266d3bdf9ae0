"""TCX, byte by byte."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.gps.fixes import Fix, UnreadableRecording
from replay.files.gps.tcx import read_tcx
from replay.files.source import Choices, Source
from tests.files.gps.made import BEGIN, RUN, fix, iso, kinds, tcx, trackpoint
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
    assert recording.laps == 0
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
    assert list(map(str, reading.understood.left_out)) == ["2 laps of a watch, whose points say more (first: run)"]
    assert not reading.problems  # nothing is wrong with it
