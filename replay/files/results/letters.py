"""What stands above a message and around it: `From:`, `Date:`, `Subject:`, in a mail as it is kept or as it is pasted.

Nothing of it is a runner. The subject is a title; the day on which it was sent is the race's where nothing else is.
"""

import re
from collections.abc import Sequence

from replay.files.results.senders import without_sender
from replay.files.table.days import SHOWN_AT
from replay.files.table.values.months import day_in
from replay.files.table.wording.words import phrases
from replay.race.names import fold

_SUBJECT = frozenset(
    phrases("subject, betreff, objet, asunto, oggetto, assunto, onderwerp, emne, amne, aihe, temat, predmet, targy")
)
_SENT = frozenset(
    phrases(
        """date, sent, datum, gesendet, envoye, fecha, enviado, data, inviato, verzonden, dato, sendt, skickat,
        lahetetty, paivamaara, wyslano, odeslano"""
    )
)
_OTHERS = frozenset(
    phrases(
        """from, to, cc, bcc, von, an, de, a, para, da, van, aan, fra, til, fran, till, lahettaja, vastaanottaja, od,
        do, komu, kopie, copie, cco, ccn, reply to, return path, received, message id, mime version, content type,
        content transfer encoding, content language, content disposition, delivered to, user agent, importance,
        sender, list id, in reply to, references, attachments, thread topic, thread index, dkim signature,
        authentication results, received spf, precedence, organization"""
    )
)
_LINE = re.compile(r"[>\s]{0,8}\*{0,2}([^\W\d_][\w-]*(?: [\w-]+){0,3})\*{0,2}\s?:\*{0,2}(?:\s+(.*)|$)")
_WROTE = re.compile(
    r"[>\s]{0,8}(?:on|am|le|el|il|op|den|dne)\s.{6,90}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto"
    r"|schreef.{0,60}|skrev.{0,60})\s*:\s*",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"[>\s]{0,8}-{2,20}[^-]{0,60}(?:message|nachricht|mensaje|messaggio|bericht)[^-]{0,60}-{2,20}\s{0,8}", re.IGNORECASE
)
"""What stands above a message that is answered, or passed on."""
_FEWEST = 2


def without_headers(lines: Sequence[str]) -> list[str]:
    """The lines, those of messages' headers blank, but for the subject and, if no other line has a day, when it was.

    Args:
        lines: Of a text; as many come back.
    """
    made = list(lines)
    sent: list[tuple[int, str]] = []
    at = 0
    while at < len(lines):
        end, named = _block(lines, at)
        if len(named) >= _FEWEST and (_SUBJECT | _SENT) & set(named):
            made[at:end] = [""] * (end - at)
            if (subject := next((named[key] for key in named if key in _SUBJECT), "")) and not any(made[:at]):
                made[end - 1] = without_sender(f"Subject: {subject}")
            sent += [(at, named[key]) for key in named if key in _SENT]
        elif _WROTE.fullmatch(lines[at]) is not None or _FORWARDED.fullmatch(lines[at]) is not None:
            made[at] = ""
            sent.append((at, lines[at]))
        at = max(end, at + 1)
    if sent and not any(day_in(line) for line in made if SHOWN_AT.search(line) is None):
        day = next((day for _, text in sent if (day := day_in(text)) is not None), None)
        made[sent[0][0]] = f"{day.day} {day:%B %Y}" if day is not None else ""
    return made


def _block(lines: Sequence[str], at: int) -> tuple[int, dict[str, str]]:
    """Where headers that begin in a line end, and what they say by their names; a line that is set in goes on."""
    named: dict[str, str] = {}
    last = ""
    while at < len(lines):
        line = lines[at]
        match = _LINE.fullmatch(line)
        name = fold(match[1]) if match is not None else ""
        if match is not None and (name in _SUBJECT | _SENT | _OTHERS or name.startswith("x ")):
            last = name
            named.setdefault(name, (match[2] or "").strip())
        elif last and line[:1] in " \t" and line.strip():
            named[last] = f"{named[last]} {line.strip()}".strip()
        else:
            break
        at += 1
    return at, named
