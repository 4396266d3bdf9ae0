"""What a race asks of whoever watches it, and what opens over it: moments, runners, groups, paces, sheets."""

from functools import partial
from typing import TYPE_CHECKING

from replay.drawing.view import has_cursor
from replay.race.problems import ReplayError
from replay.race.times import format_clock
from replay.tui.host import Dialogues, races_of
from replay.tui.keys import REPLAY_KEYS
from replay.tui.opening import NEXT_RACE
from replay.tui.watched import Watched
from replay.viewing.finding import search_groups
from replay.viewing.verbs import verb

if TYPE_CHECKING:
    from replay.race.pacelights import PaceLight
    from replay.viewing.finding import Found


_LOOKS = 4
"""Times that the library is read on, a tenth of a second each, until one does not wait any longer."""
_BEFORE = 5
"""Runners ahead of the chosen in a table of some of a large field."""


class Asking:
    """What a race asks, and what opens over it."""

    def __init__(self, screen: Watched) -> None:
        """Nothing was asked yet."""
        self._screen = screen

    @property
    def _dialogues(self) -> Dialogues:
        return self._screen.host.dialogues

    @verb
    def go_to(self) -> None:
        """Ask where to."""
        self._dialogues.ask_where_to(self._screen.viewer.stage.timeline, self.went_to)

    def went_to(self, t: float | None) -> None:
        """Go to a time that was asked for, if one was given."""
        if t is not None:
            self._screen.viewer.player.go_to(t)
            self._screen.show_now()

    @verb
    def find(self) -> None:
        """Search a runner."""
        self._dialogues.pick(
            "Search a runner", "a name or a bib", self._screen.viewer.stage.lists.runners.search, self._found
        )

    def _found(self, found: "Found | None") -> None:
        if found is not None and isinstance(found.value, int):
            self._screen.viewer.board.found(found.value)
            self._screen.show_now()

    @verb
    def filter(self) -> None:
        """List some groups only."""
        screen = self._screen
        groups, only = screen.viewer.stage.lists.groups, screen.viewer.view.listing.only
        if not groups.all:
            screen.say("the file tells neither sexes nor nations, clubs or categories")
            return
        self._dialogues.pick(
            "List only", "women, KEN, M40 …", lambda text: search_groups(groups, text, only), self._only
        )

    def _only(self, found: "Found | None") -> None:
        if found is not None and not isinstance(found.value, int):
            self._screen.viewer.board.only(found.value)
            self._screen.show_now()

    @verb
    def order(self) -> None:
        """Sort the table of splits, and show it."""
        splits = self._screen.viewer.stage.sights.splits(self._screen.viewer.view)
        self._dialogues.pick("Sort the splits by", "lap 3, 1200 m, halves …", splits.sorts, self._sorted)

    def _sorted(self, found: "Found | None") -> None:
        screen = self._screen
        if found is not None and isinstance(found.value, int):
            # Meanwhile the race may have been worked out, and have other columns: what was read is what is meant.
            by = screen.viewer.stage.sights.splits(screen.viewer.view).sorted_as(found.text)
            screen.viewer.view = screen.viewer.view._replace(chart="splits")
            screen.viewer.charts.sort(by.column, by.lower)
            screen.show_now()

    @verb
    def moments(self) -> None:
        """All that happened so far, and the bookmarks: search one, and go there."""
        from replay.viewing.moments import Moments

        viewer = self._screen.viewer
        t = viewer.playback.duration if viewer.view.spoilers else viewer.now
        moments = Moments(viewer.stage.calls, viewer.bookmarks, t)

        def go(found: "Found | None") -> None:
            if found is not None and isinstance(found.value, int):
                self.went_to(moments.listed[found.value].t)

        self._dialogues.pick("What happened so far", "lead, record, a name, bookmark …", moments.search, go, wide=True)

    @verb
    def bookmark(self) -> None:
        """Mark this moment with a note, or change the note that is here."""
        from replay.files.bookmarks import beside
        from replay.race.times import format_clock
        from replay.tui.line import Line

        screen = self._screen
        now = screen.viewer.now
        here = beside(screen.viewer.bookmarks, now)
        words = (
            screen.viewer.named("Enter keeps it, `M` lists it.")
            if here is None
            else "Enter keeps it; without a word it is taken away."
        )
        title = f"Bookmark at {format_clock(now)}"
        line = Line(title, "what there is to see here", words, here.note if here is not None else "")
        self._dialogues.ask(line, str.strip, lambda note: self._bookmarked(now, note))

    def _bookmarked(self, t: float, note: str | None) -> None:
        if note is not None:
            self._screen.viewer.bookmark(t, note)
            self._screen.show_now()

    @verb
    def lights(self) -> None:
        """The next pace lights, or none."""
        from replay.race.pacelights import earlier_winners

        screen = self._screen
        screen.viewer.next_light(tuple(earlier_winners(screen.viewer.stage.race, screen.host.other_races())))
        screen.show_now()

    @verb
    def pace(self) -> None:
        """Ask for a time of one's own."""
        self._dialogues.ask_pace(self._aimed_at)

    def _aimed_at(self, light: "PaceLight | None") -> None:
        self._screen.viewer.aim_at(light)
        self._screen.show_now()

    @verb
    def project(self) -> None:
        """Where everybody is likely to finish, from here."""
        from replay.answers.projected import LIKELY, projected_lines, projection_of

        screen = self._screen
        viewer, others = screen.viewer, races_of(screen.host, _LOOKS)  # the more, the more there is to be beside
        try:
            found = projection_of(viewer.stage.timeline, viewer.now, others, self._projected())
        except ReplayError as error:
            screen.say(str(error))
            return
        at = format_clock(viewer.now)
        self._dialogues.show_table(f"{LIKELY.capitalize()}: {at}", partial(projected_lines, found))

    def _projected(self) -> list[int] | None:
        """Whose finishes are asked for; None for everybody's.

        Of a large field it is those whom the board lists and who still run, from a little before the chosen on, and
        once nobody runs those at home.
        """
        from replay.answers.projected import MOST

        viewer = self._screen.viewer
        if not viewer.stage.many:
            return None
        listed, timeline = set(viewer.board.listed), viewer.stage.timeline
        there = [one for one in timeline.standings(viewer.now, len(timeline.race.entries)) if one.entry in listed]
        running, home = ([one.entry for one in there if one.status == status] for status in ("running", "finished"))
        begin = running.index(chosen) - _BEFORE if (chosen := viewer.view.chosen) in running else 0
        return list(dict.fromkeys((*viewer.view.wanted, *(running[max(begin, 0) :] or home))))[:MOST]

    @verb
    def copy(self) -> None:
        """Copy the command that opens this moment; of a table its text, and at the end the card."""
        screen = self._screen
        self._dialogues.copy(
            self._table() or self._ended() or screen.host.command_for(screen.viewer.stage.race, screen.viewer.now),
            screen.say,
        )

    def _table(self) -> str:
        """The table that is seen in place of the track, as text; empty where it is none."""
        viewer = self._screen.viewer
        sights, now, view = viewer.stage.sights, viewer.now, viewer.view
        if view.chart == "compare":
            from replay.answers.analysed import compare_text

            known = sights.compared.known(now, view)
            return compare_text(known) if known.sides else ""  # of a race that nobody ran
        return sights.splits(view).text(now, view) if view.chart == "splits" else ""

    def _ended(self) -> str:
        """The card at the end of the race as text; empty while it runs, and where there is none."""
        if not self._is_over():
            return ""
        from replay.viewing.closing import card_text

        return card_text(self._screen.viewer.stage)

    def _is_over(self) -> bool:
        viewer = self._screen.viewer
        return viewer.playback.ended(viewer.clock())

    @verb
    def info(self) -> None:
        """All about the chosen runner; of the race, where nobody is chosen."""
        screen = self._screen
        if screen.viewer.view.chosen is None:
            self._show_info()
            return
        from replay.viewing.runner_card import Asked, runner_card

        viewer, entry = screen.viewer, screen.viewer.view.chosen
        card = runner_card(viewer.stage, Asked(entry, viewer.now, viewer.view), screen.host.other_races())
        self._dialogues.show_runner(card, viewer.stage.cast.chips[entry], self._told_of_runner)

    def _told_of_runner(self, more: str | None) -> None:
        if more == "info":
            self._show_info()

    @verb
    def pin_or_card(self) -> None:
        """Gaps to the chosen runner; the second time all about him. With a cursor on a chart, to where that is.

        At the end of a story's race, where nobody is chosen, it goes on as on the story's pages.
        """
        screen = self._screen
        view = screen.viewer.view
        if view.reading and view.cursor is not None and has_cursor(view):
            screen.viewer.player.reach(view.cursor)
            screen.show_now()
        elif view.chosen is not None and view.pinned == view.chosen:
            self.info()
        elif view.wanted == () and screen.opening.onward != NEXT_RACE and self._is_over():
            screen.action_next_race()
        else:
            screen.viewer.board.pin()
            screen.show_now()

    def _show_info(self) -> None:
        """About this race."""
        screen = self._screen
        stage = screen.viewer.stage
        winner = stage.timeline.winner_time
        told = screen.opening.spoilers or winner is None or screen.viewer.now >= winner
        self._dialogues.show_info(stage.race, stage.look, told)

    @verb
    def help(self) -> None:
        """The keys."""
        self._dialogues.show_help(REPLAY_KEYS, "Watching a race")

    @verb
    def theme(self) -> None:
        """Dark or light."""
        self._screen.host.preferred.change_theme()
