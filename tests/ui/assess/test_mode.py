"""Assessing mode: the risks one after another in a full view, by keyboard alone; it comes back to where one was."""

from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, registers, risks
from riskdesk.desk.session import Session
from riskdesk.domain.assessing import Pair
from riskdesk.domain.problems import Problem
from riskdesk.domain.scale import Assessment, Rule
from riskdesk.domain.values import RiskStatus
from riskdesk.kit import translations
from riskdesk.kit.fields import DateField, LineField, TextField
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.theme import UNIT
from riskdesk.ui.assess.cell import SMALL, CellButton
from riskdesk.ui.assess.matrix import AssessmentMatrix
from riskdesk.ui.assess.mode import AssessingMode
from riskdesk.ui.assess.progress import Progress
from riskdesk.ui.assess.reading import ZOOM_PERCENT
from riskdesk.ui.shell.areas import Areas
from tests.hearing import hearing
from tests.ui.assess.conftest import SHIFT, Assessor, undo_elsewhere
from tests.ui.assess.scales import own_scale
from tests.ui.conftest import Letters, Opened, action
from tests.ui.keys import focused, hold
from tests.ui.printing.preview.conftest import wheel


class Walker(Assessor):
    """Somebody in assessing mode."""

    @property
    def mode(self) -> AssessingMode:
        return self.window.findChild(AssessingMode)

    @property
    def shown_reference(self) -> str:
        """The reference of the risk that is shown; empty for none."""
        shown_risk = next((risk for risk in self.risks if self.mode._id == risk.id), None)
        return shown_risk.reference if shown_risk is not None else ""

    @property
    def progress(self) -> str:
        return self.mode._progress.place_text

    @property
    def is_there(self) -> bool:
        return self.mode is not None and self.mode.isVisible()

    def begin(self) -> None:
        self.press(Qt.Key.Key_F9)
        assert self.is_there

    def matrix(self, pair: Pair) -> AssessmentMatrix:
        return self.mode._form.matrices[pair]

    def button(self, text: str) -> QAbstractButton:
        buttons = [widget for kind in (QPushButton, QCheckBox) for widget in self.mode.findChildren(kind)]
        return next(button for button in buttons if button.text().replace("&", "") == text)

    def texts(self) -> str:
        return " ".join(label.text() for label in self.mode.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def walker(user: Assessor) -> Walker:
    user.sheet.setFocus()
    return Walker(user.window, user.workbench)


def test_the_example_is_assessed_by_keyboard_alone(walker: Walker) -> None:
    walker.begin()
    expected = [(1 + number % 5, 1 + number * 2 % 5) for number in range(31)]
    for number, (likelihood, impact) in enumerate(expected, 1):
        assert walker.progress == f"Risk {number} of 31"
        assert walker.risks[number - 1].description in walker.texts()
        walker.type(f"{likelihood}{impact}")
        walker.press(Qt.Key.Key_Return)
    assert [(risk.likelihood, risk.impact) for risk in walker.risks] == expected
    assert "All 31 risk" in walker.texts()
    assert focused() is walker.button("Back to the register")
    walker.press(Qt.Key.Key_Return)
    assert not walker.is_there
    assert walker.sheet.isVisible()
    walker.sheet.setFocus()
    walker.begin()
    assert "All 31 risk" in walker.texts()


def test_the_mode_shows_where_a_risk_stands_and_what_is_done_about_it(walker: Walker) -> None:
    walker.begin()
    entry = next(walker.tree.entries)
    assert walker.tree.categories[0].category.title in walker.texts()
    assert all(mitigation.description in walker.texts() for mitigation in entry.mitigations)


def test_who_reads_a_long_text_stays_there_while_the_risk_is_assessed(walker: Walker) -> None:
    walker.workbench.run(risks.edit(walker.risks[0].id, description="A long text. " * 400))
    walker.begin()
    bar = walker.mode._reading.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place
    walker.type("34")
    assert bar.value() == place
    walker.press(Qt.Key.Key_Return)
    walker.press(Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_arrows_lead_and_enter_takes_what_they_led_to(walker: Walker) -> None:
    walker.begin()
    walker.press(Qt.Key.Key_Up)
    walker.press(Qt.Key.Key_Return)
    assert walker.assessment_of(1) == Assessment(4, 3)
    # Without an arrow or a digit, nothing is chosen.
    walker.press(Qt.Key.Key_Return)
    assert walker.assessment_of(2) == Assessment()
    assert walker.shown_reference == "R-03"


def test_a_likelihood_alone_is_no_assessment(walker: Walker) -> None:
    walker.begin()
    walker.type("43")
    walker.press(Qt.Key.Key_Return)
    walker.type("5")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_PageDown):
        walker.press(key)
    assert walker.assessment_of(2) == Assessment()
    assert walker.shown_reference == "R-02"
    assert "Now the impact" in walker.texts()
    walker.type("1")
    assert walker.assessment_of(2) == Assessment(5, 1)


class PaintedDigits(QObject):
    """The first digits that a matrix shows, one after another, as it is painted."""

    def __init__(self, matrix: AssessmentMatrix) -> None:
        super().__init__(matrix)
        self.digits: list[int | None] = []
        matrix.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, AssessmentMatrix):
            self.digits.append(watched.begun)
        return False


