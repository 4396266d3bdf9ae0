"""Values out of a YAML tree: whatever is wrong is reported with its line and left out, and reading goes on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple, TypeVar

from replay.files.source import Known
from replay.files.yaml import keys
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node, Scalar, Sequence, add_problem
from replay.race.limits import can_finish, is_on_wheels, is_possible
from replay.race.names import GUESSES
from replay.race.problems import Problem, Severity, UnreadableRace, did_you_mean
from replay.race.race import Course, Evidence, Split, Status, Time, When, WhenKind
from replay.race.times import MAX_SECONDS, format_time, parse_time, without_zeros
from replay.race.when import parse_when

Member = TypeVar("Member", bound=StrEnum)

FINISH_TOLERANCE = 0.5
"""Metres: a split this near the race's distance is the finish (`1609` in a mile of 1609.344 m)."""


class Ground(NamedTuple):
    """What distances in words are measured on."""

    distance: float
    course: Course
    duration: float | None = None
    """Seconds of a race for distance."""
    legs: int = 1
    """How many of a team run one after another."""

    def is_possible(self, result: Time) -> bool:
        """Whether humans can have run the race in a time, one or several after another."""
        each = replace(result, seconds=result.seconds / self.legs)
        return is_possible(each, self.distance / self.legs)


