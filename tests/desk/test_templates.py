"""The templates of new registers: each in every language, the example alike in all."""

import pytest

from riskdesk.desk import scales
from riskdesk.desk.templates import BLANK, COE, EXAMPLE, TEMPLATES, template
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language


def shape(tree: RegisterTree) -> list[list[tuple[int, int]]]:
    """How many risks face how many mitigations, for each entry of each category."""
    return [[(len(entry.risks), len(entry.mitigations)) for entry in category.entries] for category in tree.categories]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", TEMPLATES)
def test_each_makes_a_new_register_in_its_language(name: str, language: Language) -> None:
    tree, again = template(name, language), template(name, language)
    assert tree.register.title
    assert tree.register.id != again.register.id
    assert tree.register.language is language
    assert tree.register.scale == scales.profile(scales.DEFAULT)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_holds_the_same_in_every_language(name: str) -> None:
    english, french = (template(name, language) for language in Language)
    assert shape(english) == shape(french)
    descriptions = [
        {risk.description for risk in tree.risks} | {mitigation.description for mitigation in tree.mitigations}
        for tree in (english, french)
    ]
    assert descriptions[0].isdisjoint(descriptions[1])


@pytest.mark.parametrize(
    ("name", "language", "title", "categories", "risks"),
    [
        (BLANK, Language.ENGLISH, "Untitled register", 0, 0),
        (BLANK, Language.FRENCH, "Registre sans titre", 0, 0),
        (COE, Language.ENGLISH, "Untitled register", 5, 0),
        (EXAMPLE, Language.ENGLISH, "Neighbourhood", 5, 31),
        (EXAMPLE, Language.FRENCH, "Priorités de coopération", 5, 31),
    ],
)
def test_what_is_in_them(name: str, language: Language, title: str, categories: int, risks: int) -> None:
    tree = template(name, language)
    assert tree.register.title.startswith(title)
    assert (len(tree.categories), len(list(tree.risks))) == (categories, risks)


def test_a_missing_template_is_told_of_with_those_that_are_there() -> None:
    with pytest.raises(InputProblem, match=r"no template “\.\./blank”; choose one of blank, coe, kazakhstan"):
        template("../blank", Language.ENGLISH)
