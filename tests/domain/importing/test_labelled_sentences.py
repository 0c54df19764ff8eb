"""Risks in paragraphs of one sentence after another, each with its label."""

import pytest

from riskdesk.domain.sheets import TextLine
from tests.domain.importing.sheets import imported, levels, of_text, outline

ENGLISH = [
    "Risk 1: The ministry approves the plan late. Likelihood: High. Impact: Medium. Mitigation: regular meetings; other"
    " activities with the Bar.",
    "Risk 2: Fighting begins again, as it did before: nobody can travel. Likelihood: Medium. Impact: High. Mitigation:"
    " training from afar. Owner: Security adviser.",
]
FRENCH = [
    "Risque 1\u00a0: Le ministère adopte le plan en retard. Probabilité\u00a0: élevée. Impact\u00a0: moyen."
    " Mesures\u00a0: des réunions régulières\u00a0; d’autres activités avec le barreau.",
    "Risque 2\u00a0: Les combats reprennent. Probabilité\u00a0: moyenne. Impact\u00a0: élevé. Mesures\u00a0: la"
    " formation à distance. Responsable\u00a0: le conseiller.",
]


@pytest.mark.parametrize("texts", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_a_paragraph_may_hold_a_risk_with_its_labels(texts):
    introduction = TextLine("The team found these risks. They are looked at each year.", 1)
    for file_import in (
        imported(introduction, *[TextLine(text, at) for at, text in enumerate(texts, 2)]),
        of_text("\n\n".join(texts)),
    ):
        assert [pair[:2] for pair in levels(file_import)] == [(3, 2), (2, 3)]
        ((_, entries),) = outline(file_import)
        assert [len(measures) for _, measures in entries] == [2, 1]
        assert [risk.owner for risk in file_import.tree.risks][1] in ("Security adviser", "le conseiller")
        assert [risk.reference for risk in file_import.tree.risks] == ["1", "2"]


def test_a_colon_within_a_sentence_begins_nothing():
    ((_, entries),) = outline(imported(*[TextLine(text, at) for at, text in enumerate(ENGLISH, 1)]))
    assert entries[1][0] == ["Fighting begins again, as it did before: nobody can travel."]


def test_a_paragraph_about_levels_is_no_risk():
    text = "Risk 1: see below. Note: all is well. Contact: Ann."
    assert imported(TextLine(text, 1), TextLine(text.replace("1", "2"), 2)).tree is None
