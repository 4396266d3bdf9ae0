"""The picture of a large field beside its course: the strip, the scoreboard's counts and key."""

import re
from functools import cache

import pytest

from replay.cells.canvas import Rect
from replay.cells.rows import plain
from replay.cells.text import cell_width
from replay.drawing.panels.crowd_strip import CrowdStrip, column
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye, View
from replay.race.course import Surface
from replay.race.pacelights import target
from replay.race.race import Course, Status
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from replay.viewing.large import LargeStage
from replay.viewing.layout import Shows, layout
from tests.builders import entry, race
from tests.together import together

FIELD = race(
    *(entry(f"Runner {at}", 3600.0 + 10 * at, {10_000: 1700.0 + 5 * at}) for at in range(300)),
    *(entry(f"Halfway {at}", None, {10_000: 3000.0 + at}, status=Status.DNF) for at in range(5)),
    distance=21_097.5,
    course=Course(Surface.ROAD),
)


@cache
def staged(*, plain: bool = False) -> LargeStage:
    stage = picture_of(timeline_of(FIELD), look_of(DARK, plain)).stage
    assert isinstance(stage, LargeStage)
    return stage


def strip(stage: LargeStage, t: float, view: View = View(), width: int = 120) -> CrowdStrip:  # noqa: B008
    what = stage.strip(stage.timeline.at(t), view, width, 3).what
    assert isinstance(what, CrowdStrip)
    return what


@pytest.mark.parametrize(("plain", "glyph"), [(False, "┆"), (True, "|")])
def test_the_pace_light_stands_in_the_strip_where_it_is_and_its_words_are_the_title(plain: bool, glyph: str) -> None:
    stage = staged(plain=plain)
    light = target("1:00:00")
    t, width = 1800.0, 120
    without, shown = strip(stage, t), strip(stage, t, View(light=light), width)
    assert without.title == "where everybody is"
    assert "1:00:00" in shown.title
    added = [star for star in shown.stars if star[1] == glyph]
    assert [star[0] for star in added] == [column(light.distance_at(t, 21_097.5), 21_097.5, width)]
    assert [star for star in shown.stars if star[1] != glyph] == list(without.stars)


def test_the_finishers_have_a_chart_from_the_tenth_on_and_until_then_their_rows_are_the_boards() -> None:
    stage = staged()
    tenth = 3600.0 + 10 * 9
    assert [stage.has_chart(t, View()) for t in (0.0, tenth - 0.1, tenth, stage.timeline.duration)] == [
        False,
        False,
        True,
        True,
    ]
    shows = Shows(300, many=True)
    with_chart, without = layout(200, 60, shows).places, layout(200, 60, shows._replace(homes=False)).places
    assert without["board"].height == with_chart["board"].height + with_chart["chart"].height
    assert "chart" not in without


def test_whoever_is_chosen_stands_before_the_first_three_and_not_twice() -> None:
    stage = staged()
    assert len(strip(stage, 1800.0).stars) == 3
    for chosen, names in ((200, 4), (1, 3)):
        stars = strip(stage, 1800.0, View(chosen=chosen)).stars
        assert len(stars) == names
        assert len({star[1] for star in stars}) == names


def test_each_column_counts_those_who_are_there_and_the_fullest_is_that_of_half_time() -> None:
    stage = staged()
    assert sum(strip(stage, 1800.0).counts) == 305
    half = strip(stage, 1800.0)
    assert half.most == strip(stage, 3000.0).most == max(half.counts)


@together(
    ("t", "width", "said"),
    [
        (0.0, 60, "305 on the start line"),
        (1800.0, 60, "305 on the road"),
        (4000.0, 60, "41 home · 259 on the road · 5 out"),
        (4000.0, 26, "41 home · 259 on the road"),
        (4000.0, 12, "41 home"),
        (9000.0, 60, "300 home · 5 out"),
    ],
)
def test_the_scoreboard_says_as_much_of_who_is_home_and_where_as_there_is_room_for(
    t: float, width: int, said: str
) -> None:
    rows = staged().scores(staged().timeline.at(t), Rect(0, 0, width, 8))
    texts = ["".join(text for _, text, _ in rows[y]).strip() for y in sorted(rows)]
    assert said in texts


@together(("width", "begins"), [(60, "runners a km  1 "), (24, "a km 1 "), (10, "")])
def test_the_key_of_the_shades_is_as_long_as_there_is_room_for(width: int, begins: str) -> None:
    words = "".join(text for text, _ in staged()._key(width))
    assert words.startswith(begins)
    assert bool(words) == bool(begins)
    assert cell_width(words) <= width


@together(("height", "rows"), [(6, 0), (10, 3), (12, 5), (14, 7)])
def test_the_clock_of_a_large_field_grows_with_its_board(height: int, rows: int) -> None:
    stage = staged()
    shown = stage.scores(stage.timeline.at(1800.0), Rect(0, 0, 60, height)).values()
    assert sum(any(set("▄▀█") & set(text) for _, text, _ in overlays[:1]) for overlays in shown) == rows


@together("rate", [1.0, 4.0, 32.0, 600.0])
def test_the_finishers_chart_stands_from_the_tenth_on_that_it_tells_of_however_fast_it_goes(rate: float) -> None:
    """It tells of a second before, and its place is that second's too."""
    view, picture = View(playing=True, eye=Eye(rate=rate)), picture_of(timeline_of(FIELD), look_of(DARK))
    for t in range(3650, 4300, 25):
        seen = frame(picture, view, float(t), Size(200, 60))
        told = re.findall(r" finishes: (\d+),", plain(seen.rows))
        assert len(told) == ("chart" in seen.pieces)
        assert all(int(home) >= 10 for home in told)
