"""Registers that go out as workbooks and come back, unchanged and changed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from riskdesk.desk import transfer
from riskdesk.desk.formats import Request
from riskdesk.domain.layouts import LAYOUTS, Layout
from riskdesk.domain.long_text import LONGEST
from riskdesk.domain.printing import Print
from riskdesk.domain.register_sheet import IDS
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Language, new_id
from tests.domain.any_tree import NOW
from tests.domain.any_trees import TEXT, trees
from tests.exchange.workbooks.books import (
    column,
    edited,
    filled,
    imported,
    read_back,
    without_results,
    written,
)
from tests.libreoffice import converted, needs_libreoffice
from tests.report.conftest import mapped

TITLE = 3
FIRST = 6
LANGUAGES = st.none() | st.sampled_from(Language)


@st.composite
def groups(draw: st.DrawFn) -> RegisterTree:
    """Registers whose entries have up to three risks and mitigations, each with words and ids of its own."""
    tree = draw(trees())
    return replace(
        tree,
        categories=tuple(replace(category, entries=tuple(_entries(draw, category))) for category in tree.categories),
    )


def _entries(draw: st.DrawFn, category: CategoryTree) -> Iterator[EntryTree]:
    for entry in category.entries:
        risks, mitigations = (
            tuple(
                replace(values[0], id=new_id(), position=place, description=draw(TEXT), language=draw(LANGUAGES))
                for place in range(draw(st.integers(0, 3)))
            )
            for values in (entry.risks, entry.mitigations)
        )
        yield EntryTree(entry.entry, risks, mitigations)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(groups())
def test_a_register_comes_back_as_it_went_out(tmp_path, tree: RegisterTree):
    file_import = read_back(written(tree, tmp_path))
    assert file_import.tree == tree
    assert (file_import.messages, file_import.left_out) == ((), ())


@pytest.mark.parametrize("language", Language)
def test_all_that_is_said_of_risks_comes_back(language, tmp_path):
    tree = filled(language)
    file_import = imported(written(tree, tmp_path), Language.FRENCH)
    assert (file_import.tree, file_import.own, file_import.not_in_file) == (tree, True, frozenset())
    assert file_import.places[next(tree.risks).id].cell == "D6"


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1, 2 * LONGEST + 3])
def test_texts_longer_than_a_cell_come_back_whole(length, tmp_path):
    tree = filled(Language.FRENCH)
    first = next(tree.risks)
    # Two units of Excel's a letter, none of which may be torn.
    text = ("é𝄞 " * length)[: length // 4 * 3]
    long = mapped(
        tree, lambda risk: replace(risk, note=text) if risk.id == first.id else risk, lambda mitigation: mitigation
    )
    assert read_back(written(long, tmp_path)).tree == long


def test_each_part_of_a_long_text_has_room_in_a_row(tmp_path):
    tree = filled(Language.ENGLISH)
    first, text = next(tree.risks), "Some words of a long text. " * 2000
    long = mapped(
        tree, lambda risk: replace(risk, note=text) if risk.id == first.id else risk, lambda mitigation: mitigation
    )
    sheet = load_workbook(written(long, tmp_path))["Long texts"]
    parts = [row[4].value for row in sheet.iter_rows(4)]
    assert "".join(parts) == text
    assert all(sheet.row_dimensions[row].height < 400 for row in range(4, 4 + len(parts)))


def test_what_was_written_into_the_cell_of_a_long_text_counts(tmp_path):
    tree = filled(Language.ENGLISH)
    two = [risk.id for risk in tree.risks][:2]
    # Not so easy to pack that it would be taken for a bomb.
    note = " ".join(map(str, range(9_000)))
    long = mapped(
        tree, lambda risk: replace(risk, note=note) if risk.id in two else risk, lambda mitigation: mitigation
    )

    def change(book):
        sheet = book.worksheets[0]
        sheet.cell(FIRST, column(sheet, "Note")).value = "short now"

    file_import = read_back(edited(written(long, tmp_path), change))
    assert [risk.note for risk in file_import.tree.risks][:2] == ["short now", note]


def test_sorting_the_sheet_changes_nothing(tmp_path):
    tree = filled(Language.ENGLISH)

    def upside_down(book):
        sheet = book.worksheets[0]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(FIRST)]
        for row, values in enumerate(reversed(rows), FIRST):
            for place, value in enumerate(values, 1):
                sheet.cell(row, place).value = value

    assert read_back(edited(written(tree, tmp_path), upside_down)).tree == tree


def test_changes_of_cells_come_in(tmp_path):
    tree = filled(Language.ENGLISH)

    def change(book):
        sheet = book.worksheets[0]
        for head, value in (
            ("Risk", "New words"),
            ("Likelihood", "very HIGH"),
            ("Impact", 3),
            ("Status of the risk", "Clos"),
        ):
            sheet.cell(FIRST, column(sheet, head)).value = value
        sheet.cell(FIRST, column(sheet, "Due date")).value = "31/12/2027"
        book["About"]["C3"].value = "Another title"

    file_import = read_back(edited(written(tree, tmp_path), change))
    risk, measure = next(file_import.tree.risks), next(file_import.tree.mitigations)
    assert (risk.description, risk.likelihood, risk.impact, risk.status) == ("New words", 5, 3, "closed")
    assert measure.due_date.isoformat() == "2027-12-31"
    assert file_import.tree.register.title == "Another title"
    assert file_import.messages == ()
    assert list(file_import.tree.risks)[1:] == list(tree.risks)[1:]


def test_what_a_column_cannot_hold_is_told_with_its_place(tmp_path):
    def change(book):
        sheet = book.worksheets[0]
        sheet.cell(FIRST, column(sheet, "Likelihood")).value = "9"
        sheet.cell(FIRST, column(sheet, "Status of the risk")).value = "somehow"
        sheet.cell(FIRST, column(sheet, "Next review")).value = "soon"
        sheet.cell(FIRST, 40).value = "beside the table"

    file_import = read_back(edited(written(filled(Language.ENGLISH), tmp_path), change))
    assert [(message.place.cell, message.excerpt) for message in file_import.messages] == [
        ("K6", "9"),
        ("P6", "somehow"),
        ("V6", "soon"),
    ]
    assert next(file_import.tree.risks).likelihood is None
    assert [item.excerpt for item in file_import.left_out] == ["beside the table"]


def test_what_is_written_above_the_table_is_told(tmp_path):
    def change(book):
        sheet = book.worksheets[0]
        sheet.cell(TITLE, 6).value = "Another title"
        sheet.cell(TITLE, 30).value = "beside the title"
        sheet.cell(TITLE + 1, 15).value = "beside the line below"

    file_import = read_back(edited(written(filled(Language.ENGLISH), tmp_path), change))
    assert [(item.place.cell, item.excerpt) for item in file_import.left_out] == [
        ("F3", "Another title"),
        ("AD3", "beside the title"),
        ("O4", "beside the line below"),
    ]


@pytest.mark.parametrize("title", ["", "Risques : « réforme » ; et l’appui !"])
def test_a_title_that_was_left_as_it_is_is_none_that_was_changed(title, tmp_path):
    tree = filled(Language.FRENCH)
    tree = replace(tree, register=replace(tree.register, title=title))
    assert read_back(written(tree, tmp_path)).left_out == ()


def test_new_rows_go_where_they_stand(tmp_path):
    tree = filled(Language.ENGLISH)

    def add(book):
        sheet = book.worksheets[0]
        sheet.insert_rows(FIRST + 1, 3)
        risk, mitigation, category, entry = (
            column(sheet, head) for head in ("Risk", "Mitigation", "Category", "Entry")
        )
        sheet.cell(FIRST + 1, mitigation).value = "One more mitigation"
        sheet.cell(FIRST + 2, risk).value = "A risk of its own"
        sheet.cell(FIRST + 3, risk).value = "A risk in the second entry"
        sheet.cell(FIRST + 3, entry).value = "1.2"
        last = sheet.max_row + 1
        sheet.cell(last, risk).value = "A risk of a new category"
        sheet.cell(last, category).value = "Brand new"

    tree_back = read_back(edited(written(tree, tmp_path), add)).tree
    category = tree_back.categories[0]
    assert category.entries[0].mitigations[1].description == "One more mitigation"
    assert [risk.description for risk in category.entries[1].risks] == ["A risk of its own"]
    assert category.entries[2].risks[0].description == "A risk in the second entry"
    assert (tree_back.categories[-1].category.title, tree_back.categories[-2]) == (
        "Brand new",
        tree_back.categories[-2],
    )
    assert {value.id for value in tree.values} <= {value.id for value in tree_back.values}


def test_a_category_is_renamed_in_all_its_rows_or_entries_move_to_another(tmp_path):
    tree = filled(Language.ENGLISH)
    first, second = (category.category for category in tree.categories[:2])

    def rename(book):
        sheet = book.worksheets[0]
        place = column(sheet, "Category")
        for row in range(FIRST, sheet.max_row + 1):
            if sheet.cell(row, 2).value == first.id:
                sheet.cell(row, place).value = "Renamed"
        rows = [row for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, 2).value == second.id]
        entry = sheet.cell(rows[0], 3).value
        for row in rows:
            if sheet.cell(row, 3).value == entry:
                sheet.cell(row, place).value = "Renamed"

    tree_back = read_back(edited(written(tree, tmp_path), rename)).tree
    assert (tree_back.categories[0].category.id, tree_back.categories[0].category.title) == (first.id, "Renamed")
    assert tree_back.categories[0].entries[-1].entry.id == tree.categories[1].entries[0].entry.id
    assert tree_back.categories[1].category == second


def test_a_row_that_was_copied_is_new(tmp_path):
    tree = filled(Language.ENGLISH)

    def copy(book):
        sheet = book.worksheets[0]
        last = sheet.max_row + 1
        for place in range(1, sheet.max_column + 1):
            sheet.cell(last, place).value = sheet.cell(FIRST, place).value
        sheet.cell(last, column(sheet, "Risk")).value = "Nearly the same"

    tree_back = read_back(edited(written(tree, tmp_path), copy)).tree
    assert [risk.description for risk in tree_back.categories[0].entries[0].risks].count("Nearly the same") == 1
    assert len(list(tree_back.mitigations)) == len(list(tree.mitigations))
    assert len({value.id for value in tree_back.values}) == len(list(tree_back.values))


@pytest.mark.parametrize("layout", [Layout.PM2, Layout.EU_ACTION])
@pytest.mark.parametrize("language", Language)
def test_the_form_of_another_office_brings_back_the_title_of_the_register(layout, language, tmp_path):
    tree = filled(language)
    out, risks = tmp_path / "form.xlsx", []
    for title, reference, mark in (
        ("Test register", "", ""),
        ("Test · register", "NDICI/2026/1", "SENSITIVE"),
        (LAYOUTS[layout].text(language), "", "SENSITIVE"),
    ):
        register = replace(tree.register, title=title, reference=reference, handling_mark=mark)
        transfer.export(Request(replace(tree, register=register), Print(), NOW, NOW.date(), layout), out)
        back = imported(out).tree
        assert back.register.title == title
        risks.append([(risk.reference, risk.description, risk.owner, risk.note) for risk in back.risks])
    assert risks[0] == risks[1] == risks[2]


@pytest.mark.parametrize("language", Language)
def test_a_table_that_was_copied_as_it_is_seen_brings_nothing_of_the_sheet_itself(language, tmp_path):
    tree = mapped(filled(language), lambda risk: replace(risk, note="On its own"), lambda mitigation: mitigation)

    def copy(book):
        sheet = book.worksheets[0]
        sheet.tables.clear()
        sheet.delete_rows(1, 2)
        sheet.delete_cols(1, len(IDS))

    found = imported(edited(written(tree, tmp_path), copy))
    told = [(risk.reference, risk.proximity, risk.reason, risk.note) for risk in found.tree.risks]
    assert told == [(risk.reference, risk.proximity, risk.reason, "On its own") for risk in tree.risks]
    assert [it.description for it in found.tree.mitigations] == [it.description for it in tree.mitigations]


def test_a_merged_cell_stands_for_all_known_items_that_it_covers(tmp_path):
    tree = filled(Language.ENGLISH)

    def merge(book):
        sheet = book.worksheets[0]
        for head, text in (("Owner", "All of us"), ("Category", "A new name")):
            place = column(sheet, head)
            sheet.merge_cells(start_row=FIRST, end_row=sheet.max_row, start_column=place, end_column=place)
            sheet.cell(FIRST, place).value = text

    found = read_back(edited(written(tree, tmp_path), merge)).tree
    assert [risk.id for risk in found.risks] == [risk.id for risk in tree.risks]
    assert {risk.owner for risk in found.risks} == {"All of us"}
    assert {each.category.title for each in found.categories} == {"A new name"}


def test_a_table_that_was_copied_without_what_is_hidden_above_it_holds_no_ids(tmp_path):
    tree = filled(Language.ENGLISH)

    def copy(book):
        sheet = book.worksheets[0]
        sheet.tables.clear()
        sheet.delete_rows(1, 2)
        for other in book.worksheets[1:]:
            book.remove(other)

    file_import = imported(edited(written(tree, tmp_path), copy))
    assert not file_import.own
    risk_facts = [(risk.reference, risk.description, risk.likelihood, risk.owner) for risk in file_import.tree.risks]
    assert risk_facts == [(risk.reference, risk.description, risk.likelihood, risk.owner) for risk in tree.risks]
    assert not any(risk.id in other.note for risk in tree.risks for other in file_import.tree.risks)


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_what_libreoffice_saves_comes_back_the_same(ending, tmp_path):
    tree = filled(Language.FRENCH)
    file_import = imported(converted(tmp_path / "saved", ending, written(tree, tmp_path))[0])
    assert file_import.tree == tree


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("profile", ["5x5", "eu-action-document-3x3"])
def test_libreoffice_works_out_the_same_scores_and_counts(profile, tmp_path):
    from tests.exchange.workbooks.books import opened

    tree = filled(Language.ENGLISH, profile)
    path = written(tree, tmp_path)
    before = opened(path, data_only=True)
    after = opened(converted(tmp_path / "saved", "xlsx", without_results(path))[0], data_only=True)
    for sheet in ("Risks", "Matrix"):
        values = ([cell.value or "" for row in book[sheet].iter_rows() for cell in row] for book in (before, after))
        before_values, after_values = map(list, values)
        assert before_values == after_values
