"""Times, short names, letters and widths of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.text import asciified, cell_width, cut, fit, wrap
from replay.race.race import Entry
from replay.race.shortnames import family_name, initials, short_names, tags
from replay.race.times import format_clock, format_distance, format_gap, format_time, parse_time


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("55.91", 55.91), ("1:52.74", 112.74), ("0:59", 59.0), ("1:05:22", 3922.0), ("8:03,40", 483.4)],
)
def test_times_are_read(text: str, seconds: float) -> None:
    assert parse_time(text) == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["", "1:60", "1:2:3:4", "-3", "1:75:00", "3m20", "nan", "1e3", "99999999999"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"time|seconds|minutes|longer"):
        parse_time(text)


@given(st.integers(0, 360_000_0))
def test_a_printed_time_reads_back(hundredths: int) -> None:
    assert round(parse_time(format_time(hundredths / 100)) * 100) == hundredths


def test_rounding_never_prints_sixty_seconds() -> None:
    assert format_time(59.996) == "1:00.00"
    assert format_time(3599.999, 1) == "1:00:00.0"


def test_the_running_clock_cuts_and_always_has_minutes() -> None:
    assert format_clock(59.99) == "0:59.9"
    assert format_clock(9.05, 2) == "0:09.05"
    assert format_clock(0.0) == "0:00.0"
    assert format_clock(3723.456, 0) == "1:02:03"


def test_gaps_have_their_sign_and_distances_no_idle_digits() -> None:
    assert format_gap(0.26, 2) == "+0.26"
    assert format_distance(1609.344) == "1609.344 m"
    assert format_distance(400.0) == "400 m"


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Josh Kerr", "Kerr"),
        ("Faith KIPYEGON", "Kipyegon"),
        ("Melissa COURTNEY-BRYANT", "Courtney-Bryant"),
        ("Stefan van der Berg", "van der Berg"),
        ("Kipkorir", "Kipkorir"),
        ("Runner 7", "Runner 7"),
        ("", ""),
    ],
)
def test_the_family_name_is_found(name: str, family: str) -> None:
    assert family_name(name) == family


def test_two_of_a_name_get_their_initials_and_a_file_may_say_how_one_is_called() -> None:
    entries = [
        Entry("Timothy Cheruiyot"),
        Entry("Reynold Kipkorir Cheruiyot"),
        Entry("Mario García Romo", short="García Romo"),
    ]
    assert short_names(entries) == ("T. Cheruiyot", "R. Cheruiyot", "García Romo")


def test_two_of_a_name_and_an_initial_get_their_whole_names() -> None:
    assert short_names([Entry("Ann Lee"), Entry("Amy Lee"), Entry("Bob Lee")]) == ("Ann Lee", "Amy Lee", "B. Lee")


@given(st.lists(st.text(alphabet="abcdefghijklmnopé '-", min_size=1, max_size=8), min_size=1, max_size=62, unique=True))
def test_up_to_62_letters_are_all_different_single_cells(names: list[str]) -> None:
    letters = tags(names)
    assert len(set(letters)) == len(names)
    assert all(cell_width(letter) == 1 for letter in letters)


def test_everybody_whose_initial_is_free_has_it() -> None:
    assert tags(("Girma", "Gourley", "Ingebrigtsen", "Nuguse")) == ("G", "O", "I", "N")


def test_letters_do_not_depend_on_the_order_of_entries() -> None:
    one = dict(zip(("Kerr", "Keen", "Kidder"), tags(("Kerr", "Keen", "Kidder")), strict=True))
    other = dict(zip(("Kidder", "Kerr", "Keen"), tags(("Kidder", "Kerr", "Keen")), strict=True))
    assert one == other


def test_initials_are_of_the_given_and_the_family_name() -> None:
    entries = [
        Entry("Josh Kerr"),
        Entry("Faith KIPYEGON"),
        Entry("Kipkorir"),
        Entry("Mario García Romo", short="García Romo"),
    ]
    assert initials(entries) == ("JK", "FK", "Ki", "MG")


def test_two_who_would_share_their_initials_have_two_letters_of_their_family_names() -> None:
    entries = [Entry("Jim Kerr"), Entry("Josh Kerr"), Entry("Jan Kos"), Entry("Ann Lee")]
    assert initials(entries) == ("Ke", "Kr", "Ko", "AL")
    assert initials(entries[::-1]) == ("AL", "Ko", "Kr", "Ke")


@given(st.lists(st.text(alphabet="abcdé '-K漢", max_size=8), min_size=1, max_size=80))
def test_initials_are_two_letters_and_all_different(names: list[str]) -> None:
    found = initials([Entry(name) for name in names])
    assert len(set(found)) == len(names)
    assert all(len(pair) == 2 and pair.isascii() and pair.isalpha() for pair in found)


@given(st.text(max_size=30), st.integers(0, 40))
def test_a_text_fits_exactly(text: str, width: int) -> None:
    assert cell_width(fit(text, width)) == width
    assert cell_width(cut(text, width)) <= width


@given(st.text(alphabet="ab cde漢字é", max_size=80), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(max_size=40))
def test_ascii_text_is_ascii_and_as_wide(text: str) -> None:
    assert asciified(text).isascii()
    assert cell_width(asciified(text)) == cell_width(text)


def test_ascii_keeps_names_readable() -> None:
    assert asciified("Žan Rudolf, Narve Gilje Nordås, Michał, “so’") == "Zan Rudolf, Narve Gilje Nordas, Michal, \"so'"
