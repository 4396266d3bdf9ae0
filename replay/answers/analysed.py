"""What can be read out of a race: laps, positions, runners side by side. `laps`, `positions`, `compare`."""

from collections.abc import Sequence

from replay.analysis.comparing import Apart, Comparison, Side
from replay.analysis.laps import Halves, Laps, lap_parts, laps_of
from replay.analysis.marks import Passed, lap_ends
from replay.analysis.positions import Position, Positions
from replay.answers.columns import table
from replay.answers.values import Answer, number
from replay.drawing.panels.figures import halves_text, passed_text
from replay.race.race import Evidence, Race, Surface
from replay.race.times import format_gap, format_instant, format_time
from replay.state.evidence import is_guest
from replay.state.timeline import LapTime, Timeline

_BAR = 12
"""Cells of the longest bar."""


def far(race: Race, distance: float) -> str:
    """A mark as it heads a column: `1209 m`, of a road `5 km`."""
    if race.course.surface is Surface.ROAD:
        return race.course.unit.far(distance, 1)
    return f"{distance:.0f} m"


def all_laps(timeline: Timeline, parts: Sequence[tuple[float, float]] | None = None) -> list[Laps]:
    """Everybody's laps, or parts of the race, in the order of the result, guests last."""
    order = timeline.ranking(timeline.duration)
    order.sort(key=lambda entry: is_guest(timeline.race.entries[entry]))
    return [laps_of(timeline, entry, parts) for entry in order]


def laps_answer(timeline: Timeline, laps: Sequence[Laps], parts: Sequence[tuple[float, float]]) -> Answer:
    """`laps --json`; `parts` are what the laps are of, from where to where."""
    runners = [
        {
            "name": timeline.race.entries[found.entry].name,
            "laps": [
                {
                    "number": lap.number,
                    "from": number(parts[lap.number - 1][0]),
                    "to": number(parts[lap.number - 1][1]),
                    "time": number(lap.seconds),
                    "evidence": str(lap.evidence),
                }
                for lap in found.laps
                if lap is not None
            ],
            "best": found.best,
            "worst": found.worst,
            "halves": halves_answer(found.halves),
        }
        for found in laps
    ]
    return {"race": timeline.race.id, "what_if": list(timeline.race.what_if), "runners": runners}


def halves_answer(halves: Halves | None) -> Answer | None:
    """Both halves, with their name; None where they are not known."""
    if halves is None:
        return None
    return {
        "first": number(halves.first),
        "second": number(halves.second),
        "split": halves.words,
        "evidence": str(halves.evidence),
    }


def laps_text(timeline: Timeline, laps: Sequence[Laps], parts: Sequence[tuple[float, float]]) -> str:
    """Lap times as a table, or those of other `parts`: `*` is a runner's quickest whole lap, `~` an estimate."""
    race = timeline.race
    ends = [far(race, end) for _, end in parts]
    rows = [
        (
            race.entries[found.entry].name,
            *(_lap_text(lap, found.best) for lap in found.laps),
            halves_text(found.halves),
        )
        for found in laps
    ]
    heads = ("runner", *(f"to {end}" for end in ends), "halves")
    of_laps = tuple(parts) == lap_parts(timeline, laps=True) or tuple(end for _, end in parts) == lap_ends(timeline)
    words = (
        "lap times; * is a runner's quickest whole lap, ~ is estimated"
        if of_laps
        else "from mark to mark where times were taken, which laps were not; * is a runner's quickest"
    )
    return f"{race.title}: {words}\n{table(heads, rows, right=range(1, len(heads) - 1))}"


def _lap_text(lap: LapTime | None, best: int | None) -> str:
    if lap is None:
        return ""
    return f"{lap.evidence.mark}{format_time(lap.seconds, lap.digits)}{'*' if lap.number == best else ' '}"


def positions_answer(timeline: Timeline, found: Positions) -> Answer:
    """`positions --json`."""
    entries = timeline.race.entries
    return {
        "race": timeline.race.id,
        "what_if": list(timeline.race.what_if),
        "marks": [number(mark) for mark in found.marks],
        "runners": [
            {"name": entries[entry].name, "at": [_position_answer(position) for position in row]}
            for entry, row in found.of.items()
        ],
    }


def _position_answer(position: Position | None) -> Answer | None:
    if position is None:
        return None
    return {"place": position.place, "gap": number(position.gap), "evidence": str(position.evidence)}


