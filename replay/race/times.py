"""Text to seconds and back, here and nowhere else.

Official times are only ever printed with the digits they were given. Where a time is worked out it is rounded once, to
hundredths or tenths, *before* it is cut into minutes and seconds, so that 59.996 is never shown as `60.00`. The running
clock does not round: it cuts, as a stadium clock does, and so does what tells when something was that nobody timed: at
one instant there is one time on the screen. What lies between two instants, as a gap or a lap, is rounded.
"""

import math
import re
from functools import lru_cache

from replay.race.units import YARD, Unit, is_in_miles, is_in_yards

_CLOCK = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,6}))?")

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

MAX_SECONDS = 1_000_000.0
"""Eleven days; no race we read takes longer, and a larger number is a typing error."""


def parse_time(text: str) -> float:
    """Read `56`, `55.91`, `1:52.74` or `1:02:03.4` as seconds.

    Args:
        text: Hours and minutes are optional; after minutes seconds are below 60, and minutes are after hours.

    Returns:
        Seconds, never negative.

    Raises:
        ValueError: The text is no such time.
    """
    whole, point, part = text.partition(".")
    if (
        text.isascii()
        and whole.isdigit()
        and len(whole) <= 6
        and (part.isdigit() and len(part) <= 6 if point else True)
    ):
        return float(text)  # plain seconds, of which a large field has half a million
    return parse_clock(text)


def parse_clock(text: str) -> float:
    """The same as `parse_time`, by the whole pattern."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a time such as 55.91, 1:52.74 or 1:02:03")
    hours, minutes, seconds, fraction = match.groups()
    if minutes is not None and (len(seconds) > 2 or int(seconds) > 59):
        raise ValueError(f"{text!r} has more than 59 seconds after the minutes")
    if hours is not None and int(minutes) > 59:
        raise ValueError(f"{text!r} has more than 59 minutes after the hours")
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds)
    value = float(f"{whole}.{fraction or 0}")
    if value > MAX_SECONDS:
        raise ValueError(f"{text!r} is longer than any race")
    return value


def format_time(seconds: float, decimals: int = 2) -> str:
    """A time as an official list prints it: `55.91`, `3:45.34`, `1:02:03`.

    Args:
        seconds: Seconds, not negative.
        decimals: Digits after the point, 0 to 3; the value is rounded to them.
    """
    scale: int = 10**decimals
    units = round(seconds * scale)
    return _clock_text(units, scale, decimals)


def format_exact(seconds: float) -> str:
    """A time with the fewest decimals that lose nothing of a thousandth: `4:00`, `55.9`, `3:42.663`."""
    return format_time(seconds, next((few for few in (0, 1, 2) if abs(round(seconds, few) - seconds) < 5e-4), 3))


def with_minutes(text: str) -> str:
    """A time's digits as a clock has them, which has minutes: `0:09.5` for `9.5`."""
    whole, point, part = text.partition(".")
    return text if ":" in text else f"0:{whole:0>2}{point}{part}"


def as_clock(text: str, seconds: float) -> str:
    """A time's digits, where they are plain seconds from a minute on as a clock has them: `8:03.53` for `483.53`."""
    if seconds < 60 or ":" in text:
        return without_zeros(text)
    return format_time(seconds, min(len(text.partition(".")[2]), 3))


def without_zeros(text: str) -> str:
    """A time's digits without the zeros that lead them: `58:12` for `00:58:12`, `9.58` for `0:09.58`.

    Minutes from 60 on are hours as the clock beside them has them: `1:01:51` for `61:51`.
    """
    bare = re.sub(r"^(?:0+:)*0*(?=\d)", "", text)
    minutes, colon, rest = bare.partition(":")
    if not colon or ":" in rest or not minutes.isdecimal() or int(minutes) < 60:
        return bare
    return f"{int(minutes) // 60}:{int(minutes) % 60:02d}:{rest}"


def format_clock(seconds: float, decimals: int = 1) -> str:
    """The running clock: always with minutes, cut and not rounded, as the clock in a stadium (`0:09.9`, `3:45.3`)."""
    scale: int = 10**decimals
    units = math.floor(seconds * scale + 1e-6)
    return with_minutes(_clock_text(units, scale, decimals))


def format_instant(seconds: float, decimals: int = 1) -> str:
    """When something was that nobody timed, cut as the clock is that runs beside it: `2:47.7` of 167.78."""
    scale: int = 10**decimals
    return _clock_text(math.floor(seconds * scale + 1e-6), scale, decimals)


