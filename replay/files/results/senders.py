"""What stands before the lines of a chat and of a letter: who wrote it, and when, and that it is the subject."""

import re

_CHAT = re.compile(
    r"^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? +\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?\]?(?: -)? +[^:]{1,40}: +"
)
"""Who wrote a message, and when, as chats are exported: `[12/06/2024, 20:42] Coach: `."""
_QUOTED = re.compile(r"^(?:\s*>)+\s*")
_SUBJECT = re.compile(
    r"^\s*(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|emne|ämne|aihe|temat)\s*:\s*(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)*",
    re.IGNORECASE,
)


def without_sender(line: str) -> str:
    """A line of a chat without who wrote it, and when; of a letter without what says that it is its subject."""
    return _SUBJECT.sub("", _CHAT.sub("", _QUOTED.sub("", line)))
