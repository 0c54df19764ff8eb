"""Word documents: all that a page shows comes in or is told, whatever elements hold it."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from riskdesk.domain.importing.result import Import
from riskdesk.domain.sheets import FilePlace, TableKind, TextLine
from riskdesk.exchange.tables import reading
from tests.exchange.tables.hostile import changed, document
from tests.exchange.tables.word_documents import CELL, HEAD, row, run, table
from tests.reading_here import read as read_here


def boxed(inside: str) -> str:
    """A text box as Word writes it, and once more for older programs."""
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent xmlns:mc='m' xmlns:wps='s' xmlns:v='v'><mc:Choice><w:drawing><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox>"
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def dropdown(*chosen: str) -> str:
    entries = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in ("Anna", "Bob"))
    return f"<w:r><w:fldChar><w:ffData><w:ddList>{''.join(chosen)}{entries}</w:ddList></w:ffData></w:fldChar></w:r>"


def prompted(inside: str, value: str = "") -> str:
    """A content control that shows its prompt, unless its value says no."""
    return f"<w:sdt><w:sdtPr><w:showingPlcHdr{value}/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


SHOWN = {
    "from right to left": (f"<w:bdo>{run('one')}</w:bdo><w:dir>{run(' two')}</w:dir>", "one two"),
    "a formula": (f"{run('x ')}<m:oMath xmlns:m='m'><m:r><m:t>≥ 5</m:t></m:r></m:oMath>", "x ≥ 5"),
    "a base with its guide": (
        f"<w:ruby><w:rubyPr/><w:rt>{run('guide')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby>",
        "base",
    ),
    "a sign of a font": ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 5"), "≥ 5"),
    "a tick": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
    "a sign that is not known": ('<w:r><w:sym w:font="Other" w:char="F041"/></w:r>', "\uf041"),
    "no sign at all": ('<w:r><w:sym w:font="Symbol" w:char="huge"/></w:r>' + run("a"), "a"),
    "a tab of the page": (f"{run('a')}<w:r><w:ptab/></w:r>{run('b')}", "a\tb"),
    "the tabs of a paragraph": (f"<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('a')}", "a"),
    "a list of an old form": (dropdown('<w:result w:val="1"/>'), "Bob"),
    "one in which nothing was chosen": (dropdown(), "Anna"),
    "one with a number of its own": (dropdown('<w:result w:val="7"/>'), ""),
    "a box of an old form": (
        "<w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>",
        "☒",
    ),
    "a box that is not ticked": (
        '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>',
        "☐",
    ),
    "a new page": (f'{run("a")}<w:r><w:br w:type="page"/></w:r>{run("b")}', "a b"),
    "a text box": (run("a") + boxed(f"<w:p>{run('b')}</w:p><w:p>{run('c')}</w:p>"), "a\nb\nc"),
    "a text box of older programs": (
        f"<w:r><w:pict><w:txbxContent><w:p>{run('b')}</w:p></w:txbxContent></w:pict></w:r>",
        "b",
    ),
    "an element that nobody knows": (f"<w:later><w:deeper>{run('a')}</w:deeper></w:later>", "a"),
    "a content control that is filled in": (prompted(run("a"), ' w:val="0"'), "a"),
}


@pytest.mark.parametrize(("inside", "expected"), SHOWN.values(), ids=SHOWN)
def test_what_a_page_shows_is_read_whatever_holds_it(tmp_path: Path, inside: str, expected: str) -> None:
    path = document(tmp_path / "a.docx", table(row(inside, run("end"))))
    (first_table,) = reading.read(path).tables
    assert [cell.text for cell in first_table.cells] == [expected, "end"]


def test_tabs_at_the_ends_of_a_line_with_columns_stay(tmp_path: Path) -> None:
    tab = "<w:r><w:tab/></w:r>"
    rows = [("Risk", "Mitigation", "Owner"), ("Floods", "Boats", ""), ("", "Vests", "Eve"), ("Fire", "Alarms", "Bob")]
    columns = "".join(f"<w:p>{tab.join(map(run, cells))}</w:p>" for cells in rows)
    path = document(tmp_path / "a.docx", columns + f"<w:p>{tab}{run('Indented ')}{tab}</w:p>")
    assert [block.text.split("\t") for block in reading.read(path).blocks] == [*map(list, rows), ["Indented"]]


def test_a_table_in_a_text_box_is_a_table(tmp_path: Path) -> None:
    inside = f"<w:p>{run('above')}</w:p>{table(row(run('in it')))}"
    path = document(tmp_path / "a.docx", f"<w:p>{run('before')}{boxed(inside)}</w:p><w:p>{run('after')}</w:p>")
    first, second, inner_table, last = reading.read(path).blocks
    assert [first, second, last] == [TextLine("before", 1), TextLine("above", 2), TextLine("after", 3)]
    assert [cell.text for cell in inner_table.cells] == ["in it"]


def test_a_text_box_that_was_deleted_stays_out(tmp_path: Path) -> None:
    gone = f"<w:del>{boxed('<w:p><w:r><w:delText>b</w:delText></w:r></w:p>')}</w:del>"
    source = reading.read(document(tmp_path / "a.docx", f"<w:p>{run('a')}{gone}</w:p>"))
    assert source.blocks == (TextLine("a", 1),)


def test_a_row_that_was_deleted_is_told_cell_by_cell(tmp_path: Path) -> None:
    gone = "".join(CELL.format(f"<w:del>{run(text)}</w:del>") for text in ("R2", "Fire", ""))
    rows = (row(run("R1"), run("Floods"), run("Ann")), f"<w:tr><w:trPr><w:del/></w:trPr>{gone}</w:tr>")
    source = reading.read(document(tmp_path / "a.docx", table(*rows)))
    assert [(remark.kind, remark.text, remark.place.row) for remark in source.remarks] == [
        ("deleted_text", "R2 | Fire", 2)
    ]


def test_a_prompt_is_no_owner_and_is_told(tmp_path: Path, import_file: Callable[[Path], Import]) -> None:
    cells = (run("Floods"), run("Low"), run("High"), run("Build dykes"), prompted(run("Choose an item.")))
    whole = f"<w:tr>{prompted(CELL.format(run('Click here.')))}{''.join(map(CELL.format, cells[1:4]))}</w:tr>"
    file_import = import_file(
        document(tmp_path / "a.docx", table(HEAD, row(*cells), row(*map(run, ("Fire", "Low", "Low"))), whole))
    )
    assert file_import.tree is not None
    assert [(risk.description, risk.owner) for risk in file_import.tree.risks] == [("Floods", ""), ("Fire", "")]
    prompts = [(item.place, item.excerpt) for item in file_import.left_out if item.reason == "placeholder"]
    places = [FilePlace(TableKind.TABLE, 1, "", line, column) for line, column in ((2, 5), (4, 1))]
    assert prompts == list(zip(places, ("Choose an item.", "Click here."), strict=True))


def test_what_headers_and_footers_alone_say_is_told_once(tmp_path: Path, import_file: Callable[[Path], Import]) -> None:
    risks = (row(*map(run, (name, "Low", "High", "Act", "Ann"))) for name in ("Floods", "Fire"))
    path = document(tmp_path / "a.docx", f"<w:p>{run('Risks of 2026')}</w:p>{table(HEAD, *risks)}")
    with zipfile.ZipFile(path, "a") as archive:
        for name, text in (("header1", "Draft of May"), ("header2", "Draft of May"), ("footer1", "Page 1 / 3")):
            line = f"<w:p>{run('of 2026')}<w:r><w:tab/></w:r>{run(text)}</w:p>"
            content = table(row(run(text))) if name == "header2" else line
            archive.writestr(f"word/{name}.xml", f'<w:hdr xmlns:w="w">{content}</w:hdr>')
    file_import = import_file(path)
    assert [item.excerpt for item in file_import.left_out if item.reason == "outside"] == ["Draft of May"]


def test_the_parts_of_a_document_may_have_any_names(tmp_path: Path, import_file: Callable[[Path], Import]) -> None:
    relations = '<Relationships><Relationship Type="r/{}" Target="{}"/>{}</Relationships>'
    more = '<Relationship Type="r/hyperlink" Target="https://example.org" TargetMode="External"/>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    old = document(
        tmp_path / "old.docx", table(HEAD, row(run("Floods") + note, run("Low")), row(run("Fire"), run("High")))
    )
    with zipfile.ZipFile(old) as archive, zipfile.ZipFile(tmp_path / "a.docx", "w") as new:
        new.writestr("word/document2.xml", archive.read("word/document.xml"))
        new.writestr("_rels/.rels", relations.format("officeDocument", "/word/document2.xml", ""))
        new.writestr("word/_rels/document2.xml.rels", relations.format("footnotes", "notes/feet7.xml", more))
        new.writestr(
            "word/notes/feet7.xml", f'<w:n xmlns:w="w"><w:footnote w:id="2">{run("of the river")}</w:footnote></w:n>'
        )
    file_import = import_file(tmp_path / "a.docx")
    assert file_import.tree is not None
    assert [(risk.description, risk.note) for risk in file_import.tree.risks] == [
        ("Floods", "of the river"),
        ("Fire", ""),
    ]


STYLES = {"LB": "List Bullet", "LB2": "List Bullet 2", "LN3": "List Number 3", "LP2": "Liste à puces 2"}


def test_items_of_lists_have_their_level(tmp_path: Path) -> None:
    styles = "".join(f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in STYLES.items())
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    properties = [*(f'<w:pStyle w:val="{key}"/>' for key in STYLES), *map(numbered.format, (0, 2))]
    path = document(tmp_path / "a.docx", "".join(f"<w:p><w:pPr>{each}</w:pPr>{run('a')}</w:p>" for each in properties))
    changed(path, "", bytes, more={"word/styles.xml": f"<w:styles {namespace}>{styles}</w:styles>".encode()})
    lines = read_here(path, "").blocks
    assert [line.depth for line in lines if isinstance(line, TextLine)] == [0, 1, 2, 1, 0, 2]
    assert {line.text for line in lines if isinstance(line, TextLine)} == {"• a", "1. a"}
