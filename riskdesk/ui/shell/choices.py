"""The exclusive choices of the View menu: the tool bar, the language of the window and its colours."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from riskdesk.kit.qt import without_arguments
from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.bench.language import LANGUAGES
from riskdesk.ui.shell.tool_bar import TOOL_BAR_WORDS, ToolBarWords

LANGUAGE = Setting("window/language", str, "")
SCHEME = Setting("window/scheme", str, "")
Choose: TypeAlias = Callable[[str], None]


def add_view_choices(
    menu: QMenu, settings: Settings, apply_words: Choose, apply_language: Choose, apply_scheme: Choose
) -> None:
    """Add submenus for the words of the tool bar, the language and the colours.

    A choice is applied by the function of its submenu.
    """
    words: dict[str, str] = {
        ToolBarWords.BESIDE: QCoreApplication.translate("ViewChoices", "Words beside the icons"),
        ToolBarWords.UNDER: QCoreApplication.translate("ViewChoices", "Words under the icons"),
        ToolBarWords.NONE: QCoreApplication.translate("ViewChoices", "Icons only"),
    }
    _add(menu, QCoreApplication.translate("ViewChoices", "Tool &bar"), words, TOOL_BAR_WORDS, settings, apply_words)
    system = {"": QCoreApplication.translate("ViewChoices", "Use system setting")}
    languages = system | {language.value: name for language, name in LANGUAGES.items()}
    schemes = system | {
        "light": QCoreApplication.translate("ViewChoices", "Light"),
        "dark": QCoreApplication.translate("ViewChoices", "Dark"),
    }
    _add(menu, QCoreApplication.translate("ViewChoices", "L&anguage"), languages, LANGUAGE, settings, apply_language)
    _add(menu, QCoreApplication.translate("ViewChoices", "Colo&urs"), schemes, SCHEME, settings, apply_scheme)


def _add(
    menu: QMenu, title: str, choices: Mapping[str, str], setting: Setting[str], settings: Settings, choose: Choose
) -> None:
    submenu = menu.addMenu(title)
    group = QActionGroup(submenu)
    for value, text in choices.items():
        action = QAction(text, group)
        action.setObjectName(f"{setting.key}={value}")
        action.setCheckable(True)
        action.setChecked(value == settings.get(setting))
        action.triggered.connect(without_arguments(partial(choose, value)))
        submenu.addAction(action)
    submenu.aboutToShow.connect(partial(_give_letters, submenu))
    # A choice may not be applied, as that of a language while something is written.
    submenu.aboutToShow.connect(lambda: _check(submenu, f"{setting.key}={settings.get(setting)}"))


def _check(menu: QMenu, name: str) -> None:
    for action in menu.actions():
        action.setChecked(action.objectName() == name)


def _give_letters(menu: QMenu) -> None:
    # Imported with the first menu.
    from riskdesk.kit.letters import give_letters

    give_letters(menu)
