"""Lists of Swiss orienteering, whose controls stand behind the last heading."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.results.solv import read_solv
from replay.files.source import Choices, Source
from replay.race.problems import UnreadableRace
from replay.race.race import Status

HEAD = "Kategorie;Laenge;Steigung;PoAnz;Rang;Name;Jahrgang;Ort;Club;Zeit;Startzeit;Zielzeit;Zwischenzeiten"
ROWS = (
    "H40;5.3;120;3;1;Al Alfa;80;Ulm;OL Ulm;38:12;10:00:00;10:38:12;31;5.10;32;14.20;33;36.40",
    "H40;5.3;120;3;2;Bo Beta;79;Ulm;OL Ulm;40:02;10:02:00;10:42:02;31;5.40;32;0.00;33;38.30",
    "H40;5.3;120;3;;Cy Gama;82;Ulm;OL Elm;Po.fehlt;10:04:00;10:49:02;31;5.50;32;-----;33;40.30",
    "D40;4.1;90;1;1;Di Delta;81;Ulm;OL Elm;35:12;10:01:00;10:36:12;31;6.10",
)


def test_each_class_is_a_race_and_controls_stand_behind_the_last_heading() -> None:
    reading = read_source(Source("\n".join([HEAD, *ROWS]).encode(), Path("list.csv")), Choices())
    race = reading.race
    assert race is not None, reading.problems
    assert (race.title, race.distance, reading.understood.parts) == ("H40", 5300.0, ("H40", "D40"))
    assert [(entry.name, entry.place, entry.status, entry.club) for entry in race.entries] == [
        ("Al Alfa", 1, Status.FINISHED, "OL Ulm"),
        ("Bo Beta", 2, Status.FINISHED, "OL Ulm"),
        ("Cy Gama", None, Status.DNF, "OL Elm"),
    ]
    assert [[split.time.seconds for split in entry.splits] for entry in race.entries] == [
        [310.0, 860.0, 2200.0],
        [340.0, 2310.0],
        [350.0, 2430.0],
    ]


def test_a_list_without_names_is_refused() -> None:
    text = "Kategorie;Laenge;Rang;Zeit;Zwischenzeiten\nH40;5.3;1;38:12;31;5.10"
    reading = read_source(Source(text.encode(), Path("list.csv")), Choices())
    assert reading.race is None
    assert "'Name'" in reading.problems[0].message


def test_a_list_whose_classes_are_headed_otherwise_has_one_without_a_name() -> None:
    text = "\n".join([HEAD.replace("Kategorie", "Klasse"), ROWS[0]])
    reading = read_solv(Source(text.encode(), Path("list.csv")), Choices())
    assert reading.race is not None
    assert [entry.name for entry in reading.race.entries] == ["Al Alfa"]


def test_of_nothing_at_all_the_columns_are_missing() -> None:
    with pytest.raises(UnreadableRace, match="'Name'"):
        read_solv(Source(b"", Path("list.csv")), Choices())
