"""The standings at one instant: `state`."""

from replay.answers.columns import table
from replay.answers.values import ENDINGS, Answer, number
from replay.race.legs import running
from replay.race.order import lapped_text
from replay.race.race import Clock, Evidence, Race, Role
from replay.race.times import format_clock, format_distance, format_gap, format_instant, format_time
from replay.race.units import Unit
from replay.state.timeline import RaceState, RunnerState, Timeline


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
    entries, unit, guessed = race.entries, race.course.unit, Evidence.ESTIMATED
    metric = unit is Unit.KILOMETRES
    rows = []
    # Of a large field each of these is asked 50,000 times: what is the same for all is asked above, and once.
    for runner in state.standings:
        entry = entries[runner.entry]
        moves = runner.status == "running"
        mark = "~" if runner.evidence is guessed else ""
        where = gap = role = status = ""
        if runner.distance is not None:
            where = (mark if runner.result is None else "") + _far(unit, runner.distance)
        if entry.ghost or entry.role is not None:
            role = " (ghost)" if entry.ghost else f" ({entry.role})" if entry.role in _BESIDE else ""
        if not moves:
            gap, status = _ended(race, runner, mark), ENDINGS.get(runner.status, runner.status)
        elif entry.legs and (runs := running(entry.legs, runner.distance)):
            role = f" ({runs})"
        if not gap and runner.gap is not None:
            gap = mark + format_gap(runner.gap, 2) if runner.gap else "leader"
        behind = f"{mark}{runner.gap_metres:.1f} m" if runner.gap_metres else ""
        rows.append((str(runner.place or ""), entry.name + role, entry.nation, where, gap, behind, status))
    run = _led(race, state) if metric else _far(unit, state.leader_distance)
    unknown = "" if state.order_known else "; order not known"
    chip = " by the chip" if race.clock is Clock.NET else ""
    title = f"{race.title} at {format_clock(state.time, 2)}{chip}: the leader has run {run}{unknown}"
    return title + "\n" + table(("", "runner", "", "run", "time or gap", "behind", ""), rows, right={0, 3, 4, 5})


_BESIDE = (Role.GUEST, Role.PACEMAKER)
"""Roles that are told behind a name."""


def _led(race: Race, state: RaceState) -> str:
    """How far the leader has run: `800 m`, between two known points `~444.2 m`, on long ways in whole metres."""
    guessed = all(
        runner.evidence is Evidence.ESTIMATED and runner.result is None
        for runner in state.standings
        if runner.distance == state.leader_distance
    )
    if not guessed:
        return format_distance(round(state.leader_distance, 2))
    return f"~{format_distance(round(state.leader_distance, 1 if race.distance <= _WHOLE_METRES else 0))}"


_WHOLE_METRES = 10_000.0
"""Metres of a race of which nobody knows the tenths on the way."""


def _ended(race: Race, runner: RunnerState, mark: str) -> str:
    """What a finisher's race came to: his time, or the laps that he was behind; empty where nobody knows."""
    entry = race.entries[runner.entry]
    if runner.result is not None:
        return mark + (entry.result.text if entry.result and entry.result.text else format_time(runner.result))
    if runner.status != "finished":
        return ""
    if lapped := lapped_text(entry):
        return lapped
    if runner.split is not None and runner.distance == race.distance:
        return mark + (format_instant if mark else format_time)(runner.split.time.seconds, 1)
    return ""


def _far(unit: Unit, distance: float) -> str:
    """How far somebody has run, in metres, or in miles where roads are counted in them."""
    return f"{distance:.1f} m" if unit is Unit.KILOMETRES else unit.far(distance, 3)
