"""Words that clubs have in their names, and hardly any runner: by them a club is told that stands beside a name.

From the clubs of England Athletics, the DLV, the FFA, FIDAL, the RFEA, PZLA, Atletiekunie, the Nordic federations and
the USATF.
"""

from replay.files.table.wording.words import phrases
from replay.race.names import fold

_OF_CLUBS = frozenset(
    phrases(
        """ac, aac, rc, tc, sc, tv, sv, tsv, lg, lc, lac, lav, tus, vfl, vfb, mtv, ssv, djk, svg, tg, ssc, usc, asv,
        psv,
    post, turnverein, sportverein, verein, lauftreff, lauf, team, club, klub, harriers, harrier, athletics, athletic,
    athletik, athletes, striders, runners, running, joggers, track, road, tri, triathlon, university, univ, college,
    school, academy, high, hs, unattached, unatt, vereinslos, individuel, independiente, libre, city, district,
    united,
    us, as, es, ca, co, ea, aca, csm, coc, stade, racing, entente, athle, atletica, atl, pol, polisportiva, asd,
    cus, gs,
    gsa, podistica, runcard, fiamme, atletismo, cd, fc, bm, playas, ks, azs, mks, klks, lks, uks, rkl, wks, if, ik,
    il,
    bk, fk, gik, sk, idrottsforening, friidrett, av, aav, dav, phoenix, hellas, spartak, dinamo, dynamo, cska"""
    )
)


def is_club(text: str) -> bool:
    """Whether a text has a word that clubs are called by."""
    return not _OF_CLUBS.isdisjoint(fold(text).split())
