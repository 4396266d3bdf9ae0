import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.motion import large_paths
from replay.motion.curves import TOP_SPEED, Path, path_of
from replay.motion.large_paths import FieldPaths
from replay.race.clocks import start_of
from replay.race.race import Entry, Split, Status
from tests.builders import entry, race, time

DISTANCE = 1500.0
LEAST = DISTANCE / TOP_SPEED
"""Seconds in which nobody runs it."""
PLACES = st.sets(st.sampled_from([0.5, 400.0, 800.0, 1499.0]), max_size=4)


@st.composite
def runners(draw: st.DrawFn) -> Entry:
    """Somebody at 7 m/s, whose splits fit together; or are impossible, doubtful, or at the finish."""
    start = draw(st.sampled_from([None, None, 0.0, 20.0, 200.0]))
    began = start or 0.0
    places = sorted(draw(PLACES))
    odd = draw(st.booleans())
    off = st.sampled_from([-0.9, 0.0, 0.0, 1.2] if odd else [0.0, 0.001])
    splits = [Split(far, time(began + (far / 7) * (1 + draw(off)))) for far in places]
    if odd and draw(st.booleans()):
        splits = [*splits, Split(DISTANCE, time(began + 214.5))]
    splits = [replace(split, time=replace(split.time, doubtful=odd and draw(st.booleans()))) for split in splits]
    result = draw(st.sampled_from([began + 216.0] * 3 + [None, began + 100.0, began + LEAST, 60.0, math.inf]))
    status = draw(st.sampled_from([Status.FINISHED] * 6 + list(Status)))
    return replace(entry("R", result, status=status, start=start), splits=tuple(splits))


@given(st.lists(runners(), max_size=6))
def test_the_paths_of_a_large_field_are_those_its_runners_have_one_by_one(field: list[Entry]) -> None:
    one = race(*field, distance=DISTANCE)
    paths = FieldPaths(one)
    alone: list[Path | None] = [path_of(runner, DISTANCE, start_of(one, runner)) for runner in field]
    assert [paths.path(i) for i in range(len(field))] == alone
    assert [tuple(splits) for splits in paths.splits(range(len(field)))] == [
        path.splits if path else () for path in alone
    ]
    assert paths.sizes.tolist() == [len(path.times) if path else 0 for path in alone]
    assert paths.stays.tolist() == [bool(path and path.stays) for path in alone]
    assert [end for end in paths.ends.tolist() if end == end] == [path.times[-1] for path in alone if path]
    assert [far for far in paths.reaches.tolist() if far == far] == [path.distances[-1] for path in alone if path]


def test_whoever_has_splits_that_fit_is_worked_out_with_all_others_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    alone: list[str] = []

    def one_by_one(runner: Entry, distance: float, start: float) -> Path | None:
        alone.append(runner.name)
        return path_of(runner, distance, start)

    monkeypatch.setattr(large_paths, "path_of", one_by_one)
    fit = [
        entry("A", 216.0, {0.5: 0.1, 400.0: 57.0, 1499.0: 215.0}),
        entry("B", 220.0, {800.0: 115.0, 1200.0: 172.5}, start=5.0),
    ]
    odd = [
        entry("Early", 216.0, {400.0: 57.0, 800.0: 50.0}),
        entry("Twice", 216.0, {1500.0: 214.5}),
        entry("Quick", 50.0),
        entry("Gone", None, {400.0: 57.0}, status=Status.DNF),
        entry("Absent", status=Status.DNS),
    ]
    FieldPaths(race(*fit, *odd, entry("C", 230.0), distance=DISTANCE))
    assert alone == ["Early", "Twice", "Quick", "Gone", "Absent"]
