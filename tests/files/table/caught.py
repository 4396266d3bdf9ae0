"""More lists that were met later: times of day, words for those who did not finish, races of minutes."""

from tests.files.table.pages import List

CAUGHT = (
    List(
        "ten-mile-head.csv",
        "10 miles",
        "16093.44 m",
        3,
        (
            "Ann: finished 1. 59:02 8046.72=29:10 12874.752=47:00",
            "Bea: finished 2. 1:00:40 8046.72=30:00 12874.752=48:20",
            "Cat: finished 3. 1:05:00 8046.72=32:00 12874.752=51:40",
        ),
    ),
    List(
        "km-tempo.csv",
        "half",
        "21097.5 m",
        2,
        (
            "Ann: finished 1. 1:14:30 5000=17:30 10000=35:10",
            "Bea: finished 2. 1:17:10 5000=18:00 10000=36:20",
        ),
    ),
    List(
        "unquoted-thousands.csv",
        "",
        "10000 m",
        2,
        (
            "Ann: finished 1. 35:10",
            "Bea: finished 2. 36:20",
        ),
    ),
    List(
        "24-hour-miles.csv",
        "",
        "24 h",
        2,
        (
            "Ann: finished 1. 242689.075 m",
            "Bea: finished 2. 231021.331 m",
        ),
    ),
    List(
        "cooper-test.csv",
        "12 min",
        "0.2 h",
        3,
        (
            "Tim: finished 2650 m",
            "Tom: finished 2410 m",
            "Ina: finished 2820 m",
        ),
    ),
    List(
        "timmarslopp.csv",
        "1h",
        "1 h",
        2,
        (
            "Åsa: finished 1. 18820 m 4800=15:00 9520=30:00 14200=45:00",
            "Ida: finished 2. 17801 m 4500=15:00 8960=30:00 13400=45:00",
        ),
    ),
    List(
        "mika-list.csv",
        "marathon",
        "42195 m",
        3,
        (
            "Ada Alfa: finished 1. 2:02:42 21097.5=1:00:34",
            "Bea Beta: finished 2. 2:04:00 21097.5=1:01:00",
            "Cia Gamma: finished 31. 2:11:53 21097.5=1:06:20",
        ),
    ),
    List(
        "ultrasignup-trail.csv",
        "50 miles",
        "80467.2 m",
        3,
        (
            "Ada Alfa: finished 1. 6:14:40 15288.768=1:05:10 29129.1264=2:05:30 49889.664=3:40:10",
            "Bea Beta: finished 2. 7:02:11 15288.768=1:12:00 29129.1264=2:20:00 49889.664=4:06:00",
            "Cia Gamma: dnf 15288.768=1:04:50 29129.1264=2:04:10",
        ),
    ),
    List(
        "footers.csv",
        "10km",
        "10000 m",
        2,
        (
            "Ann: finished 1. 35:10",
            "Bea: finished 2. 36:20",
        ),
    ),
    List(
        "sheet-with-summary.csv",
        "",
        "10000 m",
        2,
        (
            "Ada Alfa: finished 1. 29:01.4 5000=14:30.2",
            "Bea Beta: finished 2. 29:20.9 5000=14:31.0",
        ),
    ),
    List(
        "trackmeet.json",
        "1500",
        "1500 m",
        2,
        (
            "Ada Alfa: finished 3:30.10 400=56.1 800=1:53.1 1200=2:49.1",
            "Bea Beta: finished 3:31.20 400=56.2 800=1:53.3 1200=2:49.7",
        ),
    ),
    List(
        "lap-clock-two-mile.csv",
        "",
        "3218.688 m",
        2,
        (
            "Alan: finished 9:08 418.688=1:08 818.688=2:16 1218.688=3:25",
            "Bert: finished 9:23 418.688=1:08 818.688=2:17 1218.688=3:26",
        ),
    ),
    List(
        "double-moji.csv",
        "10km",
        "10000 m",
        2,
        (
            "Montréal Björn: finished 1. 35:10",
            "Ana Muñoz: finished 2. 36:20",
        ),
    ),
    List(
        "garmin-miles.csv",
        "5km",
        "5000 m",
        1,
        ("garmin-miles: finished 19:48.0 1609.344=6:30.1 3218.688=12:52.5 4828.032=19:07.5",),
    ),
    List(
        "ag.csv",
        "half",
        "21097.5 m",
        3,
        (
            "Meier Lukas: finished 1. 1:12:29 7200=24:30 14000=47:50 started 1",
            "Keller Nina: finished 2. 1:20:38 7200=27:10 14000=53:20 started 3",
            "Frei Urs: finished 3. 1:29:40 7200=29:59 14000=58:50 started 22",
        ),
    ),
    List(
        "loebsresultater.csv",
        "half",
        "21097.5 m",
        3,
        (
            "Søren Kjær: finished 1. 1:08:49 10550=34:20 started 1",
            "Bodil Høj: finished 2. 1:19:15 10550=39:10 started 5",
            "Åge Bæk: finished 3. 1:21:30 10550=40:00 started 10",
        ),
    ),
    List(
        "max.csv",
        "10km",
        "10000 m",
        4,
        (
            "Max Muster: finished 35:10",
            "Min Lee: finished 36:00",
        ),
    ),
    List(
        "pomiar.csv",
        "10km",
        "10000 m",
        2,
        (
            "Ela Lis: finished 1. 36:30 5000=18:00 started 1",
            "Ola Żak: finished 2. 37:44 5000=18:40 started 6",
        ),
    ),
    List(
        "halvvejs.csv",
        "maraton",
        "42195 m",
        2,
        (
            "Bo Dam: finished 1. 2:25:30 21097.5=1:12:00",
            "Ib Søe: finished 2. 2:31:02 21097.5=1:14:40",
        ),
    ),
    List(
        "halves.csv",
        "marathon",
        "42195 m",
        2,
        (
            "Ada: finished 2:31:30 21097.5=1:15:00",
            "Bea: finished 2:34:10 21097.5=1:15:10",
        ),
    ),
    List(
        "long-units.csv",
        "half",
        "21097.5 m",
        2,
        (
            "Ada: finished 1:19:10 5000=18:30 10000=37:20",
            "Bea: finished 1:20:00 5000=18:40 10000=37:40",
        ),
    ),
    List(
        "dnf-rows.csv",
        "20km",
        "20000 m",
        4,
        (
            "Ada: finished 1. 1:14:30 5000=18:30 10000=37:00 15000=55:40",
            "Bea: dnf 5000=18:40 10000=37:40",
            "Cia: dns",
            "Dot: dq 1:00:00 5000=18:00 10000=30:00",
        ),
    ),
    List(
        "kms-laps.csv",
        "5km",
        "5000 m",
        2,
        (
            "Ada: finished 16:58 1000=3:20 2000=6:45 3000=10:13",
            "Bea: finished 17:31 1000=3:22 2000=6:52 3000=10:25",
        ),
    ),
    List(
        "elapsed-clock.csv",
        "half",
        "21097.5 m",
        2,
        (
            "Ada Alfa: finished 1:19:10 5000=18:30 10000=37:20",
            "Bea Beta: finished 1:20:00 5000=18:40 10000=37:40",
        ),
    ),
    List(
        "passages.csv",
        "semi",
        "21097.5 m",
        2,
        (
            "Ève Morel: finished 1:18:36 5000=18:30 10000=37:05 started 4",
            "Luc Petit: finished 1:19:58 5000=18:31 10000=37:40 started 4",
        ),
    ),
)
