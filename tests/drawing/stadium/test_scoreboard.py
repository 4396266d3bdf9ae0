"""The scoreboard: whose record has fallen, and what stands between those who are home."""

import itertools
import re
from functools import cache

from replay.cells.canvas import Rect
from replay.commentary import call_race
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.files.library import Library
from replay.race.race import Course, Surface
from replay.state.timeline import Timeline
from replay.viewing.stage import Stage
from tests import builders
from tests.miles import LOOK, TIMELINE
from tests.together import together


@cache
def stage(race: str) -> Stage:
    timeline = Timeline(Library().race(race)[0])
    return Stage(timeline, look_of(DARK), call_race(timeline))


def announced(race: str, t: float, width: int = 50) -> list[str]:
    """What the scoreboard says of records at a time; at the end, for a time beyond it."""
    shown = stage(race)
    state = shown.timeline.at(min(t, shown.timeline.duration))
    rows = shown.scores(state, Rect(0, 0, width, 14)).values()
    return [text for overlays in rows for _, text, _ in overlays if "RECORD" in text]


@together(
    ("t", "said", "across"),
    [
        (222.0, [], None),
        (223.0, [], "WORLD RECORD −0.47"),
        (226.9, ["Farken 3:46.82 GERMAN RECORD"], "WORLD RECORD −0.47"),
        (999.0, ["Farken 3:46.82 GERMAN RECORD"], "WORLD RECORD −0.47"),
    ],
)
def test_a_record_is_announced_as_it_falls_and_never_takes_the_place_of_the_winners(
    t: float, said: list[str], across: str | None
) -> None:
    assert announced("london-mile-2026", t) == said
    band = stage("london-mile-2026").band(stage("london-mile-2026").timeline.at(min(t, 230.0)))
    assert (band.record if band else None) == across


def test_a_record_that_is_not_the_winners_has_its_runner_with_it_however_small_the_board() -> None:
    assert announced("rio-2016-800m", 999.0) == ["Makhloufi 1:42.61 ALGERIAN RECORD"]
    assert announced("rio-2016-800m", 999.0, 28) == ["Makhloufi: ALGERIAN RECORD"]
    (smallest,) = announced("rio-2016-800m", 999.0, 20)
    assert smallest.startswith("MAK ")
    assert len(smallest) <= 22


@together("width", [14, 19, 21])
def test_a_board_of_one_row_has_the_clock_and_how_far_it_is(width: int) -> None:
    shown = stage("london-mile-2026")
    (row,) = shown.scores(shown.timeline.at(100.0), Rect(0, 0, width, 1)).values()
    assert re.fullmatch(r"1:40\.0 *(8\d\d m (to go|left)|−8\d\d m)", "".join(text for _, text, _ in row))
    (row,) = shown.scores(shown.timeline.at(240.0), Rect(0, 0, width, 1)).values()
    assert "FINISH" in "".join(text for _, text, _ in row) or width == 14


@together("width", [15, 16, 18, 20, 22, 25])
def test_what_is_to_go_never_looks_like_what_is_run(width: int) -> None:
    shown = stage("london-mile-2026")
    rows = shown.scores(shown.timeline.at(100.0), Rect(0, 0, width, 8)).values()
    said = " ".join(text for overlays in rows for _, text, _ in overlays)
    assert re.search(r"LAP 2/4 +(8\d\d m (to go|left)|−8\d\d m)", said), said


@together(("width", "height", "large"), [(30, 4, 1), (40, 9, 1), (60, 9, 2), (60, 14, 2)])
def test_on_a_full_board_no_digit_touches_its_edge_and_a_wide_one_has_the_metres_of_the_last_lap_large(
    width: int, height: int, large: int
) -> None:
    shown = stage("london-mile-2026")
    rows = shown.scores(shown.timeline.at(180.0), Rect(0, 0, width, height))
    digits = {y: [text for _, text, _ in rows.get(y, ()) if set(text) & set("▄▀█")] for y in range(height)}
    assert not any(set(text) & set("▀█") for text in digits[0])
    blocks = [y for y in range(height) if digits[y] and not digits.get(y - 1)]
    assert sum(len(digits[y]) for y in blocks) == large
    assert any("m to go" in text for overlays in rows.values() for _, text, _ in overlays)


