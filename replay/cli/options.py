"""The options that commands share, packed into values, and the race that an argument means."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from replay.race.problems import MissingExtra, ReplayError, Severity, UnreadableRace, one_line
from replay.race.units import Unit

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from replay.files.library import Library
    from replay.files.preferences import Preferences
    from replay.files.source import Choices, Reading
    from replay.race.race import Race, When
    from replay.state.timeline import Timeline

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


def packed(name: str, kind: Any) -> Callable[[F], F]:  # noqa: ANN401 - the class of a named tuple
    """Give a command the options named as the fields of `kind` as one argument of it."""

    def decorate(command: F) -> F:
        @wraps(command)
        def run(**values: object) -> object:
            fields = {field: values.pop(field) for field in kind._fields}
            return command(**{name: kind(**fields)}, **values)

        return run  # type: ignore[return-value]

    return decorate


class Given(NamedTuple):
    """What a command is told of where a race comes from, and what its file does not say."""

    races: str | None = None
    distance: str | None = None
    track: str | None = None
    title: str | None = None
    event: str | None = None
    part: str | None = None
    start: str | None = None
    column: tuple[str, ...] = ()
    delimiter: str | None = None
    encoding: str | None = None
    counting: str | None = None
    clock: str | None = None
    date_order: str | None = None
    units: str | None = None


def races_option(command: F) -> F:
    """`--races`."""
    return click.option("--races", metavar="DIR", help="The folder of your own races (also RACE_REPLAY_RACES).")(
        command
    )


def given_options(command: F) -> F:
    """What is told of a race: the command takes `given`."""
    return told_options(click.option("--laps", "counting", flag_value="laps", hidden=True)(command))


def told_options(command: F) -> F:
    """The same without the older name of `--times laps`, for a command that has another `--laps`."""
    command = packed("given", Given)(command)
    command = click.option("--distance", metavar="METRES", help="How far it was: 1500, mile, 10km, 24h.")(command)
    command = click.option(
        "--track", metavar="KIND", help="What it was run on: outdoor, indoor, straight, road, pool."
    )(command)
    command = click.option("--title", metavar="TEXT", help="What the race is called.")(command)
    command = click.option("--event", metavar="TEXT", help="Its event: '3000m steeplechase'.")(command)
    command = click.option("--part", metavar="NAME", help="Which race of a file that holds several.")(command)
    command = click.option(
        "--start", metavar="TIME", help="When the race began, as a time of day (of recordings UTC), or `line`."
    )(command)
    units = click.Choice([unit.value for unit in Unit])
    command = click.option("--units", type=units, help="What roads are counted in (also RACE_REPLAY_UNITS).")(command)
    for option in _TABLE_OPTIONS:
        command = option(command)
    return races_option(command)


_TABLE_OPTIONS = (
    click.option(
        "--column",
        multiple=True,
        metavar="TITLE=MEANING",
        help="What a column is: 'Time=result', 'T1=5km'; `import --help` has all.",
    ),
    click.option("--delimiter", metavar="CHAR", help="What parts a table's cells: , ; | or tab."),
    click.option("--encoding", metavar="NAME", help="Of a table as text: utf-8, cp1252, mac_roman."),
    click.option(
        "--times",
        "counting",
        type=click.Choice(["laps", "cumulative"]),
        help="What times on the way are: of laps, or from the start.",
    ),
    click.option("--cumulative", "counting", flag_value="cumulative", hidden=True),
    click.option(
        "--clock", type=click.Choice(["gun", "chip", "net"]), help="From when times count, where both are known."
    ),
    click.option("--date-order", type=click.Choice(["dmy", "mdy", "ymd"]), help="How a table writes days."),
)
"""What is said of a table over what it seems to say."""


def race_options(command: F) -> F:
    """The argument RACE, and what is told of it: the command takes `race` (one or several) and `given`."""
    return race_argument(given_options(command))


def race_argument(command: F) -> F:
    """The argument RACE: one or several."""
    return click.argument("race", nargs=-1, required=True, metavar="RACE", shell_complete=races_completed)(command)


def races_completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """What a shell completes in place of a race."""
    from replay.cli.completing import races  # a shell asks, and nobody else

    return races(ctx, param, incomplete)


def files_completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """What a shell completes in place of a file."""
    from replay.cli.completing import files

    return files(ctx, param, incomplete)


at_option = click.option(
    "--at", required=True, metavar="WHEN", help="3:30, 1200m, half, 600 to go, bell, lap 3, winner, finish."
)

json_option = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")


def library_of(races: str | None) -> "Library":
    """The library with the folder that `--races` names, here or before the command.

    Raises:
        ReplayError: It names no folder.
    """
    from replay.files.library import FOLDER_VARIABLE, Library
    from replay.files.paths import expanded, is_folder

    named = races or click.get_current_context().find_root().obj
    if named is not None and not is_folder(expanded(named)):
        raise ReplayError(f"--races: {named!r} is no folder; name one that exists")
    told = os.environ.get(FOLDER_VARIABLE)
    if named is None and told and not is_folder(expanded(told)):
        said = f"race-replay: {FOLDER_VARIABLE}: {told!r} is no folder; only the shipped races are there"
        click.echo(one_line(said), err=True)
    return Library(expanded(named) if named else None)


def read(
    library: "Library",
    race: Sequence[str],
    given: Given = Given(),  # noqa: B008 - a value
    *,
    assuming: bool = True,
) -> "Race":
    """The race that one argument means, or several of its runners' files; what was left out is told on stderr.

    So is what was assumed of a file, in one line, unless that is of no interest.
    """
    from replay.race.track.road import in_units

    return in_units(told(reading(library, race, given), assuming=assuming), unit_of(given.units))


def told(found: "Reading", *, assuming: bool = True) -> "Race":
    """The race that was read; what was left out and assumed is told on stderr.

    Raises:
        UnreadableRace: There is none.
    """
    if found.race is None:
        raise UnreadableRace(found.problems)
    problems = found.problems
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        click.echo(f"race-replay: {errors[0]}{more}; left out, the rest plays", err=True)
    if assuming and found.understood.assumed:
        click.echo(one_line(f"race-replay: {'; '.join(found.understood.assumed)}; `import` says all"), err=True)
    return found.race


def preferred() -> "Preferences":
    """What is set once for all; what is wrong with the file is told on stderr, once."""
    from replay.files.preferences import read_preferences

    meta = click.get_current_context().meta
    if _SET not in meta:
        found = read_preferences()
        if found.problems:
            more = f" (and {len(found.problems) - 1} more: race-replay settings)" if len(found.problems) > 1 else ""
            click.echo(f"race-replay: {found.problems[0]}{more}", err=True)
        meta[_SET] = found.held
    held: Preferences = meta[_SET]
    return held


_SET = "replay.preferences"


def unit_of(named: str | None) -> Unit:
    """What roads are counted in: as an option says, else RACE_REPLAY_UNITS, else the settings, else kilometres.

    Raises:
        ReplayError: The variable names no unit.
    """
    text = named or os.environ.get("RACE_REPLAY_UNITS") or preferred().units
    if text not in list(Unit):
        raise ReplayError(f"RACE_REPLAY_UNITS: {text!r} is no unit of roads; it is one of {', '.join(Unit)}")
    return Unit(text)


def reading(library: "Library", race: Sequence[str], given: Given) -> "Reading":
    """What can be made of the files that an argument means, or several; nothing is told yet."""
    from replay.cli.waiting import waiting

    with waiting(race[0] if race else "") as progress:
        return library.reading(*race, choices=replace(choices_of(given), progress=progress))


def asks(found: "Reading") -> bool:
    """Whether a file of which no race came needs an answer: to a question, or what one of its columns is."""
    return bool(found.understood.questions or found.understood.columns)


def read_completed(race: Sequence[str], given: Given) -> "Race":
    """The race an argument means, its gaps filled; what contradicts itself is told on stderr, and shown without."""
    return filled(read(library_of(given.races), race, given))


def filled(race: "Race") -> "Race":
    """A race with its gaps filled; what contradicts itself is told on stderr, as is what is not installed."""
    from replay.reconstruction import why
    from replay.reconstruction.completion import completed

    try:
        found, conflicts = completed(race)
    except MissingExtra as error:
        click.echo(f"race-replay: {error}; nothing is estimated", err=True)
        return race
    if conflicts:
        click.echo(one_line(f"race-replay: {found.path}: {why(conflicts)}; nothing is estimated"), err=True)
    return found


def rate_of(speed: str, road: bool) -> float:
    """The seconds of the race in one that `--speed` means.

    Raises:
        ReplayError: It means none, or there is no such speed.
    """
    from replay.viewing.playback import parse_rate

    try:
        return parse_rate(speed, road)
    except ValueError as error:
        raise ReplayError(f"--speed: {error}") from None


def moment(timeline: "Timeline", at: str, option: str = "at") -> "tuple[When, float]":
    """What `--at`, or another option, names, and its time in this race.

    Raises:
        ReplayError: It names nothing, or nothing of this race.
    """
    from replay.race.when import parse_when

    try:
        when = parse_when(at)
        return when, timeline.time_of(when)
    except ValueError as error:
        raise ReplayError(f"--{option}: {error}") from None


def followed(race: "Race", name: str) -> int:
    """The entry that `--follow` means: of two of a name the one who is no guest.

    Raises:
        ReplayError: It means nobody, or several.
    """
    from replay.race.names import find_runner
    from replay.race.race import Role

    hosts = [index for index, entry in enumerate(race.entries) if entry.role is not Role.GUEST]
    try:
        return hosts[find_runner([race.entries[index] for index in hosts], name)]
    except ReplayError:
        return find_runner(race.entries, name)


def choices_of(given: Given) -> "Choices":
    """What the options say of a file."""
    from replay.files.said import course, delimiter, encoding, metres, start, words
    from replay.files.source import Choices, DateOrder
    from replay.files.understood import Clock, Counting
    from replay.race.events import event_seconds, is_road_event

    duration = event_seconds(given.distance) if given.distance else None
    return Choices(
        distance=_told("distance", given.distance, metres) if duration is None else None,
        road=bool(given.distance) and duration is None and is_road_event(given.distance or ""),
        duration=duration,
        course=_told("track", given.track, course),
        title=_told("title", given.title, words),
        event=_told("event", given.event, words),
        columns=_columns(given.column),
        delimiter=_told("delimiter", given.delimiter, delimiter),
        encoding=_told("encoding", given.encoding, encoding),
        counting=Counting(given.counting) if given.counting else None,
        clock=Clock("gun" if given.clock == "gun" else "chip") if given.clock else None,
        date_order=DateOrder(given.date_order) if given.date_order else None,
        part=_told("part", given.part, words),
        start=_told("start", given.start, start),
    )


def _columns(said: Sequence[str]) -> dict[str, str]:
    from replay.files.said import words

    columns: dict[str, str] = {}
    for text in said:
        title, sign, meaning = text.rpartition("=")
        if not (sign and title.strip() and meaning.strip()):
            raise ReplayError(f"--column: {text!r} names no column and its meaning; write it as 'Time=result'")
        columns[words(title)] = words(meaning)
    return columns


def _told(option: str, text: str | None, read: Callable[[str], T]) -> T | None:
    """What an option says; None where it is not given."""
    try:
        return read(text) if text is not None else None
    except ValueError as error:
        raise ReplayError(f"--{option}: {error}") from None
