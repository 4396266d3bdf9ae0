"""Pace lights: which there are, where they are, and what is said of a runner beside them."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import Ink, difference
from replay.drawing.course.stadium import paint
from replay.drawing.stadium.glow import Spark, beneath, glow, wave
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.pacelights import PaceLight, earlier_winners, lights_of, standing, target, told
from replay.race.race import Race, Record, Role, Status
from replay.race.track import Oval
from tests.builders import entry, race, time
from tests.together import together

LOOK = look_of(DARK)
WORLD = PaceLight("world record", 223.13, "3:43.13", "Hicham El Guerrouj")


OUT = ("A", {"status": Status.DQ}), ("B", {"role": Role.GUEST})
"""Who won nothing."""


def record(label: str, value: str, doubtful: bool = False) -> Record:
    return Record(label, time(value, doubtful=doubtful), "Somebody")


def year(year: int, *results: float | str, title: str = "Bowerman Mile", meeting: str = "Prefontaine Classic") -> Race:
    entries = [entry(f"Runner {number}", result) for number, result in enumerate(results)]
    when = datetime.date(year, 5, 25)
    return replace(race(*entries, distance=1609.344, date=when, meeting=meeting), title=title)


def test_a_world_record_or_best_comes_first_and_the_others_in_the_order_of_the_file() -> None:
    field = race(records=(record("British record", "3:46.32"), record("World best", "3:43.13"), record("X", "3:44.00")))
    assert [light.label for light in lights_of(field)] == ["world best", "British record", "X"]


def test_two_records_of_one_time_have_one_light() -> None:
    field = race(records=(record("World record", "1:40.91"), record("Olympic record", "1:40.91")))
    assert [light.label for light in lights_of(field)] == ["world record"]


def test_a_doubtful_record_has_no_light() -> None:
    assert lights_of(race(records=(record("World record", "3:43.13", doubtful=True),))) == ()


def test_the_race_s_own_times_make_no_light() -> None:
    assert lights_of(race(entry("Kerr", "3:45.34"))) == ()


def test_an_earlier_year_gives_its_winning_time_and_a_later_one_does_not() -> None:
    others = (year(2023, "3:48.00", "3:43.73"), year(2025, "3:40.00"), year(2022, "3:50.00"))
    lights = earlier_winners(year(2024, "3:45.34"), others)
    assert [(light.label, light.digits) for light in lights] == [
        ("2023 winning time", "3:43.73"),
        ("2022 winning time", "3:50.00"),
    ]


def test_another_race_of_the_meeting_is_not_an_earlier_year_of_this_one() -> None:
    women = year(2023, "4:15.00")
    assert earlier_winners(year(2024), [race(entry("A", "4:15.00"), meeting="Prefontaine Classic")]) == ()
    assert earlier_winners(year(2024), [women]) != ()
    assert earlier_winners(year(2024), [replace(women, date=None)]) == earlier_winners(year(2023), [women]) == ()
    out = replace(women, entries=tuple(entry(one, "4:10.00", **more) for one, more in OUT))
    assert earlier_winners(year(2024), [out]) == ()
    assert earlier_winners(year(2024, meeting="Millrose Games"), [women]) == ()


def test_what_follows_a_comma_in_the_meeting_s_name_changes_with_the_years() -> None:
    final = year(2023, "3:43.73", meeting="Prefontaine Classic, Diamond League final")
    assert len(earlier_winners(year(2024), [final])) == 1


@given(st.floats(0, 400), st.floats(0, 400))
def test_a_light_runs_equal_distances_in_equal_times(a: float, b: float) -> None:
    one, other = WORLD.distance_at(a, 1609.344), WORLD.distance_at(b, 1609.344)
    assert one * min(b, WORLD.seconds) == pytest.approx(other * min(a, WORLD.seconds), rel=1e-9, abs=1e-6)


def test_a_light_is_home_at_its_time_and_stays_there() -> None:
    assert WORLD.distance_at(WORLD.seconds, 1609.344) == 1609.344
    assert WORLD.distance_at(WORLD.seconds + 9, 1609.344) == 1609.344
    assert WORLD.distance_at(-1.0, 1609.344) == 0.0


def test_a_runner_is_told_ahead_or_behind_in_metres_and_that_the_pace_is_even() -> None:
    half = WORLD.seconds / 2
    ahead = told(standing(WORLD, half, 804.672 + 3.1, 1609.344, None), "Kerr")
    behind = told(standing(WORLD, half, 804.672 - 3.1, 1609.344, None), "Kerr")
    assert ahead[0] == "Kerr 3.1 m ahead of the world record, 3:43.13 at an even pace"
    assert behind[0] == "Kerr 3.1 m behind the world record, 3:43.13 at an even pace"
    assert all("even" in text for text in ahead + behind)
    assert [len(text) for text in ahead] == sorted((len(text) for text in ahead), reverse=True)


def test_what_rests_on_an_estimate_says_so() -> None:
    lines = told(standing(WORLD, 100.0, 700.0, 1609.344, None, estimated=True), "Kerr")
    assert lines[0].startswith("Kerr ~")
    assert all("~" in line for line in lines)


def test_a_runner_within_five_centimetres_is_level() -> None:
    assert told(standing(WORLD, 0.0, 0.04, 1609.344, None), "Kerr")[0].startswith("Kerr level with")


def test_once_home_the_difference_is_in_seconds() -> None:
    lines = told(standing(WORLD, 230.0, 1609.344, 1609.344, 225.34), "Kerr")
    assert lines[0] == "Kerr 2.21 s outside the world record, 3:43.13"
    inside = told(standing(WORLD, 230.0, 1609.344, 1609.344, 223.0), "Kerr")
    assert inside[0] == "Kerr 0.13 s inside the world record, 3:43.13"
    assert [text[-7:] for text in (inside[2], lines[2])] == ["-0.13 s", "+2.21 s"]
    level = told(standing(WORLD, 230.0, 1609.344, 1609.344, 223.134), "Kerr")
    assert level == ("Kerr level with the world record, 3:43.13", "level with 3:43.13")


def test_a_target_of_one_s_own_is_any_time() -> None:
    light = target(" 3:45 ")
    assert (light.label, light.seconds, light.digits) == ("target", 225.0, "3:45")
    for wrong in ("soon", "0", ""):
        with pytest.raises(ValueError, match=r"such as|fast"):
            target(wrong)


# The light on the picture


@together("size", [(48, 14), (76, 25), (138, 40)])
@together("share", [0.1, 0.35, 0.6, 0.85])
def test_the_head_of_the_wave_is_on_the_kerb(size: tuple[int, int], share: float) -> None:
    track = Oval(1500.0)
    stadium = paint(track, *size, DARK)
    head = wave(stadium, 1500 * share, DARK.lights)[0]
    x, y = int(head.x), int(2 * head.y)
    near = {stadium.pixels[y + dy][x + dx] for dy in (-1, 0, 1) for dx in (-1, 0, 1)}
    # The kerb's edges are blended with what lies beside it: there it is still nearer to the kerb than to these.
    beside = min(difference(DARK.kerb, colour) for colour in (DARK.surface, *DARK.grass, DARK.surface_line))
    assert min(difference(DARK.kerb, colour) for colour in near) < beside / 2


def test_a_spark_tints_its_half_of_the_cell_and_leaves_the_other() -> None:
    stadium = paint(Oval(1500.0), 76, 25, DARK)
    upper, lower = stadium.background(10, 12)
    assert glow(stadium, [Spark(10.4, 12.7, 0x00FF00, 1.0)], LOOK) == {12: ((10, "▀", Ink(upper, 0x00FF00)),)}
    assert lower != 0x00FF00


def test_sparks_outside_the_picture_are_left_out() -> None:
    stadium = paint(Oval(1500.0), 76, 25, DARK)
    assert glow(stadium, [Spark(-1, 3, 1, 1.0), Spark(76, 3, 1, 1.0), Spark(3, 25, 1, 1.0)], LOOK) == {}


def test_what_lies_beneath_is_seen_only_where_cells_are_free() -> None:
    ink = Ink()
    layer = {3: ((4, "KN", ink),)}
    extra = {3: ((3, " ", ink), (5, " ", ink), (6, " ", ink)), 4: ((1, " ", ink),)}
    assert beneath(layer, extra) == {3: ((3, " ", ink), (4, "KN", ink), (6, " ", ink)), 4: ((1, " ", ink),)}
