"""The language of the window, and what it says of actions and problems in it."""

from PySide6.QtCore import QCoreApplication, QLocale

from riskdesk.domain.language import Words, words
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language

# Each in its own words, so that whoever reads only that one finds it.
LANGUAGES = {Language.ENGLISH: "English", Language.FRENCH: "Français"}


def ui_language() -> Language:
    """The language the window speaks now."""
    return Language.FRENCH if QLocale().language() == QLocale.Language.French else Language.ENGLISH


def ui_words() -> Words:
    """The field's words in the language of the window."""
    return words(ui_language())


def sentence(problem: Problem) -> str:
    """What a problem says, in the language of the window."""
    return problem.told(QCoreApplication.translate)


def label(text: str) -> str:
    """The label of an action, in the language of the window."""
    return QCoreApplication.translate("Action", text)
