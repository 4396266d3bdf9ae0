"""The automatic director at the screen: it turns the speed and the camera, until a hand takes over."""

from typing import TYPE_CHECKING

from replay.state.timeline import Timeline
from replay.tui.showing import Showing
from replay.viewing.playback import Playback

if TYPE_CHECKING:
    from replay.viewing.director import Director, Shot


class Directing(Showing):
    """The part of a replay screen that an automatic director may have in hand."""

    playback: Playback
    shot: "Shot | None" = None
    """How the director shows the present; None while there is none."""
    _director: "Director | None" = None
    _script: Timeline | None = None
    """What the director was made for: a race may turn out to be known better."""
    _camera = "stadium"
    """Where the camera was before."""

    def action_director(self) -> None:
        """The automatic director on, or off."""
        from replay.viewing.director import Shot  # few call for one

        if self.shot is not None:
            self.take_over()
            self.say("director off")
        else:
            self._camera = self.extras.camera
            self.shot = Shot(self.playback.rate, self.extras.camera != "stadium", "")
            self.say("director on: a speed or seek key takes over")
        self.show_now()

    def take_over(self) -> None:
        """Without the director from here on: at 1x, and from where the camera was."""
        if self.shot is not None:
            self.shot = None
            self.playback = self.playback.at_rate(1.0, self.clock())
            self.turn_to(self._camera)

    def direct(self, t: float, now: float) -> None:
        """Turn speed and camera to what the director wants at `t` seconds of the race, the clock showing `now`."""
        if self.shot is None:
            return
        if self._director is None or self._script is not self.stage.timeline:
            from replay.viewing.director import Director

            self._script = self.stage.timeline
            self._director = Director(self.stage.timeline, self.stage.calls, self.playback.rates)
        before, self.shot = self.shot, self._director.at(t)
        if self.shot.rate != self.playback.rate:
            self.playback = self.playback.at_rate(self.shot.rate, now)
        if self.shot.close != before.close:
            close = "chosen" if self.view.chosen is not None else "leaders"
            self.turn_to(close if self.shot.close else "stadium")