class Reader:
    """Reads values and keeps the problems found on the way."""

    def __init__(self, path: str, problems: Iterable[Problem] = ()) -> None:
        """Begin with the problems that the tree already had."""
        self.path = path
        self.problems = list(problems)
        self.fatal: list[Problem] = []
        self.sources: frozenset[str] = frozenset()
        self.laid: tuple[float, ...] = ()
        """Where the laps of the last finisher ended: those who stopped ran the same."""

    def error(self, line: int | None, message: str, hint: str = "") -> None:
        """Report something that is left out."""
        add_problem(self.problems, Problem(self.path, line, message, hint))

    def warn(self, line: int | None, message: str, hint: str = "") -> None:
        """Report something that is kept."""
        add_problem(self.problems, Problem(self.path, line, message, hint, Severity.WARNING))

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """`did you mean …?`, as `did_you_mean` has it; not where so much is wrong that looking would take long."""
        return did_you_mean(word, known) if len(self.problems) < GUESSES else ""

    def fail(self, line: int | None, message: str, hint: str = "") -> None:
        """Report something without which there is no race."""
        self.fatal.append(Problem(self.path, line, message, hint))

    def unreadable(self) -> UnreadableRace:
        """All problems; those that make the race unreadable come last."""
        return UnreadableRace([*self.problems, *self.fatal])

    def fields(self, node: Node | None, table: Mapping[str, object], what: str, needs: str = "") -> dict[str, Node]:
        """The values of a map whose keys are those of `table`; unknown keys are reported and left out.

        Args:
            node: The map; anything else is reported and gives nothing.
            table: The keys there may be.
            what: What the map is, for messages: `an entry`.
            needs: A name in `keys.REQUIRED`: when one of those is missing, that is reported and nothing is given.
        """
        if node is None:
            return {}
        if not isinstance(node, MapNode):
            self.error(node.line, f"{what} is not a map of keys and values: {shown(node)}", _map_hint(table, node))
            return {}
        found: dict[str, Node] = {}
        for key, value in node.items:
            if key.text not in table:
                near = self.nearest(key.text, table)
                self.error(key.line, f"unknown key {key.text!r} in {what}", near or f"known keys: {', '.join(table)}")
            elif not (isinstance(value, Scalar) and _is_null(value)):
                found[key.text] = value
        missing = [key for key in keys.REQUIRED.get(needs, ()) if key not in found]
        if missing:
            self.error(node.line, f"{what} has no {' and no '.join(map(repr, missing))}, and is left out")
            return {}
        return found

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """The items of a list; anything else is reported and gives nothing."""
        if node is None:
            return ()
        if isinstance(node, Sequence):
            return node.items
        self.error(node.line, f"{what} is not a list: {shown(node)}", "begin each item with `- `, or write [one, two]")
        return ()

    def text(self, node: Node | None, what: str) -> str:
        """A text; empty where there is none."""
        if node is None:
            return ""
        if isinstance(node, Scalar):
            return node.text
        self.error(node.line, f"{what} is not a text: {shown(node)}", "put a text with brackets or braces in quotes")
        return ""

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """A text or a list of texts."""
        if isinstance(node, Sequence):
            return tuple(filter(None, (self.text(item, what) for item in node.items)))
        text = self.text(node, what)
        return (text,) if text else ()

    def number(self, node: Node | None, what: str, low: float = 0.0, high: float = 1e6) -> float | None:
        """A number from `low` to `high`."""
        if node is None:
            return None
        text = self.text(node, what)
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if low <= value <= high:
            return value
        if isinstance(node, Scalar):
            self.error(node.line, f"{what} is no number from {low:g} to {high:g}: {text!r}")
        return None

    def integer(self, node: Node | None, what: str, high: int = 1_000_000) -> int | None:
        """A whole number from 1 to `high`."""
        if node is None:
            return None
        text = self.text(node, what)
        if text.isascii() and text.isdigit() and len(text) < 9 and 1 <= int(text) <= high:
            return int(text)
        if isinstance(node, Scalar):
            self.error(node.line, f"{what} is no whole number from 1: {text!r}")
        return None

    def choice(self, node: Node | None, members: type[Member], what: str) -> Member | None:
        """One of an enumeration's values, whatever its case."""
        text = self.text(node, what)
        if node is None or not text:
            return None
        try:
            return members(text.lower())
        except ValueError:
            known = [str(member) for member in members]
            hint = self.nearest(text.lower(), known) or f"it is one of {', '.join(known)}"
            self.error(node.line, f"unknown {what} {text!r}", hint)
            return None

    def flag(self, node: Node | None, what: str) -> bool:
        """True or false."""
        text = self.text(node, what).lower()
        if node is not None and text not in {"true", "false", "yes", "no"}:
            self.error(node.line, f"{what} is neither true nor false: {text!r}")
        return text in {"true", "yes"}

    def source(self, node: Node | None) -> str | None:
        """A key of the file's sources."""
        key = self.text(node, "source")
        if node is None or not key:
            return None
        if key in self.sources:
            return key
        hint = self.nearest(key, self.sources) or "declare it under `sources`"
        self.error(node.line, f"the source {key!r} is not declared", hint)
        return None

    def known(self, values: Mapping[str, Node], above: Known) -> Known:
        """What `evidence` and `source` say, or else what was known above."""
        evidence = self.choice(values.get("evidence"), Evidence, "evidence")
        source = self.source(values.get("source"))
        return Known(evidence or above.evidence, source or above.source)

    def time(self, node: Node | None, what: str, above: Known) -> Time | None:
        """A time, short (`2:50.70`) or long (`{time: 2:50.70, source: tfn}`)."""
        if not isinstance(node, MapNode):
            return self._short_time(node, what, above, doubtful=False)
        values = self.fields(node, keys.TIME_KEYS, what, needs="time")
        doubtful = self.flag(values.get("doubtful"), "doubtful")
        return self._short_time(values.get("time"), what, self.known(values, above), doubtful=doubtful)

    def _short_time(self, node: Node | None, what: str, known: Known, *, doubtful: bool) -> Time | None:
        text = self.text(node, what)
        if node is None or (not text and not isinstance(node, Scalar)):
            return None
        digits = text.lstrip("~≈ ").rstrip("* ")
        try:
            digits, seconds = _read_time(digits)
        except ValueError as error:
            self.error(node.line, f"{what}: {error}")
            return None
        if seconds <= 0:
            self.error(node.line, f"{what} is not greater than 0: {text!r}")
            return None
        evidence = Evidence.ESTIMATED if text.endswith("*") or text.startswith(("~", "≈")) else known.evidence
        return Time(seconds, evidence, without_zeros(digits), known.source, doubtful)

    def outcome(
        self,
        line: int,
        name: str,
        result: Time | None,
        status: Status | None,
        splits: tuple[Split, ...],
        ground: Ground,
    ) -> tuple[Time | None, Status]:
        """A runner's result and status, each following from the other where it is not given.

        A result that no human can run is kept with a warning, unless the runner's own splits tell that it is wrong.
        """
        if status is None:
            status = Status.UNKNOWN if result is None else Status.FINISHED
        elif result is not None and status in {Status.DNF, Status.DNS, Status.UNKNOWN}:
            self.error(line, f"{name} has a result and the status {status.upper()}", "take one of the two out")
            return None, status
        if result is not None and not ground.is_possible(result):
            last = next((split for split in reversed(splits) if not split.time.doubtful), None)
            legs = ground.legs == 1 and not is_on_wheels(splits, result, ground.distance)
            if last is not None and legs and not can_finish(last, result, ground.distance):
                message = f"nobody runs that after {last.time.text} at {last.distance:g} m"
                self.error(line, f"{name}'s result {result.text} is left out: {message}", "correct one of the two")
                return None, Status.UNKNOWN if status is Status.FINISHED else status
            self.warn(line, f"{name}'s result {result.text} is faster than any human, and left out of the estimates")
        return result, status

    def seconds(self, node: Node | None, what: str) -> float | None:
        """A duration of 0 or more."""
        text = self.text(node, what)
        if node is None or not text:
            return None
        try:
            return parse_time(text)
        except ValueError as error:
            self.error(node.line, f"{what}: {error}")
            return None

    def point(self, node: Node | None, what: str, ground: Ground) -> float | None:
        """Metres from the start of a point such as `1200`, `1.2km`, `half`, `600 to go`, `bell` or `finish`."""
        text = self.text(node, what)
        if node is None or not text:
            return None
        try:
            metres = point_metres(text, ground)
        except ValueError as error:
            self.error(node.line, f"{what}: {error}")
            return None
        if 0 <= metres <= ground.distance:
            return metres
        if abs(metres - ground.distance) <= FINISH_TOLERANCE:
            return ground.distance
        self.error(node.line, f"{what} is not within the race's {ground.distance:g} m: {text!r}")
        return None

    def moment(self, node: Node | None, what: str) -> When | None:
        """A moment in words, or before, after and lead-change."""
        text = self.text(node, what)
        if node is None or not text:
            return None
        words = text.lower().replace(" ", "-")
        if words in {"before", "after", "lead-change"}:
            return When(WhenKind(words))
        try:
            return parse_when(text)
        except ValueError as error:
            self.error(node.line, f"{what}: {error}, before, after or lead-change")
            return None


