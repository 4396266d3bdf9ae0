"""Texts whose cells stand below one another, as they are copied from a page of cards or a table that fell apart."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from replay.files.cleaning import clean_text
from replay.files.other_races import own_words
from replay.files.results.listed import MOST_PARTS, Part, part_of, with_parts
from replay.files.results.stacked import MOST, lists_begun, stacked
from replay.files.results.tabled import read_laid, read_lines, without
from replay.files.results.text_lines import text_lines
from replay.files.source import Choices, Reading, Source
from replay.files.table.layouts.sections import names_event
from replay.files.table.values.months import day_in
from replay.files.table.wording.likeliest import is_heading


def is_stacked(source: Source, found: Reading) -> bool:
    """Whether a text of which no table could be made has its cells below one another.

    Args:
        source: The file.
        found: What came of reading it as a table, which may only have lacked an answer.
    """
    asked = any(question.option == "--distance" for question in found.understood.questions)
    lines = text_lines(source.data, tabs=True) if not asked and len(source.data) <= MOST else []
    return not _is_plain_table(lines) and stacked(lines) is not None


def is_prose(source: Source, found: Reading) -> bool:
    """Whether a text of which no table could be made has sentences, and commas in hardly any line as cells have them.

    Args:
        source: The file.
        found: What came of reading it as a table, which may only have lacked an answer.
    """
    if found.understood.questions or len(source.data) > MOST:
        return False
    filled = [line for line in text_lines(source.data, tabs=True) if line.strip()]
    if any(sign in line for line in filled for sign in "\t|;"):
        return False
    told = sum(len(line) > _SENTENCE and _ENDS.search(line) is not None for line in filled)
    counts = Counter(line.count(",") for line in filled)
    alike = max((times for count, times in counts.items() if count), default=0)
    return told > 0 and 2 * alike < len(filled)


_SENTENCE = 60
_ENDS = re.compile(r"[^\W\d_]{2}[.!?][\"”»]?\s*$")


def _is_plain_table(lines: Sequence[str]) -> bool:
    """Whether headings that are known stand in the first line, and tabs part as many cells of every line below."""
    rows = [line.split("\t") for line in lines if line.strip()]
    headed = len(rows) > 1 and len(rows[0]) > 1 and all(map(is_heading, rows[0][:2]))
    return headed and all(len(row) == len(rows[0]) for row in rows)


def read_stacked(source: Source, choices: Choices) -> Reading:
    """A list whose cells stand below one another; see `replay.files.formats.Format.read`."""
    lines = text_lines(source.data, tabs=True)
    lines, parts, said = _one_list(lines, choices, str(source.path))
    choices = replace(choices, part=None) if parts else choices
    laid = stacked(lines)
    if laid is None:
        return read_lines(lines, source, choices, "text")
    above = [own_words(clean_text(line)) for line in lines[: laid.lines[0]]]
    titles = list(filter(names_event, above))[:1]
    titles += [text for text in above if day_in(text) is not None and text not in titles][:1]
    reading = read_laid(laid, source, choices, " | ".join(above), "text, its cells below one another", titles)
    reading = without(reading, "cells beside what is read of each runner", laid.unread, doubtful=False)
    return with_parts(reading, parts, said) if parts else reading


def _one_list(lines: list[str], choices: Choices, path: str) -> tuple[list[str], list[Part], str]:
    """The lines of one of several lists, the others blank, all lists, and which was taken; of one list all lines.

    Raises:
        UnreadableRace: The user names a list that is none of them.
    """
    begun = lists_begun(lines)[:MOST_PARTS]
    if len(begun) < _SEVERAL:
        return lines, [], ""
    ends = [*begun[1:], len(lines) + 1]
    own = [range(start, end) for start, end in zip(begun, ends, strict=True)]
    each = [stacked([lines[at - 1] for at in numbers]) for numbers in own]
    if None in each:
        return lines, [], ""
    parts = [Part(f"line {at}", len(laid.rows) - 1) for at, laid in zip(begun, each, strict=True) if laid is not None]
    chosen, said = part_of(parts, choices, "lists", path)
    return [text if at in own[chosen] or at < begun[0] else "" for at, text in enumerate(lines, 1)], parts, said


_SEVERAL = 2
