"""The streams of an activity."""

import json
from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.gps.fixes import UnreadableRecording
from replay.files.gps.streams import read_streams
from replay.files.source import Choices, Source
from tests.together import together

STREAMS = {"time": [0, 60, 120, 180], "distance": [0, 300.1, 610.2, 905.5], "altitude": [5, 6, 7, 8]}
BY_KIND = {kind: {"data": data, "series_type": "distance"} for kind, data in STREAMS.items()}
LISTED = [{"type": kind, **stream} for kind, stream in BY_KIND.items()]
PLACES = {"type": "latlng", "data": [[52.1, 4.3], [52.1, 4.304], None, [52.1, 4.313]], "series_type": "distance"}


@together("value", [BY_KIND, LISTED, [*LISTED, PLACES]])
def test_they_are_a_recording_of_one_runner_whose_day_nobody_tells(value: object) -> None:
    race = read_source(Source(json.dumps(value).encode(), Path("streams.json")), Choices()).race
    assert race is not None
    assert (race.distance, race.date) == (905.5, None)
    assert [(split.distance, split.time.seconds) for split in race.entries[0].splits] == [(300.1, 60), (610.2, 120)]
    assert race.entries[0].result is not None
    assert race.entries[0].result.seconds == 180


def test_polar_has_samples_with_their_times_of_day() -> None:
    metres = [(0, 0.0), (1, 300.1), (2, 610.2), (3, 905.5)]
    samples = [{"dateTime": f"2024-05-01T17:0{minutes}:00.000", "value": far} for minutes, far in metres]
    value = {"exercises": [{"samples": {"distance": samples}}]}
    race = read_source(Source(json.dumps(value).encode(), Path("training-session.json")), Choices()).race
    assert race is not None
    assert [(split.distance, split.time.seconds) for split in race.entries[0].splits] == [(300.1, 60), (610.2, 120)]
    assert str(race.date) == "2024-05-01"


@together(
    "text",
    [
        '{"exercises": [{"samples": {"heartRate": [{"dateTime": "x"}]}}]}',
        "[",
        "{}",
        '[{"type": "time", "data": [1]}]',
        '{"time": {"data": ["x"]}, "distance": 3}',
        '"' * 9,
    ],
)
def test_without_times_or_distances_they_are_none(text: str) -> None:
    with pytest.raises(UnreadableRecording):
        read_streams(text.encode())


def test_garmin_has_rows_of_values_and_says_what_each_is() -> None:
    keys = ("directHeartRate", "directTimestamp", "sumDistance", "directLatitude", "directLongitude")
    told = [{"metricsIndex": at, "key": key} for at, key in enumerate(keys)]
    rows = [
        [150.0, 1714809600000 + 60_000 * at, far, 52.1, 4.3 + far / 68_500]
        for at, far in enumerate((0, 300.1, 610.2, 905.5))
    ]
    details = {"metricDescriptors": told, "activityDetailMetrics": [{"metrics": row} for row in rows]}
    for value in (details, {"activityId": 7, "details": details}):
        race = read_source(Source(json.dumps(value).encode(), Path("details.json")), Choices()).race
        assert race is not None
        assert (race.distance, str(race.date)) == (905.5, "2024-05-04")
        assert race.course.line is not None
        assert [(split.distance, split.time.seconds) for split in race.entries[0].splits] == [(300.1, 60), (610.2, 120)]
    told[1]["key"] = "sumDuration"
    with pytest.raises(UnreadableRecording, match="lack the times"):
        read_streams(json.dumps(details).encode())
