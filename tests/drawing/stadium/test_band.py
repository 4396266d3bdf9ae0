"""The band across the picture when somebody has won."""

from replay.cells.rows import plain
from replay.drawing.stadium.band import Band, band_rows
from tests.miles import CAST, LOOK


def test_a_band_keeps_the_record_before_the_name_and_the_name_before_the_margin() -> None:
    band = Band(0, "3:42.66", "WORLD RECORD −0.47", ("by 3.03 s from Nuguse", "by 3.03 s"))

    def said(width: int) -> str:
        return " ".join(plain(band_rows(band, CAST, LOOK, width, 10)).split())

    assert said(80) == "1 KER KERR 3:42.66 WORLD RECORD −0.47 by 3.03 s from Nuguse"
    assert said(58) == "1 KER KERR 3:42.66 WORLD RECORD −0.47 by 3.03 s"
    assert said(50) == "1 KER KERR 3:42.66 WORLD RECORD −0.47"
    assert said(36) == "1 KER 3:42.66 WORLD RECORD −0.47"
    assert said(25) == "1 KER KERR 3:42.66"
    assert said(17) == "1 KER 3:42.66"
