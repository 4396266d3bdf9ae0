"""What somebody sees while time passes and nobody does anything."""

from collections.abc import Callable

import pytest

from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.viewing.frame import Size, moment
from replay.viewing.viewer import Viewer
from tests.builders import entry, race
from tests.miles import LOOK, TIMELINE
from tests.viewing.test_large import FIELD

SIZE = Size(120, 40)
LAST = TIMELINE.duration - 0.5
DONE: dict[str, Callable[[Viewer], None]] = {
    "nothing": lambda viewer: None,
    "another speed": lambda viewer: viewer.player.rate(1),
    "a seek": lambda viewer: viewer.player.seek(10),
    "somebody chosen": lambda viewer: viewer.board.choose(2),
    "close up": Viewer.follow,
    "a message": lambda viewer: viewer.say("hello"),
    "the director": Viewer.director,
    "a pause": lambda viewer: viewer.player.pause(),
    "the end": lambda viewer: viewer.player.stay(LAST),
}


def test_a_race_that_turns_out_to_be_shorter_is_not_gone_on_with_beyond_its_end() -> None:
    viewer = Viewer(TIMELINE, LOOK, lambda: 0.0, lambda: True)
    viewer.player.stay(TIMELINE.duration)
    viewer.player.moments = (TIMELINE.duration,)
    other = Timeline(race(entry("Ada Alfa", "3:42.0"), entry("Bea Beta", "3:43.0")))
    assert other.duration < TIMELINE.duration
    viewer.with_timeline(other)
    assert viewer.now == viewer.playback.duration == other.duration
    assert not viewer.player.moments


@pytest.mark.parametrize("done", DONE)
def test_what_goes_on_is_what_is_seen(done: str) -> None:
    now = [0.0]
    viewer = Viewer(TIMELINE, LOOK, lambda: now[0], lambda: True)
    viewer.player.stay(60.0)
    viewer.player.play()
    before = viewer.seen(SIZE)
    went_on = 0
    for tick in range(1, 400):
        now[0] = tick / 30
        if tick == 100:
            DONE[done](viewer)
        if (gone := viewer.goes_on(SIZE)) is None:
            before = viewer.seen(SIZE)
            continue
        went_on += 1
        assert gone.t > before.t
        before = viewer.seen(SIZE)
        assert gone == before
        assert gone.view is before.view
    assert went_on >= (99 if done in ("a pause", "the director", "the end") else 200)
    assert viewer.goes_on(Size(80, 24)) is None


def test_a_large_race_that_nobody_touches_gets_its_chart_of_the_finishers_once_there_is_one() -> None:
    now, size = [0.0], Size(200, 60)
    viewer = Viewer(timeline_of(FIELD), LOOK, lambda: now[0], lambda: False)
    viewer.player.stay(3590.0)
    viewer.player.play_pause()
    viewer.view = viewer.view._replace(message="")
    viewer.seen(size)
    shown = []
    for number in range(1, 90):
        now[0] = number / viewer.playback.rate * 5
        went_on = viewer.goes_on(size) or viewer.seen(size)
        shown.append("chart" in went_on.layout.places)
        assert went_on.layout == moment(went_on.picture, went_on.view, went_on.t, size).layout
    assert shown == sorted(shown)
    assert set(shown) == {False, True}
