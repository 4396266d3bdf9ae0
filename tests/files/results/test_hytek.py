"""Hy-Tek's reports: events by their headings, times on the way below a runner."""

import datetime
from pathlib import Path

import pytest

from replay.files.results.hytek import is_hytek, read
from replay.files.source import Choices, DateOrder, Reading, Source
from replay.race.problems import UnreadableRace
from replay.race.race import Entry, Role, Status, Surface

REPORT = (Path(__file__).parent / "lists" / "meet.htm").read_text(encoding="utf-8")
TEXT = REPORT.replace("<html><body><pre>", "").replace("</pre></body></html>", "").replace("&#39;", "'")
TEXT = TEXT.replace("<b>", "").replace("</b>", "")


def reading(text: str = REPORT, part: str | None = None) -> Reading:
    return read(Source(text.encode(), Path("meet.htm")), Choices(part=part))


def entries(text: str = REPORT) -> dict[str, Entry]:
    race = reading(text).race
    assert race is not None
    return {entry.name: entry for entry in race.entries}


@pytest.mark.parametrize("text", [REPORT, TEXT], ids=["html", "text"])
def test_a_runner_is_read_by_the_columns_below_the_headings(text: str) -> None:
    race = reading(text).race
    assert race is not None
    assert (race.title, race.distance) == ("Women 1500 Meter Run, finals", 1500)
    assert race.meeting == "Oak Valley Invitational - 5/3/2024"
    assert race.date == datetime.date(2024, 5, 3)
    first = race.entries[0]
    assert first.result is not None
    assert (first.name, first.club, first.place, first.result.text) == ("Ada Alder", "Oak State", 1, "4:20.49")
    assert [entry.club for entry in race.entries] == [
        "Oak State",
        "Unattached",
        "St. Mary's",
        "Oak State",
        "Pine",
        "Pine",
    ]


def test_times_on_the_way_are_at_the_ends_of_the_laps_though_one_failed() -> None:
    found = entries()
    assert [(split.distance, split.time.text) for split in found["Ada Alder"].splits] == [
        (300, "48.992"),
        (700, "1:58.749"),
        (1100, "3:08.306"),
    ]
    # The first mat did not see her, and the last of her times is the finish.
    assert [(split.distance, split.time.text) for split in found["Bea Birch"].splits] == [
        (700, "1:59.116"),
        (1100, "3:09.939"),
    ]
    assert [split.distance for split in found["Eve Elm"].splits] == [300]


def test_times_that_fit_no_lap_are_left_out_and_counted() -> None:
    found = reading()
    assert [str(tally) for tally in found.understood.left_out] == [
        "1 runners' times on the way, which do not fit the laps (first: Cyd Cedar-Doum)"
    ]
    assert entries()["Cyd Cedar-Doum"].splits == ()


def test_who_did_not_finish_or_ran_without_counting_is_told_by_the_mark() -> None:
    found = entries()
    assert found["Eve Elm"].status is Status.DNF
    assert found["Gia Gum"].status is Status.DQ
    assert (found["Fay Fir"].role, found["Fay Fir"].place) == (Role.GUEST, None)


def test_rounds_of_an_event_are_races_of_their_own() -> None:
    heats = TEXT.replace("  2 Birch", "Preliminaries\n  2 Birch")
    assert "of 3 events this is 'Women 1500 Meter Run, finals', the final of the largest" in str(
        reading(heats).understood.assumed
    )
    final = reading(heats, part="finals").race
    assert final is not None
    assert [entry.name for entry in final.entries] == ["Ada Alder"]


def test_a_relays_teams_are_called_by_their_schools() -> None:
    race = reading(part="Men 4x400 Meter Relay").race
    assert race is not None
    assert race.distance == 1600
    (team,) = race.entries
    assert team.name == "Oak State 'A'"
    assert [(split.distance, split.time.text) for split in team.splits] == [
        (400, "47.9"),
        (800, "1:35.5"),
        (1200, "2:23.0"),
    ]


def test_a_report_is_told_by_its_content() -> None:
    assert is_hytek(Source(REPORT.encode(), Path("a")))
    plain = TEXT.replace("HY-TEK's Meet Manager", "")
    assert is_hytek(Source(plain.encode(), Path("a")))
    assert not is_hytek(Source(b"Men 1500 m\nname,result\nA,4:00\n", Path("a")))


def test_a_report_without_a_race_is_refused() -> None:
    jumps = TEXT[TEXT.index("Event 8") : TEXT.index("Event 9")]
    with pytest.raises(UnreadableRace, match="this report has no results of a race"):
        reading(jumps)


FLASH = """\
Open Meeting
Men 1500m - Section 1

Pl  Name              Yr  Team      Time
1   Ada Alfa          SR  Unatt     3:44.10
    300: 44.1 (44.1)  700: 1:44.5 (60.4)  1100: 2:46.0 (61.5)  3:44.10 (58.1)
2   Bea Beta          JR  North     3:45.22
    300: 44.3 (44.3)  700: 1:44.9 (60.6)  1100: 2:46.6 (61.7)  3:45.22 (58.7)
"""
FROM_THE_START = """\
Event 9  Women 1500 Meter Run
========================================================================
    Name                    Year School                  Finals  Points
========================================================================
  1 Alfa, Ada                 SR Northern             4:20.11     10
     1:09.1 (1:09.1)  2:20.0 (1:10.9)  3:31.5 (1:11.5)  4:20.11 (48.61)
"""
COUNTRY = """\
                         Men 8k Run CC
==================================================================
  Pl Athlete                 Yr Team               Time     Points
==================================================================
   1 Alfa, Ada               SR Lakeside           24:12.3     1
   2 Beta, Bea               JR Northern           24:20.1     2

 Team Scores
 1. Lakeside  4
                       Women Shot Put 4k
==================================================================
  Pl Athlete                 Yr Team               Finals   Points
==================================================================
   1 Gamma, Cia              SR Lakeside           12.31m     1
"""


