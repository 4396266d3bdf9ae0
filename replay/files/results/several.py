"""Several runners in one line of a letter or a newspaper, and each in one of his own.

1500m: 1. Ada Alfa (Oak) 3:50.1; 2. Bea Beta (Elm) 3:51.0
Mile results: Tom 4:41, Ian 4:52 and Meg 5:20
"""

import re
from collections.abc import Sequence

from replay.files.results.inline import AHEAD, LONGEST, TIME, runner_of
from replay.race.statuses import is_out

_FEWEST, _PAIRS = 2, 3
"""Runners of such a line: with their places, and without."""
_TITLED = re.compile(r"\s*([^:;]*[^\W\d][^:;]*):\s+(?=\d{1,3}[.)]?\s+[^\W\d])")
"""What stands before the first of several runners in a line: `1500m: 1 Ada Alfa 3:50.1, 2 Bea Beta 3:51.0`."""
_CALLED = re.compile(r"\s*([^:;]*[^\W\d][^:;\d]*):\s+(?=[^\W\d_])")
"""The same where the runners have no places."""
_BETWEEN = re.compile(r";\s*|(?<=\d),\s+(?=\d{1,3}[.)]?\s+[^\W\d])")
_COMMAS = re.compile(r"[,;]\s+(?:and\s+|und\s+|et\s+)?|\s+(?:and|und|et|y|&)\s+")
_PAIR = re.compile(rf"[^\W\d_][^\d:;,]{{0,40}}?\s+(?:[-–—]\s+)?(?:{TIME.pattern})\W*")
"""A name and its time."""


def one_each(lines: Sequence[str]) -> list[str]:
    """The lines, each runner in one of his own."""
    return [part for line in lines for part in _runners_of(line)]


def _runners_of(line: str) -> list[str]:
    if len(line) >= LONGEST * _FEWEST or not (";" in line or ", " in line):
        return [line]
    titled = _TITLED.match(line)
    parts = [part.strip() for part in _BETWEEN.split(line[titled.end() :] if titled is not None else line)]
    runners = [part for part in parts if AHEAD.match(part) is not None and runner_of(part) is not None]
    stopped = [part.lstrip("… .") for part in parts if part not in runners]
    if len(runners) > 1 and all(is_out(part.partition(" ")[0]) for part in stopped):
        return [*([titled[1]] if titled is not None else []), *runners, *map(_said, stopped)]
    called = _CALLED.match(line)
    pairs = [part.strip() for part in _COMMAS.split(line[called.end() :] if called is not None else line)]
    if len(pairs) >= _PAIRS and all(map(_PAIR.fullmatch, pairs)):
        return [*([called[1]] if called is not None else []), *pairs]
    return [line]


def _said(part: str) -> str:
    """Who stopped, as a line below a list says it: `DNF: Ada Alfa`."""
    return re.sub(r"^(\w+)\.?:?\s+", r"\1: ", part)
