"""Word documents as offices make them: fields, hidden and struck text, numbers that Word writes, deleted line ends."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from riskdesk.domain.importing.result import Import
from riskdesk.domain.sheets import TextLine
from riskdesk.exchange.tables import reading
from tests.exchange.tables.hostile import document
from tests.exchange.tables.word_documents import HEAD, row, run, table


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(instruction: str, result: str) -> str:
    return f"{sign('begin')}{instruction}{sign('separate')}{run(result)}{sign('end')}"


def looking(text: str, looks: str) -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


def with_parts(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "a") as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="w">{content}</w:{name}>')
    return path


def first_cell(path: Path) -> str:
    return next(iter(reading.read(path).tables)).cells[0].text


FIELDS = {
    "one": (field(code("DATE"), "31 January"), "31 January"),
    "a simple one": (f'<w:fldSimple w:instr="DATE">{run("31 January")}</w:fldSimple>', "31 January"),
    "one in the code of another": (
        f"{field(code('IF') + field(code('MERGEFIELD x'), 'unseen') + code('= 1'), 'seen')}{run(' end')}",
        "seen end",
    ),
    "one in the result of another": (
        f"{sign('begin')}{code('HYPERLINK')}{sign('separate')}{run('a ')}{field(code('REF'), 'b')}{sign('end')}",
        "a b",
    ),
    "one without a result": (f"{sign('begin')}{run('unseen')}{sign('end')}{run('a')}", "a"),
    "one that never ends": (f"{sign('begin')}{run('a')}", "a"),
    "one that never begins": (f"{sign('end')}{run('a')}{sign('separate')}", "a"),
}


@pytest.mark.parametrize(("inside", "expected"), FIELDS.values(), ids=FIELDS)
def test_of_a_field_what_a_page_shows_is_read(tmp_path: Path, inside: str, expected: str) -> None:
    assert first_cell(document(tmp_path / "a.docx", table(row(inside, run("end"))))) == expected


LOOKS = {
    "hidden": ("<w:vanish/>", "hidden_text"),
    "hidden by the style of the run": ('<w:rStyle w:val="Secret"/>', "hidden_text"),
    "shown against its style": ('<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>', ""),
    "struck": ("<w:strike/>", "struck_text"),
    "struck twice": ('<w:dstrike w:val="true"/>', "struck_text"),
    "in capitals": ("<w:caps/>", ""),
}
SECRET = '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'


@pytest.mark.parametrize(("looks", "kind"), LOOKS.values(), ids=LOOKS)
def test_text_that_is_hidden_or_struck_comes_in_and_is_told(tmp_path: Path, looks: str, kind: str) -> None:
    inside = f"{run('Seen ')}{looking('not ', looks)}{looking('seen', looks)}"
    path = with_parts(document(tmp_path / "a.docx", table(row(inside, run("end")))), styles=SECRET)
    assert first_cell(path) == "Seen not seen"
    remarks = [
        (remark.kind, remark.text, remark.place.row, remark.place.column) for remark in reading.read(path).remarks
    ]
    assert remarks == ([(kind, "not seen", 1, 1)] if kind else [])


def test_text_that_is_hidden_by_the_style_of_its_paragraph_is_told_to_the_user(
    tmp_path: Path, import_file: Callable[[Path], Import]
) -> None:
    hidden = f'<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>{run("Say what may happen")}</w:p>'
    rows = [HEAD, *(row(*map(run, (name, "Low", "High", "Act", "Ann"))) for name in ("Floods", "Fire"))]
    file_import = import_file(with_parts(document(tmp_path / "a.docx", hidden + table(*rows)), styles=SECRET))
    assert [(message.kind, message.excerpt) for message in file_import.messages] == [
        ("hidden_text", "Say what may happen")
    ]


def test_notes_and_comments_say_what_their_paragraphs_show(tmp_path: Path) -> None:
    note = f"<w:p>{run('of the river')}</w:p><w:p>{field(code('HYPERLINK'), 'see there')}</w:p>"
    gone = "<w:p><w:del><w:r><w:delText>not this</w:delText></w:r></w:del></w:p>"
    inside = run("Floods") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    path = with_parts(
        document(tmp_path / "a.docx", table(row(inside, run("end")))),
        footnotes=f'<w:footnote w:id="2">{note}{gone}</w:footnote>',
        comments=f"<w:comment>{note}</w:comment>",
    )
    assert first_cell(path) == "Floods\ufff9of the river see there\ufffb"
    assert [(remark.kind, remark.text) for remark in reading.read(path).remarks] == [
        ("comment", "of the river see there")
    ]


GONE = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"


def test_paragraphs_between_which_the_end_was_deleted_are_one(tmp_path: Path) -> None:
    parted = f"{GONE}{run('Flo')}</w:p><w:p>{GONE}{run('od')}</w:p><w:p>{run('s')}"
    path = document(tmp_path / "a.docx", f"<w:p>{parted}</w:p>{table(row(parted, run('end')))}<w:p>{GONE}</w:p>")
    line, first_table = reading.read(path).blocks
    assert line == TextLine("Floods", 1)
    assert [cell.text for cell in first_table.cells] == ["Floods", "end"]


def numbered(text: str = "", depth: int = 0, number: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:pPr>{place}</w:pPr>{run(text) if text else ''}"


def counted(*levels: tuple[str, str], more: str = "") -> str:
    shapes = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{shapes}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


AGAIN = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>"
)
FORMS = {
    "numbers": (("decimal", "%1."), ["1", "2", "3"]),
    "references": (("decimal", "R-%1"), ["R-1", "R-2", "R-3"]),
    "with a zero": (("decimalZero", "R%1:"), ["R01", "R02", "R03"]),
    "letters": (("upperLetter", "%1)"), ["A", "B", "C"]),
    "in Roman": (("lowerRoman", "%1"), ["i", "ii", "iii"]),
    "bullets": (("bullet", "•"), ["", "", ""]),
    "nothing": (("none", ""), ["", "", ""]),
}


@pytest.mark.parametrize(("form", "expected"), FORMS.values(), ids=FORMS)
def test_numbers_that_word_writes_alone_into_the_first_column_are_read(
    tmp_path: Path, form: tuple[str, str], expected: list[str]
) -> None:
    rows = (row(numbered(), run(name), numbered(number=3)) for name in ("Floods", "Fire", "Theft"))
    path = with_parts(document(tmp_path / "a.docx", table(*rows)), numbering=counted(form))
    cells = next(iter(reading.read(path).tables)).cells
    assert [cell.text for cell in cells if cell.column == 1] == expected
    assert [cell.text for cell in cells if cell.column == 3] == ["", "", ""]


def test_levels_count_anew_and_lists_where_they_are_told_to(tmp_path: Path) -> None:
    places = [(0, 1), (1, 1), (1, 1), (0, 1), (1, 1), (0, 2), (0, 2)]
    rows = (row(numbered("", *place), run("end")) for place in places)
    numbering = counted(("decimal", "R%1"), ("lowerLetter", "R%1%2"), more=AGAIN)
    path = with_parts(document(tmp_path / "a.docx", table(*rows)), numbering=numbering)
    cells = next(iter(reading.read(path).tables)).cells
    assert [cell.text for cell in cells if cell.column == 1] == ["R1", "R1a", "R1b", "R2", "R2a", "R7", "R8"]


@pytest.mark.parametrize("column", ["of their own", "that of the risks"])
def test_references_that_word_counts_are_those_of_the_risks(
    tmp_path: Path, import_file: Callable[[Path], Import], column: str
) -> None:
    first = column == "of their own"
    heads = ("No.", "Risk", "Likelihood", "Impact", "Mitigation")[0 if first else 1 :]
    names = ("Floods in spring", "Fire at night", "Theft of goods")
    rows = [
        row(*([numbered(), run(name)] if first else [numbered(name)]), *map(run, ("Low", "High", "Act")))
        for name in names
    ]
    body = table(row(*map(run, heads)), *rows)
    file_import = import_file(with_parts(document(tmp_path / "a.docx", body), numbering=counted(("decimal", "R-%1."))))
    assert file_import.tree is not None
    risk_facts = [(risk.reference, risk.description) for risk in file_import.tree.risks]
    assert risk_facts == [(f"R-{number}", name) for number, name in enumerate(names, 1)]


def test_a_part_in_another_format_is_told(tmp_path: Path) -> None:
    path = document(tmp_path / "a.docx", f"<w:altChunk/>{table(row(run('a')))}")
    assert [remark.kind for remark in reading.read(path).remarks] == ["other_format"]


def cell(inside: str, looks: str = "") -> str:
    return f"<w:tc><w:tcPr>{looks}</w:tcPr><w:p>{inside}</w:p></w:tc>"


FLOODS, FIRE = ((name, "Low", "High", "Act", "Ann") for name in ("Floods", "Fire"))


def test_cells_that_older_documents_merge_are_one(tmp_path: Path, import_file: Callable[[Path], Import]) -> None:
    more = cell("", "<w:hMerge/>") * 4
    first = cell(run("Political risks"), '<w:hMerge w:val="restart"/>')
    category = f"<w:tr>{first}{more}</w:tr>"
    file_import = import_file(
        document(tmp_path / "a.docx", table(HEAD, category, *(row(*map(run, texts)) for texts in (FLOODS, FIRE))))
    )
    assert file_import.tree is not None
    assert [category.category.title for category in file_import.tree.categories] == ["Political risks"]


def test_cells_that_are_merged_in_both_directions_leave_those_around_them_as_they_are(tmp_path: Path) -> None:
    begins, goes_on = '<w:{} w:val="restart"/>', "<w:{}/>"
    rows = [
        f"<w:tr>{cell(run(text), down.format('vMerge') + begins.format('hMerge'))}"
        f"{cell('', down.format('vMerge') + goes_on.format('hMerge'))}{cell(run(beside))}</w:tr>"
        for text, down, beside in (("a", begins, "b"), ("", goes_on, "c"))
    ]
    (first_table,) = reading.read(document(tmp_path / "a.docx", table(*rows))).tables
    places = [(cell.text, cell.row, cell.column, cell.height, cell.width) for cell in first_table.cells]
    assert places == [("a", 1, 1, 2, 2), ("b", 1, 3, 1, 1), ("c", 2, 3, 1, 1)]


def test_a_row_that_is_hidden_is_told_and_may_be_left_out(
    tmp_path: Path, import_file: Callable[[Path], Import]
) -> None:
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr>{''.join(map(cell, map(run, FIRE)))}</w:tr>"
    file_import = import_file(document(tmp_path / "a.docx", table(HEAD, row(*map(run, FLOODS)), hidden)))
    assert [(message.kind, message.excerpt) for message in file_import.messages if message.place.row == 3] == [
        ("hidden_rows", "Fire")
    ]
    assert "hidden_rows" in [question.id for question in file_import.questions]


@pytest.mark.parametrize("ending", ["docm", "dotx", "dotm"])
def test_templates_and_documents_with_programs_are_read_as_others(tmp_path: Path, ending: str) -> None:
    assert f".{ending}" in reading.ENDINGS
    assert first_cell(document(tmp_path / f"a.{ending}", table(row(run("Floods"))))) == "Floods"
