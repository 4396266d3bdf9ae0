"""Short names and letters, no two alike in a race."""

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.text import cell_width
from replay.race.race import Entry, Role
from replay.race.shortnames import (
    codes,
    family_name,
    initials,
    is_capitals,
    other_letters,
    role_note,
    short_names,
    tags,
    told_by,
)
from tests.together import together


@together(
    ("name", "family"),
    [
        ("Josh Kerr", "Kerr"),
        ("Faith KIPYEGON", "Kipyegon"),
        ("Kyron McMASTER", "McMaster"),
        ("Chris O'HARE", "O'Hare"),
        ("Alison dos SANTOS", "dos Santos"),
        ("Femke VAN DER BOL", "Van Der Bol"),
        ("ANN MCKAY", "McKay"),
        ("Melissa COURTNEY-BRYANT", "Courtney-Bryant"),
        ("Stefan van der Berg", "van der Berg"),
        ("Kipkorir", "Kipkorir"),
        ("USA", "USA"),
        ("KERR", "Kerr"),
        ("Runner 7", "Runner 7"),
        ("Ella B.", "Ella"),
        ("Ledecky K", "Ledecky"),
        ("van Dijk A.", "van Dijk"),
        ("Smith J. P.", "Smith"),
        ("Kim J.-H.", "Kim"),
        ("A B", "B"),
        ("Петров Пётр", "Петров"),
        ("Пётр Петров", "Петров"),
        ("Ковальчук Олег Ильич", "Ковальчук"),
        ("佐藤 健", "佐藤"),
        ("羽生 結弦", "羽生"),
        ("李 娜", "李"),
        ("羽生結弦", "羽生結弦"),
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
    assert short_names([Entry("Ella B."), Entry("Ella M."), Entry("Relay A")]) == ("Ella B.", "Ella M.", "Relay")


@given(st.lists(st.text(alphabet="abcdefghijklmnopé '-", min_size=1, max_size=8), min_size=1, max_size=60, unique=True))
def test_up_to_60_letters_are_all_different_single_cells(names: list[str]) -> None:
    letters = tags(codes([Entry(name) for name in names]))
    assert len(set(letters)) == len(names)
    assert all(cell_width(letter) == 1 for letter in letters)


def test_everybody_whose_initial_is_free_has_it() -> None:
    assert tags(("GIR", "GOU", "ING", "NUG")) == ("G", "O", "I", "N")


@together(
    ("codes_", "found"),
    [
        (("KER", "KID", "KIP"), ("K", "D", "I")),  # one hands on what another one needs
        (("AB", "BA", "ABA"), ("A", "B", "2")),  # initials are kept, and a digit stands for no letter of a name
        (("KER", "'22"), ("K", "2")),
    ],
)
def test_a_letter_is_one_of_the_code(codes_: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert tags(codes_) == found


def test_who_is_left_none_of_his_code_has_another_letter_of_his_name_and_three_with_it() -> None:
    entries = [Entry("Ann Kerr"), Entry("Bea Ellis"), Entry("Cat Nuguse"), Entry("Thomas Keen"), Entry("Runner 7")]
    threes = codes(entries)
    ones = tags(threes, {0: "K"}, others=[other_letters(entry) for entry in entries])
    assert ones[3] == "T"
    assert told_by("T", threes[3], entries[3], threes) == "TKE"
    assert told_by("N", threes[3], entries[3], (*threes, "KEN")) == "TKN"
    assert told_by("M", threes[3], entries[3], threes) == "KEM"
    assert told_by("K", threes[0], entries[0], threes) == threes[0]


def test_a_ghost_and_a_guest_have_no_other_letters() -> None:
    guest = Entry("Thomas Keen", role=Role.GUEST)
    assert [other_letters(one) for one in (guest, Entry("Thomas Keen"))] == ["", "KENTHOMAS"]


def test_letters_do_not_depend_on_the_order_of_entries() -> None:
    one = dict(zip(("KER", "KEE", "KID"), tags(("KER", "KEE", "KID")), strict=True))
    other = dict(zip(("KID", "KER", "KEE"), tags(("KID", "KER", "KEE")), strict=True))
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


def test_codes_are_the_first_three_letters_and_no_two_alike() -> None:
    entries = [Entry("Josh Kerr"), Entry("Abel Kipsang"), Entry("Amos Kipruto"), Entry("Li Wu"), Entry("")]
    assert codes(entries)[0] == "KER"
    assert len(set(codes(entries))) == len(entries)
    assert all(len(code) == 3 for code in codes(entries))
    assert codes(entries, {1: "KIP"})[1] == "KIP"


@together(
    ("names", "found"),
    [
        ("Ann Lee,Bob Lee,Cy Lee", "LEE BLE CLE"),
        ("Abel Kipsang,Amos Kipruto,Kip,Li Kipa", "KIP KIR K01 KIA"),
        ("Qu Yunxia,Li Wu,Yu", "YUN WUL YU "),
        ("Kip,Kip,Kip", "KIP K01 K02"),
        ("X,X,X", "X   X01 X02"),
        ("Ada Kerr,Ada Kipa,Ola Kip", "KER KIP OKI"),
        ("Иванов Иван,Щукин Олег,M Ødegård", "ИВА ЩУК ODE"),
        ("佐藤 健,김 철수,42", "#02 #03 #01"),
    ],
)
def test_codes_are_the_family_s_first_letters_or_the_given_one_s_or_a_number(names: str, found: str) -> None:
    assert " ".join(codes([Entry(name) for name in names.split(",")])) == found


def test_of_very_long_names_the_first_letters_are_looked_at() -> None:
    name = "Ada " + "xyz" * 5000
    assert codes([Entry(name), Entry(name), Entry(name)]) == codes([Entry(name[:50])] * 3)


def test_a_ghost_takes_no_code_from_those_who_race() -> None:
    assert codes([Entry("Kip", ghost="x:Kip"), Entry("Abel Kip")]) == ("K01", "KIP")
    assert tags(("'22", "KER", "'32")) == ("2", "K", "3")
    assert tags(("'21", "'31", "'41")) == ("1", "3", "4")


def test_who_is_no_competitor_has_a_note() -> None:
    runners = Entry("A"), Entry("A", ghost="x:A"), Entry("A", role=Role.GUEST), Entry("A", role=Role.PACEMAKER)
    assert [role_note(runner) for runner in runners] == ["", "ghost", "guest", "pace"]


@together(
    ("word", "capitals"),
    [
        ("AB", True),
        ("A", False),
        ("A.B", False),
        ("Ab", False),
        ("McMASTER", True),
        ("McM", False),
        ("O'HARE", True),
        ("CJ", False),
        ("AJ", False),
        ("NG", True),
        ("WU", True),
        ("ÖZ", True),
    ],
)
def test_an_initial_is_no_word_in_capitals(word: str, capitals: bool) -> None:
    assert is_capitals(word) == capitals


def test_a_guest_from_another_year_has_its_last_digits() -> None:
    assert codes([Entry("Josh Kerr"), Entry("Kerr 2022", role=Role.GUEST)]) == ("KER", "'22")


@given(st.lists(st.text(alphabet="abcdé '-K漢", max_size=8), min_size=1, max_size=80))
def test_codes_are_three_cells_and_all_different(names: list[str]) -> None:
    found = codes([Entry(name) for name in names])
    assert len(set(found)) == len(names)
    assert all(cell_width(code) == len(code) == 3 for code in found)
