"""What a race file tells the commentary: notes, bests before the race, marks that are not ratified."""

from replay.race.race import When, WhenKind
from tests.files.yaml.test_reading import HEAD, entry, parsed, sound


def test_notes_have_their_source_and_their_moment() -> None:
    race = sound(
        HEAD + "sources: {a: A}\n"
        "entries:\n  - {name: Ann Ash, notes: [{text: Runs in front, source: a}, {text: Goes now, show: 600 to go}]}\n"
        "notes:\n  - {text: Called the race of the year, source: a}\n"
        "  - {text: Five men had run faster, runner: Ash, show: {runner: Ash, to_go: 0}}\n"
    )
    first, second = race.entries[0].notes
    assert (first.text, first.source, first.show) == ("Runs in front", "a", When(WhenKind.BEFORE))
    assert second.show == When(WhenKind.TO_GO, 600.0, "Ann Ash")
    assert [note.show.kind for note in race.notes] == [WhenKind.BEFORE, WhenKind.TO_GO]
    assert race.notes[1].show.runner == "Ann Ash"
    assert [note.runner for note in race.notes] == [None, 0]


def test_a_note_without_text_is_left_out_and_told() -> None:
    race, problems = parsed(HEAD + "entries: [{name: Ann Ash, notes: [{source: a}]}]\n")
    assert race.entries[0].notes == ()
    assert "'text'" in str(problems[0])


def test_bests_before_the_race_and_marks_that_are_not_ratified() -> None:
    ash = entry(
        "{name: Ann Ash, pb: 4:30.1, sb: {time: 4:31, source: b}, marks: [WR], pending: [WR]}",
        HEAD + "sources: {b: B}\n",
    )
    assert ash.pb is not None
    assert ash.sb is not None
    assert (ash.pb.text, ash.sb.text, ash.sb.source, ash.pending) == ("4:30.1", "4:31", "b", ("WR",))
