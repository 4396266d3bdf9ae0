"""Commentary: what an announcer would have said, worked out once from a race.

Sentences are ours; what a report or an athlete says keeps its source. A call names nothing that had not happened by its
time.
"""

from replay.commentary.calls import Call, CallKind, moments, said_by
from replay.commentary.desk import call_race

__all__ = ["Call", "CallKind", "call_race", "moments", "said_by"]
