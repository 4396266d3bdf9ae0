"""Tables of races that are not on foot alone: refused with the way to the run in them, which is read."""

import re
from collections.abc import Iterable

from replay.files.table.meanings.column import Column
from replay.files.table.meanings.columns import listed
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.headings import Heading, plain_title
from replay.files.table.wording.words import Meaning, phrases
from replay.race.course import Course, Surface
from replay.race.names import fold
from replay.race.statuses import is_out
from replay.race.units import YARD

_OTHERS = frozenset(
    phrases(
        """swim, swimming, schwimmen, natation, natacion, nuoto, natacao, plywanie, zwemmen, svomming, simning, uinti,
    plavani, bike, biking, cycling, cycle, rad, radfahren, velo, bici, ciclismo, ciclo, rower, fiets, fietsen, sykkel,
    cykel, cykling, pyoraily, ski, skierg, rowing, row, rowerg, sled, burpee, burpees, burpee broad jump, wall balls,
    wallballs, lunges, farmers carry, kayak, paddle, kanu, inline, skate, skating, shooting, ride, mtb, ski erg"""
    )
)
_RUNS = frozenset(
    phrases("run, running, lauf, laufen, course, carrera, corsa, corrida, bieg, lopen, loping, lob, juoksu, beh")
)
_UNPARTED = {
    **dict.fromkeys(
        map(fold, phrases("スイム, 水泳, バイク, 自転車, 游泳, 自行车, 自行車, 骑行, 수영, 사이클, 자전거")), "swim"
    ),
    **dict.fromkeys(map(fold, phrases("ラン, 跑步, 달리기, 런")), "run"),
}
"""How words begin in languages that do not part them, and what is said of them: `スイムラップ`."""
_CHANGES = frozenset(phrases("t1, t2, t 1, t 2, transition 1, transition 2, wechsel 1, wechsel 2"))


_FIELD = frozenset(
    phrases(
        """lj, hj, pv, tj, sp, dt, jt, ht, long jump, high jump, pole vault, triple jump, shot put, shot, discus,
    javelin, hammer, weight throw, weitsprung, hochsprung, stabhochsprung, dreisprung, kugelstossen, kugel, diskus,
    speer,
    longueur, hauteur, perche, triple saut, poids, disque, javelot, marteau, peso, lungo, alto, asta, triplo, disco,
    giavellotto, martello, longitud, altura, pertiga, jabalina, martillo, skok w dal, skok wzwyz, kula, dysk, oszczep"""
    )
)
_SHORT = 3
"""Letters of what stands for itself in a heading only: `LJ`."""
_MOSTLY = 0.5


def is_field_event(name: str) -> bool:
    """Whether an event is none on the track, but a jump or a throw: `Women Shot Put`."""
    words = fold(name)
    return any(len(one) >= _SHORT and re.search(rf"\b{one}\b", words) is not None for one in _FIELD)


_STROKES = re.compile(
    r"\b(?:freestyle|free style|freistil|nage libre|crawl|libres?|stile libero|dowolny|vrije slag|vapaauinti|frisim"
    r"|\d m? ?(?:free|back|breast|fly|im)"
    r"|backstroke|rucken|dos|espalda|dorso|grzbietowy|rugslag|ryggsim|breaststroke|brust|brasse|braza|rana|klasyczny"
    r"|schoolslag|brostsim|butterfly|schmetterling|delfin|papillon|mariposa|farfalla|motylkowy|vlinderslag|fjarilsim"
    r"|individual medley|lagen|4 nages|estilos|swim|swimming|schwimmen|natation|natacion|nuoto|natacao|plywanie"
    r"|zwemmen|svomning|simning|uinti|plavani"
    r"|swimmers?|schwimmer(?:in)?|nageur|nageuse|nadadora?|nuotator[ei]|nuotatrice"
    r"|plywak|plywaczka|zwemmer|zwemster|simmare|svommer|uimari|plavec|plavkyne|uszo)\b"
    r"|自由形|平泳ぎ|背泳ぎ|自由泳|蛙泳|仰泳|蝶泳|вольныи стиль"
)
_POOLS = re.compile(
    r"\b(25|33|50) ?-?m(?:et[re]{2}s?)?[ -]*(?:pool|bahn|bassin|piscina|vasca|course)"
    r"|\b(scm|scy|lcm|sc met(?:er|re)s?|sc yards?|lc met(?:er|re)s?)\b"
)


def is_swum(texts: Iterable[str]) -> bool:
    """Whether any text that names a race has a stroke in it."""
    return any(_STROKES.search(text) for text in map(_plain, texts))


def is_ridden(texts: Iterable[str]) -> bool:
    """Whether any text that names a race says that it is none on foot: on skates, on wheels."""
    return any(_RIDDEN.search(text) for text in map(_plain, texts))


