"""By what a file tells its format.

Each of these looks at little of it, and imports what knows more only where it may be one.
"""

import re
from collections.abc import Callable
from importlib import import_module

from replay.files.source import Source

_RACE_KEY = re.compile(r"^(race|story)[ \t]*:", re.MULTILINE)
_HEAD_KEY = re.compile(rb"^(?:event|distance|meeting|track|title)[ \t]*:", re.MULTILINE)
_YAML = (".yaml", ".yml")
_LIST_KEY = re.compile(rb"^(entries|parts)[ \t]*:", re.MULTILINE)


def _asked(module: str, name: str, source: object) -> bool:
    """What a function says, whose module is imported when a file may be of its format."""
    return bool(getattr(import_module(f"replay.files.{module}"), name)(source))


def is_race_file(source: Source) -> bool:
    """A race file of ours."""
    # Both keys, since `race: Spring 10k` may also stand above a table. What is at the start is asked first: a city's
    # table has none of it, and to look for a key at each of its lines takes longer than to part their cells.
    told = _RACE_KEY.search(source.start) is not None or (
        source.ending in _YAML and _HEAD_KEY.search(source.data) is not None
    )
    return told and _LIST_KEY.search(source.data) is not None and not _is_of_others(source.data)


def has(pattern: str) -> Callable[[Source], bool]:
    """Whether the start of a file has something in it."""
    found = re.compile(pattern)
    return lambda source: found.search(source.start) is not None


def is_yaml_list(source: Source) -> bool:
    """Whether a YAML file has none of the keys of races and stories; `race: 1500 m` may stand above any list."""
    if source.ending not in _YAML or _KEY_OR_ITEM.search(source.data) is None:
        return False
    return _OWN_KEY.search(source.data) is None or _is_of_others(source.data)


def _is_of_others(data: bytes) -> bool:
    """Whether entries stand in a file that have not the keys of ours: no `name`, or neither result nor splits."""
    if _ENTRIES.search(data) is None:
        return False
    strange = _OWN_RACE.search(data) is None and _STRANGE.search(data) is not None
    return strange or _NAME.search(data) is None or _TOLD.search(data) is None


_KEY_OR_ITEM = re.compile(rb"^\s*(?:-(?:\s|$)|[^\s#:-][^:\n]*:(?:\s|$)|[\[{])", re.MULTILINE)
_ENTRIES = re.compile(rb"^entries[ \t]*:[ \t\r]*\n[ \t]*(?:-[ \t]*\S|[^\s#:-][^:\n]*:[ \t]*\S)", re.MULTILINE)
_OWN_RACE = re.compile(rb"^race[ \t]*:", re.MULTILINE)
_STRANGE = re.compile(rb"\bH[12][\"']?[ \t]*:|\bresult[\"']?[ \t]*:[ \t]*[\"']?0[.,]\d{3}")
"""What no race file of ours has: halves by their letter, and a spreadsheet's parts of a day."""
_NAME = re.compile(rb"\bname[\"']?[ \t]*:")
_TOLD = re.compile(rb"\b(?:result|splits|laps|legs|distance|status|role|place)[\"']?[ \t]*:")
_OWN_KEY = re.compile(
    rb"^(?:(?:story|entries|parts)[ \t]*:|race[ \t]*:[ \t]*(?:[{#]|$)(?!\r?\n[ \t]+\w))", re.MULTILINE
)


SCRIPT = (
    r"\s*(?:(?://|import\b)[^\n]{0,400}\n\s*)*(?:(?:export\s+)?(?:var|let|const)\s+[\w$]{1,60}(?:\s*:[^=\n]{1,80})?\s*="
    r"|[\w$.]{1,60}\s*=|[\w$.]{1,60}\(|export default)\s*(?=[\[{])"
)
"""What a script puts before a value: `callback({...})`, `const rows = [...]`, `rows = [`, `export const race = {`."""
is_value = has(rf"^\s*(?:\[\s*[\[{{]|\{{\s*\")|^{SCRIPT}")
"""How JSON begins, and a script that has it."""


def is_mail(source: Source) -> bool:
    """A message with its headers, as programs for mail keep it; those that somebody pasted are lines of a text."""
    if _HEADER.match(source.start) is None:
        return False
    block = source.start.replace("\r\n", "\n").partition("\n\n")[0]
    return _OF_MAIL.search(block) is not None and _OF_LETTERS.search(block) is not None


_HEADER = re.compile(r"[A-Z][A-Za-z-]{1,40}(?:: ?| )\S")
_OF_MAIL = re.compile(
    r"^(?:mime-version|content-type|content-transfer-encoding|received|message-id|return-path):",
    re.IGNORECASE | re.MULTILINE,
)
"""What headers have that nobody writes."""
_OF_LETTERS = re.compile(r"^(?:subject|from|date):", re.IGNORECASE | re.MULTILINE)


