"""A likelihood or an impact as a row of named levels, one of which may hold."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.domain.scale import Level
from riskdesk.kit.colours import colours
from riskdesk.kit.theme import STEP

_NAME_LINES = 2


class LevelButton(QAbstractButton):
    """One level: its number, and its name below."""

    pointed = Signal(int)

    def __init__(self, number: int, level: Level, parent: QWidget) -> None:
        super().__init__(parent)
        self.number, self._level = number, level
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

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


class LevelsField(QWidget):
    """Levels from 1 up, or None: a click or Space sets a level or clears it, digits set it, Delete clears it."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self._levels: Sequence[Level] = ()
        self._buttons: list[LevelButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(STEP // 4)
        self._definition = QLabel(self)
        self._definition.setTextFormat(Qt.TextFormat.PlainText)
        self._definition.setWordWrap(True)
        self._definition.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._definition.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._definition.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        layout.addLayout(self._row)
        layout.addWidget(self._definition)

    def set_levels(self, levels: Sequence[Level]) -> None:
        """Offer these levels, lowest first."""
        if levels == self._levels:
            return
        self._levels = levels
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(number, level) for number, level in enumerate(levels, 1)]
        self._show()

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a level as the one that holds, None for none."""
        self._value = value
        self._show()

    def commit(self) -> None:
        """Nothing waits here: a click is committed at once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(None)
        elif event.text().isdecimal() and 1 <= int(event.text()) <= len(self._buttons):
            self._set(int(event.text()))
            self._buttons[int(event.text()) - 1].setFocus()
        else:
            super().keyPressEvent(event)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._show()

    def _button(self, number: int, level: Level) -> LevelButton:
        button = LevelButton(number, level, self)
        button.clicked.connect(lambda: self._set(None if number == self._value else number))
        button.pointed.connect(self._define)
        self._row.addWidget(button, 1)
        return button

    def _stop(self) -> LevelButton:
        """The one button that Tab stops at."""
        return self._buttons[(self._value or 1) - 1] if (self._value or 1) <= len(self._buttons) else self._buttons[0]

    def _step(self, by: int) -> None:
        at = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), 0)
        self._buttons[max(0, min(at + by, len(self._buttons) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _set(self, value: int | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.committed.emit(value)
        else:
            self._show()

    def _show(self) -> None:
        for button, level in zip(self._buttons, self._levels, strict=True):
            button.setChecked(button.number == self._value)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.setAccessibleName(f"{self.accessibleName()} {button.number}: {level.name}")
            button.setAccessibleDescription(level.definition)
        if self._buttons:
            self._stop().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocusProxy(self._stop())
        self._define(0)

    def _define(self, number: int) -> None:
        """Tell what a level means: the one pointed at, else the one that holds."""
        shown = number or self._value
        fits = shown is not None and 1 <= shown <= len(self._levels)
        self._definition.setText(self._levels[shown - 1].definition if fits and shown is not None else "")
