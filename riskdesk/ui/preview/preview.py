"""The preview beside the sheet: how to print, page and size above, below them the pages, made anew with each change."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIntValidator, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from riskdesk.desk import transfer
from riskdesk.desk.drafts import Draft
from riskdesk.domain.printing import Kind, Print
from riskdesk.kit.icons import icon
from riskdesk.kit.tasks import Task
from riskdesk.kit.theme import STEP
from riskdesk.report import Rendered
from riskdesk.ui.preview.pages import Fit, Pages
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.fields import PrintFields
from riskdesk.ui.workbench import Workbench

# So long after the last change is the document made: a few keys of a fast typist.
_PAUSE_MS = 250
_WATCH_MS = 300
_NARROWEST = 320
Typed = Callable[[], Draft | None]


class Preview(QWidget):
    """Shows the PDF that an export would write now, with what is being typed, as `typed` tells."""

    def __init__(self, workbench: Workbench, choice: PrintChoice, typed: Typed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._typed, self._shown = typed, typed()
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(self._look)
        self._watch.start()
        self._choice = choice
        self._fields = PrintFields(choice.how(), workbench, self)
        self._columns = self._columns_button()
        self._pages = Pages(self)
        self._number = QLineEdit(self)
        self._count = QLabel(self)
        self._percent = QLabel(self)
        self._task: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self.setMinimumWidth(_NARROWEST)
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make()

    @property
    def how(self) -> Print:
        """How what is shown is printed."""
        return self._fields.chosen()

    def _lay_out(self) -> None:
        documents = _row(self._fields.kind, self._fields.sets, self._columns)
        documents.setStretch(0, 1)
        papers = _row(self._fields.paper, self._fields.orientation)
        self._fields.kind.setAccessibleName(self.tr("Document"))
        self._fields.paper.setAccessibleName(self.tr("Paper"))
        self._fields.orientation.setAccessibleName(self.tr("Orientation"))
        self._number.setAccessibleName(self.tr("Page"))
        self._number.setFixedWidth(6 * STEP)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        pages, view = self._pages, self._pages
        tools = _row(
            self._tool("chevron-up", self.tr("Previous page"), lambda: pages.go_to(pages.page - 1)),
            self._tool("chevron-down", self.tr("Next page"), lambda: pages.go_to(pages.page + 1)),
            self._number,
            self._count,
        )
        tools.addStretch(1)
        for widget in (
            self._tool("zoom-out", self.tr("Smaller"), lambda: view.zoom_by(-1)),
            self._percent,
            self._tool("zoom-in", self.tr("Larger"), lambda: view.zoom_by(1)),
            self._text_tool(self.tr("Width"), self.tr("Fit to the width"), partial(view.fit_to, Fit.WIDTH)),
            self._text_tool(self.tr("Page"), self.tr("Fit to the page"), partial(view.fit_to, Fit.PAGE)),
        ):
            tools.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, STEP, 0, 0)
        layout.setSpacing(STEP)
        for row in (documents, papers, tools):
            row.setContentsMargins(STEP, 0, STEP, 0)
            layout.addLayout(row)
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self._pages)

    def _connect(self) -> None:
        for changed in (self._workbench.stepped, self._workbench.opened, self._choice.changed):
            changed.connect(self._pause.start)
        self._fields.changed.connect(lambda: self._choice.choose(self.how))
        self._choice.changed.connect(self._follow_choice)
        self._follow_choice()
        self._pages.turned.connect(self._tell)
        self._pages.zoomed.connect(self._tell)
        self._number.setValidator(QIntValidator(1, 99_999, self))
        self._number.returnPressed.connect(self._go)

    def _columns_button(self) -> QPushButton:
        """A button that lets the columns of the working register be ticked, as many as are wanted at once."""
        button = QPushButton(self.tr("Columns"), self)
        menu, boxes = QMenu(button), QWidgetAction(button)
        self._fields.columns.setContentsMargins(STEP, STEP, STEP, STEP)
        boxes.setDefaultWidget(self._fields.columns)
        menu.addAction(boxes)
        button.setMenu(menu)
        return button

    def _follow_choice(self) -> None:
        self._fields.show(self._choice.how())
        self._columns.setVisible(self.how.kind is Kind.WORKING)

    def _tool(self, name: str, told: str, work: Callable[[], object]) -> QToolButton:
        button = self._text_tool("", told, work)
        button.setIcon(icon(name))
        button.setIconSize(QSize(2 * STEP, 2 * STEP))
        return button

    def _text_tool(self, text: str, told: str, work: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setToolTip(told)
        button.setAccessibleName(told)
        button.clicked.connect(lambda: work())
        return button

    def _make(self) -> None:
        """Make the document anew off the main thread; what was being made is of no use any more."""
        self._give_up()
        tree = self._workbench.tree()
        if not self.isVisible():
            return
        if tree is None:
            self._pages.clear()
            return
        self._shown = self._typed()
        if self._shown is not None:
            tree = self._shown.within(tree)
        self._task = Task(transfer.printing(tree, self.how, self._workbench.session.changed()))
        self._task.done.connect(self._show)
        self._task.start()

    def _look(self) -> None:
        """Make the document anew where something else is being typed by now."""
        if self.isVisible() and self._typed() != self._shown:
            self._pause.start()

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.done.disconnect(self._show)
            self._task.cancel()
        self._task = None

    def _show(self, rendered: Rendered) -> None:
        self._task = None
        self._pages.show_document(rendered.data)
        self._tell()

    def _tell(self) -> None:
        self._number.setText(str(self._pages.page))
        self._count.setText(self.tr("of {count}").format(count=self._pages.count))
        self._percent.setText(self.tr("{number}%").format(number=round(100 * self._pages.zoom)))

    def _go(self) -> None:
        self._pages.go_to(int(self._number.text()))
        self._tell()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(STEP)
    for widget in widgets:
        row.addWidget(widget)
    return row
