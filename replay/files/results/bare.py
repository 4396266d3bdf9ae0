"""Notes of a few words: names and times that only a point parts, without places, and the one line of one runner.

    Sam 21.05
    Kim 22.40

Whether these are minutes or seconds is told by how far it was. Lists that say more are read by `inline`.
"""

import re
from collections.abc import Sequence

from replay.files.results.inline import AHEAD, plain_line, runner_of
from replay.files.results.layout import Laid
from replay.files.table.wording.spoken import is_spoken
from replay.race.events import event_in
from replay.race.statuses import is_out

PAIR = re.compile(
    r"([^\W\d_][^\d:;,|\t()]{0,40}?)\s*(?:\s|[=:–—-])\s*(?:in |en )?"
    r"(\d{1,3}[.,]\d{1,2}|(?i:dnf|dns|dsq|dq))(?: ?(?:s|secs?|sek|min|mins)\b\.?)?[\s,;.!]*"
)
"""A name and its time, whole."""
_FEWEST, _SHARE = 2, 0.6
"""Runners, and of the lines from the first of them on."""
_WORDS = 4
"""Of a name."""
_ALIKE = 2.0
"""How many times the shortest the longest time of a race may be."""
_LINES = 3
"""Of the note of one runner's time, at most."""


def bare(lines: Sequence[str]) -> Laid | None:
    """The rows of such a note; None where it is none.

    Args:
        lines: Of a text.
    """
    plain = [(at, plain_line(line)) for at, line in enumerate(lines, 1) if line.strip()]
    found = [(at, match[1], match[2]) for at, line in plain if (match := _pair(line)) is not None]
    if len({name for _, name, _ in found}) < _FEWEST:
        return _alone(plain)
    since = [at for at, _ in plain if at >= found[0][0]]
    if len(found) < _SHARE * len(since) or not are_alike([time for _, _, time in found]):
        return None
    rows = [[name.rstrip(" :=–—-"), time.upper()] for _, name, time in found]
    return Laid([["Name", "Time"], *rows], [found[0][0], *(at for at, _, _ in found)])


def _pair(line: str) -> re.Match[str] | None:
    match = PAIR.fullmatch(line.strip())
    named = match is not None and len(match[1].split()) <= _WORDS and event_in(match[1]) is None
    return match if named and match is not None and not is_spoken(line, match[1]) else None


def are_alike(times: Sequence[str]) -> bool:
    """Whether times are those of one race."""
    numbers = [float(time.replace(",", ".")) for time in times if not is_out(time)]
    return len(numbers) >= _FEWEST and max(numbers) < _ALIKE * min(numbers)


def _alone(plain: Sequence[tuple[int, str]]) -> Laid | None:
    """The one runner of a short text, who has a place or a whole name."""
    found = [(at, line, one) for at, line in plain if (one := runner_of(line)) is not None and not is_out(one.time)]
    if len(plain) > _LINES or len(found) != 1:
        return None
    at, line, runner = found[0]
    whole = len(runner.name.split()) in range(2, _WORDS + 1) and runner.name == runner.name.title()
    if (AHEAD.match(line) is None and not whole) or is_spoken(line, runner.name) or event_in(line) is not None:
        return None
    titles, row = ["Place", "Name", "Nation", "Club", "Time"], runner
    return Laid([titles, [row.place, row.name, row.nation, row.club, row.time]], [at, at])
