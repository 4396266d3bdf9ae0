"""What is painted across the track close up, or stands on it: distances, the start, laps, hurdles, the finish."""

from dataclasses import dataclass

from replay.drawing.theme.look import Look
from replay.race.track import Track


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across the track, and what is written at its foot."""

    at: float
    glyphs: tuple[str, str]
    """For the left and the right half of a cell."""
    colour: int
    label: str
    strong: bool
    numbers: bool = False
    """Whether the lanes have their numbers behind it."""
    jump: bool = False
    """Whether it stands up: a hurdle, which has its place in each lane, or a barrier."""
    wet: bool = False
    """Whether there is water behind it."""


class Marks:
    """The lines across a track."""

    def __init__(self, track: Track, look: Look, surface: int) -> None:
        """Paint them on a track of some colour."""
        self._track, self._look, self._surface = track, look, surface
        self._thin = ("|", "|") if look.ascii else ("│", "│")
        self.hurdles = not track.jumps and bool(track.race_jumps())
        """Whether what stands in the way has its place in each lane."""
        self.special = self._special()
        """The lines that mean something: start, breaking from lanes, laps and bell, what stands in the way, finish."""

    def at(self, metres: int) -> Mark:
        """A line that only tells a distance."""
        theme = self._look.theme
        strong = metres % 50 == 0
        colour = theme.blend(self._surface, theme.start, 0.6 if strong else 0.45)
        return Mark(metres, self._thin, colour, self._track.label(metres), strong)

    def _special(self) -> list[Mark]:
        theme, track = self._look.theme, self._track
        thick = ("#", "#") if self._look.ascii else ("▌", "▐")
        marks = [Mark(0.0, thick, theme.start, "start", True, numbers=track.break_distance is not None)]
        end = track.break_distance
        if end is not None and end < track.distance:
            marks.append(Mark(end, thick, theme.break_line, "break", True))
        if not track.by_kilometres:
            for number, metres in enumerate(track.laps[1:], 2):
                label = "bell: last lap" if metres == track.bell else f"lap {number}"
                marks.append(Mark(metres, thick, theme.finish, label, True, numbers=True))
        looks = (theme.board_accent, "hurdle" if self.hurdles else "barrier"), (theme.board_accent, "water jump")
        marks += [Mark(metres, thick, *looks[wet], True, jump=True, wet=wet) for metres, wet in track.race_jumps()]
        marks.append(Mark(track.distance, thick, theme.finish, "FINISH", True, numbers=True))
        return marks
