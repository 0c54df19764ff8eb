"""A scale is edited with keys and mouse; what is wrong is told beside its field, and the matrix follows."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QPushButton, QSpinBox, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from riskdesk.desk import registers, scales
from riskdesk.domain.label import Label
from riskdesk.domain.problems import Problem
from riskdesk.domain.scale import Assessment, BandColour, Level, Rule
from riskdesk.domain.scale_draft import ScaleDraft
from riskdesk.kit.fields.note import Note
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.scale.editor import ScaleDialog
from riskdesk.ui.scale.matrix import MatrixTable
from riskdesk.ui.scale.matrix_model import ScaleMatrixModel
from riskdesk.ui.scale.remapping import RemapDialog
from tests.labels import undo_label
from tests.ui.conftest import tree_of
from tests.ui.keys import KEY_OF_ONE, press_place
from tests.ui.scale.conftest import Open, named_widget, notes, press, write

FIVE, THREE = scales.profile("5x5"), scales.profile("eu-action-document-3x3")


def page(dialog: ScaleDialog, name: str) -> None:
    button = next(
        candidate for candidate in dialog.findChildren(QPushButton) if candidate.text().partition(" (")[0] == name
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def matrix(dialog: ScaleDialog) -> MatrixTable:
    table = dialog.findChild(MatrixTable)
    assert isinstance(table, MatrixTable)
    return table


def rows_of_table(dialog: ScaleDialog) -> list[list[str]]:
    model = matrix(dialog).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def box(dialog: QWidget, name: str) -> QComboBox:
    field = named_widget(dialog, name)
    assert isinstance(field, QComboBox)
    return field


def spin(dialog: QWidget, name: str) -> QSpinBox:
    field = named_widget(dialog, name)
    assert isinstance(field, QSpinBox)
    return field


def choose(field: QComboBox, text: str) -> None:
    """Choose from a list with keys."""
    field.setFocus()
    while field.currentText() != text:
        before = field.currentIndex()
        press(Qt.Key.Key_Down if field.findText(text) > before else Qt.Key.Key_Up)
        assert field.currentIndex() != before


def scale_of(workbench: Workbench):
    return tree_of(workbench).register.scale


def test_the_editor_shows_the_scale_in_force_and_changes_nothing_by_itself(edited: Open, workbench: Workbench) -> None:
    dialog, before = edited(), undo_label(workbench.session, None)
    assert rows_of_table(dialog)[0] == ["5 Medium", "10 High", "15 High", "20 Very high", "25 Very high"]
    assert notes(dialog) == []
    dialog.yes.click()
    assert not dialog.isVisible()
    assert undo_label(workbench.session, None) == before
    assert scale_of(workbench) == FIVE


def test_words_are_written_in_both_languages_and_stored_as_one_step(edited: Open, workbench: Workbench) -> None:
    dialog = edited()
    write(named_widget(dialog, "Name of the scale in French"), "Cinq")
    write(named_widget(dialog, "Level 2: name in English"), "Seldom")
    write(named_widget(dialog, "Level 2: definition in French"), "")
    page(dialog, "Impact")
    write(named_widget(dialog, "Level 5: name in French"), "")
    page(dialog, "Bands")
    write(named_widget(dialog, "Band 1: name in English"), "Fine")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    scale = scale_of(workbench)
    assert (scale.name, scale.profile) == (Label("5×5", "Cinq"), "")
    assert scale.likelihood[1] == Level(Label("Seldom", "Faible"), Label(FIVE.likelihood[1].definition.en, ""))
    assert scale.impact[4].name == Label("Very high", "")
    assert scale.impact[4].name.text("fr") == "Very high"
    assert scale.bands[0].name == Label("Fine", "Faible")
    workbench.undo()
    assert scale_of(workbench) == FIVE


def test_a_language_that_is_left_empty_shows_the_other(edited: Open) -> None:
    dialog = edited()
    english, french = (named_widget(dialog, f"Level 3: name in {language}") for language in ("English", "French"))
    write(french, "")
    assert french.placeholderText() == "Medium"
    write(english, "Even")
    assert french.placeholderText() == "Even"
    assert notes(dialog) == []
    write(english, "")
    assert notes(dialog) == ["A name is needed here."]


def test_what_is_wrong_is_told_beside_its_field_and_keeps_the_scale_from_being_applied(edited: Open) -> None:
    dialog = edited()
    field = named_widget(dialog, "Level 2: name in English")
    write(field, "very LOW")
    assert notes(dialog) == ["Another one has this name."]
    assert field.accessibleDescription() == "Another one has this name."
    assert not dialog.yes.isEnabled()
    note = next(candidate for candidate in dialog.findChildren(type(dialog._name_note)) if candidate.isVisible())
    below = note.mapTo(dialog, QPoint(0, 0)).y()
    assert field.mapTo(dialog, QPoint(0, 0)).y() < below
    assert below < named_widget(dialog, "Level 3: name in English").mapTo(dialog, QPoint(0, 0)).y()
    page(dialog, "Bands")
    write(named_widget(dialog, "Band 3: lowest score"), "5")
    write(named_widget(dialog, "Band 1: lowest score"), "2")
    assert notes(dialog) == [
        "The scores from 1 to 1 are in no band.",
        "It has to begin above 5, where the band below begins.",
    ]
    assert {button.text() for button in dialog.findChildren(QPushButton)} >= {"Likelihood (1)", "Bands (2)"}
    assert rows_of_table(dialog)[-1][0] == "1 –"
    write(named_widget(dialog, "Band 3: lowest score"), "10")
    write(named_widget(dialog, "Band 1: lowest score"), "1")
    page(dialog, "Likelihood")
    write(named_widget(dialog, "Level 2: name in English"), "Low")
    assert notes(dialog) == []
    assert dialog.yes.isEnabled()


def test_a_button_says_how_much_is_wrong_and_leads_to_the_first_of_it(edited: Open, qtbot: QtBot) -> None:
    dialog = edited()
    correcting = dialog._correcting
    assert not correcting.isVisible()
    page(dialog, "Impact")
    write(named_widget(dialog, "Number of levels"), "9")
    new_name = named_widget(dialog, "Level 6: name in English")
    dialog.resize(dialog.width(), dialog.minimumSizeHint().height())
    qtbot.waitUntil(lambda: new_name.height() > 20 and new_name.visibleRegion().isEmpty())
    page(dialog, "Bands")
    write(named_widget(dialog, "Band 3: lowest score"), "5")
    page(dialog, "Likelihood")
    assert correcting.text().startswith("5 ")
    QTest.mouseClick(correcting, Qt.MouseButton.LeftButton)
    assert new_name.hasFocus()
    assert new_name.visibleRegion().boundingRect() == new_name.rect()
    reason = next(note for note in dialog.findChildren(Note) if note.isVisible())
    qtbot.waitUntil(lambda: reason.visibleRegion().boundingRect() == reason.rect())
    page(dialog, "Impact")
    write(named_widget(dialog, "Number of levels"), "5")
    QTest.mouseClick(correcting, Qt.MouseButton.LeftButton)
    assert named_widget(dialog, "Band 3: lowest score").hasFocus()
    write(named_widget(dialog, "Band 3: lowest score"), "10")
    write(named_widget(dialog, "Name of the scale in English"), "")
    write(named_widget(dialog, "Name of the scale in French"), "")
    QTest.mouseClick(correcting, Qt.MouseButton.LeftButton)
    name = named_widget(dialog, "Name of the scale in English")
    assert name.hasFocus()
    assert name.accessibleDescription() == "The scale needs a name."
    write(name, "Ours")
    assert name.accessibleDescription() == ""


def test_a_matrix_that_has_no_room_is_scrolled_and_no_other(edited: Open, qtbot: QtBot) -> None:
    dialog = edited()
    for name in ("Likelihood", "Impact"):
        page(dialog, name)
        spin(dialog, "Number of levels").setValue(10)
    table = matrix(dialog)
    bars = table.horizontalScrollBar(), table.verticalScrollBar()
    qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
    assert not any(bar.isVisible() for bar in bars)
    table.setFixedSize(240, 200)
    qtbot.waitUntil(lambda: all(bar.isVisible() for bar in bars))


def test_no_field_is_cut_where_a_scroll_bar_becomes_needed_before_a_page_is_shown(edited: Open, qtbot: QtBot) -> None:
    dialog = edited()
    content, count = dialog._bands, dialog._bands._count
    # There is room for the page, but not for it with the notes of bands that are too many.
    room = content.minimumSizeHint().height() + 40
    dialog.resize(dialog.width(), dialog.height() - dialog._pages.height() + room)
    qtbot.waitUntil(lambda: dialog._pages.height() == room)
    for name in ("Likelihood", "Impact"):
        page(dialog, name)
        write(named_widget(dialog, "Number of levels"), "2")
    page(dialog, "Bands")
    assert dialog._areas[2].verticalScrollBar().isVisible()
    assert count.mapTo(content, count.rect().topRight()).x() < dialog._areas[2].viewport().width()


def test_what_may_be_wrong_is_told_and_keeps_nothing_from_being_applied(edited: Open) -> None:
    dialog = edited()
    page(dialog, "Bands")
    write(named_widget(dialog, "Band 4: lowest score"), "26")
    choose(box(dialog, "Band 2: colour"), "Blue")
    choose(box(dialog, "Band 3: colour"), "Blue")
    assert notes(dialog) == [
        "Its colour can hardly be told from that of “Medium”.",
        "No score of this scale falls into this band.",
    ]
    assert dialog.yes.isEnabled()


def test_levels_come_and_go_with_their_words(edited: Open) -> None:
    dialog = edited()
    count = spin(dialog, "Number of levels")
    count.setFocus()
    press(Qt.Key.Key_Down, 2)
    assert [row[0] for row in rows_of_table(dialog)] == ["3 Low", "2 Low", "1 Low"]
    press(Qt.Key.Key_Up, 2)
    assert notes(dialog) == []
    assert dialog.draft.likelihood == FIVE.likelihood
    press(Qt.Key.Key_Up)
    assert notes(dialog) == ["A name is needed here."]
    assert len(rows_of_table(dialog)) == 6
    press(Qt.Key.Key_Up, 9)
    assert count.value() == 10
    press(Qt.Key.Key_Down, 20)
    assert count.value() == 2


def test_a_table_is_painted_with_keys(edited: Open, workbench: Workbench) -> None:
    dialog = edited()
    page(dialog, "Bands")
    choose(box(dialog, "Score"), "A table, painted on the matrix")
    table = matrix(dialog)
    assert rows_of_table(dialog)[0] == ["Medium", "High", "High", "Very high", "Very high"]
    table.setFocus()
    press(Qt.Key.Key_Right)
    # The key of 4 on French keyboards.
    press_place(KEY_OF_ONE + 3, "'")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_9)
    brush = next(button for button in dialog.findChildren(QPushButton) if button.accessibleName() == "3 High")
    QTest.keyClick(brush, Qt.Key.Key_Space)
    table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert [row[1] for row in rows_of_table(dialog)] == ["Very high", "Low", "High", "Low", "Low"]
    dialog.yes.click()
    scale = scale_of(workbench)
    assert scale.rule is Rule.TABLE
    assert [scale.band_index(Assessment(level, 2)) for level in (5, 4, 3, 2, 1)] == [3, 0, 2, 0, 0]


def test_a_table_is_painted_with_the_mouse(edited: Open, qtbot: QtBot) -> None:
    dialog = edited()
    page(dialog, "Bands")
    choose(box(dialog, "Score"), "A table, painted on the matrix")
    table = matrix(dialog)
    brush = next(button for button in dialog.findChildren(QPushButton) if button.accessibleName() == "4 Very high")
    qtbot.mouseClick(brush, Qt.MouseButton.LeftButton)
    cells = [table.visualRect(table.model().index(4, column)).center() for column in (0, 1, 2)]
    port = table.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=cells[0])
    for cell in cells[1:]:
        QTest.mouseMove(port, cell)
        qtbot.mouseMove(port, cell)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=cells[-1])
    assert rows_of_table(dialog)[-1][0] == "Very high"
    assert rows_of_table(dialog)[-1][3] == "Low"
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=cells[2])
    assert rows_of_table(dialog)[-1][2] == "Very high"


def test_scores_are_not_painted(edited: Open) -> None:
    dialog, before = edited(), rows_of_table(edited())
    matrix(dialog).setFocus()
    press(Qt.Key.Key_4)
    QTest.mouseClick(matrix(dialog).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert rows_of_table(dialog) == before


def test_a_cell_tells_who_listens_where_it_is(edited: Open) -> None:
    dialog = edited()
    interface = QAccessible.queryAccessibleInterface(matrix(dialog))
    assert interface.role() == QAccessible.Role.Table
    cell = matrix(dialog).model().index(1, 2)
    spoken = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Likelihood 4 High, Impact 3 Medium: 12 High"


def test_tolerance_and_colours_are_stored(edited: Open, workbench: Workbench, assessed: None) -> None:
    dialog = edited()
    page(dialog, "Bands")
    choose(box(dialog, "Tolerated up to"), "Medium")
    choose(box(dialog, "Band 4: colour"), "Purple")
    dialog.yes.click()
    scale = scale_of(workbench)
    assert (scale.tolerance, scale.bands[3].colour, scale.profile) == (1, BandColour.PURPLE, "")
    assert [step.kind for step in workbench.session._store.steps()[-1].changes] == ["register"]


def test_one_begins_from_a_shipped_scale(edited: Open, workbench: Workbench) -> None:
    dialog = edited()
    begin = next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Begin from")
    names = [action.text().replace("&", "") for action in begin.menu().actions()]
    assert names[:4] == ["5×5", "PM² risk log", "EU action document 3×3", "4×4 probability and severity"]
    begin.menu().actions()[3].trigger()
    assert len(rows_of_table(dialog)) == 4
    dialog.yes.click()
    assert scale_of(workbench) == scales.profile("probability-severity-4x4")


def test_a_scale_goes_round_in_a_file(
    edited: Open, workbench: Workbench, tmp_path: Path, qtbot: QtBot, parent: QWidget
) -> None:
    dialog = edited()
    write(named_widget(dialog, "Name of the scale in English"), "Ours")
    dialog._begin.write(tmp_path / "ours.json")
    dialog.reject()
    assert json.loads((tmp_path / "ours.json").read_text("utf-8"))["name"] == {"en": "Ours", "fr": "5×5"}
    again = edited()
    again._begin.read(tmp_path / "ours.json")
    again.yes.click()
    assert scale_of(workbench) == replace(FIVE, name=Label("Ours", "5×5"), profile="")


@pytest.mark.parametrize("text", ["{}", '{"format": "riskdesk-scale", "version": 1, "bands": NaN}', "no JSON"])
def test_a_file_that_is_none_is_told_in_one_sentence_and_changes_nothing(
    edited: Open, tmp_path: Path, qtbot: QtBot, text: str
) -> None:
    dialog, path = edited(), tmp_path / "scale.json"
    path.write_text(text, "utf-8")
    before = dialog.draft
    dialog._begin.read(path)
    message_box = dialog.findChild(QMessageBox)
    assert isinstance(message_box, QMessageBox)
    assert "JSON" in message_box.text()
    message_box.close()
    assert dialog.draft == before


def test_a_scale_cannot_be_saved_in_a_file_before_it_can_assess(edited: Open) -> None:
    dialog = edited()
    assert dialog._begin.saving.isEnabled()
    write(named_widget(dialog, "Level 1: name in English"), "")
    write(named_widget(dialog, "Level 1: name in French"), "")
    assert not dialog._begin.saving.isEnabled()


def test_the_editor_is_gone_once_it_is_closed(edited: Open, qtbot: QtBot) -> None:
    dialog = edited()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_what_was_changed_meanwhile_stays(edited: Open, workbench: Workbench, problems: list[Problem]) -> None:
    dialog = edited()
    write(named_widget(dialog, "Name of the scale in English"), "Mine")
    other_scale = replace(FIVE, name=Label.same("Theirs"), profile="")
    workbench.session.run(registers.edit(tree_of(workbench).register.id, scale=other_scale))
    dialog.yes.click()
    assert len(problems) == 1
    assert dialog.isVisible()
    assert scale_of(workbench) == other_scale
    dialog.reject()


@pytest.mark.parametrize("locale", ["en_GB", "fr_FR"])
def test_the_matrix_speaks_the_language_of_the_window(edited: Open, workbench: Workbench, locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    dialog = edited()
    names = {"en_GB": ("25 Very high", "5 Very high"), "fr_FR": ("25 Très élevé", "5 Très élevée")}[locale]
    model = matrix(dialog).model()
    assert (rows_of_table(dialog)[0][-1], model.headerData(0, Qt.Orientation.Vertical)) == names


def test_the_model_of_the_matrix_is_a_model(edited: Open, qtmodeltester: ModelTester) -> None:
    dialog = edited()
    qtmodeltester.check(matrix(dialog).model())
    dialog.show_scale(THREE)
    qtmodeltester.check(matrix(dialog).model())


def test_nothing_is_asked_where_no_risk_is_assessed(edited: Open, workbench: Workbench) -> None:
    dialog = edited()
    dialog.show_scale(THREE)
    dialog.yes.click()
    assert dialog.findChild(RemapDialog) is None
    assert scale_of(workbench) == THREE
    assert QApplication.focusWidget() is None or not isinstance(QApplication.focusWidget(), MatrixTable)


def test_a_scale_is_never_saved_over_the_open_register_file(edited: Open, workbench: Workbench) -> None:
    before = workbench.session.path.read_bytes()
    dialog = edited()
    dialog._begin.write(workbench.session.path)
    (message_box,) = dialog.findChildren(QMessageBox)
    assert "is there already" in message_box.text()
    assert workbench.session.path.read_bytes() == before


@pytest.mark.parametrize(
    ("turned_to", "field", "longest", "refusal"),
    [
        ("Likelihood", "Name of the scale in French", 100, "This name has more than 100 characters; shorten it."),
        ("Likelihood", "Level 5: name in English", 100, "This name has more than 100 characters; shorten it."),
        ("Impact", "Level 1: definition in French", 1000, "The definition has more than 1,000 characters; shorten it."),
        ("Bands", "Band 2: name in French", 100, "This name has more than 100 characters; shorten it."),
    ],
)
def test_words_that_are_too_long_are_told_as_they_are_written(
    edited: Open, turned_to: str, field: str, longest: int, refusal: str
) -> None:
    dialog = edited()
    page(dialog, turned_to)
    for length in (longest, longest + 1, longest):
        named_widget(dialog, field).setText("w" * length)
        assert (refusal in notes(dialog)) == (length > longest)
        assert dialog.yes.isEnabled() == (length == longest)


@pytest.mark.parametrize("rule", [Rule.PRODUCT, Rule.TABLE])
def test_bands_are_named_in_cells_where_all_names_have_room(qtbot: QtBot, rule: Rule) -> None:
    """Elsewhere the score stands alone, or the number of the band where there is none; who listens hears the name."""
    table = MatrixTable(replace(ScaleDraft.of(FIVE), rule=rule))
    qtbot.addWidget(table)
    table.show()
    model, cell = table.model(), table.model().index(0, 4)
    for width, is_named in ((900, True), (200, False), (900, True)):
        table.resize(width, 300)
        qtbot.waitUntil(lambda width=width: table.width() == width)
        assert table.names_bands == is_named
        widest = QFontMetrics(table.words_font).horizontalAdvance("Very high")
        assert (widest < table.columnWidth(0)) == is_named
        assert "Very high" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(model, ScaleMatrixModel)
    assert model.mark(5, 5) == ("25" if rule is Rule.PRODUCT else "4")


def test_the_matrix_has_its_names_from_the_start(edited: Open, workbench: Workbench, qtbot: QtBot) -> None:
    workbench.run(registers.edit(tree_of(workbench).register.id, scale=THREE))
    table = matrix(edited())
    qtbot.waitUntil(lambda: table.columnWidth(0) > table.viewport().width() // 4)
    assert table.names_bands
    assert table.model().headerData(2, Qt.Orientation.Horizontal) == "3 High"
    assert QFontMetrics(table.words_font).horizontalAdvance("Medium") < table.columnWidth(0)
