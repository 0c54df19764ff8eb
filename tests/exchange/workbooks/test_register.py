"""The workbook of a register: what stands where, and how it looks and prints."""

import datetime
import re
import zipfile
from dataclasses import replace

import pytest

from riskdesk.desk import scales
from riskdesk.desk.formats.as_excel import paint
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.growing import grow
from riskdesk.domain.label import Label
from riskdesk.domain.register_sheet import IDS, sheet_columns
from riskdesk.domain.sheet_change import SheetChange
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Register, Risk
from riskdesk.exchange.workbooks import lists
from tests.exchange.workbooks.books import column, data, filled, opened, written
from tests.report.conftest import mapped

FIRST = 6


@pytest.fixture(params=list(Language))
def tree(request):
    return filled(request.param)


def test_the_same_register_gives_the_same_bytes(tree):
    assert data(tree) == data(tree)


def test_sheets_and_heads_are_in_the_language_of_the_register(tree, tmp_path):
    names = {"en": ["Risks", "Matrix", "Legend", "About"], "fr": ["Risques", "Matrice", "Légende", "À propos"]}
    path = written(tree, tmp_path)
    book = opened(path)
    language = tree.register.language
    assert book.sheetnames == names[language]
    heads = [cell.value for cell in book.worksheets[0][5]]
    assert heads == [sheet_column.head.text(language) for sheet_column in sheet_columns(tree.register.scale)]
    with zipfile.ZipFile(path) as archive:
        assert f"<dc:language>{language}</dc:language>".encode() in archive.read("docProps/core.xml")


def test_its_author_is_who_prepared_the_register_and_nobody_has_saved_it_yet(tree, tmp_path):
    properties = opened(written(tree, tmp_path)).properties
    assert properties.creator == tree.register.prepared_by
    assert not properties.lastModifiedBy


@pytest.mark.parametrize("tolerance", [None, 1])
def test_the_legend_has_a_column_of_what_is_tolerated_if_the_scale_says_so(tree, tmp_path, tolerance):
    scale = replace(tree.register.scale, tolerance=tolerance)
    legend = opened(written(replace(tree, register=replace(tree.register, scale=scale)), tmp_path)).worksheets[2]
    filled_cells = [cell.value for cell in legend["C"] if cell.value]
    yes, no, head = {"en": ("Yes", "No", "Tolerated"), "fr": ("Oui", "Non", "Toléré")}[tree.register.language]
    assert filled_cells == ([] if tolerance is None else [head, yes, yes, *[no] * (len(scale.bands) - 2)])
    assert sum(cell.has_style for cell in legend["C"]) == len(filled_cells)


def test_heads_stay_in_sight_filter_and_come_again_on_each_page(tree, tmp_path):
    sheet = opened(written(tree, tmp_path)).worksheets[0]
    assert sheet.freeze_panes == "G6"
    (table,) = sheet.tables.values()
    assert table.autoFilter is not None
    assert table.ref == f"A5:AI{sheet.max_row}"
    assert sheet.print_title_rows == "$5:$5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert "&P" in sheet.oddFooter.right.text
    assert "&N" in sheet.oddFooter.right.text
    assert sheet.oddHeader.right.text == tree.register.reference


def test_identifiers_are_hidden(tree, tmp_path):
    sheet = opened(written(tree, tmp_path)).worksheets[0]
    assert all(sheet.row_dimensions[row].hidden for row in (1, 2))
    assert [cell.value for cell in sheet[2]][: len(IDS)] == list(IDS)
    assert all(sheet.column_dimensions["A"].hidden for _ in IDS)
    risks = [risk.id for risk in tree.risks]
    assert [identity for (identity,) in sheet.iter_rows(FIRST, None, 4, 4, values_only=True) if identity] == risks


def test_each_field_of_the_catalogue_has_a_column_with_a_head_of_its_own():
    columns = sheet_columns(scales.profile("5x5"))
    codes = {column.code for column in columns}
    assert {f"{kind}.{name}" for kind in ("risk", "mitigation") for name in FIELDS[kind]} <= codes
    for language in Language:
        assert len({column.head.text(language).casefold() for column in columns}) == len(columns)


