"""A race in words for a page that is read without its script: the result, what was said, who reported it."""

from collections.abc import Iterable, Iterator
from html import escape

from replay.answers.spoken import told
from replay.answers.values import ENDINGS
from replay.export.take import Take
from replay.race.order import lapped_text
from replay.race.race import Race
from replay.race.sources import Source
from replay.race.times import format_time
from replay.state.timeline import RunnerState

LISTED = 200
"""Runners of the result, at most."""


def escaped(text: str) -> str:
    """Text for a page."""
    return escape(text, quote=True)


def resume_html(take: Take) -> str:
    """The race in words."""
    race, timeline = take.timeline.race, take.timeline
    state = timeline.top(timeline.duration, LISTED)
    parts = [f"<p>{escaped(str(race.venue))}</p>" if str(race.venue) else ""]
    parts += [
        "<h2>Result</h2>",
        _table(_result(race, runner) for runner in state.standings if not race.entries[runner.entry].ghost),
    ]
    left = len(race.entries) - len(state.standings)
    parts += [f"<p>and {left:,} more</p>"] if left > 0 else []
    parts += ["<h2>Commentary</h2>", _table(told(call, race) for call in take.calls)]
    parts += ["<p>~ is an estimate: it was worked out, not timed.</p>"]
    if race.sources:
        items = "".join(f"<li>{_source(source)}</li>" for source in race.sources.values())
        parts += ["<h2>Sources</h2>", f"<ul>{items}</ul>"]
    return "\n".join(part for part in parts if part)


def _table(rows: Iterable[Iterable[str]]) -> str:
    body = "\n".join(f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>\n{body}\n</table>"


def _result(race: Race, runner: RunnerState) -> tuple[str, str, str, str]:
    """Place, name, nation, and the time or how it ended."""
    entry = race.entries[runner.entry]
    if entry.result is not None and runner.result is not None:
        time = entry.result.evidence.mark + (entry.result.text or format_time(runner.result))
    else:
        time = lapped_text(entry) or ENDINGS.get(runner.status, runner.status)
    return str(runner.place or ""), entry.name, entry.nation, time


def _source(source: Source) -> str:
    words = ", ".join(_parts(source))
    known = source.url.startswith(("https://", "http://"))  # nothing else is a link: a file may say anything
    return f'<a rel="noopener noreferrer" href="{escaped(source.url)}">{words}</a>' if known else words


def _parts(source: Source) -> Iterator[str]:
    for part in (source.author, source.title or source.key, source.publisher, source.date):
        if part:
            yield escaped(part)
