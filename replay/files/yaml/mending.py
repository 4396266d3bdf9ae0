"""A race file's tree with its keys as the format has them: what is misspelt, called otherwise, or in another shape.

`naem` is `name`, `time` is `result`, entries may lie by their names, and splits stand in a text or a list of pairs.
Each key that was read as another is told once.
"""

import difflib
import re
from collections import Counter
from collections.abc import Callable
from collections.abc import Sequence as Several

from replay.files.yaml import keys
from replay.files.yaml.legs import with_runners
from replay.files.yaml.reader import Reader
from replay.files.yaml.yamltree import Mapping, Node, Scalar, Sequence
from replay.race.names import fold
from replay.race.statuses import read_status
from replay.race.times import parse_time

_LIKE = 0.72
_PLAINLY = 0.8
"""How much a word is like another that it is plainly meant for."""
_SHORTEST = 3
_LISTS = ("results", "runners", "athletes", "competitors", "finishers", "participants", "starters", "teams", "field")
_ROOT = {
    **dict.fromkeys(("title", "name", "titel", "titre", "titulo"), "race"),
    **dict.fromkeys(("meet", "competition", "championship", "games"), "meeting"),
    **dict.fromkeys(("day", "datum", "when"), "date"),
    **dict.fromkeys(("place", "location", "city", "town", "ort", "stadium", "where"), "venue"),
    **dict.fromkeys(("dist", "length", "metres", "meters", "distance_m"), "distance"),
    **dict.fromkeys(("discipline",), "event"),
    **dict.fromkeys(("comment", "comments", "remarks"), "note"),
    **dict.fromkeys(_LISTS, "entries"),
}
_ENTRY = {
    **dict.fromkeys(("intermediates", "passings", "split", "split_times", "splittimes", "times"), "splits"),
    **dict.fromkeys(("lap_times", "laptimes", "lap times", "lap"), "laps"),
    **dict.fromkeys(("country", "nat", "noc", "nationality"), "nation"),
    **dict.fromkeys(("team", "school", "verein"), "club"),
    **dict.fromkeys(("time", "finish", "finish_time", "finish time", "mark", "performance"), "result"),
    **dict.fromkeys(("runner", "athlete", "who", "competitor"), "name"),
    **dict.fromkeys(("comment", "comments", "remark"), "note"),
    **dict.fromkeys(("pos", "position", "rank"), "place"),
}


def mended(tree: Mapping, reader: Reader) -> Mapping:
    """The tree as the format has it; the same where nothing is wrong."""
    mending = _Mending(reader)
    tree = mending.root(tree)
    node = tree.get("entries")
    if node is None or isinstance(node, Scalar):
        return tree
    made = mending.entries(node)
    if made is node:
        return tree
    return Mapping(tuple((key, made if key.text == "entries" else held) for key, held in tree.items), tree.line)


def respelt(root: Node, reader: Reader) -> Node:
    """A list that is no race file, its keys as they were meant: those that no list has, and are nearly one's."""
    if not isinstance(root, Mapping | Sequence):
        return root
    spelling = _Spelling(reader)
    if isinstance(root, Sequence):
        return spelling.rows(root)
    root = spelling.keys(root, (*keys.RACE, *_LISTS, *_ROOT))
    pairs = tuple((key, spelling.rows(held) if isinstance(held, Sequence) else held) for key, held in root.items)
    return Mapping(pairs, root.line)


