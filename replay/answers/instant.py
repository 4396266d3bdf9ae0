"""The standings at one instant: `state`."""

from replay.answers.columns import table
from replay.answers.values import ENDINGS, Answer, number
from replay.race.legs import running
from replay.race.order import lapped_text
from replay.race.race import Clock, Race, Role
from replay.race.times import format_clock, format_distance, format_gap, format_time
from replay.race.units import Unit
from replay.state.timeline import RaceState, Timeline


def state_answer(timeline: Timeline, state: RaceState) -> Answer:
    """`state --json`."""
    race = timeline.race
    return {
        "race": race.id,
        "what_if": list(race.what_if),
        "time": number(state.time),
        "clock": str(race.clock),
        "distance": number(race.distance) if race.duration is None else None,
        "duration": number(race.duration),
        "leader_distance": number(state.leader_distance),
        "order_known": state.order_known,
        "standings": [
            {
                "place": runner.place,
                "ghost": race.entries[runner.entry].ghost or None,
                "name": race.entries[runner.entry].name,
                "nation": race.entries[runner.entry].nation,
                "runs": running(race.entries[runner.entry].legs, runner.distance) or None,
                "status": runner.status,
                "distance": number(runner.distance),
                "gap": number(runner.gap),
                "gap_metres": number(runner.gap_metres),
                "speed": number(runner.speed),
                "result": number(runner.result),
                "evidence": str(runner.evidence),
            }
            for runner in state.standings
        ],
    }


def state_text(timeline: Timeline, state: RaceState) -> str:
    """The standings at an instant as a table."""
    race = timeline.race
    metric = race.course.unit is Unit.KILOMETRES
    rows = []
    for runner in state.standings:
        entry = race.entries[runner.entry]
        mark = runner.evidence.mark
        given = entry.result.text if entry.result and runner.result is not None else ""
        where = "" if runner.distance is None else (mark if runner.result is None else "") + _far(race, runner.distance)
        gap = "" if runner.gap is None else mark + format_gap(runner.gap, 2) if runner.gap else "leader"
        if runner.result is not None:
            gap = f"{mark}{given or format_time(runner.result)}"
        elif runner.status == "finished" and (lapped := lapped_text(entry)):
            gap = lapped
        elif runner.status == "finished" and runner.split is not None and runner.distance == race.distance:
            gap = f"{mark}{format_time(runner.split.time.seconds, 1)}"
        behind = "" if not runner.gap_metres else f"{mark}{runner.gap_metres:.1f} m"
        role = " (ghost)" if entry.ghost else f" ({entry.role})" if entry.role in (Role.GUEST, Role.PACEMAKER) else ""
        if entry.legs and runner.status == "running" and (runs := running(entry.legs, runner.distance)):
            role = f" ({runs})"
        status = "" if runner.status == "running" else ENDINGS.get(runner.status, runner.status)
        rows.append((str(runner.place or ""), entry.name + role, entry.nation, where, gap, behind, status))
    run = format_distance(round(state.leader_distance, 2)) if metric else _far(race, state.leader_distance)
    unknown = "" if state.order_known else "; order not known"
    chip = " by the chip" if race.clock is Clock.NET else ""
    title = f"{race.title} at {format_clock(state.time, 2)}{chip}: the leader has run {run}{unknown}"
    return title + "\n" + table(("", "runner", "", "run", "time or gap", "behind", ""), rows, right={0, 3, 4, 5})


def _far(race: Race, distance: float) -> str:
    """How far somebody has run, in metres, or in miles where roads are counted in them."""
    unit = race.course.unit
    return f"{distance:.1f} m" if unit is Unit.KILOMETRES else unit.far(distance, 3)
