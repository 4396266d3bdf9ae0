"""What a straight, a road and a pool have in common: all start level, and nobody has further to go than another."""

from typing import ClassVar


class Even:
    """A track without bends, stagger, curved start line, bell and jumps; see `replay.race.track.Track`."""

    __slots__ = ()

    home_straight: ClassVar[float] = 0.0
    bell: ClassVar[float | None] = None
    jumps: ClassVar[tuple[float, ...]] = ()

    def heading(self, distance: float) -> float:
        """0: to the right."""
        return 0.0

    def along(self, distance: float, lane: int) -> float:
        """`distance`."""
        return distance

    def ahead(self, out: float, run: float = 0.0) -> float:
        """0."""
        return 0.0

    def race_jumps(self) -> list[tuple[float, bool]]:
        """None."""
        return []

    def stretch(self, distance: float) -> str:
        """Empty: its parts have no names that everybody knows."""
        return ""
