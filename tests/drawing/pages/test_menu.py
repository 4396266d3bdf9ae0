"""The menu and what it tells of a race beforehand."""

from dataclasses import replace

from replay.cells.rows import plain
from replay.drawing.pages.menu import MenuLine, field_rows, menu_rows, preview_rows
from replay.race.race import Note, Record, Role
from tests.builders import entry, race, time
from tests.miles import LOOK, MILE


def test_the_preview_tells_nothing_of_the_result() -> None:
    text = plain(preview_rows(MILE, LOOK, 60, 40))
    assert "3:45" not in text
    field = " ".join(
        line for line in text.splitlines() if "Alvarado" in line or "Kerr" in line or "Ingebrigtsen" in line
    )
    assert field.split()[1] == "Alvarado"
    assert "KER Kerr GBR" in text


def test_the_preview_says_what_makes_one_want_to_watch_above_the_field() -> None:
    note = Note("Kerr has not lost here", "bbc")
    record = Record("World record", time("3:43.13"), "Hicham El Guerrouj", "1999-07-07")
    noted = plain(preview_rows(replace(MILE, notes=(note,), records=(record,)), LOOK, 60, 40))
    assert noted.index("Kerr has not lost here  bbc") < noted.index("KER Kerr")
    untold = plain(preview_rows(replace(MILE, records=(record,)), LOOK, 60, 40)).partition("KER Kerr")[0]
    assert "El Guerrouj" in untold
    assert "3:43.13" in untold
    assert "El Guerrouj" not in plain(preview_rows(MILE, LOOK, 60, 40))


def test_the_names_of_a_few_are_whole() -> None:
    few = race(entry("Melissa Courtney-Bryant"), entry("Kerr 2022", role=Role.GUEST), distance=1500.0)
    for width in (40, 60, 74):
        shown = plain(preview_rows(few, LOOK, width, 40))
        assert "Courtney-Bryant" in shown
        assert "(guest)" in shown


def test_the_chosen_line_of_the_menu_is_always_seen() -> None:
    lines = [MenuLine(f"race {number}") for number in range(50)]
    for chosen in (0, 25, 49):
        assert f"race {chosen}" in plain(menu_rows(lines, chosen, LOOK, 40, 10))


def test_the_course_is_painted_where_there_is_room_and_long_notes_make_way_for_it() -> None:
    wordy = replace(MILE, note="Who was where is known from reports alone. " * 12, conditions="Calm. " * 30)
    assert "FINISH" in plain(preview_rows(wordy, LOOK, 74, 36))
    assert "FINISH" not in plain(preview_rows(wordy, LOOK, 46, 14))
    assert "Calm." in plain(preview_rows(wordy, LOOK, 74, 56))
    assert all(len(preview_rows(wordy, LOOK, 74, height)) == height for height in range(4, 60))


def test_a_list_says_where_there_is_more_of_it() -> None:
    lines = [MenuLine(f"race {number}") for number in range(50)]
    for chosen, above, below in ((0, False, True), (25, True, True), (49, True, False)):
        rows = plain(menu_rows(lines, chosen, LOOK, 40, 10)).splitlines()
        assert (rows[0].startswith("▲"), rows[-1].startswith("▼")) == (above, below)
    assert not set("▲▼") & set(plain(menu_rows(lines[:9], 0, LOOK, 40, 10)))


def test_only_the_chosen_line_looks_like_a_cursor() -> None:
    rows = plain(menu_rows([MenuLine("story", story=True), MenuLine("race")], 1, LOOK, 40, 2)).splitlines()
    assert not set("▌>❯›") & set(rows[0])
    assert "▌" in rows[1]


def test_who_runs_stands_below_the_list_with_whole_names_and_not_beside_it_too() -> None:
    tall = plain(field_rows(MILE, LOOK, 54, 20))
    assert "KER Josh Kerr GBR" in tall
    assert len(field_rows(MILE, LOOK, 54, 20)) == 20
    assert "KER Kerr" not in plain(preview_rows(MILE, LOOK, 60, 40, listed=True))


def test_below_the_list_a_long_name_costs_the_others_no_nation_and_short_ones_do_where_rows_are_few() -> None:
    names = "Reynold Kipkorir Cheruiyot", *(f"Ann Ash{letter}" for letter in "abcdefgh")
    field = race(*(entry(name, nation="KEN") for name in names), distance=1500.0)
    two = plain(field_rows(field, LOOK, 64, 7))
    assert "Reynold Kipkorir Cheruiyot" in two
    assert "Ann Asha KEN" in two
    assert "Cheruiyot KEN" in plain(field_rows(field, LOOK, 44, 7))
    assert "Reynold" not in plain(field_rows(field, LOOK, 44, 7))
    assert field_rows(field, LOOK, 20, 7) == []
    assert field_rows(field, LOOK, 64, 6) == []


def test_the_course_takes_the_room_there_is() -> None:
    def cells(height: int) -> int:
        rows = preview_rows(MILE, LOOK, 134, height)
        return sum("▀" in plain([row]) for row in rows)

    assert cells(57) > 30 > cells(45)
