"""What a viewer, and what a screen has beside him, can be told: the verbs that keys and clicks are made of."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V", bound=Callable[..., None])


def verb(method: V) -> V:
    """Mark what a key can do: the screen of a race offers it as an action."""
    method.__dict__["verb"] = True
    return method


def verbs_of(kind: type) -> tuple[str, ...]:
    """The names of all that somebody of a class can be told."""
    return tuple(name for name in dir(kind) if getattr(getattr(kind, name), "verb", False))
