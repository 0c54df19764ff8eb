"""The template of an office: what of it is taken, what is added to it, and what is refused."""

import re
import zipfile
from dataclasses import replace

import pytest

from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Paper, Print
from riskdesk.domain.problems import InputProblem, Problem
from riskdesk.exchange.word import template
from tests.domain.importing.scoring import REGISTERS
from tests.exchange.tables.hostile import BOMB
from tests.exchange.word.bringing_back import brought_back, content_of
from tests.exchange.word.conftest import WORKING, kazakhstan_in
from tests.exchange.word.offices import MAIN, OFFICE, STYLES, document, office, para, relations, section, style
from tests.exchange.word.opened import W, text
from tests.libreoffice import converted, needs_libreoffice

DOCUMENTS = sorted(REGISTERS.glob("*.docx"))
LAYOUTS = [Layout.APPENDIX, Layout.WORKING, Layout.PM2, Layout.EU_ACTION]
# Each document once and each layout, and for long all of both.
PAIRS = [
    pytest.param(
        path, layout, id=f"{path.stem}-{layout}", marks=[pytest.mark.soak] if (at - own) % len(LAYOUTS) else []
    )
    for at, path in enumerate(DOCUMENTS)
    for own, layout in enumerate(LAYOUTS)
]


@pytest.fixture
def own(tmp_path):
    return office(tmp_path / "office.docx")


def test_its_styles_are_taken_by_their_names_and_what_it_lacks_is_added(own, open_docx, kazakhstan):
    docx = open_docx(kazakhstan, template=own)
    assert "List Bullet" in template.read(own).missing
    assert "heading 1" not in template.read(own).missing
    assert docx.body[0].find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Titre1"
    assert docx.styles["Titre1"].find(f"{W}rPr/{W}color").get(f"{W}val") == "00B050"
    bullet = docx.styles[docx.named("List Bullet")]
    assert bullet.find(f"{W}basedOn").get(f"{W}val") == "Normale"
    assert bullet.find(f"{W}pPr/{W}numPr/{W}numId") is not None


def test_its_pages_and_running_lines_are_kept_and_its_text_is_not(own, open_docx, kazakhstan):
    docx = open_docx(kazakhstan, template=own)
    assert "Text of the office" not in text(docx.body)
    assert "Ministry of Examples" in text(docx.part("word/header7.xml"))
    assert docx.parts["word/media/logo.png"].startswith(b"\x89PNG")
    margins = docx.body.find(f"{W}sectPr/{W}pgMar")
    assert margins.get(f"{W}left") == "3000"
    widths = [int(column.get(f"{W}w")) for column in docx.tables[0].find(f"{W}tblGrid")]
    assert sum(widths) == pytest.approx(11906 - 4000, abs=2)
    # It has no foot of pages, so the numbers of pages are added.
    assert docx.body.find(f"{W}sectPr/{W}footerReference") is not None


def test_text_around_the_place_of_the_register_is_kept(tmp_path, open_docx, kazakhstan):
    body = para("Cover") + para("{Register}") + para("Signature") + section()
    own = office(tmp_path / "own.docx", **{"word/document.xml": document(body)})
    assert template.read(own).keeps_text
    docx = open_docx(kazakhstan, template=own)
    paragraphs = [text(node) for node in docx.body]
    assert (paragraphs[0], paragraphs[-2]) == ("Cover", "Signature")
    assert "{" not in "".join(paragraphs)
    assert len(docx.tables) == 1


CONTROL = "<w:sdt><w:sdtPr><w:alias w:val='Register'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("around", ["{}", CONTROL])
def test_the_register_takes_the_pages_of_the_section_in_which_it_stands(tmp_path, open_docx, kazakhstan, around):
    inner = section().replace("3000", "500")
    body = para("Cover") + para("{registre}") + around.format(para("", more=inner)) + para("End") + section()
    own = office(tmp_path / "own.docx", **{"word/document.xml": document(body)})
    widths = [int(column.get(f"{W}w")) for column in open_docx(kazakhstan, template=own).tables[0].find(f"{W}tblGrid")]
    assert sum(widths) == pytest.approx(11906 - 1500, abs=2)


@pytest.mark.parametrize("place", [para(" { Register } "), CONTROL.format(para("{register}"))])
def test_the_place_of_the_register_may_have_blanks_or_be_a_content_control(tmp_path, open_docx, kazakhstan, place):
    body = para("Cover") + place + para("Signature") + section()
    own = office(tmp_path / "own.docx", **{"word/document.xml": document(body)})
    paragraphs = [text(node) for node in open_docx(kazakhstan, template=own).body]
    assert (paragraphs[0], paragraphs[-2]) == ("Cover", "Signature")
    assert "{" not in "".join(paragraphs)


