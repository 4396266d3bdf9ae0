from replay.drawing.view import View
from replay.export.marks import marks_of
from tests.export.taking import CALLS, take


def test_moments_lie_in_the_film_and_tell_nothing_beforehand() -> None:
    filmed = take(60.0, 225.0, rate=2.0)
    marks = marks_of(filmed)
    assert marks
    assert all(60.0 <= mark.t <= 225.0 and mark.at == filmed.film_time(mark.t) for mark in marks)
    assert not [mark for mark in marks if "Kerr" in mark.label or "Ingebrigtsen" in mark.label]
    assert all(mark.label for mark in marks)


def test_with_spoilers_they_say_what_happens() -> None:
    labels = {mark.label for mark in marks_of(take(0.0, 225.4, view=View(spoilers=True)))}
    assert labels <= {call.text for call in CALLS}
    assert any("Kerr" in label for label in labels)
