"""Tracks in GeoJSON."""

import json
from pathlib import Path

from replay.files.formats import read_source
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
        ([line("Ada", times=[1_714_813_200_000 + 60_000 * at for at in range(4)])], ["race"], 180),
        (points("Cia"), ["race"], 174),
    ],
)
def test_lines_and_points_with_times_are_recordings(features: list[object], names: list[str], seconds: float) -> None:
    data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    reading = read_source(Source(data, Path("race.geojson")), Choices())
    assert reading.race is not None
    assert [entry.name for entry in reading.race.entries] == names
    assert reading.race.entries[0].result is not None
    assert (reading.race.entries[0].result.seconds, reading.understood.format) == (seconds, "GeoJSON")
