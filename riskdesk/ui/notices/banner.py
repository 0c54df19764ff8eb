"""The banner above the views: a permanent message, shown as long as it applies."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from riskdesk.domain.problems import Problem
from riskdesk.kit.announce import say
from riskdesk.kit.plain import breakable
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.roles import give_role
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench


class Banner(PlainLabel):
    """The line above the views that shows the banner of the workbench; hidden if there is none.

    Screen readers announce it at once. If a read-only file has become free, or the user keeps working although the
    file is gone or replaced, a button emits `edit_wanted`.
    """

    edit_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, wraps=True)
        self._workbench = workbench
        self.setProperty("notice", True)
        self._button = QPushButton(self)
        # A click on the button, which then disappears, leaves the focus where it was.
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.edit_wanted)
        give_role(self, QAccessible.Role.AlertMessage)
        workbench.banner_changed.connect(self._refresh)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        say(self, self.accessibleName(), assertive=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return self._with_button(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._with_button(super().minimumSizeHint())

    def heightForWidth(self, width: int) -> int:
        return self._with_button(QSize(0, super().heightForWidth(width))).height()

    def _with_button(self, size: QSize) -> QSize:
        """A size with enough height for the button."""
        low = self._button.sizeHint().height() + UNIT if self._button.text() else 0
        return size.expandedTo(QSize(0, low))

    def _place(self) -> None:
        """Place the button at the right, and the text beside it."""
        button, size = self._button, self._button.sizeHint()
        button.setVisible(bool(button.text()))
        beside = size.width() + UNIT if button.text() else 0
        self.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT + beside, UNIT)
        left = self.width() - 2 * UNIT - size.width()
        button.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

    def _offer(self) -> str:
        """The text of the button; empty if there is nothing to offer."""
        if self._workbench.freed:
            return self.tr("Open to edit")
        return self.tr("What can be done…") if self._workbench.replaced is not None else ""

    def _refresh(self) -> None:
        banner = self._workbench.banner
        text = sentence(banner) if isinstance(banner, Problem) else banner
        if text != self.accessibleName() and self.isVisible():
            say(self, text, assertive=True)
        self._button.setText(self._offer())
        self.setText(breakable(text))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._place()


def under_banner(workbench: Workbench, content: QWidget, edit: Callable[[], object] = lambda: None) -> QWidget:
    """Return a widget with a banner above `content`; `edit` opens the file again for writing."""
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    banner = Banner(workbench, both)
    banner.edit_wanted.connect(edit)
    layout.addWidget(banner)
    layout.addWidget(content, 1)
    return both
