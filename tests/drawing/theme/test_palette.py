"""What the themes' colours are good for."""

import pytest

from replay.cells.ink import contrast
from replay.drawing.theme.palette import Theme
from tests.drawing.pictures import THEMES


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_words_of_a_theme_can_be_read(theme: Theme) -> None:
    for ink in (
        theme.text,
        theme.muted,
        theme.accent,
        theme.good,
        theme.bad,
        theme.gold,
        theme.silver,
        theme.bronze,
        theme.estimated,
    ):
        assert contrast(ink, theme.panel) >= 4.5, f"{ink:06x}"
    for ink in (theme.text, theme.muted, theme.accent):
        for ground in (theme.panel_raised, theme.background):
            assert contrast(ink, ground) >= 4.5, f"{ink:06x} on {ground:06x}"
    for ink in (theme.board_text, theme.board_muted, theme.board_accent, theme.board_lights):
        assert contrast(ink, theme.board) >= 4.5, f"{ink:06x}"
        assert contrast(ink, theme.board_indoor) >= 4.5, f"{ink:06x}"
