"""Lists as they are met in the wild: chats, pages and messages, meets and teams, clocks and headings over headings."""

from tests.files.table.pages import List

WILD = (
    List("by-names.yaml", "", "1500 m", 3, ("Kerr: finished 3:42.66", "Giles: dnf")),
    List(
        "passings.yaml",
        "",
        "1500 m",
        2,
        (
            "Kerr: finished 3:42.66 400=58.1 800=1:57.2 1200=2:55.0",
            "Wightman: finished 3:43.10 400=58.3 800=1:57.6 1200=2:55.8",
        ),
    ),
    List("lines.yaml", "", "1500 m", 2, ("Kerr: finished 3:42.66", "Wightman: finished 3:43.10")),
    List("bare.json", "", "1500 m", 3, ("Kerr: finished 3:42.66", "Giles: dnf")),
    List("teams-below.csv", "8km", "8000 m", 4, ("Al Smith: finished 1. 25:10", "Di White: finished 4. 26:02")),
    List("teams-below.txt", "", "8000 m", 4, ("Al Smith: finished 1. 25:10", "Di White: finished 4. 26:02")),
    List(
        "half-mile-yards.csv",
        "",
        "804.672 m",
        2,
        ("Al Smith: finished 1. 1:52.3 402.336=54.1", "Bo Jones: finished 2. 1:53.0 402.336=54.3"),
    ),
    List("firsts.csv", "10km", "10000 m", 6, ("Al Smith: finished 33:10", "Fi Black: finished 41:00")),
    List("parkrun-page.txt", "5km", "5000 m", 4, ("Andrew SMITH: finished 1. 15:38", "Carl DOE: finished 4. 18:41")),
    List("unit-row.csv", "", "50000 m", 2, ("Ann Ash: finished 1. 3:58:10", "Bea Birch: finished 2. 4:20:01")),
    List("tfrrs-steeple.html", "", "3000 m", 3, ("Luis Rivera: finished 1. 8:52.31", "Al Webb: dnf")),
    List("directathletics.txt", "", "800 m", 4, ("John Carter: finished 1. 1:50.21", "Rob Green: finished 4. 1:53.02")),
    List("stundenlauf.txt", "", "1 h", 3, ("Hans Huber: finished 1. 17023 m", "Lena Lang: finished 3. 15302 m")),
    List(
        "two-clocks.csv",
        "half",
        "21097.5 m",
        2,
        ("Γεωργίου Νίκος: finished 1. 1:10:20 started 2", "Παππάς Γιάννης: finished 2. 1:14:55 started 6"),
    ),
    List(
        "whole-millis.json",
        "",
        "10000 m",
        2,
        ("Al Roe: finished 1. 32:53 started 2", "Bea Soe: finished 2. 36:11 started 4"),
    ),
    List(
        "below-each.txt",
        "",
        "10000 m",
        4,
        ("Ada ALFA: finished 1. 30:41.12 1000=3:05.2 2000=6:10.1 3000=9:15.0", "Dot DELTA: dnf"),
    ),
    List("chat.txt", "mile", "1609.344 m", 3, ("Al: finished 1. 4:31.2", "Cy: finished 3. 4:50.0")),
    List("stressed.md", "", "3000 m", 4, ("Al Ash: finished 1. 8:55.1", "Di Dove: dnf")),
    List(
        "spanning.csv",
        "",
        "21097.5 m",
        2,
        (
            "Ada Alfa: finished 1. 1:12:40 5000=17:01 10000=34:10 15000=51:30",
            "Bo Beta: finished 2. 1:14:11 5000=17:20 10000=34:50 15000=52:40",
        ),
    ),
    List(
        "spanning2.csv",
        "half",
        "21097.5 m",
        2,
        (
            "Ada Alfa: finished 1:12:40 5000=17:01 10000=34:10 15000=51:30",
            "Bo Beta: finished 1:14:11 5000=17:20 10000=34:50 15000=52:40",
        ),
    ),
    List(
        "legs-behind.txt",
        "",
        "1600 m",
        3,
        (
            "USA: finished 1. 2:57.31 400=44.4 800=1:28.5 1200=2:12.7",
            "South Africa: finished 3. 2:59.40 400=45.1 800=1:29.6 1200=2:14.6",
        ),
    ),
    List("harbour-copy.txt", "", "10000 m", 4, ("John SMITH: finished 1. 33:10", "Tom BROWN: finished 4. 36:50")),
    List(
        "handicap.csv",
        "8km",
        "8000 m",
        3,
        ("Al Ash: finished 1. 31:10 started 600", "Cy Cole: finished 3. 29:40 started 720"),
    ),
    List("finish-of-day.csv", "5km", "5000 m", 3, ("Al Ash: finished 16:10", "Cy Cole: finished 15:40 started 60")),
    List("sections-text.txt", "", "800 m", 3, ("Cy Cole: finished 1. 1:52.10", "Ed Elm: finished 3. 1:55.00")),
    List("men-women.txt", "", "10000 m", 4, ("Al Ash: finished 33:10", "Di Dove: finished 37:40")),
)
