"""What one knows before the gun, where the commentary has nothing yet."""

from dataclasses import replace

from replay.cells.rows import fill, plain, row_width
from replay.drawing.panels.before import before_rows, with_before
from replay.drawing.theme.lineup import cast_of
from replay.race.race import Record, Status
from replay.race.track import track_of
from tests.builders import entry, race, time
from tests.miles import LOOK, MILE, NOBODY, SCENE

RECORD = Record("World record", time("3:43.13"), "Hicham El Guerrouj", "1999-07-07")
TOLD = SCENE._replace(race=replace(MILE, records=(RECORD,)))


def lines(width: int, height: int) -> list[str]:
    rows = before_rows(TOLD, width, height)
    assert [row_width(row) for row in rows] == [width] * height
    return [line.rstrip() for line in plain(rows).splitlines()]


def test_the_record_and_everybody_by_his_whole_name_stand_side_by_side_where_there_is_room() -> None:
    wide = lines(140, 6)
    assert wide[0].split() == ["at", "stake", "the", "field"]
    assert "World record  3:43.13  Hicham El Guerrouj, 1999" in wide[1]
    assert "Abe Alvarado USA pace" in "\n".join(wide)
    assert "Jakob Ingebrigtsen NOR" in wide[1] + wide[2]
    assert wide[-1] == ""
    narrow = lines(60, 9)
    assert narrow[2].strip() == "the field"


def test_it_goes_row_by_row_as_the_commentary_fills_its_panel() -> None:
    blank, said = fill((), 60, LOOK.panel), fill([("Kerr leads", LOOK.panel)], 60, LOOK.panel)
    rows = with_before([blank] * 4 + [said] * 2, TOLD, 60)
    assert "Hicham" in plain(rows[:4])
    assert rows[3] == blank
    assert list(rows[4:]) == [said] * 2
    full = [blank] * 2 + [said] * 4
    assert with_before(full, TOLD, 60) == full


def test_who_has_no_row_is_counted_and_there_is_no_heading_over_nothing() -> None:
    said = [[line.strip() for line in lines(40, height)[2:] if line.strip()] for height in (9, 7, 6, 5)]
    assert said[0] == [
        "the field",
        "ALV Abe Alvarado USA pace",
        "ING Jakob Ingebrigtsen NOR",
        "KER Josh Kerr GBR",
        "KIP Abel Kipsang KEN",
    ]
    assert said[1] == ["the field", "ALV Abe Alvarado USA pace", "ING Jakob Ingebrigtsen NOR", "… 2 more"]
    assert said[2] == said[3] == []  # one of four is no field


def test_where_not_all_have_room_for_their_nations_they_stand_without() -> None:
    for width, nations in ((70, 4), (52, 0)):
        text = plain(before_rows(SCENE, width, 4))
        assert all(entry.name in text for entry in MILE.entries)
        assert sum(f"{entry.name} {entry.nation}" in text for entry in MILE.entries) == nations


def test_who_did_not_start_is_no_part_of_the_field() -> None:
    absent = replace(NOBODY, status=Status.DNS)
    there = replace(MILE, entries=(*MILE.entries[:3], absent))
    assert "Kipsang" in plain(before_rows(SCENE, 100, 9))
    assert "Kipsang" not in plain(before_rows(SCENE._replace(race=there), 100, 9))


def test_without_records_it_says_how_the_race_is_run_unless_who_runs_needs_the_room() -> None:
    text = plain(before_rows(SCENE, 120, 6))
    assert "the race" in text
    assert "timed at" in text
    assert "the bell at 1209 m" in text
    assert "the race" not in plain(before_rows(SCENE, 52, 4))


def test_a_race_of_which_some_were_timed_on_the_way_is_not_called_timed_at_the_finish_only() -> None:
    field = [entry("Ann Ash", 240.0, {300: 45.0, 700: 105.0}), *(entry(name, 241.0) for name in ("Bea", "Cam", "Dot"))]
    for runners, words in ((field, "some timed at 300 m, 700 m"), (field[1:], "timed at the finish only")):
        one = race(*runners)
        scene = SCENE._replace(race=one, cast=cast_of(one, LOOK), track=track_of(one))
        assert words in plain(before_rows(scene, 120, 8))
