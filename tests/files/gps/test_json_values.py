"""Numbers and moments of recordings in JSON."""

import math

import pytest

from replay.files.gps.fixes import UnreadableRecording
from replay.files.gps.json_values import moment_of, number_of, read_json
from tests.together import together

NOON = 1_714_824_000.0


@together(
    ("value", "moment"),
    [
        ("2024-05-04T12:00:00Z", NOON),
        ("2024-05-04T12:00:00", NOON),
        ("2024-05-04T14:00:00.5+02:00", NOON + 0.5),
        ("1714824000", NOON),
        ("1714824000500", NOON + 0.5),
        (NOON, NOON),
        (NOON * 1000, NOON),
        (90.0, 90.0),
        ("0001-01-01T00:00:00+14:00", -62_135_647_200.0),
        ("20240504120000", None),
        ("noon", None),
        ("", None),
        (None, None),
        (True, None),
        ([NOON], None),
        (math.nan, None),
        (math.inf, None),
    ],
)
def test_a_moment_is_told_in_text_or_as_seconds_or_milliseconds(value: object, moment: float | None) -> None:
    assert moment_of(value) == moment


def test_all_numbers_are_one_kind() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": [1, 2.5]}') == {"a": [1.0, 2.5]}
    assert [number_of(value) for value in (*read_json(b"[1, NaN, true]"), "1", None)] == [1.0, None, None, None, None]


@together("data", [b"", b"[", b"[" * 100_000, b'{"a": }'])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableRecording):
        read_json(data)
