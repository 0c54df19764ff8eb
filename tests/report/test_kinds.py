"""The kinds of document: what each prints, what it keeps back, and the register that rides along."""

import datetime
import io
import json
from contextlib import closing
from dataclasses import replace
from itertools import cycle, pairwise

import pikepdf
import pypdfium2
import pytest

from riskdesk.desk import transfer
from riskdesk.domain.document import to_document
from riskdesk.domain.label import Label
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.domain.values import Language
from riskdesk.report import render
from riskdesk.report.style import style
from tests.report.conftest import TODAY, mapped

SECRETS = (
    "Anna Secret",
    "Marat Secret",
    "A reason of our own",
    "A note of our own",
    "R-77",
    "Very high",
    "waiting",
    "Print set of our own",
)


def attached(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.attachments["register.json"].get_file().read_bytes().decode("utf-8")


def test_the_working_register_prints_the_usual_columns(assessed, printed):
    text = printed(assessed, Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE)).text
    for value in ("R-77", "20 Very high", "6 Medium", "Anna Secret", "5\u00a0Jan 2027", "Under way"):
        assert value.replace("\u00a0", " ") in text.replace("\u00a0", " ")
    assert "– Action owner: Marat Secret · due 25 May 2023 · Under way" in text.replace("\u00a0", " ").replace(
        "\r\n", " "
    )
    assert "Scale: 5×5" in text
    assert "Very high (20 to 25)" in text


@pytest.mark.parametrize("left_out", list(PrintColumn))
def test_a_column_that_is_not_chosen_is_not_printed(assessed, printed, left_out):
    value = {
        PrintColumn.REFERENCE: "R-77",
        PrintColumn.MITIGATIONS: "Support national authorities",
        PrintColumn.ACTION_OWNER: "Marat Secret",
        PrintColumn.DUE_DATE: "25 May 2023",
        PrintColumn.STATUS: "Under way",
        PrintColumn.LIKELIHOOD: "L",
        PrintColumn.IMPACT: "I",
        PrintColumn.SCORE: "20 Very high",
        PrintColumn.RESIDUAL: "6 Medium",
        PrintColumn.OWNER: "Anna Secret",
        PrintColumn.NEXT_REVIEW: "5 Jan 2027",
    }[left_out]
    how = Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE)
    without = replace(how, columns=tuple(column for column in PrintColumn if column is not left_out))
    texts = [printed(assessed, choice).text.replace("\u00a0", " ").split("Scale:")[0] for choice in (how, without)]
    if len(value) == 1:
        assert [f" {value} " in text for text in texts] == [True, False]
    else:
        assert [value in text for text in texts] == [True, False]


@pytest.mark.parametrize("text", ["中\n文", "a\tb", "\u3000\ufe0f", "\u200b", "\u2029"], ids=ascii)
def test_any_text_anywhere_is_printed(assessed, printed, text):
    # Each risk has it somewhere else.
    fields = cycle(["reference", "owner", "title", "description"])
    tree = mapped(
        assessed,
        lambda risk: replace(risk, **{next(fields): text}),
        lambda measure: replace(measure, action_owner=text, due_date=datetime.date(2023, 1, 1)),
    )
    scale = tree.register.scale
    named = {
        half: tuple(replace(level, name=Label.same(text)) for level in getattr(scale, half))
        for half in ("likelihood", "impact")
    }
    scale = replace(
        scale, **named, bands=tuple(replace(band, name=Label.same(text)) for band in scale.bands), profile=""
    )
    facts = {"prepared_by": text, "reference": text, "heading": text, "handling_mark": text}
    tree = replace(tree, register=replace(tree.register, scale=scale, **facts))
    for kind in DocumentKind:
        assert set(printed(tree, Print(kind)).missing) <= {"中", "文"}


def test_the_highest_risk_of_an_entry_is_in_bold_and_the_legend_says_so(many, printed):
    data = printed(many(8), Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE)).data
    scale = many(8).register.scale
    for entry in many(8).entries:
        highest = max((risk.assessment for risk in entry.risks), key=scale.rank)
        scores = [f"{scale.score(risk.assessment)} {scale.band(risk.assessment).name}" for risk in entry.risks]
        bold = f"{scale.score(highest)} {scale.band(highest).name}"
        for text in scores:
            assert (text in set_in(data, "NotoSans-Bold")) is (text == bold)
    assert "scores in bold are those of its highest risk" in set_in(data, "NotoSans-Regular")


def test_without_scores_the_legend_says_nothing_of_them(many, printed):
    how = Print(DocumentKind.WORKING, columns=(PrintColumn.REFERENCE, PrintColumn.LIKELIHOOD))
    assert "in bold" not in printed(many(8), how).text


