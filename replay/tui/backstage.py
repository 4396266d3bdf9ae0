"""What is worked out behind a race while it is watched: what is said of it, what the reports leave open, other clocks.

What takes longer than a frame is done in threads.
"""

from functools import partial
from typing import Any

from textual.app import App

from replay.motion import is_large
from replay.race.clocks import by_clock
from replay.race.problems import MissingExtra
from replay.race.race import Clock, Race
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.tui.threads import beside, hand_over
from replay.tui.watched import Watched
from replay.tui.working_out import meanwhile
from replay.viewing.clocks import Told, clock_words, one_clock_words, other_clock, told
from replay.viewing.ghosts import see_last_ghost
from replay.viewing.verbs import verb


class Backstage:
    """Works out what is shown of a race later on, or after a change."""

    def __init__(self, screen: Watched) -> None:
        """Nothing is worked out yet."""
        self._screen = screen
        self._clocks: dict[Clock, Told] = {}
        """The race on each clock that was looked at."""
        self.left_open = ""
        """Why what the reports leave open is not worked out, yet or at all; empty where nothing is open."""

    def begin(self) -> None:
        """Work out the commentary; a sparse race is worked out meanwhile."""
        from replay.reconstruction import is_sparse

        screen, given = self._screen, self._screen.viewer.stage.timeline.given
        self._pack()
        if is_sparse(screen.viewer.stage.race):
            screen.viewer.say("working out what the reports leave open …")
            self.left_open = "what the reports leave open is being worked out: a moment, please"
            beside(screen.app.post_message, self._complete, screen.app, given)  # it holds no screen
        self._call()

    def _call(self) -> None:
        """Work out what is said: of tens of thousands meanwhile, since that takes seconds."""
        screen = self._screen
        timeline = screen.viewer.stage.timeline
        if screen.viewer.stage.many:
            screen.run_worker(partial(self._tell, timeline), thread=True, group="told", exclusive=True)
        else:
            self._told(timeline, told(timeline))

    def _tell(self, timeline: Timeline) -> None:
        """In a thread of its own, on a timeline of its own: what moves a large field is not to be shared."""
        hand_over(self._screen.app, self._told, timeline, told(timeline_of(timeline.given)))

    def _told(self, timeline: Timeline, found: Told) -> None:
        screen = self._screen
        self._clocks[timeline.race.clock] = found._replace(timeline=timeline)
        if timeline is screen.viewer.stage.timeline:
            screen.viewer.with_calls(found.calls, found.moments)
            screen.show_now()

    def _complete(self, app: App[Any], given: Race) -> None:
        """In a thread of its own: fill the race's gaps."""
        from replay.reconstruction.completion import completed

        try:
            race, conflicts = completed(given)
            why = "facts contradict one another: race-replay reconstruct names them" if conflicts else ""
            why = next((conflict.text for conflict in conflicts if conflict.unsolved), why)
        except MissingExtra as error:
            race, why = given, str(error)
        hand_over(app, self._completed, race, why)

    def _completed(self, race: Race, why: str) -> None:
        """Say why nothing was worked out, or go on with the race as it was worked out, at the same time of it."""
        viewer, opening = self._screen.viewer, self._screen.opening
        self._stays_open(why)
        if why or viewer.stage.timeline.given.what_if:
            return
        from replay.analysis.ghosts import ghosts_of

        race = ghosts_of(race, viewer.stage.timeline.given)  # who was chosen meanwhile stays
        shown = viewer.stage.race.clock
        self._clocks = {} if race.clock is shown else {race.clock: told(timeline_of(race))}
        timeline = timeline_of(by_clock(race, shown))
        named = opening.moment if not viewer.playback.playing and viewer.now == opening.at else None
        before = viewer.stage
        viewer.with_timeline(timeline, timeline.time_of(named) if named is not None else None)
        self._screen.taking.same_race(before)
        self._call()

    def _stays_open(self, why: str) -> None:
        """Say why nothing is estimated, now and to whoever asks for a change; nothing where all is."""
        self.left_open = why
        if why:
            self._screen.say(why)

    def change_race(self, race: Race | None) -> None:
        """Go on at the same second with a race that differs from the one that was shown; with that one for None."""
        screen = self._screen
        if race is screen.viewer.stage.timeline.given:
            return  # nothing was typed
        if race is not None and is_large(race):
            screen.say("working out the race …")
            meanwhile(screen, self._change_to, race, race.clock)
        elif race is not None:
            self._change_to(timeline_of(race))

    def _change_to(self, timeline: Timeline) -> None:
        screen = self._screen
        self._clocks.clear()
        screen.taking.other_race(screen.viewer.stage)
        screen.viewer.with_timeline(timeline)
        see_last_ghost(screen.viewer)
        self._call()
        self._pack()
        screen.paint()

    def _pack(self) -> None:
        """Work out the whole race's places across the track, a little at a time: a first seek need not wait for it."""
        if not self._screen.viewer.stage.placing.pack_on(0.008):
            self._screen.set_timer(0.02, self._pack)

    @verb
    def clock(self) -> None:
        """From gun to chip, or back: worked out meanwhile, the first time."""
        screen = self._screen
        race = screen.viewer.stage.timeline.given
        clock = other_clock(race)
        if clock is None:
            screen.say(one_clock_words(race))
        elif clock in self._clocks:
            self._change_clock(self._clocks[clock].timeline)
        else:
            screen.say(f"working out the times by the {clock} …")
            meanwhile(screen, self._change_clock, race, clock)

    def _change_clock(self, timeline: Timeline) -> None:
        screen = self._screen
        found = self._clocks.get(timeline.race.clock)
        screen.taking.other_race(screen.viewer.stage)
        screen.viewer.with_timeline(timeline)
        screen.viewer.with_calls(*((found.calls, found.moments) if found is not None else ((), ())))
        screen.say(clock_words(timeline.race.clock))
        screen.paint()
        if found is None:  # it is seen before it is told
            self._call()
