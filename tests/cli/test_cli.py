"""The command line as scripts see it: answers on stdout, one sentence on stderr, and the exit code."""

import json
import math
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from replay import __version__
from replay.cli import main
from replay.files.library import Library, shipped_folder
from replay.state.timeline import Timeline
from tests.places import ROOT

BOWERMAN, LONDON = "bowerman-mile-2024", "london-mile-2026"
TWINS = """
race: A mile
event: mile
entries:
  - {name: Ann Oak, nation: NO, result: 4:20.00}
  - {name: Bea Oak, nation: NO, result: 4:21.00}
  - {name: Cat Elm, nation: NO}
  - {name: Dot Ash, nation: NO, status: DNS}
"""


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401
        def refuse(name: str) -> None:
            raise AssertionError(f"{name} is no JSON")

        return json.loads(self.out, parse_constant=refuse)


class Run:
    """Runs a command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str) -> Said:
        self.capsys.readouterr()
        code = main(list(words))
        said = self.capsys.readouterr()
        return Said(code, said.out, said.err)

    def well(self, *words: str) -> Said:
        said = self(*words)
        assert (said.code, said.err) == (0, "")
        return said

    def wrong(self, *words: str) -> str:
        said = self(*words)
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("race-replay: ")
        assert said.err.endswith("\n")
        assert said.err.count("\n") == 1, "one line"
        return said.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@pytest.fixture
def twins(tmp_path: Path) -> str:
    path = tmp_path / "twins.yaml"
    path.write_text(TWINS, encoding="utf-8")
    return str(path)


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def number_or_none(value: object) -> bool:
    return value is None or is_number(value)


def text_or_none(value: object) -> bool:
    return value is None or isinstance(value, str)


EVIDENCE = {"measured", "reported", "estimated"}
STATUSES = {"running", "finished", "dnf", "dq", "dns", "unknown"}
KINDS = {"gun", "split", "lead", "move", "bell", "break", "kick", "finish", "record", "pass", "stop", "dq", "quote"}


# What it is for: the Bowerman Mile and the London mile


def test_at_the_end_of_the_bowerman_mile_kerr_is_first_and_ingebrigtsen_second(run: Run) -> None:
    first, second = run.well("state", BOWERMAN, "--at", "finish", "--json").json["standings"][:2]
    assert (first["place"], first["name"], first["result"], first["gap"]) == (1, "Josh Kerr", 225.34, 0)
    assert (second["place"], second["name"], second["result"]) == (2, "Jakob Ingebrigtsen", 225.60)
    assert second["gap"] == pytest.approx(0.26, abs=1e-6)


def test_at_1200_m_in_london_kerr_leads_at_2_46_5(run: Run) -> None:
    answer = run.well("state", LONDON, "--at", "1200m", "--json").json
    assert answer["time"] == pytest.approx(166.5, abs=1e-6)
    leader = answer["standings"][0]
    assert (leader["place"], leader["name"]) == (1, "Josh Kerr")
    assert leader["distance"] == pytest.approx(1200, abs=1e-3)


def test_every_runner_in_london_is_at_every_official_split_when_it_was_taken() -> None:
    race, _ = Library().race(LONDON)
    timeline = Timeline(race)
    seen = 0
    for index, entry in enumerate(race.entries):
        for split in entry.splits:
            distance = timeline.motion.distances_at(split.time.seconds)[index]
            assert distance == pytest.approx(split.distance, abs=0.01), (entry.name, split)
            seen += 1
    assert seen >= 14 * 9


def test_the_same_splits_hold_through_the_command_line(run: Run) -> None:
    shown = {entry["name"]: entry for entry in run.well("show", LONDON, "--json").json["entries"]}
    assert len(shown) == 14
    for at in ("55.3", "2:46.5", "3:41.4"):
        answer = run.well("state", LONDON, "--at", at, "--json").json
        for runner in answer["standings"]:
            for split in shown[runner["name"]]["splits"]:
                if split["time"] == answer["time"]:
                    assert runner["distance"] == pytest.approx(split["distance"], abs=0.01)


# list


def test_the_list_names_every_shipped_race_and_story(run: Run) -> None:
    listed = {item["id"]: item for item in run.well("list", "--json").json}
    files = {path.stem for path in shipped_folder().rglob("*.yaml")}
    assert set(listed) == files
    for item in listed.values():
        assert {"id", "kind", "title", "date", "distance", "runners", "documented"} <= set(item)
        assert item["kind"] in {"race", "story"}
        assert item["documented"] in {"full", "part", "results"}
        assert isinstance(item["title"], str)
        assert text_or_none(item["date"])
        assert number_or_none(item["distance"])
        assert item["runners"] is None or isinstance(item["runners"], int)
    assert listed[LONDON]["runners"] == 14
    assert listed[LONDON]["distance"] == 1609.344
    assert listed[LONDON]["date"] == "2026-07-18"
    assert listed[LONDON]["documented"] == "full"
    assert any(item["kind"] == "story" for item in listed.values())


def test_runners_are_entries_less_those_who_did_not_start(run: Run, own_races: Path) -> None:
    (own_races / "twins.yaml").write_text(TWINS, encoding="utf-8")
    listed = {item["id"]: item for item in run.well("list", "--json").json}
    assert listed["twins"]["runners"] == 3


def test_the_list_for_people_names_the_same(run: Run) -> None:
    said = run.well("list").out
    assert all(item["id"] in said for item in run.well("list", "--json").json)


def test_a_broken_file_is_listed_with_its_error_and_hides_nothing(run: Run, own_races: Path) -> None:
    (own_races / "broken.yaml").write_text("race: [", encoding="utf-8")
    (own_races / "mine.yaml").write_text(TWINS, encoding="utf-8")
    said = run.well("list", "--json")
    listed = {item["id"]: item for item in said.json}
    assert set(listed["broken"]) == {"id", "error"}
    assert "broken.yaml" in listed["broken"]["error"]
    assert listed["mine"]["title"] == "A mile"
    assert LONDON in listed
    assert "broken" in run.well("list").out


def test_a_file_with_the_id_of_a_shipped_race_is_reported_and_shadows_nothing(run: Run, own_races: Path) -> None:
    (own_races / f"{LONDON}.yaml").write_text(TWINS, encoding="utf-8")
    same = [item for item in run.well("list", "--json").json if item["id"] == LONDON]
    assert [("error" in item) for item in same] == [False, True]
    assert run.well("show", LONDON, "--json").json["title"] != "A mile"


def test_the_folder_is_named_before_or_after_the_command_or_by_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.yaml").write_text(TWINS, encoding="utf-8")
    lines = [("--races", str(tmp_path), "list"), ("list", "--races", str(tmp_path)), (f"--races={tmp_path}", "list")]
    said = {run.well(*words).out for words in lines}
    monkeypatch.setenv("RACE_REPLAY_RACES", str(tmp_path))
    said.add(run.well("list").out)
    assert len(said) == 1
    assert "mine" in said.pop()
    assert run.well("state", "mine", "--at", "finish", "--json").json["race"] == "mine"


def test_a_folder_that_does_not_exist_is_told(run: Run, tmp_path: Path) -> None:
    assert "no folder" in run.wrong("list", "--races", str(tmp_path / "nowhere"))


# show


def test_show_gives_entries_splits_sources_disputes_quotes_and_records(run: Run) -> None:
    answer = run.well("show", BOWERMAN, "--json").json
    assert {
        "race",
        "title",
        "meeting",
        "date",
        "distance",
        "entries",
        "sources",
        "disputes",
        "quotes",
        "records",
    } <= set(answer)
    assert (answer["race"], answer["date"], answer["distance"]) == (BOWERMAN, "2024-05-25", 1609.344)
    for entry in answer["entries"]:
        assert {"name", "nation", "status", "place", "result", "splits"} <= set(entry)
        assert entry["status"] in STATUSES - {"running"}
        assert number_or_none(entry["place"])
        assert number_or_none(entry["result"])
        distances = [split["distance"] for split in entry["splits"]]
        assert distances == sorted(set(distances))
        for split in entry["splits"]:
            assert {"distance", "time", "evidence", "range"} <= set(split)
            assert is_number(split["time"])
            assert split["evidence"] in EVIDENCE
            assert number_or_none(split["range"])
        if entry["result"] is not None and entry["status"] == "finished":
            assert (distances[-1], entry["splits"][-1]["time"]) == (answer["distance"], entry["result"])
    for source in answer["sources"].values():
        assert {"title", "publisher", "author", "date", "url"} <= set(source)
        assert all(text_or_none(value) for value in source.values())
    for dispute in answer["disputes"]:
        assert {"what", "claims", "resolution"} <= set(dispute)
        assert all({"value", "source"} <= set(claim) for claim in dispute["claims"])
    for quote in answer["quotes"]:
        assert {"said", "by", "when", "source"} <= set(quote)
        assert quote["source"] is None or quote["source"] in answer["sources"]
    assert answer["disputes"]
    assert answer["quotes"]
    assert answer["records"]


@pytest.mark.parametrize("race", sorted(path.stem for path in shipped_folder().glob("*.yaml")))
def test_every_shipped_race_answers_every_question(run: Run, race: str) -> None:
    assert run.well("show", race, "--json").json["race"] == race
    assert run.well("show", race).out
    for at in ("start", "half", "bell", "finish"):
        said = run("state", race, "--at", at, "--json")
        if at == "bell" and said.code == 2:
            assert "bell" in said.err
            continue
        assert said.code == 0
        assert_state(said.json)


def test_show_for_people_names_the_field_and_what_is_disputed(run: Run) -> None:
    text = run.well("show", BOWERMAN).out
    answer = run.well("show", BOWERMAN, "--json").json
    assert all(entry["name"] in text for entry in answer["entries"])
    assert all(dispute["what"] in text for dispute in answer["disputes"])


# state


def assert_state(answer: Any) -> None:  # noqa: ANN401
    assert {"race", "time", "distance", "leader_distance", "standings"} <= set(answer)
    assert all(is_number(answer[key]) for key in ("time", "distance", "leader_distance"))
    for runner in answer["standings"]:
        assert {
            "place", "name", "nation", "status", "distance", "gap", "gap_metres", "speed", "result", "evidence",
        } <= set(runner)  # fmt: skip
        assert runner["place"] is None or (isinstance(runner["place"], int) and runner["place"] >= 1)
        assert runner["status"] in STATUSES
        assert all(number_or_none(runner[key]) for key in ("distance", "gap", "gap_metres", "speed", "result"))
        assert runner["evidence"] in EVIDENCE
        if runner["status"] == "finished":
            assert runner["gap_metres"] is None
            assert number_or_none(runner["result"])  # a place may be known without its time
        if runner["status"] == "running":
            assert runner["result"] is None
    order = ["finished", "running", "dnf", "dq", "unknown", "dns"]
    ranks = [order.index(runner["status"]) for runner in answer["standings"]]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    "when",
    [
        "0",
        "3:30",
        "1:02:03",
        "210s",
        "210",
        "1200m",
        "1.2km",
        "half",
        "50%",
        "600 to go",
        "bell",
        "lap 3",
        "start",
        "winner",
        "finish",
        "99:00",
    ],
)
def test_every_way_to_name_a_moment_has_a_state(run: Run, when: str) -> None:
    assert_state(run.well("state", LONDON, "--at", when, "--json").json)


def test_beyond_the_end_is_the_end(run: Run) -> None:
    late, end = (run.well("state", LONDON, "--at", at, "--json").json for at in ("99:00", "finish"))
    assert late == end


@pytest.mark.parametrize("when", ["soon", "-5", "nan", "lap 0", "120%", "", "1:2:3:4"])
def test_a_moment_that_cannot_be_read_lists_what_it_takes(run: Run, when: str) -> None:
    said = run.wrong("state", LONDON, f"--at={when}")
    assert said.startswith("race-replay: --at")


def test_an_unreadable_moment_lists_what_it_takes(run: Run) -> None:
    said = run.wrong("state", LONDON, "--at", "soon")
    assert all(word in said for word in ("1200m", "bell", "lap 3", "winner", "finish"))


def test_state_needs_a_moment(run: Run) -> None:
    assert "--at" in run.wrong("state", LONDON)


def test_the_standings_for_people_have_the_same_order(run: Run) -> None:
    text = run.well("state", LONDON, "--at", "1200m").out
    names = [runner["name"] for runner in run.well("state", LONDON, "--at", "1200m", "--json").json["standings"]]
    assert [text.index(name) for name in names] == sorted(text.index(name) for name in names)


# calls


def test_calls_have_their_time_kind_and_source_in_order(run: Run) -> None:
    answer = run.well("calls", BOWERMAN, "--json").json
    times = [call["time"] for call in answer]
    assert times == sorted(times)
    for call in answer:
        assert {"time", "kind", "text", "by", "source"} <= set(call)
        assert call["kind"] in KINDS
        assert call["text"]
        assert "\n" not in call["text"]
        assert text_or_none(call["by"])
        assert text_or_none(call["source"])
        assert (call["by"] is not None) == (call["kind"] == "quote")
    assert {"gun", "bell", "finish", "quote"} <= {call["kind"] for call in answer}


def test_quotes_in_the_calls_are_the_words_of_the_race_file(run: Run) -> None:
    quotes = {call["text"] for call in run.well("calls", BOWERMAN, "--json").json if call["kind"] == "quote"}
    assert quotes == {quote["said"] for quote in run.well("show", BOWERMAN, "--json").json["quotes"]}


def test_calls_for_people_are_the_same_lines(run: Run) -> None:
    text = run.well("calls", LONDON).out
    assert all(call["text"] in text for call in run.well("calls", LONDON, "--json").json)


# check and schema


def test_check_has_nothing_to_say_of_the_shipped_races(run: Run) -> None:
    said = run("check", str(shipped_folder()))
    assert "error:" not in said.out
    assert (said.code, said.err) == (0, "")


def test_check_prints_each_error_with_file_and_line_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(TWINS.replace("4:20.00", "4:2O.00") + "colour: red\n", encoding="utf-8")
    said = run("check", str(path))
    assert (said.code, said.err) == (1, "")
    assert any(line.startswith(f"{path}:5: error: ") and "4:2O.00" in line for line in said.out.splitlines())
    assert all(line.startswith(str(path)) for line in said.out.splitlines())
    assert len(said.out.splitlines()) >= 2


def test_warnings_alone_are_well(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = run("check", str(tmp_path / "empty"))
    assert said.code == 0
    assert "warning:" in said.out


def test_a_file_that_does_not_exist_is_an_error_of_check(run: Run, tmp_path: Path) -> None:
    said = run("check", str(tmp_path / "nothing.yaml"))
    assert said.code == 1
    assert "nothing.yaml" in said.out


def test_the_schema_is_json_with_the_required_keys(run: Run) -> None:
    answer = run.well("schema").json
    assert "$schema" in answer
    assert "entries" in answer["properties"]


# Wrong usage


@pytest.mark.parametrize(
    "words",
    [
        ("show", "no-such-race"),
        ("state", "no-such-race", "--at", "bell"),
        ("calls", "no-such-race"),
        ("no-such-race",),
        ("show",),
        ("show", LONDON, "--nonsense"),
        ("--nonsense",),
        ("check",),
        ("show", "nowhere/at-all.yaml"),
        ("show", "a\x00b/c.yaml"),
        ("show", LONDON, "--track", "ice"),
        ("show", LONDON, "--distance", "far"),
        (LONDON, "--speed", "fast"),
        (LONDON, "--speed", "65"),
        (LONDON, "--speed", "1/16"),
        (LONDON, "--at", "soon"),
        (LONDON, "--follow", "Nobody"),
        (LONDON, "--vs", "Kerr"),
        (LONDON, "--vs", "no-such-race:Kerr"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_2(run: Run, words: tuple[str, ...]) -> None:
    run.wrong(*words)


def test_an_unknown_race_is_answered_with_the_nearest(run: Run) -> None:
    assert f"did you mean '{LONDON}'?" in run.wrong("show", "london-mile-2062")


def test_a_name_that_fits_two_lists_both(run: Run, twins: str) -> None:
    said = run.wrong(twins, "--follow", "Oak")
    assert "Ann Oak" in said
    assert "Bea Oak" in said


def test_what_is_left_out_of_a_file_is_told_and_the_rest_answers(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(TWINS.replace("4:20.00", "4:2O.00"), encoding="utf-8")
    said = run("show", str(path), "--json")
    assert said.code == 0
    assert said.err.count("\n") == 1
    assert "mine.yaml:5" in said.err
    assert len(said.json["entries"]) == 4


@pytest.mark.parametrize("text", ["", "race: [", "just words", "race: A\nentries: [{name: B}]\n", "\x00\x01"])
def test_an_unreadable_race_is_one_line_and_2(run: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    for command in (("show",), ("state", "--at", "bell"), ("calls",)):
        said = run.wrong(command[0], str(path), *command[1:])
        assert "bad.yaml" in said


def test_distance_and_track_help_files_that_do_not_say(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "run.csv"
    path.write_text("name,400,finish\nAnn,61.0,1:33.0\nBea,62.0,1:35.5\n", encoding="utf-8")
    answer = run.well("state", str(path), "--at", "finish", "--distance", "600", "--track", "indoor", "--json").json
    assert answer["distance"] == 600
    assert [runner["result"] for runner in answer["standings"]] == [93.0, 95.5]


def test_version_and_help(run: Run) -> None:
    assert __version__ in run.well("--version").out
    for words in (("--help",), ("-h",), ("state", "--help")):
        assert "race-replay" in run.well(*words).out
    text = run.well("--help").out
    assert all(command in text for command in ("list", "show", "state", "calls", "check", "schema"))


# As a process


def python_m_replay(*words: str, **more: Any) -> "subprocess.CompletedProcess[str]":  # noqa: ANN401
    env = {**os.environ, **more.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "replay", *words],
        capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=60, env=env,
        cwd=ROOT, check=False, **more,
    )  # fmt: skip


@pytest.mark.parametrize("words", [(), (LONDON,), (LONDON, "--at", "bell"), ("--ascii",)], ids=" ".join)
def test_without_a_terminal_watching_is_one_sentence_and_2(words: tuple[str, ...]) -> None:
    done = python_m_replay(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "terminal" in done.stderr


def test_answers_that_nobody_reads_to_the_end_are_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "replay", "show", BOWERMAN, "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


def test_a_locale_without_unicode_gets_answers_too() -> None:
    done = python_m_replay("show", LONDON, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "Josh Kerr" in done.stdout


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("hostile") / "hostile.yaml"
    path.write_text(
        'race: "A \\e[31mred\\e[0m mile"\nevent: mile\nentries:\n'
        '  - {name: "Eve\\e]0;title\\a [bold]x[/]", result: 4:20}\n'
        '  - {name: "Bob\\r\\n\\u202eevil", result: 4:21}\n'
        'quotes:\n  - {said: "Hi\\e[2J there", by: "Eve\\e[1m"}\n',
        encoding="utf-8",
    )
    return str(path)


@pytest.mark.parametrize(
    "command", [("show",), ("state", "--at", "half"), ("calls",), ("show", "--json")], ids=" ".join
)
def test_no_control_character_of_a_file_is_printed(run: Run, hostile: str, command: tuple[str, ...]) -> None:
    said = run(command[0], hostile, *command[1:])
    assert said.code == 0
    for text in (said.out, said.err):
        assert not [char for char in text if char != "\n" and not char.isprintable()]
    assert "[bold]x[/]" in said.out or command[0] == "calls"


def test_what_is_reconstructed_is_not_written_under_another_kinds_ending(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "school.csv"
    source.write_text("# distance_m: 800\nname,400,finish\nA,60.1,2:05.2\nB,60.5,2:06.0\n")
    answer = run("reconstruct", str(source), "-o", str(tmp_path / "school.yaml"))
    assert answer.code == 2
    assert ".csv" in answer.err
    assert not (tmp_path / "school.yaml").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_answer_for_which_there_is_no_room_is_one_line_on_stderr() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "replay", "list"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "cannot be written" in ended.stderr
