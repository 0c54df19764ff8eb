"""What each part of a window would show if it were made anew from the file at this moment, beside what it shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTreeWidget,
    QWidget,
)

from riskdesk.desk.find import RegisterSearch
from riskdesk.desk.session import Session
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.fields.note import Note
from riskdesk.kit.settings import Settings
from riskdesk.ui.assess.meaning import AssessmentMeaning
from riskdesk.ui.assess.mode import AssessingMode
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps.button import GapsButton
from riskdesk.ui.gaps.panel import GapsPanel
from riskdesk.ui.gaps.watch import Watch
from riskdesk.ui.history.page import HistoryPage
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.levels import LevelButton, LevelsField
from riskdesk.ui.pages.outcome import Outcome
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.status import StatusLine
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.shell.window_title import WindowTitle
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.registers import RegistersPanel
from riskdesk.ui.side.rows import SUMMARY
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.sheet import Sheet

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
Shown = dict[str, object]


class Anew:
    """Another workbench on the file of a window, with the same register open and the same items selected."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        bench = window._workbench
        self.window, self.settings = window, settings
        self.session = Session.open(bench.session.path, bench.session.who, read_only=True)
        self.workbench = Workbench(self.session)
        self.workbench.open_register(bench.register_id)
        self.workbench.select(bench.selection)
        self._parent = QWidget()

    def close(self) -> None:
        self._parent.deleteLater()
        self.workbench.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.session.close()

    def differences(self) -> list[tuple[str, object, object]]:
        """Each part that shows something else than one made anew: its name, what it shows and what it should."""
        pairs = [pair for part in self._parts() for pair in part]
        return [(name, *_where(actual, expected)) for name, actual, expected in pairs if actual != expected]

    def _parts(self) -> Iterator[list[tuple[str, object, object]]]:
        bench, window = self.window._workbench, self.window
        yield [("registers of the session", bench.registers(), self.workbench.registers())]
        yield [("register of the session", bench.tree(), self.workbench.tree())]
        yield [("past", window._menus._past, self._past())]
        yield [("title of the window", window.windowTitle(), self._title())]
        yield self._actions()
        front = window._centre.front
        if front.isVisible():
            yield self._view(front)
        # While a title is written, its list is not filled.
        if window._registers._list.field is None:
            yield _both("registers", _rows(window._registers), _rows(RegistersPanel(self.workbench, self._parent)))
        if window._categories._list.field is None:
            yield _both("categories", _rows(window._categories), self._categories())
        yield _both("status", _status(window.statusBar()), _status(StatusLine(self.workbench, self._parent)))
        # A text is told of once it is typed.
        if bench.typing.draft() is None:
            yield [_unsaved(window.statusBar(), bench)]
        yield self._gaps()
        yield self._search(window._search)
        inspector = window.findChild(Inspector)
        if inspector is not None and inspector.isVisible():
            yield self._inspector(inspector)
        mode = window._stage.currentWidget()
        if isinstance(mode, AssessingMode):
            yield self._assessing(mode)

    def _title(self) -> str:
        window = QMainWindow(self._parent)
        WindowTitle(window, self.workbench, self.settings, self.window._home)
        return window.windowTitle()

    def _actions(self) -> list[tuple[str, object, object]]:
        """What can be done, and what is not saved; a text is not told of while somebody writes in it."""
        focused, before = QApplication.focusWidget(), _enabled(self.window)
        is_text = isinstance(focused, QLineEdit | QPlainTextEdit)
        self.window._commands.changed.emit()
        after = _enabled(self.window)
        return (
            []
            if is_text
            else [("what can be done, or cannot", sorted(before - after), []), ("", sorted(after - before), [])]
        )

    def _past(self) -> object:
        register = self.workbench.register_id
        return {"undo": self.session.undoable(register), "redo": self.session.redoable(register)}

    def _categories(self) -> Shown:
        panel = CategoriesPanel(self.workbench, self._parent)
        while panel._list._stale_rows:
            panel._list._tell_some()
        return _rows(panel)

    def _view(self, front: Any) -> list[tuple[str, object, object]]:
        if isinstance(front, Sheet):
            sheet = Sheet(self.workbench, self._parent)
            sheet.zoom = front.zoom
            sheet.viewport().resize(front.viewport().size())
            sheet._parts.display.restyle()
            return _both("sheet", _sheet(front, front), _sheet(sheet, front))
        if isinstance(front, RegisterList):
            register_list = RegisterList(self.workbench, self.settings, self._parent)
            register_list._missed = None
            register_list.listed.listing, register_list.listed._folded = front.listed.listing, set(front.listed._folded)
            register_list.listed.refresh()
            return _both("list", _list(front, front), _list(register_list, front))
        matrix = Matrix(self.workbench, self.settings, self._parent)
        matrix.tools.show_choice(front.tools.sides, ended=front.tools.ended)
        matrix.grid.resize(front.grid.size())
        matrix.grid.zoom = front.zoom
        matrix.refresh()
        return _both("matrix", _matrix(front), _matrix(matrix))

    def _gaps(self) -> list[tuple[str, object, object]]:
        mine = self.window._gaps_display.watch
        watch = Watch(self.workbench, self._parent)
        for each in (mine, watch):
            while not each.is_done:
                each._go_on()
        pairs = [("gaps", dict(mine.gaps), dict(watch.gaps)), ("count of gaps", mine.count, watch.count)]
        button = GapsButton(watch, self._parent)
        pairs.append(("button of gaps", self.window._gaps_display.button.text(), button.text()))
        panel = self.window._areas.area("gaps")
        if isinstance(panel, GapsPanel):
            other_panel = GapsPanel(self.workbench, watch, panel._assess, self._parent)
            pairs += _both("panel of gaps", _gaps(panel), _gaps(other_panel))
        return pairs

    def _search(self, box: SearchBox) -> list[tuple[str, object, object]]:
        tree, search = self.workbench.tree(), RegisterSearch(box.text)
        while box._later.isActive():
            box._search_on()
        if tree is not None:
            for _ in search.following(tree):
                pass
        expected = [] if tree is None else list(search.hits)
        ids, front = {hit.id for hit in expected}, self.window._centre.front
        marked = ids
        if isinstance(front, Sheet):
            marked = set(front.showing.hits)
        elif isinstance(front, RegisterList):
            marked = set(front._hits)
        elif isinstance(front, Matrix):
            marked = set(front.grid.appearance.hits)
        return [("hits", list(box._hits), expected), ("marked hits", marked, ids)]

    def _inspector(self, inspector: Inspector) -> list[tuple[str, object, object]]:
        other_inspector = Inspector(self.workbench, self.settings)
        other_inspector.setParent(self._parent)
        other_inspector.turning._tabs.setCurrentIndex(inspector.turning._tabs.currentIndex())
        current, other = inspector.currentWidget(), other_inspector.currentWidget()
        if isinstance(current, HistoryPage) and isinstance(other, HistoryPage):
            other._read()
            text, expected = current.text.toPlainText(), other.text.toPlainText()
            # More of it is read as one scrolls.
            return [("history", text[: len(expected)], expected)]
        page, anew = inspector._current_page(), other_inspector._current_page()
        typed = {draft.field for draft in self.window._workbench.typing.drafts() if draft.id in inspector._chosen}
        return [
            ("page of the inspector", type(page), type(anew)),
            *_both("inspector", _fields(page, typed), _fields(anew, typed)),
        ]

    def _assessing(self, mode: AssessingMode) -> list[tuple[str, object, object]]:
        if mode._risk is None:
            return []
        other_mode = AssessingMode(self.workbench, self.settings)
        other_mode.setParent(self._parent)
        tree = self.workbench.tree()
        risk = None if tree is None else tree.find(mode._risk.id)
        other_mode._register = mode._register
        other_mode._refresh(risk)  # type: ignore[arg-type]
        typed = {draft.field for draft in self.window._workbench.typing.drafts() if draft.id == mode._risk.id}
        return [
            ("risk of assessing mode", mode._risk, risk),
            ("place of assessing mode", mode._progress.place_text, other_mode._progress.place_text),
            ("done of assessing mode", mode._progress._done.text(), other_mode._progress._done.text()),
            *_both("form of assessing mode", _fields(mode._form, typed), _fields(other_mode._form, typed)),
            ("reading of assessing mode", _labels(mode._reading), _labels(other_mode._reading)),
        ]