def set_in(data: bytes, face: str) -> str:
    """The text of a document that is set in a face, line by line."""
    parts = []
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            texts = page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
            parts += [text.extract() for text in texts if text.get_font().get_base_name().endswith(face)]
    return "\n".join(parts)


def luminance(red: int, green: int, blue: int) -> float:
    """How bright a colour is (WCAG 2.2)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red / 255, green / 255, blue / 255)
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_bands_are_told_apart_and_text_is_read_on_them_without_colours():
    bright = [luminance(*style().band_colour(place / 10)) for place in range(11)]
    assert all(low - high > 0.01 for low, high in pairwise(bright)), "the higher a band, the darker"
    running = [round(255 * float(part)) for part in style().colours.running.split()]
    assert (min(bright) + 0.05) / (luminance(*running) + 0.05) > 4.5


def test_no_colour_is_printed_without_the_word_for_it(assessed, printed):
    how = Print(
        DocumentKind.WORKING, orientation=Orientation.LANDSCAPE, columns=(PrintColumn.REFERENCE, PrintColumn.OWNER)
    )
    fill = f"{style().band(1)} rg".encode()
    contents = [drawn(printed(assessed, choice).data) for choice in (how, replace(how, columns=(PrintColumn.SCORE,)))]
    assert [content.count(fill) for content in contents] == [1, 3], "in the legend; the stripe and the score besides"


def drawn(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
        return b"".join(page.Contents.read_bytes() for page in pdf.pages)


def test_the_appendix_lets_nothing_out_but_what_it_prints(assessed, printed):
    printout = printed(assessed, Print())
    document = attached(printout.data)
    for secret in SECRETS:
        assert secret not in printout.text
        assert secret not in document
    with pikepdf.open(io.BytesIO(printout.data)) as pdf:
        content = b"".join(bytes(thing.read_bytes()) for thing in pdf.objects if isinstance(thing, pikepdf.Stream))
    assert not [secret for secret in SECRETS if secret.encode() in content]


@pytest.mark.parametrize("kind", [DocumentKind.WORKING, DocumentKind.MATRIX, DocumentKind.SUMMARY])
@pytest.mark.parametrize("language", list(Language))
def test_the_register_is_read_back_from_a_pdf_without_loss(assessed, tmp_path, kind, language):
    tree = replace(assessed, register=replace(assessed.register, language=language))
    path = tmp_path / "a.pdf"
    path.write_bytes(render(tree, Print(kind), TODAY, TODAY.date()).data)
    assert transfer.read(path, Language.ENGLISH) == tree


def test_an_appendix_is_read_back_as_it_prints(assessed, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(render(assessed, Print(), TODAY, TODAY.date()).data)
    tree = transfer.read(path, Language.ENGLISH)
    assert [risk.description for risk in tree.risks] == [risk.description for risk in assessed.risks]
    assert [mitigation.description for mitigation in tree.mitigations] == [
        mitigation.description for mitigation in assessed.mitigations
    ]
    assert tree.register.title == assessed.register.title
    assert json.loads(to_document(tree))["date"] == "2023-10-05"


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "no PDF that can be read"), (b"Dear all", "no PDF that can be read"), (None, "does not carry a register")],
)
def test_a_pdf_without_a_register_is_told(tmp_path, content, message):
    path = tmp_path / "a.pdf"
    if content is None:
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.save(path)
    else:
        path.write_bytes(content)
    with pytest.raises(InputProblem, match=message):
        transfer.read(path, Language.ENGLISH)
    with pytest.raises(FileProblem):
        transfer.read(tmp_path / "nowhere.pdf", Language.ENGLISH)


def test_a_pdf_behind_a_password_is_told(assessed, tmp_path):
    path = tmp_path / "a.pdf"
    with pikepdf.open(io.BytesIO(render(assessed, Print(DocumentKind.MATRIX), TODAY, TODAY.date()).data)) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(InputProblem, match="is locked with a password"):
        transfer.read(path, Language.ENGLISH)


@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_an_empty_register_is_printed_as_well(register, printed, kind, paper, orientation):
    assert len(printed(register(title="Empty"), Print(kind, paper, orientation)).pages) == 1


def test_a_row_without_a_reference_has_no_head_that_says_nothing(register):
    data = render(
        register([("C", [(["without a reference"], ["m"])])]), Print(DocumentKind.WORKING), TODAY, TODAY.date()
    ).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        heads = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH"]
    assert heads
    assert all(len(head.K) for head in heads)
