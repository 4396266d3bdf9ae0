"""What the pack strip of every shipped race says of itself."""

from pathlib import Path

import pytest

from replay.cells.rows import plain
from replay.drawing.view import View
from replay.files.formats import read_race
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from tests.miles import LOOK
from tests.places import RACES


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_nobody_is_behind_at_the_finish_before_somebody_is_there(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    picture, won = picture_of(timeline, LOOK, ()), timeline.winner_time or timeline.finish
    for t in (0.0, won / 3, won - 0.5):
        assert "behind at the finish" not in plain(frame(picture, View(), t, Size(120, 40)).rows), t
