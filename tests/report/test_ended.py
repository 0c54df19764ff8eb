"""Closed and rejected risks in print: grey with their status in the working register, left out elsewhere."""

import io
import json
from dataclasses import replace

import pikepdf
import pytest

from riskdesk.domain.codes import RISK_STATES
from riskdesk.domain.language import words
from riskdesk.domain.printing import ATTACHED, DocumentKind, Print
from riskdesk.domain.text import punctuated
from riskdesk.domain.values import Language, RiskStatus
from riskdesk.report.style import style
from tests.report.conftest import mapped

ASKED = [DocumentKind.APPENDIX, DocumentKind.MATRIX, DocumentKind.SUMMARY]


@pytest.fixture(scope="module")
def ended(register):
    """Three entries: of the first a risk is closed, the second is all over, in a category that held nothing else."""
    tree = register(
        [
            ("First", [(["Alpha", "Bravo", "Charlie"], ["Measure one"]), (["Delta"], ["Measure two"])]),
            ("Second", [(["Echo", "Foxtrot"], ["Measure three"])]),
        ],
        title="T",
    )
    over = {"Charlie": RiskStatus.CLOSED, "Echo": RiskStatus.CLOSED, "Foxtrot": RiskStatus.REJECTED}
    levels = {"Alpha": 2, "Bravo": 3, "Charlie": 5, "Delta": 1, "Echo": 5, "Foxtrot": 4}
    return mapped(
        tree,
        lambda risk: replace(
            risk,
            reference=f"R-{risk.description}",
            likelihood=levels[risk.description],
            impact=levels[risk.description],
            status=over.get(risk.description),
        ),
        lambda measure: measure,
    )


def carried(printout):
    with pikepdf.open(io.BytesIO(printout.data)) as pdf:
        return json.loads(pdf.attachments[ATTACHED].get_file().read_bytes())


@pytest.mark.parametrize("kind", ASKED)
def test_ended_risks_are_left_out_unless_asked_for(ended, printed, kind):
    without_ended, with_ended = printed(ended, Print(kind)), printed(ended, Print(kind, ended=True))
    assert [without_ended.left_out, with_ended.left_out] == [3, 0]
    for word in ("Charlie", "Echo", "Foxtrot", "Second", "Measure three"):
        assert word not in without_ended.text
        assert word in with_ended.text or (kind is not DocumentKind.APPENDIX and word in ("Second", "Measure three"))
    assert "Alpha" in without_ended.text


def test_the_appendix_ends_the_bullets_it_prints_and_carries_no_others(ended, printed):
    printout = printed(ended)
    assert [text in printout.text for text in punctuated(["Alpha", "Bravo"])] == [True, True]
    assert "left out" not in printout.text
    (category,) = carried(printout)["categories"]
    assert [entry["risks"] for entry in category["entries"]] == [["Alpha", "Bravo"], ["Delta"]]
    assert "Measure three" not in json.dumps(carried(printout))
    assert "Echo" in json.dumps(carried(printed(ended, Print(ended=True))))
    assert "Echo" in json.dumps(carried(printed(ended, Print(DocumentKind.MATRIX))))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.ENGLISH, "Closed or rejected risks left out: 3"),
        (Language.FRENCH, "Risques clos ou rejetés non repris : 3"),
    ],
)
@pytest.mark.parametrize("kind", [DocumentKind.MATRIX, DocumentKind.SUMMARY])
def test_matrix_and_summary_say_how_many_are_left_out(ended, printed, kind, language, sentence):
    tree = replace(ended, register=replace(ended.register, language=language))
    assert sentence in printed(tree, Print(kind)).text.replace("\u00a0", " ")
    marked = printed(tree, Print(kind, ended=True)).text.replace("\u00a0", " ")
    assert sentence not in marked
    colon = " :" if language is Language.FRENCH else ":"
    assert f"{RISK_STATES[RiskStatus.CLOSED].text(language)}{colon} Charlie" in marked


def test_the_summary_counts_what_stands(ended, printed):
    text = printed(ended, Print(DocumentKind.SUMMARY)).text
    assert "Total 0 0 1 2 0 3" in text
    assert "Total 2 1 1 2 0 6" in printed(ended, Print(DocumentKind.SUMMARY, ended=True)).text


@pytest.mark.parametrize("language", list(Language))
def test_the_working_register_shows_them_in_grey_with_their_status(ended, printed, language):
    tree = replace(ended, register=replace(ended.register, language=language))
    printout = printed(tree, Print(DocumentKind.WORKING))
    assert printout.left_out == 0
    for risk in tree.risks:
        assert risk.description in printout.text
    wording = words(language)
    assert printout.text.count(RISK_STATES[RiskStatus.CLOSED].text(wording.language)) == 2
    assert printout.text.count(RISK_STATES[RiskStatus.REJECTED].text(wording.language)) == 1


def test_the_band_of_an_entry_is_that_of_its_highest_risk_that_stands(ended, printed):
    """With Charlie closed, the highest band is that of the legend of the scale alone, and the stripe is Bravo's."""
    whole = mapped(
        ended, lambda risk: replace(risk, likelihood=5, impact=5) if risk.ended else risk, lambda measure: measure
    )
    opened = mapped(whole, lambda risk: replace(risk, status=None), lambda measure: measure)
    highest, second = (style().band(shade) for shade in (1.0, 1 / 3))
    grounds, before = (painted(printed(tree, Print(DocumentKind.WORKING)).data) for tree in (whole, opened))
    assert grounds.count(f"{highest} rg") == 1 < before.count(f"{highest} rg")
    # In the legend, behind Bravo's score, and as the stripe of its entry.
    assert grounds.count(f"{second} rg") == 3


def test_grey_is_read_on_white():
    grey = [float(part) for part in style().colours.ended.split()]
    linear = [((part + 0.055) / 1.055) ** 2.4 for part in grey]
    assert 4.5 <= 1.05 / (linear[0] * 0.2126 + linear[1] * 0.7152 + linear[2] * 0.0722 + 0.05) <= 7


def painted(data):
    """What the pages are drawn with."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
        return b"".join(page.Contents.read_bytes() for page in pdf.pages).decode("latin-1")
