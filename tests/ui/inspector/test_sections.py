"""The sections of a risk: folded and opened, and remembered; what has an error or is found is never folded away."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.kit.colours import DARK, LIGHT, Colours
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.section import Disclosure, Section
from tests.contrast import contrast
from tests.hearing import hearing
from tests.kit.pictures import at, commonest, picture
from tests.ui.conftest import Opened, sheet, tree_of
from tests.ui.inspector.conftest import field, first_risk, note_below, page, type_into
from tests.ui.keys import NONE


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Those of a user who has never folded anything."""
    return Settings(tmp_path_factory.mktemp("settings") / "settings.json")


@pytest.fixture(autouse=True)
def risk_shown(inspector: Inspector, workbench: Workbench, qtbot: QtBot) -> None:
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    workbench.select([first_risk(workbench).id])


def section(inspector: Inspector, code: str) -> Section:
    return next(candidate for candidate in page(inspector).sections if candidate.code == code)


def opened(inspector: Inspector) -> list[str]:
    return [candidate.code for candidate in page(inspector).sections if candidate.is_open]


def visible_names(inspector: Inspector) -> set[str]:
    return {name for name in page(inspector).fields if field(inspector, name).isVisible()}


def spoken_state(widget: QWidget) -> tuple[bool, bool]:
    state = QAccessible.queryAccessibleInterface(widget).state()
    return bool(state.expanded), bool(state.collapsed)


def test_owner_status_and_review_come_after_the_assessment_and_the_rest_folds(inspector: Inspector) -> None:
    assert list(page(inspector).fields)[:5] == ["likelihood", "impact", "owner", "status", "next_review"]
    assert opened(inspector) == ["Residual, after the mitigations"]
    assert visible_names(inspector) == {
        *("likelihood", "impact", "owner", "status", "next_review", "residual_likelihood", "residual_impact"),
    }
    tops = [field(inspector, name).y() for name in seen_in_order(inspector)]
    assert tops == sorted(tops)


def seen_in_order(inspector: Inspector) -> list[str]:
    return [name for name in page(inspector).fields if name in visible_names(inspector)]


