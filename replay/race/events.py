"""What an event's name says: how far it is, and whether it is run on the road.

Names are read in the languages of the results that people have. A number with a point and three digits behind it is
`10.000 m` on a German, Italian or Norwegian list; with a comma `1,500 m` on an English one. Which of the two a point or
comma is follows from the number: nobody runs 10 m, and `42,195 km` is no ring around the Earth.

The patterns are text: `re` keeps what it compiled of them, and few files need them all.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from replay.race.names import fold, unaccented
from replay.race.race import MILE
from replay.race.units import YARD

HALF_MARATHON = 21097.5
MARATHON = 42195.0
"""Metres of the road's two classic distances (World Athletics Competition and Technical Rules, TR 55)."""

ROAD_FROM = 15_000.0
"""Metres from which a race that does not say where it is run is taken to be on the road."""

FARTHEST = 1_000_000
"""Metres of the longest race."""
EXAMPLES = "800m, 1500m, mile, 2 miles, 5000m, 3000m steeplechase, 10 km, half marathon or marathon"

SHORTEST = 35.0
"""Metres of the shortest race that a title speaks of, the 40 yards: in `4 M, 1 F` four men are counted."""
_SHORTEST = 50.0
"""Metres below which a number with a point and three digits is no distance but a thousand times as much."""

