"""The number of a level or a band, with a menu that removes it or inserts another one beside it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from riskdesk.kit.arrow_button import ArrowButton
from riskdesk.kit.letters import give_letters


class LevelNumber(ArrowButton):
    """A button with the number of a level.

    `inserted` is emitted with the place, counted from 0, that a new level is to have; `removed` with that of this one.
    """

    inserted, removed = Signal(int), Signal(int)

    def __init__(self, place: int, parent: QWidget) -> None:
        menu = QMenu(parent)
        super().__init__(menu, parent)
        name, before, after, remove = self._texts()
        self.setText(str(place + 1))
        self.setAccessibleName(name.format(number=place + 1))
        self._inserting = [
            menu.addAction(text, partial(self.inserted.emit, at)) for text, at in ((before, place), (after, place + 1))
        ]
        self._removing = menu.addAction(remove, partial(self.removed.emit, place))
        give_letters(menu)

    def allow(self, *, more: bool, fewer: bool) -> None:
        """Say whether there may be more levels, and fewer."""
        for action in self._inserting:
            action.setEnabled(more)
        self._removing.setEnabled(fewer)

    def _texts(self) -> tuple[str, str, str, str]:
        """The name of the button, and the texts that insert before and after, and that remove."""
        return (
            self.tr("Level {number}: insert or remove"),
            self.tr("Insert a level before this one"),
            self.tr("Insert a level after this one"),
            self.tr("Remove this level"),
        )


class BandNumber(LevelNumber):
    """A button with the number of a band."""

    def _texts(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Band {number}: insert or remove"),
            self.tr("Insert a band before this one"),
            self.tr("Insert a band after this one"),
            self.tr("Remove this band"),
        )
