"""The likely finishes at a moment: `project`."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.analysis.narrowing import Narrowing
from replay.analysis.projection import Projection, Rank, projected, rank_to_here
from replay.answers.columns import table
from replay.answers.values import Answer, number
from replay.cells.text import cell_width, wrap
from replay.race.race import Entry, Evidence, Race, Status
from replay.race.times import format_clock, format_distance, format_time
from replay.state.timeline import Timeline


class Projected(NamedTuple):
    """What is likely at a moment."""

    timeline: Timeline
    time: float
    runners: tuple[tuple[Projection, Rank | None], ...]
    """With how fast each came to his last split, beside earlier races of the library."""


def projection_of(
    timeline: Timeline, t: float, library: Sequence[Race], entries: Sequence[int] | None = None
) -> Projected:
    """The likely finishes at `t` seconds, of everybody or of some entries; of a large field a few take far less time.

    Raises:
        ReplayError: Finishes of such a race are not projected.
    """
    found = projected(timeline, t) if entries is None else Narrowing(timeline).at(t, entries)
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
    title = f"{found.timeline.race.title} at {format_clock(found.time, 2)}: {LIKELY}"
    others = len(_unknown_until(found)) if found.runners else 0
    left = f"not listed: {others:,} of whom no split is known until then" if others else ""
    return "\n".join(filter(None, [title, *projected_lines(found, _WIDE), left]))


def _unknown_until(found: Projected) -> list[Entry]:
    """Those who started and of whom nothing is known at the moment, and so no likely finish."""
    listed = {one.entry for one, _ in found.runners}
    return [
        entry
        for at, entry in enumerate(found.timeline.race.entries)
        if at not in listed
        and not entry.ghost
        and entry.status is not Status.DNS
        and not any(
            split.time.seconds <= found.time and split.time.evidence is not Evidence.ESTIMATED for split in entry.splits
        )
    ]


LIKELY = "likely finishes, from the splits until then"
_WIDE = 1000
_HEADS = "runner", "", "last split", "finish", "9 times in 10", "even pace", "to there"
_NATION, _SPLIT, _EVEN, _TO_THERE = 1, 2, 5, 6
_FOOT = "to there: how fast, of who is known there in this race and in earlier ones of the library over the distance"
MOST = 200
"""Runners that a narrow table has."""


def projected_lines(found: Projected, width: int) -> list[str]:
    """The table in so many cells at most: what matters least is left out, and of a large field those who are last."""
    if not found.runners:
        return ["nobody has a split that is known until then; a later moment may say more"]
    runners = found.runners if width >= _WIDE else found.runners[:MOST]
    rows = [_row(found.timeline.race, one, rank) for one, rank in runners]
    ranked = any(row[_TO_THERE] for row in rows)
    shown = [at for at in range(len(_HEADS)) if ranked or at != _TO_THERE]
    lines: list[str] = []
    for without in (None, _NATION, _EVEN, _TO_THERE, _SPLIT):
        shown = [at for at in shown if at != without]
        right = {at for at, column in enumerate(shown) if _NATION < column <= _EVEN}
        lines = table([_HEADS[at] for at in shown], [[row[at] for at in shown] for row in rows], right).splitlines()
        if max(map(cell_width, lines)) <= width:
            break
    return [*lines, *(wrap(_FOOT, width) if _TO_THERE in shown else ())]


def _row(race: Race, one: Projection, rank: Rank | None) -> tuple[str, ...]:
    entry = race.entries[one.entry]
    if one.home and entry.result is not None:
        result = entry.result.evidence.mark + (entry.result.text or format_time(one.seconds))
        return entry.name, entry.nation, "", result, "", "", _rank(rank)
    where = f"{format_distance(one.last.distance)} {format_time(one.last.seconds, 1)}"
    within = f"{format_time(one.low, 1)} to {format_time(one.high, 1)}"
    finish, even = (f"~{format_time(seconds, 1)}" for seconds in (one.seconds, one.even))
    return entry.name, entry.nation, where, finish, within, even, _rank(rank)


def _rank(rank: Rank | None) -> str:
    if rank is None:
        return ""
    place = {1: "fastest", 2: "2nd fastest", 3: "3rd fastest"}.get(rank.place, f"{rank.place}th fastest")
    return f"{place} of {rank.of}"