@pytest.mark.parametrize(
    "misplaced",
    [
        para("Here: {register}"),
        para("{register}") + para("{registre}"),
        f"<w:tbl><w:tr><w:tc>{para('{register}')}</w:tc></w:tr></w:tbl>",
        CONTROL.format(para("Above") + para("{register}")),
        f"<w:p><w:r><w:pict><w:txbxContent>{para('{register}')}</w:txbxContent></w:pict></w:r></w:p>",
    ],
    ids=["within a line", "twice", "in a table", "in a control with more", "in a text box"],
)
def test_a_place_where_the_register_cannot_stand_is_refused(tmp_path, misplaced):
    body = document(para("Cover") + misplaced + section())
    refused(office(tmp_path / "own.docx", **{"word/document.xml": body}), "place of the register")


@pytest.mark.parametrize("around", ["{}", CONTROL])
def test_a_section_that_ends_with_the_place_of_the_register_keeps_its_pages(tmp_path, open_docx, kazakhstan, around):
    inner = section().replace("3000", "500")
    body = para("Cover") + around.format(para("{register}", more=inner)) + para("End") + section()
    own = office(tmp_path / "own.docx", **{"word/document.xml": document(body)})
    docx = open_docx(kazakhstan, template=own)
    lefts = [node.get(f"{W}left") for node in docx.body.iter(f"{W}pgMar")]
    assert lefts == ["500", "3000"]
    blocks = list(docx.body)
    (last,) = [at for at, node in enumerate(blocks) if node.find(f"{W}pPr/{W}sectPr") is not None]
    assert blocks.index(docx.tables[0]) < last
    assert text(blocks[last + 1]) == "End"


def test_pages_are_turned_for_the_working_register(own, open_docx, kazakhstan):
    docx = open_docx(kazakhstan, WORKING, template=own)
    paper = docx.body.find(f"{W}sectPr/{W}pgSz")
    assert {key.removeprefix(W): value for key, value in paper.items()} == {
        "w": "16838", "h": "11906", "orient": "landscape",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("<w:cols/>", 7906),
        ('<w:cols w:num="2" w:space="406"/>', 3750),
        ('<w:cols w:num="2"/>', 3593),
        ('<w:cols w:num="2" w:equalWidth="0"><w:col w:w="4500"/><w:col w:w="3100"/></w:cols>', 3100),
        ('<w:cols w:num="x" w:space="y"/>', 7906),
        ('<w:cols w:num="0"/>', 7906),
    ],
)
def test_the_register_is_no_wider_than_a_column_of_the_pages(tmp_path, open_docx, columns, width):
    own = office(tmp_path / "own.docx", **{"word/document.xml": document(para("") + section(columns))})
    docx = open_docx(kazakhstan_in("en"), template=own)
    assert sum(int(column.get(f"{W}w")) for column in docx.tables[0].find(f"{W}tblGrid")) == pytest.approx(width, abs=2)


def test_columns_without_room_in_the_template_are_refused_with_its_name_and_not_that_of_a_paper(tmp_path, write):
    narrow = '<w:cols w:num="3"/>'
    own = office(tmp_path / "own.docx", **{"word/document.xml": document(para("") + section(narrow))})
    how = replace(WORKING, paper=Paper.A3)
    with pytest.raises(
        InputProblem, match=r"on the pages of the template; choose fewer columns or another template\.$"
    ):
        write(kazakhstan_in("en"), how, template=own)


@pytest.mark.parametrize("more", ["", "<w:titlePg/>"])
def test_each_page_carries_the_handling_mark(tmp_path, open_docx, more):
    own = office(tmp_path / "own.docx", **{"word/document.xml": document(para("") + section(more))})
    tree = kazakhstan_in("en")
    marked = replace(tree, register=replace(tree.register, handling_mark="RESTRICTED"))
    docx = open_docx(marked, template=own)
    targets = {
        relation.get("Id"): relation.get("Target").removeprefix("word/")
        for relation in docx.part("word/_rels/document.xml.rels")
    }
    references = [node for node in docx.body.find(f"{W}sectPr") if node.tag.endswith("Reference")]
    types = {(node.tag.removeprefix(W), node.get(f"{W}type")) for node in references}
    assert len(types) == len(references) == (4 if more else 2)
    for reference in references:
        part = targets[reference.get(f"{{{OFFICE}}}id")]
        assert text(docx.part(f"word/{part}")).count("RESTRICTED") == 1


