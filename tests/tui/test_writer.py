"""What is written to the terminal by a thread of its own."""

import io
import os
import pty
import threading
import tty

import replay.tui.writer
from replay.tui.writer import Writer


class Line(io.StringIO):
    """A line that takes nothing until it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = threading.Event()

    def write(self, text: str) -> int:
        self.opened.wait()
        return super().write(text)


def test_texts_arrive_in_order_and_whoever_writes_more_than_the_line_takes_waits() -> None:
    line = Line()
    writer = Writer(line)
    writer.start()
    written: list[int] = []

    def write() -> None:
        for number in range(100):
            writer.write(f"{number} ")
            written.append(number)

    many = threading.Thread(target=write)
    many.start()
    while len(written) < replay.tui.writer._MOST:
        many.join(0.001)
    many.join(0.02)
    assert len(written) <= replay.tui.writer._MOST + 1  # one is in the writer's hand
    line.opened.set()
    many.join()
    writer.stop()
    assert line.getvalue().split() == [str(number) for number in range(100)]
    assert not writer.is_alive()


def test_what_a_terminal_has_no_room_for_comes_later_in_order_and_nobody_waits_for_it() -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    with os.fdopen(theirs, "w", encoding="utf-8") as file:
        writer = Writer(file)
        writer.start()
        texts = [f"{number}é" * 5000 for number in range(12)]  # more than a terminal has room for
        for text in texts:
            writer.write(text)  # nobody reads meanwhile
        wanted = "".join(texts).encode()
        found = b""
        while len(found) < len(wanted):
            found += os.read(ours, 1 << 16)
        assert found == wanted
        assert os.get_blocking(theirs)  # the shell has it, too
        writer.write("at once")  # without the thread
        assert os.read(ours, 100) == b"at once"
        writer.stop()
    os.close(ours)