def test_a_digit_that_was_typed_for_one_risk_is_not_shown_for_another(walker: Walker, qtbot: QtBot) -> None:
    walker.begin()
    walker.type("43")
    walker.press(Qt.Key.Key_Return)
    painted = PaintedDigits(walker.matrix(Pair.INHERENT))
    walker.type("5")
    qtbot.waitUntil(lambda: painted.digits[-1:] == [5])
    walker.workbench.undo()
    assert walker.shown_reference == "R-01"
    qtbot.waitUntil(lambda: painted.digits[-1] is None)


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_PageUp, None), (Qt.Key.Key_Return, SHIFT)])
def test_the_way_back_is_the_way_one_came(walker: Walker, key: Qt.Key, modifier: Qt.KeyboardModifier | None) -> None:
    walker.workbench.run(risks.edit(walker.risks[1].id, likelihood=1, impact=1))
    walker.begin()
    walker.type("43")
    walker.press(Qt.Key.Key_PageDown)
    assert walker.shown_reference == "R-03"
    walker.press(key, modifier or Qt.KeyboardModifier.NoModifier)
    assert walker.shown_reference == "R-01"
    walker.press(key, modifier or Qt.KeyboardModifier.NoModifier)
    assert walker.shown_reference == "R-01"
    walker.press(Qt.Key.Key_Return)
    assert walker.shown_reference == "R-03"


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Return])
def test_a_key_that_is_held_goes_one_risk_on(walker: Walker, key: Qt.Key) -> None:
    walker.begin()
    hold(walker.mode, key, 3)
    assert walker.shown_reference == "R-02"


def test_a_key_that_is_held_goes_one_risk_back(walker: Walker) -> None:
    walker.begin()
    for _ in range(3):
        walker.press(Qt.Key.Key_PageDown)
    hold(walker.mode, Qt.Key.Key_PageUp, 3)
    assert walker.shown_reference == "R-03"


def test_enter_that_is_held_stays_on_the_last_page(walker: Walker) -> None:
    others = [risk.id for risk in walker.risks[:-1]]
    walker.workbench.run(risks.assess(others, Pair.INHERENT, Assessment(1, 1)))
    walker.begin()
    walker.type("43")
    hold(walker.mode, Qt.Key.Key_Return, 3)
    assert "All 31 risk" in walker.texts()


def test_buttons_that_lead_nowhere_are_disabled(walker: Walker) -> None:
    def enabled() -> list[str]:
        return [name for name in ("Back", "Next") if walker.button(name).isEnabled()]

    walker.workbench.run(risks.assess([risk.id for risk in walker.risks[2:]], Pair.INHERENT, Assessment(1, 1)))
    walker.begin()
    assert enabled() == ["Next"]
    walker.press(Qt.Key.Key_PageDown)
    assert enabled() == ["Back", "Next"]
    walker.press(Qt.Key.Key_PageDown)
    assert (walker.shown_reference, enabled()) == ("", ["Back"])
    walker.click(walker.button("Back"))
    assert walker.shown_reference == "R-02"
    walker.workbench.run(items.delete([walker.risks[0].id]))
    assert enabled() == ["Next"]
    walker.workbench.run(items.delete([risk.id for risk in walker.risks]))
    assert (walker.shown_reference, enabled()) == ("", [])


def test_with_a_risk_that_is_ended_the_way_back_leads_to_the_one_before_it(walker: Walker) -> None:
    walker.begin()
    for _ in range(2):
        walker.press(Qt.Key.Key_PageDown)
    walker.workbench.run(risks.edit(walker.risks[1].id, status=RiskStatus.CLOSED))
    walker.press(Qt.Key.Key_PageUp)
    assert walker.shown_reference == "R-01"
    assert not walker.button("Back").isEnabled()