def test_the_document_is_in_the_language_of_the_register(own, open_docx):
    docx = open_docx(kazakhstan_in("fr"), template=own)
    lang = docx.part("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang.get(f"{W}val") == "fr-FR"


def test_the_same_template_gives_the_same_bytes(own, write, kazakhstan):
    one, other = (write(kazakhstan, name=f"{name}.docx", template=own) for name in "ab")
    assert one.read_bytes() == other.read_bytes()


def test_a_template_of_words_own_kind_becomes_a_document(tmp_path, open_docx, kazakhstan):
    own = office(tmp_path / "own.docx")
    types = zipfile.ZipFile(own).read("[Content_Types].xml").decode().replace("document.main", "template.main")
    dotx = office(tmp_path / "own.dotx", **{"[Content_Types].xml": types})
    assert b"template.main" not in open_docx(kazakhstan, template=dotx).parts["[Content_Types].xml"]


@pytest.mark.parametrize(("path", "layout"), PAIRS)
def test_any_sound_document_is_a_template(path, layout, open_docx, tmp_path):
    clean = without_revisions(path, tmp_path / "clean.docx")
    how = WORKING if layout is Layout.WORKING else Print()
    open_docx(kazakhstan_in("en"), how, layout=layout, template=clean)


def without_revisions(path, out):
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = re.sub(rb"<w:del .*?</w:del>|</?w:ins\b[^>]*>|<w:commentReference[^>]*>", b"", data, flags=re.S)
            new.writestr(name, data)
    return out


def test_a_register_comes_back_from_a_template(own, write, kazakhstan):
    assert content_of(brought_back(write(kazakhstan, template=own)).tree) == content_of(kazakhstan)


@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_saves_templates_that_can_be_followed(own, write, open_docx, kazakhstan, tmp_path):
    (saved,) = converted(tmp_path / "saved", "docx", own, fonts=True)
    docx = open_docx(kazakhstan, template=saved)
    assert "Ministry of Examples" in "".join(
        text(docx.part(part)) for part in docx.parts if part.startswith("word/header")
    )
    (set_,) = converted(tmp_path / "set", "pdf", write(kazakhstan, template=saved), fonts=True)
    assert set_.stat().st_size > 1000


OUTSIDE = {
    "attachedTemplate": "file:///c:/templates/evil.dotm",
    "image": "http://example.org/pixel.png",
    "oleLink": "\\\\server\\share\\x",
    "frame": "http://example.org/",
    "hyperlink": "file:///c:/windows/system32/calc.exe",
    "mailMergeSource": "file:///c:/addresses.xlsx",
}


@pytest.mark.parametrize(("kind", "target"), OUTSIDE.items())
def test_what_takes_anything_from_elsewhere_is_refused(tmp_path, kind, target):
    rels = relations(("rId1", f"{OFFICE}/{kind}", target), mode='TargetMode="External"')
    for part in ("word/_rels/settings.xml.rels", "word/_rels/header7.xml.rels"):
        refused(office(tmp_path / "own.docx", **{part: rels}), "takes something from elsewhere")


@pytest.mark.parametrize("target", ["https://www.example.org/", "mailto:office@example.org"])
def test_addresses_to_click_are_let_in(tmp_path, target):
    rels = relations(("rId1", f"{OFFICE}/hyperlink", target), mode='TargetMode="External"')
    assert template.read(office(tmp_path / "own.docx", **{"word/_rels/header7.xml.rels": rels}))


@pytest.mark.parametrize(
    "field", ['INCLUDEPICTURE "http://x/y.png"', "DDEAUTO cmd", "INCLUDETEXT a", "DDE x", "LINK y"]
)
def test_fields_that_reach_out_are_refused(tmp_path, field):
    parts = [f"<w:r><w:instrText>{field[at : at + 3]}</w:instrText></w:r>" for at in range(0, len(field), 3)]
    for runs in ("".join(parts), f"<w:fldSimple w:instr='{field}'/>"):
        header = f'<w:hdr xmlns:w="{MAIN}"><w:p>{runs}</w:p></w:hdr>'
        refused(office(tmp_path / "own.docx", **{"word/header7.xml": header}), "takes something from elsewhere")


@pytest.mark.parametrize("kind", ["vbaProject", "oleObject", "package", "control"])
def test_programs_and_objects_are_refused(tmp_path, kind):
    rels = relations(("rId3", f"{OFFICE}/header", "header7.xml"), ("rId8", f"{OFFICE}/{kind}", "x.bin"))
    refused(office(tmp_path / "own.docx", **{"word/_rels/document.xml.rels": rels}), "macros or embedded objects")


def test_a_document_with_macros_is_refused_whatever_its_ending(tmp_path):
    refused(office(tmp_path / "own.docx", **{"word/vbaProject.bin": b"x"}), "macros or embedded objects")
    types = zipfile.ZipFile(office(tmp_path / "a.docx")).read("[Content_Types].xml").decode()
    macros = re.sub(
        'application/vnd.openxml[^"]*document.main', "application/vnd.ms-word.document.macroEnabled.main", types
    )
    refused(office(tmp_path / "own.docx", **{"[Content_Types].xml": macros}), "macros or embedded objects")


@pytest.mark.parametrize(
    "part",
    [
        {"word/document.xml": None},
        {"word/styles.xml": None},
        {"[Content_Types].xml": None},
        {"_rels/.rels": None},
        {"word/document.xml": "<w:document"},
        {"word/document.xml": f'{BOMB}<w:document xmlns:w="{MAIN}"><w:body/></w:document>'},
        {"word/theme/theme1.xml": f"{BOMB}<a>&l9;</a>"},
        {"word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'},
        {"word/document.xml": f'<x:document xmlns:x="{MAIN}"><x:body/></x:document>'},
        {"word/header7.xml": f'<x:hdr xmlns:x="{MAIN}"/>'},
        {"word/media/large.bin": b"\0" * 60_000_000},
        {"word/document.xml": "<w:a>" * 600 + "</w:a>" * 600},
    ],
)
def test_what_is_broken_or_made_to_do_harm_is_refused(tmp_path, part):
    refused(office(tmp_path / "own.docx", **part), "is no Word document that can be a template")


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"text"]
)
def test_what_is_no_document_is_refused(tmp_path, data):
    (tmp_path / "own.docx").write_bytes(data)
    refused(tmp_path / "own.docx", "is no Word document that can be a template")


