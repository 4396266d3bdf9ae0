"""Who is called by name where there is not room for everybody."""

from replay.drawing.closeup.called import called_in
from replay.drawing.closeup.camera import Seen
from replay.drawing.closeup.inview import Runner
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from tests.drawing.closeup.fields import RACES

CAST = cast_of(RACES["track"], look_of(DARK))
FIELD = [Runner(entry, 100 - 8 * entry, 40, entry, Seen(0.0, 0.0, 7.0, 60.0), 100.0 - entry) for entry in range(12)]


def test_in_a_row_too_short_for_all_names_the_last_have_letters() -> None:
    called = called_in(FIELD, CAST, 60)
    named = [name for name in called if name]
    assert 2 <= len(named) < len(called)
    assert called == [*named, *[""] * (len(called) - len(named))]
    assert called_in(FIELD, CAST, 400) == list(CAST.names)
