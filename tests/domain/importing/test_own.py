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
    made = Register(title="Peru", scale=scales.profile("5x5"), handling_mark="Internal", references=3)
    first, second = (Category(register=made.id, title=title, position=at) for at, title in enumerate(("A", "B")))
    one, two = Entry(category=first.id), Entry(category=second.id)
    risks = (
        Risk(entry=one.id, description="Flood", reference="R-01", likelihood=4, impact=5, response=Response.REDUCE),
        Risk(entry=one.id, position=1, description="Fire", reference="R-02", status=RiskStatus.CLOSED),
    )
    alone = Risk(entry=two.id, description="Theft", reference="R-03", next_review=DAY)
    measure = Mitigation(entry=one.id, description="=Dykes", action_owner="Ann", due_date=DAY)
    return RegisterTree(
        made,
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
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.setattr(importing.asking, "read", lambda path, encoding="", _look=None: reading.read(path, encoding))

    def write(told: Rows) -> Import:
        out, heads = io.StringIO(), list(dict.fromkeys(head for row in told for head in row))
        writer = csv.DictWriter(out, heads, delimiter=";")
        writer.writeheader()
        writer.writerows(told)
        path = tmp_path / "back.csv"
        path.write_text(out.getvalue(), "utf-8-sig")
        return importing.read(path, Language.ENGLISH)

    return write


def texts(found: Import) -> list[tuple[str, list[tuple[list[str], list[str]]]]]:
    return [
        (
            category.category.title,
            [([it.description for it in e.risks], [it.description for it in e.mitigations]) for e in category.entries],
        )
        for category in found.tree.categories
    ]


def test_a_new_line_is_an_entry_of_its_own_in_the_category_that_it_names(read: Read) -> None:
    added = [
        *rows(),
        {"Category": "a", "Risk": "Drought", "Mitigation": "Wells"},
        {"Category": "C", "Risk": "Strike"},
        {"Risk": "Fraud"},
    ]
    assert texts(read(added)) == [
        ("A", [(["Flood", "Fire"], ["=Dykes"]), (["Drought"], ["Wells"])]),
        ("B", [(["Theft"], [])]),
        ("C", [(["Strike"], []), (["Fraud"], [])]),
    ]


def test_a_line_that_was_copied_is_another_risk(read: Read) -> None:
    told = rows()
    found = read([*told, told[-1] | {"Risk": "Theft again"}])
    assert texts(found)[1] == ("B", [(["Theft", "Theft again"], [])])
    assert len({risk.id for risk in found.tree.risks}) == 4
    assert len({risk.reference for risk in found.tree.risks}) == 4


def test_columns_may_be_moved_left_out_or_added(read: Read) -> None:
    told = [
        {head: value for head, value in reversed(row.items()) if head not in ("Likelihood", "Owner")} | {"Budget": "9"}
        for row in rows()
    ]
    found = read(told)
    assert (next(found.tree.risks).impact, next(found.tree.risks).likelihood) == (5, None)
    assert [(it.reason, it.excerpt) for it in found.left_out] == [("rest", "9")] * len(told)


def test_what_a_field_cannot_hold_stays_empty_and_is_told_with_its_place(read: Read) -> None:
    told = rows()
    odd = {"Likelihood": "9", "Response": "pray", "Due date": "soon", "Risk: identity": "x"}
    told[0] |= {"Impact": "high", **odd}
    found = read(told)
    first = next(found.tree.risks)
    assert (first.likelihood, first.impact, first.response) == (None, 4, None)
    assert next(found.tree.mitigations).due_date is None
    heads = list(told[0])
    assert {(it.kind, it.excerpt, it.more, it.place.row, it.place.column) for it in found.messages} == {
        ("value_not_read", value, head, 2, heads.index(head) + 1) for head, value in odd.items()
    }


@pytest.mark.parametrize("day", ["2027-03-02", "02/03/2027", "2 March 2027", "2 mars 2027"])
def test_days_are_read_as_spreadsheets_write_them(read: Read, day: str) -> None:
    told = rows()
    told[0]["Due date"] = day
    assert next(read(told).tree.mitigations).due_date == datetime.date(2027, 3, 2)


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
def test_levels_are_read_as_people_write_them_and_never_guessed(read: Read, text: str, level: int | None) -> None:
    told = rows()
    told[0]["Likelihood"] = text
    found = read(told)
    assert next(found.tree.risks).likelihood == level
    assert [it.excerpt for it in found.messages] == ([] if level else [text])


def test_what_cannot_be_read_is_told_with_the_head_of_its_column_as_it_stands_in_the_file(read: Read) -> None:
    heads = flat.heads(Language.FRENCH)
    told = [dict(zip(heads, line, strict=True)) for line in flat.lines(TREE, Language.FRENCH)]
    told[0]["Probabilité"] = "bientôt"
    assert [(it.excerpt, it.more) for it in read(told).messages] == [("bientôt", "Probabilité")]


@pytest.mark.parametrize("status", ["Approved", "approuvé", "APPROVED", "Approuvée", "validé"])
def test_choices_are_read_in_either_language(read: Read, status: str) -> None:
    told = rows()
    told[0]["Status"] = status
    assert next(read(told).tree.risks).status is RiskStatus.APPROVED


def test_a_category_is_called_by_its_first_line(read: Read) -> None:
    told = rows()
    told[0]["Category"] = "Climate"
    found = read(told)
    assert texts(found)[0][0] == "Climate"
    assert [it.excerpt for it in found.left_out] == ["A"]


def test_without_columns_of_the_register_the_file_names_it(read: Read) -> None:
    found = read([{head: value for head, value in row.items() if not head.startswith("Register")} for row in rows()])
    assert found.tree.register.title == "back"
    assert texts(found) == texts(read(rows()))


def test_a_register_without_a_title_gets_none(read: Read) -> None:
    told = rows()
    told[0]["Register: title"] = ""
    assert read(told).tree.register.title == ""


def test_it_comes_back_from_a_workbook_with_numbers_and_days_below_a_title(tmp_path: Path) -> None:
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
    found = importing.read(tmp_path / "a.xlsx", Language.ENGLISH)
    assert found.tree == TREE
    assert [it.excerpt for it in found.left_out] == ["Peru: register of risks"]


def test_the_apostrophes_before_formulas_go_where_a_spreadsheet_opened_and_saved_the_text_file(tmp_path: Path) -> None:
    (risk, *_) = TREE.risks
    tree = grow([replace(it, description="'=1+1", note="-1") if it == risk else it for it in TREE.values])
    book = Workbook()
    book.worksheets[0].append(flat.heads(Language.ENGLISH))
    for line in flat.lines(tree, Language.ENGLISH):
        book.worksheets[0].append([guarded(it) if isinstance(it, str) else it for it in line])
    book.save(tmp_path / "a.xlsx")
    assert importing.read(tmp_path / "a.xlsx", Language.ENGLISH).tree == tree


def without(lines: Iterable[dict[str, object]], ending: str) -> Rows:
    return [{head: value for head, value in row.items() if not head.endswith(ending)} for row in lines]


def test_a_table_without_identities_is_read_as_any_other(read: Read) -> None:
    found = read(without(rows(), "identity"))
    assert [role.role for role in found.roles] == ["register"]
    assert [risk.reference for risk in found.tree.risks] == ["R-01", "R-02", "R-03"]