def test_days_are_days_and_texts_are_texts(tree, tmp_path):
    first = next(tree.risks)
    odd = replace(first, description="=1+1", owner="+33 1", note="@sum", trigger="-x", identified_on=DAY)
    odd_tree = mapped(tree, lambda risk: odd if risk.id == first.id else risk, lambda mitigation: mitigation)
    sheet = opened(written(odd_tree, tmp_path)).worksheets[0]
    columns = {sheet_column.code: place for place, sheet_column in enumerate(sheet_columns(tree.register.scale), 1)}
    for name, text in (("description", "=1+1"), ("owner", "+33 1"), ("note", "@sum"), ("trigger", "-x")):
        cell = sheet.cell(FIRST, columns[f"risk.{name}"])
        assert (cell.value, cell.data_type) == (text, "s")
    assert sheet.cell(FIRST, columns["risk.identified_on"]).value == datetime.datetime(2026, 2, 3)
    assert sheet.cell(FIRST, columns["risk.identified_on"]).is_date


DAY = datetime.date(2026, 2, 3)


@pytest.mark.parametrize("profile", scales.PROFILES)
def test_scores_and_bands_are_worked_out_by_formulas_with_what_they_give(profile, tmp_path):
    tree = filled(Language.ENGLISH, profile)
    scale = tree.register.scale
    path = written(tree, tmp_path)
    formulas, values = (opened(path, data_only=data_only).worksheets[0] for data_only in (False, True))
    band = column(values, "Band")
    risks = iter(tree.risks)
    for row in range(FIRST, values.max_row + 1):
        assert str(formulas.cell(row, band).value).startswith("=IFERROR(INDEX(bands,")
        if values.cell(row, 4).value:
            expected = scale.band(next(risks).assessment)
            assert values.cell(row, band).value == (expected.name.en if expected else None)
    heads = [cell.value for cell in values[5]]
    assert ("Score" in heads) == (scale.rule != "table")


def test_the_legend_prints_levels_and_scores_on_pages_of_their_own_without_the_lists(tree, tmp_path):
    sheet = opened(written(tree, tmp_path)).worksheets[2]
    left, right = (sheet[area.rpartition("!")[2]] for area in sheet.print_area.split(","))
    scale, language = tree.register.scale, tree.register.language
    assert [left[0][0].value, left[-1][0].value] == [scale.name.text(language), scale.bands[-1].name.text(language)]
    assert [right[0][0].value, right[-1][-1].value] == ["Scores", scale.bands[-1].name.text(language)]
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_a_long_name_in_the_lists_makes_no_row_of_the_legend_higher(tree, tmp_path):
    owner = "Head of the Council of Europe Office in Astana, Directorate of Programme Co-ordination"
    named_tree = mapped(tree, lambda risk: replace(risk, owner=owner), lambda mitigation: mitigation)
    sheet = opened(written(named_tree, tmp_path)).worksheets[2]
    (owner_row,) = (cell.row for row in sheet.iter_rows() for cell in row if cell.value == owner)
    last = max(sheet[area.rpartition("!")[2]][-1][0].row for area in sheet.print_area.split(","))
    assert sheet.row_dimensions[owner_row].height > 26
    assert owner_row > last


def test_lists_stand_behind_levels_states_and_responses(tree, tmp_path):
    sheet = opened(written(tree, tmp_path)).worksheets[0]
    columns = {sheet_column.code: place for place, sheet_column in enumerate(sheet_columns(tree.register.scale), 1)}
    rules = {
        area.min_col: rule.formula1 for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges
    }
    behind = {
        "risk.likelihood": "likelihoods", "risk.residual_impact": "impacts", "risk.status": "risk_states",
        "risk.response": "responses", "mitigation.status": "mitigation_states", "risk.owner": "owners",
    }  # fmt: skip
    assert {code: rules[columns[code]] for code in behind} == behind


def test_people_are_suggested_by_name_whatever_their_accents():
    tree = filled(Language.FRENCH)
    names = ("Zoé", "Élise", "anna")
    values = [
        replace(value, owner=names[at % 3]) if isinstance(value, Risk) else value
        for at, value in enumerate(tree.values)
    ]
    assert lists.named(grow(values))["owners"][1] == ["anna", "Élise", "Zoé"]


