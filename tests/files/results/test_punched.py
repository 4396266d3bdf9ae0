"""Orienteering's CSV files: OE's lists by the place of their columns, and SplitsBrowser's classes with legs."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from replay.race.race import Entry, Role, Status
from tests.together import together

FRENCH = (
    "N° dép.;Puce;Ident. base de données;Nom;Né;Plage;nc;Départ;Arrivée;Temps;Evaluation"
    + ";x" * 33
    + ";Poste1;Pointage1"
)


def row(name: str, place: str, time: str, *punches: str, nc: str = "0") -> str:
    """A line of OE's variant without a column of sexes, in which a name is one cell."""
    cells = [" "] * 44
    cells[0], cells[3], cells[6], cells[7], cells[8], cells[9] = "7", name, nc, "10:00:00", "11:00:00", time
    cells[13], cells[14], cells[16] = "CO Nord", "FRA", "H21"
    cells[37], cells[38], cells[40], cells[41], cells[42], cells[43] = (
        "Rouge",
        "5,2",
        "3",
        place,
        "10:00:00",
        "11:00:00",
    )
    return ";".join([*cells, *punches]) + ";"


def read(text: str, encoding: str = "utf-8", **said: object) -> Reading:
    return read_source(Source(text.encode(encoding), Path("list.csv")), Choices(**said))  # type: ignore[arg-type]


def entries(*rows: str) -> dict[str, Entry]:
    found = read("\r\n".join([FRENCH, *rows]), "latin-1")
    assert found.race is not None, found.problems
    assert (found.race.distance, found.race.title) == (5200.0, "H21")
    return {entry.name: entry for entry in found.race.entries}


WELL = row("Émile Alfa", "1", "62:02", "31", "1:50", "32", "22:02", "33", "1:01:31")


def test_columns_go_by_their_place_whatever_language_heads_them() -> None:
    ada = entries(WELL, row("Bea Beta", "2", "84:46", "31", "2:10", "32", "31:00", "33", "84:10"))["Émile Alfa"]
    assert (ada.place, ada.nation, ada.club, ada.bib) == (1, "FRA", "CO Nord", "7")
    assert [split.time.seconds for split in ada.splits] == [110.0, 1322.0, 3691.0]
    assert ada.result is not None
    assert (ada.result.seconds, ada.result.text) == (3722.0, "1:02:02")


@together(
    ("name", "place", "punch", "status", "role"),
    [
        ("Cia Gamma", "mp", "-----", Status.DNF, None),
        ("Cia Gamma mp", " ", "22:00", Status.DNF, None),
        ("Cia Gamma", " ", "-----", Status.DNF, None),
        ("Cia Gamma", "n/c", "22:00", Status.FINISHED, Role.GUEST),
        ("Cia Gamma", " ", "22:00", Status.FINISHED, None),
    ],
)
def test_a_status_stands_among_the_places_behind_the_name_or_nowhere(
    name: str, place: str, punch: str, status: Status, role: Role | None
) -> None:
    cia = entries(WELL, row(name, place, "50:00", "31", "1:59", "32", punch, "33", "49:31"))["Cia Gamma"]
    assert (cia.status, cia.role, cia.place) == (status, role, None)
    assert len(cia.splits) == (2 if punch == "-----" else 3)


def test_a_runner_out_of_competition_is_a_guest() -> None:
    assert entries(WELL, row("Cia Gamma", "", "50:00", "31", "1:59", nc="1"))["Cia Gamma"].role is Role.GUEST


SPLITSBROWSER = """Long, 2
Ada,Alfa,ABC,10:31,05:00,04:00,01:00
Bea,Beta,DEF,10:30:30,05:30,00:00,01:10

Short, 1
Dot,Delta,JKL,10:34,83:00,01:00
"""


def test_legs_add_up_and_behind_one_that_is_not_known_nothing_is() -> None:
    race = read(SPLITSBROWSER, distance=4000.0, part="Long").race
    assert race is not None
    ada, bea = race.entries
    assert [split.time.seconds for split in ada.splits] == [300.0, 540.0]
    assert ada.result is not None
    assert (ada.result.seconds, ada.start, bea.start) == (600.0, 30.0, 0.0)
    assert (bea.status, bea.note, len(bea.splits)) == (Status.DNF, "missing punch", 1)


def test_another_class_is_a_part_and_how_far_it_was_is_asked_for() -> None:
    assert read(SPLITSBROWSER, part="Short").understood.questions[0].option == "--distance"
    short = read(SPLITSBROWSER, part="Short", distance=9000.0).race
    assert short is not None
    assert short.entries[0].result is not None
    assert short.entries[0].result.seconds == 84 * 60


HEADED = """\
Stno{0}Surname{0}First name{0}Cl.name{0}Short{0}Start{0}Finish{0}Time{0}Classifier{0}Pl\
{0}Control1{0}Punch1{0}Control2{0}Punch2
12{0}Alfa{0}Ada{0}OK Oak{0}H21{0}10:00:00{0}10:41:12{0}41:12{0}0{0}1{0}31{0}08:10{0}33{0}33:02
7{0}Beta{0}Bo{0}OK Elm{0}H21{0}10:08:00{0}{0}{0}3{0}{0}31{0}08:40{0}33{0}
"""


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_headings_say_where_things_stand_whatever_parts_them(sign: str) -> None:
    race = read_source(Source(HEADED.format(sign).encode(), Path("a.csv")), Choices(distance=6000.0)).race
    assert race is not None
    ada, bo = race.entries
    assert (ada.name, ada.bib, ada.club, ada.place, ada.start) == ("Ada Alfa", "12", "OK Oak", 1, 0.0)
    assert ada.result is not None
    assert ada.result.seconds == 2472.0
    assert [split.time.seconds for split in ada.splits] == [490.0, 1982.0]
    assert (bo.name, bo.status, bo.note) == ("Bo Beta", Status.DNF, "missing punch")
