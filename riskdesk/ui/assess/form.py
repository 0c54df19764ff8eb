"""The form for a risk in assessing mode: both matrices, then its reason, owner and next review."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.domain.assessing import Pair
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import Risk
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.assess.legend import Legend
from riskdesk.ui.assess.matrix import AssessmentMatrix
from riskdesk.ui.assess.meaning import AssessmentMeaning
from riskdesk.ui.assess.shown import ShownScale
from riskdesk.ui.assess.words import PAIRS, shown_name, translated
from riskdesk.ui.pages.area import PageArea
from riskdesk.ui.pages.page import Page
from riskdesk.ui.pages.pages import add_field, complete


class Form(Page):
    """The form in which a risk is assessed: two matrices, what their levels mean, and the fields below.

    `assessed` carries a Pair and its Assessment.
    """

    assessed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrices = {pair: AssessmentMatrix(self) for pair in Pair}
        self._legend, self._meaning = Legend(self), AssessmentMeaning(self)
        self._risk: Risk | None = None
        # The pair that is pointed at, or reached by keys, in each matrix.
        self._meant: dict[Pair, Assessment | None] = dict.fromkeys(Pair)
        both = QWidget(self)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(2 * UNIT)
        for pair, matrix in self.matrices.items():
            self._both.addLayout(self._titled(translated(PAIRS[pair]), matrix), 1)
            matrix.chosen.connect(partial(self._choose, pair))
            matrix.meant.connect(partial(self._mean, pair))
            matrix.worded.connect(self._legend.setHidden)
        self.add_widget(both)
        self.add_widget(self._legend)
        self.add_widget(self._meaning)
        add_field(self, FIELDS["risk"]["reason"])
        lower = QWidget(self)
        row = QHBoxLayout(lower)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        for name in ("owner", "next_review"):
            column = QVBoxLayout()
            column.setSpacing(UNIT // 2)
            row.addLayout(column, 1)
            with self.within(column):
                add_field(self, FIELDS["risk"][name])
            column.addStretch(1)
        self.add_widget(lower)
        self.end()

    def show_risk(self, risk: Risk, scale: ShownScale, owners: list[str]) -> None:
        """Show the assessments and the fields of a risk."""
        is_other = self._risk is None or self._risk.id != risk.id
        self._risk = risk
        self._meaning.show_scale(scale)
        self._legend.show_scale(scale)
        for pair, matrix in self.matrices.items():
            matrix.show_scale(scale)
            matrix.setAccessibleName(
                self.tr("{pair} assessment of {risk}").format(pair=translated(PAIRS[pair]), risk=shown_name(risk))
            )
            matrix.setAccessibleDescription(risk.description)
            if is_other:
                matrix.start()
            matrix.show_pair(pair.of(risk))
        self.show_value(risk)
        complete(self, owners)

    def fit(self, width: int) -> None:
        """Put the matrices side by side if the width has room for both, else one below the other."""
        margins = self.contentsMargins() + self._layout.contentsMargins()
        room = width - margins.left() - margins.right() - self._both.spacing()
        needed = sum(matrix.minimumSizeHint().width() for matrix in self.matrices.values())
        ways = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(ways[needed > room])

    def stops(self) -> list[QWidget]:
        return [*(matrix.first for matrix in self.matrices.values()), *super().stops()]

    @property
    def awaits_impact(self) -> bool:
        """Whether the matrix that has the focus waits for its second digit."""
        return any(matrix.begun is not None and matrix.has_focus for matrix in self.matrices.values())

    def take(self) -> None:
        """Choose the cell that the user reached with the keys, in the matrix that has the focus."""
        for matrix in self.matrices.values():
            if matrix.led and matrix.has_focus:
                matrix.take(shift=False)

    def _choose(self, pair: Pair, assessment: Assessment, shift: bool) -> None:  # noqa: FBT001 - a signal
        self.assessed.emit(Pair.RESIDUAL if shift else pair, assessment)

    def _mean(self, pair: Pair, assessment: Assessment | None) -> None:
        """Explain the pair that is pointed at in a matrix, else the assessment stored for the focused matrix."""
        self._meant[pair] = assessment
        if self._risk is None:
            return
        focused = next((one for one, matrix in self.matrices.items() if matrix.has_focus), Pair.INHERENT)
        shown_pair = next((one for one, assessment in self._meant.items() if assessment is not None), focused)
        is_begun = self.matrices[shown_pair].begun is not None
        text = self.tr("Now the impact") if is_begun else translated(PAIRS[shown_pair])
        self._meaning.show_pair(self._meant[shown_pair] or shown_pair.of(self._risk), text)

    def _titled(self, title: str, matrix: AssessmentMatrix) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(UNIT // 2)
        column.addWidget(PlainLabel(title, self, bold=True))
        column.addWidget(matrix, 0, Qt.AlignmentFlag.AlignTop)
        return column


class FormArea(PageArea):
    """A scroll area for a form, which uses the whole width."""

    def __init__(self, form: Form, parent: QWidget) -> None:
        super().__init__(form, parent)
        self._form = form
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fit(self) -> None:
        """Arrange the form for the width of the area."""
        self._form.fit(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to assessing mode: the widget with the focus is scrolled into view anyway."""
        event.ignore()
