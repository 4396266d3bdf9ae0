"""Lists of kinds that nobody had tried: languages, legs, clubs beside names, what stands around a list."""

from tests.files.table.pages import List

UNSEEN = (
    List(
        "clubs-behind-names.csv",
        "",
        "5000 m",
        4,
        (
            "Ada Alfa: finished 1. 15:10",
            "Dot Delta: finished 4. 16:10",
        ),
    ),
    List(
        "clubs-in-brackets.csv",
        "5000",
        "5000 m",
        3,
        (
            "Ada Alfa: finished 1. 15:10.1",
            "Cia Gamma: finished 3. 16:05.0",
        ),
    ),
    List(
        "legs-and-names.csv",
        "",
        "1600 m",
        2,
        (
            "Kenya: finished 3:27.5 400=52.1 800=1:44.0 1200=2:36.5",
            "Italy: finished 3:29.4 400=52.4 800=1:45.3 1200=2:37.5",
        ),
    ),
    List(
        "ekiden-legs.csv", "", "42195 m", 2, ("Alfa Univ: finished 1. 2:05:21 10000=29:10 15000=43:50 25000=1:13:20",)
    ),
    List(
        "stopped-below.txt",
        "",
        "10000 m",
        6,
        (
            "Ada Alfa: finished 1. 27:10.2",
            "Dot Delta: dnf",
        ),
    ),
    List(
        "ko-stopped.csv",
        "10km",
        "10000 m",
        3,
        (
            "김철수: finished 1. 33:10 5000=16:10",
            "박민수: dnf 5000=17:00",
        ),
    ),
    List("last-stretch.csv", "", "1500 m", 2, ("Ada Alfa: finished 4:05.1 400=1:05.1 800=2:11.0 1200=3:17.2",)),
    List(
        "records-above.txt",
        "",
        "1500 m",
        4,
        (
            "Josh KERR: finished 1. 3:27.79",
            "Pietro ARESE: dnf",
        ),
    ),
    List("points-in-cells.csv", "10km", "10000 m", 2, ("Ada Alfa: finished 35:10 3000=10:30 6000=21:10",)),
    List("mx-rama.csv", "10km", "10000 m", 3, ("JUAN PÉREZ: finished 1. 31:09 started 1",)),
    List(
        "days-of-all.csv",
        "",
        "217000 m",
        7,
        (
            "Ada Alfa: finished 26:40:07 100000=11:00:00",
            "Bea Beta: finished 27:40:07 100000=12:00:00",
        ),
    ),
    List("clubs-unquoted.csv", "", "1500 m", 2, ("Ada Alfa: finished 4:04.2 400=1:02.1",)),
    List(
        "places-shared.csv",
        "",
        "800 m",
        10,
        (
            "Bea Beta: finished 2. 1:59.90 400=58.3",
            "Cia Gamma: finished 2. 1:59.90 400=58.4",
        ),
    ),
    List(
        "teams-and-members.csv",
        "4x1500",
        "6000 m",
        2,
        ("LG Nord: finished 1. 16:50.2 1500=4:10.1 3000=8:21.3 4500=12:40.0",),
    ),
    List(
        "remarks.csv",
        "",
        "1500 m",
        8,
        (
            "Dea: dnf",
            "Eva: dns",
        ),
    ),
    List("slashes.csv", "", "5000 m", 2, ("Ada: finished 14:02",)),
    List("km-rows.csv", "10k", "10000 m", 2, ("Ada Alfa: finished 32:02 1000=3:10 2000=6:22 3000=9:33",)),
    List(
        "k-points.csv",
        "marathon",
        "42195 m",
        2,
        ("Ada Alfa: finished 1. 2:21:10 5000=16:40 10000=33:20 21097.5=1:10:20",),
    ),
    List("es-hm.csv", "5k", "5000 m", 4, ("Ana Ruiz: finished 2. 17:10",)),
    List(
        "wettkampf.csv",
        "",
        "5000 m",
        3,
        (
            "Hans Müller: finished 1. 14:10.22",
            "Karl Weiß: dnf",
        ),
    ),
    List("duv-adjusted.txt", "100km", "100000 m", 2, ("Jim Alfa: finished 1. 6:40:11",)),
    List("map-of-maps.json", "", "10000 m", 2, ("Ada Alfa: finished 31:10.2 2000=6:10.0 4000=12:20.1",)),
    List(
        "towns-behind.txt",
        "half",
        "21097.5 m",
        3,
        (
            "Sam Poe: finished 1. 1:12:05",
            "Kim Lee: finished 2. 1:15:22",
        ),
    ),
    List(
        "ffa-categories.txt",
        "10km",
        "10000 m",
        3,
        (
            "Jean DUPONT: finished 1. 31:05",
            "Léa PETIT: finished 3. 35:02",
        ),
    ),
    List("lanes-marks.txt", "", "800 m", 4, ("Ada ALFA: finished 1:58.10",)),
    List("times-before.txt", "5k", "5000 m", 3, ("Ann Lee: finished 17:45",)),
    List("comma-title.csv", "", "1609.344 m", 3, ("Ada Alfa: finished 1. 4:31.2",)),
    List("splits-in-blanks.txt", "", "1500 m", 3, ("Ada Alfa: finished 1. 3:55.1 400=1:02.1 800=2:05.0 1200=3:08.2",)),
    List("last-is-result.csv", "", "3000 m", 2, ("Ada Alfa: finished 9:04 1000=3:01 2000=6:03",)),
    List("metres-and-seconds.csv", "1500", "1500 m", 2, ("Ada Alfa: finished 4:00.12 400=1:02.1 800=2:05.4",)),
    List("from-to.csv", "", "21097.5 m", 2, ("Ada Alfa: finished 1:11:45 5000=16:40 10000=33:40 15000=50:50",)),
    List(
        "status-before.txt",
        "",
        "800 m",
        4,
        (
            "Max Burgin: finished 1. 1:42.36",
            "Djamel Sedjati: dnf",
        ),
    ),
    List("keycaps.txt", "", "5000 m", 3, ("Ada: finished 1. 19:20",)),
    List("blocks.txt", "10k", "10000 m", 2, ("Ada Alfa: finished 35:10",)),
    List("brot.txt", "", "10000 m", 4, ("Anders Ek: finished 1. 29:10.1",)),
    List(
        "finnish-clubs.txt",
        "",
        "3000 m",
        4,
        (
            "Antti Aho: finished 1. 8:15.22",
            "Jussi Järvi: dnf",
        ),
    ),
    List("heats-in-lines.txt", "", "800 m", 4, ("Ada Alfa: finished 2:05.1",)),
    List("zh-net.csv", "10km", "10000 m", 2, ("张伟: finished 1. 31:10 5000=15:30 started 1",)),
    List("th-sex.csv", "half", "21097.5 m", 2, ("สมชาย ใจดี: finished 1. 1:12:10",)),
    List("rounds-of-all.csv", "", "1500 m", 3, ("Cole HOCKER: finished 1. 3:27.65",)),
)
