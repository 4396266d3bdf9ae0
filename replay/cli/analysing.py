"""The commands that read a race: `laps`, `positions`, `splits`, `trace`, `compare`, `project`, `runner`."""

from typing import TYPE_CHECKING, NamedTuple

import click

from replay.cli.group import WELL, commands
from replay.cli.options import (
    Given,
    at_option,
    filled,
    followed,
    given_options,
    json_option,
    library_of,
    moment,
    packed,
    race_options,
    races_completed,
    races_option,
    read_completed,
)
from replay.cli.printing import print_found
from replay.cli.staging import Staged, read_staged, staged_options
from replay.race.problems import ReplayError

if TYPE_CHECKING:
    from replay.analysis.comparing import Side
    from replay.analysis.reference import Reference
    from replay.race.race import Race

against_option = click.option(
    "--against",
    metavar="REF",
    default="leader",
    help="leader, mean, a time (at an even pace), world record, a runner, me, or RACE:NAME, who is put beside.",
)


class Asked(NamedTuple):
    """What is asked of splits."""

    at: str = "finish"
    follow: str | None = None
    every_mark: bool | None = None


@commands.command()
@click.option("--every-lap", is_flag=True, help="Each time over the line, also where no times were taken there.")
@json_option
@staged_options
@race_options
def laps(race: tuple[str, ...], every_lap: bool, as_json: bool, staging: Staged, given: Given) -> int:
    """Everybody's lap times, and both halves of the race.

    Laps are as times were taken: from the start, or over the line; where they were taken after kilometres, of those.
    """
    print_laps(race, as_json, staging, given, every_lap=every_lap)
    return WELL


def print_laps(race: tuple[str, ...], as_json: bool, staging: Staged, given: Given, *, every_lap: bool = False) -> None:
    """What `laps` prints."""
    from replay.analysis.laps import lap_parts
    from replay.answers.analysed import all_laps, laps_answer, laps_text
    from replay.state import timeline_of

    timeline = timeline_of(read_staged(race, given, staging))
    parts = lap_parts(timeline, laps=every_lap)
    found = all_laps(timeline, parts)
    print_found(as_json, laps_answer, laps_text, timeline, found, parts)


@commands.command()
@json_option
@staged_options
@race_options
def positions(race: tuple[str, ...], as_json: bool, staging: Staged, given: Given) -> int:
    """Everybody's place and gap at the end of each lap, kilometre or mile."""
    from replay.analysis.positions import positions as positions_of
    from replay.answers.analysed import positions_answer, positions_text
    from replay.state import timeline_of

    timeline = timeline_of(read_staged(race, given, staging))
    found = positions_of(timeline)
    print_found(as_json, positions_answer, positions_text, timeline, found)
    return WELL


@commands.command()
@click.option("--at", metavar="WHEN", default="finish", help="As known then: the finish.")
@click.option("--follow", metavar="NAME", help="All about this runner.")
@click.option(
    "--every-mark/--every-lap",
    default=None,
    help="Wherever times were taken, or at the end of each lap; at the ends of laps, if times were taken there.",
)
@packed("asked", Asked)
@json_option
@staged_options
@race_options
def splits(race: tuple[str, ...], asked: Asked, as_json: bool, staging: Staged, given: Given) -> int:
    """Everybody's time, place, lap and gap at each mark, or all about one runner."""
    from replay.answers.splits import splits_answer, splits_text
    from replay.state import timeline_of

    timeline = timeline_of(read_staged(race, given, staging))
    entry = followed(timeline.race, asked.follow) if asked.follow is not None else None
    t = timeline.duration if asked.at == "finish" else moment(timeline, asked.at)[1]
    print_found(as_json, splits_answer, splits_text, timeline, t, entry, every=asked.every_mark)
    return WELL


@commands.command()
@against_option
@click.option("--at", metavar="WHEN", default="finish", help="As known then: the finish.")
@json_option
@staged_options
@race_options
def trace(race: tuple[str, ...], against: str, at: str, as_json: bool, staging: Staged, given: Given) -> int:
    """Seconds behind a reference at the end of each lap, kilometre or mile: the race trace as a table."""
    print_trace(race, (against, at), as_json, staging, given)
    return WELL


