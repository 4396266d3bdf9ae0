"""The table of everything that the commentary knows how to say.

A rule has a module that says how it is put, and a line here that says when. To add one: write a function that yields
`Idea`s, and name it here.

* `events` are told because something happens: the script asks once for all of them, and leaves out what is too close
  to something that matters more (see `ideas.chosen`).
* `fills` are told because it is quiet: the script asks at a time, with the board of that time, and takes the rule that
  has been silent for longest. `plain` ones are asked only when it would be silent for longer than it may.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from replay.commentary.board import Board
from replay.commentary.climax import bell_ideas, hold_fills, point_ideas, run_in_fills
from replay.commentary.countdown import board_ideas, countdown_fills, guest_fills
from replay.commentary.field import field_fills
from replay.commentary.finishes import finish_ideas, lost_ideas, untimed_ideas
from replay.commentary.ideas import Idea
from replay.commentary.landmarks import average_fills, clock_fills, landmark_ideas, rate_fills
from replay.commentary.leads import break_ideas, lead_ideas
from replay.commentary.leaving import dq_ideas, stop_ideas
from replay.commentary.lone import lone_fills, lone_ideas
from replay.commentary.marks import nameless_ideas, split_ideas
from replay.commentary.moves import kick_ideas, move_ideas, pass_ideas, reported_ideas
from replay.commentary.opening import gun_ideas
from replay.commentary.others import time_fills, time_ideas
from replay.commentary.pace import chase_ideas, even_fills, need_fills, projection_ideas
from replay.commentary.pack import (
    coming_fills,
    favourite_fills,
    gap_fills,
    middle_fills,
    shape_fills,
    trend_fills,
)
from replay.commentary.records import winners_record_ideas
from replay.commentary.reports import order_ideas, place_ideas, unknown_fills, untold_fills
from replay.commentary.seen import Seen
from replay.commentary.sprints import start_ideas
from replay.commentary.stakes import LEAST, note_ideas, sooner_fills, stake_fills
from replay.commentary.stretches import stretch_fills
from replay.commentary.verdict import verdict_ideas

Events = Callable[[Seen], Iterable[Idea]]
Fills = Callable[[Seen, Board], Iterable[Idea]]


class Rule(NamedTuple):
    """Something the commentary can say."""

    name: str
    events: Events | None = None
    fills: Fills | None = None
    rest: float = 20.0
    """Seconds after which a fill may be told again; on a road three times as many."""
    plain: bool = False
    """Whether it is told only because it would be too quiet otherwise."""
    late: bool = False
    """Whether it is told in the last 300 m too."""
    eager: bool = False
    """Whether it is told as soon as there is room, before the others."""
    fact: bool = False
    """Whether it tells what is known of the race and nothing that happens in it: the feed has that less bright."""


RULES: tuple[Rule, ...] = (
    Rule("the gun", gun_ideas),
    Rule("out of the blocks", start_ideas),
    Rule("notes that belong to a moment", note_ideas),
    Rule("what is at stake", fills=stake_fills, rest=LEAST, eager=True, fact=True),
    Rule("that nobody tells who leads", fills=untold_fills, rest=600.0, late=True, fact=True),
    Rule("times that no mark tells", time_ideas, time_fills, rest=5.0),
    Rule("times at the marks", split_ideas),
    Rule("what changed from mark to mark", fills=stretch_fills, rest=8.0),
    Rule("times of leaders whom nobody names", nameless_ideas),
    Rule("what the pace would come to", projection_ideas, need_fills, rest=35.0, late=True, fact=True),
    Rule("what a record asks for in the last bend", chase_ideas, fact=True),
    Rule("places and orders that reports give", lambda seen: (*place_ideas(seen), *order_ideas(seen))),
    Rule("the lead", lambda seen: lead_ideas(seen.watch, list(seen.leads))),
    Rule("who gets away", lambda seen: break_ideas(seen.watch)),
    Rule("passes that reports tell", lambda seen: reported_ideas(seen.watch)),
    Rule("who moves up", lambda seen: move_ideas(seen.watch)),
    Rule("who kicks", lambda seen: kick_ideas(seen.watch)),
    Rule("passes near the end", lambda seen: pass_ideas(seen.watch)),
    Rule("who leaves the race", stop_ideas),
    Rule("the bell", bell_ideas),
    Rule("the last 300 m", point_ideas, run_in_fills, rest=3.0, late=True),
    Rule("who comes home", finish_ideas, coming_fills, rest=8.0, late=True),
    Rule("the winner's records", winners_record_ideas),
    Rule("disqualifications", dq_ideas),
    Rule("the result", verdict_ideas),
    Rule("whose results are not known", lost_ideas),
    Rule("whose times are not known", lambda seen: (idea for idea in untimed_ideas(seen) if idea.time <= seen.end)),
    Rule("whether a gap grows", fills=trend_fills, rest=25.0, late=True),
    Rule("the gaps in front", fills=gap_fills, rest=18.0, late=True),
    Rule("the shape of the pack", fills=shape_fills, rest=25.0),
    Rule("where the favourites are", fills=favourite_fills, rest=25.0),
    Rule("that a lone runner’s way is drawn", lone_ideas, fact=True),
    Rule("how a lone runner goes", fills=lone_fills, rest=18.0),
    Rule("beside a guest", fills=guest_fills, rest=60.0),
    Rule("the middle and the end of the field", fills=middle_fills, rest=30.0),
    Rule("who is in the field", fills=field_fills, rest=30.0, fact=True),
    Rule("where a record would be", fills=even_fills, rest=45.0, fact=True),
    Rule("what a record asks for, lap after lap", fills=rate_fills, rest=60.0, fact=True),
    Rule("the clock to beat", fills=clock_fills, rest=6.0, late=True, fact=True),
    Rule("how fast it has been", fills=average_fills, rest=80.0, fact=True),
    Rule("the landmarks", landmark_ideas),
    Rule("from where on it is known who leads", fills=unknown_fills, plain=True),
    Rule("who is still there", fills=hold_fills, plain=True, late=True),
    Rule("what is at stake, sooner", fills=sooner_fills, plain=True, fact=True),
    Rule("what the boards show", board_ideas),
    Rule("how far it is", fills=countdown_fills, plain=True, late=True, fact=True),
)
