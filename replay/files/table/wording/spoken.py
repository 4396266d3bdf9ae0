"""Lines of a letter beside a list that have a time and are no runner's: `Next session Tuesday 18:30`."""

import re

from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import phrases
from replay.race.names import fold

DAYS = frozenset(
    phrases(
        """monday, mon, tuesday, tue, tues, wednesday, wed, weds, thursday, thu, thur, thurs, friday, fri, saturday,
        sat, sunday, today, tomorrow, tonight, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend,
        sonntag, heute, morgen, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, demain, lunes, martes,
        miercoles, jueves, viernes, sabado, domingo, manana, lunedi, martedi, mercoledi, giovedi, venerdi, domenica,
        domani, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, mandag, tirsdag, onsdag, torsdag,
        fredag, lordag, sondag, tisdag, maanantai, tiistai, keskiviikko, torstai, perjantai, lauantai, sunnuntai,
        maanantaina, tiistaina, torstaina, sunnuntaina"""
    )
)
_SHORT = 5
_FULL_DAYS = frozenset(day for day in DAYS if len(day) > _SHORT)
_MEETINGS = frozenset(
    phrases(
        """next, session, sessions, training, practice, start, starts, started, starting, start time, gun, warmup,
        warm, meet, meeting, meetup, doors, briefing, registration, bus, pub, dinner, prizegiving, presentation,
        prizes, event, race, races, evening, morning, afternoon, night, sunrise, sunset, deadline, entries, closes,
        opens, nachste, nachster, nachstes, startschuss, treffpunkt, treffen, abfahrt, siegerehrung, prochain,
        prochaine, entrainement, depart, rendez, proximo, proxima, entreno, entrenamiento, salida, prossimo,
        prossima, allenamento, partenza, ritrovo, volgende, neste, nasta, traning, trening, seuraava, harjoitus"""
    )
)
_WITHIN = frozenset(
    phrases(
        """in, at, the, a, an, was, were, is, are, we, they, i, it, and, on, for, to, from, through, with, by, who,
        that, this, will, be, you, your, our, but, as, had, has, have, when, after, before, until, lap, laps, so,
        if, all, im, am, um, ab, der, die, das, den, dem, wir, sie, ist, sind, war, waren, und, bei, nach, vor, mit,
        auf, uhr, le, la, les, a, au, aux, est, etait, nous, ils, dans, pour, avec, sur, et, en, el, los, las, es,
        son, fue, y, con, para, por, il, lo, gli, e, alle, ore, per, nel, om, het, een, op, we, wij, och, og, ved,
        kl, kello, klo"""
    )
)
_AT = frozenset(phrases("at, by, around, um, gegen, à, vers, om, alle, ore, kl, klo, kello, until, till, ab, bis, las"))
_SMALL = 2
"""Words of a sentence that a line has, at least, which is one."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STAMPED = re.compile(r"([^\W\d_]+)[.,]* \d{1,2}(?:\.|st|nd|rd|th)? [^\W\d_]{3,10}\.?,? (?:\d{4})?[ ,|–-]*$")
"""A day of the week and its date, at the end of what stands before a time: `Gepubliceerd: Vrijdag 08 juni 2018`."""
_BEHIND_DAY = re.compile(r"\d{1,2}\.? [^\W\d_]{3,9}\.?(?: \d{4})?, $")
_TIME_OF_DAY = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:]|[.,]\d)")


def is_spoken(line: str, name: str) -> bool:
    """Whether a line speaks of something else than its runner, beside lines that are somebody's.

    Args:
        line: With a time.
        name: What would be the runner's name.
    """
    if _is_label(name):
        return True
    parts = _WORD.findall(name)
    words = list(map(fold, parts))
    small = [
        at for at, part in enumerate(parts) if words[at] in _WITHIN and (part.islower() or (not at and len(parts) > 1))
    ]
    if words and all(at in small or word in DAYS | _MEETINGS for at, word in enumerate(words)):
        return True  # `800 in 2:06`, `Thu 9:12:44`
    at = _TIME_OF_DAY.search(line)
    before = line[: at.start()] if at is not None else ""
    if _BEHIND_DAY.search(before) is not None or (_WORD.findall(before)[-1:] or [""])[0] in _AT:
        return True  # `8 June at 21:14`, `Posted 16 June 2026, 22:13`
    if is_stamped(before):
        return True
    behind = {fold(word) for word in _WORD.findall(line[at.end() :])} if at is not None else set()
    if "next" in behind or not _FULL_DAYS.isdisjoint(behind):
        return True  # `Minibus leaves 9:15 next Saturday`
    met = not DAYS.isdisjoint(words) or not _MEETINGS.isdisjoint(words[:1])
    if met and _TIME_OF_DAY.search(line) is not None and (not _MEETINGS.isdisjoint(words) or _said(line)):
        return True  # but not `Sunday Alfa 17:40`
    return _said(line) >= _SMALL and _is_small(name)


def is_stamped(before: str) -> bool:
    """Whether what stands before a time is a day of the week and its date, so that it is the time of that day."""
    found = _STAMPED.search(before)
    return found is not None and fold(found[1]) in DAYS


def _is_label(name: str) -> bool:
    """Whether what would be a name says what time stands behind it: `Chip time: 48:32`."""
    return fold(name).endswith(_LABELS) and any(heading.sure for heading in read_heading(name)[:1])


_LABELS = (" time", "zeit", " split")


def _is_small(name: str) -> bool:
    """Whether words stand in small letters among what would be a name, and more than those within names."""
    return any(word.islower() and fold(word) in _WITHIN | _MEETINGS for word in _WORD.findall(name))


def _said(line: str) -> int:
    """How many words of sentences stand in a line, in small letters."""
    return sum(1 for word in _WORD.findall(line) if word.islower() and fold(word) in _WITHIN)


def is_sentence(text: str) -> bool:
    """Whether a line is of a letter, and no title: it begins as one does, or goes on behind the end of a sentence."""
    words = _WORD.findall(text)
    if not words or (_ENDS.search(text) is not None and _said(text) > _SMALL):
        return bool(words)
    return fold(words[0]) in _BEGIN and _said(text) >= (1 if text.endswith(".") else _SMALL)


_ENDS = re.compile(
    r"(?:[a-zß-ÿ]{2}|\d{4})[.!?] +[A-ZÀ-Ý]|(?<=[a-z]) (?:the|a|and|of|to|in|we|they|der|die|das|und|le|la|et)$"
)
_BEGIN = frozenset(
    phrases(
        """thanks, thank, hi, hello, dear, well, we, i, they, it, please, sorry, hope, just, lap, conditions, great,
        here, danke, liebe, hallo, wir, ich, merci, bonjour, nous, gracias, hola, grazie, ciao"""
    )
)
