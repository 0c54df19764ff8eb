"""The dialog that asks for the contents, format and path of an export."""

import datetime
import os
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMessageBox, QPushButton, QSpacerItem, QWidget

from riskdesk.desk.formats import FORMATS, Format, Option
from riskdesk.desk.replacing import is_replacing
from riskdesk.domain import codes
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language, Register
from riskdesk.kit.alerts import ask
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import sentence, ui_language
from riskdesk.ui.bench.saving import reading
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.asking import FOLDER, ask_save, document_name, folder, list_name
from riskdesk.ui.dialogs.form import FormDialog
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.fields import PrintFields
from riskdesk.ui.transfer.attaching import AttachFields
from riskdesk.ui.transfer.template import TemplateFields

if TYPE_CHECKING:
    from riskdesk.desk.listing.document import ListContent

OPENS = Setting("export/opens", bool, True)
FORMAT = Setting("export/format", str, ".pdf")
LAYOUT = Setting("export/layout", str, "")
_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """The export that a user asked for: path, layout, language, how to print, and whether to open the file."""

    path: Path
    layout: Layout
    language: Language
    how: Print
    opens: bool
    template: Path | None


class ExportDialog(FormDialog):
    """The dialog that asks for format, layout and path of an export, and saves these choices.

    `choice()` is valid once it is accepted. If `only` is a format, there is no choice of formats. `seen` is the content
    of the list, which can be exported if given; `template` is the path for the office's Word template. `as_of` is the
    time of a past state that is exported.
    """

    def __init__(
        self,
        register: Register,
        workbench: Workbench,
        choice: PrintChoice,
        settings: Settings,
        parent: QWidget | None = None,
        only: Format | None = None,
        seen: "ListContent | None" = None,
        template: Path | None = None,
        as_of: datetime.datetime | None = None,
    ) -> None:
        super().__init__(parent)
        self.keep_if_accepted()
        self._as_of = as_of
        if only is None:
            self.setWindowTitle(self.tr("Export"))
            self.setProperty("chapter", "Exporting")
        else:
            self.setWindowTitle(self.tr("Export PDF"))
            self.setProperty("chapter", "Exporting a PDF")
        self.yes.setText(self.tr("Export"))
        self._register, self._workbench, self._settings, self._choice = register, workbench, settings, choice
        self._only, self._seen = only, seen
        self.formats = _box(self, {ending: known.label.text(ui_language()) for ending, known in FORMATS.items()})
        self._languages = _box(self, {code: label.text(ui_language()) for code, label in codes.LANGUAGES.items()})
        self._path = QLineEdit(self)
        self._path.setMinimumWidth(320)
        IntoLine(self._path)
        self._fields = PrintFields(choice.how(), workbench, self)
        self._attach = AttachFields(register, settings, self)
        self._template = TemplateFields(template if only is None else None, settings, self)
        self._gap = QWidget(self)
        self._opens = QCheckBox(self.tr("&Open the file after export"), self)
        self._arrange()
        self._show_last()
        self._connect()

    def _connect(self) -> None:
        self.formats.currentIndexChanged.connect(self._follow_format)
        self._fields.changed.connect(self._follow_layout)
        self._languages.currentIndexChanged.connect(self._follow_layout)
        self._attach.changed.connect(self.fit)
        self._template.changed.connect(self._show_options)
        self._template.refused.connect(partial(self.refuse, self._template.name))
        self._path.textChanged.connect(self._follow_path)

    @property
    def format(self) -> Format:
        """The chosen format."""
        return self._only or FORMATS[self.formats.currentData()]

    def path(self) -> Path:
        """The path of the file to write; a name without a folder is in the folder last used.

        A path that ends with a separator is a folder, in which the file gets the proposed name.
        """
        text, ending = os.path.expanduser(self._path.text().strip()), self.format.ending  # noqa: PTH111 - never raises
        path = folder(self._settings) / text
        if path.name and text.endswith(_SEPARATORS):
            path /= self._proposed
        # The root of a drive has no name to which a suffix could be added.
        return path if path.suffix.lower() == ending or not path.name else path.with_name(path.name + ending)

    def chosen(self) -> Print:
        """How to print, and whether the register is attached."""
        return replace(self._fields.chosen(), attach=self._attach.is_attached())

    def choice(self) -> ExportChoice:
        """All choices."""
        opens = Option.OPEN in self.format.options and self._opens.isChecked()
        template = self._template.path() if Option.TEMPLATE in self.format.options else None
        return ExportChoice(self.path(), self._fields.layout, self._language, self.chosen(), opens, template)

    def choose(self, layout: Layout) -> None:
        """Choose a layout, with the first format that has it unless the present format does."""
        if layout not in self.format.layouts:
            ending = next(ending for ending, known in FORMATS.items() if layout in known.layouts)
            self.formats.setCurrentIndex(self.formats.findData(ending))
        self._fields.choose(layout)

    def accept(self) -> None:
        path = self.path()
        look = partial(is_replacing, path, self.format.ending, self._workbench.session.path)
        try:
            is_taken = reading(lambda _checkpoint: look())
        except Problem as problem:
            self.refuse(self._path, sentence(problem))
            return
        if is_taken and self._agreed_path != path:
            self._ask_to_replace()
            return
        self._remember()
        super().accept()

    @property
    def _language(self) -> Language:
        """The chosen language of the file, or the register's if the format has no choice of languages."""
        chosen = Option.LANGUAGE in self.format.options
        return Language(self._languages.currentData()) if chosen else self._register.language

    # The path of a file that the user agreed to replace.
    _agreed_path: Path | None = None

    def _arrange(self) -> None:
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        if self._only is None:
            self.add(self.tr("Fo&rmat:"), self.formats)
        else:
            self.formats.hide()
        self.add(self.tr("&File:"), self._path, browse)
        self.add(self.tr("&Document:"), self._fields.kind, self._fields.sets)
        self.add(self.tr("&Language:"), self._languages)
        self.add(self.tr("&Paper:"), self._fields.paper)
        self.add(self.tr("Or&ientation:"), self._fields.orientation)
        self.add(self.tr("A&ssessments:"), self._fields.sides)
        self.add(self.tr("Columns:"), self._fields.columns)
        self.add_below(self._fields.ended)
        self.add(self.tr("&Template:"), self._template.name, self._template.buttons)
        self.add_below(self._template.note)
        self._gap.setFixedHeight(UNIT)
        self.add_below(self._gap)
        self.add_below(self._attach.box)
        self.add_below(self._attach.note)
        self.form.addItem(QSpacerItem(0, UNIT))
        self.add_below(self._opens)

    def _show_last(self) -> None:
        """Show the last choices, as far as they are available now."""
        last, language = self._settings.get, self._register.language.value
        self.formats.setCurrentIndex(max(0, self.formats.findData(last(FORMAT))))
        self._languages.setCurrentIndex(self._languages.findData(language))
        self._opens.setChecked(last(OPENS))
        self._proposed = ""
        self._offer()
        if self._only is None and last(LAYOUT) in set(Layout):
            self._fields.choose(Layout(last(LAYOUT)))
        self._path.setText(str(folder(self._settings) / self._propose()))
        self._follow_layout()

    def _remember(self) -> None:
        self._settings.set(FOLDER, str(self.path().parent))
        self._settings.set(OPENS, self._opens.isChecked())
        if self._only is None:
            self._settings.set(FORMAT, self.format.ending)
            self._settings.set(LAYOUT, self._fields.layout.value)
        if self._is_printed():
            self._choice.choose(self._fields.chosen())
        if Option.ATTACH in self.format.options:
            self._attach.remember()

    def _is_printed(self) -> bool:
        """Whether it is a document on paper, whose settings also apply to preview and printer."""
        return self._fields.layout.kind is not None and Option.PAPER in self.format.options

    def _ask_to_replace(self) -> QMessageBox:
        question = self.tr("There is a file {file} already. Replace it?").format(file=self.path())
        return ask(self, question, self.tr("Replace"), self.tr("Cancel"), self._replace)

    def _replace(self) -> None:
        self._agreed_path = self.path()
        self.accept()

    def _browse(self) -> None:
        kinds = f"{self.format.label.text(ui_language())} (*{self.format.ending})"
        ask_save(self, self.windowTitle(), self._settings, kinds, self._take, suggested=self.path().name)

    def _take(self, path: Path) -> None:
        self._agreed_path = path
        self._path.setText(str(path))

    def _follow_path(self, text: str) -> None:
        self.yes.setEnabled(bool(text.strip()))
        self.refuse(self._path, "")

    def _follow_format(self) -> None:
        """Offer the layouts of the format, and adapt the suffix of the path."""
        path = Path(self._path.text())
        if path.name != self._proposed and path.suffix.lower() in FORMATS:
            self._path.setText(str(path.with_suffix(self.format.ending)))
        self.refuse(self._template.name, "")
        self._offer()
        self._follow_layout()

    def _offer(self) -> None:
        with QSignalBlocker(self._fields):
            self._fields.offer(layout for layout in self.format.layouts if layout is not Layout.LIST or self._seen)
        if Option.TEMPLATE in self.format.options:
            self._template.show()

    def _propose(self) -> str:
        layout, ending = self._fields.layout, self.format.ending
        if layout is Layout.LIST and self._seen is not None:
            self._proposed = list_name(self._seen, ending)
        else:
            register = replace(self._register, language=self._language)
            self._proposed = document_name(register, layout, ending, self._as_of)
        return self._proposed

    def _follow_layout(self) -> None:
        path, proposed = Path(self._path.text()), self._proposed
        if path.name == proposed:
            # The user has not changed the proposed name.
            self._path.setText(str(path.with_name(self._propose())))
        self._show_options()
        self._attach.follow(self._fields.chosen())

    def _show_options(self) -> None:
        """Show the options of the present format and layout."""
        fields, layout = self._fields, self._fields.layout
        options = self.format.options_of(layout)
        visible: dict[QWidget, bool] = {
            self._languages: Option.LANGUAGE in options and layout is not Layout.LIST,
            # A template determines the paper.
            fields.paper: Option.PAPER in options and self.choice().template is None,
            fields.orientation: Option.PAPER in options,
            fields.sides: Option.SIDES in options,
            fields.columns: Option.COLUMNS in options,
            fields.ended: Option.ENDED in options,
            self._opens: Option.OPEN in options,
        }
        visible |= dict.fromkeys((self._gap, self._attach.box, self._attach.note), Option.ATTACH in options)
        visible |= dict.fromkeys((self.in_form(self._template.name), self._template.note), Option.TEMPLATE in options)
        for field, is_shown in visible.items():
            self.form.setRowVisible(field, is_shown)
        fields.sets.setVisible(self._is_printed())
        self.fit()


def _box(parent: QWidget, choices: dict[str, str]) -> CalmBox:
    box = CalmBox(parent)
    for value, text in choices.items():
        box.addItem(text, value)
    return box
