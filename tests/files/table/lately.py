"""Lists as they were met at last: side by side, in several zones, under hours, laps of one runner, LaTeX and YAML."""

from tests.files.table.pages import List

LATELY = (
    List(
        "utc.csv",
        "10km",
        "10000 m",
        3,
        (
            "Ada Alfa: finished 40:10",
            "Cy Gam: finished 45:30",
        ),
    ),
    List(
        "sbs1.csv",
        "800",
        "800 m",
        9,
        (
            "Ada Alfa: finished 2:05.1",
            "Gia Hay: finished 2:19.5",
        ),
    ),
    List(
        "sbs2.csv",
        "",
        "800 m",
        3,
        (
            "Tom Cee: finished 1:50.2",
            "Ed Day: finished 1:52.3",
        ),
    ),
    List(
        "sbs3.csv",
        "800",
        "800 m",
        4,
        (
            "Ada Alfa: finished 2:05.1",
            "Dan Dee: finished 1:51.3",
        ),
    ),
    List(
        "touch.txt",
        "",
        "10000 m",
        4,
        (
            "Ada Alfa: finished 1. 35:10",
            "Dan Day: finished 4. 37:20",
        ),
    ),
    List(
        "touch2.txt",
        "10km",
        "10000 m",
        3,
        (
            "JOHN PETER SMITH: finished 1. 35:10",
            "JANE DOE: finished 3. 36:02",
        ),
    ),
    List(
        "flags2.csv",
        "5000",
        "5000 m",
        3,
        (
            "Ada Alfa: finished 1. 15:10.1",
            "Cia Gam: finished 3. 15:14.1",
        ),
    ),
    List(
        "flags3.csv",
        "5000",
        "5000 m",
        2,
        (
            "Ada Alfa: finished 1. 15:10.1",
            "Bea Beta: finished 2. 15:12.1",
        ),
    ),
    List(
        "iso3.csv",
        "5000",
        "5000 m",
        5,
        (
            "Ada Alfa: finished 1. 15:10.1",
            "Eva Eps: finished 5. 15:18.1",
        ),
    ),
    List(
        "results-list.yaml",
        "",
        "5000 m",
        2,
        (
            "Ada Alfa: finished 15:10.2",
            "Bea Beta: finished 15:20.2",
        ),
    ),
    List(
        "results2.yaml",
        "5000",
        "5000 m",
        2,
        (
            "Ada Alfa: finished 1. 15:10.2 1000=3:00 2000=6:00 3000=9:03",
            "Bea Beta: finished 2. 15:20.2 1000=3:00 2000=6:01 3000=9:04",
        ),
    ),
    List(
        "tab.tex",
        "",
        "1500 m",
        3,
        (
            "Ada Alfa: finished 1. 3:40.10",
            "Cia Gam: finished 3. 3:42.30",
        ),
    ),
    List(
        "tab2.tex",
        "5000",
        "5000 m",
        3,
        (
            "Jörg Müller & Co: finished 1. 15:10.2",
            "Søren Østergaard: dnf",
        ),
    ),
    List(
        "blank-times.csv",
        "10km",
        "10000 m",
        3,
        (
            "Ada Alfa: finished 1. 35:10",
            "Cia Gam: finished 3. 38:05",
        ),
    ),
    List(
        "hyph.csv",
        "10km",
        "10000 m",
        4,
        (
            "Ada Alfa: finished 1. 35:10 5000=17:02",
            "Cia Gamma: finished 4. 1:00:02 5000=29:01",
        ),
    ),
    List("strava.json", "", "5012.3 m", 1, ("strava: finished 16:55 2500=8:22",)),
    List("garmin-splits.json", "", "3000 m", 1, ("garmin-splits: finished 12:00.7 1000=4:00.1 2000=8:01.3",)),
    List(
        "thirds.csv",
        "",
        "3000 m",
        2,
        (
            "Ada Alfa: finished 9:01.5 1000=3:00.0 2000=6:01.0",
            "Bea Beta: finished 9:06.5 1000=3:02.0 2000=6:04.0",
        ),
    ),
    List(
        "hour2.csv",
        "",
        "6 h",
        2,
        (
            "Ada Alfa: finished 70000 m",
            "Bea Beta: finished 67200 m",
        ),
    ),
    List(
        "hour3.csv",
        "",
        "6 h",
        2,
        (
            "Ada Alfa: finished 1. 70000 m",
            "Bea Beta: finished 2. 67200 m",
        ),
    ),
    List(
        "hour4.csv",
        "",
        "12 h",
        2,
        (
            "Ada Alfa: finished 1. 40000 m 10000=2:58:12 20000=5:50:00 30000=8:45:00",
            "Bea Beta: finished 2. 30000 m 10000=3:55:02 20000=7:50:00",
        ),
    ),
    List(
        "lines1.txt",
        "10km",
        "10000 m",
        3,
        (
            "Ada Alfa: finished 1. 35:10",
            "Cia van Gamma: finished 3. 37:10",
        ),
    ),
    List(
        "lines2.txt",
        "10km",
        "10000 m",
        3,
        (
            "Ada Alfa: finished 1. 35:10",
            "Cia Gam: finished 3. 37:10",
        ),
    ),
    List(
        "relay-hy.txt",
        "4x400",
        "1600 m",
        2,
        (
            "Kenya 'A': finished 1. 3:02.10",
            "Italy 'A': finished 2. 3:04.20",
        ),
    ),
    List(
        "relay-hy2.txt",
        "",
        "1600 m",
        2,
        (
            "Kenya 'A': finished 1. 3:32.10",
            "Italy 'A': finished 2. 3:34.20",
        ),
    ),
    List(
        "parkrun-sheet.csv",
        "5km",
        "5000 m",
        4,
        (
            "Ada ALFA: finished 1. 17:10",
            "Cia GAMMA: finished 4. 19:59",
        ),
    ),
    List(
        "datasport-ch.txt",
        "",
        "12500 m",
        4,
        (
            "Hans Muster: finished 1. 58:12.4",
            "Fall Aus: dnf",
        ),
    ),
    List(
        "datasport-fr.csv",
        "half",
        "21097.5 m",
        2,
        (
            "Jean Dupont: finished 1. 1:12:12.4",
            "Luc Favre: finished 2. 1:14:01.2",
        ),
    ),
    List(
        "milesplit.txt",
        "",
        "1600 m",
        4,
        (
            "Ann Lee: finished 1. 4:58.22",
            "Dot Moe: dnf",
        ),
    ),
    List(
        "school.csv",
        "",
        "800 m",
        4,
        (
            "Lena K.: finished 3:12",
            "Ole C.: finished 3:22",
        ),
    ),
    List(
        "sportstiming-da.csv",
        "10km",
        "10000 m",
        3,
        (
            "Søren Ærø: finished 1. 35:07 5000=17:01 started 3",
            "Bo Udgået: dnf",
        ),
    ),
    List(
        "omega.txt",
        "",
        "1500 m",
        4,
        (
            "Ada ALFA: finished 1. 3:30.12",
            "Dot DELTA: dnf",
        ),
    ),
    List(
        "splits-below.csv",
        "1500",
        "1500 m",
        2,
        (
            "Ada Alfa: finished 1. 4:02.2 400=1:04.0 800=2:09.0 1200=3:15.1",
            "Bea Beta: finished 2. 4:04.2 400=1:04.4 800=2:09.9 1200=3:16.1",
        ),
    ),
    List(
        "footer.csv",
        "",
        "10000 m",
        5,
        (
            "Ada Alfa: finished 1. 36:10",
            "Eve Eps: dq",
        ),
    ),
    List("stopwatch.txt", "1500", "1500 m", 1, ("stopwatch: finished 4:02.03 400=1:04.21 800=2:09.23 1200=3:15.13",)),
    List("stopwatch2.csv", "1500", "1500 m", 1, ("stopwatch2: finished 4:02.03 400=1:04.21 800=2:09.23 1200=3:15.13",)),
    List(
        "coach.txt",
        "",
        "3000 m",
        3,
        (
            "Ada: finished 9:12 1000=3:02 2000=6:07",
            "Cia: dnf",
        ),
    ),
    List(
        "wave-starts.csv",
        "10km",
        "10000 m",
        3,
        (
            "Ada Alfa: finished 36:10",
            "Cia Gam: finished 36:00 started 600",
        ),
    ),
    List(
        "jp-marathon.csv",
        "marathon",
        "42195 m",
        2,
        (
            "山田 太郎: finished 1. 2:18:10 5000=16:02 10000=32:10 21097.5=1:08:02",
            "鈴木 花子: finished 2. 2:28:10 5000=17:02 10000=34:10 21097.5=1:12:02",
        ),
    ),
    List(
        "runsignup2.json",
        "",
        "5000 m",
        2,
        (
            "Ann Lee: finished 1. 17:41.4 started 1.8",
            "Bo Ray: finished 2. 18:41.4 started 1.8",
        ),
    ),
    List(
        "ties2.csv",
        "10km",
        "10000 m",
        4,
        (
            "Al Alfa: finished 1. 35:10",
            "Di Del: finished 4. 35:59",
        ),
    ),
    List(
        "24h-hours.csv",
        "24h",
        "24 h",
        2,
        (
            "Ada Alfa: finished 1. 241500 m 66100=6:00:00 128400=12:00:00 185000=18:00:00",
            "Bea Beta: finished 2. 220100 m 60000=6:00:00 115200=12:00:00 168000=18:00:00",
        ),
    ),
    List(
        "hour-record.csv",
        "1h",
        "1 h",
        2,
        (
            "Ada Alfa: finished 19400 m 4900=15:00 9760=30:00 14600=45:00",
            "Bea Beta: finished 18700 m 4800=15:00 9500=30:00 14100=45:00",
        ),
    ),
    List(
        "winner-gaps.csv",
        "10km",
        "10000 m",
        4,
        (
            "Ada Alfa: finished 1. 36:10",
            "Dot Del: finished 4. 46:11",
        ),
    ),
    List(
        "telemetry.ndjson",
        "10km",
        "10000 m",
        2,
        (
            "No. 12: finished 36:10 5000=17:50",
            "No. 13: finished 37:00 5000=18:00 started 1",
        ),
    ),
    List(
        "pandas.txt",
        "10km",
        "10000 m",
        3,
        (
            "Ada Alfa: finished 1. 36:10",
            "Cia Gam: finished 3. 38:10",
        ),
    ),
    List(
        "cum-lap.csv",
        "1500",
        "1500 m",
        2,
        (
            "Ada Alfa: finished 4:02.2 400=1:04.1 800=2:09.0 1200=3:15.1",
            "Bea Beta: finished 4:04.2 400=1:04.5 800=2:09.9 1200=3:16.1",
        ),
    ),
    List(
        "divs.html",
        "",
        "5000 m",
        2,
        (
            "Ada Alfa: finished 1. 17:10",
            "Bea Beta: finished 2. 18:10",
        ),
    ),
    List(
        "wiki2.txt",
        "",
        "5000 m",
        3,
        (
            "A. Alfa: finished 1. 13:02.10",
            "Cia Gam: dnf",
        ),
    ),
    List(
        "group.html",
        "marathon",
        "42195 m",
        2,
        (
            "Ada Alfa: finished 1. 2:34:10 10000=36:10 21097.5=1:16:10",
            "Bea Beta: finished 2. 2:38:10 10000=36:00 21097.5=1:17:10",
        ),
    ),
    List(
        "formula-guards.csv",
        "10km",
        "10000 m",
        2,
        (
            "Ada Alfa: finished 1. 36:10",
            "Bea Beta: finished 2. 37:10",
        ),
    ),
    List(
        "wikiflags.txt",
        "5000",
        "5000 m",
        3,
        (
            "Ada Alfa: finished 1. 13:02.1",
            "Cia Gam: finished 3. 13:04.2",
        ),
    ),
    List(
        "alltime.csv",
        "1500",
        "1500 m",
        3,
        (
            "Hic Elg: finished 1. 3:26.00",
            "Asb Kip: finished 3. 3:26.69",
        ),
    ),
    List(
        "winners-by-year.csv",
        "marathon",
        "42195 m",
        4,
        (
            "Ada Alfa: finished 2:23:31",
            "Dot Del: finished 2:21:38",
        ),
    ),
    List(
        "pt-corrida.csv",
        "10km",
        "10000 m",
        3,
        (
            "João Silva: finished 1. 30:09 5000=15:00 started 1",
            "Rui Dias: dnf 5000=18:00",
        ),
    ),
    List(
        "tr-kosu.csv",
        "10km",
        "10000 m",
        2,
        (
            "Ayşe Yılmaz: finished 1. 36:10 5000=18:00 started 2",
            "Ali Demir: finished 2. 37:10 5000=18:30 started 10",
        ),
    ),
    List(
        "hu-felmaraton.csv",
        "félmaraton",
        "21097.5 m",
        3,
        (
            "Kovács Béla: finished 1. 1:10:40 5000=16:40 10000=33:20 15000=50:10",
            "Tóth Pál: dnf 5000=18:00",
        ),
    ),
    List(
        "cz-pulmaraton.csv",
        "půlmaraton",
        "21097.5 m",
        3,
        (
            "Jiří Novák: finished 1. 1:06:40 5000=15:40 10000=31:30 15000=47:20",
            "Jan Žák: dnf 5000=17:00",
        ),
    ),
    List(
        "ro-semi.csv",
        "semimaraton",
        "21097.5 m",
        2,
        (
            "Ion Popescu: finished 1. 1:10:40 5000=16:40 10000=33:20",
            "Dan Ionescu: dnf 5000=18:00",
        ),
    ),
    List(
        "datasport-it.csv",
        "10km",
        "10000 m",
        2,
        (
            "Mario Rossi: finished 1. 33:12.4",
            "Luca Bianchi: finished 2. 34:01.2",
        ),
    ),
)
