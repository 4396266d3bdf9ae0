"""XML to a small tree, with nothing of XML that could harm: no network, no entities, bounded size and depth.

Tags are taken without their namespace's prefix: exporters choose prefixes as they like, and some forget to declare
them. Files of recorders are often cut off, when a battery or a download ended; what stands before that is kept.
"""

import datetime
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.parsers import expat

_MOST = 1_500_000
"""Elements: a tree of as many takes some 250 MB."""
_DEEPEST = 60
"""Levels; what we read has at most twelve."""
_MOST_SAID = 1000
"""Attributes of one element; nothing that is read has thirty. The parser makes all of them before it tells of any."""
_ATTRIBUTE = rb"""\s++[^\s=<>"']++\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+')"""
_MANY_SAID = re.compile(rb"<[^\s<>/=]++(?:%b){%d}" % (_ATTRIBUTE, _MOST_SAID + 1))
_TOO_MANY = "it has more than {:,} elements, which is not read"
_DECLARED = re.compile(rb"^<\?xml[^>]*\bencoding\s*=\s*[\"']([\w.-]{1,40})")


class UnreadableXml(ValueError):  # noqa: N818 (it reads as what happened)
    """Bytes that are no XML, or XML that is not read."""

    def __init__(self, message: str, line: int | None = None) -> None:
        """Say why, and in which line of the file if that is known."""
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Element:
    """One element of a file."""

    tag: str
    """Without prefix, as written."""
    line: int
    attributes: Mapping[str, str]
    """By their names without prefix."""
    text: str = ""
    """The characters directly in it, without blanks around."""
    children: "list[Element] | tuple[()]" = ()
    """In order. Most elements have none, and a file has a million: what is empty takes no room."""

    def first(self, *path: str) -> "Element | None":
        """The first child of a tag, its first child of the next tag, and so on; None where there is none."""
        found: Element | None = self
        for tag in path:
            if found is None:
                return None
            for child in found.children:
                if child.tag == tag:
                    found = child
                    break
            else:
                return None
        return found

    def every(self, tag: str) -> list["Element"]:
        """The children of a tag, in order."""
        return [child for child in self.children if child.tag == tag]

    def within(self, *tags: str) -> Iterator["Element"]:
        """All elements of these tags at any depth, in the order of the file; nothing inside a found one."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element.tag in tags:
                yield element
            else:
                waiting.extend(reversed(element.children))

    def value(self, *path: str) -> str:
        """The text at the end of a path as `first` goes; empty where there is none."""
        found = self.first(*path)
        return found.text if found is not None else ""


Taken = Mapping[str, Callable[[Sequence[Element], Element], bool]]
"""By tag what is asked of an element when it ends, with those that it stands in, the outermost first: whether it stays
in the tree. Who has of a million elements all that he needs when they end has no use for a tree of them."""

Begun = Mapping[str, Callable[[Sequence[Element], Mapping[str, str]], bool]]
"""By tag what is asked when an element begins, of its attributes: whether it is read, with all that is in it."""


def as_number(text: str) -> float | None:
    """A finite number, as XML writes them or, against its rules, with a decimal comma; None for anything else."""
    try:
        value = float(text.replace(",", ".") if "." not in text else text)
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None


def as_instant(text: str) -> datetime.datetime | None:
    """A moment such as `2024-06-15T14:34:10.000Z`, in UTC where no zone is given; None for anything else."""
    try:
        moment = datetime.datetime.fromisoformat(text)
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=datetime.UTC)
    except ValueError:
        return None


def read_xml(data: bytes, begun: Begun | None = None) -> Element:
    """The root element of an XML document, without those elements that are not wanted as they begin.

    Raises:
        UnreadableXml: The bytes are no XML, or it is too large or declares entities.
    """
    root, broken = read_cut_xml(data, begun=begun)
    if broken is not None:
        raise broken
    return root


def read_cut_xml(
    data: bytes, taken: Taken | None = None, begun: Begun | None = None
) -> tuple[Element, UnreadableXml | None]:
    """The root element of an XML document that may break off, and where it does.

    Raises:
        UnreadableXml: There is not even a root element, or it is too large or declares entities.
    """
    data, encoding = _decodable(data.lstrip(b" \t\r\n"))
    if _elements(data) > _MOST:
        raise UnreadableXml(_TOO_MANY.format(_MOST))
    if many := _MANY_SAID.search(data):
        line = data.count(b"\n", 0, many.start()) + 1
        raise UnreadableXml(f"an element has more than {_MOST_SAID:,} attributes, which is not read", line)
    builder = _Builder(expat.ParserCreate(encoding), taken or {}, begun or {})
    broken: UnreadableXml | None = None
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        broken = UnreadableXml(expat.errors.messages.get(error.code, "not well-formed"), error.lineno)
    except (ValueError, LookupError) as error:
        if isinstance(error, UnreadableXml):
            raise
        broken = UnreadableXml(str(error)[:120], builder.parser.CurrentLineNumber)
    if builder.root is None:
        raise broken or UnreadableXml("it has no element")
    builder.close()
    return builder.root, broken


def _elements(data: bytes) -> int:
    """How many elements there may be: one for every `<` that begins no end of one, and nothing else."""
    return data.count(b"<") - sum(map(data.count, (b"</", b"<!", b"<?")))


def _decodable(data: bytes) -> tuple[bytes, str | None]:
    """The bytes, and the encoding they are in where that is not for the parser to find out."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode(), "utf-8"
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode().lower() if declared else "utf-8"
    if name in ("utf-8", "utf8", "us-ascii", "ascii", "utf-16") or not _known(name):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            # It says UTF-8 and is not: as a rule what wrote it used the code page of Windows.
            return data.decode("cp1252", "replace").encode(), "utf-8"
        return data, "utf-8"
    if _is_utf8(data):
        return data, "utf-8"  # it says Latin-1, and an editor saved it otherwise
    if _has_several_bytes(name):
        return data.decode(name, "replace").encode(), "utf-8"  # as the parser knows none of such
    return data, None


