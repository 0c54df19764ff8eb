"""Days in fields of text: told as the language of the register tells them, wherever a spreadsheet kept them as days."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from riskdesk.desk import courier
from riskdesk.domain import flat
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import asking
from tests import reading_here
from tests.desk.answers import FIRST, answered, sent
from tests.exchange.workbooks.books import column, edited, filled, imported, opened, written

DAY, MOMENT = datetime.date(2026, 11, 30), datetime.datetime(2026, 12, 1, 14, 30)
TOLD = {
    Language.ENGLISH: ("30\u00a0November 2026", "1\u00a0December 2026, 14:30"),
    Language.FRENCH: ("30\u00a0novembre 2026", "1er\u00a0décembre 2026, 14:30"),
}
HEADS = {
    Language.ENGLISH: ("ID", "Risk", "Likelihood", "Impact", "Trigger", "Reason", "Escalated to", "Identified on"),
    Language.FRENCH: ("Réf.", "Risque", "Probabilité", "Impact", "Déclencheur", "Motif", "Remonté à", "Identifié le"),
}
TEXT = {
    Language.ENGLISH: "The works are late and the costs of the works for the year are higher",
    Language.FRENCH: "Les travaux ont du retard et les coûts des travaux de l’année sont plus élevés dans une commune",
}


@pytest.mark.parametrize("language", Language)
def test_a_register_of_another_program_has_days_as_its_language_tells_them(tmp_path: Path, language: Language) -> None:
    book = Workbook()
    book.active.append(HEADS[language])
    book.active.append(("R-01", TEXT[language], 2, 3, DAY, MOMENT, DAY, DAY))
    book.active.append(("R-02", DAY, 2, 3, "2026-11-30", None, None, None))
    book.save(tmp_path / "log.xlsx")
    file_import = imported(tmp_path / "log.xlsx")
    assert file_import.tree is not None
    day, moment = TOLD[language]
    first, second = file_import.tree.risks
    assert (first.trigger, first.reason, first.escalated_to, first.identified_on) == (day, moment, day, DAY)
    # What was typed as a text stays as it was typed.
    assert (second.description, second.trigger) == (day, "2026-11-30")


@pytest.mark.parametrize("language", Language)
def test_a_workbook_of_riskdesk_has_them_so(tmp_path: Path, language: Language) -> None:
    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for head, value in (("Note", MOMENT), ("Motif" if language is Language.FRENCH else "Reason", DAY)):
            sheet.cell(FIRST, column(sheet, head)).value = value
        sheet = book.worksheets[-1]
        row = next(cell.row for cell in sheet["A"] if cell.value == "register.approval")
        sheet.cell(row, 3).value = DAY

    file_import = imported(edited(written(filled(language), tmp_path), change), language)
    first, (day, moment) = next(file_import.tree.risks), TOLD[language]
    assert (first.note, first.reason, file_import.tree.register.approval) == (moment, day, day)


@pytest.mark.parametrize("language", Language)
def test_a_table_of_riskdesk_has_them_so(tmp_path: Path, language: Language) -> None:
    heads, rows = flat.heads(language), list(flat.lines(filled(language), language))
    rows[0][heads.index("Note")] = DAY
    book = Workbook()
    for row in (heads, *rows):
        book.active.append(row)
    book.save(tmp_path / "table.xlsx")
    assert next(imported(tmp_path / "table.xlsx", language).tree.risks).note == TOLD[language][0]


@pytest.mark.parametrize(("language", "name"), [(Language.ENGLISH, "Your risks"), (Language.FRENCH, "Vos risques")])
def test_an_answer_of_an_owner_has_them_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language, name: str
) -> None:
    monkeypatch.setattr(asking, "read", reading_here.read)
    tree = filled(language)
    path = answered(sent(tree, tmp_path), {(name, FIRST, "✎ Note"): DAY})
    (difference,) = courier.read([path], tree).comparison.differences
    assert difference.incoming == TOLD[language][0]


@pytest.mark.parametrize(
    ("language", "text"), [(Language.ENGLISH, "1 February 1900"), (Language.FRENCH, "1er février 1900")]
)
def test_a_day_that_excel_does_not_know_is_told_in_the_language_and_comes_back(
    tmp_path: Path, language: Language, text: str
) -> None:
    tree = filled(language)
    tree = replace(tree, register=replace(tree.register, date=datetime.date(1900, 2, 1)))
    path = written(tree, tmp_path)
    assert text in [str(cell.value).replace("\u00a0", " ") for cell in opened(path).worksheets[-1]["C"]]
    assert imported(path, language).tree == tree
