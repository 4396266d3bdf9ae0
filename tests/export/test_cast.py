"""A recording, played to pyte's model of a terminal."""

import json
from functools import cache

import pytest

from replay.cells.depth import Depth
from replay.export.cast import cast
from replay.viewing.frame import frame
from tests.cells.terminal import pictured, shown
from tests.export.taking import SMALL, take, unwatched
from tests.miles import TIMELINE

Event = tuple[float, str, str]


def read(data: bytes) -> tuple[dict[str, object], list[Event]]:
    """The header, and the events with their seconds from the beginning."""
    header, *lines = (json.loads(line) for line in data.decode().splitlines())
    events: list[Event] = []
    for at, kind, text in lines:
        before = events[-1][0] if header["version"] == 3 and events else 0.0
        events.append((before + at, kind, text))
    return header, events


@pytest.mark.parametrize("version", [2, 3])
def test_what_is_played_is_the_frame_of_every_time(version: int) -> None:
    filmed = take(215.0, TIMELINE.duration, fps=2.0, version=version)
    header, events = read(cast(filmed, unwatched))
    assert header["version"] == version
    picture, view = filmed.picture(), filmed.view._replace(playing=True)
    for until in (0.0, 3.0, 6.5):
        written = [text for at, kind, text in events if kind == "o" and at <= until + 1e-6]
        rows = frame(picture, view, 215.0 + until, SMALL).rows
        assert shown(*SMALL, *written) == pictured(rows, Depth.TRUE)


@cache
def usual(version: int) -> bytes:
    """The usual take, recorded once."""
    return cast(take(version=version), unwatched)


def test_both_versions_say_the_same() -> None:
    two, three = (read(usual(version)) for version in (2, 3))
    assert (two[0]["width"], two[0]["height"]) == SMALL
    assert three[0]["term"] == {"cols": SMALL.width, "rows": SMALL.height, "type": "xterm-256color"}
    assert [event[1:] for event in two[1]] == [event[1:] for event in three[1]]
    assert [event[0] for event in two[1]] == pytest.approx([event[0] for event in three[1]], abs=1e-4)


def test_events_come_in_order_with_markers_at_the_moments() -> None:
    _, events = read(cast(take(0.0, TIMELINE.duration, fps=1.0, rate=4.0), unwatched))
    times = [at for at, _, _ in events]
    assert times == sorted(times)
    assert [text for _, kind, text in events if kind == "m"]


def test_the_same_take_gives_the_same_bytes() -> None:
    assert cast(take(version=3), unwatched) == usual(3)
