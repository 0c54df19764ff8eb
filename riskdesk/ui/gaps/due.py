"""The bar that shows, once a day, what has become due in the open register since it was last opened here."""

import datetime
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from riskdesk.domain.due import became_due
from riskdesk.domain.gaps import Gap, GapKind
from riskdesk.kit.announce import say
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.colours import colours_of
from riskdesk.kit.icons import icon
from riskdesk.kit.roles import give_role
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_words
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.ahead import due_register
from riskdesk.ui.gaps.seen import Seen
from riskdesk.ui.gaps.watch import Watch

_BUTTON = 4 * UNIT


class DueBar(QWidget):
    """The bar that shows what has become due in the open register; hidden if nothing has.

    `gaps_wanted` carries the gaps to list, and whether they are only those since the last visit. `left` is
    emitted if the bar is hidden while it has the focus.
    """

    gaps_wanted = Signal(object, bool)
    left = Signal()

    def __init__(self, workbench: Workbench, watch: Watch, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._watch, self._seen = workbench, watch, Seen(settings)
        self._due: Mapping[GapKind, Sequence[Gap]] = {}
        # The numbers of gaps of these kinds when the text was written.
        self._counts: dict[GapKind, int] = {}
        self._since: datetime.date | None = None
        self._is_new = True
        self._expected: Path | None = None
        self._settings = settings
        self.setProperty("chapter", "What is missing, what is due")
        give_role(self, QAccessible.Role.AlertMessage)
        self._text = BreakingLabel(self, vertical=QSizePolicy.Policy.Preferred)
        self.show_button = QPushButton(self.tr("&Show"), self)
        # So that Enter presses it, too.
        self.show_button.setAutoDefault(True)
        self.show_button.clicked.connect(self._show)
        self.cross = QToolButton(self)
        self.cross.setIcon(icon("x"))
        self.cross.setAutoRaise(True)
        self.cross.setFixedSize(_BUTTON, _BUTTON)
        self.cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cross.setAccessibleName(self.tr("Dismiss"))
        self.cross.setToolTip(self.tr("Dismiss (Esc)"))
        self.cross.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        layout.setSpacing(UNIT)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.show_button)
        layout.addWidget(self.cross)
        self.hide()
        workbench.file_left.connect(self.dismiss)
        workbench.register_opened.connect(self._on_opened)
        watch.changed.connect(self._judge)
        watch.changed.connect(self._follow)
        self._judge()

    @property
    def text(self) -> str:
        """The text of the bar."""
        return self._text.words

    def go(self) -> bool:
        """Give the focus to the bar; False if it is not shown."""
        if self.isHidden():
            return False
        self.show_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def expect(self, path: Path) -> None:
        """When that file is opened, list at once what is due in its first register with something due."""
        self._expected = path

    def dismiss(self) -> None:
        """Hide the bar until, on another day, something else has become due."""
        had_focus = self.isAncestorOf(self.focusWidget() or self) and self.focusWidget() is not None
        self.hide()
        if had_focus:
            self.left.emit()

    def hand_on(self) -> None:
        """Let the bar of the window that replaces this one tell the same, unless this one was dismissed."""
        if not self.isHidden():
            self._seen.note(self._workbench, self._since)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(colours_of(self.palette()).rule))

    def _on_opened(self) -> None:
        self._is_new = True
        self._counts = {}
        self.hide()
        self._judge()

    def _is_elsewhere(self) -> bool:
        """Whether the file expected has its due gaps in another register, which is then opened by a timer."""
        workbench, path = self._workbench, self._workbench.session.path.absolute()
        if self._expected != path:
            self._expected = None
            return False
        register = due_register(self._settings, path, [register.id for register in workbench.registers()])
        if register in (None, workbench.register_id):
            return False
        QTimer.singleShot(0, self, partial(workbench.open_register, register))
        return True

    def _judge(self) -> None:
        """Decide, once for each register that was opened, whether to show the bar."""
        tree = self._workbench.tree()
        if not self._is_new or tree is None or not self._watch.is_done or self._is_elsewhere():
            return
        self._is_new = False
        today, since = self._watch.day, self._seen.last(self._workbench)
        is_expected, self._expected = self._expected is not None, None
        is_seen = since is not None and since >= today
        self._since = None if is_seen else since
        self._due = {} if is_seen and not is_expected else became_due(self._watch.gaps, tree, self._since)
        if is_expected and not self._due:
            # Nothing new has become due, but what was due before still is.
            self._since, self._due = None, became_due(self._watch.gaps, tree, None)
        self._seen.note(self._workbench, today)
        if is_expected:
            # By a timer, so that all others have handled `register_opened` first.
            QTimer.singleShot(0, self, self._show if self._due else self._tell_nothing)
        elif self._due:
            self._tell()

    def _tell_nothing(self) -> None:
        self._workbench.post(Notice(self.tr("Nothing is due in this register any more")))

    def _tell(self) -> None:
        self._write(self._due)
        self.show()
        say(self, self.text)

    def _follow(self) -> None:
        """Leave out what is not due any more, as it was settled or deleted; hide the bar if nothing is left."""
        if self.isHidden() or not self._watch.is_done:
            return
        present = {kind: self._watch.gaps.get(kind, ()) for kind in self._due}
        counts = {kind: len(gaps) for kind, gaps in present.items()}
        # Comparing the gaps of a large register takes time, and most steps leave their number.
        if counts == self._counts:
            return
        self._counts = counts
        ids = {kind: {gap.id for gap in gaps} for kind, gaps in present.items()}
        left = {kind: [gap for gap in gaps if gap.id in ids[kind]] for kind, gaps in self._due.items()}
        if any(left.values()):
            self._write(left)
        else:
            self.dismiss()

    def _write(self, due: Mapping[GapKind, Sequence[Gap]]) -> None:
        text = self._listed(due)
        if self._since is not None:
            text = self.tr("New since {day}: {due}").format(day=ui_words().date(self._since), due=text)
        self._text.setText(text)
        self.setAccessibleName(text)

    def _listed(self, due: Mapping[GapKind, Sequence[Gap]]) -> str:
        counts = {kind: len(gaps) for kind, gaps in due.items()}
        overdue, passed, soon = (
            counts.get(kind, 0) for kind in (GapKind.OVERDUE, GapKind.REVIEW_DUE, GapKind.REVIEW_SOON)
        )
        parts = (
            (overdue, self.tr("%Ln mitigation(s) overdue", "", overdue)),
            (passed, self.tr("%Ln review date(s) passed", "", passed)),
            (soon, self.tr("%Ln review(s) due within 30 days", "", soon)),
        )
        return QLocale().createSeparatedList([text for count, text in parts if count])

    def _show(self) -> None:
        self.hide()
        self.gaps_wanted.emit(self._due, self._since is not None)