_HALF_WORDS = (
    r"half ?marathon|half|mezza(?! ?marat)|meia(?! ?marat)|halb ?marathon|semi ?marathon|semi(?! ?final)"
    r"|(?:media|medio|mezza|meia) ?marat(?:h?on(?:a)?)|polmaraton"
    r"|halve ?marathon|hal(?:v|ft) ?marat(?:h?on)|halvmaran?|puoli ?maraton|pul ?maraton|halvmaraton"
    r"|fel ?maraton|semi ?maraton(?:ul)?|pus ?maraton(?:is|s)?|pool ?maraton|polu ?maraton|yari ?maraton|mitja marato"
    r"|полумарафон|полумаратон|півмарафон|ημιμαραθωνιος|ημιμαραθωνιοσ"
)
_MARATHON_WORDS = r"marathon|maraton|maratona|maratonka|marathonlauf|марафон|μαραθωνιος|μαραθωνιοσ|מרתון"
_HALF_SIGNS = unaccented(r"半程马拉松|半程馬拉松|半马|半馬|ハーフマラソン|하프마라톤|하프")
_MARATHON_SIGNS = unaccented(r"全程马拉松|马拉松|馬拉松|マラソン|마라톤")
"""The classic distances in scripts that part no words."""
_CALLED = {
    "parkrun": 5000.0,
    "junior parkrun": 2000.0,
    "distance medley relay": 4000.0,
    "distance medley": 4000.0,
    "dmr": 4000.0,
}
"""Metres of races that are called by what they are, the same in every place."""
_WRITTEN = {
    "km": r"km|kms|k|kilomet(?:re|er|ro|ri|ros|r|rs|ru|ry|row)s?|quilometros?|kilometri[ae]?"
    r"|км|公里|千米|キロ|킬로|χλμ|χιλιομετρα|ק\"?מ",
    "mile": r"mi|em|miles?|milers?|meilen?|milles?|millas?|miglia|miglio|milhas?|mil[ey]|mijl(?:en)?|mil[ae]s?"
    r"|engelska mil",
    "yard": r"y|yds?|yards?",
    "m": r"m|met(?:re|er|ro|ri|ros|r|rs|ru|ry|row)s?|mts?|mtr|м|метр(?:ов|ів)?|米|メートル|미터|μ",
}
_METRES = {"km": 1000.0, "mile": MILE, "yard": YARD, "m": 1.0}
_UNITS = {name: unaccented(words) for name, words in _WRITTEN.items()}
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_AMOUNT = rf"(?P<number>\d+(?:[.,' ]\d+)*)\s*-?\s*(?:{_UNIT})?"
_RELAY = r"(\d{1,2}) ?[x×*] ?(?=\d)"
_LAPS = (
    r"(?:laps?|loops?|rounds?|circuits?|runden?|tours?|boucles?|vueltas?|gir[io]|voltas?|okrazen\w*|ronden?|rondes"
    r"|varv|runder|omgange?|kierrosta|kola)"
)
_LAPPED = rf"(\d{{1,2}}) ?{_LAPS} ?(?:[x×*@]|of|a|de|di|da|von|zu|av|po|van) ?(?=\d)"
"""So many laps, each as long as what follows: `3 laps x 2.5 km`."""
_WORDS = {"one": "1", "a": "1", "two": "2", "three": "3", "four": "4", "five": "5", "ten": "10"}
_SIDE_WORDS = (
    r"\b(?:wo)?(?:men|man)(?:'?s)?\b|\b(?:boys|girls|mixed|final|heat \d+|manner|frauen|herren|damen|hommes?|femmes?"
    r"|hombres|mujeres|uomini|donne|mezczyzn|kobiet|heren|dames|herrar|menn|kvinner|miehet|naiset)\b(?:'s)?"
)
_KINDS = (
    r"(?<=[\dmk .])\s*(?:steeplechase|steeple|sc|h|hurdles|huerden|hurden|haies|flat|road race|road|race walk|race"
    r"|run|walk|dash|gehen|bahngehen|strassengehen|marche|marcia|marcha|chod|chodza|gang|kappgang|kavely|snelwandelen"
    r"|lauf|course|carrera|corsa|corrida|bieg|loop|lop|lopp|juoksu|beh|relay|staffel|relais|estafeta|staffetta|sztafeta"
    r"|siepi|ostacoli|obstaculos|vallas|hindernis|hindernislauf|steeplechas|przeszkod|prekazek|estejuoksu|hinder|eben)$"
)
_HOURS = (
    r"(?:(?P<number>\d{1,3}|one|two|three|six|twelve)[ -]?)?"
    r"(?P<unit>d|days?|tage?|jours?|dias?|giorni|dni|dagen?|dage|dagar|dygn|paivaa|dnu|h|hrs?|hours?|stunden?|std|heures?|horas?|ore|ora|godz(?:iny?)?|uur|timmars?|timers?|tun(?:tia?|nin)|hodin[ay]?|oras)"
    r"[ -]*(?:race|run|track|lauf|course|lop|lopp|juoksu|bieg|walk|loop|futas)?"
)
_ONE_HOUR = (
    r"(?:en ?)?timm(?:es|ars)lopp(?:et)?|(?:en)?times?(?:lop(?:et)?|lob(?:et)?)|(?:ein)?stunden ?lauf"
    r"|(?:course |record )?(?:d ?une|de l) ?heure|(?:corsa |gara )?(?:dell|un) ?ora(?: in pista)?"
    r"|(?:carrera|corrida) (?:de (?:la|una)|da|de uma) hora|hora en pista|bieg godzinny|hodinovka|egyoras futas|1時間走"
)
"""What a race of an hour is called where no number says so."""
_MINUTES = (
    r"(?P<number>\d{1,3})[ -]?(?:min|mins|minutes?|minuten|minutos?|minuti|minut|minuty|minuter|minutter|minuuttia)"
    r"[ -]*(?:race|run|track|lauf|course|lop|lopp|juoksu|bieg|walk)?"
)
_DAYS = frozenset({"tag", "tage", "jour", "jours", "giorni", "paivaa"})
_HOUR = 3600.0
_DAY = 24 * _HOUR
_HURDLES_FROM = 50
"""From here on a bare `h` behind a number means hurdles: `110h`."""

_CLASSIC = {
    "km": {21.0: HALF_MARATHON, 21.1: HALF_MARATHON, 42.0: MARATHON, 42.2: MARATHON},
    "mile": {13.1: HALF_MARATHON, 26.2: MARATHON},
    "m": {21098.0: HALF_MARATHON, 21097.0: HALF_MARATHON},
}
"""What people call the classic distances when they round them."""


class RaceForDistance(ValueError):  # noqa: N818 (it reads as what it is)
    """An event that is won by who runs farthest in a given time."""

    def __init__(self, event: str) -> None:
        """Keep the time, in seconds; None where only the runners know it, as in a backyard race."""
        super().__init__(f"{event!r} is a race for distance, in which the clock ends the race, and no number of metres")
        self.seconds = event_seconds(event)


