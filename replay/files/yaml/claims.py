"""What an entry says became of its runner: place, status and result, any of which may hold a status in words."""

from collections.abc import Mapping
from typing import NamedTuple

from replay.files.missing import is_missing, read_place
from replay.files.source import Known
from replay.files.yaml.reader import Reader
from replay.files.yaml.yamltree import Node, Scalar
from replay.race.race import Status, Time
from replay.race.statuses import StatusNote, read_status


class Claim(NamedTuple):
    """Place, status and result as an entry gives them."""

    result: Time | None
    place: int | None
    status: Status | None
    """None where nothing says it."""
    note: str
    """What stands behind the status: the rule by which somebody was disqualified."""
    marks: tuple[str, ...]
    """What stands behind the result: `PB`."""


def read_claim(reader: Reader, values: Mapping[str, Node], name: str, known: Known) -> Claim:
    """Read `place`, `status` and `result`; the words of a status are those of a table: `DSQ`, `DQ TR54.7.5`, `aufg.`.

    The key `status` is believed before a word in `result`, and that before one in `place`.
    """
    said = [_status(reader, values.get("status"), name)]
    result: Time | None = None
    marks: tuple[str, ...] = ()
    place = None
    node = values.get("result")
    word = _word(node) or _lapped(node)
    if word is not None:
        said.append(word)
    elif not (isinstance(node, Scalar) and is_missing(node.text)):
        result = reader.time(node, f"{name}'s result", known)
        marks = _marks(node.text) if isinstance(node, Scalar) else ()
    node = values.get("place")
    word = _word(node)
    if word is not None:
        said.append(word)
    elif isinstance(node, Scalar) and not is_missing(node.text):
        place = read_place(node.text)
        if place is None:
            reader.error(node.line, f"{name}'s place is neither a number from 1 nor DNF, DNS or DQ: {node.text!r}")
    elif node is not None and not isinstance(node, Scalar):
        reader.error(node.line, f"{name}'s place is no number from 1")
    told = next(filter(None, said), None)
    if told is None:
        return Claim(result, place, None, "", marks)
    if told.status in {Status.DNF, Status.DNS, Status.DQ}:
        place = None
    return Claim(result, place, told.status, told.note, marks)


def _is_plain(text: str) -> bool:
    """Whether a time is all there is: most files write nothing else, and need nothing of what reads tables."""
    return text.translate(_POINTS).isdecimal()


_POINTS = str.maketrans("", "", ":.")


def _marks(text: str) -> tuple[str, ...]:
    """What stands behind a time: `PB`."""
    if _is_plain(text):
        return ()
    from replay.files.table.values.times import read_cell

    cell = read_cell(text)
    return cell.marks if cell is not None else ()


def _word(node: Node | None) -> StatusNote | None:
    return read_status(node.text) if isinstance(node, Scalar) else None


def _lapped(node: Node | None) -> StatusNote | None:
    """`-1 lap` for a result: placed, with fewer laps than the winner."""
    if not isinstance(node, Scalar) or _is_plain(node.text):
        return None
    from replay.files.table.values.cells import read_lapped

    laps = read_lapped(node.text)
    return StatusNote(Status.FINISHED, f"-{laps} lap{'s' if laps > 1 else ''}") if laps else None


def _status(reader: Reader, node: Node | None, name: str) -> StatusNote | None:
    found = _word(node)
    text = reader.text(node, "status")
    if node is not None and text and found is None and not is_missing(text):
        known = [str(status) for status in Status]
        hint = reader.nearest(text.lower(), known) or f"it is one of {', '.join(known)}"
        reader.error(node.line, f"{name} has the unknown status {text!r}", hint)
    return found
