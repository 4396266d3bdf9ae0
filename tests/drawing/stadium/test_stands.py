"""The people in the stands."""

from replay.drawing.course.stadium import Stadium, paint
from replay.drawing.stadium.stands import Stands
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.track import Oval

TRACK = Oval(1500.0)
SIZES = (38, 12), (50, 14), (74, 24), (138, 40)


def stadium(size: tuple[int, int], ascii: bool = False) -> Stadium:  # noqa: A002
    return paint(TRACK, *size, DARK, ascii=ascii)


def specks(painted: Stadium) -> set[tuple[int, int]]:
    rows = ["".join(text for text, _ in row) for row in painted.rows]
    return {(x, y) for y, row in enumerate(rows) for x, char in enumerate(row) if "\u2800" < char < "\u2900"}


def test_there_are_people_at_every_size_that_has_a_stadium() -> None:
    for size in SIZES:
        assert len(specks(stadium(size))) >= 8


def test_those_near_the_leader_look_up_and_nobody_else() -> None:
    for size in SIZES:
        painted = stadium(size)
        stands, people, seen = Stands(painted, look_of(DARK)), specks(painted), 0
        for metres in range(0, 400, 10):
            x, y = painted.cell(float(metres), 0.5)
            cheering = {(at, row) for row, overlays in stands.cheering(x, y).items() for at, _, _ in overlays}
            assert cheering <= people
            assert all(abs(at - x) <= stands.reach + 3 and abs(row - y) <= stands.reach / 2 + 3 for at, row in cheering)
            seen += bool(cheering)
        assert seen >= 10


def test_half_of_all_are_on_their_feet_and_then_the_other_half() -> None:
    painted = stadium((74, 24))
    stands = Stands(painted, look_of(DARK))
    halves = [
        {(x, y) for y, overlays in stands.on_their_feet(half).items() for x, _, _ in overlays} for half in (False, True)
    ]
    assert halves[0] | halves[1] == specks(painted)
    assert not halves[0] & halves[1]


def test_there_are_none_in_plain_characters() -> None:
    stands = Stands(stadium((74, 24), ascii=True), look_of(DARK, ascii=True))
    assert not any(stands.on_their_feet(half=False).values())
    assert not stands.cheering(10.0, 3.0)
