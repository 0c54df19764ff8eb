"""A register on the way to its Steering Committee, by mouse and keys in the whole window.

`python -m tools.deciding` tells it. Somebody opens the example, assesses all its risks, drags three elsewhere in the
matrix, gives those of a band in the list an owner and keeps that list as a view, mends five kinds of gaps, and looks at
what happened to a risk, of which they restore a value and take that back.
"""

import sys
from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from riskdesk.domain.gaps import GapKind
from riskdesk.ui.gaps.model import ROW, Heading, Mend
from riskdesk.ui.gaps.view import GapView
from riskdesk.ui.history.page import HistoryPage
from riskdesk.ui.history.text import ReadText
from riskdesk.ui.together.dialog import TogetherDialog
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.list.buttons import MenuButton
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.picture import Picture, Spot
from tools import hands
from tools.hands import SIGN, Somebody, wait

MOST_KEYS, MOST_ACTIONS = 93, 60
OWNER, VIEW = "Head of Office", "For the Steering Committee"
# Where the first risks are dragged to: likelihood and impact.
DRAGGED = ((5, 5), (1, 1), (4, 2))
# What all of a kind are given.
MENDED = {
    GapKind.NO_OWNER: "Project Manager",
    GapKind.NO_ACTION_OWNER: "Project Assistant",
    GapKind.NO_DUE_DATE: "2029-12-31",
    GapKind.NOT_ESCALATED: "Steering Committee",
}
ADDED = " after the local elections, as the mayors who asked for the training may no longer be in office"
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WidgetT = TypeVar("WidgetT", bound=QWidget)


