"""What a race file says about the colours of clubs and nations."""

import re
from collections.abc import Sequence

from replay.files.yaml.keys import KIT_COLOURS
from replay.files.yaml.reader import Reader, shown
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node
from replay.race.names import fold
from replay.race.race import Entry

_CODE = re.compile("#[0-9A-Fa-f]{6}")


def read_kits(reader: Reader, node: Node | None, entries: Sequence[Entry]) -> dict[str, int]:
    """Colours 0xRRGGBB by club or nation, written as the entries write them; what nobody belongs to is reported."""
    kits: dict[str, int] = {}
    if node is None:
        return kits
    if not isinstance(node, MapNode):
        reader.error(node.line, f"kits is not a map of clubs and colours: {shown(node)}", "write `Bristol & West: red`")
        return kits
    groups = list(dict.fromkeys(group for entry in entries for group in (entry.club, entry.nation) if group))
    folded: dict[str, list[str]] = {}
    for group in groups:
        folded.setdefault(fold(group), []).append(group)
    for key, value in node.items:
        meant = folded.get(fold(key.text))
        if not meant:
            hint = reader.nearest(key.text, groups) or "write a club or a nation as the entries do"
            reader.error(key.line, f"kits has {key.text!r}, to which no entry belongs", hint)
        colour = _colour(reader, value, key.text)
        if colour is not None:
            kits |= dict.fromkeys(meant or (), colour)
    return kits


def _colour(reader: Reader, node: Node, group: str) -> int | None:
    text = reader.text(node, f"the kit of {group!r}").strip()
    if _CODE.fullmatch(text):
        return int(text[1:], 16)
    if text.lower() in KIT_COLOURS:
        return KIT_COLOURS[text.lower()]
    near = reader.nearest(text.lower(), KIT_COLOURS)
    hint = near or f"it is one of {', '.join(KIT_COLOURS)}, or a code in quotes such as '#1b8a45'"
    reader.error(node.line, f"the kit of {group!r} has the unknown colour {text!r}", hint)
    return None
