"""Whatever the environment says, or does not: the program starts, and is as large as its terminal."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

import resource

from tests.cli.running import python_m_replay
from tests.places import ROOT
from tests.terminal import pseudo
from tests.terminal.pseudo import terminal


@pytest.mark.parametrize("said", [("300", "2"), ("0", "0"), ("x", "-7"), ("99999999999", "99999999999")])
def test_it_is_as_large_as_its_terminal_whatever_is_said(said: tuple[str, str]) -> None:
    with terminal("london-mile-2026", "--at", "2:30", COLUMNS=said[0], LINES=said[1]) as shown:
        shown.until("help")
        assert "help" in shown.screen.display[-1]
        assert max(len(row.rstrip()) for row in shown.screen.display) > 75


@pytest.mark.parametrize(("colours", "driver"), [("none such", "x.y:Z"), ("", ""), ("truecolor", "os:path")])
def test_what_nobody_knows_is_not_heeded(colours: str, driver: str) -> None:
    with terminal("london-mile-2026", "--at", "2:30", TEXTUAL_COLOR_SYSTEM=colours, TEXTUAL_DRIVER=driver) as shown:
        shown.until("help")
        shown.press("q")
        assert shown.ended() == 0


def test_what_is_meant_for_a_program_that_somebody_writes_does_nothing(tmp_path: Path) -> None:
    """With it one was thrown out at once, and found what one had typed in a file."""
    said: dict[str, Any] = {"TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1", "TEXTUAL_PRESS": "q"}
    said |= {"TEXTUAL_LOG": str(tmp_path / "log"), "TEXTUAL_SCREENSHOT": "1"}
    said |= {"TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path)}
    with terminal("london-mile-2026", "--at", "2:30", **said) as shown:
        shown.until("help")
        shown.press("f")
        shown.until("with the leaders")
        shown.press("q")
        assert shown.ended() == 0
    assert list(tmp_path.iterdir()) == []
    assert not (ROOT / "keys.log").exists()


HOMELESS = """
import os, pwd, sys
def none(*_):
    raise KeyError("no such user")
pwd.getpwuid = pwd.getpwnam = none
os.environ.pop("HOME", None)
for name in [name for name in os.environ if name.startswith("XDG_")]:
    del os.environ[name]
from replay.cli import main
from replay.files.progress import part_reached, remember_part
from replay.files.compiled.folder import cache_folder
remember_part("feud", 2)
assert part_reached("feud") == 0
assert not cache_folder().exists()
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "words", [["list"], ["show", "cram-mile-1985"], ["check", "races"]], ids=lambda words: words[0]
)
def test_a_user_without_home_and_without_entry_has_the_shipped_races(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", HOMELESS, *words], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    assert words == ["check", "races"] or "1985" in done.stdout


NOWHERE = ["~nobody at all/x", "/no/such/folder", "a" * 5000]


@pytest.mark.parametrize(
    ("arguments", "environment", "code"),
    [*((["--races", named], {}, 2) for named in NOWHERE), ([], {"RACE_REPLAY_RACES": NOWHERE[-1]}, 0)],
    ids=["home of nobody", "no folder", "long", "variable"],
)
def test_a_folder_of_races_that_is_not_there_is_told(
    arguments: list[str], environment: dict[str, str], code: int
) -> None:
    done = python_m_replay("list", *arguments, env=environment)
    assert done.returncode == code
    assert "is no folder; " in done.stderr
    assert "Traceback" not in done.stderr


EVERY = (0, 1, 2)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("words", "code", "closed"),
    [
        *((["list"], 0, closed) for closed in ((0,), (1,), (2,), EVERY)),
        *((["check", "no-file"], 1, closed) for closed in ((2,), EVERY)),
        *((["cram-mile-1985"], 0, closed) for closed in ((0,), (1,), EVERY)),
    ],
)
def test_closed_descriptors_change_no_exit_code(words: list[str], code: int, closed: tuple[int, ...]) -> None:
    def close() -> None:
        for number in closed:
            os.close(number)

    done = subprocess.run(
        [sys.executable, "-m", "replay", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if 1 in closed else subprocess.PIPE,
        stderr=subprocess.DEVNULL if 2 in closed else subprocess.PIPE,
        preexec_fn=close,
        cwd=ROOT,
    )
    assert done.returncode == code
    assert b"Traceback" not in (done.stderr or b"")


@pytest.mark.parametrize("most", range(5, 12))
def test_where_too_few_files_may_be_open_one_sentence_says_so(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With four Python itself does not begin; with twelve the program runs."""
    limits = (most, most)
    monkeypatch.setattr(pseudo, "as_from_a_shell", lambda: resource.setrlimit(resource.RLIMIT_NOFILE, limits))
    with terminal(fresh=True) as shown:
        assert shown.ended() == 2
        assert shown.raw == b"race-replay: too few files may be open at once; `ulimit -n 256` allows more\r\n"


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({}, True),
        ({"TERM": "screen-256color", "TMUX": "x,1,0"}, True),
        ({"TERM": "screen.xterm-256color"}, False),
        ({"TERM": "screen", "STY": "1.pts-0.here"}, False),
    ],
    ids=["terminal", "tmux", "screen over ssh", "screen"],
)
def test_gnu_screen_is_not_asked_for_the_mouse(environment: dict[str, Any], asked: bool) -> None:
    """It would keep Esc to itself."""
    with terminal("london-mile-2026", "--at", "2:30", **environment) as shown:
        shown.until("help")
        assert (b"\x1b[?1000h" in shown.raw) == asked
