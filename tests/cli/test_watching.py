"""What opens the program on the terminal, where there is none."""

import pytest

from replay.cli import watching
from replay.files.preferences import preferences_file
from replay.tui.app import ReplayApp
from tests.cli.running import LONDON, Run, python_m_replay


def test_a_name_that_fits_two_lists_both(run: Run, twins: str) -> None:
    said = run.wrong(twins, "--follow", "Oak")
    assert "Ann Oak" in said
    assert "Bea Oak" in said


@pytest.mark.parametrize("words", [(), ("--ascii",)], ids=" ".join)
def test_without_a_terminal_the_menu_is_one_sentence_and_2(words: tuple[str, ...]) -> None:
    done = python_m_replay(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "terminal" in done.stderr


def test_what_is_set_holds_for_who_watches_and_options_win(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    began: list[ReplayApp] = []

    def begin(app: ReplayApp) -> int:
        began.append(app)
        return 0

    monkeypatch.setattr(watching, "_on_terminal", lambda: True)
    monkeypatch.setattr(watching, "_run", begin)
    path = preferences_file()
    path.parent.mkdir(parents=True)
    path.write_text('theme = "light"\npalette = "contrast"\nnames = "off"\ndirector = true\nspoilers = true\n')
    run.well(LONDON)
    others = ("--theme", "dark", "--palette", "usual", "--names", "initials", "--no-director", "--no-spoilers")
    run.well(LONDON, *others)
    held, told = (app.preferred.terms.preferences for app in began)
    assert held[:5] == ("light", "contrast", "off", True, True)
    assert told[:5] == ("dark", "usual", "initials", False, False)
    assert [app.preferred.terms.light for app in began] == [True, False]


def test_with_a_director_nobody_else_says_how_fast_it_goes(run: Run) -> None:
    assert run.wrong(LONDON, "--director", "--speed", "2").startswith("race-replay: --speed: with --director")
