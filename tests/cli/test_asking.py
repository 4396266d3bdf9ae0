"""`list`, `show`, `state` and `calls`: what is answered, and that it is all true of the shipped races."""

import math
from pathlib import Path
from typing import Any

import pytest

from replay.files.library import Library, shipped_folder
from replay.state.timeline import Timeline
from tests.cli.running import BOWERMAN, LONDON, TWINS, Run


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def number_or_none(value: object) -> bool:
    return value is None or is_number(value)


def text_or_none(value: object) -> bool:
    return value is None or isinstance(value, str)


EVIDENCE = {"measured", "reported", "estimated"}
STATUSES = {"running", "finished", "dnf", "dq", "dns", "unknown"}
KINDS = {"gun", "split", "lead", "move", "bell", "break", "kick", "finish", "record", "pass", "stop", "dq", "quote"}


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


@pytest.mark.sampled(4)
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
