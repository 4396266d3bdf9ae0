r"""Tables that are drawn or marked up, as the same table in plain signs: boxes, wikis, LaTeX, Markdown's stars.

Terminals and databases draw tables (`│ 1 │ Ada │`), wikis and notes mark them up (`| 1 || [[Ada]]`, `**Ada**`).
Spreadsheets that open a file wrongly save each line in quotes of its own, and programs write `\"` for a quote in one.
"""

import re
import unicodedata

from replay.files.table.layouts.lapped_lines import lapped_lines
from replay.race.names import fold
from replay.race.nations import nation_code

_BOXES = str.maketrans(
    dict.fromkeys("│┃║┊┆╎", "|")
    | dict.fromkeys("─━═┈┄╌", "-")
    | dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┏┳┓┣╋┫┗┻┛╭╮╰╯┠┨┯┷┿╂", "+")
)
_LINK = re.compile(r"!?\[([^\[\]|\n]{0,200})\]\([^()\s]{0,500}\)")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3}|__|`|~~)(?=\S)([^|*`\n]{1,120}?)(?<=\S)\1(?![\w*])")
_FORMULA = re.compile(r'(^|[,;\t|])=("(?:[^"]|"")*")(?=[,;\t|\r\n]|$)', re.MULTILINE)
"""`="0012"`, by which programs keep a spreadsheet from taking a text for a number."""
_WHOLE = re.compile(r'"((?:[^"]|"")*)"[ \t]*')
_LOOKED_AT = 100_000
"""Characters in which a table begins."""
_SIGNS = ",;\t"


def unmarked(text: str) -> str:
    """A text in which a table stands in plain signs; the lines stay the lines."""
    if any(sign in text[:_LOOKED_AT] for sign in "│┃║"):
        text = text.translate(_BOXES)
    if is_latex(text[:_LOOKED_AT]):
        return _unset(text)
    if "{|" in text[:_LOOKED_AT] and "\n|-" in text:
        return _unwikied(text)
    if "|" in text and any(map(_is_rule, text[:_LOOKED_AT].splitlines())):
        text = _STRONG.sub(r"\2", _LINK.sub(r"\1", text))
    if "=" in text and '="' in text:  # a single sign is found ten times as quickly
        text = _FORMULA.sub(r"\1\2", text)
    if text[:1] == "'":
        text = _double_quoted(text)
    if (lapped := lapped_lines(text)) is not None:
        text = lapped
    if '"' in text:
        text = _unquoted(text.replace('\\"', '""') if "\\" in text else text)
    return text


_TABULAR = re.compile(r"\\begin\{(?:tabular|longtable|tabularx|tabu|array)\b")
_TITLED = re.compile(r"\\(?:caption|section|title)\*?\{([^{}]{1,300})\}")
_RULES = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|centering|noalign|addlinespace)\b"
    r"|\\c(?:line|midrule)(?:\([lr]+\))?\{[\d-]+\}"
)
_MANY = re.compile(r"\\multi(?:column|row)\{[^{}]{0,20}\}\{[^{}]{0,60}\}\{([^{}]{0,300})\}")
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?\{([^{}]{0,300})\}")
_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327", "v": "\u030c"}
_ACCENT = re.compile(r"""\\(?:(['`^"~])\s*|([cv])(?=\{))\{?(\\?[a-zA-Z])\}?""")
_LETTERS = {
    r"\ss": "\xdf",
    r"\o": "\xf8",
    r"\O": "\xd8",
    r"\aa": "\xe5",
    r"\AA": "\xc5",
    r"\l": "\u0142",
    r"\ae": "\xe6",
}


def is_latex(text: str) -> bool:
    """Whether a text has a table as LaTeX sets it."""
    return "&" in text and _TABULAR.search(text) is not None


def _unset(text: str) -> str:
    """LaTeX's first table with tabs: each row in the line in which it ends, what is said above in lines of its own."""
    text = re.sub(r"(?<!\\)%[^\n]*", "", text).replace(r"\&", "\x00")
    begin = _TABULAR.search(text)
    at = begin.start() if begin is not None else 0
    end = text.find("\\end{", at)
    made = ["\t".join(match[1] for match in _TITLED.finditer(line)) for line in text[:at].split("\n")]
    row = ""
    for line in _plain(text[at : end if end >= 0 else len(text)].partition("\n")[2]).split("\n"):
        row += f" {line}"
        *whole, row = re.split(r"\\\\(?:\[[^\]]*\])?", row)
        cells = [one for one in whole if one.strip()]
        made.append("\t".join(" ".join(cell.split()) for cell in cells[0].split("&")) if cells else "")
    return "\n".join(made).replace("\x00", "&") + "\n"


def _plain(text: str) -> str:
    """What LaTeX's commands show."""
    for sign, letter in _LETTERS.items():
        text = re.sub(rf"{re.escape(sign)}(?:\{{\}}|\b\s?)", letter, text)
    text = _ACCENT.sub(lambda found: unicodedata.normalize("NFC", found[3] + _ACCENTS[found[1] or found[2]]), text)
    text = _MANY.sub(r"\1", _RULES.sub("", text))
    for _ in range(_DEEPEST):
        text = _COMMAND.sub(r"\1", text)
    text = re.sub(r"\\([%$#_{}])", r"\1", text.replace("~", " ").replace("$", ""))
    return re.sub(r"[{}]|\\(?:bf|it|em|small|footnotesize|tiny)\b", "", text).replace("--", "\u2013")


