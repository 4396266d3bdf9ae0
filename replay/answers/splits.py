"""Everybody's splits, or all about one runner, as known at a moment: `splits`."""

from replay.analysis.leading import Margin, led
from replay.analysis.splits import At, Behind, Splits, behind, best_of, worst_of
from replay.answers.analysed import halves_answer
from replay.answers.values import Answer, number
from replay.cells.rows import plain
from replay.drawing.pages.runner_card import runner_lines
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.state.timeline import RunnerState, Timeline
from replay.viewing import picture_of
from replay.viewing.runner_card import Asked, runner_card

_WIDTH = 100
"""Cells of a runner's page."""


def splits_answer(timeline: Timeline, t: float, entry: int | None = None, *, every: bool | None = None) -> Answer:
    """`splits --json`: of everybody in the order of the race, or of one runner and how far he or she led.

    At the marks that `Splits` has for `every`.
    """
    splits = Splits(timeline, every=every)
    standings = timeline.at(t).standings
    listed = [runner for runner in standings if entry is None or runner.entry == entry]
    answer: Answer = {
        "race": timeline.race.id,
        "what_if": list(timeline.race.what_if),
        "time": number(t),
        "marks": [number(mark) for mark in splits.marks],
        "runners": [_runner(splits, runner, t) for runner in listed],
    }
    if entry is not None:
        found = led(timeline, entry, t)
        answer["led"] = number(found.metres)
        answer["most_ahead"] = _margin(found.ahead)
        answer["most_behind"] = _margin(found.behind)
    return answer


def _runner(splits: Splits, runner: RunnerState, t: float) -> Answer:
    line = splits.known(runner.entry, t)
    best, worst = best_of(line), worst_of(line)
    gaps = behind(line, splits.reference(None, t))
    return {
        "name": splits.timeline.race.entries[runner.entry].name,
        "place": runner.place,
        "status": runner.status,
        "splits": [
            _split(at, gap, distance)
            for at, gap, distance in zip(line, gaps, splits.marks, strict=True)
            if at is not None
        ],
        "best_to": number(splits.marks[best]) if best is not None else None,
        "worst_to": number(splits.marks[worst]) if worst is not None else None,
        "halves": halves_answer(splits.halves(runner.entry, t)),
    }


def _split(at: At, gap: Behind | None, distance: float) -> Answer:
    return {
        "distance": number(distance),
        "time": number(at.passed.seconds),
        "evidence": str(at.passed.evidence),
        "place": at.place,
        "behind_first": number(gap.seconds) if gap is not None else None,
        "since_last": number(at.part.seconds) if at.part is not None else None,
        "since_last_evidence": str(at.part.evidence) if at.part is not None else None,
    }


def _margin(found: Margin | None) -> Answer | None:
    return None if found is None else {"seconds": number(found.seconds), "distance": number(found.distance)}


def splits_text(timeline: Timeline, t: float, entry: int | None = None, *, every: bool | None = None) -> str:
    """The table of splits, or a runner's page, as they are seen in the program."""
    stage = picture_of(timeline, look_of(DARK)).stage
    view = View(chart="splits", every_mark=every)
    if entry is None:
        return stage.sights.splits(view).text(t, view)
    lines = runner_lines(runner_card(stage, Asked(entry, t, view)), stage.cast.chips[entry], stage.look, _WIDTH)
    return plain([tuple(line) for line in lines[:-2]])
