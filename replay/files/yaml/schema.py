"""The JSON Schema of the race file, made from the tables that the reader goes by."""

from collections.abc import Mapping
from typing import Any

from replay.files.yaml import keys

Schema = dict[str, Any]

_CLOCK = r"^([0-9]{1,3}:)?([0-9]{1,3}:)?[0-9]{1,6}([.,][0-9]{1,6})?\*?$"

_MAPS: Mapping[str, Mapping[str, Schema]] = {
    "venue": keys.VENUE,
    "track": keys.TRACK,
    "source": keys.SOURCE_KEYS,
    "entry": keys.ENTRY,
    "leg": keys.LEG,
    "stopped": keys.STOPPED,
    "fact": keys.FACT,
    "record": keys.RECORD,
    "quote": keys.QUOTE,
    "note": keys.NOTE,
    "dispute": keys.DISPUTE,
    "claim": keys.CLAIM,
    "estimates": keys.ESTIMATES,
}


def race_schema() -> Schema:
    """The schema (draft 2020-12) of a race file as an editor reads it, in YAML 1.2."""
    definitions = {name: _map(name, table) for name, table in _MAPS.items()}
    definitions["source"] = {"anyOf": [keys.TEXT, definitions["source"]]}
    seconds = {
        "description": "Seconds, or minutes and seconds, or hours, minutes and seconds.",
        "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": _CLOCK}],
    }
    words = "Metres from the start, or a point such as 1.2km, half, 600 to go, bell or finish."
    definitions |= {
        "seconds": seconds,
        "time": {"anyOf": [{"$ref": "#/$defs/seconds"}, _map("time", keys.TIME_KEYS)]},
        "point": {"description": words, "anyOf": [keys.METRES, {"type": "string"}]},
        "when": {"anyOf": [keys.TEXT, _map("show", keys.SHOW)]},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Race Replay race file",
        **_map("race", keys.RACE),
        "anyOf": [{"required": ["event"]}, {"required": ["distance"]}],
        "$defs": definitions,
    }


def _map(name: str, table: Mapping[str, Schema]) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": dict(table)}
    required = keys.REQUIRED.get(name)
    return {**schema, "required": list(required)} if required else schema
