"""The commentary: what was said so far, newest at the bottom.

The last news is bold for a while, and then what was told last of how the race stands: of a pass with 160 metres to go
nobody speaks any more when there are fifty. The last event of those with a sign of their own stays bright, as does what
was said last of how the race stands; what is known of the race, and quotes, are quiet even where they were said last:
whoever looks for what just happened looks for what is bold. The win, and the record that it is, stay so while others
come home, and the result after it: nobody's eighth place is what has just happened.
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Row
from replay.cells.rows import fill, row_width
from replay.cells.text import cell_width, fit, wrap
from replay.commentary import Call, CallKind, said_by
from replay.drawing.theme.look import Look
from replay.race.course import Surface
from replay.race.race import Race

_CLOCK_WIDTH, _LONG = 8, 36_000.0
"""Cells of a time, and the seconds from which on it has one more: `~10:00:00`."""

_GLYPHS = {
    CallKind.GUN: ("●", "*"),
    CallKind.LEAD: ("▲", "^"),
    CallKind.MOVE: ("↑", "^"),
    CallKind.PASS: ("↑", "^"),
    CallKind.BELL: ("◆", "!"),
    CallKind.KICK: ("»", ">"),
    CallKind.BREAK: ("»", ">"),
    CallKind.FINISH: ("■", "#"),
    CallKind.RECORD: ("★", "*"),
    CallKind.STOP: ("×", "x"),
    CallKind.DQ: ("×", "x"),
}


READ = 2.5
"""Seconds in which a line of a call that is higher than the feed is read; then it moves up by one."""


class Feed(NamedTuple):
    """All that the commentary shows."""

    said: Sequence[Call]
    """Oldest first."""
    read: int
    """Rows by which a call that is higher than the feed has moved up."""
    back: int = 0
    """Rows by which the reader has scrolled back."""
    stale: float = math.inf
    """The greatest of `_FRESHES` which the last news is older than; 0 where it is older than none."""


def feed_of(calls: Sequence[Call], t: float, back: int = 0, over: bool = False) -> Feed:
    """What has been said by `t` seconds from the gun: a call higher than the feed moves up as it is read.

    Once all is over, it is of no interest any more who was still on the way after the winner.
    """
    said = said_by(calls, t)
    if over:
        won = next((call.time for call in said if call.kind is CallKind.FINISH), t)
        said = [call for call in said if call.time < won or call.kind is not CallKind.SPLIT or call.source]
    news = _last_news(said)
    age = t - news.time if news is not None else 0.0
    stale = max((limit for limit in _FRESHES if age > limit), default=0.0)
    return Feed(said, int(max(t - said[-1].time, 0.0) / READ) if said else 0, back, stale)


def _last_news(said: Sequence[Call]) -> Call | None:
    return next((call for call in said[: -_RECENT - 1 : -1] if call.news), None)


def feed_rows(feed: Feed, race: Race, look: Look, width: int, height: int) -> list[Row]:
    """What was said, in exactly `height` rows of `width` cells; `race` is whose sources the calls name.

    Once others speak after it, the result stays above them, as much of it as half of the rows hold; so do the win, and
    the last news, for which no room would be left.
    """
    above, rest = _staying(feed, race, look, width, height)
    bright = _bright(feed, race)
    return [*above, *_latest(feed._replace(said=rest), bright, race, look, width, height - len(above))]


def most_back(feed: Feed, race: Race, look: Look, width: int, height: int) -> int:
    """The rows by which one may scroll back: until the first that was said is at the top."""
    return max(sum(len(_call(call, race, look, width)) for call in feed.said) - height, 0)


def _staying(feed: Feed, race: Race, look: Look, width: int, height: int) -> tuple[list[Row], Sequence[Call]]:
    """The rows of the last result or news that stay above what is said after it, and what stands below them.

    That is what was said after it: above a line of before it would seem to be later. While there is room for all of
    that, and whoever reads back, has everything in its order.
    """
    said = feed.said
    stay = [] if feed.back else _result(said) or _buried(feed, race, look, width, height)
    after = said[next(at for at, call in enumerate(said) if call is stay[0]) :] if stay else []
    if sum(len(_call(call, race, look, width)) for call in after) <= height:
        return [], said
    most = _beside_a_quote(feed, race, look, width, height)
    above: list[Row] = []
    stays: set[int] = set()
    for call in stay:
        lines = _call(call, race, look, width, news=not (call.pinned and above), stays=True)
        room = most - len(above)
        if len(lines) > room and not call.pinned:
            lines = _going_on(lines, room, look, call.kind is CallKind.QUOTE)
        if not lines or len(lines) > room:
            break
        above += lines
        stays.add(id(call))
    return above, [call for call in after if id(call) not in stays] if stays else said


def _beside_a_quote(feed: Feed, race: Race, look: Look, width: int, height: int) -> int:
    """The rows that may stay above what is said: half of them, and where that is a quote as few as it leaves free."""
    most = height // 2
    if not feed.said or feed.said[-1].kind is not CallKind.QUOTE or feed.back:
        return most
    free = height - len(_call(feed.said[-1], race, look, width))
    return min(most, free if free >= 0 else 1)


def _result(said: Sequence[Call]) -> list[Call]:
    """The lines of the last result, up to what else was said then, if anything was."""
    lines = _lines(said)
    others = (call.time for call in said[said.index(lines[0]) :] if not call.pinned) if lines else ()
    until = min(others, default=None)
    return [call for call in lines if call.time <= until] if until is not None else []


def _lines(said: Sequence[Call]) -> list[Call]:
    """The lines of the last result: who won by how much is the first, and what reports tell of it comes after."""
    pinned = [call for call in said if call.pinned]
    head = next((call for call in reversed(pinned) if call.form), pinned[-1] if pinned else None)
    return [call for call in pinned if head is not None and call.time >= head.time]


def _win(said: Sequence[Call]) -> list[Call]:
    """The winner's calls, of his win and of the records that it is, while it is not long ago and there is no result."""
    won = next((at for at, call in enumerate(said) if call.kind is CallKind.FINISH), len(said))
    if len(said) - won > _RECENT or won == len(said) or any(call.pinned for call in said[won:]):
        return []
    return [call for call in said[won:] if call.news and call.time == said[won].time]


