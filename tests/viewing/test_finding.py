from replay.race.groups import Group, Groups
from replay.viewing.finding import MOST, Found, Runners, search_groups
from tests.builders import entry, race

FIELD = race(
    entry("Ann Runner", 300.0, bib="12", nation="KEN", sex="F"),
    entry("Åsa Ånn", 301.0, bib="123", nation="SWE", sex="F"),
    entry("Joanna Roe", 302.0, bib="9", nation="KEN", sex="M"),
)
RUNNERS = Runners(FIELD.entries)


def found(text: str) -> list[object]:
    return [one.value for one in RUNNERS.search(text)]


def test_a_bib_comes_before_those_that_begin_so() -> None:
    assert found("12") == [0, 1]
    assert found("123") == [1]


def test_names_are_found_by_their_beginnings_then_by_what_is_in_them_in_any_order_and_without_accents() -> None:
    assert found("ann") == [1, 0, 2]
    assert found("run ann") == [0]
    assert found("ROE jo") == [2]
    assert found("asa") == [1]


def test_nothing_typed_and_nobody_who_fits_find_nobody() -> None:
    assert found("") == found("  ") == found("zzz") == []


def test_what_is_found_says_who_it_is() -> None:
    assert RUNNERS.search("9")[0] == Found(2, "Joanna Roe", "KEN  9")


def test_of_thousands_a_few_are_found() -> None:
    assert len(Runners([entry(f"Runner {i}") for i in range(MOST * 3)]).search("runner")) == MOST


def test_groups_are_found_by_name_and_kind_and_everybody_is_first() -> None:
    groups = Groups(FIELD)
    women = Group("sex", "F")
    assert search_groups(groups, "", (women,))[:2] == [
        Found(None, "everybody"),
        Found(women, "women", "2  sex", taken=True),
    ]
    assert [one.text for one in search_groups(groups, "nation", ())] == ["KEN", "SWE"]
    assert [one.text for one in search_groups(groups, "wom", ())] == ["women"]
