import pytest

from replay.race.names import GUESSES, Names, NoSuchRunner, find_runner, fold
from replay.race.race import Entry
from tests.builders import entry
from tests.together import together

FIELD = (
    Entry("Josh Kerr"),
    Entry("Mario García Romo", bib="7"),
    Entry("Reynold Kipkorir Cheruiyot", bib="12"),
    Entry("Timothy Cheruiyot", bib="A7"),
    Entry("Chris O’Hare"),
    Entry("Pierre-Ambroise Bosse"),
    Entry("Romo"),
)


@together(
    ("name", "index"),
    [
        ("Josh Kerr", 0),
        ("KERR", 0),
        ("garcia romo", 1),
        ("García", 1),
        ("7", 1),
        ("a7", 3),
        ("Kipkorir Cheruiyot", 2),
        ("ohare", 4),
        ("O'Hare", 4),
        ("pierre ambroise bosse", 5),
        ("Ambroise", 5),
        ("romo", 6),
    ],
)
def test_a_runner_is_found_by_bib_then_full_name_then_whole_words(name: str, index: int) -> None:
    assert find_runner(FIELD, name) == index


def test_two_matches_are_an_error_that_lists_both() -> None:
    with pytest.raises(NoSuchRunner) as raised:
        Names(FIELD).find("cheruiyot")
    assert "'Reynold Kipkorir Cheruiyot' (12) and 'Timothy Cheruiyot' (A7)" in raised.value.message


@together(("count", "more"), [(4, False), (5, True)])
def test_of_many_matches_four_are_listed(count: int, more: bool) -> None:
    with pytest.raises(NoSuchRunner) as raised:
        Names([entry(f"Ann{number} Lee") for number in range(count)]).find("lee")
    assert raised.value.message.count("Ann") == 4
    assert raised.value.message.endswith(" and 1 more") == more


@together("name", ["Ker", "", " ", "-", "Romo García"])
def test_part_of_a_word_or_nothing_matches_nobody(name: str) -> None:
    with pytest.raises(NoSuchRunner):
        Names(FIELD).find(name)


def test_a_name_near_to_one_is_suggested() -> None:
    with pytest.raises(NoSuchRunner, match="did you mean 'Bosse'"):
        Names(FIELD).find("Bose")


def test_folding_drops_case_accents_and_punctuation() -> None:
    assert fold("ÅSE Øst-Łuka  d’Arc") == "ase ost luka darc"


def test_of_thousands_of_wrong_names_the_first_are_guessed_at() -> None:
    names = Names([entry(f"Runner {number}") for number in range(50)])
    hints = []
    for number in range(GUESSES + 20):
        with pytest.raises(NoSuchRunner) as raised:
            names.find(f"Runer {number}x")
        hints.append("did you mean" in str(raised.value))
    assert hints == [True] * GUESSES + [False] * 20
