"""Without colours one still sees what is chosen, and where one types."""

from textual.widget import Widget
from textual.widgets import Input

from replay.tui.app import Terms
from replay.tui.cells import Cells
from tests.tui.pilots import Session, at_the_menu, watching

PLAIN = Terms(colour=False)


def reversed_text(session: Session) -> list[str]:
    strips = session.strips
    return [seg.text.strip() for strip in strips for seg in strip if seg.style is not None and seg.style.reverse]


async def test_the_chosen_line_of_the_menu_is_reversed() -> None:
    async with at_the_menu(terms=PLAIN) as session:
        seen = set()
        for _ in range(3):
            await session.press("down")
            seen.add(tuple(reversed_text(session)))
        assert len(seen) == 3
        assert all(len(chosen) > 2 for chosen in seen)


async def test_the_chosen_runner_on_the_board_is_reversed() -> None:
    async with watching(at=100.0, terms=PLAIN) as session:
        await session.press("space")
        assert not any("Nuguse" in text for text in reversed_text(session))
        while not any("Nuguse" in text for text in reversed_text(session)):
            await session.press("down")


def reversed_in(session: Session, kind: type[Widget], by_one: bool = False) -> bool:
    """Whether something is reversed of a widget of the screen on top, or a whole line of it."""
    region = session.app.screen.query(kind).last().region
    lines = [strip.crop(region.x, region.right) for strip in session.strips[region.y : region.bottom]]
    whole = all if by_one else any
    return any(whole(seg.style is not None and seg.style.reverse for seg in line) for line in lines)


async def test_the_cursor_of_what_one_types_into_and_the_chosen_command_are_reversed() -> None:
    async with watching(at=100.0, terms=PLAIN) as session:
        for keys in (("colon",), ("escape", "W"), ("escape", "ctrl+p")):
            await session.press(*keys)
            await session.until(lambda: session.app.screen.query(Input))
            await session.until(lambda: reversed_in(session, Input))
        await session.until(lambda: reversed_in(session, Cells, by_one=True))
