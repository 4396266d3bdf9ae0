"""Words for those who did not finish, and for those who ran along."""

from replay.race.race import Role, Status
from replay.race.statuses import has_withdrawn, is_guest, read_status, status_in_cell, status_words
from tests.builders import entry
from tests.together import together


@together(
    ("text", "status"),
    [
        ("feladta", Status.DNF),
        ("nedok.", Status.DNF),
        ("Vzdala", Status.DNF),
        ("Bırakan", Status.DNF),
        ("Bitirmedi", Status.DNF),
        ("ausgestiegen", Status.DNF),
        ("izstājās", Status.DNF),
        ("nebaigė", Status.DNF),
        ("katkestas", Status.DNF),
        ("utg.", Status.DNF),
        ("MDNF", Status.DNF),
        ("fuori tempo", Status.DNF),
        ("abgem.", Status.DNS),
        ("nem indult", Status.DNS),
        ("nenastoupil", Status.DNS),
        ("н/ст", Status.DNS),
        ("NSP", Status.DNS),
        ("baja", Status.DNS),
        ("弃权", Status.DNS),
        ("棄権", Status.DNS),
        ("途中棄権", Status.DNF),
        ("kizárva", Status.DQ),
        ("squal.", Status.DQ),
        ("n. ang.", Status.DNS),
        ("nicht erschienen", Status.DNS),
        ("nie startował", Status.DNS),
        ("ikke mødt", Status.DNS),
        ("møtte ikke", Status.DNS),
        ("ej startat", Status.DNS),
        ("neběžela", Status.DNS),
        ("n'a pas pris le départ", Status.DNS),
        ("no salió", Status.DNS),
        ("afgemeld", Status.DNS),
        ("did not run", Status.DNS),
        ("n'a pas terminé", Status.DNF),
        ("wycofał się", Status.DNF),
        ("odstoupil", Status.DNF),
        ("não terminou", Status.DNF),
        ("brutt løpet", Status.DNF),
        ("abbandono", Status.DNF),
        ("zdyskwalifikowany", Status.DQ),
        ("disket", Status.DQ),
        ("D/Q", Status.DQ),
        ("Fehlstart", Status.DQ),
        ("tjuvstart", Status.DQ),
        ("non classé", Status.UNKNOWN),
    ],
)
def test_words_of_more_languages(text: str, status: Status) -> None:
    found = read_status(text)
    assert found is not None
    assert found.status is status


@together(
    ("text", "status", "note"),
    [
        ("DNF TR 5", Status.DNF, "TR 5"),
        ("DNF - injury", Status.DNF, "injury"),
        ("- dns", Status.DNS, ""),
        ("ret. (injured)", Status.DNF, "injured"),
        ("D.N.F.", Status.DNF, ""),
        ("did not finish", Status.DNF, ""),
        ("DQ TR54.7.5", Status.DQ, "TR54.7.5"),
        (f"disqualified {'9' * 300}", Status.DQ, "9" * 187),  # of 200 letters no more is looked at
    ],
)
def test_what_stands_behind_a_status_is_its_note(text: str, status: Status, note: str) -> None:
    assert read_status(text) == (status, note)


@together("text", ["DNFX", "FF Copenhagen", "Ada", "12", ""])
def test_what_begins_like_a_status_need_not_be_one(text: str) -> None:
    assert read_status(text) is None


@together("text", ["a.K.", "a.W.", "HC", "(HC)", "hors concours", "guest", "Ausser Konkurrenz", "OOC"])
def test_who_ran_along_is_a_guest(text: str) -> None:
    assert is_guest(text)
    assert read_status(text) is not None


@together("text", ["", "1", "DNF", "Ada", "Gast Alfa", "NC"])
def test_nobody_else_is(text: str) -> None:
    assert not is_guest(text)


@together(
    ("status", "runner", "pacemaker"),
    [
        (Status.DNF, "did not finish", "paced"),
        (Status.DQ, "disqualified", "disqualified"),
        (Status.DNS, "did not start", "did not start"),
        (Status.FINISHED, "", ""),
    ],
)
def test_only_a_pacemaker_who_left_has_done_his_work(status: Status, runner: str, pacemaker: str) -> None:
    assert status_words(entry("Ada", None, {}), status) == runner
    assert status_words(entry("Bea", None, {}, role=Role.PACEMAKER), status) == pacemaker


def test_who_is_taken_out_lapped_says_so_alone_in_a_cell() -> None:
    assert status_in_cell("LAP") == (Status.DNF, "LAP")
    assert status_in_cell("WIN") == (Status.FINISHED, "WIN")
    assert status_in_cell("Lap 3") is None
    assert status_in_cell("Win, Aung") is None
    assert read_status("LAP") is None


def test_withdrawing_is_no_word_for_when() -> None:
    assert has_withdrawn("棄権")
    assert has_withdrawn("Withdrawn")
    assert not has_withdrawn("DNS")
