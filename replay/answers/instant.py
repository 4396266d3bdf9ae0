"""The standings at one instant: `state`."""

from replay.answers.columns import table
from replay.answers.values import ENDINGS, Answer, number
from replay.race.race import Clock, Role
from replay.race.times import format_clock, format_distance, format_gap, format_time
from replay.state.timeline import RaceState, Timeline


def state_answer(timeline: Timeline, state: RaceState) -> Answer:
    """`state --json`."""
    race = timeline.race
    return {
        "race": race.id,
        "time": number(state.time),
        "clock": str(race.clock),
        "distance": number(race.distance),
        "leader_distance": number(state.leader_distance),
        "order_known": state.order_known,
        "standings": [
            {
                "place": runner.place,
                "name": race.entries[runner.entry].name,
                "nation": race.entries[runner.entry].nation,
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
    rows = []
    for runner in state.standings:
        entry = race.entries[runner.entry]
        mark = runner.evidence.mark
        given = entry.result.text if entry.result and runner.result is not None else ""
        where = "" if runner.distance is None else f"{mark if runner.result is None else ''}{runner.distance:.1f} m"
        gap = "" if runner.gap is None else mark + format_gap(runner.gap, 2) if runner.gap else "leader"
        if runner.result is not None:
            gap = f"{mark}{given or format_time(runner.result)}"
        elif runner.status == "finished" and runner.split is not None and runner.distance == runner.split.distance:
            gap = f"{mark}{format_time(runner.split.time.seconds, 1)}"
        behind = "" if not runner.gap_metres else f"{mark}{runner.gap_metres:.1f} m"
        role = f" ({entry.role})" if entry.role in (Role.GUEST, Role.PACEMAKER) else ""
        status = "" if runner.status == "running" else ENDINGS.get(runner.status, runner.status)
        rows.append((str(runner.place or ""), entry.name + role, entry.nation, where, gap, behind, status))
    run = format_distance(round(state.leader_distance, 2))
    unknown = "" if state.order_known else "; order not known"
    chip = " by the chip" if race.clock is Clock.NET else ""
    title = f"{race.title} at {format_clock(state.time, 2)}{chip}: the leader has run {run}{unknown}"
    return title + "\n" + table(("", "runner", "", "run", "time or gap", "behind", ""), rows, right={0, 3, 4, 5})
