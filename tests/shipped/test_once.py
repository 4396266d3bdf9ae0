"""One fact once: in no picture of a shipped race is a fact told twice in the same form.

Where each fact is, by the view (the commentary aside, which tells what was when, and the scrubber, which has a place
for every moment):

| fact                     | stadium, both                | close                   | a chart or table        |
| ------------------------ | ---------------------------- | ----------------------- | ----------------------- |
| clock, how far to go     | scoreboard                   | line above the track    | small track, else title |
| last lap                 | title                        | title                   | title                   |
| who leads                | board; scoreboard by name    | board; line by letters  | board                   |
| seconds behind           | board                        | board                   | board; its lines        |
| metres behind            | chart beside it, else strip  | ruler; chart beside it  | strip                   |
| how near a record is     | scoreboard, line on track    | line; light on track    | -                       |

The leader is named twice with a reason: who reads the clock is not to look for him in a table. The chart beside a close
view tells how the gaps came about, and the ruler below it how they are. Beside a chart or a table there is no other
chart but the track, small or close up, where there is room; and no strip is below a chart of seconds behind, alone or
among others.
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from replay.cells.digits import SIZES as DIGITS
from replay.cells.digits import big, lowered
from replay.cells.rows import plain
from replay.drawing.view import CHARTS, Eye, View
from replay.files.formats import read_race
from replay.race.times import format_clock
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from replay.viewing.picture import Picture
from tests.miles import LOOK
from tests.places import RACES

SIZES = [Size(*size) for size in ((60, 20), (80, 24), (100, 30), (120, 40), (160, 45), (200, 60), (300, 80))]
VIEWS = {
    "stadium": View(both=False),
    "both": View(),
    "close": View(eye=Eye(near=1.0)),
    **{chart: View(chart=chart) for chart in CHARTS},
}
_ASIDE = "feed", "footer", "scrubber"
_RECORD = "record|winning time|best|lead|indoor"
"""What labels of records end with."""
_SECONDS = r"(?<![A-Z] )(?<![A-Za-z] ~ )(?<!(?:cord|time|best|lead|door|ship|ican|tish) )[+]\d+\.\d"
"""Of a gap; not those behind a record's name or letters."""


def facts(picture: Picture, view: View, t: float, size: Size) -> dict[str, int]:
    """How often each fact is in a picture; the seconds outside the board, whose rows have them."""
    pieces = frame(picture, view, t, size).pieces
    texts = {name: plain(piece.rows) for name, piece in pieces.items() if name not in _ASIDE}
    whole = "\n".join(texts.values())
    beside = "\n".join(
        text for name, text in texts.items() if name != "board" and not (view.chart and name == "course")
    )
    return {
        "clock": whole.count(format_clock(t)) + any(row in whole for row in clock_rows(t)),
        "to go": len(re.findall(r"LAP \d/\d \d+ m to go|m to go|LAP \d/\d", whole)),
        "last lap": whole.count("LAST LAP"),
        "seconds": len(re.findall(_SECONDS, beside)),
        "metres behind": whole.count("metres behind"),
        "record": len(re.findall(rf"\b(?:[A-Z]{{2,5}}|{_RECORD}) (?:~ )?[+−]\d+\.\d\d", whole)),
        "order": whole.count("order not known"),
        "leads": whole.count(" leads "),
        "leader": texts["board"].count("leader"),
        "behind": whole.count(" behind the ") + ("strip" in pieces),
    }


def clock_rows(t: float) -> Iterator[str]:
    """A row of the clock in each size of digits, also where they stand half a row lower."""
    for high in DIGITS:
        rows = big(format_clock(t), rows=high)
        yield rows[0]
        yield lowered(rows)[0].strip()


def told_twice(picture: Picture, view: View, t: float, size: Size) -> list[str]:
    """Facts that a picture tells more than once, and those that have to be there and are not."""
    found = facts(picture, view, t, size)
    most = dict.fromkeys(found, 1) | {"seconds": 0}
    return [f"{fact}: {many}" for fact, many in found.items() if many > most[fact] or (fact == "clock" and not many)]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("view", VIEWS)
def test_at_every_size_no_fact_is_told_twice(view: str) -> None:
    timeline = timeline_of(read_race(RACES / "london-mile-2026.yaml")[0])
    picture = picture_of(timeline, LOOK, ())
    for size, t in product(SIZES, (100.0, 190.0)):
        assert told_twice(picture, VIEWS[view], t, size) == [], (size, t)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_in_every_race_no_fact_is_told_twice(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    picture, won = picture_of(timeline, LOOK, ()), timeline.winner_time or timeline.finish
    if picture.stage.many or not timeline.track.counted:
        return
    for view, size in product(("both", "close"), (SIZES[1], SIZES[3])):
        for t in (0.04 * won, 0.4 * won, 0.9 * won):
            assert told_twice(picture, VIEWS[view], t, size) == [], (view, size, t)
