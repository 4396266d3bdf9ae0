"""GPX, TCX and FIT, byte by byte: every quirk that recorders are known for."""

import pytest

from replay.files.gps.fit import read_fit
from replay.files.gps.fixes import (
    Fix,
    UnreadableRecording,
    measured_distances,
    moving,
    own_distances,
    steady,
)
from replay.files.gps.gpx import read_gpx
from replay.files.gps.tcx import read_tcx
from replay.files.understood import Tallies
from tests.files.gps.made import BEGIN, fit, fix, gpx, iso, run, tcx, trkpt

LINE = [(0.0, 0.0), (1000.0, 0.0)]
RUN = run(LINE, 4.0)


def kinds(fixes: list[Fix]) -> dict[str, int]:
    tallies = Tallies()
    steady(fixes, tallies)
    return {tally.kind: tally.count for tally in tallies.all()}


# GPX


def test_a_track_of_two_segments_is_one_recording() -> None:
    data = gpx(RUN).replace(trkpt(RUN[10]).encode(), trkpt(RUN[10]).encode() + b"</trkseg><trkseg>")
    (recording,) = read_gpx(data)
    assert len(recording.fixes) == len(RUN)
    assert recording.name == "Club Run"
    assert recording.fixes[3].time == BEGIN + 15


def test_tracks_that_overlap_in_time_are_several_runners_and_those_that_follow_are_one() -> None:
    later = run(LINE, 4.0, begin=260)
    assert len(read_gpx(gpx(RUN, run(LINE, 3.5)))) == 2
    (recording,) = read_gpx(gpx(RUN, later))
    assert len(recording.fixes) == 2 * len(RUN)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("2024-06-15T09:00:07Z", 7.0),
        ("2024-06-15T09:00:07.000Z", 7.0),
        ("2024-06-15T09:00:07.123456Z", 7.123456),
        ("2024-06-15T11:00:07+02:00", 7.0),
        ("2024-06-15T09:00:07", 7.0),
        ("yesterday", None),
        ("", None),
    ],
)
def test_times_are_read_with_zone_fraction_or_neither(written: str, seconds: float | None) -> None:
    data = gpx(RUN).replace(f"<time>{iso(BEGIN + 5)}</time>".encode(), f"<time>{written}</time>".encode())
    found = read_gpx(data)[0].fixes[1].time
    assert found == (None if seconds is None else pytest.approx(BEGIN + seconds))


def test_coordinates_may_have_thirty_digits_and_extensions_any_prefix() -> None:
    more = (
        b'<trkpt lat="50.00283171869814395904541015625" lon="8.0025200888514518736770703125"><ele>4.5</ele>'
        b"<time>2024-06-15T09:05:00Z</time><extensions><ns3:TPX><ns3:hr>136</ns3:hr></ns3:TPX></extensions></trkpt>"
    )
    point = read_gpx(gpx(RUN).replace(b"</trkseg>", more + b"</trkseg>"))[0].fixes[-1]
    assert point == Fix(BEGIN + 300, 50.00283171869815, 8.002520088851452, 4.5, None)


def test_a_file_in_utf_16_or_with_a_byte_order_mark_is_read() -> None:
    text = gpx(RUN).decode().replace('<?xml version="1.0"?>\n', "")
    assert read_gpx(text.encode("utf-16")) == read_gpx(b"\xef\xbb\xbf" + text.encode()) == read_gpx(gpx(RUN))


def test_a_file_that_breaks_off_gives_what_stands_before() -> None:
    data = gpx(RUN)
    cut = data[: data.index(b"<trkpt", len(data) // 2) + 20]
    (recording,) = read_gpx(cut)
    assert 10 < len(recording.fixes) < len(RUN)
    assert recording.cut == cut.count(b"\n") + 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no GPX"),
        (b"<kml></kml>", "its first element is 'kml'"),
        (gpx(), "it has no track"),
        (gpx([point._replace(time=None) for point in RUN]), "it is a course, and nobody's run"),
        (b"<gpx><rte><rtept lat='1' lon='1'/></rte></gpx>", "it is a course"),
        (b'<!DOCTYPE gpx [<!ENTITY a "aaaa">]><gpx>&a;</gpx>', "declares a document type or entities"),
    ],
)
def test_a_gpx_without_a_run_is_told_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableRecording, match=reason):
        read_gpx(data)


