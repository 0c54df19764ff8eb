"""A part of a page that can be folded, below a heading that says how much of it is filled in."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleStateChangeEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from riskdesk.kit.announce import say_fold
from riskdesk.kit.colours import colours_of
from riskdesk.kit.fonts import bold_font
from riskdesk.kit.icons import icon
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.roles import PressedInterface, be_heard
from riskdesk.kit.theme import UNIT

_SIGN = 2 * UNIT
# The width that the text leaves for the count and the arrow after it.
_BEHIND = 7 * UNIT
# How far the background extends beyond the text, which is aligned with the labels of fields.
BEYOND = 3 * UNIT // 4


class Disclosure(QAbstractButton):
    """The heading of a section: a button that opens and folds the section, also by Enter and Space.

    `turned` carries whether the user wants the section open.
    """

    turned = Signal(bool)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        be_heard(self, _Heard)
        self._filled = ""
        self.is_open = True
        self.setText(text)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(bold_font(self.font()))
        self.clicked.connect(lambda: self.turned.emit(not self.is_open))

    def show_open(self, is_open: bool) -> None:  # noqa: FBT001 - what it says, not how
        """Show whether the section is open."""
        if is_open != self.is_open:
            self.is_open = is_open
            state = QAccessible.State()
            state.expanded = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, state))
            say_fold(self, is_open=is_open)
        self.update()

    def show_filled(self, count: str, text: str) -> None:
        """Show how much of a folded section is filled in; `text` is for screen readers and the tooltip."""
        self._filled = count
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(10 * UNIT, self.fontMetrics().height() + 2 * UNIT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - 2 * BEYOND - _BEHIND, 0)
        wrapped = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return wrapped.height() + 2 * UNIT

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self.click()
        elif opens is not None:
            self.turned.emit(opens)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        room = self.rect().adjusted(BEYOND, 3, -BEYOND, -2)
        painter.fillRect(QRect(room.left(), 0, room.width(), 1), QColor(colours.rule))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 4, -1, -3), 4, 4)
        sign = QRect(room.right() + 1 - _SIGN, room.center().y() + 1 - _SIGN // 2, _SIGN, _SIGN)
        icon("chevron-down" if self.is_open else "chevron-right").paint(painter, sign)
        painter.setPen(QColor(colours.ink))
        middle = Qt.AlignmentFlag.AlignVCenter
        words = room.adjusted(0, 0, -_BEHIND, 0)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self.text())
        font = self.font()
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(colours.quiet))
        if not self.is_open:
            count = room.adjusted(0, 0, -_SIGN - UNIT // 2, 0)
            painter.drawText(count, middle | Qt.AlignmentFlag.AlignRight, self._filled)
        painter.end()


class Section(QObject):
    """A part of a page whose widgets are shown and hidden by a heading.

    `may_fold` returns whether it may be folded now. `code` names it in the settings. `chosen` is emitted when the
    user has opened or folded it.
    """

    chosen = Signal()

    def __init__(self, code: str, disclosure: Disclosure, may_fold: Callable[[], bool]) -> None:
        super().__init__(disclosure)
        self.code, self.disclosure, self._may_fold = code, disclosure, may_fold
        self.fields: list[str] = []
        self._parts: list[QWidget] = []
        disclosure.turned.connect(self._turn)

    @property
    def is_open(self) -> bool:
        return self.disclosure.is_open

    def add(self, part: QWidget) -> None:
        """Add a widget to the section."""
        self._parts.append(part)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - what is set
        """Open or fold the section, by the user or the program."""
        for part in self._parts:
            part.setVisible(is_open)
        self.disclosure.show_open(is_open)

    def tell_filled(self, count: int) -> None:
        """Show how many of its fields are filled in."""
        text = self.tr("{count} of {all} filled in").format(count=count, all=len(self.fields))
        self.disclosure.show_filled(f"{count}/{len(self.fields)}" if count else "", text if count else "")

    def _turn(self, is_open: bool) -> None:  # noqa: FBT001 - a signal
        if is_open != self.is_open and (is_open or self._may_fold()):
            self.set_open(is_open)
            self.chosen.emit()


class _Heard(PressedInterface):
    """The accessible interface of a disclosure: a button that is expanded or collapsed."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__(disclosure, QAccessible.Role.Button)
        self._disclosure = disclosure

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded, state.collapsed = self._disclosure.is_open, not self._disclosure.is_open
        return state
