"""Likelihood, impact and status of the selected items as submenus of a context menu."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from riskdesk.desk.action import in_turn
from riskdesk.domain import codes
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.records import kind_name
from riskdesk.domain.scale import Level
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.kit.plain import with_ampersands
from riskdesk.kit.qt import without_arguments
from riskdesk.ui.bench.language import ui_language, ui_text, ui_words
from riskdesk.ui.bench.workbench import Workbench

Choices: TypeAlias = Mapping[object, str]
_STATES = {Risk: codes.RISK_STATES, Mitigation: codes.MITIGATION_STATES}


class LevelMenus(QObject):
    """The menus that set likelihood, impact and status of the selected items.

    Each is shown only if all selected items are of a kind that has the field.
    """

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._menus = {name: QMenu(parent) for name in ("likelihood", "impact", "status")}

    @property
    def menus(self) -> Iterable[QMenu]:
        """The menus, in the order in which they are shown."""
        return self._menus.values()

    def refresh(self) -> None:
        """Fill the menus with the choices for the present selection."""
        tree, selected_ids = self._workbench.tree(), set(self._workbench.selection)
        items = [*tree.among(selected_ids)] if tree is not None else []
        kinds = {type(item) for item in items}
        kind = kinds.pop() if len(kinds) == 1 else None
        scale = tree.register.scale if tree is not None and kind is Risk else None
        self._fill("likelihood", items, _levels(scale.likelihood) if scale else {})
        self._fill("impact", items, _levels(scale.impact) if scale else {})
        states = _STATES.get(kind, {}) if kind is not None else {}
        self._fill("status", items, {code: label.text(ui_language()) for code, label in states.items()})

    def _fill(self, field: str, items: Sequence[Item], choices: Choices) -> None:
        menu = self._menus[field]
        menu.clear()
        menu.menuAction().setVisible(bool(choices))
        if not choices:
            return
        menu.setTitle(FIELDS[kind_name(type(items[0]))][field].label.text(ui_language()))
        menu.setEnabled(not self._workbench.read_only)
        values = {getattr(item, field) for item in items}
        for value, name in choices.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(values == {value})
            action.triggered.connect(without_arguments(partial(self._set, field, value, tuple(items))))

    def _set(self, field: str, value: object, items: Sequence[Item]) -> None:
        # Imported only when something is chosen.
        from riskdesk.desk.edits import edit

        edits = [edit(type(item), item.id, **{field: value}) for item in items]
        self._workbench.run(in_turn(edits))


def _levels(levels: Sequence[Level]) -> Choices:
    """The levels by their numbers, which are also their access keys."""
    names = (with_ampersands(ui_text(level.name)) for level in levels)
    labels: dict[object, str] = {number: f"&{number}  {name}" for number, name in enumerate(names, 1)}
    return labels | {None: ui_words().not_assessed}
