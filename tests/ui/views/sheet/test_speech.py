"""What a screen reader says of each line of the sheet, and calls the field in which one is written."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from riskdesk.desk import items, registers, risks
from riskdesk.domain.values import Language, RiskStatus
from riskdesk.kit import translations
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.views.sheet.conftest import User


def described(user: User, identity: str) -> str:
    return user.sheet.lines.described(user.row(identity))


@pytest.mark.parametrize(
    ("fields", "spoken"),
    [
        ({}, "not assessed"),
        ({"likelihood": 4}, "Likelihood 4, Impact not assessed"),
        ({"impact": 2}, "Likelihood not assessed, Impact 2"),
        ({"likelihood": 4, "impact": 4}, "Likelihood 4, Impact 4, score 16, High"),
        (
            {"likelihood": 4, "impact": 4, "residual_likelihood": 2, "residual_impact": 2},
            "Likelihood 4, Impact 4, score 16, High, Residual likelihood 2, Residual impact 2, score 4, Low",
        ),
        (
            {"likelihood": 1, "impact": 1, "residual_impact": 1},
            "Likelihood 1, Impact 1, score 1, Low, Residual likelihood not assessed, Residual impact 1",
        ),
        ({"status": RiskStatus.CLOSED}, "Closed"),
        ({"status": RiskStatus.REJECTED, "impact": 3}, "Rejected, Likelihood not assessed, Impact 3"),
    ],
)
def test_a_risk_is_heard_text_first_then_its_assessment_then_its_place(user: User, fields: dict, spoken: str) -> None:
    risk = user.entry(0).risks[1]
    if fields:
        user.workbench.run(risks.edit(risk.id, **fields))
    assert described(user, risk.id) == f"{risk.description}, {spoken}, risk 2 of 4, entry 1"


def test_other_lines_are_heard_with_their_places(user: User) -> None:
    category, entry = user.tree.categories[1], user.tree.categories[1].entries[0]
    assert described(user, category.category.id) == f"{category.category.title}, category 2 of 5"
    mitigation = entry.mitigations[0]
    place = f"mitigation 1 of {len(entry.mitigations)}, entry 1"
    assert described(user, mitigation.id) == f"{mitigation.description}, {place}"
    spoken = described(user, entry.entry.id)
    assert spoken.startswith(f"Entry 1 of {len(category.entries)}: {len(entry.risks)} risk")
    assert f"{len(entry.mitigations)} mitigation" in spoken


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        (Language.ENGLISH, "APPENDIX II: RISK REGISTER"),
        (Language.FRENCH, "ANNEXE II\N{NO-BREAK SPACE}: REGISTRE DES RISQUES"),
    ],
)
def test_an_empty_heading_is_what_is_printed_in_its_place(user: User, language: Language, printed: str) -> None:
    register = user.tree.register.id
    user.workbench.run(registers.edit(register, heading="", title="", language=language))
    shown_texts = [
        user.sheet.lines.shown(row) for row, line in enumerate(user.sheet.lines.lines) if line.id == register
    ]
    assert shown_texts == [printed, "Name this register"]


def test_an_entry_without_risks_says_so(user: User) -> None:
    entry = user.entry(0)
    user.workbench.run(items.delete([risk.id for risk in entry.risks]))
    assert ": 0 risk" in described(user, entry.entry.id)


def test_the_category_is_said_only_where_it_is_another_one(user: User, qapp: QApplication) -> None:
    first, second = user.tree.categories[0].entries[0].risks[:2]
    far, farther = list(user.tree.categories[3].risks)[:2]

    def tells_category(identity: str) -> bool:
        user.choose(identity)
        qapp.processEvents()
        return ", category " in described(user, identity)

    assert [tells_category(risk.id) for risk in (first, second, far, farther, second)] == [
        True,
        False,
        True,
        False,
        True,
    ]
    assert ", category " not in described(user, first.id)


def test_an_assessment_does_not_say_the_category_again(user: User, qapp: QApplication) -> None:
    risk = user.entry(0).risks[0]
    user.choose(risk.id)
    qapp.processEvents()
    user.workbench.run(risks.edit(risk.id, likelihood=2))
    qapp.processEvents()
    assert ", category " not in described(user, risk.id)


def test_the_field_is_called_after_the_line_that_is_written(user: User) -> None:
    editor = user.sheet.writing.editor
    user.edit(user.entry(0).risks[3].id)
    assert editor.accessibleName() == "Risk 4 of 4, entry 1"
    user.press(Qt.Key.Key_Return)
    assert editor.accessibleName() == "Risk 5 of 5, entry 1, new"
    user.type("More")
    user.sheet.writing.commit()
    assert editor.accessibleName() == "Risk 5 of 5, entry 1"
    user.press(Qt.Key.Key_Tab)
    assert editor.accessibleName().startswith("Mitigation ")
    user.press(Qt.Key.Key_Escape)
    for kind, name in ((LineKind.HEADING, "Heading"), (LineKind.TITLE, "Title")):
        row = next(row for row, line in enumerate(user.sheet.lines.lines) if line.kind is kind)
        user.sheet.choose(row)
        user.do("edit_text")
        assert editor.accessibleName() == name
        user.press(Qt.Key.Key_Escape)


def test_a_window_in_french_is_heard_in_french_whatever_the_register_is_in(user: User, qapp: QApplication) -> None:
    risk = user.entry(0).risks[0]
    user.workbench.run(risks.edit(risk.id, impact=3))
    translations.install(qapp, "fr")
    QLocale.setDefault(QLocale("fr_FR"))
    try:
        assert "Impact 3" in described(user, risk.id)
        assert "Probabilité" in described(user, risk.id)
    finally:
        translations.install(qapp, "en")
        QLocale.setDefault(QLocale("en_GB"))
