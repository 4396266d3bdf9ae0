"""A report in a page, as the lines that a browser shows of it."""

import re

from replay.files.entities import unescaped

_PAGE = re.compile(r"<(?:html|pre|body)\b", re.IGNORECASE)
_SILENT = re.compile(r"<(script|style)\b", re.IGNORECASE)
_ENDS = re.compile(r"<br */?>|</(?:p|div|h\d|title)>", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")
_HEAD = 20_000
"""Characters in which a page says that it is one."""


def shown(data: bytes) -> list[str]:
    """The lines of a text; of a page those between its tags, without scripts."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if _PAGE.search(text, 0, _HEAD):
        text = unescaped(_TAGS.sub("", _ENDS.sub("\n", _without_scripts(text))))
    return [line.expandtabs().replace("\xa0", " ").rstrip() for line in text.splitlines()]


def _without_scripts(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (begun := _SILENT.search(text, at)) is not None:
        kept.append(text[at : begun.start()])
        end = re.compile(rf"</{begun[1]}>", re.IGNORECASE).search(text, begun.end())
        if end is None:
            return "".join(kept)
        at = end.end()
    return "".join([*kept, text[at:]])
