"""What lists call those who did not finish, in the languages and sports that people have results of.

The same words hold in a race file and in a table. They were taken from what timing programs and federations print:
Hy-Tek, FinishLynx and RACE RESULT (`aufg.`), OE2010 and MeOS (`mp`, `utgått`), IOF's data standard (`MissingPunch`),
the FFA (`AB`, `NP`, `DSQ`), PZLA (`NU`, `DK`), FIDAL (`RIT`, `NP`, `SQU`), RFEA (`AB`, `NP`, `DES`), CBAt (`ABN`,
`DQL`), the KNAU (`opg`), and the Nordic federations (`brutit`, `brutt`, `kesk.`, `ej start`).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from replay.race.names import fold
from replay.race.race import Entry, Role, Status

_GUEST = """non competitive, notcompeting, not competing, hc, h c, hors concours, hors classement, hors class, a k,
    ak, ausser konkurrenz, ausser wertung, aw, a w,
    ooc, out of competition, out of comp, fuera de concurso, fuori gara, fuori classifica,
    poza konkursem, pk, mimo soutez, utom tavlan, utenfor konkurranse, guest, gast, exh, exhibition"""
"""Who ran along and is not placed."""
_WORDS = {
    Status.FINISHED: """finished, finisher, finish, fin, ok, q, qualified, classified, ran, done, arrived, complete,
        completed, winner, confirmed, conf, valid, official, normal, finalizado, finalizada, terminado, classe,
        classee, arrive,
        arrivee,
        im ziel, gefinisht, finalista, classificato, ukonczyl, ukonczyla, fullfort, fullfort lopp, godkand, maali,
        dokoncil, dokoncila, concluiu, uitgelopen""",
    Status.DNF: """dnf, did not finish, didnt finish, didnotfinish, did not complete, dnc, not finished, unfinished,
        incomplete,
        abd, ab, abn, abandon, abandons, abandoned, abandono, abandonou, abandonne, abandonnee, abandonado, ret, retd,
        retired, retire, rit, ritirato, ritirata, non arrivato, aufg, aufgabe, abg, abgebr, abgebrochen,
        aufgegeben, ausgeschieden, ausg,
        nicht im ziel, nicht beendet, kesk, keskeytti, keskeyttanyt, keskeyttaneet, brutit, brutt, brot, brot loppet,
        brutet, utgatt, udgaet, udg,
        nie ukonczyl, nie ukonczyla, nu, niet gefinisht, uitgevallen, uitval, opgave, opgegeven, opg, uitgestapt,
        nedokoncil, nedokoncila, nedob, feladta, odstopil, odstopila, odustao, odustala, haetti, haetti keppni,
        dropped, drop, dropped out, stopped, gave up, pulled out, assist, assister, otl, cutoff, cut off,
        missed cutoff, missed cut off, missed the cut off, timed out,
        swept, fuori tempo, fuori tempo massimo, ftm, fuera de tiempo, fora de tempo, hors temps, ausserhalb zeit,
        zeitlimit, zeituberschreitung, poza limitem, limit czasu, buiten tijd, over tijd, utanfor maxtid,
        utenfor makstid, injured, verletzt, blesse, blessee, overtime, over time, outside time limit,
        time limit, over time limit, max time, maxtime, hd, hdl, hors delai, hors delais, fuera de control, mispunch,
        mispunched,
        desistiu, desistencia, desistente, renuncia, renunciou, terk, terk etti, bitiremedi, udgik, zszedl, zeszla,
        ikke fullfort, ikke fuldfort, nem ert celba, nem fejezte be, εγκατελειψε, εγκαταλειψη, nije zavrsio, retirat,
        retirada, retirado,
        непр отмет, непр отметка, неправильная отметка, прев кв, прев к в, превышение контрольного времени, не фин,
        сошел, сошла, сход, снялся, снялась, не финишировал, не финишировала, не закончил, не закончила, зіишов, зіишла,
        не фінішував, не фінішувала, 途中棄権, リタイア, 退赛, 退出, 未完赛, 未完成, 中退, 棄賽, 기권,
        중도기권, 중도포기,
        완주실패, 미완주, δεν τερματισε, nu a terminat, tamamlayamadi, yarisi birakti, birakti, bo cuoc,
        mundur, פרש,
        פרשה, منسحب, انسحب, отказал се, abandonat,
        nedok, vzdal, vzdala, birakan, bitirmedi, ausgestiegen, izstajas, nebaige, katkestas, fuori tempo,
        mdnf, medical dnf, utg,
        abbandono, abandona, se retira, no finaliza, no finalizo, no completo, no llego, no termino, nao terminou,
        nao completou, na pas termine, arret, non arrivati, ei maalissa, ej i mal, ej fullfoljt, brutt lopet,
        wycofal sie, wycofala sie, wycofany, wycofana, nie dobiegl, nie dobiegla, odstoupil, odstoupila,
        niet gefinished, uitgev, ausgesch, abbruch, non finisher, nonfinisher, time out, over limit,
        mp, missing punch, missingpunch, fehlst, fehlstempel, felst, felstamplat, feilst, pulled,
        sportingwithdrawal""",
    Status.DNS: """dns, не стартовал, не стартовала, не старт, н с, н я, неявка, не явился, не явилась,
        не стартував, не стартувала,
        欠場, 未出走, 未起跑, 缺席, 弃权, 棄權, 棄権, 불참, 미출발, 결장, δεν ξεκινησε,
        baslamadi, nu a luat startul, nem rajtolt, nem allt rajthoz, δεν εκκινησε, nao compareceu, ausente,
        n ang, nicht ang, nicht erschienen, n am start, entschuldigt, unentschuldigt, entsch, unentsch,
        nie startowal, nie startowala, nieobecny, nieobecna, ikke modt, ikke mott, motte ikke, udeblevet,
        ej startat, startat ej, kom ej till start, ei startannut, poissa, nebezel, nebezela, nenastupil, nenastupila,
        no salio, no pres, n p, na pas pris le depart, nao alinhou, faltou, afwezig, afw, afgemeld, ziek,
        did not run, didnt run, not run, dnr, non starter, nonstarter, excused,
        did not start, didnt start, didnotstart, didnotenter, not started, no show, noshow, wd, wdr, withdrawn,
        withdrew, scr, scratch, scratched, cancelled, absent, fehlt, fehlte, krank, sick, ill, malade, sjuk, syk, np,
        non partant, non partante, non parti, forfait, ff,
        no presentado, no presentada, no sale, nao largou, nao partiu, nl, non partito, non partita, assente,
        nicht gestartet, nicht angetreten, nicht am start, abgemeldet, abgem,
        nem indult, ni startal, ni startala, nije startao, nije startala, maetti ekki, abwesend, nst, ej start, ejstart,
        startade inte,
        ikke startet, startet ikke, ei lahtenyt, eilaht, niet gestart, nie wystartowal, nie wystartowala, ns,
        nestartoval, nestartovala, nestart, nenast, nenastoupil, nenastoupila, н ст, nsp, no se presento, baja,
        nestarteja,
        nestartavo""",
    Status.DQ: """dq, dsq, fs, false start, d q, dqd, dqed, f s, disqu, dyskwal, zdyskwalifikowany,
        zdyskwalifikowana, disket, hylkays, descalif, diskw, gediskw, fruhstart, fehlstart, faux depart, valse start,
        tjuvstart, tyvstart, varaslahto, falstart, falsa partenza, salida nula,
        дисквалифицирован, дисквалифицирована, дисквалификация, дисквалиф,
        дискв, дискваліфікація,
        дискваліфіковании, 실격, 失格となる, 犯规, 取消资格, 取消成绩, ακυρωθηκε, ακυρωση, נפסל, נפסלה, مستبعد,
        снят, снята, 失格,
        dqf, dql, disq, disqual, disqualified, disqualification, disqualifie, disqualifiee,
        disqualifiziert, disk, dis, squ, sq, squal, squalificato, squalificata, des, desc, descal, descalificado,
        descalificada, desclassificado, desclassificada, desqualificado, dyskwalifikacja, dk, dysk, dyskw,
        diskvalifisert, diskvalificeret, diskvalificerad, diskad, hyl, hyl as, hylatty, gediskwalificeerd, disk kwal,
        diskvalifikovan, diskvalifikovana, diskv, exclu, excluded, kizart, kizarva, diskvalificiran, diskvalificirana,
        diskvalifikovany, domdur ur, diskalifiye, diskualifikuar, descalificat, desqualificat""",
    Status.UNKNOWN: """unknown, active, inactive, nc, n c, qry, uof, unplaced, non classificato, non classificata,
        non classe, non classee, nkl, n kl, nie klasyf, nie sklasyfikowany, nie sklasyfikowana, niesklasyfikowany,
        niesklasyfikowana,
        started, running, racing, moved,"""
    + _GUEST,
}
STATUS_LETTERS = {"dnf": "DNF", "dq": "DQ", "dns": "DNS", "unknown": "?"}
"""What we print of a status that has no time, in letters that every list has."""

STATUS_WORDS = {"dnf": "did not finish", "dq": "disqualified", "dns": "did not start", "unknown": "time not known"}
"""The same in words."""

_PACED = ("paced",)
"""The same of a pacemaker who left the race, on boards of all widths: he came for that, and it is no failure."""

_ALONE = {
    **dict.fromkeys(("lap", "lpd", "lapped"), Status.DNF),
    **dict.fromkeys(("win", "won"), Status.FINISHED),
}
"""What says so alone in its cell only, as of who was taken out lapped; else it is a lap, or a name: `Win, Aung`."""
_WITHDREW = frozenset(("弃权", "棄權", "棄権", "withdrawn", "withdrew", "wd", "wdr", "baja", "abgemeldet", "forfait"))
"""Words for who gave up his place, before the start or on the way."""
_STATUSES = {" ".join(phrase.split()): status for status, words in _WORDS.items() for phrase in words.split(",")}
_GUESTS = frozenset(" ".join(phrase.split()) for phrase in _GUEST.split(","))
_LONGEST = max(phrase.count(" ") for phrase in _STATUSES) + 2
"""Words of a status; an apostrophe parts one: `n'a`."""
_LEADING = "(*- –—"
_PLAIN = 7
"""Letters from which on a word is a status whatever stands behind it."""


def status_forms(entry: Entry, status: str) -> tuple[str, ...]:
    """What the screen says of a runner with a status that has no time, longest first; empty for all other statuses."""
    if status == Status.DNF and entry.role is Role.PACEMAKER:
        return _PACED
    return (STATUS_WORDS[status], STATUS_LETTERS[status]) if status in STATUS_WORDS else ()


def status_words(entry: Entry, status: str) -> str:
    """The longest of `status_forms`; empty where there is none."""
    return next(iter(status_forms(entry, status)), "")


class StatusNote(NamedTuple):
    """A status, and what stands behind it."""

    status: Status
    note: str = ""
    """Such as the rule by which somebody was disqualified: `TR54.7.5`."""


@lru_cache(maxsize=4096)
def read_status(text: str) -> StatusNote | None:
    """The status a word or a few say: `DNF`, `aufg.`, `DQ TR54.7.5`, `DNF - injury`; None where they say none.

    Case, accents and full stops do not count. What stands behind the status is its note, as it is written.
    """
    plain = text[:200].replace("_", " ").strip().lstrip(_LEADING)
    if not plain[:1].isalpha():
        return None
    plain = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda letters: letters[0].replace(".", ""), plain)
    plain = plain.replace("'d", "d").replace("’d", "d")
    words = list(re.finditer(r"\w+", plain))
    for count in range(min(_LONGEST, len(words)), 0, -1):
        end = words[count - 1].end()
        status = _STATUSES.get(fold(plain[:end]))
        if status is not None and _is_set_off(plain[:end], plain[end:]):
            note = plain[end:].strip(" .:;,-–—/()[]*")
            why = plain[:end] if fold(plain[:end]) in _REASONS else ""
            return StatusNote(status, note if any(map(str.isalnum, note)) else why)
    return None


_REASONS = frozenset(("cutoff", "cut off", "missed cutoff", "missed cut off", "missed the cut off", "timed out"))
"""Words for a status that say why, and are its note."""


def status_in_cell(text: str) -> StatusNote | None:
    """The same of a cell that can have nothing else than what became of somebody."""
    alone = _ALONE.get(fold(text))
    return read_status(text) or (StatusNote(alone, text.strip()) if alone is not None else None)


def is_out(text: str) -> bool:
    """Whether a cell says why somebody has no time."""
    told = read_status(text)
    return told is not None and told.status in {Status.DNF, Status.DNS, Status.DQ}


def has_withdrawn(text: str) -> bool:
    """Whether a cell says that somebody withdrew: before the start, unless he has times on the way.

    `弃权` and `棄権` are the same word. Lists of both languages have it for those who did not start, and say `途中棄権`
    of who stopped on the way; who has a time there was under way whatever the word.
    """
    return fold(text) in _WITHDREW


def is_guest(text: str) -> bool:
    """Whether a cell says that somebody ran outside the competition: `HC`, `a.K.`, `guest`."""
    plain = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda letters: letters[0].replace(".", ""), text.strip())
    return fold(plain.strip("()[]. ")) in _GUESTS


_PACING = frozenset(
    """pacemaker, pacemakers, pacer, pacers, pacing, rabbit, hare, hase, tempomacher, tempomacherin, haas, fartholder,
    farthallare, janis, zajac, zajic, lievre, liebre, lepre, lebre""".replace(",", "").split()
)
_PACE = frozenset(("pace", "pm", "pace maker", "meneur dallure"))


def is_pacing(text: str) -> bool:
    """Whether a remark says that somebody set the pace for others: `pacemaker to 800 m`, `lièvre`, `pace`."""
    words = fold(text)
    return words in _PACE or not _PACING.isdisjoint(words.split())


def _is_set_off(status: str, rest: str) -> bool:
    """Whether what stands behind a status is its note, and not the rest of a name that begins like one."""
    if not any(map(str.isalnum, rest)) or len(status) >= _PLAIN or any(char.isdigit() for char in rest):
        return True
    return re.match(r"\s*[.:;,(\[/–—-]", rest) is not None or is_pacing(rest)
