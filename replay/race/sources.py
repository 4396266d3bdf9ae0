"""Where what is known of a race comes from, and where its sources disagree."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is known from."""

    key: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says in a dispute."""

    value: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something on which sources disagree, and what we make of it."""

    what: str
    claims: tuple[Claim, ...]
    resolution: str = ""