_RECENT = 8
"""Calls of which the last news is one, or nothing is news: a gun of three minutes ago is none."""


_FRESH, _FRESH_ROAD, _FRESH_LAST = 15.0, 90.0, 5.0
"""Seconds for which what happened has just happened, on a track and on a road, and from the bell to the line."""
_FRESHES = _FRESH, _FRESH_ROAD, _FRESH_LAST
_SPRINT = 400.0
"""Metres of a race that has no bell and is over as soon as what follows one."""


def _fresh(said: Sequence[Call], race: Race) -> float:
    """Seconds for which what happened in a race has just happened, by what was said last."""
    if race.course.surface is Surface.ROAD:
        return _FRESH_ROAD
    last = race.distance <= _SPRINT or any(call.kind is CallKind.BELL for call in said)
    return _FRESH_LAST if last else _FRESH


class _Bright(NamedTuple):
    """What the eye is to find."""

    news: Call | None
    """The last that tells something that has happened in the race, if that is not long ago."""
    event: Call | None
    """The last of those that have a sign of their own, such as a change of the lead."""
    standing: Call | None
    """The last that was told of the race itself: bold, too, where nothing has happened lately."""
    record: Call | None = None
    """The first record that the news is: those that are less are not as bright as the win."""
    result: Call | None = None
    """The first line of the result, which stays as bright as what is said after it."""

    def is_news(self, call: Call) -> bool:
        """Whether it is the last news, or other news of that instant: of a win only the record that it is."""
        news = self.news
        if call is self.result:
            return True
        if news is None or call is news or news.pinned or not call.news or call.time != news.time:
            return news is not None and call is news
        return news.kind is not CallKind.FINISH or call is self.record


