"""The commands that print what is known of a race: `show`, `state`, `calls`."""

import click

from replay.cli.analysing import against_option, print_laps, print_trace
from replay.cli.group import WELL, commands
from replay.cli.options import (
    Given,
    at_option,
    json_option,
    moment,
    race_argument,
    race_options,
    rate_of,
    told_options,
)
from replay.cli.printing import escaped, print_found, print_json, print_text
from replay.cli.staging import Staged, read_staged, staged_options


@commands.command()
@click.option("--laps", "table", flag_value="laps", help="Everybody's lap times and halves, as `laps` prints them.")
@click.option(
    "--trace", "table", flag_value="trace", help="How far everybody is behind a reference, as `trace` prints it."
)
@against_option
@json_option
@staged_options
@race_argument
@told_options
def show(race: tuple[str, ...], table: str | None, against: str, as_json: bool, staging: Staged, given: Given) -> int:
    """The race as a table: entries, splits with evidence, sources, disputes; its laps, or its trace."""
    if table != "trace" and against != "leader":
        raise click.UsageError("--against goes with --trace")
    if table == "trace":
        print_trace(race, (against, "finish"), as_json, staging, given)
        return WELL
    if table == "laps":
        print_laps(race, as_json, staging, given)
        return WELL
    from replay.answers.shown import show_answer, show_text

    found = read_staged(race, given, staging)
    print_found(as_json, show_answer, show_text, found)
    return WELL


@commands.command()
@at_option
@json_option
@staged_options
@race_options
def state(race: tuple[str, ...], at: str, as_json: bool, staging: Staged, given: Given) -> int:
    """The standings at a moment."""
    from replay.answers.instant import state_answer, state_text
    from replay.state import timeline_of

    timeline = timeline_of(read_staged(race, given, staging))
    now = timeline.at(moment(timeline, at)[1], laps=False)
    print_found(as_json, state_answer, state_text, timeline, now)
    return WELL


@commands.command()
@json_option
@click.option("--follow", "follows", is_flag=True, help="Each when it is due, as a line of JSON.")
@click.option("--speed", metavar="N", help="With --follow, 1/8 to 64, 600 on roads: 1.")
@staged_options
@race_options
def calls(race: tuple[str, ...], as_json: bool, follows: bool, speed: str | None, staging: Staged, given: Given) -> int:
    """Every line of commentary with its time, kind and source."""
    if speed is not None and not follows:
        raise click.UsageError("--speed goes with --follow")
    from replay.answers.spoken import calls_answer, calls_text
    from replay.commentary import call_race
    from replay.state import timeline_of

    found = read_staged(race, given, staging)
    timeline = timeline_of(found)
    said = call_race(timeline)
    if follows:
        import json

        from replay.cli.plain import due

        for call in due(said, rate_of(speed or "1", timeline.track.by_kilometres)):
            (answer,) = calls_answer([call])
            print_text(json.dumps(answer, ensure_ascii=False, allow_nan=False), escaped)
    elif as_json:
        print_json(calls_answer(said))
    else:
        print_text(calls_text(said, found))
    return WELL
