"""The dialog about the program: its versions and licences."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from riskdesk import __version__
from riskdesk.desk.health import distrusted_sqlite
from riskdesk.kit.fonts import bold_font, scaled_font
from riskdesk.kit.icons import icon
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.dialogs.report import new_report
from riskdesk.ui.dialogs.versions import versions

_ICON = 64


class AboutDialog(ReadingDialog):
    """The dialog with the program's name, purpose, versions and licences; the versions can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Riskdesk"))
        self.setProperty("chapter", "Help")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(Scrolled(self._body(), self))
        layout.addWidget(self._buttons())
        self.setMinimumWidth(56 * UNIT)

    def _body(self) -> QWidget:
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * UNIT)
        layout.addLayout(self._head())
        layout.addLayout(self._versions())
        distrusted = distrusted_sqlite()
        if distrusted is not None:
            layout.addWidget(self._text(sentence(distrusted)))
        layout.addWidget(self._text(self._licences()))
        return body

    def _head(self) -> QHBoxLayout:
        picture = PlainLabel(parent=self)
        picture.setPixmap(icon("riskdesk").pixmap(_ICON, _ICON))
        name = self._text(f"Riskdesk {__version__}")
        name.setFont(bold_font(scaled_font(name.font(), 1.5)))
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(
            self._text(self.tr("The risk register of a co-operation programme: written, assessed, printed."))
        )
        head = QHBoxLayout()
        head.setSpacing(2 * UNIT)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _versions(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * UNIT)
        form.setVerticalSpacing(UNIT // 2)
        for part, version in versions().items():
            label = self._text(version)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(f"{part} {version}")
            form.addRow(self._text(part), label)
        return form

    def _licences(self) -> str:
        return self.tr(
            "Riskdesk is free software under the Apache License 2.0. It uses Qt and PySide6 under the GNU Lesser"
            " General Public License 3, and ships the font Noto Sans (SIL Open Font License 1.1) and icons of Lucide"
            " (ISC License)."
        )

    def _text(self, text: str) -> QLabel:
        return PlainLabel(text, self, wraps=True)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for text, work in ((self.tr("Copy versions"), self._copy), (self.tr("Licences…"), self._show_licences)):
            button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(work)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        self.begin_at(close)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{part} {version}" for part, version in versions().items()))

    def _show_licences(self) -> None:
        # Imported late, as it is slow to import and rarely needed.
        from riskdesk.desk.licences import licences

        text = self.tr("The parts of Riskdesk that others wrote, with their licences. You may replace Qt and PySide6.")
        new_report(self.tr("Licences"), text, licences(), self.tr("Close"), self).open()
