"""Splits of an entry: a map of points, a list of times in their order, or a list of laps."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from replay.files.source import Known
from replay.files.understood import Counting
from replay.files.yaml.reader import FINISH_TOLERANCE, Ground, Reader, add_times, point_metres, shown
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node, Scalar, Sequence
from replay.race.race import Split, Time

_MAP = "write {400: 55.91, 800: 1:52.74}"


class OnTheWay(NamedTuple):
    """An entry's times before the finish, and the one there if it is among them."""

    splits: list[Split]
    """In rising distance."""
    at_finish: Time | None


class Whose(NamedTuple):
    """Whose splits they are, and what is known of them."""

    name: str
    result: Time | None
    known: Known


def read_splits(reader: Reader, values: Mapping[str, Node], whose: Whose, ground: Ground) -> OnTheWay:
    """The splits that `splits` or `laps` give; what cannot be read is reported."""
    splits, laps = values.get("splits"), values.get("laps")
    if splits is not None and laps is not None:
        reader.error(laps.line, f"{whose.name} has splits and laps", "take one of the two out")
        laps = None
    if isinstance(laps, Sequence):
        return _listed(reader, laps, whose, ground, Counting.LAPS)
    if isinstance(splits, Sequence):
        return _listed(reader, splits, whose, ground, None)
    if laps is not None:
        reader.error(laps.line, f"{whose.name}'s laps are not a list: {shown(laps)}", "write [72, 71.5, 73.2]")
    if isinstance(splits, MapNode):
        return _mapped(reader, splits, whose, ground)
    if splits is not None:
        reader.error(splits.line, f"{whose.name}'s splits are not a map: {shown(splits)}", _MAP)
    return OnTheWay([], None)


def _mapped(reader: Reader, node: MapNode, whose: Whose, ground: Ground) -> OnTheWay:
    name = whose.name
    found: dict[float, Split] = {}
    at_finish = None
    for key, value in node.items:
        metres = _split_metres(reader, key, name, ground)
        time = None if metres is None else reader.time(value, f"{name}'s split at {key.text}", whose.known)
        if metres is None or time is None:
            continue
        if abs(metres - ground.distance) <= FINISH_TOLERANCE:
            at_finish = time
        elif metres in found:
            reader.error(key.line, f"{name} has a second split at {metres:g} m", "take one of the two out")
        else:
            found[metres] = Split(metres, time, line=key.line)
    return OnTheWay([found[metres] for metres in sorted(found)], at_finish)


def _split_metres(reader: Reader, key: Scalar, name: str, ground: Ground) -> float | None:
    try:
        metres = point_metres(key.text, ground)
    except ValueError:
        reader.error(key.line, f"{name} has a split at {key.text!r}, which is no distance", "give metres, such as 400")
        return None
    if 0 < metres <= ground.distance + FINISH_TOLERANCE:
        return metres
    reader.error(key.line, f"{name} has a split at {key.text!r}, which is not within the race's {ground.distance:g} m")
    return None


def _listed(reader: Reader, node: Sequence, whose: Whose, ground: Ground, counting: Counting | None) -> OnTheWay:
    """Times without their points: laid on the race's laps as they are steadiest, as those of a table are."""
    what = f"{whose.name}'s {counting or 'splits'}"
    times = [reader.time(item, what, whose.known) for item in node.items]
    if not times or any(time is None for time in times):
        return OnTheWay([], None)
    seconds = [time.seconds for time in times if time is not None]
    result = whose.result.seconds if whose.result is not None else None
    lap = ground.course.lap_metres
    counted = counting or _counted(seconds, result, ground.distance)
    from replay.files.table.laps import lay  # few files have lists

    laid = lay([seconds], [result], ground.distance, lap, counted)
    if result is not None and laid is not None:
        reader.laid = laid.points
    elif len(seconds) < len(reader.laid) and laid is None:
        return _laid(reader.laid, [time for time in times if time is not None], counted, ground)
    if laid is None:
        reader.error(node.line, f"{what} are a list, and it does not show where its times were taken", _MAP)
        return OnTheWay([], None)
    if counting is None:
        where = ", ".join(f"{metres:g}" for metres in laid.points)
        said = f"{what} are read as {'laps to' if counted is Counting.LAPS else 'times at'} {where} m"
        reader.warn(node.line, said, f"if they are not, {_MAP}")
    return _laid(laid.points, [time for time in times if time is not None], counted, ground)


def _counted(seconds: list[float], result: float | None, far: float) -> Counting:
    """Whether the times of a list are laps: plainly so where they do not rise, else where they are steadier so."""
    if any(one >= two for one, two in pairwise(seconds)):
        return Counting.LAPS
    from replay.files.table.laps import how_counted, unsteadiness

    step = far / (len(seconds) + (result is not None))
    points = [step * number for number in range(1, len(seconds) + 1)]
    return how_counted({way: unsteadiness(points, way, [seconds], [result], far) for way in Counting})


def _laid(points: tuple[float, ...], times: list[Time], counting: Counting, ground: Ground) -> OnTheWay:
    found: list[Split] = []
    at_finish, before = None, None
    for metres, time in zip(points, times, strict=False):
        if counting is Counting.LAPS and before is not None:
            time = add_times(before, time)
        before = time
        if abs(metres - ground.distance) <= FINISH_TOLERANCE:
            at_finish = time
        else:
            found.append(Split(metres, time))
    return OnTheWay(found, at_finish)