@contextmanager
def anew(window: MainWindow, folder: Path) -> Iterator[Anew]:
    fresh = Anew(window, Settings(folder / "anew.json"))
    try:
        yield fresh
    finally:
        fresh.close()


def _where(actual: object, expected: object) -> tuple[object, object]:
    """The first parts of two lists that differ, however deep they are."""
    if isinstance(actual, list | tuple) and isinstance(expected, list | tuple) and len(actual) == len(expected):
        return next(
            _where(actual_part, expected_part)
            for actual_part, expected_part in zip(actual, expected, strict=True)
            if actual_part != expected_part
        )
    return actual, expected


def _both(name: str, actual: Shown, expected: Shown) -> list[tuple[str, object, object]]:
    return [(f"{name}: {key}", actual.get(key), expected.get(key)) for key in {**actual, **expected}]


def _enabled(window: MainWindow) -> set[str]:
    return {name for name, action in window._menus.actions.items() if action.isEnabled()}


def _sheet(sheet: Sheet, real: Sheet) -> Shown:
    """Lines, but for the one that is being written in the real sheet, and where they stand."""
    content, open_row = sheet.lines.content, real._parts.paper.open_row
    if real._parts.is_writing:
        written_id = None if open_row is None else real.lines.lines[open_row].id
        closed_lines = [line for line in content.lines if line.id and line.id != written_id]
        return {"lines": [(line.kind, line.id, line.parent, line.text, line.value) for line in closed_lines]}
    entered = real.lines.entered
    rows = range(len(content.lines))
    geometry = sheet.layout_of_lines
    geometry.settle(0, 100_000)
    return {
        "lines": list(content.lines),
        "heard": [sheet.lines.described(row) for row in rows if row != entered],
        "places": [geometry.rect(row).getRect() for row in rows],
        "rows": [content.rows.get(line.id) for line in content.lines if line.id],
        "selected": sheet.selected_ids(),
    }


