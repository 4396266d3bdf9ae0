"""Without colours one still sees what is chosen, and where one types."""

from replay.tui.app import Terms
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


async def test_the_cursor_of_what_one_types_into_and_the_chosen_command_are_reversed() -> None:
    async with watching(at=100.0, terms=PLAIN) as session:
        before = len(reversed_text(session))
        for keys in (("colon",), ("escape", "W"), ("escape", "ctrl+p")):
            await session.press(*keys)
            await session.until(lambda: len(reversed_text(session)) > before)
