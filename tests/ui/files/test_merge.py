"""The dialog of a merge shows where both sides differ."""

from contextlib import closing
from pathlib import Path
from threading import Thread, current_thread
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks, together
from riskdesk.desk.action import Action
from riskdesk.desk.copies import Copy
from riskdesk.desk.merging import Merge
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.merge import Clash, Merger
from riskdesk.domain.replay import State
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.damage import DamageDialog
from riskdesk.ui.files.merge import MergeDialog
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened


def changed_copy(workbench: Workbench, folder: Path, *actions: Action) -> Path:
    """A copy of the open file in which somebody else did some actions."""
    copy = folder / "copy.riskdesk"
    workbench.session.send(Copy(history=True), copy)
    with closing(Session.open(copy, "B. Other")) as other:
        for action in actions:
            other.run(action)
    return copy


def choose_copy(window: MainWindow, copy: Path) -> None:
    """Choose the command, and the copy that it asks for."""
    window._commands.run("merge_copy")
    (asking,) = window.findChildren(QFileDialog)
    asking.selectFile(str(copy))
    asking.accept()


def tick(dialog: MergeDialog, state: Qt.CheckState) -> None:
    """Tick the first clash, or not."""
    assert dialog._model.setData(dialog._model.index(0, 0), state.value, Qt.ItemDataRole.CheckStateRole)


def text_of(dialog: MergeDialog, row: int, column: int) -> str:
    return str(dialog._model.index(row, column).data())


def is_bold(dialog: MergeDialog, row: int, column: int) -> bool:
    font = dialog._model.index(row, column).data(Qt.ItemDataRole.FontRole)
    return font is not None and font.bold()


