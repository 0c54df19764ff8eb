"""The table that Riskdesk writes, as others give it back: new lines, other order, other columns, odd values."""

import csv
import datetime
import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest
from openpyxl import Workbook

from riskdesk.desk import importing, scales
from riskdesk.domain import flat
from riskdesk.domain.formulas import guarded
from riskdesk.domain.growing import grow
from riskdesk.domain.importing.result import Import
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Register, Response, Risk, RiskStatus
from riskdesk.exchange.tables import reading

Rows: TypeAlias = list[dict[str, object]]
Read: TypeAlias = Callable[[Rows], Import]
DAY = datetime.date(2027, 3, 1)


def register() -> RegisterTree:
    """Two categories; one entry with two risks and one mitigation, one with a risk alone."""
    peru = Register(title="Peru", scale=scales.profile("5x5"), handling_mark="Internal", references=3)
    first, second = (Category(register=peru.id, title=title, position=at) for at, title in enumerate(("A", "B")))
    one, two = Entry(category=first.id), Entry(category=second.id)
    risks = (
        Risk(entry=one.id, description="Flood", reference="R-01", likelihood=4, impact=5, response=Response.REDUCE),
        Risk(entry=one.id, position=1, description="Fire", reference="R-02", status=RiskStatus.CLOSED),
    )
    alone = Risk(entry=two.id, description="Theft", reference="R-03", next_review=DAY)
    measure = Mitigation(entry=one.id, description="=Dykes", action_owner="Ann", due_date=DAY)
    return RegisterTree(
        peru,
        (
            CategoryTree(first, (EntryTree(one, risks, (measure,)),)),
            CategoryTree(second, (EntryTree(two, (alone,)),)),
        ),
    )


TREE = register()


def rows() -> Rows:
    heads = flat.heads(Language.ENGLISH)
    return [dict(zip(heads, line, strict=True)) for line in flat.lines(TREE, Language.ENGLISH)]


@pytest.fixture
def import_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.setattr(
        importing.asking, "read", lambda path, encoding="", _checkpoint=None: reading.read(path, encoding)
    )

    def write(lines: Rows) -> Import:
        out, heads = io.StringIO(), list(dict.fromkeys(head for row in lines for head in row))
        writer = csv.DictWriter(out, heads, delimiter=";")
        writer.writeheader()
        writer.writerows(lines)
        path = tmp_path / "back.csv"
        path.write_text(out.getvalue(), "utf-8-sig")
        return importing.read(path, Language.ENGLISH)

    return write


def texts(file_import: Import) -> list[tuple[str, list[tuple[list[str], list[str]]]]]:
    return [
        (
            category.category.title,
            [
                ([risk.description for risk in e.risks], [mitigation.description for mitigation in e.mitigations])
                for e in category.entries
            ],
        )
        for category in file_import.tree.categories
    ]


def test_a_new_line_is_an_entry_of_its_own_in_the_category_that_it_names(import_rows: Read) -> None:
    added = [
        *rows(),
        {"Category": "a", "Risk": "Drought", "Mitigation": "Wells"},
        {"Category": "C", "Risk": "Strike"},
        {"Risk": "Fraud"},
    ]
    assert texts(import_rows(added)) == [
        ("A", [(["Flood", "Fire"], ["=Dykes"]), (["Drought"], ["Wells"])]),
        ("B", [(["Theft"], [])]),
        ("C", [(["Strike"], []), (["Fraud"], [])]),
    ]


def test_a_line_that_was_copied_is_another_risk(import_rows: Read) -> None:
    lines = rows()
    file_import = import_rows([*lines, lines[-1] | {"Risk": "Theft again"}])
    assert texts(file_import)[1] == ("B", [(["Theft", "Theft again"], [])])
    assert len({risk.id for risk in file_import.tree.risks}) == 4
    assert len({risk.reference for risk in file_import.tree.risks}) == 4


def test_columns_may_be_moved_left_out_or_added(import_rows: Read) -> None:
    lines = [
        {head: value for head, value in reversed(row.items()) if head not in ("Likelihood", "Owner")} | {"Budget": "9"}
        for row in rows()
    ]
    file_import = import_rows(lines)
    assert (next(file_import.tree.risks).impact, next(file_import.tree.risks).likelihood) == (5, None)
    assert [(item.reason, item.excerpt) for item in file_import.left_out] == [("rest", "9")] * len(lines)


