"""Races that were not run so, and are asked for: ghosts beside this one, the race trace against one, what if."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from replay.race.problems import ReplayError
from replay.tui.backstage import Backstage
from replay.tui.host import Dialogues, races_of
from replay.tui.watched import Watched
from replay.viewing.verbs import verb

if TYPE_CHECKING:
    from replay.race.race import Race
    from replay.viewing.against import References
    from replay.viewing.finding import Found
    from replay.viewing.ghosts import Ghosts
    from replay.viewing.viewer import Viewer


_LOOKS = 20
"""Times that the library is read on, a tenth of a second each: whom one wants to see may be in any race of it."""


def _search(ghosts: "Ghosts", screen: Watched, text: str) -> "Sequence[Found]":
    """Who fits; the more of the library is read the longer somebody types."""
    from replay.analysis.yours import is_file

    if not screen.host.at_home and is_file(text.strip()):
        return []
    return ghosts.search(screen.viewer.stage.timeline.given, screen.host.other_races(), text)


class Supposing:
    """What asks for them; how such a race goes is worked out backstage."""

    def __init__(self, screen: Watched, backstage: Backstage) -> None:
        """The race is as it was run."""
        self._screen = screen
        self._backstage = backstage
        self._ghosts: Ghosts | None = None
        """Who was chosen from the library; None before anybody asked."""
        self._as_run: Race | None = None
        """The race as it was, once it was changed."""

    @property
    def _dialogues(self) -> Dialogues:
        return self._screen.host.dialogues

    @verb
    def ghosts(self) -> None:
        """Choose who of other races runs along."""
        screen = self._screen
        search = partial(_search, self._haunting(), screen)
        self._dialogues.pick(
            "Ghosts beside this race", "a runner, a race, a year; or 5:10 for you", search, self._haunted
        )

    def _haunting(self) -> "Ghosts":
        from replay.analysis.ghosts import Align
        from replay.viewing.ghosts import Ghosts

        if self._ghosts is None:
            self._ghosts = Ghosts(self._screen.opening.ghosts, self._screen.opening.align or Align.GUN)
        return self._ghosts

    @verb
    def against(self) -> None:
        """Choose what the race trace is against."""
        from replay.race.pacelights import earlier_winners, lights_of
        from replay.viewing.against import References
        from replay.viewing.charts import reference_of

        screen = self._screen
        viewer, race = screen.viewer, screen.viewer.stage.race
        earlier = earlier_winners(race, screen.host.other_races())
        lights = lights_of(race, (*viewer.lights, *earlier))
        references = References(race.entries, lights, reference_of(viewer.view), _standing(viewer))
        search = partial(references.search, library=partial(_search, self._haunting(), screen))
        self._dialogues.pick(
            "The race trace against",
            "a runner, mean, 3:45, record, a race …",
            search,
            partial(self._traced, references),
            wide=True,
        )

    def _traced(self, references: "References", found: "Found | None") -> None:
        screen = self._screen
        if found is None or not isinstance(found.value, int):
            return
        from replay.analysis.reference import Reference

        chosen = references.chosen(found.value)
        if isinstance(chosen, int):
            before = {entry.name for entry in screen.viewer.stage.race.entries}
            self._haunted(found._replace(value=chosen))
            entries = screen.viewer.stage.race.entries
            new = [at for at, entry in enumerate(entries) if entry.ghost and entry.name not in before]
            if not new:
                return
            chosen = Reference(entry=new[-1])
        screen.viewer.charts.trace_to(chosen)
        screen.show_now()

    def _haunted(self, found: "Found | None") -> None:
        from replay.viewing.ghosts import ghosts_told

        screen = self._screen
        if found is None or not isinstance(found.value, int) or self._ghosts is None:
            return
        try:
            race = self._ghosts.chosen(
                screen.viewer.stage.timeline.given, found.value, partial(races_of, screen.host, _LOOKS)
            )
        except ReplayError as error:
            screen.say(str(error))
            return
        self._backstage.change_race(race)
        screen.say(ghosts_told(race))

    @verb
    def what_if(self) -> None:
        """Ask for a change, and go on with a copy of the race in which it is made; an empty line takes all back."""
        from replay.tui.line import Line

        viewer = self._screen.viewer
        if self._backstage.left_open:
            self._screen.say(self._backstage.left_open)
            return
        chosen = viewer.view.chosen
        such, examples = _changes(viewer)
        typed = f"{viewer.stage.race.entries[chosen].name} lap " if chosen is not None and " lap " in such else ""
        line = Line("What if", such, examples, typed)
        self._dialogues.ask(line, self._changed, self._backstage.change_race)

    def _changed(self, text: str) -> "Race":
        """The race with one more change, or as it was."""
        from replay.analysis.ghosts import ghosts_of, without_ghosts
        from replay.analysis.whatif import of_somebody, what_if

        screen = self._screen
        given = screen.viewer.stage.timeline.given
        if not text.strip() and not given.what_if:
            return given
        if (at := _meant(screen.viewer)) is not None:
            text = of_somebody(text, given.entries[at].name)
        as_run = (self._as_run or screen.opening.as_run) if given.what_if else None
        self._as_run = as_run = as_run or without_ghosts(given)
        try:
            return ghosts_of(what_if(as_run, (*given.what_if, text) if text.strip() else ()), given)
        except ReplayError as error:
            raise ValueError(str(error)) from None


def _standing(viewer: "Viewer") -> list[int]:
    """Entries as they stand now, as many as are listed; none where nobody knows."""
    from replay.viewing.finding import MOST

    state = viewer.stage.timeline.top(viewer.now, MOST)
    return [runner.entry for runner in state.standings] if state.order_known and state.leader_distance else []


def _meant(viewer: "Viewer") -> int | None:
    """Whom a change is of that names nobody: who is chosen, else in front."""
    first = (standing.entry for standing in viewer.stage.timeline.standings(viewer.now, 1))
    return viewer.view.chosen if viewer.view.chosen is not None else next(first, None)


def _changes(viewer: "Viewer") -> tuple[str, str]:
    """A change that can be typed now, of whoever is chosen or in front; and all kinds of them in words."""
    from replay.analysis.whatif import examples_of
    from replay.race.race import Role

    timeline, entries = viewer.stage.timeline, viewer.stage.race.entries
    at = _meant(viewer)
    name, paced = "a name" if at is None else entries[at].name, any(entry.role is Role.PACEMAKER for entry in entries)
    without = f"without {'the pacemaker' if paced else name}"
    such = () if at is None else examples_of(timeline, at, viewer.now)
    kinds = f"{' or '.join(such)}, for another runner with the name before it; {without}" if such else without
    return f"{name} {such[0]}" if such else without, f"{kinds}. Empty: the race as it was."
