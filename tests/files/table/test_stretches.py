"""Points whose headings say how long the stretch to them is."""

from tests.files.table.test_reader import reading
from tests.together import together


def points(far: str, titles: str, *rows: str) -> list[tuple[float, float]]:
    """The first one's splits."""
    lines = [f"# distance_m: {far}", f"name,{titles},time", *(f"R{at},{row}" for at, row in enumerate(rows)), ""]
    race = reading("\n".join(lines)).race
    assert race is not None
    return [(split.distance, split.time.seconds) for split in race.entries[0].splits]


@together(
    ("far", "titles", "rows", "splits"),
    [
        # Legs that add up to the race, and their times to the result.
        ("3000", "1200m,800m,1000m", ["3:20,2:10,2:45,8:15"] * 2, [(1200, 200), (2000, 330)]),
        ("3000", "1200m,800m,1000m", ["3:20,2:10,2:45,8:16.5"] * 2, [(1200, 200), (2000, 330)]),
        ("3000", "1200m,800m,1000m", ["3:20,2:10,2:45,8:16.6"] * 2, [(800, 130), (1000, 165), (1200, 200)]),
        ("3007", "1200m,800m,1000m", ["3:20,2:10,2:45,8:15"] * 2, [(1200, 200), (2000, 330)]),
        ("3008", "1200m,800m,1000m", ["3:20,2:10,2:45,8:15"] * 2, [(800, 130), (1000, 165), (1200, 200)]),
        # Times since the start, at distances that do not grow.
        ("3000", "1200m,800m,1000m", ["3:20,5:30,8:15,8:15"] * 2, [(1200, 200), (2000, 330)]),
        # Of five teams one may have other times.
        (
            "3000",
            "1200m,800m,1000m",
            ["3:20,2:10,2:45,8:15"] * 4 + ["3:20,2:10,2:45,9:15"],
            [(1200, 200), (2000, 330)],
        ),
        # A third and two thirds of the race.
        ("3000", "1000m,2000m", ["2:50,5:40,8:30"] * 2, [(1000, 170), (2000, 340)]),
    ],
)
def test_legs_end_where_all_of_them_so_far_do(
    far: str, titles: str, rows: list[str], splits: list[tuple[float, float]]
) -> None:
    found = points(far, titles, *rows)
    if splits[0][0] == 800:  # nobody says that these are legs, and what cannot be is left out
        assert set(found) <= set(splits)
    else:
        assert found == splits


@together(
    ("titles", "rows", "metres"),
    [
        ("1200m,800m,1000m", ["3:20,2:10,2:45,8:15"] * 2, 3000.0),
        ("0-5km,5-10km", ["15:00,15:10,30:10"] * 2, 10_000.0),
        ("5 km,10 km", ["15:00,30:10,30:10"] * 2, 10_000.0),
        ("5 km,10 km", ["15:00,30:10,30:10"] * 4 + ["15:00,30:10,31:10"], 10_000.0),
        ("5 km,10 km", ["15:00,30:10,30:10"] * 3 + ["15:00,30:10,31:10"], None),
        ("10 km", ["30:10,30:10"] * 2, None),
        ("5,10", ["15:00,30:10,30:10"] * 2, None),
    ],
)
def test_how_far_it_was_by_the_times_at_the_points(titles: str, rows: list[str], metres: float | None) -> None:
    lines = [f"name,{titles},time", *(f"R{at},{row}" for at, row in enumerate(rows)), ""]
    race = reading("\n".join(lines)).race
    assert (None if race is None else race.distance) == metres


def test_a_column_at_the_start_is_no_stretch() -> None:
    assert points("3000", "3000m,0m", *["8:15,0:00,8:15"] * 2) == []
