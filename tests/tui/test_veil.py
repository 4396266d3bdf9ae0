"""What is behind a dialogue looks as Textual has it."""

from rich.segment import Segment
from textual.renderables.background_screen import BackgroundScreen
from textual.visual import RichVisual, Visual

from replay.tui.sheet import Sheet
from replay.tui.veil import Veil
from tests.tui.pilots import watching


async def test_what_is_behind_a_dialogue_is_what_textual_makes_of_it() -> None:
    async with watching() as session:
        replay = session.replay
        await session.press("i")
        assert session.shows(Sheet)
        sheet = session.app.screen

        def seen(visual: Visual) -> list[list[Segment]]:
            strips = Visual.to_strips(sheet, visual, *sheet.size, sheet.visual_style)
            return [[Segment(text, style) for text, style, _ in strip if text] for strip in strips]

        assert session.strips
        assert isinstance(sheet._render(), Veil)
        colour = sheet.styles.background
        assert seen(Veil(replay, colour)) == seen(RichVisual(sheet, BackgroundScreen(replay, colour)))
