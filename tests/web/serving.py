"""The server as it is run, and its end."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.places import ROOT


class Served:
    """A server that runs."""

    def __init__(self, process: asyncio.subprocess.Process, address: str) -> None:
        self.process = process
        self.address = address

    def children(self) -> list[int]:
        """The processes of its sessions, where the system tells them."""
        told = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(word) for word in told.read_text().split()] if told.exists() else []

    async def end(self, how: signal.Signals = signal.SIGINT) -> int:
        """Interrupt it; its exit code."""
        self.process.send_signal(how)
        return await self.process.wait()


@asynccontextmanager
async def served(*words: str) -> AsyncIterator[Served]:
    """The command `serve`, until nobody needs it any more."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "replay", "serve", *words,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL, cwd=ROOT, env={**os.environ},
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = (await process.stdout.readline()).decode()
        assert line.startswith("Race Replay is at http://"), line
        yield Served(process, line.split()[-1])
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
