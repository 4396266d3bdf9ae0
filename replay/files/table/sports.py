"""Tables of races that are not on foot alone: refused with the way to the run in them, which is read."""

from replay.files.table.cells import is_clock
from replay.files.table.column import Column
from replay.files.table.columns import listed
from replay.files.table.headings import plain_title
from replay.files.table.sheet import Sheet
from replay.files.table.words import phrases
from replay.race.names import fold

_OTHERS = frozenset(
    phrases(
        """swim, swimming, schwimmen, natation, natacion, nuoto, natacao, plywanie, zwemmen, svomming, simning, uinti,
    plavani, bike, biking, cycling, cycle, rad, radfahren, velo, bici, ciclismo, ciclo, rower, fiets, fietsen, sykkel,
    cykel, cykling, pyoraily"""
    )
)
_RUNS = frozenset(
    phrases("run, running, lauf, laufen, course, carrera, corsa, corrida, bieg, lopen, loping, lob, juoksu, beh")
)
_CHANGES = frozenset(phrases("t1, t2, t 1, t 2, transition 1, transition 2, wechsel 1, wechsel 2"))


_MOSTLY = 0.5


def need_run(sheet: Sheet) -> None:
    """Leave out what was swum and ridden, where the user says which column is the run's time.

    Raises:
        UnreadableRace: There are times of other sports, and nobody says that the run alone is meant.
    """
    timed = [column for column in sheet.columns if column.share(is_clock) > _MOSTLY]
    others = [column for column in timed if _words(column) & _OTHERS]
    runs = [column for column in timed if _words(column) & _RUNS]
    if not others or not runs:
        return
    if sheet.choices.columns:
        for column in sheet.columns:
            if column.why != "--column" and (column in others or fold(plain_title(column.title)) in _CHANGES):
                column.heading, column.why = None, "it is no run"
        return
    message = f"a race with {listed([column.title for column in others])} is not run alone, and not replayed"
    hint = f'take its run alone: --column "{runs[-1].title}=result" --column "Total=ignored" and its --distance'
    raise sheet.findings.fail(sheet.line, message, hint)


def _words(column: Column) -> set[str]:
    return set(fold(plain_title(column.title)).split())
