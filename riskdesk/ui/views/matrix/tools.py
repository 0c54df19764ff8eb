"""The tools in a row above a matrix: the side of the assessments, the zoom, and copying, saving and printing."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from riskdesk.domain.printing import Sides
from riskdesk.kit.choice_button import ChoiceButton
from riskdesk.kit.flow import Flow
from riskdesk.kit.icons import icon
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT

# The margin at both ends of the row.
_SIDE = 3 * UNIT // 2


class MatrixTools(QWidget):
    """The row of tools above a matrix: side of the assessments, ended risks, zoom, copying, saving and printing.

    `chosen` is emitted when another side, or other risks, are to be shown; `command_wanted` carries the name of a
    command.
    """

    chosen = Signal()
    command_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = {
            Sides.INHERENT: self._side(self.tr("Inherent"), self.tr("Risks as assessed before mitigation")),
            Sides.RESIDUAL: self._side(self.tr("Residual"), self.tr("Risks as assessed after mitigation")),
            Sides.BOTH: self._side(self.tr("Both"), self.tr("Arrows from the inherent to the residual assessment")),
        }
        self._ended = self._worded(self._tool(self.tr("With closed and rejected risks")), self.tr("Closed"))
        self._ended.setCheckable(True)
        self._percent = PlainLabel(parent=self)
        group = QButtonGroup(self)
        for button in self._sides.values():
            group.addButton(button)
        self._sides[Sides.INHERENT].setChecked(True)
        for button in (*self._sides.values(), self._ended):
            button.toggled.connect(self._tell)
        smaller = self._button(self.tr("Smaller"), "zoom-out", "zoom_out")
        zoom = (smaller, self._percent, self._button(self.tr("Larger"), "zoom-in", "zoom_in"))
        out = (
            self._button(self.tr("Copy as picture"), "copy", "copy_picture"),
            self._button(self.tr("Save as picture…"), "file-down", "save_picture"),
            self._button(self.tr("Print the matrix…"), "printer", "print"),
        )
        groups = (self._together(*self._sides.values()), self._ended, self._together(*zoom), self._together(*out))
        layout = Flow(2 * UNIT, *groups)
        layout.setContentsMargins(0, 0, 0, 0)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(_SIDE, UNIT, _SIDE, UNIT)
        outer.addLayout(layout)

    @property
    def sides(self) -> Sides:
        """The side that is chosen."""
        return next(sides for sides, button in self._sides.items() if button.isChecked())

    @property
    def ended(self) -> bool:
        """Whether closed and rejected risks are to be shown."""
        return self._ended.isChecked()

    def show_choice(self, sides: Sides, *, ended: bool) -> None:
        """Show a choice without emitting `chosen`."""
        for button, checked in ((self._sides[sides], True), (self._ended, ended)):
            with QSignalBlocker(button):
                button.setChecked(checked)

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom of the matrix."""
        self._percent.setText(self.tr("{number}%").format(number=round(100 * zoom)))

    def _tell(self, checked: bool) -> None:  # noqa: FBT001 - as Qt says it
        if checked or self.sender() is self._ended:
            self.chosen.emit()

    def _together(self, *widgets: QWidget) -> QWidget:
        group = QWidget(self)
        layout = QHBoxLayout(group)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT // 2)
        for widget in widgets:
            layout.addWidget(widget)
        return group

    def _side(self, text: str, tip: str) -> QToolButton:
        return self._worded(self._tool(tip, ChoiceButton), text)

    def _worded(self, button: QToolButton, text: str) -> QToolButton:
        """A button with a word, which its tooltip explains."""
        button.setText(text)
        button.setAccessibleName(text)
        button.setAccessibleDescription(button.toolTip())
        return button

    def _button(self, tip: str, picture: str, command: str) -> QToolButton:
        button = self._tool(tip)
        button.setIcon(icon(picture))
        button.setIconSize(QSize(2 * UNIT, 2 * UNIT))
        button.clicked.connect(lambda: self.command_wanted.emit(command))
        return button

    def _tool(self, tip: str, kind: type[QToolButton] = QToolButton) -> QToolButton:
        button = kind(self)
        button.setMinimumSize(3 * UNIT, 3 * UNIT)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(tip.removesuffix("…"))
        button.setAccessibleName(tip.removesuffix("…"))
        return button
