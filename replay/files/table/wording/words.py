"""The words that head the columns of result lists, by what they mean, in the languages of those lists.

Met in exports and pages of: RACE RESULT, Mika Timing, Datasport and Davengo (German),
        FFA, Sportinnovation and Klikego
(French), RFEA, Cronomur and Conxip (Spanish), FIDAL, Endu and MySDAM (Italian), FPA, Xistarca and CBAt (Portuguese),
DataSport, STS-Timing and PZLA (Polish), Atletiek.nu, MYLAPS and Uitslagen.nl (Dutch),
        EQ Timing, Neptron and RaceTimer
(Norwegian, Swedish, Danish), Tilastopaja and Tulospalvelu (Finnish),
        Atletika and Sportchallenge (Czech); English ones
from Chronotrack, RunSignup, Hy-Tek, FlashResults, Webscorer, the BAA, parkrun and the files of data people.

Words are written without case and accents,
        as `replay.race.names.fold` leaves them. A phrase of several words wins over
its parts; what a word means besides stands in the second table, in which the cells below it decide.
"""

from enum import StrEnum


def phrases(words: str) -> tuple[str, ...]:
    """The phrases of a line of the tables."""
    return tuple(" ".join(phrase.split()) for phrase in words.split(","))


class Meaning(StrEnum):
    """What a column holds."""

    NAME = "name"
    GIVEN = "given name"
    FAMILY = "family name"
    BIB = "bib"
    LANE = "lane"
    NATION = "nation"
    CLUB = "club"
    SEX = "sex"
    CATEGORY = "category"
    STATUS = "status"
    PLACE = "place"
    RESULT = "result"
    NET = "net time"
    GUN = "gun time"
    START = "start"
    LAPS = "laps"
    """The times of all laps in one cell."""
    LAP_COUNT = "number of laps"
    SPLIT = "split"
    GAP = "gap"
    NOTE = "note"
    MARKS = "marks"
    ROLE = "role"
    SHORT = "short name"
    REACTION = "reaction time"
    EVENT = "event"
    DISTANCE = "distance"
    DATE = "date"
    MEETING = "meeting"
    """Said of all rows alike, of a column headed by a word for it."""
    ESTIMATED = "estimated"
    LABEL = "point"
    """In a long table: which point a row's time is of."""
    SPLIT_TIME = "time at the point"
    MEMBER = "runner of a team"
    IGNORED = "not read"
    """Ranks, paces, years: known, and of no use here."""


