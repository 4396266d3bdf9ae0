"""Sprints: who was quickest away, whose start was false, and how they lie every few metres."""

import itertools
from pathlib import Path

from replay.commentary import CallKind, call_race
from replay.files.formats import read_race
from replay.race.race import Entry
from replay.state.timeline import Timeline
from tests import builders

HUNDRED = """# distance_m: 100
Place,Lane,Name,Nation,Reaction,Time,Status
1,4,Ann Ash,GBR,0.178,10.79,
2,5,Bea Birch,JAM,0.176,10.80,
3,7,Cia Cedar,USA,0.108,10.82,
,9,Eve Elm,JAM,-0.021,,DQ
"""


def test_reactions_of_a_table_are_read_shown_and_told_and_a_false_start_sends_off_at_the_gun(tmp_path: Path) -> None:
    file = tmp_path / "hundred.csv"
    file.write_text(HUNDRED)
    race, _ = read_race(file)
    assert [entry.note for entry in race.entries][:2] == ["reaction 0.178 s", "reaction 0.176 s"]
    timeline = Timeline(race)
    assert timeline.at(0.5).standings[-1].status == "dq"
    told = {call.kind: call for call in reversed(call_race(timeline))}
    assert told[CallKind.DQ].time == 0
    assert "Elm" in told[CallKind.DQ].text
    assert told[CallKind.DQ].text.endswith("0.021 s before the gun")
    away = next(call.text for call in call_race(timeline) if call.form.startswith("away"))
    assert "Cedar" in away.partition(";")[0]
    assert "Ash" in away.partition(";")[2]
    assert "0.108" in away


def sprinter(name: str, *times: float) -> Entry:
    return builders.entry(name, times[-1], {10.0 * k: t for k, t in enumerate(times[:-1], start=1)})


def test_it_is_never_quiet_for_three_seconds_where_every_ten_metres_were_timed() -> None:
    ash = sprinter("Ann Ash", 1.9, 2.9, 3.8, 4.7, 5.5, 6.4, 7.2, 8.1, 9.0, 9.93)
    birch = sprinter("Bea Birch", 1.91, 2.93, 3.84, 4.75, 5.57, 6.49, 7.3, 8.22, 9.14, 10.08)
    calls = call_race(Timeline(builders.race(ash, birch, distance=100.0)))
    assert max(b.time - a.time for a, b in itertools.pairwise(calls)) < 3.5
    assert any("0.03 s" in call.text or "0.04 s" in call.text for call in calls), "hundredths, as on the board"
