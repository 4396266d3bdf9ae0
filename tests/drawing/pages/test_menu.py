"""The menu and what it tells of a race beforehand."""

from replay.cells.rows import plain
from replay.drawing.pages.menu import MenuLine, menu_rows, preview_rows
from tests.miles import LOOK, MILE


def test_the_preview_tells_nothing_of_the_result() -> None:
    text = plain(preview_rows(MILE, LOOK, 60, 40))
    assert "3:45" not in text
    field = " ".join(
        line for line in text.splitlines() if "Alvarado" in line or "Kerr" in line or "Ingebrigtsen" in line
    )
    assert field.split()[0] == "Alvarado"


def test_the_chosen_line_of_the_menu_is_always_seen() -> None:
    lines = [MenuLine(f"race {number}") for number in range(50)]
    for chosen in (0, 25, 49):
        assert f"race {chosen}" in plain(menu_rows(lines, chosen, LOOK, 40, 10))
