"""The banner above the sheet: what the user should know as long as it is so."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from riskdesk.domain.problems import Problem
from riskdesk.kit.announce import say
from riskdesk.kit.plain import breakable
from riskdesk.kit.roles import give_role
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench


class Banner(QLabel):
    """Follows the notice of the workbench, and is not there where there is none; screen readers say it at once."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("notice", True)
        self.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        give_role(self, QAccessible.Role.AlertMessage)
        workbench.noticed.connect(self._refresh)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        say(self, self.accessibleName(), assertive=True)

    def _refresh(self) -> None:
        notice = self._workbench.notice
        text = sentence(notice) if isinstance(notice, Problem) else notice
        if text != self.accessibleName() and self.isVisible():
            say(self, text, assertive=True)
        self.setText(breakable(text))
        self.setAccessibleName(text)
        self.setVisible(bool(text))


def under_banner(workbench: Workbench, content: QWidget) -> QWidget:
    """A banner and below it what fills a window."""
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(Banner(workbench, both))
    layout.addWidget(content, 1)
    return both
