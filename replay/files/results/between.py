"""The lines of a text between those of its runners, which are nobody's."""

from collections.abc import Sequence

from replay.files.results.lines import TIME


def timed_between(lines: Sequence[str], taken: Sequence[int]) -> list[int]:
    """The lines that have letters and a time, from the first that is a runner's on, and are no runner's.

    Args:
        lines: Of a text.
        taken: Those that are runners', counted from 1; the first may be a heading.
    """
    return [at for at in _below(lines, taken) if TIME.search(lines[at - 1]) is not None]


def others_below(lines: Sequence[str], taken: Sequence[int]) -> list[int]:
    """The same of lines that have letters and no time: who gave up, in words, or who took the times."""
    return [at for at in _below(lines, taken) if TIME.search(lines[at - 1]) is None]


def _below(lines: Sequence[str], taken: Sequence[int]) -> list[int]:
    """The lines with letters from the first that is a runner's on that are no runner's."""
    own = set(taken)
    return [at for at in range(min(taken), len(lines) + 1) if at not in own and any(map(str.isalpha, lines[at - 1]))]
