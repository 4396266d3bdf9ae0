import datetime
import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.formats import read_race
from replay.files.source import Choices
from replay.files.yaml.reading import parse_race
from replay.race.problems import Problem, Severity, UnreadableRace
from replay.race.race import Course, Entry, Evidence, Race, Role, Status, Stopped, Surface, When, WhenKind
from tests.depth import examples
from tests.places import RACEFILES
from tests.together import together

FILES = RACEFILES
HEAD = "race: A race\nevent: mile\n"


def parsed(text: str) -> tuple[Race, tuple[Problem, ...]]:
    return parse_race(text.encode(), Path("a-race.yaml"))


def sound(text: str) -> Race:
    race, problems = parsed(text)
    assert [str(problem) for problem in problems] == []
    return race


def entry(line: str, head: str = HEAD) -> Entry:
    return sound(f"{head}entries:\n  - {line}\n").entries[0]


def unreadable(text: str) -> list[str]:
    with pytest.raises(UnreadableRace) as raised:
        parsed(text)
    return [str(problem) for problem in raised.value.problems]


@pytest.fixture(scope="module")
def small() -> Race:
    race, problems = read_race(FILES / "small.yaml")
    assert problems == ()
    return race


def test_the_head_of_a_race(small: Race) -> None:
    assert (small.id, small.distance, small.date) == ("small", 1609.344, datetime.date(2024, 5, 25))
    assert str(small.venue) == "The Park, Oslo"
    assert small.course == Course(Surface.OUTDOOR)
    assert small.sources["sheet"].title == "The timing sheet"
    assert small.sources["paper"].date == "2024-05"


def test_no_control_character_of_a_file_survives(small: Race) -> None:
    assert small.title == "Small mile[31m"


def test_evidence_and_source_come_from_the_time_then_the_entry_then_the_file(small: Race) -> None:
    ose, *_ = small.entries
    assert ose.result is not None
    assert (ose.result.evidence, ose.result.source, ose.result.text) == (Evidence.REPORTED, "paper", "4:20.00")
    assert (ose.splits[1].time.evidence, ose.splits[1].time.source) == (Evidence.MEASURED, "sheet")
    inherited = entry(
        "{name: A, evidence: measured, source: b, result: 4:00, splits: {400: 60.0, 800: {time: 2:00, source: a}}}",
        HEAD + "source: a\nsources: {a: A, b: B}\n",
    )
    assert inherited.result is not None
    assert [
        (time.evidence, time.source) for time in (inherited.result, *(split.time for split in inherited.splits))
    ] == [
        (Evidence.MEASURED, "b"),
        (Evidence.MEASURED, "b"),
        (Evidence.MEASURED, "a"),
    ]


def test_a_starred_mark_is_estimated(small: Race) -> None:
    result = small.entries[1].result
    assert result is not None
    assert (result.evidence, result.seconds, result.text) == (Evidence.ESTIMATED, 261.5, "4:21.5")


def test_splits_stand_in_rising_order_with_the_digits_they_were_given(small: Race) -> None:
    known = [(split.distance, split.time.text) for split in small.entries[0].splits if split.margin is None]
    assert known == [(400.0, "61"), (800.0, "2:05.31"), (1209.344, "3:14.0")]


def test_statuses_follow_from_what_is_known(small: Race) -> None:
    assert [each.status for each in small.entries] == [Status.FINISHED, Status.FINISHED, Status.DNF, Status.UNKNOWN]
    pacemaker = small.entries[2]
    assert (pacemaker.role, pacemaker.stopped) == (Role.PACEMAKER, Stopped(800.0, 1000.0))


def test_a_doubtful_split_is_kept_in_silence_however_fast(small: Race) -> None:
    assert [(split.time.text, split.time.doubtful) for split in small.entries[2].splits] == [
        ("60.9", False),
        ("1:10", True),
    ]


def test_facts_name_entries_by_their_places_in_the_file(small: Race) -> None:
    order, leader, passes = small.facts
    points = (order.at, leader.start, leader.end, passes.start, passes.end)
    assert points == pytest.approx((1209.344, 804.672, 1609.344, 1009.344, 1200.0))
    assert (order.order, order.source) == ((0, 1), "paper")
    assert (leader.leader, passes.runner, passes.passes) == (0, 1, (3,))


def test_quotes_keep_their_parts_and_their_moment(small: Race) -> None:
    first, second = small.quotes
    assert first.said == ("Well.", "I ran, you know: fast.")
    assert first.show == When(WhenKind.TO_GO, 600.0, "Åse Øst")
    assert second.show == When(WhenKind.BEFORE)


