"""Values in a page's scripts, from which the browser makes its lists: JSON by itself, or given to a name.

`<script type="application/json">`, `window.__DATA__ = {...};`, `var rows = [...]`, `JSON.parse("...")`, and the pieces
that Next.js pushes.
"""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from replay.files.entities import unescaped

_MOST_SCRIPTS = 200
_MOST_VALUES = 30
"""Of one script."""
_SCRIPT = re.compile(r"<script\b[^<>]{0,2000}>", re.IGNORECASE)
_GIVEN = re.compile(r"(?:[=(:]|\breturn)\s*(?=[\[{])")
_IN_ATTRIBUTE = re.compile(
    r"""\s:?[\w-]{1,60}=(?:"([\[{](?:&quot;|&#34;|\[|\{)[^"]{20,}+)"|'([\[{]["\[{][^']{20,}+)')"""
)
"""What a page gives its parts in an attribute, as Vue, Inertia and Astro do: `data-page="{&quot;props&quot;...`."""
_STRING = r'"(?:[^"\\]|\\.)*+"'
_PARSED = re.compile(rf"JSON\.parse\(\s*({_STRING}|'(?:[^'\\]|\\.)*+')", re.DOTALL)
_PUSHED = re.compile(rf"__next_f\.push\(\[\d+,\s*({_STRING})\s*\]\)", re.DOTALL)
_PIECE = re.compile(r"[0-9a-f]+:\s*(?=[\[{])")
_TIMED = re.compile(
    r"\d:\d\d|\d[.,]\d|(?:time|seconds|elapsed|millis|chip|gun|net|finish|result)\w{0,20}[\"']?\s?:\s?\d{3}",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    rf"""{_STRING}|'(?:[^'\\]|\\.)*+'|[\[\]{{}}]|(?<![\w$.])[A-Za-z_$][\w$]*+(?=\s*:)|,(?=\s*[\]}}])|\bundefined\b"""
)


def values_in(page: str, heads: Sequence[Sequence[str]] = ()) -> Iterator[str]:
    """The texts of JSON in the scripts of a page in which there may be times.

    Args:
        page: The whole page.
        heads: Headings of tables that a script would fill.
    """
    pushed: list[str] = []
    for script in islice(_scripts(page), _MOST_SCRIPTS):
        text = script.strip().removesuffix(";").rstrip()
        if _TIMED.search(text) is None:
            continue
        if text[:1] in ("[", "{"):
            yield text
            continue
        if pieces := [_string(match[1]) for match in _PUSHED.finditer(text)]:
            pushed += pieces
            continue
        yield from (_string(match[1]) for match in islice(_PARSED.finditer(text), _MOST_VALUES))
        named = [match[1] for match in _NAMED.finditer(text)]
        yield from (_headed(value, [*heads, named, *_words(text)]) for value in _given(text))
    for match in islice(_IN_ATTRIBUTE.finditer(page), _MOST_VALUES):
        text = unescaped(match[1] or match[2])
        if _TIMED.search(text) is not None:
            yield text
    for line in "".join(pushed).split("\n"):
        if (piece := _PIECE.match(line)) is not None and _TIMED.search(line) is not None:
            yield line[piece.end() :]


def _scripts(page: str) -> Iterator[str]:
    at = 0
    while (begun := _SCRIPT.search(page, at)) is not None:
        end = page.find("</", begun.end())
        while end >= 0 and page[end + 2 : end + 8].lower() != "script":
            end = page.find("</", end + 2)
        if end < 0:
            return
        yield page[begun.end() : end]
        at = end


def _string(text: str) -> str:
    """What a string of a script says."""
    inner = text[1:-1]
    if text[0] == "'":
        inner = re.sub(
            r'\\(.)|"', lambda found: '\\"' if found[1] in (None, '"') else "'" if found[1] == "'" else found[0], inner
        )
    try:
        return str(json.loads(f'"{inner}"', strict=False))
    except ValueError:
        return ""


def _headed(value: str, heads: Sequence[Sequence[str]]) -> str:
    """A list of bare rows below the headings that are as many as its cells; any other value as it is."""
    if re.match(r"\[\s*\[", value) is None:
        return value
    try:
        rows = json.loads(value)
    except (ValueError, RecursionError):
        return value
    widths = {len(row) if isinstance(row, list) else 0 for row in rows}
    named = next((titles for titles in heads if widths == {len(titles)}), None)
    return json.dumps([list(named), *rows]) if named is not None else value


_NAMED = re.compile(r"""\b[\"']?(?:title|sTitle|headerName)[\"']?\s*:\s*[\"']([^\"'<>]{1,40})[\"']""")
"""The heading of a column, as DataTables and its kin are told it."""


def _words(text: str) -> Iterator[list[str]]:
    """Lists of nothing but words that a script gives to names: they may be the headings of what it gives to others."""
    for found in islice(_BARE.finditer(text), _MOST_VALUES):
        try:
            yield list(map(str, json.loads(value_at(text, found.start(1))[0])))
        except ValueError:
            continue


_BARE = re.compile(r"(?:[=(:]|\breturn)\s*(\[\s*[\"'][^\[\]{}]{2,4000}\])")


def _given(text: str) -> Iterator[str]:
    """What a script gives to names, as JSON."""
    at, count = 0, 0
    while count < _MOST_VALUES and (found := _GIVEN.search(text, at)) is not None:
        value, at = value_at(text, found.end())
        if value and _TIMED.search(value) is not None:
            count += 1
            yield value


def value_at(text: str, at: int) -> tuple[str, int]:
    """An object or array of JavaScript that begins somewhere, as JSON, and where it ends; nothing where it is code."""
    depth, made, last = 0, [], at
    for token in _TOKEN.finditer(text, at):
        made.append(text[last : token.start()])
        last, word = token.end(), token[0]
        depth += (word in "[{") - (word in "]}")
        if word[0] == "'":
            word = json.dumps(_string(word))
        elif word[0].isalpha() or word[0] in "_$":
            word = "null" if word == "undefined" else f'"{word}"'
        elif word == ",":
            word = ""
        made.append(word)
        if depth == 0:
            return "".join(made), last
    return "", len(text)
