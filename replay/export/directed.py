"""A film as the automatic director shows the race: he turns speed and view, and the camera flies."""

from itertools import count

from replay.commentary import moments
from replay.export.take import Take
from replay.viewing.recording import Scene, untold
from replay.viewing.viewer import Viewer


def directed(take: Take) -> Take:
    """The same part of the race, as somebody sees it who watches with the director on."""
    film, now = take.film, 0.0
    viewer = Viewer(take.timeline, take.look, lambda: now, lambda: True)
    viewer.with_calls(tuple(take.calls), moments(take.calls))
    viewer.view = take.view
    viewer.player.go_to(film.start)
    viewer.director()
    viewer.player.play()
    scenes, whole = [], film.end >= viewer.playback.duration  # then the card comes last, once the winner was seen
    for frame in count():
        now = frame / film.fps
        seen = viewer.seen(take.size)
        scenes.append(Scene(now, min(seen.t, film.end), untold(seen.view)))
        if seen.view.ended or (seen.t >= film.end and not whole):
            return take._replace(recorded=scenes)
    raise AssertionError("numbers do not end")
