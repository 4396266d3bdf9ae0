"""What the lines above a table say of the race."""

from pathlib import Path

import pytest

from replay.files.source import Choices, Source
from replay.files.table.about import about, said_by
from replay.files.table.findings import Findings
from replay.race.events import RaceForDistance


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([["18.05.2024", "City Run"]], "City Run"),
        ([["M"], ["nr 1"], ["Final"]], "nr 1"),
        ([["10"], ["Run"]], "a-race 2"),
    ],
)
def test_a_title_is_no_day_and_no_letter(above: list[list[str]], title: str) -> None:
    assert about(Source(b"", Path("a-race_2.csv")), {}, above, Choices()).title == title


@pytest.mark.parametrize(
    ("key", "text", "metres"),
    [
        ("distance_km", "10", 10_000.0),
        ("km", "21,0975", 21_097.5),
        ("miles", "2", 3218.688),
        ("distance_m", "1.500", 1500.0),
        ("km", "1.500", 1500.0),
        ("distance", "5 km", 5000.0),
        ("event", "Women's 1500 m", 1500.0),
        ("event", "Final", None),
        ("venue", "1500 m", None),
    ],
)
def test_a_line_says_how_far_it_was_in_its_own_unit_or_the_keys(key: str, text: str, metres: float | None) -> None:
    assert said_by(key, text, Findings("a.csv")) == metres


def test_a_backyard_is_for_distance_however_long_its_lap() -> None:
    with pytest.raises(RaceForDistance):
        said_by("event", "Backyard Ultra, 6706 m", Findings("a.csv"))
