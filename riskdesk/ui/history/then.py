"""A past state of a register, on a read-only sheet, with the changes since."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk.history import Then
from riskdesk.desk.item_names import Names
from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.domain.records import parent_of
from riskdesk.domain.replay import Key
from riskdesk.domain.text import short
from riskdesk.kit.alerts import alert
from riskdesk.kit.icons import icon
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.second_window import SecondWindow
from riskdesk.kit.settings import Settings
from riskdesk.kit.splitter import Splitter
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.actions import ACTIONS
from riskdesk.ui.bench.language import sentence, ui_number, ui_words
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.waiting_task import show_writing
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.history.telling import item_texts
from riskdesk.ui.history.text import ReadText
from riskdesk.ui.notices.banner import under_banner
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.transfer.commands import TransferCommands
from riskdesk.ui.transfer.print_commands import PrintCommands
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.showing.fate import Fate

_SIZE = QSize(1100, 720)
_BESIDE = 36 * UNIT
# The number of items listed of each sort.
_MOST = 200


class ThenWindow(SecondWindow):
    """A window that shows a past state of a register, from a session in memory.

    It closes together with the window from which it was opened.
    """

    def __init__(
        self,
        then: Then,
        session: Session,
        settings: Settings,
        choice: PrintChoice,
        parent: QMainWindow | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then = then
        moment = ui_words().moment(then.step.at)
        title = short(then.tree.register.title or ui_words().untitled)
        self.setWindowTitle(self.tr("“{register}” as it was on {moment}").format(register=title, moment=moment))
        notice = self.tr(
            "The register as it was on {moment}, to be read only. {changed} changed since · {removed} removed since"
        )
        self._bench = Workbench(
            session, self, why_read_only=notice.format(moment=moment, changed=Fate.CHANGED, removed=Fate.REMOVED)
        )
        self._bench.open_register(then.tree.register.id)
        self._bench.problem_reported.connect(self._tell_failure)
        self._bench.notice_posted.connect(self._tell)
        self.sheet = Sheet(self._bench, self)
        for part in (self, self.sheet):
            part.setProperty("chapter", "The history of the register")
        self.list = ReadText(self.tr("What became of it since"), self, self._write)
        self._transfer = TransferCommands(self, self._bench, settings, choice, as_of=then.step.at)
        self._printing = PrintCommands(self, self._bench, choice, then.step.at)
        self._arrange()
        self._add_tools()
        self._write()
        # It may be destroyed with the window it was opened from, without a close event.
        self.destroyed.connect(session.close)

    def sizeHint(self) -> QSize:
        return _SIZE

    def come_up(self) -> None:
        """Show the window in front, with the focus on the sheet."""
        self.take_size()
        self.show()
        self.come_to_front()
        self.sheet.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        if show_writing([self]):
            event.ignore()
        else:
            super().closeEvent(event)

    def _arrange(self) -> None:
        self.sheet.setBackgroundRole(QPalette.ColorRole.Mid)
        self.sheet.setAutoFillBackground(True)
        since = self._then.since
        self.sheet.lines.fates = {identity: Fate.CHANGED for _, identity in since.changed} | {
            identity: Fate.REMOVED for _, identity in since.removed
        }
        parts = Splitter(parent=self)
        parts.addWidget(self.sheet)
        parts.addWidget(self.list)
        parts.setStretchFactor(0, 1)
        parts.setSizes([_SIZE.width() - _BESIDE, _BESIDE])
        self.setCentralWidget(under_banner(self._bench, parts))

    def _add_tools(self) -> None:
        bar = self.add_fixed_bar(self.tr("Tool bar"))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        looks = self.sheet.commands
        for words, picture, name, work in (
            (self.tr("Export PDF…"), "file-down", "export_pdf", self._transfer.export_pdf),
            (self.tr("Print…"), "printer", "print", self._printing.ask_print),
            (self.tr("Larger"), "zoom-in", "zoom_in", looks["zoom_in"]),
            (self.tr("Smaller"), "zoom-out", "zoom_out", looks["zoom_out"]),
        ):
            action = bar.addAction(icon(picture), words)
            action.setShortcuts(ACTIONS[name].keys)
            key_text = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words.removesuffix('…')} ({key_text})")
            action.triggered.connect(without_arguments(work))
        for keys, work in (
            (ACTIONS["zoom_reset"].keys, looks["zoom_reset"]),
            (ACTIONS["copy"].keys, looks["copy"]),
            ([QKeySequence("Esc")], self.close),
        ):
            quiet = QAction(self)
            quiet.setShortcuts(keys)
            quiet.triggered.connect(without_arguments(work))
            self.addAction(quiet)

    def _write(self) -> None:
        """List the changes since, with links to the items on the sheet."""
        then, now, since = Names(self._then.tree), Names(self._then.now), self._then.since
        self.list.begin()
        self._write_group(self.tr("Changed since"), since.changed, then)
        self._write_group(self.tr("Removed since"), since.removed, then, whole=True)
        self._write_group(self.tr("Added since"), since.added, now, whole=True, leads=False)
        if not (since.changed or since.removed or since.added):
            self.list.paragraph(1).add(self.tr("Nothing has changed since."))
        self.list.end()

    def _write_group(
        self, head: str, keys: Iterable[Key], names: Names, *, whole: bool = False, leads: bool = True
    ) -> None:
        members = set(keys)
        order = [key for key in names.all() if key in members]
        if whole:
            # An item that was added or removed together with its parent is not listed again.
            order = [key for key in order if parent_of(key, names.record(*key)) not in members]
        if not order:
            return
        self.list.paragraph(1.5).add(
            self.tr("{head} ({count})").format(head=head, count=ui_number(len(order))), bold=True
        )
        for kind, identity in order[:_MOST]:
            name, text = item_texts(kind, names.record(kind, identity))
            paragraph = self.list.paragraph(0.5, 1)
            if leads:
                paragraph.link(name, partial(self._go_to, identity))
            else:
                paragraph.add(name)
            paragraph.add(f" {text}" if text else "")
        if len(order) > _MOST:
            more = self.tr("and %Ln more item(s)", "", len(order) - _MOST)
            self.list.paragraph(0.5, 1).add(more, quiet=True)

    def _go_to(self, identity: str) -> None:
        self._bench.select([identity])
        self.sheet.reveal_item(identity)

    def _tell_failure(self, problem: Problem) -> None:
        alert(self, sentence(problem))

    def _tell(self, notice: Notice) -> None:
        self.statusBar().showMessage(notice.text)
