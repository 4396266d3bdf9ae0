"""Workbooks made by hand, as small as a spreadsheet writes them: nothing in them but cells."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape


class Styled(NamedTuple):
    """A number with one of the formats below."""

    number: float
    style: int


TIME_OF_DAY, HOURS, DAY, MOMENT = 1, 2, 3, 4
"""Formats: `h:mm:ss`, `[h]:mm:ss`, a day, and a day with its time."""
_FORMATS = (0, 21, 46, 14, 22)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def of_day(text: str) -> float:
    """`h:mm:ss` as the part of a day that a spreadsheet keeps."""
    hours, minutes, seconds = map(float, text.split(":"))
    return (hours * 3600 + minutes * 60 + seconds) / 86_400


def zipped(members: Mapping[str, str]) -> bytes:
    """A zip archive of texts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return packed.getvalue()


def xlsx(sheets: "Mapping[str, Sequence[Sequence[str | float | Styled | None]]]") -> bytes:
    """A workbook of Excel."""
    numbered = list(enumerate(sheets, 1))
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.worksheet+xml"/>'
        for n, _ in numbered
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in numbered
    )
    named = "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"/>' for n, name in numbered)
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in _FORMATS)
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}<Relationship Id="s" '
        f'Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs>{styles}</cellXfs></styleSheet>',
    }
    for number, rows in enumerate(sheets.values(), 1):
        text = "".join(_row(at, row) for at, row in enumerate(rows, 1))
        members[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{text}</sheetData></worksheet>'
        )
    return zipped(members)


def _row(at: int, row: "Sequence[str | float | Styled | None]") -> str:
    cells = []
    for column, cell in enumerate(row):
        where = f'r="{chr(65 + column)}{at}"'
        if isinstance(cell, str):
            cells.append(f'<c {where} t="inlineStr"><is><t>{escape(cell)}</t></is></c>')
        elif isinstance(cell, Styled):
            cells.append(f'<c {where} s="{cell.style}"><v>{cell.number!r}</v></c>')
        elif cell is not None:
            cells.append(f"<c {where}><v>{cell!r}</v></c>")
    return f'<row r="{at}">{"".join(cells)}</row>'


_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def ods(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook of OpenDocument; a cell `PT…` is a time."""
    text = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" '
        f'xmlns:text="{_ODF}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Ergebnis">{text}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<m:manifest xmlns:m="{_ODF}:manifest:1.0"/>'
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _cell(text: str) -> str:
    if text.startswith("PT"):
        return f'<table:table-cell office:value-type="time" office:time-value="{text}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
