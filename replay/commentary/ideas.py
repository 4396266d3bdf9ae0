"""Something that could be said: with how much it matters, and how it would be put once it is chosen."""

from collections.abc import Callable, Iterable
from dataclasses import KW_ONLY, dataclass

from replay.commentary.calls import Call, CallKind, Claim
from replay.commentary.voice import Voice

ALWAYS = 0
"""The weight of what is never left out: the gun, the bell, finishes, records, who leaves the race."""
_FREE = frozenset({CallKind.QUOTE, CallKind.FINISH, CallKind.RECORD, CallKind.DQ})
"""Kinds beside which others may be said at once."""


@dataclass(frozen=True, slots=True)
class Idea:
    """A call before it has words."""

    time: float
    kind: CallKind
    weight: int
    """0 is always said, 1 unless another of its kind is near; of others that are too close the smaller weight."""
    phrase: Callable[[Voice], str]
    _: KW_ONLY
    by: str | None = None
    source: str | None = None
    estimated: bool = False
    entries: tuple[int, ...] = ()
    claims: tuple[Claim, ...] = ()
    pinned: bool = False
    instant: bool = True
    """Whether something happens at its time, so that an unknown time is an estimate; a remark may come at any."""
    once: str = ""
    """What it tells, where that is told only once, in whatever words."""
    fact: bool = False
    """See `Call`."""
    standing: bool = False
    """See `Call`."""

    def call(self, voice: Voice) -> Call:
        """The call, in words."""
        text = voice.put(self.time, self.phrase)
        return Call(
            self.time,
            self.kind,
            text,
            self.by,
            self.source,
            self.estimated,
            self.entries,
            self.claims,
            voice.form,
            self.pinned,
            fact=self.fact,
            standing=self.standing,
        )


def once_at(distance: float) -> str:
    """What a time is that no mark tells: whoever comes to it first tells it, the lap counter or a quiet moment."""
    return f"times at {distance:g}"


def chosen(ideas: Iterable[Idea], apart: float) -> list[Idea]:
    """The ideas that are said, in order of time; those that may be left out are `apart` seconds from any other."""
    kept: list[Idea] = []
    ordered = sorted(ideas, key=lambda idea: (idea.weight, idea.time))
    for idea in ordered:
        if idea.weight == ALWAYS or all(not _crowds(idea, other, apart) for other in kept):
            kept.append(idea)
    return sorted(kept, key=lambda idea: (idea.time, _turn(idea), _RANK[idea.kind], idea.weight))


def _turn(idea: Idea) -> int:
    """What happens comes first, then the result, then what else is told of the end."""
    remark = idea.kind is CallKind.FINISH and not idea.instant
    return 1 if idea.pinned else 2 if remark else 0


def _crowds(idea: Idea, other: Idea, apart: float) -> bool:
    """Whether there is no room for an idea beside another that is said."""
    remark = other.kind is CallKind.SPLIT and other.weight == ALWAYS
    if (
        other.kind in _FREE
        or (remark and idea.kind is not CallKind.SPLIT)
        or (idea.weight == 1 and (other.kind is not idea.kind or remark))
    ):
        return False
    least = apart if idea.weight >= 3 or other.weight >= 3 else apart / 2
    if idea.kind is other.kind and idea.entries[:1] == other.entries[:1]:
        least = apart
    return abs(idea.time - other.time) < least


_ORDER = (
    CallKind.GUN,
    CallKind.MOVE,
    CallKind.PASS,
    CallKind.BELL,
    CallKind.SPLIT,
    CallKind.STOP,
    CallKind.LEAD,
    CallKind.BREAK,
    CallKind.KICK,
    CallKind.FINISH,
    CallKind.RECORD,
    CallKind.DQ,
    CallKind.QUOTE,
)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
"""What is said first of two things at the same time."""
