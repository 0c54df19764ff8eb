"""The page for the questions of an import, with fields for the answers."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from riskdesk.domain.importing.messages import Question
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.fields.base import LEAST_HEIGHT
from riskdesk.kit.flow import Flow
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_words
from riskdesk.ui.importing.wishes import Wishes
from riskdesk.ui.importing.words import about, choice_name, sentence_of

# The answer that accepts what was found.
_AGREED = "yes"
# The day in the example: no month has this number.
_DAY = datetime.date(2026, 1, 31)


class QuestionsPage(QWidget):
    """The page of the questions on an import, with a block for each of them.

    Questions that are asked again keep their fields and the focus.
    """

    def __init__(self, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._blocks: dict[str, _Block] = {}
        self._none = PlainLabel(self.tr("Nothing is to be asked."), self, quiet=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, UNIT, 0)
        self._layout.setSpacing(3 * UNIT)
        self._layout.addWidget(self._none)
        self._layout.addStretch(1)

    def follow(self) -> None:
        """Show the questions of an import."""
        questions = {question.id: question for question in self._wishes.questions}
        for gone in self._blocks.keys() - questions.keys():
            block = self._blocks.pop(gone)
            block.hide()
            block.deleteLater()
        for place, question in enumerate(questions.values()):
            if question.id not in self._blocks:
                block = self._blocks[question.id] = _Block(question, self)
                block.answered.connect(self._wishes.answer)
                self._layout.insertWidget(place, block)
                block.show()
            self._blocks[question.id].show_question(question, self._wishes.answer_to(question))
        self._none.setVisible(not questions)


class _Block(QWidget):
    """A block with one question: its place, its sentence, and the answers.

    `answered` is emitted with the question and the answer.
    """

    answered = Signal(object, str)

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._question = question
        self._place, self._sentence = BreakingLabel(self, quiet=True), BreakingLabel(self)
        self._field: _AnswerField | None = None
        self._choices = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT // 2)
        layout.addWidget(self._place)
        layout.addWidget(self._sentence)
        if question.choices:
            layout.addLayout(self._offer(question))
        else:
            self._field = _AnswerField(self)
            self._field.editingFinished.connect(self._take_text)
            self._field.setPlaceholderText(self._example(question.kind))
            layout.addWidget(self._field)

    def show_question(self, question: Question, answer: str) -> None:
        """Show a question with its answer."""
        self._question = question
        text = sentence_of(question)
        self._place.setText(about(question))
        self._sentence.setText(text)
        for button in self._choices.buttons():
            button.setAccessibleDescription(text)
            button.setChecked(button.property("choice") == answer)
        if self._field is not None and not self._field.hasFocus():
            self._field.setText("" if answer == _AGREED else answer)
            self._field.setAccessibleName(text)

    def _example(self, kind: str) -> str:
        """An example of an answer that needs a certain form; empty for others."""
        if kind == "bands":
            return self.tr("from low to high, such as 0–30 %, 30–70 %, 70–100 %")
        return self.tr("such as {day}").format(day=ui_words().date(_DAY)) if kind == "t0" else ""

    def _offer(self, question: Question) -> Flow:
        flow = Flow(2 * UNIT)
        for choice in question.choices:
            button = QRadioButton(choice_name(choice), self)
            button.setProperty("choice", choice)
            button.setMinimumHeight(LEAST_HEIGHT)
            button.clicked.connect(self._take_choice)
            self._choices.addButton(button)
            flow.addWidget(button)
        return flow

    def _take_choice(self) -> None:
        button = self._choices.checkedButton()
        if button is not None:
            self.answered.emit(self._question, button.property("choice"))

    def _take_text(self) -> None:
        assert self._field is not None, "it was written in"
        text = self._field.text().strip()
        self.answered.emit(self._question, text or (_AGREED if self._question.default == _AGREED else ""))


class _AnswerField(QLineEdit):
    """A line edit for an answer; Enter answers and does not press a button of the dialog."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumHeight(LEAST_HEIGHT)
        IntoLine(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER_KEYS:
            event.accept()
