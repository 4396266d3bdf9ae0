"""How far everybody is behind a reference along the way: `trace`, and `show --trace`."""

from replay.analysis.reference import Behind, Traced
from replay.answers.analysed import far
from replay.answers.columns import table
from replay.answers.values import Answer, number
from replay.race.race import Evidence, Race
from replay.race.times import format_clock, format_gap, format_instant, format_time
from replay.state.timeline import Timeline


def trace_answer(timeline: Timeline, found: Traced) -> Answer:
    """`trace --json`."""
    race, reference = timeline.race, found.reference
    times = zip(found.marks, found.of_reference, strict=True)
    return {
        "race": race.id,
        "what_if": list(race.what_if),
        "time": number(found.t),
        "against": {
            "kind": reference.kind,
            "name": race.entries[reference.entry].name if reference.entry is not None else None,
            "seconds": number(reference.light.seconds) if reference.light is not None else None,
            "times": [
                {
                    "distance": number(mark),
                    "time": None if passed is None else number(passed.seconds),
                    "evidence": None if passed is None else str(passed.evidence),
                }
                for mark, passed in times
            ],
        },
        "marks": [number(mark) for mark in found.marks],
        "runners": [
            {"name": race.entries[entry].name, "at": [_behind_answer(behind) for behind in row]}
            for entry, row in found.of.items()
        ],
    }


def _behind_answer(behind: Behind | None) -> Answer | None:
    if behind is None:
        return None
    return {
        "time": number(behind.time.seconds),
        "behind": number(behind.gap),
        "evidence": str(behind.evidence),
    }


def trace_text(timeline: Timeline, found: Traced) -> str:
    """Seconds behind the reference at each mark, and the reference's own times above them."""
    race, reference = timeline.race, found.reference
    words = reference.words(_named(race, reference.entry))
    times = (
        ""
        if passed is None
        else (f"~{format_instant(passed.seconds)}" if passed.evidence.mark else format_time(passed.seconds))
        for passed in found.of_reference
    )
    heads = ("runner", *(far(race, mark) for mark in found.marks))
    rows = [
        (words, *times),
        *(
            (_named(race, entry), *("" if behind is None else _behind_text(behind) for behind in row))
            for entry, row in found.of.items()
        ),
    ]
    title = f"{race.title}: seconds behind {words} at {format_clock(found.t, 2)}; - is ahead, ~ is estimated"
    return f"{title}\n{table(heads, rows, right=range(1, len(heads)))}"


def _behind_text(behind: Behind) -> str:
    if behind.evidence is Evidence.ESTIMATED:
        return behind.evidence.mark + format_gap(behind.gap, 1)
    return format_gap(behind.gap, 2)


def _named(race: Race, entry: int | None) -> str:
    return race.entries[entry].name if entry is not None else ""
