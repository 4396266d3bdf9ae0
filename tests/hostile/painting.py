"""Frames of races of all kinds, at any moment, in any size, look and view: `python -m tests.hostile.painting 20000`."""

import json
import random
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from replay.analysis.reference import LEADER, MEAN, Reference
from replay.cells.ansi import rows_to_text
from replay.cells.depth import Depth
from replay.cells.rows import row_width
from replay.commentary import call_race
from replay.drawing.theme.look import Look, look_of
from replay.drawing.theme.themes import theme_of
from replay.drawing.view import CHARTS, NAMED, Eye, Hint, Listing, Sort, View
from replay.files.formats import read_source
from replay.files.library import shipped_folder
from replay.files.preferences import PALETTES
from replay.files.source import Choices, Source
from replay.race.groups import Groups
from replay.race.pacelights import lights_of, target
from replay.race.race import Race
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.frame import Frame, Size, frame, moment
from replay.viewing.panels import PANELS
from replay.viewing.picture import Picture

LOOKS, EACH = 3, 4
"""In how many looks a race is drawn, and how often in each."""
_FAR: dict[str, tuple[float, ...]] = {
    "outdoor": (0.5, 1, 7, 399.9, 400, 600, 800, 1234.5, 1500, 1609.344, 3000, 10_000, 1e6),
    "indoor": (60, 300, 800, 1500, 3000),
    "straight": (50, 60, 100, 110, 150, 1000),
    "road": (500, 1000, 5000, 10_000, 21_097.5, 42_195, 100_000),
    "pool": (50, 100, 200, 400, 1500),
}
_LAPS = (1, 25, 33.33, 50, 160, 200, 333.3, 400, 1000, 7000, 100_000)
_NAMES = (
    "Ann {}",
    "日本{}",
    "\u202eX{}",
    "e\u0301\u0301\u0301{}",
    "👩‍👩‍👧{}",
    "अनुष्का {}",
    "ﷺ{}",
    "-{}",
    "A" * 300 + "{}",
)
_CONTROLS = frozenset(map(chr, (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200F)))
_SIZES = (
    (1, 1), (2, 1), (1, 2), (3, 3), (3, 8), (5, 2), (10, 5), (20, 5), (30, 8), (40, 10), (60, 15), (79, 23), (80, 24),
    (100, 30), (120, 40), (160, 41), (200, 60), (250, 20), (30, 80), (400, 120), (1000, 30), (24, 200),
)  # fmt: skip
_LISTS = sorted((Path(__file__).parents[1] / "files" / "table" / "lists").glob("*.*"))


def made(seed: int) -> str:
    """A race file of any kind: on a track, a road, in lanes or a pool, a relay, for distance, a crowd, or of nobody."""
    chance = random.Random(seed)
    kind = chance.choice([*_FAR, "outdoor", "for distance", "crowd", "relay", "hurdles"])
    surface = {"crowd": "road", "hurdles": "straight"}.get(kind, kind if kind in _FAR else "outdoor")
    far = chance.choice(_FAR[surface])
    lines = [f"race: {chance.choice(['G', 'The ' + 'long ' * 40, '日本 mile'])}"]
    if kind == "for distance":
        lines.append(f"event: {chance.choice([1, 6, 24])}h")
    else:
        lines.append(f"distance: {far}")
    if kind in ("relay", "hurdles"):
        lines.append(f"event: {f'4x{far / 4:g}m relay' if kind == 'relay' else f'{far:g}m hurdles'}")
    lap = f", lap: {chance.choice(_LAPS)}" if chance.random() < 0.3 and surface != "straight" else ""
    lines.append(f"track: {{surface: {surface}{lap}}}")
    if chance.random() < 0.2:
        lines.append("clock: chip")
    if chance.random() < 0.3:
        lines.append(f"records: [{{label: World record, time: {far / 6:.2f}, holder: X}}]")
    count = chance.choice([101, 400]) if kind == "crowd" else chance.choice([0, 1, 1, 2, 3, 5, 8, 12, 30, 60, 100])
    lines.append("entries:" if count else "entries: []")
    lines += [f"  - {json.dumps(entry)}" for entry in _entries(chance, kind, far, count)]
    return "\n".join(lines) + "\n"


