"""What the JSON Schemas of answers are made of: kinds of values, each with a word on what it is."""

from collections.abc import Iterable
from typing import Any

from replay.race.race import Clock, Evidence

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""


def object_of(about: str, **properties: Schema) -> Schema:
    """An object that has all of some keys."""
    return {"description": about, "type": "object", "required": list(properties), "properties": properties}


def map_of(about: str, value: Schema) -> Schema:
    """An object of any keys, each with such a value."""
    return {"description": about, "type": "object", "additionalProperties": value}


def list_of(about: str, item: Schema) -> Schema:
    """A list of such items."""
    return {"description": about, "type": "array", "items": item}


def one_of(about: str, words: Iterable[object]) -> Schema:
    """One of some words."""
    return {"description": about, "enum": [str(word) for word in words]}


def text(about: str) -> Schema:
    """A text."""
    return {"description": about, "type": "string"}


def number_of(about: str) -> Schema:
    """A number."""
    return {"description": about, "type": "number"}


def whole(about: str) -> Schema:
    """A whole number from 1 on."""
    return {"description": about, "type": "integer", "minimum": 1}


def yes(about: str) -> Schema:
    """True or false."""
    return {"description": about, "type": "boolean"}


def or_null(schema: Schema, when: str = "not known") -> Schema:
    """A value, or null; `when` says what null means."""
    about = f"{schema['description']} Null: {when}."
    if "enum" in schema:
        return {**schema, "description": about, "enum": [*schema["enum"], None]}
    return {**schema, "description": about, "type": [schema["type"], "null"]}


EVIDENCE = one_of("How a time is known: official timing, a report, or worked out.", Evidence)
CLOCK = one_of("From when times count: the gun, or each runner's start.", Clock)
RACE = text("The race's id, or its file's name without the ending.")
NAME = text("The runner's name.")
NATION = text("The nation's code; empty where the file gives none.")
DAY = or_null({**text("The day, as YYYY-MM-DD."), "format": "date"})
METRES = or_null(number_of("Metres of the race."), "a race for distance")
DURATION = or_null(number_of("Seconds that a race for distance lasts."), "a race over a distance")
SOURCE = or_null(text("A key of the race's sources."), "the file names none")
KNOWN = one_of("How well it is documented: the field's splits, some splits, or results alone.",
                 ("full", "part", "results"))  # fmt: skip
WHAT_IF = list_of("What was changed of what happened; empty for what was.", text("Such as `Kerr lap 3 = 55.0`."))
GHOST = or_null(text("Of one who ran another time: the option that put him here."), "who ran in this race")