def test_estimates_join_the_splits_and_never_replace_a_known_one(small: Race) -> None:
    assert small.estimates_digest == "abc123"
    estimated = [
        [
            (split.distance, split.time.seconds, split.margin)
            for split in each.splits
            if split.time.evidence is Evidence.ESTIMATED
        ]
        for each in small.entries
    ]
    assert estimated == [[(1000.0, 158.1, 2.1)], [], [], [(400.0, 62.0, 3.5), (800.0, 127.0, None)]]


def test_every_mistake_of_a_file_is_reported_and_the_rest_plays() -> None:
    race, problems = read_race(FILES / "everything-wrong.yaml")
    assert {problem.line for problem in problems} == {3, 4, 5, 9, 10, 11, 12, 14, 15, 16, 17, 19}
    kept = {problem.line for problem in problems if problem.severity is Severity.WARNING}
    assert kept == {3}  # `vanue` is read as `venue`
    told = "\n".join(map(str, problems))
    for hint in ("'venue'", "'reported'", "'paper'", "'dnf'", "'club'", "'Bea Elm'", "'Ann Oak' and 'Cat Oak'"):
        assert hint in told
    ann, bea, cat, dot = race.entries
    assert [split.distance for split in ann.splits] == [400.0, 1200.0]
    assert (bea.result, bea.status) == (None, Status.UNKNOWN)
    assert (cat.status, cat.place) == (Status.UNKNOWN, None)
    assert [split.time.doubtful for split in dot.splits] == [True]
    assert race.facts == ()


@together(
    ("text", "told"),
    [
        ("event: mile\nrunners: {}\n", "no entries"),
        ("race: A\nevent: mile\n", "has no 'entries'"),
        ("race: A\nentries: [{name: A}]\n", "no 'event' and no 'distance'"),
        ("race: A\nevent: a long way\nentries: [{name: A}]\n", "'a long way'"),
        ("race: A\ndistance: far\nevent: mile\nentries: [{name: A}]\n", "'far'"),
        (HEAD + "entries: []\n", "no entries"),
        (HEAD + "entries: [{name: A}, {nation: NO}]\n", "has no 'name'"),
        ("just words\n", "no map"),
        ("", "no map"),
        ("story: A\nparts: []\n", "a story"),
        (HEAD + "entries: results.xlsx\n", "no CSV file"),
        (HEAD + "entries: ../secret.csv\n", "no CSV file"),
    ],
)
def test_a_file_without_what_is_required_is_unreadable(text: str, told: str) -> None:
    assert any(told in line for line in unreadable(text))


def test_an_unreadable_file_tells_all_its_problems_and_its_sentence_is_the_fatal_one() -> None:
    with pytest.raises(UnreadableRace) as raised:
        parsed("race: A\nquite: B\nentries: [{name: A, result: fast}]\n")
    assert len(raised.value.problems) == 3
    assert "no 'event' and no 'distance'" in str(raised.value)


def test_a_distance_from_outside_counts_whatever_the_file_says() -> None:
    silent = b"race: A\nentries: [{name: A}]\n"
    assert parse_race(silent, Path("a.yaml"), Choices(distance=1500.0))[0].distance == 1500.0
    told = HEAD.encode() + b"track: indoor\nentries: [{name: A}]\n"
    said = Choices(distance=1500.0, course=Course(Surface.ROAD))
    race = parse_race(told, Path("a.yaml"), said)[0]
    assert (race.distance, race.course.surface) == (1500.0, Surface.ROAD)


@together(
    ("track", "course"),
    [
        ("", Course(Surface.OUTDOOR)),
        ("track: indoor\n", Course(Surface.INDOOR)),
        ("track: straight\n", Course(Surface.STRAIGHT)),
        ("track: {lap: 300, straight: 80}\n", Course(Surface.OUTDOOR, 300.0, 80.0)),
    ],
)
def test_the_course_is_what_the_file_names(track: str, course: Course) -> None:
    assert sound(f"{HEAD}{track}entries: [{{name: A}}]\n").course == course


@together("event", ["half marathon", "marathon", "10 km", "5k", "distance: 21097.5"])
def test_a_road_event_without_a_track_is_on_the_road(event: str) -> None:
    key = event if event.startswith("distance") else f"event: {event}"
    assert sound(f"race: A\n{key}\nentries: [{{name: A}}]\n").course == Course(Surface.ROAD)


def test_the_bell_of_a_race_indoors_is_a_lap_of_200_metres_before_the_finish() -> None:
    race = sound(f"{HEAD}track: indoor\nentries: [{{name: A}}]\nfacts: [{{at: bell, leader: A}}]\n")
    assert race.facts[0].at == pytest.approx(1409.344)


def test_a_split_at_the_race_s_own_distance_yields_to_the_result() -> None:
    both = entry("{name: A, result: 4:20.1, splits: {1609: 4:21}}")
    assert (both.splits, both.result and both.result.text) == ((), "4:20.1")
    alone = entry("{name: A, splits: {1609.344: 4:21}}")
    assert (alone.status, alone.result and alone.result.text) == (Status.FINISHED, "4:21")