def _is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 with letters that no other encoding has so."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _has_several_bytes(name: str) -> bool:
    """Whether an encoding has several bytes for some letters, as those of Japan do."""
    high = bytes(range(128, 256))
    try:
        return len(high.decode(name, "replace")) < len(high)
    except (LookupError, ValueError):
        return False


def _known(name: str) -> bool:
    try:
        return len(b"a".decode(name)) == 1
    except (LookupError, ValueError):
        return False


_NONE: Mapping[str, str] = {}


class _Builder:
    """Makes elements of what the parser meets."""

    def __init__(self, parser: expat.XMLParserType, taken: Taken, begun: Begun) -> None:
        self.parser = parser
        self.taken, self.begun = taken, begun
        self.over = 0
        """How many elements are open that are passed over."""
        self.root: Element | None = None
        self.open: list[Element] = []
        self.texts: list[list[str]] = []
        self.tags: dict[str, str] = {}
        self.count = 0
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def close(self) -> None:
        """End what is still open where the file breaks off."""
        self.over = 0
        while self.open:
            self._end("")

    def _doctype(self, _name: str, _system: str | None, _public: str | None, inside: int) -> None:
        # A document type elsewhere (IOF's iofData.dtd) is never fetched and does no harm; one inside can.
        if inside:
            self._entity()

    def _entity(self, *_: object) -> None:
        raise UnreadableXml("it declares a document type or entities of its own, which are not read", self._line)

    @property
    def _line(self) -> int:
        return int(self.parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > _MOST or len(self.open) >= _DEEPEST:
            deep = f"it has elements {_DEEPEST} deep in each other, which is not read"
            raise UnreadableXml(_TOO_MANY.format(_MOST) if self.count > _MOST else deep, self._line)
        if self.over:
            self.over += 1
            return
        plain: Mapping[str, str] = attributes or _NONE
        if ":" in "".join(attributes):
            plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        tag = self.tags.get(name)
        if tag is None:  # one text for all elements of a tag: a prefix cut off of each would be a million texts
            tag = self.tags[name] = name.rpartition(":")[2]
        wanted = self.begun.get(tag)
        if wanted is not None and not wanted(self.open, plain):
            self.over = 1
            return
        element = Element(tag, self.parser.CurrentLineNumber, plain)
        if self.open:
            above = self.open[-1]
            if isinstance(above.children, tuple):
                above.children = []
            above.children.append(element)
        elif self.root is None:
            self.root = element
        self.open.append(element)
        self.texts.append([])

    def _end(self, _: str) -> None:
        if self.over:
            self.over -= 1
            return
        element, texts = self.open.pop(), self.texts.pop()
        if texts:
            element.text = "".join(texts).strip()
        stays = self.taken.get(element.tag)
        if stays is not None and self.open and not stays(self.open, element):
            beside = self.open[-1].children
            if isinstance(beside, list):
                beside.pop()  # it is the last of them

    def _characters(self, text: str) -> None:
        if self.texts and not self.over:
            self.texts[-1].append(text)
