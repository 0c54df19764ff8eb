"""The Word template for exports: that of the user's office, kept until it is replaced or removed."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from riskdesk.desk import word_template
from riskdesk.domain.problems import Problem
from riskdesk.domain.text import short
from riskdesk.kit.announce import say
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.dialogs.asking import ask_open
from riskdesk.ui.transfer.attaching import Lines

# The original file name of the template.
TEMPLATE = Setting("export/template", str, "")


class TemplateFields(QObject):
    """The fields for the Word template: its name, buttons, and a line that says what is used of it.

    The dialog lays them out. `place` is the path for the copy of the template. `refused` carries why a file cannot be a
    template, and is empty when the message is to be hidden.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, place: Path | None, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._settings, self._parent = place, settings, parent
        self.name = QLineEdit(parent)
        self.name.setReadOnly(True)
        self.buttons = QWidget(parent)
        layout = QHBoxLayout(self.buttons)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        self.choose = QPushButton(self.tr("C&hoose…"), self.buttons)
        self.remove = QPushButton(self.tr("Remo&ve"), self.buttons)
        for button, act in ((self.choose, self._choose), (self.remove, self._remove)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            layout.addWidget(button)
        self.choose.setAccessibleName(self.tr("Choose a template"))
        self.remove.setAccessibleName(self.tr("Remove the template"))
        self.note = Lines(parent)

    def path(self) -> Path | None:
        """The path of the copy of the template; None if there is none."""
        return None if self._place is None else word_template.kept_at(self._place)

    def take(self, source: Path) -> None:
        """Use a file as the template from now on, unless it is unsuitable."""
        assert self._place is not None, "where it is kept is known wherever one can be chosen"
        try:
            word_template.keep(source, self._place)
        except Problem as problem:
            self.refused.emit(sentence(problem))
            return
        self._settings.set(TEMPLATE, source.name)
        self._tell()

    def _choose(self) -> None:
        kinds = self.tr("Word documents and templates (*.docx *.dotx)")
        ask_open(self._parent, self.tr("Choose a template"), self._settings, kinds, self.take)

    def _remove(self) -> None:
        assert self._place is not None, "there is one"
        try:
            word_template.forget(self._place)
        except Problem as problem:
            self.refused.emit(sentence(problem))
            return
        self._tell()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.refused.emit("")
        self.show()
        say(self.name, f"{self.name.text()}. {self.note.text()}")
        self.changed.emit()

    def show(self) -> None:
        """Show the name of the template, and what is used of it; to be called once the fields become visible.

        This reads the template, which takes a moment.
        """
        path = self.path()
        self.choose.setEnabled(self._place is not None)
        self.remove.setEnabled(path is not None)
        self.name.setText((self._settings.get(TEMPLATE) or path.name) if path else self.tr("None"))
        self.name.setCursorPosition(0)
        self.note.setText(self._sentence(path))
        self.choose.setAccessibleDescription(self.note.text())

    def _sentence(self, path: Path | None) -> str:
        """The sentence on what is used of the template, and what it lacks."""
        if path is None:
            return self.tr("A Word document of your office can give its styles, header, footer and page set-up.")
        try:
            checked = word_template.checked(path)
        except Problem as problem:
            return sentence(problem)
        kept_text = self.tr("Its text is kept; the register goes where it says {register}.")
        replaced_text = self.tr(
            "Its styles, header, footer and page set-up are used; its text is replaced by the register, unless a line"
            " of it says {register}."
        )
        text = kept_text if checked.keeps_text else replaced_text
        if not checked.missing:
            return text
        added = self.tr("Styles that it lacks are added: {names}.").format(names=short(", ".join(checked.missing)))
        return f"{text} {added}"
