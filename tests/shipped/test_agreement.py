"""What stands twice on one screen is the same twice: of every shipped race, at forty moments, in every view.

Each panel is read as who looks at it reads it: who leads, by how much, the clock, how far it is yet,
when somebody passed a mark. What the voice says at that very moment is held against it too.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from replay.cells.rows import plain
from replay.commentary import Call, CallKind, call_race
from replay.commentary.calls import Gap
from replay.commentary.observer import Watch
from replay.drawing.panels.board import Board
from replay.drawing.view import Eye, View
from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.times import format_clock
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from replay.state.timeline import RaceState
from replay.viewing import picture_of
from replay.viewing.closing import end_card
from replay.viewing.frame import Frame, Size, frame, moment
from replay.viewing.picture import Picture
from tests.hostile.generating import made
from tests.miles import LOOK
from tests.shipped.test_laws import FILES, every_race, shipped
from tests.together import together

NAMES = [path.stem for path in FILES]
VIEWS = {"stadium": View(both=False), "both": View(), "close": View(eye=Eye(near=1.0)), "bare": View(bare=True)}
SIZES = (Size(120, 40), Size(200, 60), Size(80, 24))
MOMENTS = 40
_ROWS = 3
"""Of a strip in which those who are level are not above each other."""
TIME = re.compile(r"~?(?<![\d.:])(?:\d+:)?(?:\d{1,2}:)?\d{1,2}\.\d+(?![\d:])|~?(?<![\d.:])\d+:\d\d(?::\d\d)?(?![\d.:])")
"""A time in a sentence."""


@cache
def picture(name: str) -> Picture:
    timeline = shipped(name).timeline
    return picture_of(timeline, LOOK, call_race(timeline))


def moments(name: str) -> list[float]:
    """Half of them evenly over the race, the others where something is said: there two panels tell of one instant."""
    told = shipped(name)
    even = [told.timeline.over * (k + 0.5) / (MOMENTS // 2) for k in range(MOMENTS // 2)]
    calls = [call.time for call in told.own if call.time > 0]
    some = [calls[len(calls) * k // (MOMENTS // 2)] for k in range(MOMENTS // 2)]
    return sorted({*even, *some})


class Seen:
    """One picture, read."""

    def __init__(self, picture: Picture, view: View, t: float, size: Size) -> None:
        self.at = moment(picture, view, t, size)
        self.frame: Frame = frame(picture, view, t, size)
        self.state: RaceState = self.at.state
        self.text = {name: plain(piece.rows) for name, piece in self.frame.pieces.items()}
        self.codes = [code.strip() for code in picture.stage.cast.codes]
        self.board: Board = picture.stage.on_board(self.state, view, 90)
        self.first = next((line.entry for line in self.board.lines if line.place == "1"), None)

    @property
    def tied(self) -> bool:
        """Whether several are first."""
        return sum(line.place == "1" for line in self.board.lines) > 1


def leaders(seen: Seen) -> dict[str, str]:
    """Who leads, by the place on the screen that says so; nothing where nobody is said to."""
    found: dict[str, str] = {}
    course = seen.text.get("course", "")
    if (row := re.search(r" 1 (\S{3}) ", course)) and row[1] in seen.codes and not seen.at.view.eye.near:
        found["scoreboard"] = row[1]
    if row := re.match(r"(.*?) (?:leads|wins) ", course):
        words = [word for word in row[1].split() if word in seen.codes]
        found |= {"headline": words[-1]} if words else {}
    strip = seen.text.get("strip", "")
    if "◂lead" in strip:
        letters = [word for row in strip.splitlines()[:-1] for word in row.split() if word in seen.codes]
        found |= {"strip": letters[-1]} if letters and strip.count("\n") < _ROWS else {}
    return found


def wrong(of: Picture, view: View, t: float, size: Size) -> list[str]:
    """What does not agree on one picture."""
    seen = Seen(of, view, t, size)
    bad: list[str] = []
    board = seen.codes[seen.first] if seen.first is not None else None
    for where, code in leaders(seen).items():
        if code != board and not seen.tied:
            bad.append(f"{where} has {code} in front, the board {board}")
    clocks = {found for text in (seen.text["title"], seen.text.get("course", "")) for found in _clocks(text)}
    running = not any(line.home for line in seen.board.lines if line.place == "1")
    track = seen.at.stage.timeline.track
    expected = format_clock(seen.state.time, 0 if track.by_kilometres else 1)
    bad += [f"the clock is {clock}, and it is {expected}" for clock in clocks if running and clock != expected]
    panels = (text for name, text in seen.text.items() if name != "feed")
    togo = {words for text in panels for words in re.findall(r"\d[\d.]* (?:m|km) to go", text)}
    if len(togo) > 1:
        bad.append(f"it is {sorted(togo)}")
    for line in seen.board.lines:
        bad += _splits(seen, line.entry, line.split, t)
    bad += _gaps(seen, t)
    LOOKED.update({"leaders": len(leaders(seen)), "clocks": len(clocks), "to go": len(togo)})
    return bad


LOOKED: Counter[str] = Counter()
"""How much was compared."""


def _gaps(seen: Seen, t: float) -> list[str]:
    """The gaps to the first that the voice gives now, and what the board has beside them."""
    shown = {line.entry: line.gap.lstrip("~") for line in seen.board.lines if line.gap and not line.home}
    bad: list[str] = []
    for call in seen.at.stage.calls:
        for claim in call.claims if abs(call.time - t) < 1e-6 else ():
            if not isinstance(claim, Gap) or claim.seconds is None or claim.behind != seen.first:
                continue
            text = shown.get(claim.entry, "").removeprefix("+").removeprefix("<")
            if not re.fullmatch(r"\d+\.\d+", text):
                continue
            LOOKED["gaps"] += 1
            if abs(float(text) - claim.seconds) > 0.1 + 1e-6:  # the board is a tenth of a second older
                bad.append(f"{call.text}: the board has {shown[claim.entry]}")
    return bad


def _clocks(text: str) -> list[str]:
    """The running clocks of a panel's first line."""
    return re.findall(r"(?<![\d:.])\d?\d?:?\d?\d:\d\d\.\d(?!\d)", text.split("\n")[0])


