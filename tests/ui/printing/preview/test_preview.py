"""The preview shows what an export writes, follows the register, and lets the user look where he will."""

import datetime
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks, transfer
from riskdesk.desk.drafts import Draft
from riskdesk.desk.formats import Request
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.problems import InputProblem
from riskdesk.kit.colours import DARK, LIGHT, Colours
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.preview import Preview
from tests.kit.pictures import change, picture
from tests.ui.printing.preview.conftest import Typed, pages, remade, text, wheel


def test_the_preview_shows_what_an_export_writes(preview: Preview, workbench: Workbench, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    transfer.export(Request(workbench.tree(), preview.how, workbench.session.changed_at(), datetime.date.today()), out)
    view = pages(preview)
    with pypdfium2.PdfDocument(out) as written:
        assert view.count == len(written) == 3
        ratio = view.devicePixelRatioF()
        image = written[0].render(scale=96 / 72 * view.zoom * ratio, prefer_bgrx=True)
        expected = QImage(bytes(image.buffer), image.width, image.height, image.stride, QImage.Format.Format_RGB32)
    (place, *_) = view._in_sight()
    grabbed = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    left, top = place[1].left(), place[1].top()
    part = expected.copy(
        0, 0, min(expected.width(), grabbed.width() - left), min(expected.height(), grabbed.height() - top)
    )
    assert grabbed.copy(left, top, part.width(), part.height()) == part


def test_the_preview_follows_an_edit(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    risk = next(workbench.tree().risks)
    remade(qtbot, preview, lambda: workbench.run(risks.edit(risk.id, description="Written while it is watched")))
    assert "Written while it is watched" in text(preview)


def test_only_the_last_of_many_edits_is_shown(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    risk = next(workbench.tree().risks)
    page_texts: list[str] = []
    pages(preview).turned.connect(lambda: page_texts.append(text(preview)))
    for word in ("First", "Last"):
        workbench.run(risks.edit(risk.id, description=word))
        preview._make()
    qtbot.waitUntil(lambda: "Last" in text(preview))
    assert not [page_text for page_text in page_texts if "First" in page_text]


def test_the_place_in_sight_stays(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    pages(preview).go_to(3)
    assert pages(preview).page == 3
    risk = next(workbench.tree().risks)
    remade(qtbot, preview, lambda: workbench.run(risks.edit(risk.id, note="New")))
    assert pages(preview).page == 3


def test_characters_that_no_font_has_are_told(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    risk = next(workbench.tree().risks)
    assert not notice(preview)
    remade(qtbot, preview, lambda: workbench.run(risks.edit(risk.id, description="中 and <b>文</b>")))
    assert notice(preview).endswith("cannot be printed: 中 文")
    remade(qtbot, preview, lambda: workbench.run(risks.edit(risk.id, description="Plain")))
    assert not notice(preview)


def notice(preview: Preview) -> str:
    banner = preview._notice
    return banner.text() if banner.isVisible() else ""


def test_the_preview_says_when_the_pages_take_long(preview: Preview) -> None:
    preview._make()
    preview._patience.timeout.emit()
    assert notice(preview) == "Preparing pages…"


@pytest.mark.parametrize("error", [InputProblem("There is {what}.", what="no such thing"), KeyError("a bug")])
def test_what_cannot_be_made_is_told(
    qtbot: QtBot, preview: Preview, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr("riskdesk.ui.printing.preview.preview.render", fail)
    with qtbot.captureExceptions() as raised:
        preview._make()
        qtbot.waitUntil(lambda: not preview._rendering.is_under_way)
    assert not preview._patience.isActive()
    expected = ("There is no such thing.", []) if isinstance(error, InputProblem) else ("", [KeyError])
    assert (notice(preview), [kind for kind, *_ in raised]) == expected
    assert pages(preview).count == 0, "those of before are others than were asked for"


def test_pages_of_another_register_go_before_its_own_take_long(
    qtbot: QtBot, preview: Preview, workbench: Workbench
) -> None:
    first = workbench.register_id
    remade(qtbot, preview, lambda: workbench.run(registers.duplicate(first)))
    assert workbench.register_id != first
    preview._make()
    preview._patience.timeout.emit()
    assert pages(preview).count == 3
    workbench.open_register(first)
    preview._make()
    preview._patience.timeout.emit()
    assert pages(preview).count == 0
    qtbot.waitUntil(lambda: pages(preview).count == 3)


def test_a_wheel_in_passing_changes_no_choice(preview: Preview) -> None:
    paper = next(box for box in preview.findChildren(QComboBox) if box.accessibleName() == "Paper")
    preview.setFocus()
    event = wheel(-120)
    QApplication.sendEvent(paper, event)
    assert paper.currentText() == "A4"
    assert not event.isAccepted()


def test_another_document_is_chosen_and_remembered(
    qtbot: QtBot, preview: Preview, workbench: Workbench, settings: Settings, typed: Typed
) -> None:
    kind = next(box for box in preview.findChildren(QComboBox) if box.accessibleName() == "Document")
    place = kind.findText("Risk matrix")

    def choose() -> None:
        kind.setCurrentIndex(place)
        kind.activated.emit(place)

    remade(qtbot, preview, choose)
    assert "Risk matrix" in text(preview)
    assert (preview.how.kind, preview.how.orientation) == (DocumentKind.MATRIX, Orientation.LANDSCAPE)
    again = Preview(workbench, PrintChoice(settings))
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
    assert not preview._rendering.is_under_way
    remade(qtbot, preview, preview.show)
    assert "Not seen yet" in text(preview)


def test_the_preview_shows_what_was_chosen_elsewhere(
    qtbot: QtBot, preview: Preview, workbench: Workbench, settings: Settings
) -> None:
    summary = Print(DocumentKind.SUMMARY, Paper.A3, Orientation.PORTRAIT)
    remade(qtbot, preview, lambda: preview._choice.choose(summary))
    assert preview.how == summary
    assert "Risk summary" in text(preview)


def test_columns_can_be_ticked_for_the_working_register_alone(qtbot: QtBot, preview: Preview) -> None:
    (columns,) = [button for button in preview.findChildren(QPushButton) if button.text() == "Columns"]
    assert columns.isHidden()
    remade(qtbot, preview, lambda: preview._choice.choose(Print(DocumentKind.WORKING)))
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
    preview._choice.choose(Print(DocumentKind.WORKING))
    assert boxes["Due date"].isEnabled()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_columns_can_be_ticked_with_the_keyboard(qtbot: QtBot, preview: Preview) -> None:
    preview._choice.choose(Print(DocumentKind.WORKING))
    columns = next(button for button in preview.findChildren(QPushButton) if button.text() == "Columns")
    QTest.keyClick(columns, Qt.Key.Key_Space)
    first = QApplication.focusWidget()
    assert isinstance(first, QCheckBox)
    assert (first.text(), first.isChecked()) == ("Reference", True)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert PrintColumn.REFERENCE not in preview.how.columns
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QCheckBox)
    popup = first.window()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_what_is_being_typed_is_shown_before_it_is_stored(
    qtbot: QtBot, preview: Preview, workbench: Workbench, typed: Typed
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


def test_what_is_chosen_stands_in_one_row_where_there_is_room(preview: Preview) -> None:
    fields = preview._fields
    fields_in_row = (fields.kind, fields.paper, fields.orientation, fields.sets, fields.ended)

    def rows(width: int) -> int:
        preview.resize(width, 600)
        places = [field.geometry() for field in fields_in_row]
        return 1 + sum(next_.top() > field.bottom() for field, next_ in pairwise(places))

    assert rows(800) == 1
    assert rows(400) > 1


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_pages_say_that_they_have_the_focus(preview: Preview, colours: Colours) -> None:
    preview.setPalette(colours.palette())
    view = pages(preview)
    view.clearFocus()
    before = picture(view)
    view.setFocus()
    assert change(before, picture(view)) >= 3


def test_no_second_line_is_drawn_between_the_pages_and_their_scroll_bar(preview: Preview) -> None:
    view = pages(preview)
    edge = view.viewport().geometry().topRight() + QPoint(0, view.viewport().height() // 2)
    view.clearFocus()
    before = picture(view).pixelColor(edge)
    view.setFocus()
    assert picture(view).pixelColor(edge) == before


@pytest.mark.parametrize("kind", DocumentKind)
def test_each_choice_is_wide_enough_for_the_longest_of_its_texts(preview: Preview, kind: DocumentKind) -> None:
    preview.resize(900, 600)
    preview._choice.choose(Print(kind))
    visible = [box for box in preview.findChildren(QComboBox) if box.isVisible()]
    assert (preview._fields.sides in visible) == (kind is DocumentKind.MATRIX)
    QApplication.processEvents()
    for box in visible:
        longest = max(box.fontMetrics().horizontalAdvance(box.itemText(place)) for place in range(box.count()))
        assert box.width() > longest
