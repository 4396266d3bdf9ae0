"""FIT: the binary records that watches write themselves.

A definition says which fields follow it and how large each is, and a header of one byte which definition a message has.
Of the messages only `record` matters here: time, place in semicircles (2^31 of them are 180 degrees), the watch's own
distance and its height. A run indoors has no places. Source: Garmin's FIT protocol and the profile of its SDK.
"""

import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

from replay.files.gps.fixes import Fix, Recording, UnreadableRecording, fix_of

_SEMICIRCLE = 180 / 2**31
"""Degrees."""
_EPOCH = 631_065_600
"""Seconds from 1970 to the last day of 1989, from which its times are counted."""
_MOMENT = 0x1000_0000
"""What is less is no time of day, but seconds since the watch was switched on."""
_MOST = 300_000
"""Records: three days and a half at one a second."""
_MOST_MESSAGES = 1_000_000
"""Of all kinds."""
_MOST_FIELDS = 500_000
"""Of all definitions together; a watch's have some hundred."""
_RECORD = 20
_TIME, _NORTH, _EAST, _HEIGHT, _DISTANCE, _SPEED_AND_DISTANCE, _FINE_HEIGHT = 253, 0, 1, 2, 5, 8, 78
_WANTED = {_TIME, _NORTH, _EAST, _HEIGHT, _DISTANCE, _SPEED_AND_DISTANCE, _FINE_HEIGHT}
_NUMBERS = {
    0x01: ("b", 0x7F),
    0x02: ("B", 0xFF),
    0x83: ("h", 0x7FFF),
    0x84: ("H", 0xFFFF),
    0x85: ("i", 0x7FFF_FFFF),
    0x86: ("I", 0xFFFF_FFFF),
    0x8B: ("H", 0),
    0x8C: ("I", 0),
}
"""Base types: how `struct` reads them, and the number that is none."""


class _BrokenError(Exception):
    """What follows is no FIT; why."""


class _Definition(NamedTuple):
    """What the messages of a kind hold."""

    message: int
    fields: tuple[int, ...]
    """The wanted ones, in their order."""
    nothing: tuple[Any, ...]
    """What stands in each where it is not known."""
    form: struct.Struct


def read_fit(data: bytes) -> tuple[Recording, ...]:
    """The recording in a FIT file.

    Raises:
        UnreadableRecording: The bytes are no FIT, there is no record with a time in them, or there are too many.
    """
    fixes: list[Fix] = []
    broken = ""
    try:
        for values in _Messages(data).records():
            if len(fixes) == _MOST:
                raise UnreadableRecording(f"it has more than {_MOST:,} records")
            fixes.append(_fix(values))
    except _BrokenError as error:
        broken = str(error)
    except struct.error:
        broken = "it breaks off"
    if not any(fix.time is not None for fix in fixes):
        raise UnreadableRecording(f"it is no FIT: {broken}" if broken else "it has no record with a time")
    return (Recording("", tuple(fixes), 0 if broken else None),)


def _fix(values: dict[int, Any]) -> Fix:
    north, east = values.get(_NORTH), values.get(_EAST)
    height, distance, moment = values.get(_FINE_HEIGHT, values.get(_HEIGHT)), values.get(_DISTANCE), values.get(_TIME)
    return fix_of(
        float(moment + _EPOCH) if moment is not None and moment >= _MOMENT else None,
        north * _SEMICIRCLE if north is not None else None,
        east * _SEMICIRCLE if east is not None else None,
        height / 5 - 500 if height is not None else None,
        distance / 100 if distance is not None else None,
    )