def _entries(chance: random.Random, kind: str, far: float, count: int) -> Iterator[dict[str, object]]:
    called = chance.choice(_NAMES) if chance.random() < 0.4 else "Runner {}"
    pace, spread = far / chance.uniform(1.5, 9), chance.choice([0, 1e-4, 0.01, 0.06, 0.5, 5])
    marks = {round(chance.uniform(0.02, 0.98) * far, 1) for _ in range(chance.choice([0, 0, 1, 3, 9, 20]))} - {0.0, far}
    for number in range(count):
        result = pace * (1 + chance.random() * spread)
        entry: dict[str, object] = {"name": called.format(number)}
        if chance.random() < 0.1:
            entry["status"] = chance.choice(["DNF", "DNS", "DQ", "unknown"])
        if kind == "for distance":
            entry["distance"] = round(chance.uniform(100, chance.choice([1000, 20_000, 200_000])), 1)
        elif chance.random() < 0.94:
            entry["result"] = round(result, chance.choice([0, 1, 2, 3]))
        if chance.random() < 0.8:
            known = (mark for mark in sorted(marks) if chance.random() < 0.9)
            entry["splits"] = {mark: round(result * mark / far * chance.uniform(0.9, 1.08), 2) for mark in known}
        some = {
            "nation": chance.choice(["KEN", "日本", "x" * 40]),
            "club": chance.choice(["Club A", "日本" * 30]),
            "sex": chance.choice("MF"),
            "category": chance.choice(["M40", "W35"]),
            "bib": str(chance.randint(1, 99_999)),
            "lane": chance.randint(1, chance.choice([8, 40])),
            "place": chance.randint(1, count),
            "start": round(chance.uniform(0, chance.choice([1, 3600])), 1),
            "role": chance.choice(["pacemaker", "guest"]),
            "note": "a note " * 30,
        }
        entry |= {key: value for key, value in some.items() if chance.random() < 0.15}
        if kind == "relay":
            entry["legs"] = [f"L{leg}" for leg in range(4)]
        yield entry


def race_of(chance: random.Random) -> tuple[str, Race | None]:
    """A race and what it is called: one that was made, one that is shipped, or one of the tests' lists."""
    kind = chance.random()
    if kind < 0.6:
        seed = chance.randrange(10**9)
        return f"made({seed})", read_source(Source(made(seed).encode(), Path("made.yaml")), Choices()).race
    path = chance.choice(_LISTS if kind < 0.85 else sorted(shipped_folder().glob("*.yaml")))
    return path.name, read_source(Source(path.read_bytes(), path), Choices()).race


def look(chance: random.Random) -> tuple[Look, Depth]:
    """Any look, and the colours that it is for."""
    depth = chance.choice(list(Depth))
    theme = theme_of(chance.random() < 0.5, depth, chance.choice(list(PALETTES)))
    return look_of(theme, chance.random() < 0.3, depth is not Depth.NONE), depth


def view(chance: random.Random, timeline: Timeline) -> View:
    """Any view that can be had of a race."""
    race = timeline.race
    some = [None, *range(len(race.entries))]
    light = chance.choice([None, None, target("4:00"), target("1:00:00"), *lights_of(race)])
    groups = [found.group for found in Groups(race).all][:9]
    runner = chance.choice(some)
    references = [None, LEADER, MEAN, *([Reference(entry=runner)] if runner is not None else [])]
    return View(
        chosen=chance.choice(some),
        pinned=chance.choice(some),
        against=chance.choice([*references, *([Reference(light=light)] if light is not None else [])]),
        gap_in_metres=chance.random() < 0.5,
        light=light,
        names=chance.choice(list(NAMED)),
        trails=chance.choice(["off", "short", "long"]),
        eye=Eye(
            chance.choice([0.0, 0.0, 1.0, 1.0, chance.random()]),
            chance.choice(some),
            chance.choice(some),
            chance.choice([0.0, chance.random(), 1.0]),
            chance.choice([1.0, 0.125, 4.0, 64.0, 600.0]),
        ),
        chart=chance.choice(["", "", "", *CHARTS]),
        sort=Sort(chance.choice([None, None, -1]), chance.random() < 0.5, chance.random() < 0.5),
        every_mark=chance.choice([None, True, False]),
        columns=chance.choice([None, None, 0, 1, 5, 200]),
        marked=tuple({one for one in chance.choices(some, k=4) if one is not None}),
        cursor=chance.choice([None, 0.0, race.distance, race.distance * chance.random()]),
        reading=chance.random() < 0.4,
        zoomed=chance.random() < 0.3,
        bare=chance.random() < 0.2,
        both=chance.random() < 0.6,
        spoilers=chance.random() < 0.4,
        bookmarked=tuple(chance.uniform(0, timeline.duration + 1) for _ in range(chance.randint(0, 3))),
        listing=Listing(
            chance.choice([0, 0, 1, len(some) + 50]),
            chance.random() < 0.3,
            tuple(chance.sample(groups, 1)) if groups and chance.random() < 0.3 else (),
        ),
        board_keys=chance.random() < 0.2,
        read_back=chance.choice([0, 0, 1, 5, 500]),
        pointed=chance.choice([None, 0, 5, 79, 500]),
        still=chance.random() < 0.3,
        playing=chance.random() < 0.5,
        director=chance.choice(["", "", "close finish"]),
        message=chance.choice(["", "", "a message", "日" * 200]),
        hints=chance.choice([(), (Hint("q", "menu", "back", 1), Hint("space", "pause", "play_pause", 2))]),
        sketch=chance.random() < 0.03,
        transport=chance.random() < 0.9,
    )


