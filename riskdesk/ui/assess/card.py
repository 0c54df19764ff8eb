"""The card shown beside a risk while it is assessed: its text, a matrix, and what the levels mean."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from riskdesk.domain.assessing import Pair
from riskdesk.domain.scale import Assessment
from riskdesk.kit.choice_button import ChoiceButton
from riskdesk.kit.colours import colours_of
from riskdesk.kit.icons import icon
from riskdesk.kit.plain import as_tip
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.shapes import SHADE, floating
from riskdesk.kit.theme import UNIT
from riskdesk.ui.assess.legend import Legend
from riskdesk.ui.assess.matrix import AssessmentMatrix
from riskdesk.ui.assess.meaning import AssessmentMeaning
from riskdesk.ui.assess.shown import ShownScale
from riskdesk.ui.assess.words import PAIRS, translated
from riskdesk.ui.bench.spoken import tells_scores
from riskdesk.ui.pages.head import Elided

_LEAST_LEGEND = 36 * UNIT


@dataclass(frozen=True)
class Subject:
    """The subject of an assessment: its name and text, its assessment so far, and a remark beside its name."""

    name: str
    text: str
    assessment: Assessment
    beside: str


class Card(QWidget):
    """A card over a window, in which a risk is assessed: its text, a matrix with the focus, and what the levels mean.

    The signals of `matrix` carry the choice. `turned` is emitted when the user asks for the other pair (before or after
    mitigation), `pair_chosen` with one of them when its button is clicked, `shift_held` when Shift is pressed or
    released, `back` when the user asks for the previous risk, and `left` when the card is to be closed.
    """

    turned = Signal()
    pair_chosen = Signal(object)
    shift_held = Signal(bool)
    back = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tells_scores(self)
        self.matrix, self.meaning, self._legend = AssessmentMatrix(self), AssessmentMeaning(self), Legend(self)
        self._name, self._beside = PlainLabel(parent=self, bold=True), PlainLabel(parent=self, quiet=True)
        self._text = Elided(2, self)
        self._keys = PlainLabel(
            self.tr(
                "Two digits, or arrows and Enter. Shift: residual. Del: clear. Backspace: the one before. Esc: close."
            ),
            self,
            wraps=True,
            quiet=True,
        )
        self._choices = QButtonGroup(self)
        self._pairs = {pair: self._choice(pair) for pair in Pair}
        self._assessment = Assessment()
        self._build()
        self.setProperty("chapter", "Assessing at once")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.matrix.meant.connect(self._mean)
        self.matrix.worded.connect(self._legend.setHidden)
        self.hide()

    def show_scale(self, scale: ShownScale) -> None:
        """Offer the levels of a scale."""
        self.matrix.show_scale(scale)
        self.meaning.show_scale(scale)
        self._legend.show_scale(scale)

    def show_subject(self, subject: Subject, pair: Pair) -> None:
        """Show a subject, and which of its two assessments is edited."""
        if (subject.name, subject.text) != (self._name.text(), self._text.text()):
            self.matrix.start()
        self._name.setText(subject.name)
        self._beside.setText(subject.beside)
        self._text.setText(subject.text)
        self._text.setToolTip(as_tip(subject.text))
        self._assessment = subject.assessment
        for one, button in self._pairs.items():
            button.setChecked(one is pair)
            button.setToolTip("" if one is pair else self.tr("The other one (Tab)"))
        self.matrix.setAccessibleName(
            self.tr("{pair} assessment of {risk}").format(pair=translated(PAIRS[pair]), risk=subject.name)
        )
        self.matrix.setAccessibleDescription(subject.text)
        self.matrix.show_pair(subject.assessment)

    def fit(self, room: QSize) -> None:
        """Take the size that the content needs; in a low window, leave out the less important parts."""
        self.matrix.setFixedSize(self.matrix.sizeHint())
        spare = [self._keys, self._text, self.meaning, *([] if self.matrix.names_bands else [self._legend])]
        for part in spare:
            part.show()
        self.meaning.keep_room(self.matrix.width())
        # All bands in one row could be wider than the window.
        self._legend.setMaximumWidth(max(self.matrix.width(), _LEAST_LEGEND))
        for part in spare:
            self.adjustSize()
            if self.height() <= room.height():
                return
            part.hide()
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Shift:
            self.shift_held.emit(True)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in ENTER_KEYS and not event.isAutoRepeat():
            self.matrix.take(shift=shift)
        elif key == Qt.Key.Key_Backspace and not event.isAutoRepeat() and not self.matrix.drop_digit():
            self.back.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift:
            self.shift_held.emit(False)

    def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Make Tab switch to the other pair, as nothing else in the card can have the focus."""
        self.turned.emit()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accept clicks beside the matrix, so that they do not reach the widget below the card."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        body = self.rect().adjusted(SHADE, SHADE, -SHADE, -SHADE).toRectF()
        floating(painter, body, colours.window, colours.edge)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            # Shift may be released in the window of another program.
            self.shift_held.emit(False)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _mean(self, assessment: Assessment | None) -> None:
        shown_assessment = self._assessment if assessment is None else assessment
        self.meaning.show_pair(shown_assessment, self.tr("Now the impact") if self.matrix.begun is not None else "")

    def _choice(self, pair: Pair) -> ChoiceButton:
        """A button for one of the two pairs, which takes no focus: Tab switches between the pairs."""
        button = ChoiceButton(self)
        button.setText(translated(PAIRS[pair]))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setMinimumHeight(3 * UNIT)
        button.clicked.connect(lambda: self.pair_chosen.emit(pair))
        self._choices.addButton(button)
        return button

    def _build(self) -> None:
        cross = QToolButton(self)
        cross.setIcon(icon("x"))
        cross.setAutoRaise(True)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setFixedSize(3 * UNIT, 3 * UNIT)
        cross.setAccessibleName(self.tr("Close"))
        cross.setToolTip(self.tr("Close (Esc)"))
        cross.clicked.connect(self.left)
        first = QHBoxLayout()
        first.setSpacing(UNIT)
        first.addWidget(self._name)
        first.addWidget(self._beside, 1)
        for button in (*self._pairs.values(), cross):
            first.addWidget(button)
        layout = QVBoxLayout(self)
        edge = SHADE + UNIT
        layout.setContentsMargins(edge + UNIT // 2, edge, edge + UNIT // 2, edge)
        layout.setSpacing(UNIT)
        layout.addLayout(first)
        for part in (self._text, self.matrix, self._legend, self.meaning, self._keys):
            layout.addWidget(part)
