from replay.cells.rows import plain, row_width
from replay.drawing.panels.board_foot import Card, Part, foot_of
from replay.drawing.scene import Scene
from replay.drawing.theme.lineup import crowd_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.track import track_of
from replay.state import timeline_of
from tests.builders import entry, race
from tests.together import together

FIELD = race(entry("Ann Alfa", 300.0), entry("Bea Longfamilyname", 301.0))
LOOK = look_of(DARK)
SCENE = Scene(FIELD, crowd_of(FIELD, LOOK), LOOK, track_of(FIELD))
RUNNERS = timeline_of(FIELD).at(400.0).standings
CARD = Card(1, "7,628th", "of 48,000", ("ahead of 84 %", "1,383rd woman", "32nd PER"))


def text(part: Part | None, card: Card | None, width: int = 44) -> list[str]:
    rows = foot_of(part, card, SCENE, width)
    assert {row_width(row) for row in rows} <= {width}
    return [line.rstrip() for line in plain(rows).splitlines()]


@together(
    ("part", "want"),
    [
        (Part(RUNNERS, (11, 12), 10, 48000), " 11–12 of 48,000"),
        (Part(RUNNERS, (11, 12), 10, 22268, "women"), " 11–12 of 22,268 · women"),
        (Part((), (), 0, 0, "women, PER"), " nobody · women, PER"),
    ],
)
def test_the_foot_says_which_part_is_listed(part: Part, want: str) -> None:
    assert text(part, None) == [want]


@together(
    ("width", "want"),
    [
        (50, [" Longfamilyname                 7,628th of 48,000", " ahead of 84 %, 1,383rd woman, 32nd PER"]),
        (30, [" Longfamilyname       7,628th", " ahead of 84 %, 1,383rd woman"]),
        (18, [" Longfam… 7,628th", " ahead of 84 %"]),
    ],
)
def test_the_card_says_what_there_is_room_for_and_cuts_no_number(width: int, want: list[str]) -> None:
    assert text(None, CARD, width) == want


def test_nothing_chosen_and_nothing_scrolled_leave_no_foot() -> None:
    assert text(None, None) == []
