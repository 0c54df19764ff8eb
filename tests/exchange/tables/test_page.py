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
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Import]:
    monkeypatch.setattr(importing.asking, "read", lambda path, encoding="", _look=None: reading.read(path, encoding))

    def write(html: str) -> Import:
        path = tmp_path / "a.html"
        path.write_text(f"<html><body>{html}</body></html>", "utf-8")
        return importing.read(path, Language.ENGLISH)

    return write


def measures(found: Import) -> list[tuple[str, str, datetime.date | None]]:
    return [(it.description, it.action_owner, it.due_date) for it in found.tree.mitigations]


def test_measures_in_a_table_inside_a_cell_come_in_with_their_owners_and_days(read: Callable[[str], Import]) -> None:
    found = read(f"<table>{HEAD}<tr><td>R1<td>Flood<td>3<td>Measures:{ACTIONS}<td>Cy{FIRE}</table>")
    assert measures(found) == [
        ("Build dykes", "Ann", datetime.date(2026, 11, 30)),
        ("Move the servers", "Bob", datetime.date(2027, 1, 15)),
        ("Hoses", "", None),
    ]
    assert [it.kind for it in found.messages] == ["nested_table"]
    assert "Measures:" in [it.excerpt for it in found.left_out]


def test_a_table_inside_any_other_cell_is_a_part_of_its_text(read: Callable[[str], Import]) -> None:
    found = read(f"<table>{HEAD}<tr><td>R1<td>Flood{NOTES}<td>3<td>Dykes<td>Cy{FIRE}</table>")
    assert next(found.tree.risks).description.split() == ["Flood", "deep", "–", "water", "wide", "–", "river"]


def test_a_table_inside_a_cell_that_stays_out_is_told(read: Callable[[str], Import]) -> None:
    found = read(
        f"<table>{HEAD}<tr><td>R1<td>Flood<td>3<td>Dykes<td>Cy{FIRE}</table>"
        f"<table><tr><td>Page{NOTES}<td>Other<td>matter</table>"
    )
    told = " ".join(it.excerpt for it in found.left_out)
    assert all(word in told for word in ("deep", "water", "wide", "river", "matter"))


def test_measures_that_name_their_risks_may_stand_in_a_table_inside_a_cell(read: Callable[[str], Import]) -> None:
    found = read(
        "<table><tr><th>ID<th>Risk<th>Likelihood<th>Impact<tr><td>R1<td>Flood<td>High<td>High"
        "<tr><td>R2<td>Fire<td>Low<td>High</table>"
        f"<table><tr><th>Risk ID<th>Measures<th>Status<tr><td>R1<td>{ACTIONS}<td>Planned"
        "<tr><td>R2<td>Hoses<td>Done</table>"
    )
    assert [(it.description, it.action_owner) for it in found.tree.mitigations] == [
        ("Build dykes", "Ann"),
        ("Move the servers", "Bob"),
        ("Hoses", ""),
    ]


def test_on_the_clipboard_a_table_inside_a_cell_is_text_as_before() -> None:
    (table,) = html_text.read(f"<table><tr><td>Flood{NOTES}<td>Dykes</table>").blocks
    assert [cell.text for cell in table.rows[0].cells] == ["Flood\n\ndeep\n\nwater\n\nwide\n\nriver", "Dykes"]


def test_a_list_item_is_one_whatever_signs_are_in_it(read: Callable[[str], Import]) -> None:
    row = "<tr><td><ul><li>Flood ; storm ; drought</ul><td>Dykes ; pumps"
    found = read(f"<table><tr><th>Description of risks<th>Mitigation strategies{row}</table>")
    assert [it.description for it in found.tree.risks] == ["Flood ; storm ; drought"]
    assert [it.description for it in found.tree.mitigations] == ["Dykes", "pumps"], "no list item"
