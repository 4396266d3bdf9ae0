"""Words people spoke, what the commentary tells in ours, and what sources disagree on."""

from collections.abc import Mapping

from replay.files.yaml import keys
from replay.files.yaml.facts import find
from replay.files.yaml.reader import Ground, Reader
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node
from replay.race.names import Names
from replay.race.race import Entry, Note, Quote, When, WhenKind
from replay.race.sources import Claim, Dispute


def read_quotes(
    reader: Reader, node: Node | None, names: Names, entries: tuple[Entry, ...], ground: Ground
) -> tuple[Quote, ...]:
    """Every quote with words and a speaker."""
    found = []
    for item in reader.items(node, "quotes"):
        values = reader.fields(item, keys.QUOTE, "a quote", needs="quote")
        said = reader.texts(values.get("said"), "said")
        if not said:
            continue
        found.append(
            Quote(
                said=said,
                by=reader.text(values["by"], "by"),
                when=reader.text(values.get("when"), "when"),
                source=reader.source(values.get("source")),
                show=_show(reader, values.get("show"), names, entries, ground) or When(WhenKind.AFTER),
            )
        )
    return tuple(found)


def read_notes(
    reader: Reader, node: Node | None, names: Names, entries: tuple[Entry, ...], ground: Ground
) -> tuple[Note, ...]:
    """Every note of the race that says something."""
    found = []
    for text, values in _told(reader, node):
        source, show = reader.source(values.get("source")), _show(reader, values.get("show"), names, entries, ground)
        found.append(Note(text, source, show or When(WhenKind.BEFORE), find(reader, values.get("runner"), names)))
    return tuple(found)


def read_own_notes(reader: Reader, node: Node | None, name: str) -> tuple[Note, ...]:
    """Every note of a runner that says something, each shown when the runner is there."""
    found = []
    for text, values in _told(reader, node):
        when = reader.moment(values.get("show"), "show") or When(WhenKind.BEFORE)
        own = when.kind in (WhenKind.DISTANCE, WhenKind.TO_GO, WhenKind.FRACTION, WhenKind.BELL, WhenKind.LAP)
        source = reader.source(values.get("source"))
        found.append(Note(text, source, When(when.kind, when.value, name if own else None)))
    return tuple(found)


def _told(reader: Reader, node: Node | None) -> list[tuple[str, Mapping[str, Node]]]:
    """The text of every note, with its other values."""
    found: list[tuple[str, Mapping[str, Node]]] = []
    for item in reader.items(node, "notes"):
        values = reader.fields(item, keys.NOTE, "a note", needs="note")
        text = reader.text(values.get("text"), "text")
        if text:
            found.append((text, values))
    return found


def _show(reader: Reader, node: Node | None, names: Names, entries: tuple[Entry, ...], ground: Ground) -> When | None:
    """When a quote is shown: a moment in words, or `{runner: Kerr, to_go: 600}`, or `{at: 2:20}`."""
    if not isinstance(node, MapNode):
        return reader.moment(node, "show")
    values = reader.fields(node, keys.SHOW, "show")
    index = find(reader, values.get("runner"), names)
    runner = None if index is None else entries[index].name
    to_go = reader.number(values.get("to_go"), "to_go", 0, ground.distance)
    if to_go is not None:
        return When(WhenKind.TO_GO, to_go, runner)
    when = reader.moment(values.get("at"), "at")
    if when is None and values:
        reader.error(node.line, "show says no moment", "write {runner: Kerr, to_go: 600} or {at: 2:20}")
    return None if when is None else When(when.kind, when.value, runner)


def read_disputes(reader: Reader, node: Node | None) -> tuple[Dispute, ...]:
    """Every dispute that says what it is about."""
    found = []
    for item in reader.items(node, "disputes"):
        values = reader.fields(item, keys.DISPUTE, "a dispute", needs="dispute")
        if not values:
            continue
        claims = []
        for node_ in reader.items(values.get("claims"), "claims"):
            parts = reader.fields(node_, keys.CLAIM, "a claim", needs="claim")
            if parts:
                claims.append(Claim(reader.text(parts["value"], "value"), reader.source(parts.get("source"))))
        what, resolution = (reader.text(values.get(key), key) for key in ("what", "resolution"))
        found.append(Dispute(what, tuple(claims), resolution))
    return tuple(found)
