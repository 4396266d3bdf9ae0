"""What a race asks of whoever watches it, and what opens over it: moments, runners, groups, paces, sheets."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from replay.drawing.view import has_cursor
from replay.race.problems import ReplayError
from replay.race.times import format_clock
from replay.tui.host import Host
from replay.tui.keys import REPLAY_KEYS
from replay.tui.opening import Opening
from replay.tui.pointed import Pointed
from replay.viewing.finding import search_groups

if TYPE_CHECKING:
    from replay.race.pacelights import PaceLight
    from replay.race.race import Race
    from replay.viewing.against import References
    from replay.viewing.finding import Found
    from replay.viewing.ghosts import Ghosts
    from replay.viewing.viewer import Viewer


_LOOKS = 4
"""Times that the library is read on, a tenth of a second each, until one does not wait any longer."""
_BEFORE = 5
"""Runners ahead of the chosen in a table of some of a large field."""


def _search(ghosts: "Ghosts", screen: "Asking", text: str) -> "Sequence[Found]":
    """Who fits; the more of the library is read the longer somebody types."""
    from replay.analysis.yours import is_file

    if not screen.host.at_home and is_file(text.strip()):
        return []
    return ghosts.search(screen.viewer.stage.timeline.given, screen.host.other_races(), text)


class Asking(Pointed):
    """A race over which something opens."""

    opening: Opening
    left_open = ""
    """Why what the reports leave open is not worked out, yet or at all; empty where nothing is open."""
    _ghosts: "Ghosts | None" = None
    """Who was chosen from the library; None before anybody asked."""
    _as_run: "Race | None" = None
    """The race as it was, once it was changed."""

    @property
    def host(self) -> Host:
        """The application."""
        return cast(Host, self.app)

    def stays_open(self, why: str) -> None:
        """Say why nothing is estimated, now and to whoever asks for a change; nothing where all is."""
        self.left_open = why
        if why:
            self.say(why)

    def say(self, message: str) -> None:
        """Show a short message in the footer for a few seconds."""
        self.viewer.say(message)
        self.show_now()

    def action_go_to(self) -> None:
        """Ask where to."""
        self.host.ask_where_to(self.viewer.stage.timeline, self.went_to)

    def went_to(self, t: float | None) -> None:
        """Go to a time that was asked for, if one was given."""
        if t is not None:
            self.viewer.go_to(t)
            self.show_now()

    def action_find(self) -> None:
        """Search a runner."""
        self.host.pick("Search a runner", "a name or a bib", self.viewer.stage.lists.runners.search, self._found)

    def _found(self, found: "Found | None") -> None:
        if found is not None and isinstance(found.value, int):
            self.viewer.found(found.value)
            self.show_now()

    def action_filter(self) -> None:
        """List some groups only."""
        groups, only = self.viewer.stage.lists.groups, self.viewer.view.listing.only
        if not groups.all:
            self.say("the file tells neither sexes nor nations, clubs or categories")
            return
        self.host.pick("List only", "women, KEN, M40 …", lambda text: search_groups(groups, text, only), self._only)

    def _only(self, found: "Found | None") -> None:
        if found is not None and not isinstance(found.value, int):
            self.viewer.only(found.value)
            self.show_now()

    def action_order(self) -> None:
        """Sort the table of splits, and show it."""
        splits = self.viewer.stage.sights.splits(self.viewer.view)
        self.host.pick("Sort the splits by", "lap 3, 1200 m, halves …", splits.sorts, self._sorted)

    def _sorted(self, found: "Found | None") -> None:
        if found is not None and isinstance(found.value, int):
            by = self.viewer.stage.sights.splits(self.viewer.view).ways()[found.value][0]
            self.viewer.view = self.viewer.view._replace(chart="splits")
            self.viewer.sort(by.column, by.lower)
            self.show_now()

    def action_moments(self) -> None:
        """All that happened so far, and the bookmarks: search one, and go there."""
        from replay.viewing.moments import Moments

        viewer = self.viewer
        t = viewer.playback.duration if viewer.view.spoilers else viewer.now
        moments = Moments(viewer.stage.calls, viewer.bookmarks, t)

        def go(found: "Found | None") -> None:
            if found is not None and isinstance(found.value, int):
                self.went_to(moments.listed[found.value].t)

        self.host.pick("What happened so far", "lead, record, a name, bookmark …", moments.search, go, wide=True)

    def action_bookmark(self) -> None:
        """Mark this moment with a note, or change the note that is here."""
        from replay.files.bookmarks import beside
        from replay.race.times import format_clock
        from replay.tui.line import Line

        now = self.viewer.now
        here = beside(self.viewer.bookmarks, now)
        words = (
            self.viewer.named("Enter keeps it, `M` lists it.")
            if here is None
            else "Enter keeps it; without a word it is taken away."
        )
        title = f"Bookmark at {format_clock(now)}"
        line = Line(title, "what there is to see here", words, here.note if here is not None else "")
        self.host.ask(line, str.strip, lambda note: self._bookmarked(now, note))

    def _bookmarked(self, t: float, note: str | None) -> None:
        if note is not None:
            self.viewer.bookmark(t, note)
            self.show_now()

    def action_lights(self) -> None:
        """The next pace lights, or none."""
        from replay.race.pacelights import earlier_winners

        self.viewer.next_light(tuple(earlier_winners(self.viewer.stage.race, self.host.other_races())))
        self.show_now()

    def action_pace(self) -> None:
        """Ask for a time of one's own."""
        self.host.ask_pace(self._aimed_at)

    def _aimed_at(self, light: "PaceLight | None") -> None:
        self.viewer.aim_at(light)
        self.show_now()

    def action_project(self) -> None:
        """Where everybody is likely to finish, from here."""
        from replay.answers.projected import LIKELY, projected_lines, projection_of

        viewer, others = self.viewer, self.host.other_races()
        for _ in range(_LOOKS):  # the more of the library is read, the more there is to be beside
            others = self.host.other_races()
        try:
            found = projection_of(viewer.stage.timeline, viewer.now, others, self._projected())
        except ReplayError as error:
            self.say(str(error))
            return
        at = format_clock(viewer.now)
        self.host.show_table(f"{LIKELY.capitalize()}: {at}", partial(projected_lines, found))

    def action_ghosts(self) -> None:
        """Choose who of other races runs along."""
        search = partial(_search, self._haunting(), self)
        self.host.pick("Ghosts beside this race", "a runner, a race, a year; or 5:10 for you", search, self._haunted)

    def _projected(self) -> list[int] | None:
        """Whose finishes are asked for; None for everybody's.

        Of a large field it is those whom the board lists and who still run, from a little before the chosen on, and
        once nobody runs those at home.
        """
        from replay.answers.projected import MOST

        viewer = self.viewer
        if not viewer.stage.many:
            return None
        listed, timeline = set(viewer.listed), viewer.stage.timeline
        there = [one for one in timeline.standings(viewer.now, len(timeline.race.entries)) if one.entry in listed]
        running, home = ([one.entry for one in there if one.status == status] for status in ("running", "finished"))
        begin = running.index(chosen) - _BEFORE if (chosen := viewer.view.chosen) in running else 0
        return list(dict.fromkeys((*viewer.view.wanted, *(running[max(begin, 0) :] or home))))[:MOST]

    def _haunting(self) -> "Ghosts":
        from replay.analysis.ghosts import Align
        from replay.viewing.ghosts import Ghosts

        if self._ghosts is None:
            self._ghosts = Ghosts(self.opening.ghosts, self.opening.align or Align.GUN)
        return self._ghosts

    def action_against(self) -> None:
        """Choose what the race trace is against."""
        from replay.race.pacelights import earlier_winners, lights_of
        from replay.viewing.against import References
        from replay.viewing.charts import reference_of

        viewer, race = self.viewer, self.viewer.stage.race
        earlier = earlier_winners(race, self.host.other_races())
        lights = lights_of(race, (*viewer.lights, *earlier))
        references = References(race.entries, lights, reference_of(viewer.view))
        search = partial(references.search, library=partial(_search, self._haunting(), self))
        self.host.pick(
            "The race trace against",
            "a runner, mean, 3:45, record, a race …",
            search,
            partial(self._traced, references),
            wide=True,
        )

    def _traced(self, references: "References", found: "Found | None") -> None:
        if found is None or not isinstance(found.value, int):
            return
        from replay.analysis.reference import Reference

        chosen = references.chosen(found.value)
        if isinstance(chosen, int):
            before = {entry.name for entry in self.viewer.stage.race.entries}
            self._haunted(found._replace(value=chosen))
            entries = self.viewer.stage.race.entries
            new = [at for at, entry in enumerate(entries) if entry.ghost and entry.name not in before]
            if not new:
                return
            chosen = Reference(entry=new[-1])
        self.viewer.trace_to(chosen)
        self.show_now()

    def _haunted(self, found: "Found | None") -> None:
        from replay.viewing.ghosts import ghosts_told

        if found is None or not isinstance(found.value, int) or self._ghosts is None:
            return
        try:
            race = self._ghosts.chosen(self.viewer.stage.timeline.given, found.value)
        except ReplayError as error:
            self.say(str(error))
            return
        self.change_race(race)
        self.say(ghosts_told(race))

    def action_what_if(self) -> None:
        """Ask for a change, and go on with a copy of the race in which it is made; an empty line takes all back."""
        from replay.tui.line import Line

        viewer = self.viewer
        if self.left_open:
            self.say(self.left_open)
            return
        chosen = viewer.view.chosen
        such, examples = _changes(viewer)
        typed = f"{viewer.stage.race.entries[chosen].name} lap " if chosen is not None and " lap " in such else ""
        line = Line("What if", such, examples, typed)
        self.host.ask(line, self._changed, self.change_race)

    def _changed(self, text: str) -> "Race":
        """The race with one more change, or as it was."""
        from replay.analysis.ghosts import ghosts_of, without_ghosts
        from replay.analysis.whatif import of_somebody, what_if

        given = self.viewer.stage.timeline.given
        if not text.strip() and not given.what_if:
            return given
        if (at := _meant(self.viewer)) is not None:
            text = of_somebody(text, given.entries[at].name)
        as_run = (self._as_run or self.opening.as_run) if given.what_if else None
        self._as_run = as_run = as_run or without_ghosts(given)
        try:
            return ghosts_of(what_if(as_run, (*given.what_if, text) if text.strip() else ()), given)
        except ReplayError as error:
            raise ValueError(str(error)) from None

    def change_race(self, race: "Race | None") -> None:
        """Go on at the same second with a race that differs from the one that was shown."""
        raise NotImplementedError

    def action_copy(self) -> None:
        """Copy the command that opens this moment; of a table its text, and at the end the card."""
        self.host.copy(
            self._table() or self._ended() or self.host.command_for(self.viewer.stage.race, self.viewer.now), self.say
        )

    def _table(self) -> str:
        """The table that is seen in place of the track, as text; empty where it is none."""
        viewer = self.viewer
        sights, now, view = viewer.stage.sights, viewer.now, viewer.view
        if view.chart == "compare":
            from replay.answers.analysed import compare_text

            known = sights.compared.known(now, view)
            return compare_text(known) if known.sides else ""  # of a race that nobody ran
        return sights.splits(view).text(now, view) if view.chart == "splits" else ""

    def _ended(self) -> str:
        """The card at the end of the race as text; empty while it runs, and where there is none."""
        if not self.viewer.playback.ended(self.viewer.clock()):
            return ""
        from replay.viewing.closing import card_text

        return card_text(self.viewer.stage)

    def action_info(self) -> None:
        """All about the chosen runner; of the race, where nobody is chosen."""
        if self.viewer.view.chosen is None:
            self._show_info()
            return
        from replay.viewing.runner_card import Asked, runner_card

        viewer, entry = self.viewer, self.viewer.view.chosen
        card = runner_card(viewer.stage, Asked(entry, viewer.now, viewer.view), self.host.other_races())
        self.host.show_runner(card, viewer.stage.cast.chips[entry], self._told_of_runner)

    def _told_of_runner(self, more: str | None) -> None:
        if more == "info":
            self._show_info()

    def action_pin_or_card(self) -> None:
        """Gaps to the chosen runner; the second time all about him. With a cursor on a chart, to where that is."""
        view = self.viewer.view
        if view.reading and view.cursor is not None and has_cursor(view):
            self.viewer.reach(view.cursor)
            self.show_now()
        elif view.chosen is not None and view.pinned == view.chosen:
            self.action_info()
        else:
            self.viewer.pin()
            self.show_now()

    def _show_info(self) -> None:
        """About this race."""
        stage = self.viewer.stage
        winner = stage.timeline.winner_time
        told = self.opening.spoilers or winner is None or self.viewer.now >= winner
        self.host.show_info(stage.race, stage.look, told)

    def action_help(self) -> None:
        """The keys."""
        self.host.show_help(REPLAY_KEYS, "Watching a race")

    def action_theme(self) -> None:
        """Dark or light."""
        self.host.change_theme()


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
    kinds = f"{', '.join(such)}, or so behind another name; or: {without}" if such else without
    return f"{name} {such[0]}" if such else without, f"{kinds}. Nothing: as it was."
