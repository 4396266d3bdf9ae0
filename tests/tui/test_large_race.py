"""A race with a large field on the screen."""

from pathlib import Path

from replay.viewing.large import LargeStage
from tests.tui.pilots import watching


def write_race(folder: Path, runners: int) -> str:
    rows = [f"Ann Number{i:03},{1700 + 5 * i},{3600 + 10 * i}" for i in range(runners)]
    path = folder / "half.csv"
    path.write_text("\n".join(["# distance_m: 21097.5", "name,10000,finish", *rows, ""]), encoding="utf-8")
    return str(path)


async def test_a_large_race_says_how_many_are_where_and_a_seek_changes_it(tmp_path: Path) -> None:
    async with watching(write_race(tmp_path, 300), at=1800.0) as session:
        assert isinstance(session.viewer.stage, LargeStage)
        assert "300 on the road" in session.text
        assert "where everybody is" in session.text
        await session.press("end")
        await session.until(lambda: "300 home" in session.text)


async def test_whoever_is_followed_in_a_large_race_is_on_the_board_and_keeps_his_place_there(tmp_path: Path) -> None:
    async with watching(write_race(tmp_path, 300), at=1800.0) as session:
        session.viewer.board.pick(250)
        session.replay.show_now()
        await session.until(lambda: "Number250" in session.text)
        await session.press("space")
        await session.pass_seconds(3)
        assert "251" in session.text
        standings = session.viewer.state.standings
        assert any(runner.entry == 250 and runner.place == 251 for runner in standings)