def test_a_clash_is_described_once_it_is_seen(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = workbench.tree()
    assert tree is not None
    all_risks = list(tree.risks)
    copy = changed_copy(workbench, tmp_path, together.change(all_risks, {"owner": "There", "note": "there"}))
    workbench.run(together.change(all_risks, {"owner": "Here", "note": "here"}))
    described: list[object] = []
    describe = Merge.described

    def noting_described(merge: Merge, clash: Clash, telling: Telling) -> tuple[str, str, str]:
        described.append(clash)
        return describe(merge, clash, telling)

    monkeypatch.setattr(Merge, "described", noting_described)
    dialog = MergeDialog(workbench.session.merge(copy), copy)
    qtbot.addWidget(dialog)
    assert dialog._model.rowCount() == 2 * len(all_risks)
    assert len(described) == 1, "that of the current one is shown in full"


def test_the_window_goes_on_while_both_are_compared(
    qtbot: QtBot, open_window: Opened, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    copy = changed_copy(workbench, tmp_path, risks.edit(risk.id, note="there", owner="B. Other"))
    workbench.run(risks.edit(risk.id, note="here"))
    threads: list[Thread] = []
    bring_together = Merger.merge

    def noting_merge(*sides: Any) -> State:
        threads.append(current_thread())
        return bring_together(*sides)

    monkeypatch.setattr(Merger, "merge", noting_merge)
    window = open_window()
    window._commands.run("merge_copy")
    (asking,) = window.findChildren(QFileDialog)
    visibilities: list[bool] = []
    asking.fileSelected.connect(lambda _: visibilities.append(asking.isVisible()))
    asking.selectFile(str(copy))
    asking.accept()
    (dialog,) = window.findChildren(MergeDialog)
    assert dialog.isVisible()
    for state in (Qt.CheckState.Checked, Qt.CheckState.Unchecked):
        tick(dialog, state)
    count = len(threads)
    dialog.accept()
    assert next(workbench.session.tree(tree.register.id).risks).note == "here"
    assert len(threads) > count > 0
    assert current_thread() not in threads
    assert visibilities == [False]


def test_texts_that_differ_late_look_different_and_are_shown_whole(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path
) -> None:
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    long = f"{risk.description}, and the partners that were to be appointed by the end of the year are"
    shorter = "The partners that were to be appointed by spring are"
    copy = changed_copy(
        workbench, tmp_path, risks.edit(risk.id, description=f"{long} late", note=f"{shorter} late", owner="B. Other")
    )
    workbench.run(risks.edit(risk.id, description=f"{long} not there", note=f"{shorter} not there", owner="A. Tester"))
    dialog = MergeDialog(workbench.session.merge(copy), copy)
    qtbot.addWidget(dialog)
    dialog.show()
    texts_by_name = {}
    for row in range(dialog._model.rowCount()):
        metrics = dialog._list.fontMetrics()
        room = [dialog._list.columnWidth(column) - 2 * metrics.averageCharWidth() for column in (2, 3)]
        texts = (text_of(dialog, row, column) for column in (2, 3))
        # As much of each as there is room for.
        texts_seen = [
            next(text[:n] for n in range(len(text), -1, -1) if metrics.horizontalAdvance(text[:n]) <= width)
            for text, width in zip(texts, room, strict=True)
        ]
        texts_by_name[text_of(dialog, row, 0)] = texts_seen
        dialog._list.setCurrentIndex(dialog._model.index(row, 0))
    # Else Qt would measure thousands of rows one by one.
    assert dialog._list.uniformRowHeights()
    assert len(texts_by_name) == 3
    assert all(here != there for here, there in texts_by_name.values())
    for field in ("description", "note"):
        texts = next(texts for name, texts in texts_by_name.items() if field in name)
        assert [text[0] for text in texts] == ["…", "…"]
        assert [text.rsplit(" are ", 1)[1] for text in texts] == ["not there", "late"]


def test_one_click_takes_or_keeps_all(qtbot: QtBot, workbench: Workbench, tmp_path: Path) -> None:
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    copy = changed_copy(workbench, tmp_path, risks.edit(risk.id, note="there", owner="B. Other"))
    workbench.run(risks.edit(risk.id, note="here", owner="A. Tester"))
    dialog = MergeDialog(workbench.session.merge(copy), copy)
    qtbot.addWidget(dialog)
    dialog.show()
    take, keep = (
        next(button for button in dialog.findChildren(QPushButton) if button.text() == text)
        for text in ("&Take all from the copy", "&Keep all of mine")
    )
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert len(dialog.ticked_places()) == 2
    assert "“here” → “there”" in dialog.particulars.toPlainText()
    assert [is_bold(dialog, 1, column) for column in (2, 3)] == [False, True]
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert dialog.ticked_places() == frozenset()
    assert dialog.particulars.toPlainText() == "No changes to merge."
    assert [is_bold(dialog, 1, column) for column in (2, 3)] == [True, False]
    here = dialog._list.visualRect(dialog._model.index(1, 2))
    qtbot.mouseClick(dialog._list.viewport(), Qt.MouseButton.LeftButton, pos=here.center())
    qtbot.keyClick(dialog._list, Qt.Key.Key_Space)
    assert [is_bold(dialog, 1, column) for column in (2, 3)] == [False, True]


def test_a_tick_leaves_what_is_read_in_sight(qtbot: QtBot, workbench: Workbench, tmp_path: Path) -> None:
    tree = workbench.tree()
    assert tree is not None
    first, *others = tree.risks
    copy = changed_copy(workbench, tmp_path, *(risks.edit(risk.id, note="there") for risk in (first, *others)))
    workbench.run(risks.edit(first.id, note="here"))
    dialog = MergeDialog(workbench.session.merge(copy), copy)
    qtbot.addWidget(dialog)
    dialog.show()
    bar = dialog.particulars.verticalScrollBar()
    bar.setValue(5)
    tick(dialog, Qt.CheckState.Checked)
    assert "“here” → “there”" in dialog.particulars.toPlainText()
    assert bar.value() == 5


@pytest.mark.parametrize("are_several", [False, True])
def test_each_item_names_its_register_where_there_are_several(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, *, are_several: bool
) -> None:
    tree = workbench.tree()
    assert tree is not None
    first, second, *_ = tree.risks
    if are_several:
        workbench.session.run(registers.add(template("coe", Language.ENGLISH)))
    copy = changed_copy(workbench, tmp_path, risks.edit(first.id, note="there"), risks.edit(second.id, note="there"))
    workbench.run(risks.edit(first.id, note="here"))
    dialog = MergeDialog(workbench.session.merge(copy), copy)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog._list.isColumnHidden(1) is not are_several
    assert text_of(dialog, 0, 1) == (tree.register.title if are_several else "")
    assert dialog._place.isVisible()
    assert dialog._place.text() == (f"{tree.register.title} · " if are_several else "") + "risk R-01 · note"
    lines = dialog.particulars.toPlainText().splitlines()
    assert (tree.register.title in lines) is are_several


@pytest.mark.parametrize("content", [b"", b"no register file", b"cut"])
def test_a_copy_that_cannot_be_opened_is_not_taken_for_the_open_file(
    open_window: Opened, workbench: Workbench, tmp_path: Path, content: bytes
) -> None:
    copy = tmp_path / "copy.riskdesk"
    workbench.session.back_up()
    workbench.session.send(Copy(history=True), copy)
    copy.write_bytes(copy.read_bytes()[:50_000] if content == b"cut" else content)
    window = open_window()
    choose_copy(window, copy)
    assert not [box for box in window.findChildren(DamageDialog) if box.isVisible()]
    (box,) = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert str(copy) in box.text()


def test_a_register_that_a_merge_changes_stays_open_where_it_adds_another_one(
    open_window: Opened, workbench: Workbench, tmp_path: Path
) -> None:
    copy = changed_copy(
        workbench,
        tmp_path,
        registers.edit(str(workbench.register_id), prepared_by="B. Other"),
        registers.add(template("coe", Language.FRENCH)),
    )
    window, before = open_window(), workbench.register_id
    choose_copy(window, copy)
    (dialog,) = window.findChildren(MergeDialog)
    dialog.accept()
    for take_back in (workbench.undo, workbench.redo):
        assert workbench.register_id == before
        take_back()
    assert len(workbench.registers()) == 2
    assert workbench.register_id == before
