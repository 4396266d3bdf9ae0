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
from aiohttp.test_utils import make_mocked_request

from replay.race.problems import ReplayError
from replay.web.server import _sized, address_of, listening
from tests.web.serving import Served, served


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
        for headers in ({"Origin": "http://elsewhere.example"}, {"Host": "elsewhere.example"}):
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
    async with aiohttp.ClientSession(server.address) as visitor:
        one = await visitor.ws_connect("/ws?width=80&height=24", max_msg_size=0)
        other = await visitor.ws_connect("/ws?width=60&height=20", max_msg_size=0)
        hers = pyte.Screen(60, 20)
        mine, theirs = pyte.ByteStream(pyte.Screen(80, 24)), pyte.ByteStream(hers)
        await shows(one, mine, "London Diamond League")
        await one.send_json(["stdin", "/tokyo"])
        await shows(one, mine, "1 found")
        await shows(other, theirs, "watch it run again")
        assert "found" not in "\n".join(hers.display)
        sessions = server.children()
        code, *_ = await asyncio.gather(server.end(signal.SIGTERM), left(one), left(other))
        assert code == 0
        while [session for session in sessions if Path(f"/proc/{session}").exists()]:
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("width=100&height=30", (100, 30)),
        ("width=99999&height=0", (1000, 1)),
        ("width=-3&height=1e3", (80, 24)),
        ("width=999999&height=²", (80, 24)),
        ("", (80, 24)),
    ],
)
def test_a_session_is_of_a_size_that_can_be_drawn(asked: str, given: tuple[int, int]) -> None:
    found = _sized(make_mocked_request("GET", f"/ws?{asked}")).query
    assert (int(found["width"]), int(found["height"])) == given


def test_a_port_that_is_taken_or_a_host_that_is_none_is_told() -> None:
    with listening("localhost", 0) as found:
        port = found.getsockname()[1]
        assert address_of(found, "localhost") == f"http://localhost:{port}/"
        assert found.family in (socket.AF_INET, socket.AF_INET6)
        with pytest.raises(ReplayError, match=f"localhost:{port} cannot be served"):
            listening("localhost", port)
    with pytest.raises(ReplayError, match="name another --host"):
        listening("256.0.0.1", 0)
