"""What reports tell besides times, in a race file."""

from replay.race.race import Evidence
from tests.files.yaml.test_reading import HEAD, parsed
from tests.together import together


def test_a_leaders_time_and_how_long_a_stretch_took_are_facts_with_their_digits_and_source() -> None:
    told = """sources: {a: A}
entries: [{name: Ann, result: 4:00}, {name: Bea, result: 4:01}]
facts:
  - {at: 400, leader_time: 56.01, runners: [Ann, Bea], source: a}
  - {from: 400 to go, to: finish, runner: Bea, took: 53.2, source: a}
"""
    found, problems = parsed(HEAD + told)
    assert not problems
    first, second = found.facts
    assert first.leader_time is not None
    assert second.took is not None
    assert (first.at, first.runners, first.leader_time.text, first.leader_time.source) == (400.0, (0, 1), "56.01", "a")
    assert (second.runner, second.took.seconds, second.took.evidence) == (1, 53.2, Evidence.REPORTED)
    assert (second.start, second.end) == (found.distance - 400.0, found.distance)


@together(
    ("fact", "missing"),
    [
        ("{leader_time: 56.01}", "place `at`"),
        ("{from: 100, to: 200, took: 13.5}", "runner"),
        ("{at: 400, runner: Ann, took: 13.5}", "stretch `from` and `to`"),
    ],
)
def test_a_fact_that_says_too_little_is_left_out_with_what_it_lacks(fact: str, missing: str) -> None:
    found, problems = parsed(f"{HEAD}entries: [{{name: Ann, result: 4:00}}]\nfacts: [{fact}]\n")
    assert not found.facts
    assert [problem.message for problem in problems] == [f"the fact says too little: it has no {missing}"]
