"""What all lists share: distances in words, rows to entries, one of several races."""

from replay.files.results.listed import Mark, Row, distance_in, entry_of
from replay.files.understood import Tallies
from replay.race.race import Status
from tests.together import together


@together(
    ("text", "metres"),
    [
        ("20:10 | 800m W, WU20", 800),
        ("Backyard, Lomma, 6,706 km/varv", None),
        ("Club race, 5 laps, 1.2 km per lap, 6 km", 6000),
        ("Heat 3", None),
        ("Winter Series Race 3, 5 miles", 8046.72),
        ("Race 1, 5 km", 5000),
        ("5000 m, 12.05.2024", 5000),
        ("Spring 5K 2024", 5000),
        ("50k, Men", 50_000),
        ("Half Marathon", 21_097.5),
        ("Women U23 Mile", 1609.344),
        ("", None),
    ],
)
def test_a_distance_is_found_in_words(text: str, metres: float | None) -> None:
    assert distance_in(text) == metres


def kinds(row: Row) -> list[str]:
    tallies = Tallies()
    entry_of(row, 800.0, tallies)
    return [str(tally) for tally in tallies.all()]


def test_what_cannot_be_true_is_left_out_and_counted() -> None:
    row = Row("A", seconds=125.0, text="2:05.0", marks=(Mark(400, 58.0, "58.0"), Mark(600, 50.0, "50.0")))
    assert kinds(row) == [
        "1 split that cannot be true (first: A's 50.0 at 600 m, which is not later than 58.00 at 400 m)"
    ]
    twice = Row("A", seconds=125.0, text="2:05.0", marks=(Mark(400, 58.0, "58.0"), Mark(400, 59.0, "59.0")))
    assert kinds(twice) == ["1 second splits at one distance (first: A at 400 m)"]


def test_a_result_that_the_splits_rule_out_is_left_out_and_a_fast_one_is_kept() -> None:
    tallies = Tallies()
    wrong = entry_of(Row("A", seconds=60.0, text="1:00.0", marks=(Mark(400, 58.0, "58.0"),)), 800.0, tallies)
    fast = entry_of(Row("B", seconds=60.0, text="1:00.0"), 800.0, tallies)
    assert (wrong.result, wrong.status) == (None, Status.UNKNOWN)
    assert fast.result is not None


def test_who_did_not_finish_has_no_result_and_no_place() -> None:
    entry = entry_of(Row("A", status=Status.DNF, place=3, seconds=125.0, text="2:05.0"), 800.0, Tallies())
    assert (entry.result, entry.place, entry.status) == (None, None, Status.DNF)
