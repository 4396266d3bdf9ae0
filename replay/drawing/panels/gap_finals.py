"""How far behind everybody is when the race is over, for the chart of gaps."""

import math
from collections.abc import Sequence

from replay.state.timeline import Timeline


def finals_of(timeline: Timeline, homes: Sequence[float], won: float) -> list[float]:
    """How far behind each is at the end, in metres; infinite for who does not come home, or is nowhere then."""
    if won == math.inf:
        return [math.inf] * len(homes)
    if timeline.race.duration is None:
        return [(home - won) * timeline.race.distance / won for home in homes]
    runs = [float(run) if run == run else -math.inf for run in timeline.motion.distances_at(timeline.duration)]
    far = max(runs[entry] for entry, home in enumerate(homes) if home < math.inf)
    both = zip(homes, runs, strict=True)
    return [far - run if home < math.inf and run > -math.inf else math.inf for home, run in both]
