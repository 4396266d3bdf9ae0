"""Lists that were met last: pages with text in columns, objects by name, hurdles, legs beside passings, and others."""

from tests.files.table.pages import List

MET = (
    List(
        "devils_overall_2024.csv",
        "30km",
        "30000 m",
        3,
        (
            "North Hill Men: finished 1. 2:47:45 7500=37:17 15000=1:30:36 22500=2:20:58",
            "Six Lost: dnf 7500=56:11 15000=2:18:37 22500=3:36:27",
        ),
    ),
    List("night-trail-10km.json", "", "10000 m", 3, ("Ann LEB: finished 40:17", "Nic RAY: finished 43:28")),
    List("turkey.shtml", "", "5000 m", 5, ("SEAN DUN: finished 1. 15:38", "JOHN FLA: finished 51. 20:28 started 36")),
    List(
        "trials.txt",
        "",
        "42195 m",
        7,
        ("Dee Kas: finished 2:29:35", "Kat One: dnf", "Nic Ais: dns", "Rya Hal: finished 2:09:02"),
    ),
    List("400mh.csv", "", "400 m", 2, ("Ada Alfa: finished 50.95 45=6.2 80=10.1 115=14.0",)),
    List("100m-analysis.csv", "", "100 m", 2, ("Ada Alfa: finished 9.58 10=1.89 20=2.88 30=3.78",)),
    List("cells-many.csv", "half", "21097.5 m", 2, ("Ada Alfa: finished 1. 1:05:02 5000=15:20 10000=30:41",)),
    List("parkrun.html", "", "5000 m", 3, ("Al LEE: finished 1. 15:40", "Bo RAY: finished 2. 16:02")),
    List("rr-ranks.csv", "10km", "10000 m", 2, ("Alf Ada: finished 1. 36:10",)),
    List("medal-md.md", "", "5000 m", 4, ("Ada Alf: finished 1. 17:20", "Di Del: dnf")),
    List("clock-rows.csv", "10km", "10000 m", 2, ("Ada Alf: finished 36:10",)),
    List("multi-header.csv", "half", "21097.5 m", 2, ("Ada Alf: finished 1. 1:19:10 5000=18:30 10000=37:20",)),
    List("numbers-app.csv", "1600", "1600 m", 2, ("Ada: finished 4:14.3 400=1:02.1 800=2:06.1 1200=3:11.3",)),
    List(
        "ultra-aid.csv",
        "50mi",
        "80467.2 m",
        3,
        (
            "Ada Alf: finished 8:55:00 12070.08=1:05:00 24462.0288=2:20:00 49889.664=5:10:00",
            "Cy Gam: dnf 12070.08=1:30:00 24462.0288=3:20:00 49889.664=7:05:00",
        ),
    ),
    List("800m Klasse 8b.csv", "", "800 m", 4, ("Anna: finished 3:05", "Ben: finished 2:45", "Cem: dns")),
    List("finish-list.txt", "", "10000 m", 4, ("Ada Alf: finished 1. 32:10", "Dot Del: dnf")),
    List("discord.txt", "", "5000 m", 3, ("@ada: finished 1. 17:05", "@cia: dnf")),
    List("flags.csv", "5000", "5000 m", 2, ("Ada Alf: finished 1. 14:20.1",)),
    List("brackets.csv", "5000", "5000 m", 2, ("Ada Alf: finished 1. 14:20.1",)),
    List("name-club-lines.csv", "5000", "5000 m", 2, ("Ada Alf: finished 1. 14:20.1",)),
    List("epoch.csv", "10km", "10000 m", 2, ("Ada Alf: finished 35:10", "Bea Bet: finished 36:20")),
    List(
        "epoch-ms.csv", "10km", "10000 m", 2, ("Ada Alf: finished 35:10.200", "Bea Bet: finished 36:18.000 started 2")
    ),
    List(
        "latam.csv",
        "marathon",
        "42195 m",
        2,
        ("ADA ALF: finished 1. 2:45:10 10000=39:00 21097.5=1:22:20 30000=1:57:10 started 2",),
    ),
    List(
        "hour-laps.csv",
        "1h",
        "1 h",
        2,
        ("Ada Alf: finished 6000 m 2000=10:00 4000=20:30", "Bob Bet: finished 4000 m 2000=11:00"),
    ),
    List("bybib.json", "", "10000 m", 2, ("Ada Alf: finished 35:10 started 4",)),
    List(
        "005-1-02.lif",
        "",
        "1500 m",
        4,
        (
            "Adam Alf: finished 1. 3:58.214 400=1:02.31 800=2:06.10 1200=3:11.90",
            "Cy Gam: dns",
            "Di Del: dnf 400=1:03.10",
        ),
    ),
    List("tab.lif", "", "800 m", 2, ("Ada Alf: finished 1. 2:08.11", "Bea Bet: finished 2. 2:09.40")),
    List("mylaps-speedhive.csv", "2000", "2000 m", 3, ("Ada Alf: finished 1. 6:05.120", "Cia Gam: finished 3. 1600 m")),
    List("zieleinlauf.csv", "10km", "10000 m", 2, ("Ada Alf: finished 1. 36:10", "Bob Bet: finished 2. 37:20")),
    List("ocr-penalty.csv", "10km", "10000 m", 2, ("Ada Alf: finished 1. 50:10", "Bea Bet: finished 2. 50:50")),
    List("age-sex.csv", "10km", "10000 m", 2, ("Ada Alf: finished 1. 36:10",)),
    List("split-array.json", "half", "21097.5 m", 2, ("Ada Alf: finished 1:19:10.0 5000=18:30.0 10000=37:20.0",)),
    List("whole-hours.csv", "100mi", "160934.4 m", 2, ("Ada Alf: finished 1. 14:15:00",)),
    List(
        "maraton-valencia.csv", "", "42195 m", 2, ("Kel Alf: finished 1. 2:01:53 5000=14:26 10000=28:58 15000=43:24",)
    ),
    List("xml-results.xml", "", "10000 m", 2, ("Ada Alf: finished 1. 36:10",)),
    List("xml-elements.xml", "", "10000 m", 2, ("Ada Alf: finished 1. 36:10",)),
    List("side-by-side.csv", "10km", "10000 m", 5, ("Ada Alf: finished 1. 36:10", "Zoe Zet: finished 3. 45:10")),
    List("women-men-columns.csv", "10km", "10000 m", 4, ("Ada Alf: finished 36:10", "Bob Bet: finished 33:20")),
)
