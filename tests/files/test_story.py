"""Stories: the score so far, how far somebody has come, and what a story file may say."""

from dataclasses import replace
from pathlib import Path

from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.files.formats import read_race
from replay.files.progress import part_reached, remember_part
from replay.files.story import Page, RacePart, read_story
from replay.race.headtohead import head_to_head
from replay.race.race import Status
from tests.builders import entry, race
from tests.places import RACES

ONE = race(entry("Josh Kerr", 210.0, place=1), entry("Jakob Ingebrigtsen", 211.0, place=2))
TWO = race(entry("Josh Kerr", 215.0, place=3), entry("Jakob Ingebrigtsen", 211.0, place=1))
WITHOUT = race(entry("Josh Kerr", 215.0, place=3))
FELL = race(entry("Josh Kerr", None, status=Status.DNF), entry("Jakob Ingebrigtsen", 211.0, place=1))


def test_only_races_that_both_finished_count() -> None:
    score = head_to_head("Josh Kerr", "Jakob Ingebrigtsen", [ONE, TWO, ONE, WITHOUT, FELL])
    assert str(score) == "Kerr 2, Ingebrigtsen 1"


def test_a_story_goes_on_where_it_was_left(tmp_path: Path) -> None:
    file = tmp_path / "state" / "stories.json"
    assert part_reached("feud", file) == 0
    remember_part("feud", 4, file)
    remember_part("other", 2, file)
    assert part_reached("feud", file) == 4
    remember_part("feud", 0, file)
    assert part_reached("feud", file) == 0
    assert part_reached("other", file) == 2


def test_a_spoilt_file_of_progress_begins_at_the_beginning(tmp_path: Path) -> None:
    for text in ("", "[]", "{", '{"feud": "x"}', "\x00"):
        file = tmp_path / "stories.json"
        file.write_text(text)
        assert part_reached("feud", file) == 0
        remember_part("feud", 3, file)
        assert part_reached("feud", file) == 3


def test_a_story_names_the_two_it_is_between(tmp_path: Path) -> None:
    file = tmp_path / "feud.yaml"
    file.write_text("story: Feud\nbetween: [Kerr, Ingebrigtsen]\nparts:\n  - {page: It begins., date: 2021-08-07}\n")
    story, problems = read_story(file)
    assert not problems
    assert story.between == ("Kerr", "Ingebrigtsen")
    assert story.parts == (Page("It begins.", date="2021-08-07"),)


def test_a_story_between_three_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "feud.yaml"
    file.write_text("story: Feud\nbetween: [A, B, C]\nparts:\n  - {page: It begins.}\n")
    story, problems = read_story(file)
    assert story.between == ()
    assert "names 3 runners" in str(problems[0])


def test_a_runner_has_one_letter_and_one_colour_in_every_race_of_a_story() -> None:
    for path in sorted((RACES / "stories").glob("*.yaml")):
        story, problems = read_story(path)
        assert problems == ()
        shown: dict[str, set[tuple[str, str, int]]] = {}
        for part in story.parts:
            if isinstance(part, RacePart):
                race = replace(read_race(RACES / f"{part.race}.yaml")[0], regulars=story.cast)
                cast = cast_of(race, look_of(DARK))
                assert len(set(cast.tags)) == len(race.entries)
                assert len(set(cast.colours)) == len(race.entries)
                for at, entry in enumerate(race.entries):
                    shown.setdefault(entry.name, set()).add((cast.names[at], cast.tags[at], cast.colours[at]))
        assert {name: ways for name, ways in shown.items() if len(ways) > 1} == {}
        # A short name is one runner's only.
        names = [name for ways in shown.values() for name, _, _ in ways]
        assert len(set(names)) == len(names)
