"""A headless Chromium, spoken with by its own protocol: pages of any size, keys, clicks, taps, pictures, its requests.

What stands in the page's terminal is read off what its session sent: the page draws it on a canvas.
"""

import asyncio
import base64
import itertools
import json
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import pyte

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
KEYS = {"Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, "ArrowLeft": 37, "ArrowRight": 39}
PATIENCE = 180.0
"""Seconds after which nothing is waited for any more."""


def found() -> str | None:
    """Where it is; None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Tab:
    """A page."""

    def __init__(self, socket: "aiohttp.ClientWebSocketResponse") -> None:
        self.socket = socket
        self.asked: list[str] = []
        """Every address that was asked for."""
        self.said: list[str] = []
        """What the page complained of."""
        self.sent: list[Any] = []
        """What it sent to its session."""
        self.columns, self.rows = 80, 24
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._reads = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self.socket:
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            else:
                self._take(told["method"], told["params"])

    def _take(self, event: str, told: dict[str, Any]) -> None:
        match event:
            case "Network.requestWillBeSent":
                self.asked.append(told["request"]["url"])
            case "Network.webSocketCreated":
                self.asked.append(told["url"])
            case "Network.webSocketFrameSent":
                self._sent(json.loads(told["response"]["payloadData"]))
            case "Network.webSocketFrameReceived" if told["response"]["opcode"] == 2:
                self.stream.feed(base64.b64decode(told["response"]["payloadData"]))
            case "Log.entryAdded" if told["entry"]["level"] == "error":
                self.said.append(told["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.said.append(str(told["exceptionDetails"]))

    def _sent(self, what: list[Any]) -> None:
        self.sent.append(what)
        if what[0] == "resize":
            self.columns, self.rows = what[1]["width"], what[1]["height"]
            self.screen.resize(self.rows, self.columns)

    async def do(self, method: str, **words: Any) -> Any:  # noqa: ANN401
        """Have something done, and give what comes of it."""
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self.socket.send_json({"id": number, "method": method, "params": words})
        told = await asyncio.wait_for(answer, PATIENCE)
        assert "error" not in told, told
        return told["result"]

    async def open(self, address: str, width: int, height: int, *, touched: bool = False) -> None:
        """Open an address in a window of this size."""
        for domain in ("Network", "Page", "Runtime", "Log"):
            await self.do(f"{domain}.enable")
        size = {"width": width, "height": height, "deviceScaleFactor": 0, "mobile": touched}
        await self.do("Emulation.setDeviceMetricsOverride", **size)
        await self.do("Emulation.setTouchEmulationEnabled", enabled=touched)
        await self.do("Page.navigate", url=address)

    async def run(self, script: str) -> Any:  # noqa: ANN401
        """What a line of JavaScript gives."""
        told = await self.do("Runtime.evaluate", expression=script, returnByValue=True)
        return told["result"].get("value")

    @property
    def text(self) -> str:
        """What stands in the terminal."""
        return "\n".join(self.screen.display)

    async def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until something holds."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        while not holds():
            if loop.time() > end:
                raise AssertionError(f"never came to be: {what}\n{self.text}\n{self.said}")
            await asyncio.sleep(0.05)

    async def shows(self, words: str) -> None:
        """Wait until words stand in the terminal."""
        await self.until(lambda: words in self.text, words)

    async def press(self, key: str) -> None:
        """Press a key by its name, or a character."""
        if key in KEYS:
            words: dict[str, Any] = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]}
        else:
            words = {"key": key, "text": key, "windowsVirtualKeyCode": ord(key.upper())}
        await self.do("Input.dispatchKeyEvent", type="keyDown", **words)
        await self.do("Input.dispatchKeyEvent", type="keyUp", **{k: v for k, v in words.items() if k != "text"})

    async def _at(self, words: str) -> tuple[float, float]:
        """Where on the page words stand in the terminal."""
        row = next(y for y, line in enumerate(self.screen.display) if words in line)
        column = self.screen.display[row].index(words)
        left, top, wide, high = await self.run(
            "(() => { const r = document.querySelector('.xterm-screen').getBoundingClientRect();"
            " return [r.left, r.top, r.width, r.height]; })()"
        )
        return left + (column + 1.5) * wide / self.columns, top + (row + 0.5) * high / self.rows

    async def click(self, words: str) -> None:
        """Click where words stand."""
        x, y = await self._at(words)
        for kind in ("mousePressed", "mouseReleased"):
            await self.do("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    async def tap(self, words: str) -> None:
        """Touch where words stand."""
        x, y = await self._at(words)
        await self.do("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        await self.do("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    async def touch(self, selector: str) -> None:
        """Touch a button of the page."""
        x, y = await self.run(
            f"(() => {{ const r = document.querySelector({selector!r}).getBoundingClientRect();"
            " return [r.left + r.width / 2, r.top + r.height / 2]; })()"
        )
        await self.do("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        await self.do("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    async def picture(self, path: Path) -> None:
        """Keep a picture of the page."""
        told = await self.do("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(told["data"]))

    async def close(self) -> None:
        """Leave."""
        await self.do("Page.close")
        self._reads.cancel()


class Chromium:
    """The browser."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self.session = session
        self.address = address

    async def tab(self) -> Tab:
        """A new page, with nothing of another's."""
        async with self.session.put(f"{self.address}/json/new?about:blank") as answer:
            told = await answer.json()
        return Tab(await self.session.ws_connect(told["webSocketDebuggerUrl"], max_msg_size=0))


@asynccontextmanager
async def chromium(path: str, scale: int = 1) -> AsyncIterator[Chromium]:
    """Run it, with so many pixels of its screen for one of a page: what it pretends to have is not drawn for."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        flags = ("headless=new", "no-sandbox", "disable-gpu", "no-first-run", "disable-dev-shm-usage",
                 "disable-background-networking", "remote-debugging-port=0", f"force-device-scale-factor={scale}",
                 f"user-data-dir={folder}")  # fmt: skip
        process = await asyncio.create_subprocess_exec(
            path, *(f"--{flag}" for flag in flags), "about:blank",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            told = Path(folder) / "DevToolsActivePort"
            async with asyncio.timeout(PATIENCE):
                while not (told.exists() and told.read_text().count("\n")):
                    await asyncio.sleep(0.1)
            async with aiohttp.ClientSession() as session:
                yield Chromium(session, f"http://127.0.0.1:{told.read_text().splitlines()[0]}")
        finally:
            process.terminate()
            await process.wait()
