"""What is said of a list costs so much for each runner, however many there are: nothing asks all of them for each."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from replay.answers.shown import show_answer, show_text
from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.race import Race
from replay.state import timeline_of
from tests.files.table.test_reader import reading


def _list(runners: int) -> Race:
    rows = "".join(f"{at + 1},R{at},{10 + at // 60}:{at % 60:02d}\n" for at in range(runners))
    race = reading(f"# event: 3000m\nplace,name,finish\n{rows}").race
    assert race is not None
    return race


def _lines_gone_through(told: Callable[[Race], object], race: Race) -> int:
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        told(race)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("told", [show_text, show_answer, timeline_of])
def test_what_is_told_grows_with_the_runners_and_no_faster(told: Callable[[Race], object]) -> None:
    told(_list(20))  # what is loaded and kept
    few, many = (_lines_gone_through(told, _list(runners)) for runners in (50, 400))
    assert many < 1.25 * 400 / 50 * few


def test_an_object_of_many_keys_costs_so_much_for_each() -> None:
    def keyed(keys: int) -> Callable[[Race], object]:
        data = json.dumps({f"k{at}": at for at in range(keys)}).encode()
        return lambda _: read_source(Source(data, Path("a.json")), Choices())

    keyed(20)(_list(2))  # what is loaded and kept
    few, many = (_lines_gone_through(keyed(keys), _list(2)) for keys in (100, 800))
    assert many < 1.25 * 800 / 100 * few
