"""The button with the scales to begin from, those that ship and those in files, and with saving as a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from riskdesk.desk import scale_files, scales
from riskdesk.domain.problems import Problem
from riskdesk.domain.scale import Scale
from riskdesk.kit.alerts import alert
from riskdesk.kit.letters import give_letters
from riskdesk.kit.menu_button import give_menu
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.language import sentence, ui_text
from riskdesk.ui.dialogs.asking import ask_open, ask_save, file_name


class BeginButton(QPushButton):
    """A button with a menu of scales to begin from, and of saving the scale that `entered` returns as a file.

    `chosen` carries the Scale to begin from. The file at `store` is never replaced.
    """

    chosen = Signal(object)

    def __init__(self, entered: Callable[[], Scale], store: Path | None, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._entered, self._store, self._settings = entered, store, settings
        self.setText(self.tr("&Begin from"))
        self.setAutoDefault(False)
        menu = QMenu(self)
        for name in scales.PROFILES:
            menu.addAction(ui_text(scales.profile(name).name), partial(self.chosen.emit, scales.profile(name)))
        menu.addSeparator()
        menu.addAction(self.tr("&Open a scale file…")).triggered.connect(self._open)
        self.saving = menu.addAction(self.tr("&Save as a scale file…"), self._save)
        give_letters(menu)
        give_menu(self, menu)

    def read(self, path: Path) -> None:
        """Choose the scale in a file; tell the user if it has none."""
        try:
            self.chosen.emit(scale_files.read(path))
        except Problem as problem:
            alert(self.window(), sentence(problem))

    def write(self, path: Path) -> None:
        """Save the entered scale in a file; tell the user if that fails."""
        try:
            scale_files.save(path, self._entered(), self._store)
        except Problem as problem:
            alert(self.window(), sentence(problem))

    def _open(self) -> None:
        title, kinds = self.tr("Open a scale file"), self.tr("Scales (*.json)")
        ask_open(self.window(), title, self._settings, kinds, self.read)

    def _save(self) -> None:
        title, kinds = self.tr("Save as a scale file"), self.tr("Scales (*.json)")
        suggested = file_name(ui_text(self._entered().name), ".json")
        ask_save(self.window(), title, self._settings, kinds, self.write, suggested=suggested)
