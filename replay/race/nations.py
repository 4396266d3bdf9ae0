"""The three letters of a nation whose name a list gives: `United States` is USA.

Codes and names are the International Olympic Committee's, with the names that lists of results have beside them.
"""

from functools import lru_cache

from replay.race.names import fold

_NAMES = """
AFG afghanistan; ALB albania; ALG algeria; AND andorra; ANG angola; ANT antigua and barbuda; ARG argentina; ARM
armenia; ARU aruba; AUS australia; AUT austria, osterreich, autriche; AZE azerbaijan; BAH bahamas, the bahamas; BAN
bangladesh; BAR barbados; BDI burundi; BEL belgium, belgien, belgique, belgica, belgie; BEN benin; BER bermuda; BHU
bhutan; BIH bosnia and herzegovina, bosnia herzegovina; BIZ belize; BLR belarus; BOL bolivia; BOT botswana; BRA
brazil, brasil, bresil, brasilien; BRN bahrain; BRU brunei; BUL bulgaria, bulgarien; BUR burkina faso; CAF central
african republic; CAM cambodia; CAN canada, kanada; CAY cayman islands; CGO congo, republic of the congo; CHA chad;
CHI chile; CHN china, peoples republic of china; CIV ivory coast, cote divoire; CMR cameroon; COD democratic
republic of the congo, dr congo; COL colombia; COM comoros; CPV cape verde; CRC costa rica; CRO croatia, kroatien,
hrvatska; CUB cuba; CYP cyprus; CZE czech republic, czechia, tschechien, ceska republika; DEN denmark, danmark,
danemark; DJI djibouti; DMA dominica; DOM dominican republic; ECU ecuador; EGY egypt; ERI eritrea; ESA el salvador;
ESP spain, espana, spanien, espagne; EST estonia, eesti; ETH ethiopia, athiopien, ethiopie, etiopia; FIJ fiji; FIN
finland, suomi, finnland, finlande; FRA france, frankreich, francia; GAB gabon; GAM gambia, the gambia; GBR great
britain, united kingdom, great britain and n i, great britain and ni, great britain and northern ireland, england,
scotland, wales, northern ireland, grossbritannien, grande bretagne, vereinigtes konigreich; GEO georgia; GEQ
equatorial guinea; GER germany, deutschland, allemagne, alemania, germania; GHA ghana; GRE greece, griechenland,
hellas; GRN grenada; GUA guatemala; GUI guinea; GUM guam; GUY guyana; HAI haiti; HKG hong kong, hong kong china; HON
honduras; HUN hungary, ungarn, magyarorszag; INA indonesia; IND india; IRI iran; IRL ireland, irland, irlande; IRQ
iraq; ISL iceland, island; ISR israel; ITA italy, italia, italien, italie; JAM jamaica, jamaika; JOR jordan; JPN
japan; KAZ kazakhstan; KEN kenya, kenia; KGZ kyrgyzstan; KOR south korea, korea, republic of korea; KSA saudi
arabia; KUW kuwait; LAT latvia; LBA libya; LBN lebanon; LCA saint lucia, st lucia; LES lesotho; LIE liechtenstein;
LTU lithuania; LUX luxembourg, luxemburg; MAD madagascar; MAR morocco, marokko, maroc, marruecos; MAS malaysia; MAW
malawi; MDA moldova; MEX mexico, mexiko, mexique; MGL mongolia; MKD macedonia, north macedonia; MLI mali; MLT malta;
MNE montenegro; MON monaco; MOZ mozambique; MRI mauritius; MYA myanmar; NAM namibia; NCA nicaragua; NED netherlands,
the netherlands, niederlande, pays bas, nederland, holland; NEP nepal; NGR nigeria; NIG niger; NOR norway, norge,
norwegen, norvege, noruega; NZL new zealand, neuseeland, nouvelle zelande; OMA oman; PAK pakistan; PAN panama; PAR
paraguay; PER peru; PHI philippines; PNG papua new guinea; POL poland, polska, polen, pologne; POR portugal; PRK
north korea; PUR puerto rico; QAT qatar; ROU romania, rumanien; RSA south africa, sudafrika, afrique du sud; RUS
russia, russian federation, russland; RWA rwanda; SEN senegal; SEY seychelles; SGP singapore; SKN saint kitts and
nevis; SLE sierra leone; SLO slovenia, slovenija, slowenien; SMR san marino; SOM somalia; SRB serbia, srbija,
serbien; SRI sri lanka; SSD south sudan; SUD sudan; SUI switzerland, schweiz, suisse, svizzera, suiza; SUR suriname;
SVK slovakia, slovensko, slowakei; SWE sweden, sverige, schweden, suede, suecia; SWZ eswatini, swaziland; SYR syria;
TAN tanzania; THA thailand; TJK tajikistan; TKM turkmenistan; TOG togo; TPE chinese taipei, taiwan; TTO trinidad and
tobago; TUN tunisia, tunesien, tunisie; TUR turkey, turkiye, turkei, turquie; UAE united arab emirates; UGA uganda,
ouganda; UKR ukraine; URU uruguay; USA united states, united states of america, vereinigte staaten, etats unis,
estados unidos; UZB uzbekistan; VEN venezuela; VIE vietnam, viet nam; VIN saint vincent and the grenadines; YEM
yemen; ZAM zambia; ZIM zimbabwe
"""
"""Beside English the names in the languages of the nation and of the large lists."""

_CODES: dict[str, str] = {}


@lru_cache(maxsize=1000)
def nation_code(text: str) -> str:
    """The code of a nation by its name; anything else as it stands, a code too.

    Args:
        text: As a list has it: `Kenya`, `KEN`, `Great Britain & N.I.`.
    """
    if len(text) < _SHORTEST:
        return text
    if not _CODES:
        for part in _NAMES.strip().replace("\n", " ").split("; "):
            code, _, names = part.partition(" ")
            _CODES.update(dict.fromkeys(names.split(", "), code))
    return _CODES.get(fold(text.replace("&", " and ")), text)


_SHORTEST = 4
"""Letters of the shortest name: Chad, Cuba, Fiji, Guam, Iran, Iraq, Mali, Oman, Peru, Togo."""

_STATES = """
al, ak, az, ar, ca, co, ct, de, dc, fl, ga, hi, id, il, in, ia, ks, ky, la, me, md, ma, mi, mn, ms, mo, mt, ne, nv, nh,
nj, nm, ny, nc, nd, oh, ok, or, pa, ri, sc, sd, tn, tx, ut, vt, va, wa, wv, wi, wy, alabama, alaska, arizona, arkansas,
california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky,
louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new
hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode
island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin,
wyoming, ab, bc, mb, nb, nl, ns, nt, nu, on, pe, qc, sk, yt, nsw, vic, qld, tas, act, sa
"""
"""Of the United States (but Georgia, a nation's name), provinces of Canada, and states of Australia."""


def is_state(text: str) -> bool:
    """Whether a text is a state of a nation that has them, by its letters or its name: `TX`, `Texas`.

    Many of their letters are a nation's in other lists: only the heading tells which are meant.
    """
    return fold(text) in _every_state()


@lru_cache(maxsize=1)
def _every_state() -> frozenset[str]:
    return frozenset(_STATES.strip().replace("\n", " ").split(", "))