class _Messages:
    """What stands in a FIT file, or in several one behind another."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.count = self.fields = 0
        self.kinds: dict[int, _Definition] = {}
        self.now = 0
        """The last time that was told."""
        self.counted, self.before = 0, 0
        """Sixteenths of a metre, and the last that were told of them."""

    def records(self) -> Iterator[dict[int, Any]]:
        """The known fields of each record by their numbers.

        Raises:
            _BrokenError: It is none, or breaks off.
            struct.error: It breaks off.
            UnreadableRecording: There are too many messages.
        """
        while self.at < len(self.data):
            size, length, mark = struct.unpack_from("<B3xI4s", self.data, self.at)
            if mark != b".FIT" or size < _HEADER:
                raise _BrokenError("a file begins that has no mark of a FIT")
            self.at += size
            end = self.at + length
            self.kinds.clear()
            while self.at < end:
                values = self._message()
                if values is not None:
                    yield values
            self.at = end + 2  # two bytes are a sum of what stands before

    def _message(self) -> dict[int, Any] | None:
        """The next one, where it is a record."""
        if self.at >= len(self.data):
            raise _BrokenError("it breaks off")
        self.count += 1
        if self.count > _MOST_MESSAGES:
            raise UnreadableRecording(f"it has more than {_MOST_MESSAGES:,} messages")
        header = self.data[self.at]
        self.at += 1
        if header & 0xC0 == 0x40:
            self.kinds[header & 0x0F] = self._definition(developed=bool(header & 0x20))
            return None
        kind = self.kinds.get(header >> 5 & 0x03 if header & 0x80 else header & 0x0F)
        if kind is None:
            raise _BrokenError("a message stands before its definition")
        found = kind.form.unpack_from(self.data, self.at)
        self.at += kind.form.size
        told = zip(kind.fields, found, kind.nothing, strict=True)
        values = {number: value for number, value, nothing in told if value != nothing}
        if header & 0x80:  # of the time only the last five bits
            values[_TIME] = self.now + ((header & 0x1F) - self.now & 0x1F)
        self.now = values.get(_TIME, self.now)
        if kind.message != _RECORD:
            return None
        packed = values.pop(_SPEED_AND_DISTANCE, None)
        if packed is not None:  # sixteenths of a metre, of which only the last twelve bits are told
            sixteenths = int.from_bytes(packed, "little") >> 12
            self.counted += sixteenths - self.before & 0xFFF
            self.before = sixteenths
            values.setdefault(_DISTANCE, self.counted * 100 // 16)
        return values

    def _definition(self, *, developed: bool) -> _Definition:
        order = ">" if self.data[self.at + 1 : self.at + 2] not in (b"\0", b"") else "<"
        (message,) = struct.unpack_from(f"{order}2xH", self.data, self.at)
        self.at += 4
        form, wanted, nothing = order, list[int](), list[object]()
        for number, size, base in self._triples():
            letter, none = _number(number, size, base) if message == _RECORD or number == _TIME else ("", None)
            form += letter or f"{size}x"
            wanted += [number] if letter else []
            nothing += [none] if letter else []
        for _, size, _ in self._triples() if developed else ():
            form += f"{size}x"
        return _Definition(message, tuple(wanted), tuple(nothing), struct.Struct(form))

    def _triples(self) -> list[tuple[int, int, int]]:
        (count,) = struct.unpack_from("B", self.data, self.at)
        self.fields += count
        if self.fields > _MOST_FIELDS:
            raise UnreadableRecording(f"its definitions have more than {_MOST_FIELDS:,} fields")
        found = [struct.unpack_from("3B", self.data, self.at + 1 + 3 * number) for number in range(count)]
        self.at += 1 + 3 * count
        return [(number, size, base) for number, size, base in found]


_HEADER = 12


def _number(number: int, size: int, base: int) -> tuple[str, object]:
    """How `struct` reads a field that matters, and what is none; no letter for any other."""
    if number == _SPEED_AND_DISTANCE and size == 3:
        return "3s", b"\xff\xff\xff"
    letter, nothing = _NUMBERS.get(base, ("", None))
    fits = letter and number in _WANTED and struct.calcsize(f"<{letter}") == size
    return (letter, nothing) if fits else ("", None)