class _Spelling:
    """Takes keys that are misspelt for those that were meant."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.known: dict[str, str] = {}

    def rows(self, node: Sequence) -> Sequence:
        words = (*keys.ENTRY, *(word for word in _ENTRY if word.isalpha()))
        return Sequence(
            tuple(self.keys(item, words) if isinstance(item, Mapping) else item for item in node.items), node.line
        )

    def keys(self, node: Mapping, words: Several[str]) -> Mapping:
        return _called_otherwise(node, lambda key: self._meant(key, words))

    def _meant(self, key: Scalar, words: Several[str]) -> str:
        text = key.text
        if text not in self.known and len(self.known) < _MOST_KEYS:
            from replay.files.table.about import says_of_race  # few files have such keys
            from replay.files.table.wording.headings import read_heading

            strange = _SHORTEST < len(text) <= _LONGEST and text.isalpha() and not read_heading(text)
            strange = strange and text.lower() not in words and not says_of_race(fold(text))
            near = difflib.get_close_matches(text.lower(), words, 1, _LIKE) if strange else []
            alike = near and sorted(near[0])[1:-1] and _are_slips(text.lower(), near[0])
            self.known[text] = near[0] if alike else ""
            if alike:
                self.reader.warn(key.line, f"the key {text!r} is read as {near[0]!r}")
        return self.known.get(text, "")


def _are_slips(text: str, word: str) -> bool:
    """Whether a word is another with letters changed over, or one too many or too few."""
    if text in (f"{word}s", word.removesuffix("s")):
        return False  # one, or several
    return sorted(text) == sorted(word) or (
        abs(len(text) - len(word)) == 1 and not (Counter(text) - Counter(word) and Counter(word) - Counter(text))
    )


def _called_otherwise(
    node: Mapping, meant: Callable[[Scalar], str], tell: Callable[[Scalar, str], None] = lambda _key, _meant: None
) -> Mapping:
    """A map with the keys that are meant for those that it has, where no other of its keys is called so."""
    taken = {key.text for key, _ in node.items}
    pairs = []
    for key, held in node.items:
        text = meant(key)
        if text and text not in taken:
            taken.add(text)
            tell(key, text)
            key = key._replace(text=text)
        pairs.append((key, held))
    return Mapping(tuple(pairs), node.line)


class _Mending:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.told: set[str] = set()
        self.known: dict[str, str] = {}

    def root(self, tree: Mapping) -> Mapping:
        return self._renamed(tree, keys.RACE, _ROOT, "the race file")

    def entries(self, node: Node) -> Node:
        if isinstance(node, Mapping):
            items = [_by_name(key, held) for key, held in node.items]
            node = Sequence(tuple(item for item in items if item is not None), node.line)
        if not isinstance(node, Sequence):
            return node
        made = self._minutes(tuple(self._entry(item) for item in node.items))
        return node if all(one is two for one, two in zip(made, node.items, strict=True)) else Sequence(made, node.line)

    def _minutes(self, items: tuple[Node, ...]) -> tuple[Node, ...]:
        """The entries, a result such as `33.45` among those of minutes as the minutes and seconds it is meant for."""
        results = [item.get("result") if isinstance(item, Mapping) else None for item in items]
        told = [node.text for node in results if isinstance(node, Scalar)]
        point = [text for text in told if _POINTED.fullmatch(text)]
        if not point or len(point) == len(told):
            return items
        others = [seconds for text in told if ":" in text and (seconds := _clock(text)) is not None]
        if not others:
            return items
        made = []
        for item, node in zip(items, results, strict=True):
            if isinstance(item, Mapping) and isinstance(node, Scalar) and _POINTED.fullmatch(node.text):
                meant = _clock(node.text.replace(".", ":")) or 0.0
                if float(node.text) < min(others) / 2 and min(others) * _NEAR < meant < 3 * max(others):
                    text = node.text.replace(".", ":")
                    self.reader.warn(node.line, f"the result {node.text} is read as {text}, as the others are minutes")
                    pairs = tuple((key, held._replace(text=text) if held is node else held) for key, held in item.items)
                    item = Mapping(pairs, item.line)
            made.append(item)
        return tuple(made)

    def _entry(self, item: Node) -> Node:
        if isinstance(item, Scalar):
            return _of_line(item) or item
        if not isinstance(item, Mapping):
            return item
        if len(item.items) == 1 and item.items[0][0].text not in keys.ENTRY and _may_be_of(item.items[0][1]):
            item = _by_name(*item.items[0]) or item
        item = self._without_count(with_runners(item))
        if any(key.text not in keys.ENTRY for key, _ in item.items):
            item = self._with_commas(item)
            item = _with_name(_with_points(self._renamed(item, keys.ENTRY, _ENTRY, "an entry")))
        pairs = tuple(
            (key, self._times(held, laps=key.text == "laps") if key.text in ("splits", "laps") else held)
            for key, held in item.items
        )
        same = all(one[1] is two[1] for one, two in zip(pairs, item.items, strict=True))
        return item if same else Mapping(pairs, item.line)

    def _without_count(self, item: Mapping) -> Mapping:
        """An entry without how many laps somebody ran, where it says how far that was."""
        laps = item.get("laps")
        if not isinstance(laps, Scalar) or not laps.text.isdecimal() or item.get("distance") is None:
            return item
        if "laps" not in self.told:
            self.told.add("laps")
            self.reader.warn(
                laps.line, f"the number of laps, {laps.text}, is not read, as `distance` says how far it was"
            )
        return Mapping(tuple((key, held) for key, held in item.items if held is not laps), item.line)

    def _times(self, node: Node, *, laps: bool) -> Node:
        return _times(self._with_commas(node) if isinstance(node, Mapping) else node, laps=laps)

    def _with_commas(self, item: Mapping) -> Mapping:
        """An entry in braces, a decimal comma of which parted its number: `{result: 11,02}`."""
        pairs: list[tuple[Scalar, Node]] = []
        for key, held in item.items:
            before = pairs[-1][1] if pairs else None
            bare = isinstance(held, Scalar) and not held.text and _DECIMALS.fullmatch(key.text)
            if bare and isinstance(before, Scalar) and before.text[-1:].isdigit() and not before.quoted:
                text = f"{before.text}.{key.text}"
                self.reader.warn(key.line, f"`{before.text},{key.text}` is read as {text}", "write a point, or quotes")
                pairs[-1] = (pairs[-1][0], before._replace(text=text))
            else:
                pairs.append((key, held))
        return Mapping(tuple(pairs), item.line) if len(pairs) < len(item.items) else item

    def _renamed(self, node: Mapping, table: dict[str, keys.Schema], others: dict[str, str], what: str) -> Mapping:
        """A map with the keys of the format for those that are plainly meant."""
        if all(key.text in table for key, _ in node.items):
            return node

        def meant(key: Scalar) -> str:
            return key.text if key.text in table else self._meant(key.text, table, others)

        def tell(key: Scalar, meant: str) -> None:
            if key.text not in self.told:
                self.told.add(key.text)
                self.reader.warn(key.line, f"the key {key.text!r} in {what} is read as {meant!r}")

        return _called_otherwise(node, meant, tell)

    def _meant(self, text: str, table: dict[str, keys.Schema], others: dict[str, str]) -> str:
        if text not in self.known:
            if len(self.known) >= _MOST_KEYS:
                return ""
            self.known[text] = _nearest(text, table, others)
        return self.known[text]


_MOST_KEYS = 100


_DECIMALS = re.compile(r"\d{1,3}")
_POINTED = re.compile(r"\d{1,3}\.[0-5]\d")
_NEAR = 0.8


def _clock(text: str) -> float | None:
    try:
        return parse_time(text)
    except ValueError:
        return None


def _nearest(text: str, table: dict[str, keys.Schema], others: dict[str, str]) -> str:
    plain = text.strip().casefold()
    if plain in table:
        return plain
    if plain in others:
        return others[plain]
    if len(plain) < _SHORTEST or len(plain) > _LONGEST or not plain[0].isalpha():
        return ""
    near = difflib.get_close_matches(plain, [*table, *(word for word in others if len(word) > _SHORTEST)], 1, _LIKE)
    if near and (_are_slips(plain, near[0]) or difflib.SequenceMatcher(None, plain, near[0]).ratio() >= _PLAINLY):
        return others.get(near[0], near[0]) if near[0] not in table else near[0]
    return ""


_LONGEST = 40
_TIME = r"\d{1,3}(?::\d\d){0,2}(?:[.,]\d{1,3})?"
_LINE = re.compile(
    rf"(?:(\d{{1,4}})(?:st|nd|rd|th|[.)])? +)?([^\W\d_].*?)(?: \(([A-Z]{{3}})\))?[\s:,;=–-]+"
    rf"((?:{_TIME}|DNF|DNS|DQ|DSQ)(?: [^\d]{{1,30}})?)",
    re.IGNORECASE,
)


def _of_line(item: Scalar) -> Mapping | None:
    """An entry in a line: `Kerr 3:42.66`."""
    match = _LINE.fullmatch(item.text.strip())
    if match is None or not (re.search(r"\d[:.]", match[4]) or match[4][:1].isalpha()):
        return None
    place = match[1] if match[4][:1].isdigit() else ""
    told = {"name": match[2], "place": place, "nation": match[3], "result": match[4]}
    return _pairs(item.line, **{key: text for key, text in told.items() if text})


def _pairs(line: int, **texts: str) -> Mapping:
    return Mapping(tuple((Scalar(key, line), Scalar(text, line)) for key, text in texts.items()), line)


def _by_name(key: Scalar, held: Node) -> Mapping | None:
    """An entry that lies by its name, or by its number."""
    name = (Scalar("name", key.line), key)
    if isinstance(held, Mapping):
        named = any(own.text in ("name", "runner", "athlete", "team") for own, _ in held.items)
        if named or key.text in keys.ENTRY:
            own = () if any(other.text == "bib" for other, _ in held.items) else ((Scalar("bib", key.line), key),)
            return Mapping((*held.items, *own), key.line)
        return Mapping((name, *held.items), key.line)
    if isinstance(held, Scalar):
        return Mapping((name, (Scalar("result", held.line), held)) if held.text else (name,), key.line)
    return Mapping((name, (Scalar("splits", held.line), held)), key.line)


def _may_be_of(held: Node) -> bool:
    """Whether it may be a runner's, below his name: anything but words, as `naem: Ada` has them."""
    return not isinstance(held, Scalar) or not held.text.strip("~").isalpha() or read_status(held.text) is not None


