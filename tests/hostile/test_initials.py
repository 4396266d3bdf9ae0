"""No letter is lost as somebody's initial: `1. K. Moor` is no kilometre, and `5 M Moor` no five metres."""

from pathlib import Path
from string import ascii_uppercase

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source

SHAPES = {
    "a point and a club": "{place}. {letter}. Moor{low} (Oak) 34:{place:02}",
    "no point": "{place}. {letter} Moor{low} 34:{place:02}",
    "no point anywhere": "{place} {letter} Moor{low} 34:{place:02}",
    "a nation": "{place} {letter}. Moor{low} NOR 34:{place:02}",
    "behind": "{place}. Moor{low} {letter}. 34:{place:02}",
    "columns": "{place:<4}{letter}. Moor{low}     Oak      34:{place:02}",
    "a dash": "{place}. {letter}. Moor{low} - 34:{place:02}",
    "a bib": "{place} {bib} {letter}. Moor{low} 34:{place:02}",
    "cells": "{place},{letter}. Moor{low},Oak,34:{place:02}",
    "bars": "{place} | {letter} Moor{low} | 34:{place:02}",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_letter_is_an_initial(shape: str) -> None:
    lines = [
        SHAPES[shape].format(place=at, bib=100 + at, letter=letter, low=letter.lower())
        for at, letter in enumerate(ascii_uppercase, 1)
    ]
    text = "City 10 km\n\n" + "\n".join(lines) + "\n"
    race = read_source(Source(text.encode(), Path("a.txt")), Choices()).race
    assert race is not None
    assert [entry.place for entry in race.entries] == list(range(1, 27))
    found = [entry.name.replace(".", "") for entry in race.entries]
    assert [sorted(name.split()) for name in found] == [
        sorted((letter, f"Moor{letter.lower()}")) for letter in ascii_uppercase
    ]