def test_each_band_has_a_colour_beside_its_word(tree, tmp_path):
    sheet = opened(written(tree, tmp_path)).worksheets[0]
    fills = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb[-6:]
        for rules in sheet.conditional_formatting
        for rule in rules.rules
        if rule.dxf.fill
    }
    scale = tree.register.scale
    colours = [paint(scale.shade(place)).removeprefix("#") for place in range(len(scale.bands))]
    band_fills = {
        place: fill for formula, fill in fills.items() for place in re.findall(r"\$N6=INDEX\(band_names,(\d)", formula)
    }
    assert [band_fills[str(place)] for place in range(1, len(scale.bands) + 1)] == colours


def test_risks_that_have_ended_are_grey_without_the_colour_of_a_band(tree, tmp_path):
    sheet = opened(written(tree, tmp_path)).worksheets[0]
    heads = {
        sheet_column.code: sheet_column.head.text(tree.register.language)
        for sheet_column in sheet_columns(tree.register.scale)
    }
    ended = "OR($P6=INDEX(risk_states"
    grey = {
        sheet.cell(5, cells.min_col).value
        for rules in sheet.conditional_formatting
        for rule in rules.rules
        for cells in rules.sqref.ranges
        if rule.formula[0].startswith(ended)
    }
    fills = [rule.formula[0] for rules in sheet.conditional_formatting for rule in rules.rules if rule.dxf.fill]
    assert all(f"NOT({ended}" in formula for formula in fills)
    assert {heads["risk.description"], heads["risk.owner"]} <= grey
    assert heads["mitigation.description"] not in grey
    assert heads["mitigation.due_date"] not in grey


@pytest.mark.parametrize("name", ["Very high", "Of some concern to everybody", "Unverzüglichkeitshandlungsbereich" * 2])
def test_a_cell_of_the_matrix_shows_its_number_however_long_its_word_is(tree, tmp_path, name):
    scale = tree.register.scale
    bands = tuple(replace(band, name=Label.same(name)) for band in scale.bands)
    tree = replace(tree, register=replace(tree.register, scale=replace(scale, bands=bands)))
    sheet = opened(written(tree, tmp_path)).worksheets[1]
    cell = sheet["B6"]
    assert name in cell.number_format
    assert (cell.alignment.shrink_to_fit, bool(cell.alignment.wrap_text)) == (True, False)
    assert sheet.column_dimensions["B"].width >= min(len(name) + 4, 30)


def test_what_begins_with_a_digit_is_whole_in_head_and_foot_of_the_pages(tree, tmp_path):
    marked = replace(tree.register, title="2nd phase", reference="2024/7", handling_mark="1 & 2")
    for sheet in opened(written(replace(tree, register=marked), tmp_path)).worksheets:
        parts = (sheet.oddHeader.left, sheet.oddHeader.right, sheet.oddFooter.left)
        assert [(part.size, part.text.strip()) for part in parts] == [(9, "2nd phase"), (9, "2024/7"), (9, "1 && 2")]


def test_the_matrix_counts_the_risks_that_have_not_ended(tree, tmp_path):
    sheet = opened(written(tree, tmp_path), data_only=True).worksheets[1]
    standing = [risk for risk in tree.risks if not risk.ended]
    counts = [cell.value for row in sheet["B6:F10"] for cell in row]
    assert sum(counts) == len(standing)
    assert sheet["B10"].value == sum((risk.likelihood, risk.impact) == (1, 1) for risk in standing)


def test_the_sheet_of_changes_tells_each_with_when_and_who(tree, tmp_path):
    at = datetime.datetime(2026, 11, 2, 9, 30)
    change = SheetChange(at, "A. Dupont", "R-01", "Owner", "", "=Ms X")
    (tmp_path / "register.xlsx").write_bytes(data(tree, ("Since 1 November", [change])))
    sheet = opened(tmp_path / "register.xlsx").worksheets[3]
    assert [cell.value for cell in sheet[5]] == [at, "A. Dupont", "R-01", "Owner", None, "=Ms X"]
    assert sheet["F5"].data_type == "s"


def test_a_register_without_anything_is_a_workbook_too(tmp_path):
    empty = RegisterTree(Register(scale=scales.profile("5x5")))
    assert opened(written(empty, tmp_path)).worksheets[0].max_row == FIRST
