"""Commentary: what an announcer would have said, worked out once from a race.

Sentences are ours; what a report or an athlete says keeps its source. A call names nothing that had not happened by its
time.
"""

from typing import TYPE_CHECKING

from replay.commentary.calls import Call, CallKind, moments, said_by

if TYPE_CHECKING:
    from replay.state.timeline import Timeline

__all__ = ["Call", "CallKind", "call_race", "moments", "said_by"]


def call_race(timeline: "Timeline") -> tuple[Call, ...]:
    """Everything there is to say about a race, in order of time."""
    # What works it out is imported here: a race is on the screen before anybody says a word.
    from replay.commentary.script import call_race as work_out

    return work_out(timeline)
