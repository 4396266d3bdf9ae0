"""Choosing ghosts while a race is shown."""

import datetime
from dataclasses import replace

import pytest

from replay.analysis.ghosts import Align, ghost_of
from replay.race.problems import ReplayError
from replay.viewing.ghosts import Ghosts
from tests.builders import entry, race
from tests.together import together

NOW = replace(race(entry("Ann Oak", 230.0), entry("Bea Elm", 231.0)), id="now")
OLD = replace(race(entry("Cat Ash", 226.0), entry("Dot Fir"), date=datetime.date(1999, 7, 7)), id="old")
ROME = replace(
    race(entry("Cat Ash", 225.0), entry("Eve Yew", 228.0), date=datetime.date(2001, 7, 7), meeting="Rome"), id="rome"
)
FAR = replace(race(entry("Fay Bay", 500.0), distance=3000.0), id="far")
LIBRARY = [FAR, OLD, ROME]


def texts(ghosts: Ghosts, typed: str) -> list[str]:
    return [found.text for found in ghosts.search(NOW, LIBRARY, typed)]


def test_those_of_the_distance_come_first_the_latest_of_them_before_others() -> None:
    assert texts(Ghosts(), "") == [
        "all winners: 1500 m",
        "Cat Ash 2001",
        "Eve Yew 2001",
        "Cat Ash 1999",
        "Fay Bay",
    ]


@together(
    ("typed", "found"),
    [
        ("ash 99", []),
        ("2001", ["Cat Ash 2001", "Eve Yew 2001"]),
        ("ash 1999", ["Cat Ash 1999"]),
        ("rome", ["Cat Ash 2001", "Eve Yew 2001"]),
        ("fay", ["Fay Bay"]),
    ],
)
def test_words_of_a_name_a_race_or_a_year_find_him(typed: str, found: list[str]) -> None:
    assert texts(Ghosts(), typed) == found


def test_chosen_he_is_beside_the_race_and_chosen_again_he_is_not() -> None:
    ghosts = Ghosts()
    texts(ghosts, "yew")
    made = ghosts.chosen(NOW, 0, lambda: LIBRARY)
    assert [one.short for one in made.entries[2:]] == ["Yew 2001"]
    found = ghosts.search(made, LIBRARY, "yew")
    assert found[0].taken
    assert ghosts.chosen(made, 0, lambda: LIBRARY) == NOW


def test_a_time_of_ones_own_is_offered() -> None:
    ghosts = Ghosts()
    assert texts(ghosts, "4:10") == ["You (4:10, even pace)"]
    assert ghosts.chosen(NOW, 0, lambda: LIBRARY).entries[-1].short == "You"


def test_winners_of_a_distance_come_all_at_once() -> None:
    ghosts = Ghosts()
    first = ghosts.search(NOW, LIBRARY, "")[0]
    assert (first.text, first.beside) == ("all winners: 1500 m", "of the library")
    assert [one.short for one in ghosts.chosen(NOW, 0, lambda: LIBRARY).entries[2:]] == ["Ash 2001", "Ash 1999"]


def test_those_that_are_there_may_be_aligned_elsewhere_and_taken_away() -> None:
    ghosts = Ghosts([ghost_of(OLD, 0)], Align.GUN)
    lines = texts(ghosts, "")
    aligned = ghosts.chosen(NOW, lines.index("align them at the finish, home with the winner"), lambda: LIBRARY)
    assert aligned.entries[-1].note == "aligned at the finish"
    lines = texts(ghosts, "")
    assert "align them at the gun" in lines
    assert ghosts.chosen(aligned, lines.index("no ghosts"), lambda: LIBRARY) == NOW


def test_one_who_cannot_be_put_beside_it_leaves_everything_as_it_was() -> None:
    stopped = race(entry("Gil", None, {400: 60.0}), distance=1500.0)
    ghosts = Ghosts([ghost_of(OLD, 0)], Align.FINISH)
    found = ghosts.search(NOW, [stopped], "gil")
    with pytest.raises(ReplayError):
        ghosts.chosen(NOW, 0, lambda: LIBRARY)
    assert ghosts.search(NOW, [stopped], "gil") == found


def test_nobody_is_his_own_ghost() -> None:
    assert not any("Oak" in text for text in [found.text for found in Ghosts().search(NOW, [*LIBRARY, NOW], "")])


def test_nobody_learns_from_the_list_how_a_race_ended_that_may_be_to_come() -> None:
    ended = replace(race(entry("Zoe Young", 220.0), entry("Yan Abel", 221.0), entry("Xu Moss", 222.0)), id="ended")
    assert [found.text for found in Ghosts().search(NOW, [ended], "")] == ["Yan Abel", "Xu Moss", "Zoe Young"]


def test_all_winners_are_those_of_every_race_and_not_of_those_read_when_it_was_asked() -> None:
    ghosts = Ghosts()
    later = replace(race(entry("Gus Hay", 224.0), date=datetime.date(2011, 7, 7)), id="later")
    ghosts.search(NOW, LIBRARY, "")
    made = ghosts.chosen(NOW, 0, lambda: [*LIBRARY, later])
    assert [one.short for one in made.entries[2:]] == ["Hay 2011", "Ash 2001", "Ash 1999"]
