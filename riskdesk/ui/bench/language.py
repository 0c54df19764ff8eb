"""The language of the window, and the texts of actions and problems in it."""

from PySide6.QtCore import QCoreApplication, QLocale

from riskdesk.domain import codes
from riskdesk.domain.label import Label
from riskdesk.domain.language import Words, words
from riskdesk.domain.problems import Phrase, Problem
from riskdesk.domain.values import Language

LANGUAGES = {language: codes.LANGUAGES[language].text(language) for language in Language}


def ui_language() -> Language:
    """The present language of the window."""
    return Language.FRENCH if QLocale().language() == QLocale.Language.French else Language.ENGLISH


def ui_text(label: Label) -> str:
    """A name in the language of the window."""
    return label.text(ui_language())


def ui_words() -> Words:
    """The words of the field in the language of the window."""
    return words(ui_language())


def ui_number(count: int) -> str:
    """A number as the window writes numbers: 10,000, or 10 000 with a narrow space."""
    return QLocale().toString(count)


def sentence(problem: Problem) -> str:
    """The sentence of a problem, in the language of the window."""
    return problem.translated(QCoreApplication.translate, ui_language())


def label(text: str) -> str:
    """The label of an action, in the language of the window."""
    return Phrase(text, "Action").translated(QCoreApplication.translate, ui_language())
