"""The server: its page and nothing else, to its own visitors and nobody else's, a session for each; and its end."""

import asyncio
import re
import signal
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pyte
import pytest
import pytest_asyncio

from replay.race.problems import ReplayError
from replay.web.server import _pass_on, address_of, listening, sized
from tests.together import together
from tests.web.serving import Served, served

_STRANGERS = (
    {"Origin": "http://elsewhere.example"}, {"Origin": "null"}, {"Origin": "http://["},
    {"Host": "elsewhere.example"}, {"Host": "[::1"},
)  # fmt: skip


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Served]:
    async with served() as found:
        yield found


async def test_it_gives_its_page_and_nothing_else_and_ends_when_it_is_interrupted(server: Served) -> None:
    async with aiohttp.ClientSession(server.address) as visitor:
        async with visitor.get("/") as answer:
            page = await answer.text()
            assert answer.status == 200
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        named = re.findall(r'(?:src|href)="([^"]+)"', page)
        assert [name for name in named if ":" in name and not name.startswith("data:")] == []
        for name in (name for name in named if ":" not in name):
            async with visitor.get(f"/{name}") as answer:
                assert (answer.status, len(await answer.read()) > 500) == (200, True), name
        for other in ("/static/", "/download/x", "/server.py", "/page.html", "/%2e%2e/server.py", "/index.html"):
            async with visitor.get(other) as answer:
                assert answer.status == 404, other
        for headers in _STRANGERS:
            for way in ("/", "/ws"):
                async with visitor.get(way, headers=headers) as answer:
                    assert answer.status == 403, headers
    assert await server.end() == 0


async def shows(socket: aiohttp.ClientWebSocketResponse, stream: pyte.ByteStream, words: str) -> None:
    """Read what a session sends until words stand on its screen."""
    while words not in "\n".join(stream.listener.display):  # type: ignore[union-attr]
        message = await asyncio.wait_for(socket.receive(), 60)
        if message.type is aiohttp.WSMsgType.BINARY:
            stream.feed(message.data)
        assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message


async def left(socket: aiohttp.ClientWebSocketResponse) -> None:
    """Read until the other side is gone, as a browser does."""
    async for _ in socket:
        pass


async def test_each_visitor_has_a_session_and_none_is_left_at_the_end(server: Served) -> None:
    async with aiohttp.ClientSession(server.address) as visitor, aiohttp.ClientSession(server.address) as vanishing:
        one = await visitor.ws_connect("/ws?width=80&height=24", max_msg_size=0)
        other = await vanishing.ws_connect("/ws?width=60&height=20", max_msg_size=0)
        hers = pyte.Screen(60, 20)
        mine, theirs = pyte.ByteStream(pyte.Screen(80, 24)), pyte.ByteStream(hers)
        await shows(one, mine, "London Diamond League")
        await one.send_json(["resize", {"width": 100000, "height": 100000}])
        await one.send_json(["stdin", "\x1b[99999999999u\x1b[<0;0;0M/tokyo"])
        await shows(one, mine, "1 found")
        await shows(other, theirs, "watch it run again")
        assert "found" not in "\n".join(hers.display)
        sessions = server.children()
        assert vanishing.connector is not None
        await vanishing.connector.close()  # in the middle, without a word
        while server.children()[1:]:
            await asyncio.sleep(0.05)
        await one.send_json(["stdin", "xyz"])
        await shows(one, mine, "tokyoxyz")
        code, *_ = await asyncio.gather(server.end(signal.SIGTERM), left(one))
        assert code == 0
        while [session for session in sessions if Path(f"/proc/{session}").exists()]:
            await asyncio.sleep(0.05)


@together(
    ("asked", "given"),
    [
        (("100", "30"), (100, 30)),
        (("99999", "0"), (1000, 1)),
        (("-3", "1e3"), (80, 24)),
        (("999999", "²"), (80, 24)),
        (("", None), (80, 24)),
    ],
)
def test_a_session_is_of_a_size_that_can_be_drawn(asked: tuple[str | None, str | None], given: tuple[int, int]) -> None:
    assert sized(*asked) == given


NONSENSE = (
    "no json", "[" * 100_000, "5", "[]", "{}", '["stdin"]', '["stdin", 5]', '["resize", 5]', '["ping", [[]]]',
    '["resize", {"width": "x", "height": []}]', '["resize", {"width": 1e308, "height": NaN}]', '["unknown", 1]',
    '["stdin", "\\ud800"]', '["resize", {"width": 100000, "height": 100000}]',
    '["resize", {"width": -1, "height": 1e9}]',
)  # fmt: skip


class _Told:
    """A session, or a visitor, that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    async def send_bytes(self, data: bytes) -> None:
        self.told.append(data)

    async def set_terminal_size(self, width: int, height: int) -> None:
        self.told.append((width, height))

    async def send_json(self, data: object) -> None:
        self.told.append(data)


async def test_what_a_browser_would_not_say_reaches_no_session() -> None:
    told = _Told()
    for said in (*NONSENSE, '["stdin", "q"]', '["resize", {"width": 70, "height": 20}]', '["ping", "5"]'):
        await _pass_on(said, told, told)  # type: ignore[arg-type]
    assert told.told == [b"?", (80, 24), b"q", (70, 20), ["pong", "5"]]


def test_a_port_that_is_taken_or_a_host_that_is_none_is_told() -> None:
    with listening("localhost", 0) as found:
        port = found.getsockname()[1]
        assert address_of(found, "localhost") == f"http://localhost:{port}/"
        assert found.family in (socket.AF_INET, socket.AF_INET6)
        with pytest.raises(ReplayError, match=f"localhost:{port} cannot be served"):
            listening("localhost", port)
    with pytest.raises(ReplayError, match="name another --host"):
        listening("256.0.0.1", 0)
