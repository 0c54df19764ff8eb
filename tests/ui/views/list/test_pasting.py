"""Pasting into the list what was copied there, on the sheet, elsewhere or as files."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from riskdesk.desk import categories, items, registers
from riskdesk.desk.templates import template
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from tests.ui.views.list.conftest import Reader


def entry_of(tree: RegisterTree, reference: str) -> list[str]:
    """The references of the risks beside one in its entry."""
    (entry,) = [
        entry
        for category in tree.categories
        for entry in category.entries
        if reference in {risk.reference for risk in entry.risks}
    ]
    return [risk.reference for risk in entry.risks]


def test_cut_rows_are_pasted_after_the_current_one(reader: Reader) -> None:
    before = entry_of(reader.tree, "R-05")
    reader.click("R-03")
    text = reader.risk("R-03").description
    reader.view.commands["cut"]()
    reader.click("R-05")
    reader.view.commands["paste"]()
    (pasted,) = reader.selected()
    assert next(risk for risk in reader.tree.risks if risk.reference == pasted).description == text
    after = entry_of(reader.tree, "R-05")
    assert after.index(pasted) == after.index("R-05") + 1
    assert len(after) == len(before) + (0 if "R-03" in before else 1)


def test_rows_are_pasted_at_the_end_of_a_register_without_risks(reader: Reader) -> None:
    reader.click("R-03")
    reader.view.commands["copy"]()
    reader.workbench.run(registers.add(template("blank", Language.ENGLISH)))
    assert reader.names_shown == []
    reader.view.commands["paste"]()
    assert reader.names_shown == reader.selected() == ["R-01"]


def test_each_line_of_a_text_becomes_a_row(reader: Reader) -> None:
    reader.click("R-05")
    QApplication.clipboard().setText("Inflation\nStrikes")
    reader.view.commands["paste"]()
    first, second = reader.selected()
    after = entry_of(reader.tree, "R-05")
    assert after[after.index("R-05") + 1 :][:2] == [first, second]
    assert {risk.reference: risk.description for risk in reader.tree.risks}[second] == "Strikes"


def test_lines_of_a_text_get_an_entry_in_a_register_that_has_none(reader: Reader) -> None:
    reader.workbench.run(items.delete([category.category.id for category in reader.tree.categories]))
    reader.workbench.run(categories.add(reader.tree.register.id))
    QApplication.clipboard().setText("Inflation\nStrikes")
    reader.view.commands["paste"]()
    assert [risk.description for risk in reader.tree.risks] == ["Inflation", "Strikes"]
    assert reader.names_shown == reader.selected()


def test_a_register_without_a_category_says_why_it_takes_no_text(reader: Reader, problems: list[Problem]) -> None:
    reader.workbench.run(items.delete([category.category.id for category in reader.tree.categories]))
    before = reader.tree
    QApplication.clipboard().setText("Inflation")
    reader.view.commands["paste"]()
    (problem,) = problems
    assert str(problem).startswith("Nothing was pasted, as the register has no category yet")
    assert reader.tree == before


def test_files_are_passed_on(reader: Reader, tmp_path: Path) -> None:
    files, data, path = list[list[Path]](), QMimeData(), tmp_path / "a.docx"
    path.touch()
    reader.view.files_pasted.connect(files.append)
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(data)
    reader.view.commands["paste"]()
    assert files == [[path]]
    assert len(reader.names_shown) == 31
