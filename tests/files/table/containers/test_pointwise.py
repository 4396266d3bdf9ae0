"""Points of a race that each have a list of who passed them."""

from collections.abc import Sequence
from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.pointwise import by_point, of_points
from tests.together import together

Rows = list[dict[str, Any]]
FIVE: Rows = [{"bib": 1, "name": "Ada", "time": "15:10"}, {"bib": 2, "name": "Bea", "time": "15:20"}]
TEN: Rows = [{"bib": 2, "name": "Bea", "time": "30:50"}, {"bib": 1, "name": "Ada", "time": "30:55"}]
END: Rows = [{"bib": 1, "name": "Ada", "time": "33:10"}, {"bib": 2, "name": "Bea", "time": "33:20"}]


def made(*before: Rows, names: tuple[str, ...] = ("5 km", "10 km")) -> Rows:
    """Those at the finish, with their times at these points."""
    return [
        {
            **row,
            "splits": [
                {"point": name, "time": at["time"]}
                for name, rows in zip(names, before, strict=False)
                for at in rows
                if at["bib"] == row["bib"]
            ],
        }
        for row in END
    ]


def point(name: object, rows: object, key: str = "name", **more: object) -> dict[str, object]:
    return {key: name, "passed": rows, **more}


@together(
    ("points", "runners"),
    [
        ([point("5 km", FIVE), point("Finish", END)], made(FIVE)),
        ([point("Finish", END), point("10 km", TEN), point("5 km", FIVE)], made(FIVE, TEN)),
        # How far they are may be said beside their names, or in place of one.
        *(
            ([point("Bridge", FIVE, **far), point("Finish", END)], made(FIVE, names=("5000 m",)))
            for far in (
                {"km": 5},
                {"distance": 5},
                {"distance": "5 km"},
                {"distance_m": 5000},
                {"distance": {"meters": 5000.0, "km": 5}},
                {"distance": {"value": 5}},
            )
        ),
        ([point("5 km", FIVE, distance=5000), point("Finish", END)], made(FIVE)),
        ([point("Bridge", FIVE, distance=99.9), point("Finish", END)], made(FIVE, names=("99900 m",))),
        ([point("Bridge", FIVE, distance=100), point("Finish", END)], made(FIVE, names=("100 m",))),
        ([point("10 km", TEN, at="x"), point("5 km", FIVE, km="5"), point("Finish", END)], made(FIVE, TEN)),
        # A list of the starters is none of a point; nor are races, few who are the same, times that fall.
        ([point("Start", FIVE), point("Finish", END)], None),
        ([point("5 km", FIVE), point("5 km", END)], None),
        ([point("5 km", FIVE)], None),
        ([point("5 km", []), point("Finish", END)], None),
        ([point("5 km", FIVE, more=TEN), point("Finish", END)], None),
        ([point("Heat 1", FIVE), point("Heat 2", END)], None),
        ([point("5 km", TEN), point("Finish", FIVE)], None),
        ([point("5 km", FIVE), "Finish"], None),
        ([point("5 km", [{"time": "15:10"}]), point("Finish", END)], None),
        ([point("5 km", [{**row, "bib": row["bib"] + 2} for row in FIVE]), point("Finish", END)], None),
        ([point("5 km", FIVE[:1]), point("Finish", END[:1])], None),
    ],
)
def test_points_in_an_array_are_the_splits_of_runners(points: Sequence[object], runners: Rows | None) -> None:
    assert of_points(points, "checkpoints", Keys()) == runners


@together(
    ("points", "runners"),
    [
        ({"5K": FIVE, "Finish": END}, made(FIVE, names=("5K",))),
        ({"5K": FIVE, "Mile race": END}, None),
        ({"5K": FIVE, "Finish": 7}, None),
        ({"5K": FIVE, "Finish": []}, None),
        ({"5K": FIVE}, None),
    ],
)
def test_so_are_points_by_their_names(points: dict[str, object], runners: Rows | None) -> None:
    assert by_point(points, "splits", Keys()) == runners


def test_lists_of_events_are_none_of_points() -> None:
    for called in ("events", "race", "ageCategories", "heats"):
        assert of_points([point("5 km", FIVE), point("Finish", END)], called, Keys()) is None
        assert by_point({"5K": FIVE, "10K": TEN}, called, Keys()) is None


def test_who_is_not_at_the_last_point_stopped_unless_it_is_said_what_became_of_him() -> None:
    third = {"bib": 3, "name": "Cia", "time": "15:30", "place": 3}
    for said, status in (({}, "DNF"), ({"status": "DQ"}, "DQ")):
        found = of_points([point("5 km", [*FIVE, {**third, **said}]), point("Finish", END)], "points", Keys())
        assert found is not None
        assert found[2] == {"bib": 3, "name": "Cia", "status": status, "splits": [{"point": "5 km", "time": "15:30"}]}


def test_who_was_seen_without_a_time_has_none_there_and_thousandths_are_seconds() -> None:
    millis = [{"bib": 1, "timeMillis": 910_000}, {"bib": 2, "timeMillis": None}]
    found = of_points([point("5 km", millis), point("Finish", END)], "points", Keys())
    assert found is None  # one of two
    more = [*millis, {"bib": 3, "timeMillis": 915_500}]
    found = of_points([point("5 km", more), point("Finish", [*END, {"bib": 3, "time": "33:30"}])], "points", Keys())
    assert found is not None
    assert [one["splits"] for one in found] == [
        [{"point": "5 km", "time": 910.0}],
        [],
        [{"point": "5 km", "time": 915.5}],
    ]
