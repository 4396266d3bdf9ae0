"""The words of statuses in a race file are those of a table, wherever they stand."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.race import Entry, Race, Status
from tests.files.yaml.test_reading import parsed
from tests.together import together

HEAD = "race: Final\nevent: 10 km\nentries:\n  - {name: Ada Alfa, result: 44:02}\n"

WORDS = ["DSQ", "DQ TR54.7.5", "disq.", "aufg.", "ABD", "abandoned", "DNF - injury", "n.a.", "ej start", "MP", "WD"]


def entry(fields: str) -> tuple[Entry, list[str]]:
    race, problems = parsed(f"{HEAD}  - {{name: Bea Beta, {fields}}}\n")
    return race.entries[1], [str(problem) for problem in problems]


def in_table(word: str) -> Entry:
    source = Source(f"name,result,status\nAda Alfa,44:02,\nBea Beta,,{word}\n".encode(), Path("a.csv"))
    race = read_source(source, Choices(distance=10_000)).race
    assert isinstance(race, Race)
    return race.entries[1]


@together("word", WORDS)
@together("key", ["status", "place", "result"])
def test_a_word_means_the_same_in_a_race_file_and_in_a_table(word: str, key: str) -> None:
    found, problems = entry(f'{key}: "{word}"')
    there = in_table(word)
    assert (found.status, found.note, problems) == (there.status, there.note, [])
    assert (found.result, found.place) == (None, None)


def test_the_rule_by_which_somebody_was_disqualified_is_kept_as_a_note() -> None:
    found, problems = entry('result: 44:40, status: "DQ TR54.7.5"')
    assert (found.status, found.note, problems) == (Status.DQ, "TR54.7.5", [])
    assert found.result is not None
    assert found.result.text == "44:40"


def test_a_note_of_the_file_is_not_written_over() -> None:
    found, _ = entry('status: "DQ TR54.7.5", note: loss of contact, place: 1')
    assert (found.note, found.place) == ("loss of contact", None)


@together(("text", "place"), [("3", 3), ("3.", 3), ("T5", 5), ("=5", 5), ("8th", 8), ("-", None)])
def test_places_are_read_as_in_a_table(text: str, place: int | None) -> None:
    found, problems = entry(f'result: 45:00, place: "{text}"')
    assert (found.place, found.status, problems) == (place, Status.FINISHED, [])


@together(
    ("text", "seconds", "marks"),
    [("15:30.00 PB", 930.0, ("PB",)), ("15'30\"", 930.0, ()), ("1d 03:40:07", 99_607.0, ()), ("PT30M12S", 1812.0, ())],
)
def test_times_are_read_as_in_a_table(text: str, seconds: float, marks: tuple[str, ...]) -> None:
    quoted = text.replace('"', '\\"')
    found, problems = entry(f'result: "{quoted}"')
    assert problems == [] or "faster than any human" in problems[0]
    assert found.result is not None
    assert (found.result.seconds, found.marks) == (seconds, marks)


@together("fields", ["status: gone", "place: first", "place: [1]", "result: fast"])
def test_what_is_no_such_word_is_told_with_its_line(fields: str) -> None:
    _, problems = entry(fields)
    assert len(problems) == 1
    assert problems[0].startswith("a-race.yaml:5: error:")
