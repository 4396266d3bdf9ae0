"""The JSON of each command that prints some, as a JSON Schema: `schema list`, `schema state` and the others.

They are a contract: keys may come, and none goes. So a schema names all the keys there are and allows others.
"""

from collections.abc import Callable

from replay.answers.parts import (
    CLOCK,
    DAY,
    DURATION,
    EVIDENCE,
    GHOST,
    KNOWN,
    METRES,
    NAME,
    NATION,
    RACE,
    SOURCE,
    WHAT_IF,
    Schema,
    list_of,
    map_of,
    number_of,
    object_of,
    one_of,
    or_null,
    text,
    whole,
    yes,
)  # fmt: skip
from replay.answers.schemas_analysed import (
    compare_schema,
    laps_schema,
    positions_schema,
    project_schema,
    runner_schema,
    splits_schema,
    trace_schema,
)
from replay.commentary.calls import CallKind
from replay.race.race import Role, Status, Surface


def _listing() -> Schema:
    race = {
        "id": text("By which the command line names it."),
        "kind": one_of("What it is.", ("race", "story")),
        "title": text("What it is called."),
        "meeting": text("At which it was run."),
        "date": DAY,
        "distance": or_null(number_of("Metres."), "a story"),
        "runners": or_null(whole("Entries less those who did not start, and guests.") | {"minimum": 0}, "a story"),
        "documented": KNOWN,
        "races": whole("Of a story: its races.") | {"minimum": 0},
        "error": text("Of a file that cannot be read: why; such an item has `id` and `error` alone."),
    }
    item = object_of("A race or a story.", **race)
    item["required"] = ["id"]
    item["anyOf"] = [{"required": ["error"]}, {"required": ["kind", "title", "date", "distance", "runners"]}]
    return list_of("The library: `list --json`.", item)


def _state() -> Schema:
    statuses = "running", "finished", *(status for status in Status if status is not Status.FINISHED)
    runner = object_of(
        "A runner, in the order of the standings.",
        place=or_null(whole("The place."), "nobody knows it, or none is given"),
        name=NAME,
        nation=NATION,
        ghost=GHOST,
        runs=or_null(text("Of a relay's team: who runs."), "no relay"),
        status=one_of("As it stands at this moment.", statuses),
        distance=or_null(number_of("Metres run.")),
        gap=or_null(number_of("Seconds behind the leader, or the winner's result.")),
        gap_metres=or_null(number_of("Metres behind the leader."), "finished, or not known"),
        speed=or_null(number_of("Metres a second.")),
        result=or_null(number_of("Seconds."), "not home, or no time known"),
        evidence=EVIDENCE,
    )
    return object_of(
        "The standings at a moment: `state --json`.",
        race=RACE,
        what_if=WHAT_IF,
        time=number_of("Seconds from the gun."),
        clock=CLOCK,
        distance=METRES,
        duration=DURATION,
        leader_distance=number_of("Metres that the leader has run."),
        order_known=yes("Whether anybody knows who was where; if not, they are drawn by lot or at an even pace."),
        standings=list_of("Everybody.", runner),
    )


def _show() -> Schema:
    return object_of("All that is known of a race: `show --json`.", **_shown())


def _shown() -> dict[str, Schema]:
    source = object_of("Where something stands.", **{
        key: or_null(text(f"Its {key}."), "not given") for key in ("title", "publisher", "author", "date", "url")
    })  # fmt: skip
    claim = object_of("What one source says.", value=text("The value."), source=SOURCE)
    record = object_of(
        "A record as it stood on the day.",
        label=text("Such as WR."),
        time=number_of("Seconds."),
        holder=text("Who had it."),
        date=text("Since when."),
        source=SOURCE,
    )
    dispute = object_of(
        "Where sources disagree.",
        what=text("About what."),
        claims=list_of("What they say.", claim),
        resolution=text("What is taken, and why."),
    )
    note = object_of(
        "A note for the commentary.",
        text=text("It."),
        runner=or_null(NAME, "of the race"),
        source=SOURCE,
    )
    quote = object_of(
        "Words a person spoke.", said=text("Verbatim."), by=text("Who."), when=text("When."), source=SOURCE
    )
    return {
        "race": RACE,
        "what_if": WHAT_IF,
        "title": text("What it is called."),
        "event": text("What was run, where the file says it."),
        "meeting": text("At which it was run."),
        "date": DAY,
        "venue": text("Where, in one line."),
        "clock": CLOCK,
        "clocks": list_of("The clocks that `--clock` may ask for.", CLOCK),
        "distance": METRES,
        "duration": DURATION,
        "track": one_of("What it is run on.", Surface),
        "documented": KNOWN,
        "conditions": text("The weather, the pace that was asked for."),
        "note": text("About the race."),
        "entries": list_of("Everybody in the file, in its order.", _entry()),
        "sources": map_of("By their keys.", source),
        "disputes": list_of("Where sources disagree.", dispute),
        "notes": list_of("For the commentary.", note),
        "facts": list_of("What reports tell besides times.", _fact()),
        "quotes": list_of("Words of people.", quote),
        "records": list_of("Records of the day.", record),
    }


