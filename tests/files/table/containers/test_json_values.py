"""Text as JSON."""

import pytest

from replay.files.table.containers.json_values import json_values
from replay.files.table.containers.known_keys import UnreadableObjects
from tests.together import together


@together(
    ("text", "value"),
    [
        ('{"a": 1}', {"a": 1}),
        ('{"a": 1}\n\n{"a": 2},\n', [{"a": 1}, {"a": 2}]),
        ('[1]\n"x"', [[1], "x"]),
        ("1" * 100, int("1" * 100)),
        ("1" * 101, "1" * 101),
        ("1" * 5000, "1" * 5000),  # which Python refuses to read
        ("1.5", 1.5),
    ],
)
def test_it_is_one_value_or_a_value_a_line(text: str, value: object) -> None:
    assert json_values(text) == value


@together("text", ["", "x", '{"a": 1', '{"a": 1}\nx', '{"a":\n1\n}}', "[" * 100_000, "1\n" + "[" * 100_000])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(UnreadableObjects):
        json_values(text)
