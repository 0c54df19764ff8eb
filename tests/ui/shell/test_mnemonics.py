"""Mnemonics: a letter after & chooses one item of a menu, in each language."""

from collections import Counter

import pytest

from riskdesk.kit.translations import translate
from riskdesk.ui.bench.actions import ACTIONS, CONTEXTS, MENUS, TEXT_CONTEXT

SPELLING = [("Marks", "Add to m&y words")]
ASSESSING = [("Progress", text) for text in ("Assessed &ones too", "&Back", "&Next", "&Leave")]
VIEW_CHOICES = [("ViewChoices", "L&anguage"), ("ViewChoices", "Colo&urs")]


def menus():
    yield "menu bar", [("Actions", menu.text) for menu in MENUS]
    for menu in MENUS:
        yield menu.text, actions(menu.actions) + (VIEW_CHOICES if menu.text == "&View" else [])
    for kind, names in CONTEXTS.items():
        yield f"context of {kind}", actions(names)
    bars = [("DueBar", "&Show"), *(("Actions", menu.text) for menu in MENUS)]
    yield "menu bar and assessing mode", [*bars, *ASSESSING]
    for switch in ("Switch &on", "Switch &off…"):
        yield f"menu bar and “{switch}”", [*bars, ("GapsPanel", switch)]
    yield "context of a text", [*SPELLING, *actions(TEXT_CONTEXT)]


def actions(names):
    return [("Actions", ACTIONS[name].text) for name in names if name not in ("-", "levels")]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("texts", [pytest.param(texts, id=name) for name, texts in menus()])
def test_each_item_has_a_letter_of_its_own(texts, language):
    translated = [translate(language, context, text) for context, text in texts]
    letters = Counter(text[text.index("&") + 1].lower() for text in translated)
    assert [text for text in translated if letters[text[text.index("&") + 1].lower()] > 1] == []
