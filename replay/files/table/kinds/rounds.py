"""Tables with all rounds of an event, in which who came through has a row in each: one round is the race."""

import re
from collections import Counter

from replay.files.missing import read_place
from replay.files.results.listed import Part, part_of
from replay.files.table.kept import keep
from replay.files.table.kinds.long import runner_keys
from replay.files.table.layouts.heats import HEAT, heat_of
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

_FINAL = re.compile(
    r"(?<!semi )(?<!semi)(?<!demi )(?<!halb)(?<!half )(?<!quarter )(?<!quarter)(?<!viertel)(?<!pol)"
    r"\b(?:final[esa]?|finał|finaal|finaali|финал|決勝|决赛|결승)\b"
)
_ROUND = re.compile(
    r"(?:final|finał|finaal|финал|決勝|准决|決賽|决赛|결승|semi|demi|halbf|quarter|viertelf|heat|round|prelim|trial|qualif|"
    r"vorlauf|vorlauf|zwischenl|serie|batteri|eliminac|elimin|forsok|innledende|alkuera|valiera|rozbeh|repecha|runda|"
    r"hoffnungsl|予選|準決|预赛|복예선|예선)"
)
_NEARLY = 0.9


def keep_one_round(sheet: Sheet) -> None:
    """Of several rounds keep the one that is wanted, else the final, else the largest."""
    column = next((column for column in sheet.columns if _has_rounds(column)), None)
    if column is None or not (_comes_again(sheet, column) or _begins_anew(sheet, column)):
        if column is None or (_is_of_heats(column) and _stand_once(sheet)):
            _take_heat(sheet, column)
        return
    counts = Counter(cell.strip() for cell in column.cells if cell.strip())
    parts = [Part(name, count) for name, count in counts.items()]
    chosen, told = part_of(parts, sheet.choices, "heats" if column.title == HEAT else "rounds", str(sheet.source.path))
    finals = [at for at, part in enumerate(parts) if _FINAL.search(fold(part.name))]
    if sheet.choices.part is None and finals:
        chosen = finals[0]
        others = ", ".join(f"{part.name} ({part.runners})" for at, part in enumerate(parts) if at != chosen)
        told = f"of {len(parts)} rounds this is {parts[chosen].name!r}; `--part NAME` takes another: {others}"
    sheet.findings.parts = tuple(counts)
    if told:
        sheet.findings.assumed.append(told)
    kept = [row for row, cell in enumerate(column.cells) if cell.strip() == parts[chosen].name]
    sheet.findings.left_out.add("rows of other rounds", "", len(sheet.lines) - len(kept))
    keep(sheet, kept)


def _take_heat(sheet: Sheet, named: Column | None) -> None:
    """Of heats that a column names or numbers keep the one that is wanted; else all are one race, and that is told.

    Raises:
        UnreadableRace: There is none of that name.
    """
    column = named or next((column for column in sheet.columns if _numbers_heats(column)), None)
    if column is None:
        return
    counts = Counter(cell.strip() for cell in column.cells if cell.strip())
    title = "" if named is not None else column.title.strip()
    parts = [Part(f"{title} {name}".strip(), count) for name, count in counts.items()]
    sheet.findings.parts = tuple(part.name for part in parts)
    wanted = sheet.choices.part
    if wanted is None:
        each = ", ".join(f"{part.name} ({part.runners})" for part in parts)
        said = f"the runners of {len(parts)} heats are one race, as if they had run together"
        sheet.findings.assumed.append(f"{said}; `--part NAME` takes one: {each}")
        return
    asked = wanted.strip() if wanted.strip() in counts else None
    name = asked or list(counts)[part_of(parts, sheet.choices, "heats", str(sheet.source.path))[0]]
    kept = [row for row, cell in enumerate(column.cells) if cell.strip() == name]
    sheet.findings.left_out.add("rows of other heats", "", len(sheet.lines) - len(kept))
    keep(sheet, kept)


_HEATS = frozenset(
    ("heat", "heat no", "heat number", "serie", "series", "lauf", "zeitlauf", "batteria", "manche", "bieg", "section")
)
_MOST, _FEWEST = 20, 2


def _is_of_heats(column: Column) -> bool:
    """Whether a column names a few heats, in each of which several ran: `Heat 1`, `Heat 2`."""
    counts = Counter(cell.strip() for cell in column.cells if cell.strip())
    return _FEWEST <= len(counts) <= _MOST and min(counts.values()) >= _FEWEST and all(map(heat_of, counts))


def _stand_once(sheet: Sheet) -> bool:
    return max(Counter(runner_keys(sheet.columns)).values()) == 1


def _numbers_heats(column: Column) -> bool:
    """Whether a column says in which of a few heats each ran: `1`, `2` or `A`, `B`."""
    if column.meaning is not Meaning.IGNORED or fold(column.title) not in _HEATS:
        return False  # of a city's field nobody counts what stands in each column
    counts = Counter(cell.strip() for cell in column.cells if cell.strip())
    few = _FEWEST <= len(counts) <= _MOST and min(counts.values()) >= _FEWEST
    return few and all(map(_SHORT.fullmatch, counts))


_SHORT = re.compile(r"\d{1,2}|[A-Ha-h]|[IVX]{1,4}")


def _has_rounds(column: Column) -> bool:
    named = len(set(column.sample)) > 1 and column.share(lambda text: _ROUND.match(fold(text)) or heat_of(text))
    return named >= _NEARLY


def _begins_anew(sheet: Sheet, heats: Column) -> bool:
    """Whether each heat has its own line above it and its own places from the first on, or one of them is wanted."""
    if sheet.choices.part is not None and fold(sheet.choices.part) in set(map(fold, heats.sample)):
        return True
    place = sheet.one(Meaning.PLACE)
    if heats.title != HEAT or heats is not sheet.columns[-1] or place is None:
        return False
    firsts = [
        heat.strip() for heat, cell in zip(heats.cells, place.cells, strict=True) if read_place(cell.strip()) == 1
    ]
    return len(set(firsts)) > 1 and len(set(firsts)) == len(firsts) == len(set(map(str.strip, heats.cells)) - {""})


def _comes_again(sheet: Sheet, column: Column) -> bool:
    """Whether somebody stands in two rounds, and nobody twice in one: else the rows may be of points on the way."""
    where = Counter(zip(runner_keys(sheet.columns), map(str.strip, column.cells), strict=True))
    again = Counter(key for key, _ in where)
    return max(where.values()) == 1 and max(again.values()) > 1
