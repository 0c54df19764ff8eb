"""The dialog that compares the answers of owners with the register, cell by cell, and applies what is chosen."""

from collections.abc import Iterator, Mapping
from itertools import islice

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from riskdesk.desk import courier
from riskdesk.desk.courier import AnsweredPlace, AnswerFile, Answers
from riskdesk.domain.comparing.comparison import Comparison
from riskdesk.domain.text import short
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_words
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.importing.comparing_page import ComparingPage
from riskdesk.ui.importing.words import sentence_of, where, where_in_short

# The largest number of lines on cells that are not imported.
_MOST = 200
# Before them, so that they are seen to belong to the answer above.
_INDENT = "    "
_SIZE = (120 * UNIT, 84 * UNIT)


class AnswersDialog(ReadingDialog):
    """The dialog that shows the answers of owners; those that the user chooses are applied as one step."""

    def __init__(self, answers: Answers, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Answers of owners"))
        self.setProperty("chapter", "Owners and their answers")
        self._answers, self._workbench = answers, workbench
        self._page, self._summary = AnswersPage(self), PlainLabel("\n".join(self._lines()), self, wraps=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.yes: QPushButton = self._buttons.addButton(self.tr("&Take in"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setDefault(True)
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(Scrolled(self._summary, self))
        layout.addWidget(self._page, 1)
        layout.addWidget(self._buttons)
        self._page.show_answers(answers)
        self._page.changed.connect(self._follow)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.begin_at(self._page.view)
        self.resize(*_SIZE)
        self._follow()

    def accept(self) -> None:
        """Apply what is chosen and close; if that fails, the reason was already reported."""
        if self._workbench.run(courier.take(self._answers, self._page.choices)).step is not None:
            super().accept()
            return
        # The action failed because the register was changed in the meantime: compare again.
        tree = self._workbench.tree()
        if tree is not None:
            self._answers = self._answers.beside(tree)
            self._page.show_answers(self._answers)
            self._follow()

    def _follow(self) -> None:
        self.yes.setEnabled(self._answers.comparison.changes(self._page.choices))

    def _lines(self) -> Iterator[str]:
        """Each answer with who saved it and when, then what of it is not imported and why, up to a limit for all."""
        room = _MOST
        for file in self._answers.files:
            yield self._origin(file)
            yield from (f"{_INDENT}{line}" for line in islice(self._lost(file), max(0, room)))
            room -= len(file.messages) + len(file.left_out)
        if room < 0:
            yield self.tr("and %Ln more cell(s) that do not come in", "", -room)

    def _lost(self, file: AnswerFile) -> Iterator[str]:
        for message in file.messages:
            yield f"{where(message.place)} – {sentence_of(message)}"
        left_out = self.tr("left out")
        for item in file.left_out:
            yield f"{where(item.place)} – {left_out} – {short(item.excerpt)}"

    def _origin(self, file: AnswerFile) -> str:
        if not file.who:
            untouched = self.tr("as it was sent")
            return f"{file.owner} – {untouched} ({file.path.name})"
        when = ui_words().moment(file.when)
        changes = self.tr("%Ln cell(s) changed", "", file.changes)
        saved = self.tr("saved by {who} on {when}").format(who=file.who, when=when)
        return f"{file.owner} – {saved} – {changes} ({file.path.name})"


class AnswersPage(ComparingPage):
    """The comparison page of an import; it also shows who answered and when, and the values that were sent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._meanwhile = PlainLabel(parent=self, wraps=True)
        self._cells: Mapping[tuple[str, str], AnsweredPlace] = {}
        layout = self.layout()
        assert layout is not None, "it was built"
        layout.addWidget(self._meanwhile)

    def show_answers(self, answers: Answers) -> None:
        """Show the differences, and where and by whom each was answered."""
        self._cells = answers.places
        self.show_comparison(answers.comparison, {})

    def _summary_text(self, _comparison: Comparison) -> str:
        """How much of what comes in differs from the register; nothing is said of what the owners left as it was."""
        count = len(self.model.lines)
        if not count:
            return self.tr("There is nothing to take in: no cell that comes in differs from the register.")
        return self.tr("%Ln cell(s) differ(s) from the register", "", count)

    def _show_current(self, _now: QModelIndex | None = None) -> None:
        super()._show_current()
        line = self.current_line
        self._meanwhile.setText("")
        if line is None or line.row.incoming is None or line.difference is None:
            return
        place = self._cells.get((line.row.incoming.id, line.difference.field))
        if place is not None and place.when is not None:
            origin = self.tr("{who}, {when}").format(who=place.who, when=ui_words().moment(place.when))
            self._place.setText(f"{self._place.text()} · {where_in_short(place)} · {origin}")
        if line.difference.changed_here:
            base = self.model.value(line, line.difference.base) or "–"
            text = self.tr("The register was changed since this was sent; then it said: {base}")
            self._meanwhile.setText(text.format(base=short(base)))
