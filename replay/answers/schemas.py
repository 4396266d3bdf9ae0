"""The JSON of each command that prints some, as a JSON Schema: `schema list`, `schema state` and the others.

They are a contract: keys may come, and none goes. So a schema names all the keys there are and allows others.
"""

from collections.abc import Callable, Iterable
from typing import Any

from replay.commentary.calls import CallKind
from replay.race.race import Clock, Evidence, Role, Status

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""


def _object(about: str, **properties: Schema) -> Schema:
    """An object that has all of some keys."""
    return {"description": about, "type": "object", "required": list(properties), "properties": properties}


def _map(about: str, value: Schema) -> Schema:
    return {"description": about, "type": "object", "additionalProperties": value}


def _list(about: str, item: Schema) -> Schema:
    return {"description": about, "type": "array", "items": item}


def _one_of(about: str, words: Iterable[object]) -> Schema:
    return {"description": about, "enum": [str(word) for word in words]}


def _text(about: str) -> Schema:
    return {"description": about, "type": "string"}


def _number(about: str) -> Schema:
    return {"description": about, "type": "number"}


def _whole(about: str) -> Schema:
    return {"description": about, "type": "integer", "minimum": 1}


def _yes(about: str) -> Schema:
    return {"description": about, "type": "boolean"}


def _or_null(schema: Schema, when: str = "not known") -> Schema:
    """A value, or null; `when` says what null means."""
    about = f"{schema['description']} Null: {when}."
    if "enum" in schema:
        return {**schema, "description": about, "enum": [*schema["enum"], None]}
    return {**schema, "description": about, "type": [schema["type"], "null"]}


_EVIDENCE = _one_of("How a time is known: official timing, a report, or worked out.", Evidence)
_CLOCK = _one_of("From when times count: the gun, or each runner's start.", Clock)
_RACE = _text("The race's id, or its file's name without the ending.")
_NAME = _text("The runner's name.")
_NATION = _text("The nation's code; empty where the file gives none.")
_DAY = _or_null({**_text("The day, as YYYY-MM-DD."), "format": "date"})
_METRES = _or_null(_number("Metres of the race."), "a race for distance")
_DURATION = _or_null(_number("Seconds that a race for distance lasts."), "a race over a distance")
_SOURCE = _or_null(_text("A key of the race's sources."), "the file names none")
_KNOWN = _one_of("How well it is documented: the field's splits, some splits, or results alone.",
                 ("full", "part", "results"))  # fmt: skip


def _listing() -> Schema:
    race = {
        "id": _text("By which the command line names it."),
        "kind": _one_of("What it is.", ("race", "story")),
        "title": _text("What it is called."),
        "meeting": _text("At which it was run."),
        "date": _DAY,
        "distance": _or_null(_number("Metres."), "a story"),
        "runners": _or_null(_whole("Entries less those who did not start, and guests.") | {"minimum": 0}, "a story"),
        "documented": _KNOWN,
        "races": _whole("Of a story: its races.") | {"minimum": 0},
        "error": _text("Of a file that cannot be read: why; such an item has `id` and `error` alone."),
    }
    item = _object("A race or a story.", **race)
    item["required"] = ["id"]
    item["anyOf"] = [{"required": ["error"]}, {"required": ["kind", "title", "date", "distance", "runners"]}]
    return _list("The library: `list --json`.", item)


def _state() -> Schema:
    statuses = "running", "finished", *(status for status in Status if status is not Status.FINISHED)
    runner = _object(
        "A runner, in the order of the standings.",
        place=_or_null(_whole("The place."), "nobody knows it, or none is given"),
        name=_NAME,
        nation=_NATION,
        runs=_or_null(_text("Of a relay's team: who runs."), "no relay"),
        status=_one_of("As it stands at this moment.", statuses),
        distance=_or_null(_number("Metres run.")),
        gap=_or_null(_number("Seconds behind the leader, or the winner's result.")),
        gap_metres=_or_null(_number("Metres behind the leader."), "finished, or not known"),
        speed=_or_null(_number("Metres a second.")),
        result=_or_null(_number("Seconds."), "not home, or no time known"),
        evidence=_EVIDENCE,
    )
    return _object(
        "The standings at a moment: `state --json`.",
        race=_RACE,
        time=_number("Seconds from the gun."),
        clock=_CLOCK,
        distance=_METRES,
        duration=_DURATION,
        leader_distance=_number("Metres that the leader has run."),
        order_known=_yes("Whether anybody knows who was where; if not, the order is drawn by lot."),
        standings=_list("Everybody.", runner),
    )


