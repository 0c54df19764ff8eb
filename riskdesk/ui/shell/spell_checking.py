"""Spell checking in a window: of what stands on the sheet, and of the line that is written there."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.spelling import Marks, Spelling
from riskdesk.ui.views.sheet import Sheet


class SpellChecking(QObject):
    """The part of a window that marks wrong words on the sheet; the action is checked while it does."""

    def __init__(
        self, workbench: Workbench, settings: Settings, own_words: Path, sheet: Sheet, action: QAction
    ) -> None:
        super().__init__(sheet)
        self._sheet, self._action = sheet, action
        self.spelling = Spelling(workbench, settings, own_words, self)
        self._marks = Marks(sheet.writing.editor, self.spelling, lambda: sheet.writing.language)
        self.spelling.changed.connect(self._show)
        self._show()

    def pop_up(self, menu: QMenu, point: QPoint) -> None:
        """Show the menu of the line that is written, headed by what may stand in place of the wrong word there."""
        self._marks.pop_up(menu, point)

    def _show(self) -> None:
        self._action.setChecked(self.spelling.is_checked)
        self._sheet.mark_wrong(self.spelling.wrong)
