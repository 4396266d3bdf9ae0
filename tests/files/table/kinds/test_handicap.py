"""Handicaps, told by their columns."""

from tests.files.table.kinds.test_distances import reading

LATE = "Pos,Name,Start,Finish,Actual\n1,Ada,8:00,32:10,24:10\n2,Bea,3:30,32:25,28:55\n3,Cia,0:00,33:02,33:02\n"


def test_places_over_the_line_are_kept_and_told_though_nobody_says_that_it_is_a_handicap() -> None:
    found = reading("# distance_m: 6000\n" + LATE.replace("24:10", "30:10").replace("8:00", "2:00"))
    assert found.race is not None
    assert [entry.result.seconds for entry in found.race.entries if entry.result is not None] == [1930, 1945, 1982]
    assert any("over the line" in clause for clause in found.understood.assumed)


def test_places_by_what_each_has_run_are_no_handicaps() -> None:
    rows = "Pos,Name,Start,Finish,Actual\n1,Ada,8:00,32:10,24:10\n2,Bea,3:30,32:25,28:55\n3,Cia,0:00,31:02,31:02\n"
    found = reading("# distance_m: 6000\n" + rows)
    assert not any("over the line" in clause for clause in found.understood.assumed)


def test_without_places_the_first_row_counts_too_for_the_order() -> None:
    rows = "Name,Delay,Gun,Chip\nAda,0:00,31:02,31:02\nBea,10:00,40:55,30:55\nCia,0:12,32:52,32:40\n"
    race = reading("# distance_m: 10000\n" + rows).race
    assert race is not None
    assert [entry.result.text for entry in race.entries if entry.result is not None] == ["31:02", "30:55", "32:40"]
