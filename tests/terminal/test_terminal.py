"""The program as a person meets it: in a terminal, with every byte it writes."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.terminal.noisy import NOISE, SPARSE, noisy_solver
from tests.terminal.pseudo import Terminal, assert_restored, terminal

LONDON = ("london-mile-2026", "--at", "2:30")
HOSTILE = """
race: "A \\e[31mred\\a mile"
event: mile
entries:
  - {name: "Eve\\e]0;owned\\a\\e[2J [bold]x[/]", result: 4:20.00, splits: {400: 65, 800: 2:10, 1200: 3:15}}
  - {name: "Bob\\x9b31m", result: 4:21.00, splits: {400: 66, 800: 2:11, 1200: 3:16}}
quotes:
  - {said: "Hi \\e[35mthere", by: "Eve\\ePq", show: start}
"""


def colours(raw: bytes) -> list[str]:
    """Every style sequence that sets a colour: 30 to 49 and 90 to 107, and what follows 38 and 48."""
    found = []
    for match in re.finditer(rb"\x1b\[([0-9;:]*)m", raw):
        numbers = [int(number) for number in re.split(rb"[;:]", match[1]) if number]
        if any(30 <= number <= 49 or 90 <= number <= 107 for number in numbers):
            found.append(match[0].decode())
    return found


def visit_everything(shown: Terminal) -> None:
    """The replay, its sheets, the line to type into, the palette, and the menu."""
    shown.until("Kerr")
    for key, text in (("i", "SOURCES"), ("?", "Watching a race"), (":", "Go to")):
        shown.press(key)
        shown.until(text)
        shown.press("\x1b")
        shown.until_gone(text)
    shown.press("\x10")
    shown.until("Search for commands")
    shown.press("\x1b")
    shown.until_gone("Search for commands")
    shown.press("\x1b[BT ")
    shown.until("pause")
    shown.press("m")
    shown.until("RACE REPLAY")
    shown.until("Golden Gala")
    shown.until_gone(
        "reading the races"
    )  # until then nobody knows that nothing matches, and on a busy machine it is long
    shown.press("/zz")
    shown.until("Nothing matches")


def test_with_no_color_no_colour_code_leaves_the_program() -> None:
    with terminal(*LONDON, NO_COLOR="1") as shown:
        visit_everything(shown)
        assert colours(shown.raw) == []
        assert b"\x1b[1m" in shown.raw or re.search(rb"\x1b\[[\d;]*\b[17]\b[\d;]*m", shown.raw), (
            "bold or reverse carries it"
        )


def test_with_an_empty_one_there_are_colours() -> None:
    with terminal(*LONDON, NO_COLOR="") as shown:
        shown.until("Kerr")
        assert colours(shown.raw)


@pytest.mark.parametrize(("words", "sign"), [((), "RACE REPLAY"), (LONDON, "LAP")], ids=["menu", "race"])
def test_the_first_frame_is_written_once_and_quitting_leaves_the_terminal_as_before(
    words: tuple[str, ...], sign: str
) -> None:
    with terminal(*words, size=(120, 40)) as shown:
        shown.until(sign)
        shown.read(1.0)
        assert shown.raw.count(b" help ") == 1, "the footer is at the end of a frame, and nothing in it changes"
        shown.press("q")
        assert shown.ended() == 0
        assert_restored(shown)


def test_a_race_is_found_in_the_menu_and_watched_to_its_end() -> None:
    with terminal(size=(120, 40)) as shown:
        shown.until("San Diego")
        shown.press("/bowerman 2024")
        shown.until("1 found")
        shown.press("\r")
        shown.until("any other key")
        shown.press("x")
        shown.until_gone("any other key")
        shown.press("}}}}}}")
        shown.until("64x")
        shown.until("next race")
        shown.until("3:45.34")
        lines = shown.text.splitlines()
        first = next(line for line in lines if "Kerr" in line and "GBR" in line)
        second = next(line for line in lines if "Ingebrigtsen" in line and "NOR" in line)
        assert lines.index(second) == lines.index(first) + 1
        assert "3:45.60" in second or "+0.26" in second
        shown.press("q")
        shown.until("1 found")
        shown.press("\x1b")
        shown.until("RACE REPLAY")
        shown.press("q")
        assert shown.ended() == 0


def test_control_c_leaves_the_menu_at_once_and_the_terminal_is_as_before() -> None:
    with terminal() as shown:
        shown.until("help")
        shown.press("\x03")
        assert shown.ended() == 130
        assert_restored(shown)


def test_control_c_leaves_from_a_sheet_and_from_the_line_to_type_into() -> None:
    for key, text in (("?", "Watching a race"), (":", "Go to")):
        with terminal(*LONDON) as shown:
            shown.until("Kerr")
            shown.press(key)
            shown.until(text)
            shown.press("\x03")
            assert shown.ended() == 130


def test_an_interrupt_from_outside_ends_it_the_same_way() -> None:
    with terminal(*LONDON) as shown:
        shown.until("Kerr")
        os.kill(shown.process.pid, signal.SIGINT)
        assert shown.ended() == 130
        assert_restored(shown)


def test_a_dumb_terminal_gets_the_race_in_plain_lines() -> None:
    with terminal("london-mile-2026", "--speed", "64", TERM="dumb") as shown:
        shown.until("The gun!")
        assert shown.ended() == 0
        assert b"\x1b" not in shown.raw
        assert b"3:42.66" in shown.raw


def test_nothing_in_a_file_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    with terminal(str(path), "--at", "1:00", size=(120, 40)) as shown:
        shown.until("[bold]x[/]")
        shown.press("i")
        shown.until("Esc closes")
        assert b"\x1b]0;owned" not in shown.raw
        assert b"\x1b[31m" not in shown.raw
        assert b"\x1bPq" not in shown.raw
        assert "\x9b".encode() not in shown.raw


def test_no_name_of_a_file_or_folder_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    folder = tmp_path / "f\x1b]0;owned\x07\x9b31m\u202e"
    folder.mkdir()
    for at, name in enumerate(("\x1b]0;owned\x07\x9b31m\u202e", "\u0301" * 60, "\udce9")):
        (folder / f"r{at}{name}.yaml").write_text(HOSTILE, encoding="utf-8")
        (folder / f"s{at}{name}.csv").write_text("name\n", encoding="utf-8")
    with terminal("--races", str(folder), size=(120, 40)) as shown:
        shown.until("Enter")
        for keys in ("/", "r0", "\r", "G"):
            written = len(shown.raw)
            shown.press(keys)
            shown.until_holds(lambda before=written: len(shown.raw) > before, "an answer")  # type: ignore[misc]
        for sign in ("\x1b]0;owned", "\x1b[31m", "\x9b", "\u202e"):
            assert sign.encode() not in shown.raw


def test_a_terminal_without_unicode_gets_ascii() -> None:
    with terminal(*LONDON, LC_ALL="C", LANG="C") as shown:
        shown.until("Kerr")
        shown.press("5?")
        shown.until("Watching a race")
        assert shown.raw.isascii()


def test_another_size_is_drawn_while_it_runs() -> None:
    with terminal(*LONDON, "--speed", "1/8", size=(120, 40)) as shown:
        shown.until("Kerr")
        shown.press(" ")
        shown.until("pause")
        for size in ((60, 20), (40, 10), (200, 60), (80, 24)):
            shown.resize(*size)
            shown.screen.reset()
            shown.until("Kerr")
            shown.until("1/8x" if size[0] > 40 else "Kerr")
        shown.press("\x03")
        assert shown.ended() == 130
        assert_restored(shown)


def test_what_the_solver_writes_never_reaches_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "sparse.yaml"
    path.write_text(SPARSE, encoding="utf-8")
    with terminal(str(path), "--at", "half", PYTHONPATH=noisy_solver(tmp_path / "noisy")) as shown:
        shown.until_holds((tmp_path / "noisy" / "written").exists, "a word of the solver")
        shown.until("ELM Elm")
        shown.press("q")
        assert shown.ended() == 0
        assert NOISE.encode() not in shown.raw
        assert b"HiGHS" not in shown.raw
        assert_restored(shown)


RESULTS = "Name;Zeit\nAda;32:10\nBea;33:05\nCyd;34:56\n"


def test_a_file_that_is_dropped_on_the_menu_is_opened_asked_about_watched_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "club's run.csv"
    path.write_text(RESULTS, encoding="utf-8")
    with terminal("--races", str(tmp_path), size=(120, 40)) as shown:
        shown.until("San Diego")
        dropped = str(path).replace(" ", "\\ ").replace("'", "\\'")
        shown.press(f"\x1b[200~{dropped} \x1b[201~")
        shown.until("How far was the race?")
        shown.press("\r")
        shown.until("It plays")
        shown.press("\r")
        shown.until("any other key")
        shown.press("x")
        shown.until("pause")
        shown.press("q")
        shown.until("It plays")
        shown.press("s")
        shown.until("Keep the race as")
        shown.press("\r")
        shown.until("Kept, and in the menu")
        shown.press("m")
        shown.until("YOUR RACES")
        shown.press("q")
        assert shown.ended() == 0
        assert_restored(shown)
    assert len(list(tmp_path.glob("*.yaml"))) == 1


def test_a_file_that_needs_an_answer_is_asked_about_where_somebody_can_answer(tmp_path: Path) -> None:
    path = tmp_path / "run.csv"
    path.write_text(RESULTS, encoding="utf-8")
    with terminal(str(path)) as shown:
        shown.until("How far was the race?")
        shown.press("q")
        assert shown.ended() == 0
    with terminal(str(path), TERM="dumb") as shown:
        assert shown.ended() == 2
        assert b"--distance" in shown.raw


@pytest.mark.parametrize(
    ("term", "options", "sent"),
    [("xterm-ghostty", (), b"\x1b[38;2;"), ("screen-256color", (), b"38;5;"), ("foot", ("--colors", "16"), b"\x1b[")],
)
def test_the_colours_that_are_sent_are_those_of_the_terminal(term: str, options: tuple[str, ...], sent: bytes) -> None:
    with terminal(*LONDON, "--at", "100", *options, TERM=term, COLORTERM="", STY="1.pts", TMUX="") as shown:
        shown.until("Kerr")
        assert sent in shown.raw
        every, many = b"8;2;" in shown.raw, b"8;5;" in shown.raw
        assert (every, many) == (b"2;" in sent, b"5;" in sent)


def test_with_ascii_no_byte_is_above_126() -> None:
    with terminal("--ascii", size=(100, 30), COLORTERM="truecolor") as shown:
        shown.until("RACE REPLAY")
        opened = (("/", "all races"), ("london", "1 found"), ("\r", "any other key starts"), ("\r", "space pause"))
        for keys, then in opened:
            shown.press(keys)
            shown.until(then)
        for keys in (" ", ":", "x\r", "\x1b", "W", "\x1b", "\x10", "fo", "\x1b", "?", "\x1b", "f"):
            shown.press(keys)
            for _ in range(4):
                shown.read(0.1)
        shown.until("London Diamond League")
        assert max(shown.raw) <= 126


@pytest.mark.parametrize(("answer", "every"), [("1$r0;48:2:1:2:3m", True), ("1$r0;48;5;16m", False)])
def test_a_terminal_that_says_it_shows_every_colour_gets_them(answer: str, every: bool) -> None:
    with terminal(*LONDON, "--at", "100", TERM="xterm-256color", COLORTERM="") as shown:
        shown.until("Kerr")
        shown.until_holds(lambda: b"\x1bP$qm" in shown.raw, "the question")
        assert b"38;2;" not in shown.raw
        shown.press(f"\x1bP{answer}\x1b\\")
        shown.press("?")
        shown.until("Watching a race")
        assert (b"38;2;" in shown.raw) == every
        shown.press("q")
        shown.until_gone("Watching a race")
        shown.press("q")
        assert shown.ended() == 0
