"""Estimates in a race's file: written at its end, read back the same, fresh until what they were made from changes."""

from dataclasses import replace
from pathlib import Path

import pytest

from replay.files.formats import read_race
from replay.race.problems import ReplayError
from replay.race.race import Course, Evidence, Race, Surface
from replay.reconstruction import is_sparse, reconstruct
from replay.reconstruction.digest import digest
from replay.reconstruction.estimates import Contradictory, completed_text
from tests.places import RACES

RACE = """\
# written by hand
race: A mile   # a title
event: mile
entries:
  - {name: Ann Abel, nation: GBR, result: 3:45.34}
  - {name: "Bea: Bond", result: 3:46.00}
  # the third
  - {name: Cat Cole, result: 3:47.5, splits: {800: 1:53.9}}
facts:
  - {at: 400, order: [Cole, Abel]}
"""


def written(folder: Path, text: str, name: str = "mile.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(path: Path) -> Race:
    race, problems = read_race(path)
    assert not problems
    return race


def test_the_file_keeps_its_text_and_ends_with_the_estimates(tmp_path: Path) -> None:
    completed = completed_text(written(tmp_path, RACE))
    assert completed.startswith(RACE + "estimates:\n")
    assert all(line.count("[") > 10 for line in completed.splitlines() if line.startswith('    "'))


def test_what_was_written_is_read_back_the_same(tmp_path: Path) -> None:
    bare = read(written(tmp_path, RACE))
    full = read(written(tmp_path, completed_text(written(tmp_path, RACE)), "full.yaml"))
    for entry, made in zip(full.entries, reconstruct(bare).splits, strict=True):
        back = [split for split in entry.splits if split.margin is not None]
        assert [(s.distance, s.time.seconds, s.margin) for s in back] == [
            (s.distance, s.time.seconds, s.margin) for s in made
        ]
        assert {split.time.evidence for split in back} == {Evidence.ESTIMATED}


def test_times_of_long_races_keep_their_digits(tmp_path: Path) -> None:
    text = "race: Ten\nevent: 10000m\nentries:\n- {name: A, result: 27:11.1}\n- {name: B, result: 27:30.03}\n"
    full = read(written(tmp_path, completed_text(written(tmp_path, text)), "full.yaml"))
    for entry, made in zip(full.entries, reconstruct(full).splits, strict=True):
        assert [split.time.seconds for split in entry.splits] == [split.time.seconds for split in made]
    assert any(round(split.time.seconds, 2) != split.time.seconds > 1000 for split in full.entries[1].splits)


def test_a_completed_file_is_no_longer_sparse_until_what_it_was_made_from_changes(tmp_path: Path) -> None:
    assert is_sparse(read(written(tmp_path, RACE)))
    completed = completed_text(written(tmp_path, RACE))
    assert not is_sparse(read(written(tmp_path, completed)))
    assert is_sparse(read(written(tmp_path, completed.replace("3:46.00", "3:46.01"))))
    assert is_sparse(read(written(tmp_path, completed.replace("order: [Cole, Abel]", "order: [Abel, Cole]"))))
    assert not is_sparse(read(written(tmp_path, completed.replace("# the third", "# third"))))


def test_estimates_are_made_anew_and_not_added_twice(tmp_path: Path) -> None:
    once = completed_text(written(tmp_path, RACE))
    assert completed_text(written(tmp_path, once)) == once
    moved = once.replace("3:46.00", "3:46.9")
    again = completed_text(written(tmp_path, moved))
    assert again.count("estimates:") == 1
    assert again != moved


@pytest.mark.parametrize(
    "block",
    [
        "estimates:\n  digest: old\n  times:\n    X: {100: [14.0, 1.0]}\n",
        "estimates: {digest: old,\n  times: {}}\n",
        "estimates: {digest: old\n}\n",
        "'estimates':\n\n  digest: old\n",
    ],
)
def test_an_older_block_goes_wherever_it_stands(tmp_path: Path, block: str) -> None:
    head, tail = RACE.split("facts:")
    completed = completed_text(written(tmp_path, f"{head}{block}facts:{tail}"))
    assert completed == completed_text(written(tmp_path, RACE))


def test_the_digest_depends_on_the_course_but_not_on_estimates_or_words(tmp_path: Path) -> None:
    bare = read(written(tmp_path, RACE))
    full = read(written(tmp_path, completed_text(written(tmp_path, RACE))))
    assert digest(full) == digest(bare) == digest(replace(bare, title="Other", note="words"))
    assert digest(bare) != digest(replace(bare, course=Course(Surface.ROAD)))


def test_contradictions_are_told_in_one_sentence_with_their_lines(tmp_path: Path) -> None:
    text = RACE + "  - {at: 400, order: [Abel, Cole]}\n"
    with pytest.raises(Contradictory) as caught:
        completed_text(written(tmp_path, text))
    assert "line 10: " in str(caught.value)
    assert "line 11: " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_csv_gets_a_column_per_point_with_stars(tmp_path: Path) -> None:
    text = (
        "# distance_m: 1500\n# a comment\n"
        'place,name,result_s,800\n1,\'=Ann Abel,210.0,\n2,"Bond, Bea",211.5,113.5\n,Cat Cole,,\n'
    )
    completed = completed_text(written(tmp_path, text, "race.csv"))
    lines = completed.splitlines()
    assert lines[:2] == text.splitlines()[:2]
    assert lines[2].startswith("place,name,result_s,100,200,300,400,500,600,700,800,900")
    assert ",113.5," in lines[4]
    race = read(written(tmp_path, completed, "full.csv"))
    assert [split.distance for split in race.entries[0].splits] == [100.0 * k for k in range(1, 15)]
    assert {split.time.evidence for split in race.entries[0].splits} == {Evidence.ESTIMATED}
    kept = {split.distance: split.time.evidence for split in race.entries[1].splits}
    assert kept[800.0] is Evidence.MEASURED
    assert not race.entries[2].splits


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_race_carries_the_estimates_that_would_be_made_now(path: Path) -> None:
    race, _ = read_race(path)
    again = f"run `race-replay reconstruct races/{path.name} -o races/{path.name} --force`"
    assert not is_sparse(race), again
    if not race.estimates_digest:
        return
    assert race.estimates_digest == digest(race), again
    now = reconstruct(race)
    for entry, made, arrival in zip(race.entries, now.splits, now.arrivals, strict=True):
        assert (entry.arrival is None) == (arrival is None), again
        if entry.arrival is not None and arrival is not None:
            assert entry.arrival.time.seconds == pytest.approx(arrival.time.seconds, abs=0.05), again
        carried = {split.distance: split.time.seconds for split in entry.splits if split.margin is not None}
        # Solvers of other versions end within their tolerances of one another.
        assert carried == pytest.approx({split.distance: split.time.seconds for split in made}, abs=0.05), again


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.yaml",
            '{race: X, distance: 1500, entries: [{name: Ada, result: "3:50.1"}, {name: B, result: 3:52}]}\n',
        ),
        ("a.csv", "# distance_m: 1500\nbib,name,400,finish\n1,Ada,60,3:50.1\n2,Ada,,4:52.2\n"),
        ("a.csv", "# event: 1500m\nAda Alfa;3:50.1\nBo Berg;3:51.1\n"),
    ],
)
def test_a_file_that_would_be_another_race_with_them_is_left_alone(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(ReplayError, match="keep the race first"):
        completed_text(written(tmp_path, text, name))
