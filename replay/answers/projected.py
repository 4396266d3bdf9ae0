"""The likely finishes at a moment: `project`."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.analysis.projection import Projection, Rank, projected, rank_to_here
from replay.answers.columns import table
from replay.answers.values import Answer, number
from replay.race.race import Race
from replay.race.times import format_clock, format_distance, format_time
from replay.state.timeline import Timeline


class Projected(NamedTuple):
    """What is likely at a moment."""

    timeline: Timeline
    time: float
    runners: tuple[tuple[Projection, Rank | None], ...]
    """With how fast each came to his last split, beside earlier races of the library."""


def projection_of(timeline: Timeline, t: float, library: Sequence[Race]) -> Projected:
    """The likely finishes at `t` seconds.

    Raises:
        ReplayError: Finishes of such a race are not projected.
    """
    found = projected(timeline, t)
    return Projected(
        timeline, t, tuple((one, rank_to_here(timeline, t, one.entry, one.last, library)) for one in found)
    )


def projected_answer(found: Projected) -> Answer:
    """`project --json`."""
    entries = found.timeline.race.entries
    return {
        "race": found.timeline.race.id,
        "what_if": list(found.timeline.race.what_if),
        "time": number(found.time),
        "runners": [
            {
                "name": entries[one.entry].name,
                "nation": entries[one.entry].nation,
                "home": one.home,
                "distance": number(one.last.distance),
                "split": number(one.last.seconds),
                "finish": number(one.seconds),
                "low": number(one.low),
                "high": number(one.high),
                "even_pace": number(one.even),
                "rank": None if rank is None else {"place": rank.place, "of": rank.of},
            }
            for one, rank in found.runners
        ],
    }


def projected_text(found: Projected) -> str:
    """The likely finishes as a table."""
    race = found.timeline.race
    title = f"{race.title} at {format_clock(found.time, 2)}: likely finishes, from the splits until then"
    if not found.runners:
        return f"{title}\nnobody has a split that is known until then; a later moment may say more"
    rows = []
    for one, rank in found.runners:
        entry = race.entries[one.entry]
        if one.home and entry.result is not None:
            finish, within, even = entry.result.evidence.mark + (entry.result.text or format_time(one.seconds)), "", ""
        else:
            finish, even = f"~{format_time(one.seconds, 1)}", f"~{format_time(one.even, 1)}"
            within = f"{format_time(one.low, 1)} to {format_time(one.high, 1)}"
        where = "" if one.home else f"{format_distance(one.last.distance)} {format_time(one.last.seconds, 1)}"
        rows.append((entry.name, entry.nation, where, finish, within, even, _rank(rank)))
    heads = ("runner", "", "last split", "finish", "9 times in 10", "even pace", "to there")
    foot = "to there: how fast, of who is known there in this race and in earlier ones of the library over the distance"
    return f"{title}\n{table(heads, rows, right={2, 3, 4, 5})}" + (f"\n{foot}" if any(row[-1] for row in rows) else "")


def _rank(rank: Rank | None) -> str:
    if rank is None:
        return ""
    place = {1: "fastest", 2: "2nd fastest", 3: "3rd fastest"}.get(rank.place, f"{rank.place}th fastest")
    return f"{place} of {rank.of}"
