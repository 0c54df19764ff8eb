import datetime
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.domain.printing import Orientation, Paper, Print
from riskdesk.domain.text import punctuated
from riskdesk.domain.values import Language

SOURCE = json.loads((Path(__file__).parents[1] / "data" / "kazakhstan-2024-2027.json").read_text("utf-8"))
PAGES = [Print(paper=paper, orientation=orientation) for paper in Paper for orientation in Orientation]


def squeezed(text):
    """Text without the spaces and line ends, which a reader of PDFs may find elsewhere."""
    return re.sub(r"\s+", "", text)


def serials(pages):
    return [int(number) for number in re.findall(r"q(\d+)q", squeezed("".join(pages)))]


def sentence(words):
    return " ".join(["co-operation"] * words)


def in_order(parts, text):
    """Whether each part is once in the text, after the one before."""
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places) and all(text.count(part) == 1 for part in parts)


def cells(side):
    for category in SOURCE["categories"]:
        for entry in category["entries"]:
            yield from punctuated(entry[side])


def test_each_risk_mitigation_and_heading_of_the_source_is_printed_once_in_order(kazakhstan, printed):
    printout = printed(kazakhstan)
    risks, mitigations = list(cells("risks")), list(cells("mitigations"))
    headings = [category["title"] for category in SOURCE["categories"]]
    assert (len(risks), len(mitigations), len(headings)) == (31, 38, 5)
    assert in_order([squeezed("•" + risk) for risk in risks], squeezed("".join(printout.risks)))
    assert in_order([squeezed("•" + mitigation) for mitigation in mitigations], squeezed("".join(printout.mitigations)))
    assert in_order(headings, printout.text)


def test_each_page_has_its_column_heads_running_header_and_number(kazakhstan, printed):
    printout = printed(kazakhstan)
    assert len(printout.pages) == 3
    for number, page in enumerate(printout.pages, 1):
        assert page.count("Description of risks") == page.count("Mitigation strategies") == 1
        assert kazakhstan.register.title in page
        assert kazakhstan.register.reference in page
        assert page.count(f"Page {number} of 3") == 1


def test_the_heading_tells_what_who_and_when(register, printed):
    tree = register(
        title="A title",
        reference="REF 1",
        date=datetime.date(2023, 10, 5),
        prepared_by="Directorate",
        approval="Approved by all",
        period_start=datetime.date(2024, 1, 1),
    )
    text = printed(tree).text
    lines = ["APPENDIX II: RISK REGISTER", "REF 1 – 5 October 2023", "Prepared by: Directorate"]
    assert in_order([*lines, "Period: 1 January 2024 to …", "Approved by all"], text)


def test_a_heading_of_its_own_takes_the_place_of_the_usual_one(register, printed):
    text = printed(register(heading="Annex 7: risks")).text
    assert "Annex 7: risks" in text
    assert "APPENDIX" not in text


def test_a_french_register_is_printed_in_french(register, printed):
    tree = register(
        [("Catégorie", [(["Risque"], ["Mesure"])])],
        language=Language.FRENCH,
        date=datetime.date(2024, 2, 1),
        prepared_by="Direction",
        period_start=datetime.date(2024, 8, 1),
        period_end=datetime.date(2025, 12, 31),
    )
    text = printed(tree).text
    lines = ["ANNEXE II : REGISTRE DES RISQUES", "1er février 2024", "Établi par : Direction"]
    lines += ["Période : du 1er août 2024 au 31 décembre 2025", "Description des risques", "Stratégies d’atténuation"]
    assert in_order([*lines, "Page 1 sur 1"], text)


def test_no_score_is_printed(kazakhstan, printed):
    assessed = replace(
        kazakhstan,
        categories=tuple(
            replace(
                category,
                entries=tuple(
                    replace(
                        entry, risks=tuple(replace(risk, likelihood=5, impact=5, owner="N. N.") for risk in entry.risks)
                    )
                    for entry in category.entries
                ),
            )
            for category in kazakhstan.categories
        ),
    )
    assert printed(assessed).data == printed(kazakhstan).data


def test_bullets_end_as_in_the_source(register, printed):
    printout = printed(register([("C", [(["One", "Two"], ["Three"])])]))
    assert "• One; • Two. • Three." in printout.text


def test_lines_within_a_bullet_stay_lines(register, printed):
    printout = printed(register([("C", [(["One\ntwo\n\nthree"], [])])]))
    assert "One\r\ntwo\r\nthree." in printout.pages[0].replace(" \r", "\r")


def test_blank_bullets_and_entries_are_left_out(register, printed):
    printout = printed(register([("C", [([" ", "", "Risk"], ["\n"]), (["", "\t"], [""]), ([], [])])]))
    assert printout.text.count("•") == 1
    assert "• Risk." in printout.text


def test_an_empty_register_is_a_page_with_column_heads(register, printed):
    printout = printed(register())
    assert len(printout.pages) == 1
    assert "APPENDIX II: RISK REGISTER" in printout.text
    assert "Description of risks" in printout.text


