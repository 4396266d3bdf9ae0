"""Who is who, in every shipped race and every theme: one athlete one colour and one tag, and no two for one."""

import itertools
from collections import defaultdict
from pathlib import Path

from replay.cells.ink import contrast, difference
from replay.drawing.stadium.overlay import is_outlined
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.drawing.theme.palette256 import DARK_256, LIGHT_256
from replay.drawing.theme.palettes import in_palette
from replay.files.library import Library
from replay.files.preferences import PALETTES
from replay.race.race import Race, Role
from tests.together import together

RACES = [item.race for item in Library(Path("nowhere")).items() if item.race is not None]
THEMES = {
    f"{theme.name}{'' if theme.truecolour else ' 256'} {palette}": in_palette(theme, palette)
    for theme in (DARK, LIGHT, DARK_256, LIGHT_256)
    for palette in PALETTES
}
in_every_theme = together("name", THEMES)

APART = 0.12
"""How far two colours are apart in OKLab that an eye never takes for one."""
STANDS_OFF = 3.0
"""The contrast with what is behind it from which something stands off by itself."""


def first_eight(race: Race) -> list[int]:
    """The entries who were the first eight, by their places, or as many as the race has."""
    placed = [at for at, entry in enumerate(race.entries) if entry.place is not None]
    return sorted(placed, key=lambda at: race.entries[at].place or 0)[:8]


def grounds(theme: Theme) -> tuple[int, ...]:
    return theme.surface, theme.indoor, *theme.grass


@in_every_theme
def test_of_the_first_eight_of_a_race_no_two_are_taken_for_one(name: str) -> None:
    print(f"{name}: race, nearest two of the first eight (OKLab), least contrast, how many have an outline")
    for race in RACES:
        theme = THEMES[name]
        colours = cast_of(race, look_of(theme)).colours
        eight = [colours[at] for at in first_eight(race)]
        near = min((difference(a, b) for a, b in itertools.combinations(eight, 2)), default=1.0)
        least = min(contrast(colour, theme.surface) for colour in eight)
        outlined = [colour for colour in eight if is_outlined(colour, theme)]
        print(f"  {race.id:32} {near:.3f}  {least:.2f}  {len(outlined)} of {len(eight)}")
        assert near >= APART
        for colour in set(eight) - set(outlined):
            assert all(contrast(colour, ground) >= STANDS_OFF for ground in grounds(theme))


@in_every_theme
def test_everybody_has_one_colour_one_letter_and_one_tag_in_the_whole_library(name: str) -> None:
    found: dict[str, set[tuple[str, str, int]]] = defaultdict(set)
    races: dict[str, int] = defaultdict(int)
    for race in RACES:
        cast = cast_of(race, look_of(THEMES[name]))
        for at, entry in enumerate(race.entries):
            found[entry.name].add((cast.tags[at], cast.codes[at], cast.colours[at]))
            races[entry.name] += 1
    several = [who for who, count in races.items() if count > 1]
    assert len(several) > 20
    assert {who: found[who] for who in several if len(found[who]) > 1} == {}


def test_tags_of_a_race_are_three_capitals_and_no_two_alike() -> None:
    for race in RACES:
        codes = cast_of(race, look_of(DARK)).codes
        assert len(set(codes)) == len(codes)
        assert all(
            len(code) == 3 and code.isascii() and code.lstrip("'").isalnum() and not code.islower() for code in codes
        )


def test_the_letter_of_everybody_is_one_of_his_three() -> None:
    for race in RACES:
        cast = cast_of(race, look_of(DARK))
        assert all(tag in code for tag, code in zip(cast.tags, cast.codes, strict=True))
        assert all(
            tag.isalpha() for tag, entry in zip(cast.tags, race.entries, strict=True) if entry.role is not Role.GUEST
        )
        underlined = ["".join(text for text, ink in cast.chip(at) if ink.underline) for at in range(len(cast.tags))]
        assert all(mark in ("", tag) for mark, tag in zip(underlined, cast.tags, strict=True))
        firsts = [code[0] == tag for code, tag in zip(cast.codes, cast.tags, strict=True)]
        assert [not mark for mark in underlined] == firsts


def test_the_known_have_the_letters_one_looks_for() -> None:
    (race,) = (race for race in RACES if race.id == "london-mile-2026")
    cast = cast_of(race, look_of(DARK))
    by_name = {entry.name: (cast.tags[at], cast.codes[at]) for at, entry in enumerate(race.entries)}
    assert by_name["Josh Kerr"] == ("K", "KER")
    assert by_name["Yared Nuguse"] == ("N", "NUG")