def event_metres(event: str) -> float:
    """Metres of an event such as `1500m`, `mile`, `2 miles`, `10 km`, `half marathon` or `3000m steeplechase`.

    Raises:
        RaceForDistance: It names a time, such as `24h`.
        ValueError: The text names no distance.
    """
    text = _plain(event)
    if re.fullmatch(f"{_HALF_WORDS}|{_HALF_SIGNS}", text):
        return HALF_MARATHON
    if re.fullmatch(f"{_MARATHON_WORDS}|{_MARATHON_SIGNS}", text):
        return MARATHON
    if fold(event) in _CALLED:
        return _CALLED[fold(event)]
    if is_for_distance(event):
        raise RaceForDistance(event)
    lapped = re.match(_LAPPED, text)
    legs, text = _legs(text) if lapped is None else (int(lapped[1]), text[lapped.end() :])
    match = re.fullmatch(_AMOUNT, text)
    if match is None or re.match(r"\s*[-−–]\s*\d", event):
        raise ValueError(f"{event!r} is no event such as {EXAMPLES}")
    unit = next((name for name in _METRES if match[name]), "m")
    amount = read_amount(match["number"], whole=unit == "m")
    metres = legs * _CLASSIC.get(unit, {}).get(round(amount, 1), amount * _METRES[unit])
    metres = round(metres, 6)  # 16.1 km is 16100 m
    if not 1 <= metres <= FARTHEST:
        raise ValueError(f"{event!r} is not between 1 m and 1000 km")
    return metres


_TRACK = "60|80|100|110|200|300|400|500|600|800|1000|1200|1500|1600|2000|3000|3200|5000|10[,.']?000"
_BARRED = r"steeple(?:chase)?|sc|h|hurdles?|hurden|huerden|haies|obstacles|vallas|obstaculos|ostacoli|siepi|horden"
_RUN = r"run|dash|flat|plat|walk|race walk|lauf|finals?|prelims?|heat|semi ?finals?|varsity|jv|open|invitational"
_SIDES = (
    r"mixed|s[mw]|(?:wo)?m[ae]n(?:'?s)?|boys'?|girls'?|[mwf]|u ?\d\d"
    r"|herren|damen|manner|frauen|hommes|femmes|kobiet|mezczyzn"
)
_TEAMS = r"\d{1,2} ?[x×] ?"
_SOMEWHERE = (
    rf"(?<![\w.,])(?:{_LAPPED}|(?:{_TEAMS}){{0,2}})\d+(?:[.,']\d+| \d{{3}}(?!\d))* ?(?:{'|'.join(_UNITS.values())})"
    rf"(?: ?(?:steeple(?:chase)?|sc|hurdles|h)\b)?(?!\w)"
    rf"|(?<!\w)(?:{_TEAMS}){{1,2}}(?:60|100|200|400|600|800|1000|1500)\b"
    rf"|\b(?:{_HALF_WORDS})\b|{_HALF_SIGNS}|\b(?:{_MARATHON_WORDS})\b|{_MARATHON_SIGNS}|\bmile\b"
    r"|\b(?:(?:junior )?parkrun|distance medley(?: relay)?|dmr)\b"
)
_GLUED = (
    rf"\b(?P<barred>{_TRACK})[ ]?(?P<kind>{_BARRED})\b"
    rf"|(?<!\w)(?:{_SIDES})[ ]?(?P<after>{_TRACK})(?: ?(?P<too>{_BARRED}))?\b"
    rf"|\b(?P<before>{_TRACK})[ ]?(?:{_SIDES}|{_RUN})\b"
)
"""Numbers of metres without a unit, beside whose race it is or what is run."""

_PARTS = {"half": "0.5", "quarter": "0.25"}
_SPELLED = re.compile(rf"\b({'|'.join((*_WORDS, *_PARTS))}) (?=mile(?:rs?|s)?\b)")
"""Numbers in words before miles: `two mile`, `half mile`, which is no half marathon."""