def test_what_a_field_cannot_hold_stays_empty_and_is_told_with_its_place(import_rows: Read) -> None:
    lines = rows()
    odd = {"Likelihood": "9", "Response": "pray", "Due date": "soon", "Risk: identity": "x"}
    lines[0] |= {"Impact": "high", **odd}
    file_import = import_rows(lines)
    first = next(file_import.tree.risks)
    assert (first.likelihood, first.impact, first.response) == (None, 4, None)
    assert next(file_import.tree.mitigations).due_date is None
    heads = list(lines[0])
    assert {
        (message.kind, message.excerpt, message.more, message.place.row, message.place.column)
        for message in file_import.messages
    } == {("value_not_read", value, head, 2, heads.index(head) + 1) for head, value in odd.items()}


@pytest.mark.parametrize("day", ["2027-03-02", "02/03/2027", "2 March 2027", "2 mars 2027"])
def test_days_are_read_as_spreadsheets_write_them(import_rows: Read, day: str) -> None:
    lines = rows()
    lines[0]["Due date"] = day
    assert next(import_rows(lines).tree.mitigations).due_date == datetime.date(2027, 3, 2)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Élevée", 4),
        ("élevé", 4),
        ("Moyen", 3),
        ("medium", 3),
        ("4 – High", 4),
        ("4", 4),
        ("4 – Low", None),
        ("5 (4)", None),
    ],
)
def test_levels_are_read_as_people_write_them_and_never_guessed(
    import_rows: Read, text: str, level: int | None
) -> None:
    lines = rows()
    lines[0]["Likelihood"] = text
    file_import = import_rows(lines)
    assert next(file_import.tree.risks).likelihood == level
    assert [message.excerpt for message in file_import.messages] == ([] if level else [text])


def test_what_cannot_be_read_is_told_with_the_head_of_its_column_as_it_stands_in_the_file(import_rows: Read) -> None:
    heads = flat.heads(Language.FRENCH)
    lines = [dict(zip(heads, line, strict=True)) for line in flat.lines(TREE, Language.FRENCH)]
    lines[0]["Probabilité"] = "bientôt"
    assert [(message.excerpt, message.more) for message in import_rows(lines).messages] == [("bientôt", "Probabilité")]


@pytest.mark.parametrize("status", ["Approved", "approuvé", "APPROVED", "Approuvée", "validé"])
def test_choices_are_read_in_either_language(import_rows: Read, status: str) -> None:
    lines = rows()
    lines[0]["Status"] = status
    assert next(import_rows(lines).tree.risks).status is RiskStatus.APPROVED


def test_a_category_is_called_by_its_first_line(import_rows: Read) -> None:
    lines = rows()
    lines[0]["Category"] = "Climate"
    file_import = import_rows(lines)
    assert texts(file_import)[0][0] == "Climate"
    assert [item.excerpt for item in file_import.left_out] == ["A"]


def test_without_columns_of_the_register_the_file_names_it(import_rows: Read) -> None:
    file_import = import_rows(
        [{head: value for head, value in row.items() if not head.startswith("Register")} for row in rows()]
    )
    assert file_import.tree.register.title == "back"
    assert texts(file_import) == texts(import_rows(rows()))


def test_a_register_without_a_title_gets_none(import_rows: Read) -> None:
    lines = rows()
    lines[0]["Register: title"] = ""
    assert import_rows(lines).tree.register.title == ""


def test_the_table_comes_back_from_a_workbook_with_numbers_and_days_below_a_title(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Peru: register of risks"])
    sheet.append([])
    sheet.append(flat.heads(Language.FRENCH))
    for line in flat.lines(TREE, Language.FRENCH):
        sheet.append(line)
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.data_type = "s"
    book.save(tmp_path / "a.xlsx")
    file_import = importing.read(tmp_path / "a.xlsx", Language.ENGLISH)
    assert file_import.tree == TREE
    assert [item.excerpt for item in file_import.left_out] == ["Peru: register of risks"]


def test_the_apostrophes_before_formulas_go_where_a_spreadsheet_opened_and_saved_the_text_file(tmp_path: Path) -> None:
    (risk, *_) = TREE.risks
    tree = grow([replace(value, description="'=1+1", note="-1") if value == risk else value for value in TREE.values])
    book = Workbook()
    book.worksheets[0].append(flat.heads(Language.ENGLISH))
    for line in flat.lines(tree, Language.ENGLISH):
        book.worksheets[0].append([guarded(value) if isinstance(value, str) else value for value in line])
    book.save(tmp_path / "a.xlsx")
    assert importing.read(tmp_path / "a.xlsx", Language.ENGLISH).tree == tree


def without(lines: Iterable[dict[str, object]], ending: str) -> Rows:
    return [{head: value for head, value in row.items() if not head.endswith(ending)} for row in lines]


def test_a_table_without_identities_is_read_as_any_other(import_rows: Read) -> None:
    file_import = import_rows(without(rows(), "identity"))
    assert [role.role for role in file_import.roles] == ["register"]
    assert [risk.reference for risk in file_import.tree.risks] == ["R-01", "R-02", "R-03"]
