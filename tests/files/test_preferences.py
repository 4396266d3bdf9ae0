"""A file of settings: read where it is there, told what is wrong in it, changed with all that stands beside it."""

from pathlib import Path

import pytest

from replay.drawing.view import NAMED
from replay.files.preferences import (
    PREFERENCES,
    Preference,
    Preferences,
    Preferred,
    chosen_theme,
    prefer,
    preferences_file,
    read_preferences,
    remember_theme,
    typed_value,
    worded,
)
from replay.race.problems import ReplayError
from replay.race.units import Unit

MINE = """# mine
names = "first three"   # for the family
seek = 10

[own_keys]
x = "space"   # left hand
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_all_is_as_it_comes(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "none") == Preferred(tmp_path / "none")
    assert preferences_file().name == "settings.toml"


def test_what_the_file_says_holds(tmp_path: Path) -> None:
    found = read_preferences(written(tmp_path, MINE))
    assert found.held == Preferences(names="first three", seek=10.0, own_keys={"x": "space"})
    assert (found.said, found.problems) == (("names", "seek", "own_keys"), ())


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('theme = "drak"', "dark"),
        ("director = 1", "true or false"),
        ("seek = 0", "seconds"),
        ("seek = true", "seconds"),
        ("seek_road = 1e9", "seconds"),
        ("own_keys = {x = 1}", "a table"),
        ("nmaes = 'off'", "names"),
        ("units = []", "km"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_left_out(tmp_path: Path, line: str, word: str) -> None:
    found = read_preferences(written(tmp_path, f"# a comment\nspoilers = true\n{line}\n"))
    assert found.held == Preferences(spoilers=True)
    (problem,) = found.problems
    assert problem.line == 3
    assert word in str(problem)


@pytest.mark.parametrize("text", ["seek =", "\x00", "seek = 1\nseek = 2", "#" * 100_001, "a = " + "[" * 5000])
def test_a_broken_file_sets_nothing_and_is_never_written_over(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    found = read_preferences(path)
    assert (found.held, len(found.problems), found.broken) == (Preferences(), 1, True)
    assert "\n" not in str(found.problems[0])
    with pytest.raises(ReplayError):
        prefer("seek", 5.0, path)
    assert path.read_text(encoding="utf-8") == text


def test_bytes_that_are_no_text_and_a_folder_are_broken(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    assert read_preferences(tmp_path / "bytes").broken
    assert read_preferences(tmp_path).broken


def test_a_change_leaves_the_rest_of_the_file_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, MINE)
    assert prefer("seek", 15.0, path).held.seek == 15.0
    assert path.read_text(encoding="utf-8") == MINE.replace("10", "15")
    prefer("own_keys", {"x": "space", "z": "Home"}, path)
    assert path.read_text(encoding="utf-8") == MINE.replace("10", "15") + 'z = "Home"\n'
    assert prefer("theme", "light", path).held.theme == "light"
    assert "# for the family" in path.read_text(encoding="utf-8")
    assert "# left hand" in path.read_text(encoding="utf-8")


def test_what_is_taken_out_is_as_it_comes_again(tmp_path: Path) -> None:
    path = written(tmp_path, MINE)
    for name in ("names", "own_keys", "spoilers"):
        prefer(name, None, path)
    assert read_preferences(path).said == ("seek",)
    assert path.read_text(encoding="utf-8").startswith("# mine\n")


def test_a_file_that_is_not_there_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    assert prefer("director", True, path).held == Preferences(director=True)


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda preference: preference.name)
def test_each_setting_takes_what_it_comes_with_and_all_its_options(tmp_path: Path, preference: Preference) -> None:
    assert preference.name in Preferences._fields
    assert preference.about.endswith(".")
    comes = getattr(Preferences(), preference.name)
    assert not preference.options or comes in preference.options
    for option in preference.options or (comes,):
        held = prefer(preference.name, option, tmp_path / "settings.toml").held
        assert getattr(held, preference.name) == option
        if preference.options:
            assert typed_value(preference, held, worded(held, preference.name)) == option


def test_the_options_are_those_that_the_program_has() -> None:
    options = {preference.name: preference.options for preference in PREFERENCES}
    assert options["names"] == tuple(NAMED)
    assert options["units"] == tuple(str(unit) for unit in Unit)
    assert set(options) == set(Preferences._fields)


def test_a_key_that_is_typed_comes_to_those_there_are() -> None:
    (keys,) = (preference for preference in PREFERENCES if preference.name == "own_keys")
    held = Preferences(own_keys={"x": "space"})
    assert typed_value(keys, held, ' z = "Home" ') == {"x": "space", "z": "Home"}
    assert typed_value(keys, held, "= = +") == {"x": "space", "=": "+"}
    with pytest.raises(ValueError, match="a table"):
        typed_value(keys, held, "z")


def test_a_theme_that_was_chosen_is_remembered_beside_it(tmp_path: Path) -> None:
    assert chosen_theme() is None
    remember_theme("light")
    assert chosen_theme() == "light"
    assert not preferences_file().exists()


@pytest.mark.parametrize(
    "text", [f"{'a.' * 1500}x = 1", f"[{'a.' * 1500}x]", f"x = [{'1, ' * 1500}]", f"# {'a' * 2000}"]
)
def test_a_line_longer_than_any_setting_is_not_gone_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """A name of 30,000 parts kept the library of TOML busy for a minute."""
    monkeypatch.setattr("tomllib.loads", lambda text: pytest.fail("it was gone through"))
    (tmp_path / "settings.toml").write_text(f'theme = "light"\n{text}\n', encoding="utf-8")
    found = read_preferences(tmp_path / "settings.toml")
    assert (found.broken, found.held.theme) == (True, "last")
    assert ":2: error: it cannot be read: the line is too long" in str(found.problems[0])
