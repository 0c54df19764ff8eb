"""The menus of the list: filters, sorting, groups and columns."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from riskdesk.domain.fields import FieldType
from riskdesk.domain.folding import fold
from riskdesk.domain.list_filters import FILTERS, FilterField, FilterKind
from riskdesk.domain.listing import GROUPS, LISTED, OWNERS, ListColumn, usual_columns
from riskdesk.kit.letters import give_letters
from riskdesk.kit.plain import as_tip, menu_text, with_ampersands
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.staying_menu import StayingMenu, ValuesMenu
from riskdesk.ui.views.list.table import ListTable
from riskdesk.ui.views.list.words import value_text

# By how much a column is made wider or narrower, in pixels.
_WIDER = 4 * UNIT


def _empty(menu: QMenu) -> None:
    """Empty a menu, and delete its submenus and action groups, which Qt would leave behind."""
    menu.clear()
    for kind in (QMenu, QActionGroup):
        for inner in menu.findChildren(kind, options=Qt.FindChildOption.FindDirectChildrenOnly):
            inner.deleteLater()


class ListMenus(QObject):
    """The menus of the list, for the buttons above it and its header; they are filled when they open."""

    def __init__(self, workbench: Workbench, listed: Listed, table: ListTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._listed, self._table, self._parent = workbench, listed, table, parent
        self.filters = self._menu(self._fill_filters)
        self.sorts = self._menu(self._fill_sorts, StayingMenu)
        self.groups = self._menu(self._fill_groups)
        self.columns = self._menu(self._fill_columns, StayingMenu)

    def of_head(self, name: str) -> QMenu:
        """Return the menu for a column."""
        menu = StayingMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self._label(name))
        self._fill_column(menu, name)
        return menu

    def _label(self, name: str) -> str:
        return with_ampersands(LISTED[self._listed.listing.rows][name].label.text(ui_language()))

    def _fill_column(self, menu: StayingMenu, name: str) -> None:
        listed = self._listed
        self._add(menu, self.tr("&Sort by this"), lambda: listed.ask(listed.listing.sorted_by(name)))
        self._add(
            menu, self.tr("Sort &further by this"), lambda: listed.ask(listed.listing.sorted_by(name, further=True))
        )
        by = next((by for by in GROUPS if name in (by, OWNERS[listed.listing.rows] if by == "owner" else by)), None)
        if by is not None:
            self._add(menu, self.tr("&Group by this"), partial(self._group, by))
        menu.addSeparator()
        left = self._add(menu, self.tr("Move &left"), lambda: move(-1))
        right = self._add(menu, self.tr("Move &right"), lambda: move(1))

        def show_moves() -> None:
            place = self._place(name)
            left.setEnabled(place > 0)
            right.setEnabled(place < len(listed.listing.columns) - 1)

        def move(by: int) -> None:
            self._move(self._place(name), by)
            show_moves()

        show_moves()
        wider = self._add(menu, self.tr("&Wider"), partial(self._widen, name, _WIDER))
        narrower = self._add(menu, self.tr("&Narrower"), partial(self._widen, name, -_WIDER))
        for action in (left, right, wider, narrower):
            menu.repeat(action)
        self._add(menu, self.tr("&Usual width"), lambda: listed.ask(listed.listing.resized(self._place(name), 0)))
        hide = self._add(menu, self.tr("&Hide column"), partial(self._toggle_column, name))
        hide.setEnabled(len(listed.listing.columns) > 1)

    def _place(self, name: str) -> int:
        """The place of the column of a field."""
        return next(at for at, column in enumerate(self._listed.listing.columns) if column.field == name)

    def _menu(self, fill: Callable[[QMenu], None], kind: type[QMenu] = QMenu) -> QMenu:
        menu = kind(self._parent)
        menu.aboutToShow.connect(partial(_empty, menu))
        menu.aboutToShow.connect(partial(fill, menu))
        menu.aboutToShow.connect(partial(give_letters, menu))
        return menu

    def _fill_filters(self, menu: QMenu) -> None:
        """Add a menu for each filter that has values; filters that only the matrix uses have none here."""
        for filter_field in FILTERS[self._listed.listing.rows].values():
            values = list(self._values(filter_field))
            if not values:
                continue
            inner = ValuesMenu(menu, with_ampersands(filter_field.label.text(ui_language())))
            inner.setToolTipsVisible(True)
            menu.addMenu(inner)
            self._fill_values(inner, filter_field, values)

    def _fill_values(self, menu: QMenu, filter_field: FilterField, values: Iterable[str]) -> None:
        context, chosen_values = self._listed.context, self._listed.listing.values(filter_field.name)
        for value in values:
            text = value_text(filter_field, value, context) if context is not None else value
            action = self._add(menu, menu_text(menu, text), partial(self._toggle_value, filter_field.name, value))
            action.setToolTip(as_tip(text))
            action.setCheckable(True)
            action.setChecked(value in chosen_values)

    def _values(self, filter_field: FilterField) -> Iterable[str]:
        """The values that a filter offers; the empty value is last."""
        tree, context, field = self._workbench.tree(), self._listed.context, filter_field.of
        if tree is None or context is None or filter_field.kind in (FilterKind.TEXT, FilterKind.CELL):
            return []
        if field is None:
            return filter_field.words
        if filter_field.name == "category":
            return dict.fromkeys(category.category.title for category in tree.categories)
        if field.type is FieldType.PERSON:
            return [*self._listed.names(field.name), ""]
        if field.codes:
            return [*field.codes, ""]
        steps = context.scale.levels_of(field.name) if field.type is FieldType.LEVEL else context.scale.bands
        return [*map(str, range(len(steps), 0, -1)), ""]

    def _toggle_value(self, name: str, value: str) -> None:
        listing = self._listed.listing
        chosen = listing.values(name)
        new_values = tuple(other for other in chosen if other != value) if value in chosen else (*chosen, value)
        self._listed.ask(listing.filtered(name, *new_values))

    def _fill_sorts(self, menu: QMenu) -> None:
        listing, catalogue = self._listed.listing, LISTED[self._listed.listing.rows]
        keys = [sort.field for sort in listing.sorts]
        for column in listing.columns:
            text = with_ampersands(catalogue[column.field].label.text(ui_language()))
            if column.field in keys:
                way = (
                    self.tr("descending")
                    if listing.sorts[keys.index(column.field)].descending
                    else self.tr("ascending")
                )
                text = self.tr("{field} ({number}, {way})").format(
                    field=text, number=keys.index(column.field) + 1, way=way
                )
            action = self._add(menu, text, partial(self._sort, menu, column.field))
            action.setCheckable(True)
            action.setChecked(column.field in keys)
        menu.addSeparator()
        as_is = self._add(menu, self.tr("As in the &register"), lambda: self._listed.ask(replace(listing, sorts=())))
        as_is.setEnabled(bool(keys))

    def _sort(self, menu: QMenu, name: str) -> None:
        """Add a field to the sort keys, reverse it, or remove it; the menu stays open and shows it.

        The keyboard stays at the field, so that screen readers report how it is sorted now.
        """
        self._listed.ask(self._listed.listing.sorted_by(name, further=True))
        menu.clear()
        self._fill_sorts(menu)
        give_letters(menu)
        if menu.isVisible():
            menu.setActiveAction(menu.actions()[self._place(name)])

    def _fill_groups(self, menu: QMenu) -> None:
        choices = QActionGroup(menu)
        catalogue, rows = LISTED[self._listed.listing.rows], self._listed.listing.rows
        names = {"": self.tr("No groups")} | {
            by: catalogue[OWNERS[rows] if by == "owner" else by].label.text(ui_language()) for by in GROUPS
        }
        for by, name in names.items():
            action = self._add(menu, name, partial(self._group, by))
            action.setCheckable(True)
            action.setActionGroup(choices)
            action.setChecked(by == self._listed.listing.group)

    def _group(self, by: str) -> None:
        self._listed.ask(replace(self._listed.listing, group=by))

    def _fill_columns(self, menu: QMenu) -> None:
        listing = self._listed.listing
        self._add_this_column(menu)
        shown_fields = [column.field for column in listing.columns]
        names = {name: field.label.text(ui_language()) for name, field in LISTED[listing.rows].items()}
        for name in sorted(names, key=lambda name: fold(names[name])):
            action = self._add(menu, with_ampersands(names[name]), partial(self._toggle_column, name))
            action.setCheckable(True)
            action.setChecked(name in shown_fields)
        menu.addSeparator()
        self._add(
            menu,
            self.tr("&Usual columns"),
            lambda: self._listed.ask(replace(listing, columns=usual_columns(listing.rows))),
        )

    def _add_this_column(self, menu: QMenu) -> None:
        """Add a menu for the column of the current cell."""
        index = self._table.currentIndex()
        if index.isValid():
            name = self._table.fields()[index.column()].name
            inner = StayingMenu(menu, self.tr("&This column ({field})").format(field=self._label(name)))
            self._fill_column(inner, name)
            menu.addMenu(inner)
            menu.addSeparator()

    def _toggle_column(self, name: str) -> None:
        """Show a column at the end, or hide it; one is always left."""
        listing = self._listed.listing
        others = tuple(column for column in listing.columns if column.field != name)
        if len(others) == len(listing.columns):
            others = (*others, ListColumn(name))
        self._listed.ask(replace(listing, columns=others or listing.columns))

    def _move(self, place: int, by: int) -> None:
        """Move a column to the left or right; the current cell moves with it."""
        columns = list(self._listed.listing.columns)
        columns.insert(place + by, columns.pop(place))
        self._listed.ask(replace(self._listed.listing, columns=tuple(columns)))

    def _widen(self, name: str, by: int) -> None:
        """Make a column wider or narrower, as the mouse does."""
        head, place = self._table.head, self._place(name)
        head.resizeSection(place, head.sectionSize(place) + round(by * self._table.zoom))

    def _add(self, menu: QMenu, text: str, work: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(without_arguments(work))
        return action