def wrong(shown: Frame, size: Size, look: Look) -> str:
    """What is wrong with a frame, whatever is in it; empty where nothing is."""
    rows = shown.rows
    if len(rows) != size.height or any(row_width(row) != size.width for row in rows):
        return "it is not of its size"
    for name, piece in shown.pieces.items():  # changes of a panel are written as they are
        if any(row_width(row) != piece.place.width for row in piece.rows[: piece.place.height]):
            return f"{name} is not as wide as its place"
    text = "".join(text for row in rows for text, _ in row)
    if not _CONTROLS.isdisjoint(text):
        return "it commands the terminal"
    return "it is not ASCII" if look.ascii and not text.isascii() else ""


class Painter:
    """Draws a race in all ways, and counts."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self.counted: Counter[str] = Counter()
        self.told: list[str] = []

    def race(self, seed: int) -> None:
        """Draw frames of a race and click into them; what is raised or wrong is told."""
        chance = random.Random(seed)
        what = "a race"
        try:
            what, found = race_of(chance)
            if found is None:
                self.counted["refused"] += 1
                return
            timeline = timeline_of(completed(found)[0] if chance.random() < 0.5 else found)
            calls = call_race(timeline)
            self.counted["races"] += 1
            for _ in range(LOOKS):
                drawn, depth = look(chance)
                picture = picture_of(timeline, drawn, calls)
                for _ in range(EACH):
                    self._draw(chance, picture, depth, f"{seed}: {what}")
        except Exception:
            self.counted["raised"] += 1
            self.told.append(f"{seed}: {what}: {traceback.format_exc()}")

    def _draw(self, chance: random.Random, picture: Picture, depth: Depth, what: str) -> None:
        timeline = picture.stage.timeline
        size = Size(
            *(chance.choice(_SIZES) if chance.random() < 0.6 else (chance.randint(1, 260), chance.randint(1, 80)))
        )
        lasts = timeline.duration
        homes = [home for home in map(timeline.home, range(len(timeline.race.entries))) if home < 1e9][:3]
        near = [home + aside for home in homes for aside in (-0.01, 0.0, 1.0)]
        t = chance.choice([0.0, -5.0, 1e-9, timeline.over, lasts, *(lasts * chance.random() for _ in range(6)), *near])
        seen = view(chance, timeline)._replace(ended=t >= timeline.over)
        shown = frame(picture, seen, t, size)
        rows_to_text(shown.rows, depth)
        now = moment(picture, seen, t, size)
        for panel in PANELS:
            if place := now.layout.places.get(panel.name):
                spot = chance.randrange(max(place.width, 1)), chance.randrange(max(place.height, 1))
                panel.click(now, *spot, place.width, place.height)
        self.counted["frames"] += 1
        if fault := wrong(shown, size, picture.stage.look):
            self.counted["wrong"] += 1
            self.told.append(f"{what} at {t} in {size}, {seen}: {fault}")


def main() -> None:
    """As many frames as are asked for, and what was raised or wrong."""
    frames, first = (*map(int, sys.argv[1:3]), *(2000, 1)[len(sys.argv) - 1 :])
    painter = Painter()
    while painter.counted["frames"] < frames:
        painter.race(first)
        first += 1
        while painter.told:
            print(painter.told.pop(), flush=True)
        if first % 100 == 0:
            print(dict(painter.counted), flush=True)
    print(dict(painter.counted))


if __name__ == "__main__":
    main()
