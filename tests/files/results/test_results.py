"""Every reader of results on bytes that are not quite what it expects: a race, or a sentence that says why not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.formats import RACE_ENDINGS, read_source
from replay.files.library import Library
from replay.files.source import Choices, Source
from replay.files.writing import race_text
from replay.motion import motion_of
from replay.race.problems import Severity
from tests.depth import examples
from tests.files.table.test_table import kept
from tests.together import together

LISTS = sorted((Path(__file__).parent / "lists").iterdir())


@together("path", LISTS)
def test_every_list_here_is_read_whatever_it_is_called(path: Path) -> None:
    for name in (path.name, "results.csv", "results"):
        reading = read_source(Source(path.read_bytes(), Path(name)), Choices())
        assert reading.race is not None, reading.problems
        assert reading.understood.format
        assert reading.race.entries


@together("ending", [".csv", ".yaml"])
@together("path", LISTS)
def test_what_is_kept_of_a_list_is_read_again_as_it_was(path: Path, ending: str) -> None:
    race = read_source(Source(path.read_bytes(), path), Choices()).race
    assert race is not None
    again = read_source(Source(race_text(race, ending).encode(), Path(f"kept{ending}")), Choices()).race
    assert again is not None
    assert again.distance == pytest.approx(race.distance, abs=0.001)
    assert [kept(entry) for entry in again.entries] == [kept(entry) for entry in race.entries]


def test_a_folder_of_lists_is_a_library_of_races(tmp_path: Path) -> None:
    known = [path for path in LISTS if path.suffix in RACE_ENDINGS]
    for path in known:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    own = [item for item in Library(tmp_path).items() if not item.shipped]
    assert {item.id: item.error for item in own} == dict.fromkeys(path.stem for path in known)
    assert {path.suffix for path in known} >= {".xml", ".lif", ".lef", ".json"}


@examples(100)
@given(st.data())
def test_of_any_bytes_a_race_is_made_or_a_sentence_told(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(LISTS))
    changed = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(0, 8))):
        place = data.draw(st.integers(0, len(changed) - 1))
        kind = data.draw(st.sampled_from(["set", "digit", "drop", "double", "cut"]))
        if kind == "set":
            changed[place] = data.draw(st.integers(0, 255))
        elif kind == "digit":
            changed[place : place + 1] = data.draw(st.sampled_from([b"9", b"0", b"-", b".", b"1e9", b"nan", b" "]))
        elif kind == "drop":
            del changed[place : place + data.draw(st.integers(1, 40))]
        elif kind == "double":
            changed[place:place] = changed[place : place + 200]
        elif kind == "cut":
            del changed[place + 1 :]
        if not changed:
            break
    part = data.draw(st.sampled_from([None, "1", "2", "e"]))
    reading = read_source(Source(bytes(changed), path), Choices(part=part))
    if reading.race is None:
        assert reading.problems[-1].severity is Severity.ERROR
        return
    motion = motion_of(reading.race)
    for index in range(len(reading.race.entries)):
        end = motion.end(index)
        assert end is None or end > 0
