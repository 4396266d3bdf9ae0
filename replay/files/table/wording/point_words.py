"""The words that say of a point of a race what is told of it, and what laps and controls are called."""

import re

from replay.files.table.wording.words import phrases
from replay.race.names import unaccented

RANKS = frozenset(
    phrases(
        """rank, ranks, rk, place, places, pos, position, platz, rang, rng, plz, pl, classement, clt, puesto,
    posicion, posizione, posicao, coloc, miejsce, msc, plaats, plass, placering, sija, sijoitus, poradi,
    hely, open, overall, plac, plats, 順位, 排名, 名次, 순위"""
    )
)
PACES = frozenset(
    phrases(
        """pace, speed, kmh, kph, mph, schnitt, geschwindigkeit, vitesse, allure, moyenne, ritmo, velocidad,
    velocita, media, predkosc, snelheid, gemiddelde, snitt, fart, hastighet, nopeus, vauhti, rychlost, passo,
    min, mile, miles, paces, speeds, ヘース, 配速"""
    )
)
GAPS = frozenset(
    phrases(
        """gap, diff, difference, behind, delta, ruckstand, abstand, ecart, retard, distacco, strata, roznica,
    achterstand, ztrata, odstup, dif, change, gained"""
    )
)
CLOCKS = (
    r"\btods?\b|time of day|clock time|time of the day|uhrzeit|tageszeit|heure de passage|heure|hora|godzina"
    r"|klokkeslett|klockslag|kellonaika|orario|ora di passaggio|hodina|day time|daytime|wall clock"
)
LAPS = frozenset(
    phrases(
        """lap, laps, l, lp, rd, loop, loops, boucle, yard, rundenzeit, varvtid, rundetid, kierrosaika, rondetijd,
    omgangstid, omgang, rep, reps, repetition, wiederholung, wdh,
    runde, runden, tour, vuelta, giro, volta, okrazenie, ronde, varv, kierros,
    kolo, okr, leg, legs, relais, relevo, frazione, zmiana, vaihto, stracka, osuus, section,
    sector, segment, wechsel, ubergabe, vaxling, abschnitt, teilstuck, troncon, odcinek, etappe, split, splits,
    zwischenzeit, zz,
    parcial, parziale, miedzyczas, tussentijd, mellomtid, mellantid, mellemtid, valiaika, mezicas,
    intermediate, int, zw, kor, korido"""
    )
)
SINCE = frozenset(
    phrases(
        """lap, loop, boucle, runde, tour, vuelta, giro, volta, okrazenie, ronde, varv, kierros, kolo, leg, section,
    sector, segment, relais, relevo, frazione, zmiana, vaihto, stracka, osuus"""
    )
)
CHECKPOINTS = (
    r"cp|check ?points?|chk|aid(?: station)?|control|kontrolle|kontroll|station|tp|timing point|punkt|punto|point|mat"
    r"|pk|pc|ravito|ravitaillement|verpflegung|vp|pomiar|meetpunt|rasti|bod|transition|t|relay|exchange|k|cz|pm"
)
HURDLES = r"h|hurdle|td|touchdown|hurde|hurden|haie|valla|ostacolo|barreira|plotek|horde|hack|haekke|hekk|aita"
"""What a hurdle is called, in an athletics federation's languages."""
LAPS_TO = re.compile(r"(?:laps?|runden?|tours?|varv|vueltas?|giri|ronden?) \d{1,3} (\d{1,3})")
"""Several laps in one: `Lap 6-10`."""
BESTS = frozenset(
    phrases(
        """pb, sb, pr, best, bests, record, rekord, seed, target, goal, predicted, prediction, bestzeit, bestleistung,
    personlig, persbest, marca, qualifying, entry"""
    )
)
"""What is said of a time in another race: `5K PB`."""
HALVES = re.compile(
    unaccented(
        r"\b(?:half ?marathon|half ?way|halfway|half ?time|half|halbmarathon|halb|halbzeit|hm"
        r"|mi[ -]?course|mid[ -]?(?:point|way)"
        r"|semi(?: ?marathon)?(?![ -]?final)"
        r"|media ?maraton|media|mezza ?(?:maratona)?|meia ?maratona|meia|polmaraton\w*|polmetek|polowa|halve ?marathon"
        r"|中間(?:点|地点)?|中间点?|半程|半马|半馬|ハーフ|하프|половина|полумарафон|halvmarat?h?on|halvvags|halvveis|halvvejs|halvvei|puolimatka|mitad|puolimaraton|puolivali|pulmaraton|pulka|demi)\b"
    )
)
MARATHONS = re.compile(r"\b(?:marathon|maraton|maratona)\b")
FINISHES = re.compile(
    unaccented(
        r"\b(?:финиш|ゴール|フィニッシュ|终点|完走"
        r"|finish|finishline|full course|ziel|arrivee|meta|llegada|arrivo|chegada|mal|maali|cil|end)\b"
    )
)
STARTS = re.compile(r"\b(?:start|startline|depart|salida|partenza|partida|lahto)\b")
OVERALL = frozenset(
    phrases(
        """overall, total, tot, totalt, totale, general, gral, gen, geral, abs, absolute, assoluta, ass, absoluta, oa,
    o a, open, scratch, ges, gesamt, insgesamt, celkem, celkove, alls, bendra, абс, общее, all, ogolem, ogolne, ukupno,
    kokonais, yhteensa, algemeen"""
    )
)
"""What is said of a place among all."""
GLUED = (
    r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-zA-Z]{3})(?=\d+[kK](?![a-z]))"
    r"|(?<=[a-zA-Z\u3040-\u30ff\u4e00-\u9fff])(?=\d+(?:[.,]\d+)?(?i:km|em|mi)(?![a-zA-Z]))"
    r"|(?:(?<=\d[kK])|(?<=[kK][mM])|(?<=GUN)|(?<=NET))(?=[\u3040-\u30ff\u4e00-\u9fff])"
)
"""Where a heading goes on with another word or with how far it was: `chipTime`, `Rank5km`, `Split5k`, `5km通過`."""
NTH = re.compile(
    r"\d{1,2}(?:\.|st|nd|rd|th|e|er|º|:a)? ?(?:runner|laufer|lauferin|athlete|relayeur|coureur|corredor|zawodnik)"
    r"|(?:runner|laufer|lauferin|athlete|member|relayeur|zawodnik) [1-9]\d?"
)
"""One of a team's runners: `2. Läufer`, `Runner 7`."""
MEMBER = re.compile(r"(?:leg|runner|athlete|member|laufer|strecke|etappe|relayeur|zawodnik) ?\d{1,2} (.+)")
"""Whose name a team's column has: `Leg1 Surname`."""
A_LEG = re.compile(r"(?:leg|strecke|etappe|relais|relayeur|frazione|zmiana|vaihto|stracka) ?[1-9]\d?")
"""Where who ran a leg may stand as well as the time: `Leg 1`."""
UNITS = frozenset(("h", "hh", "min", "mm", "m", "s", "ss", "sec"))
"""What a time is counted in: `5 km (min)`, `5 km (min:sec)`; only `min/km` is a pace."""
NO_TIME = (RANKS | PACES | {"leg", "section", "sector", "segment", "sectors", "segments"}) - OVERALL - UNITS
NO_TIME -= {"mile", "miles", "media"}
"""What is told of the finish and is no time since the start: `GenderRanks Finish`, `Sectors Finish`."""
BORN = frozenset(
    phrases(
        """birth, geb, geburt, naissance, nacimiento, nascita, nascimento, naixement, urodzenia, narozeni, narodenia,
        rodenja, rojstva, rozhdeniya, рождения, народження, раждане, szuletesi, nasterii, gimimo, dzimsanas, dogum,
        γεννησης, lahir, syntyma, sinh"""
    )
)
"""What stands beside a day, or a time, that is nobody's race: `Data urodzenia`, `Születési idő`."""
LAP_AT = re.compile(rf"^({'|'.join(LAPS)}) \d{{1,2}} (?=\d)")
"""A lap's number before how far it was: `Lap 1 200m` is at 200 m, and not at 1200."""
NET = frozenset(
    phrases("net, netto, chip, puce, neto, liquido, nettotid, cisty, чистое, нетто, ネット, 净, chiptime, chiptimes")
)
GUN = frozenset(phrases("gun, brutto, brut, bruto, gross, lordo, hruby, грязное, брутто, クロス, guntime, guntimes"))
"""What a time counts from: the line, or the gun."""
UNREAD = re.compile(
    r"%|\bage ?-?(?:graded|adjusted|adj)|altersbereinigt|alterskorrigiert|alder?sgrad|wma\b"
    r"|\b(?:min|mn|m:s|mm:ss|min:s(?:ec|s)?|'|s)\.? ?/ ?(?:km|mi|mile)\b"
)
"""`% Back` is no gap, `Moy. min/km` a pace, and nothing is of use that is worked out for an age."""
EKIDEN = re.compile(r"(\d{1,2}) ?[区區](?: ?(?:個人|区間)?(?:記録|タイム))?")
"""A leg of a relay on the road, or who ran it: `1区 記録`, `1区 氏名`."""
LEGS = frozenset(
    phrases(
        """leg, section, sector, segment, abschnitt, teilstuck, troncon, odcinek, etappe, sectors, segments, ラッフ,
    区間"""
    )
)
PREFIXED = re.compile(
    r"(?:t|s|d|x|m|c|cum|sp|tm|dist|at|time|pass|passage|passering|doorkomst|durchgang|passaggio|paso|passagem|przejscie)"
    r" (?P<number>[1-9]\d{2,4})"
)
"""A point as programs call their columns: `t400`, `cum800`, `passage1000`."""


def is_pass(words: set[str]) -> bool:
    """Whether `passo` is no pace but a pass with a name: `Passo Lupo km 29`."""
    return words & PACES == {"passo"} and not words - {"passo"} <= _OF_PACES


_OF_PACES = frozenset(("medio", "media", "gara", "al", "a", "min", "km", "di", "per", "s"))
