"""The templates: each in every language, the example alike in all."""

import pytest

from riskdesk.desk.templates import TEMPLATES, template
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language


def shape(tree: RegisterTree) -> list[list[tuple[int, int]]]:
    """How many risks face how many mitigations, for each entry of each category."""
    return [[(len(entry.risks), len(entry.mitigations)) for entry in category.entries] for category in tree.categories]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", list(TEMPLATES))
def test_a_template_is_in_the_language_that_was_asked_for(name: str, language: Language) -> None:
    assert template(name, language).register.language is language


@pytest.mark.parametrize("name", list(TEMPLATES))
def test_a_template_holds_the_same_in_every_language(name: str) -> None:
    english, french = (template(name, language) for language in Language)
    assert shape(english) == shape(french)
    told = [
        {risk.description for risk in tree.risks} | {mitigation.description for mitigation in tree.mitigations}
        for tree in (english, french)
    ]
    assert told[0].isdisjoint(told[1])