# TCX


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


@pytest.mark.parametrize(
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


# FIT


@pytest.mark.parametrize("header", [12, 14])
def test_a_fit_has_places_in_semicircles_heights_and_its_own_distance(header: int) -> None:
    points = [fix(t, (4.0 * t, 0.0), height=12.4, distance=1.6 + 4 * t) for t in range(20)]
    (recording,) = read_fit(fit(points, header))
    assert recording.cut is None
    for read, made in zip(recording.fixes, points, strict=True):
        assert read == pytest.approx(made, abs=1e-6)


def test_a_run_indoors_has_distances_only() -> None:
    (recording,) = read_fit(fit(Fix(BEGIN + t, distance=3.0 * t) for t in range(10)))
    assert recording.fixes[4] == Fix(BEGIN + 4, distance=12.0)


def test_a_fit_that_breaks_off_gives_what_stands_before() -> None:
    data = fit(RUN)
    (recording,) = read_fit(data[: len(data) // 2])
    assert 10 < len(recording.fixes) < len(RUN)
    assert recording.cut is not None


@pytest.mark.parametrize("data", [b"", b"GPX", b"\x0e\x20\x54\x08\x00\x00\x00\x00.FIT", fit([])])
def test_a_fit_without_a_run_is_told_why(data: bytes) -> None:
    with pytest.raises(UnreadableRecording, match=r"it is no FIT|no record with a time"):
        read_fit(data)


# What is kept


def test_points_that_say_nothing_are_left_out_and_counted() -> None:
    odd = [*RUN[:5], RUN[2], RUN[4], *RUN[5:], Fix(None, 50.0, 8.0)]
    assert kinds(odd) == {"points that are not later than the one before": 2, "points without a time": 1}


def test_a_point_that_jumps_away_and_back_is_left_out() -> None:
    odd = list(RUN)
    odd[7] = fix(35, (140.0, 900.0))
    assert kinds(odd) == {"points that jump away and back": 1}
    tallies = Tallies()
    assert measured_distances(steady(odd, tallies))[-1] == pytest.approx(1000, abs=0.1)


def test_standing_before_the_start_and_after_the_finish_is_cut_off() -> None:
    waiting = [fix(t, (t % 3, 0.0)) for t in range(-60, 0)]
    leaving = [fix(251 + t, (1000.0 + t % 2, 0.0)) for t in range(40)]
    run_alone = moving([*waiting, *RUN, *leaving])
    assert abs((run_alone[0].time or 0) - BEGIN) <= 5
    assert abs((run_alone[-1].time or 0) - BEGIN - 250) <= 5
    assert moving(RUN) == RUN


def test_the_recorders_own_count_is_used_where_nearly_all_points_have_it() -> None:
    counted = [Fix(BEGIN + t, distance=1.6 + 4 * t) for t in range(50)]
    assert own_distances(counted) == pytest.approx([1.6 + 4 * t for t in range(50)])
    before = [point._replace(distance=(point.distance or 0) + 500) for point in counted]
    assert own_distances(before) == pytest.approx([4.0 * t for t in range(50)])
    backwards = [*counted, Fix(BEGIN + 50, distance=100.0), Fix(BEGIN + 51, distance=210.0)]
    assert own_distances(backwards)[-3:] == pytest.approx([197.6, 197.6, 210.0])  # type: ignore[index]
    assert own_distances(RUN) is None


def test_distances_cross_the_date_line() -> None:
    over = [Fix(0, 0.0, 179.999), Fix(60, 0.0, -179.999)]
    assert measured_distances(over)[-1] == pytest.approx(222.4, abs=0.1)
