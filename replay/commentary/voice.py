"""How things are said: numbers, lists and distances in words, and the choice among ways to say one thing."""

import math
from collections.abc import Callable, Sequence
from zlib import crc32

from replay.race.places import nth
from replay.race.race import Time
from replay.race.times import format_apart, format_instant, format_time
from replay.race.units import Unit

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_PARTS = {0.25: "a quarter", 0.5: "a half", 0.75: "three-quarter"}


MINUTE = 60.0
"""Seconds in which no construction comes twice."""


class Voice:
    """Chooses among ways to say a thing: the same for the same race, no words twice, no construction in a minute."""

    def __init__(self, race_id: str) -> None:
        self._race = race_id
        self._counts: dict[str, int] = {}
        self._said: set[str] = set()
        self._used: dict[str, float] = {}
        self._now = 0.0
        self._topic = self._text = ""
        self.form = ""
        """The construction of what was put last; empty where it has none of ours."""
        self.fresh = True
        """Whether neither the words of what was put last nor, for a minute, its construction have been used."""

    def put(self, time: float, phrase: "Callable[[Voice], str]") -> str:
        """What a phrase would say at a time; `keep` says it."""
        self._now, self._topic, self.form, self.fresh = time, "", "", True
        self._text = phrase(self)
        self.fresh = self.fresh and self._text not in self._said
        return self._text

    def keep(self) -> None:
        """Take what was put last as said."""
        self._said.add(self._text)
        if self.form:
            self._counts[self._topic] = self._counts.get(self._topic, 0) + 1
            self._used[self.form] = self._now

    def say(self, topic: str, *ways: str) -> str:
        """The next way to speak of `topic`: one whose words and construction are fresh, if there is any."""
        # A CRC is linear, so that its low bits are alike for like names: multiply before taking any.
        start = (crc32(f"{self._race}/{topic}".encode()) * 0x9E3779B1 >> 16) + self._counts.get(topic, 0)
        order = [(start + i) % len(ways) for i in range(len(ways))]
        texts = {way: sentence(ways[way]) for way in order}
        rested = [way for way in order if self._rest(f"{topic}/{way}") >= MINUTE]
        unsaid = [way for way in rested if texts[way] not in self._said]
        self.fresh = bool(unsaid)
        best = [*unsaid, *rested, max(order, key=lambda way: self._rest(f"{topic}/{way}"))][0]
        self._topic, self.form = topic, f"{topic}/{best}"
        return texts[best]

    def _rest(self, form: str) -> float:
        """Seconds since a construction was used."""
        return self._now - self._used.get(form, -math.inf)


def sentence(text: str) -> str:
    """The text on one line, with a capital at its beginning."""
    text = " ".join(text.split())
    return text[:1].upper() + text[1:]


def number(count: int) -> str:
    """`three`, `13`, `48,000`."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def ordinal(place: int) -> str:
    """`third`, `21st`."""
    if 0 <= place < len(_ORDINALS):
        return _ORDINALS[place]
    return nth(place)


def listed(names: Sequence[str], most: int = 5) -> str:
    """`Kerr, Nuguse and Hoare`; of more than `most` the first ones `and four more`."""
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {number(len(names) - most + 1)} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def clock(time: Time) -> str:
    """A time as it was given, or worked out and so marked, as the clock has it then: `2:50.70`, `~2:52.1`."""
    if time.text:
        return time.text
    return now(time.seconds) if time.evidence == "estimated" else format_time(time.seconds)


def about(seconds: float) -> str:
    """A time that was worked out: `~2:52.1`, and above ten minutes `~29:13`."""
    return f"~{format_time(seconds, 1 if seconds < 600 else 0)}"


def now(seconds: float) -> str:
    """A worked out time that is now, cut as the running clock and the stamp of the line are: `~2:47.7` of 2:47.78."""
    return f"~{format_instant(seconds, 1 if seconds < 600 else 0)}"


def digits(time: Time) -> int:
    """How many decimals a time was given with."""
    tail = time.text.replace(",", ".").partition(".")[2]
    return min(3, len(tail)) if time.text else 2


def seconds_apart(seconds: float, decimals: int = 1) -> str:
    """How far apart, as people say it: `0.26 s`, from a minute on `11:40`, from an hour on `1:02:03`."""
    return format_apart(seconds, decimals)


def soft(estimated: bool) -> str:
    """The sign before what was worked out."""
    return "~" if estimated else ""


def apart(later: Time, earlier: Time) -> str:
    """The time between two results, with the digits both have: `0.26 s`, `~3.75 s`."""
    worked_out = "estimated" in (later.evidence, earlier.evidence)
    gap = later.seconds - earlier.seconds
    return soft(worked_out) + seconds_apart(gap, min(digits(later), digits(earlier)))


def lap_clock(before: Time | None, after: Time) -> str:
    """The time between two splits, with as many decimals as both have; a lap of a minute is 60.16."""
    decimals = digits(after) if before is None else min(digits(before), digits(after))
    took = round(after.seconds - (before.seconds if before is not None else 0.0), 9)
    scale: int = 10**decimals  # a half is rounded as `format_time` does, with which the board has the same lap
    return f"{round(took * scale) / scale:.{decimals}f}" if took < 100 else format_time(took, decimals)


def metres(distance: float, near: bool = False, unit: Unit = Unit.KILOMETRES) -> str:
    """`600 m`, `1209 m`, from 5 km on `7.2 km`; with `near` to the next ten metres; `4.5 mi` from a quarter on."""
    if distance >= (5000 if unit is Unit.KILOMETRES else unit.metres / 4):
        return unit.far(distance, 1)
    return f"{round(distance, -1) if near else distance:.0f} m"


def to_go(distance: float, near: bool, unit: Unit = Unit.KILOMETRES) -> str:
    """`609 m to go`, `about 610 m to go`."""
    return f"{'about ' if near else ''}{metres(distance, near, unit)} to go"


def laps_in_words(distance: float, lap: float) -> str:
    """`three and three-quarter laps`, `four laps and nine metres`, `25 laps`."""
    whole, rest = divmod(distance + 1e-6, lap)
    part = _PARTS.get(round(rest / lap, 4))
    count = f"{number(int(whole))} lap{'s' if whole != 1 else ''}"
    if rest < 1e-3:
        return count
    if whole == 0:
        return metres(distance)
    if part:
        return f"{number(int(whole))} and {part} laps"
    return f"{count} and {number(round(rest))} metres"


def article(word: str) -> str:
    """`a` or `an`, as the word is spoken."""
    return "an" if word[:1] in "AEIOaeio" and not word.startswith("Eu") else "a"
