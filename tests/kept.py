"""A shipped race is read once for all tests of a process, packed once, and what is said of it is worked out once.

So is whether it is sparse, and so are the letters and colours of its runners, the tracks that are painted and the gaps
of a chart.

These are pure functions of files that do not change, and they were a third of what the tests cost: each of hundreds of
applications read the same mile and told it anew. What a test makes up itself is not kept.
"""

import math
from collections import deque
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import replay.commentary.script
import replay.drawing.course.stadium
import replay.drawing.theme.lineup
import replay.files.formats
import replay.reconstruction
import replay.reconstruction.completion
import replay.viewing.stage
from replay.commentary.calls import Call
from replay.drawing.panels.gap_chart import GapChart
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.files.source import Choices, Reading
from replay.race.race import Race
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from tests.places import RACES

_READ: dict[tuple[Path, bool], Reading] = {}
"""By path, and whether the estimates are read too."""
_SHIPPED: dict[int, Race] = {}
"""Those races, by identity: one that equals them is not one of them."""
_TOLD: dict[tuple[int, type], tuple[Call, ...]] = {}
_PACKED: dict[int, list[list[float]]] = {}
_SPARSE: dict[int, bool] = {}
_CAST: dict[tuple[int, Look], Cast] = {}
_CHARTED: dict[tuple[object, ...], dict[str, object]] = {}


def keep() -> None:
    """Put what remembers in the place of what reads, tells and packs."""
    formats, script = replay.files.formats, replay.commentary.script
    formats.read_file = _reading_once(formats.read_file)
    script.call_race = _telling_once(script.call_race)  # type: ignore[assignment]
    Placing.__init__ = _packing_once(Placing.__init__)  # type: ignore[method-assign, assignment]
    replay.reconstruction.is_sparse = _asking_once(replay.reconstruction.is_sparse)  # type: ignore[assignment]
    lineup = replay.drawing.theme.lineup
    lineup.cast_of = replay.viewing.stage.cast_of = _casting_once(lineup.cast_of)  # type: ignore[assignment, attr-defined]
    GapChart.__init__ = _charting_once(GapChart.__init__)  # type: ignore[method-assign]
    stadium, stage = replay.drawing.course.stadium, replay.viewing.stage
    stadium.paint = stage.paint = lru_cache(maxsize=64)(stadium.paint)  # type: ignore[assignment, attr-defined]


def _reading_once(read: Callable[[Path | str, Choices | None], Reading]) -> Callable[..., Reading]:
    def read_file(path: Path | str, choices: Choices | None = None) -> Reading:
        key = Path(path), choices is None or choices.estimates
        if key[0].parent != RACES or choices not in (None, Choices(estimates=key[1])):
            return read(path, choices)
        if key not in _READ:
            found = _READ[key] = read(path, choices)
            if found.race is not None:
                _SHIPPED[id(found.race)] = found.race
        return _READ[key]

    return read_file


def _telling_once(tell: Callable[[Timeline], tuple[Call, ...]]) -> Callable[[Timeline], tuple[Call, ...]]:
    def call_race(timeline: Timeline) -> tuple[Call, ...]:
        key = id(timeline.given), type(timeline)
        if key[0] not in _SHIPPED:
            return tell(timeline)
        if key not in _TOLD:
            _TOLD[key] = tell(timeline)
        return _TOLD[key]

    return call_race


def _packing_once(make: Callable[[Placing, Timeline], None]) -> Callable[[Placing, Timeline], None]:
    def __init__(self: Placing, timeline: Timeline) -> None:  # noqa: N807 - it stands for it
        make(self, timeline)
        if id(timeline.given) in _SHIPPED:
            self._table = _PACKED.setdefault(id(timeline.given), [self._start()])

    return __init__


def _charting_once(make: Callable[..., None]) -> Callable[..., None]:
    def __init__(  # noqa: N807
        self: GapChart, timeline: Timeline, width: int, marks: Iterable[tuple[float, str]] = (), end: float = math.inf
    ) -> None:
        marks = tuple(marks)
        if id(timeline.given) not in _SHIPPED:
            make(self, timeline, width, marks, end)
            return
        key = id(timeline.given), type(timeline), width, marks, end
        if key not in _CHARTED:
            make(self, timeline, width, marks, end)
            _CHARTED[key] = dict(vars(self))
        vars(self).update(_CHARTED[key])

    return __init__


def _casting_once(cast: Callable[[Race, Look], Cast]) -> Callable[[Race, Look], Cast]:
    def cast_of(race: Race, look: Look) -> Cast:
        if id(race) not in _SHIPPED:
            return cast(race, look)
        key = id(race), look
        if key not in _CAST:
            _CAST[key] = cast(race, look)
        return _CAST[key]

    return cast_of


def _asking_once(ask: Callable[[Race], bool]) -> Callable[[Race], bool]:
    def is_sparse(race: Race) -> bool:
        if id(race) not in _SHIPPED:
            return ask(race)
        if id(race) not in _SPARSE:
            _SPARSE[id(race)] = ask(race)
        return _SPARSE[id(race)]

    return is_sparse


def kept_lately(work_out: Callable[[Any], Any], given: Callable[[Any], Race]) -> Callable[[Any], Any]:
    """What comes of one of the last races: of one that equals it the same comes.

    For tests that open the same file again and again, and not for those of what works it out.
    """
    lately: deque[tuple[type, Race, Any]] = deque(maxlen=20)

    def known(of: Any) -> Any:  # noqa: ANN401 - a race or a timeline
        for kind, race, found in list(lately):  # a thread may come in between
            if kind is type(of) and race == given(of):
                return found
        found = work_out(of)
        lately.append((type(of), given(of), found))
        return found

    return known


completed_lately = kept_lately(replay.reconstruction.completion.completed, lambda race: race)
"""What the reports of a race leave open, filled."""
