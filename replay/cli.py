"""The command line: arguments to files, files to answers, and the exit code.

Exit codes: 0 well; 1 `check` found errors; 2 wrong usage or an unreadable race, told in one line on stderr; 130
interrupted; 128 and its number when a signal ended what was watched. Data goes to stdout, words for people to stderr.
"""

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from replay import __version__
from replay.race.problems import ReplayError, Severity, one_line
from replay.streams import keep_own_output

if TYPE_CHECKING:
    from replay.files.library import Library
    from replay.race.race import Course, Race, When
    from replay.state.timeline import Timeline

WELL, FINDINGS, WRONG, INTERRUPTED = 0, 1, 2, 130

F = TypeVar("F", bound=Callable[..., Any])


class _Commands(click.Group):
    """A group whose first argument may be a race instead of a command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take `race-replay RACE …` for `race-replay watch RACE …`."""
        if args and self.get_command(ctx, args[0]) is None:
            args = ["watch", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let options of `watch` stand before the race, as in `race-replay --ascii RACE`."""
        own = {"--races", "--version", "--help", "-h"}
        if args and args[0].startswith("-") and args[0].split("=")[0] not in own:
            args = ["watch", *args]
        return super().parse_args(ctx, args)


def _races_option(command: F) -> F:
    return click.option("--races", metavar="DIR", help="The folder of your own races (also RACE_REPLAY_RACES).")(
        command
    )


def _file_options(command: F) -> F:
    command = click.option("--distance", metavar="METRES", help="For files that do not say: 1500, mile, 10km.")(command)
    command = click.option(
        "--track", metavar="KIND", help="For files that do not say: outdoor, indoor, straight, road."
    )(command)
    return _races_option(command)


_json_option = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@_races_option
@click.version_option(__version__, prog_name="race-replay")
@click.pass_context
def commands(ctx: click.Context, races: str | None) -> int:
    """Watch a running race again, in a terminal.

    Without a command: the menu. With a race (the id of one in the library, or a file): that race, with --at WHEN,
    --speed N, --follow NAME, --vs RACE:NAME, --ascii and --spoilers.
    """
    ctx.obj = races
    if ctx.invoked_subcommand is None:
        return _open_menu(races, False)
    return WELL


def _library(races: str | None) -> "Library":
    from replay.files.library import Library

    named = races or click.get_current_context().find_root().obj
    if named is not None and not Path(named).expanduser().is_dir():
        raise ReplayError(f"--races: {named!r} is no folder; name one that exists")
    return Library(Path(named).expanduser() if named else None)


def _read(library: "Library", race: str, distance: str | None, track: str | None) -> "Race":
    """The race an argument means; what was left out of its file is told on stderr."""
    metres, course = _metres(distance), _course(track)
    found, problems = library.race(race, distance=metres, course=course)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        click.echo(f"race-replay: {errors[0]}{more}; left out, the rest plays", err=True)
    return found


def _completed(race: "Race") -> "Race":
    """The race with its gaps filled; what contradicts itself is told on stderr, and the race is shown without."""
    from replay.reconstruction.completion import completed

    found, conflicts = completed(race)
    if conflicts:
        named = "; ".join(str(conflict) for conflict in conflicts)
        click.echo(
            one_line(f"race-replay: {race.path}: these cannot all be true: {named}; nothing is estimated"), err=True
        )
    return found


def _metres(distance: str | None) -> float | None:
    if distance is None:
        return None
    from replay.race.events import event_metres

    try:
        metres = float(distance)
    except ValueError:
        try:
            metres = event_metres(distance)
        except ValueError as error:
            raise ReplayError(f"--distance: {error}") from None
    if not 0 < metres < 1_000_000:
        raise ReplayError(f"--distance: {distance!r} is no distance in metres; give something like 1500 or mile")
    return metres


def _course(track: str | None) -> "Course | None":
    if track is None:
        return None
    from replay.race.race import Course, Surface

    try:
        return Course(surface=Surface(track.strip().lower()))
    except ValueError:
        known = ", ".join(Surface)
        raise ReplayError(f"--track: {track!r} is no track; it is one of {known}") from None


def _moment(timeline: "Timeline", at: str) -> "tuple[When, float]":
    """What `--at` names, and its time in this race."""
    from replay.race.when import parse_when

    try:
        moment = parse_when(at)
        return moment, timeline.time_of(moment)
    except ValueError as error:
        raise ReplayError(f"--at: {error}") from None


def _print_json(answer: object) -> None:
    import json  # most commands print none

    values = answer.values() if isinstance(answer, dict) else ()
    # What writes a line for each value is ten times slower, and nobody reads the lines of a field of thousands.
    large = any(isinstance(value, list) and len(value) > _LINED for value in values)
    click.echo(json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=None if large else 2))


_LINED = 2000
"""Entries whose JSON is laid out in lines."""


@commands.command("list")
@_json_option
@_races_option
def list_command(as_json: bool, races: str | None) -> int:
    """The library."""
    from replay.answers import answers

    items = _library(races).items()
    if as_json:
        _print_json(answers.list_answer(items))
    else:
        click.echo(answers.list_text(items))
    return WELL


@commands.command()
@click.argument("race")
@_json_option
@_file_options
def show(race: str, as_json: bool, races: str | None, distance: str | None, track: str | None) -> int:
    """The race as a table: entries, splits with evidence, sources, disputes."""
    from replay.answers import answers

    found = _completed(_read(_library(races), race, distance, track))
    if as_json:
        _print_json(answers.show_answer(found))
    else:
        click.echo(answers.show_text(found))
    return WELL


@commands.command()
@click.argument("race")
@click.option("--at", required=True, metavar="WHEN", help="3:30, 1200m, half, 600 to go, bell, lap 3, winner, finish.")
@_json_option
@_file_options
def state(race: str, at: str, as_json: bool, races: str | None, distance: str | None, track: str | None) -> int:
    """The standings at a moment."""
    from replay.answers import answers
    from replay.state.timeline import Timeline

    timeline = Timeline(_completed(_read(_library(races), race, distance, track)))
    now = timeline.at(_moment(timeline, at)[1])
    if as_json:
        _print_json(answers.state_answer(timeline, now))
    else:
        click.echo(answers.state_text(timeline, now))
    return WELL


@commands.command()
@click.argument("race")
@_json_option
@_file_options
def calls(race: str, as_json: bool, races: str | None, distance: str | None, track: str | None) -> int:
    """Every line of commentary with its time, kind and source."""
    from replay.answers import answers
    from replay.commentary import call_race
    from replay.state.timeline import Timeline

    found = _completed(_read(_library(races), race, distance, track))
    said = call_race(Timeline(found))
    if as_json:
        _print_json(answers.calls_answer(said))
    else:
        click.echo(answers.calls_text(said, found))
    return WELL


@commands.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH ...")
@_races_option
def check(paths: tuple[str, ...], races: str | None) -> int:
    """Every problem of race files, as `file:line: error: …`."""
    from replay.answers.check import check as find_problems

    problems = find_problems(paths, _library(races))
    for problem in problems:
        click.echo(str(problem))
    return FINDINGS if any(problem.severity is Severity.ERROR for problem in problems) else WELL


@commands.command()
@click.argument("race")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of to stdout.")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@_file_options
def reconstruct(  # the options of a command
    race: str, output: str | None, force: bool, races: str | None, distance: str | None, track: str | None
) -> int:
    """Work out what the reports leave open: the race's file with estimated splits."""
    from replay.reconstruction.estimates import completed_text

    library = _library(races)
    path = library.find(race)
    text = completed_text(path, _read(library, race, distance, track))
    if output is not None and _kind(output) != _kind(path):
        raise ReplayError(f"{output}: what is written is a {_kind(path)} file, as {path.name} is; give it that ending")
    if output is None:
        click.echo(text, nl=False)
        return WELL
    target = Path(output)
    try:
        with target.open("w" if force else "x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise ReplayError(f"{output} exists; --force replaces it") from None
    except OSError as error:
        raise ReplayError(f"{output} cannot be written: {error.strerror or error}") from None
    return WELL


def _kind(path: "str | Path") -> str:
    """The ending that says how a file is written."""
    ending = Path(path).suffix.lower()
    return ".yaml" if ending == ".yml" else ending


@commands.command()
def schema() -> int:
    """The race file's JSON Schema, for editors."""
    from replay.files.yaml.schema import race_schema

    _print_json(race_schema())
    return WELL


@commands.command(hidden=True)
@click.argument("race", required=False)
@click.option("--at", metavar="WHEN", help="Opens there, paused.")
@click.option("--speed", metavar="N", default="1", help="1/8 to 64, 600 on roads.")
@click.option("--follow", metavar="NAME", help="The runner whose name is shown from the start.")
@click.option("--vs", metavar="RACE:NAME", help="A runner of another race beside these, as a guest.")
@click.option("--ascii", "only_ascii", is_flag=True, help="Draw with ASCII characters only.")
@click.option("--spoilers", is_flag=True, help="Mark what is still to come.")
@_file_options
def watch(
    race: str | None,
    at: str | None,
    speed: str,
    follow: str | None,
    vs: str | None,
    only_ascii: bool,
    spoilers: bool,
    races: str | None,
    distance: str | None,
    track: str | None,
) -> int:
    """Watch a race."""
    if race is None:
        if at or follow or vs or spoilers or speed != "1":
            raise click.UsageError("--at, --speed, --follow, --vs and --spoilers go with a race; name one")
        return _open_menu(races, only_ascii)
    from replay.race.race import Surface
    from replay.state.timeline import Timeline
    from replay.viewing.playback import parse_rate

    library = _library(races)
    found = _read(library, race, distance, track)
    if vs is not None:
        other, _, name = vs.rpartition(":")
        if not other:
            raise ReplayError(f"--vs: {vs!r} names no race; write RACE:NAME, such as london-mile-2026:Kerr")
        from replay.reconstruction.guests import with_guest

        found = with_guest(found, _read(library, other, None, None), name)
    try:
        rate = parse_rate(speed, found.course.surface is Surface.ROAD)
    except ValueError as error:
        raise ReplayError(f"--speed: {error}") from None
    chosen = _followed(found, follow) if follow is not None else None
    timeline = Timeline(found)
    moment, opens = _moment(timeline, at) if at is not None else (None, None)
    _need_terminal()
    from replay.tui.app import ReplayApp, run
    from replay.tui.opening import Opening

    opening = Opening(opens, moment, rate, chosen, spoilers)
    return run(ReplayApp(library, _terms(races, only_ascii), timeline=timeline, opening=opening))


def _followed(race: "Race", name: str) -> int:
    """Who is meant: of two of a name the one who is no guest."""
    from replay.race.names import find_runner
    from replay.race.race import Role

    hosts = [index for index, entry in enumerate(race.entries) if entry.role is not Role.GUEST]
    try:
        return hosts[find_runner([race.entries[index] for index in hosts], name)]
    except ReplayError:
        return find_runner(race.entries, name)


def _open_menu(races: str | None, only_ascii: bool) -> int:
    library = _library(races)
    _need_terminal()
    from replay.tui.app import ReplayApp, run

    return run(ReplayApp(library, _terms(races, only_ascii)))


def _terms(races: str | None, only_ascii: bool) -> Any:  # noqa: ANN401 - the type lives in the package imported late
    from replay.tui.app import Terms

    return Terms(
        ascii=only_ascii or not _unicode_locale(),
        colour=not os.environ.get("NO_COLOR"),
        light=os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15"),
        races=races,
    )


def _unicode_locale() -> bool:
    """Whether the locale's characters are Unicode; where none is set the terminal is taken to be a modern one."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG")
    if not named:
        return os.environ.get("TERM") != "linux"
    return "utf" in named.lower()


def _need_terminal() -> None:
    if os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ReplayError("watching needs a terminal; `state`, `show` and `calls` print the race as text")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Without the program's name; None takes those of the process, and its output (`replay.streams`).

    Returns:
        The exit code.
    """
    if arguments is None:  # the process is ours
        keep_own_output()
    _write_what_can_be_written()
    gc.disable()  # little garbage is made until the first frame, or the answer; see `ReplayApp`
    try:
        # Not `commands.main`, which ends the process itself, with 1, when whoever reads its answer has left.
        words = sys.argv[1:] if arguments is None else list(arguments)
        with commands.make_context("race-replay", words) as context:
            code = commands.invoke(context)
        if sys.stdout is not None:  # it is None where the shell has closed it
            sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        return _wrong(error.format_message())
    except ReplayError as error:
        return _wrong(str(error))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has left (`race-replay list | head -1`): not our fault, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except OSError as error:  # a full disk, say; what is left in the buffer cannot be written either
        with suppress(OSError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _wrong(f"the answer cannot be written: {error.strerror or error}; write it elsewhere")
    finally:
        gc.enable()
    return code if isinstance(code, int) else WELL


def _write_what_can_be_written() -> None:
    """A character that the locale does not have is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _wrong(message: str) -> int:
    text = one_line(message)
    way_out = "" if ";" in text or "did you mean" in text.lower() else " (race-replay --help lists what there is)"
    print(f"race-replay: {text}{way_out}", file=sys.stderr)  # noqa: T201
    return WRONG
