"""What a text says of other races than its own, which is none of its own: `Next race: 10 km on May 3`."""

import re

from replay.race.names import fold

_RACES = r"(?:race|event|run|meet|meeting|parkrun|one|time|year|season|stop|fixture|edition)s?"
_DAYS = (
    r"(?:week(?:end)?|month|date|summer|winter|spring|autumn|fall|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january"
    r"|february|march|april|may|june|july|august|september|october|november|december|mile|marathon|half"
    r"|\d+ ?(?:km?|m|miles?)?)s?"
)
"""What may be the race's own day behind `last`: people write of last Sunday's mile."""
_OTHER = re.compile(
    rf"(?:(?<!results of the )(?<!results of )\b(?:last|previous) {_RACES}\b"
    rf"|\b(?:next|coming|upcoming|following) (?:{_RACES}|{_DAYS})\b"
    rf"|\bnext up\b|\bcoming up\b|\bsee (?:you|u|ya)\b|\bsign ups?\b|\bregist(?:er|ration)\b"
    r"|\bentr(?:ies|y) (?:is|are|now|open)\b|\bsave the date\b|\bdont forget\b"
    r"|\b(?:nachste|kommende|vorige|letzte|vergangene)[nrsm]? (?:\w+lauf|lauf|rennen|termin|mal|woche|jahr|ausgabe|\d)"
    r"|\banmeldung|\bprochaine? (?:course|epreuve|edition|etape|date|rendez vous)|\brendez vous (?:le|au)\b"
    r"|\binscriptions?\b|\b(?:course|edition|annee|an) (?:derniere?|precedente)\b|\bderniere (?:course|edition)"
    r"|\bproxim[oa]s? (?:carrera|prueba|cita|evento|edicion|corrida|prova|etapa)|\binscri(?:pciones|coes|zioni)\b"
    r"|\bprossim[oa] (?:gara|corsa|appuntamento|edizione|tappa)|\b(?:ultima|pasada) (?:carrera|edicion|gara|corsa)\b"
    r"|\b(?:volgende|vorige) (?:wedstrijd|loop|race|run|editie)|\binschrij\w+"
    r"|\b(?:neste|naeste|nasta|forrige|forra) (?:lop|lob|lopp|konkurranse|tavling|stevne|etape|deltavling)"
    r"|\b(?:pamelding|anmalan|tilmelding)\b|\bseuraava\w* (?:kilpailu|juoksu|osakilpailu)"
    r"|\b(?:nastepny|kolejny|ostatni)\w* (?:bieg|zawod)|\bzapisy\b|\b(?:pristi|dalsi|minuly) (?:zavod|beh))"
)
"""How clauses speak of them, folded: in the languages of most lists."""
_ENDS = re.compile(r"(?<=[^\d][.!?;])\s+|(?<=[,:(|·–—-])\s+|\s+(?=[(|·–—-])|\s+(?=and the |und |et )")
"""Where a clause ends."""


def own_words(text: str) -> str:
    """A text without what it says of other races, up to the end of each sentence; empty where that is all.

    Args:
        text: A line above or below a list, or a heading.
    """
    if _OTHER.search(fold(text)) is None:
        return text
    kept: list[str] = []
    other = False
    for clause, end in _clauses(text):
        other = other or _OTHER.search(fold(clause)) is not None
        if not other:
            kept.append(clause)
        other = other and end not in ".!?;"
    return " ".join(kept).rstrip(" ,:(|·–—-")


def _clauses(text: str) -> list[tuple[str, str]]:
    """The clauses of a text, each with its last sign."""
    return [(part, part[-1:]) for part in _ENDS.split(text) if part]
