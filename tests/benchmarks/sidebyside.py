"""Two programs at the same time, each on a processor of its own: what disturbs one disturbs the other.

In turn the same program differs by a third from one five seconds to the next, on a machine that has neighbours.
"""

from collections.abc import Sequence

from tests.benchmarks.terminal import Terminal


def together(
    programs: tuple[Sequence[str], Sequence[str]],
    size: tuple[int, int],
    seconds: float,
    keys: str,
    cores: Sequence[int],
) -> float:
    """The processor time of the first of two programs over the second's; the first has keys pressed before."""
    own, floor = (
        Terminal(["taskset", "-c", str(core), *program], *size) for core, program in zip(cores, programs, strict=True)
    )
    try:
        _read_both(own, floor, 3.0)
        for key in keys:
            own.press(key)
            _read_both(own, floor, 0.4)
        _read_both(own, floor, 0.8)
        before = own.cpu(), floor.cpu()
        _read_both(own, floor, seconds)
        if not (own.alive and floor.alive):
            raise RuntimeError(f"{' '.join(programs[0])} ended: {bytes(own.data[-300:])!r}")
        return (own.cpu() - before[0]) / (floor.cpu() - before[1])
    finally:
        own.close()
        floor.close()


def _read_both(one: Terminal, other: Terminal, seconds: float) -> None:
    until = one.clock() + seconds
    while one.clock() < until:
        one.read(0.01)
        other.read(0.01)
