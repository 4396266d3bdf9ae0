"""Ghosts beside every shipped race."""

from replay.analysis.ghosts import Align, beside, ghost_of, winner_of, winners
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.files.library import Library
from replay.race.race import Race
from replay.reconstruction import is_sparse
from replay.state.timeline import Timeline
from tests.places import ROOT
from tests.together import together

LIBRARY = Library(ROOT / "tests" / "nowhere")
RACES = [race for item in LIBRARY.items() if (race := item.race) is not None]
MILE = next(race for race in RACES if race.id == "london-mile-2026")


@together("race", RACES)
def test_they_change_neither_places_nor_gaps_nor_colours_of_those_who_race(race: Race) -> None:
    ghosts = [ghost_of(MILE, 0), *winners(RACES, 1500.0, race.id)]
    alone, count = Timeline(race), len(race.entries)
    for align in Align if winner_of(race) is not None else (Align.GUN,):
        made = beside(race, ghosts, align)
        joined = Timeline(made)
        assert is_sparse(made) == is_sparse(race)
        for share in (0.2, 0.7, 1.0):
            t = share * alone.duration
            before, after = alone.at(t), joined.at(t)
            assert before.standings == tuple(runner for runner in after.standings if runner.entry < count)
            assert alone.tally(t) == joined.tally(t)
        look = look_of(DARK)
        own, cast = cast_of(race, look), cast_of(made, look)
        assert own.colours == cast.colours[:count]
        assert own.codes == cast.codes[:count]
        assert own.tags == cast.tags[:count]
        assert len(set(cast.tags)) == len(set(cast.codes)) == len(made.entries)
