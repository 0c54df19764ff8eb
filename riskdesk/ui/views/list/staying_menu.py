"""Menus that stay open while entries are ticked, one of which finds entries by typed letters."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from riskdesk.domain.folding import fold
from riskdesk.kit.announce import say
from riskdesk.kit.plain import without_letter
from riskdesk.kit.qt import without
from riskdesk.kit.style import menu_style

_REPEATED = "repeated"
# Qt's default for the greatest height of a widget (QWIDGETSIZE_MAX).
_NO_LIMIT = 2**24 - 1
_WITH_LETTERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class StayingMenu(QMenu):
    """A menu that stays open while the user ticks entries, or triggers those given to `repeat`; Enter closes it.

    Its entries are in one column, and scroll if the screen is too low for them.
    """

    def __init__(self, parent: QWidget, title: str = "") -> None:
        super().__init__(title, parent)
        self.setStyle(menu_style())
        self.aboutToShow.connect(partial(self.setMaximumHeight, _NO_LIMIT))

    def repeat(self, action: QAction) -> None:
        """Keep the menu open for an entry that cannot be ticked."""
        action.setProperty(_REPEATED, True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # When an entry changes, Qt would make the menu as high as all entries, even if the screen is lower.
        self.setMaximumHeight(self.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        # The click that opened the menu may end over an entry, and must not choose it.
        if action is not None and action is self.activeAction() and _stays(action) and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and _stays(action):
            # A key that is held would switch it on and off again and again.
            if not event.isAutoRepeat():
                action.trigger()
                self._tell_ticked(action)
        else:
            super().keyPressEvent(event)

    def _tell_ticked(self, action: QAction) -> None:
        """Announce whether an entry is ticked now, as Qt does not; the menu may have been filled anew meanwhile."""
        if isValid(action) and action.isCheckable():
            say(self, self.tr("checked") if action.isChecked() else self.tr("not checked"))


class ValuesMenu(StayingMenu):
    """A menu of the user's own words, in which typed letters go to the entry that begins with them.

    If none does, they go to an entry with a word that begins with them. The same letter again goes to the next one;
    letters typed in quick succession are looked for together, with a blank among them if an entry has it there.
    """

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self._letters, self._last = "", 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        goes_on = event.timestamp() - self._last <= QApplication.keyboardInputInterval()
        letters = (self._letters if goes_on else "") + fold(event.text())
        is_command = without(event.modifiers(), _WITH_LETTERS) or not event.text().isprintable()
        if is_command or not (event.text().strip() or self._has_blank(event, letters)):
            super().keyPressEvent(event)
            return
        self._letters, self._last = letters, event.timestamp()
        self._lead()

    def _has_blank(self, event: QKeyEvent, letters: str) -> bool:
        """Whether a key is a blank in what an entry begins with, and not the key that ticks."""
        return event.text() == " " != letters and any(_begins(entry, letters) for entry in self._entries())

    def _entries(self) -> list[QAction]:
        return [action for action in self.actions() if action.isEnabled() and not action.isSeparator()]

    def _lead(self) -> None:
        """Activate the next entry that begins with the letters; the present one stays while its letters go on."""
        entries = self._entries()
        is_same = len(set(self._letters)) == 1
        active = self.activeAction()
        here = entries.index(active) if active in entries else -1
        start = here + 1 if is_same or here < 0 else here
        letters = self._letters[:1] if is_same else self._letters
        in_turn = [*entries[start:], *entries[:start]]
        for begins in (_begins, _has_word):
            match = next((entry for entry in in_turn if begins(entry, letters)), None)
            if match is not None:
                self.setActiveAction(match)
                return


def _begins(action: QAction, letters: str) -> bool:
    return fold(without_letter(action.text())).startswith(letters)


def _has_word(action: QAction, letters: str) -> bool:
    words = fold(without_letter(action.text())).split()
    return any(" ".join(words[place:]).startswith(letters) for place in range(len(words)))


def _stays(action: QAction) -> bool:
    return action.isCheckable() or bool(action.property(_REPEATED))