def _bright(feed: Feed, race: Race) -> _Bright:
    """The last news and the last event of all that was said; after a win that, after a result its first line.

    Where nothing has happened lately, how the race stands is the news.
    """
    said = feed.said
    news = _last_news(said)
    if news is not None and (won := _win(said)):
        news = won[0]
    elif news is None or feed.stale >= _fresh(said, race):
        news = next((call for call in said[: -_RECENT - 1 : -1] if call.of_race), None)
    if result := _lines(said):
        out = next((call for call in reversed(said) if call.kind is CallKind.DQ and call.time > result[0].time), None)
        return _Bright(out or result[0], out, None, result=result[0])
    event = next((call for call in reversed(said) if call.kind in _GLYPHS), None)
    standing = next((call for call in reversed(said) if call.of_race), None)
    records = (call for call in said if news and call.kind is CallKind.RECORD and call.time == news.time)
    return _Bright(news, event, standing, next(records, None))


def _buried(feed: Feed, race: Race, look: Look, width: int, height: int) -> list[Call]:
    """The win, or the last news, if what was said after it leaves no room for it."""
    said, news = feed.said, _bright(feed, race).news
    last = [] if news is None else _win(said) or [news]
    rows = 0
    for call in reversed(said):
        rows += len(_call(call, race, look, width))
        if rows > height or (last and call is last[0]):
            break
    return last if rows > height else []


def _latest(feed: Feed, bright: _Bright, race: Race, look: Look, width: int, height: int) -> list[Row]:
    """The last that was said, at the bottom of `height` rows; at the top no call stands without its beginning."""
    said, moved, back, _ = feed
    rows: list[Row] = []
    for age, call in enumerate(reversed(said)):
        stays = call is bright.event or call is bright.standing or call.pinned
        quote = call.kind is CallKind.QUOTE
        lines = _call(call, race, look, width, news=bright.is_news(call), stays=stays)
        room = (
            height + moved * (height > 1) if age == 0 and not quote else height - len(rows)
        )  # in one row only its beginning is read
        if not back and len(lines) > room:
            lines = _cut(call, race, look, width, room, moved if age == 0 else 0) or _going_on(lines, room, look, quote)
        rows = [*lines, *rows]
        if len(rows) >= height + back:
            break
    end = max(len(rows) - back, min(len(rows), height))
    rows = rows[max(end - height, 0) : end] if height else []
    blank = fill((), width, look.panel)
    return [*[blank] * (height - len(rows)), *rows]


def _cut(call: Call, race: Race, look: Look, width: int, rows: int, moved: int) -> list[Row]:
    """As much of a quote as so many rows hold, with who said it; nothing, where that is no quote or not three words.

    It is read on, part after part, and then stands with its beginning again.
    """
    if call.kind is not CallKind.QUOTE or rows < 1:
        return []
    for speaker in (_speaker(call, race), f" {call.by}"):
        parts = _parts(call.text.strip("“”").split(), speaker, look, max(width - _clocked(call) - 4, 8), rows)
        if parts:
            at = moved // rows
            return _drawn(call, parts[at if at < len(parts) else 0], look, width)
    return []


_FEWEST = 3
"""Words of a quote that are worth to be shown."""
_ENDS = tuple(".!?…"), tuple(",;:—–")
"""What a sentence ends with, and what a phrase does, before quotation marks and brackets."""


def _parts(words: Sequence[str], speaker: str, look: Look, width: int, rows: int) -> list[str]:
    """A quote in parts of so many rows, each between marks of what is left out, and with the speaker behind it.

    They are somebody's own words: a part ends with a sentence where one does in it, else with a phrase.
    """
    found: list[str] = []
    begin = 0
    while begin < len(words):

        def part(end: int, begin: int = begin) -> str:
            said = " ".join(words[begin:end])
            before = "… " if begin and not said.startswith("…") else ""
            after = " …" if end < len(words) and not said.endswith(" …") else ""
            return f"“{before}{said}{after}”{speaker}"

        least = begin + min(_FEWEST, len(words) - begin)
        fits = (end for end in range(len(words), least - 1, -1) if len(wrap(look.words(part(end)), width)) <= rows)
        end = next(fits, None)
        if end is None:
            return []
        end = _whole(words, least, end)
        found.append(part(end))
        begin = end
    return found


