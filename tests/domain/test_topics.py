"""Texts that name a topic and no event; others are left alone, above all those of real registers."""

import json
from pathlib import Path

import pytest

from riskdesk.desk.templates import TEMPLATES, template
from riskdesk.domain.topics import names_topic_alone
from riskdesk.domain.values import Language


@pytest.mark.parametrize(
    "text",
    [
        "Political situation",
        "Human resources",
        "Budget",
        "Security in the region",
        "Co-operation with national authorities",
        "Project management and coordination",
        "Staffing issues.",
        "Legal framework",
        "Financial risks",
        "Situation politique",
        "Ressources humaines",
        "Contexte institutionnel",
        "Sécurité",
        "Coopération avec les partenaires locaux",
        "Cadre juridique",
        "Aspects budgétaires",
        "Communication",
    ],
)
def test_a_topic_alone_is_one(text: str) -> None:
    assert names_topic_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "R-01",
        "Fraud",
        "Inflation",
        "Strikes",
        "Political instability",
        "Lack of staff",
        "Staff turnover",
        "Budget cuts",
        "Loss of data",
        "Security deteriorates",
        "Authorities do not co-operate",
        "Change of government",
        "Earthquake",
        "Conflict of interest",
        "Low quality of translation",
        "Instabilité politique",
        "Manque de personnel",
        "Retard dans la passation de marchés",
        "Changement de gouvernement",
        "Perte de données",
        "Rotation du personnel",
        "Les autorités ne coopèrent pas",
        "Corruption",
        "Political, economic, social, legal, financial, technical and environmental situation of the country",
        "政治情况",
    ],
)
def test_an_event_is_no_topic(text: str) -> None:
    assert not names_topic_alone(text)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", TEMPLATES)
def test_no_risk_of_a_template_is_taken_for_a_topic(name: str, language: Language) -> None:
    descriptions = [risk.description for risk in template(name, language).risks]
    assert not [text for text in descriptions if names_topic_alone(text)]


def test_no_risk_of_a_register_that_was_approved_is_taken_for_a_topic() -> None:
    register = json.loads((Path(__file__).parent.parent / "data" / "kazakhstan-2024-2027.json").read_text("utf-8"))
    texts = [text for category in register["categories"] for entry in category["entries"] for text in entry["risks"]]
    assert len(texts) > 30
    assert not [text for text in texts if names_topic_alone(text)]
