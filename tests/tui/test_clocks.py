"""`C`: the race from the gun and from everybody's start."""

from pathlib import Path

import pytest

from tests.tui.pilots import watching


def written(folder: Path, runners: int) -> str:
    """A half marathon of which the later starters are the quicker."""
    rows = [
        f"Ann Number{i:03},0:{i // 60:02}:{i % 60:02},{1500 - i},{3000 - i},{4500 - i},{5730 - 2 * i},{6000 - 2 * i}"
        for i in range(runners)
    ]
    path = folder / "half.csv"
    text = "\n".join(["# distance_m: 21097.5", "name,start,5000,10000,15000,20000,chip time", *rows, ""])
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("runners", [20, 300])
async def test_c_changes_the_clock_and_board_title_and_commentary_follow(tmp_path: Path, runners: int) -> None:
    async with watching(written(tmp_path, runners), at=2900.0) as session:
        assert "chip" in session.text.splitlines()[0]
        chip = session.viewer.state.standings[0]
        await session.until(lambda: session.viewer.stage.calls)
        calls = session.viewer.stage.calls
        await session.press("C")
        await session.until(lambda: "chip" not in session.text.splitlines()[0])
        await session.until(lambda: "times from the gun" in session.text)
        assert session.viewer.now == 2900.0
        later = session.viewer.stage.timeline.motion.distance_at(chip.entry, 2900.0)
        assert later is not None
        assert chip.distance is not None
        assert later < chip.distance
        await session.until(lambda: session.viewer.stage.calls != calls)
        await session.press("C")
        await session.until(lambda: "chip" in session.text.splitlines()[0])
        await session.until(lambda: session.viewer.stage.calls == calls)
        assert session.viewer.state.standings[0] == chip


async def test_the_command_that_is_copied_names_the_clock(tmp_path: Path) -> None:
    async with watching(written(tmp_path, 20), at=2900.0) as session:
        await session.press("C")
        await session.until(lambda: "chip" not in session.text.splitlines()[0])
        await session.press("y")
        assert session.app.clipboard.endswith("--clock gun")
