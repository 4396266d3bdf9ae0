"""What is written to the terminal by a thread of its own."""

import io
import threading

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