@lru_cache(maxsize=1 << 13)  # a large field has few different gaps
def _clock_text(units: int, scale: int, decimals: int) -> str:
    whole, part = divmod(units, scale)
    minutes, secs = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    tail = f".{part:0{decimals}d}" if decimals else ""
    if hours:
        return f"{hours}:{minutes:02d}:{secs:02d}{tail}"
    if minutes:
        return f"{minutes}:{secs:02d}{tail}"
    return f"{secs}{tail}"


def gap_digits(distance: float) -> int:
    """Digits of a gap in a race over so many metres: hundredths in sprints, where tenths part nobody."""
    return 2 if distance <= 400 else 1


def format_gap(seconds: float, decimals: int = 1) -> str:
    """How far behind, with its sign: `+0.3`, from a minute on `+1:02`, from an hour on `+1:02:03`; ahead `-0.3`."""
    if seconds >= 60:  # as nearly all of a large field's gaps
        return _behind(round(seconds))
    return ("-" if round(seconds, decimals) < 0 else "+") + _apart(abs(seconds), decimals)


def margin_digits(seconds: float) -> int:
    """Digits in which two results are told to be apart: hundredths, and thousandths where only these part them."""
    return 3 if 0 < round(abs(seconds), 3) < 0.01 else 2


@lru_cache(maxsize=1 << 13)
def _behind(seconds: int) -> str:
    return "+" + _clock_text(seconds, 1, 0)


def format_apart(seconds: float, decimals: int | None = 1) -> str:
    """How far apart, as people say it: `0.26 s`, from a minute on `11:40`, from an hour on `1:02:03`.

    Args:
        seconds: Seconds, not negative.
        decimals: Digits after the point below a minute; as many as the number has where None.
    """
    text = f"{seconds:g}" if decimals is None and seconds < 60 else _apart(seconds, decimals or 0)
    return text if ":" in text else f"{text} s"


def _apart(seconds: float, decimals: int) -> str:
    return format_time(seconds, decimals if round(seconds, decimals) < 60 else 0)


def format_distance(metres: float) -> str:
    """A distance as people say it: `400 m`, `1609.344 m`, `880 yd`, without digits that say nothing."""
    if is_in_yards(metres) and not is_in_miles(metres):
        return f"{metres / YARD:.0f} yd"
    return f"{metres:.3f}".rstrip("0").rstrip(".") + " m"


_SHORT = 0.1
"""Of a kilometre or mile: what is less is told in metres or yards."""


def format_to_go(run: float, distance: float, unit: Unit = Unit.KILOMETRES) -> str:
    """What is left of a race: `609 m to go`, beyond 10 km in kilometres: `8.2 km to go`; in miles on any road.

    The last kilometre is told in metres, the last tenth of a mile in yards.

    Args:
        run: Metres that the leader has run.
        distance: Metres of the race.
        unit: What a road is counted in.
    """
    left = max(distance - run, 0.0)
    if unit is Unit.MILES and left < _SHORT * unit.metres:
        return f"{left / YARD:.0f} yd to go"
    if (distance > 10_000 and left >= unit.metres) or unit is Unit.MILES:
        return f"{left / unit.metres:.1f} {unit} to go"
    if is_in_yards(distance) and not is_in_miles(distance):
        return f"{left / YARD:.0f} yd to go"
    return f"{left:.0f} m to go"


def format_time_left(seconds: float) -> str:
    """What is left of a race for distance: `12:34 to go`, from an hour on `1:02:03 to go`."""
    return f"{format_time(max(math.ceil(seconds - 1e-6), 0), 0)} to go"


def format_ran(metres: float, farthest: float = 0.0) -> str:
    """How far somebody came in a race for distance: `18517 m`, or `231.52 km` where anybody came 100 km.

    Args:
        metres: How far.
        farthest: How far the race goes beside him, so that all are told in one unit.
    """
    if max(metres, farthest) < 100_000:
        return format_distance(round(metres, 1))
    return f"{metres / 1000:.3f}".rstrip("0").rstrip(".") + " km"


def format_rate(rate: float) -> str:
    """A speed as people write it: `1x`, `1/8x`, `1.5x`."""
    for part in (8, 4, 2):
        if rate == 1 / part:
            return f"1/{part}x"
    return f"{rate:g}x"


def decimals_between(*texts: str) -> int:
    """The decimals that are known of the difference of times, 1 at most: as they were printed, empty if not."""
    return min([1, *(len(text.partition(".")[2]) for text in texts if text)])
