"""The JSON Schemas of what is read out of a race: laps, positions, splits, a trace, projections, comparisons."""

from replay.answers.parts import (
    DAY,
    EVIDENCE,
    METRES,
    NAME,
    NATION,
    RACE,
    WHAT_IF,
    Schema,
    list_of,
    number_of,
    object_of,
    one_of,
    or_null,
    text,
    whole,
    yes,
)  # fmt: skip
from replay.race.race import Status


def _halves() -> Schema:
    return object_of(
        "Both halves of the race.",
        first=number_of("Seconds."),
        second=number_of("Seconds."),
        split=one_of("`negative`: the second was the quicker.", ("even", "negative", "positive")),
        evidence=EVIDENCE,
    )


def laps_schema() -> Schema:
    """Of `laps`."""
    lap = object_of(
        "A lap, or where times were taken elsewhere a part between marks, that was run to its end.",
        number=whole("From 1."),
        **{"from": number_of("Metres where it begins.")},
        to=number_of("Metres where it ends."),
        time=number_of("Seconds."),
        evidence=EVIDENCE,
    )
    runner = object_of(
        "A runner.",
        name=NAME,
        laps=list_of("In order.", lap),
        best=or_null(whole("The number of the quickest whole lap."), "there are not two"),
        worst=or_null(whole("The number of the slowest."), "there are not two"),
        halves=or_null(_halves(), "not home, or not known"),
    )
    return object_of(
        "Lap times: `laps --json`.",
        race=RACE,
        what_if=WHAT_IF,
        runners=list_of("As they came home, guests last.", runner),
    )


def positions_schema() -> Schema:
    """Of `positions`."""
    position = object_of(
        "A place at a mark.",
        place=or_null(whole("The place.") | {"minimum": 0}, "nobody knows the order"),
        gap=number_of("Seconds behind the first."),
        evidence=EVIDENCE,
    )
    at = list_of("At each of the marks.", or_null(position, "not known to have been there"))
    return object_of(
        "Places and gaps at the end of each lap, kilometre or mile: `positions --json`.",
        race=RACE,
        what_if=WHAT_IF,
        marks=list_of("Metres.", number_of("Metres.")),
        runners=list_of("Everybody.", object_of("A runner.", name=NAME, at=at)),
    )


def splits_schema() -> Schema:
    """Of `splits`."""
    statuses = "running", "finished", *(status for status in Status if status is not Status.FINISHED)
    split = object_of(
        "When a runner was at a mark.",
        distance=number_of("Metres from the start."),
        time=number_of("Seconds."),
        evidence=EVIDENCE,
        place=or_null(whole("The place there."), "nobody knows it"),
        behind_first=or_null(number_of("Seconds behind the first there.")),
        since_last=or_null(number_of("Seconds since the mark before.")),
        since_last_evidence=or_null(EVIDENCE),
    )
    runner = object_of(
        "A runner, in the order of the race.",
        name=NAME,
        place=or_null(whole("The place."), "nobody knows it, or none is given"),
        status=one_of("As it stands at this moment.", statuses),
        splits=list_of("As far as they are known by then.", split),
        best_to=or_null(number_of("Metres to which the quickest part went."), "there are not two"),
        worst_to=or_null(number_of("Metres to which the slowest went."), "there are not two"),
        halves=or_null(_halves(), "not home, or not known"),
    )
    margin = object_of("How far, and where.", seconds=number_of("Seconds."), distance=number_of("Metres run."))
    answer = object_of(
        "Everybody's splits as known at a moment, or with --follow one runner's: `splits --json`.",
        race=RACE,
        what_if=WHAT_IF,
        time=number_of("Seconds from the gun."),
        marks=list_of("Metres.", number_of("Metres.")),
        runners=list_of("Everybody, or the one.", runner),
        led=or_null(number_of("With --follow: metres led.")),
        most_ahead=or_null(margin, "never ahead"),
        most_behind=or_null(margin, "never behind"),
    )
    answer["required"] = ["race", "what_if", "time", "marks", "runners"]
    return answer


