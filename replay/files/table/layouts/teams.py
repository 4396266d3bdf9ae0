"""The table of the teams that stands below the runners' own: what each scored, or the time of its runners together."""

from collections.abc import Sequence

from replay.files.table.wording.sex_words import SEXES
from replay.files.table.wording.words import phrases
from replay.race.events import event_in
from replay.race.names import fold

_TEAM = frozenset(
    phrases(
        """team, teams, mannschaft, mannschaften, mannschaftswertung, teamwertung, equipe, equipes, equipo, equipos,
    squadra, squadre, equipas, druzyna, druzyny, druzynowa, ploeg, ploegen, ploegenklassement, lag, lagresultat, hold,
    holdresultat, joukkue, joukkueet, joukkuekilpailu, druzstva, csapat, csapatok, csapatverseny, takim, takimlar"""
    )
)
_SCORED = frozenset(
    phrases(
        """score, scores, scoring, result, results, standings, ranking, rankings, points, race, competition, title,
    wertung, ergebnis, ergebnisse, classement, par, resultats, clasificacion, por, classifica, classificazione, a, di,
    classificacao, klasyfikacja, klassement, uitslag, resultater, tulokset, poradi, eredmeny, final, overall, prizes,
    the, of, and, senior, junior, master, masters, veteran, veterans, open, elite, varsity, jv, u, xc, cross, country"""
    )
)
_LONGEST = 60


def is_of_teams(text: str) -> bool:
    """Whether a line by itself says that teams follow: `Team Scores`, `Mannschaftswertung`, `Men's teams`."""
    words = [word for word in fold(text[: _LONGEST + 1]).split() if not word.isdigit()]
    if len(text) > _LONGEST or _TEAM.isdisjoint(words):
        return False
    return all(word in _TEAM | _SCORED or word.removesuffix("s") in SEXES or word in SEXES for word in words)


def team_lines(captions: Sequence[str | None]) -> list[int]:
    """Which lines are of teams: those below one that says so, as far as the next that names another race.

    Args:
        captions: For each line what it says where it has one cell, and None for a row of several.
    """
    found: list[int] = []
    teams = runners = False
    for at, text in enumerate(captions):
        if text is not None and is_of_teams(text):
            teams = runners
        elif teams and text is not None and (event_in(text) is not None or fold(text).removesuffix("s") in SEXES):
            teams = False
        if teams:
            found.append(at)
        runners = runners or text is None
    return found
