"""What others add to a workbook or table of Riskdesk and has no place in a register: it is told."""

import csv
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from riskdesk.domain import flat
from riskdesk.domain.importing.messages import REASONS, SENTENCES
from riskdesk.domain.importing.result import Import
from riskdesk.domain.values import Language
from tests.exchange.workbooks.books import edited, filled, imported, read_back, written

DRAWN = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:txBody><a:p><a:r><a:t>'
    "Seen by the minister</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
)


def sentences(file_import: Import) -> list[str]:
    """Whatever is told has a sentence."""
    assert all(message.kind in SENTENCES for message in file_import.messages)
    assert all(item.reason in REASONS for item in file_import.left_out)
    return [remark.excerpt for remark in (*file_import.messages, *file_import.left_out)]


@pytest.mark.parametrize("language", Language)
def test_a_workbook_to_which_nothing_was_added_tells_nothing(tmp_path: Path, language: Language) -> None:
    assert sentences(imported(written(filled(language), tmp_path), language)) == []


def test_comments_and_further_sheets_are_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Risks"]["F6"].comment = Comment("Is this still so?", "Anna")
        book.create_sheet("Ideas").append(["Ask", "the ministry"])

    file_import = read_back(edited(written(filled(Language.ENGLISH), tmp_path), change))
    assert sentences(file_import) == ["Is this still so?", "Ask | the ministry"]
    assert [message.place.cell for message in file_import.messages] == ["F6"]


def test_a_text_box_is_told(tmp_path: Path) -> None:
    path = written(filled(Language.ENGLISH), tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/drawings/drawing1.xml", DRAWN)
    assert sentences(imported(path)) == ["Seen by the minister"]


def test_what_stands_beside_a_table_of_riskdesk_in_a_workbook_is_told(tmp_path: Path) -> None:
    tree, book = filled(Language.ENGLISH), Workbook()
    for row in (flat.heads(Language.ENGLISH), *flat.lines(tree, Language.ENGLISH)):
        book.active.append(row)
    book.active["A2"].comment = Comment("Is this still so?", "Anna")
    book.create_sheet("Ideas").append(["Ask", "the ministry"])
    book.save(tmp_path / "table.xlsx")
    assert sentences(imported(tmp_path / "table.xlsx")) == ["Is this still so?", "Ask | the ministry"]


def test_the_encoding_of_a_table_of_riskdesk_is_asked_about_where_it_was_guessed(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    with path.open("w", encoding="cp1252", errors="replace", newline="") as file:
        rows = (flat.heads(Language.FRENCH), *flat.lines(filled(Language.FRENCH), Language.FRENCH))
        csv.writer(file, delimiter=";").writerows(rows)
    file_import = imported(path, Language.FRENCH)
    assert file_import.own
    assert [message.kind for message in file_import.messages] == ["encoding"]
    assert [question.id for question in file_import.questions] == ["encoding"]


def test_the_sign_for_a_lost_character_that_a_register_holds_is_none_of_its_table(tmp_path: Path) -> None:
    path, tree = tmp_path / "table.csv", filled(Language.ENGLISH)
    rows = [list(map(str, flat.heads(Language.ENGLISH))), *flat.lines(tree, Language.ENGLISH)]
    rows[1] = [f"{cell}\ufffd" if head == "Note" else cell for head, cell in zip(rows[0], rows[1], strict=True)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    assert sentences(imported(path)) == []