_RIDDEN = re.compile(
    r"\b(?:pursuit|kilo|keirin|cycling|track cycle|velodrome|verfolgung|einerverfolgung|poursuite|speed skating|skating"
    r"|schaats\w*|eisschnell\w*|patinage|pattinaggio|patinaje|skridsko\w*|skoyte\w*|luistelu\w*|lyzwiar\w*"
    r"|inline|roller ?ski|wheelchairs?|handbikes?|handcycl\w*)\b"
)


def pool_of(texts: Iterable[str], points: Iterable[float]) -> Course | None:
    """The pool of a race that was swum, by what is said of it and where its splits and its end are, in metres.

    None of one that was run, and of one so long that it was swum in a lake.
    """
    said, metres = [_plain(text) for text in texts], list(points)
    if not is_swum(said) or max(metres, default=0.0) > _LONGEST_SWUM:
        return None
    told = next((found for text in said if (found := _POOLS.search(text)) is not None), None)
    if told is not None:
        sign = "".join(word[:size] for word, size in zip((told[2] or "").split(), (3, 1), strict=False))
        return Course(Surface.POOL, {"scm": 25.0, "scy": 25 * YARD, "lcm": 50.0}.get(sign) or float(told[1]))
    fitting = (lap for lap in _LENGTHS if all(abs(far / lap - round(far / lap)) < _NEARLY for far in metres))
    return Course(Surface.POOL, next(fitting, None))


def _plain(text: str) -> str:
    return " ".join(fold(part) for part in re.split(r"[^\w]+", text))


_LONGEST_SWUM = 1_500.0
"""Metres that are swum in a pool; further it is in a lake."""
_LENGTHS = 50.0, 25.0, 25 * YARD
_NEARLY = 0.0025
"""Of a length, by which a point may lie beside its end."""


def _need_one_event(sheet: Sheet) -> None:
    """Refuse the table of a combined event, unless the user says which column is meant."""
    field = [column.title for column in sheet.columns if fold(plain_title(column.title)) in _FIELD]
    if len(field) < _FEWEST or sheet.choices.columns:
        return
    message = f"a competition with {listed(field)} is several events, and no race"
    points = [(column.title, column.heading.point) for column in sheet.columns if column.heading is not None]
    runs = [title for title, point in points if point is not None and not point.finish]
    hint = f'take one run of it: --column "{runs[-1] if runs else "1500m"}=result" and its --distance'
    raise sheet.findings.fail(sheet.line, message, hint)


_FEWEST = 2


def need_run(sheet: Sheet) -> None:
    """Leave out what was swum and ridden, where the user says which column is the run's time.

    Raises:
        UnreadableRace: There are times of other sports, and nobody says that the run alone is meant.
    """
    _need_one_event(sheet)
    timed = [column for column in sheet.columns if column.share(is_clock) > _MOSTLY]
    others = list(filter(is_other_sport, timed))
    runs = [column for column in timed if _words(column) & _RUNS]
    if not others or not runs:
        return
    if sheet.choices.columns:
        for column in sheet.columns:
            if column.why != "--column" and (column in others or fold(plain_title(column.title)) in _CHANGES):
                column.heading, column.why = None, "it is no run"
        _take_statuses(sheet)
        _leave_places_out(sheet)
        return
    message = f"a race with {listed([column.title for column in others])} is not run alone, and not replayed"
    whole = next((one.title for one in sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN) if one not in runs), "Total")
    hint = f'take its run alone: --column "{runs[-1].title}=result" --column "{whole}=ignored" and its --distance'
    raise sheet.findings.fail(sheet.line, message, hint)


def is_other_sport(column: Column) -> bool:
    """Whether a column is headed by a sport that is not on foot: `Swim`."""
    return bool(_words(column) & _OTHERS)


def _take_statuses(sheet: Sheet) -> None:
    """The column of the whole that the user says is ignored still tells who did not finish."""
    if sheet.all(Meaning.STATUS):
        return
    for column in sheet.columns:
        if column.why == "--column" and column.meaning is Meaning.IGNORED and any(map(is_out, column.sample)):
            column.rewrite(lambda cell: cell if is_out(cell) else "")
            column.heading = Heading(Meaning.STATUS)
            return


def _leave_places_out(sheet: Sheet) -> None:
    """The places are those of the whole, and no runner's in its run; who has none still says why there."""
    told = bool(sheet.all(Meaning.STATUS))
    for column in sheet.all(Meaning.PLACE):
        if column.why == "--column":
            continue
        column.heading, column.why = None, "its places are those of the whole"
        if not told and any(map(is_out, column.sample)):
            column.rewrite(lambda cell: cell if is_out(cell) else "")
            column.heading, told = Heading(Meaning.STATUS), True


def _words(column: Column) -> set[str]:
    words = set(fold(plain_title(column.title)).split())
    return words | {sport for word in words for begins, sport in _UNPARTED.items() if word.startswith(begins)}
