"""A race in small: its first half, over and over."""

from replay.cells.rows import plain, row_width
from replay.viewing.frame import Size
from replay.viewing.preview import preview_of, preview_rows
from tests.builders import race
from tests.miles import LOOK, MILE
from tests.together import together

PICTURE = preview_of(MILE, LOOK)


@together("size", [Size(10, 3), Size(34, 20), Size(54, 36), Size(112, 56)])
def test_it_has_the_size_that_is_asked_for(size: Size) -> None:
    for elapsed in (0.0, 5.0, 100.0):
        rows = preview_rows(PICTURE, elapsed, size)
        assert len(rows) == size.height
        assert {row_width(row) for row in rows} == {size.width}


def test_it_moves_and_tells_nothing_of_the_second_half() -> None:
    shown = [plain(preview_rows(PICTURE, elapsed / 2, Size(112, 56))) for elapsed in range(80)]
    assert len(set(shown)) > 20
    assert not [text for text in shown if "3:45.34" in text or "2:50" in text]


def test_a_race_without_any_time_stands_still() -> None:
    picture = preview_of(race(*MILE.entries[:0], distance=1500.0), LOOK)
    assert preview_rows(picture, 3.0, Size(40, 20)) == preview_rows(picture, 9.0, Size(40, 20))