def is_recording(source: Source) -> bool:
    """What a watch or a phone recorded."""
    if is_gpx_or_tcx(source) or source.data[8:12] == b".FIT" or is_streams(source):
        return True
    return "<kml" in source.start and _asked("gps.kml", "is_kml", source.data)


def is_streams(source: Source) -> bool:
    """JSON of a recording's streams, or a map with tracks."""
    if source.start.lstrip()[:1] not in ("[", "{"):
        return False
    if b'"Feature' in source.data[:_SAID_WITHIN]:
        return _asked("gps.geojson", "is_geojson", source.data)
    return _asked("gps.streams", "is_streams", source.data)


_SAID_WITHIN = 2000
"""Bytes of a map in which it says that it is one."""


is_gpx_or_tcx = has(r"<(?:\w+:)?(?:gpx|TrainingCenterDatabase|Activities|Trackpoint)[\s>]")


def is_lif(source: Source) -> bool:
    """A photo-finish camera's race."""
    begins = source.start.lstrip()[:1]
    return (begins.isdigit() or begins == ";") and _asked("results.lynx", "is_lif", source)


def is_hytek(source: Source) -> bool:
    """Results as Hy-Tek prints them."""
    may = any(sign in source.start for sign in ("====", "Name ", "Athlete ", " 2) "))
    return may and _asked("results.hytek", "is_hytek", source)


def is_oe(source: Source) -> bool:
    """A list of the OE programs."""
    headed = source.start.count(";") >= _MANY or _FIRST_CONTROL.search(source.start) is not None
    return headed and _asked("results.punched", "is_oe", source)


_FIRST_CONTROL = re.compile(r"(?i:control|posten|poste|post|kontroll|kontrola|rasti)[ _]?1\W{1,3}[^\W\d_]+[ _]?1\b")


_MANY = 80
"""Semicolons, of which OE's headings and its first row have more."""


def is_solv(source: Source) -> bool:
    """Whether a file is one of SOLV's lists."""
    return source.start[:20].casefold().lstrip("\ufeff").startswith("kategorie;") and _asked(
        "results.solv", "is_solv", source
    )


def is_splitsbrowser(source: Source) -> bool:
    """Splits as SplitsBrowser has them."""
    return _CLASS_LINE.match(source.start) is not None and _asked("results.punched", "is_splitsbrowser", source)


_CLASS_LINE = re.compile(r"\s*[^,;\d\n][^,;\n]*[,;]\s*\d{1,3}\s*[,;]*\s*\n")


def is_race_result(source: Source) -> bool:
    """A list of RACE RESULT's."""
    if _OBJECT.match(source.start) is None or b'"data"' not in source.data:
        return False
    return all(re.search(rb'"%s"\s*:' % key, source.data, re.IGNORECASE) for key in (b"fields", b"list"))


_OBJECT = re.compile(r"\s*(?:[\w$.]{1,60}\(\s*)?\{")
"""How an object begins, or the answer to a script that has one: `jQuery({`."""


def is_xml(source: Source) -> bool:
    """Whether a file says that it is XML, or begins with an element that ends where the file does."""
    begins = _XML.match(source.start)
    if begins is None or not begins[1]:
        return begins is not None
    return source.data.rstrip().endswith(f"</{begins[1]}>".encode())


_XML = re.compile(r"\s*(?:<!--[^>]*-->\s*)?<(?:\?xml|([A-Za-z_][\w.:-]*)(?=[\s>]))")


def is_web_page(source: Source) -> bool:
    """A page with a table."""
    begins = source.start.lstrip()[:3]
    may = begins[:1] == "<" or ((begins == "---" or begins[:1] == "#") and b"<table" in source.data)
    return may and _asked("table.containers.webpage", "is_web_page", source)


def is_text_in_columns(source: Source) -> bool:
    """Text whose cells stand below one another."""
    return not _is_wide_table(source.start) and _asked("results.tabled", "is_text_in_columns", source)


def _is_wide_table(start: str) -> bool:
    """Whether a sign parts each line from the first on, and so often that nobody need ask whether it is text.

    Laps behind a runner may have as many commas, but not what stands above them.
    """
    lines = start.split("\n")[:-1]
    if len(lines) < _MANY_LINES or "  " in start:
        return False
    return any(all(line.count(sign) >= _MANY_CELLS for line in lines) for sign in ",;\t|")


_MANY_LINES, _MANY_CELLS = 8, 12


def is_workbook(source: Source) -> bool:
    """Excel's or OpenDocument's."""
    if "[Content_Types].xml" in source.members:
        return any(name.startswith("xl/") for name in source.members)
    return "mimetype" in source.members and "content.xml" in source.members


def is_text(source: Source) -> bool:
    """Whatever has no NUL at its start."""
    return "\0" not in source.start
