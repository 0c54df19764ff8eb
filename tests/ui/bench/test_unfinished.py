"""A text that is not stored is kept until the user has said what is to become of it, whatever comes in between."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from riskdesk.app.program import Program
from riskdesk.desk import categories, items, registers, risks
from riskdesk.desk.drafts import Draft, Drafts
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.kit.keeping import queued
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.files.conflict import ConflictDialog
from riskdesk.ui.files.replaced import ReplacedDialog
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.shell.window import MainWindow
from tests.settled import settle
from tests.systems import needs_moves
from tests.ui.answering import choose, press
from tests.ui.conftest import Opened, action, inspector_field, read_only, sheet
from tests.ui.page_limit import fill_the_disk

NO_DATE = "31/11/2026"


def draft_of(session: Session, text: str, field: str = "note", place: int = 0) -> Draft:
    register = session.registers()[0].id
    risk = list(session.tree(register).risks)[place]
    return Draft(register=register, kind="risk", text=text, id=risk.id, field=field)


def kept_texts(home: Home) -> list[str]:
    # What is on its way arrives first.
    settle()
    return [record["text"] for path in home.drafts.glob("*.json") for record in json.loads(path.read_text("utf-8"))]


def questions(window: MainWindow, kind: type[QDialog] = ReportDialog) -> list[QDialog]:
    return [box for box in window.findChildren(kind) if type(box) is kind and box.isVisible()]


def type_note(window: MainWindow, qtbot: QtBot, text: str, name: str = "note") -> None:
    workbench = window._workbench
    workbench.select([next(workbench.tree().risks).id])
    field = window.findChild(Inspector).currentWidget().widget().fields[name]
    qtbot.keyClicks(field, text)


@read_only
def test_a_store_that_is_only_read_leaves_the_drafts_alone(
    open_window: Opened, workbench: Workbench, home: Home, other: Session
) -> None:
    session = workbench.session
    Drafts(home.drafts, session.id).keep([draft_of(session, "Half a sentence")])
    window = open_window()
    assert questions(window) == []
    other.run(risks.edit(next(other.tree(other.registers()[0].id).risks).id, owner="Marat"))
    workbench.read_changes_of_others()
    window.close()
    assert kept_texts(home) == ["Half a sentence"]


@pytest.mark.parametrize("way", ["Esc", "the window closes", "the program ends"])
def test_a_question_that_is_not_answered_is_asked_again(
    open_window: Opened, workbench: Workbench, home: Home, qtbot: QtBot, way: str
) -> None:
    session = workbench.session
    Drafts(home.drafts, session.id).keep([draft_of(session, "Half a sentence")])
    window = open_window()
    (question,) = questions(window)
    if way == "Esc":
        qtbot.keyClick(question, Qt.Key.Key_Escape)
    elif way == "the window closes":
        window.close()
    else:
        QApplication.closeAllWindows()
    assert kept_texts(home) == ["Half a sentence"]


def test_the_question_names_what_the_text_is_for_and_shows_it_whole(
    open_window: Opened, workbench: Workbench, home: Home
) -> None:
    session = workbench.session
    draft = draft_of(session, "Half a sentence\nand more")
    Drafts(home.drafts, session.id).keep([draft])
    (question,) = questions(open_window())
    assert question.head.text().splitlines()[-1] == "Risk R-01 · note"
    assert question.particulars.toPlainText() == draft.text


@pytest.mark.parametrize("place", ["sheet", "inspector"])
def test_a_text_whose_risk_somebody_deleted_is_offered_alone_and_brings_it_back(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, home: Home, other: Session, place: str
) -> None:
    window = open_window()
    risk = next(workbench.tree().risks)
    if place == "inspector":
        type_note(window, qtbot, " and more")
    else:
        workbench.select([risk.id])
        sheet(window).setFocus()
        action(window, "edit_text").trigger()
        qtbot.keyClicks(sheet(window).writing.editor, " and more")
    other.run(items.delete([risk.id]))
    workbench.commit()
    qtbot.waitUntil(lambda: bool(questions(window)))
    assert questions(window, QMessageBox) == []
    (question,) = questions(window)
    assert "was deleted" in question.head.text()
    assert question.head.text().splitlines()[-1].startswith("Risk R-01 · ")
    press(question, "Restore text")
    assert not question.isVisible()
    back = next(workbench.tree().risks)
    assert (back.id, back.reference) == (risk.id, "R-01")
    assert (back.note if place == "inspector" else back.description).endswith(" and more")
    assert kept_texts(home) == []


def test_a_title_whose_register_somebody_deleted_brings_it_back(
    open_window: Opened, workbench: Workbench, other: Session
) -> None:
    copy = workbench.run(registers.duplicate(workbench.register_id)).step.created[0]
    window = open_window()
    assert workbench.register_id == copy
    window._registers._list.rename()
    field = window._registers._list.field
    field.setText("Another title")
    other.read_changes_of_others()
    other.run(registers.delete(copy))
    workbench.read_changes_of_others()
    workbench.commit()
    (question,) = questions(window)
    assert "was deleted" in question.head.text()
    press(question, "Restore text")
    assert not question.isVisible()
    assert (workbench.register_id, workbench.tree().register.title) == (copy, "Another title")


def test_what_somebody_deleted_is_not_shown_any_more_once_that_was_told(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, other: Session
) -> None:
    window = open_window()
    risk = next(workbench.tree().risks)
    other.run(items.delete([risk.id]))
    assert workbench.run(risks.edit(risk.id, owner="A")).step is None
    (box,) = questions(window, QMessageBox)
    assert "no longer there" in box.text()
    qtbot.waitUntil(lambda: workbench.tree().find(risk.id) is None)


def test_several_texts_are_told_of_as_several(open_window: Opened, workbench: Workbench, home: Home) -> None:
    session = workbench.session
    Drafts(home.drafts, session.id).keep([draft_of(session, "One"), draft_of(session, "Two", place=1)])
    (question,) = questions(open_window())
    assert question.head.text().startswith("These texts")


def test_a_text_that_is_discarded_is_gone(open_window: Opened, workbench: Workbench, home: Home) -> None:
    session = workbench.session
    Drafts(home.drafts, session.id).keep([draft_of(session, "Half a sentence")])
    (question,) = questions(open_window())
    press(question, "Discard")
    assert kept_texts(home) == []


def test_what_cannot_be_put_back_stays_kept_and_the_rest_is_put_back_once(
    open_window: Opened, workbench: Workbench, home: Home
) -> None:
    session = workbench.session
    register = session.registers()[0].id
    entry = session.tree(register).categories[0].entries[0].entry.id
    of_no_risk = Draft(register=register, kind="risk", text="Whose risk is gone", id="gone", field="note")
    no_date = Draft(register=register, kind="risk", text=NO_DATE, id="gone", field="next_review")
    new = Draft(register=register, kind="risk", text="A new one", parent=entry, place=0)
    Drafts(home.drafts, session.id).keep([of_no_risk, no_date, new])
    window = open_window()
    (question,) = questions(window)
    press(question, "Restore text")
    assert kept_texts(home) == ["Whose risk is gone", NO_DATE]
    press(question, "Restore text")
    assert [risk.description for risk in workbench.tree().risks].count("A new one") == 1
    assert question.isVisible()


def test_what_is_stored_already_counts_as_put_back(open_window: Opened, workbench: Workbench, home: Home) -> None:
    session = workbench.session
    draft = draft_of(session, "Stored")
    session.run(draft.action())
    Drafts(home.drafts, session.id).keep([draft])
    (question,) = questions(open_window())
    press(question, "Restore text")
    assert not question.isVisible()
    assert kept_texts(home) == []


def test_a_draft_is_kept_as_soon_as_its_folder_can_be_written_to(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.write_text("a file stands in the way")
    drafts, typed = Drafts(folder, "store"), [draft_of(session, "Half a sentence")]
    drafts.keep(typed)
    folder.unlink()
    drafts.keep(typed)
    assert Drafts(folder, "store").left() == typed


@pytest.mark.parametrize("spoilt", ["", "{", '[{"register": "a", "kind": "risk", "text": "x", "mood": 1}]'])
def test_drafts_that_cannot_be_read_are_not_written_over(session: Session, tmp_path: Path, spoilt: str) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "store.json").write_text(spoilt)
    drafts = Drafts(folder, "store")
    assert drafts.left() == []
    drafts.keep([draft_of(session, "Half a sentence")])
    drafts.keep([])
    assert [path.read_text() for path in folder.iterdir()] == [spoilt]


def test_a_text_being_typed_does_not_wait_for_the_disk(
    open_window: Opened, qtbot: QtBot, workbench: Workbench, home: Home
) -> None:
    window, gate = open_window(), Event()
    queued(gate.wait)
    for text in ("Still", " typing"):
        type_note(window, qtbot, text)
        window._drafting._timer.timeout.emit()
    gate.set()
    assert kept_texts(home) == ["Still"]
    window._drafting._timer.timeout.emit()
    assert kept_texts(home) == ["Still typing"]


def test_nothing_has_to_be_kept_of_a_file_that_is_only_read(
    open_window: Opened, workbench: Workbench, home: Home
) -> None:
    """Even if drafts of the file before could not be."""
    drafting = open_window()._drafting
    home.drafts.write_text("a file stands in the way")
    workbench.typing.hold(draft_of(workbench.session, "Half a sentence"))
    assert not drafting.keep()
    workbench.change_session(
        Session.open(workbench.session.path, "Anna", read_only=True), why_read_only="It is open elsewhere."
    )
    assert drafting.keep()


def test_that_a_text_being_typed_cannot_be_kept_is_told_once(
    open_window: Opened, qtbot: QtBot, workbench: Workbench, home: Home
) -> None:
    window, notices = open_window(), list[Notice]()
    workbench.notice_posted.connect(notices.append)
    type_note(window, qtbot, "Still typing")
    home.drafts.write_text("a file stands in the way")
    for _ in range(3):
        window._drafting._timer.timeout.emit()
        settle()
    (notice,) = notices
    assert "cannot be kept" in notice.text
    assert str(home.drafts) in notice.detail
    home.drafts.unlink()
    window._drafting._timer.timeout.emit()
    assert kept_texts(home) == ["Still typing"]
    assert len(notices) == 1


def test_what_is_typed_at_the_end_of_a_session_is_stored_or_kept(
    open_window: Opened, qtbot: QtBot, workbench: Workbench, home: Home
) -> None:
    window = open_window()
    type_note(window, qtbot, "Still typing")
    type_note(window, qtbot, NO_DATE, "next_review")
    # As no session manager can be made here that Qt would hand to `commitDataRequest`.
    window._drafting._on_session_ending(None)
    tree = workbench.tree()
    assert tree is not None
    assert next(tree.risks).note == "Still typing"
    assert kept_texts(home) == [NO_DATE]
    assert window.isVisible()


def test_closing_does_not_promise_what_it_cannot_keep(open_window: Opened, qtbot: QtBot, home: Home) -> None:
    window = open_window()
    type_note(window, qtbot, NO_DATE, "next_review")
    home.drafts.write_text("a file stands in the way")
    assert not window.close()
    (question,) = window.findChildren(QMessageBox)
    assert NO_DATE in question.text()
    assert "You will be offered" not in question.text()


@needs_moves
@pytest.mark.parametrize("typed", [("note", "Still typing"), ("next_review", NO_DATE)], ids=lambda typed: typed[0])
@pytest.mark.parametrize("is_gone", [True, False])
def test_closing_does_not_promise_a_text_for_another_file(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, tmp_path: Path, typed: tuple[str, str], *, is_gone: bool
) -> None:
    window = open_window()
    name, text = typed
    type_note(window, qtbot, text, name)
    path = workbench.session.path
    if is_gone:
        path.unlink()
    else:
        with closing(Session.create(tmp_path / "another.riskdesk", "Marat")) as other_session:
            other_session.run(registers.add(template("blank", Language.ENGLISH)))
        (tmp_path / "another.riskdesk").replace(path)
    assert not window.close()
    (question,) = window.findChildren(QMessageBox)
    assert text in question.text()
    assert ("deleted or moved" if is_gone else "Another file was put") in question.text()
    assert "next time you open the file" not in question.text()
    assert "when the file that was there before is opened again" in question.text()
    assert [box for box in window.findChildren(QDialog) if box.isVisible()] == [question]


@pytest.mark.usefixtures("undressed")
def test_the_window_is_made_anew_for_another_language_and_keeps_what_is_typed(
    qapp: QApplication, qtbot: QtBot, session: Session, home: Home, tmp_path: Path
) -> None:
    program = Program(qapp, home, Settings(tmp_path / "settings.json"))
    program.start(session.path)
    old = program._window
    qtbot.waitUntil(lambda: old.findChild(Inspector) is not None)
    type_note(old, qtbot, NO_DATE, "next_review")
    program._speak("fr")
    qtbot.waitUntil(lambda: program._window is not old)
    new = program._window
    qtbot.waitUntil(lambda: new.findChild(Inspector) is not None)
    workbench = program._workbench
    assert [draft.text for draft in workbench.typing.drafts()] == [NO_DATE]
    workbench.select([])
    workbench.select([next(workbench.tree().risks).id])
    assert inspector_field(new, "next_review").text() == NO_DATE
    new._drafting.keep()
    assert kept_texts(home) == [NO_DATE]
    new.give_way()
    program.close()


def test_a_text_that_a_conflict_is_about_is_kept_while_it_is_asked_about(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, home: Home, other: Session
) -> None:
    window = open_window()
    type_note(window, qtbot, "Mine")
    other.run(risks.edit(next(workbench.tree().risks).id, note="Theirs"))
    workbench.commit()
    (question,) = questions(window, ConflictDialog)
    assert kept_texts(home) == ["Mine"]
    press(question, "Keep their version")
    window._drafting.keep()
    assert kept_texts(home) == []
    assert workbench.typing.drafts() == []


def test_levels_that_two_people_gave_are_named(open_window: Opened, workbench: Workbench, other: Session) -> None:
    window, risk = open_window(), next(workbench.tree().risks).id
    other.run(risks.edit(risk, likelihood=3))
    workbench.run(risks.edit(risk, likelihood=4))
    (question,) = questions(window, ConflictDialog)
    values = [box.toPlainText() for box in question.findChildren(QPlainTextEdit)]
    assert [value for value in values if value] == ["3 Medium", "4 High"]


def test_mine_that_cannot_be_written_is_asked_about_still(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, home: Home, other: Session
) -> None:
    window = open_window()
    type_note(window, qtbot, "Mine ")
    window.findChild(Inspector).currentWidget().widget().fields["note"].insertPlainText("Mine " * 999)
    other.run(risks.edit(next(workbench.tree().risks).id, note="Theirs"))
    workbench.commit()
    (question,) = questions(window, ConflictDialog)
    connection = workbench.session._store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages}")
    press(question, "Save my version")
    assert question.isVisible()
    assert kept_texts(home) == ["Mine " * 1000]
    connection.execute("PRAGMA max_page_count=1000000")
    press(question, "Save my version")
    assert not question.isVisible()
    assert next(workbench.tree().risks).note == "Mine " * 1000
    window._drafting.keep()
    assert kept_texts(home) == []


def test_closing_names_a_title_that_could_not_be_stored(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, home: Home
) -> None:
    window = open_window()
    window._registers._list.rename()
    field = window._registers._list.field
    field.setText("A title " * 3000)
    connection = workbench.session._store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages}")
    assert not window.close()
    assert [box for box in window.findChildren(QDialog) if box.isVisible()]
    assert kept_texts(home) == [("A title " * 3000)]


def test_undo_in_the_menu_is_guarded_while_a_text_is_held(
    open_window: Opened, workbench: Workbench, qtbot: QtBot
) -> None:
    window = open_window()
    type_note(window, qtbot, NO_DATE, "next_review")
    workbench.select([list(workbench.tree().risks)[1].id])
    assert workbench.typing.drafts()
    workbench.run(risks.edit(list(workbench.tree().risks)[2].id, owner="A. Name"))
    assert workbench.undo(expected=-1).step is None


@needs_moves
def test_two_texts_for_a_field_are_both_kept(open_window: Opened, qtbot: QtBot, session: Session, home: Home) -> None:
    window = open_window()
    category = session.tree(session.registers()[0].id).categories[0].category
    window._workbench.select([category.id])
    fill_the_disk(session)
    view, long = sheet(window), "very long " * 3_000
    view.writing.open(view.lines.content.rows[category.id], focus=False)
    view.writing.editor.setPlainText(long + "on the sheet")
    inspector = window.findChild(Inspector)
    inspector.currentWidget().widget().fields["title"].setText(long + "beside it")
    window._workbench.select([session.registers()[0].id])
    # As some seconds later.
    assert window._ensure_drafting().keep()
    assert sorted(kept_texts(home)) == [long + "beside it", long + "on the sheet"]


@needs_moves
def test_a_new_bullet_comes_along_once_where_the_file_is_gone(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    view = sheet(window)
    view.choose(view.lines.content.rows[next(workbench.tree().risks).id])
    action(window, "add_risk").trigger()
    qtbot.keyClicks(view.writing.editor, "Still typing")
    workbench.session.path.unlink()
    assert not view.writing.commit()
    (replaced,) = questions(window, ReplacedDialog)
    press(replaced, "Save mine")
    choose(replaced, tmp_path / "saved.riskdesk")
    assert [risk.description for risk in workbench.tree().risks].count("Still typing") == 1
    assert not [b for b in window.findChildren(QDialog) if b.isVisible()]


@needs_moves
def test_leaving_a_file_that_is_gone_asks_once(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, tmp_path: Path, session: Session
) -> None:

    shutil.copy(session.path, tmp_path / "two.riskdesk")
    window = open_window()
    type_note(window, qtbot, "Still typing")
    workbench.session.path.unlink()
    window._rooms.open_path(tmp_path / "two.riskdesk")
    (box,) = [b for b in window.findChildren(QDialog) if b.isVisible()]
    press(box, "Leave")
    assert not [b for b in window.findChildren(QDialog) if b.isVisible() and type(b) is not ReportDialog]


@pytest.mark.parametrize("is_heard", [True, False])
@pytest.mark.parametrize("is_mine", [True, False])
def test_a_title_that_somebody_else_changed_is_asked_about_once(
    open_window: Opened, workbench: Workbench, home: Home, other: Session, *, is_heard: bool, is_mine: bool
) -> None:
    window = open_window()
    titles = window._categories._list
    titles.setCurrentItem(titles.topLevelItem(1))
    titles.rename()
    titles.field.setText("Mine")
    other.run(categories.edit(titles.current_id(), "Theirs"))
    if is_heard:
        workbench.read_changes_of_others()
    assert not workbench.commit()
    (question,) = [box for box in window.findChildren(QDialog) if box.isVisible()]
    assert kept_texts(home) == ["Mine"]
    press(question, "Save my version" if is_mine else "Keep their version")
    assert [box for box in window.findChildren(QDialog) if box.isVisible()] == []
    assert workbench.tree().categories[1].category.title == ("Mine" if is_mine else "Theirs")
    assert titles.topLevelItem(1).text(0) == ("Mine" if is_mine else "Theirs")
    assert workbench.typing.drafts() == []


def test_what_is_being_composed_is_stored_before_a_command(
    open_window: Opened, workbench: Workbench, qtbot: QtBot
) -> None:
    window = open_window()
    view = sheet(window)
    view.choose(view.lines.content.rows[next(workbench.tree().risks).id])
    view.commands["edit_text"]()
    qtbot.keyClicks(view.writing.editor, " and")
    QApplication.sendEvent(view.writing.editor, QInputMethodEvent(" more", []))
    action(window, "add_risk").trigger()
    assert next(workbench.tree().risks).description.endswith(" and more")
