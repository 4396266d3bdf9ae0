"""Somebody who watches a race: a clock, a playback, a camera and a view, and the verbs that change them.

A viewer knows neither keys nor a terminal. His verbs and those of his parts (`board`, `charts`, `player`) are what keys
and clicks are made of; what is to be seen after one follows from the values he holds: `Viewer.seen` gives the moment
that a frame is drawn from.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from replay.cells.canvas import Rect
from replay.cells.memo import Kept
from replay.drawing.panels.feed import feed_of, most_back
from replay.drawing.theme.look import Look
from replay.drawing.view import Doing, Eye, Hint, View, is_chart
from replay.race.problems import ReplayError, one_line
from replay.state.timeline import RaceState, Timeline
from replay.viewing import choices, picture_of
from replay.viewing.camera import CHOSEN, LEADERS, STADIUM, Camera
from replay.viewing.carrying import carried, same_entry
from replay.viewing.frame import Size, has_chart, moment, told_at
from replay.viewing.layout import LEAST_FOR_BOTH
from replay.viewing.lister import Lister
from replay.viewing.picture import Moment, Picture
from replay.viewing.playback import RATES, ROAD_RATES, Playback, usual_rate
from replay.viewing.player import Player
from replay.viewing.reading import Reading
from replay.viewing.sprinters import in_rows
from replay.viewing.stage import Stage
from replay.viewing.verbs import verb

if TYPE_CHECKING:
    from replay.commentary import Call
    from replay.files.bookmarks import Bookmark
    from replay.race.pacelights import PaceLight
    from replay.viewing.director import Directing

_SAID = 4.0
"""Seconds for which a message stays in the footer."""


Hints = Callable[[Doing], tuple[Hint, ...]]


def _won(timeline: Timeline) -> float:
    """When somebody has won; minus infinity where nobody has."""
    return timeline.winner_time if timeline.winner_time is not None else -math.inf


class Viewer:
    """Somebody who watches a race."""

    def __init__(self, timeline: Timeline, look: Look, clock: Callable[[], float], flies: Callable[[], bool]) -> None:
        """Watch a timeline from the gun, paused.

        Args:
            timeline: The race.
            look: Theme and inks.
            clock: Gives seconds.
            flies: Whether cameras fly: not where motion is not wanted.
        """
        self.clock = clock
        self.picture: Picture = picture_of(timeline, look)
        road = timeline.track.by_kilometres
        self.usual = usual_rate(timeline.winner_time or timeline.duration, road)
        """Its speed where none was asked for."""
        self.playback = Playback(timeline.over, self.usual, rates=ROAD_RATES if road else RATES, won=_won(timeline))
        self.view = View(sketch=True)
        self.camera = Camera()
        self.board = Lister(self)
        self.charts = Reading(self)
        self.player = Player(self, self.board, self.charts)
        self._seen: Kept[View] = Kept()
        self._last: Moment | None = None
        """What was seen last, if it goes on as long as nobody does anything."""
        self._then: tuple[object, ...] = ()
        """What all but the time of it follows from."""
        self.hints: Hints = lambda doing: ()
        self.named: Callable[[str], str] = lambda text: text.replace("`", "")
        """A text with the keys that it names, in backticks, as somebody has set them."""
        self._size = Size(0, 0)
        """Of the screen, when it was seen last."""
        self._feed_place: Rect | None = None
        """Where the commentary was seen last."""
        self._flies = flies
        self._directing: Directing | None = None
        self._quiet_from = 0.0
        self._bookmarks: tuple[Bookmark, ...] | None = None
        self._targets: tuple[PaceLight, ...] = ()
        """The time of one's own that the pace lights were set to, if any."""

    # What is seen

    @property
    def stage(self) -> Stage:
        """The race in its look."""
        return self.picture.stage

    @property
    def now(self) -> float:
        """The race time to show, in seconds from the gun."""
        return self.playback.time(self.clock())

    @property
    def state(self) -> RaceState:
        """The race at present, of a large field the first and the wanted."""
        return self.stage.state_at(self.now, self.view.wanted)

    @property
    def directed(self) -> str | None:
        """Why a director shows it like this; None while nobody directs."""
        shot = self._directing.shot if self._directing is not None else None
        return shot.reason if shot is not None else None

    @property
    def eye(self) -> Eye:
        """Where the picture is seen from now."""
        clock = self.clock()
        if self.camera.followed(self.view.chosen) != self.camera.focus:
            self.camera = self.camera.following(self.view.chosen, clock, self._flies())
        return self.camera.eye(clock, self.playback.rate)

    def seen(self, size: Size) -> Moment:
        """The present moment on a screen of this size, after the director's hand, if one is at work."""
        clock = self.clock()
        if self.directed is not None:
            self._direct(clock)
        if self.view.message and clock > self._quiet_from:
            self.view = self.view._replace(message="")
        playback = self.playback
        ended = playback.ended(clock)
        eye, playing, director = self.eye, playback.playing and not ended, self.directed or ""
        doing = Doing(playing, ended, self.view.board_keys, self.view.chart, playback.rate == 1.0)
        hints, still = self.hints(doing), not self._flies()
        view = self._seen.get(
            (self.view, eye, playing, ended, director, hints, still),
            lambda: self.view._replace(
                eye=eye, playing=playing, ended=ended, director=director, hints=hints, still=still
            ),
        )
        seen = moment(self.picture, view, playback.time(clock), size)
        self._size = size
        self._feed_place = seen.layout.places.get("feed")
        self.charts.width = seen.layout.places["course"].width if "course" in seen.layout.places else 0
        if "board" in seen.layout.places:
            self.board.rows = self.stage.board_room(view, seen.layout.places["board"].height)
        goes_on = playing and not director and not view.message and self.camera.rests(clock)
        self._last, self._then = seen if goes_on else None, (self.view, self.camera, playback, self.picture, size)
        return seen

    def undisturbed(self, size: Size) -> bool:
        """Whether since what was seen last nothing has happened but that time passed.

        It is asked thirty times a second: nothing is looked at here but what keys and clicks change.
        """
        last = self._last
        return last is not None and self._then == (self.view, self.camera, self.playback, self.picture, size)

    def goes_on(self, size: Size, clock: float | None = None) -> Moment | None:
        """The moment now, or at another clock, where nothing has happened since the last; else None."""
        last, playback = self._last, self.playback
        if last is None or not self.undisturbed(size):
            return None
        t = playback.time(self.clock() if clock is None else clock)
        told = told_at(self.stage, last.view, t)
        if t >= playback.duration or has_chart(self.stage, last.view, told) != has_chart(
            self.stage, last.view, last.told
        ):
            return None  # there are other panels
        self._last = Moment(last.picture, last.view, t, told, last.layout)
        return self._last

    @property
    def moves(self) -> bool:
        """Whether there will be something else to see though nobody does anything."""
        return self.playback.playing or bool(self.view.message)

    def say(self, message: str) -> None:
        """Say something short in the footer for a few seconds."""
        self.view = self.view._replace(message=self.named(one_line(message)))  # it may name a folder
        self._quiet_from = self.clock() + _SAID

    # What the race is found to be

    def with_look(self, look: Look) -> None:
        """Change to another theme."""
        self.picture = picture_of(self.stage.timeline, look, self.stage.calls)

    def with_calls(self, calls: "tuple[Call, ...]", moments: tuple[float, ...]) -> None:
        """Hear the commentary from here on; `moments` are the times `[` and `]` go to."""
        self.stage.with_calls(calls)
        self.player.moments = moments
        self._mark_bookmarks()

    def with_timeline(self, timeline: Timeline, at: float | None = None) -> None:
        """Go on with the race as it was worked out, at a second of it; at the same as now where none is given."""
        t = self.now if at is None else at
        before = self.stage
        self.picture = picture_of(timeline, before.look)
        self.view = carried(self.view, before, self.stage)
        focus, last = (
            same_entry(before.race, timeline.race, entry) for entry in (self.camera.focus, self.camera.before)
        )
        self.camera = self.camera._replace(focus=focus, before=last)  # on its way from one to another
        self.playback = replace(self.playback, duration=timeline.over, won=_won(timeline)).sought(t, self.clock())
        self.player.moments = ()  # those of the race before; see `with_calls`

    # One's own bookmarks

    @property
    def bookmarks(self) -> "tuple[Bookmark, ...]":
        """The bookmarks of the race; read when they are first asked for."""
        if self._bookmarks is None:
            from replay.files.bookmarks import bookmarks_of

            self._bookmarks = bookmarks_of(self.stage.race)
        return self._bookmarks

    def _mark_bookmarks(self) -> None:
        """Have the bookmarks on the scrubber."""
        self.view = self.view._replace(bookmarked=tuple(bookmark.t for bookmark in self.bookmarks))

    def bookmark(self, t: float, note: str) -> None:
        """Keep a bookmark at a second of the race; one without a note takes away the one that is there."""
        from replay.files.bookmarks import Bookmark, beside, forget_bookmark, keep_bookmark

        race, there = self.stage.race, beside(self.bookmarks, t)
        try:
            if there is not None and not note:
                self._bookmarks = forget_bookmark(race, t)
                self.say("the bookmark is taken away")
            else:
                self._bookmarks = keep_bookmark(race, Bookmark(t, note))
                self.say("bookmark kept: `M` lists it, `[` and `]` go there")
        except ReplayError as error:
            self.say(str(error))
        self._mark_bookmarks()

    # The director

    def _direct(self, clock: float) -> None:
        """Turn speed and camera to what the director wants now."""
        assert self._directing is not None
        stage, rates = self.stage, self.playback.rates
        now = self.playback.time(clock)
        before, shot, to = self._directing.next(stage.timeline, stage.calls, rates, now)
        if to != now:
            self.playback = self.playback.sought(to, clock)
        if shot.rate != self.playback.rate:
            self.playback = self.playback.at_rate(shot.rate, clock)
        if shot.close != before.close:
            close = CHOSEN if self.view.chosen is not None else LEADERS
            self.turn_to(close if shot.close else STADIUM)

    @verb
    def director(self) -> None:
        """The automatic director on, or off."""
        if self.directed is not None:
            self.take_over()
            self.say("director off")
            return
        from replay.viewing.director import Directing  # few call for one

        self._directing = self._directing or Directing()
        self._directing.begin(self.playback.rate, self.camera.at, self.camera.at != STADIUM)
        self.say("director on: a speed or seek key takes over")

    def take_over(self) -> None:
        """Without the director from here on: at the usual speed, and from where the camera was."""
        if self._directing is not None and self._directing.shot is not None:
            self.playback = self.playback.at_rate(self.usual, self.clock())
            self.turn_to(self._directing.end())

    # What is shown

    @property
    def lights(self) -> "tuple[PaceLight, ...]":
        """The time of one's own that the pace lights were set to, if any."""
        return self._targets

    @verb
    def gap_column(self) -> None:
        """Seconds or metres."""
        self.view = self.view._replace(gap_in_metres=not self.view.gap_in_metres)

    @verb
    def read(self, rows: int) -> None:
        """Scroll the commentary back (positive) or forward."""
        place, stage = self._feed_place, self.stage
        if place is None:
            self.say("no room for the commentary")
            return
        feed = feed_of(stage.calls, self.now, over=self.now >= stage.timeline.over)
        most = most_back(feed, stage.race, stage.look, place.width, place.height)
        before = min(self.view.read_back, most)
        back = max(min(before + rows, most), 0)
        self.view = self.view._replace(read_back=back)
        if back == before:
            self.say("all that was said is shown" if not most else "its newest line" if rows < 0 else "its first line")

    def take(self, choice: choices.Choice) -> None:
        """See what was chosen, and say so."""
        self.view = choice.view
        self.say(choice.told)

    @verb
    def names(self) -> None:
        """Names beside the track: the next choice."""
        self.take(choices.next_names(self.view))

    @verb
    def trails(self) -> None:
        """Trails: the next choice."""
        self.take(choices.next_trails(self.view))

    def next_light(self, others: "tuple[PaceLight, ...]") -> None:
        """The next pace lights: the race's own, a time that was set, those of other races; or none."""
        from replay.race.pacelights import lights_of

        self.take(choices.next_lights(self.view, lights_of(self.stage.race, (*self._targets, *others))))

    def aim_at(self, light: "PaceLight | None") -> None:
        """Set the pace lights to a time of one's own, if one was given."""
        if light is not None:
            self._targets = (light,)
            self.take(choices.lit(self.view, light))

    def turn_to(self, camera: str) -> None:
        """See it from another camera; the way there is flown, if that is wanted."""
        self.camera = self.camera.turned(camera, self.clock(), self._flies())

    @verb
    def follow(self) -> None:
        """Close up with the chosen runner, then with the leaders, then the whole stadium again."""
        chosen = self.view.chosen
        self.turn_to(self.camera.next(chosen))
        followed = self.camera.followed(chosen)
        who = self.stage.cast.names[followed] if followed is not None else "the leaders"
        self.say(self.stage.timeline.track.whole if self.camera.at == STADIUM else f"with {who}")

    @verb
    def both(self) -> None:
        """The close view under the stadium where there is room, and the stadium alone; of charts several, and one."""
        self.view = self.view._replace(both=not self.view.both)
        if is_chart(self.view):
            self.say("several charts, where there is room" if self.view.both else "one chart alone")
            return
        words = "both views" if self.view.both else "the stadium alone"
        columns, rows = LEAST_FOR_BOTH
        if self.view.both and not (self._size.width >= columns and self._size.height >= rows):
            words = f"both views: from {columns}x{rows} on there is room for them"
        if in_rows(self.stage):
            words = "everybody has a row here; f goes close up"
        self.say(words)

    @verb
    def bare(self) -> None:
        """The track and nothing else, and back."""
        self.view = self.view._replace(bare=not self.view.bare)
