"""What opens the program on the terminal, where there is none."""

import pytest

from tests.cli.running import Run, python_m_replay


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
