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
)
