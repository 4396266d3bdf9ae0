"""What a nation's record is called: the adjective and the area of the codes that races commonly have."""

from functools import lru_cache

_EUROPE = (
    "GBR British,NOR Norwegian,ESP Spanish,FRA French,GER German,"
    "ITA Italian,POR Portuguese,NED Dutch,BEL Belgian,SWE Swedish,"
    "DEN Danish,FIN Finnish,POL Polish,CZE Czech,SVK Slovak,"
    "SUI Swiss,AUT Austrian,IRL Irish,ISL Icelandic,SLO Slovenian,"
    "CRO Croatian,SRB Serbian,HUN Hungarian,ROU Romanian,BUL Bulgarian,"
    "GRE Greek,TUR Turkish,ISR Israeli,UKR Ukrainian,"
    "RUS Russian,EST Estonian,LAT Latvian,LTU Lithuanian,LUX Luxembourg,URS Soviet"
)
_AFRICA = (
    "KEN Kenyan,ETH Ethiopian,UGA Ugandan,MAR Moroccan,RSA South African,"
    "ALG Algerian,TUN Tunisian,ERI Eritrean,BDI Burundian,"
    "BOT Botswanan,NGR Nigerian,RWA Rwandan,TAN Tanzanian,SUD Sudanese,DJI Djiboutian,SOM Somali,EGY Egyptian"
)
_AMERICA = "USA American,CAN Canadian,MEX Mexican,JAM Jamaican,CUB Cuban,PUR Puerto Rican,BAH Bahamian,GRN Grenadian"
_AREAS = {
    "European": _EUROPE,
    "African": _AFRICA,
    "North American": _AMERICA,
    "South American": (
        "BRA Brazilian,ARG Argentine,CHI Chilean,COL Colombian,ECU Ecuadorian,PER Peruvian,VEN Venezuelan,URU Uruguayan"
    ),
    "Asian": (
        "JPN Japanese,CHN Chinese,IND Indian,QAT Qatari,BRN Bahraini,KOR South Korean,KAZ Kazakh,KSA Saudi,IRI Iranian"
    ),
    "Oceanian": "AUS Australian,NZL New Zealand,FIJ Fijian",
}
_KNOWN = {
    pair.partition(" ")[0]: (pair.partition(" ")[2], area)
    for area, pairs in _AREAS.items()
    for pair in pairs.split(",")
}


def national(code: str) -> str:
    """`British`; `national` where the code is not known."""
    return _KNOWN.get(code.upper(), ("national", ""))[0]


def area(code: str) -> str:
    """`European`; `area` where the code is not known."""
    return _KNOWN.get(code.upper(), ("", "area"))[1]


@lru_cache(maxsize=256)
def concerns(label: str, code: str) -> bool:
    """Whether somebody of a nation could set a record of that name: all a world record, the British a British one."""
    named = label.lower()
    whose = {word for pair in _KNOWN.values() for word in pair if word and named.startswith(word.lower() + " ")}
    return not whose or bool(whose & {national(code), area(code)})
