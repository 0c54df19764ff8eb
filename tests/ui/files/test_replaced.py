"""The file that is open goes: what to do is asked until it is answered, then told quietly until the file is back."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.app.program import Program
from riskdesk.desk import risks
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileReplaced, Problem
from riskdesk.kit.colours import colours_of
from riskdesk.kit.settings import Settings
from riskdesk.kit.tasks import Task
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.asking import ask_new_store
from riskdesk.ui.files.replaced import ReplacedDialog
from riskdesk.ui.notices.banner import Banner
from tests.systems import needs_moves
from tests.ui.answering import press
from tests.ui.conftest import Desk, Opened, action, sheet, tree_of

pytestmark = needs_moves


class Loser(Desk):
    """Somebody whose file goes."""

    notices: list[Notice]

    @property
    def questions(self) -> list[ReplacedDialog]:
        return [box for box in self.window.findChildren(ReplacedDialog) if box.isVisible()]

    @property
    def banner(self) -> Banner:
        child = self.window.findChild(Banner)
        assert isinstance(child, Banner)
        return child

    @property
    def button(self) -> QPushButton:
        child = self.banner.findChild(QPushButton)
        assert isinstance(child, QPushButton)
        return child

    def answer(self) -> None:
        """Leave it so."""
        (box,) = self.questions
        assert box.windowTitle() == "The file is gone"
        box.close_button.click()

    def write(self, owner: str) -> bool:
        """Give the risk an owner; whether that was done."""
        return self.workbench.run(risks.edit(next(self.tree.risks).id, owner=owner)).step is not None

    def lose(self) -> Path:
        """Move the file away, and tell where to."""
        there = self.workbench.session.path
        return there.rename(there.with_suffix(".moved"))


@pytest.fixture
def loser(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> Loser:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    new_loser = Loser(window, workbench)
    new_loser.notices = []
    workbench.notice_posted.connect(new_loser.notices.append)
    workbench.select([next(new_loser.tree.risks).id])
    return new_loser


@pytest.fixture
def away(loser: Loser) -> Path:
    """Where the file was moved to, which the user knows and has left so."""
    away = loser.lose()
    assert not loser.write("A")
    loser.answer()
    return away


def test_the_question_comes_again_where_it_was_not_answered(loser: Loser) -> None:
    loser.lose()
    for _ in range(2):
        assert not loser.write("A")
        (box,) = loser.questions
        box.reject()
    assert loser.banner.isHidden()
    assert loser.notices == []


def test_one_question_is_asked_though_several_come_upon_it(loser: Loser) -> None:
    loser.lose()
    for name in ("A", "B"):
        assert not loser.write(name)
    assert len(loser.questions) == 1


def test_an_answered_question_is_told_quietly_and_is_a_click_away(loser: Loser, away: Path) -> None:
    assert away.exists()
    assert not loser.banner.isHidden()
    assert "was deleted or moved" in loser.banner.text()
    assert loser.notices == []
    for name in ("B", "C"):
        assert not loser.write(name)
    assert loser.questions == []
    assert [notice.text for notice in loser.notices] == ["Not saved: the file was deleted, moved or replaced"] * 2
    loser.notices[-1].work()
    loser.answer()
    loser.button.click()
    loser.answer()
    # Who comes back to the window has done nothing that would not be saved.
    loser.workbench.read_changes_of_others()
    assert (len(loser.notices), loser.questions) == (2, [])


def test_the_line_has_one_ground_from_edge_to_edge_below_its_button(
    qapp: QApplication, undressed: None, loser: Loser, away: Path
) -> None:
    assert away.exists()
    Theme(qapp, Scheme.LIGHT)
    image = loser.banner.grab().toImage()
    right = image.width() - 1
    assert {image.pixelColor(x, 1).name() for x in (0, right // 2, right)} == {
        colours_of(loser.banner.palette()).notice
    }


def test_what_is_typed_meanwhile_is_not_lost_and_is_saved_once_the_file_is_back(
    loser: Loser, away: Path, qtbot: QtBot
) -> None:
    loser.window.activateWindow()
    qtbot.waitUntil(loser.window.isActiveWindow)
    sheet(loser.window).setFocus()
    action(loser.window, "edit_text").trigger()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, " and more")
    assert not loser.workbench.commit()
    assert loser.questions == []
    assert [draft.text[-9:] for draft in loser.workbench.typing.drafts()] == [" and more"]
    away.rename(loser.workbench.session.path)
    loser.workbench.read_changes_of_others()
    assert loser.banner.isHidden()
    assert loser.workbench.commit()
    assert next(loser.tree.risks).description.endswith(" and more")
    loser.lose()
    assert not loser.write("A")
    assert len(loser.questions) == 1


def test_a_file_that_takes_the_place_of_a_gone_one_can_be_opened_by_the_line_above_the_sheet(
    loser: Loser, away: Path
) -> None:
    shutil.copy(away, loser.workbench.session.path)
    loser.workbench.read_changes_of_others()
    assert "Another file was put in the place" in loser.banner.text()
    loser.button.click()
    (box,) = loser.questions
    assert "&Open what is there now" in [button.text() for button in box.findChildren(QPushButton)]
    box.reject()
    loser.workbench.session.path.unlink()
    loser.workbench.read_changes_of_others()
    assert "was deleted or moved" in loser.banner.text()


def test_a_window_whose_file_is_gone_closes_only_after_a_question(loser: Loser, tmp_path: Path) -> None:
    assert loser.write("Aida")
    away = loser.lose()
    assert not loser.window.close()
    (question,) = loser.window.findChildren(QMessageBox)
    assert "was deleted or moved" in question.text()
    assert "since the last backup is lost" in question.text()
    question.escapeButton().click()
    (box,) = loser.questions
    box._save(tmp_path / "saved.riskdesk")
    assert away.exists()
    assert next(risk.owner for risk in loser.tree.risks) == "Aida"
    loser.workbench.session.path.unlink()
    assert not loser.window.close()
    press(loser.window.findChildren(QMessageBox)[-1], "Close")
    assert not loser.window.isVisible()


def test_who_has_left_a_file_gone_closes_its_window_without_a_question(loser: Loser, away: Path) -> None:
    assert away.exists()
    assert loser.window.close()


def test_another_file_begins_anew(loser: Loser, away: Path, tmp_path: Path) -> None:
    loser.button.click()
    (box,) = loser.questions
    box._save(tmp_path / "saved.riskdesk")
    assert away.exists()
    assert loser.workbench.session.path == tmp_path / "saved.riskdesk"
    assert loser.banner.isHidden()
    loser.workbench.session.path.unlink()
    assert not loser.write("A")
    assert len(loser.questions) == 1


@pytest.mark.parametrize("is_known", [True, False])
def test_a_missing_backup_of_a_gone_file_is_told_to_who_does_not_know_that_it_is_gone(
    workbench: Workbench, home: Home, problems: list[Problem], tmp_path: Path, qtbot: QtBot, *, is_known: bool
) -> None:
    path = workbench.session.path
    workbench.change_session(Session.open(path, "A. Tester", backups=home.backups))
    qtbot.waitUntil(lambda: not Task._running)
    workbench.run(risks.edit(next(workbench.session.tree(workbench.registers()[0].id).risks).id, owner="A"))
    path.rename(tmp_path / "moved")
    if is_known:
        workbench.note_replaced(FileReplaced(path, is_gone=True))
    workbench.change_session(Session.create(tmp_path / "other.riskdesk", "A. Tester"))
    qtbot.waitUntil(lambda: not Task._running)
    assert [str(problem).partition(" of ")[0] for problem in problems] == ([] if is_known else ["No backup"])
    assert workbench.banner == ""


@pytest.mark.usefixtures("undressed")
def test_who_closes_a_window_whose_file_is_gone_is_told_of_no_missing_backup(
    qapp: QApplication, home: Home, kazakhstan_store: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = shutil.copyfile(kazakhstan_store, tmp_path / "open.riskdesk")
    program = Program(qapp, home, Settings(tmp_path / "settings.json"))
    program.start(path)
    assert program._window is not None
    assert program._workbench is not None
    with qtbot.waitSignal(program._window.ready):
        pass
    qtbot.waitUntil(lambda: not Task._running)
    first = next(tree_of(program._workbench).risks)
    assert program._workbench.run(risks.edit(first.id, owner="Aida")).step is not None
    path.unlink()
    assert not program._window.close()
    press(program._window.findChildren(QMessageBox)[-1], "Close")
    assert not program._window.isVisible()
    told: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            told.append(box.text())
            box.accept()

    QTimer.singleShot(0, qapp, answer)
    program.close()
    assert told == []


@pytest.mark.usefixtures("undressed")
def test_a_file_named_from_the_folder_one_is_in_has_its_copies_proposed_beside_it(
    qapp: QApplication, home: Home, kazakhstan_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here = Path("reports", "open.riskdesk")
    here.parent.mkdir()
    shutil.copyfile(kazakhstan_store, here)
    program = Program(qapp, home, Settings(tmp_path / "settings.json"))
    program.start(here)
    assert program._workbench is not None
    asked = ask_new_store(program._window, "Restore", program._workbench.session.path, lambda _path: None)
    assert asked.selectedFiles() == [str(tmp_path / "reports" / "open 2.riskdesk")]
    asked.close()
    assert program._window is not None
    program._window.give_way()
    program.close()


def test_what_is_open_and_typed_of_a_file_that_was_emptied_is_saved_as_a_new_one(
    loser: Loser, tmp_path: Path, qtbot: QtBot
) -> None:
    assert loser.write("Aida")
    loser.workbench.session.path.write_bytes(b"")
    assert not loser.write("Marat")
    (box,) = loser.questions
    assert box.windowTitle() == "The file was replaced"
    with qtbot.waitSignal(loser.workbench.file_opened):
        box._save(tmp_path / "mine.riskdesk")
    assert next(risk.owner for risk in loser.tree.risks) == "Aida"


def test_a_problem_that_nobody_expected_is_told_once_and_what_is_open_can_be_saved(
    qapp: QApplication, undressed: None, home: Home, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    session.close()
    program = Program(qapp, home, Settings(tmp_path / "settings.json"))
    program.tell(Problem("There is no room."))
    program.tell(Problem("There is no room."))
    (box,) = (box for box in qapp.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible())
    assert box.text() == "There is no room."
    box.close()
    program.start(session.path)
    qtbot.waitUntil(lambda: program._window is not None)
    program.tell(FileReplaced(session.path, is_gone=False))
    (question,) = program._window.findChildren(ReplacedDialog)
    assert question.isVisible()
    question.reject()
    program._window.give_way()
    program.close()
    program.deleteLater()
