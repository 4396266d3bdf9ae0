"""Who else is in the race: named country by country where nothing is known yet of who runs where."""

from collections.abc import Callable, Iterator

from replay.commentary.board import Board
from replay.commentary.calls import CallKind
from replay.commentary.ideas import Idea
from replay.commentary.nations import national
from replay.commentary.observer import Watch
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, listed
from replay.race.notes import all_notes
from replay.race.race import Role

MOST = 30
"""Entries of a field that is named runner by runner."""
TOGETHER = 4
"""Names in one breath."""
UNTIL = 0.6
"""The part of the race in which one asks who is in it."""


def field_fills(seen: Seen, board: Board) -> Iterator[Idea]:
    """Those of whom one has heard least, a country at a time, as long as nobody has a place."""
    watch = seen.watch
    if board.first is not None or watch.alone or board.distance > UNTIL * watch.distance:
        return
    for at, (adjective, runners) in enumerate(groups(watch)):
        words = _named(adjective, listed([watch.name(entry) for entry in runners]))
        yield Idea(board.time, CallKind.SPLIT, 5, words, entries=runners, instant=False, once=f"field {at}")


def groups(watch: Watch) -> list[tuple[str, tuple[int, ...]]]:
    """Adjectives and entries: several of one country, the most first; then the others of whom no note tells.

    They are in the order of their names: that of the file is often the order of the result. Pacemakers are named at
    the gun, and guests are not in the race.
    """
    race = watch.race
    if len(race.entries) > MOST:
        return []
    field = sorted(
        (i for i, entry in enumerate(race.entries) if entry.competes and entry.role is not Role.PACEMAKER),
        key=watch.name,
    )
    nations: dict[str, list[int]] = {}
    for i in field:
        nations.setdefault(national(race.entries[i].nation), []).append(i)
    known = {word: found for word, found in nations.items() if word != "national" and 1 < len(found) <= TOGETHER}
    told = " ".join(note.text for _, note in all_notes(race))
    single = [i for i in field if watch.name(i) not in told and not any(i in found for found in known.values())]
    breaths = -(-len(single) // TOGETHER)
    together = [
        ("", tuple(single[at * len(single) // breaths : (at + 1) * len(single) // breaths])) for at in range(breaths)
    ]
    largest = sorted(known.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [*((word, tuple(found)) for word, found in largest), *together]


def _named(adjective: str, names: str) -> Callable[[Voice], str]:
    if adjective:
        return lambda voice: voice.say(
            "countrymen",
            f"{adjective} runners in the field: {names}",
            f"{adjective} names on the list: {names}",
        )
    if " and " not in names:
        return lambda voice: voice.say("field", f"{names} is in the field too")
    return lambda voice: voice.say("field", f"In the field too: {names}", f"Also on the list: {names}")