def test_what_is_folded_is_remembered(
    inspector: Inspector, workbench: Workbench, settings: Settings, qtbot: QtBot
) -> None:
    qtbot.mouseClick(section(inspector, "Dates").disclosure, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(section(inspector, "Residual, after the mitigations").disclosure, Qt.MouseButton.LeftButton)
    assert opened(inspector) == ["Dates"]
    other = Inspector(workbench, Settings(settings.path))
    qtbot.addWidget(other)
    other.show()
    assert opened(other) == ["Dates"]
    workbench.select([next(tree_of(workbench).mitigations).id])
    workbench.select([list(tree_of(workbench).risks)[4].id])
    assert opened(inspector) == ["Dates"]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_words_of_headings_begin_where_those_of_labels_do(inspector: Inspector, colours: Colours) -> None:
    inspector.setPalette(colours.palette())

    def ink(part: QWidget) -> int:
        """Where the first letter is seen; both begin with one whose stem is upright."""
        image = picture(part)
        ground = commonest(image, image.rect())
        rows = range(image.height() // 3, image.height() * 2 // 3)
        inked = (x for x in range(image.width()) if any(contrast(at(image, x, y), ground) >= 3 for y in rows))
        return part.mapTo(page(inspector), QPoint(next(inked), 0)).x()

    (label,) = [candidate for candidate in page(inspector).findChildren(QLabel) if candidate.text() == "Next review"]
    for part in page(inspector).sections:
        part.disclosure.setText("Next review")
        assert abs(ink(part.disclosure) - ink(label)) <= 1


def test_a_section_is_heard_to_open_and_fold_where_the_keyboard_is(inspector: Inspector) -> None:
    more, dates = section(inspector, "More"), section(inspector, "Dates")
    with hearing() as announced:
        more.disclosure.setFocus()
        QTest.keyClick(more.disclosure, Qt.Key.Key_Space)
        QTest.keyClick(more.disclosure, Qt.Key.Key_Left)
        dates.set_open(True)
    assert [event.message() for event in announced] == ["expanded", "collapsed"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_turns_a_section(inspector: Inspector, key: Qt.Key) -> None:
    more = section(inspector, "More")
    more.disclosure.setFocus()
    for expected in (True, False):
        QTest.keyClick(more.disclosure, key)
        assert more.is_open is expected
        assert ("note" in visible_names(inspector)) is expected
    for way, expected in ((Qt.Key.Key_Right, True), (Qt.Key.Key_Right, True), (Qt.Key.Key_Left, False)):
        QTest.keyClick(more.disclosure, way)
        assert more.is_open is expected
    assert QApplication.focusWidget() is more.disclosure


def test_enter_that_is_held_turns_a_section_once(inspector: Inspector) -> None:
    more = section(inspector, "More")
    more.disclosure.setFocus()
    for number in range(4):
        enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", number > 0)
        QApplication.sendEvent(more.disclosure, enter)
    assert more.is_open


def test_tab_goes_past_what_is_folded_and_into_what_is_open(inspector: Inspector) -> None:
    def walk() -> list[str]:
        names = []
        field(inspector, "next_review").setFocus()
        for _ in range(6):
            now = QApplication.focusWidget()
            assert now is not None
            QTest.keyClick(now, Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            names.append(now.text() if isinstance(now, Disclosure) else now.accessibleName() if now else "")
        return names

    section(inspector, "Residual, after the mitigations").set_open(False)
    assert walk()[:4] == ["Residual, after the mitigations", "Treatment", "Dates", "More"]
    section(inspector, "Dates").set_open(True)
    assert walk() == [
        *("Residual, after the mitigations", "Treatment", "Dates", "Identified on", "Last review", "More"),
    ]


def test_a_section_is_heard_as_a_button_that_is_expanded_or_not(inspector: Inspector) -> None:
    treatment = section(inspector, "Treatment")
    interface = QAccessible.queryAccessibleInterface(treatment.disclosure)
    assert (interface.role(), interface.text(QAccessible.Text.Name)) == (QAccessible.Role.Button, "Treatment")
    assert interface.state().expandable
    assert spoken_state(treatment.disclosure) == (False, True)
    assert "Press" in interface.actionInterface().actionNames()
    interface.actionInterface().doAction("Press")
    assert treatment.is_open
    assert spoken_state(treatment.disclosure) == (True, False)


def test_a_folded_section_says_how_much_is_in_it(inspector: Inspector, workbench: Workbench) -> None:
    disclosure = section(inspector, "Treatment").disclosure
    assert disclosure.accessibleDescription() == ""
    workbench.run(risks.edit(first_risk(workbench).id, trigger="Elections", escalated_to="The Director"))
    assert disclosure.accessibleDescription() == "2 of 4 filled in"
    workbench.undo()
    assert disclosure.accessibleDescription() == ""


def test_an_error_is_never_folded_away(inspector: Inspector, qtbot: QtBot) -> None:
    dates = section(inspector, "Dates")
    dates.set_open(True)
    type_into(field(inspector, "last_review"), "31/11/2026")
    qtbot.mouseClick(dates.disclosure, Qt.MouseButton.LeftButton)
    assert dates.is_open
    assert "not a date" in note_below(inspector, "last_review")
    type_into(field(inspector, "last_review"), "")
    field(inspector, "last_review").clear()
    qtbot.mouseClick(dates.disclosure, Qt.MouseButton.LeftButton)
    assert not dates.is_open


def test_a_text_that_comes_back_with_its_error_opens_its_section(inspector: Inspector, workbench: Workbench) -> None:
    first, second = list(tree_of(workbench).risks)[:2]
    section(inspector, "Dates").set_open(True)
    type_into(field(inspector, "identified_on"), "no date")
    workbench.select([second.id])
    section(inspector, "Dates").set_open(False)
    workbench.select([first.id])
    assert section(inspector, "Dates").is_open
    assert note_below(inspector, "identified_on")
    workbench.typing.forget()


@pytest.mark.parametrize(("name", "code"), [("note", "More"), ("trigger", "Treatment"), ("title", "More")])
def test_what_is_found_is_unfolded(inspector: Inspector, workbench: Workbench, name: str, code: str) -> None:
    workbench.run(risks.edit(first_risk(workbench).id, **{name: "Here is xyzzy."}))
    assert inspector.reveal_part(name, 8, 13, write=True)
    assert section(inspector, code).is_open
    assert QApplication.focusWidget() is field(inspector, name)
    assert not field(inspector, name).visibleRegion().isEmpty()


def test_search_unfolds_and_does_not_remember(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, settings: Settings
) -> None:
    register_tree = tree_of(workbench)
    risk = list(register_tree.risks)[7]
    workbench.run(risks.edit(risk.id, reason="For plugh."))
    window = open_window()
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sheet(window).setFocus()
    window._search.focus()
    QTest.keyClicks(QApplication.focusWidget(), "plugh")
    inspector = window.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    assert field(inspector, "reason").isVisible()
    assert not field(inspector, "reason").visibleRegion().isEmpty()
    other = Inspector(workbench, Settings(settings.path))
    qtbot.addWidget(other)
    other.show()
    assert opened(other) == ["Residual, after the mitigations"]


def test_headings_are_whole_in_a_narrow_inspector(inspector: Inspector) -> None:
    inspector.resize(256, 700)
    QApplication.processEvents()
    for part in page(inspector).sections:
        room = part.disclosure.width() - 32
        text_rect = part.disclosure.fontMetrics().boundingRect(
            0, 0, room, 0, Qt.TextFlag.TextWordWrap, part.disclosure.text()
        )
        assert part.disclosure.height() >= text_rect.height() + 8
        assert text_rect.width() <= room
        assert part.disclosure.height() >= 24
