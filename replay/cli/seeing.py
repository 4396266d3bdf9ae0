"""How a race is seen where it is not watched: the options that say so, over what is set once for all."""

from typing import TYPE_CHECKING

import click

from replay.cli.options import preferred

if TYPE_CHECKING:
    from replay.drawing.view import View
    from replay.files.preferences import Preferences


def preferred_unless(**said: object) -> "Preferences":
    """What is set once for all, where options do not say otherwise; what they do not say is None."""
    return preferred()._replace(**{name: value for name, value in said.items() if value is not None})  # type: ignore[arg-type]


theme_option = click.option(
    "--theme", type=click.Choice(["dark", "light"]), help="As it is set, else as the terminal says; of a file dark."
)
director_option = click.option(
    "--director/--no-director", default=None, help="A director turns speed and view; as it is set, else not."
)
palette_option = click.option(
    "--palette",
    type=click.Choice(["usual", "colour-blind", "contrast"]),
    help="Colours for other eyes; as it is set, else usual.",
)
names_option = click.option(
    "--names",
    type=click.Choice(["leader", "first three", "initials", "off"]),
    help="Whose names stand beside the track; as it is set, else the leader's.",
)
spoilers_option = click.option(
    "--spoilers/--no-spoilers", default=None, help="Mark what is still to come; as it is set, else not."
)
view_option = click.option(
    "--view",
    type=click.Choice(
        ["both", "stadium", "close", "trace", "mean", "positions", "speed", "projection", "splits", "compare"]
    ),
    help="From the stands, and close up below it where there is room (both); one of these alone; a chart or table.",
)


def view_of(view: str | None, chosen: int | None, held: "Preferences") -> "View":
    """What is seen: of one of the views, with the entry that is chosen, and as it is set."""
    from replay.drawing.view import CHARTS, Eye, View

    return View(
        chosen=chosen,
        names=held.names,
        eye=Eye(near=float(view == "close"), focus=chosen, before=chosen),
        chart=view if view in CHARTS else "",
        both=view != "stadium",
        spoilers=held.spoilers,
    )
