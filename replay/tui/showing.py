"""What a viewer may have drawn beside the runners, and the keys that ask for it."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from replay.cells.rows import Overlay
from replay.drawing.course.stadium import Stadium
from replay.drawing.panels.board import BoardView
from replay.drawing.stadium.flight import SECONDS
from replay.drawing.stadium.glow import beneath
from replay.drawing.stadium.trails import LENGTHS
from replay.drawing.view import NAMED, Extras, Eye
from replay.state.timeline import RaceState
from replay.tui.host import Host
from replay.viewing.playback import Playback
from replay.viewing.stage import Stage

if TYPE_CHECKING:
    from replay.race.pacelights import PaceLight


class Showing:
    """The part of a replay screen that draws beside the runners. Its owner has the stage and a footer to speak in."""

    stage: Stage
    extras: Extras
    view: BoardView
    clock: Callable[[], float]
    playback: Playback
    _targets: tuple["PaceLight", ...] = ()
    """The time of one's own that the pace lights were set to, if any."""
    _took_off: float = -math.inf
    """When the eye set out for another place."""
    _with: tuple[int | None, int | None] = (None, None)
    """Whom it went with before, and whom it goes with."""
    _went_over: float = -math.inf
    """When it left the one for the other."""
    state: RaceState
    _order: list[int]
    """The entries as they stand."""

    def show_now(self) -> None:
        """Draw the present instant in full."""
        raise NotImplementedError

    def say(self, message: str) -> None:
        """Show a short message."""
        raise NotImplementedError

    @property
    def host(self) -> Host:
        """The application."""
        raise NotImplementedError

    def with_extras(
        self, layer: Mapping[int, Sequence[Overlay]], t: float, stadium: Stadium
    ) -> Mapping[int, Sequence[Overlay]]:
        """What lies over the painting at `t` seconds, with what is drawn beside the runners below it."""
        light = self.extras.light
        if light is not None:
            layer = beneath(layer, self.stage.lights(t, stadium, light))
        length = LENGTHS[self.extras.trails]
        if length:
            layer = beneath(layer, self.stage.trails.at(t, length, stadium, self._order))
        return layer

    def named(self) -> set[int]:
        """Whose names stand beside the track."""
        count = NAMED[self.extras.names]
        if not count:
            return set()
        wanted = (self.view.chosen, self.view.pinned, *(self._order[:count] if self.state.leader_distance > 0 else ()))
        return {entry for entry in wanted if entry is not None}

    def _show(self, extras: Extras, message: str) -> None:
        self.extras = extras
        self.say(message)
        self.show_now()

    @property
    def flies(self) -> bool:
        """Whether the way from one camera to another is shown; else it is a cut."""
        raise NotImplementedError

    @property
    def near(self) -> float:
        """How much of the way from the whole stadium (0) to close up (1) the eye has gone."""
        past = min(max((self.clock() - self._took_off) / SECONDS, 0.0), 1.0)
        return 1.0 - past if self.extras.camera == "stadium" else past

    @property
    def followed(self) -> int | None:
        """The entry that the close view goes with; None for the leaders."""
        return self.view.chosen if self.extras.camera == "chosen" else None

    @property
    def eye(self) -> Eye:
        """Where the picture is seen from now; from one runner to another the eye goes over, and does not jump."""
        near, focus = self.near, self.followed
        if focus != self._with[1]:
            self._with = self._with[1], focus
            self._went_over = self.clock() if near >= 1 and self.flies else -math.inf
        come = min(max((self.clock() - self._went_over) / SECONDS, 0.0), 1.0)
        before, come = (self._with[0], come) if come < 1 else (focus, 1.0)
        return Eye(near, focus, before, come, self.playback.rate)

    def turn_to(self, camera: str) -> None:
        """See it from another camera; the way there is flown, if that is wanted."""
        if self.flies and camera != self.extras.camera and "stadium" in (camera, self.extras.camera):
            self._took_off = self.clock()
        self.extras = self.extras._replace(camera=camera)

    def action_follow(self) -> None:
        """Close up with the chosen runner, then with the leaders, then the whole stadium again."""
        chosen = self.view.chosen
        cameras = ["stadium", "leaders"] if chosen is None else ["stadium", "chosen", "leaders"]
        at = cameras.index(self.extras.camera) if self.extras.camera in cameras else 0
        camera = cameras[(at + 1) % len(cameras)]
        self.turn_to(camera)
        who = self.stage.cast.names[chosen] if chosen is not None and camera == "chosen" else "the leaders"
        whole = "the whole course" if self.stage.road else "the whole stadium"
        self._show(self.extras, whole if camera == "stadium" else f"with {who}")

    def action_lights(self) -> None:
        """The next pace lights, or none."""
        from replay.race.pacelights import earlier_winners, lights_of

        race = self.stage.race
        lights = lights_of(race, (*self._targets, *earlier_winners(race, self.host.other_races())))
        if not lights:
            self.say("the file has no records, and the library no earlier race: W sets a time of your own")
            return
        choice: list[PaceLight | None] = [None, *lights]
        at = choice.index(self.extras.light) if self.extras.light in choice else 0
        light = choice[(at + 1) % len(choice)]
        self._show(self.extras._replace(light=light), described(light))

    def action_pace(self) -> None:
        """Ask for a time of one's own."""
        self.host.ask_pace(self.aimed_at)

    def aimed_at(self, light: "PaceLight | None") -> None:
        """Set the pace lights to what was asked for, if anything was."""
        if light is not None:
            self._targets = (light,)
            self._show(self.extras._replace(light=light), described(light))

    def action_trails(self) -> None:
        """Trails: short, long, off."""
        names = list(LENGTHS)
        name = names[(names.index(self.extras.trails) + 1) % len(names)]
        seconds = f": the last {LENGTHS[name]:g} s" if LENGTHS[name] else ""
        self._show(self.extras._replace(trails=name), f"trails {name}{seconds}")

    def action_names(self) -> None:
        """Names beside the track: of the leader and the chosen, of the first three too; initials of all; no names."""
        names = list(NAMED)
        name = names[(names.index(self.extras.names) + 1) % len(names)]
        said = {
            "leader": "names: the leader and the chosen",
            "first three": "names: the first three and the chosen",
            "initials": "initials of everybody",
        }
        self._show(self.extras._replace(names=name), said.get(name, "names off: letters only"))


def described(light: "PaceLight | None") -> str:
    """What the pace lights stand for: `pace lights: world record 3:43.13 (Hicham El Guerrouj), even pace`."""
    if light is None:
        return "pace lights off"
    holder = f" ({light.holder})" if light.holder else ""
    return f"pace lights: {light.label} {light.digits}{holder}, even pace"
