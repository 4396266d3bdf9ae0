import datetime
from dataclasses import dataclass, replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.compiled.columns import MOST, from_columns, to_columns
from replay.race.race import Course, Entry, Evidence, Race, Status, Surface
from replay.race.sources import Source
from tests.builders import entry, race, time
from tests.together import together


class Pair(NamedTuple):
    left: str
    right: int | None = None


@dataclass(frozen=True, slots=True)
class Everything:
    """A field of each kind that is kept."""

    words: tuple[str, ...] = ()
    points: tuple[tuple[float, float], ...] = ()
    when: datetime.date | None = None
    how: Evidence = Evidence.MEASURED
    surface: Surface | None = None
    sources: dict[str, Source] | None = None
    pairs: tuple[Pair, ...] = ()
    number: float = 0.0
    flag: bool = False


EVERYTHING = st.builds(
    Everything,
    words=st.lists(st.text(max_size=4), max_size=4).map(tuple),
    points=st.lists(st.tuples(st.floats(allow_nan=False), st.floats(allow_nan=False)), max_size=3).map(tuple),
    when=st.none() | st.dates(),
    how=st.sampled_from(Evidence),
    surface=st.none() | st.sampled_from(Surface),
    sources=st.none() | st.dictionaries(st.text(max_size=3), st.builds(Source, st.text(max_size=3)), max_size=3),
    pairs=st.lists(st.builds(Pair, st.text(max_size=3), st.none() | st.integers()), max_size=4).map(tuple),
    number=st.floats(allow_nan=False) | st.integers(-9, 9),
    flag=st.booleans(),
)


@dataclass(frozen=True, slots=True)
class Many:
    things: tuple[Everything | None, ...]


@given(st.lists(st.none() | EVERYTHING, max_size=8))
def test_what_is_read_back_is_what_was_written_down_to_the_types(things: list[Everything | None]) -> None:
    many = Many((*things, *things))
    back = from_columns(to_columns(many, Many), Many)
    assert back == many
    assert repr(back) == repr(many)


def test_whole_numbers_and_others_that_are_equal_stay_apart() -> None:
    many = Many(tuple(Everything(number=number) for number in (60, 60.0, 60, 60.0)))
    back = from_columns(to_columns(many, Many), Many)
    assert [type(thing.number) for thing in back.things] == [int, float, int, float]


def test_a_race_comes_back_with_times_that_many_have_only_once() -> None:
    shared = time("5:00")
    made = race(*(replace(entry("A"), status=Status.FINISHED, result=shared) for _ in range(5)), course=Course())
    back = from_columns(to_columns(made, Race), Race)
    assert back == made
    assert len({id(runner.result) for runner in back.entries}) == 1


def test_what_is_of_no_known_kind_is_not_kept() -> None:
    @dataclass(frozen=True, slots=True)
    class Odd:
        anything: complex

    with pytest.raises(TypeError):
        to_columns(Odd(1j), Odd)


@pytest.mark.parametrize("change", ["table", "size"])
def test_columns_that_do_not_fit_together_are_an_error(change: str) -> None:
    columns = to_columns(race(entry("A", "5:00"), entry("B", "5:01")), Race)
    names = columns.node["table"]["fields"]["entries"]["table"]["parts"]["table"]["fields"]["name"]
    names[change] = ["A", "B", "C"] if change == "table" else 3
    with pytest.raises((ValueError, LookupError, TypeError)):
        from_columns(columns, Race)


@together(
    ("field", "value"),
    [("name", 5), ("name", ["A"]), ("bib", 7), ("ghost", 1), ("name", {"A": 1}), ("club", True), ("name", None)],
)
def test_a_value_of_another_type_than_its_field_is_an_error(field: str, value: object) -> None:
    columns = to_columns(race(entry("A", "5:00"), entry("B", "5:01")), Race)
    columns.node["table"]["fields"]["entries"]["table"]["parts"]["table"]["fields"][field]["table"][0] = value
    with pytest.raises((ValueError, LookupError, TypeError)):
        from_columns(columns, Race)


@pytest.mark.parametrize("size", [MOST + 1, 2**40, 10**30])
def test_a_column_that_says_it_is_longer_than_any_is_not_made(size: int) -> None:
    """A few bytes would be as many values as the memory holds, and more."""
    columns = to_columns(race(entry("Ann", "4:01.0")), Race)
    columns.node["size"] = size
    with pytest.raises(ValueError, match="longer than any"):
        from_columns(columns, Race)


def test_entries_have_all_their_fields() -> None:
    made = race(entry("A", "5:00", {400.0: "1:20"}, club="Harriers", sex="F", category="W35", marks=("PB",)))
    (back,) = from_columns(to_columns(made, Race), Race).entries
    assert isinstance(back, Entry)
    assert (back.club, back.sex, back.category, back.marks, hash(back)) == (
        "Harriers", "F", "W35", ("PB",), hash(made.entries[0]),
    )  # fmt: skip
