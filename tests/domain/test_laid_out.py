"""Registers in the layouts of others: the PM² risk log and the risk table of an EU action document."""

import datetime
from dataclasses import replace

import pytest

from riskdesk.desk import scales
from riskdesk.domain.laid_out import LaidOut, LayoutCell, lay_out
from riskdesk.domain.layouts import Layout
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import (
    Category,
    Entry,
    Language,
    Mitigation,
    MitigationStatus,
    Register,
    Response,
    Risk,
    RiskStatus,
)

LATER, SOONER = datetime.date(2026, 9, 30), datetime.date(2026, 3, 1)


def tree(language: Language = Language.ENGLISH, scale: Scale | None = None) -> RegisterTree:
    register = Register(title="Programme", language=language, scale=scale or scales.profile("5x5"))
    category = Category(register=register.id, title="Legal")
    entry = Entry(category=category.id)
    first = Risk(
        entry=entry.id, reference="R-01", title="Two laws", description="Two laws are in force", likelihood=3, impact=2,
        residual_likelihood=1, response=Response.TRANSFER, status=RiskStatus.ASSESSING, escalated_to="Committee",
        reason="No transitional rules", note="First line\nSecond line",
    )  # fmt: skip
    second = Risk(entry=entry.id, position=1, description="Judges leave")
    measures = (
        Mitigation(entry=entry.id, description="Issue a note", action_owner="Ms X", due_date=LATER),
        Mitigation(entry=entry.id, position=1, description="Train", due_date=SOONER, status=MitigationStatus.PLANNED),
        Mitigation(
            entry=entry.id,
            position=2,
            description="Meet",
            due_date=datetime.date(2027, 1, 1),
            status=MitigationStatus.DONE,
        ),
    )
    bare = Category(register=register.id, position=1, title="Fiduciary")
    return RegisterTree(register, (CategoryTree(category, (EntryTree(entry, (first, second), measures),)),
                                   CategoryTree(bare)))  # fmt: skip


def cells(laid: LaidOut, row: int) -> dict[str, LayoutCell]:
    return {column.code: cell for column, cell in zip(laid.columns, laid.rows[row].cells, strict=True)}


def test_the_log_has_a_row_for_each_risk_with_what_pm2_asks_for() -> None:
    laid = lay_out(tree(), Layout.PM2)
    first_row = cells(laid, 0)
    assert [column.head.en for column in laid.columns][:4] == ["ID", "Category", "Title", "Description"]
    assert (first_row["status"].text, first_row["response"].text) == ("Assessing", "Transfer/Share")
    assert first_row["escalation"].text == "Yes: Committee"
    assert cells(laid, 1)["escalation"].text == "No"
    assert (first_row["likelihood_number"].value, first_row["score"]) == (
        3,
        replace(LayoutCell.of("6 Medium", value=6), band=1),
    )
    assert cells(laid, 1)["score"] == LayoutCell()


def test_actions_say_who_when_and_how_far_and_are_all_due_with_the_last_that_is_open() -> None:
    second_row = cells(lay_out(tree(), Layout.PM2), 1)
    assert second_row["actions"].texts[0].text == "Issue a note (Ms X, due 30\xa0Sep 2026)"
    assert second_row["target_date"].value == LATER


def test_what_the_log_has_no_column_for_stands_in_its_comments() -> None:
    comments = cells(lay_out(tree(), Layout.PM2), 0)["comments"].text.split("\n")
    assert comments == ["First line", "Second line", "Reason: No transitional rules", "Residual risk: L1 I–"]
    assert cells(lay_out(tree(), Layout.PM2), 1)["comments"] == LayoutCell()


def test_a_category_without_entries_has_a_row() -> None:
    laid = lay_out(tree(), Layout.EU_ACTION)
    assert [cell.text for cell in laid.rows[2].cells] == ["Fiduciary", "", "", "", ""]
    assert (laid.rows[2].entry, laid.rows[2].risk) == ("", "")


@pytest.mark.parametrize(
    ("language", "likelihood", "head"),
    [
        (Language.ENGLISH, "High", "Likelihood (High/Medium/Low)"),
        (Language.FRENCH, "Élevée", "Probabilité (Élevée/Moyenne/Faible)"),
    ],
)
def test_the_heads_of_the_eu_table_name_the_levels_of_the_scale(language: Language, likelihood: str, head: str) -> None:
    laid = lay_out(tree(language, scales.profile("eu-action-document-3x3")), Layout.EU_ACTION)
    assert laid.columns[2].head.text(language) == head
    assert cells(laid, 0)["likelihood"].text == likelihood
    assert cells(laid, 0)["measures"].text == "• Issue a note\n• Train\n• Meet"


def test_a_scale_without_numbers_has_the_word_of_the_band_as_risk_level() -> None:
    scale = scales.profile("eu-action-document-3x3")
    assert scale.rule == "table"
    cell = cells(lay_out(tree(scale=scale), Layout.PM2), 0)["score"]
    assert (cell.value, cell.text) == (None, scale.bands[cell.band or 0].name.en)


def test_the_legend_says_what_the_numbers_of_the_levels_are() -> None:
    legend = lay_out(tree(), Layout.PM2).legend
    assert legend == "Likelihood, Impact: 1\xa0= Very low, 2\xa0= Low, 3\xa0= Medium, 4\xa0= High, 5\xa0= Very high"
    assert "\n" in lay_out(replace(tree(Language.FRENCH)), Layout.PM2).legend
