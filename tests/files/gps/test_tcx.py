"""TCX, byte by byte."""

import pytest

from replay.files.gps.fixes import Fix, UnreadableRecording
from replay.files.gps.tcx import read_tcx
from tests.files.gps.made import BEGIN, RUN, fix, kinds, tcx
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
