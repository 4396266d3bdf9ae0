"""Lists as pages, programs, messages and watches have them: what must be read of each, beside plain tables."""

from typing import NamedTuple


class List(NamedTuple):
    """A table, and what is in it."""

    name: str
    distance: str
    """As the user says it; empty for a file that says it."""
    far: str
    runners: int
    some: tuple[str, ...]
    """What is said of some of them: status, place, result, the first three splits, start."""


PAGES = (
    List("nested.json", "", "5000 m", 2, ("Ada Alfa: finished 1. 15:10.20 1000=3:01 2000=6:03.5",)),
    List("splitdict.json", "half", "21097.5 m", 2, ("Ada Alfa: finished 1:05:02 5000=15:10 10000=30:40",)),
    List("rows.ndjson", "10k", "10000 m", 3, ("Ada Alfa: finished 1. 32:10",)),
    List("numbers.json", "", "1500 m", 2, ("Ada Alfa: finished 1. 4:02.1",)),
    List("columns.json", "10k", "10000 m", 2, ("Ada Alfa: finished 32:10",)),
    List("tablearrays.json", "10k", "10000 m", 2, ("Ada Alfa: finished 1. 32:10",)),
    List("sporthive.json", "10k", "10000 m", 2, ("Jan de Vries: finished 1. 31:02 started 3",)),
    List("saved.html", "", "10000 m", 3, ("Ada Alfa: finished 1. 32:10 5000=16:00",)),
    List("spans.htm", "", "800 m", 3, ("Ada Alfa: finished 1. 2:01.10",)),
    List("report.xls", "10k", "10000 m", 2, ("Ada Alfa: finished 1. 32:10",)),
    List("gsheet.html", "10k", "10000 m", 2, ("Ada Alfa: finished 1. 32:10",)),
    List("wikipedia.html", "", "10000 m", 3, ("Ada Alfa: finished 1. 31:10.20",)),
    List("wiki.txt", "", "10000 m", 4, ("Ada Alfa: finished 1. 31:10.20", "Dot Delta: dnf")),
    List("md-race.md", "", "5000 m", 3, ("Ada Alfa: finished 1. 15:10.2 1000=3:01",)),
    List("boxed.txt", "10k", "10000 m", 2, ("Ada Alfa: finished 1. 32:10",)),
    List("all-quoted.csv", "10k", "10000 m", 2, ("Ada Alfa: finished 1. 32:10",)),
    List("backslash.csv", "10k", "10000 m", 2, ('Ada "Flash" Alfa: finished 1. 32:10',)),
    List("hhmmss.csv", "half", "21097.5 m", 3, ("Ada Alfa: finished 1. 1:05:02",)),
    List("xl1900.csv", "half", "21097.5 m", 2, ("Ada Alfa: finished 1. 1:05:02",)),
    List("cell-lines.csv", "half", "21097.5 m", 2, ("Ada Alfa: finished 1. 1:05:02 5000=15:20 10000=30:41",)),
    List(
        "transposed.csv",
        "",
        "2000 m",
        3,
        (
            "Ada: finished 5:22.0 400=1:04.1 800=2:08.4 1200=3:13.0",
            "Cia: finished 5:30.1 400=1:04.9 800=2:10.0 1200=3:15.0",
        ),
    ),
    List(
        "mika-detail.tsv",
        "marathon",
        "42195 m",
        1,
        ("mika-detail: finished 2:31:10 5000=17:20 10000=34:50 21097.5=1:14:00",),
    ),
    List("parkrun-new.txt", "5k", "5000 m", 3, ("Ada ALFA: finished 1. 17:10", "Unknown: finished 3. 18:10")),
    List("pdf-copy.txt", "1500", "1500 m", 4, ("Ada ALFA: finished 1. 3:58.21", "Dot DELTA: dnf")),
    List("whatsapp.txt", "5k", "5000 m", 3, ("Ada Alfa: finished 1. 19:10",)),
    List("dash.txt", "5k", "5000 m", 3, ("Ada Alfa: finished 19:10",)),
    List("hytek-bare.txt", "", "1600 m", 3, ("Ada Alfa: finished 1. 5:01.33",)),
    List("datasport-fixed.txt", "10k", "10000 m", 3, ("Ada Alfa: finished 1. 36:10.2",)),
    List("tilasto.txt", "", "1500 m", 4, ("Ada Alfa: finished 1. 3:58.21", "Dot Delta: dnf")),
    List("athletic-net.txt", "5k", "5000 m", 3, ("Ada Alfa: finished 1. 17:42.1",)),
    List("po10.tsv", "", "5000 m", 3, ("Ada Alfa: finished 1. 15:10.21",)),
    List(
        "livetrail.csv",
        "",
        "42000 m",
        3,
        ("Ada ALFA: finished 1. 4:05:02 12000=1:01:00 25000=2:20:00", "Cia GAMMA: dnf 12000=1:20:00"),
    ),
    List("ar.csv", "10k", "10000 m", 2, ("علي حسن: finished 1. 32:10",)),
    List("vi.csv", "10k", "10000 m", 2, ("Nguyễn Văn An: finished 1. 32:10",)),
    List("th.csv", "10k", "10000 m", 2, ("สมชาย ใจดี: finished 1. 32:10",)),
    List("he.csv", "10k", "10000 m", 2, ("עדה אלפא: finished 1. 32:10",)),
    List("relay-legs.csv", "4x400", "1600 m", 2, ("Kenya: finished 1. 3:20.0 400=50.1 800=1:40.3 1200=2:30.2",)),
    List("leg-rows.csv", "4x400", "1600 m", 2, ("Kenya: finished 3:20.0 400=50.1 800=1:40.3 1200=2:30.2",)),
    List(
        "leg-lengths.csv", "", "12000 m", 3, ("LG Nord: finished 40:10 4000=13:00 9000=30:00", "TV Ost: dnf 4000=14:00")
    ),
    List("ekiden.csv", "30km", "30000 m", 2, ("東大: finished 1. 1:30:10 10000=29:10 20000=59:30",)),
    List("opentrack-api.json", "", "1500 m", 2, ("Ada ALFA: finished 1. 3:58.21",)),
    List("runsignup-api.json", "5k", "5000 m", 2, ("Kim Lee: finished 1. 17:43.20 started 1.8",)),
    List("omega.csv", "800", "800 m", 2, ("No. 27: finished 1. 2:48.28 400=1:20.10",)),
    List("opensplit.csv", "", "50000 m", 2, ("Ada Alfa: finished 1. 8:10:00 15000=2:00:00 30000=4:40:00",)),
    List(
        "oe.csv",
        "",
        "5200 m",
        3,
        ("Ada Alfa: finished 1. 41:02 192.9=1:50 2322.4=22:02 5151.4=40:46", "Cia Gamma: dnf 192.9=1:59 5151.4=49:31"),
    ),
    List("old.lif", "800", "800 m", 2, ("Ada Alfa: finished 1. 2:01.611", "Bea Beta: finished 2. 2:02.7")),
    List("times-by-name.json", "5k", "5000 m", 2, ("Ada Alfa: finished 15:10",)),
    List("leaderboard.json", "", "10000 m", 2, ("Ada Alfa: finished 1. 32:10",)),
    List("elapsed.json", "1500", "1500 m", 2, ("Ada Alfa: finished 4:02.12",)),
    List("mika.html", "", "42195 m", 2, ("Ada Alfa: finished 1. 2:31:10",)),
    List("links.html", "5k", "5000 m", 2, ("Ada Alfa: finished 1. 15:10",)),
    List("quote.txt", "10k", "10000 m", 3, ("Ada Alfa: finished 1. 32:10",)),
    List("tabbed-names.txt", "5k", "5000 m", 2, ("Ada ALFA: finished 1. 15:10",)),
    List("twoheads.html", "half", "21097.5 m", 2, ("Ada Alfa: finished 1. 1:05:02 5000=15:10 10000=30:40",)),
    List("laps-text.csv", "", "2000 m", 2, ("Ada: finished 5:22 400=1:04 800=2:08 1200=3:13",)),
    List("relay-cols.csv", "", "1600 m", 2, ("Poland: finished 1. 3:20.0 400=50.1 800=1:40.3 1200=2:30.2",)),
)
