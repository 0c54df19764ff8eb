"""The dialog with the locations of a user's files: each can be read, copied and opened."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from riskdesk.kit.plain import as_tip
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.saved import open_folder
from riskdesk.ui.bench.saving import reading

_WIDTH = 112 * UNIT


class PlacesDialog(ReadingDialog):
    """The dialog that shows the paths of stores, backups, drafts, settings and the log.

    The folder of each can be opened.
    """

    def __init__(self, store: Path, backups: Path, home: Home, settings: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Where files lie"))
        self.setProperty("chapter", "Where files lie")
        places = QWidget(self)
        self._grid = QGridLayout(places)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(PlainLabel(self.tr("All of it lies on this computer or where you put it; nothing is sent.")))
        layout.addWidget(Scrolled(places, self))
        layout.addStretch(1)
        self._add(self.tr("Open register file"), store, store.parent)
        self._add(self.tr("Your register file"), home.store, home.store.parent)
        self._add(self.tr("Backups of the open file"), backups, backups)
        self._add(self.tr("All backups"), home.backups, home.backups)
        self._add(self.tr("Text not saved yet"), home.drafts, home.drafts)
        self._add(self.tr("Your own words"), home.words, home.words.parent)
        self._add(self.tr("Word template"), home.template, home.template.parent)
        self._add(self.tr("Settings"), settings, settings.parent)
        self._add(self.tr("Log of errors"), home.log, home.log.parent)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(_WIDTH, 0)

    def _add(self, title: str, place: Path, folder: Path) -> None:
        """Add a row for a path; the button that opens its folder is enabled if the folder exists."""
        row = self._grid.rowCount()
        field = QLineEdit(str(place.absolute()), self)
        field.setReadOnly(True)
        field.setCursorPosition(0)
        field.setToolTip(as_tip(field.text()))
        field.setAccessibleName(title)
        copy, show = QPushButton(self.tr("Copy"), self), QPushButton(self.tr("Open folder"), self)
        copy.setAccessibleName(self.tr("Copy: {place}").format(place=title))
        show.setAccessibleName(self.tr("Open folder: {place}").format(place=title))
        show.setEnabled(reading(lambda _checkpoint: folder.is_dir()))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(field.text()))
        show.clicked.connect(lambda: open_folder(folder.absolute(), self))
        for button in (copy, show):
            button.setAutoDefault(False)
        self._grid.addWidget(PlainLabel(title), row, 0)
        for column, widget in enumerate((field, copy, show), 1):
            self._grid.addWidget(widget, row, column)
