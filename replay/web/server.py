"""The server: a page for whoever comes, and a session of his own for each; nothing else can be had from it.

Textual's server runs the sessions and speaks with the browsers. Pages, ways and limits are ours: it would show its own
folder, take its letters from another server, and speak with the page of any other site that asks.
"""

import asyncio
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import textual_serve.server
from aiohttp import web
from textual_serve.server import Server

from replay.race.problems import ReplayError

MOST = 32
"""Sessions at a time; each is a process."""
_WIDEST, _HIGHEST = 1000, 500
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
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

    def __init__(self, command: str, host: str) -> None:
        """Serve what a command runs, to whom a host's name or address can be reached."""
        super().__init__(command, host=host, title="Race Replay")
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
        named = urlsplit(f"//{request.host}").hostname
        if (origin and urlsplit(origin).netloc != request.host) or (self.host in _LOOPBACK and named not in _LOOPBACK):
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
            return await super().handle_websocket(_sized(request))
        finally:
            self.sessions.discard(task)

    async def on_shutdown(self, app: web.Application) -> None:
        """End every session."""
        for task in self.sessions:
            task.cancel()
        if self.sessions:
            await asyncio.wait(self.sessions, timeout=_PATIENCE)


def _giving(path: Path) -> Handler:
    async def give(request: web.Request) -> web.StreamResponse:
        return web.FileResponse(path)

    return give


def _sized(request: web.Request) -> web.Request:
    """A request for a session of a size that can be drawn."""
    wanted = {"width": (80, _WIDEST), "height": (24, _HIGHEST)}
    size = {}
    for name, (usual, most) in wanted.items():
        text = request.query.get(name, "")
        size[name] = max(min(int(text), most), 1) if text.isascii() and text.isdecimal() and len(text) < 6 else usual
    return request.clone(rel_url=request.rel_url.with_query({name: str(value) for name, value in size.items()}))


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; on any port that is free for 0.

    Raises:
        ReplayError: It cannot be had.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        words = error.strerror or str(error)
        raise ReplayError(f"{host}:{port} cannot be served: {words}; name another --host or --port") from None


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
    words = [sys.executable, "-m", "replay.web.session", *([races] if races else [])]
    server = ReplayServer(shlex.join(words), host)
    web.run_app(server._make_app(), sock=found, print=None, access_log=None, shutdown_timeout=_PATIENCE)