def trace_schema() -> Schema:
    """Of `trace`."""
    time = object_of(
        "When the reference is at a mark.",
        distance=number_of("Metres."),
        time=or_null(number_of("Seconds."), "not known to have been there"),
        evidence=or_null(EVIDENCE, "not known to have been there"),
    )
    against = object_of(
        "What it is counted from.",
        kind=one_of("Which kind of reference it is.", ("leader", "mean", "pace", "runner")),
        name=or_null(NAME, "no runner"),
        seconds=or_null(number_of("Of an even pace: for the whole distance."), "no even pace"),
        times=list_of("At each of the marks.", time),
    )
    behind = object_of(
        "At a mark.",
        time=number_of("Seconds from the gun."),
        behind=number_of("Seconds behind the reference; negative is ahead."),
        evidence=EVIDENCE,
    )
    at = list_of("At each of the marks.", or_null(behind, "the runner, or the reference, was not there by then"))
    return object_of(
        "How far everybody is behind a reference: `trace --json`.",
        race=RACE,
        what_if=WHAT_IF,
        time=number_of("Seconds from the gun: what was known then."),
        against=against,
        marks=list_of("Metres.", number_of("Metres.")),
        runners=list_of("In the order of the standings, guests last.", object_of("A runner.", name=NAME, at=at)),
    )


def project_schema() -> Schema:
    """Of `project`."""
    rank = object_of("How fast that was.", place=whole("The place of it."), of=whole("Of how many that are known."))
    runner = object_of(
        "A runner.",
        name=NAME,
        nation=NATION,
        home=yes("Whether the runner is home: the finish is then known."),
        distance=number_of("Metres of the last split until then."),
        split=number_of("Its seconds."),
        finish=number_of("The likely finish, in seconds."),
        low=number_of("From where, nine times in ten."),
        high=number_of("To where."),
        even_pace=number_of("The finish at an even pace from the gun."),
        rank=or_null(rank, "nobody else is known there"),
    )
    return object_of(
        "Likely finishes at a moment, from the splits until then: `project --json`.",
        race=RACE,
        what_if=WHAT_IF,
        time=number_of("Seconds from the gun."),
        runners=list_of("The likely first comes first.", runner),
    )


def runner_schema() -> Schema:
    """Of `runner`."""
    statuses = tuple(Status)
    lap = object_of("A lap.", time=number_of("Seconds."), evidence=EVIDENCE)
    stretch = object_of(
        "A stretch.",
        **{"from": number_of("Metres where it begins.")},
        to=number_of("Metres where it ends."),
        time=number_of("Seconds."),
        evidence=EVIDENCE,
    )
    race = object_of(
        "A race.",
        race=RACE,
        title=text("What it is called."),
        date=DAY,
        distance=METRES,
        status=one_of("What became of the runner.", statuses),
        place=or_null(whole("The official one."), "none"),
        result=or_null(number_of("Seconds."), "no time, or not known"),
        best=yes("Whether it is the best of these over the distance."),
        last_lap=or_null(lap, "nobody knows when it began or ended"),
        quickest=or_null(stretch, "not a whole one is known"),
        halves=or_null(_halves(), "not home, or not known"),
    )
    return object_of("A runner's races: `runner --json`.", name=NAME, races=list_of("The oldest first.", race))


def compare_schema() -> Schema:
    """Of `compare`."""
    runner = object_of("One of those compared.", race=RACE, name=NAME, result=or_null(number_of("Seconds.")))
    passed = object_of("When a runner was there.", time=number_of("Seconds."), evidence=EVIDENCE)
    apart = object_of(
        "How far behind the first named.",
        seconds=number_of("Behind; negative is ahead."),
        lost=number_of("Of it, since the mark before."),
        evidence=EVIDENCE,
    )
    mark = object_of(
        "A mark.",
        distance=number_of("Metres."),
        times=list_of("A runner each.", or_null(passed)),
        behind_first=list_of("Each runner but the first.", or_null(apart)),
    )
    overtaking = object_of(
        "One goes past another.",
        runner=NAME,
        past=NAME,
        distance=number_of("Metres."),
        time=number_of("Seconds."),
        evidence=EVIDENCE,
    )
    return object_of(
        "Runners side by side: `compare --json`.",
        distance=number_of("Metres that are compared."),
        runners=list_of("In the order in which they were named.", runner),
        marks=list_of("From the start on.", mark),
        passes=list_of("In order.", overtaking),
    )
