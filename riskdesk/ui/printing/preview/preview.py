"""The preview beside the sheet: fields and tools above the pages, which are made again after each change."""

import datetime
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.problems import Problem
from riskdesk.kit.announce import say
from riskdesk.kit.flow import Flow
from riskdesk.kit.hairline import Hairline
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.popup import Popup
from riskdesk.kit.tasks import LatestTask
from riskdesk.kit.theme import UNIT
from riskdesk.report import Rendered, render
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.fields import PrintFields
from riskdesk.ui.printing.missing import missing_text
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.printing.preview.tools import PageTools

# The document is made this long after the last change, which is the time of a few key strokes.
_PAUSE_MS = 250
_WATCH_MS = 300
# After this time, the preview says that the document is being made.
_PATIENCE_MS = 600
# The margin of the fields above the pages.
_SIDE = 3 * UNIT // 2


class Preview(QWidget):
    """The preview beside the sheet: the PDF that an export would write now, with what is being typed."""

    def __init__(self, workbench: Workbench, choice: PrintChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chapter", "The preview")
        self._workbench, self._choice = workbench, choice
        self._shown_draft = workbench.typing.draft()
        self._rendering = LatestTask(self)
        self._heard_page = 0
        # The ids of the registers whose document is being made, and whose is shown.
        self._coming_register = self._shown_register = ""
        self._fields = PrintFields(choice.how(), workbench, self)
        self._columns = QPushButton(self.tr("Columns"), self)
        Popup(self._columns, self._fields.columns)
        self._pages = Pages(self)
        self._tools = PageTools(self._pages, self)
        self._notice = PlainLabel(parent=self, wraps=True)
        self._watch = self._timer(_WATCH_MS, self._follow_draft, single=False)
        self._pause = self._timer(_PAUSE_MS, self._make)
        self._patience = self._timer(_PATIENCE_MS, self._ask_for_patience)
        self._lay_out()
        self._connect()
        self._watch.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make()

    @property
    def how(self) -> Print:
        """How the document is printed."""
        return self._fields.chosen()

    def zoom_in(self) -> None:
        """Make the pages larger."""
        self._pages.zoom_by(1)

    def zoom_out(self) -> None:
        """Make the pages smaller."""
        self._pages.zoom_by(-1)

    def zoom_reset(self) -> None:
        """Make the pages as large as on paper."""
        self._pages.zoom_to(1)

    def _timer(self, after: int, work: Callable[[], None], *, single: bool = True) -> QTimer:
        timer = QTimer(self, interval=after, singleShot=single)
        timer.timeout.connect(work)
        return timer

    def _lay_out(self) -> None:
        fields = self._fields
        self._name(fields.kind, self.tr("Document"))
        self._name(fields.paper, self.tr("Paper"))
        self._name(fields.orientation, self.tr("Orientation"))
        self._name(fields.sides, self.tr("Assessments"))
        self._notice.hide()
        for box in (fields.kind, fields.sides):
            box.fit_choices()
        last = (fields.sets, self._columns, fields.sides, fields.ended)
        chosen = (fields.kind, fields.paper, fields.orientation, *last)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, UNIT, _SIDE, UNIT)
        head.setSpacing(UNIT)
        head.addLayout(Flow(UNIT, *chosen))
        head.addWidget(self._tools)
        head.addWidget(self._notice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Hairline(self))
        layout.addWidget(self._pages, 1)
        for before, after in pairwise((*chosen, *self._tools.stops, self._pages)):
            self.setTabOrder(before, after)
        self.setFocusProxy(self._pages)

    def _name(self, field: QWidget, name: str) -> None:
        """Give a field an accessible name; on Linux, a combo box needs a label for that."""
        field.setAccessibleName(name)
        label = PlainLabel(name, self)
        label.setBuddy(field)
        label.hide()

    def _say_page(self) -> None:
        """Announce another page to screen readers, if the user turned to it in the preview."""
        focused, page = QApplication.focusWidget(), self._pages.page
        if page != self._heard_page and focused is not None and self.isAncestorOf(focused):
            say(self._pages, self._pages.accessibleName())
        self._heard_page = page

    def _connect(self) -> None:
        self._rendering.done.connect(self._show)
        self._rendering.failed.connect(self._on_failed)
        self._pages.turned.connect(self._say_page)
        for changed in (self._workbench.stepped, self._workbench.register_opened, self._choice.changed):
            changed.connect(self._pause.start)
        self._fields.changed.connect(lambda: self._choice.choose(self.how))
        self._choice.changed.connect(self._follow_choice)
        self._follow_choice()

    def _follow_choice(self) -> None:
        self._fields.show(self._choice.how())
        self._columns.setVisible(self.how.kind is DocumentKind.WORKING)
        self._fields.sides.setVisible(self.how.kind is DocumentKind.MATRIX)
        self._fields.ended.setVisible(self.how.kind is not DocumentKind.WORKING)

    def _make(self) -> None:
        """Make the document off the main thread, and cancel any that is being made."""
        self._give_up()
        tree = self._workbench.tree()
        if not self.isVisible():
            return
        if tree is None:
            self._tell("")
            self._pages.clear()
            return
        self._shown_draft = self._workbench.typing.draft()
        if self._shown_draft is not None:
            tree = self._shown_draft.within(tree)
        self._coming_register = tree.register.id
        changed, today = self._workbench.session.changed_at(), datetime.date.today()
        self._rendering.start(partial(render, tree, self.how, changed, today))
        self._patience.start()

    def _ask_for_patience(self) -> None:
        """Say that the pages are being made; hide pages of another register, which could be taken for the new ones."""
        self._tell(self.tr("Preparing pages…"))
        if self._coming_register != self._shown_register:
            self._pages.clear()

    def _follow_draft(self) -> None:
        """Make the document again if the text being typed has changed."""
        if self.isVisible() and self._workbench.typing.draft() != self._shown_draft:
            self._pause.start()

    def _give_up(self) -> None:
        self._patience.stop()
        self._rendering.drop()

    def _show(self, rendered: Rendered) -> None:
        self._shown_register = self._coming_register
        self._patience.stop()
        self._pages.show_document(rendered.data)
        self._tell(" ".join((missing_text(), *rendered.missing)) if rendered.missing else "")

    def _on_failed(self, error: Exception) -> None:
        self._patience.stop()
        self._pages.clear()
        self._tell(sentence(error) if isinstance(error, Problem) else "")

    def _tell(self, text: str) -> None:
        """Show a message above the pages and announce it; hide it if it is empty."""
        if text != self._notice.text():
            say(self._notice, text)
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
