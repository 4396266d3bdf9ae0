"""Every line of commentary: `calls`."""

from collections.abc import Iterable

from replay.answers.values import Answer, number
from replay.cells.text import fit
from replay.commentary import Call
from replay.race.race import Race


def calls_answer(calls: Iterable[Call]) -> list[Answer]:
    """`calls --json`."""
    return [
        {
            "time": number(call.time),
            "kind": str(call.kind),
            "text": call.text,
            "by": call.by,
            "occasion": call.occasion or None,
            "source": call.source,
            "estimated": call.estimated,
            "pinned": call.pinned,
        }
        for call in calls
    ]


def calls_text(calls: Iterable[Call], race: Race) -> str:
    """Every line of commentary with its time."""
    return "\n".join(call_text(call, race) for call in calls)


def call_text(call: Call, race: Race) -> str:
    """A line of commentary with its time: `  ~2:14.7  Kidder has done what was asked`."""
    clock, words = told(call, race)
    return f"{fit(clock, 9, right=True)}  {words}"


def told(call: Call, race: Race) -> tuple[str, str]:
    """The time of a line of commentary, and its words, with who said or published them."""
    by = ", ".join(part for part in (call.by, call.occasion, race.publisher(call.source)) if part)
    return call.clock, f"“{call.text.strip('“”')}” {by}" if call.by else call.text + (f" ({by})" if by else "")
