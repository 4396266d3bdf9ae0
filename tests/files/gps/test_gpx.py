"""GPX, byte by byte: every quirk that recorders are known for."""

from typing import Any

import pytest

from replay.files.gps.fixes import Fix, UnreadableRecording
from replay.files.gps.gpx import read_gpx
from replay.files.xmltree import Element, UnreadableXml, read_cut_xml
from tests.files.gps.made import BEGIN, LINE, RUN, fix, gpx, iso, run, trkpt
from tests.together import together


def test_a_track_of_two_segments_is_one_recording() -> None:
    data = gpx(RUN).replace(trkpt(RUN[10]).encode(), trkpt(RUN[10]).encode() + b"</trkseg><trkseg>")
    (recording,) = read_gpx(data)
    assert len(recording.fixes) == len(RUN)
    assert recording.name == "Club Run"
    outside = data.replace(b"<name>Club Run</name>", b"").replace(
        b"<trk>", b"<metadata><name>Hill</name></metadata><trk>"
    )
    assert read_gpx(outside)[0].name == "Hill"
    assert recording.fixes[3].time == BEGIN + 15


def test_points_are_taken_as_they_end_and_the_tree_has_none_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    most = 0

    def read(data: bytes, *more: Any) -> tuple[Element, UnreadableXml | None]:  # noqa: ANN401 - as it is called
        nonlocal most
        found = read_cut_xml(data, *more)
        most = sum(1 for _ in found[0].within("trkpt"))
        return found

    monkeypatch.setattr("replay.files.gps.gpx.read_cut_xml", read)
    (recording,) = read_gpx(gpx(RUN))
    assert (len(recording.fixes), most) == (len(RUN), 0)
    cut = gpx(RUN)
    (recording,) = read_gpx(cut[: cut.rindex(b"<time>")])
    assert len(recording.fixes) == len(RUN)
    assert recording.fixes[-1].time is None


def test_tracks_that_overlap_or_are_of_other_days_are_several_runs_and_those_that_follow_are_one() -> None:
    later = run(LINE, 4.0, begin=260)
    assert len(read_gpx(gpx(RUN, run(LINE, 3.5)))) == 2
    (recording,) = read_gpx(gpx(RUN, later))
    assert len(recording.fixes) == 2 * len(RUN)
    named = gpx(RUN, run(LINE, 4.0, begin=86_400)).replace(b"<trk>", b"<metadata><name>Hill</name></metadata><trk>", 1)
    assert [(one.name, one.title) for one in read_gpx(named)] == 2 * [("Club Run", "Hill")]


@together(
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
    with_commas = gpx([fix(0, (0.0, 1.0))]).replace(b"50.0", b"50,0").replace(b"8.0", b"8,0")
    assert read_gpx(with_commas)[0].fixes[0].north == pytest.approx(50, abs=1e-4)
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


@together(
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
