"""What lists call men and women, in the languages of `replay.files.table.wording.words`."""

from replay.files.table.wording.words import phrases

_MALE = """ז, זכר, גברים, ذكر, رجال, nam, laki laki, pria, l, lelaki, ชาย, home, homes, gizona, gizonak, мъж, мъже,
    м, муж, мужчина, мужчины, мужскои, ч, чол, чоловік, чоловіки, 男, 男子, 男性, 남, 남자, erkek, erkekler,
    barbati, ferfi, moski, muski, vyras, vyrai, virietis, viriesi, mees, mehed, ανδρεσ, ανδρασ, karl, karlar, kk,
    m, male, man, men, boy, boys, h, homme, hommes, herr, herren, mann, menn, manner, mannlich,
    masculin, masculino, maschile, u, uomo, uomini, hombre, hombres, masc, mezczyzna, mezczyzni, heren, varonil,
    caballeros, bay, baylar,
    herrar, herre, mies, miehet, muz, muzi, mk, ml, ferfi, gutter, mand, maend, drenge, pojkar, pojat, jungen, knaben,
    masculina, masculinos, masculins, masculine, gent, gents, gentleman, gentlemen,
    garcons, chicos, varon, varones, ninos, ragazzi, rapazes, mannen, jongens, chlopcy, hosi"""
_FEMALE = """נ, נקבה, נשים, انثى, سيدات, nu, perempuan, wanita,
    p, หญ ง, หญง, dona, dones, emakumea, emakumeak, жена, жени,
    ж, жен, женщина, женщины, женскии, жін, жінка, жінки, 女, 女子, 女性, 여, 여자, kadin, kadinlar, femei, no,
    zenske, zenski, moteris, moterys, sieviete, sievietes, naine, naised, γυναικεσ, γυναικα, kona, konur, kvk,
    f, female, woman, women, w, girl, girls, d, dame, damen, dames, damer, frau, frauen, weiblich,
    weibl, feminin, femme, femmes, feminino, femenino, femenil, damas, bayan, bayanlar, femminile, donna, donne,
    mujer, mujeres, fem, k,
    kobieta, kobiety, kvinne, kvinner, kvinna, kvinnor, kvinde, kvinder, v, vrouw, vrouwen, n, nainen,
    naiset, z, zena, zeny, no, jenter, piger, flickor, tytot, madchen, filles, chicas, ninas, ragazze, raparigas,
    femenina, femeninas, feminina, femininas, feminine, feminines, lady, ladies,
    meisjes, dziewczeta, dziewczyny, divky"""
SEXES = {**dict.fromkeys(phrases(_FEMALE), "F"), **dict.fromkeys(phrases(_MALE), "M")}
"""`M` and `F` for what lists call them."""

OTHER_SEXES = frozenset(
    phrases("x, nb, nonbinary, non binary, divers, diverse, mixed, other, not specified, unknown, o, e, open")
)
