"""Thousands of items are copied and pasted in another thread, in each view."""

import threading

import pytest

from riskdesk.desk import clip
from riskdesk.desk.clip import Clip
from riskdesk.desk.listing import tables
from riskdesk.domain.tree import RegisterTree
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.list import commands
from tests.ui.conftest import Opened, action


@pytest.fixture
def in_window(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What of the work of copying and pasting is done in the window's thread."""
    done_there, copy, from_json, table_of = [], clip.copy, Clip.from_json, tables.table_of

    def note(name: str) -> None:
        if threading.current_thread() is threading.main_thread():
            done_there.append(name)

    def noted_copy(tree: RegisterTree, ids: list[str]) -> Clip:
        note("copy")
        return copy(tree, ids)

    def noted_from_json(text: str) -> Clip:
        note("from_json")
        return from_json(text)

    def noted_table(*parts: object) -> object:
        note("table_of")
        return table_of(*parts)  # type: ignore[arg-type]

    monkeypatch.setattr(clip, "copy", noted_copy)
    monkeypatch.setattr(Clip, "from_json", noted_from_json)
    monkeypatch.setattr(commands, "table_of", noted_table)
    return done_there


@pytest.mark.parametrize("view", ["sheet", "list", "matrix"])
def test_the_window_is_painted_while_items_are_copied_and_pasted(
    open_window: Opened, workbench: Workbench, in_window: list[str], view: str
) -> None:
    window = open_window()
    action(window, "view_sheet" if view == "matrix" else f"view_{view}").trigger()
    tree = workbench.tree()
    assert tree is not None
    first = next(tree.risks)
    workbench.select([first.id])
    front = window._centre.front
    if view == "matrix":
        action(window, "view_matrix").trigger()
    window._centre.front.commands["copy"]()
    front.commands["paste"]()
    after = workbench.tree()
    assert after is not None
    assert [risk.description for risk in after.risks].count(first.description) > 1
    assert in_window == []
