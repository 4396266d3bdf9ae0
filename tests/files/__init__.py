"""Readers of files: which quirk of a format is held by which test.

Tables (`table/`; a file's name is one of `table/lists/`, each read, kept and read again by `test_table.py`):

* byte order mark, UTF-16, Mac Roman, Shift-JIS, GBK, EUC-KR, Windows-1251: `test_reader.py`, `macroman.csv`,
  `moji.csv`, `ja-shiftjis.csv`, `zh-gbk.csv`, `ko-euckr.csv`, `ru-cp1251.csv`
* line above the heading, `sep=`, unnamed and doubled headings, ragged rows: `test_grid.py`, `test_broken.py`
* split columns in any order, half between 20K and 25K: `test_reader.py`, `boston-marathon.csv`
* gun and chip, `00:00:00` of one who did not finish: `gun-chip-dnf.csv`, `poa-10km.csv`
* decimal minutes, seconds, thousands, 12-hour clock, spreadsheet's days, units in words: `test_times.py`,
  `test_notations.py`, `thousand-seconds.csv`, `excel-ampm.csv`, `xl1900.csv`, `cyrillic-units.csv`
* minutes and seconds in columns of their own, splits in one cell: `test_parted.py`, `test_labelled.py`,
  `unit-heads.csv`
* `35K *` estimated, en dash, name with `(KEN)`, times of day that give the start (Mika): `test_times.py`,
  `mika.html`, `mika-detail.tsv`, `tod.csv`
* a row a runner and point, relay legs `L1` (FlashResults), in and out of a station (OpenSplitTime): `test_long.py`,
  `flash-relay.csv`, `opensplit.csv`, `ultra-inout.csv`
* Omega's ten-thousandths and lap 9999: `omega.csv`; ties, places with dots, `n/c`: `ties.csv`, `test_columns.py`
* wheelchairs among runners, doubled ranks and bibs: `wheel.csv`, `odds.csv`

FinishLynx (`results/test_lynx.py`): precision, words of status in any language, no names, lanes above ten,
comments, CRLF, Windows-1252, a decimal comma in quotes, an empty distance, splits; its lists before the race:
`test_foreign.py`.

Hy-Tek (`results/test_hytek.py`, `test_hyteksemi.py`): laps in brackets that do not add up, a first lap of 300 m,
splits of one heat only, hand times, relays, records with semicolons.

IOF XML (`results/test_iof.py`): byte order mark and CRLF, a punch without a time, `Missing` and `Additional`, a
control twice, starts one by one, every status, 2.0.3 with its units and a document type that is not fetched,
relays.

OE and SplitsBrowser (`results/test_punched.py`): headings in any language, `-----`, status behind the name, legs
that add up, `00:00`.

RACE RESULT (`results/test_tabled.py`): a cell more than fields, groups in groups or none, labels in languages,
sections as legs, `*` as a place, status in the time's cell.

LENEX (`results/test_lenex.py`): `NT`, every status, splits out of order and beyond the finish, relays, pools,
`.lxf`.

GPX, TCX, FIT (`gps/test_gpx.py`, `test_tcx.py`, `test_fit.py`, `test_fixes.py`, `test_starts.py`): segments,
prefixes, thirty digits, times with zone or fraction or none, points that go back or jump, no place, no root,
recorders started early or on other days, semicircles, a distance that does not begin at 0, a run indoors, files
that break off.

PDF and texts in columns and lines (`results/test_tabled.py`, `test_layout.py`, `test_inline.py`,
`test_stacked.py`); workbooks (`table/containers/test_sheets.py`, `test_extent.py`); race files (`yaml/`). Of any
bytes each makes a race or a sentence: `any_bytes` and `any_json` in their tests, and `python -m
tests.hostile.fuzzing`.
"""
