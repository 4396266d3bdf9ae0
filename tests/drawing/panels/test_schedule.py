"""What stands where the chart of gaps will be, before it has anything to say."""

from dataclasses import replace

from replay.cells.rows import plain, row_width
from replay.drawing.panels.gap_begin import begin
from replay.drawing.panels.gap_chart import GapChart, chart_rows, gaps_of
from replay.drawing.panels.schedule import schedule_rows
from replay.race.race import Evidence, Race, Record, Time
from replay.state.timeline import Timeline
from tests.miles import CAST, LOOK, MILE, TIMELINE

MARKS = ((409.344, "lap 2"), (809.344, "lap 3"), (1209.344, "bell"))
RECORDS = (
    Record("World record", Time(223.13, Evidence.MEASURED, "3:43.13")),
    Record("British record", Time(226.32, Evidence.MEASURED, "3:46.32")),
)
CHASED = replace(MILE, records=RECORDS)


def test_an_even_pace_is_told_at_every_mark_and_the_record_as_it_is_written() -> None:
    rows = plain(schedule_rows(CHASED, MARKS, LOOK, 62, 8)).splitlines()
    assert [row.split() for row in rows[2:6]] == [
        ["409", "m", "lap", "2", "56.8", "57.6"],
        ["809", "m", "lap", "3", "1:52.2", "1:53.8"],
        ["1209", "m", "bell", "2:47.7", "2:50.1"],
        ["1609", "m", "finish", "3:43.13", "3:46.32"],
    ]


def test_a_record_whose_name_has_no_room_over_its_times_is_the_title() -> None:
    rows = plain(schedule_rows(CHASED, MARKS, LOOK, 30, 7)).splitlines()
    assert [row.split() for row in rows[:3]] == [
        ["world", "record", "pace"],
        ["409", "m", "lap", "2", "56.8"],
        ["809", "m", "lap", "3", "1:52.2"],
    ]


def test_what_has_no_room_is_left_out_whole() -> None:
    for width in range(1, 70):
        for height in range(1, 10):
            rows = schedule_rows(CHASED, MARKS, LOOK, width, height)
            text = plain(rows)
            assert [row_width(row) for row in rows] == [width] * height
            assert ("3:43.13" in text) == ("finish" in text) == bool(text.strip())
            assert ("3:46.32" in text) == ("British record" in text)


def test_the_chart_begins_once_there_are_lines_and_before_says_without_records_that_nobody_knows_them() -> None:
    def shown(race: Race, t: float) -> str:
        timeline = Timeline(race)
        chart = GapChart(timeline, 30, MARKS)
        return plain(chart_rows(gaps_of(chart, timeline.at(t)), CAST, LOOK, 47, 9))

    begins = TIMELINE.order_since
    assert begin(TIMELINE) < begins, "before, nobody knows who was ahead of whom"
    assert "even pace" in shown(CHASED, begins - 1.0)
    for t in (0.0, begins - 1.0):
        assert shown(MILE, t).split("\n")[0].strip() == "gaps not known"
        assert not any(code in shown(MILE, t) for code in CAST.codes)
    for race in (MILE, CHASED):
        assert "metres behind" in shown(race, begins + 1.0)
        assert all(code in shown(race, begins + 1.0) for code in CAST.codes[:2])
        assert any(0x2800 < ord(char) < 0x2900 for char in shown(race, begins + 9.0))


def test_of_more_marks_than_rows_the_first_and_the_last_are_there_and_others_between_them() -> None:
    marks = tuple((209.344 + 200 * lap, f"lap {lap + 2}") for lap in range(7))
    rows = plain(schedule_rows(CHASED, marks, LOOK, 62, 6)).splitlines()
    assert [row.split()[0] for row in rows[2:]] == ["209", "609", "1209", "1609"]
