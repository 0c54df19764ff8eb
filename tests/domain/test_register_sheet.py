"""The rows of a register in a workbook: none of what is in it is left out, and nothing is there twice."""

from riskdesk.domain.register_sheet import sheet_rows
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Entry, Mitigation, Risk
from tests.desk.rows import tree


def entry(*bullets: Risk | Mitigation) -> EntryTree:
    risks = tuple(bullet for bullet in bullets if isinstance(bullet, Risk))
    return EntryTree(Entry(category="c"), risks, tuple(bullet for bullet in bullets if isinstance(bullet, Mitigation)))


def rows_of(register_tree: RegisterTree) -> list[tuple[str, str, str, str]]:
    return [
        (
            row.category.category.title,
            row.number,
            row.risk.description if row.risk else "",
            row.mitigation.description if row.mitigation else "",
        )
        for row in sheet_rows(register_tree)
    ]


def test_what_has_nothing_in_it_has_a_row_too() -> None:
    bullets = (Risk(entry="e", description="r0"), *(Mitigation(entry="e", description=text) for text in ("m0", "m1")))
    assert rows_of(tree(("A", []), ("B", [entry(), entry(*bullets)]))) == [
        ("A", "", "", ""),
        ("B", "2.1", "", ""),
        ("B", "2.2", "r0", "m0"),
        ("B", "2.2", "", "m1"),
    ]
