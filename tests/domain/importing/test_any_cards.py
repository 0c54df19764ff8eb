"""Whatever stands on cards comes back as it was given, or is told as left out, and in time."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from riskdesk.domain.document import to_document
from riskdesk.domain.sheets import TableKind
from tests.domain.importing.sheets import imported, lines, of_text, sheet, table

WORDS = st.lists(
    st.sampled_from(["floods", "roads", "staff", "grants", "court", "train", "of", "and", "the"]),
    min_size=2,
    max_size=6,
)
CARD = st.tuples(
    WORDS.map(" ".join), st.sampled_from(["Low", "Medium", "High"]), st.sampled_from(["Low", "Medium", "High"]),
    st.one_of(st.just(""), WORDS.map(" ".join)), st.sampled_from(["", "Ann", "Head of Office"]),
)  # fmt: skip
NAMES = st.sampled_from(
    [("Risk title", "Likelihood", "Impact", "Mitigation", "Owner"),
     ("Risque", "Probabilité", "Gravité", "Mesures d’atténuation", "Responsable")]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(
    st.lists(CARD, min_size=2, max_size=6, unique_by=lambda card: card[0]),
    NAMES,
    st.booleans(),
    st.sampled_from("stlp"),
)
def test_cards_come_back_as_they_were_given(cards, names, apart, way):
    """In a sheet, in a table of a document, in lines of text and in paragraphs."""
    rows = []
    for card in cards:
        rows += [[name, text] for name, text in zip(names, card, strict=True) if text] + [[]] * apart
    texts = [": ".join(row) for row in rows]
    match way:
        case "l":
            file_import = of_text("\n".join(texts))
        case "p":
            file_import = imported(*lines(*texts))
        case _:
            file_import = imported((sheet if way == "s" else table)(rows))
    steps = ["Low", "Medium", "High"]
    likelihoods, impacts = (
        [level.name.en for level in side]
        for side in (file_import.tree.register.scale.likelihood, file_import.tree.register.scale.impact)
    )
    assert [
        (risk.description, likelihoods[risk.likelihood - 1], impacts[risk.impact - 1], risk.owner)
        for risk in file_import.tree.risks
    ] == [(text, likelihood, impact, owner) for text, likelihood, impact, _, owner in cards]
    assert set(likelihoods) <= {*steps} | {"Very low", "Very high"}
    assert [mitigation.description for mitigation in file_import.tree.mitigations] == [
        card[3] for card in cards if card[3]
    ]


PIECES = st.sampled_from(
    ["Risk: floods", "Risk 2: fire", "Risque n° 3", "Likelihood: High", "Probabilité : faible", "Impact: 3", "Owner:",
     "Mitigations:", "- boats", "• rafts", "some words", "Some more words.", "Residual risk", "Comment: nothing much",
     "Likelihood: Low; Impact: High", "-----", "R1. Court closes", "Category: money", "", "", "Title: storms"]
)  # fmt: skip


_TWICE, _BOTH = ["Risk: floods", "Risk: floods"], "Likelihood: Low; Impact: High"


@settings(max_examples=200, deadline=None)
@example(["Likelihood: High", "Probabilité : faible", "- boats", "Likelihood: High", *_TWICE, "Likelihood: High"], "s")
@example([_BOTH, "Category: money", _BOTH, *_TWICE, _BOTH], "s")
@given(st.lists(PIECES, max_size=25), st.sampled_from("slp"))
def test_nothing_of_labelled_lines_goes_silently(texts, way):
    if way == "p":
        file_import, kind = imported(*lines(*texts)), TableKind.TEXT
    elif way == "l":
        file_import, kind = of_text("\n".join(texts)), TableKind.LINES
    else:
        rows = [[part.strip() for part in text.split(":", 1)] for text in texts]
        block = sheet(rows)
        file_import, kind = imported(block), TableKind.SHEET
    document = to_document(file_import.tree).replace("\\n", " ") if file_import.tree else ""
    words = set(re.findall(r"\w+", document))
    left_out_rows = {row for item in file_import.left_out if item.place.kind is kind for row, _ in item.cells}
    left_out_rows |= {item.place.paragraph for item in file_import.left_out if item.place.paragraph}
    # A level, a score or a number comes in as something else than its word.
    for row, text in enumerate(texts, 1):
        value = text.rpartition(":")[2]
        missing = set(re.findall(r"\w{2,}", value)) - words - {"High", "Low", "faible", "Impact", "Risque"}
        assert row in left_out_rows or not missing, (row, text, file_import.left_out)


@pytest.mark.parametrize(
    "more",
    [
        "words go on\n" * 5_000,
        "Mitigation: b\n" * 5_000,
        "- b\n\n" * 5_000,
        "x: " * 9_000,
        "Owner: x" + " " * 230,
        "(" * 30_000,
    ],
    ids=["lines", "labels", "items", "colons", "blanks", "brackets"],
)
def test_endless_cards_come_to_an_end(more):
    """What looks through all of a card again for each of its lines would take for ever."""
    card = "Risk: Floods\nLikelihood: High\nMitigation: Boats\n"
    assert len(list(of_text(card + card.replace("Floods", "Illness") + more).tree.risks)) == 2