def test_a_result_of_one_who_did_not_finish_is_left_out() -> None:
    race, problems = parsed(f"{HEAD}entries: [{{name: A, result: 4:20, status: DNF}}]\n")
    assert (race.entries[0].result, race.entries[0].status, len(problems)) == (None, Status.DNF, 1)


def test_a_disqualified_runner_keeps_the_time_he_ran_and_when_it_was_decided() -> None:
    found = entry("{name: A, result: 4:20, status: dq, decided: 1200m}")
    assert (found.status, found.result is not None, found.decided) == (Status.DQ, True, When(WhenKind.DISTANCE, 1200.0))


def test_times_that_do_not_rise_are_left_out_as_few_as_can_be() -> None:
    race, problems = parsed(f"{HEAD}entries: [{{name: A, result: 4:20, splits: {{400: 65, 800: 3:20, 1200: 3:14}}}}]\n")
    assert [split.distance for split in race.entries[0].splits] == [400.0, 1200.0]
    assert len(problems) == 1
    assert "800 m" in problems[0].message


def test_two_runners_of_one_name_are_warned_of_and_kept() -> None:
    race, problems = parsed(f"{HEAD}entries:\n  - {{name: A}}\n  - {{name: A}}\n")
    assert len(race.entries) == 2
    assert [(problem.line, problem.severity) for problem in problems] == [(5, Severity.WARNING)]


def test_entries_may_stand_in_a_csv_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text("name,800,finish\nAnn Oak,130.5,4:20.1\nBea Elm,x,4:21\n", encoding="utf-8")
    file = tmp_path / "race.yaml"
    file.write_text(HEAD + "entries: results.csv\nfacts: [{at: 800, leader: Oak}]\n", encoding="utf-8")
    race, problems = read_race(file)
    assert [each.name for each in race.entries] == ["Ann Oak", "Bea Elm"]
    assert race.entries[0].splits[0].time.evidence is Evidence.MEASURED
    assert race.facts[0].leader == 0
    assert [(Path(problem.path).name, problem.line) for problem in problems] == [("results.csv", 3)]


def test_a_file_that_is_not_there_or_no_race_says_so(tmp_path: Path) -> None:
    (tmp_path / "race.docx").write_bytes(b"PK\0\0")
    missing = os.strerror(errno.ENOENT)
    for name, told in (("none.yaml", missing), ("none.docx", missing), ("race.docx", "not read")):
        with pytest.raises(UnreadableRace, match=told):
            read_race(tmp_path / name)


LINES = (FILES / "small.yaml").read_text(encoding="utf-8").splitlines()
JUNK = st.sampled_from(
    ["[]", "{}", "x", "1e999", "-1", "0", "½", "{a: [b]}", "[[]]", "3:61", "bell", "nan", "99999999999999999999", "''"]
)


@examples(80)
@given(
    drop=st.sets(st.integers(0, len(LINES) - 1), max_size=4),
    swap=st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 12), JUNK), max_size=5),
)
def test_a_race_file_with_any_values_swapped_is_read_or_unreadable(
    drop: set[int], swap: list[tuple[int, int, str]]
) -> None:
    lines = list(LINES)
    for at, which, junk in swap:
        parts = lines[at].split(": ")
        which = 1 + which % max(len(parts) - 1, 1)
        if which < len(parts):
            value, _, rest = parts[which].partition(",")
            parts[which] = junk + ("," + rest if rest or "," in value else "")
        lines[at] = ": ".join(parts)
    text = "\n".join(line for at, line in enumerate(lines) if at not in drop)
    try:
        race, problems = parsed(text)
    except UnreadableRace as error:
        problems = error.problems
        assert problems
    else:
        for each in race.entries:
            times = [0.0, *(split.time.seconds for split in each.splits if not split.time.doubtful)]
            assert times == sorted(set(times))
    assert all(str(problem).isprintable() for problem in problems)


def test_a_distance_is_never_read_out_of_an_entry_s_text() -> None:
    assert unreadable("race: A\ndistance: {a: 1}\nentries: [{name: A}]\n")