def test_what_is_not_there_or_too_large_is_refused(tmp_path):
    refused(tmp_path / "gone.docx", "cannot be read")
    with (tmp_path / "large.docx").open("wb") as file:
        file.truncate(template.LARGEST + 1)
    refused(tmp_path / "large.docx", "large.docx")


@pytest.mark.parametrize(
    "inside",
    [
        '<w:ins w:id="1"><w:r><w:t>x</w:t></w:r></w:ins>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
        '<w:del w:id="2"/>',
    ],
)
def test_comments_and_tracked_changes_are_refused(tmp_path, inside):
    body = document(f"<w:p>{inside}</w:p>{section()}")
    refused(office(tmp_path / "own.docx", **{"word/document.xml": body}), "comments or tracked changes")


def refused(path, message):
    with pytest.raises(Problem) as problem:
        template.read(path)
    assert message in str(problem.value)


def test_a_mark_that_the_template_carries_is_not_put_there_again(tmp_path, open_docx):
    header = f'<w:hdr xmlns:w="{MAIN}" xmlns:r="{OFFICE}">{para("Ministry. Restricted", "En-tte")}</w:hdr>'
    own = office(tmp_path / "own.docx", **{"word/header7.xml": header})
    tree = kazakhstan_in("en")
    marked = replace(tree, register=replace(tree.register, handling_mark="RESTRICTED"))
    assert text(open_docx(marked, template=own).part("word/header7.xml")) == "Ministry. Restricted"


def test_bullets_are_bullets_where_the_style_of_the_template_says_nothing_of_them(tmp_path, open_docx, kazakhstan):
    styles = f'<w:styles xmlns:w="{MAIN}">{STYLES}{style("Listepuces", "List Bullet")}</w:styles>'
    lists = (
        '<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="singleLevel"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    )
    types = zipfile.ZipFile(office(tmp_path / "a.docx")).read("[Content_Types].xml").decode()
    numbered = '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument'
    parts = {
        "word/styles.xml": styles,
        "word/numbering.xml": f'<w:numbering xmlns:w="{MAIN}">{lists}</w:numbering>',
        "[Content_Types].xml": types.replace("</Types>", f'{numbered}.wordprocessingml.numbering+xml"/></Types>'),
    }
    docx = open_docx(kazakhstan, template=office(tmp_path / "own.docx", **parts))
    bullets = [node for node in docx.body.iter(f"{W}p") if node.find(f"{W}pPr/{W}numPr") is not None]
    assert len(bullets) == len(list(kazakhstan.risks)) + len(list(kazakhstan.mitigations))
    assert {bullet.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for bullet in bullets} == {"Listepuces"}
    assert {bullet.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for bullet in bullets} == {"8"}


def test_far_more_text_than_a_template_has_is_refused(tmp_path):
    text_ = "".join(para(f"{number * 7919 % 99991:05}{number}") for number in range(60_000))
    own = office(tmp_path / "own.docx", **{"word/document.xml": document(text_ + section())})
    refused(own, "far too large")


def test_two_parts_of_one_name_are_refused(tmp_path):
    refused(office(tmp_path / "own.docx", **{"word/Styles.xml": "<a/>"}), "is no Word document that can be a template")