WORDS: dict[Meaning, str] = {
    Meaning.NAME: """
        競技者名, 競技者, 走者, ランナー,
        שם, שם מלא, الاسم, اسم, اسم العداء, ho va ten, ho ten, nama, nama lengkap, nama pelari, ช อ, ช อ
        สกล, ช อ นามสกล, น กว ง, cognoms i nom, nom i cognoms, izena, izen abizenak, име, име и фамилия,
        състезател, enw, ainm, emri,
        meno a priezvisko, priezvisko a meno, nume si prenume, nume, ad soyad, adi soyadi, isim, yarismaci, sporcu,
        ime
        in priimek, priimek in ime, vardas pavarde, pavarde vardas, vards uzvards, ees ja perekonnanimi, прізвище та
        імя, прізвище імя, фамилия имя отчество, имя фамилия, спортсменка, учасник, 성명, nafn, ranner, naam
        deelnemer, jezdec, rider, cyclist, pretekar, tekmovalec, natjecatelj, sportlerin, swimmer, schwimmer,
        schwimmerin, nageur, nageuse, nadador, nadadora, nuotatore, skater name, performer,
        nom du coureur, coureurs, nom participant, deportista nombre, nome e sobrenome, competidor, nome completo do
        atleta, athlete s name, runner s name, first last, first and last name, last first, lastname firstname,
        firstname lastname, namn klubb, 運動員, 선수명, 姓名 name,
        氏名, 選手名, 名前, фамилия имя, участник, фио, 姓名, 선수,
        이름, parkrunner, αθλητησ, ονοματεπωνυμο, спортсмен,
        name, names, nom, nome, nombre, full name, fullname, athlete, athletes, athlete name,
        runner, runner name, competitor, participant, participant name, entrant, racer, person, skater, display
        name, who, name ctz, competitor name, sportler, athlet, athletin, teilnehmer, teilnehmerin, laufer, nachname
        vorname, name vorname, vor und nachname, vorname nachname, vorname name, nom complet, nom prenom, nom et
        prenom, nom prenoms, prenom nom, coureur, concurrent, participant e, nombre completo, nombre y apellidos,
        apellidos y nombre, nombre apellidos, atleta, corredor, corredora, participante, deportista, nominativo,
        cognome e nome, cognome nome, nome e cognome, nome cognome, concorrente, partecipante, nome completo, nome
        do atleta, nazwisko i imie, imie i nazwisko, nazwisko imie, imie nazwisko, zawodnik, zawodniczka, uczestnik,
        naam, deelnemer, atleet, loper, navn, namn, utover, lober, lopare, deltager, deltagare, deltaker, nimi,
        urheilija, juoksija, kilpailija, sukunimi etunimi, jmeno a prijmeni, prijmeni a jmeno, prijmeni jmeno,
        zavodnik, zavodnice, nev, ime i prezime, name of athlete, finisher""",
    Meaning.GIVEN: """
        שם פרטי, الاسم الاول, nama depan, собствено име,
        meno, prenume, ad, adi, vardas, vards, eesnimi, ονομα, имя, імя, nome proprio, krestni jmeno, utonev,
        given name
        s, first names, 名, nombres, prenom coureur,
        first name, firstname, first, given name, givenname, given names, given, forename, fname,
        vorname, prenom, prenoms, imie, voornaam, fornavn, fornamn, etunimi, jmeno,
        christian name, keresztnev, ime""",
    Meaning.FAMILY: """
        שם משפחה, اسم العايلة, nama belakang, นามสกล, cognoms, abizenak,
        priezvisko, nume de familie, soyad, soyadi, priimek, pavarde, uzvards, perekonnanimi, perenimi, επωνυμο,
        фамилия, прізвище, csaladnev, primer apellido y segundo apellido, apellido 1, apelidos, 姓, nom coureur,
        lastname
        name, sur name, last names,
        last name, lastname, last, surname, family name, familyname, family, lname, second name,
        nachname, familienname, zuname, nom de famille, apellido, apellidos, primer apellido, cognome, sobrenome,
        apelido, ultimo nome, nazwisko, achternaam, familienaam, etternavn, efternavn, efternamn, sukunimi,
        prijmeni, vezeteknev, prezime""",
    Meaning.BIB: """
        מספר חזה, מספר, رقم, رقم الصدر, so bib, so bao danh, nomor bib, nomor dada, หมายเลข, dortsala, ст
        номер, стартен номер, rintanumero, athlete no, athlete number, pet,
        dors, nr st, rugnr, borstnr, 参赛号码, 号码布, 参赛号, gogus no, gogus numarasi, rinkinr, sargi nr,
        sarginumber, numurs,
        rasnumer, numeris, numar, numar concurs, nr concurs, αριθμοσ, αρ συμμετοχησ, нагрудныи номер, нагр номер,
        стартовии номер, start nummer, lopnummer, lobsnummer, dossardnr, start broj, st broj, st st, stev,
        startove cislo, start cislo, race bib, bib id, plaque, estingumero, 배번호, 참가번호,
        ナンハー, セッケン, ナンハーカート, no カート, номер, стартовыи номер,
        号码, st c, startovni cislo, 배번,
        bib, bibs, bib number, bib no, bibno, bibnumber, bib num, number, race number, race no, n o,
        raceno, runner number, runner no, num, nr, no, no bib, stnr, st nr, stno, start no, startno, start number,
        startnumber, startnummer, startnr, start nr, nummer, snr, dossard, dos, doss, n dossard, numero, dorsal,
        dor, n dorsal, pettorale, pett, numero pettorale, n pett, peito, n peito, numer, numer startowy, nr
        startowy, nr start, startovni cislo, st c, st cislo, cislo, stc, kilpailunumero, numero kilpailu, nro,
        rajtszam, startni broj, rugnummer, borstnummer, competitor number, shirt,
        brustnummer, rucken nr, id number, keppnisnumer, stn, start nr st""",
    Meaning.LANE: """レーン, 道次, 레인,
        lane, ln, bahn, couloir, calle, corsia, pista, raia, tor, baan, bane, bana, rata, draha, box""",
    Meaning.NATION: """natl,
        מדינה, الجنسية, الدولة, البلد, quoc tich, quoc gia, negara, kebangsaan, ส ญชาต, ประเทศ,
        nacionalitat, herria, държава, obywatelstwo,
        tara, ulke, uyruk, drzava, salis, valsts, riik, χωρα, страна, краіна, 国籍, 国家, 国, 국적, 국가,
        ctry, cntry,
        krajina, narodowosc kraj, country of residence, nat code, country iso, iso, represente, representing,
        nationalite pays,
        nation, nationality, country, nat, noc, ctz, citizenship, country code, nation code,
        cou, ioc, land, nationalitat, staat, lnd, pays, nationalite, pais, nacionalidad, nac, nazione, nazionalita,
        naz, paese, nacionalidade, kraj, narodowosc, panstwo, nationaliteit, nasjon, nasjonalitet, nationalitet,
        maa, kansalaisuus, zeme, narodnost, stat, nemzetiseg, orszag, zemlja, fed, federation""",
    Meaning.CLUB: """
        aff, affiliation, member of, memberof,
        מועדון, קבוצה, النادي, الفريق, cau lac bo, clb, สโมสร, ท ม, taldea, kluba, отбор, clwb, kelab,
        pasukan, zespol,
        societe, echipa, club echipa, kulup, takim, drustvo, klubas, komanda, klubs, klubi, συλλογοσ, ομαδα,
        город клуб,
        клуб город, 单位, 代表队, 所属团体, 팀, entidad, agrupacion, agrupacio, club entidad, gruppo,
        team club name, felag,
        sveit, startgemeinschaft, nazwa klubu, sd, klub sd,
        staffel, staffette, staffetta, relais, stafett, stafet, estafette, sztafeta, stafeta, relay team,
        所属, チーム, клуб, команда, 俱乐部, 소속, equipa,
        club, team, team name, teamname, club name, school, college, university, affiliation, school name, college name,
        szkola, ecole,
        affil, org, organisation, organization, squad, association, crew, society, club team, team club, verein, ort
        verein, verein ort, vereinsname, mannschaft, schule, firma, equipe, nom equipe, equipo, nombre club, clube,
        squadra, societa, soc, gruppo sportivo, equipa, klub, druzyna, nazwa druzyny, klub druzyna, vereniging,
        ploeg, lag, forening, hold, hold navn, lagnavn, klubb, lag klubb, seura, joukkue, oddil, tym, druzstvo,
        egyesulet, sport club, unattached team, club city, verein team, team verein""",
    Meaning.SEX: """
        מין, الجنس, gioi tinh, jenis kelamin, l p, jantina, เพศ, sexua,
        pohlavie, cinsiyet, lytis, dzimums, sugu, φυλο, пол, стать, 性別, 性别, 성별, kyn, sukup, k m sex,
        mann frau, m k v, gender sex, rama,
        sex, gender, m f, f m, mf, m w, w m, geschlecht, geschl, sexe, sexo, genere, sesso, genero,
        plec, geslacht, kjonn, kon, sukupuoli, pohlavi, nem, spol, h f, f h, k m, m k, m v, gen""",
    Meaning.CATEGORY: """
        קטגוריה, الفية, hang muc, nhom tuoi, lua tuoi, kelas, ประเภท, รน, กลมอาย, възрастова група,
        kategori, yas grubu, kategorija, starostna kategorija, amziaus grupe, grupe, grupa, vecuma grupa, vanuseklass,
        vanuseruhm, vkl, κατηγορια, группа, возрастная группа, категория, категорія, вікова група, 種目, 部門, 组别,
        부문,
        年代別, flokkur, aldursflokkur, kateg, categorie age, cat ffa, korosztaly, kat wiek, alterskl, age cat,
        agecat, division name, class name, age group name,
        agegrp, ageclass name, age div, category name, cat edad, luokka, leeftijdscategorie, klasa, m kat, wertung,
        category, cat, categ, age group, agegroup, age category, division, div, class, klasse,
        ak, altersklasse, agk, altersgruppe, kategorie, kat, categorie, cate, categoria, ctg, fascia, escalao, esc,
        kategoria, kategoria wiekowa, categorie leeftijd, klass, sarja, aldersklasse, aldersgruppe, klasse kat,
        group, grp, ageclass, age class, ageclasses, age grp, faixa, faixa etaria, bracket, wettbewerb klasse, para
        class, ag, korcsoport""",
    Meaning.STATUS: """статус, 状態, 状况, durum, stare, helyzet, statuss, staða,
        status, state, result status, finish status, race status, dnf, dq, dsq, dns, statut,
        etat, estado, stato, stav, situacao, situacion, tila, stan, standing, finisher status, bemerkung status,
        classifier, outcome""",
    Meaning.PLACE: """
        着順, 総合順位, 등수, o a, ges, cls, ordine, ordine di arrivo,
        מקום, דירוג, المركز, الترتيب, hang, xep hang, thu hang, peringkat, kedudukan, อ นด บ, ล าด บ, ล าด บท,
        posicio, lloc, postua, sailkapena, класиране, позиция, classification, safle, pozicija, пласман, सथ
        न,
        rango, einlauf, zieleinlauf, mesto, place rank, rank place,
        ranking, cl, rnk, plts, 总排名, 排名, 全体順位, sira, genel sira, loc, locul, място, koht, vieta, saeti,
        καταταξη, місце,
        поз, orden, puesto final, posto, mjesto ukupno, absolut,
        順, 順位, 総合順位, место, 名次, 순위, por, poradi, poradie, col,
        classificacao, θεση, absolutne poradie, rg, posn, placement, lokata, lokaty, finish order, fin pos,
        place, pos, position, rank, rk, plc, pl, placing, finish place, overall, overall place,
        overall rank, overall position, oall, place overall, rank overall, pos overall, o all, oa, gesamt, gesamtplatz,
        gesamtrang, platz, platzierung, rang, rng, pl ges, platz ges, platz gesamt, gesamtplatzierung, pl gesamt,
        classement, clt, clas, class general, classement general, scratch, rang scratch, place scratch, puesto,
        posicion, pto, puesto general, pos general, clasificacion, general, posizione, pos ass, posizione assoluta,
        classifica, piazzamento, assoluto, posicao, coloc, colocacao, lugar, class geral, geral, pos geral, miejsce,
        msc, miejsce open, m ce, lp miejsce, miejsce ogolne, open, plaats, positie, uitslag, plass, plassering,
        plas, placering, plac, plats, placi, nr plassering, sija, sijoitus, sij, poradi, umisteni, celkove poradi,
        celkem poradi, hely, helyezes, mjesto, finish position, finishing position, finish pos, final place,
        official place, official position, standing place, pos abs, abs, order, ind place, ind pl, indiv place,
        individual place, ind pos, rod,
        race place, race rank, race position, gun rank, gun place, overall gun rank, overall gun place, overallgunrank,
        overallrank, overallplace""",
    Meaning.RESULT: """result data, resultdata, result value, resultvalue,
        תוצאה, זמן, الزمن, الوقت, النتيجة, thoi gian, thanh tich, ket qua, waktu, hasil, waktu tempuh,
        catatan waktu, masa, เวลา, ผล, denbora, emaitza, резултат, време, 総合記録, 総合タイム, 総合, amser,
        actual, timp, timp final, timp oficial, idoeredmeny, futott ido, sure, zaman, derece, bitis, laikas, rezultatas,
        finisas, laiks, rezultats, aeg, tulemus, lopuaeg, χρονοσ, χρονοσ τερματισμου, час, фініш, финиш, 最終タイム,
        コールタイム, timing,
        フィニッシュ, 完赛成绩, 完赛时间, 用时, 总时间, 완주기록, finals, timi, lokatimi, totaal, totalzeit,
        rennzeit, temps course, temps scratch, tpo,
        crono final, tempo final prova, tempo corsa, finish clock time, time finish, goal time, zielankunft, tiempo
        meta, tiempo total carrera, vysledok, cas v cili, ciel, koncni cas, ukupno vrijeme, vreme, h m s, hh mm ss,
        resultaat, uitslagtijd, result time h m s, run time, total run time, duration, moving time,
        記録, タイム, результат, время, 成绩, 기록, vysledny cas, επιδοση, クロスタイム,
        result, results, time, finish, finish time, finishtime, finishing time, final time,
        finaltime, final, final result, finals result, official time, officialtime, official, mark, performance,
        perf, total time, totaltime, total, elapsed, elapsed time, race time, racetime, overall time, time overall,
        result s, result time, finals time, zeit, endzeit, gesamtzeit, zielzeit, ergebnis, laufzeit, leistung, zeit
        gesamt, ziel, ziel zeit, temps, temps final, temps officiel, temps total, chrono, tps, arrivee, resultat,
        tiempo, tiempo final, tiempo oficial, tiempo total, marca, resultado, meta, llegada, risultato, tempo
        finale, tempo ufficiale, tempo uff, tempo totale, arrivo, prestazione, crono, tempo final, tempo oficial,
        tempo total, chegada, czas, czas koncowy, wynik, meta czas, czas meta, rezultat, czas na mecie, tijd, eindtijd,
        totaaltijd, prestatie, finishtijd, tid, sluttid, totaltid, sluttid tid, maltid, mal, maal, aika, loppuaika,
        tulos, kokonaisaika, maali, cas, vysledny cas, cilovy cas, celkovy cas, cil, vysledek, vykon, ido, eredmeny,
        vrijeme, clock, finish seconds, seconds, time s, time sec, time seconds, result seconds, sec, secs, minutes,
        time min, time in minutes, celido, sekunden, elapsedseconds, elapsed seconds, hours""",
    Meaning.NET: """
        actual time, actual running time, running time, net running time,
        זמן נטו, الزمن الصافي, thoi gian chip, waktu chip, waktu bersih, เวลาสทธ, temps real, denbora
        garbia, нетно време, нето,
        ネットタイム, ネット, чистое время, 净成绩, 净时间, 净时, 芯片时间, 芯片成绩, t real,
        cip suresi, cip zamani, net sure, net zaman, timp chip, timp net, cipovy cas, temps xip, cip vrijeme,
        net, net time, nettime, chip, chip time, chiptime, netto, nettozeit, netto zeit, zeit
        netto, netzeit, temps net, temps reel, temps puce, temps puces, reel, tiempo neto, neto, tiempo chip, t
        neto, tiempo real, real time, real, tempo reale, tempo netto, t netto, liquido, tempo liquido, tempo de
        chip, tempo chip, czas netto, czas brutto netto, netto czas, nettotijd, netto tijd, nettid, netto tid,
        nettotid, chiptid, nettoaika, cisty cas, netto ido, chip result, net result, netto time, finish net, time
        net, time chip, finish chip, official net time, flogutimi""",
    Meaning.GUN: """
        זמן ברוטו, thoi gian sung, waktu gun, เวลาป น, temps bru, denbora gordina, бруто време, бруто,
        lordo, クロスタイム, クロス, t oficial, tpo oficial, t gara, 枪声成绩, 枪声时间, 枪时,
        silah suresi, silah zamani, brut sure, brut zaman, timp brut, hruby, bruto vrijeme,
        gun, gun time, guntime, clock time, clocktime, brutto, bruttozeit, brutto zeit, zeit
        brutto, temps brut, temps pistolet, temps officiel brut, officiel brut, tiempo bruto, bruto, t bruto, tiempo
        oficial bruto, tempo gara, tempo lordo, tempo di gara, tempo sparo, tempo bruto, bruto tempo, czas brutto,
        brutto czas, brutotijd, bruto tijd, bruttotid, brutto tid, bruttoaika, hruby cas, brutto ido, gun result,
        finish gun, time gun, gross, gross time, pistol, pistola, byssutimi""",
    Meaning.START: """gun offset, offset, wave offset, handicap, handicap time, handicap start, hcp, hcap,
        h cap, hdcp, vorgabe, allowance, head start, headstart, start handicap, delay,
        startuur, старт, время старта, スタート, start cas, cas startu, start, start time, starttime,
        start offset, start delay, gun start, gunstart, start tod,
        start clock, startzeit, depart, heure depart, heure de depart, salida, hora salida, hora de salida,
        partenza, ora partenza, orario partenza, partida, hora de partida, czas startu, godzina startu, starttijd,
        starttid, lahto, lahtoaika, cas startu, wave start, wave start time, started at, chip start,
        start chip time, chip start time, mat start,
        start line, start crossing""",
    Meaning.LAPS: """laps times, lap times, laptimes, laps, rundenzeiten, runden zeiten, zwischenzeiten,
        splits, temps tours, tours, parciales, tiempos de vuelta, parziali, tempi giri, parciais, czasy okrazen,
        miedzyczasy, rondetijden, rundetider, varvtider, mellantider, mellemtider, kierrosajat, valiajat, mezicasy,
        split times""",
    Meaning.LAP_COUNT: """lap count, number of laps, laps completed, laps done, laps run, laps finished,
        no of laps, num laps, runden, anzahl
        runden, nb tours, nombre de tours, vueltas, giri, voltas, okrazenia, liczba okrazen, ronden, aantal ronden,
        runder, varv, kierrokset, kola, pocet kol, completed laps, total laps""",
    Meaning.GAP: """gap, gaps, diff, difference, behind, time behind, delta, interval, deficit, margin, to
        leader, gap to winner, gap to first, finish gap, ruckstand, rueckstand, ruckst, rueckst, abstand, differenz,
        ecart, retard, dif, diferencia, distacco, ritardo, dif tempo, diferenca, strata, roznica, achterstand,
        verschil, bak, efter, etter, differens, differanse, ero, erotus, ztrata, odstup, kulonbseg, to first, time back,
        back, winner gap, time difference, fark, отставание, отст, gap behind, hatrany, zaostanek, munur, a eftir""",
    Meaning.NOTE: """
        コメント, 備考, 비고, 备注,
        note, notes, comment, comments, remark, remarks, bemerkung, bemerkungen, anmerkung,
        remarque, remarques, observations, observaciones, obs, nota, notas, note gara, observacoes, uwagi,
        opmerking, opmerkingen, merknad, anmarkning, bemaerkning, huom, huomautus, poznamka, poznamky, rule, reason,
        dq reason, ban reason, not, anm, merk""",
    Meaning.MARKS: """ennatys,
        marks, pb sb, record, records, rec, flag, flags, bestleistung""",
    Meaning.ROLE: "role, function, pacemaker, pacer, hase",
    Meaning.REACTION: """reaction, reaction time, reactiontime, react, reactime, reac time, rt, rx, reaktion,
        reaktionszeit, temps de reaction, tiempo de reaccion, tempo di reazione, reactietijd, reaktionstid""",
    Meaning.SHORT: "short name",
    Meaning.EVENT: """evento, rennen, event, event name, event long name, event full name,
        event short name, eventname, race, race name, racename, competition event,
        discipline, contest, wettkampf, wettbewerb, bewerb, lauf, disziplin, epreuve, course epreuve, prueba, carrera,
        gara, specialita, prova, corrida, bieg, konkurencja, konkurrencja, onderdeel, wedstrijd, ovelse, gren, lop,
        lopp, laji, disciplina, disciplina gara, disciplin, zavod, trat, versenyszam, distance name, parkrun""",
    Meaning.DISTANCE: """meter, meters, metres, metri, metros, metry, metriä,
        distance, dist, distance m, distance km, distance race, race distance, strecke, stracka, lopstracka,
        streckenlange, parcours, distancia, distanza, percorso, dystans, afstand, distans, matka, vzdalenost, tav,
        length, total km, km total, total m, km run, run km, km gelaufen, gesamt m, summe km, summe m, gesamtstrecke,
        gesamtdistanz, gesamtleistung, strecke gesamt, total kilometers, total miles, gesamt km, km gesamt,
        km, kilometers, kilometres, kilometer, meters, metres, total distance, distance covered, strecke m,
        strecke km, miles, distance run, distanz, laufstrecke, distanse""",
    Meaning.DATE: """date, race date, event date, datum, fecha, data, dato, paivamaara, day, tag, jour, dia,
        giorno""",
    Meaning.ESTIMATED: "estimated, estimated splits, interpolated",
    Meaning.LABEL: """split, split name, splitname, split distance, splitdistance, split label, split point,
        split km, checkpoint, check point, checkpoint name, control, control point, point, timing point,
        timingpoint, station, aid station, location, place of timing, mat, split no, split number, lap, lap no, lap
        number, lapnumber, zwischenzeit punkt, messpunkt, kontrolle, point de passage, passage, punto, punto de
        control, rilevamento, punkt, punkt pomiaru, meetpunt, passering, kontroll, rasti, bod, runde, runde nr,
        tour, vuelta, giro, volta, okrazenie, ronde, varv nr, kierros, kolo, base name, section, sector, segment,
        intermediate name""",
    Meaning.SPLIT_TIME: """split time, splittime, time at split, passing time, passage time, intermediate time,
        lap time, laptime, elapsed seconds, cumulative, cumulative time, cum time, cumulated, zwischenzeit,
        rundenzeit, temps de passage, temps passage, temps intermediaire, temps tour, tiempo de paso, tiempo
        parcial, parcial, parziale, tempo parziale, intertempo, tempo parcial, miedzyczas, czas posredni,
        tussentijd, rondetijd, passeringstid, mellomtid, mellantid, mellemtid, rundetid, varvtid, valiaika,
        kierrosaika, mezicas, split seconds, leg time, timestamp, ts, datetime, time utc, read at, passed at,
        time stamp, read time, crossing time, crossing""",
    Meaning.MEMBER: """runner 1, runner 2, runner 3, runner 4, runner 5, runner 6, leg 1 runner, leg 2 runner,
        leg 3 runner, leg 4 runner, laufer 1, laufer 2, laufer 3, laufer 4, athlete 1, athlete 2, athlete 3, athlete
        4, team members, members, member 1, member 2, member 3, member 4, runners, relayeur 1, relayeur 2, relayeur
        3, relayeur 4, zawodnik 1, zawodnik 2, zawodnik 3, zawodnik 4""",
    Meaning.IGNORED: """
        学年, フリカナ, ふりかな, カナ, seed time, entry time, gurtel,
        年龄, 출생년도, godina, godiste, letnik, gimimo metai, sunniaasta,
        dzimsanas gads, yas, dogum yili, an nastere, varsta, год рожд, г р, рік народження, ηλικια, ετοσ γεννησησ,
        eletkor, темп,
        скорость, отставание, heart rate, avg hr, max hr, calories, cadence, elevation, ascent, descent, gain, elev,
        gap
        pace, sex pl, sex pos, m f place, gen pl, div pl, cat pl, categ pos, мцк, bib chip id, chip id, rfid,
        chip no, chip nr, chip number, chipno, chipnr,
        percentile, of, out of, agpl, performance rank,
        synt, best tm, best lap, best lap tm, in lap, qualify, avg mile,
        vit, coach, год рождения, год, 年齢, город, city town,
        projected finish, predicted finish, expected finish, estimated finish time, eta, projected finish time,
        age, alter, age on day, yob, year of birth, birth year, birthyear, year, yr, born, dob,
        date of birth, birthdate, birth date, birthday,
        jg, jahrgang, jahr, geburtsjahr, geb, annee, annee de naissance, naissance, ne en,
        edad, ano, ano nacimiento, eta, anno, anno di nascita, anno nascita, idade, ano nascimento, wiek, rok, rok
        urodzenia, r ur, rocznik, leeftijd, geboortejaar, alder, fodselsar, fodt, fodd, fodelsear, ika,
        syntymavuosi, syntv, vek, rocnik, rok narozeni, kor, szuletesi ev, pace, avg pace, average pace, speed, avg
        speed, average speed, tempo min km, min km, min mile, min mi, km h, kmh, kph, mph, miles h, schnitt,
        ritme, geschwindigkeit, pace min km, durchschnitt, vitesse, allure, moyenne, ritmo, velocidad, velocidad media,
        velocita, media, passo, ritmo medio, tempo srednie, predkosc, snelheid, gemiddelde, snitt, snittfart, fart,
        hastighet, nopeus, keskivauhti, vauhti, rychlost, prumer, points, pts, punkte, score, puntos, punti, pontos,
        punkty, poang, poeng, pisteet, body, proj time, projected time, estimated finish, projected, age grade,
        pred, predicted, predicted time, prediction, target, target time, goal, goal time,
        agegrade, age graded, wma, city, town, province, prov, region, hometown, home town, residence, location
        city, wohnort, ort, plz, stadt, kanton, ville, cp, code postal, departement, dept, dpt, lieu, ciudad,
        poblacion, provincia, localidad, citta, comune, provenienza, cidade, localidade, concelho, miasto,
        miejscowosc, woonplaats, plaats woon, stad, sted, ort bostad, by, bosted, paikkakunta, kotipaikka,
        bydliste, obec, varos, zip, wave, corral, start group, startgroup, block, startblock, welle, startwelle,
        vague, sas, cajon, oleada, wind, heat, heat place, serie, id, sex rank,
        gender rank, gender place, gender pos, gender position, sex place, class place, class rank, class pos,
        category rank, category place, category position, cat rank, cat pos, cat place, cat position, age rank, age
        place, age group place, age group rank, age group position, division place, division rank, div place, div
        rank, div pos, divtot, div tot, sextot, genderdiv, platz ak, platzak, ak platz, rang ak, pl ak, ak rang,
        akpl, ak pl, platz m w, platz mw, platz geschlecht, pl mw, m w platz, platz klasse, rang kat, kat rang,
        klassenrang, place cat, rang cat, clt cat, classement categorie, class cat, pl cat, place sexe, clt sexe,
        rang sexe, pos cat, posicion categoria, puesto cat, puesto categoria, puesto sexo, pos sexo, pos categoria,
        posizione categoria, pos categ, cl fx, cl gen, class esc, pos esc, miejsce kat, miejsce w kategorii, miejsce
        w kat, m kat, m ce kat, miejsce plec, miejsce w plci, miejsce m k, miejsce k m, plaats cat, plass klasse,
        placering klass, klasse plass, sija sarjassa, poradi kat, poradi v kategorii, kat poradi, poradi kategorie,
        number of runners, photo, photos, video, certificate, urkunde, url, link, licence, license, lizenz,
        licencia, tessera, licencja, trainer, coach, chip code, transponder, si card, sicard, puce, email, phone,
        seed, qual, qualifying, runs, total runs, run count, volunteer, vol, ageclass rank, delay, penalty, strafe,
        index, unnamed, short, group place, rank m w, ranking m w,
        km tid, kilometertid, snittid km, tid km, tid per km, km zeit, zeit km, temps km, tiempo km, km time,
        km t, km tim, km u, km uur, km std, km godz, min kilometer, last lap, letzte runde, qualified, scorers, semis,
        semi final, semifinal, halbfinale, vorlauf, quarterfinal, quarter final, zwischenlauf, 2nd half, second half,
        back half, zweite halfte, 2 halfte, 2 halbzeit""",
}

