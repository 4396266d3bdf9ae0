"""Who led on the way, in lines beside a list that name him: the times are his."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from tests.together import together

LIST = "1500m Men\n1. Al Alfa-Moor, GBR 3:29.23\n2. Bo Beta, NOR 3:29.47\n"
LIST += "3. Cy van Dam, NED 3:29.90\n4. Di Dam, NED 3:31\n"


def reading(led: str) -> Reading:
    return read_source(Source(f"{LIST}\n{led}\n".encode(), Path("a.txt")), Choices())


def splits(found: Reading) -> dict[str, list[tuple[float, float]]]:
    """Metres and seconds of those who have any, by name."""
    assert found.race is not None
    assert [entry.place for entry in found.race.entries] == [1, 2, 3, 4]
    each = {entry.name: [(one.distance, one.time.seconds) for one in entry.splits] for entry in found.race.entries}
    return {name: told for name, told in each.items() if told}


@together(
    "led",
    [
        "Splits: 400m 55.51 (Beta), 800m 1:52.19 (Alfa-Moor), 1200m 2:48.27 (Beta)",
        "400m 55.51 (Bo Beta) 800m 1:52.19 (Al Alfa-Moor) 1200m 2:48.27 (Beta)",
        "Leaders: 400m: 55.51 Beta; 800m: 1:52.19 Alfa-Moor; 1200m: 2:48.27 B. Beta",
        "Pace: 400m - 55,51 - Beta, 800m - 1:52,19 - A. Alfa-Moor, 1200m - 2:48,27 - Beta",
        "Intermediates: 400 m Beta 55.51, 800 m Al Alfa-Moor (GBR) 1:52.19, 1200 m Beta 2:48.27",
        "400m 55.51 (Bo), 800m 1:52.19 (Al), 1200m 2:48.27 (Bo)",  # as a club calls its own
        "400m: 55.51 (Bo Beta, NOR)\n800m: 1:52.19 (Al Alfa-Moor, GBR)\n1200m: 2:48.27 (Bo Beta, NOR)",
    ],
)
def test_the_times_are_those_of_who_is_named(led: str) -> None:
    found = reading(led)
    assert splits(found) == {"Al Alfa-Moor": [(800.0, 112.19)], "Bo Beta": [(400.0, 55.51), (1200.0, 168.27)]}
    assert any(
        "3 times on the way are of who led there, as line 7 names them" in one for one in found.understood.assumed
    )
    assert not any("on the way" in str(one) for one in found.understood.left_out)


@together(
    ("led", "theirs", "left"),
    [
        ("Splits: 400m 55.51, 800m 1:52.19", {}, 1),  # of nobody who is named
        ("400m: 55.51\n800m: 1:52.19\n1200m: 2:48.27", {}, 3),
        ("Splits: 400m 55.51 (Dam), 800m 1:52.19 (Beta)", {"Bo Beta": [(800.0, 112.19)]}, 1),  # two are called so
        ("Splits: 400m 55.51 (Zeta), 800m 1:52.19 (Zeta)", {}, 1),
        ("Splits: 400m 25.51 (Beta), 800m 1:52.19 (Beta)", {"Bo Beta": [(800.0, 112.19)]}, 1),  # nobody runs so
        ("Splits: 800m 1:52.19 (Beta), 1200m 1:48.27 (Beta)", {"Bo Beta": [(800.0, 112.19)]}, 1),
        ("Splits: 1500m 3:29.23 (Beta), 800m 1:52.19 (Beta)", {"Bo Beta": [(800.0, 112.19)]}, 0),
    ],
)
def test_what_is_not_surely_somebodys_is_left_out_and_told(
    led: str, theirs: dict[str, list[tuple[float, float]]], left: int
) -> None:
    found = reading(led)
    assert splits(found) == theirs
    told = [one.count for one in found.understood.left_out if "on the way" in one.kind]
    assert told == ([left] if left else [])


@together("led", ["400: 55.51 (Beta) 800: 1:52.19 (Alfa-Moor)", "400m: 55.51 (Bo) 800m: 1:52.19 (Al)"])
def test_they_may_stand_above_the_list_with_the_name_last(led: str) -> None:
    head, rows = LIST.split("\n", 1)
    found = read_source(Source(f"{head}\n{led}\n\n{rows}".encode(), Path("a.txt")), Choices())
    assert splits(found) == {"Al Alfa-Moor": [(800.0, 112.19)], "Bo Beta": [(400.0, 55.51)]}
