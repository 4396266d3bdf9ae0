"""The three letters of a nation whose name a list gives: `United States` is USA, and so are `US` and its flag.

Codes and names are the International Olympic Committee's, with the names that lists of results have beside them, and
the codes of ISO 3166-1, of two letters and of three, where those are no other nation's.
"""

import re
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

_ISO = """
AF AFG; AL ALB; DZ ALG DZA; AD AND; AO ANG AGO; AG ANT ATG; AR ARG; AM ARM; AW ARU ABW; AU AUS; AT AUT; AZ AZE; BS BAH
BHS; BH BRN BHR; BD BAN BGD; BB BAR BRB; BY BLR; BE BEL; BZ BIZ BLZ; BJ BEN; BM BER BMU; BT BHU BTN; BO BOL; BA BIH; BW
BOT BWA; BR BRA; BN BRU; BG BUL BGR; BF BUR BFA; BI BDI; KH CAM KHM; CM CMR; CA CAN; CV CPV; KY CAY CYM; CF CAF; TD CHA
TCD; CL CHI CHL; CN CHN; CO COL; KM COM; CG CGO COG; CD COD; CR CRC CRI; CI CIV; HR CRO HRV; CU CUB; CY CYP; CZ CZE; DK
DEN DNK; DJ DJI; DM DMA; DO DOM; EC ECU; EG EGY; SV ESA SLV; GQ GEQ GNQ; ER ERI; EE EST; SZ SWZ; ET ETH; FJ FIJ FJI; FI
FIN; FR FRA; GA GAB; GM GAM GMB; GE GEO; DE GER DEU; GH GHA; GI GIB; GR GRE GRC; GD GRN GRD; GU GUM; GT GUA GTM; GN GUI
GIN; GW GBS GNB; GY GUY; HT HAI HTI; HN HON HND; HK HKG; HU HUN; IS ISL; IN IND; ID INA IDN; IR IRI IRN; IQ IRQ; IE
IRL; IL ISR; IT ITA; JM JAM; JP JPN; JO JOR; KZ KAZ; KE KEN; KI KIR; KP PRK; KR KOR; XK KOS; KW KUW KWT; KG KGZ; LA
LAO; LV LAT LVA; LB LBN; LS LES LSO; LR LBR; LY LBA LBY; LI LIE; LT LTU; LU LUX; MG MAD MDG; MW MAW MWI; MY MAS MYS; MV
MDV; ML MLI; MT MLT; MR MTN MRT; MU MRI MUS; MX MEX; FM FSM; MD MDA; MC MON MCO; MN MGL MNG; ME MNE; MA MAR; MZ MOZ; MM
MYA MMR; NA NAM; NR NRU; NP NEP NPL; NL NED NLD; NZ NZL; NI NCA NIC; NE NIG NER; NG NGR NGA; MK MKD; NO NOR; OM OMA OMN;
PK PAK; PW PLW; PS PLE PSE; PA PAN; PG PNG; PY PAR PRY; PE PER; PH PHI PHL; PL POL; PT POR PRT; PR PUR PRI; QA QAT; RO
ROU; RU RUS; RW RWA; WS SAM WSM; SM SMR; ST STP; SA KSA SAU; SN SEN; RS SRB; SC SEY SYC; SL SLE; SG SGP; SK SVK; SI SLO
SVN; SB SOL SLB; SO SOM; ZA RSA ZAF; SS SSD; ES ESP; LK SRI LKA; KN SKN KNA; LC LCA; VC VIN VCT; SD SUD SDN; SR SUR; SE
SWE; CH SUI CHE; SY SYR; TW TPE TWN; TJ TJK; TZ TAN TZA; TH THA; TL TLS; TG TOG TGO; TO TGA TON; TT TTO; TN TUN; TR TUR;
TM TKM; UG UGA; UA UKR; AE UAE ARE; GB GBR; UK GBR; US USA; UY URU URY; UZ UZB; VU VAN VUT; VE VEN; VN VIE VNM; VI ISV
VIR; VG IVB VGB; YE YEM; ZM ZAM ZMB; ZW ZIM ZWE
"""
"""ISO's two letters, the committee's three, and ISO's three where they differ (but Brunei's BRN, which is Bahrain)."""

_CODES: dict[str, str] = {}
_FLAG = re.compile(
    "([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])|\U0001f3f4\U000e0067\U000e0062[\U000e0061-\U000e007f]+"
)
_FIRST_LETTER = 0x1F1E6
"""The sign with which flags are written that stands for A."""


def in_flag(text: str) -> tuple[str, str]:
    """The two letters of the first flag in a text, and the text without flags; no letters where there is none.

    The flags of England, Scotland and Wales, which have no such letters, are Great Britain's.
    """
    match = _FLAG.search(text)
    if match is None:
        return "", text
    letters = "".join(chr(ord(sign) - _FIRST_LETTER + ord("A")) for sign in match.groups() if sign) or "GB"
    return letters, " ".join(_FLAG.sub(" ", text).split())


@lru_cache(maxsize=1000)
def nation_code(text: str) -> str:
    """The code of a nation by its name, its code of another kind or its flag; anything else as it stands.

    Args:
        text: As a list has it: `Kenya`, `KEN`, `KE`, `Great Britain & N.I.`, a flag.
    """
    if not text.isascii():
        letters, rest = in_flag(text)
        if letters:
            return nation_code(rest or letters)
    if text.endswith(")") and (both := _WITH_CODE.fullmatch(text)) is not None and is_nation_code(both[2]):
        return both[2]
    if len(text) < _SHORTEST:
        return _by_iso().get(text.upper(), text)
    if not _CODES:
        for part in _NAMES.strip().replace("\n", " ").split("; "):
            code, _, names = part.partition(" ")
            _CODES.update(dict.fromkeys(names.split(", "), code))
    return _CODES.get(fold(text.replace("&", " and ")), text)


_WITH_CODE = re.compile(r"([^()]+) \(([A-Z]{3})\)")
"""A nation's name with its code: `Ethiopia (ETH)`."""


def is_nation_code(text: str) -> bool:
    """Whether three letters are a nation's, as the committee writes them."""
    return text in _by_iso().values() or text in _own_codes()


@lru_cache(maxsize=1)
def _own_codes() -> frozenset[str]:
    return frozenset(re.findall(r"\b[A-Z]{3}\b", _NAMES))


@lru_cache(maxsize=1)
def _by_iso() -> dict[str, str]:
    codes: dict[str, str] = {}
    for part in _ISO.split(";"):
        two, code, *three = part.split()
        codes |= dict.fromkeys((two, *three), code)
    return codes


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
