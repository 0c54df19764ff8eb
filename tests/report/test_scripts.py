"""Every script of our users is printed as its readers write it, and can be read out of the file again."""

import subprocess
import unicodedata
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from bidi import get_display
from hypothesis import example, given, settings
from hypothesis import strategies as st

from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.text import is_rtl
from riskdesk.report import render
from riskdesk.report.directions import visual_runs
from tests.report.conftest import MADE
from tests.systems import needs_program

needs_poppler = needs_program("pdftotext", "poppler-utils")

SENTENCES = {
    "Latin": "Žluťoučký kůň, łódź, ğüşıöç, þæð, ŵŷ, ħġċ, ľščťžýáíé, ëç",
    "Greek": "Κίνδυνος αθέτησης των δεσμεύσεων",
    "Kazakh": "Тәуекел: Қазақстан Республикасының үкіметі, ғылым және ұлттық қауіпсіздік",
    "Ukrainian": "Ризик недостатньої прихильності її ґрунту",
    "Georgian": "რისკის შეფასება და მართვა",
    "Mtavruli": "ᲠᲘᲡᲙᲘᲡ ᲨᲔᲤᲐᲡᲔᲑᲐ",
    "Armenian": "ռիսկի գնահատում և կառավարում",
    "Arabic": "خطر عدم الالتزام من قبل الشركاء الوطنيين في عام 2027",
    "Arabic with marks": "أيضاً جدًا مهمّ السَّلامُ عَلَيْكُمْ فيها",
    "Arabic that is joined": "لا لأ لإ لآ كلا السلام الأمل ملأ الله بالله",
    "Persian": "می‌خواهم نامه‌ها را",
    "Hebrew": "סיכון של חוסר מחויבות בשנת 2027",
    "mixed": "the word السلام in an English line, and שלום too",
    "mixed from the right": "العقد مع Council of Europe رقم 12",
    "signs": "✓ done ☐ open ● point ▲ up → next ≤ 5 ≥ 3 ≠ ∞ √ ₾ ₼ € ☑ ★",
    "marks": "q̃ x̣̂ ẅ̱",
}
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069"))


def words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.translate(INVISIBLE))
    return [word.rstrip(".;") for word in plain.replace("•", " ").split()]


@pytest.mark.parametrize("script", SENTENCES)
def test_a_script_is_printed_and_read_out_again(register, printed, script):
    sentence = SENTENCES[script]
    printout = printed(register([(sentence, [([sentence], [sentence])])]))
    assert printout.missing == ()
    text = "".join(words(printout.text))
    assert [word for word in words(sentence) if text.count(word) < 3] == []


@needs_poppler
@pytest.mark.parametrize("script", SENTENCES)
def test_poppler_reads_it_too(register, tmp_path, script):
    sentence = SENTENCES[script]
    text = told_by("pdftotext", register, tmp_path, sentence)
    # It leaves out some spaces where the direction changes.
    assert [word for word in words(sentence) if word not in "".join(words(text))] == []


@needs_poppler
@pytest.mark.parametrize("script", SENTENCES)
def test_a_listener_hears_text_as_it_was_typed(register, tmp_path, script):
    heard = told_by("pdfinfo", register, tmp_path, SENTENCES[script], "-struct-text")
    assert f'"{unicodedata.normalize("NFC", SENTENCES[script])}. "' in heard


@needs_poppler
def test_a_listener_hears_lines_and_notes_apart(register, tmp_path):
    tree = register([("Several\nlines", [(["One\ntwo"], ["A measure"])])], approval="Approved\nby us")
    (entry,) = tree.entries
    (risk,), (measure,) = entry.risks, entry.mitigations
    entry = replace(
        entry, risks=(replace(risk, title="A title"),), mitigations=(replace(measure, action_owner="Its owner"),)
    )
    (category,) = tree.categories
    tree = replace(tree, categories=(replace(category, entries=(entry,)),))
    heard = {kind: heard_of(tree, tmp_path, kind) for kind in (DocumentKind.APPENDIX, DocumentKind.WORKING)}
    assert "Approved by us" in heard[DocumentKind.APPENDIX]
    for text in heard.values():
        assert "Several lines" in text
        assert "One two" in text
    assert "A title One two" in heard[DocumentKind.WORKING]
    assert "A measure – Action owner: Its owner" in heard[DocumentKind.WORKING].replace("\u00a0", " ")


ARABIC = st.text("ابتجدرسعكلمنهوي", min_size=1, max_size=4)
MARKED = st.tuples(ARABIC, st.text("ًٌٍَُِّْ", max_size=2), st.sampled_from(["", "\u200c"])).map("".join)


@needs_poppler
@settings(max_examples=30)
@given(st.lists(st.lists(MARKED, min_size=1, max_size=4).map("".join), min_size=1, max_size=9).map(" ".join))
@example("خطر (سياسي) [كبير] «جدا»")
def test_a_listener_hears_any_arabic(register, tmp_path_factory, text):
    """Brackets, too: pdfium alone mirrors them, as it expects of a file that it tells what is seen."""
    heard = told_by("pdfinfo", register, tmp_path_factory.mktemp("heard"), text, "-struct-text")
    assert f'"{unicodedata.normalize("NFC", text)}. "' in heard.replace("\n", "").replace(" " * 14, "")


