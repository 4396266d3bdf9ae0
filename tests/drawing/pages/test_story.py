"""The pages of a story, as text and in colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import Row
from replay.cells.rows import plain, row_width
from replay.drawing.pages.story import Told, page_lines
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import Look
from replay.files.library import Library
from replay.files.story import Page
from replay.race.headtohead import HeadToHead
from replay.race.race import Quote, Regular
from replay.race.sources import Source
from tests.miles import LOOK

NAMES = ("Josh Kerr", "Jakob Ingebrigtsen")
CAST = tuple(Regular(name) for name in NAMES)
PAGE = Page(
    "Four days later.\nNobody is sure.",
    title="The next guy",
    date="2023-08-27",
    quotes=(Quote(("just the next guy.",), "Jakob Ingebrigtsen", "on Kerr", "athletic"), Quote(("Hm.",), "A coach")),
)
TOLD = Told(
    4, {"athletic": Source("athletic", publisher="The Athletic")}, NAMES, CAST, HeadToHead("Kerr", "Ingebrigtsen", 1, 3)
)


def shown(page: Page, told: Told, look: Look, width: int) -> list[Row]:
    return [tuple(line) for line in page_lines(page, told, look, width)]


@given(st.integers(24, 90), st.integers(1, 99))
def test_no_line_is_longer_than_the_page(width: int, number: int) -> None:
    assert all(row_width(line) <= width for line in shown(PAGE, TOLD._replace(number=number), LOOK, width))


def test_a_page_has_number_title_day_text_quotes_and_the_score() -> None:
    text = plain(shown(PAGE, TOLD, LOOK, 70))
    assert "The next guy" in text.splitlines()[0]
    assert "27 August 2023" in text.splitlines()[1]
    assert "█" in text.splitlines()[0]
    assert "“just the next guy.”" in text
    assert "— Jakob Ingebrigtsen, on Kerr, The Athletic" in text
    assert text.splitlines()[-1].startswith("KER Kerr 1 ")
    assert text.splitlines()[-1].endswith(" 3 Ingebrigtsen ING")


def test_the_bar_is_parted_as_the_races_were_and_a_quote_has_the_colour_of_who_said_it() -> None:
    lines = page_lines(PAGE, TOLD, LOOK, 70)
    bars = [(len(text), ink.fg) for text, ink in lines[-1] if set(text) == {"▬"}]
    assert [size for size, _ in bars] == pytest.approx(
        [sum(size for size, _ in bars) / 4, sum(size for size, _ in bars) * 3 / 4], abs=1
    )
    quoted = next(line for line in lines if any("next guy." in text for text, _ in line))
    assert quoted[0][1].fg == bars[1][1]
    other = next(line for line in lines if any("Hm." in text for text, _ in line))
    assert other[0][1].fg not in {bars[0][1], bars[1][1]}


def test_before_they_have_met_nobody_leads_and_without_two_there_is_no_score() -> None:
    assert "before their first race here" in plain(shown(PAGE, TOLD._replace(score=None), LOOK, 70))
    assert "races so far" not in plain(shown(PAGE, TOLD._replace(between=()), LOOK, 70))


def test_the_two_of_the_shipped_story_have_the_colours_that_they_run_in() -> None:
    library = Library()
    story = next(item.story for item in library.items() if item.story is not None)
    told = Told(1, story.sources, story.between, story.cast)
    page = next(part for part in story.parts if isinstance(part, Page))
    chips = [ink for text, ink in page_lines(page, told, LOOK, 70)[-1] if text in ("KER", "ING")]
    paris = library.race("paris-2024-1500m")[0]
    cast = cast_of(paris, LOOK)
    by_name = {entry.name: chip for entry, chip in zip(paris.entries, cast.chips, strict=True)}
    assert chips == [by_name[name] for name in story.between]
