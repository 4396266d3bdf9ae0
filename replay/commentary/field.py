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
    breaths = groups(watch)
    alone = breaths.pop()[1] if breaths and len(breaths[-1][1]) == 1 else ()
    if alone and not breaths:
        yield from _known(watch, board)
    for at, (adjective, runners) in enumerate(breaths):
        beside = alone if at == len(breaths) - 1 else ()  # nobody is worth a line for the name alone
        names = listed([watch.name(entry) for entry in runners])
        words = _named(adjective, names + "".join(f"; {watch.name(entry)} runs too" for entry in beside))
        yield Idea(board.time, CallKind.SPLIT, 5, words, entries=(*runners, *beside), instant=False, once=f"field {at}")


def _known(watch: Watch, board: Board) -> Iterator[Idea]:
    """All of whom it is known that they run, where no list gives the field."""
    runners = tuple(i for i, entry in enumerate(watch.race.entries) if entry.competes and not watch.paces(i))
    if watch.whole or not 1 < len(runners) <= TOGETHER:
        return
    names = listed(sorted(watch.name(entry) for entry in runners))

    def words(voice: Voice) -> str:
        return voice.say(
            "field", f"No list gives the whole field; known are {names}", f"Of the field these are known: {names}"
        )

    yield Idea(board.time, CallKind.SPLIT, 5, words, entries=runners, instant=False, once="field")


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
    return lambda voice: voice.say("field", f"In the field too: {names}", f"Also on the list: {names}")
