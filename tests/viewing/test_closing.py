"""When the card at the end of a race is shown."""

import re
from dataclasses import replace

from replay.cells.rows import plain
from replay.drawing.view import View
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.closing import card_text, closing, end_card
from replay.viewing.frame import Size, frame
from replay.viewing.stage import Stage
from tests.miles import LOOK, TIMELINE
from tests.viewing.test_large import FIELD


def test_the_card_is_there_at_the_end_and_not_before() -> None:
    picture = picture_of(TIMELINE, LOOK)
    before = frame(picture, View(), TIMELINE.duration, Size(120, 40)).pieces["course"]
    after = frame(picture, View(ended=True), TIMELINE.duration, Size(120, 40)).pieces["course"]
    assert "who led" not in plain(before.rows)
    assert "who led" in plain(after.rows)
    assert len(after.rows) == after.place.height


def test_where_there_is_room_the_race_trace_stands_on_the_card_and_no_other_chart_tells_the_gaps() -> None:
    picture = picture_of(TIMELINE, LOOK)
    shown = frame(picture, View(ended=True), TIMELINE.duration, Size(200, 60))
    card = shown.pieces["course"]
    assert len(card.rows) == card.place.height
    assert plain(card.rows).count("seconds behind the first") == 1
    assert "who led" not in plain(card.rows)
    assert "places along the way" in plain(shown.pieces["chart"].rows)
    assert "metres behind" not in plain(shown.rows)


def test_a_large_field_has_a_card_too_with_the_first_woman_and_how_many_came_home() -> None:
    field = replace(
        FIELD, entries=tuple(replace(who, sex="F" if at == 7 else "M") for at, who in enumerate(FIELD.entries))
    )
    picture = picture_of(timeline_of(field), LOOK)
    end = picture.stage.timeline.duration
    for size, counts in ((Size(120, 40), "300 home · 5 out · the last in 1:49:50"), (Size(80, 24), "300 home")):
        shown = frame(picture, View(ended=True), end, size)
        text = plain(shown.pieces["course"].rows)
        assert re.search(r"8 +Runner 7 +1:01:10.*FIRST WOMAN", text), text
        assert counts in text
        assert "strip" not in shown.pieces, "nobody is on the road"
    assert "8 Runner 7 1:01:10 +1:10 FIRST WOMAN" in card_text(picture.stage)


def test_who_led_is_told_from_the_start_to_the_finish() -> None:
    card = end_card(Stage(TIMELINE, LOOK))
    assert card is not None
    assert card.led[-1] == card.podium[0].entry
    assert closing(Stage(TIMELINE, LOOK), 74, 24).rows


def test_as_text_the_card_has_whole_names_and_times() -> None:
    lines = card_text(Stage(TIMELINE, LOOK)).splitlines()
    assert lines[1].startswith("1 Josh Kerr (GBR) 3:45.34")
    assert lines[2].startswith("2 Jakob Ingebrigtsen (NOR) 3:45.60 +0.26")