def _is_rule(line: str) -> bool:
    """Whether a line parts the headings of a table in Markdown from its rows: `| --- | ---: |`."""
    return "--" in line and "|" in line and not set(line) - set("|:- \t")


def _double_quoted(text: str) -> str:
    """Lines of which every cell stands in single quotes, with those that are usual; any other text as it is."""
    lines = text.splitlines()
    if not all(_SINGLES.fullmatch(line) for line in lines if line.strip()):
        return text
    return "\n".join(
        _SINGLE.sub(lambda cell: '"' + cell[1].replace("''", "'").replace('"', '""') + '"', line) for line in lines
    )


_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_SINGLES = re.compile(r" *'(?:[^']|'')*'(?: *[,;\t|] *'(?:[^']|'')*')+ *")


def _unquoted(text: str) -> str:
    """Lines of which each stands in quotes as a whole, without them."""
    if not _is_whole(text[: text.find("\n")] if "\n" in text else text):  # few files need more
        return text
    lines = text.splitlines()
    if not all(map(_is_whole, filter(None, map(str.strip, lines)))):
        return text
    return "\n".join(line.strip()[1:-1].replace('""', '"') for line in lines) + "\n"


def _is_whole(line: str) -> bool:
    """Whether a line is one cell in quotes, and has in it what parts cells."""
    match = _WHOLE.fullmatch(line.strip())
    return match is not None and any(sign in match[1] for sign in _SIGNS)


_DEEPEST = 4
"""Templates in one another."""
_COMMENT = re.compile(r"<!--[^>]{0,2000}-->|<ref[^<>/]{0,200}/>|<ref[^<>]{0,200}>[^<]{0,2000}</ref>")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{0,300})\]\]|\[https?://\S{1,500} ([^\]]{0,300})\]")
_TEMPLATE = re.compile(r"\{\{([^{}]{0,500})\}\}")
_MEDALS = {"gold1": "1", "gold01": "1", "silver2": "2", "silver02": "2", "bronze3": "3", "bronze03": "3"}
_MEDALS |= {"gold medal": "1", "silver medal": "2", "bronze medal": "3"}
_ATTRIBUTES = re.compile(r"^\s*(?:[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w#%.-]+)\s*)+\|(?!\|)")


def _unwikied(text: str) -> str:
    """Wiki markup as a table with tabs: each row in the line in which it begins."""
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = _WIKI_LINK.sub(_of_link, text)  # within a template a link has a bar of its own
    for _ in range(_DEEPEST):
        text = _TEMPLATE.sub(_of_template, text)
    text = _WIKI_LINK.sub(_of_link, text)
    text = re.sub(r"[\x02\x03]", "", _FLAGGED.sub(r"\2 (\1)", text))
    text = text.replace("'''", "").replace("''", "")
    made: list[list[str]] = []
    within = False
    for line in text.splitlines():
        bare = line.strip()
        made.append([])
        if bare.startswith("{|"):
            within = True
        elif bare.startswith("|}"):
            within = False
        elif bare.startswith("|+"):
            made[-1] = [_ATTRIBUTES.sub("", bare[2:]).strip()]
        elif not within:
            made[-1] = [bare.strip("= ")] if bare and not bare.startswith("|") else []
        elif bare.startswith(("!", "|")) and not bare.startswith("|-"):
            made[-1] = _cells(bare)
    return "\n".join("\t".join(row) for row in _joined(made, text.splitlines())) + "\n"


_NAMED = frozenset(("flagiocathlete", "flagathlete", "flagiocmedalist", "flagmedalist", "sortname nation"))
"""Templates of a name and a nation."""
_FLAGS = frozenset(("flagicon", "flagicon image", "flag icon", "noflag"))
"""Those of a flag, before a name as a rule."""
_FLAGGED = re.compile(r"\x02([A-Z]{3})\x03(?:&nbsp;|\s)*([^|\n\x02]*[^|\n\s\x02])")


def _of_link(found: re.Match[str]) -> str:
    return found[1] or found[2] or ""


def _of_template(found: re.Match[str]) -> str:
    """What a template shows: a medal its place, any other its last words (`{{flag|Kenya}}`, `{{nowrap|Ada}}`)."""
    name, *rest = (part.strip() for part in found[1].split("|"))
    words = [part for part in rest if "=" not in part]
    if fold(name) in _NAMED and len(words) > 1:
        return f"{words[0]} ({words[1]})"
    if fold(name) in _FLAGS:
        return f"\x02{nation_code(words[0])}\x03" if words else ""
    return _MEDALS.get(name.lower(), words[0] if words else "")


def _cells(line: str) -> list[str]:
    parts = re.split(r"\|\||!!", line[1:]) if line[0] == "!" else line[1:].split("||")
    return [_ATTRIBUTES.sub("", part).strip().replace("\t", " ") for part in parts]


def _joined(made: list[list[str]], lines: list[str]) -> list[list[str]]:
    """Rows whose cells stand in a line each, put together in the first of these lines."""
    at = None
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare.startswith(("|-", "{|", "|}", "|+")):
            at = None
        elif made[number] and bare.startswith(("!", "|")):
            if at is None:
                at = number
            else:
                made[at] += made[number]
                made[number] = []
    return made
