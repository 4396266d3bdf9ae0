"""`serve`: the program in a browser."""

import click

from replay.cli.group import WELL, commands
from replay.cli.options import library_of, races_option
from replay.race.problems import ReplayError


@commands.command()
@click.option("--host", default="localhost", metavar="NAME", help="Who may come: localhost, or 0.0.0.0 for everybody.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Any that is free, if not said.")
@races_option
def serve(host: str, port: int, races: str | None) -> int:
    """The program in a browser: a page for this machine, or for others; each visitor has a session of his own."""
    try:
        from replay.web.server import address_of, listening
        from replay.web.server import serve as serve_pages
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] not in ("textual_serve", "aiohttp", "aiohttp_jinja2"):
            raise
        raise ReplayError("serve needs the extra `serve`; pip install 'race-replay[serve]' brings it") from None
    library = library_of(races)  # a folder that is none is told now, and not to each visitor
    named = races or click.get_current_context().find_root().obj
    with listening(host, port) as found:
        click.echo(f"Race Replay is at {address_of(found, host)}", err=False)
        click.echo("Ctrl+C ends it.", err=True)
        serve_pages(found, host, str(library.folder.absolute()) if named else None)
    click.echo("ended", err=True)
    return WELL
