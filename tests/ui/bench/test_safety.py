"""What the window does so that nothing is lost: drafts, backups, conflicts, a file that is another one."""

import datetime
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from riskdesk.desk import health, items, registers, risks
from riskdesk.desk.formats import Request
from riskdesk.desk.item_names import NamesInStore
from riskdesk.desk.session import Session
from riskdesk.domain.printing import Print
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.records import Record
from riskdesk.domain.text import short
from riskdesk.domain.values import Risk
from riskdesk.kit import apart
from riskdesk.store import opening
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.files.backups import BackupsDialog
from riskdesk.ui.files.conflict import ConflictDialog
from riskdesk.ui.files.damage import DamageDialog
from riskdesk.ui.files.merge import MergeDialog
from riskdesk.ui.files.replaced import ReplacedDialog
from riskdesk.ui.files.send_copy import SendCopyDialog
from riskdesk.ui.notices.banner import Banner
from riskdesk.ui.shell.status import StatusLine
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.exporting import Exporting
from tests.settled import settle
from tests.systems import needs_moves
from tests.ui.answering import choose, press
from tests.ui.bench.opened import begin_to_type, dialog, open_main_window
from tests.ui.conftest import action, inspector_field, inspector_of, sheet
from tests.ui.page_limit import fill_the_disk, make_room


@pytest.fixture
def window(qtbot: QtBot, workbench: Workbench, home: Home, tmp_path: Path) -> MainWindow:
    return open_main_window(qtbot, workbench, home, tmp_path)


def first_risk(session: Session) -> Risk:
    return next(session.tree(session.registers()[0].id).risks)


def test_text_that_was_being_typed_is_offered_once_after_a_crash(
    window: MainWindow, qtbot: QtBot, workbench: Workbench, home: Home, tmp_path: Path
) -> None:
    begin_to_type(window, qtbot, "Half a sentence")
    assert window._drafting is not None
    window._drafting.keep()
    # What a kill leaves: the file with the draft, and no end of the writing.
    left = next(home.drafts.iterdir()).read_bytes()
    window.close()
    workbench.undo()
    home.drafts.mkdir(exist_ok=True)
    (home.drafts / f"{workbench.session.id}.json").write_bytes(left)
    again = open_main_window(qtbot, workbench, home, tmp_path)
    offer = dialog(again, ReportDialog)
    assert "Half a sentence" in offer.findChild(QPlainTextEdit).toPlainText()
    press(offer, "Restore text")
    assert first_risk(workbench.session).description == "Half a sentence"
    settle()
    assert not list(home.drafts.iterdir())


def test_a_new_bullet_and_a_field_are_drafts_too(window: MainWindow, qtbot: QtBot, workbench: Workbench) -> None:
    view = sheet(window)
    view.choose(view.lines.content.rows[first_risk(workbench.session).id])
    action(window, "add_risk").trigger()
    qtbot.keyClicks(view.writing.editor, "New one")
    draft = workbench.typing.draft()
    assert draft is not None
    view.writing.cancel()
    step = workbench.run(draft.action()).step
    assert step is not None
    assert "New one" in {risk.description for risk in workbench.tree().risks}

    workbench.select([first_risk(workbench.session).id])
    field = inspector_field(window, "note")
    qtbot.keyClicks(field, "In a field")
    draft = workbench.typing.draft()
    assert (draft.kind, draft.field, draft.text) == ("risk", "note", "In a field")


def test_what_has_become_an_action_is_no_draft(window: MainWindow, qtbot: QtBot, home: Home) -> None:
    begin_to_type(window, qtbot, "Whole sentence")
    assert window._drafting is not None
    window._drafting.keep()
    assert list(home.drafts.iterdir())
    qtbot.keyClick(sheet(window).writing.editor, Qt.Key.Key_Tab)
    settle()
    assert not list(home.drafts.iterdir())


