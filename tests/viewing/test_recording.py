"""What a recording keeps of what was seen."""

from replay.drawing.view import Hint, View
from replay.viewing.recording import LONGEST, STANDS, Recording, Scene

FAR = View()


def test_what_looks_as_before_is_kept_once() -> None:
    recording = Recording()
    for clock in (10.0, 10.1, 10.2):
        recording.see(clock, 5.0, FAR)
    recording.see(10.5, 6.0, FAR)
    recording.see(10.6, 6.0, FAR._replace(bare=True))
    assert [(round(scene.at, 6), *scene[1:]) for scene in recording.scenes] == [
        (0.0, 5.0, FAR), (0.5, 6.0, FAR), (0.6, 6.0, FAR._replace(bare=True)),
    ]  # fmt: skip


def test_what_is_said_to_whoever_watches_is_not_in_it() -> None:
    recording = Recording()
    recording.see(0.0, 5.0, FAR._replace(message="recording", hints=(Hint("S", "stop", "record", 1),)))
    assert recording.scenes == (Scene(0.0, 5.0, FAR),)


def test_nobody_is_waited_for() -> None:
    recording = Recording()
    recording.see(0.0, 5.0, FAR)
    recording.see(100.0, 6.0, FAR)
    recording.see(101.0, 7.0, FAR)
    assert [scene.at for scene in recording.scenes] == [0.0, STANDS, STANDS + 1]


def test_it_ends_by_itself() -> None:
    recording = Recording()
    for second in range(int(LONGEST) + 5):
        assert recording.full == (second > LONGEST)
        recording.see(float(second), float(second), FAR)
    assert recording.scenes[-1].at == LONGEST
