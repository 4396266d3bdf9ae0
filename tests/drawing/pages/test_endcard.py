"""The card at the end of a race."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.rows import plain, row_width
from replay.drawing.pages.endcard import EndCard, Placed, card_rows
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.files.library import Library
from replay.state import timeline_of
from replay.viewing.closing import end_card
from replay.viewing.stage import Stage
from tests.miles import CAST, LOOK

CARD = EndCard(
    "Bowerman Mile",
    ("Prefontaine Classic - Eugene", "Eugene"),
    (Placed("1", 0, "GBR", "3:45.34", "", "BRITISH RECORD −0.98"), Placed("2", 1, "NOR", "3:45.60", "+0.26")),
    (),
    (2, 2, 0, 0),
)


@cache
def card(race: str) -> EndCard:
    found = end_card(Stage(timeline_of(Library().race(race)[0]), LOOK))
    assert found is not None
    return found


@given(st.integers(24, 220), st.integers(7, 60))
def test_a_card_is_as_large_as_its_panel_and_has_the_winners_time(width: int, height: int) -> None:
    rows = card_rows(CARD, CAST, LOOK, width, height)
    assert [row_width(row) for row in rows] == [width] * height


def test_where_it_was_is_never_cut() -> None:
    assert "Prefontaine Classic - Eugene" in plain(card_rows(CARD, CAST, LOOK, 60, 24))
    narrow = plain(card_rows(CARD, CAST, LOOK, 26, 24))
    assert "Prefontaine" not in narrow
    assert "Eugene" in narrow


def test_a_card_has_the_record_the_first_and_who_led() -> None:
    shown = plain(card_rows(CARD, CAST, LOOK, 74, 24))
    assert "BRITISH RECORD −0.98" in shown
    assert shown.index("KER") < shown.index("ING")
    assert "who led" in shown
    assert "█" in shown
    unknown = plain(card_rows(CARD._replace(led=(None, None, 0, 0)), CAST, LOOK, 74, 24))
    assert "not known" in unknown
    hardly = plain(card_rows(CARD._replace(led=(None, None, None, 0)), CAST, LOOK, 74, 24))
    assert "who led" not in hardly


def test_a_card_has_the_ground_of_its_venue() -> None:
    grounds = {CARD: LOOK.theme.board, CARD._replace(indoor=True): LOOK.theme.board_indoor}
    for shown, ground in grounds.items():
        assert card_rows(shown, CAST, LOOK, 74, 24)[0][0][1].bg == ground


@pytest.mark.parametrize(
    ("race", "time", "record"),
    [
        ("london-mile-2026", "3:42.66", "WORLD RECORD −0.47"),
        ("paris-2024-1500m", "3:27.65", "OLYMPIC RECORD −0.67"),
        ("rio-2016-800m", "1:42.15", ""),
    ],
)
def test_the_card_of_a_race_says_what_its_result_says(race: str, time: str, record: str) -> None:
    first = card(race).podium[0]
    assert (first.time, first.record) == (time, record)
    assert [who.place for who in card(race).podium] == ["1", "2", "3"]


def test_in_few_rows_the_time_keeps_its_digits_and_the_title_goes() -> None:
    low = card_rows(CARD, CAST, LOOK, 60, 11)
    assert CARD.title not in plain(low)
    assert sum("█" in text or "▀" in text for text in plain(low).splitlines()[:5]) >= 2
    assert "Kerr" in plain(low)
    assert "who led" in plain(low)


@given(st.integers(30, 60))
def test_no_record_is_cut(width: int) -> None:
    record = "BRITISH INDOOR RECORD −0.98"
    card = CARD._replace(records=(CARD.podium[1]._replace(place="4", record=record),))
    shown = plain(card_rows(card, CAST, LOOK, width, 24))
    assert record in shown or "INDOOR" not in shown


def test_without_colours_who_led_is_told_by_lines() -> None:
    shown = plain(card_rows(CARD, CAST, look_of(DARK, coloured=False), 74, 24))
    assert f"├{CAST.codes[2]}──" in shown
    assert f"├{CAST.codes[0]}──" in shown
    assert "├" not in plain(card_rows(CARD, CAST, LOOK, 74, 24))


def test_a_large_card_of_a_race_of_which_little_is_known_has_the_first_three_on_their_steps() -> None:
    told = card("wanamaker-mile-2024")
    stage = Stage(timeline_of(Library().race("wanamaker-mile-2024")[0]), LOOK)
    large = plain(card_rows(told, stage.cast, LOOK, 138, 45))
    assert large.count(told.podium[0].time) == 2  # in the list, and on his step: above both stand its digits
    assert plain(card_rows(told, stage.cast, LOOK, 74, 24)).count(told.podium[0].time) == 1
    bare = told._replace(podium=tuple(who._replace(colours=()) for who in told.podium))
    assert plain(card_rows(bare, stage.cast, LOOK, 138, 45)).count(told.podium[0].time) == 1


@pytest.mark.parametrize("height", [8, 10, 12, 14, 16, 24])
@pytest.mark.parametrize("width", [36, 50, 74])
def test_the_digits_of_the_time_touch_nothing_above_them(width: int, height: int) -> None:
    for name in ("london-mile-2026", "wanamaker-mile-2023", "paris-2024-1500m"):
        cast = cast_of(Library().race(name)[0], LOOK)
        rows = plain(card_rows(card(name), cast, LOOK, width, height)).splitlines()
        first = next((y for y, row in enumerate(rows) if set("▀█▄") & set(row)), None)
        if first is not None and set("▀█") & set(rows[first]):
            assert first
            assert not rows[first - 1].strip()


def test_between_what_each_came_and_what_he_was_behind_are_blanks_however_long_they_are() -> None:
    podium = (Placed("1", 0, "GBR", "268.224 km"), Placed("2", 1, "NOR", "160.934 km", "−107.290 km"))
    text = plain(card_rows(CARD._replace(podium=podium, records=()), CAST, LOOK, 60, 20))
    assert "268.224 km" in text
    assert "160.934 km  −107.290 km" in text