def event_in(text: str) -> str | None:
    """The event that a title or a file's name speaks of: `spring_10k_2024`, `hytek_men1500`; None where it does not."""
    return next(events_in(text), None)


_UNIT_FIRST = re.compile(r"(?<![\d\w])(?<!\d )km\.? ?(\d{1,3}(?:[.,]\d{1,3})?)(?![\w.,:]| ?(?:km|m)\b)")
"""How Italians write it: `gara di km 9,8`."""
_MILE_FIRST = re.compile(r"(?<!\w)(?<!\d )miles? (\d{1,3}[.,]\d{1,3}|\d{1,3}(?=\)))(?![\w.,:])")
"""How trails write it: `Finish (Mile 100.2)`."""
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)\s*[,.:;]\s+(?=\d)")
"""A year, and no thousands of what follows: `Stadtlauf 2025, 10 km`."""
_LONGEST = 1000
"""Characters of a title that are looked at."""

_AGES = re.compile(r"(?<![\d.,:/-])(\d{2})(?: ?[-–] ?(\d{2})(?![\d.,:/-]| ?(?:k|km|m|mi|miles?)\b)|\+(?!\d))")
_MILES = re.compile(r"(?<![\w.,:/+-])([2-9]|[1-4]\d|50)M(?![\w.,:/-])")
"""How the British write miles: `Oakham 5M 2031`; nobody races so few metres."""
_STROKE = re.compile(r"(?<![\d.,x])(\d{2,4}) (?=(?:free|back|breast|fly|im)(?:style|stroke)?\b)")
_PART_OF = {"½": ".5", "¼": ".25", "¾": ".75", "1/2": ".5", "1/4": ".25", "3/4": ".75"}
_AND_PART = re.compile(
    r"(?<![\d.,:/])(\d{1,3})(?: ?([½¼¾])| (1/2|1/4|3/4))(?= ?(?:k|km|kilom\w+|mi|miles?|mijl|meilen)\b)"
)
"""`2½ km`, `3 1/2 miles`."""
_SPANS = (1, 2, 4, 9)
"""Years from the first to the last of a class."""


def _without_ages(match: re.Match[str]) -> str:
    """Nothing in place of a class, `Men 60-69`, `M60+`; any other two numbers as they are."""
    return match[0] if match[2] and int(match[2]) - int(match[1]) not in _SPANS else " ; "


def events_in(text: str, beside: str = "") -> Iterator[str]:
    """Everything in a title or a file's name that may be its event, as it is written: `1500m (200m laps)` has two.

    Args:
        text: The title.
        beside: What else is said of the race, which may say that it was off the road.
    """
    off_road = is_off_road(f"{text[:_LONGEST]} {beside[:_LONGEST]}")
    text = _AND_PART.sub(lambda found: found[1] + _PART_OF[found[2] or found[3]], text[:_LONGEST])
    plain = _MILES.sub(r"\1 miles", _AGES.sub(_without_ages, text[:_LONGEST]))
    plain = _MILE_FIRST.sub(r"\1 miles ", _YEAR_BEFORE.sub(r"\1 ; ", plain.casefold()))
    plain = re.sub(r"(?<=\d) *[_\-–—/]+ *(?=\d)", " ; ", plain)  # `06-800m` is no 6800 m
    plain = re.sub(r"[_\-–—/()\[\]]", " ", plain)
    plain = " ".join(fold(part) if part.isalpha() else part for part in re.split(r"([^\W\d_]+)", plain))
    plain = re.sub(r"(?<=\d) ([.,'])(?=\d)", r"\1", " ".join(plain.split()))  # `Stage 5, 10 km` is not 5.1 km
    plain = _SPELLED.sub(lambda found: {**_WORDS, **_PARTS}[found[1]] + " ", plain)
    plain = _STROKE.sub(r"\1 m ", re.sub(r"(?<=\d )[ls]c (?=(?:met(?:er|re)|yard)s?\b)", "", plain))
    plain = re.sub(r"(\d) (km|k|m|mi|x|miles?)\b", r"\1\2", plain)
    plain = re.sub(r"([a-z]{3})(\d+x\d)", r"\1 \2", plain)
    plain = _UNIT_FIRST.sub(r"\1km", plain)
    found = False
    for event in (event for match in re.finditer(_SOMEWHERE, plain) for event in _with_counted(match[0])):
        with suppress(ValueError):
            said = as_off_road(event) if off_road else event
            if event_metres(said) >= SHORTEST:
                found = True
                yield said
    glued = None if found else re.search(_GLUED, plain)
    if glued is not None:
        yield f"{glued['barred'] or glued['after'] or glued['before']} m {glued['kind'] or glued['too'] or ''}".rstrip()


