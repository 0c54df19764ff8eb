"""A likelihood or an impact as a row of named levels, one of which may hold."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QLabel, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.domain.scale import Level
from riskdesk.kit.colours import colours
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.language import ui_words

_NAME_LINES = 2
# Shift is none of them: some keyboards need it for digits.
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_WAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class LevelButton(QRadioButton):
    """One level: its number, and its name below; keys are the row's."""

    pointed = Signal(int)

    def __init__(self, number: int, level: Level, parent: QWidget) -> None:
        super().__init__(parent)
        self.number, self._level = number, level
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{number}: {level.name}")
        self.setAccessibleDescription(level.definition)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        lines = self.fontMetrics().height() + _NAME_LINES * self._small_height()
        return QSize(5 * STEP, lines + STEP)

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * STEP, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self.number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = colours(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = (look.accent, look.on_accent) if self.isChecked() else (look.base, look.ink)
        if self.underMouse() and not self.isChecked() and self.isEnabled():
            ground = look.hover
        if not self.isEnabled():
            ink = look.on_accent if self.isChecked() else look.off
        edge = look.focus if self.hasFocus() else look.edge
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        if self.hasFocus() and self.isChecked():
            painter.setPen(QPen(QColor(look.on_accent), 1))
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 2, 2)
        painter.setPen(ink)
        self._paint_text(painter)
        painter.end()

    def _paint_text(self, painter: QPainter) -> None:
        height, font = self.fontMetrics().height(), self.font()
        font.setBold(True)
        painter.setFont(font)
        top = QRect(0, STEP // 2, self.width(), height)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, str(self.number))
        font.setBold(False)
        font.setPointSizeF(font.pointSizeF() * 0.82)
        painter.setFont(font)
        below = QRect(2, top.bottom() + 1, self.width() - 4, self.height() - top.bottom() - 3)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, flags | Qt.TextFlag.TextWrapAnywhere, self._level.name)

    def _small_height(self) -> int:
        return round(self.fontMetrics().height() * 0.86)


class LevelsField(QGroupBox):
    """Levels from 1 up, or None: one stop of Tab.

    Arrows, Home, End, digits and a click choose a level; Space and a click on the level that holds toggle it; Delete
    and Backspace clear it. What each chosen level means stands below, in room that is kept for the longest.
    """

    committed = Signal(object)
    reason = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chapter", "Levels and scores")
        self._value: int | None = None
        self._levels: Sequence[Level] = ()
        self._row = QHBoxLayout()
        self._row.setSpacing(STEP // 4)
        # Takes the place of the levels in the order of Tab until they are known.
        self._buttons = [self._button(1, Level(""))]
        self._definition = self._make_definition()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        layout.addLayout(self._row)
        layout.addWidget(self._definition)
        self.setContentsMargins(0, 0, 0, 0)

    def set_levels(self, levels: Sequence[Level]) -> None:
        """Offer these levels, lowest first."""
        if levels == self._levels:
            return
        old, focused = self._buttons, any(button.hasFocus() for button in self._buttons)
        self._levels = levels
        self._buttons = [self._button(number, level) for number, level in enumerate(levels, 1)]
        for before, after in pairwise([old[-1], *self._buttons]):
            QWidget.setTabOrder(before, after)
        for button in old:
            self._row.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self._definition.setVisible(any(level.definition for level in levels))
        self._keep_room()
        self._show()
        if focused:
            self.setFocus()

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a level as the one that holds, None for none."""
        self._value = value
        self._show()

    def commit(self) -> None:
        """Nothing waits here: a level is committed as it is chosen."""

    def restore(self) -> None:
        """Show the stored level again."""
        self._show()

    def refuse(self, _reason: str) -> None:
        """Show the stored level again."""
        self._show()

    def typed(self) -> None:
        """Nothing is typed here."""

    def stops(self) -> list[QWidget]:
        """The levels; the focus stops at one of them."""
        return list(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, number = event.key(), event.text()
        if event.modifiers() & _COMMANDING:
            event.ignore()
        elif key in _WAYS:
            self._choose(self._focused() + _WAYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(1 if key == Qt.Key.Key_Home else len(self._buttons))
        elif key == Qt.Key.Key_Space:
            self._toggle(self._focused())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(None)
        elif number.isdecimal() and 1 <= int(number) <= len(self._buttons):
            self._choose(int(number))
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint no frame: this is a group for who listens."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # The box has made room for a frame.
            self.setContentsMargins(0, 0, 0, 0)
            self._keep_room()

    def _make_definition(self) -> QLabel:
        made = QLabel(self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        return made

    def _button(self, number: int, level: Level) -> LevelButton:
        button = LevelButton(number, level, self)
        button.clicked.connect(lambda: self._toggle(number))
        button.pointed.connect(self._define)
        self._row.addWidget(button, 1)
        # A layout does so only when the program is idle, and until then no Tab gets past a button.
        button.show()
        return button

    def _stop(self) -> LevelButton:
        """The one button that Tab stops at."""
        return self._buttons[min(self._value or self._focused(), len(self._buttons)) - 1]

    def _focused(self) -> int:
        """The number of the level that has the focus, the lowest where none has."""
        return next((button.number for button in self._buttons if button.hasFocus()), 1)

    def _toggle(self, number: int) -> None:
        self._set(None if number == self._value else number)

    def _choose(self, number: int) -> None:
        self._set(max(1, min(number, len(self._buttons))))
        self._stop().setFocus(Qt.FocusReason.TabFocusReason)

    def _set(self, value: int | None) -> None:
        if value != self._value:
            self.committed.emit(value)
        self._show()

    def _show(self) -> None:
        for button in self._buttons:
            # Exclusive buttons, as which they are heard, let no one take back the one that holds.
            button.setAutoExclusive(False)
            button.setChecked(button.number == self._value)
            button.setAutoExclusive(True)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._stop())
        self._define(0)

    def _define(self, number: int) -> None:
        """Tell what a level means: the one pointed at, else the one that holds."""
        self._definition.setText(self._meaning(number or self._value or 0))

    def _meaning(self, number: int) -> str:
        if not 1 <= number <= len(self._levels):
            return ui_words().not_assessed
        level = self._levels[number - 1]
        return level.definition or f"{number}: {level.name}"

    def _keep_room(self) -> None:
        """Give the definitions the height of the longest, so that nothing below moves."""
        room = QRect(0, 0, self.width(), 0)
        wrapped = Qt.TextFlag.TextWordWrap
        heights = [
            self._definition.fontMetrics().boundingRect(room, wrapped, self._meaning(number)).height()
            for number in range(len(self._levels) + 1)
        ]
        self._definition.setFixedHeight(max(heights))