def _with_name(item: Mapping) -> Mapping:
    """An entry whose name stands in two parts."""
    if item.get("name") is not None:
        return item
    by = {fold(key.text.replace("_", " ")): key.text for key, _ in item.items}
    parts = [
        next((by[word] for word in words if word in by), "")
        for words in (
            ("first", "first name", "firstname", "given", "given name", "vorname", "prenom"),
            ("last", "last name", "lastname", "family", "family name", "surname", "nachname", "nom"),
        )
    ]
    texts = [held.text for part in parts if isinstance(held := item.get(part), Scalar)]
    if not texts:
        return item
    rest = tuple((key, held) for key, held in item.items if key.text not in parts)
    return Mapping(((Scalar("name", item.line), Scalar(" ".join(texts), item.line)), *rest), item.line)


_POINT = re.compile(r"\d[\d.,]*\s*(?:m|km|k|mi|miles?)?|half|halfway", re.IGNORECASE)


def _with_points(item: Mapping) -> Mapping:
    """An entry whose splits stand among its keys: `400: 59.1`."""
    points = tuple((key, held) for key, held in item.items if key.text not in keys.ENTRY and _POINT.fullmatch(key.text))
    if not points or item.get("splits") is not None:
        return item
    rest = tuple(pair for pair in item.items if pair not in points)
    return Mapping((*rest, (Scalar("splits", points[0][0].line), Mapping(points, points[0][0].line))), item.line)


