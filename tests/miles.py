"""A small mile, and what it is drawn with."""

from replay.drawing.scene import Scene
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.race import Role, Status
from replay.race.track import track_of
from replay.state.timeline import Timeline
from tests.builders import entry, race

LOOK = look_of(DARK)
KERR = entry("Josh Kerr", "3:45.34", {800: "1:53.0", 1200: "2:50.70"}, place=1, nation="GBR")
JAKOB = entry("Jakob Ingebrigtsen", "3:45.60", {800: "1:52.9", 1200: "2:50.90"}, place=2, nation="NOR")
PACE = entry("Abe Alvarado", None, {400: 55.91, 800: "1:52.74"}, status=Status.DNF, role=Role.PACEMAKER, nation="USA")
NOBODY = entry("Abel Kipsang", None, nation="KEN")
MILE = race(KERR, JAKOB, PACE, NOBODY, distance=1609.344)
TIMELINE = Timeline(MILE)
CAST = cast_of(MILE, LOOK)
SCENE = Scene(MILE, CAST, LOOK, track_of(MILE))
