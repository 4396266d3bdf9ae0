"""Where what is known of a race comes from, and where its sources disagree."""

from typing import NamedTuple


class Source(NamedTuple):
    """Where something is known from."""

    key: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    url: str = ""


class Claim(NamedTuple):
    """What one source says in a dispute."""

    value: str
    source: str | None = None


class Dispute(NamedTuple):
    """Something on which sources disagree, and what we make of it."""

    what: str
    claims: tuple[Claim, ...]
    resolution: str = ""