def test_with_a_risk_to_which_an_undo_went_the_way_back_leads_to_the_one_before_it(walker: Walker) -> None:
    walker.begin()
    walker.press(Qt.Key.Key_PageDown)
    walker.workbench.run(risks.assess([walker.risks[1].id], Pair.INHERENT, Assessment(1, 1)))
    walker.press(Qt.Key.Key_PageDown)
    walker.workbench.undo()
    assert walker.shown_reference == "R-02"
    walker.press(Qt.Key.Key_PageUp)
    assert walker.shown_reference == "R-01"
    assert not walker.button("Back").isEnabled()


@pytest.mark.parametrize("name", ["Leave", "Assessed ones too"])
def test_page_down_goes_on_whichever_button_has_the_focus(walker: Walker, name: str) -> None:
    walker.begin()
    walker.button(name).setFocus()
    walker.press(Qt.Key.Key_PageDown)
    assert walker.shown_reference == "R-02"


def test_the_residual_pair_has_a_matrix_of_its_own(walker: Walker) -> None:
    walker.begin()
    walker.press(Qt.Key.Key_Tab)
    assert walker.matrix(Pair.RESIDUAL).has_focus
    walker.type("21")
    walker.press(Qt.Key.Key_Backtab, SHIFT)
    walker.type("43")
    walker.type("11", SHIFT)
    assert (walker.assessment_of(1), walker.assessment_of(1, Pair.RESIDUAL)) == (Assessment(4, 3), Assessment(1, 1))
    walker.press(Qt.Key.Key_Delete)
    assert (walker.assessment_of(1), walker.assessment_of(1, Pair.RESIDUAL)) == (Assessment(), Assessment(1, 1))


def test_tab_leads_to_the_fields_and_what_is_typed_is_kept(walker: Walker) -> None:
    walker.begin()
    for _ in range(2):
        walker.press(Qt.Key.Key_Tab)
    assert isinstance(focused(), TextField)
    walker.type("123")
    walker.press(Qt.Key.Key_Tab)
    assert isinstance(focused(), LineField)
    walker.type("456")
    walker.press(Qt.Key.Key_Tab)
    assert isinstance(focused(), DateField)
    for sign in "01/02/2027":
        walker.type(sign)
    walker.press(Qt.Key.Key_Return)
    first = walker.risks[0]
    assert (first.reason, first.owner, first.next_review) == ("123", "456", date(2027, 2, 1))
    assert walker.shown_reference == "R-02"


def test_a_date_that_is_none_stays_and_is_told(walker: Walker) -> None:
    walker.begin()
    field = walker.mode._form.fields["next_review"]
    assert isinstance(field, DateField)
    field.setFocus()
    walker.type("99")
    walker.press(Qt.Key.Key_Return)
    assert walker.shown_reference == "R-01"
    assert "not a date" in walker.mode._form.notes["next_review"].text()
    # It stays with its risk.
    walker.press(Qt.Key.Key_Escape)
    walker.press(Qt.Key.Key_Escape)
    assert not walker.is_there
    assert [draft.text for draft in walker.workbench.typing.drafts()] == ["99"]
    walker.begin()
    assert field.text() == "99"


def test_no_assessment_is_announced_while_a_date_that_is_none_keeps_it_from_being_made(walker: Walker) -> None:
    walker.begin()
    walker.mode._form.fields["next_review"].setFocus()
    walker.type("99")
    with hearing() as announcements:
        walker.click(walker.cell(4, 3, walker.matrix(Pair.INHERENT)))
    assert walker.assessment_of(1) == Assessment()
    assert not [event for event in announcements if "likelihood 4" in event.message()]


def test_the_mode_comes_back_to_where_one_was(walker: Walker, open_window: Opened, qtbot: QtBot) -> None:
    walker.begin()
    for _ in range(7):
        walker.press(Qt.Key.Key_Return)
    assert walker.progress == "Risk 8 of 31"
    walker.press(Qt.Key.Key_Escape)
    assert walker.selected == ["R-08"]
    walker.choose(3)
    walker.begin()
    assert walker.shown_reference == "R-08"
    walker.press(Qt.Key.Key_F9)
    assert not walker.is_there
    # In another window, too, and after another register.
    walker.workbench.run(registers.duplicate(walker.tree.register.id))
    walker.sheet.setFocus()
    walker.begin()
    assert walker.shown_reference == "R-01"
    walker.press(Qt.Key.Key_Escape)
    walker.workbench.open_register(walker.workbench.registers()[0].id)
    other = Walker(open_window(), walker.workbench)
    qtbot.waitUntil(other.window.isActiveWindow)
    other.sheet.setFocus()
    other.begin()
    assert other.shown_reference == "R-08"