def test_times_may_stand_behind_their_distances() -> None:
    assert [(split.distance, split.time.text) for split in entries(FLASH)["Bea Beta"].splits] == [
        (300.0, "44.3"),
        (700.0, "1:44.9"),
        (1100.0, "2:46.6"),
    ]


def test_laps_may_count_from_the_start() -> None:
    assert [split.distance for split in entries(FROM_THE_START)["Ada Alfa"].splits] == [400.0, 800.0, 1200.0]


def test_a_cross_country_race_is_one_and_a_shot_of_4k_is_none() -> None:
    race = reading(COUNTRY).race
    assert race is not None
    assert (race.distance, [entry.name for entry in race.entries]) == (8000.0, ["Ada Alfa", "Bea Beta"])
    assert reading(COUNTRY).understood.parts == ()


def test_a_line_that_is_a_little_off_its_headings_is_cut_between_words_and_a_heat_is_no_reason() -> None:
    text = """\
                     State Championships - 5/30/2025
Event 14  Boys 800 Meter Run
===================================================================================
    Name                    Year School                  Finals  H# Points
===================================================================================
  1 Al Alfa                 12 Pine Valley            1:59.31    1  10
 -- Bo Beta                 10 Elk                         DQ    2       6.2 impeding
 -- Cy Gamma                11 Elk                        DNF    1
"""
    found = entries(text)
    assert [entry.club for entry in found.values()] == ["Pine Valley", "Elk", "Elk"]
    assert [entry.note for entry in found.values()] == ["", "6.2 impeding", ""]


def test_times_at_equal_steps_are_there_where_the_ends_of_laps_would_be_run_by_nobody() -> None:
    text = """\
Event 5  Women 5000 Meter Run
================================================================================
    Name                    Year School               Finals
================================================================================
  1 Alfa, Ada                SR State              15:31.22
     3:04.11 (3:04.11)   6:10.55 (3:06.44)   9:17.20 (3:06.65)   12:26.90 (3:09.70)   15:31.22 (3:04.32)
"""
    assert [split.distance for split in entries(text)["Ada Alfa"].splits] == [1000, 2000, 3000, 4000]


FIELDS = """\
                      Lakeside Conference XC Championships
                     River Park, Hart  -  10/11/2025
                              Boys 5000m Varsity

Place  Name                    Gr  Team                Time      Team Pts
=========================================================================
  1    Abe Ash                 12  Hart                15:48.2       1
  2    Bo Birch                11  Lakeside Prep       15:55.0       2

Team Scores
=========================================================================
Rank Team               Total    1   2   3   4   5   6*  7*
  1  Hart                 29     1   3   6   8  11
"""


def test_what_is_around_a_list_is_kept_or_told() -> None:
    found = reading(FIELDS)
    assert found.race is not None
    assert found.race.date == datetime.date(2025, 10, 11)
    assert any("--date-order dmy says otherwise" in one for one in found.understood.assumed)
    assert (found.race.venue.city, found.race.course.surface) == ("River Park, Hart", Surface.ROAD)
    assert [column.title for column in found.understood.columns if not column.meaning] == ["Gr", "Team Pts"]
    assert any("table of teams" in one.kind for one in found.understood.left_out)
    other = read(Source(FIELDS.encode(), Path("meet.txt")), Choices(date_order=DateOrder.DAY_FIRST))
    assert other.race is not None
    assert other.race.date == datetime.date(2025, 11, 10)
    assert not any("--date-order" in one for one in other.understood.assumed)


SWUM = """\
<html><body><pre>
                 HY-TEK's MEET MANAGER 8.0 11/1/2030
<b>Event 3  Women 200 Yard Freestyle</b>
===============================================================================
    Name                     Age School                  Seed     Finals Points
===============================================================================
  1 Alfa, Ada                19 Oak-CT                    NT    1:59.84
                  28.31       58.69 (30.38)     1:29.44 (30.75)     1:59.84 (30.40)
"""


def test_a_race_that_was_swum_is_timed_at_every_second_end_of_its_pool() -> None:
    race = reading(SWUM).race
    assert race is not None
    assert (race.course.surface, race.course.lap_metres) == (Surface.POOL, 22.86)
    assert race.entries[0].club == "Oak-CT"
    assert [(round(split.distance, 2), split.time.text) for split in race.entries[0].splits] == [
        (45.72, "28.31"),
        (91.44, "58.69"),
        (137.16, "1:29.44"),
    ]


def test_a_runner_may_have_a_number_before_his_name_and_an_age_behind_it() -> None:
    text = """\
 Licensed to nobody                             HY-TEK's Meet Manager
                       Oak Turkey Run - 11/28/2013

Mixed 5000 Meter Run
      Comp#  Name                            Team                             Time Points
=========================================================================================
    1   145  Alder, Ada                 W24  Oakmoor                      15:59.80
    2   200  Birch, Bo                  M31  Elm Hill                     16:37.35
"""
    found = read(Source(text.encode(), Path("oak.txt")), Choices())
    assert found.race is not None, found.problems
    told = [(entry.bib, entry.name, entry.sex, entry.club) for entry in found.race.entries]
    assert told == [("145", "Ada Alder", "F", "Oakmoor"), ("200", "Bo Birch", "M", "Elm Hill")]