_COUNTED = re.compile(r"\d{1,2} ((?:100|200|300|400|600|800) ?(?:m|km|mi)\b.*)")
_THOUSANDS = re.compile(r"(?:1 [26]|2 4|3 2)00 ?m\b")


def _with_counted(event: str) -> tuple[str, ...]:
    """An event, and what it is where a number before it counts something else: `Heat 2 800m` is no 2,800 m."""
    counted = _COUNTED.fullmatch(event)
    if counted is None:
        return (event,)
    return (event, counted[1]) if _THOUSANDS.match(event) else (counted[1], event)


_OFF_ROAD = re.compile(
    r"\btrail|\bsky ?(?:race|run)|\bfell\b|\bmountain|\bmontagn|\bmontañ|\bberglauf|\bgebirgs|\bd ?\+"
    r"|\d ?hm\b|\bh[öo]hen ?m|\bd[ée]nivel|\bdesnivel|\bdislivel|\bprzewy[żz]sz|\bascent\b|\bclimb\b"
)


def is_off_road(text: str) -> bool:
    """Whether what is said of a race says that it was on trails, and does not call it a marathon."""
    plain = text.casefold()
    return _OFF_ROAD.search(plain) is not None and re.search(rf"\b(?:{_MARATHON_WORDS})", plain) is None


def as_off_road(event: str) -> str:
    """A distance as trails have it: their `42 km` are 42 kilometres, and no marathon."""
    match = re.fullmatch(r"(21|42) ?k(?:m|ms)?\b\.?", event.strip(), re.IGNORECASE)
    return f"{match[1]}000 m" if match is not None else event


def relay_legs(event: str) -> int:
    """How many run one after another: 4 in a `4x400m`; 1 where the event is no relay."""
    return int(_legs(_plain(event))[0])


_WORKOUT = re.compile(
    r"\b(?:workouts?|reps?|repetitions?|intervals?|intervalle|intervall\w+|jog|recovery|recoveries|rec|trabpause|repos"
    r"|récup\w*|fractionn\w+|recuperaci\w+|recupero|ripetute|training session|track session|fartlek)\b"
    r"|@ ?(?:\d|pace|tempo)"
)


def is_workout(title: str) -> bool:
    """Whether a title speaks of somebody's training, whose `6 x 800` is no relay."""
    return _WORKOUT.search(title.casefold()) is not None


def is_for_distance(event: str) -> bool:
    """Whether an event is won by who runs farthest in a given time: `24h`, `one hour`, `12-Stunden-Lauf`.

    A few minutes may be anything, and are none unless somebody says that they are the event.
    """
    return _hours(event) is not None or "backyard" in fold(event)


def event_seconds(event: str) -> float | None:
    """Seconds of such an event, also of one such as `12 min`; None where it names no time."""
    minutes = re.fullmatch(_MINUTES, _plain(event))
    return 60.0 * int(minutes["number"]) or None if minutes is not None else _hours(event)


def _hours(event: str) -> float | None:
    match = re.fullmatch(_HOURS, _plain(event)) or re.fullmatch(_HOURS, fold(event))
    if re.fullmatch(_ONE_HOUR, fold(event)):
        return _HOUR
    if match is None:
        return None
    number, unit = match["number"], match["unit"]
    days = unit[0] == "d" or unit in _DAYS
    if number is None:
        return None if days or unit == "h" else _HOUR
    if unit == "h" and number.isdecimal() and int(number) >= _HURDLES_FROM:
        return None
    return float({**_WORDS, "six": "6", "twelve": "12"}.get(number, number)) * (_DAY if days else _HOUR)