def test_empty_categories_keep_their_headings(register, printed):
    printout = printed(register([("One", []), ("Two", [([], [])]), ("", [])]))
    assert in_order(["One", "Two"], printout.text)
    assert printout.outline == [(0, "APPENDIX II: RISK REGISTER"), (1, "One"), (1, "Two"), (1, "–")]


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_no_category_heading_stands_alone_at_a_page_foot(register, printed, page):
    """Many categories of each height, so that headings come to lie at all places of a page."""
    heights = [lines for lines in range(1, 60, 4) for _ in range(25)]
    tree = register(
        [
            (f"Category {n}", [([f"q{n}q {sentence(n % 25)}"], ["\n".join(["x"] * lines)])])
            for n, lines in enumerate(heights)
        ]
    )
    for text in printed(tree, page).pages:
        for category, serial in zip(re.findall(r"Category (\d+)", text), re.findall(r"q(\d+)q", text), strict=True):
            assert category == serial


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_row_taller_than_many_pages_loses_nothing(register, printed, page):
    bullets = [f"q{n}q {sentence(n % 90)}" for n in range(200)]
    printout = printed(register([("C", [(bullets, bullets[:50]), (["q200q"], [])])]), page)
    assert sorted(serials(printout.pages)) == sorted([*range(201), *range(50)])
    assert all("Description of risks" in text for text in printout.pages)


def test_a_bullet_of_100_000_characters_is_printed_whole(register, printed):
    words = [f"q{n}q" for n in range(14_000)]
    printout = printed(register([("C", [([" ".join(words)], ["short"])])]))
    assert serials(printout.risks) == list(range(14_000))


def test_a_word_of_10_000_characters_is_broken_where_the_column_ends(register, printed):
    printout = printed(register([("", [(["x" * 10_000], ["y" * 10_000])])]))
    assert "".join(printout.risks).count("x") == "".join(printout.mitigations).count("y") == 10_000


@pytest.mark.parametrize("field", ["title", "reference", "prepared_by", "approval", "heading", "handling_mark"])
def test_any_field_may_be_endless(register, printed, field):
    for text in ("W" * 10_000, "word " * 3_000, "line\n" * 300):
        printout = printed(register([("C", [(["Risk"], ["Mitigation"])])], **{field: text}))
        assert "• Risk." in printout.text


def test_an_endless_category_heading_goes_over_pages(register, printed):
    title = " ".join(f"q{n}q" for n in range(3_000))
    printout = printed(register([("A", [(["Risk"], [])]), (title, [(["Other"], [])])]))
    assert serials(printout.pages) == list(range(3_000))
    assert in_order(["• Risk.", "• Other."], printout.text)


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> & <i>R&D</i> &amp; &#65; </para>",
        '<img src="/etc/passwd"/> <br> <unknown>',
        "%PDF (paren \\) (( ET BT /F1 12 Tf",
        "https://example.org/" + "path/" * 60,
        "{page} {pages} %s %(a)s {",
        "Қазақстан Республикасы, Ελλάδα, Україна, ğüşiöç, ţară, łódź, “quoted” – €",
    ],
)
def test_text_is_never_markup(register, printed, text):
    fields = {"title": text, "heading": text, "reference": text, "prepared_by": text, "handling_mark": text}
    printout = printed(register([(text, [([text], [text])])], **fields))
    assert printout.missing == ()
    assert squeezed("•" + text) in squeezed("".join(printout.risks))
    assert squeezed("•" + text) in squeezed("".join(printout.mitigations))


def test_characters_without_a_glyph_are_told_and_seen(register, printed):
    printout = printed(register([("☃", [(["A 漢 ☃ B"], ["A → B"])])]))
    assert set(printout.missing) == {"漢"}
    assert "A \ufffd ☃ B" in printout.text


def test_control_characters_leave_no_trace(register, printed):
    printout = printed(register([("C", [(["a\x00\x07\x1b\ud800b\tc\u200b\u00ad\ufeffd"], [])])]))
    assert "• ab cd." in printout.text
    assert printout.missing == ()


def test_a_handling_mark_stands_above_and_below_each_page(register, printed):
    bullets = ["word " * 500]
    printout = printed(register([("C", [(bullets, [])])], handling_mark="RESTRICTED"))
    assert len(printout.pages) > 1
    assert all(page.count("RESTRICTED") == 2 for page in printout.pages)


BULLET = st.text(st.characters(codec="utf-8", exclude_characters="q0123456789"), max_size=300) | st.integers(
    0, 400
).map(sentence)
CELL = st.lists(BULLET, max_size=6)
CATEGORY = st.tuples(st.text("abc \n<&", max_size=200), st.lists(st.tuples(CELL, CELL), max_size=4))


def numbered(categories):
    """The same categories with a serial number in each bullet, and the numbers of each column."""
    columns = ([], [])

    def cell(side, bullets):
        numbered_bullets = []
        for text in bullets:
            numbered_bullets.append(f"{text[: len(text) // 2]}q{len(columns[side])}q{text[len(text) // 2 :]}")
            columns[side].append(len(columns[side]))
        return numbered_bullets

    numbered_categories = [
        (title, [(cell(0, risks), cell(1, mitigations)) for risks, mitigations in entries])
        for title, entries in categories
    ]
    return numbered_categories, columns


@settings(max_examples=15, deadline=None)
@given(st.lists(CATEGORY, max_size=4), st.sampled_from(list(Orientation)))
def test_every_bullet_is_printed_once_in_its_column_in_order(register, printed, categories, orientation):
    content, (risks, mitigations) = numbered(categories)
    printout = printed(register(content), Print())
    assert serials(printout.risks) == risks
    assert serials(printout.mitigations) == mitigations
    how = Print(paper=Paper.A3, orientation=orientation)
    assert sorted(serials(printed(register(content), how).pages)) == sorted(risks + mitigations)
