"""A likelihood or an impact as a row of named levels, of which one or none is chosen."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from riskdesk.domain.label import Label
from riskdesk.domain.scale import Level, Shade
from riskdesk.kit.choice_group import ChoiceGroup
from riskdesk.kit.digits import digit
from riskdesk.kit.own_keys import is_command
from riskdesk.ui.bench.language import ui_language, ui_text
from riskdesk.ui.pages.arranging import arrangement
from riskdesk.ui.pages.level import LevelButton

_WAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class LevelsField(ChoiceGroup):
    """A field for a likelihood or an impact, as a row of buttons for its levels; None is possible.

    It is one Tab stop, and a group of radio buttons for screen readers. Levels count from 1. Arrow keys, Home, End,
    digits and a click choose a level; Space and a click on the chosen level toggle it; Delete and Backspace clear
    it. `meant` carries the meaning of the level pointed at, else of the chosen level if it has the focus.
    """

    committed = Signal(object)
    meant = Signal(str)
    reason = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chapter", "Levels and scores")
        self._value: int | None = None
        self._levels: Sequence[Level] = ()
        self._names: Sequence[str] = ("",)
        self._pointed = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        # A placeholder in the tab order until the levels are known.
        self._buttons = [self._button(1, Level(Label.same("")))]
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def has_focus(self) -> bool:
        """Whether one of the levels has the focus."""
        return any(button.hasFocus() for button in self._buttons)

    @property
    def meanings(self) -> list[str]:
        """The meanings of the levels that have a definition."""
        return [self._meaning(number) for number, level in enumerate(self._levels, 1) if level.definition]

    def set_levels(self, levels: Sequence[Level], alike: Sequence[Level]) -> None:
        """Show these levels, lowest first; their layout has room for the names of all levels in `alike`."""
        names = [ui_text(level.name) for level in alike]
        if levels == self._levels and names == self._names:
            return
        old, focused = self._buttons, self.has_focus
        self._levels, self._names, self._pointed = levels, names, 0
        self._buttons = [self._button(number, level) for number, level in enumerate(levels, 1)]
        for before, after in pairwise([old[-1], *self._buttons]):
            QWidget.setTabOrder(before, after)
        for button in old:
            self._grid.removeWidget(button)
        self.arrange()
        self._show()
        if focused:
            self.setFocus()
        # Only now: Qt would give the focus to the next field.
        for button in old:
            button.setParent(None)
            button.deleteLater()

    def show_bands(self, shades: Sequence[Shade | None]) -> None:
        """Tint each level in the colour of the resulting band, or leave it plain (None)."""
        for button, shade in zip(self._buttons, shades, strict=True):
            button.colour(shade)

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a level as chosen; None for none."""
        self._value = value
        self._show()

    def commit(self) -> None:
        """Do nothing: a level is committed when it is chosen."""

    def restore(self) -> None:
        """Show the stored level again."""
        self._show()

    def refuse(self, _reason: str) -> None:
        """Show the stored level again."""
        self._show()

    def typed(self) -> None:
        """Return None: there is no typed text."""

    def stops(self) -> list[QWidget]:
        """The levels; Tab stops at one of them."""
        return list(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, number = event.key(), digit(event)
        if is_command(event):
            event.ignore()
        elif key in _WAYS:
            self._choose(self._focused() + _WAYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(1 if key == Qt.Key.Key_Home else len(self._buttons))
        elif key == Qt.Key.Key_Space:
            # A key that is held would set and clear it again and again, each time by a step.
            if not event.isAutoRepeat():
                self._toggle(self._focused())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(None)
        elif number is not None and number <= len(self._buttons):
            self._choose(number)
        else:
            event.ignore()

    def arrange(self) -> None:
        """Lay out the levels so that their names fit the width."""
        plan = arrangement(len(self._buttons), self._names, self.width(), self.font())
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < plan.columns else 0)
        for place, button in enumerate(self._buttons):
            button.stand(plan)
            self._grid.addWidget(button, *divmod(place, plan.columns))

    def _button(self, number: int, level: Level) -> LevelButton:
        button = LevelButton(number, level, self)
        button.clicked.connect(lambda: self._toggle(number))
        button.pointed.connect(lambda there: self._point(number if there else 0))
        button.focus_changed.connect(self._tell)
        self._grid.addWidget(button, 0, number - 1)
        # A layout shows its widgets only when the event loop is idle, and Tab does not stop at hidden buttons.
        button.show()
        return button

    def _stop(self) -> LevelButton:
        """The only button that is a Tab stop."""
        return self._buttons[min(self._value or self._focused(), len(self._buttons)) - 1]

    def _focused(self) -> int:
        """The number of the level that has the focus; 1 if none has."""
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
            button.check(is_held=button.number == self._value)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._stop())
        self._tell()

    def _point(self, number: int) -> None:
        self._pointed = number
        self._tell()

    def _tell(self) -> None:
        focused = next((button.number for button in self._buttons if button.hasFocus()), 0)
        self.meant.emit(self._meaning(self._pointed or (focused if focused == self._value else 0)))

    def _meaning(self, number: int) -> str:
        """The meaning of a level; empty for no level, and for one without a definition."""
        level = self._levels[number - 1] if 1 <= number <= len(self._levels) else Level(Label.same(""))
        return f"{level.numbered(number, ui_language())} – {ui_text(level.definition)}" if level.definition else ""
