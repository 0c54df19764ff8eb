"""What heads of columns say."""

from collections import Counter

import pytest

from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.head_words import PHRASES
from riskdesk.domain.importing.words.vocabulary import phrase
from tests.domain.importing.sheets import imported, sheet


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Risk author", "note"),
        ("Risk identified by", "note"),
        ("Risk actionee", "action_owner"),
        ("Risk action owner", "action_owner"),
        ("Mesures de maîtrise existantes", "existing"),
        ("Existing control measures", "existing"),
        ("Mesures actuelles", "existing"),
        ("Mitigation in addition to existing controls", "mitigation"),
        ("Existing and planned mitigation measures", "mitigation"),
        ("Actions en complément des mesures existantes", "mitigation"),
        ("Mesures à mettre en place", "mitigation"),
        ("Type de risque", "category"),
        ("Types of risk", "category"),
        ("L x I", "score"),
        ("PxG", "score"),
        ("Probabilité × Gravité", "score"),
        ("Likelihood x Impact", "score"),
        ("Contingency budget", "note"),
        ("Moyens de maîtrise", "mitigation"),
        ("Person responsible", "responsible"),
        ("Risk and mitigation", "risk"),
        ("Risques / mesures", "risk"),
        ("Risk / category", "risk"),
        ("Catégorie / risque", "risk"),
        ("Mitigation / owner / due", "mitigation"),
        ("Mesure, responsable, échéance", "mitigation"),
        ("Assignee / deadline", "action_owner"),
        ("Treatment owner / deadline", "action_owner"),
        ("Treat/Tolerate/Transfer/Terminate", "response"),
        ("Éviter, réduire, transférer ou accepter", "response"),
        ("Cons. (1–5)", "impact"),
        ("Cat.", "category"),
        ("Facteurs de risque", "risk"),
        ("Date closed", None),
        ("Date of registration", "identified_on"),
        ("Date d’enregistrement", "identified_on"),
        ("Date butoir", "due"),
        ("Date for completion", "due"),
        ("Risk mitigation", "mitigation"),
        ("Fréquence de suivi", "note"),
        ("Escalade", "escalated_to"),
        ("Remontée", "escalated_to"),
        ("Remonté à", "escalated_to"),
    ],
)
def test_a_head_is_what_it_says(head, field):
    assert heads.read(head).field == field


def test_a_product_of_both_levels_is_no_level_of_what_is_left():
    rows = [["Roof leaks in winter", 2, 4, 8], ["Door of the store jams", 3, 1, 3], ["Fence falls over", 1, 2, 2]]
    file_import = imported(sheet([["Risk", "Probability", "Impact", "Probability x Impact"], *rows]))
    assert [(risk.likelihood, risk.residual_likelihood) for risk in file_import.tree.risks] == [
        (2, None),
        (3, None),
        (1, None),
    ]
    assert {item.reason for item in file_import.left_out} == {"heads", "score"}


def test_a_column_that_holds_risks_with_their_measures_comes_in_as_the_risks():
    rows = [["1", "Risk: The port is blocked\nMitigation: Goods by train", "Low", "High"]]
    file_import = imported(sheet([["No", "Risk and mitigation", "Likelihood", "Impact"], *rows]))
    assert [(risk.likelihood, risk.impact) for risk in file_import.tree.risks] == [(1, 3)]
    assert next(iter(file_import.tree.risks)).description == "Risk: The port is blocked Mitigation: Goods by train"


@pytest.mark.parametrize("head", ["Type de risque", "Types of risks"])
def test_types_of_risks_that_each_have_measures_are_the_risks(head):
    rows = [["Staff leave the house", "Deputies"], ["Partners do not sign", "Letters"]]
    assert [risk.description for risk in imported(sheet([[head, "Mitigation"], *rows])).tree.risks] == [
        row[0] for row in rows
    ]
    classes = [["Political", "Letters"], ["Financial", "A reserve"]]
    assert imported(sheet([[head, "Mitigation"], *classes])).tree is None


def test_each_known_head_stands_once_in_the_form_in_which_it_is_looked_up():
    known = [text for phrases in PHRASES.values() for text in phrases.split("|")]
    assert [text for text in known if phrase(text) != text] == []
    assert [text for text, count in Counter(known).items() if count > 1] == []
