"""The dialog for importing a file."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from riskdesk.desk import import_files, importing, registers
from riskdesk.desk.action import Action
from riskdesk.desk.import_files import Against, OpenedFile
from riskdesk.domain.problems import NotFound, Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.announce import say
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.fields.note import Note
from riskdesk.kit.letter_size import grown
from riskdesk.kit.plain import label_name
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.settings import Settings
from riskdesk.kit.splitter import Splitter
from riskdesk.kit.tasks import LatestTask
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import sentence, ui_language
from riskdesk.ui.bench.names import register_names
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.importing.comparing_page import ComparingPage
from riskdesk.ui.importing.pages import COLUMNS, LEFT_OUT, LEVELS, QUESTIONS, WARNINGS, Pages
from riskdesk.ui.importing.preview import Preview
from riskdesk.ui.importing.wishes import Wishes
from riskdesk.ui.importing.words import count_texts, without_risks

_SIZE, _LEAST = (150 * UNIT, 94 * UNIT), (76 * UNIT, 36 * UNIT)
# From this width on, the pages stand beside the preview or the comparison.
_BESIDE, _BESIDE_COMPARISON = 112 * UNIT, 140 * UNIT
# Reading again shows a message only if it takes longer than this.
_PATIENCE_MS = 400


class ImportDialog(ReadingDialog):
    """The dialog that shows the import of a file before anything is stored.

    It reads the file again when the user answers questions, and imports it as one step of the journal.
    """

    def __init__(
        self, opened: OpenedFile, workbench: Workbench, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._opened, self._workbench = opened, workbench
        self._tree: RegisterTree | None = None
        self._lost, self._is_next = "", False
        self._wishes, self._rereading = Wishes(settings, self), LatestTask(self)
        self._counts, self._goal, self._note = PlainLabel("", self, wraps=True), CalmBox(self), Note(self)
        self._preview, self._comparing = Preview(workbench.session, self), ComparingPage(self)
        self._stack, self._pages = QStackedWidget(self), Pages(self._wishes, self)
        self._beside = Splitter(parent=self)
        self._busy, self._patience = PlainLabel(parent=self), QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.yes: QPushButton = self._buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._offer_goals()
        self._connect()
        self._take(opened if opened.is_known else replace(opened, comparison=None))
        self._begin()

    @property
    def renumbered(self) -> tuple[tuple[str, str], ...]:
        """The new references of risks whose references stood twice, if the import becomes a new register."""
        return self._opened.renumbered if self._opened.comparison is None else ()

    def accept(self) -> None:
        """Import what is shown, and close when done; on failure the user has been told why."""
        action = self._action()
        if action is None or not self.yes.isEnabled():
            return
        step = self._workbench.run(action).step
        if step is not None:
            self._wishes.remember()
            super().accept()
            # The user goes on where it came in.
            if self._opened.comparison is not None and self._workbench.open_register(self._goal.currentData()):
                self._workbench.select(step.outermost or self._workbench.selection)
        elif self._opened.comparison is not None:
            # The register was changed meanwhile.
            self._read_anew()

    def done(self, result: int) -> None:
        self._rereading.drop()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _against(self) -> RegisterTree | None:
        """The register that the file is compared with, as it is now; None if it becomes a new one.

        A register that others deleted is removed from the choices.
        """
        chosen = self._goal.currentData()
        try:
            return None if chosen is None else self._workbench.session.tree(chosen)
        except NotFound:
            self._goal.removeItem(self._goal.currentIndex())
            self._goal.setCurrentIndex(0)
            self._lost = self.tr("The register is no longer there; what is in the file becomes a new one.")
            self._note.tell(self._lost)
            say(self._note, self._lost, assertive=True)
            return None

    def _action(self) -> Action | None:
        if self._opened.comparison is not None:
            return importing.apply(self._opened.comparison, self._comparing.choices)
        return None if self._tree is None else registers.add(self._tree)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import {file}").format(file=self._opened.path.name))
        self.setProperty("chapter", "From Word and Excel")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._stack.addWidget(self._preview)
        self._stack.addWidget(self._comparing)
        self._beside.addWidget(self._stack)
        self._beside.addWidget(self._pages)
        self._beside.setSizes([_SIZE[0] * 11 // 20, _SIZE[0] * 9 // 20])
        self.yes.setDefault(True)
        head, layout = self._head(), QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(head)
        layout.addWidget(self._beside, 1)
        layout.addWidget(self._note)
        layout.addLayout(self._foot())
        # Side by side, both ask for more room; in less, they are shown one behind the other.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)

    def _head(self) -> QWidget:
        head, label = QWidget(self), PlainLabel(self.tr("Goes i&nto:"), self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        label.setBuddy(self._goal)
        self._goal.setAccessibleName(label_name(label.text()))
        self._goal.setMinimumWidth(grown(30 * UNIT, self))
        row.addWidget(self._counts, 1)
        row.addWidget(label)
        row.addWidget(self._goal)
        return head

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._busy, 1)
        row.addWidget(self._buttons)
        self._patience.timeout.connect(lambda: self._busy.setText(self.tr("Reading again…")))
        return row

    def _offer_goals(self) -> None:
        self._goal.addItem(self.tr("A new register"), None)
        for identity, name in register_names(self._workbench.registers()).items():
            self._goal.addItem(self.tr("Compare with “{register}”").format(register=name), identity)
        if self._opened.is_known:
            self._goal.setCurrentIndex(max(0, self._goal.findData(self._workbench.register_id)))

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._wishes.changed.connect(self._read_anew)
        self._goal.activated.connect(self._change_goal)
        self._rereading.done.connect(self._take)
        self._rereading.failed.connect(self._tell_failure)
        self._pages.levels.changed.connect(self._change_levels)
        self._pages.place_chosen.connect(self._preview.go_to)
        self._comparing.changed.connect(self._follow_reading)

    def _begin(self) -> None:
        """Turn to the first page that needs the user: questions, then warnings, then columns if there are any."""
        read = self._opened.file_import
        page = QUESTIONS if read.questions else WARNINGS if read.messages else COLUMNS if read.roles else LEFT_OUT
        self._pages.turn_to(LEVELS if self._opened.source is None else page)
        self.begin_at(self._pages.tabs if self._opened.comparison is None else self._comparing.view)
        self._arrange()

    def _arrange(self) -> None:
        """Put preview and pages side by side, or one behind the other if there is little room."""
        least = grown(_BESIDE if self._opened.comparison is None else _BESIDE_COMPARISON, self)
        is_wide, is_beside = self.width() >= least, self._beside.indexOf(self._stack) >= 0
        if is_wide and not is_beside:
            self._beside.insertWidget(0, self._stack)
            self._beside.setSizes([self.width() * 11 // 20, self.width() * 9 // 20])
        if is_wide:
            self._pages.let_go()
        elif is_beside:
            self._pages.take_in(self._stack)

    def _change_goal(self) -> None:
        self._lost = ""
        self._follow_levels()
        self._read_anew()

    def _change_levels(self) -> None:
        if self._against() is None and self._opened.comparison is None:
            self._show()
        else:
            self._read_anew()

    def _follow_levels(self) -> None:
        against = self._against()
        self._pages.levels.follow(self._opened.file_import.tree, None if against is None else against.register.scale)

    def _read_anew(self) -> None:
        register, levels = self._against(), self._pages.levels
        against = None if register is None else Against(register, levels.of_file, levels.remap)
        user_answers = self._wishes.user_answers()
        self._rereading.start(partial(import_files.anew, self._opened, ui_language(), user_answers, against))
        self._follow_reading()

    def _take(self, opened: OpenedFile) -> None:
        """Take the result of a reading, and show it."""
        self._opened = opened
        self._wishes.note(opened.file_import)
        self._pages.follow(opened.file_import, opened.source)
        self._follow_levels()
        self._note.tell(str(self._workbench.banner) if self._workbench.read_only else self._lost)
        self._show()

    def _show(self) -> None:
        """Show the register that would be created, or the differences."""
        file_import, comparison = self._opened.file_import, self._opened.comparison
        self._tree = None if file_import.tree is None else self._pages.levels.applied(file_import.tree)
        if comparison is None:
            self._preview.show_register(self._tree, file_import.places, without_risks(self._opened))
        self._comparing.show_comparison(comparison, file_import.places)
        self._stack.setCurrentWidget(self._preview if comparison is None else self._comparing)
        self._pages.call_preview(is_comparison=comparison is not None)
        self._arrange()
        parts = [*count_texts(self._tree), *self._remarks()]
        text = " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)
        if text != self._counts.text():
            self._counts.setText(text)
            if self.isVisible():
                say(self._counts, text)
        self._follow_reading()

    def _remarks(self) -> list[str]:
        file_import = self._opened.file_import
        if self._opened.source is None:
            return []
        return [
            self.tr("%Ln warning(s)", "", len(file_import.messages)),
            self.tr("%Ln question(s)", "", len(self._wishes.questions)),
            self.tr("%Ln place(s) left out", "", len(file_import.left_out)),
        ]

    def _follow_reading(self) -> None:
        """Allow the import only while the preview is up to date."""
        comparison = self._opened.comparison
        there_is = self._tree is not None if comparison is None else comparison.changes(self._comparing.choices)
        self._is_next |= self.yes.hasFocus()
        self.yes.setEnabled(there_is and not self._rereading.is_under_way and not self._workbench.read_only)
        if self._rereading.is_under_way:
            self._patience.start()
        else:
            self._patience.stop()
            self._busy.clear()
            self._give_focus_back()

    def _give_focus_back(self) -> None:
        """Give the focus back to where Tab led after an answer, unless the user moved it meanwhile."""
        if self._is_next and self._buttons.button(QDialogButtonBox.StandardButton.Cancel).hasFocus():
            self.yes.setFocus(Qt.FocusReason.TabFocusReason)
        self._is_next = False

    def _tell_failure(self, error: Exception) -> None:
        self._follow_reading()
        if isinstance(error, Problem):
            self._note.tell(sentence(error))
            say(self._note, sentence(error), assertive=True)
