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


def test_a_watch_that_went_off_wrote_no_size() -> None:
    data = fit(RUN)
    (recording,) = read_fit(data[:4] + bytes(4) + data[8:-2])
    assert len(recording.fixes) == len(RUN)
    assert recording.cut is not None


@pytest.mark.parametrize(
    ("bound", "held", "told"),
    [
        ("_MOST", _TIMES + _AT * 31, "more than 30 messages"),
        ("_MOST_VALUES", _TIMES + _AT * 31, "more than 30 values"),
        ("_MOST_VALUES", _TIMES * 40, "more than 30 values"),
    ],
)
def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch, bound: str, held: bytes, told: str) -> None:
    monkeypatch.setattr("replay.files.gps.fit._SOME", 1)
    monkeypatch.setattr(f"replay.files.gps.fit.{bound}", 30)
    with pytest.raises(UnreadableRecording, match=told):
        read_fit(_file(held))


def _message(number: int, fields: dict[int, tuple[int, int]]) -> bytes:
    """A message of unsigned fields by number: bytes of each, and its value."""
    types = {1: 0x00, 4: 0x86}
    told = b"".join(bytes([field, size, types[size]]) for field, (size, _) in fields.items())
    values = b"".join(value.to_bytes(size, "little") for size, value in fields.values())
    return bytes([0x42, 0, 0, number & 255, number >> 8, len(fields)]) + told + b"\x02" + values


def _lap(begin: int, seconds: int, metres: int) -> bytes:
    return _message(19, {2: (4, _MOMENT + begin), 7: (4, seconds * 1000), 9: (4, metres * 100)})


def _session(begin: int, sport: int) -> bytes:
    return _message(18, {2: (4, _MOMENT + begin), 5: (1, sport)})


def _records(begin: int, *metres: int) -> bytes:
    steps = (struct.pack("<BII", 0, _MOMENT + begin + 30 * k, 100 * at) for k, at in enumerate(metres, 1))
    return _TIMES + b"".join(steps)


def _counted(data: bytes) -> list[list[float | None]]:
    return [[point.distance for point in recording.fixes] for recording in read_fit(data)]


def test_laps_stand_for_records_and_the_start_for_the_first_length_of_a_pool() -> None:
    assert _counted(_file(_lap(0, 80, 400) + _lap(90, 85, 400))) == [[0, 400, 800]]
    assert _counted(_file(_records(0, 25, 50, 75) + _lap(0, 90, 75))) == [[0, 25, 50, 75]]
    assert _counted(_file(_records(0, 25, 50, 75))) == [[25, 50, 75]]


def test_sessions_part_the_sports_and_files_that_count_anew_are_other_runs() -> None:
    swim, change, run = _records(0, 25, 50), _records(100, 5), _records(200, 120, 240)
    data = _file(swim + change + run + _session(0, 5) + _session(100, 3) + _session(200, 1))
    assert [one.part for one in read_fit(data)] == ["swimming", "running"]
    assert _counted(data) == [[0, 25, 50], [0, 120, 240]]
    assert _counted(_file(run) + _file(_records(900, 5, 9))) == [[120, 240], [5, 9]]


@together(("kind", "reason"), [(5, "but a watch's 'workout'"), (6, "a course, and nobody's run")])
def test_what_a_watch_writes_beside_runs_is_told(kind: int, reason: str) -> None:
    inside = _records(0, 25, 50) if kind == 6 else b""
    with pytest.raises(UnreadableRecording, match=reason):
        read_fit(_file(_message(0, {0: (1, kind)}) + inside))
