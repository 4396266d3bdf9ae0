"""The keys of a race file, each with the JSON Schema of its value: the reader and `race-replay schema` go by these.

The schema describes the file as a YAML 1.2 editor sees it: `1:54.31`, `2024-05-25` and `NO` are strings, `55.91` is a
number; numbers may also stand in quotes.
"""

from typing import Any

from replay.race.race import Clock, Evidence, Role, Status, Surface

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number"]}
TEXTS: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
METRES: Schema = {"type": ["number", "string"], "minimum": 0, "pattern": r"^[0-9]+(\.[0-9]+)?$"}
COUNT: Schema = {"type": ["integer", "string"], "minimum": 1, "pattern": "^[1-9][0-9]*$"}
POINT: Schema = {"$ref": "#/$defs/point"}
TIME: Schema = {"$ref": "#/$defs/time"}
SECONDS: Schema = {"$ref": "#/$defs/seconds"}
NAMES: Schema = {"type": "array", "items": TEXT}
WHEN: Schema = {"$ref": "#/$defs/when"}
SOURCE: Schema = {**TEXT, "description": "A key of `sources`."}
EVIDENCE: Schema = {"enum": [str(member) for member in Evidence]}
STATUS: Schema = {
    "type": "string",
    "pattern": r"(?i)^(" + "|".join([*map(str, Status), "dsq"]) + r")(\W.*)?$",
    "description": "What stands behind it is its note: `DQ TR54.7.5`. The words of tables are read too.",
}


