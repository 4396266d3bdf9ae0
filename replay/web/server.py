"""The server: a page for whoever comes, and a session of his own for each; nothing else can be had from it.

Textual's server runs the sessions and speaks with the browsers. Pages, ways and limits are ours: it would show its own
folder, take its letters from another server, and speak with the page of any other site that asks.
"""

import asyncio
import json
import logging
import os
import shlex
import socket
from collections.abc import Awaitable, Callable
from importlib.resources import files
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import textual_serve.server
from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from replay.race.problems import ReplayError
from replay.streams import process_of

MOST = 32
"""Sessions at a time; each is a process."""
_WIDEST, _HIGHEST = 1000, 500
_LONGEST = 1 << 20
"""Bytes that a visitor may send at once: what he pastes."""
_SIGN = 40.0
"""Seconds between two signs of life, half of which an answer may take: phones and busy machines need more than some."""
_PATIENCE = 2.0
"""Seconds that visitors have to say goodbye when the server ends; their sessions end in any case."""
_OURS = {"/": "page.html", "/page.js": "page.js", "/page.css": "page.css"}
_THEIRS = {
    "/textual.js": "js/textual.js",
    "/xterm.css": "css/xterm.css",
    "/font.ttf": "fonts/RobotoMono-VariableFont_wght.ttf",
}
"""What is taken from Textual's server as it is."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}  # fmt: skip

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ReplayServer(Server):
    """Serves the program."""

    def __init__(self, command: str, host: str, *, alone: bool) -> None:
        """Serve what a command runs, under a host's name or address; whether only this machine reaches it."""
        super().__init__(command, host=host, title="Race Replay")
        self._alone = alone
        self.sessions: set[asyncio.Task[object]] = set()

    def ways(self) -> list[web.RouteDef]:
        """All that can be asked for."""
        ours, theirs = Path(str(files("replay.web"))) / "page", Path(textual_serve.server.__file__).parent / "static"
        paths = {way: ours / name for way, name in _OURS.items()}
        paths |= {way: theirs / name for way, name in _THEIRS.items()}
        return [web.get("/ws", self.handle_websocket), *(web.get(way, _giving(path)) for way, path in paths.items())]

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self.admit])
        app.add_routes(self.ways())
        app.on_shutdown.append(self.on_shutdown)
        return app

    @web.middleware
    async def admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn away whom another site's page sends, by its own name or by ours."""
        origin = request.headers.get("Origin")
        try:
            named, from_ours = urlsplit(f"//{request.host}").hostname, not origin or _at(origin) == request.host
        except ValueError:  # neither is any site's
            named, from_ours = None, False
        if not from_ours or (self._alone and named != self.host.lower() and not is_loopback(named or "")):
            raise web.HTTPForbidden(text="This is another site's.")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A visitor's session, as long as he stays."""
        task = asyncio.current_task()
        if len(self.sessions) >= MOST or task is None:
            raise web.HTTPServiceUnavailable(text="There are too many visitors; come back later.")
        self.sessions.add(task)
        try:
            return await self._visited(request)
        finally:
            self.sessions.discard(task)

    async def _visited(self, request: web.Request) -> web.WebSocketResponse:
        visitor = web.WebSocketResponse(heartbeat=_SIGN, max_msg_size=_LONGEST)
        await visitor.prepare(request)
        session = AppService(
            self.command,
            write_bytes=visitor.send_bytes,
            write_str=visitor.send_str,
            close=_closing(visitor),
            download_manager=self.download_manager,
        )
        try:
            await session.start(*sized(request.query.get("width"), request.query.get("height")))
            async for message in visitor:
                if message.type is web.WSMsgType.TEXT:
                    await _pass_on(message.data, session, visitor)
        except asyncio.CancelledError:  # the server ends
            await visitor.close()
        finally:
            await session.stop()
        return visitor

    async def on_shutdown(self, _app: web.Application) -> None:
        """End every session."""
        for task in self.sessions:
            task.cancel()
        if self.sessions:
            await asyncio.wait(self.sessions, timeout=_PATIENCE)


def _giving(path: Path) -> Handler:
    async def give(_request: web.Request) -> web.StreamResponse:
        return web.FileResponse(path)

    return give


def _at(origin: str) -> str:
    return urlsplit(origin).netloc


def _closing(visitor: web.WebSocketResponse) -> Callable[[], Awaitable[None]]:
    async def close() -> None:
        await visitor.close()

    return close


async def _pass_on(said: str, session: AppService, visitor: web.WebSocketResponse) -> None:
    """Give a session what a browser says; what means nothing is left out."""
    try:
        meant = json.loads(said)
    except (ValueError, RecursionError):
        return
    match meant:
        case ["stdin", str(text)]:
            await session.send_bytes(text.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await session.set_terminal_size(*sized(str(width), str(height)))
        case ["ping", str(when)]:
            await visitor.send_json(["pong", when])
        case ["blur"]:
            await session.blur()
        case ["focus"]:
            await session.focus()


def sized(width: str | None, height: str | None) -> tuple[int, int]:
    """A size that can be drawn, the nearest to what somebody says; the usual one for what is no number."""
    wanted = ((width or "", 80, _WIDEST), (height or "", 24, _HIGHEST))
    columns, rows = (
        max(min(int(text), most), 1) if text.isascii() and text.isdecimal() and len(text) < 6 else usual
        for text, usual, most in wanted
    )
    return columns, rows


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; on any port that is free for 0.

    Raises:
        ReplayError: It cannot be had.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except (OSError, UnicodeError) as error:  # the latter of what is no name, `a..b`
        words = (error.strerror if isinstance(error, OSError) else "it is no name of a host") or str(error)
        raise ReplayError(f"{host}:{port} cannot be served: {words}; name another --host or --port") from None


def is_loopback(host: str) -> bool:
    """Whether a name or an address is this machine's for itself: `localhost`, `::1`, and all that begin with 127."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address_of(found: socket.socket, host: str) -> str:
    """Where a socket is reached, as a browser takes it."""
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{found.getsockname()[1]}/"


def serve(found: socket.socket, host: str, races: str | None) -> None:
    """Serve until it is interrupted.

    Args:
        found: Where it listens.
        host: What it listens on, by its name or address.
        races: The folder of the host's own races that visitors see too.
    """
    command, environment = process_of("replay.web.session")
    os.environ.update(environment)  # which Textual's server gives to whom it starts
    words = [*command, *([races] if races else [])]
    alone = "exec " if os.name == "posix" else ""  # no shell waits for each visitor
    server = ReplayServer(alone + shlex.join(words), host, alone=is_loopback(found.getsockname()[0]))
    for name in ("aiohttp", "textual-serve"):  # what anybody sends is no fault of the host's, and no traceback for him
        logging.getLogger(name).addHandler(logging.NullHandler())
    # Its own `serve` takes no socket, and one that was looked for first may be taken by then.
    app = server._make_app()  # noqa: SLF001
    web.run_app(app, sock=found, print=None, access_log=None, shutdown_timeout=_PATIENCE)
