"""The search box: finds in all text of the register, and steps through the hits."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from riskdesk.desk import find
from riskdesk.desk.find import Hit
from riskdesk.domain.step import Step
from riskdesk.kit.icons import icon
from riskdesk.ui.bench.workbench import Workbench

_WIDTH = 240


class SearchBox(QWidget):
    """Says with `found` which hits there are and which is the current one.

    `reached` carries the hit that the user went to; a step of the register goes to none. `left` says that the user is
    done, and carries the hit that was the current one.
    """

    found = Signal(object, object)
    reached = Signal(object)
    left = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._hits: list[Hit] = []
        self._at = 0
        self._field = QLineEdit(self)
        self._count = QLabel(self)
        self._build()
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._search)

    def focus(self) -> None:
        """Go to the box, its text selected."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.text()

    def next(self) -> None:
        """Go on to the next hit, after the last to the first."""
        self._go(self._at + 1)

    def previous(self) -> None:
        """Go back to the hit before, from the first to the last."""
        self._go(self._at - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.previous() if back else self.next()
        elif event.key() == Qt.Key.Key_Escape:
            current = self._current()
            self._field.clear()
            self.left.emit(current)
        else:
            return False
        return True

    def _build(self) -> None:
        self._field.setPlaceholderText(self.tr("Find in the register"))
        self._field.setProperty("chapter", "Finding")
        self._field.setAccessibleName(self.tr("Find in the register"))
        self._field.setClearButtonEnabled(True)
        self._field.setFixedWidth(_WIDTH)
        self._field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._from_start)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setAccessibleName(self.tr("Hits"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(self._count)
        layout.addWidget(self._field)
        layout.addWidget(self._button("chevron-up", self.tr("Previous hit (Shift+F3)"), self.previous))
        layout.addWidget(self._button("chevron-down", self.tr("Next hit (F3)"), self.next))

    def _button(self, name: str, text: str, work: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.clicked.connect(work)
        return button

    def _on_stepped(self, _step: Step) -> None:
        self._search()

    def _from_start(self) -> None:
        self._at = 0
        self._search()
        self._reach()

    def _search(self) -> None:
        tree = self._workbench.tree()
        self._hits = [] if tree is None else find.hits(tree, self._field.text())
        self._at = min(self._at, max(0, len(self._hits) - 1))
        self._tell()

    def _go(self, at: int) -> None:
        if self._hits:
            self._at = at % len(self._hits)
            self._tell()
            self._reach()

    def _reach(self) -> None:
        if self._hits:
            self.reached.emit(self._hits[self._at])

    def _tell(self) -> None:
        if not self._field.text():
            self._count.clear()
        elif self._hits:
            self._count.setText(self.tr("{number} of {count}").format(number=self._at + 1, count=len(self._hits)))
        else:
            self._count.setText(self.tr("No hits"))
        self.found.emit(self._hits, self._current())

    def _current(self) -> Hit | None:
        return self._hits[self._at] if self._hits else None
