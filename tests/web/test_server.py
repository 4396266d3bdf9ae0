"""The server: its page and nothing else, to its own visitors and nobody else's, a session for each; and its end."""

import asyncio
import re
import signal
import socket
import subprocess
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path

import aiohttp
import pyte
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from replay.race.problems import ReplayError
from replay.web.server import ReplayServer, _pass_on, address_of, listening, serve, sized
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


def begun(monkeypatch: pytest.MonkeyPatch, host: str) -> ReplayServer:
    """A server as it is run, but that it does not."""
    made: list[ReplayServer] = []

    def run(app: Coroutine[None, None, web.Application], **_: object) -> None:
        made.append(asyncio.run(app).middlewares[0].__self__)  # type: ignore[attr-defined]

    monkeypatch.setenv("PYTHONPATH", "")  # which it changes
    monkeypatch.setattr(web, "run_app", run)
    with listening(host, 0) as found:
        serve(found, host, None)
    return made[0]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.0.0.2", "127.1"])
def test_what_this_machine_alone_reaches_is_reached_by_no_other_name(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    """A foreign name that leads here (DNS rebinding) is turned away, whichever of its names it was served under."""
    server = begun(monkeypatch, host)

    async def said(name: str) -> int:
        async def well(_: web.Request) -> web.StreamResponse:
            return web.Response()

        try:
            return (await server.admit(make_mocked_request("GET", "/", {"Host": name}), well)).status
        except web.HTTPForbidden as error:
            return error.status

    for name in (host, "localhost", "127.0.0.1:8000", "127.0.0.2", "[::1]:80"):
        assert asyncio.run(said(name)) == 200, name
    for name in ("elsewhere.example", "elsewhere.example:8000", "192.168.1.5", "[::2]", "", "[::1", "0x7f.1.example"):
        assert asyncio.run(said(name)) == 403, name


def test_a_session_runs_nothing_of_the_folder_that_it_is_served_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever serves from a folder of downloads has none of them run."""
    server = begun(monkeypatch, "localhost")
    for name in ("yaml", "json", "textual", "platformdirs", "replay", "threading"):
        (tmp_path / f"{name}.py").write_text("open('taken', 'w')\n")
    words = server.command.removeprefix("exec ")
    subprocess.run(words, shell=True, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    assert not (tmp_path / "taken").exists()


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
    for name in ("a..b", ".", "x" * 80, "a\u202eb"):
        with pytest.raises(ReplayError, match="name another --host"):
            listening(name, 0)