def _is_null(node: Scalar) -> bool:
    """Whether nothing stands there, or what YAML writes for nothing."""
    return not node.text or (not node.quoted and node.text in ("~", "null", "Null", "NULL"))


def _read_time(text: str) -> tuple[str, float]:
    """A time's digits and its seconds; also of `15:30.00 PB`, `15'30"` and `1d 03:40:07`, as tables have them.

    Raises:
        ValueError: It is no time.
    """
    try:
        return text, parse_time(text)
    except ValueError:
        from replay.files.table.values.notations import PLAIN  # most files write times plainly
        from replay.files.table.values.times import read_cell

        cell = read_cell(text)
        seconds = None if cell is None or cell.ahead else PLAIN.seconds(cell)
        if cell is None or seconds is None or seconds > MAX_SECONDS:
            raise
        return format_time(seconds, min(cell.digits, 3)), seconds


def point_metres(text: str, ground: Ground) -> float:
    """Metres from the start of a point in words; a bare number is metres.

    Raises:
        ValueError: It is no such point, or a bell in a race without laps.
    """
    if text.replace(".", "", 1).isdigit() and text.isascii():
        return float(text)
    try:
        when = parse_when(text)
    except ValueError:
        from replay.files.table.wording.headings import read_point  # most files write points as ours

        point = read_point(text)
        if point is None or not (point.half or point.metres):
            raise
        return point.metres or ground.distance / 2
    if when.kind is WhenKind.DISTANCE:
        return when.value
    if when.kind is WhenKind.TO_GO and when.value <= ground.distance:
        return ground.distance - when.value
    if when.kind is WhenKind.FRACTION:
        return when.value * ground.distance
    if when.kind in {WhenKind.FINISH, WhenKind.START}:
        return ground.distance if when.kind is WhenKind.FINISH else 0.0
    bell = ground.course.bell(ground.distance) if when.kind is WhenKind.BELL else None
    if bell is None:
        raise ValueError(f"{text!r} is no point of this race: it takes metres, 1.2km, half, 600 to go, bell or finish")
    return bell


def shown(node: Node) -> str:
    """A value in a message, cut short."""
    if isinstance(node, Scalar):
        return repr(node.text if len(node.text) <= 60 else node.text[:57] + "…")
    return "a list" if isinstance(node, Sequence) else "a map"


def _map_hint(table: Mapping[str, object], node: Node) -> str:
    first = next(iter(table), "")
    if "entries" in table and not isinstance(node, Scalar):
        return "put `race:` and `event:` above it, and `entries:` right before the list, which goes in by two blanks"
    return f"write it as {{{first}: …}}"


def add_times(before: Time, lap: Time) -> Time:
    """A lap added to the time before it: as well known as the less known of the two."""
    digits = max(len(time.text.replace(",", ".").partition(".")[2]) for time in (before, lap))
    seconds = round(before.seconds + lap.seconds, 4)
    evidence = max(before.evidence, lap.evidence, key=lambda known: known.weakness)
    return replace(lap, seconds=seconds, text=format_time(seconds, min(digits, 3)), evidence=evidence)
