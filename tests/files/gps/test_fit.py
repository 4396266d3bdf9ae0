"""FIT, byte by byte."""

import struct

import pytest

from replay.files.gps.fit import read_fit
from replay.files.gps.fixes import Fix, UnreadableRecording
from tests.files.gps.made import BEGIN, RUN, fit, fix
from tests.together import together


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


@together("data", [b"", b"GPX", b"\x0e\x20\x54\x08\x00\x00\x00\x00.FIT", fit([])])
def test_a_fit_without_a_run_is_told_why(data: bytes) -> None:
    with pytest.raises(UnreadableRecording, match=r"it is no FIT|no record with a time"):
        read_fit(data)


def _file(body: bytes) -> bytes:
    return struct.pack("<BBHI4s", 12, 0x20, 2132, len(body), b".FIT") + body + b"\0\0"


_MOMENT = 1_000_000_000
_TIMES = b"\x40\0\0\x14\0\x02\xfd\x04\x86\x05\x04\x86"
"""Defines records of a time and a distance."""
_AT = struct.pack("<BII", 0, _MOMENT, 100)
BODIES = {
    "the greatest byte first": struct.pack(">BBBHB6sBII", 0x40, 0, 1, 20, 2, _TIMES[6:], 0, _MOMENT, 100)
    + struct.pack(">BII", 0, _MOMENT + 3, 400),
    "fields of developers": b"\x60"
    + _TIMES[1:]
    + b"\1\0\3\0"
    + _AT
    + b"abc"
    + struct.pack("<BII", 0, _MOMENT + 3, 400)
    + b"abc",
    "fields of other sizes": b"\x40\0\0\x14\0\x03\xfd\x04\x86\x00\x02\x85\x05\x04\x86"
    + struct.pack("<BI2sI", 0, _MOMENT, b"ab", 100)
    + struct.pack("<BI2sI", 0, _MOMENT + 3, b"ab", 400),
    "a time of five bits": _TIMES + _AT + b"\x41\0\0\x14\0\x01\x05\x04\x86" + struct.pack("<BI", 0xA0 | 3, 400),
    "speed and distance in one": b"\x40\0\0\x14\0\x02\xfd\x04\x86\x08\x03\x0d"
    + struct.pack("<BI", 0, _MOMENT)
    + bytes([0, 0x00, 0x01])
    + struct.pack("<BI", 0, _MOMENT + 3)
    + bytes([0, 0x00, 0x04]),
}


@pytest.mark.parametrize("kind", BODIES)
def test_a_record_is_read_however_it_is_written(kind: str) -> None:
    (recording,) = read_fit(_file(BODIES[kind]))
    assert recording.cut is None
    first, last = recording.fixes
    assert (last.time or 0) - (first.time or 0) == 3
    assert (last.distance or 0) - (first.distance or 0) == 3


def test_files_behind_one_another_are_one() -> None:
    (recording,) = read_fit(fit(RUN[:5]) + fit(RUN[5:9]))
    assert len(recording.fixes) == 9


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.gps.fit._MOST", 30)
    with pytest.raises(UnreadableRecording, match="more than 30 messages"):
        read_fit(_file(_TIMES + _AT * 31))
