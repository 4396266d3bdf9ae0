"""Recordings made by hand: runs at an even pace along a line, as GPX, TCX and FIT."""

import datetime
import math
import struct
from collections.abc import Iterable, Sequence
from itertools import pairwise

from replay.files.gps.fixes import EARTH, Fix, steady
from replay.files.understood import Tallies

NORTH, EAST = 50.0, 8.0
DEGREE = EARTH * math.pi / 180
BEGIN = datetime.datetime(2024, 6, 15, 9, 0, tzinfo=datetime.UTC).timestamp()

Place = tuple[float, float]
"""Metres east and north of 50 N, 8 E."""


def fix(seconds: float, place: Place, height: float | None = None, distance: float | None = None) -> Fix:
    """A fix some seconds after 9:00 UTC."""
    east, north = place
    return Fix(
        BEGIN + seconds,
        NORTH + north / DEGREE,
        EAST + east / (DEGREE * math.cos(math.radians(NORTH))),
        height,
        distance,
    )


def at(line: Sequence[Place], metres: float) -> Place:
    """The place so far along a line."""
    for (x0, y0), (x1, y1) in pairwise(line):
        length = math.dist((x0, y0), (x1, y1))
        if metres <= length:
            return x0 + (x1 - x0) * metres / length, y0 + (y1 - y0) * metres / length
        metres -= length
    return line[-1]


def run(
    line: Sequence[Place], pace: float, begin: float = 0.0, every: float = 5.0, stop: float = math.inf
) -> list[Fix]:
    """Somebody who runs a line, so many metres a second."""
    length = min(sum(math.dist(a, b) for a, b in pairwise(line)), stop)
    count = math.ceil(length / pace / every)
    seconds = [min(k * every, length / pace) for k in range(count + 1)]
    return [fix(begin + t, at(line, t * pace)) for t in seconds]


def iso(time: float) -> str:
    """`2024-06-15T09:00:00Z`."""
    return datetime.datetime.fromtimestamp(time, datetime.UTC).isoformat().replace("+00:00", "Z")


def gpx(*tracks: Sequence[Fix], name: str = "Club Run") -> bytes:
    """A GPX file."""
    return (
        '<?xml version="1.0"?>\n<gpx version="1.1" creator="hand" xmlns="http://www.topografix.com/GPX/1/1">\n'
        + "".join(
            f"<trk><name>{name}</name><trkseg>\n{''.join(map(trkpt, track))}</trkseg></trk>\n" for track in tracks
        )
        + "</gpx>\n"
    ).encode()


def trkpt(point: Fix) -> str:
    """One point of a GPX track."""
    time = f"<time>{iso(point.time)}</time>" if point.time is not None else ""
    height = f"<ele>{point.height}</ele>" if point.height is not None else ""
    return f'<trkpt lat="{point.north}" lon="{point.east}">{height}{time}</trkpt>\n'


def tcx(points: Iterable[Fix]) -> bytes:
    """A TCX file."""
    return (
        '<?xml version="1.0"?>\n<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/'
        'TrainingCenterDatabase/v2">\n<Activities><Activity Sport="Running"><Lap><Track>\n'
        + "".join(map(trackpoint, points))
        + "</Track></Lap></Activity></Activities></TrainingCenterDatabase>\n"
    ).encode()


def trackpoint(point: Fix) -> str:
    """One point of a TCX track."""
    place = (
        f"<Position><LatitudeDegrees>{point.north}</LatitudeDegrees>"
        f"<LongitudeDegrees>{point.east}</LongitudeDegrees></Position>"
        if point.north is not None
        else ""
    )
    counted = f"<DistanceMeters>{point.distance}</DistanceMeters>" if point.distance is not None else ""
    return f"<Trackpoint><Time>{iso(point.time or 0)}</Time>{place}{counted}</Trackpoint>\n"


_EPOCH = datetime.datetime(1989, 12, 31, tzinfo=datetime.UTC).timestamp()
_RECORD, _UNKNOWN = 20, 233


def fit(points: Iterable[Fix], header: int = 14) -> bytes:
    """A FIT file: `record` messages, with an unknown message before each as watches write them.

    Fields by number, size and base type: 253 timestamp (uint32), 0 and 1 latitude and longitude in semicircles
    (sint32), 2 altitude (uint16, 5 a metre from -500), 5 distance (uint32, 100 a metre). All bits set but a sign's is
    no value.
    """
    fields = [(253, 4, 0x86), (0, 4, 0x85), (1, 4, 0x85), (2, 2, 0x84), (5, 4, 0x86)]
    body = _definition(0, _RECORD, fields) + _definition(1, _UNKNOWN, [(2, 1, 0x02)])
    for point in points:
        body += b"\x01\x07"
        body += b"\x00" + struct.pack(
            "<IiiHI",
            round((point.time or 0) - _EPOCH),
            0x7FFFFFFF if point.north is None else round(point.north * 2**31 / 180),
            0x7FFFFFFF if point.east is None else round(point.east * 2**31 / 180),
            0xFFFF if point.height is None else round((point.height + 500) * 5),
            0xFFFFFFFF if point.distance is None else round(point.distance * 100),
        )
    start = struct.pack("<BBHI4s", header, 0x20, 2132, len(body), b".FIT")
    start += struct.pack("<H", _crc(start)) if header == 14 else b""
    return start + body + struct.pack("<H", _crc(start + body))


def _definition(local: int, message: int, fields: Sequence[tuple[int, int, int]]) -> bytes:
    return struct.pack("<BBBHB", 0x40 | local, 0, 0, message, len(fields)) + b"".join(map(bytes, fields))


def _crc(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


LINE: list[Place] = [(0.0, 0.0), (1000.0, 0.0)]
RUN = run(LINE, 4.0)
"""A kilometre eastwards at 4 m/s."""


def kinds(fixes: list[Fix]) -> dict[str, int]:
    """What is left out of a recording, and how much of it."""
    tallies = Tallies()
    steady(fixes, tallies)
    return {tally.kind: tally.count for tally in tallies.all()}
