"""The inspector, its fields filled in as a user does."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks, scales
from riskdesk.domain.values import Language, MitigationStatus, Response
from riskdesk.kit.fields import ChoiceField, DateField, LineField, TextField
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.badge import Badge
from riskdesk.ui.scale.field import ScaleField
from tests.labels import undo_label
from tests.ui.conftest import read_only, tree_of
from tests.ui.inspector.conftest import choose_register, field, first_risk, level, page, type_into


def test_the_register_is_shown_where_it_is_chosen_itself(inspector: Inspector, workbench: Workbench) -> None:
    choose_register(workbench)
    for name, text in (("reference", "GR-EXT(2023)6"), ("heading", "APPENDIX II: RISK REGISTER")):
        line = field(inspector, name)
        assert isinstance(line, LineField)
        assert line.text() == text
    day = field(inspector, "date")
    assert isinstance(day, DateField)
    assert day.value() == date(2023, 10, 5)


def test_a_risk_is_assessed_with_two_clicks(inspector: Inspector, workbench: Workbench, qtbot: QtBot) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    qtbot.mouseClick(level(inspector, "likelihood", 4), Qt.MouseButton.LeftButton)
    badge = page(inspector).findChildren(Badge)[0]
    assert badge.accessibleName() == "Score: not assessed"
    qtbot.mouseClick(level(inspector, "impact", 5), Qt.MouseButton.LeftButton)
    assessed = first_risk(workbench)
    assert (assessed.likelihood, assessed.impact) == (4, 5)
    assert "20" in badge.accessibleName()
    assert tree_of(workbench).register.scale.bands[-1].name.en in badge.accessibleName()
    assert undo_label(workbench.session, workbench.register_id) == "Assess risk"


def test_the_level_that_holds_is_cleared_by_another_click(
    inspector: Inspector, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.select([first_risk(workbench).id])
    for expected in (3, None):
        qtbot.mouseClick(level(inspector, "residual_impact", 3), Qt.MouseButton.LeftButton)
        assert first_risk(workbench).residual_impact == expected


def test_text_is_committed_on_leaving_the_field(inspector: Inspector, workbench: Workbench) -> None:
    workbench.select([first_risk(workbench).id])
    type_into(field(inspector, "owner"), "A. Name")
    assert first_risk(workbench).owner == ""
    field(inspector, "trigger").setFocus()
    assert first_risk(workbench).owner == "A. Name"


def test_what_stands_in_a_field_goes_to_what_was_chosen_then(inspector: Inspector, workbench: Workbench) -> None:
    first, second = list(tree_of(workbench).risks)[:2]
    workbench.select([first.id])
    type_into(field(inspector, "note"), "Of the first")
    workbench.select([second.id])
    assert [risk.note for risk in list(tree_of(workbench).risks)[:2]] == ["Of the first", ""]
    note = field(inspector, "note")
    assert isinstance(note, TextField)
    assert note.toPlainText() == ""


def test_codes_and_dates_are_edited(inspector: Inspector, workbench: Workbench) -> None:
    mitigation = next(tree_of(workbench).mitigations)
    workbench.select([mitigation.id])
    status, due = field(inspector, "status"), field(inspector, "due_date")
    assert isinstance(status, ChoiceField)
    status.setCurrentIndex(status.findText("Done"))
    status.commit()
    type_into(due, "31/12/2026")
    QTest.keyClick(due, Qt.Key.Key_Return)
    edited = next(tree_of(workbench).mitigations)
    assert (edited.status, edited.due_date) == (MitigationStatus.DONE, date(2026, 12, 31))


def test_owners_are_completed_from_names_already_used(inspector: Inspector, workbench: Workbench) -> None:
    first, second = list(tree_of(workbench).risks)[:2]
    workbench.run(risks.edit(first.id, owner="Zhanar Bekova"))
    workbench.select([second.id])
    owner = field(inspector, "owner")
    assert isinstance(owner, LineField)
    owner.completer().setCompletionPrefix("beko")
    assert owner.completer().currentCompletion() == "Zhanar Bekova"


def test_undo_shows_the_old_value_again(inspector: Inspector, workbench: Workbench) -> None:
    workbench.select([first_risk(workbench).id])
    workbench.run(risks.edit(first_risk(workbench).id, response=Response.ACCEPT))
    response = field(inspector, "response")
    assert isinstance(response, ChoiceField)
    assert response.currentText() == "Accept"
    workbench.undo()
    assert response.currentText() == ""


@pytest.mark.parametrize(
    ("language", "label", "name"),
    [("en_GB", "Scale", "PM² risk log"), ("fr_FR", "Échelle", "Journal des risques PM²")],
)
def test_the_scale_is_named_in_the_language_of_the_window_and_leads_to_its_editor(
    inspector: Inspector, workbench: Workbench, qtbot: QtBot, language: str, label: str, name: str
) -> None:
    QLocale.setDefault(QLocale(language))
    workbench.run(registers.edit(tree_of(workbench).register.id, scale=scales.profile("pm2-risk-log")))
    choose_register(workbench)
    scale = field(inspector, "scale")
    assert isinstance(scale, ScaleField)
    assert (scale.text(), scale.accessibleName(), scale.accessibleDescription()) == (f"{name}…", label, name)
    with qtbot.waitSignal(inspector.command_wanted) as signal:
        QTest.keyClick(scale, Qt.Key.Key_Space)
    assert signal.args == ["scale"]


def test_the_language_of_the_register_brings_its_words(inspector: Inspector, workbench: Workbench) -> None:
    choose_register(workbench)
    language = field(inspector, "language")
    assert isinstance(language, ChoiceField)
    language.setCurrentIndex(language.findText("Français"))
    language.commit()
    register = tree_of(workbench).register
    assert register.language is Language.FRENCH
    assert register.heading == "ANNEXE II\u00a0: REGISTRE DES RISQUES"


def test_several_bullets_are_counted(inspector: Inspector, workbench: Workbench) -> None:
    workbench.select([risk.id for risk in list(tree_of(workbench).risks)[:3]])
    assert any("3 items" in label.text() for label in page(inspector).findChildren(QLabel))
    assert not page(inspector).fields


@read_only
def test_a_read_only_store_is_only_shown(inspector: Inspector) -> None:
    assert not page(inspector).isEnabled()


def test_every_field_has_a_name_for_screen_readers(inspector: Inspector, workbench: Workbench) -> None:
    register_tree = tree_of(workbench)
    for item in (
        register_tree.register,
        register_tree.categories[0].category,
        first_risk(workbench),
        next(register_tree.mitigations),
    ):
        workbench.select([item.id])
        for name in page(inspector).fields:
            assert field(inspector, name).accessibleName()


def test_text_in_the_head_is_no_markup(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.run(risks.edit(risk.id, description="<img src=x> <b>bold</b>"))
    workbench.select([risk.id])
    labels = [label for label in inspector.findChildren(QLabel) if "bold" in label.text()]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]
    assert "<b>" not in labels[0].toolTip()


def test_no_register_shows_no_fields(inspector: Inspector, workbench: Workbench) -> None:
    workbench.run(registers.delete(tree_of(workbench).register.id))
    assert not page(inspector).fields