def levels(count: int) -> list[tuple[int, int]]:
    """The likelihood and impact that each risk is given, all over the matrix."""
    return [(1 + number % 5, 1 + (number + number // 5) % 5) for number in range(count)]


class Decider(Somebody):
    """Does what comes before a decision; `counts` has how many actions each part took."""

    def walk(self) -> None:
        self.counts: dict[str, int] = {}
        for part in (self.open, self.assess, self.move, self.hand_over, self.save_view, self.mend, self.look_back):
            before = len(self.actions)
            part()
            self.counts[part.__name__] = len(self.actions) - before

    @property
    def to_assess(self) -> int:
        """How many actions it took to assess all risks."""
        return self.counts["assess"]

    @property
    def for_the_rest(self) -> int:
        """How many it took to do all else."""
        return len(self.actions) - self.to_assess

    def open(self) -> None:
        self.press("open the example", Qt.Key.Key_Return)

    def assess(self) -> None:
        """Give each risk two digits."""
        self.click_on_risk("the first risk", self.risks[0], SIGN)
        self.press("assess", Qt.Key.Key_A)
        for pair in levels(len(self.risks)):
            for level in map(str, pair):
                self.press(level, Qt.Key(ord(level)))

    def move(self) -> None:
        """Drag three chips to other cells of the matrix."""
        self.press("the matrix", Qt.Key.Key_3, _CONTROL)
        for risk, cell in zip(self.risks, DRAGGED, strict=False):
            grid = self._seen(Matrix).grid
            assert grid.picture is not None, "a register is open"
            chip, target = _box(grid.picture, grid.picture.spot_of_risk(risk.id)), _box(grid.picture, Spot(cell))
            # No other chip stands in the corner of a cell.
            corner = grid.to_view(target).bottomRight() - QPoint(2, 2)
            self.drag(risk.reference, grid.viewport(), grid.to_view(chip).center(), corner)

    def hand_over(self) -> None:
        """Give all risks of a band an owner."""
        self.press("the list", Qt.Key.Key_2, _CONTROL)
        self._choose("Filter", "Band", "High")
        for row, modifiers in ((0, Qt.KeyboardModifier.NoModifier), (-1, _SHIFT)):
            self._click_row(self._seen(RegisterList).listed.shown[row].item.id, modifiers)
        self.press("change together", Qt.Key.Key_G, _CONTROL | _SHIFT)
        fields = self._seen(TogetherDialog).findChildren(QLineEdit)
        self.click("the owner", next(field for field in fields if field.accessibleName() == "Owner"))
        self.type(OWNER)
        self.press("change", Qt.Key.Key_Return)

    def save_view(self) -> None:
        self._choose("Views", "Save view as…")
        self.type(VIEW)
        self.press("save", Qt.Key.Key_Return)

    def mend(self) -> None:
        """Give all gaps of four kinds a value, and tell two risks that are nearly equal apart."""
        self.press("the sheet", Qt.Key.Key_1, _CONTROL)
        self.press("what is missing or due", Qt.Key.Key_F5)
        for kind, value in MENDED.items():
            self._click_gap(kind, Heading)
            self._click_gap(kind, Mend)
            self.type(value)
            self.press("set", Qt.Key.Key_Return)
        self._click_gap(GapKind.ALIKE, Heading)
        self.press("the first of both", Qt.Key.Key_Down)
        self.press("there", Qt.Key.Key_Return)
        self.press("into its text", Qt.Key.Key_F2)
        self.press("to its end", Qt.Key.Key_End, _CONTROL)
        self.type(ADDED)
        self.press("done", Qt.Key.Key_Escape)

    def look_back(self) -> None:
        """Look at what happened to a risk, restore the likelihood that it was dragged away from, and take that back."""
        risk = self.risks[0]
        self.click_on_risk("a risk", risk, SIGN)
        self.press("its history", Qt.Key.Key_I, _CONTROL | _SHIFT)
        text = self._seen(HistoryPage).text
        self.click("restore", text.viewport(), _place_of(text, "Restore “1 Very low”"))
        # A link is followed once the mouse is done with.
        wait(lambda: self.risks[0] != risk)
        self.restored = self.risks[0]
        self.press("take that back", Qt.Key.Key_Z, _CONTROL)

    def _click_row(self, identity: str, modifiers: Qt.KeyboardModifier) -> None:
        view = self._seen(RegisterList)
        view.reveal_item(identity)
        place = view.listed.place(identity)
        assert place is not None, "it is listed"
        index = view.table.lines.index(place, 0)
        self.click("a row", view.table.viewport(), view.table.visualRect(index).center(), modifiers)

    def _click_gap(self, kind: GapKind, row: type[Heading | Mend]) -> None:
        view = self._seen(GapView)
        index = next(
            index for index in _rows(view) if isinstance(index.data(ROW), row) and index.data(ROW).kind is kind
        )
        view.scrollTo(index)
        self.click(index.data(), view.viewport(), view.visualRect(index).center())

    def _choose(self, name: str, *entries: str) -> None:
        """Open the menu of a button above the list, and choose in it and the menus below."""
        buttons = self._seen(RegisterList).findChildren(MenuButton)
        button = next(button for button in buttons if button.accessibleName() == name)
        # The click is over when the menu has gone.
        QTimer.singleShot(0, button, partial(self._choose_in_menus, entries))
        self.click(name, button)

    def _choose_in_menus(self, entries: tuple[str, ...]) -> None:
        try:
            for entry in entries:
                menu = QApplication.activePopupWidget()
                assert isinstance(menu, QMenu), "it came up"
                chosen = next(action for action in menu.actions() if action.text().replace("&", "") == entry)
                self.click(entry, menu, menu.actionGeometry(chosen).center())
                if isinstance(chosen.menu(), QMenu):
                    wait(chosen.menu().isVisible)
        finally:
            # A menu in which several can be chosen stays.
            while QApplication.activePopupWidget() is not None:
                self.press("done choosing", Qt.Key.Key_Escape)

    def _seen(self, kind: type[WidgetT]) -> WidgetT:
        (visible,) = (widget for widget in self.window.findChildren(kind) if widget.isVisible())
        return visible


def _box(picture: Picture, spot: Spot | None) -> Box:
    box = None if spot is None else picture.box(spot)
    assert box is not None, "it is in the matrix"
    return box


def _rows(view: GapView) -> Iterator[QModelIndex]:
    """The rows that are seen or can be scrolled to."""
    index = view.model().index(0, 0)
    while index.isValid():
        yield index
        index = view.indexBelow(index)


def _place_of(text: ReadText, words: str) -> QPoint:
    """A point within words, brought into sight."""
    cursor = text.document().find(words)
    assert not cursor.isNull(), "they are written"
    text.setTextCursor(cursor)
    text.ensureCursorVisible()
    before = QTextCursor(cursor)
    before.setPosition(cursor.selectionStart())
    return (text.cursorRect(before).center() + text.cursorRect(cursor).center()) / 2


if __name__ == "__main__":
    decider = hands.tell(Decider)
    print(*(f"{part}: {count}" for part, count in decider.counts.items()), sep="\n")
    sys.exit(decider.to_assess > MOST_KEYS or decider.for_the_rest > MOST_ACTIONS)
