"""Every line of commentary: `calls`."""

from collections.abc import Iterable

from replay.answers.values import Answer, number
from replay.cells.text import fit
from replay.commentary import Call
from replay.race.race import Race
from replay.race.times import format_clock


def calls_answer(calls: Iterable[Call]) -> list[Answer]:
    """`calls --json`."""
    return [
        {
            "time": number(call.time),
            "kind": str(call.kind),
            "text": call.text,
            "by": call.by,
            "source": call.source,
            "estimated": call.estimated,
            "pinned": call.pinned,
        }
        for call in calls
    ]


def calls_text(calls: Iterable[Call], race: Race) -> str:
    """Every line of commentary with its time."""
    lines = []
    for call in calls:
        clock = ("~" if call.estimated else "") + format_clock(call.time)
        told = ", ".join(part for part in (call.by, race.publisher(call.source)) if part)
        text = f"“{call.text}” {told}" if call.by else call.text + (f" ({told})" if told else "")
        lines.append(f"{fit(clock, 9, right=True)}  {text}")
    return "\n".join(lines)
