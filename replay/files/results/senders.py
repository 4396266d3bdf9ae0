"""What stands before the lines of a chat and of a letter: who wrote it, and when, and that it is the subject."""

import re

_CHAT = re.compile(
    r"^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? +\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?\]?(?: -)? +[^:]{1,40}: +"
)
"""Who wrote a message, and when, as chats are exported: `[12/06/2024, 20:42] Coach: `."""
_ALONE = re.compile(
    r"^[^,\[\]\d]{1,40},? \[(\d{1,2}[./]\d{1,2}[./]\d{2,4}),? \d{1,2}:\d{2}(?::\d{2})?\]$"
    r"|^[^\d:]{1,40}? {1,2}\d{1,2}:\d{2} [AaPp][Mm]$"
)
"""The same in a line of its own: `Ida, [02.06.26 21:03]`, `ida  8:41 PM`."""
_OF_PROGRAM = re.compile(
    r"end-to-end|ende-zu-ende|extremo a extremo|bout en bout|ponta a ponta|media omitted|multimedia omitido"
    r"|medien ausgeschlossen|image omitted|created (?:this )?group|joined using|<attached:",
    re.IGNORECASE,
)
"""What a chat's program says in its lines."""
_QUOTED = re.compile(r"^(?:\s*>)+\s*")
_SUBJECT = re.compile(
    r"^\s*(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|emne|ämne|aihe|temat)\s*:\s*(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)*",
    re.IGNORECASE,
)


def sent_on(line: str) -> str:
    """When a line of a chat was written, as its sender's program says it; empty for any other line."""
    if (alone := _ALONE.match(line.strip())) is not None:
        return alone[1] or ""
    match = _CHAT.match(line)
    return match[0].strip("[ ").split(",")[0].split()[0] if match is not None else ""


def without_sender(line: str) -> str:
    """A line of a chat without who wrote it, and when; of a letter without what says that it is its subject."""
    if _ALONE.match(line.strip()) is not None or _OF_PROGRAM.search(line) is not None:
        return ""
    return _SUBJECT.sub("", _CHAT.sub("", _QUOTED.sub("", line)))
