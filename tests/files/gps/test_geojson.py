"""Tracks in GeoJSON."""

import json
from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.gps.fixes import UnreadableRecording
from replay.files.gps.geojson import is_geojson, read_geojson
from replay.files.source import Choices, Source
from tests.together import together

TIMES = [f"2024-05-04T09:0{minute}:00Z" for minute in range(4)]
PLACES = [[4.30, 52.1], [4.304, 52.1], [4.308, 52.1], [4.312, 52.1]]


def line(name: str, **said: object) -> dict[str, object]:
    geometry = {"type": "LineString", "coordinates": PLACES}
    return {"type": "Feature", "properties": {"name": name, **said}, "geometry": geometry}


def points(name: str) -> list[dict[str, object]]:
    return [
        {
            "type": "Feature",
            "properties": {"runner": name, "time": f"2024-05-04T09:0{at // 10}:{at % 10 * 6:02}Z"},
            "geometry": {"type": "Point", "coordinates": [4.3 + at * 0.0004, 52.1]},
        }
        for at in range(30)
    ]


@together(
    ("features", "names", "seconds"),
    [
        ([line("Ada", coordTimes=TIMES), line("Bea", coordinateProperties={"times": TIMES})], ["Ada", "Bea"], 180),
        ([line("Ada", times=[1_714_813_200_000 + 60_000 * at for at in range(4)])], ["Runner"], 180),
        (points("Cia"), ["Runner"], 174),
    ],
)
def test_lines_and_points_with_times_are_recordings(features: list[object], names: list[str], seconds: float) -> None:
    data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    reading = read_source(Source(data, Path("race.geojson")), Choices())
    assert reading.race is not None
    assert [entry.name for entry in reading.race.entries] == names
    assert reading.race.entries[0].result is not None
    assert (reading.race.entries[0].result.seconds, reading.understood.format) == (seconds, "GeoJSON")


SECONDS = 1_714_813_200
COURSE = {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": PLACES}}


def shaped(kind: str, coordinates: object, **said: object) -> dict[str, object]:
    return {"type": "Feature", "properties": said, "geometry": {"type": kind, "coordinates": coordinates}}


@together(
    ("features", "names", "times"),
    [
        ([line("Ada", coordTimes=[SECONDS, str(SECONDS + 1), f"{SECONDS}500", "x"])], ["Ada"], [0, 1, 0.5, None]),
        ([line("", timestamps=TIMES, bib=7)], ["7"], [0, 60, 120, 180]),
        ([line(" ", times=TIMES[:2])], [""], [0, 60]),
        (
            [shaped("LineString", [[*place, 3.0, SECONDS + at] for at, place in enumerate(PLACES)], name="Ada")],
            ["Ada"],
            [0, 1, 2, 3],
        ),
        (
            [shaped("MultiLineString", [PLACES[:2], 7, PLACES[2:]], name="Ada", coordTimes=[TIMES[:2], TIMES[2:]])],
            ["Ada"],
            [0, 60, 120, 180],
        ),
        ([shaped("MultiLineString", [PLACES[:2], PLACES[2:]], coordTimes=TIMES)], [""], [0, 60, 120, 180]),
        ([shaped("LineString", [[4.3, 52.1], [4.3], "x", [4.4, 52.1]], times=TIMES)], [""], [0, 180]),
        # What has no times is the course, and is left out.
        ([COURSE, line("Ada", times=TIMES), shaped("Polygon", [PLACES], times=TIMES)], ["Ada"], [0, 60, 120, 180]),
        ([COURSE, *points("Cia"), *points("Dot")[:10]], ["Cia", "Dot"], [6 * at for at in range(30)]),
    ],
)
def test_a_recording_has_the_times_that_its_places_have(
    features: list[object], names: list[str], times: list[float | None]
) -> None:
    data = json.dumps(features).encode()
    assert is_geojson(data)
    found = read_geojson(data)
    assert [one.name for one in found] == names
    assert [fix.time and fix.time - SECONDS for fix in found[0].fixes] == [time and float(time) for time in times]
    assert (found[0].fixes[0].north, found[0].fixes[0].east) == (52.1, 4.3)


@together(
    "value",
    [
        [COURSE],
        points("Cia")[:19],  # they may be passings
        [*points("Cia")[:10], *points("Dot")[:10]],
        [{**one, "properties": {"runner": "Cia", "time": "soon"}} for one in points("Cia")],
        [{**one, "geometry": None} for one in points("Cia")],
        [{**one, "properties": None} for one in points("Cia")],
        [shaped("LineString", "x"), {"type": "Feature", "coordinates": 1}],
        {"features": "x", "type": "FeatureCollection", "of": "LineString Point coordinates"},
        {"coordinates": PLACES, "type": "LineString"},
    ],
)
def test_places_without_times_or_with_too_few_are_none(value: object) -> None:
    assert not is_geojson(json.dumps(value).encode())


@together("text", ["[", '"x"', '{"type": "Feature"}', "[1]", json.dumps([COURSE]), json.dumps(points("Cia")[:1])])
def test_what_has_no_times_is_refused(text: str) -> None:
    with pytest.raises(UnreadableRecording):
        read_geojson(text.encode())


def test_one_line_by_itself_is_a_file_too() -> None:
    assert [one.name for one in read_geojson(json.dumps(line("Ada", times=TIMES)).encode())] == ["Ada"]
