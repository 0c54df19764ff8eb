"""The tool bar: the actions used most in the order of work, then the search.

In a narrow window, words are hidden before anything is cut.
"""

from bisect import bisect_left
from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.actions import TOOLBAR
from riskdesk.ui.shell.search import NARROW, NARROWEST, WIDTH, SearchBox


class ToolBarWords(StrEnum):
    """The places for the words of the tool bar: beside the icons, under them, or nowhere."""

    BESIDE = "beside"
    UNDER = "under"
    NONE = "none"


TOOL_BAR_WORDS = Setting("window/tool-bar", str, ToolBarWords.BESIDE.value)
_STYLES = {
    ToolBarWords.BESIDE: Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    ToolBarWords.UNDER: Qt.ToolButtonStyle.ToolButtonTextUnderIcon,
    ToolBarWords.NONE: Qt.ToolButtonStyle.ToolButtonIconOnly,
}
_PRIMARY = "export_pdf"
_FIRST_ADD = "add_risk"
_ADD, _WIDE_SEARCH, _SEARCH = "add", "wide search", "search"
# What is hidden as room gets short: first the words of well-known icons, that of the primary button last. The search
# becomes narrow in between, and at the end, where its buttons and the lines between the groups are hidden, too.
_GIVE_WAY = (
    *(
        ("undo", "redo"),
        ("new", "open"),
        ("show_preview",),
        ("view_sheet", "view_list", "view_matrix"),
        (_WIDE_SEARCH,),
    ),
    *(("add_category", "add_entry", _ADD), (_FIRST_ADD, "add_mitigation"), (_PRIMARY,), (_SEARCH,)),
)


class ToolBar(QToolBar):
    """The tool bar, with words beside or under its icons, or none.

    `choose` sets where words are; they are shown as far as there is room.
    """

    def __init__(self, actions: Mapping[str, QAction], search: SearchBox, settings: Settings) -> None:
        super().__init__(QCoreApplication.translate("Actions", "Tool bar"))
        self._settings, self._search = settings, search
        self._needed: dict[int, int] = {}
        self._level, self._search_width = -1, 0
        self.setObjectName("toolbar")
        self.setMovable(False)
        self._add = PlainLabel(self.tr("Add"))
        self._buttons = self._make_buttons(actions)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        search.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.addWidget(search)
        search.hits_changed.connect(self._on_hits_changed)

    @property
    def words(self) -> ToolBarWords:
        """Where words are shown if there is room."""
        return self._settings.member(TOOL_BAR_WORDS, ToolBarWords.BESIDE)

    def choose(self, words: str) -> None:
        """Set where words are shown from now on."""
        self._settings.set(TOOL_BAR_WORDS, ToolBarWords(words).value)
        self._measure_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._needed:
            self._measure_anew()

    def _make_buttons(self, actions: Mapping[str, QAction]) -> dict[str, QToolButton]:
        buttons = {}
        for name, word in TOOLBAR:
            if name == "-":
                self.addSeparator()
                continue
            if name == _FIRST_ADD:
                self._add_label()
            action = actions[name]
            action.setIconText(QCoreApplication.translate("ToolBar", word))
            self.addAction(action)
            button = self.widgetForAction(action)
            assert isinstance(button, QToolButton), "Qt makes one for each action"
            buttons[name] = button
        buttons[_PRIMARY].setProperty("primary", True)
        buttons[_PRIMARY].setAutoRaise(False)
        return buttons

    def _add_label(self) -> None:
        """Add the word “Add” before the buttons that name what can be added."""
        self._add.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        # In line with the words of the buttons.
        self._add.setContentsMargins(UNIT // 2, 0, UNIT // 2, 2)
        self._add_action = self.addWidget(self._add)

    def _on_hits_changed(self) -> None:
        """Make room for the texts of the search."""
        if self._needed and self._search.sizeHint().width() != self._search_width:
            self._measure_anew()

    def _measure_anew(self) -> None:
        self._needed, self._level = {}, -1
        self._fit()

    def _fit(self) -> None:
        """Show the words of the first level that fits, or none if no level does."""
        levels, layout = range(len(_GIVE_WAY)), self._renewed_layout()
        # Else Qt hides what has no room in a level that is only measured, and takes the focus from the search.
        layout.setEnabled(False)
        try:
            # Each level is narrower than the one before, but for the first: only that may have words under the icons.
            self._show_level(0 if self._has_room(0) else bisect_left(levels, True, lo=1, key=self._has_room))
        finally:
            layout.setEnabled(True)
        self._search_width = self._search.sizeHint().width()
        # Else Qt still offers what had no room before the words were hidden.
        self._renewed_layout().activate()

    def _has_room(self, level: int) -> bool:
        """Whether a level fits; each is measured only once."""
        if level not in self._needed:
            self._show_level(level)
            self._needed[level] = self._renewed_layout().sizeHint().width()
        return self._needed[level] <= self.width()

    def _renewed_layout(self) -> QLayout:
        layout = self.layout()
        assert layout is not None, "Qt makes one"
        layout.invalidate()
        return layout

    def _show_level(self, level: int) -> None:
        """Hide what the first `level` stages name, and show the rest."""
        if level == self._level:
            return
        self._level = level
        narrowed = {name for names in _GIVE_WAY[:level] for name in names}
        for name, button in self._buttons.items():
            button.setToolButtonStyle(_STYLES[ToolBarWords.NONE if name in narrowed else self._style(narrowed)])
        self._add_action.setVisible(_ADD not in narrowed and self.words is not ToolBarWords.NONE)
        for gap in filter(QAction.isSeparator, self.actions()):
            gap.setVisible(_SEARCH not in narrowed)
        narrowest = _SEARCH in narrowed
        self._search.set_width(
            NARROWEST if narrowest else NARROW if _WIDE_SEARCH in narrowed else WIDTH, steps=not narrowest
        )

    def _style(self, narrowed: set[str]) -> ToolBarWords:
        """Where words are: not under the icons once some are hidden, as the bar would be high for only a few."""
        return ToolBarWords.BESIDE if narrowed and self.words is ToolBarWords.UNDER else self.words
