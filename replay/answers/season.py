"""A runner's races in the library: `runner`."""

from collections.abc import Sequence

from replay.analysis.season import Run
from replay.answers.analysed import halves_answer
from replay.answers.columns import table
from replay.answers.values import Answer, number
from replay.drawing.panels.figures import halves_text
from replay.race.places import nth
from replay.race.race import Evidence, Surface
from replay.race.statuses import STATUS_WORDS
from replay.race.times import format_distance, format_time

_LAP = 400.0
"""Metres that a pace is told for."""


def season_answer(name: str, runs: Sequence[Run]) -> Answer:
    """`runner --json`."""
    return {
        "name": name,
        "races": [
            {
                "race": run.race.id,
                "title": run.race.title,
                "date": str(run.race.date) if run.race.date else None,
                "distance": number(run.race.distance) if run.race.duration is None else None,
                "status": str(run.runner.status),
                "place": run.runner.place,
                "result": number(run.runner.result.seconds) if run.runner.result is not None else None,
                "best": run.best,
                "last_lap": None if run.last_lap is None else _timed(run.last_lap.seconds, run.last_lap.evidence),
                "quickest": None
                if run.quickest is None
                else {
                    "from": number(run.quickest.begins),
                    "to": number(run.quickest.ends),
                    **_timed(run.quickest.seconds, run.quickest.evidence),
                },
                "halves": halves_answer(run.halves),
            }
            for run in runs
        ],
    }


def _timed(seconds: float, evidence: Evidence) -> Answer:
    return {"time": number(seconds), "evidence": str(evidence)}


def season_text(name: str, runs: Sequence[Run]) -> str:
    """A line for each race; the best over a distance has a `*`."""
    heads = ("date", "race", "metres", "place", "result", "400 m", "last lap", "best 100 m", "halves")
    lines = [_line(run) for run in runs]
    races = "1 race" if len(runs) == 1 else f"{len(runs)} races"
    title = f"{name}: {races} of the library; * is the best of these over a distance, 400 m the mean, ~ is estimated"
    return f"{title}\n{table(heads, lines, right=range(2, 8))}"


def _line(run: Run) -> tuple[str, ...]:
    race, runner = run.race, run.runner
    result, pace = STATUS_WORDS.get(runner.status, ""), ""
    if runner.result is not None:
        result = f"{runner.result.evidence.mark}{runner.result.text or format_time(runner.result.seconds)}"
        pace = format_time(runner.result.seconds * _LAP / race.distance, 1) if race.duration is None else ""
    return (
        str(race.date or ""),
        ", ".join(part for part in (race.title, race.meeting) if part),
        format_distance(race.distance).removesuffix(" m") if race.duration is None else "",
        nth(runner.place) if runner.place is not None else "",
        f"{result}{'*' if run.best else ' '}",
        pace,
        "" if run.last_lap is None else f"{run.last_lap.evidence.mark}{format_time(run.last_lap.seconds, 1)}",
        _quickest(run),
        halves_text(run.halves),
    )


def _quickest(run: Run) -> str:
    """The quickest 100 m; of a road its kilometre or mile, and says so."""
    if run.quickest is None:
        return ""
    unit = f"/{run.race.course.unit}" if run.race.course.surface is Surface.ROAD else ""
    return f"{run.quickest.evidence.mark}{format_time(run.quickest.seconds, 1)}{unit}"
