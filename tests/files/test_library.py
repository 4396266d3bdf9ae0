import subprocess
import sys
from pathlib import Path

import pytest

from replay.answers.check import check
from replay.files.library import FOLDER_VARIABLE, Library, shipped_folder, user_folder
from replay.files.story import Page, RacePart, read_story
from replay.race.problems import ReplayError, Severity, UnreadableRace
from tests.places import ROOT

RACE = "race: {}\nevent: mile\nentries: [{{name: A, result: 4:00}}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine.yaml").write_text(RACE.format("Mine"), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("race: [\n", encoding="utf-8")
    (tmp_path / "bowerman-mile-2024.yaml").write_text(RACE.format("Not that one"), encoding="utf-8")
    (tmp_path / "road.csv").write_text("# distance_m: 10000\nname,finish\nA,30:00\n", encoding="utf-8")
    (tmp_path / "large.yaml").write_text("race: L\nevent: mile\nentries: field.csv\n", encoding="utf-8")
    (tmp_path / "field.csv").write_text("name,finish\nA,4:00\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no race", encoding="utf-8")
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "told.yaml").write_text(
        "story: Told\nparts:\n  - {race: mine}\n  - {page: And then, date: 2024, quotes: [{said: Yes, by: A}]}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_the_shipped_races_are_all_readable_and_without_a_problem() -> None:
    items = Library(Path("no such folder")).items()
    assert {"bowerman-mile-2024", "london-mile-2026", "wanamaker-mile-2023", "budapest-2023-1500m"} <= {
        item.id for item in items
    }
    for item in items:
        assert item.shipped
        assert [str(problem) for problem in item.problems] == []
        assert item.error is None
        assert (item.race is None) == (item.kind == "story")


def test_the_user_s_races_stand_beside_the_shipped_ones(folder: Path) -> None:
    mine = {item.id: item for item in Library(folder).items() if not item.shipped}
    assert set(mine) == {"mine", "broken", "bowerman-mile-2024", "road", "large", "told"}
    assert mine["mine"].title == "Mine"
    assert mine["large"].race is not None
    assert mine["told"].kind == "story"


def test_a_broken_file_is_an_item_with_its_error(folder: Path) -> None:
    item = Library(folder).load("broken")
    assert item.race is None
    assert item.error is not None
    assert "broken.yaml:" in item.error


def test_an_id_that_the_library_has_is_reported_and_not_shadowed(folder: Path) -> None:
    library = Library(folder)
    clash = next(item for item in library.items() if item.id == "bowerman-mile-2024" and not item.shipped)
    assert clash.error is not None
    assert "rename" in clash.error
    assert library.load("bowerman-mile-2024").title == "Bowerman Mile"
    assert library.ids().count("bowerman-mile-2024") == 1


def test_nothing_is_read_to_list_the_ids(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.library._read", lambda path: pytest.fail(f"{path} was read"))
    assert "broken" in Library(folder).ids()


def test_a_race_is_found_by_id_or_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(folder)
    (folder / "plain").write_text("x", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert library.find("mine") == folder / "mine.yaml"
    assert library.find("bowerman-mile-2024") == shipped_folder() / "bowerman-mile-2024.yaml"
    assert library.find("./mine") == Path("./mine")
    assert library.find("other.yaml") == Path("other.yaml")
    assert library.find("plain") == Path("plain")


def test_an_unknown_id_is_told_with_the_nearest(folder: Path) -> None:
    with pytest.raises(ReplayError, match="did you mean 'london-mile-2026'"):
        Library(folder).find("london-mile")
    for odd in ("", "x" * 5000, "a\x00b"):
        with pytest.raises(ReplayError):
            Library(folder).find(odd)


def test_the_user_s_folder_is_the_one_the_environment_names(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    assert user_folder() == folder
    assert "mine" in Library().ids()
    monkeypatch.delenv(FOLDER_VARIABLE)
    assert user_folder().name == "races"
    assert "race-replay" in str(user_folder())


def test_reading_the_library_needs_no_heavy_module() -> None:
    code = (
        "import sys; from pathlib import Path; from replay.files.library import Library; Library(Path('none')).items();"
        "print([name for name in ('numpy', 'textual', 'rich', 'jsonschema', 'platformdirs') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_a_story_is_races_and_pages_in_order(folder: Path) -> None:
    story, problems = read_story(folder / "stories" / "told.yaml")
    assert problems == ()
    race, page = story.parts
    assert isinstance(race, RacePart)
    assert isinstance(page, Page)
    assert (story.title, race.race, page.text, page.date, page.quotes[0].said) == (
        "Told",
        "mine",
        "And then",
        "2024",
        ("Yes",),
    )


@pytest.mark.parametrize(
    "text", ["story: A\n", "parts: [{race: a}]\n", "story: A\nparts: [{race: a, page: b}]\n", "x", ""]
)
def test_a_story_without_title_or_parts_is_unreadable(tmp_path: Path, text: str) -> None:
    path = tmp_path / "story.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableRace):
        read_story(path)


def test_check_reads_every_file_of_a_folder(folder: Path) -> None:
    (folder / "stories" / "told.yaml").write_text("story: T\nparts: [{race: mine}, {race: mime}]\n", encoding="utf-8")
    problems = check([folder], Library(folder))
    assert [(Path(problem.path).name, problem.line) for problem in problems] == [("broken.yaml", 1), ("told.yaml", 2)]
    assert "did you mean 'mine'" in problems[1].hint


def test_check_finds_nothing_in_the_shipped_races() -> None:
    assert check([shipped_folder()], Library(Path("none"))) == ()


def test_check_says_when_there_is_nothing_to_check(tmp_path: Path) -> None:
    assert [problem.severity for problem in check([tmp_path])] == [Severity.WARNING]
    assert [problem.severity for problem in check([tmp_path / "none.yaml"])] == [Severity.ERROR]


def test_a_glance_reads_everything_but_the_estimates_at_the_end(tmp_path: Path) -> None:
    head = "race: A\nevent: 1500m\nentries:\n  - {name: Ann, result: 4:00}\n  - {name: Bea, result: 4:02}\n"
    estimates = 'estimates:\n  digest: x\n  step: 100\n  times:\n    "Ann": {100: [15.0, 5]}\n'
    (tmp_path / "end.yaml").write_text(head + estimates)
    (tmp_path / "middle.yaml").write_text(head + estimates + "note: said after them\n")
    library = Library(tmp_path)
    end, middle = (file for file in library.files() if file.id in ("end", "middle"))
    race = library.glance(end).race
    assert race is not None
    assert [len(entry.splits) for entry in race.entries] == [0, 0]
    whole = library.read(end).race
    assert whole is not None
    assert [len(entry.splits) for entry in whole.entries] == [1, 0]
    other = library.glance(middle).race
    assert other is not None
    assert other.note == "said after them"


def test_a_story_is_found_by_its_id_and_a_race_is_none(folder: Path) -> None:
    library = Library(folder)
    told = library.story("told")
    assert told is not None
    assert told.title == "Told"
    assert library.story("mine") is None
    assert library.story("nothing") is None


def test_of_very_many_files_the_first_are_listed_and_that_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = len(Library(Path("no such folder")).files())
    monkeypatch.setattr("replay.files.library._MOST_LISTED", shipped + 2)
    library = Library(folder)
    *_, last, more = library.files()
    assert not last.shipped
    assert more.id == "4 more"
    assert f"{folder} has 4 more files than are listed" in str(library.read(more).error)
    assert library.find("road") == folder / "road.csv"


def test_a_folder_is_one_without_a_slash_unless_a_race_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library = Library(tmp_path / "none")
    known = min(library.ids())
    for name in ("recordings", known):
        (tmp_path / name).mkdir()
    assert library.find("recordings").name == "recordings"
    assert library.find(known).parent == shipped_folder()
    with pytest.raises(ReplayError):
        library.find("nothing")
