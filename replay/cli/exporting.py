"""`export`: a race as a file to take along, by its ending."""

from typing import TYPE_CHECKING, NamedTuple

import click

from replay.cli.frames import USUAL, parse_size
from replay.cli.group import WELL, commands
from replay.cli.options import Given, files_completed, followed, moment, packed, race_options, rate_of
from replay.cli.seeing import (
    names_option,
    palette_option,
    preferred_unless,
    spoilers_option,
    theme_option,
    view_of,
    view_option,
)
from replay.cli.staging import Staged, read_staged, staged_options
from replay.race.problems import ReplayError, one_line

if TYPE_CHECKING:
    from replay.export.forms import Form
    from replay.export.take import Film, Take
    from replay.race.race import Race
    from replay.state.timeline import Timeline

FASTEST = 120.0
"""Frames a second, at most."""


class Wanted(NamedTuple):
    """What is to be taken; None is as usual."""

    begin: str | None
    end: str | None
    at: str | None
    speed: str | None
    fps: float | None
    size: str | None
    theme: str | None
    palette: str | None
    names: str | None
    view: str | None
    follow: str | None
    spoilers: bool | None
    director: bool
    version: str | None

    def given(self) -> list[str]:
        """The options that were given, by their names on the command line."""
        names = {"begin": "from", "end": "to", "version": "cast"}
        return [names.get(name, name) for name, value in self._asdict().items() if value not in (None, False)]


@commands.command()
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=files_completed,
    required=True,
    help="Its ending says what it is to be.",
)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.option("--from", "begin", metavar="WHEN", help="Where it begins: at the start.")
@click.option("--to", "end", metavar="WHEN", help="Where it ends: at the end.")
@click.option("--at", metavar="WHEN", help="The moment of a picture.")
@click.option("--speed", metavar="N", help="1/8 to 64, 600 on roads; as usual it lasts five minutes at most.")
@click.option("--fps", type=click.FloatRange(0, FASTEST, min_open=True), metavar="N", help="Frames a second.")
@click.option("--size", metavar="COLSxROWS", help="Of the screen: 120x40.")
@theme_option
@palette_option
@names_option
@view_option
@click.option("--follow", metavar="NAME", help="The runner who is chosen, and seen close up.")
@spoilers_option
@click.option("--director", is_flag=True, help="A director turns speed and view.")
@click.option("--cast", "version", type=click.Choice(["2", "3"]), help="The version of a .cast: 2.")
@packed("wanted", Wanted)
@staged_options
@race_options
def export(race: tuple[str, ...], output: str, force: bool, wanted: Wanted, staging: Staged, given: Given) -> int:
    """A race as a file: a page, a recording, a picture, numbers, words; by the file's ending."""
    from replay.cli.waiting import waiting
    from replay.export.forms import form_of, need_extra
    from replay.files.written import refuse_existing, write_new

    form = form_of(output)
    _need_sense(form, wanted, output)
    need_extra(form)
    refuse_existing(output, force)
    take = _take(read_staged(race, given, staging), form, wanted)
    try:
        with waiting(output, doing="writing") as progress:
            made = form.make(take, progress)
    except KeyboardInterrupt:
        click.echo(f"race-replay: interrupted; {one_line(output)[:200]} was not written", err=True)
        raise
    write_new(output, made, force)
    return WELL


def _need_sense(form: "Form", wanted: Wanted, output: str) -> None:
    """Make sure that what is wanted means something, each for itself and all of it together."""
    from replay.export.forms import FILM, need_meaning

    given = wanted.given()
    for option in given:
        need_meaning(form, option)
    if wanted.director and wanted.speed is not None:
        raise ReplayError("--speed: with --director the director turns the speed; leave one of them out")
    moving = [option for option in given if option in FILM]
    if wanted.at is not None and moving:
        raise ReplayError(f"--{moving[0]}: --at is of one moment; leave one of them out")
    if "at" in form.takes and wanted.at is None and not moving:
        also = ", or --from and --to of an animation" if form.fps else ""
        raise ReplayError(f"{output}: a picture is of one moment; say which with --at, such as --at bell{also}")


def _take(race: "Race", form: "Form", wanted: Wanted) -> "Take":
    """What is wanted of a race."""
    from replay.cells.depth import Depth
    from replay.commentary import call_race
    from replay.drawing.theme.look import look_of
    from replay.drawing.theme.themes import theme_of
    from replay.export.directed import directed
    from replay.export.take import Take
    from replay.state import timeline_of
    from replay.viewing.frame import Size

    timeline = timeline_of(race)
    chosen = followed(timeline.race, wanted.follow) if wanted.follow is not None else None
    held = preferred_unless(theme=wanted.theme, palette=wanted.palette, names=wanted.names, spoilers=wanted.spoilers)
    take = Take(
        timeline,
        call_race(timeline),
        _film(timeline, form, wanted),
        look_of(theme_of(held.theme == "light", Depth.TRUE, held.palette)),
        view_of(wanted.view, chosen, held),
        Size(*(USUAL if wanted.size is None else parse_size(wanted.size))),
        int(wanted.version or 0),
    )
    return directed(take) if wanted.director else take


def _film(timeline: "Timeline", form: "Form", wanted: Wanted) -> "Film":
    from replay.export.take import Film, usual_rate
    from replay.viewing.playback import RATES, ROAD_RATES

    if wanted.at is not None:
        at = _when(timeline, "at", wanted.at)
        return Film(at, at, 1.0, form.fps)
    start = _when(timeline, "from", wanted.begin or "start")
    end = timeline.over if wanted.end is None else _when(timeline, "to", wanted.end)
    if end < start:
        raise ReplayError(f"--to: {wanted.end!r} is before --from; name a later moment")
    road = timeline.track.by_kilometres
    if wanted.speed is None:
        rate = usual_rate(end - start, ROAD_RATES if road else RATES)
    else:
        rate = rate_of(wanted.speed, road)
    return Film(start, end, rate, wanted.fps or form.fps)


def _when(timeline: "Timeline", option: str, text: str) -> float:
    return moment(timeline, text, option)[1]
