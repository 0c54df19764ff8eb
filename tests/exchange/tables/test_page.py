"""Web pages as files: tables inside cells stay tables, wherever they stand."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from riskdesk.desk import importing
from riskdesk.domain.importing.result import Import
from riskdesk.domain.values import Language
from riskdesk.exchange import html_text
from riskdesk.exchange.tables import reading

HEAD = "<tr><th>Ref<th>Risk<th>Likelihood (1-5)<th>Mitigation<th>Owner"
ACTIONS = (
    "<table><tr><th>Action<th>Action owner<th>Due date<tr><td>Build dykes<td>Ann<td>2026-11-30"
    "<tr><td>Move the servers<td>Bob<td>2027-01-15</table>"
)
FIRE = "<tr><td>R2<td>Fire<td>2<td>Hoses<td>Cy"
NOTES = "<table><tr><td>deep<td>water<tr><td>wide<td>river</table>"


@pytest.fixture
def import_html(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Import]:
    monkeypatch.setattr(
        importing.asking, "read", lambda path, encoding="", _checkpoint=None: reading.read(path, encoding)
    )

    def write(html: str) -> Import:
        path = tmp_path / "a.html"
        path.write_text(f"<html><body>{html}</body></html>", "utf-8")
        return importing.read(path, Language.ENGLISH)

    return write


def measures(file_import: Import) -> list[tuple[str, str, datetime.date | None]]:
    return [
        (mitigation.description, mitigation.action_owner, mitigation.due_date)
        for mitigation in file_import.tree.mitigations
    ]


def test_measures_in_a_table_inside_a_cell_come_in_with_their_owners_and_days(
    import_html: Callable[[str], Import],
) -> None:
    file_import = import_html(f"<table>{HEAD}<tr><td>R1<td>Flood<td>3<td>Measures:{ACTIONS}<td>Cy{FIRE}</table>")
    assert measures(file_import) == [
        ("Build dykes", "Ann", datetime.date(2026, 11, 30)),
        ("Move the servers", "Bob", datetime.date(2027, 1, 15)),
        ("Hoses", "", None),
    ]
    assert [message.kind for message in file_import.messages] == ["nested_table"]
    assert "Measures:" in [item.excerpt for item in file_import.left_out]


def test_a_table_inside_any_other_cell_is_a_part_of_its_text(import_html: Callable[[str], Import]) -> None:
    file_import = import_html(f"<table>{HEAD}<tr><td>R1<td>Flood{NOTES}<td>3<td>Dykes<td>Cy{FIRE}</table>")
    assert next(file_import.tree.risks).description.split() == ["Flood", "deep", "–", "water", "wide", "–", "river"]


def test_a_table_inside_a_cell_that_stays_out_is_told(import_html: Callable[[str], Import]) -> None:
    file_import = import_html(
        f"<table>{HEAD}<tr><td>R1<td>Flood<td>3<td>Dykes<td>Cy{FIRE}</table>"
        f"<table><tr><td>Page{NOTES}<td>Other<td>matter</table>"
    )
    left_out_text = " ".join(item.excerpt for item in file_import.left_out)
    assert all(word in left_out_text for word in ("deep", "water", "wide", "river", "matter"))


def test_measures_that_name_their_risks_may_stand_in_a_table_inside_a_cell(
    import_html: Callable[[str], Import],
) -> None:
    file_import = import_html(
        "<table><tr><th>ID<th>Risk<th>Likelihood<th>Impact<tr><td>R1<td>Flood<td>High<td>High"
        "<tr><td>R2<td>Fire<td>Low<td>High</table>"
        f"<table><tr><th>Risk ID<th>Measures<th>Status<tr><td>R1<td>{ACTIONS}<td>Planned"
        "<tr><td>R2<td>Hoses<td>Done</table>"
    )
    assert [(mitigation.description, mitigation.action_owner) for mitigation in file_import.tree.mitigations] == [
        ("Build dykes", "Ann"),
        ("Move the servers", "Bob"),
        ("Hoses", ""),
    ]


def test_on_the_clipboard_a_table_inside_a_cell_is_text_as_before() -> None:
    (table,) = html_text.read(f"<table><tr><td>Flood{NOTES}<td>Dykes</table>").blocks
    assert [cell.text for cell in table.rows[0].cells] == ["Flood\n\ndeep\n\nwater\n\nwide\n\nriver", "Dykes"]


def test_a_list_item_is_one_whatever_signs_are_in_it(import_html: Callable[[str], Import]) -> None:
    row = "<tr><td><ul><li>Flood ; storm ; drought</ul><td>Dykes ; pumps"
    file_import = import_html(f"<table><tr><th>Description of risks<th>Mitigation strategies{row}</table>")
    assert [risk.description for risk in file_import.tree.risks] == ["Flood ; storm ; drought"]
    assert [mitigation.description for mitigation in file_import.tree.mitigations] == ["Dykes", "pumps"], "no list item"