def told_by(program, register, tmp_path, sentence, *options):
    return told_of(program, register([("C", [([sentence], [])])]), tmp_path, DocumentKind.APPENDIX, *options)


def heard_of(tree, tmp_path, kind):
    return told_of("pdfinfo", tree, tmp_path, kind, "-struct-text")


def told_of(program, tree, tmp_path, kind, *options):
    path = tmp_path / "a.pdf"
    path.write_bytes(render(tree, Print(kind), MADE, MADE.date()).data)
    arguments = [program, *options, path, *(["-"] if program == "pdftotext" else [])]
    return subprocess.run(arguments, capture_output=True, encoding="utf-8", check=True).stdout


def test_only_the_fonts_that_are_needed_are_in_the_file(register, printed):
    def fonts(text: str) -> set[str]:
        with pikepdf.open(BytesIO(printed(register([("C", [([text], [])])])).data)) as pdf:
            return {str(font.BaseFont).partition("+")[2] for font in pdf.pages[0].Resources.Font.values()}

    plain = {"NotoSans-Bold", "NotoSans-Regular"}
    assert fonts("Risk – Ελλάδα – Қазақстан") == plain
    assert fonts("რისკი") == plain | {"NotoSansGeorgian-Regular"}
    assert fonts("خطر ✓") == plain | {"NotoSansArabic-Regular", "NotoSansSymbols2-Regular"}


def test_shaped_text_gives_the_same_bytes_whatever_was_printed_before(register):
    tree = register([("خطر", [(["السلام ✓ q̃"], ["שלום"])])])
    first = render(tree, Print(), MADE, MADE.date()).data
    render(register([("שלום", [(["ألف لام ميم", "q̂ السلام"], ["➤ ☃"])])]), Print(), MADE, MADE.date())
    assert render(tree, Print(), MADE, MADE.date()).data == first


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("", False), ("Risk", False), ("خطر", True), ("(1) שלום", True), ("Risk خطر", False), ("12 – 34", False)],
)
def test_a_paragraph_runs_as_its_first_letter_does(text, rtl):
    assert is_rtl(text) is rtl


def test_numbers_in_a_line_from_right_to_left_run_from_left_to_right():
    runs = visual_runs("אב 12 גד", rtl=True)
    assert [(text, backwards) for _, text, backwards in runs] == [(" גד", True), ("12", False), ("אב ", True)]


# get_display leaves a line alone in which no letter runs from right to left.
MIXED = st.tuples(*[st.text("אבגabc12 ()[]{}.,;-", max_size=15)] * 2).map("א".join)


@settings(max_examples=300)
@given(MIXED, st.booleans())
@example("אב: Council of Europe (2024)", True)
@example("a (אב) [12] ב", False)
def test_a_line_runs_as_the_algorithm_of_unicode_has_it(line, rtl):
    visual = "".join(text[::-1] if backwards else text for _, text, backwards in visual_runs(line, rtl=rtl))
    assert unsided(visual) == unsided(get_display(line, base_dir="R" if rtl else "L"))


def test_a_line_without_letters_from_right_to_left_is_turned_where_its_paragraph_is():
    assert [text for _, text, _ in visual_runs("Council of Europe;", rtl=True)] == [";", "Council of Europe"]
    assert visual_runs("", rtl=True) == []


def unsided(text):
    """Text whose brackets do not say which side they are, as get_display mirrors but some of them."""
    return text.translate(str.maketrans(")]}", "([{"))


@pytest.mark.parametrize(
    ("typed", "printed_as"),
    [
        ("Vraiment ?", "Vraiment\u202f?"),
        ("oui ; non", "oui\u202f; non"),
        ("« cité »", "«\u202fcité\u202f»"),
        ("suite : ici", "suite\u00a0: ici"),
        ("déjà\u202f!", "déjà\u202f!"),
    ],
)
def test_french_signs_keep_their_spaces(register, printed, typed, printed_as):
    long = " ".join([typed] * 30)
    printout = printed(register([("C", [([long], [])])]))
    lines = [line.strip() for line in "".join(printout.risks).splitlines()]
    assert not [line for line in lines if line[:1] in ";:!?»" or line.endswith("«")]
    assert "".join(printed_as.split()) in "".join("".join(printout.pages).split())


VISIBLE = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs", "Mn", "Me", "Mc")),
    min_size=1,
    max_size=20,
)


def compatible(text: str) -> str:
    """Text as pdfium tells it beside letters from right to left: fractions in parts, accents on the letter before."""
    return unicodedata.normalize("NFKC", text).replace("\N{FRACTION SLASH}", "/").replace(" ", "")


@settings(max_examples=2 * settings.default.max_examples)
@given(VISIBLE)
@example("־¼")
@example("ࢠ´")
def test_any_character_is_printed_or_listed(register, printed, text):
    text = unicodedata.normalize("NFC", text)
    printout = printed(register([("C", [([f"a{text}z"], [])])]))
    risk_text = "".join(printout.risks)
    for sign in set(text) - set(printout.missing):
        assert sign in risk_text or compatible(sign) in compatible(risk_text) or unicodedata.mirrored(sign)
    assert risk_text.count("\ufffd") >= min(1, len(printout.missing))
