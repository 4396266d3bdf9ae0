"""Bytes to text: by the byte order mark, else UTF-8, else the encoding in which the words look like some language.

Spreadsheets save in the encoding of their system, and say nothing of it. Which it was shows in the letters: the bytes
of `Dvořák` in cp1250 are `Dvoøák` in cp1252, and no language has both of those letters. Text that was decoded wrongly
once and saved again (`MontrÃ©al`) is mended where it can be.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from replay.files.table.wording.headings import read_heading
from replay.files.understood import Tallies

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ENCODINGS = (
    "cp1252",
    "iso8859-15",
    "cp1250",
    "iso8859-2",
    "mac_roman",
    "cp850",
    "cp1251",
    "koi8-r",
    "cp866",
    "cp1253",
    "cp1254",
    "cp1257",
)
"""In the order of how many have them: of two that fit as well the first is taken."""

_LANGUAGES = (
    "àâæçéèêëîïôœùûü",  # French
    "äöüß",  # German
    "åäöé",  # Swedish, Finnish
    "æøåé",  # Danish, Norwegian
    "áéíóúñü¿¡ºª",  # Spanish
    "ãõáéíóúâêôçàü",  # Portuguese
    "àèéìòùí",  # Italian
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýžäľĺŕô",  # Czech, Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîșțşţ",  # Romanian
    "çğıöşüâî",  # Turkish
    "čćšžđ",  # Slovenian, Croatian
    "ëïéèöüáóí",  # Dutch
    "ąčęėįšųūž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
    "õäöüšž",  # Estonian
    "áéíóúýþæöð",  # Icelandic
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",  # Russian, Ukrainian, Bulgarian
    "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ",  # Greek
)
_SIGNS = frozenset("’‘“”„–—…°´№€\u00a0")
"""What is no letter, but stands in a list of any language."""

_WORD = re.compile(rb"[A-Za-z'\x80-\xff]*[\x80-\xff][A-Za-z'\x80-\xff]*")
_MOST_WORDS = 3000
_LOOKED_AT = 4_000_000
_MACINTOSH = "√¬ƒ≈‚"
"""How they begin where an old Macintosh took UTF-8 for its own: `Montr√©al`."""
_BROKEN = re.compile(rf"[\u00c2-\u00f4{_MACINTOSH}][\u0080-\uffff]{{1,3}}")
_BROKEN_SIGNS = f"ÂÃÄÅâÎÐÑ{_MACINTOSH}"
"""How broken letters begin; looking for these is quicker than for the pattern."""
_STRAY = re.compile("[\u0320-\u0326\u0329-\u033f]")
"""Accents below a letter that no language of a list has: `Montr̩al` is `MontrÃ©al` as an old Macintosh saved it."""
_STRAY_BYTE = b"\xcc"
"""How each of these begins in UTF-8."""
_SURE = 0.9
_BINARY = [chr(code) for code in (*range(9), *range(14, 27), *range(28, 32))]
"""What a text has at most by mistake."""


class Text(NamedTuple):
    """A file's text."""

    text: str
    encoding: str


