"""Texts in a row that each want to be over their own place: moved aside as little as it takes not to overlap."""

from collections.abc import Sequence


def apart(wanted: Sequence[float], widths: Sequence[int], room: int, space: int = 1) -> list[int]:
    """Where texts begin, in rising order, so that none overlaps another and all are inside.

    Neighbours that would overlap are pushed apart evenly, so a small move of what they belong to is a small move of the
    texts: nothing jumps while the order stays.

    Args:
        wanted: Where the middle of each text should be, in rising order.
        widths: Their cells.
        room: Cells there are. The texts and the spaces between them must fit.
        space: Cells kept free between two.
    """
    # In a packed block each text is at a fixed offset from the first, and the block sits at the mean of what its
    # members want: the pool-adjacent-violators algorithm of isotonic regression.
    blocks: list[tuple[float, int]] = []
    offset = 0
    for centre, width in zip(wanted, widths, strict=True):
        total, count = centre - width / 2 - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / count:
            before, members = blocks.pop()
            total, count = total + before, count + members
        blocks.append((total, count))
        offset += width + space
    last = max(room - (offset - space), 0)
    starts: list[int] = []
    offset = 0
    at = 0
    for total, count in blocks:
        begin = min(max(round(total / count), 0), last)
        for _ in range(count):
            starts.append(begin + offset)
            offset += widths[at] + space
            at += 1
    return starts