def positions_text(timeline: Timeline, found: Positions) -> str:
    """Everybody's place and gap at each mark."""
    race = timeline.race
    heads = ("runner", *(far(race, mark) for mark in found.marks))
    rows = [
        (race.entries[entry].name, *(_position_text(position) for position in row)) for entry, row in found.of.items()
    ]
    words = f"{race.title}: places and seconds behind the first; ~ is estimated, ? that nothing is known of the order"
    return f"{words}\n{table(heads, rows, right=range(1, len(heads)))}"


def _position_text(position: Position | None) -> str:
    if position is None:
        return "-"
    mark = position.evidence.mark
    return f"{mark}{'?' if position.place is None else position.place} {mark}{format_gap(position.gap)}"


def compare_answer(found: Comparison) -> Answer:
    """`compare --json`; whoever is named first is what the others are compared with."""
    return {
        "distance": number(found.distance),
        "runners": [{"race": side.race.id, "name": side.runner.name, "result": _result(side)} for side in found.sides],
        "marks": [
            {
                "distance": number(mark.distance),
                "times": [_passed_answer(time) for time in mark.times],
                "behind_first": [_apart_answer(apart) for apart in mark.apart],
            }
            for mark in found.marks
        ],
        "passes": [
            {
                "runner": found.sides[one.side].runner.name,
                "past": found.sides[one.past].runner.name,
                "distance": number(one.distance),
                "time": number(one.seconds),
                "evidence": str(Evidence.ESTIMATED),
            }
            for one in found.passes
        ],
    }


def _result(side: Side) -> float | None:
    return number(side.runner.result.seconds) if side.runner.result is not None else None


def _passed_answer(passed: Passed | None) -> Answer | None:
    return None if passed is None else {"time": number(passed.seconds), "evidence": str(passed.evidence)}


def _apart_answer(apart: Apart | None) -> Answer | None:
    if apart is None:
        return None
    return {"seconds": number(apart.seconds), "lost": number(apart.gained), "evidence": str(apart.evidence)}


def compare_text(found: Comparison) -> str:
    """Times at each mark, how far behind the first each other one is, and a bar for who gained on whom."""
    names = _names(found.sides)
    widest = max((abs(a.gained) for mark in found.marks for a in mark.apart if a is not None), default=0.0)
    heads = ["", names[0]]
    for name in names[1:]:
        heads += [name, "behind", f"{names[0]} gained | {name} gained"]
    rows = []
    for mark in found.marks:
        row = [far(found.sides[0].race, mark.distance), _time_text(mark.times[0])]
        for time, apart in zip(mark.times[1:], mark.apart, strict=True):
            row += [_time_text(time), _apart_text(apart), _bar(apart, widest)]
        rows.append(row)
    right = [0, 1, *(at for at in range(len(heads)) if at > 1 and (at - 2) % 3 < 2)]
    lines = [_title(found.sides), table(heads, rows, right)]
    lines += [
        f"~{names[one.side]} goes past {names[one.past]} at about {one.distance:.0f} m, ~{format_instant(one.seconds)}"
        for one in found.passes
    ]
    return "\n".join(lines)


def _title(sides: Sequence[Side]) -> str:
    return "\n".join(
        f"{name}: {side.runner.name}, {_race(side.race)}" for name, side in zip(_names(sides), sides, strict=True)
    )


def _race(race: Race) -> str:
    return f"{race.title} {race.date.year}" if race.date is not None else race.title


def _names(sides: Sequence[Side]) -> list[str]:
    """Short names; with the year where one has run both races."""
    short = [side.runner.short or side.runner.name.rsplit(" ", 1)[-1] for side in sides]
    if len(set(short)) == len(short):
        return short
    dated = [
        f"{name} {side.race.date.year}" if side.race.date is not None else name
        for name, side in zip(short, sides, strict=True)
    ]
    if len(set(dated)) == len(dated):
        return dated
    return [f"{name} {letter}" for name, letter in zip(short, "ABCD", strict=False)]


def _time_text(passed: Passed | None) -> str:
    return "-" if passed is None else passed_text(passed)


def _apart_text(apart: Apart | None) -> str:
    if apart is None:
        return "-"
    return apart.evidence.mark + format_gap(apart.seconds, 1 if apart.evidence.mark else 2)


def _bar(apart: Apart | None, widest: float) -> str:
    """To the left for what the first gained, to the right for what the other did."""
    cells = round(abs(apart.gained) / widest * _BAR) if apart is not None and widest > 0 else 0
    left, right = ("#" * cells, "") if apart is not None and apart.gained > 0 else ("", "#" * cells)
    return f"{left:>{_BAR}}|{right}"