def _show() -> Schema:
    return _object("All that is known of a race: `show --json`.", **_shown())


def _shown() -> dict[str, Schema]:
    source = _object("Where something stands.", **{
        key: _or_null(_text(f"Its {key}."), "not given") for key in ("title", "publisher", "author", "date", "url")
    })  # fmt: skip
    claim = _object("What one source says.", value=_text("The value."), source=_SOURCE)
    record = _object(
        "A record as it stood on the day.",
        label=_text("Such as WR."),
        time=_number("Seconds."),
        holder=_text("Who had it."),
        date=_text("Since when."),
        source=_SOURCE,
    )
    dispute = _object(
        "Where sources disagree.",
        what=_text("About what."),
        claims=_list("What they say.", claim),
        resolution=_text("What is taken, and why."),
    )
    note = _object(
        "A note for the commentary.",
        text=_text("It."),
        runner=_or_null(_NAME, "of the race"),
        source=_SOURCE,
    )
    quote = _object(
        "Words a person spoke.", said=_text("Verbatim."), by=_text("Who."), when=_text("When."), source=_SOURCE
    )
    return {
        "race": _RACE,
        "title": _text("What it is called."),
        "meeting": _text("At which it was run."),
        "date": _DAY,
        "venue": _text("Where, in one line."),
        "clock": _CLOCK,
        "clocks": _list("The clocks that `--clock` may ask for.", _CLOCK),
        "distance": _METRES,
        "duration": _DURATION,
        "documented": _KNOWN,
        "conditions": _text("The weather, the pace that was asked for."),
        "note": _text("About the race."),
        "entries": _list("Everybody in the file, in its order.", _entry()),
        "sources": _map("By their keys.", source),
        "disputes": _list("Where sources disagree.", dispute),
        "notes": _list("For the commentary.", note),
        "facts": _list("What reports tell besides times.", _fact()),
        "quotes": _list("Words of people.", quote),
        "records": _list("Records of the day.", record),
    }


def _entry() -> Schema:
    seconds = "Seconds."
    split = _object(
        "A time at a distance, the finish among them.",
        distance=_number("Metres from the start."),
        time=_number("Seconds from the start."),
        evidence=_EVIDENCE,
        source=_SOURCE,
        doubtful=_yes("Whether the file doubts it."),
        range=_or_null(
            _number("Metres to both sides within which the runner was, nine times in ten."), "not estimated"
        ),
    )
    leg = _object("A relay's leg.", name=_NAME, start=_or_null(_number("Metres at which it begins.")))
    return _object(
        "A runner, or a relay's team.",
        name=_NAME,
        nation=_NATION,
        bib=_text("The number; empty where the file gives none."),
        status=_one_of("What became of the runner; `unknown`: no result known.", Status),
        role=_or_null(_one_of("What the runner is beside a competitor.", Role), "a competitor"),
        place=_or_null(_whole("The official one."), "none"),
        start=_or_null(_number("Seconds after the gun at which the runner crossed the start line.")),
        result=_or_null(_number(seconds), "no time, or not known"),
        ran=_or_null(_number("Of a race for distance: metres."), "a race over a distance"),
        legs=_list("Of a relay's team, one after another.", leg),
        marks=_list("Such as NR, WL, PB.", _text("A mark.")),
        pending=_list("Those of the marks that are not ratified yet.", _text("A mark.")),
        pb=_or_null(_number("The personal best before the race, in seconds.")),
        sb=_or_null(_number("The season's best before the race, in seconds.")),
        splits=_list("In rising distance.", split),
    )


def _fact() -> Schema:
    fact = _object(
        "What a report tells; with the keys that say something.",
        at=_number("Metres from the start."),
        to=_number("Of a stretch: where it ends."),
        order=_list("From the first on.", _NAME),
        leader=_text("Who was in front."),
        runner=_text("Of whom it is told."),
        place=_whole("In which place the runner was."),
        behind=_text("Behind whom the runner was."),
        gap=_number("How far, in seconds."),
        metres=_number("How far, in metres."),
        within=_number("Seconds that held `runners`, or everybody."),
        runners=_list("Who.", _NAME),
        passes=_list("Whom the runner passed.", _NAME),
        leader_time=_number("Seconds of the first, whoever it was."),
        took=_number("Seconds that the runner took for the stretch."),
        source=_SOURCE,
    )
    fact["properties"]["from"] = _number("Of a stretch: where it begins.")
    fact["required"] = []
    return fact


