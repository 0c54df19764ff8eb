"""The import of a file as a user sees it before anything is stored."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from riskdesk.desk import registers
from riskdesk.desk.import_files import Opened
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.announce import say
from riskdesk.kit.fields.note import Note
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.importing.pages import COLUMNS, QUESTIONS, WARNINGS, Pages
from riskdesk.ui.importing.preview import Preview
from riskdesk.ui.importing.rereading import Rereading
from riskdesk.ui.importing.wishes import Wishes
from riskdesk.ui.importing.words import counts_told

_SIZE = (150 * STEP, 94 * STEP)
# Preview and pages are beside each other where both have at least so much.
_BESIDE = 112 * STEP


class ImportDialog(ReadingDialog):
    """Shows what a file would bring, reads it anew as the user answers, and brings it in as one step."""

    def __init__(self, opened: Opened, workbench: Workbench, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._opened, self._workbench = opened, workbench
        self._tree: RegisterTree | None = None
        self._wishes, self._rereading = Wishes(settings, self), Rereading(self)
        self._counts, self._note = QLabel(self), Note(self)
        self._preview = Preview(workbench.session, self)
        self._pages = Pages(self._wishes, self)
        self._beside = QSplitter(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.yes: QPushButton = self._buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._connect()
        self._take(opened)
        self._begin()

    @property
    def renumbered(self) -> tuple[tuple[str, str], ...]:
        """What each reference that was given twice is now."""
        return self._opened.renumbered

    def accept(self) -> None:
        """Bring in what is shown, and close once it is done; else the user has been told why not."""
        if self._tree is None or self._rereading.is_under_way:
            return
        if self._workbench.run(registers.add(self._tree)) is not None:
            self._wishes.remember()
            super().accept()

    def done(self, result: int) -> None:
        self._rereading.give_up()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import {file}").format(file=self._opened.path.name))
        self.setProperty("chapter", "From Word and Excel")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setWordWrap(True)
        self._beside.setChildrenCollapsible(False)
        self._beside.addWidget(self._preview)
        self._beside.addWidget(self._pages)
        self._beside.setSizes([_SIZE[0] * 11 // 20, _SIZE[0] * 9 // 20])
        self.yes.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        layout.setSpacing(STEP)
        layout.addWidget(self._counts)
        layout.addWidget(self._beside, 1)
        layout.addWidget(self._note)
        layout.addWidget(self._buttons)
        self.begin_at(self._pages.tabs)
        self.read_columns(self._preview, self._pages)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._wishes.changed.connect(self._read_anew)
        self._rereading.read.connect(self._take)
        self._rereading.failed.connect(self._tell_failure)
        self._pages.levels.changed.connect(self._show)
        self._pages.place_chosen.connect(self._preview.go_to)

    def _begin(self) -> None:
        """Turn first to what needs the user: questions, then warnings, then what columns mean."""
        found = self._opened.found
        self._pages.turn_to(QUESTIONS if found.questions else WARNINGS if found.messages else COLUMNS)
        self._arrange()

    def _arrange(self) -> None:
        """Have preview and pages beside each other, or one of them at a time where there is little room."""
        is_wide, is_beside = self.width() >= _BESIDE, self._beside.indexOf(self._preview) >= 0
        if is_wide and not is_beside:
            self._beside.insertWidget(0, self._preview)
            self._beside.setSizes([self.width() * 11 // 20, self.width() * 9 // 20])
        if is_wide:
            self._pages.let_go()
        elif is_beside:
            self._pages.take_in(self._preview)

    def _read_anew(self) -> None:
        self._rereading.start(self._opened, self._wishes.told())
        self._follow_reading()

    def _take(self, opened: Opened) -> None:
        """Show what was read."""
        self._opened = opened
        self._wishes.note(opened.found)
        self._pages.follow(opened.found, opened.source)
        self._pages.levels.follow(opened.found.tree)
        self._note.tell("")
        self._show()

    def _show(self) -> None:
        """Show what would be created now."""
        found = self._opened.found
        self._tree = None if found.tree is None else self._pages.levels.applied(found.tree)
        instead = self.tr("No list of risks was found in {file}. Answers to questions may help.")
        if not found.questions:
            instead = self.tr("No list of risks was found in {file}. Nothing can be imported from it.")
        self._preview.show_register(self._tree, found.places, instead.format(file=self._opened.path.name))
        told = " · ".join([*counts_told(self._tree), *self._remarks()])
        if told != self._counts.text():
            self._counts.setText(told)
            if self.isVisible():
                say(self._counts, told)
        self._follow_reading()

    def _remarks(self) -> list[str]:
        found = self._opened.found
        return [
            self.tr("%n warning(s)", "", len(found.messages)),
            self.tr("%n question(s)", "", len(self._wishes.questions)),
            self.tr("%n place(s) left out", "", len(found.left_out)),
        ]

    def _follow_reading(self) -> None:
        """Nothing comes in that is not shown."""
        self.yes.setEnabled(self._tree is not None and not self._rereading.is_under_way)

    def _tell_failure(self, error: Exception) -> None:
        self._follow_reading()
        if not isinstance(error, Problem):
            raise error
        self._note.tell(sentence(error))
        say(self._note, sentence(error), assertive=True)
