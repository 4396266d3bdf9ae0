"""`s` and `S`: what is taken along is what was seen, it is made meanwhile, and where it is, is told."""

import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from replay.export.aside import Order, make, name_of
from replay.export.take import Progress
from replay.race.problems import ReplayError
from replay.state import timeline_of
from replay.tui.owed import hand_all_over
from replay.viewing.frame import Size
from tests.tui.pilots import LONDON, Session, watching


class Maker:
    """Stands for the process that makes what is ordered; it waits until it may."""

    def __init__(self) -> None:
        self.orders: list[Order] = []
        self.may = threading.Event()
        self.fails = ""

    def __call__(self, order: Order, progress: Progress) -> Path:
        self.orders.append(order)
        progress(0.5)
        self.may.wait(60)
        if self.fails:
            raise ReplayError(self.fails)
        return Path(order.folder, "made.mp4")


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Maker]:
    maker = Maker()
    monkeypatch.setattr("replay.export.aside.made_aside", maker)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    yield maker
    maker.may.set()


async def said(session: Session, words: str) -> None:
    await session.until(lambda: words in session.text)


async def test_a_picture_is_in_the_folder_one_is_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("replay.export.aside.made_aside", make)
    monkeypatch.chdir(tmp_path)
    async with watching(at=100.0, size=(40, 12)) as session:
        await session.press("s")
        await session.until(lambda: list(tmp_path.glob("*.png")))
    assert [path.name for path in tmp_path.iterdir()] == [f"{name_of(LONDON, 100.0)}.png"]


async def test_the_race_goes_on_while_it_is_made_and_then_its_place_is_told(maker: Maker) -> None:
    async with watching(at=100.0) as session:
        await session.press("s")
        await said(session, "making the picture … 50%")
        await session.press("l")
        assert session.viewer.now == 105.0
        assert "end the film" not in session.text
        maker.may.set()
        await said(session, "made.mp4 is in ~")
    (order,) = maker.orders
    (scene,) = order.scenes
    assert (order.film, order.size, scene.t) == (False, (120, 40), 100.0)
    assert (scene.view.hints, scene.view.message) == ((), "")


async def test_where_it_is_believed_to_be_copied_that_is_said(maker: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-kitty")
    maker.may.set()
    async with watching() as session:
        await session.press("s")
        await said(session, "made.mp4 is in ~, copied")


async def test_a_recording_is_of_what_was_seen_from_s_to_s(maker: Maker) -> None:
    async with watching(at=100.0) as session:
        await session.press("S")
        assert "recording what you see" in session.text
        await session.press("space")
        await session.pass_seconds(0.5)
        await session.press("f")
        await session.pass_seconds(0.5)
        assert "S end the film" in session.text
        await session.press("S")
        assert "S end the film" not in session.text
        await session.until(lambda: maker.orders)
    (order,) = maker.orders
    assert order.film
    assert order.scenes[0].t == 100.0
    assert (order.scenes[-1].at, order.scenes[-1].t) == (1.0, 101.0)
    assert order.scenes[0].view.eye.near == 0.0 < order.scenes[-1].view.eye.near


async def test_who_leaves_the_race_has_the_recording_made(maker: Maker) -> None:
    async with watching() as session:
        await session.press("S", "m")
        await session.until(lambda: maker.orders)
    assert [order.film for order in maker.orders] == [True]


async def test_who_interrupts_the_program_has_the_recording_made_once_it_has_ended(maker: Maker) -> None:
    async with watching() as session:
        await session.press("S", "ctrl+c")
        await session.until(lambda: session.app.return_code == 130)
        assert maker.orders == []
    assert hand_all_over()
    assert [order.film for order in maker.orders] == [True]
    maker.may.set()


async def test_what_cannot_be_made_is_told(maker: Maker) -> None:
    maker.fails = "the disk is full"
    maker.may.set()
    async with watching() as session:
        await session.press("s")
        await said(session, "no picture: the disk is full")


async def without_kerr(session: Session) -> None:
    await session.press("E", *"without Kerr", "enter")
    await session.until(lambda: session.viewer.stage.race.what_if)


async def with_a_ghost(session: Session) -> None:
    before = session.viewer.stage
    await session.press("e", *"5:10", "enter")
    await session.until(lambda: session.viewer.stage is not before)


@pytest.mark.parametrize("change", [without_kerr, with_a_ghost])
async def test_a_race_that_becomes_another_is_recorded_in_two_films_each_of_what_was_seen(
    maker: Maker, change: Callable[[Session], Awaitable[None]]
) -> None:
    async with watching(at=100.0) as session:
        race = session.viewer.stage.timeline.given
        await session.press(*["down"] * 14)
        last = session.viewer.view.chosen
        assert last is not None
        await session.press("S", "L")
        await session.pass_seconds(0.5)
        await change(session)
        assert session.replay.taking.recording
        other = session.viewer.stage.timeline.given
        await session.press("S")
        await session.until(lambda: len(maker.orders) == 2)
    assert [order.race for order in maker.orders] == [race, other]
    for order in maker.orders:
        assert make(order._replace(size=Size(60, 20)), lambda share: None).exists()


async def test_what_was_recorded_before_a_race_was_worked_out_is_of_that_race(maker: Maker) -> None:
    async with watching("cram-mile-1985", at=100.0) as session:
        await session.press("down", "S")
        before, chosen = session.viewer.stage, session.viewer.view.chosen
        assert chosen is not None
        without = [entry for at, entry in enumerate(before.race.entries) if at != (chosen == 0)]
        session.viewer.with_timeline(timeline_of(replace(before.race, entries=tuple(without))))
        session.replay.taking.same_race(before)
        await session.press("S")
        await session.until(lambda: maker.orders)
    (order,) = maker.orders
    shown = {order.race.entries[scene.view.chosen].name for scene in order.scenes if scene.view.chosen is not None}
    assert shown == {before.race.entries[chosen].name}


async def test_a_recording_that_was_begun_is_kept_however_many_are_being_made(maker: Maker) -> None:
    async with watching() as session:
        await session.press("S", *"sss")
        await session.until(lambda: len(maker.orders) == 3)
        await session.press("S")
        await session.until(lambda: len(maker.orders) == 4)
        assert maker.orders[-1].film
        await session.press("S")
        await said(session, "wait for one")
        assert not session.replay.taking.recording


async def test_no_more_than_three_are_made_at_once(maker: Maker) -> None:
    async with watching() as session:
        await session.press(*"ssss")
        await said(session, "wait for one")
        await session.until(lambda: len(maker.orders) == 3)
        maker.may.set()
        await said(session, "made.mp4")
        await session.press("s")
        await session.until(lambda: len(maker.orders) == 4)


@pytest.mark.parametrize("letter", ["a", "é", "走", "𝒜", "\udcff", "/", "."])
def test_a_name_is_never_longer_than_a_file_may_have(letter: str) -> None:
    name = f"{name_of(250 * letter, 45296.7, 86399.9)}-99.cast"
    assert len(name.encode()) <= 255
    assert name.startswith((letter, "race"))
