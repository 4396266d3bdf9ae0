"""Lists as they were met later: other languages, laps, a distance in a name."""

from tests.files.table.pages import List

CARRIED = (
    List(
        "eredmenyek.csv",
        "10000",
        "10000 m",
        3,
        (
            "Kovács Ágnes: finished 1. 36:02 5000=17:40",
            "Szőke Tünde: finished 2. 39:20 5000=19:10",
            "Tóth Édua: dnf 5000=21:00",
        ),
    ),
    List(
        "hlaup-urslit.csv",
        "10km",
        "10000 m",
        3,
        (
            "Þórður Æ. Jónsson: finished 1. 32:09 started 1",
            "Guðrún Ólafsdóttir: finished 2. 36:48 started 3",
            "Björk Ýr: finished 3. 40:51 started 9",
        ),
    ),
    List(
        "prazsky-beh.csv",
        "10km",
        "10000 m",
        3,
        (
            "Jiří Dvořák: finished 1. 32:11",
            "Šárka Růžičková: finished 2. 36:50",
            "Ondřej Žák: finished 3. 39:59",
        ),
    ),
    List(
        "uitslagen 10 EM.csv",
        "",
        "16093.44 m",
        3,
        (
            "Sjoerd van der Meer: finished 1. 48:29 8046.72=24:05 started 1",
            "Femke de Boer: finished 2. 55:55 8046.72=27:40 started 4",
            "Piet 't Hart: finished 3. 57:11 8046.72=28:30 started 9",
        ),
    ),
    List(
        "mezza_di_primavera.csv",
        "",
        "21097.5 m",
        3,
        (
            "MARIO ROSSI: finished 1. 1:08:11 started 1",
            "CHIARA D'ANGELO: finished 2. 1:15:40 started 4",
            "LUIGI ESPOSITO: finished 3. 1:19:58 started 7",
        ),
    ),
    List(
        "10km-classement.csv",
        "",
        "10000 m",
        3,
        (
            "Étienne LEFEBVRE: finished 1. 31:07 started 1",
            "Inès DA COSTA: finished 2. 34:36 started 4",
            "Paul N'GUESSAN: finished 3. 34:59 started 3",
        ),
    ),
    List(
        "final-800.csv",
        "",
        "800 m",
        3,
        (
            "Ada Alfa: finished 1:42.85 200=24.61 400=50.32 600=1:15.71",
            "Bea Beta: finished 1:43.30 200=24.80 400=50.55 600=1:16.02",
            "Cia Gamma: dq 200=24.95 400=50.70 600=1:16.30",
        ),
    ),
    List(
        "school-800-laps-only.csv",
        "",
        "800 m",
        3,
        (
            "Anna: finished 2:37.5 400=1:15.4",
            "Ben: finished 2:36.2 400=1:16.0",
            "Cem: finished 2:57.4 400=1:21.5",
        ),
    ),
    List(
        "10000m_lap_times.csv",
        "10000",
        "10000 m",
        2,
        (
            "Ada: finished 30:12.0 400=1:12.0 800=2:24.5 1200=3:37.5",
            "Bea: finished 30:28.0 400=1:12.4 800=2:25.3 1200=3:38.7",
        ),
    ),
    List(
        "4x400-leg-names.csv",
        "",
        "1600 m",
        2,
        (
            "Netherlands: finished 1. 3:08.0 400=45.5 800=1:35.1 1200=2:20.1",
            "USA: finished 2. 3:08.2 400=44.5 800=1:34.0 1200=2:18.2",
        ),
    ),
    List(
        "indoor 1500 (200m laps).csv",
        "",
        "1500 m",
        2,
        (
            "Ada Alfa: finished 3:38.55 300=44.9 500=1:14.8 700=1:44.6",
            "Bea Beta: finished 3:37.90 300=45.0 500=1:14.9 700=1:44.8",
        ),
    ),
    List(
        "opentrack-1500.csv",
        "",
        "1500 m",
        3,
        (
            "Ada Alfa: finished 1. 4:12.31 300=49.9 700=1:58.0 1100=3:06.2",
            "Bea Beta: finished 2. 4:13.70 300=50.1 700=1:58.3 1100=3:06.8",
            "Cia Gamma: dnf 300=50.2 700=1:58.1",
        ),
    ),
    List(
        "60m-rounds.csv",
        "",
        "60 m",
        3,
        (
            "Ada Alfa: finished 6.41",
            "Bea Beta: finished 6.44",
            "Cia Gamma: finished 6.46",
        ),
    ),
    List(
        "2x2x800.csv",
        "",
        "3200 m",
        2,
        (
            "TV Nord (Meier/Alt): finished 1. 8:58.7 800=2:05.1 1600=4:25.5 2400=6:33.5",
            "LG Ost (Beck/Ott): finished 2. 9:02.9 800=2:06.0 1600=4:27.0 2400=6:36.9",
        ),
    ),
    List(
        "datasport-off.txt",
        "",
        "10000 m",
        3,
        (
            "Ada Alfa: finished 1. 32:14.5 5000=16:01",
            "Bea Beta: finished 2. 34:40.1 5000=17:10",
            "Cia Gamma: finished 3. 36:02.0 5000=17:55",
        ),
    ),
    List("apple-watch-splits.txt", "", "3000 m", 1, ("apple-watch-splits: finished 14:49 1000=5:01 2000=9:59",)),
    List(
        "in-and-out.csv",
        "",
        "50000 m",
        3,
        (
            "Ada Alfa: finished 1. 4:20:20 12000=58:10 25500=2:10:00",
            "Bea Beta: finished 2. 4:33:00 12000=1:00:00 25500=2:15:00",
            "Cia Gamma: finished 3. 12000=1:01:30 25500=2:18:40",
        ),
    ),
    List(
        "passings-dated.csv",
        "800",
        "800 m",
        2,
        (
            "Ola: finished 2:26.0 400=1:12.4",
            "Per: finished 2:25.1 400=1:13.0",
        ),
    ),
    List(
        "timedelta-pandas.csv",
        "marathon",
        "42195 m",
        2,
        (
            "Ann: finished 2:38:30 10000=37:02 21097.5=1:18:00.500",
            "Bea: unknown 10000=38:02 21097.5=1:20:00",
        ),
    ),
    List(
        "status-words.csv",
        "10km",
        "10000 m",
        5,
        (
            "Ann: finished 35:10",
            "Bea: dnf",
            "Cat: dns",
            "Bea: dnf",
        ),
    ),
    List(
        "status-fr.csv",
        "10km",
        "10000 m",
        6,
        (
            "Ann: finished 1. 35:10",
            "Cat: dnf",
            "Dot: dns",
            "Bea: finished 2. 36:00",
        ),
    ),
    List(
        "wheelchair-mixed.csv",
        "half",
        "21097.5 m",
        4,
        (
            "Ann Fast: finished 1. 1:13:10 5000=17:00 10000=34:10",
            "Bea Quick: finished 2. 1:15:00 5000=17:30 10000=35:00",
        ),
    ),
    List(
        "interval-start-tt.csv",
        "10km",
        "10000 m",
        3,
        (
            "Ann: finished 1. 35:40 5000=17:30",
            "Bea: finished 2. 37:00 5000=18:10 started 60",
            "Cat: finished 3. 38:30 5000=18:40 started 120",
        ),
    ),
    List(
        "night-tod.csv",
        "70km",
        "70000 m",
        2,
        (
            "Ann: finished 7:40:00 30000=3:10:00",
            "Bea: finished 9:00:10 30000=3:40:00",
        ),
    ),
    List(
        "early-finish-tod.csv",
        "10km",
        "10000 m",
        3,
        (
            "Ann: finished 35:10",
            "Bea: finished 36:00",
            "Cat: unknown",
        ),
    ),
)
