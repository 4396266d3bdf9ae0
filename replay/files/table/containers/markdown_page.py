"""Pages of a site in Markdown whose table is HTML: the lines above it as a browser would get them.

    ---
    title: Spring Cup
    ---
    # Results
    <table><tr><td>1</td> ...

What stands between lines of `---` at the top is for the program that makes the site; of it the title and the day count.
"""

import re

_FRONT = re.compile(r"\s*---[ \t]*\r?\n((?:(?!---)[^\n]*\n){1,200})---[ \t]*\r?\n")
_TABLE = re.compile(r"^[ \t]*<table\b[^<>]*>\s*<(?:thead|tbody|caption|colgroup|tr)\b", re.IGNORECASE | re.MULTILINE)
_TOLD = re.compile(r"(title|date)[ \t]*:[ \t]*[\"']?([^\"'\r\n]{1,200}?)[\"']?[ \t]*\r?")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*\r?")


def is_markdown_page(text: str) -> bool:
    """Whether a text begins as such a page does, with its own lines or a heading, and has a table of HTML below."""
    begins = _FRONT.match(text) is not None or _HEADING.match(text.lstrip()) is not None
    return begins and _TABLE.search(text) is not None


def as_page(text: str) -> str:
    """Such a page as HTML; the lines stay the lines, and any other text is as it was."""
    if not is_markdown_page(text):
        return text
    front = _FRONT.match(text)
    at = front.end() if front is not None else 0
    head = [_told(line) for line in text[:at].split("\n")]
    return "\n".join(head) + "\n".join(map(_heading, text[at:].split("\n")))


def _told(line: str) -> str:
    match = _TOLD.fullmatch(line)
    if match is None:
        return ""
    return f"<title>{match[2]}</title>" if match[1] == "title" else f"<p>{match[2]}</p>"


def _heading(line: str) -> str:
    match = _HEADING.fullmatch(line)
    return f"<h{len(match[1])}>{match[2]}</h{len(match[1])}>" if match is not None else line