def _need_text(text: str) -> None:
    start = text[:100_000]
    if any(one in start for one in _BINARY) and sum(map(text.count, _BINARY)) > max(4, len(text) // 100):
        raise ValueError("this is no text")


def read_text(data: bytes, repaired: Tallies, said: str | None = None) -> Text:
    """The text of a file's bytes.

    Args:
        data: Any bytes.
        repaired: Where it is counted what had to be mended.
        said: Their encoding, where the user says it.

    Raises:
        ValueError: They are no text, and the message says so.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _wide(data)
    if said is not None:
        text, name = data.decode(said, "replace").removeprefix("\ufeff"), said
    elif encoding:
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
        name = encoding.removesuffix("-sig").upper()
    else:
        _need_text(data.decode("latin-1"))  # before it is tried in a dozen other encodings
        text, name = _narrow(data, repaired)
    _need_text(text)
    text = text if said is not None else _mended(text, repaired)
    if not text.isascii():
        for blank in _BLANKS:  # ten times as quick as `translate`
            text = text.replace(blank, " ")
    return Text(text, name)


_BLANKS = "".join(map(chr, (0xA0, 0x202F, *range(0x2000, 0x200B))))
"""Blanks of other widths, and those at which no line ends, as spreadsheets and pages have them: each is a blank."""


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every second byte of what is nearly all plain letters is 0."""
    head = data[:4000]
    if len(head) < 8 or b"\0" not in head:
        return ""
    high, low = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if min(high, low) > 0.1 or max(high, low) < 0.4:
        return ""
    return "utf-16-be" if high > low else "utf-16-le"


def _narrow(data: bytes, repaired: Tallies) -> Text:
    try:
        text = data.decode("utf-8")
        if text.isascii() or not (
            _STRAY_BYTE in data and _STRAY.search(text) and _likeness(_words(data), "mac_roman") > _SURE
        ):
            return Text(text, "UTF-8")
    except UnicodeDecodeError as error:
        wrong = len(data) - len(data.decode("utf-8", "ignore").encode())
        right = sum(map(len, re.findall(rb"[\x80-\xff]+", data))) - wrong
        if right > 3 * wrong:
            line = data.count(b"\n", 0, error.start) + 1
            repaired.add("bytes that are not UTF-8 read as cp1252", f"line {line}", wrong)
            return Text(_decoded_piecewise(data), "UTF-8")
    asian = _asian(data)
    if asian:
        return Text(data.decode(asian, "replace"), asian)
    best = max(_ENCODINGS, key=partial(_likeness, _words(data)))
    if best == "cp1252" and _HUNGARIAN.search(data[:_HEAD]) is not None:
        best = "cp1250"
    return Text(data.decode(best, "replace"), best)


_HUNGARIAN = re.compile(rb"(?i)\b(?:n\xe9v|hely|helyez\xe9s|rajtsz\xe1m|egyes\xfclet)\b")
"""Headings of lists whose `ő` and `ű` look like letters of Portuguese and French: `Szõke`."""
_HEAD = 4000


def _asian(data: bytes) -> str:
    """The encoding of Japanese, Chinese or Korean in which the most headings are known; empty where none are."""
    head = data[:4000].rpartition(b"\n")[0] or data
    known: dict[str, int] = {}
    for encoding in _ASIAN:
        with suppress(UnicodeDecodeError):
            cells = re.split(r"[,;\t|\r\n]", head.decode(encoding))
            # `NOM Pr駭om` is no heading of theirs: letters of both are `NOM Prénom` in an encoding of the West.
            foreign = [cell for cell in cells if not cell.isascii() and not re.search("[A-Za-z]", cell)]
            known[encoding] = sum(1 for cell in foreign if read_heading(cell.strip(' "')))
    best = max(known, key=lambda encoding: known[encoding], default="")
    return best if known.get(best, 0) > 1 else ""


_ASIAN = ("cp932", "gb18030", "cp949", "big5", "euc_jp")


def _words(data: bytes) -> list[bytes]:
    """The words with other letters than the plain ones, each once."""
    return list(dict.fromkeys(_WORD.findall(data[:_LOOKED_AT])))[:_MOST_WORDS]


def _decoded_piecewise(data: bytes) -> str:
    text = data.decode("utf-8", "surrogateescape")
    return re.sub(
        "[\udc80-\udcff]+",
        lambda run: run[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace"),
        text,
    )


def _likeness(words: Iterable[bytes], encoding: str) -> float:
    """How much the words are like those of one language, from 0 to 1; less for what no word looks like."""
    letters: list[str] = []
    odd = 0
    for word in words:
        text = _unbroken(word.decode(encoding, "replace"))
        strange = [char for char in text if ord(char) > 127 and char not in _SIGNS]
        letters += strange
        odd += sum(1 for char in strange if not char.isalpha())
        odd += sum(map(_is_odd, text, text[1:])) + (len(text) == 1 and text not in _SIGNS)
        odd += len(_BLANK_WITHIN.findall(text))
    if not letters:
        return 1.0 - min(odd, 1)
    fits = max(sum(1 for char in letters if char.lower() in language) for language in _LANGUAGES)
    return (fits - odd) / len(letters)


_BLANK_WITHIN = re.compile("[a-z]\u00a0[a-z]")
"""A blank where an old machine's `á` makes a word."""


def _is_odd(one: str, two: str) -> bool:
    """Whether no word has these two side by side: a capital after a small letter (`BjŽrn`), two alphabets (`Юьkrь`)."""
    if ord(two) <= 127 and ord(one) <= 127:
        return False
    if one.islower() and two.isupper() and ord(two) > 127:
        return True
    low, high = sorted((one, two))
    return low.isascii() and low.isalpha() and "\u0370" <= high <= "\u04ff"


def _unbroken(text: str) -> str:
    """Text in which UTF-8 that was taken for single bytes is put together again."""
    return _BROKEN.sub(lambda run: _put_together(run[0]), text) if _BROKEN.search(text) else text


def _put_together(run: str) -> str:
    for count in (2, 3, 4):
        for encoding in ("mac_roman",) if run[0] in _MACINTOSH else ("latin-1", "cp1252"):
            try:
                whole = run[:count].encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
            if len(whole) == 1 and len(run[:count]) == count:
                return whole + run[count:]
    return run


def _mended(text: str, repaired: Tallies) -> str:
    """The text with what was broken by a wrong decoding put together, if that is the case throughout."""
    if text.isascii() or not any(sign in text for sign in _BROKEN_SIGNS):
        return text
    pieces = [(match, _put_together(match[0])) for match in _BROKEN.finditer(text)]
    mended = [(match, whole) for match, whole in pieces if whole != match[0]]
    if not mended:
        return text
    first = mended[0][0]
    line = text.count("\n", 0, first.start()) + 1
    repaired.add("letters put together that were saved in a wrong encoding", f"line {line}", len(mended))
    return _BROKEN.sub(lambda run: _put_together(run[0]), text)
