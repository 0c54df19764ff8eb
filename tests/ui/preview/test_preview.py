"""The preview shows what an export writes, follows the register, and lets the user look where he will."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks, transfer
from riskdesk.desk.drafts import Draft
from riskdesk.domain.printing import Column, Kind, Orientation, Paper, Print
from riskdesk.domain.problems import InputProblem
from riskdesk.kit.settings import Settings
from riskdesk.ui.preview import Preview
from riskdesk.ui.preview.pages import Pages
from riskdesk.ui.preview.stack import Fit
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.workbench import Workbench


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


class Typing:
    """What is being typed, as the window tells it."""

    draft: Draft | None = None

    def __call__(self) -> Draft | None:
        return self.draft


@pytest.fixture
def typed() -> Typing:
    return Typing()


@pytest.fixture
def preview(qtbot: QtBot, workbench: Workbench, settings: Settings, typed: Typing) -> Preview:
    made = Preview(workbench, PrintChoice(settings), typed)
    made.resize(500, 600)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: pages(made).count > 0)
    return made


def pages(preview: Preview) -> Pages:
    found = preview.findChild(Pages)
    assert isinstance(found, Pages)
    return found


def button(preview: Preview, name: str) -> QToolButton:
    (found,) = [made for made in preview.findChildren(QToolButton) if made.accessibleName() == name]
    return found


def text(preview: Preview, page: int = 0) -> str:
    document = pages(preview)._document
    assert document is not None
    return str(document[page].get_textpage().get_text_bounded())


def remade(qtbot: QtBot, preview: Preview, work: Callable[[], object]) -> None:
    before = pages(preview)._document
    work()
    qtbot.waitUntil(lambda: pages(preview)._document not in (before, None))


def test_it_shows_what_an_export_writes(preview: Preview, workbench: Workbench, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    transfer.export(workbench.tree(), out, preview.how, workbench.session.changed())
    view = pages(preview)
    with pypdfium2.PdfDocument(out) as written:
        assert view.count == len(written) == 3
        ratio = view.devicePixelRatioF()
        image = written[0].render(scale=96 / 72 * view.zoom * ratio, prefer_bgrx=True)
        expected = QImage(bytes(image.buffer), image.width, image.height, image.stride, QImage.Format.Format_RGB32)
    (place, *_) = view._in_sight()
    shown = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    left, top = place[1].left(), place[1].top()
    part = expected.copy(
        0, 0, min(expected.width(), shown.width() - left), min(expected.height(), shown.height() - top)
    )
    assert shown.copy(left, top, part.width(), part.height()) == part


def test_it_follows_an_edit(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    risk = next(workbench.tree().risks)
    remade(qtbot, preview, lambda: workbench.run(risks.edit(risk.id, description="Written while it is watched")))
    assert "Written while it is watched" in text(preview)


def test_only_the_last_of_many_edits_is_shown(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    risk = next(workbench.tree().risks)
    shown: list[str] = []
    pages(preview).turned.connect(lambda: shown.append(text(preview)))
    for word in ("First", "Last"):
        workbench.run(risks.edit(risk.id, description=word))
        preview._make()
    qtbot.waitUntil(lambda: "Last" in text(preview))
    assert not [told for told in shown if "First" in told]


def test_the_place_in_sight_stays(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    pages(preview).go_to(3)
    assert pages(preview).page == 3
    risk = next(workbench.tree().risks)
    remade(qtbot, preview, lambda: workbench.run(risks.edit(risk.id, note="New")))
    assert pages(preview).page == 3


def test_pages_are_turned_and_typed(preview: Preview) -> None:
    view = pages(preview)
    button(preview, "Next page").click()
    assert view.page == 2
    button(preview, "Previous page").click()
    assert view.page == 1
    for typed_in, page in (("3", 3), ("99", 3), ("0", 3), ("", 3), ("2", 2)):
        number(preview).selectAll()
        QTest.keyClick(number(preview), Qt.Key.Key_Delete)
        QTest.keyClicks(number(preview), typed_in)
        QTest.keyClick(number(preview), Qt.Key.Key_Return)
        assert (view.page, number(preview).value(), number(preview).text()) == (page, page, str(page))
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == 3


def number(preview: Preview) -> QSpinBox:
    (found,) = preview.findChildren(QSpinBox)
    return found


def test_the_current_page_is_the_one_that_is_gone_to_though_others_are_seen_as_well(
    qtbot: QtBot, preview: Preview
) -> None:
    """As on paper that lies, of which two pages and more are in sight."""
    remade(qtbot, preview, lambda: preview._choice.choose(Print(Kind.WORKING, orientation=Orientation.LANDSCAPE)))
    view = pages(preview)
    preview.resize(500, 1_000)
    QApplication.processEvents()
    assert len(list(view._in_sight())) > 2
    view.verticalScrollBar().setValue(3)
    assert view.page == 1
    for page in [*range(2, view.count + 1), *range(view.count - 1, 0, -1)]:
        button(preview, "Next page" if page > view.page else "Previous page").click()
        assert (view.page, number(preview).value()) == (page, page)
    preview.hide()
    remade(qtbot, preview, preview.show)
    assert view.page == 1


def test_what_cannot_be_turned_is_off(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    back, on = button(preview, "Previous page"), button(preview, "Next page")
    assert (back.isEnabled(), on.isEnabled()) == (False, True)
    pages(preview).go_to(3)
    assert (back.isEnabled(), on.isEnabled()) == (True, False)
    remade(qtbot, preview, lambda: preview._choice.choose(Print(Kind.MATRIX)))
    assert (back.isEnabled(), on.isEnabled()) == (False, False)


def test_it_says_which_size_is_followed(preview: Preview) -> None:
    width, page = button(preview, "Fit to the width"), button(preview, "Fit to the page")
    assert (width.isChecked(), page.isChecked()) == (True, False)
    page.click()
    assert (width.isChecked(), page.isChecked()) == (False, True)
    button(preview, "Larger").click()
    assert (width.isChecked(), page.isChecked()) == (False, False)


@pytest.mark.parametrize("fit", [Fit.WIDTH, Fit.PAGE])
def test_another_document_fits_as_the_one_before(qtbot: QtBot, preview: Preview, fit: Fit) -> None:
    view = pages(preview)
    view.fit_to(fit)
    for how in (Print(Kind.MATRIX, Paper.A3, Orientation.LANDSCAPE), Print(Kind.SUMMARY)):
        remade(qtbot, preview, lambda how=how: preview._choice.choose(how))
        (place, *_) = view._in_sight()
        left = view.viewport().rect().width() - place[1].width()
        above = view.viewport().rect().height() - place[1].height()
        assert 0 < (left if fit is Fit.WIDTH else min(left, above)) <= 40
        assert view.horizontalScrollBar().maximum() == 0


def test_what_is_in_the_middle_stays_there_when_it_gets_larger(preview: Preview) -> None:
    view = pages(preview)
    view.go_to(2)
    before = middle(view)
    for _ in range(5):
        button(preview, "Larger").click()
    assert middle(view) == pytest.approx(before, abs=0.01)
    for _ in range(5):
        button(preview, "Smaller").click()
    assert middle(view) == pytest.approx(before, abs=0.01)


def middle(view: Pages) -> float:
    """What is in the middle of the view, in pages from the start."""
    place = view.verticalScrollBar().value() + view.viewport().height() / 2
    return place / view._stack.height * view.count


def test_the_keys_of_the_window_size_the_pages(preview: Preview) -> None:
    preview.zoom_reset()
    assert pages(preview).zoom == 1
    preview.zoom_in()
    assert pages(preview).zoom == pytest.approx(1.25)
    preview.zoom_out()
    assert pages(preview).zoom == pytest.approx(1)


def test_characters_that_no_font_has_are_told(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    risk = next(workbench.tree().risks)
    assert not notice(preview)
    remade(qtbot, preview, lambda: workbench.run(risks.edit(risk.id, description="中 and <b>文</b>")))
    assert notice(preview).endswith("replacement sign: 中 文")
    remade(qtbot, preview, lambda: workbench.run(risks.edit(risk.id, description="Plain")))
    assert not notice(preview)


def notice(preview: Preview) -> str:
    shown = preview._notice
    return shown.text() if shown.isVisible() else ""


def test_it_says_when_the_pages_take_long(preview: Preview) -> None:
    preview._make()
    preview._patience.timeout.emit()
    assert notice(preview) == "The pages are being made …"


@pytest.mark.parametrize("error", [InputProblem("There is {what}.", what="no such thing"), KeyError("a bug")])
def test_what_cannot_be_made_is_told(
    qtbot: QtBot, preview: Preview, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_arguments: object) -> Iterator[tuple[int, int]]:
        yield 1, 100
        raise error

    monkeypatch.setattr(transfer, "printing", fail)
    with qtbot.captureExceptions() as raised:
        preview._make()
        qtbot.waitUntil(lambda: preview._task is None)
    assert not preview._patience.isActive()
    expected = ("There is no such thing.", []) if isinstance(error, InputProblem) else ("", [KeyError])
    assert (notice(preview), [kind for kind, *_ in raised]) == expected


def test_what_fits_is_found_at_once_at_any_size(qtbot: QtBot, preview: Preview) -> None:
    remade(qtbot, preview, lambda: preview._choice.choose(Print(Kind.SUMMARY)))
    view, found = pages(preview), []
    view.zoomed.connect(lambda: found.append(view.zoom))
    for height in range(600, 900, 4):
        preview.resize(500, height)
        QApplication.processEvents()
        found.clear()
        for _ in range(3):
            QApplication.processEvents()
        assert found == []


def test_smaller_never_makes_it_larger(preview: Preview) -> None:
    view = pages(preview)
    view.fit_to(Fit.PAGE)
    view.resize(300, 60)
    assert view.zoom < 0.25
    small = view.zoom
    button(preview, "Smaller").click()
    assert view.zoom == small


def test_few_pictures_of_large_pages_are_kept(preview: Preview) -> None:
    view = pages(preview)
    view.zoom_to(4)
    for page in (1, 2, 3):
        view.go_to(page)
        view.viewport().grab()
    assert sum(image.sizeInBytes() for image in view._images.values()) < 100_000_000


def test_a_wheel_in_passing_changes_no_choice(preview: Preview) -> None:
    paper = next(box for box in preview.findChildren(QComboBox) if box.accessibleName() == "Paper")
    preview.setFocus()
    event = wheel(-120)
    QApplication.sendEvent(paper, event)
    assert paper.currentText() == "A4"
    assert not event.isAccepted()


def test_the_size_follows_the_view_or_the_user(preview: Preview) -> None:
    view = pages(preview)
    assert view.fit is Fit.WIDTH
    wide = view.zoom
    preview.resize(700, 600)
    QApplication.processEvents()
    assert view.zoom > wide
    button(preview, "Fit to the page").click()
    (place, *_) = view._in_sight()
    assert place[1].height() <= view.viewport().height()
    whole = view.zoom
    button(preview, "Larger").click()
    assert view.zoom == pytest.approx(1.25 * whole)
    assert view.fit is Fit.NOTHING
    preview.resize(600, 600)
    QApplication.processEvents()
    assert view.zoom == pytest.approx(1.25 * whole)


def test_the_wheel_with_control_zooms(preview: Preview) -> None:
    view, before = pages(preview), pages(preview).zoom
    event = wheel(120, Qt.KeyboardModifier.ControlModifier)
    view.wheelEvent(event)
    assert view.zoom > before


def wheel(turn: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWheelEvent:
    place, phase = QPointF(50, 50), Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(place, place, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifier, phase, False)


def test_only_what_is_in_sight_is_painted(qtbot: QtBot, preview: Preview) -> None:
    view = pages(preview)
    view.viewport().grab()
    assert set(view._images) == {number for number, _ in view._in_sight()}
    assert len(view._images) < 3


def test_another_document_is_chosen_and_remembered(
    qtbot: QtBot, preview: Preview, workbench: Workbench, settings: Settings, typed: Typing
) -> None:
    kind = next(box for box in preview.findChildren(QComboBox) if box.accessibleName() == "Document")
    place = kind.findText("Risk matrix")

    def choose() -> None:
        kind.setCurrentIndex(place)
        kind.activated.emit(place)

    remade(qtbot, preview, choose)
    assert "Risk matrix" in text(preview)
    assert (preview.how.kind, preview.how.orientation) == (Kind.MATRIX, Orientation.LANDSCAPE)
    again = Preview(workbench, PrintChoice(settings), typed)
    qtbot.addWidget(again)
    assert again.how == preview.how


def test_without_a_register_there_is_nothing(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    workbench.run(registers.delete(workbench.register_id))
    workbench.open_register(None)
    qtbot.waitUntil(lambda: pages(preview).count == 0)
    assert pages(preview).page == 0
    pages(preview).viewport().grab()


def test_what_is_hidden_is_not_made(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    risk = next(workbench.tree().risks)
    preview.hide()
    workbench.run(risks.edit(risk.id, description="Not seen yet"))
    preview._make()
    assert preview._task is None
    remade(qtbot, preview, preview.show)
    assert "Not seen yet" in text(preview)


def test_it_shows_what_was_chosen_elsewhere(
    qtbot: QtBot, preview: Preview, workbench: Workbench, settings: Settings
) -> None:
    summary = Print(Kind.SUMMARY, Paper.A3, Orientation.PORTRAIT)
    remade(qtbot, preview, lambda: preview._choice.choose(summary))
    assert preview.how == summary
    assert "Risk summary" in text(preview)


def test_columns_can_be_ticked_for_the_working_register_alone(qtbot: QtBot, preview: Preview) -> None:
    (columns,) = [made for made in preview.findChildren(QPushButton) if made.text() == "Columns"]
    assert columns.isHidden()
    remade(qtbot, preview, lambda: preview._choice.choose(Print(Kind.WORKING)))
    assert not columns.isHidden()
    assert "Next review" in " ".join(text(preview).split())
    boxes = {box.text(): box for box in columns.findChildren(QCheckBox)}
    remade(qtbot, preview, lambda: boxes["Next review"].setChecked(False))
    assert "Next review" not in " ".join(text(preview).split())


def test_what_stands_below_mitigations_cannot_be_ticked_without_them(preview: Preview) -> None:
    boxes = {box.text(): box for box in preview.findChildren(QCheckBox)}
    assert boxes["Due date"].isEnabled()
    boxes["Mitigations"].setChecked(False)
    assert not boxes["Due date"].isEnabled()
    assert boxes["Owner"].isEnabled()
    preview._choice.choose(Print(Kind.WORKING))
    assert boxes["Due date"].isEnabled()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_columns_can_be_ticked_with_the_keyboard(qtbot: QtBot, preview: Preview) -> None:
    preview._choice.choose(Print(Kind.WORKING))
    columns = next(made for made in preview.findChildren(QPushButton) if made.text() == "Columns")
    QTest.keyClick(columns, Qt.Key.Key_Space)
    first = QApplication.focusWidget()
    assert isinstance(first, QCheckBox)
    assert (first.text(), first.isChecked()) == ("Ref.", True)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert Column.REFERENCE not in preview.how.columns
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QCheckBox)
    popup = first.window()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_what_is_being_typed_is_shown_before_it_is_stored(
    qtbot: QtBot, preview: Preview, workbench: Workbench, typed: Typing
) -> None:
    risk, register = next(workbench.tree().risks), workbench.register_id

    def type_() -> None:
        typed.draft = Draft(register=register, kind="risk", text="Not yet stored", id=risk.id)

    remade(qtbot, preview, type_)
    assert "Not yet stored" in text(preview)
    assert next(workbench.tree().risks).description == risk.description

    def escape() -> None:
        typed.draft = None

    remade(qtbot, preview, escape)
    assert "Not yet stored" not in text(preview)