def test_those_that_were_left_out_are_named_at_the_end(walker: Walker) -> None:
    for risk in walker.risks[2:]:
        walker.workbench.run(risks.edit(risk.id, likelihood=1, impact=1))
    walker.begin()
    walker.press(Qt.Key.Key_Return)
    walker.type("43")
    walker.press(Qt.Key.Key_Return)
    assert "still to be assessed" in walker.texts()
    walker.press(Qt.Key.Key_Return)
    assert walker.shown_reference == "R-01"


def test_at_the_end_an_undo_leads_back_to_the_risk_that_it_changed(walker: Walker) -> None:
    walker.workbench.run(risks.assess([risk.id for risk in walker.risks[:30]], Pair.INHERENT, Assessment(3, 3)))
    walker.begin()
    walker.press(Qt.Key.Key_4)
    walker.press(Qt.Key.Key_3)
    walker.press(Qt.Key.Key_PageDown)
    assert "All 31 risk" in walker.texts()
    assert walker.progress == ""
    walker.workbench.undo()
    assert walker.shown_reference == "R-31"
    assert walker.progress == "Risk 31 of 31"


def test_the_end_follows_what_others_do_meanwhile(walker: Walker) -> None:
    walker.workbench.run(risks.assess([risk.id for risk in walker.risks], Pair.INHERENT, Assessment(3, 3)))
    walker.begin()
    assert "All 31 risk" in walker.texts()
    walker.workbench.run(risks.assess([walker.risks[4].id], Pair.INHERENT, Assessment()))
    assert "still to be assessed" in walker.texts()
    assert walker.button("Go on with them").isVisible()


def test_assessed_ones_are_gone_through_too_if_wanted(walker: Walker) -> None:
    walker.workbench.run(risks.edit(walker.risks[1].id, likelihood=1, impact=1))
    walker.workbench.run(risks.edit(walker.risks[2].id, status=RiskStatus.CLOSED))
    walker.begin()
    assert walker.progress == "Risk 1 of 30"
    walker.click(walker.button("Assessed ones too"))
    walker.click(walker.button("Next"))
    assert walker.shown_reference == "R-02"
    walker.click(walker.button("Next"))
    assert walker.shown_reference == "R-04"
    walker.click(walker.button("Back"))
    assert walker.shown_reference == "R-02"
    walker.click(walker.button("Leave"))
    assert not walker.is_there
    walker.begin()
    assert walker.button("Assessed ones too").isChecked()


def test_undo_takes_back_and_shows_what(walker: Walker) -> None:
    walker.begin()
    walker.type("43")
    walker.press(Qt.Key.Key_Return)
    walker.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert walker.is_there
    assert walker.shown_reference == "R-01"
    assert walker.assessment_of(1) == Assessment()


def test_what_somebody_else_undoes_leads_nowhere(walker: Walker) -> None:
    walker.begin()
    undo_elsewhere(walker, 5)
    assert walker.shown_reference == "R-01"


def test_a_risk_that_is_gone_gives_way(walker: Walker) -> None:
    walker.begin()
    walker.workbench.run(items.delete([walker.risks[0].id]))
    assert walker.shown_reference == "R-02"
    walker.workbench.run(risks.edit(walker.risks[0].id, status=RiskStatus.CLOSED))
    assert walker.shown_reference == "R-03"
    for category in list(walker.tree.categories):
        walker.workbench.run(items.delete([category.category.id]))
    assert "There is no risk to assess." in walker.texts()
    walker.press(Qt.Key.Key_Escape)
    assert not walker.is_there


def test_another_register_takes_its_place(walker: Walker) -> None:
    walker.begin()
    walker.press(Qt.Key.Key_Return)
    old_ids = {risk.id for risk in walker.risks}
    selected_ids: list[str] = []
    walker.workbench.selected.connect(lambda: selected_ids.extend(walker.workbench.selection))
    walker.workbench.run(registers.duplicate(walker.tree.register.id))
    assert not walker.is_there
    assert not old_ids.intersection(selected_ids)
    assert walker.window.findChild(Areas).isVisible()