def print_trace(race: tuple[str, ...], against: tuple[str, str], as_json: bool, staging: Staged, given: Given) -> None:
    """What `trace` prints; `against` are the reference, and when it is to be known."""
    from replay.analysis.reference import traced
    from replay.answers.traced import trace_answer, trace_text
    from replay.state import timeline_of

    named, at = against
    ghost = named if _is_of_another(named) else ""
    staging = staging._replace(vs=(*staging.vs, ghost)) if ghost and ghost not in staging.vs else staging
    timeline = timeline_of(read_staged(race, given, staging))
    t = timeline.duration if at == "finish" else moment(timeline, at)[1]
    found = traced(timeline, _reference(timeline.race, named), t)
    print_found(as_json, trace_answer, trace_text, timeline, found)


def _is_of_another(text: str) -> bool:
    """Whether a reference is RACE:NAME, and no time such as 3:45."""
    return ":" in text and not set(text) <= set("0123456789:. ")


def _reference(race: "Race", text: str) -> "Reference":
    """What `--against` means in a race, in which a ghost already runs."""
    from replay.analysis.reference import Reference, named_reference

    ghosts = [entry.ghost for entry in race.entries]
    if _is_of_another(text):
        return Reference(entry=ghosts.index(f"--vs {text}"))
    you = next((at for at, ghost in enumerate(ghosts) if ghost.startswith("--me ")), None)
    if text.casefold() == "me" and you is not None:
        return Reference(entry=you)
    try:
        found = named_reference(race, text)
    except ValueError as error:
        raise ReplayError(f"--against: {error}") from None
    return found or Reference(entry=followed(race, text))


@commands.command()
@click.argument("runners", nargs=-1, required=True, metavar="RACE:NAME RACE:NAME ...", shell_complete=races_completed)
@click.option("--every", type=click.FloatRange(10, 100_000), metavar="METRES", help="Between the marks.")
@json_option
@given_options
def compare(runners: tuple[str, ...], every: float | None, as_json: bool, given: Given) -> int:
    """Runners side by side: who gained where. A name without a race is of the race before it."""
    from replay.analysis.comparing import compared
    from replay.answers.analysed import compare_answer, compare_text

    found = compared(_sides(runners, given), every)
    print_found(as_json, compare_answer, compare_text, found)
    return WELL


@commands.command()
@at_option
@json_option
@staged_options
@race_options
def project(race: tuple[str, ...], at: str, as_json: bool, staging: Staged, given: Given) -> int:
    """Everybody's likely finish at a moment, with a range, from the splits until then and nothing later."""
    from replay.answers.projected import projected_answer, projected_text, projection_of
    from replay.state import timeline_of

    timeline = timeline_of(read_staged(race, given, staging))
    library = library_of(given.races)
    others = (library.glance(file).race for file in library.files() if file.kind == "race" and not file.clash)
    found = projection_of(timeline, moment(timeline, at)[1], [other for other in others if other is not None])
    print_found(as_json, projected_answer, projected_text, found)
    return WELL


@commands.command()
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@json_option
@races_option
def runner(name: tuple[str, ...], as_json: bool, races: str | None) -> int:
    """The races of a runner in the library: results, last laps, the quickest 100 m, halves."""
    from replay.analysis.season import named, season
    from replay.answers.season import season_answer, season_text
    from replay.race.names import fold
    from replay.state import timeline_of

    library = library_of(races)
    items = (library.read(file).race for file in library.files() if file.kind == "race" and not file.clash)
    known = [race for race in items if race is not None]
    full = named(known, " ".join(name))
    his = [race for race in known if any(fold(entry.name) == fold(full) for entry in race.entries)]
    found = season([timeline_of(filled(race)) for race in his], full)
    print_found(as_json, season_answer, season_text, full, found)
    return WELL


def _sides(runners: tuple[str, ...], given: Given) -> "list[Side]":
    """Those who are to be compared."""
    from replay.analysis.comparing import Side
    from replay.drawing.view import MARKED
    from replay.state import timeline_of

    if not 2 <= len(runners) <= MARKED:
        raise ReplayError(f"compare: {len(runners)} named; name two to {MARKED}, such as london-mile-2026:Kerr Myers")
    timelines = {}
    race = ""
    sides = []
    for text in runners:
        named, _, name = text.rpartition(":")
        race = named or race
        if not race:
            raise ReplayError(f"compare: {text!r} names no race; write RACE:NAME, such as london-mile-2026:Kerr")
        if race not in timelines:
            timelines[race] = timeline_of(read_completed((race,), given))
        timeline = timelines[race]
        sides.append(Side(timeline, followed(timeline.race, name)))
        if timeline.race.duration is not None:
            raise ReplayError(f"compare: {race} is a race for distance, and only races over a distance are compared")
    return sides