def _whole(words: Sequence[str], least: int, most: int) -> int:
    """Where a part of some words ends that has at least and at most so many of them."""
    if most == len(words):
        return most
    for ends in _ENDS:
        for end in range(most, least - 1, -1):
            if words[end - 1].rstrip("”’\"')").endswith(ends):
                return end
    return most


def _going_on(lines: list[Row], count: int, look: Look, quote: bool) -> list[Row]:
    """The first rows of a call: up to where a thing is said that is whole by itself, else with a sign that it goes on.

    Somebody's own words always have that sign.
    """
    rows = lines[:count]
    if not rows or len(rows[-1]) < 3:  # cut before its words, where there is no room for them
        return rows
    when, mark, (text, ink), *rest = rows[-1]
    room, more = cell_width(text) + row_width(rest), look.words(" …")
    kept = text.rstrip()
    after = "".join(lines[count][2][0].split(" ")[:1]) if len(lines) > count and len(lines[count]) > 2 else ""
    ends = [found.start() for found in _WHOLE.finditer(f"{kept} {after}")]
    if ends and not quote and max(ends) * 3 > len(kept):
        return [*rows[:-1], (when, mark, (fit(kept[: max(ends)], room), ink))]
    if cell_width(kept + more) > room:
        kept = kept[: room - len(more)]
        kept = kept.rpartition(" ")[0] or kept  # whole words, where there are any
    part = max(kept.rfind(mark) for mark in (", ", ": ", "; "))
    kept = kept[:part] if part * 2 > len(kept) else kept  # and a whole thing, where most of it has room
    return [*rows[:-1], (when, mark, (fit(kept + more, room), ink))]


_WHOLE = re.compile(
    r"[;:](?!\d)| \(|(?<=\d),(?= )|(?<=[a-z])\.(?= [A-Z])"
    r"|,(?= (?:the|and|now|with|past|which|where|who|in|on|at|but|so|after|by|as)\b)"
)
"""Where what was said until there is whole by itself: what follows says more, and is no next one of several."""


def _clocked(call: Call) -> int:
    return _CLOCK_WIDTH + (call.time >= _LONG)


def _call(call: Call, race: Race, look: Look, width: int, news: bool = False, stays: bool = False) -> list[Row]:
    return _drawn(call, _words(call, race), look, width, news, stays)


def _drawn(call: Call, words: str, look: Look, width: int, news: bool = False, stays: bool = False) -> list[Row]:
    quote = call.kind is CallKind.QUOTE
    theme = look.theme
    clocked = _clocked(call)
    lines = wrap(look.words(words), max(width - clocked - 4, 8))
    ink = Ink(fg=theme.text if news or stays else theme.muted, bg=theme.panel, bold=news, italic=quote)
    glyph = look.glyph(*_GLYPHS.get(call.kind, ("·", "-")))
    lead = Ink(fg=theme.accent if news or stays else theme.muted, bg=theme.panel)
    rows = []
    for number, line in enumerate(lines):
        when = fit(call.clock if number == 0 else "", clocked, right=True)
        mark = glyph if number == 0 else " "
        rows.append(fill([(when + " ", look.muted), (mark + " ", lead), (line, ink)], width, look.panel))
    return rows


def _words(call: Call, race: Race) -> str:
    told = f", {race.publisher(call.source)}" if call.source else ""
    if call.kind is not CallKind.QUOTE:
        note = told and not call.form  # a sentence that a report tells, not a time that it gives
        return f"{call.text} ({race.publisher(call.source)})" if note else call.text
    return f"“{call.text.strip('“”')}”{_speaker(call, race)}"


def _speaker(call: Call, race: Race) -> str:
    """Who said it, of what and where that was printed."""
    told = f", {race.publisher(call.source)}" if call.source else ""
    return f" {call.by}{f', {call.occasion}' if call.occasion else ''}{told}"