def test_both_values_of_a_conflict_are_shown_and_mine_written_if_wanted(
    window: MainWindow, qtbot: QtBot, other: Session, session: Session
) -> None:
    risk = first_risk(session)
    begin_to_type(window, qtbot, "Mine")
    other.run(risks.edit(risk.id, description="Theirs"))
    qtbot.keyClick(sheet(window).writing.editor, Qt.Key.Key_Tab)
    clash = dialog(window, ConflictDialog)
    assert shown_values(clash) == ["Theirs", "Mine"]
    assert first_risk(session).description == "Theirs"
    assert sheet(window).writing.row is None
    press(clash, "Save my version")
    assert first_risk(session).description == "Mine"


def shown_values(clash: QDialog) -> list[str]:
    return [box.toPlainText() for box in clash.findChildren(QPlainTextEdit) if box.isVisibleTo(clash)]


def test_two_places_to_which_both_moved_a_risk_are_named(
    window: MainWindow, workbench: Workbench, other: Session, session: Session
) -> None:
    risk, (_, *categories) = first_risk(session), session.tree(session.registers()[0].id).categories
    entries = [category.entries[0] for category in categories[:2]]
    for writer, entry in zip((other, workbench), entries, strict=True):
        writer.run(items.place([risk.id], entry.entry.id, 0))
    words = [(short(each.category.title), short(each.entries[0].risks[0].description)) for each in categories[:2]]
    assert shown_values(dialog(window, ConflictDialog)) == [
        f"category “{title}” · entry “{description}”" for title, description in words
    ]


