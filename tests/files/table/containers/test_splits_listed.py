"""Splits in a list of objects that each say where and when."""

from replay.files.table.containers.splits_listed import (
    _metres_key,
    far_key,
    in_seconds,
    is_guessed,
    plain_keys,
    point,
    says_when,
    says_where,
    stretched,
)
from tests.together import together


@together(
    ("rows", "keys"),
    [
        ([{"d": "1000", "t": "2:55.1"}, {"d": "2000", "t": "5:50.1"}], ("d", "t")),
        ([{"d": "1000", "t": "2:55.1"}, {"d": "1000", "t": "5:50.1"}], ("", "t")),
        ([{"d": "1000", "t": "2:55.1"}, {"d": "x", "t": "5:50.1"}], ("", "t")),
        ([{"d": "1000", "t": "2:55.1"}, {"d": "2000", "t": "x"}], ("d", "")),
        ([{"d": "1000", "t": "2:55.1"}, {"d": "2000"}], ("d", "")),
        ([], ("", "")),
    ],
)
def test_keys_are_known_by_what_they_hold(rows: list[dict[str, str]], keys: tuple[str, str]) -> None:
    assert plain_keys(rows) == keys


@together(
    ("metres", "key"),
    [("61 90", "m"), ("60 90", ""), ("90 61", ""), ("90 90", ""), ("61 x", ""), ("", "")],
)
def test_metres_are_more_than_an_hour_has_minutes(metres: str, key: str) -> None:
    assert _metres_key([{"m": cell} for cell in metres.split()]) == key


def stretch(begin: str, end: str, **more: str) -> dict[str, str]:
    return {"from": begin, "to": end, **more}


@together(
    ("rows", "made"),
    [
        (
            [stretch("Start", "5 km", time="15:10"), stretch("5 km", "10 km", time="15:20.5")],
            [{"point": "5 km", "time": "15:10"}, {"point": "10 km", "time": "30:30.5"}],
        ),
        (
            [stretch("Start", "200 m", time="0:31.23"), stretch("200 m", "400 m", time="0:31.37")],
            [{"point": "200 m", "time": "31.23"}, {"point": "400 m", "time": "1:02.6"}],
        ),
        ([stretch("Start", "5 km", time="15:10"), stretch("6 km", "10 km", time="15:20")], None),
        ([stretch("Start", "5 km", time="15:10"), stretch("5 km", "10 km")], None),
        ([stretch("Start", "5 km", time="15:10"), stretch("5 km", "10 km", time="x")], None),
        ([stretch("Start", "5 km", pace="5")], None),
        ([stretch("Start", "5 km", time="15:10"), {"from": "5 km", "time": "15:20"}], None),
        ([], None),
    ],
)
def test_stretches_end_to_end_are_points(rows: list[dict[str, str]], made: list[dict[str, str]] | None) -> None:
    assert stretched(rows) == (rows if made is None else made)


@together(
    ("key", "text", "where", "when"),
    [
        ("distance", "1000", True, False),
        ("distance", "", False, False),
        ("label", "5 km", True, False),
        ("point", "15:10", False, False),
        ("lap", "1", True, False),
        ("time", "15:10", False, True),
        ("time", "-", False, True),
        ("time", "fast", False, False),
        ("t", "62.1", False, True),
        ("mood", "good", False, False),
        ("splitTime", "15:10", False, True),
        ("splitTime", "900.5", True, True),
    ],
)
def test_keys_say_where_and_when(key: str, text: str, where: bool, when: bool) -> None:
    assert (says_where(key, text), says_when(key, text)) == (where, when)


@together(
    ("key", "text", "time"),
    [
        ("elapsedMs", "910250", "0:15:10.25"),
        ("time_ms", "3723000", "1:02:03"),
        ("millis", "910250", "0:15:10.25"),
        ("ms", "60000", "0:01:00"),
        ("ms", "9999999999", "2777:46:39.999"),
        ("ms", "99999999999", "99999999999"),
        ("ms", "15:10", "15:10"),
        ("seconds", "910250", "910250"),
    ],
)
def test_milliseconds_are_a_clock(key: str, text: str, time: str) -> None:
    assert in_seconds(key, text) == time


@together(
    ("key", "text", "heading"),
    [
        ("distance", "1000", "1000 m"),
        ("distanceKm", "5", "5 km"),
        ("miles", "2", "2 mi"),
        ("kilometres", "5,5", "5,5 km"),
        ("lap", "3", "Lap 3"),
        ("number", "3", "Lap 3"),
        ("label", "Bridge", "Bridge"),
        ("at", "0", "0"),
    ],
)
def test_a_bare_number_is_what_its_key_counts_in(key: str, text: str, heading: str) -> None:
    assert point(key, text) == heading


@together(
    ("rows", "key"),
    [
        ([{"name": "Hut", "distance": "8.5"}, {"name": "Lake", "distance": "21"}], "distance"),
        (
            [
                {"name": "Start (Vik)", "distance": "0"},
                {"name": "Hut", "distance": "11"},
                {"name": "Finish", "distance": "45"},
            ],
            "distance",
        ),
        ([{"name": "5 km", "distance": "5"}, {"name": "10 km", "distance": "5.1"}], ""),
        ([{"name": "Hut", "distance": "8.5"}, {"name": "Lake", "distance": "8.5"}], ""),
    ],
)
def test_distances_stand_beside_names_that_say_none_but_where_it_begins_and_ends(
    rows: list[dict[str, str]], key: str
) -> None:
    assert far_key(rows) == key


@together(
    ("row", "guessed"),
    [
        ({"evidence": "estimated"}, True),
        ({"estimated": "true"}, True),
        ({"isInterpolated": "1"}, True),
        ({"estimated": "false"}, False),
        ({"estimated_finish": "true"}, False),
        ({}, False),
    ],
)
def test_a_split_says_that_nobody_took_it(row: dict[str, str], guessed: bool) -> None:
    assert is_guessed(row) == guessed
