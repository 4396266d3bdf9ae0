"""Choosing what the race trace is against."""

from replay.analysis.reference import LEADER, MEAN, Reference
from replay.race.pacelights import PaceLight, target
from replay.viewing.against import References
from replay.viewing.finding import MOST, Found
from tests.builders import entry

RECORD = PaceLight("world record", 223.13, "3:43.13", "Hicham El Guerrouj")
GHOST = Found(7, "Cat Ash 1999", "Rome")


def references() -> References:
    return References([entry("Ann Oak", 240.0), entry("Bea Elm", 241.0)], [RECORD], LEADER)


def test_everything_there_is_stands_there_and_what_holds_is_marked() -> None:
    found = references().search("", lambda text: [GHOST])
    assert [one.text for one in found] == [
        "the first",
        "the field's mean",
        "world record 3:43.13, even pace",
        "Bea Elm",
        "Ann Oak",
    ]
    assert [one.taken for one in found] == [True, False, False, False, False]


def test_what_is_typed_finds_it_and_a_time_is_an_even_pace() -> None:
    these = references()

    def chosen(text: str) -> list[Reference | int]:
        return [these.chosen(at) for at, _ in enumerate(these.search(text, lambda typed: []))]

    assert chosen("mean") == [MEAN]
    assert chosen("world rec") == [Reference(light=RECORD)]
    assert chosen("3:45") == [Reference(light=target("3:45"))]
    assert chosen("elm") == [Reference(entry=1)]


def test_who_else_fits_is_found_in_the_library_unless_he_is_there_already() -> None:
    these = references()
    found = these.search("cat", lambda text: [GHOST._replace(taken=True), GHOST])
    assert [(one.value, one.text) for one in found] == [(0, "Cat Ash 1999")]
    assert these.chosen(0) == 7


def test_of_thousands_some_are_listed_and_all_are_found() -> None:
    these = References([entry(f"Runner {at}", 240.0 + at) for at in range(1000)], [], MEAN)
    assert len(these.search("", lambda text: [])) == 2 + MOST
    found = these.search("runner 999", lambda text: [])
    assert [these.chosen(at) for at in range(len(found))] == [Reference(entry=999)]


def test_a_year_finds_who_ran_then_and_is_no_time() -> None:
    assert [one.text for one in references().search("1999", lambda text: [GHOST])] == ["Cat Ash 1999"]


def test_runners_stand_as_the_race_stands_and_by_the_alphabet_where_nobody_knows() -> None:
    finished = [entry("Cy Yew", 240.0), entry("Di Ash", 241.0), entry("Ed Moss", 242.0)]

    def names(text: str, *order: int) -> list[str]:
        return [one.text for one in References(finished, [], LEADER, order).search(text, lambda _: [])][-3:]

    assert names("") == ["Di Ash", "Ed Moss", "Cy Yew"]
    assert names("", 2, 0, 1) == ["Ed Moss", "Cy Yew", "Di Ash"]
    everybody = References([entry(f"{name} Ann") for name in "CAB"], [], LEADER).search("ann", lambda _: [])
    assert [one.text for one in everybody] == ["A Ann", "B Ann", "C Ann"]
