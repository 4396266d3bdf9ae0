"""The help as a manual: commands and options in groups, each command with examples."""

import click

SECTIONS = {
    "listing": "Ask what is known",
    "asking": "Ask what is known",
    "analysing": "Ask what is known",
    "frames": "Take along",
    "exporting": "Take along",
    "importing": "Files of your own",
    "filing": "Files of your own",
    "serving": "The program",
    "preferring": "The program",
}
"""What the commands of each module are for."""

EXAMPLES = {
    "race-replay": (
        "race-replay",
        "race-replay london-mile-2026",
        'race-replay bowerman-mile-2024 --at "600 to go" --follow Kerr',
        "race-replay results.csv --distance 10km",
    ),
    "calls": ("race-replay calls london-mile-2026", "race-replay calls london-mile-2026 --follow --speed 4"),
    "check": ("race-replay check my-race.yaml", "race-replay check races/"),
    "compare": (
        "race-replay compare london-mile-2026:Kerr bowerman-mile-2024:Kerr",
        "race-replay compare london-mile-2026:Kerr Nuguse --every 100",
    ),
    "export": (
        "race-replay export london-mile-2026 -o mile.html",
        "race-replay export london-mile-2026 -o last-lap.cast --from bell --view close",
        "race-replay export london-mile-2026 -o bell.svg --at bell --theme light",
    ),
    "frame": ("race-replay frame london-mile-2026 --at bell --size 120x40 --color always",),
    "import": ("race-replay import results.csv", "race-replay import results.csv --distance 10km -o my-race.yaml"),
    "laps": ("race-replay laps bowerman-mile-2024",),
    "list": ("race-replay list", "race-replay list --json"),
    "positions": ("race-replay positions bowerman-mile-2024",),
    "project": ("race-replay project london-mile-2026 --at bell",),
    "reconstruct": ("race-replay reconstruct my-race.yaml -o my-race.yaml --force",),
    "runner": ("race-replay runner Kerr",),
    "schema": ("race-replay schema", "race-replay schema state"),
    "serve": ("race-replay serve", "race-replay serve --host 0.0.0.0 --port 8000"),
    "settings": ("race-replay settings",),
    "show": ("race-replay show london-mile-2026", "race-replay show forest-cup.xml --part 'Women Elite'"),
    "splits": ("race-replay splits london-mile-2026", "race-replay splits london-mile-2026 --follow Kerr"),
    "state": ("race-replay state london-mile-2026 --at 1200m", "race-replay state london-mile-2026 --at finish --json"),
    "trace": (
        "race-replay trace london-mile-2026 --against mean",
        "race-replay trace london-mile-2026 --against bowerman-mile-2024:Kerr",
    ),
    "watch": ("race-replay london-mile-2026 --at bell", "race-replay ada.fit bea.gpx cyd.tcx"),
}
"""Command lines for each command."""

OF_A_FILE = {
    "distance", "track", "title", "event", "part", "start", "column", "delimiter", "encoding", "counting", "clock",
    "date_order",
}  # fmt: skip
"""What is said of a file, by the names of the options' values."""


def write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, title: str) -> None:
    """The options of a command in two groups."""
    groups: dict[str, list[tuple[str, str]]] = {title: [], "What a file does not say, or says wrongly": []}
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record is not None:
            list(groups.values())[param.name in OF_A_FILE].append(record)
    for heading, rows in groups.items():
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)


def write_examples(name: str, formatter: click.HelpFormatter) -> None:
    """The examples of a command, each on a line."""
    if name in EXAMPLES:
        with formatter.section("Examples"):
            for line in EXAMPLES[name]:
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")


def write_meanings(name: str, formatter: click.HelpFormatter) -> None:
    """What a column can be, below the options of the command that says what was understood."""
    if name == "import":
        from replay.files.settings import COLUMN_TAKES  # nobody else needs the readers of tables

        with formatter.section("A column's MEANING is"):
            formatter.write_text(f"{COLUMN_TAKES}.")


def write_commands(group: click.Group, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """The commands, by what they are for."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is not None and command.callback is not None and not command.hidden:
            module = command.callback.__module__.rpartition(".")[2]
            rows.setdefault(SECTIONS[module], []).append((name, command.get_short_help_str(200)))
    for title in dict.fromkeys(SECTIONS.values()):
        if title in rows:
            with formatter.section(title):
                formatter.write_dl(rows[title])


def write_root(group: click.Group, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """The root's help: the options with a race, the program's, the commands."""
    watch = group.get_command(ctx, "watch")
    assert watch is not None
    write_options(watch, ctx, formatter, "Options with a race, or for the menu")
    with formatter.section("Other options"):
        formatter.write_dl([("--version", "Show the version and exit.")])
    write_commands(group, ctx, formatter)