def _list(view: RegisterList, real: RegisterList) -> Shown:
    model, typing = view.table.lines, real._workbench.typing
    draft_ids = {draft.id for draft in typing.drafts()}
    rows = [
        row for row, line in enumerate(model.lines) if getattr(getattr(line, "item", None), "id", "") not in draft_ids
    ]
    columns = range(model.columnCount())
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    return {
        "heads": heads,
        "cells": [[[model.index(row, at).data(role) for role in _ROLES] for at in columns] for row in rows],
        "count": view.bar._count.text(),
        "chips": view.chips._shown,
        "empty": not view.empty.isHidden() and view.empty._words.text(),
        "chosen": view.table.ids(),
        "hidden": view.hidden.accessibleName() * (not view.hidden.isHidden()),
    }


def _matrix(view: Matrix) -> Shown:
    picture = view.grid.picture
    model = view.grid.cells
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return {
        "board": picture and picture.board,
        "register": picture and picture.register,
        "boxes": picture and dict(picture._arranged.items()),
        "heard": [[model.index(row, at).data(Qt.ItemDataRole.AccessibleTextRole) for at in columns] for row in rows],
        "selected": view.grid.appearance.selected,
    }


def _rows(panel: Any) -> Shown:
    tree: QTreeWidget = panel._list
    items = [item for at in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(at)) is not None]
    roles = (*_ROLES, SUMMARY, Qt.ItemDataRole.UserRole)
    content: Shown = {
        "rows": [([item.data(0, role) for role in roles], item.flags().value) for item in items],
        "hint": not panel._hint.isHidden(),
    }
    return content


def _status(line: Any) -> Shown:
    return {"counts": line._counts.text(), "assessed": line._assessed.text()}


def _unsaved(line: Any, workbench: Workbench) -> tuple[str, object, object]:
    """What the status line says of what is typed."""
    before = line._saved.text()
    line._show_saved()
    return "unsaved", (before, workbench.typing.stuck()), (line._saved.text(), line._stuck)


def _gaps(panel: GapsPanel) -> Shown:
    return {"rows": _model(panel._model), "hint": not panel._hint.isHidden()}


def _model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[object]:
    at = parent or QModelIndex()
    indexes = [model.index(row, 0, at) for row in range(model.rowCount(at))]
    roles = (Qt.ItemDataRole.UserRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    return [([index.data(role) for role in roles], _model(model, index)) for index in indexes]


def _fields(page: Any, typed: set[str]) -> Shown:
    """The fields of a page in which nothing is typed, and the words beside them."""
    if page is None:
        return {}
    content: Shown = {name: _shown_in(field) for name, field in page.fields.items() if name not in typed}
    content["title of the page"] = page.title
    content["outcomes"] = [outcome.badge.accessibleName() for outcome in page.findChildren(Outcome)]
    content["words"] = _labels(page)
    return content


def _shown_in(field: Any) -> object:
    if isinstance(field, QLineEdit):
        return field.value(), field.text()
    if isinstance(field, QPlainTextEdit):
        return field.value(), field.toPlainText()
    if isinstance(field, QComboBox):
        return field.value(), field.currentText()
    buttons = [(button.text(), button.isChecked(), button.toolTip()) for button in field.findChildren(LevelButton)]
    return (field.value() if hasattr(field, "value") else None), buttons


def _labels(widget: QWidget) -> list[str]:
    """The words on a widget, but for why a text is not stored, and for what levels say where somebody is at them.

    Where a word may be broken depends on the room, which a window that was just made does not know yet.
    """
    labels = (label for label in widget.findChildren(QLabel) if not isinstance(label, Note))
    shown = (label for label in labels if not isinstance(label.parent(), LevelsField | Outcome | AssessmentMeaning))
    return [label.words if isinstance(label, BreakingLabel) else label.text() for label in shown]