def _times(node: Node, *, laps: bool) -> Node:
    """Splits or laps as the format has them: those in a text, in a list of pairs, and laps by their numbers."""
    if isinstance(node, Scalar):
        return _of_text(node) or node
    if isinstance(node, Mapping):
        numbers = [key.text for key, _ in node.items]
        named = [re.sub(r"^(?:laps?|runde|tour)[\s_.-]*", "", number.lower()) for number in numbers]
        counted = (laps or named != numbers) and named == [str(number) for number in range(1, len(named) + 1)]
        return Sequence(tuple(held for _, held in node.items), node.line) if counted else node
    found = [_pair(item) for item in node.items]
    pairs = [pair for pair in found if pair is not None]
    return Mapping(tuple(pairs), node.line) if pairs and len(pairs) == len(found) and not laps else node


def _of_text(node: Scalar) -> Node | None:
    parts = [part.strip() for part in re.split(r"[;|]|,(?!\d)|, +", node.text) if part.strip()]
    if len(parts) < 2:
        parts = node.text.split()
    pairs = [re.fullmatch(rf"(.+?)\s*(?:[=@]|: |\bin\b|\s)\s*({_TIME})", part) for part in parts]
    matches = [match for match in pairs if match is not None]
    if matches and len(matches) == len(parts):
        return Mapping(
            tuple((Scalar(match[1].strip(": "), node.line), Scalar(match[2], node.line)) for match in matches),
            node.line,
        )
    if len(parts) > 1 and all(re.fullmatch(_TIME, part) for part in parts):
        return Sequence(tuple(Scalar(part, node.line) for part in parts), node.line)
    return None


def _pair(item: Node) -> tuple[Scalar, Node] | None:
    """A point and its time, in one of a list: `{400: 59.1}`, `[400, 59.1]`, `400=59.1`, `{at: 400, time: 59.1}`."""
    if isinstance(item, Scalar):
        match = re.fullmatch(rf"(.+?)\s*[=@]\s*({_TIME})", item.text)
        if match is None and (match := re.fullmatch(rf"(.+?)[ :]+({_TIME})", item.text)) is not None:
            match = match if _POINT.fullmatch(match[1]) and ":" in match[2] else None
        return (Scalar(match[1], item.line), Scalar(match[2], item.line)) if match is not None else None
    if isinstance(item, Sequence):
        scalars = [one for one in item.items if isinstance(one, Scalar)]
        return (scalars[0], scalars[1]) if len(item.items) == len(scalars) == len(_PAIR) else None
    if len(item.items) == 1:
        key, held = item.items[0]
        return (key, held) if key.text not in keys.TIME_KEYS else None
    where = next((held for key, held in item.items if _WHERE.search(key.text) and isinstance(held, Scalar)), None)
    when = next((held for key, held in item.items if _WHEN.search(key.text) and held is not where), None)
    return (_with_unit(where, item), when) if isinstance(where, Scalar) and when is not None else None


_PAIR = ("where", "when")
_WHERE = re.compile(r"dist|^at$|point|met(?:re|er)s?|^m$|^km$|where|^d$|mark|^split$", re.IGNORECASE)
_WHEN = re.compile(r"time|^t$|sec|elapsed|result", re.IGNORECASE)


def _with_unit(where: Scalar, item: Mapping) -> Scalar:
    key = next(key.text for key, held in item.items if held is where)
    return where._replace(text=f"{where.text} km") if "km" in key.lower() and where.text[-1:].isdigit() else where
