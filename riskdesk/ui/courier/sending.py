"""The dialog that asks to which owners workbooks go, and into which folder."""

import os
from collections.abc import Sequence
from functools import partial
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView, QPushButton, QWidget

from riskdesk.domain.courier import Parcel
from riskdesk.domain.values import Register
from riskdesk.files import is_there
from riskdesk.kit.flow import Flow
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import UNIT
from riskdesk.kit.ticked_table import RowTicks
from riskdesk.ui.bench.saving import reading
from riskdesk.ui.courier.owners import OwnersModel
from riskdesk.ui.dialogs.asking import FOLDER, file_name, folder, is_folder, show_whole_columns
from riskdesk.ui.dialogs.form import FormDialog

_ENDING = ".xlsx"


class SendDialog(FormDialog):
    """The dialog in which the user chooses the owners who get a workbook, and the folder for the files.

    `deliveries()` is valid once the dialog is accepted.
    """

    def __init__(
        self, register: Register, parcels: list[Parcel], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.keep_if_accepted()
        self._register, self._settings = register, settings
        self.setWindowTitle(self.tr("Send to owners"))
        self.setProperty("chapter", "Owners and their answers")
        self.yes.setText(self.tr("&Write workbooks"))
        self._model, self._list = OwnersModel(parcels, self), QListView(self)
        self._folder, self._summary = QLineEdit(str(folder(settings)), self), PlainLabel(parent=self, wraps=True)
        IntoLine(self._folder)
        self._build()
        self._model.ticked.connect(self._follow)
        self._folder.textChanged.connect(self._follow)
        self._follow()

    def deliveries(self) -> list[tuple[Parcel, Path]]:
        """Return the parcels of the chosen owners, each with the path of a new file."""
        parcels, place, title = self._model.ticked_parcels, self._place, self._register.title
        return reading(lambda _checkpoint: _deliveries(parcels, place, title))

    def accept(self) -> None:
        place = self._place
        if not is_folder(place):
            self.refuse(self._folder, self.tr("There is no such folder; choose one that is there."))
            return
        self._settings.set(FOLDER, str(place))
        super().accept()

    @property
    def _place(self) -> Path:
        return folder(self._settings) / os.path.expanduser(self._folder.text().strip())  # noqa: PTH111 - never raises

    def _build(self) -> None:
        self._list.setModel(self._model)
        RowTicks(self._list)
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMinimumSize(60 * UNIT, 20 * UNIT)
        every, none = QPushButton(self.tr("Select &all"), self), QPushButton(self.tr("Select &none"), self)
        for button, ticked in ((every, True), (none, False)):
            button.setAutoDefault(False)
            button.clicked.connect(without_arguments(partial(self._model.tick_all, ticked=ticked)))
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.add(self.tr("&Owners:"), self._list)
        self.form.addRow("", Flow(UNIT, every, none))
        self.add(self.tr("&Folder:"), self._folder, browse)
        self.add_below(self._summary)

    def _browse(self) -> None:
        place = self._place
        chosen = QFileDialog(self, self.windowTitle(), str(place if is_folder(place) else folder(self._settings)))
        show_whole_columns(chosen)
        chosen.setFileMode(QFileDialog.FileMode.Directory)
        chosen.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen.fileSelected.connect(self._folder.setText)
        chosen.open()

    def _follow(self) -> None:
        """Show what would be written."""
        parcels = self._model.ticked_parcels
        values = sum(len(parcel.values) for parcel in parcels)
        workbooks = self.tr("%Ln workbook(s)", "", len(parcels))
        rows = self.tr("with %Ln risk(s) and mitigations in all", "", values)
        self._summary.setText(
            f"{workbooks} {rows}" if parcels else self.tr("Nothing is written; select at least one owner.")
        )
        self.yes.setEnabled(bool(parcels and self._folder.text().strip()))
        self.refuse(self._folder, "")


def _deliveries(parcels: Sequence[Parcel], place: Path, title: str) -> list[tuple[Parcel, Path]]:
    """The parcels of a register with that title, each with the path of a new file in a folder."""
    used_names: set[str] = set()
    deliveries = []
    for parcel in parcels:
        numbers = chain([""], (f" {number}" for number in count(2)))
        paths = (place / file_name(title, f"{number}{_ENDING}", parcel.owner) for number in numbers)
        # An existing file may hold an answer.
        path = next(path for path in paths if path.name.casefold() not in used_names and not is_there(path))
        # Many file systems do not distinguish names by case.
        used_names.add(path.name.casefold())
        deliveries.append((parcel, path))
    return deliveries