@together(
    ("text", "told"),
    [
        ("entries: [A]", "an entry is not a map"),
        ("entries: [{name: B, splits: [1, 2]}]", "it does not show where its times were taken"),
        ("entries: [{name: B, splits: {400: 61, 400.0: 62}}]", "second split"),
        ("entries: [{name: B, status: DNF, stopped: {after: 800, by: 400}}]", "cannot be by 400 m"),
        ("entries: [{name: B, lane: [1]}]", "lane is not a text"),
        ("entries: [{name: B, result: {tame: 4:00}}]", "has no 'time'"),
        ("entries: [{name: B, result: 0}]", "not greater than 0"),
        ("entries: [{name: B, splits: {400: {time: 61, doubtful: perhaps}}}]", "neither true nor false"),
        ("entries: [{name: B, decided: {a: b}}]", "decided is not a text"),
        ("facts: {at: 400}", "facts is not a list"),
        ("facts: [{at: 400, runner: A, behind: C, gap: soon}]", "gap: 'soon'"),
        ("facts: [{at: 400, runner: A, behind: A2}]", "no gap or metres"),
        ("facts: [{at: 400, runner: A}]", "no place or behind"),
        ("facts: [{leader: A}]", "no place `at` or `from` and `to`"),
        ("facts: [{between: [400], runner: A, passes: [A2]}]", "two points"),
        ("facts: [{between: [800, 400], runner: A, passes: [A2]}]", "runs backwards"),
        ("facts: [{between: [400, 800], passes: [A2]}]", "it has no runner"),
        ("facts: [{at: 400, order: [A, A]}]", "a runner twice"),
        ("facts: [{at: lap 2, leader: A}]", "no point of this race"),
        ("facts: [{at: 400, runner: A, behind: A2, metres: -3}]", "no number from 0"),
        ("facts: [{at: 400, leader: A, source: b}]", "'b' is not declared"),
        ("track: moon", "unknown track 'moon'"),
        ("track: {lap: 100, straight: 60}", "do not fit"),
        ("sources: [a]", "sources is not a map"),
        ("sources: {a: [b]}", "the source 'a' is not a map"),
        ("venue: [Oslo]", "the venue is not a map"),
        ("records: [{label: WR}]", "has no 'time'"),
        ("quotes: [{said: Yes}]", "has no 'by'"),
        ("quotes: [{said: Yes, by: A, show: {runner: A}}]", "says no moment"),
        ("quotes: [{said: Yes, by: A, show: {runner: C, to_go: 600}}]", "no runner is called 'C'"),
        ("disputes: [{claims: []}]", "has no 'what'"),
        ("disputes: [{what: B, claims: [{source: c}]}]", "has no 'value'"),
        ("estimates: {times: [1]}", "not a map of runners"),
        ("estimates: {times: {A: {there: [61, 1]}}}", "no distance"),
        ("estimates: {times: {C: {400: [61, 1]}}}", "no runner is called 'C'"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_left_out(text: str, told: str) -> None:
    own = f"{text}\n" if text.startswith("entries") else f"{text}\nentries: [{{name: A}}, {{name: A2}}]\n"
    if text.startswith("entries"):
        own = own.replace("[", "[{name: A1}, ", 1)
    race, problems = parsed(HEAD + own)
    assert told in "\n".join(map(str, problems))
    assert all(problem.line == 3 for problem in problems)
    assert (len(race.facts), len(race.records)) == (0, 0)


def test_a_quote_may_be_shown_at_a_time_or_a_distance() -> None:
    quotes = "quotes: [{said: B, by: A, show: {at: 2:20}}, {said: B, by: A, show: lead-change}, {said: B, by: A}]\n"
    race = sound(f"{HEAD}entries: [{{name: A}}]\n{quotes}")
    assert [quote.show for quote in race.quotes] == [
        When(WhenKind.TIME, 140.0),
        When(WhenKind.LEAD_CHANGE),
        When(WhenKind.AFTER),
    ]


def test_estimates_that_contradict_what_is_known_give_way_to_it() -> None:
    estimates = "estimates: {times: {A: {300: 70, 380: 71, 600: 92}}}\n"
    race = sound(f"{HEAD}entries: [{{name: A, splits: {{400: 61}}}}]\n{estimates}")
    assert [split.distance for split in race.entries[0].splits if split.time.evidence is Evidence.REPORTED] == [400.0]


def test_a_result_faster_than_any_human_is_kept_with_a_warning() -> None:
    race, problems = parsed(f"{HEAD}entries: [{{name: A, result: 2:45.34}}]\n")
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert race.entries[0].result is not None


@pytest.mark.parametrize("result", ["1:00.4", "1:08.4"])
def test_a_result_that_the_runner_s_own_splits_rule_out_is_left_out_and_told(tmp_path: Path, result: str) -> None:
    text = f"race: R\nevent: 800m\nentries:\n  - {{name: Ash, result: {result}, splits: {{400: 1:02.1}}}}\n"
    path = tmp_path / "school.yaml"
    path.write_text(text + "  - {name: Oak, result: 2:11.1}\n")
    race, (problem,) = read_race(path)
    assert (race.entries[0].result, race.entries[0].status) == (None, Status.UNKNOWN)
    assert [split.distance for split in race.entries[0].splits] == [400.0]
    assert f"4: error: Ash's result {result} is left out" in str(problem)
