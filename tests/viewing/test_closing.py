"""When the card at the end of a race is shown."""

import re
from dataclasses import replace
from pathlib import Path

from replay.cells.rows import plain
from replay.drawing.view import View
from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.race import Role
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.closing import card_text, closing, end_card
from replay.viewing.frame import Frame, Size, frame
from replay.viewing.stage import Stage
from replay.viewing.viewer import Viewer
from tests.builders import entry, race
from tests.miles import LOOK, MILE, TIMELINE
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


def _last(told: str, size: Size = Size(120, 40)) -> Frame:  # noqa: B008
    race = read_source(Source(told.encode(), Path("told.csv")), Choices()).race
    assert race is not None
    picture = picture_of(timeline_of(race), LOOK)
    return frame(picture, View(ended=True), picture.stage.timeline.duration, size)


def test_after_a_race_for_distance_the_metres_are_as_large_as_a_time_and_letters_stand_by_their_lines() -> None:
    shown = _last("# duration: 1:00:00\nname,distance (m)\nAda,18120\nBea,17800\nCyd,14000\n")
    card = plain(shown.pieces["course"].rows)
    assert "metres" in card
    assert re.search(r"2 BEA Bea +17800 m +−320 m", card)
    ends = plain(shown.pieces["chart"].rows).splitlines()
    found = [next(at for at, row in enumerate(ends) if code in row) for code in ("ADA", "BEA", "CYD")]
    assert found == sorted(found)
    assert found[2] > found[1] + 2


def test_who_ran_alone_or_led_all_the_way_has_laps_on_the_card_and_alone_nobody_is_behind() -> None:
    shown = _last("# event: 1200m\nname,400,800,1200\nAda,62.0,2:06.0,3:06.0\nBea,63.0,2:08.0,3:10.0\n")
    assert re.search(r"how Ada ran.*1:02.0 +1:04.0 +1:00.0", plain(shown.pieces["course"].rows), re.DOTALL)
    alone = _last("# event: 1200m\nname,400,800,1200\nAda,62.0,2:06.0,3:06.0\n")
    assert re.search(r"1:02.0 +1:04.0 +1:00.0", plain(alone.pieces["course"].rows))
    assert "seconds for 400 m" in plain(alone.pieces["chart"].rows)


def test_as_text_the_card_has_whole_names_and_times() -> None:
    lines = card_text(Stage(TIMELINE, LOOK)).splitlines()
    assert lines[1].startswith("1 Josh Kerr (GBR) 3:45.34")
    assert lines[2].startswith("2 Jakob Ingebrigtsen (NOR) 3:45.60 +0.26")


def test_the_card_does_not_wait_for_who_ran_another_year_and_the_board_beside_it_has_his_time() -> None:
    old = entry("Josh Kerr in 2022", "3:59.00", role=Role.GUEST)
    timeline = timeline_of(replace(MILE, entries=(*MILE.entries, old)))
    picture = picture_of(timeline, LOOK)
    assert timeline.over == timeline.finish < timeline.duration
    viewer = Viewer(timeline, LOOK, lambda: 0.0, lambda: False)
    viewer.playback = viewer.playback.sought(timeline.finish, 0.0)
    assert viewer.seen(Size(120, 40)).view.ended
    shown = frame(picture, View(ended=True), timeline.over, Size(120, 40))
    assert re.search(r"Kerr.* +3:59\.00", plain(shown.pieces["board"].rows))
    before = frame(picture, View(), timeline.winner_time or 0.0, Size(120, 40))
    assert re.search(r"in 2022 +\+13\.7$", plain(before.pieces["board"].rows), re.MULTILINE), "he is home in 13.66 s"


def test_who_was_fifth_behind_the_first_stands_on_no_step() -> None:
    field = race(*(replace(entry(name, 240.0 + at), place=at) for name, at in (("Ada Alfa", 1), ("Bea Beta", 5))))
    picture = picture_of(timeline_of(field), LOOK)
    shown = frame(picture, View(ended=True), picture.stage.timeline.duration, Size(200, 60)).pieces["course"]
    assert plain(shown.rows).count("ALF Alfa") == 2
    assert plain(shown.rows).count("BET Beta") == 1
    assert len(shown.rows) == shown.place.height


def test_a_winner_of_two_records_has_the_next_one_beside_the_name() -> None:
    """Hocker's American record in Paris stood nowhere on the card, whose others told Dutch and Italian ones."""
    winner = entry("Ada Alfa", "3:27.65", nation="USA", marks=("OR", "NR"))
    second = entry("Bea Beta", "3:27.79", nation="GBR", marks=("NR",))
    stage = Stage(timeline_of(race(winner, second)), LOOK)
    card = end_card(stage)
    assert card is not None
    assert [(who.record, who.also) for who in card.podium] == [
        ("OLYMPIC RECORD", "AMERICAN RECORD"),
        ("BRITISH RECORD", ""),
    ]
    assert card_text(stage).splitlines()[1] == "1 Ada Alfa (USA) 3:27.65 OLYMPIC RECORD AMERICAN RECORD"
    shown = plain(
        frame(picture_of(stage.timeline, LOOK), View(ended=True), stage.timeline.duration, Size(120, 40)).rows
    )
    assert [shown.count(name) for name in ("OLYMPIC RECORD", "AMERICAN RECORD", "BRITISH RECORD")] == [1, 1, 1]
