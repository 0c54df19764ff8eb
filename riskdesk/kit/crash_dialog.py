"""The dialog that shows reports of unexpected exceptions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout

from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.shown_text import ShownText
from riskdesk.kit.theme import UNIT


class CrashDialog(ReadingDialog):
    """The dialog that says that something unexpected happened, and lets the user copy the reports."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        # Kept when it is closed, so that later reports are added to it.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.setWindowTitle(QGuiApplication.applicationDisplayName())
        self._reports = ShownText(self.tr("Report"), self)
        self._reports.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.begin_at(self._reports)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(self._explanation())
        layout.addWidget(self._reports)
        layout.addWidget(self._buttons())
        self.resize(70 * UNIT, 45 * UNIT)

    def add(self, report: str) -> None:
        """Add a report below those that are shown."""
        self._reports.appendPlainText(f"{report}\n")

    def _explanation(self) -> QLabel:
        text = self.tr(
            "Something went wrong in the program. You can go on working; what you did last may not have been done."
            "\n\nThis report helps to mend it. It says where in the program it happened, and nothing of what you wrote."
        )
        return PlainLabel(text, self, wraps=True)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._reports.toPlainText())
