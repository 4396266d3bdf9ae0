"""Which finishes are shown as a photo."""

import re

import pytest

from replay.cells.rows import plain
from replay.commentary import call_race
from replay.drawing.view import View
from replay.files.library import Library, shipped_folder
from replay.race.race import Evidence
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from replay.viewing.photo import CLOSE, photo_of
from tests.builders import entry, race
from tests.miles import LOOK
from tests.together import together

RACES = sorted(path.stem for path in shipped_folder().glob("*.yaml"))


def finish(*results: str, evidence: Evidence = Evidence.MEASURED) -> Timeline:
    entries = (
        entry(f"{letter} Runner", text, evidence=evidence) for letter, text in zip("ABCD", results, strict=False)
    )
    return Timeline(race(*entries))


def test_a_close_finish_has_a_photo_with_all_who_came_within_a_second() -> None:
    photo = photo_of(finish("3:27.65", "3:27.80", "3:28.24", "3:29.45"))
    assert photo is not None
    assert [(crossing.place, crossing.text) for crossing in photo.crossings] == [
        ("1", "3:27.65"),
        ("2", "+0.15"),
        ("3", "+0.59"),
    ]
    assert 6 < photo.speed < 9


def test_a_dead_heat_has_one() -> None:
    photo = photo_of(finish("10.01", "10.01"))
    assert photo is not None
    assert [crossing.place for crossing in photo.crossings] == ["1", "1"]


def test_who_shares_a_win_is_in_the_order_of_the_list_on_board_band_photo_chart_and_feed() -> None:
    names = "Zoe Zander", "Amy Adams", "Bea Birch"
    field = race(
        *(
            entry(name, text, place=at)
            for name, text, at in zip(names, ("3:45.00", "3:45.00", "3:46.00"), (1, 1, 3), strict=True)
        )
    )
    timeline = timeline_of(field)
    picture = picture_of(timeline, LOOK, call_race(timeline))
    ended = frame(picture, View(ended=True), timeline.duration, Size(120, 40)).pieces
    won = frame(picture, View(), 225.2, Size(120, 40)).pieces
    told = [won["course"].rows, *(ended[name].rows for name in ("course", "board", "chart", "photo"))]
    texts = [plain(rows) for rows in told]
    texts += [line for line in plain(ended["feed"].rows).splitlines() if "level" in line or "same" in line]
    for text in texts:
        first, second = (re.search(word, text) for word in ("Zander|ZAN", "Adams|ADA"))
        assert first, text
        assert second, text
        assert first.start() < second.start(), text
    assert len(texts) > len(told)
    assert "Zander and Adams in the same time" in texts[4]


@together(
    ("results", "evidence"),
    [
        (("3:27.65", "3:27.81"), Evidence.MEASURED),  # not close
        (("3:27.6", "3:27.7"), Evidence.MEASURED),  # by hand
        (("3:27", "3:27"), Evidence.REPORTED),
        (("3:27.65", "3:27.70"), Evidence.ESTIMATED),  # a guess
        (("3:27.65",), Evidence.MEASURED),
    ],
)
def test_others_have_none(results: tuple[str, ...], evidence: Evidence) -> None:
    assert photo_of(finish(*results, evidence=evidence)) is None


@together("name", RACES)
def test_of_the_shipped_races_those_have_one_whose_first_two_were_close(name: str) -> None:
    found = Library().race(name)[0]
    times = sorted(runner.result.seconds for runner in found.entries if runner.result is not None)
    assert (photo_of(timeline_of(found)) is not None) == (times[1] - times[0] <= CLOSE + 1e-9)


@pytest.mark.parametrize("size", [Size(80, 24), Size(120, 40), Size(200, 60)])
def test_the_photo_is_below_the_card_once_the_race_is_over(size: Size) -> None:
    timeline = finish("3:27.65", "3:27.79", "3:27.80")
    picture = picture_of(timeline, LOOK)
    before, after = (frame(picture, View(ended=ended), timeline.duration, size).pieces for ended in (False, True))
    assert "photo" not in before
    assert "closeup" not in after
    place, rows = after["photo"]
    assert place.y > after["course"].place.y
    assert "photo finish" in plain(rows)
    assert "3:27.65" in plain(rows)
    wide = frame(picture_of(finish("3:27.65", "3:29.00"), LOOK), View(ended=True), timeline.duration, size)
    assert "photo" not in wide.pieces