def _splits(seen: Seen, entry: int, split: str, t: float) -> list[str]:
    """What the voice said of somebody's time at the mark that the board has; from ten minutes on without tenths."""
    mark, _, time = split.partition(" ")
    if not time or not mark.isdecimal():
        return []
    passed = next(
        (point for point in seen.at.stage.timeline.known(entry).points if f"{point.distance:.0f}" == mark), None
    )
    if passed is None:
        return []
    said: list[str] = []
    for call in seen.at.stage.calls:
        if abs(call.time - passed.time.seconds) < 1e-6 and call.time <= t and call.entries[:1] == (entry,):
            said += _told(call, passed.time.seconds)
    LOOKED["splits"] += len(said)
    return [f"the board has {split}, the voice {other}" for other in said if not time.startswith(other)]


def _told(call: Call, seconds: float) -> list[str]:
    """The times in a call that can be that instant."""
    near = []
    for found in TIME.findall(call.text):
        parts = [float(part) for part in found.lstrip("~").split(":")]
        value = sum(part * 60**power for power, part in enumerate(reversed(parts)))
        if abs(value - seconds) < 0.15:
            near.append(found)
    return near


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", NAMES)
def test_what_stands_twice_on_a_screen_is_the_same(name: str) -> None:
    ways = list(VIEWS.items())
    for number, t in enumerate(moments(name)):
        for what, view in (ways[number % len(ways)], ways[(number + 1) % len(ways)]):
            size = SIZES[number % len(SIZES)]
            assert wrong(picture(name), view, t, size) == [], (what, t, size)


KINDS = {
    "sprint": "# distance_m: 100\nplace,lane,name,result\n1,4,Ann Ash,10.91\n2,5,Bea Birch,10.95\n3,3,Cat Cole,11.02\n",
    "a lap": "# distance_m: 400\nplace,lane,name,result\n1,4,Ann Ash,50.91\n2,5,Bea Birch,51.95\n3,3,Cat Cole,52.02\n",
    "results": "# event: 1500m\nname,result\nAnn Alpha,4:10.2\nBea Bravo,4:10.9\nCat Cole,4:12.0\nDee Dale,4:20.5\n",
    "laps": "# event: 1200m\nname,400,800,1200\nAda,62.0,2:06.0,3:06.0\nBea,63.0,2:08.0,3:10.0\n",
    "road": "# distance_m: 10000\n# track: road\nname,5000,result\nAnn Alpha,15:20,31:02\nBea Bravo,15:21,30:59\n",
    "hour": "# duration: 1:00:00\nname,distance (m)\nAda,18120\nBea,17800\nCyd,14000\n",
}
"""Races of other kinds than those shipped, as tables."""


@together("kind", [*KINDS, *range(12)])
def test_it_is_so_of_races_of_other_kinds_and_of_generated_ones(kind: str | int) -> None:
    text, name = (KINDS[kind], "kind.csv") if isinstance(kind, str) else (made(kind), "made.yaml")
    race = read_source(Source(text.encode(), Path(name)), Choices()).race
    assert race is not None
    timeline = timeline_of(completed(race)[0])
    of = picture_of(timeline, LOOK, call_race(timeline))
    for number, part in enumerate((0.02, 0.3, 0.6, 0.9, 0.99)):
        view = list(VIEWS.values())[number % len(VIEWS)]
        assert wrong(of, view, timeline.over * part, SIZES[number % len(SIZES)]) == [], part


@every_race
def test_the_card_has_the_results_and_margins_of_the_board_and_of_the_voice(name: str) -> None:
    stage = picture(name).stage
    card = end_card(stage)
    assert card is not None
    state = stage.state_at(stage.timeline.duration)
    lines = {line.entry: line for line in stage.on_board(state, View(), 90).lines}
    told = " ".join(call.text for call in stage.calls if call.kind in (CallKind.FINISH, CallKind.RECORD))
    for who in (*card.podium, *card.records):
        line = lines[who.entry]
        assert (who.place, who.time, who.behind) == (line.place, line.gap, line.behind)
        assert who.time in told, who
    band = stage.band(state)  # of whoever has the first place at last
    assert band is None or band.time == card.podium[0].time


def test_the_sweep_looks_at_something() -> None:
    LOOKED.clear()
    for t in moments("london-mile-2026"):
        assert wrong(picture("london-mile-2026"), VIEWS["stadium"], t, SIZES[0]) == []
    assert all(LOOKED[what] > least for what, least in (("leaders", 20), ("to go", 20), ("gaps", 0)))
    assert len(moments("london-mile-2026")) > 30


@every_race
def test_the_board_numbers_places_where_the_voice_knows_who_leads_and_nowhere_else(name: str) -> None:
    watch = Watch(shipped(name).timeline)
    for t in moments(name):
        places = any(runner.place is not None for runner in watch.timeline.top(t, 90).standings)
        assert places == (watch.board(t).first is not None), t
