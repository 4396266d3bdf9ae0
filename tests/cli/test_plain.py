"""A race in lines: `--plain`, and by itself where there is no terminal."""

import json

import pytest

from replay.answers.spoken import calls_text
from replay.cli.plain import say
from replay.commentary import call_race
from replay.export.take import usual_rate
from replay.viewing.playback import RATES
from tests.cli.running import LONDON, Run, python_m_replay
from tests.miles import MILE, TIMELINE


def test_without_a_terminal_a_race_is_told_at_once_in_the_lines_of_its_commentary(run: Run) -> None:
    said = run.well(LONDON).out
    title, rest = said.split("\n", 1)
    assert "London Diamond League" in title
    assert rest == run.well("calls", LONDON).out
    assert "\x1b" not in said
    assert run.well(LONDON, "--plain").out == said


def test_each_line_comes_when_it_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    now, slept = [100.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    say(TIMELINE, 60.0, 4.0, lambda: now[0], sleep)
    told = [call for call in call_race(TIMELINE) if call.time >= 60.0]
    assert now[0] - 100.0 == pytest.approx((told[-1].time - 60.0) / 4.0)
    assert min(slept) > 0
    assert capsys.readouterr().out.split("\n", 1)[1] == calls_text(told, MILE) + "\n"


def test_in_a_terminal_lines_come_at_the_speed_that_is_usual_for_the_race(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    say(TIMELINE, 0.0, None, lambda: now[0], sleep)
    last = call_race(TIMELINE)[-1].time
    assert now[0] == pytest.approx(last / usual_rate(TIMELINE.duration, RATES))


def test_from_a_moment_on(run: Run) -> None:
    assert run.well(LONDON, "--at", "winner").out.splitlines()[1:] == [
        line for line in run.well("calls", LONDON).out.splitlines() if line.strip(" ~") >= "3:42.6"
    ]


def test_a_terminal_that_can_nothing_is_no_terminal() -> None:
    done = python_m_replay(LONDON, "--at", "winner", env={"TERM": "dumb"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "Kerr" in done.stdout


def test_without_a_race_there_is_a_hint(run: Run) -> None:
    assert "`list`" in run.wrong()


def test_calls_that_are_followed_are_the_same_one_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("replay.cli.plain.due.__defaults__", (0.0, lambda: 0.0, slept.append))
    lines = run.well("calls", LONDON, "--follow", "--speed", "4").out.splitlines()
    answers = [json.loads(line) for line in lines]
    assert answers == run.well("calls", LONDON, "--json").json
    assert slept == pytest.approx([answer["time"] / 4 for answer in answers if answer["time"] > 0])


def test_a_speed_that_nothing_goes_at_is_told(run: Run) -> None:
    assert "--follow" in run.wrong("calls", LONDON, "--speed", "4")
    assert "--speed" in run.wrong("calls", LONDON, "--follow", "--speed", "0")
