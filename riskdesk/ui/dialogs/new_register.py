"""The dialog that asks for the title, reference, template and language of a new register."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from riskdesk.desk.templates import BLANK, COE, EXAMPLE, TEMPLATES, template
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.incoming import IntoLine
from riskdesk.ui.bench.language import LANGUAGES
from riskdesk.ui.dialogs.form import FormDialog

_ORDER = (COE, BLANK, EXAMPLE)


class NewRegisterDialog(FormDialog):
    """The dialog that asks for the title, reference, template and language of a new register."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New register"))
        self.setProperty("chapter", "Registers and categories")
        self.yes.setText(self.tr("Create"))
        self._title = QLineEdit(self)
        self._title.setPlaceholderText(self.tr("such as the name of the programme"))
        self._reference = QLineEdit(self)
        for field in (self._title, self._reference):
            IntoLine(field)
        self._template = CalmBox(self)
        for name in _ORDER:
            self._template.addItem(QCoreApplication.translate("Template", TEMPLATES[name]), name)
        self._language = CalmBox(self)
        for value, name in LANGUAGES.items():
            self._language.addItem(name, value)
        self._language.setCurrentIndex(self._language.findData(language))
        self.add(self.tr("&Title:"), self._title)
        self.add(self.tr("&Reference:"), self._reference)
        self.add(self.tr("Te&mplate:"), self._template)
        self.add(self.tr("&Language of the register:"), self._language)

    def register(self) -> RegisterTree:
        """Return the register as entered; fields left empty are as in the template."""
        tree = template(self._template.currentData(), Language(self._language.currentData()))
        title, reference = self._title.text().strip(), self._reference.text().strip()
        register = replace(
            tree.register, title=title or tree.register.title, reference=reference or tree.register.reference
        )
        return replace(tree, register=register)
