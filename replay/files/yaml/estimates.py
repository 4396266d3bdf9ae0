"""The times that `race-replay reconstruct` worked out and wrote into the file."""

from collections.abc import Mapping
from dataclasses import replace

from replay.files.source import Known
from replay.files.yaml import keys
from replay.files.yaml.facts import find
from replay.files.yaml.reader import FINISH_TOLERANCE, Ground, Reader, point_metres
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node, Scalar, Sequence
from replay.race.limits import sound_splits
from replay.race.names import Names
from replay.race.race import Entry, Evidence, Split, Status, Time

_KNOWN = Known(Evidence.ESTIMATED)


def read_estimates(
    reader: Reader, node: Node | None, names: Names, entries: tuple[Entry, ...], ground: Ground
) -> tuple[str, tuple[Entry, ...]]:
    """The digest, and the entries with their estimated splits among the known ones, which are never replaced."""
    values = reader.fields(node, keys.ESTIMATES, "estimates")
    times = values.get("times")
    merged = list(entries)
    if times is not None and not isinstance(times, MapNode):
        reader.error(times.line, "the estimates' times are not a map of runners", "run `race-replay reconstruct` again")
    elif times is not None:
        for key, value in times.items:
            index = find(reader, key, names)
            if index is not None:
                merged[index] = _merge(merged[index], _estimates(reader, value, key.text, ground), ground)
    return reader.text(values.get("digest"), "digest"), tuple(merged)


def _merge(entry: Entry, estimates: Mapping[float, Split], ground: Ground) -> Entry:
    at_finish = next(
        (split for metres, split in estimates.items() if metres >= ground.distance - FINISH_TOLERANCE), None
    )
    if at_finish is not None and entry.result is None and entry.status in (Status.FINISHED, Status.UNKNOWN):
        entry = replace(entry, arrival=replace(at_finish, distance=ground.distance))
    known = {split.distance for split in entry.splits}
    added = [split for metres, split in estimates.items() if all(abs(metres - at) > FINISH_TOLERANCE for at in known)]
    added = [split for split in added if split.distance < ground.distance - FINISH_TOLERANCE]
    splits = sorted([*entry.splits, *added], key=lambda split: split.distance)
    end = entry.result if entry.result is not None or entry.arrival is None else entry.arrival.time
    kept, dropped = sound_splits(splits, end, ground.distance)
    # Estimates made from other facts than the file's may contradict it: what is known then stands alone.
    if any(split.distance in known for split, _ in dropped):
        return entry
    return replace(entry, splits=kept)


def _estimates(reader: Reader, node: Node, name: str, ground: Ground) -> dict[float, Split]:
    """One runner's estimates by metres: each `[time, half-width in metres]`, or a time alone.

    One at the finish is the arrival of somebody whose result nobody gives.
    """
    found: dict[float, Split] = {}
    for key, value in node.items if isinstance(node, MapNode) else ():
        split = _estimate(reader, key, value, name, ground)
        if split is not None and 0 < split.distance <= ground.distance + FINISH_TOLERANCE:
            found[split.distance] = split
    return found


def _estimate(reader: Reader, key: Scalar, value: Node, name: str, ground: Ground) -> Split | None:
    what = f"{name}'s estimate at {key.text}"
    parts = value.items if isinstance(value, Sequence) else (value,)
    try:
        metres = point_metres(key.text, ground)
    except ValueError:
        reader.error(key.line, f"{name} has an estimate at {key.text!r}, which is no distance")
        return None
    time = reader.time(parts[0], what, _KNOWN) if parts else None
    if time is None:
        return None
    margin = reader.number(parts[1], f"the margin of {what}") if len(parts) > 1 else None
    return Split(metres, Time(time.seconds, Evidence.ESTIMATED), margin, key.line)
