"""What is seen at a time: the picture of a race put together, without a terminal.

`replay.viewing.frame.frame` makes it from a picture, a view, a time and a size. A picture is a race in a look; here it
is chosen whether it shows runners or a crowd, and nobody else asks.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from replay.commentary import Call
    from replay.drawing.theme.look import Look
    from replay.state.timeline import Timeline
    from replay.viewing.picture import Picture


def picture_of(timeline: "Timeline", look: "Look", calls: "Sequence[Call]" = ()) -> "Picture":
    """The picture of a race: of a large field one that draws a crowd."""
    from replay.motion import is_large
    from replay.viewing.course import CourseView
    from replay.viewing.picture import Picture
    from replay.viewing.stage import Stage

    if not is_large(timeline.race):
        stage = Stage(timeline, look, calls)
        return Picture(stage, CourseView(stage))
    from replay.viewing.large import LargeCourseView, LargeStage  # with NumPy

    large = LargeStage(timeline, look, calls)
    return Picture(large, LargeCourseView(large))
