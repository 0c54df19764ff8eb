"""The welcome page: four ways to begin, and the recently opened files."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from riskdesk.domain.gaps import GapKind
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.icons import icon
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.roles import give_role
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import ui_words
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.ahead import DueInFile, due_in
from riskdesk.ui.files.recent import recent, recent_name
from riskdesk.ui.welcome.choice import WelcomeChoice

# The action of a choice, its icon, its title, and its explanation.
_CHOICES = (
    (
        "example",
        "book-open",
        QT_TRANSLATE_NOOP("WelcomePage", "Look at the example"),
        QT_TRANSLATE_NOOP("WelcomePage", "The whole register of a programme, to read and to try everything on."),
    ),
    (
        "new",
        "file-plus",
        QT_TRANSLATE_NOOP("WelcomePage", "Begin a new register"),
        QT_TRANSLATE_NOOP("WelcomePage", "Blank, or with the five usual categories of a programme."),
    ),
    (
        "open",
        "folder-open",
        QT_TRANSLATE_NOOP("WelcomePage", "Open a file"),
        QT_TRANSLATE_NOOP("WelcomePage", "A register file that you were sent, or that lies in a folder of your team."),
    ),
    (
        "import",
        "file-up",
        QT_TRANSLATE_NOOP("WelcomePage", "Import a document"),
        QT_TRANSLATE_NOOP("WelcomePage", "A register in Word or Excel, or a PDF or JSON file that Riskdesk wrote."),
    ),
)
_WIDEST = 110 * UNIT
# The largest width of the choices if there are no files beside them.
_WIDEST_ALONE = 70 * UNIT
# From this width on, the files are beside the choices, else below them.
_WIDE = 100 * UNIT


class WelcomePage(QScrollArea):
    """The page that is shown before a register is open: ways to begin, and the recently opened files.

    The ways are actions of the window. `chosen` carries a file to open, `due_chosen` a file to open with the list of
    what is due in it, `left` says that the user is done with the page.
    """

    chosen = Signal(Path)
    due_chosen = Signal(Path)
    left = Signal()

    def __init__(self, workbench: Workbench, actions: Mapping[str, QAction], settings: Settings, home: Home) -> None:
        super().__init__()
        self._workbench, self._settings, self._home = workbench, settings, home
        self._choices = [self._choice(actions[name], *texts) for name, *texts in _CHOICES]
        self._back = QPushButton(self.tr("Back to the register"))
        self._back.clicked.connect(self.left)
        self._files = QVBoxLayout()
        self._listed: list[QWidget] = []
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QWidget()
        self._build()
        self.setFocusProxy(self._choices[0])
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=_WITHIN)
        leave.activated.connect(self.left)
        workbench.file_opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the recently opened files, and the button back if there is an open register."""
        self._back.setVisible(self._workbench.register_id is not None)
        focused = self.window().focusWidget()
        held = self._listed.index(focused) if focused in self._listed else None
        for old in self._listed:
            old.deleteLater()
        files = [path for path in recent(self._settings) if path != self._workbench.session.path.absolute()]
        head = [_text(self.tr("Opened before"))] if files else []
        self._listed = [*head, *(part for path in files for part in self._file(path))]
        for number, each in enumerate(self._listed):
            self._files.insertWidget(number, each)
        self._body.setStretch(1, 2 if files else 0)
        self._column.setMaximumWidth(_WIDEST if files else _WIDEST_ALONE)
        if held is not None:
            self._go_to(held)

    def _go_to(self, number: int) -> None:
        """Give the focus to what is listed now where another file was; to the last one, or the page, if it was last."""
        if not self._listed:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        choice = self._listed[min(number, len(self._listed) - 1)]
        # Qt shows what is put into a layout only later.
        choice.show()
        choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() >= _WIDE
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _choice(self, action: QAction, picture: str, title: str, line: str) -> WelcomeChoice:
        def follow() -> None:
            choice.setEnabled(action.isEnabled())

        choice = WelcomeChoice(_translated(title), _translated(line), icon(picture))
        choice.clicked.connect(action.trigger)
        action.changed.connect(follow)
        follow()
        return choice

    def _file(self, path: Path) -> list[WelcomeChoice]:
        """The button that opens a file and, if something in it is due, the one that lists that."""
        # Zero-width spaces let a path wrap between its folders.
        name = recent_name(path, self._home)
        choice = WelcomeChoice(name, str(path.parent).replace("/", "/\u200b").replace("\\", "\\\u200b"))
        choice.setAccessibleDescription(str(path.parent))
        choice.clicked.connect(lambda: self.chosen.emit(path))
        due = due_in(self._settings, path)
        return [choice] if due is None else [choice, self._due(path, name, due)]

    def _due(self, path: Path, name: str, due: DueInFile) -> WelcomeChoice:
        overdue, passed = due.counts[GapKind.OVERDUE], due.counts[GapKind.REVIEW_DUE]
        parts = (
            (overdue, self.tr("%Ln mitigation(s) overdue", "", overdue)),
            (passed, self.tr("%Ln review date(s) passed", "", passed)),
        )
        line = QLocale().createSeparatedList([text for count, text in parts if count])
        if due.new:
            day = ui_words().date(due.since)
            line = self.tr("{due}; %Ln new since {day}", "", due.new).format(due=line, day=day)
        choice = WelcomeChoice(self.tr("%Ln due", "", due.count), line, icon("calendar"))
        choice.setAccessibleName(self.tr("{file}: {due}").format(file=name, due=self.tr("%Ln due", "", due.count)))
        choice.clicked.connect(lambda: self.due_chosen.emit(path))
        return choice

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        give_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(self.tr("Welcome"))
        self.setProperty("chapter", "The welcome page")
        for layout in (ways := QVBoxLayout(), self._files):
            layout.setSpacing(UNIT)
            # With an alignment, a button would not get the height that its wrapped texts need.
            layout.addStretch(1)
        for number, choice in enumerate(self._choices):
            ways.insertWidget(number, choice)
        self._body.setSpacing(3 * UNIT)
        self._body.addLayout(ways, 3)
        self._body.addLayout(self._files)
        column = QVBoxLayout(self._column)
        column.setSpacing(2 * UNIT)
        column.addWidget(_text(self.tr("Welcome to Riskdesk"), larger=2))
        column.addWidget(_text(self.tr("Write, assess and print the risk register of a co-operation programme.")))
        column.addSpacing(UNIT)
        column.addLayout(self._body)
        column.addWidget(_text(self.tr("Each thing you do is saved at once. F1 opens the manual.")))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(_centred(self._column))


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _centred(column: QWidget) -> QWidget:
    page = QWidget()
    # Otherwise the page would scroll whenever wrapping texts could need more height than they do.
    page.setMinimumHeight(1)
    layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
    layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, UNIT)
    layout.addStretch(1)
    layout.addWidget(column, 1000)
    layout.addStretch(1)
    page.setBackgroundRole(QPalette.ColorRole.Base)
    page.setAutoFillBackground(True)
    return page


def _text(text: str, larger: float = 1) -> QLabel:
    label = PlainLabel(text, wraps=True)
    label.setFont(scaled_font(label.font(), larger))
    return label


def _translated(text: str) -> str:
    return QCoreApplication.translate("WelcomePage", text)