def test_the_mode_goes_with_its_register(walker: Walker) -> None:
    walker.begin()
    walker.workbench.run(registers.delete(walker.tree.register.id))
    assert walker.workbench.tree() is None
    assert not walker.is_there
    assert not action(walker.window, "assessing").isEnabled()


def test_what_acts_on_the_register_shows_it(walker: Walker) -> None:
    walker.begin()
    action(walker.window, "save").trigger()
    assert walker.is_there
    action(walker.window, "add_risk").trigger()
    assert not walker.is_there
    assert walker.sheet.writing.row is not None


def test_the_text_of_the_risk_is_zoomed_by_itself(walker: Walker) -> None:
    def size() -> float:
        label = next(part for part in walker.mode.findChildren(QLabel) if part.text() == walker.risks[0].description)
        return label.font().pointSizeF()

    walker.begin()
    usual, zoom_of_sheet = size(), walker.sheet.zoom
    for name in ("zoom_in", "zoom_in", "zoom_out", "zoom_in"):
        action(walker.window, name).trigger()
    assert walker.is_there
    assert size() == pytest.approx(usual * 1.21, abs=0.1)
    assert walker.sheet.zoom == zoom_of_sheet
    for name, way in (("zoom_reset", 0), ("zoom_in", 1)):
        action(walker.window, name).trigger()
        assert size() == pytest.approx(usual * 1.1**way, abs=0.1)
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(walker.mode._reading.viewport(), wheel(-120, control))
    assert size() == pytest.approx(usual, abs=0.1)
    walker.press(Qt.Key.Key_Escape)
    action(walker.window, "zoom_in").trigger()
    assert walker.sheet.zoom > zoom_of_sheet


@pytest.mark.parametrize(("percent", "zoom"), [(-1, 0.7), (0, 0.7), (2**31 - 1, 2.5)])
def test_text_is_neither_lost_nor_too_large_whatever_the_settings_say(
    walker: Walker, percent: int, zoom: float
) -> None:
    walker.window._settings.set(ZOOM_PERCENT, percent)
    walker.begin()
    name = next(part for part in walker.mode.findChildren(QLabel) if part.text() == "R-01")
    assert name.font().pointSizeF() == pytest.approx(QApplication.font().pointSizeF() * zoom, rel=0.1)


def test_a_cell_that_was_only_looked_at_is_not_the_assessment_when_one_comes_back(walker: Walker) -> None:
    walker.begin()
    walker.type("25")
    walker.press(Qt.Key.Key_Up)
    walker.press(Qt.Key.Key_Escape)
    walker.begin()
    assert walker.shown_reference == "R-01"
    assert focused() is walker.matrix(Pair.INHERENT).focusProxy()
    assert focused().assessment == Assessment(2, 5)


def test_what_cannot_be_written_is_only_looked_at(walker: Walker, problems: list[Problem]) -> None:
    path = walker.workbench.session.path
    walker.workbench.change_session(Session.open(path, "A. Tester", read_only=True), why_read_only="Only to read")
    walker.sheet.setFocus()
    walker.begin()
    walker.type("43")
    walker.press(Qt.Key.Key_Return)
    assert walker.shown_reference == "R-02"
    assert walker.assessment_of(1) == Assessment()
    walker.click(walker.cell(4, 3, walker.matrix(Pair.INHERENT)))
    assert walker.assessment_of(2) == Assessment()
    walker.press(Qt.Key.Key_PageUp)
    assert walker.shown_reference == "R-01"
    walker.press(Qt.Key.Key_Escape)
    assert not walker.is_there
    assert problems == []


def test_what_is_shown_is_told(walker: Walker) -> None:
    walker.begin()
    with hearing() as announcements:
        walker.type("43")
        QApplication.processEvents()
        walker.press(Qt.Key.Key_Return)
    messages = [event.message() for event in announcements]
    assert "R-01: likelihood 4 High, impact 3 Medium, score 12, High" in messages
    assert any(text.startswith("Risk 2 of 31. R-02: ") for text in messages)
    assert not [text for text in messages if text.startswith("score")]