def test_on_a_road_kilometres_are_not_called_laps() -> None:
    runners = [builders.entry(name, 1800.0 + i) for i, name in enumerate(("Abel", "Brown"))]
    timeline = Timeline(builders.race(*runners, distance=10_000.0, course=Course(surface=Surface.ROAD)))
    shown = Stage(timeline, look_of(DARK))
    rows = shown.scores(timeline.at(900.0), Rect(0, 0, 50, 14)).values()
    said = " ".join(text for overlays in rows for _, text, _ in overlays)
    assert "m to go" in said
    assert "lap" not in said.lower()


def test_at_the_finish_the_scoreboard_has_the_margins_in_seconds() -> None:
    """On the way they are on the board beside it, which then has times: metres would be of no moment any more."""
    stage = Stage(TIMELINE, LOOK)
    stadium = stage.stadium(76, 25)

    def shown(t: float, bare: bool = False) -> str:
        texts = stage.scores(TIMELINE.at(t), stadium.infield, View(bare=bare))
        return "\n".join("".join(text for _, text, _ in texts[y]) for y in sorted(texts))

    assert "+" not in shown(225.4), "he is not home yet"
    for bare in (False, True):
        assert "+0.26" in shown(226.0, bare=bare)
        assert not re.search(r"\d m\b", shown(226.0, bare=bare))


@together("race", ["london-mile-2026", "rio-2016-800m", "san-diego-half-2023"])
def test_at_the_gun_nobody_is_first(race: str) -> None:
    shown = stage(race)
    rows = shown.scores(shown.timeline.at(0.0), Rect(0, 0, 50, 14)).values()
    text = " ".join(text for overlays in rows for _, text, _ in overlays)
    assert not any(name in text for name in shown.cast.names)


def test_on_a_tall_board_the_metres_to_go_are_large_before_the_last_lap_too() -> None:
    for height, large in ((16, False), (24, True)):
        rows = stage("london-mile-2026").scores(TIMELINE.at(60.0), Rect(0, 0, 96, height)).values()
        said = [text for overlays in rows for _, text, _ in overlays]
        assert (" m to go" in said) is large
        assert any(text.startswith("LAP 2") for text in said)


@together("t", [60.0, 111.4, 167.7, 208.9, 222.0])
def test_no_digit_touches_the_edge_of_a_board_of_any_size(t: float) -> None:
    shown = stage("london-mile-2026")
    for height, width in itertools.product(range(5, 25), (26, 44, 62, 90)):
        room = Rect(0, 0, width, height)
        rows = shown.scores(shown.timeline.at(t), room, View())
        written = {y: "".join(text for _, text, _ in overlays) for y, overlays in rows.items()}
        assert not set("▀█") & set(written.get(0, "")), (width, height)
        assert not set("▄█") & set(written.get(height - 1, "")), (width, height)


def test_a_board_of_no_room_has_nothing() -> None:
    shown = stage("london-mile-2026")
    assert shown.scores(shown.timeline.at(60.0), Rect(0, 0, 4, 0), View()) == {}


def test_words_between_digits_have_air_where_there_are_rows() -> None:
    shown = stage("london-mile-2026")
    rows = shown.scores(shown.timeline.at(167.7), Rect(0, 0, 90, 24), View())
    words = next(y for y, overlays in rows.items() if any("record" in text for _, text, _ in overlays))
    beside = [any(text.strip() for _, text, _ in rows.get(y, ())) for y in (words - 1, words + 1)]
    assert beside == [False, False]


def test_a_clock_without_room_for_its_tenths_in_large_digits_is_large_without_them() -> None:
    field = builders.race(builders.entry("Ann Ash", 1800.0), builders.entry("Bea Birch", 1810.0), distance=10000.0)
    shown = Stage(Timeline(field), LOOK)

    def rows(t: float, width: int, height: int) -> list[str]:
        scores = shown.scores(shown.timeline.at(t), Rect(0, 0, width, height)).values()
        return [text for overlays in scores for _, text, _ in overlays]

    small, large = rows(900.0, 26, 8), rows(900.0, 60, 8)
    assert not any("15:00" in text for text in (*small, *large))
    assert sum("█" in text for text in small) >= 2
    assert max(map(len, small[:3])) < max(map(len, large[:3]))
    assert any("15:00.0" in text for text in rows(900.0, 26, 5))