def _calls() -> Schema:
    return _list("Every line of commentary: `calls --json`; `calls --follow` prints an item a line.", _call())


def _call() -> Schema:
    return _object(
        "A line, when it is said.",
        time=_number("Seconds from the gun."),
        kind=_one_of("What it is about.", CallKind),
        text=_text("The words."),
        by=_or_null(_text("Who spoke them."), "they are ours"),
        source=_SOURCE,
        estimated=_yes("Whether its time is worked out."),
        pinned=_yes("Whether it stays above what is said after it."),
    )


def _laps() -> Schema:
    lap = _object(
        "A lap that was run to its end.",
        number=_whole("From 1."),
        **{"from": _number("Metres where it begins.")},
        to=_number("Metres where it ends."),
        time=_number("Seconds."),
        evidence=_EVIDENCE,
    )
    halves = _object(
        "Both halves of the race.",
        first=_number("Seconds."),
        second=_number("Seconds."),
        split=_one_of("`negative`: the second was the quicker.", ("even", "negative", "positive")),
        evidence=_EVIDENCE,
    )
    runner = _object(
        "A runner.",
        name=_NAME,
        laps=_list("In order.", lap),
        best=_or_null(_whole("The number of the quickest whole lap."), "there are not two"),
        worst=_or_null(_whole("The number of the slowest."), "there are not two"),
        halves=_or_null(halves, "not home, or not known"),
    )
    return _object("Lap times: `laps --json`.", race=_RACE, runners=_list("As they came home, guests last.", runner))


def _positions() -> Schema:
    position = _object(
        "A place at a mark.",
        place=_or_null(_whole("The place.") | {"minimum": 0}, "nobody knows the order"),
        gap=_number("Seconds behind the first."),
        evidence=_EVIDENCE,
    )
    at = _list("At each of the marks.", _or_null(position, "not known to have been there"))
    return _object(
        "Places and gaps at the end of each lap, kilometre or mile: `positions --json`.",
        race=_RACE,
        marks=_list("Metres.", _number("Metres.")),
        runners=_list("Everybody.", _object("A runner.", name=_NAME, at=at)),
    )


def _compare() -> Schema:
    runner = _object("One of those compared.", race=_RACE, name=_NAME, result=_or_null(_number("Seconds.")))
    passed = _object("When a runner was there.", time=_number("Seconds."), evidence=_EVIDENCE)
    apart = _object(
        "How far behind the first named.",
        seconds=_number("Behind; negative is ahead."),
        lost=_number("Of it, since the mark before."),
        evidence=_EVIDENCE,
    )
    mark = _object(
        "A mark.",
        distance=_number("Metres."),
        times=_list("A runner each.", _or_null(passed)),
        behind_first=_list("Each runner but the first.", _or_null(apart)),
    )
    overtaking = _object(
        "One goes past another.",
        runner=_NAME,
        past=_NAME,
        distance=_number("Metres."),
        time=_number("Seconds."),
        evidence=_EVIDENCE,
    )
    return _object(
        "Runners side by side: `compare --json`.",
        distance=_number("Metres that are compared."),
        runners=_list("In the order in which they were named.", runner),
        marks=_list("From the start on.", mark),
        passes=_list("In order.", overtaking),
    )


def _export() -> Schema:
    runner = _object(
        "Where a runner is at each of the times.",
        name=_NAME,
        distances=_list("Metres.", _or_null(_number("Metres."), "not known to be anywhere")),
    )
    grid = _object(
        "Where everybody is, on a grid of time.",
        step=_number("Seconds between two times."),
        **{"from": _number("Seconds from the gun.")},
        times=_list("Seconds from the gun.", _number("Seconds.")),
        runners=_list("In the order of the entries.", runner),
    )
    return _object("A race as `export RACE -o FILE.json` writes it.", **_shown(), calls=_calls(), positions=grid)


_ANSWERS: dict[str, Callable[[], Schema]] = {
    "list": _listing,
    "show": _show,
    "state": _state,
    "calls": _calls,
    "laps": _laps,
    "positions": _positions,
    "compare": _compare,
    "export": _export,
}

NAMES = tuple(_ANSWERS)
"""The commands whose JSON has a schema."""


def answer_schema(command: str) -> Schema:
    """The schema (draft 2020-12) of what a command prints as JSON; one of `NAMES`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"race-replay {command}",
            **_ANSWERS[command]()}  # fmt: skip
