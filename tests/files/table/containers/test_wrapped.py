"""What programs wrap one value in, taken off."""

import pytest

from replay.files.table.containers.wrapped import unwrapped
from tests.together import together

ADA = {"name": {"stringValue": "Ada"}, "time": {"doubleValue": 222.66}}


@together(
    ("value", "held"),
    [
        # MongoDB
        ({"$numberDouble": "222.66"}, "222.66"),
        ({"$date": {"$numberLong": "1714813200000"}}, "1714813200000"),
        # DynamoDB
        ({"N": "222.66"}, "222.66"),
        ({"N": "-7"}, "-7"),
        ({"S": "Ada"}, "Ada"),
        ({"BOOL": False}, False),
        ({"NULL": True}, None),
        ({"M": {"time": {"N": "1"}}}, {"time": {"N": "1"}}),
        ({"L": [{"N": "1"}]}, [{"N": "1"}]),
        ({"SS": ["Ada", "Bea"]}, ["Ada", "Bea"]),
        ({"NS": ["1"]}, ["1"]),
        # Firestore
        ({"integerValue": "7"}, "7"),
        ({"timestampValue": "2024-05-04T09:00:00Z"}, "2024-05-04T09:00:00Z"),
        ({"nullValue": None}, None),
        ({"mapValue": {"fields": ADA}}, ADA),
        ({"mapValue": {}}, {}),
        ({"arrayValue": {"values": [ADA]}}, [ADA]),
        ({"arrayValue": {}}, []),
        ({"name": "projects/x", "fields": ADA, "createTime": "2024"}, ADA),
        # XML that was turned into JSON
        ({"#text": "3:42.66"}, "3:42.66"),
        ({"$t": 7}, 7),
        ({"@attributes": {"bib": "7"}, "name": "Ada"}, {"bib": "7", "name": "Ada"}),
        ({"$": {"bib": "7"}, "_": "Ada"}, {"bib": "7", "text": "Ada"}),
        ({"@bib": "7", "@name": "x", "name": "Ada"}, {"bib": "7", "@name": "x", "name": "Ada"}),
        (
            {"name": ["Ada"], "time": ["3:42"], "laps": ["60", "61"]},
            {"name": "Ada", "time": "3:42", "laps": ["60", "61"]},
        ),
        ({"$or": [1, 2]}, {"$or": [1, 2]}),
        ({"#text": {"a": 1}}, {"text": {"a": 1}}),
        # GeoJSON
        ({"type": "Feature", "properties": {"name": "Ada"}, "geometry": None}, {"name": "Ada"}),
    ],
)
def test_what_is_in_it_is_what_it_is(value: dict[str, object], held: object) -> None:
    assert unwrapped(value) == held


@together(
    ("value", "text"),
    [
        ({"minutes": 3, "seconds": 42.66}, "3:42.66"),
        ({"hours": 1, "min": "2", "sec": "3"}, "1:02:03"),
        ({"H": 0, "M": 0, "S": 9.5}, "0:09.5"),
        ({"seconds": 62, "hundredths": 7}, "1:02.07"),
        ({"seconds": 9, "tenths": 5}, "0:09.5"),
        ({"seconds": 9, "millis": 583}, "0:09.583"),
        ({"seconds": 9, "micros": 580_000}, "0:09.58"),
        ({"seconds": 222, "nanos": 660_000_000}, "3:42.66"),
        ({"minutes": 0, "seconds": 0}, "0:00"),
        ({"value": 222.66, "unit": "s"}, "3:42.66"),
        ({"Amount": "3.5", "Units": "Minutes"}, "3:30"),
        ({"value": 222_660, "timeUnit": "MS"}, "3:42.66"),
        ({"timeInMillis": 222_660}, "3:42.66"),
        ({"timeInMillis": 222_660, "value": 3.7}, "3:42.66"),
        ({"m": 166_666, "s": 39}, "2777:46:39"),
    ],
)
def test_a_time_in_parts_or_with_its_unit_is_as_a_clock_shows_it(value: dict[str, object], text: str) -> None:
    assert unwrapped(value) == text


@together(
    "value",
    [
        {},
        {"name": "Ada", "time": "3:42"},
        {"N": "Ada"},  # a column that is called so
        {"S": 7},
        {"BOOL": "yes"},
        {"M": {"time": "3:42"}},
        {"L": ["3:42"]},
        {"stringValue": ["Ada"]},
        {"fields": {"name": {"stringValue": "Ada"}, "time": "3:42"}},
        {"fields": {}},
        {"type": "Race", "properties": {"name": "Ada"}},
        {"name": ["Ada"], "laps": ["60", "61"]},  # one of them alone may be a list that happens to have one
        {"hours": 1, "minutes": 2},  # which may be an age, or the length of a race
        {"minutes": 3, "seconds": None},
        {"minutes": 3, "seconds": True},
        {"minutes": 3, "seconds": "42 s"},
        {"m": 166_666, "s": 40},
        {"minutes": 3, "seconds": -1},
        {"seconds": 42},
        {"minutes": 3, "seconds": 42, "name": "Ada"},
        {"value": 400, "unit": "m"},
        {"value": 5, "unit": "km"},
        {"value": 5, "unit": ""},
        {"value": 5, "unit": 60},
        {"value": "3:42", "unit": "s"},
        {"value": 222.66, "unit": "s", "name": "Ada"},
        {"timeInMillis": "soon"},
    ],
)
def test_what_is_put_round_nothing_is_itself(value: dict[str, object]) -> None:
    assert unwrapped(value) is value


@pytest.mark.parametrize("more", [0, 1])
def test_a_time_has_no_more_parts_than_clocks_have(more: int) -> None:
    parts = ["hours", "hour", "minutes", "minute", "seconds", "tenths", "millis"][: 6 + more]
    value = dict.fromkeys(parts, 0)
    assert unwrapped(value) == (value if more else "0:00")
