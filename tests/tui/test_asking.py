"""What a race asks of whoever watches it."""

from replay.tui.ask import Ask
from replay.tui.pick import Pick
from replay.tui.sheet import Sheet
from tests.tui.pilots import watching


async def test_ghosts_of_the_library_and_of_ones_own_run_along_and_are_taken_away() -> None:
    async with watching(at=100.0) as session:
        before, now = session.viewer.stage.race, session.viewer.now
        await session.press("e", *"3:50")
        assert session.shows(Pick)
        await session.press("enter")
        assert session.viewer.now == now
        assert [one.short for one in session.viewer.stage.race.entries if one.ghost] == ["You"]
        assert "You ghost" in session.text
        assert "ghosts: You" in session.text
        await session.press("e", *"kerr bowerman 2024", "enter")
        assert [one.short for one in session.viewer.stage.race.entries if one.ghost] == ["You", "Kerr 2024"]
        await session.press("y")
        assert "--me 3:50 --vs 'bowerman-mile-2024:Josh Kerr'" in " ".join(session.text.split())
        await session.press("escape", "e", "down", "down", "down", "enter")
        assert session.viewer.stage.race.entries == before.entries


async def test_a_changed_race_says_that_it_is_one_and_is_taken_back_with_an_empty_line() -> None:
    async with watching(at=100.0) as session:
        before = session.viewer.stage.race
        await session.press("E", *"nonsense", "enter")
        assert session.shows(Ask)
        await session.press("ctrl+u", *"Kerr lap 4 = 50.0", "enter")
        assert session.viewer.now == 100.0
        assert session.text.lstrip().startswith("What if Kerr lap 4 = 50.0: ")
        await session.press("E", *"without pacemakers", "enter")
        assert session.viewer.stage.race.what_if == ("Kerr lap 4 = 50.0", "without pacemakers")
        await session.press("y")
        assert "--what-if 'Kerr lap 4 = 50.0' --what-if 'without pacemakers'" in " ".join(session.text.split())
        await session.press("escape", "E", "enter")
        assert session.viewer.stage.race == before
        await session.press("slash", *"nuguse", "enter", "E", *"lap 4 = 55.0", "enter")
        assert list(session.viewer.stage.race.what_if) == ["Yared Nuguse lap 4 = 55.0"], "of whoever is chosen"


async def test_likely_finishes_are_shown_as_far_as_there_is_room() -> None:
    async with watching(at=168.0) as session:
        await session.press("P")
        assert session.shows(Sheet)
        assert "9 times in 10" in session.text
        assert "1200 m 2:46.5" in session.text
        await session.press("escape", "home", "P")
        assert "nobody has a split" in session.text