@pytest.mark.parametrize("number", [2, 5, 10])
def test_nothing_is_cut_at_the_side(walker: Walker, number: int, qtbot: QtBot) -> None:
    walker.workbench.run(registers.edit(walker.tree.register.id, scale=own_scale(number, number, Rule.PRODUCT)))
    walker.begin()
    mode, area = walker.mode, walker.mode._area
    for size in (QSize(1366, 700), QSize(960, 560), QSize(720, 450)):
        walker.window.resize(size)
        qtbot.waitUntil(lambda: mode._form.width() == area.viewport().width())
        qtbot.waitUntil(lambda: min(cell.height() for cell in mode.findChildren(CellButton)) > 1)
        cells = mode.findChildren(CellButton)
        assert len(cells) == 2 * number * number
        assert min(min(cell.width(), cell.height()) for cell in cells) >= 24, size
        assert all(cell.mapTo(mode, cell.rect().topRight()).x() < mode.width() for cell in cells), size


@pytest.mark.parametrize("language", ["en", "fr"])
def test_where_there_is_no_room_for_all_the_head_leaves_out_how_many_are_assessed(
    qapp: QApplication, language: str, qtbot: QtBot
) -> None:
    translations.install(qapp, language)
    parent = QWidget()
    qtbot.addWidget(parent)
    head = Progress(parent)
    parent.show()
    head.resize(2000, 60)
    head.show_place(1, 31, 30)
    QApplication.processEvents()
    parts = [part for kind in (QAbstractButton, QLabel) for part in head.findChildren(kind)]
    whole = sum(part.sizeHint().width() for part in parts)
    for width in (whole + 200, whole, whole + 200):
        head.resize(width, 60)
        QApplication.processEvents()
        visible = [part for part in parts if part.isVisible()]
        assert all(part.width() >= part.sizeHint().width() for part in visible)
        assert any("30" in part.text() for part in visible) == (width > whole)


def test_the_program_closes_from_it_and_nothing_is_lost(walker: Walker, qtbot: QtBot) -> None:
    walker.begin()
    field = walker.mode._form.fields["reason"]
    field.setFocus()
    walker.type("123")
    QTest.keySequence(focused(), QKeySequence("Ctrl+Q"))
    qtbot.waitUntil(lambda: not walker.window.isVisible())
    assert walker.risks[0].reason == "123"


def test_a_register_that_another_program_deletes_is_told_and_left(walker: Walker, problems: list[Problem]) -> None:
    walker.begin()
    field = walker.mode._form.fields["reason"]
    field.setFocus()
    walker.type("123")
    with closing(Session.open(walker.workbench.session.path, "B. Other")) as other:
        other.run(registers.delete(walker.tree.register.id))
    walker.workbench.read_changes_of_others()
    assert walker.workbench.register_id is None
    assert not walker.is_there
    (problem,) = problems
    assert "B. Other has deleted the register" in str(problem)
    assert walker.window.isVisible()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_word_is_cut_in_a_small_window_in_large_letters(
    open_window: Opened, qapp: QApplication, letters: Letters, language: str, qtbot: QtBot
) -> None:
    translations.install(qapp, language)
    letters(15)
    window = open_window()
    window.resize(720, 480)
    action(window, "assessing").trigger()
    mode = window.findChild(AssessingMode)
    qtbot.waitUntil(lambda: mode._form.width() == mode._area.viewport().width())
    for part in mode._progress.findChildren(QAbstractButton) + mode._progress.findChildren(QLabel):
        assert not part.isVisible() or part.width() >= part.sizeHint().width()
    names = {"en": ("Medium", "Impact"), "fr": ("Moyenne", "Impact")}[language]
    for matrix in mode._form.matrices.values():
        metrics = QFontMetrics(scaled_font(matrix.font(), SMALL))
        room = min(cell.x() for cell in matrix.findChildren(CellButton)) - UNIT
        assert room >= max(map(metrics.horizontalAdvance, names))


def test_no_word_is_wider_than_there_is_room_to_read_it(walker: Walker) -> None:
    word = "minutes_of_the_meeting_" * 8
    walker.workbench.run(risks.edit(walker.risks[0].id, title=word, description=word))
    walker.begin()
    reading = walker.mode._reading
    labels = [label for label in reading.findChildren(QLabel) if word in label.text().replace("\u200b", "")]
    assert len(labels) == 2
    for label in labels:
        lines = label.fontMetrics().boundingRect(label.rect(), Qt.TextFlag.TextWordWrap, label.text())
        assert lines.width() <= label.width() <= reading.viewport().width()
        assert lines.height() <= label.height()
