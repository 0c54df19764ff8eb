"""The inspector: shows the selection, and makes an action of each edit of a field."""

from collections.abc import Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from riskdesk.desk import find
from riskdesk.domain.fields import RESIDUAL
from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step
from riskdesk.domain.tree import Item, RegisterTree
from riskdesk.domain.values import Category, Entry, Register, Risk
from riskdesk.kit.fields import LineField, TextField
from riskdesk.kit.focus import bring_to_front
from riskdesk.kit.roles import give_role
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector.groups import CategoryPage, EntryPage
from riskdesk.ui.inspector.of_text import is_of_text
from riskdesk.ui.inspector.tabs import InspectorTabs
from riskdesk.ui.pages.area import PageArea
from riskdesk.ui.pages.head import Head
from riskdesk.ui.pages.page import Page
from riskdesk.ui.pages.pages import BarePage, MitigationPage, RegisterPage, RiskPage
from riskdesk.ui.pages.shared import Shared

AnyPage = TypeVar("AnyPage", bound=Page)

# The codes of the open sections, one per line.
OPEN_SECTIONS = Setting("inspector/open", str, RESIDUAL.en)


class Inspector(QStackedWidget):
    """The panel that shows and edits the fields of the selected item, or of the register.

    The register is shown if its own id is the selection. A `PageEditor` handles typed text: text that cannot be
    stored is held for its item. Which sections are open is kept in the settings. `turning` switches between the
    fields and the history. `command_wanted` carries the name of a command.
    """

    command_wanted = Signal(str)

    def __init__(self, workbench: Workbench, settings: Settings) -> None:
        super().__init__()
        self._workbench, self._settings = workbench, settings
        self._shared = Shared(workbench, self)
        self._writing = self._shared.writing
        self._head = Head(self)
        self.turning = InspectorTabs(self, self._head.tabs, workbench, settings)
        self._areas: dict[Page, PageArea] = {}
        self._shown: RegisterTree | None = None
        self._chosen: tuple[str, ...] = ()
        self._begins_at: QWidget = self._head
        # For screen readers, a stack of Qt's has no parts but its pages: they would not find the head and its tabs.
        give_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(self.tr("Inspector"))
        self.setProperty("chapter", "The inspector")
        workbench.typing.add(self._writing, self)
        workbench.register_opened.connect(self._refresh)
        workbench.selected.connect(self._on_selected)
        workbench.stepped.connect(self._on_stepped)
        self.turning.turned.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(40 * UNIT, 60 * UNIT)

    def field_of(self, problem: Problem) -> str | None:
        """The name of the field whose text has a problem; None if no field has it."""
        return self._writing.field_of(problem)

    def lead_back(self, problem: Problem) -> None:
        """Scroll to the field whose text has a problem, and give it the focus."""
        name = self.field_of(problem)
        if name is not None:
            self.reveal_field((name,), Qt.FocusReason.OtherFocusReason)

    def reveal_part(self, name: str, start: int, end: int, *, write: bool) -> bool:
        """Scroll to a field of the page, and select a part of its text; False if there is no such field.

        With `write`, the field also gets the focus; False if it is read-only.
        """
        self.turning.show_fields()
        page = self._current_page()
        field = page.fields.get(name) if page is not None else None
        if page is None or not isinstance(field, LineField | TextField) or (write and not page.isEnabled()):
            return False
        page.unfold(name)
        field.select_part(start, end)
        self._bring(page, field, Qt.FocusReason.OtherFocusReason if write else None)
        return True

    def reveal_field(self, names: Sequence[str], reason: Qt.FocusReason | None = None) -> bool:
        """Scroll to the first of these fields that is filled in, else to the first; False if there is none.

        With a `reason`, the field also gets the focus for it, and as by Tab, its line is selected; False if read-only.
        """
        self.turning.show_fields()
        page = self._current_page()
        own_names = [name for name in names if page is not None and name in page.fields]
        if page is None or not own_names or (reason is not None and not page.isEnabled()):
            return False
        name = next((name for name in own_names if page.is_filled(name)), own_names[0])
        page.unfold(name)
        self._bring(page, page.fields[name].stops()[0], reason)
        return True

    def deselect(self) -> None:
        """Clear the selection in all texts."""
        for page in self._areas:
            page.deselect()

    def _bring(self, page: Page, field: QWidget, reason: Qt.FocusReason | None) -> None:
        if reason is not None:
            field.setFocus(reason)
        self._areas[page].settle()
        self._areas[page].reveal(field)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the first field of the page, else to its area.

        With a focus proxy, Tab would skip the tabs of the head; with the focus itself, it would be announced as well.
        """
        self._begins_at.setFocus(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_head()

    def event(self, event: QEvent) -> bool:
        """Accept the keys of text editing here, so that they are not shortcuts of the sheet."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_of_text(event):
            event.accept()
            return True
        return super().event(event)

    def _current_page(self) -> Page | None:
        return next((page for page, area in self._areas.items() if area is self.currentWidget()), None)

    def _page(self, kind: type[AnyPage]) -> AnyPage:
        """The page of a kind, created at the first call."""
        page = next((page for page in self._areas if type(page) is kind), None)
        if page is None:
            page = kind()
            page.edited.connect(self._writing.store)
            self._shared.watch(page.fields.values(), page.spoken)
            page.command_wanted.connect(self.command_wanted)
            page.folded.connect(partial(self._keep_folds, page))
            open_codes = self._settings.get(OPEN_SECTIONS).splitlines()
            for section in page.sections:
                section.set_open(section.code in open_codes)
            area = PageArea(page, self)
            self.addWidget(area)
            if self._areas:
                # Qt appends new widgets to the tab order of the window, behind the widgets after the inspector.
                last_page, before = list(self._areas.items())[-1]
                QWidget.setTabOrder(last_page.stops()[-1] if last_page.stops() else before, area)
            page.order_stops(area)
            self._areas[page] = area
        return page

    def _keep_folds(self, page: Page) -> None:
        """Save which sections the user has opened."""
        others = set(self._settings.latest(OPEN_SECTIONS).splitlines()) - {section.code for section in page.sections}
        open_codes = [section.code for section in page.sections if section.is_open]
        self._settings.set(OPEN_SECTIONS, "\n".join([*open_codes, *sorted(others)]))

    def _place_head(self) -> None:
        """Place the head at the top of the inspector, if it is visible."""
        height = self._head.sizeHint().height() if not self._head.isHidden() else 0
        self._head.setGeometry(0, 0, self.width(), height)
        self.setContentsMargins(0, height, 0, 0)

    def _on_stepped(self, step: Step) -> None:
        self._writing.follow(step)
        self._on_selected()

    def _on_selected(self) -> None:
        """Show the selection, unless it is shown already, as after a step that also changed the selection."""
        if self._workbench.tree() is not self._shown or self._workbench.selection != self._chosen:
            self._refresh()

    def _refresh(self) -> None:
        tree = self._workbench.tree()
        self._shown, self._chosen = tree, self._workbench.selection
        for area in self._areas.values():
            area.keep_place()
        if tree is None:
            self._show_words(self.tr("Nothing is open."))
            return
        ids = set(self._workbench.selection)
        items = [*islice(tree.among(ids), 2)]
        if tree.register.id in ids and not items:
            self._show_register(tree.register)
        elif len(items) == 1:
            self._show_item(tree, items[0])
        elif items:
            text = self.tr("%Ln item(s) selected", "", sum(len(category.ids & ids) for category in tree.categories))
            can_change = bool(tree.bullets_among(ids))
            self._show_words(text, self.tr("Choose a single one to see its fields."), can_change_together=can_change)
        else:
            self._show_words(
                self.tr("Nothing is selected."),
                self.tr("Choose a risk, mitigation, category or entry, or the title of the register, to see it here."),
            )

    def _show_words(self, head: str, text: str = "", *, can_change_together: bool = False) -> None:
        page = self._page(BarePage)
        self._writing.turn_to(page, None)
        page.show_words(head, text, can_change_together=can_change_together)
        self._show(page)

    def _show_register(self, register: Register) -> None:
        page = self._page(RegisterPage)
        self._writing.turn_to(page, register)
        page.show_register(register)
        self._show(page)

    def _show_item(self, tree: RegisterTree, item: Item) -> None:
        page: Page
        if isinstance(item, Risk):
            page = self._page(RiskPage)
            self._writing.turn_to(page, item)
            page.show_risk(item, tree.register.scale, find.owners(tree))
        elif isinstance(item, Category):
            page = self._page(CategoryPage)
            self._writing.turn_to(page, item)
            page.show_category(item, tree)
        elif isinstance(item, Entry):
            page = self._page(EntryPage)
            self._writing.turn_to(page, None)
            page.show_entry(item, tree)
        else:
            page = self._page(MitigationPage)
            self._writing.turn_to(page, item)
            page.show_mitigation(item, find.owners(tree))
        self._show(page)

    def _show(self, page: Page) -> None:
        """Bring a page to the front; `setFocus` then goes to its first field, else to its area."""
        self._writing.give_back()
        self._head.setVisible(page.title is not None)
        if page.title is not None:
            self._head.show_title(page.title)
        self._place_head()
        page.setEnabled(not self._workbench.read_only)
        area = self._area(page)
        first = page.first if page.isEnabled() and area is self._areas[page] else None
        if bring_to_front(self, area):
            # Not to a field, into which the user would type by mistake.
            area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begins_at = first or area
        self._areas[page].take_place()

    def _area(self, page: Page) -> QWidget:
        """The widget to show for a page: its scroll area, or the history of its item if that is chosen."""
        if page.title is not None and self.turning.is_turned:
            return self.turning.history_of(self._chosen[0])
        self._areas[page].name()
        return self._areas[page]
