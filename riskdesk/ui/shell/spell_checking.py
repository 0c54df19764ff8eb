"""Spell checking in a window: of the sheet, and of the fields in which text is written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.spelling import FieldMarks, Marks, Spelling
from riskdesk.ui.views.sheet import Sheet


class SpellChecking(QObject):
    """The part of a window that marks misspelt words on the sheet and in fields of prose.

    The action is checked while it does.
    """

    def __init__(
        self, workbench: Workbench, settings: Settings, own_words: Path, sheet: Sheet, action: QAction
    ) -> None:
        super().__init__(sheet)
        self._sheet, self._action = sheet, action
        self._spelling = Spelling(workbench, settings, own_words, self)
        self._marks = Marks(sheet.writing.editor, self._spelling, lambda: sheet.writing.language)
        self._spelling.changed.connect(self._show)
        workbench.typing.prose_added.connect(self._mark_field)
        self._show()

    def toggle(self) -> None:
        """Switch spell checking off or on."""
        self._spelling.toggle()

    def pop_up(self, menu: QMenu, point: QPoint) -> None:
        """Show the menu of the line that is being written, headed by suggestions for the misspelt word there."""
        self._marks.pop_up(menu, point)

    def _show(self) -> None:
        self._action.setChecked(self._spelling.is_checked)
        self._sheet.mark_wrong(self._spelling.wrong)

    def _mark_field(self, field: QPlainTextEdit | QLineEdit, language: Callable[[], Language | None]) -> None:
        FieldMarks(field, self._spelling, language)
