"""The window of help: chapters on the left, their text beside them, and a search in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QSizePolicy,
    QToolBar,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.icons import icon
from riskdesk.kit.letter_size import grown
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.second_window import SecondWindow
from riskdesk.kit.splitter import Splitter
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.actions import ACTIONS
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.help import keys
from riskdesk.ui.help.browser import HelpBrowser
from riskdesk.ui.help.manual import changes, chapters, manual
from riskdesk.ui.help.search import TextSearch

KEYS, NEWS = QUrl("help:keys.html"), QUrl("help:news.md")
_URL = Qt.ItemDataRole.UserRole
_SIZE = QSize(960, 640)
_CONTENTS = 35 * UNIT


@dataclass(frozen=True)
class HelpPlace:
    """The page shown in a help window, and the window's geometry on the screen."""

    page: QUrl
    room: QRect


class HelpWindow(SecondWindow):
    """The window of help, which stays open beside the main window, and is reused rather than created again."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("chapter", "Help")
        self.setWindowTitle(self.tr("Help"))
        self._contents = QTreeWidget(self)
        self._browser = HelpBrowser({KEYS.path(): keys.page, NEWS.path(): self._news}, self)
        self._search = TextSearch(self._browser)
        self._listed: Path | None = None
        self._build()
        self._add_tools()
        self._browser.sourceChanged.connect(self._follow)
        self._contents.itemClicked.connect(self._go)
        self._contents.itemActivated.connect(self._go)

    def sizeHint(self) -> QSize:
        return _SIZE

    @property
    def place(self) -> HelpPlace:
        """The page shown, and the geometry of the window."""
        return HelpPlace(self._browser.source(), self.geometry())

    def show_again(self, place: HelpPlace) -> None:
        """Show what another help window has shown, without taking the focus."""
        self.show_aside(place.room)
        self._browser.setSource(place.page)

    def show_page(self, url: QUrl) -> None:
        """Show a page, scroll to the chapter in its URL, and bring the window to the front."""
        if self.isHidden():
            self.take_size()
        self.open_up()
        # Set last, as the position of a chapter is known only when the text has its width.
        self._browser.setSource(url)
        self.come_to_front()
        self._browser.setFocus()

    def _build(self) -> None:
        self._contents.setHeaderHidden(True)
        without_frame(self._contents)
        self._contents.setAccessibleName(self.tr("Contents"))
        without_frame(self._browser)
        self._browser.setAccessibleName(self.tr("Text of the help"))
        parts = Splitter(parent=self)
        parts.addWidget(self._contents)
        parts.addWidget(self._browser)
        parts.setStretchFactor(1, 1)
        contents, whole = grown(_CONTENTS, self), grown(_SIZE.width(), self)
        parts.setSizes([contents, whole - contents])
        self.setCentralWidget(parts)

    def _add_tools(self) -> None:
        bar = self.add_fixed_bar(self.tr("Tool bar"))
        back = self._tool(bar, self.tr("Back"), "arrow-left", QKeySequence.StandardKey.Back, self._browser.backward)
        on = self._tool(bar, self.tr("Forward"), "arrow-right", QKeySequence.StandardKey.Forward, self._browser.forward)
        for action, available in ((back, self._browser.backwardAvailable), (on, self._browser.forwardAvailable)):
            action.setEnabled(False)
            available.connect(action.setEnabled)
        bar.addSeparator()
        self._tool(bar, self.tr("Larger"), "zoom-in", ACTIONS["zoom_in"].keys, self._browser.zoomIn)
        self._tool(bar, self.tr("Smaller"), "zoom-out", ACTIONS["zoom_out"].keys, self._browser.zoomOut)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(self._search)
        for shortcuts, work in (
            (ACTIONS["find"].keys, self._search.focus),
            (ACTIONS["find_next"].keys, self._search.next),
            (ACTIONS["find_previous"].keys, self._search.previous),
            (ACTIONS["zoom_reset"].keys, self._reset_zoom),
            ([QKeySequence("Esc")], self.close),
        ):
            quiet = QAction(self)
            quiet.setShortcuts(shortcuts)
            quiet.triggered.connect(work)
            self.addAction(quiet)

    def _tool(
        self,
        bar: QToolBar,
        text: str,
        picture: str,
        shortcuts: QKeySequence.StandardKey | list[QKeySequence],
        work: Callable[[], object],
    ) -> QAction:
        action = bar.addAction(icon(picture), text)
        action.setShortcuts(shortcuts)
        action.setToolTip(f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.triggered.connect(without_arguments(work))
        return action

    def _reset_zoom(self) -> None:
        self._browser.setFont(self.font())

    def _follow(self, url: QUrl) -> None:
        """Select the current chapter in the contents, which are listed again for a manual in another language."""
        file = Path(url.toLocalFile()) if url.isLocalFile() else self._listed or manual(ui_language())
        if file != self._listed:
            self._list(file)
        items = QTreeWidgetItemIterator(self._contents)
        while item := items.value():
            listed = item.data(0, _URL)
            if listed.path() == url.path() and listed.fragment() in (url.fragment(), ""):
                self._contents.setCurrentItem(item)
            items += 1
        self._search.restart()

    def _list(self, file: Path) -> None:
        """List the chapters of a manual, then the other pages."""
        self._contents.clear()
        self._listed = file
        above: dict[int, QTreeWidget | QTreeWidgetItem] = {0: self._contents}
        for chapter in chapters(file):
            url = QUrl.fromLocalFile(str(file))
            if chapter.level > 1:
                url.setFragment(chapter.anchor)
            above[chapter.level] = _item(above[chapter.level - 1], chapter.title, url)
        _item(self._contents, self.tr("Keyboard shortcuts"), KEYS)
        _item(self._contents, self.tr("What is new"), NEWS)
        self._contents.expandToDepth(0)

    def _go(self, item: QTreeWidgetItem) -> None:
        self._browser.setSource(item.data(0, _URL))

    def _news(self) -> str:
        """The list of changes in Markdown, under the title that it has in the contents."""
        _title, _, news = changes(ui_language()).read_text("utf-8").partition("\n")
        return f"# {self.tr('What is new')}\n{news}"


def _item(above: QTreeWidget | QTreeWidgetItem, title: str, url: QUrl) -> QTreeWidgetItem:
    item = QTreeWidgetItem(above, [title])
    item.setToolTip(0, as_tip(title))
    item.setData(0, _URL, url)
    return item
