from pathlib import Path

from replay.answers.spoken import calls_text
from replay.export.texts import commentary_text, race_yaml
from replay.files.formats import read_race
from replay.state import timeline_of
from tests.export.taking import CALLS, take, unwatched
from tests.miles import MILE, TIMELINE
from tests.places import RACES


def test_all_that_is_said_stands_under_the_race_s_name() -> None:
    title, empty, rest = commentary_text(take(0.0, TIMELINE.duration), unwatched).decode().split("\n", 2)
    assert (title, empty) == ("Test", "")
    assert rest == calls_text(CALLS, MILE) + "\n"


def test_of_a_part_only_what_is_said_in_it() -> None:
    text = commentary_text(take(60.0, 120.0), unwatched).decode()
    said = [call.text for call in CALLS if 60.0 <= call.time <= 120.0]
    assert said
    assert [line for line in text.splitlines()[2:] if line.split("  ")[-1] in said] == text.splitlines()[2:]


def test_a_race_file_is_taken_as_it_was_written() -> None:
    path = RACES / "london-mile-2026.yaml"
    timeline = timeline_of(read_race(path)[0])
    assert race_yaml(take(timeline=timeline), unwatched) == path.read_bytes()


def test_a_race_of_another_kind_of_file_becomes_a_race_file(tmp_path: Path) -> None:
    table = tmp_path / "mile.csv"
    table.write_text("name,nation,800,finish\nAnn Oak,NOR,2:10.0,4:20.00\nBea Elm,SWE,2:10.4,4:21.50\n")
    again = tmp_path / "again.yaml"
    race, _ = read_race(table)
    again.write_bytes(race_yaml(take(timeline=timeline_of(race)), unwatched))
    found, problems = read_race(again)
    assert problems == ()
    assert [(entry.name, entry.nation, entry.result and entry.result.seconds) for entry in found.entries] == [
        ("Ann Oak", "NOR", 260.0), ("Bea Elm", "SWE", 261.5),
    ]  # fmt: skip
