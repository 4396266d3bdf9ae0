"""Races with facts of all kinds, true or not, worked out and told: `python -m tests.hostile.generating FROM TO`."""

import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from replay.commentary import call_race
from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.reconstruction.completion import completed
from replay.state import timeline_of

_DISTANCES = (400, 800, 1500, 1609.344, 3000, 5000, 10000)
_MOMENTS = 6
"""Moments that are looked at of each race."""


class _Generator:
    """Draws the parts of one race file."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.distance = self.chance.choice(_DISTANCES)
        self.pace = self.distance / self.chance.uniform(5.5, 7.5)
        self.names = [f"R{number}" for number in range(self.chance.randint(1, 9))]

    def entry(self, name: str) -> str:
        chance, kind, result = self.chance, self.chance.random(), self.pace * (1 + self.chance.random() * 0.06)
        seen = [chance.uniform(1, self.distance - 1) for _ in range(chance.choice([0, 0, 0, 1, 2]))]
        marks = sorted({round(at, chance.choice([0, 0, 1, 3])) for at in seen})
        said = [f"name: {name}"]
        if kind < 0.12:
            said.append(f"status: {chance.choice(['DNF', 'DNS', 'DQ'])}")
        elif kind < 0.9:
            said.append(f"result: {result:.2f}")
        if chance.random() < 0.1:
            said.append("role: pacemaker")
        if marks:
            times = (f"{at}: {result * at / self.distance * chance.uniform(0.97, 1.02):.2f}" for at in marks)
            said.append(f"splits: {{{', '.join(times)}}}")
        return f"  - {{{', '.join(said)}}}"

    def at(self) -> str:
        chance, last = self.chance, int(self.distance) - 1
        far, round_ = f"{chance.uniform(0.001, self.distance):.3f}", str(chance.randint(1, last))
        edges = ("0.001", f"{self.distance - 0.001:.3f}", "start", "finish", "bell", "half")
        return chance.choice([far, round_, f"{round_} to go", *edges])

    def some(self) -> str:
        return f"[{', '.join(self.chance.sample(self.names, self.chance.randint(1, len(self.names))))}]"

    def one(self) -> str:
        return self.chance.choice(self.names)

    def seconds(self, most: float) -> str:
        return f"{self.pace * self.chance.uniform(0.01, most):.2f}"

    def fact(self) -> str:
        chance = self.chance
        of_one, stretch = f"at: {self.at()}, runner: {self.one()}", f"from: {self.at()}, to: {self.at()}"
        kinds: Sequence[Callable[[], str]] = (
            lambda: f"at: {self.at()}, order: {self.some()}",
            lambda: f"at: {self.at()}, leader: {self.one()}",
            lambda: f"{stretch}, leader: {self.one()}",
            lambda: f"{of_one}, place: {chance.randint(1, len(self.names) + 1)}",
            lambda: f"{of_one}, behind: {self.one()}, gap: {chance.choice([0, 0.1, 0.5, 2, 30])}",
            lambda: f"{of_one}, behind: {self.one()}, metres: {chance.choice([0, 1, 10, 200])}",
            lambda: f"at: {self.at()}, within: {chance.choice([0.1, 1, 5])}",
            lambda: f"at: {self.at()}, within: {chance.choice([0.1, 1, 5])}, runners: {self.some()}",
            lambda: f"between: [{self.at()}, {self.at()}], runner: {self.one()}, passes: {self.some()}",
            lambda: f"at: {self.at()}, leader_time: {self.seconds(1.1)}",
            lambda: f"at: {self.at()}, leader_time: {self.seconds(1.1)}, runners: {self.some()}",
            lambda: f"{stretch}, runner: {self.one()}, took: {self.seconds(0.6)}",
        )
        return f"  - {{{chance.choice(kinds)()}}}"


def made(seed: int) -> str:
    """A race file: one to nine runners, some of whom do not finish, and one to seven facts."""
    drawn = _Generator(seed)
    lines = [f"race: G{seed}", f"distance: {drawn.distance}", "entries:"]
    lines += [drawn.entry(name) for name in drawn.names]
    lines += ["facts:", *(drawn.fact() for _ in range(drawn.chance.randint(1, 7)))]
    if drawn.chance.random() < 0.3:
        lines.append(f"decided: {drawn.chance.choice(['lead-change', 'finish', 'bell', 'half'])}")
    return "\n".join(lines) + "\n"


def worked_out(text: str) -> str:
    """What becomes of a race file that is read, worked out, looked at and told; raises what is raised."""
    found = read_source(Source(text.encode(), Path("generated.yaml")), Choices()).race
    if found is None:
        return "refused"
    race, conflicts = completed(found)
    timeline = timeline_of(race)
    for number in range(_MOMENTS):
        timeline.at(number * timeline.duration / (_MOMENTS - 1))
    call_race(timeline)
    return "contradictions told" if conflicts else "worked out"


def main() -> None:
    """The races of some seeds, what became of them, what was raised, and the slowest."""
    first, last = map(int, sys.argv[1:3])
    became: Counter[str] = Counter()
    slowest = (0.0, first)
    for seed in range(first, last):
        began = time.process_time()
        try:
            became[worked_out(made(seed))] += 1
        except Exception:
            became["raised"] += 1
            print(f"{seed}: {traceback.format_exc()}", flush=True)
        slowest = max(slowest, (time.process_time() - began, seed))
        if (seed - first) % 250 == 249:
            print(f"{seed - first + 1}: {dict(became)}", flush=True)
    print(f"{last - first} races: {dict(became)}; the slowest took {slowest[0]:.1f} s (seed {slowest[1]})")


if __name__ == "__main__":
    main()