def test_places_in_registers_that_are_not_open_are_named_with_these(
    window: MainWindow, workbench: Workbench, other: Session, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, record = set[Thread](), NamesInStore.record

    def noted(names: NamesInStore, *parts: str) -> Record:
        threads.add(current_thread())
        return record(names, *parts)

    monkeypatch.setattr(NamesInStore, "record", noted)
    risk, here = first_risk(session), session.registers()[0]
    for _ in range(2):
        session.run(registers.duplicate(here.id))
    trees = [session.tree(register.id) for register in session.registers() if register.id != here.id]
    for writer, tree in zip((other, workbench), trees, strict=True):
        writer.run(items.place([risk.id], tree.categories[1].entries[0].entry.id, 0))
    category = trees[0].categories[1]
    assert shown_values(dialog(window, ConflictDialog)) == [
        f"register “{short(tree.register.title)}” · category “{short(category.category.title)}”"
        f" · entry “{short(category.entries[0].risks[0].description)}”"
        for tree in trees
    ]
    assert threads
    assert main_thread() not in threads, "the other registers are read apart"


def test_keeping_theirs_leaves_what_is_stored(
    window: MainWindow, qtbot: QtBot, workbench: Workbench, other: Session, session: Session
) -> None:
    risk = first_risk(session)
    other.run(risks.edit(risk.id, note="Theirs"))
    workbench.run(risks.edit(risk.id, note="Mine"))
    press(dialog(window, ConflictDialog), "Keep their version")
    assert first_risk(session).note == "Theirs"


def test_a_question_names_the_item_and_what_was_edited_of_it_where_it_was_to_go(
    window: MainWindow, workbench: Workbench, other: Session, session: Session
) -> None:
    first, second, *_ = session.tree(session.registers()[0].id).risks
    other.run(risks.edit(first.id, owner="Anna"))
    workbench.run(items.delete([first.id]))
    clash = dialog(window, ConflictDialog)
    assert "risk R-01" in [label.text() for label in clash.findChildren(QLabel)]
    assert [box.toPlainText() for box in clash.findChildren(QPlainTextEdit) if box.isVisibleTo(clash)] == [
        "owner: Anna",
        "(deleted)",
    ]
    press(clash, "Keep their version")
    other.run(risks.edit(second.id, owner="Theirs"))
    workbench.run(risks.edit(second.id, owner="Mine"))
    labels = [label.text() for box in window.findChildren(ConflictDialog) for label in box.findChildren(QLabel)]
    assert "risk R-02 · owner" in labels


def test_a_question_about_many_names_each_of_them(
    window: MainWindow, workbench: Workbench, other: Session, session: Session
) -> None:
    """The answer takes all of them away."""
    entry = first_risk(session).entry
    deletion = registers.delete(session.registers()[0].id)
    other.run(risks.add(entry, [f"Theirs, number {number}" for number in range(7)]))
    workbench.run(deletion)
    clash = dialog(window, ConflictDialog)
    versions = "\n".join(box.toPlainText() for box in clash.findChildren(QPlainTextEdit) if box.isVisibleTo(clash))
    labels = "\n".join(label.text() for label in clash.findChildren(QLabel))
    assert all(f"Theirs, number {number}" in versions for number in range(7))
    added = [risk for risk in session.tree(session.registers()[0].id).risks if risk.description.startswith("Theirs")]
    assert all(risk.reference in versions + labels for risk in added)
    press(clash, "Keep their version")
    assert len(added) == 7


def test_what_was_typed_on_a_full_disk_stays_and_is_stored_when_there_is_room(
    window: MainWindow, qtbot: QtBot, workbench: Workbench, session: Session
) -> None:
    long = "very long " * 3000
    workbench.select([first_risk(session).id])
    page = inspector_of(window).currentWidget().widget()
    field = page.fields["note"]
    fill_the_disk(session)
    field.setPlainText(long)
    field.commit()
    assert "full" in window.findChildren(QMessageBox)[-1].text()
    assert field.toPlainText() == long
    begin_to_type(window, qtbot, "x")
    sheet(window).writing.editor.setPlainText(long)
    assert not sheet(window).writing.commit()
    assert sheet(window).writing.editor.toPlainText() == long
    saved = window.findChild(StatusLine)._saved
    assert saved.text() == "2 texts not saved"
    assert str(workbench.undo().problem) == "Not done: the text being typed could not be saved first."
    make_room(session)
    assert sheet(window).writing.commit()
    field.commit()
    assert saved.text().startswith("Saved ")
    assert first_risk(session).description.strip() == long.strip()
    assert first_risk(session).note == long


def test_what_others_write_is_shown_where_nothing_is_being_written(
    window: MainWindow, workbench: Workbench, other: Session, session: Session
) -> None:
    other.run(risks.edit(first_risk(session).id, description="From Astana"))
    workbench.read_changes_of_others()
    assert any(line.text == "From Astana" for line in sheet(window).lines.lines)


def test_who_comes_back_while_others_write_waits_for_nothing_and_sees_it_next_time(
    qapp: QApplication, window: MainWindow, workbench: Workbench, other: Session, session: Session
) -> None:
    problems = list[object]()
    workbench.problem_reported.connect(problems.append)
    other.run(risks.edit(first_risk(session).id, description="From Astana"))
    with closing(sqlite3.connect(session.path, isolation_level=None)) as raw:
        raw.execute("BEGIN EXCLUSIVE")
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        raw.execute("ROLLBACK")
    assert problems == []
    assert all(line.text != "From Astana" for line in sheet(window).lines.lines)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert any(line.text == "From Astana" for line in sheet(window).lines.lines)


def test_a_register_of_others_does_not_open_by_itself(window: MainWindow, workbench: Workbench, other: Session) -> None:
    before = workbench.register_id
    other.run(registers.duplicate(other.registers()[0].id))
    workbench.read_changes_of_others()
    assert len(workbench.registers()) == 2
    assert workbench.register_id == before


def test_the_next_register_opens_where_others_changed_the_open_one_and_deleted_it(
    window: MainWindow, workbench: Workbench, other: Session, session: Session
) -> None:
    before, messages = workbench.register_id, list[str]()
    workbench.problem_reported.connect(lambda problem: messages.append(str(problem)))
    workbench.select([first_risk(session).id])
    other.run(registers.duplicate(other.registers()[0].id))
    other.run(risks.edit(first_risk(session).id, description="From Astana"))
    other.run(registers.delete(str(before)))
    workbench.read_changes_of_others()
    assert [register.id for register in workbench.registers()] == [workbench.register_id]
    assert workbench.register_id != before
    assert ["Marat" in text for text in messages] == [True]
    assert sheet(window).lines.register == workbench.tree().register


def test_a_register_is_deleted_though_others_have_written_beside_it(
    window: MainWindow, workbench: Workbench, other: Session
) -> None:
    before = str(workbench.register_id)
    other.run(registers.duplicate(before))
    workbench.run(registers.delete(before))
    assert [register.id for register in workbench.registers()] == [workbench.register_id]
    assert sheet(window).lines.register == workbench.tree().register


def test_a_register_that_others_deleted_and_brought_back_stays_open(
    window: MainWindow, workbench: Workbench, other: Session
) -> None:
    before, messages = workbench.register_id, list[str]()
    workbench.problem_reported.connect(lambda problem: messages.append(str(problem)))
    other.run(registers.delete(str(before)))
    other.undo(None)
    workbench.read_changes_of_others()
    assert (workbench.register_id, messages) == (before, [])
    assert [*sheet(window).lines.content.rows.of({first_risk(other).id})] != []


@needs_moves
def test_a_file_that_is_another_one_is_compared_and_mine_saved(
    window: MainWindow, workbench: Workbench, session: Session, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.riskdesk"
    shutil.copy(session.path, copy)
    workbench.run(risks.edit(first_risk(session).id, note="Mine"))
    workbench.run(items.duplicate([first_risk(session).entry]))
    copy.replace(session.path)
    workbench.read_changes_of_others()
    replaced = dialog(window, ReplacedDialog)
    lines = replaced.particulars.toPlainText().splitlines()
    assert "risk R-01 · note: (empty) → “Mine”" in lines
    assert f"entry added: “{short(first_risk(session).description)}”" in lines
    press(replaced, "Save mine")
    choose(replaced, tmp_path / "saved.riskdesk")
    assert workbench.session.path == tmp_path / "saved.riskdesk"
    assert first_risk(workbench.session).note == "Mine"


@needs_moves
def test_what_is_being_typed_comes_along_where_the_file_is_gone(
    window: MainWindow, qtbot: QtBot, workbench: Workbench, session: Session, tmp_path: Path
) -> None:
    begin_to_type(window, qtbot, "Still typing")
    session.path.unlink()
    assert not sheet(window).writing.commit()
    replaced = dialog(window, ReplacedDialog)
    press(replaced, "Save mine")
    choose(replaced, tmp_path / "saved.riskdesk")
    assert workbench.session.path == tmp_path / "saved.riskdesk"
    assert first_risk(workbench.session).description == "Still typing"


@needs_moves
def test_a_window_that_cannot_store_what_is_typed_closes_only_after_a_question(
    window: MainWindow, qtbot: QtBot, session: Session, home: Home
) -> None:
    begin_to_type(window, qtbot, "Still typing")
    assert window._drafting is not None
    window._drafting.keep()
    session.path.unlink()
    assert not window.close()
    (question,) = window.findChildren(QMessageBox)
    assert "deleted or moved" in question.text()
    assert question.defaultButton().text() == "Stay"
    press(question, "Close")
    assert not window.isVisible()
    assert "Still typing" in next(home.drafts.iterdir()).read_text("utf-8")


def test_a_backup_is_the_same_as_now_where_what_came_since_is_gone(
    window: MainWindow, workbench: Workbench, session: Session, home: Home
) -> None:
    with closing(Session.open(session.path, "me", backups=home.backups)) as backed_up:
        backed_up.back_up()
    step = workbench.run(risks.add(first_risk(session).entry, ["Later"])).step
    assert step is not None
    workbench.run(items.delete([step.created[0]]))
    action(window, "backups").trigger()
    assert "the same as now" in dialog(window, BackupsDialog).particulars.toPlainText()


def test_a_backup_is_restored_as_a_new_store(
    window: MainWindow, workbench: Workbench, session: Session, home: Home, tmp_path: Path, qtbot: QtBot
) -> None:
    with closing(Session.open(session.path, "me", backups=home.backups)) as backed_up:
        backed_up.back_up()
    workbench.run(risks.edit(first_risk(session).id, note="Later"))
    action(window, "backups").trigger()
    backups = dialog(window, BackupsDialog)
    assert "1 item changed" in backups.particulars.toPlainText()
    press(backups, "Restore")
    choose(backups, tmp_path / "restored.riskdesk")
    assert workbench.session.path == tmp_path / "restored.riskdesk"
    assert first_risk(workbench.session).note == ""


def spoil(session: Session) -> None:
    """Change a value behind the journal's back."""
    with closing(sqlite3.connect(session.path)) as raw:
        raw.execute("UPDATE risk SET description = 'Harmless' WHERE reference = 'R-01'")
        raw.commit()


def test_a_sound_store_is_said_to_be(window: MainWindow) -> None:
    action(window, "check").trigger()
    (message_box,) = window.findChildren(QMessageBox)
    assert "No problems found" in message_box.text()


def test_a_check_can_be_cancelled(
    window: MainWindow, workbench: Workbench, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_MOMENT", 0.0)
    monkeypatch.setattr(apart, "_PATIENCE_MS", 0)
    is_cancelled = Event()

    def until_cancelled(checkpoint: Checkpoint) -> None:
        is_cancelled.wait()
        checkpoint()

    monkeypatch.setattr(session, "examine", until_cancelled)

    def cancel() -> None:
        bar = QApplication.activeModalWidget()
        if isinstance(bar, QProgressDialog):
            bar.canceled.emit()
            is_cancelled.set()

    timer = QTimer(window, interval=1)
    timer.timeout.connect(cancel)
    timer.start()
    action(window, "check").trigger()
    assert is_cancelled.is_set()
    assert not window.findChildren(QMessageBox)


def test_what_another_program_changed_is_found_by_checking_and_repaired(
    window: MainWindow, workbench: Workbench, session: Session
) -> None:
    before = first_risk(session).description
    spoil(session)
    action(window, "check").trigger()
    press(dialog(window, DamageDialog), "Repair")
    assert first_risk(workbench.session).description == before
    assert health.check(session.path) == []


def test_a_large_store_is_examined_while_it_is_shown(
    qtbot: QtBot, session: Session, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(session)
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)
    opened = Session.open(session.path, "me", whole=False)
    assert not opened.is_sound
    workbench = Workbench(opened)
    workbench.open_register(opened.registers()[0].id)
    window = open_main_window(qtbot, workbench, home, tmp_path)
    qtbot.waitUntil(lambda: bool(window.findChildren(DamageDialog)))
    assert "Harmless" in dialog(window, DamageDialog).particulars.toPlainText()
    opened.close()


def test_what_another_program_spoils_while_it_is_open_is_shown(
    window: MainWindow, workbench: Workbench, session: Session
) -> None:
    spoil(session)
    workbench.read_changes_of_others()
    assert "Harmless" in dialog(window, DamageDialog).particulars.toPlainText()


def test_what_another_program_spoils_unseen_is_found_behind_the_window(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, session: Session
) -> None:
    """A value that no step tells of, in the same moment as a step that says nothing of it."""
    with closing(Session.open(session.path, "other")) as other:
        other.run(registers.edit(session.registers()[0].id, prepared_by="Other"))
    spoil(session)
    workbench.read_changes_of_others()
    qtbot.waitUntil(lambda: bool(window.findChildren(DamageDialog)))


def test_a_copy_is_sent(window: MainWindow, workbench: Workbench, tmp_path: Path) -> None:
    action(window, "send_copy").trigger()
    dialog(window, SendCopyDialog).accept()
    choose(window, tmp_path / "sent.riskdesk")
    with closing(Session.open(tmp_path / "sent.riskdesk", "me")) as sent:
        assert len(list(sent.tree(sent.registers()[0].id).risks)) == 31


def test_a_folder_for_backups_that_cannot_be_used_is_told_above_the_sheet(
    qtbot: QtBot, session: Session, home: Home, tmp_path: Path
) -> None:
    home.backups.write_text("no folder")
    opened_session = Session.open(session.path, "me", backups=home.backups)
    workbench = Workbench(opened_session)
    workbench.open_register(opened_session.registers()[0].id)
    window = open_main_window(qtbot, workbench, home, tmp_path)
    banner = window.findChild(Banner)
    qtbot.waitUntil(lambda: not banner.isHidden())
    assert str(home.backups) in banner.accessibleName()
    opened_session.close()


@pytest.fixture
def copy(session: Session, tmp_path: Path) -> Iterator[Session]:
    """A copy that a sync program made, with a note of its own."""
    new = tmp_path / "copy-PC2.riskdesk"
    shutil.copyfile(session.path, new)
    with closing(Session.open(new, "Marat")) as opened:
        opened.run(risks.edit(first_risk(opened).id, note="there", owner="Marat"))
        yield opened


def merging(window: MainWindow, copy: Session) -> MergeDialog:
    action(window, "merge_copy").trigger()
    choose(window, copy.path)
    merge_dialog = dialog(window, MergeDialog)
    assert isinstance(merge_dialog, MergeDialog)
    return merge_dialog


def test_no_dialog_keeps_another_program_from_writing(window: MainWindow, copy: Session, other: Session) -> None:
    for name in ("send_copy", "backups", "check", "merge_copy", "export_pdf"):
        action(window, name).trigger()
        if name == "merge_copy":
            choose(window, copy.path)
        (box,) = (box for box in window.findChildren(QDialog) if box.isVisible())
        other.run(risks.edit(first_risk(other).id, note=f"written beside {name}"))
        assert first_risk(other).note == f"written beside {name}"
        box.reject()


def test_a_copy_is_merged_after_it_was_shown(window: MainWindow, session: Session, copy: Session) -> None:
    merge_dialog = merging(window, copy)
    assert "note: (empty) → “there”" in merge_dialog.particulars.toPlainText()
    assert first_risk(session).note == ""
    press(merge_dialog, "Merge")
    assert (first_risk(session).note, first_risk(session).owner) == ("there", "Marat")
    action(window, "undo").trigger()
    assert (first_risk(session).note, first_risk(session).owner) == ("", "")


@pytest.mark.parametrize(("ticked", "note"), [(False, "here"), (True, "there")])
def test_what_both_changed_is_shown_side_by_side_and_chosen(
    window: MainWindow, session: Session, copy: Session, note: str, *, ticked: bool
) -> None:
    session.run(risks.edit(first_risk(session).id, note="here"))
    merge_dialog = merging(window, copy)
    model = merge_dialog.findChild(QTreeView).model()
    cells = [model.index(0, column) for column in range(4)]
    assert [cell.data() for cell in cells] == ["risk R-01 · note", "", "here", "there"]
    assert {"here", "there"} <= {text.toPlainText() for text in merge_dialog.findChildren(QPlainTextEdit)}
    if ticked:
        model.setData(cells[0], Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert ("there" in merge_dialog.particulars.toPlainText()) is ticked
    assert [cell.data(Qt.ItemDataRole.FontRole) is not None for cell in cells[2:]] == [not ticked, ticked]
    press(merge_dialog, "Merge")
    assert (first_risk(session).note, first_risk(session).owner) == (note, "Marat")


def test_a_copy_in_which_nothing_is_new_is_said_so(window: MainWindow, session: Session, tmp_path: Path) -> None:
    new = tmp_path / "copy.riskdesk"
    shutil.copyfile(session.path, new)
    action(window, "merge_copy").trigger()
    choose(window, new)
    assert "nothing" in dialog(window, QMessageBox).text()
    assert not window.findChildren(MergeDialog)


def test_what_is_no_copy_is_refused_with_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    Session.create(tmp_path / "foreign.riskdesk", "Marat").close()
    action(window, "merge_copy").trigger()
    choose(window, tmp_path / "foreign.riskdesk")
    assert "no register in common" in dialog(window, QMessageBox).text()


def test_nothing_is_exported_from_a_store_that_is_not_sound(
    qtbot: QtBot, session: Session, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(session)
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)
    with closing(Session.open(session.path, "me", whole=False)) as opened:
        workbench = Workbench(opened)
        workbench.open_register(opened.registers()[0].id)
        window = open_main_window(qtbot, workbench, home, tmp_path)
        tree = workbench.tree()
        assert tree is not None
        request = Request(tree, Print(), opened.changed_at(), datetime.date.today())
        Exporting(window, workbench.post).write(request, tmp_path / "a.pdf", opened, opens=False)
        qtbot.waitUntil(lambda: any("was altered by" in box.text() for box in window.findChildren(QMessageBox)))
        assert not (tmp_path / "a.pdf").exists()
