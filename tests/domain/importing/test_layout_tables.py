"""Tables of risks inside the cells of tables that only lay out a page."""

from dataclasses import replace

from riskdesk.domain.sheets import Cell, Table, TableKind
from tests.domain.importing.sheets import imported, outline, table

HEAD = ["Risk", "Likelihood", "Mitigation"]
ELECTIONS, LAWS = ["Elections are late", 3, "Meet the board"], ["Laws fail", 2, "Advise"]
OF_BOTH = [(["Elections are late"], ["Meet the board"]), (["Laws fail"], ["Advise"])]


def around(*tables: Table, text: str = "", number: int = 1) -> Table:
    """A table with a logo in its first row, and these tables in a cell of the second one."""
    inside = tuple(replace(each, number=0) for each in tables)
    return Table(TableKind.TABLE, number, cells=(Cell(1, 1, "Our logo"), Cell(2, 1, text, width=2, tables=inside)))


def test_the_table_inside_comes_in_and_what_is_around_is_told():
    file_import = imported(around(table([HEAD, ELECTIONS, LAWS]), text="Spring"))
    assert outline(file_import) == [("", OF_BOTH)]
    for item in (*file_import.tree.risks, *file_import.tree.mitigations):
        place = file_import.places[item.id]
        assert (place.kind, place.table, place.row, place.column) == (TableKind.TABLE, 1, 2, 1)
    assert [(item.place.table, item.place.row, item.excerpt) for item in file_import.left_out] == [
        (1, 1, "Our logo | Spring"),
        (1, 2, "Risk | Likelihood | Mitigation"),
    ]


def test_tables_in_several_cells_come_in_however_deep():
    one, other = around(table([HEAD, ELECTIONS])), around(around(table([HEAD, LAWS])), number=2)
    file_import = imported(one, other)
    assert [risk.description for risk in file_import.tree.risks] == ["Elections are late", "Laws fail"]
    assert [file_import.places[risk.id].table for risk in file_import.tree.risks] == [1, 2]


def test_beside_a_table_of_risks_those_inside_others_stay_out():
    file_import = imported(table([HEAD, ELECTIONS]), around(table([HEAD, LAWS]), number=2))
    assert [risk.description for risk in file_import.tree.risks] == ["Elections are late"]
    assert any("Laws fail" in item.excerpt for item in file_import.left_out)


def test_a_table_without_heads_of_risks_stays_where_it_is():
    assert imported(around(table([["Name", "Place"], ["Anna", "Paris"]]))).tree is None
