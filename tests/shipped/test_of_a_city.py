"""A city's field: nothing that is asked of it takes work by the square of its runners."""

import subprocess
import sys

import pytest

from tests.places import ROOT

PROGRAM = """
import resource
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))  # it takes two; with one look at all for each of them, a minute
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from tests.builders import entry, race
field = [entry(f"Ada {n}", 8000.0 + n / 4, {21097.5: 3900.0 + n / 8}) for n in range(40_000)]
timeline = timeline_of(race(*field, distance=42195.0))
picture = picture_of(timeline, look_of(DARK))
for t in (0.0, 3600.0, 12_000.0, timeline.duration):
    assert timeline.at(t).standings[0].entry == 0, t
    frame(picture, View(ended=t == timeline.duration), t, Size(120, 40))
print("in time")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits there")
def test_what_is_asked_of_forty_thousand_is_not_asked_of_each_about_each() -> None:
    """The second at which a race is over was: a state of 48,000 took 70 s in place of 2."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == "in time\n", done.stderr[-2000:]
