"""The clipboard: what Word, Excel, mail and web pages put there, and what we put there for them."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import clip, items
from riskdesk.desk.clip import Clip
from riskdesk.desk.importing import read as imported
from riskdesk.desk.outside import as_file, from_outside
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.table import WideTable
from riskdesk.domain.tree import CategoryTree, EntryTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Risk
from tests.desk.clips import example_text, pasted, shape

WORD = re.compile("[bcdéœЖ]{2,}")
R, S, T = [(["R"], ["M"]), (["S"], ["N"]), (["T"], ["O"])]


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Risk\tOwner\nStaff leave\tAnna\nFunds come late\tBob\n", "owner", "Anna"),
        ("Ref.\tDescription\nR1\tStaff leave\nR2\tFunds come late\n", "reference", "R1"),
        ("Référence\tRisque\nR-05\tStaff leave\nR-09\tFunds come late\n", "reference", "R-05"),
        ("Short title\tDescription\nStaffing\tStaff leave\nFunding\tFunds come late\n", "title", "Staffing"),
    ],
)
def test_a_table_of_risks_and_something_else_of_them_is_imported(
    tmp_path: Path, text: str, field: str, value: str
) -> None:
    table = "<table><tr><td>" + text.strip().replace("\t", "<td>").replace("\n", "<tr><td>") + "</table>"
    for html in ("", table):
        with pytest.raises(WideTable):
            from_outside(text, html)
        file = as_file(text, html, tmp_path, "Clipboard")
        assert file.suffix == (".html" if html else ".tsv")
        tree = imported(file, Language.ENGLISH).tree
        assert tree is not None
        first, second = tree.risks
        assert (first.description, second.description) == ("Staff leave", "Funds come late")
        assert getattr(first, field) == value
        assert not list(tree.mitigations)


def test_two_columns_without_such_heads_are_risks_and_mitigations() -> None:
    assert pasted("Threat\tAction\nR\tM") == [(["Threat"], ["Action"]), (["R"], ["M"])]
    assert pasted("R\tM\nRisk\tOwner") == [(["R"], ["M"]), (["Risk"], ["Owner"])], "nothing stands below these heads"
    assert pasted("Threat\tMitigation and owner\nR\tM: Anna")[-1] == (["R"], ["M: Anna"])
    heads = "Risk\tMitigation"
    assert pasted(f"{heads}\nThreat\tMonitoring\nR\tM") == [(["Threat"], ["Monitoring"]), (["R"], ["M"])]
    assert pasted("Name\tValue\nR\tM") == [(["Name"], ["Value"]), (["R"], ["M"])]


def test_the_table_of_an_appendix_comes_over_from_word() -> None:
    outside = from_outside("lost", example_text("27_clipboard_word_html.html"))
    assert isinstance(outside, Clip)
    first, second, third = (branch for branch in outside.branches if isinstance(branch, CategoryTree))
    assert [category.category.title for category in (first, second, third)] == [
        "Risks related to the political environment",
        "Risks related to the delivery of projects",
        "Risks related to security and health",
    ]
    assert [[len(e.risks) for e in category.entries] for category in (first, second, third)] == [[3, 1], [2], [2]]
    assert [[len(e.mitigations) for e in category.entries] for category in (first, second, third)] == [[3, 1], [3], [3]]
    note = first.entries[0].risks[1]
    assert note.description == "Draft laws on foreign funding narrow the room for independent media;"
    assert note.note == "As at March 2026; the drafts may be amended in the second reading."
    assert first.entries[1].mitigations[0].description == (
        "Bring forward the work with parliamentary committees to the first year."
    )
    assert second.entries[0].risks[1].description == (
        "Partner institutions ask for activities outside the agreed results."
    )
    assert [entry.entry.position for entry in first.entries] == [0, 1]
    assert [risk.position for risk in first.entries[0].risks] == [0, 1, 2]
    assert [mitigation.position for mitigation in first.entries[0].mitigations] == [0, 1, 2]


@pytest.mark.parametrize(
    ("text", "html", "columns"),
    [
        ("25_clipboard_excel_text_fr.txt", "", 8),
        ("", "26_clipboard_excel_html.html", 9),
    ],
)
def test_a_whole_register_is_not_pasted(text: str, html: str, columns: int) -> None:
    with pytest.raises(InputProblem, match=rf"a table of {columns} columns.* import the file\."):
        from_outside(example_text(text) if text else "", example_text(html) if html else "")


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("R\tM\r\nS\tN\r\n", [R, S]),
        ('"R\nS"\t"- M\n- N"\r\n', [(["R", "S"], ["M", "N"])]),
        ("1. R\t1. M\n2. S\t2. N", [R, S]),
        ("Risk\tMitigation\nR\tM", [R]),
        ("Description des risques\tStratégies d’atténuation\nR\tM", [R]),
        ("Mesures d'atténuation\tRisques\nM\tR", [R]),
        ("R\tM\nRisk\tMitigation\nS\tN", [R, S]),
        ("Risk of loss\tMitigation", [(["Risk of loss"], ["Mitigation"])]),
        ("Measures\tActions", [(["Measures"], ["Actions"])]),
        ("R\t\tM\t\nS\t\tN\t", [R, S]),
        ("R\tM\nS\t\nT\tO", [R, (["S"], []), T]),
        ("R\tM\n\tN", [R, ([], ["N"])]),
        ("Politics\t\nR\tM\nS\tN", [("Politics", [R, S])]),
        ("Politics\t\nR\tM\nMoney\t\nS\tN", [("Politics", [R]), ("Money", [S])]),
        ("Politics\t\nR\tM", [(["Politics"], []), R]),
        ("Politics\t\nMoney\t\nR\tM\nS\tN", [(["Politics"], []), (["Money"], []), R, S]),
        ("Politics\t\nR\tM\nLate\t", [(["Politics"], []), R, (["Late"], [])]),
        ("\tM\nLate\t\n\tN", [([], ["M"]), (["Late"], []), ([], ["N"])]),
        ("Politics fail.\t\nR\tM\nS\tN", [(["Politics fail."], []), R, S]),
        ("• R\t• M\nMoney\t\n• S\t• N", [R, ("Money", [S])]),
        ("• R\t• M\n• Late\t\n• S\t• N", [R, (["Late"], []), S]),
        ("Politics\nR\tM\nMoney\nS\tN", [("Politics", [R]), ("Money", [S])]),
        ("Is it so?\t\nR\tM\nS\tN", [(["Is it so?"], []), R, S]),
        ("• R\t• M\nMoney\t\n\t• N\n• S\t• N", [R, ("Money", [([], ["N"]), S])]),
        ("• R\tM\nMoney\t\nS\tN", [R, (["Money"], []), S]),
        ("Risk\tM\nS\tN", [(["Risk"], ["M"]), S]),
        ("R\tMitigation\nS\tN", [(["R"], ["Mitigation"]), S]),
        ("Main\tMeasures\nR\tM", [(["Main"], ["Measures"]), R]),
        ("A\t\nR\tM\nS\tN", [("A", [R, S])]),
        ("a" * 160 + "\t\nR\tM\nS\tN", [("a" * 160, [R, S])]),
        ("a" * 161 + "\t\nR\tM\nS\tN", [(["a" * 161], []), R, S]),
        ('"Politics\n"\t\nR\tM\nS\tN', [("Politics", [R, S])]),
        ('"Politics\nEconomy"\t\nR\tM\nS\tN', [(["Politics", "Economy"], []), R, S]),
        (f"Risks ({'x' * 152})\tMitigation\nR\tM", [R]),
        (f"Risks ({'x' * 153})\tMitigation\nR\tM", [([f"Risks ({'x' * 153})"], ["Mitigation"]), R]),
    ],
)
def test_a_table_of_text_gives_entries(text: str, shapes: list[object]) -> None:
    assert pasted(text) == shapes


@pytest.mark.parametrize(
    ("html", "shapes"),
    [
        ("<table><tr><td>R<td>M<tr><td>S<td>N</table>", [R, S]),
        ("<tr><td>R</td><td>M</td></tr>", [R]),
        ("<table><tr><td colspan=2>Politics:</td></tr><tr><td>R</td><td>M</td></tr></table>", [("Politics:", [R])]),
        ("<table><tr><td colspan=2>Source: none.</td></tr><tr><td>R<td>M</table>", [(["Source: none."], []), R]),
        ("<table><tr><td colspan=2>Politics<tr><td>R<td>M<tr><td>S<td><tr><td>T<td>O</table>",
         [("Politics", [R, (["S"], []), T])]),
        ("<table><tr><td rowspan=2>R<td>M<tr><td>N<tr><td>S<td>N</table>", [(["R"], ["M", "N"]), S]),
        ("<table><tr><td>R<td rowspan=2>M<tr><td>S</table>", [(["R", "S"], ["M"])]),
        ("<table><tr><td>S<td>N<tr><td rowspan=2>R<td>M<tr><td>O</table>", [S, (["R"], ["M", "O"])]),
        ("<table><tr><td>S<td>N<tr><td>R<td rowspan=2>M<tr><td>T</table>", [S, (["R", "T"], ["M"])]),
        ("<table><tr><td colspan=2>R<td>M<tr><td>S<td colspan=2>N</table>", [R, S]),
        ("<table><tr><td colspan=3>Politics<tr><td><td>R<td>M<tr><td><td>S<td>N</table>", [("Politics", [R, S])]),
        ("<table><tr><td>R<td><td>M<tr><td colspan=2>S<td></table>", [R, (["S"], [])]),
        ("<table><tr><td><p>R</p><p>S</p><td>M<br>N</table>", [(["R", "S"], ["M", "N"])]),
        ("<table><tr><td><ul><li>R<li><p>S</p></ul><td>1. M<br>2. N</table>", [(["R", "S"], ["M", "N"])]),
        ("<h2>Politics</h2><table><tr><td>R<td>M</table><h2>Money</h2><table><tr><td>S<td>N</table>",
         [("Politics", [R]), ("Money", [S])]),
        ("<p>Dear all,<p>Politics</p><table><tr><td>R<td>M</table>", [(["Dear all,"], []), ("Politics", [R])]),
        ("<p>Is it so?</p><table><tr><td>R<td>M</table>", [(["Is it so?"], []), R]),
        # The last item of a list is none, whether its text is a paragraph, as LibreOffice has it, or not.
        ("<ul><li>R<li>S</ul><table><tr><td>R<td>M</table>", [(["R", "S"], []), R]),
        ("<ul>\n<li><p>R</p>\n<li>\n<p>S</p></ul><table><tr><td>R<td>M</table>", [(["R", "S"], []), R]),
        ("<table><tr><td>Risk</table><table><tr><td>R<td>M</table>", [R]),
        # The number of a title does not count on from those of risks.
        ("<table><tr><td>1. R<td>M<tr><td colspan=2>2. Politics<tr><td>3. S<td>N</table>",
         [(["1. R"], ["M"]), ("2. Politics", [(["3. S"], ["N"])])]),
        ("<table><tr><td colspan=2>Politics;<tr><td>R<td>M</table>", [(["Politics;"], []), R]),
        ("<table><tr><td colspan=2>Politics,<tr><td>R<td>M</table>", [(["Politics,"], []), R]),
        ("<table><tr><td>Politics</table><table><tr><td>R<td>M</table>", [("Politics", [R])]),
        ("<table><tr><td>Mesures<td>Risques<tr><td colspan=2>Politique<tr><td>M<td>R</table>", [("Politique", [R])]),
        ("<p>Dear all,</p><table><tr><td>R<td>M</table><p>Regards", [(["Dear all,"], []), R, (["Regards"], [])]),
        ("<table><tr><td>&nbsp;<td><table><tr><td>R<td>M</table></table>", [R]),
        ("<table><tr><td>R<td><table><tr><td>M<td>N</table></table>", [(["R"], ["M", "N"])]),
        ("<table><tr><td>R &lt;b&gt; &amp;\n  more<td><script>x()</script>M<style>y</style></table>",
         [(["R <b> & more"], ["M"])]),
    ],
)  # fmt: skip
def test_a_table_of_html_gives_entries(html: str, shapes: list[object]) -> None:
    assert pasted("something else", html) == shapes


@pytest.mark.parametrize(
    ("text", "html", "bullets"),
    [
        ("One\nTwo", "<p>One<p>Two", ["One", "Two"]),
        ("The partner may not\nsign.", "<p>The partner may not<br>sign.", ["The partner may not sign."]),
        ("", "<p>One<p>Two", ["One", "Two"]),
        (" \r\n", "<p>One<p>Two", ["One", "Two"]),
        ("Risks", "", ["Risks"]),
        ("", "<div>One</div><div>two</div>", ["One", "two"]),
        ("text", "<ul><li>One<ul><li>Two</ul><li>Three</ul>", ["One", "Two", "Three"]),
        ("text", "<li>One<br>and more", ["One and more"]),
        ("text", "<ol><li><p>One<br>and more</p><li><p>Two</p><ul><li><p>Three</p></ul></ol>",
         ["One and more", "Two", "Three"]),
        ("text", "<li><ul><li>One</ul><li></li><li><p></p><p>Two", ["One", "Two"]),
        ("text", "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp; </span>"
         "</span><![endif]>One</p><p>M. Dupont</p>", ["One", "M. Dupont"]),
        ("text", "<table><tr><td>Risk<tr><td>One<br>Two<tr><td>Three</table>", ["One", "Two", "Three"]),
        ("text", "<table><tr><td>1<td>One<tr><td>2<td>Two</table>", ["One", "Two"]),
        ("text", "<table><tr><td>No<td>Risk<tr><td>1<td>One<tr><td>2<td>Two</table>", ["One", "Two"]),
        ("text", "Version:1.0\r\nStartHTML:0000000001\r\n<li>One\x07", ["One"]),
        ("text", "<pre>One\nTwo</pre><ul></ul><li>Three", ["One", "Two", "Three"]),
        ("text", "<li>One<a style='mso-footnote-id:ftn1' href='#_ftn1'>[1]</a>."
         "<div style='mso-element:footnote' id=ftn1><a style='mso-footnote-id:ftn1'>[1]</a> A note.</div>",
         ["One. (A note.)"]),
        ("text", "<li>One<del>Two</del><ins> Three</ins>", ["One Three"]),
        ("text", "<li>One<!-- not --> two<!-->, three", ["One two, three"]),
        ("text", "<li>One &#1;&#11;two <a href='", ["One two <a href='"]),
        ('"One ""a""\nTwo"\n', "", ['One "a"', "Two"]),
        ("text", "<table></table>", ["text"]),
        ('"\t"', "", []),
        ("Risk\tMitigation\n", "", []),
        ("", "", []),
    ],
)  # fmt: skip
def test_other_text_gives_bullets(text: str, html: str, bullets: list[str]) -> None:
    assert pasted(text, html) == bullets


def test_a_table_of_heads_alone_is_nothing_to_paste() -> None:
    """To paste a clip of nothing would be an action all the same."""
    assert from_outside("Risk\tMitigation\n") == []


ROWS = "<table>" + "<tr>" * 10


@pytest.mark.parametrize(
    ("text", "html", "figure"),
    [
        ("a" * 1_100_000, "", "1.1 million characters; copy at most 1 million"),
        ("\u0301\u0316" * 1_000_000, "", "2.0 million characters"),
        ("", "<p>" + "a" * 4_000_000, "4.0 million characters; copy at most 3 million"),
        ("a" * 100_001, "", "a line of 100,001 characters; divide it into lines of at most 100,000"),
        ("", "<li>" + "a" * 100_001, "a line of 100,003 characters"),
        ("One\tTwo\n" + "a" * 100_001 + "\tb", "", "a line of 100,003 characters"),
        ("a\n" * 10_000, "", "10,001 lines; copy at most 10,000"),
        ("a\r" * 10_000, "", "10,001 lines"),
        ("\n" * 900_000, "", "900,001 lines"),
        ("", "<li>a" * 10_001, "10,001 lines"),
        ("", "<table>" + "<tr><td>a" + "<br>b" * 10_000 + "<td>M", "10,002 lines"),
        ("a\tb\n" * 5_001, "", "10,000 cells"),
        ("\t" * 90_000, "", "10,000 cells"),
        ("", "<table>" + "<tr><td>a<td>b" * 5_001, "10,000 cells"),
        ("", "<table>" + "<tr>" * 10_001, "10,000 cells"),
        ("", "<table><tr>" + "<td colspan=1000>a" * 11, "10,000 cells"),
        ("", "<table><tr>" + "<td rowspan=1000>a" * 1000 + "<tr>" * 10, "10,000 cells"),
        ("", ROWS + "<td rowspan=99999999 colspan=99999999>a" + "<tr>" * 20, "10,000 cells"),
        ("", "<div>" * 50_000 + "a" + "</div>" * 50_000, "100,000 tags of its format, and 60,000"),
        ("", "<" * 60_001, "60,001 tags"),
        ("", "<table><tr><td>" * 51 + "a", "more than 50 tables inside each other"),
        ("", "<tr><td>a" + "<table><td>" * 51, "more than 50 tables"),
        ("", "<a " + "b " * 300_000, "300,001 words, those of its format among them, and 300,000"),
        ("", "<a " + "b=c/" * 150_001 + ">", "words"),
    ],
)
def test_the_clipboard_is_bounded(text: str, html: str, figure: str) -> None:
    with pytest.raises(InputProblem, match=figure):
        from_outside(text, html)


@pytest.mark.parametrize(
    ("text", "html", "count"),
    [
        ("a\n" * 9_999, "", 9_999),
        ("", "<li>a" * 9_999, 9_999),
        ("", "<p>a<br>b</p>\n\n" * 4_999, 9_998),
        ("a" * 100_000, "", 1),
        ("a\tb\n" * 4_999, "", 4_999),
        ("", "<table>" + "<tr><td>a<td>b" * 3_333, 3_333),
        ("", "<table><tr><td rowspan=1000>a" + "<tr><td>b" * 999, 1),
        ("", "<div>" * 29_999 + "a" + "</div>" * 29_999, 1),
        ("", "<table><tr><td>" * 50 + "a", 1),
    ],
)
def test_what_is_within_the_bounds_of_the_clipboard_is_read(text: str, html: str, count: int) -> None:
    outside = from_outside(text, html)
    assert len(outside.branches if isinstance(outside, Clip) else outside) == count


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("((" * 49_000 + "\tM\nRisk\tMitigation", ""),
        ("a" + "\u0301\u0316" * 49_000 + "\tM\nR\tM", ""),
        ("\ufff9" * 99_000, ""),
        ("", "<pre>x" + " " * 99_000 + "y"),
        ("", "<pre>" + "x\n" * 1_000 + " " * 99_000),
        ("", "<td>R<td>" + "(" * 99_000),
    ],
)
def test_what_would_take_a_time_that_grows_with_its_square_is_read(text: str, html: str) -> None:
    """It would take minutes."""
    for line in range(10):
        from_outside(text.replace("M", f"M{line}"), html)


def test_a_character_of_a_number_that_is_none_is_left_out() -> None:
    assert pasted("", "<li>One&#" + "9" * 5_000 + "; and&#65; two") == ["One andA two"]


def test_a_note_that_is_often_referred_to_is_written_once() -> None:
    reference = "<a style='mso-footnote-id:ftn1'>[1]</a>"
    note = "<div style='mso-element:footnote' id=ftn1>" + "A long note. " * 5_000 + "</div>"
    texts = pasted("", f"<li>One{reference}<li>Two{reference}<li>Three\ufff9ftn1\ufffb" + reference * 9_000 + note)
    assert isinstance(texts, list)
    assert [text[:13] for text in texts] == ["One (A long n", "Two", "Threeftn1"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000 + "]" * 100_000,
        "[" * 900 + "]" * 900,
        '[["risk", {"description": ' + "[" * 100_000 + "]" * 100_000 + "}]]",
        '[["entry", ' + '{"risks": [' * 100_000,
        '[["risk", {"likelihood": ' + "9" * 100_000 + "}]]",
        '[["risk", {"likelihood": 1, "likelihood": 2}]]',
        '[["risk", {"likelihood": NaN}]]',
        '[["risk", {"likelihood": true}]]',
        '[["risk", {"description": "' + "a" + "\u0316" * 1_000 + '"}]]',
        '[["risk", {"due_date": {}, "next_review": []}]]',
        '[["risk", 5]]',
        '[["entry", {"risks": {}}]]',
        '[["entry", {"risks": "ab"}]]',
        '[["category", {"entries": [[]]}]]',
        '[["register", {}]]',
        '[[["risk"], {}]]',
        '[["risk", "a", "b"]]',
        '["ab"]',
        '{"ab": 1}',
        "null",
        "5",
        "",
        "\x00",
    ],
)
def test_a_senseless_clip_is_refused(text: str) -> None:
    with pytest.raises(InputProblem, match="cannot be read"):
        Clip.from_json(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (json.dumps([["risk", "a"]] * 10_001), "takes 10,000 items"),
        (json.dumps([["entry", {"risks": ["a"] * 5_000, "mitigations": ["a"] * 5_000}]]), "takes 10,000 items"),
        (json.dumps([["category", {"entries": [{}] * 100}]] * 100), "takes 10,000 items"),
        (json.dumps([["risk", "a" * 11_000_000]]), "11.0 million characters; copy at most 10 million"),
        ("[" + "0," * 1_000_001 + "0]", "1,000,002 values, commas and brackets; copy at most 1,000,000"),
    ],
)
def test_a_clip_is_bounded_before_it_is_made(text: str, figure: str) -> None:
    with pytest.raises(InputProblem, match=figure):
        Clip.from_json(text)


def test_what_could_not_be_pasted_is_not_copied() -> None:
    bullets = tuple(Risk(entry="", description="a") for _ in range(5_000))
    entry = EntryTree(Entry(category=""), bullets)
    assert len(Clip.from_json(Clip((entry, *bullets[:4_999])).json).branches) == 5_000
    with pytest.raises(InputProblem, match="takes 10,000 items"):
        _ = Clip((entry, *bullets)).json
    with pytest.raises(InputProblem, match="10 million"):
        _ = Clip((Risk(entry="", description="a" * 10_000_000),)).json
    with pytest.raises(InputProblem, match="1,000,000 at a time"):
        _ = Clip((Risk(entry="", description="," * 1_000_000),)).json


@pytest.mark.parametrize("letter", ["a", "é", "ж", "\N{EURO SIGN}", "\N{GRINNING FACE}"])
def test_as_many_letters_are_copied_of_any_alphabet(letter: str) -> None:
    risk = Risk(entry="", description=letter * 9_900_000)
    (pasted_risk,) = Clip.from_json(Clip((risk,)).json).branches
    assert isinstance(pasted_risk, Risk)
    assert pasted_risk.description == risk.description


@pytest.mark.parametrize("start", ["<!--", "<a ", "<a '", "<![", "<", "</", "<tr><p>", '"', '"\t', "1. ", "\n\t"])
def test_broken_text_is_read_in_the_end(start: str) -> None:
    for text in (start * 9_000, start * 9_000 + ">"):
        assert isinstance(from_outside(text), list)
        assert isinstance(from_outside("", text), list)


PIECES = st.one_of(
    st.text("bcdéœЖ", min_size=2, max_size=5),
    st.sampled_from(["\n", "\t", " ", '"', "• ", "1. ", "2. ", "a) ", "b) ", "&nbsp;", "&lt;", "<![if x]> "]),
    st.sampled_from(["<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=2>", "<td rowspan=2>", "</td>"]),
    st.sampled_from(["<p>", "<br>", "<li>", "</li>"]),
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_word_from_outside_disappears(text: str) -> None:
    for arguments in ((text, ""), ("", text)):
        try:
            outside = from_outside(*arguments)
        except InputProblem:
            continue
        texts = outside.text if isinstance(outside, Clip) else "\n".join(outside)
        assert sorted(WORD.findall(texts)) == sorted(WORD.findall(text))


def test_copied_bullets_are_lines_and_a_list() -> None:
    copied = Clip((Risk(entry="", description="=1 <b>"), Mitigation(entry="", description="Two & three")))
    assert copied.text == "• =1 <b>\n• Two & three"
    assert "<ul><li>\u2060=1 &lt;b&gt;</li><li>Two &amp; three</li></ul>" in copied.html


@pytest.mark.parametrize("text", ["-5 %", "@home", "One\n=1+1", "＝1"])
def test_no_line_that_is_copied_is_a_formula(text: str) -> None:
    """Excel makes a cell of each line, and takes the style of HTML where it gets that."""
    for branches in (
        (Risk(entry="", description=text), Risk(entry="", description="Two")),
        (CategoryTree(Category(register="", title=text), ()),),
    ):
        copied = Clip(branches)
        cells = [cell for row in csv.reader(io.StringIO(copied.text), delimiter="\t") for cell in row]
        assert not [cell for cell in cells if cell[:1] in tuple("=+-@＝")]
        assert 'li {mso-number-format:"\\@"}' in copied.html


def test_what_was_guarded_as_text_comes_back_as_it_was() -> None:
    entry = EntryTree(Entry(category=""), (Risk(entry="", description="R"),), (Mitigation(entry="", description="M"),))
    category = CategoryTree(Category(register="", title="=Sum"), (entry,))
    copied = Clip((category,))
    assert copied.text.startswith("'=Sum")
    assert pasted(copied.text) == pasted("", copied.html) == shape(copied.branches)
    bullets = Clip((Risk(entry="", description="=1+1"), Risk(entry="", description="Two")))
    assert pasted(bullets.text) == pasted("", bullets.html) == ["=1+1", "Two"]


def test_copied_entries_are_a_table() -> None:
    entry = EntryTree(
        Entry(category=""),
        (Risk(entry="", description='Say "no"'), Risk(entry="", description="=1+1")),
        (Mitigation(entry="", description="<script>"),),
    )
    copied = Clip((CategoryTree(Category(register="", title="A & B"), (entry,)), Risk(entry="", description="Alone")))
    assert copied.text == 'A & B\t\n"• Say ""no""\n• =1+1"\t• <script>\n• Alone\t'
    assert '<tr><td colspan="2"><b>A &amp; B</b></td></tr>' in copied.html
    cells = re.findall(r"<td[^>]*>(.*?)</td>", copied.html)
    assert cells[1:3] == ['• Say "no"<br>• =1+1', "• &lt;script&gt;"]
    widths = re.findall('<td width="([^"]*)" valign="top">', copied.html)
    assert widths == ["50%"] * 4, "columns alike, read from the top"


def test_bullets_beside_an_entry_are_a_row_of_their_own() -> None:
    entry = EntryTree(Entry(category=""), (Risk(entry="", description="R"),), ())
    alone = (Mitigation(entry="", description="Alone"), Risk(entry="", description="Beside"))
    assert Clip((*alone, entry)).text == "• Beside\t• Alone\n• R\t"
    assert Clip((entry, *alone[:1])).text == "• R\t\n\t• Alone"


@pytest.mark.parametrize("language", list(Language))
def test_a_copied_register_comes_back_from_other_programs_and_from_ourselves(language: Language) -> None:
    tree = template("kazakhstan-2024-2027", language)
    copied = clip.copy(tree, [category.category.id for category in tree.categories])
    assert shape(copied.branches) == pasted(copied.text) == pasted("", copied.html)
    assert Clip.from_json(copied.json).json == copied.json


def test_pasted_entries_join_the_category_and_pasted_categories_follow_it(session: Session, register: str) -> None:
    before = session.tree(register)
    outside = from_outside("", "<table><tr><td>R<td>M<tr><td colspan=2>Politics<tr><td>S<td>N</table>")
    assert isinstance(outside, Clip)
    session.run(items.paste(outside, before.categories[0].entries[0].entry.id))
    first, second = session.tree(register).categories[:2]
    assert shape([first])[0] == (
        before.categories[0].category.title,
        [*shape(before.categories[0].entries[:1]), R, *shape(before.categories[0].entries[1:])],
    )
    assert shape([second]) == [("Politics", [S])]


def test_what_is_on_the_clipboard_twice_stays_two_items() -> None:
    identity = Risk(entry="").id
    copied = Clip.from_json(
        json.dumps([["risk", {"id": identity, "description": description}] for description in ("One", "Two")])
    )
    assert [risk.description for risk in copied.branches if isinstance(risk, Risk)] == ["One", "Two"]
