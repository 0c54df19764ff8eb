"""Mnemonics: a letter after & chooses one item of a menu, in each language."""

from collections import Counter

import pytest

from riskdesk.kit.translations import translate
from riskdesk.ui.shell.actions import ACTIONS, CONTEXT, MENUS

VIEW_CHOICES = [("MainWindow", "&Language"), ("MainWindow", "Colo&urs")]


def menus():
    yield "menu bar", [("Actions", menu.text) for menu in MENUS]
    for menu in (*MENUS, None):
        names = menu.actions if menu else CONTEXT
        texts = [("Actions", ACTIONS[name].text) for name in names if name != "-"]
        yield menu.text if menu else "context", texts + (VIEW_CHOICES if menu and menu.text == "&View" else [])


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("texts", [pytest.param(texts, id=name) for name, texts in menus()])
def test_each_item_has_a_letter_of_its_own(texts, language):
    told = [translate(language, context, text) for context, text in texts]
    letters = Counter(text[text.index("&") + 1].lower() for text in told)
    assert [text for text in told if letters[text[text.index("&") + 1].lower()] > 1] == []