ALSO: dict[Meaning, str] = {
    # A word that the first table gives another meaning, which the cells may not bear out.
    Meaning.PLACE: "class, nr, no, n o, finish, classifier, number, id, open, total, lp, r, score, general, gesamt",
    Meaning.CATEGORY: "overall, open, wave, gruppe, serie, event, race, name, contest, lauf",
    Meaning.CLUB: "org, город, name, ort, city, town, hold, group, stadt, ville, location, sted, mesto, residence, ag",
    Meaning.NATION: "team, club, state, country, org, stat, group",
    Meaning.BIB: "start, id, tag, numero, name, tor, place, runner, competitor, participant, athlete, chip, pos",
    Meaning.SEX: "class, division, category, cat, kategorie, m, f, kategoria, kat, klasse",
    Meaning.RESULT: "tempo, net, chip, real, netto, gun, brutto, clock, ms, millis, milliseconds",
    Meaning.STATUS: "note, notes, comment, comments, remark, remarks, classified, bemerkung, qual, finish, q",
    Meaning.IGNORED: "pb, sb, mesto, state, tempo, gender, division, sex, category, cat, open, m f, m, f, nem, tor",
    Meaning.LAP_COUNT: "laps, loops, loop, boucles, yards, tours, runder, varv, lap, rundenzeiten",
    Meaning.SPLIT_TIME: """time, elapsed, zeit, temps, tiempo, tempo, czas, tijd, tid, aika, cas, result, total
        time, diff, at, when, passed, crossed""",
    Meaning.LABEL: """distance, dist, km, strecke, metres, meters, distance m, distance km, leg, position,
        place, kilometers""",
    Meaning.NAME: """team, team name, club, nation, country, horse, driver, bib, nom, nome, nombre, mannschaft,
        equipe, last name, surname, jmeno, meno, ime, имя, vardas, vards, eesnimi, ad, imie""",
    Meaning.GIVEN: "name, nom, nome, nombre, nev, ime, nimi",
    Meaning.LAPS: "runden, tours, varv, ronden, giri, vueltas, kierrokset, okrazenia",
    Meaning.FAMILY: "name, nom, nev, nume, 姓名",
}

YES = frozenset(phrases("1, x, y, yes, true, ja, oui, si, t"))
NO = frozenset(phrases("0, n, no, false, nein, non, f"))

FLAGS = {"dq": "DQ", "dsq": "DQ", "dnf": "DNF", "dns": "DNS"}
"""Headings of columns that say yes or no."""