def _list_of(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


KIT_COLOURS = {
    "black": 0x16181C,
    "white": 0xF4F4F4,
    "grey": 0x808488,
    "red": 0xD2202F,
    "maroon": 0x7A1E3A,
    "pink": 0xF07CB0,
    "orange": 0xF36C21,
    "gold": 0xE0A818,
    "yellow": 0xF6CE1B,
    "green": 0x1B8A45,
    "teal": 0x149A96,
    "sky": 0x62A8DC,
    "blue": 0x2450B0,
    "navy": 0x16244E,
    "purple": 0x6A3FA0,
    "brown": 0x7A4A28,
}
"""Names a kit's colour may have; any other is written as `'#rrggbb'`."""

RACE: dict[str, Schema] = {
    "race": {**TEXT, "description": "The race's title."},
    "meeting": TEXT,
    "date": {**TEXT, "description": "The day, such as 2024-05-25."},
    "venue": {"anyOf": [TEXT, {"$ref": "#/$defs/venue"}]},
    "event": {**TEXT, "description": "800m, 1500m, mile, 2 miles, 5000m, half marathon …"},
    "distance": {**METRES, "description": "Metres, for an event whose name does not say."},
    "duration": {**SECONDS, "description": "How long a race for distance is: 24:00:00. `event: 24h` says it too."},
    "track": {"anyOf": [{"enum": [str(member) for member in Surface]}, {"$ref": "#/$defs/track"}]},
    "course": {"type": "string", "description": "A GPX file beside this one, for a road race."},
    "clock": {"enum": [str(member) for member in Clock], "description": "What times count from; gun by default."},
    "conditions": TEXT,
    "note": {**TEXT, "description": "What a viewer ought to know."},
    "notes": _list_of("note"),
    "evidence": {**EVIDENCE, "description": "How every time of the file is known that does not say so itself."},
    "source": {**SOURCE, "description": "The source of every time that does not name its own."},
    "sources": {"type": "object", "additionalProperties": {"$ref": "#/$defs/source"}},
    "entries": {"anyOf": [{"type": "string", "description": "A CSV file beside this one."}, _list_of("entry")]},
    "kits": {
        "type": "object",
        "description": "Colours of clubs or nations, by name as in the entries; the nearest that is free is shown.",
        "additionalProperties": {"type": "string", "pattern": f"(?i)^({'|'.join(KIT_COLOURS)}|#[0-9A-Fa-f]{{6}})$"},
    },
    "facts": _list_of("fact"),
    "estimates": {"$ref": "#/$defs/estimates"},
    "records": _list_of("record"),
    "quotes": _list_of("quote"),
    "disputes": _list_of("dispute"),
}

VENUE: dict[str, Schema] = {"stadium": TEXT, "city": TEXT, "country": TEXT}

TRACK: dict[str, Schema] = {
    "lap": {**METRES, "description": "Metres of a lap."},
    "straight": {**METRES, "description": "Metres of a straight."},
    "surface": {"enum": [str(member) for member in Surface]},
}

SOURCE_KEYS: dict[str, Schema] = {"title": TEXT, "publisher": TEXT, "author": TEXT, "date": TEXT, "url": TEXT}

ENTRY: dict[str, Schema] = {
    "name": TEXT,
    "short": {**TEXT, "description": "What boards and commentary call the runner."},
    "nation": {**TEXT, "description": "Three letters, such as KEN."},
    "bib": TEXT,
    "lane": COUNT,
    "club": TEXT,
    "sex": TEXT,
    "category": {**TEXT, "description": "What a list ranks the runner in, such as M40."},
    "marks": {**TEXTS, "description": "Such as NR, WL, PB."},
    "pending": {**TEXTS, "description": "Those of the marks that are not ratified yet."},
    "pb": {**TIME, "description": "The personal best before the race."},
    "sb": {**TIME, "description": "The best of the season before the race."},
    "note": TEXT,
    "notes": _list_of("note"),
    "role": {"enum": [str(member) for member in Role]},
    "status": STATUS,
    "place": {"anyOf": [COUNT, STATUS], "description": "The official place."},
    "distance": {"anyOf": [METRES, TEXT], "description": "How far the runner came in a race for distance: 18517."},
    "start": {**SECONDS, "description": "Seconds after the gun at which the runner crossed the start line."},
    "result": TIME,
    "splits": {
        "description": "Cumulative times by metres from the start; or a list of them in their order.",
        "anyOf": [
            {"type": "object", "additionalProperties": TIME},
            {"type": "array", "items": TIME},
        ],
    },
    "legs": {
        "type": "array",
        "items": {"anyOf": [TEXT, {"$ref": "#/$defs/leg"}]},
        "description": "Who of a relay's team runs, in order, and in what time.",
    },
    "laps": {"type": "array", "items": TIME, "description": "The times of the laps, instead of `splits`."},
    "stopped": {"$ref": "#/$defs/stopped"},
    "decided": {**WHEN, "description": "When a disqualification was decided; `after` where it does not say."},
    "evidence": EVIDENCE,
    "source": SOURCE,
}

LEG: dict[str, Schema] = {
    "name": TEXT,
    "time": TIME,
    "start": {**METRES, "description": "Metres of the race at which the leg begins; legs are of one length without."},
}

TIME_KEYS: dict[str, Schema] = {
    "time": SECONDS,
    "evidence": EVIDENCE,
    "source": SOURCE,
    "doubtful": {
        "type": ["boolean", "string"],
        "pattern": "^(true|false|yes|no)$",
        "description": "Kept and shown, but not followed by the motion.",
    },
}

STOPPED: dict[str, Schema] = {"after": POINT, "by": POINT}

FACT: dict[str, Schema] = {
    "at": POINT,
    "from": POINT,
    "to": POINT,
    "between": {"type": "array", "items": POINT, "minItems": 2, "maxItems": 2},
    "order": {**NAMES, "description": "The first places, in order; all others passed later."},
    "leader": TEXT,
    "runner": TEXT,
    "place": COUNT,
    "behind": TEXT,
    "gap": {**SECONDS, "description": "Seconds behind."},
    "metres": {**METRES, "description": "Metres behind."},
    "within": {**SECONDS, "description": "Seconds from the first to the last of `runners`, or of all."},
    "runners": NAMES,
    "passes": NAMES,
    "leader_time": {**TIME, "description": "When the first passed, whom nobody names: one of `runners`, if given."},
    "took": {**TIME, "description": "How long `runner` took from `from` to `to`."},
    "source": SOURCE,
}

RECORD: dict[str, Schema] = {"label": TEXT, "time": TIME, "holder": TEXT, "date": TEXT, "source": SOURCE}

QUOTE: dict[str, Schema] = {
    "said": {**TEXTS, "description": "Words a person spoke, verbatim; a list for the parts of one utterance."},
    "by": TEXT,
    "when": {**TEXT, "description": "When it was said, in words."},
    "source": SOURCE,
    "show": {**WHEN, "description": "The moment of the race at which it is shown; `after` where it does not say."},
}

NOTE: dict[str, Schema] = {
    "text": {**TEXT, "description": "One sentence in your own words, for the commentary to say."},
    "runner": {**TEXT, "description": "Whom a note of the race is about."},
    "source": SOURCE,
    "show": {**WHEN, "description": "When it is said; `before` where it does not say: on the start card, and early."},
}

SHOW: dict[str, Schema] = {
    "runner": TEXT,
    "to_go": {**METRES, "description": "Metres to go."},
    "at": {**TEXT, "description": "A time such as 2:20, or a distance such as 1200m."},
}

DISPUTE: dict[str, Schema] = {"what": TEXT, "claims": _list_of("claim"), "resolution": TEXT}

CLAIM: dict[str, Schema] = {"value": TEXT, "source": SOURCE}

ESTIMATES: dict[str, Schema] = {
    "digest": {**TEXT, "description": "Of what the estimates were made from."},
    "step": {**METRES, "description": "Metres from one estimate to the next."},
    "times": {
        "type": "object",
        "description": "By runner and metres: the time and the half-width of its range in metres.",
        "additionalProperties": {
            "type": "object",
            "additionalProperties": {"anyOf": [TIME, {"type": "array", "minItems": 1, "maxItems": 2}]},
        },
    },
}

REQUIRED: dict[str, tuple[str, ...]] = {
    "race": ("race", "entries"),
    "story": ("story", "parts"),
    "entry": ("name",),
    "time": ("time",),
    "record": ("label", "time"),
    "quote": ("said", "by"),
    "note": ("text",),
    "regular": ("name",),
    "dispute": ("what",),
    "claim": ("value",),
}
"""Keys without which a map says nothing."""

STORY: dict[str, Schema] = {
    "story": {**TEXT, "description": "The story's title."},
    "note": TEXT,
    "between": {**NAMES, "description": "Two runners, whose score so far the pages show."},
    "cast": {
        "type": "array",
        "description": "Who is in several of the races: they have the same letter and colour in each.",
        "items": {"$ref": "#/$defs/regular"},
    },
    "sources": {"type": "object", "additionalProperties": {"$ref": "#/$defs/source"}},
    "parts": _list_of("part"),
}

REGULAR: dict[str, Schema] = {"name": TEXT, "nation": TEXT}

PART: dict[str, Schema] = {
    "race": {**TEXT, "description": "The id of a race of the library."},
    "page": {**TEXT, "description": "What is told between two races."},
    "title": TEXT,
    "date": TEXT,
    "quotes": _list_of("quote"),
    "source": SOURCE,
}