def is_on_road(metres: float, runners: int) -> bool:
    """Whether a race that does not say where it is run is taken to be on the road.

    Args:
        metres: Its distance.
        runners: How many there are: not very many are on a track at once.
    """
    return metres >= ROAD_FROM or (metres >= _LONG and runners > _MOST_ON_TRACK)


_LONG, _MOST_ON_TRACK = 5000.0, 60


def is_road_event(event: str) -> bool:
    """Whether an event is run on the road by its name alone: the marathons, and what is counted in kilometres."""
    text = _plain(event)
    if "parkrun" in fold(event) or re.search(rf"\b(?:{_HALF_WORDS}|{_MARATHON_WORDS})\b", text):
        return True
    match = re.fullmatch(_AMOUNT, text)
    return match is not None and match["km"] is not None


_CROSS = re.compile(
    r"\b(?:xc|x ?country|cross ?country|cross(?:lauf\w*|lopp\w*|es)?|campestre|campo a traves|corta ?mato"
    r"|veldloop\w*|veldlopen|przelaj\w*|maastojuoksu\w*|terranglop\w*|terrenglop\w*|terraenlob"
    r"|murdmaajooks|krosas|kross?|кросс|mezei futas|prespoln\w*)\b"
)


def is_cross_country(text: str) -> bool:
    """Whether a title says that a race is run across fields, and so on no track."""
    return _CROSS.search(fold(text)) is not None


def read_amount(text: str, *, whole: bool = True) -> float:
    """A number as lists write it: `10.000`, `1,500`, `1 500`, `42.195`, `21,0975`, `1609.344`.

    Args:
        text: Digits in groups parted by points, commas, apostrophes or blanks.
        whole: Whether it is so large a number as metres are, so that three digits behind a comma are thousands.

    Raises:
        ValueError: The groups are of no number.
    """
    plain = re.sub(r"(?<=\d)[' ](?=\d{3}\b)", "", text)
    if re.search(r"[' ]", plain):
        raise ValueError(f"{text!r} is no number")
    head, *groups = re.split(r"[.,]", plain)
    if not groups:
        return float(head)
    thousands = all(len(group) == 3 for group in groups) and 1 <= len(head) <= 3
    if len(groups) > 1:
        *inner, last = groups
        if thousands and len(set(re.findall("[.,]", plain))) == 1:
            return float(head + "".join(groups))
        if all(len(group) == 3 for group in inner) and len(head) <= 3:
            return float(f"{head}{''.join(inner)}.{last}")
        raise ValueError(f"{text!r} is no number")
    if thousands and whole and ("," in plain or float(head) < _SHORTEST):
        return float(head + groups[0])
    return float(f"{head}.{groups[0]}")


def _legs(text: str) -> tuple[int, str]:
    legs = 1
    while (match := re.match(_RELAY, text)) is not None and int(match[1]):
        legs, text = legs * int(match[1]), text[match.end() :]
    return legs, text


@lru_cache(maxsize=1024)
def _plain(event: str) -> str:
    """The event's distance alone: lower case, without `men's`, `steeplechase` and the like, number words as digits."""
    words = " ".join(event[:_LONGEST].replace("’", "'").split())
    text = " ".join(fold(part) if part.isalpha() else part.casefold() for part in re.split(r"([^\W\d_]+)", words))
    text = re.sub(r"\s*([.,'])\s*", r"\1", " ".join(text.split()))
    text = re.sub(r"(?<=\d) (?=[\d]{3}\b)", " ", re.sub(_SIDE_WORDS, " ", text))
    text = re.sub(_KINDS, "", " ".join(text.split()).strip(" ,:.")).strip(" ,")
    text = re.sub(r"(?<=[a-z]) ?- ?(?=[a-z])", " ", text)
    first, _, rest = text.partition(" ")
    text = f"{(_WORDS | _PARTS if rest in ('mile', 'miles') else _WORDS).get(first, first)} {rest}".strip()
    return {"mile": "1 mile"}.get(text, text)