def _entry() -> Schema:
    seconds = "Seconds."
    split = object_of(
        "A time at a distance, the finish among them.",
        distance=number_of("Metres from the start."),
        time=number_of("Seconds from the start."),
        evidence=EVIDENCE,
        source=SOURCE,
        doubtful=yes("Whether the file doubts it."),
        range=or_null(
            number_of("Metres to both sides within which the runner was, nine times in ten."), "not estimated"
        ),
    )
    leg = object_of("A relay's leg.", name=NAME, start=or_null(number_of("Metres at which it begins.")))
    return object_of(
        "A runner, or a relay's team.",
        name=NAME,
        nation=NATION,
        bib=text("The number; empty where the file gives none."),
        status=one_of("What became of the runner; `unknown`: no result known.", Status),
        role=or_null(one_of("What the runner is beside a competitor.", Role), "a competitor"),
        ghost=GHOST,
        place=or_null(whole("The official one."), "none"),
        start=or_null(number_of("Seconds after the gun at which the runner crossed the start line.")),
        result=or_null(number_of(seconds), "no time, or not known"),
        ran=or_null(number_of("Of a race for distance: metres."), "a race over a distance"),
        legs=list_of("Of a relay's team, one after another.", leg),
        marks=list_of("Such as NR, WL, PB.", text("A mark.")),
        pending=list_of("Those of the marks that are not ratified yet.", text("A mark.")),
        pb=or_null(number_of("The personal best before the race, in seconds.")),
        sb=or_null(number_of("The season's best before the race, in seconds.")),
        splits=list_of("In rising distance.", split),
    )


def _fact() -> Schema:
    fact = object_of(
        "What a report tells; with the keys that say something.",
        at=number_of("Metres from the start."),
        to=number_of("Of a stretch: where it ends."),
        order=list_of("From the first on.", NAME),
        leader=text("Who was in front."),
        runner=text("Of whom it is told."),
        place=whole("In which place the runner was."),
        behind=text("Behind whom the runner was."),
        gap=number_of("How far, in seconds."),
        metres=number_of("How far, in metres."),
        within=number_of("Seconds that held `runners`, or everybody."),
        runners=list_of("Who.", NAME),
        passes=list_of("Whom the runner passed.", NAME),
        leader_time=number_of("Seconds of the first, whoever it was."),
        took=number_of("Seconds that the runner took for the stretch."),
        source=SOURCE,
    )
    fact["properties"]["from"] = number_of("Of a stretch: where it begins.")
    fact["required"] = []
    return fact


def _calls() -> Schema:
    return list_of("Every line of commentary: `calls --json`; `calls --follow` prints an item a line.", _call())


def _call() -> Schema:
    return object_of(
        "A line, when it is said.",
        time=number_of("Seconds from the gun."),
        kind=one_of("What it is about.", CallKind),
        text=text("The words."),
        by=or_null(text("Who spoke them."), "they are ours"),
        occasion=or_null(text("When and of what they were spoken."), "that needs no words"),
        source=SOURCE,
        estimated=yes("Whether its time is worked out."),
        pinned=yes("Whether it stays above what is said after it."),
    )


def _export() -> Schema:
    runner = object_of(
        "Where a runner is at each of the times.",
        name=NAME,
        distances=list_of("Metres.", or_null(number_of("Metres."), "not known to be anywhere")),
    )
    grid = object_of(
        "Where everybody is, on a grid of time.",
        step=number_of("Seconds between two times."),
        **{"from": number_of("Seconds from the gun.")},
        times=list_of("Seconds from the gun.", number_of("Seconds.")),
        runners=list_of("In the order of the entries.", runner),
    )
    return object_of("A race as `export RACE -o FILE.json` writes it.", **_shown(), calls=_calls(), positions=grid)


_ANSWERS: dict[str, Callable[[], Schema]] = {
    "list": _listing,
    "show": _show,
    "state": _state,
    "calls": _calls,
    "laps": laps_schema,
    "positions": positions_schema,
    "splits": splits_schema,
    "trace": trace_schema,
    "project": project_schema,
    "compare": compare_schema,
    "runner": runner_schema,
    "export": _export,
}

NAMES = tuple(_ANSWERS)
"""The commands whose JSON has a schema."""


def answer_schema(command: str) -> Schema:
    """The schema (draft 2020-12) of what a command prints as JSON; one of `NAMES`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"race-replay {command}",
            **_ANSWERS[command]()}  # fmt: skip
