"""The appendix as text for word processors."""

from collections.abc import Sequence

from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.manuscript import CellText, ColumnText, Para, Role, RowText, TableText
from riskdesk.domain.printing import Print
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.report import appendix
from riskdesk.report.heading import document_heading
from riskdesk.report.manuscripts.common import band, head
from riskdesk.report.style import style
from riskdesk.report.working_text import EMPTY_CELL

_DESCRIPTION = Label(
    "Risks stand in the first column, the mitigations against them beside them. A row over the full width names the"
    " category of the rows below it.",
    "Les risques figurent dans la première colonne, les mesures qui y répondent à côté. Une ligne sur toute la largeur"
    " nomme la catégorie des lignes qui suivent.",
)
_EMPTY = RowText((EMPTY_CELL, EMPTY_CELL))


def blocks(tree: RegisterTree, how: Print, room: float, checkpoint: Checkpoint) -> list[Para | TableText]:
    """The appendix of a register, for a width in points."""
    register, wording, table_style = tree.register, words(tree.register.language), style(how.kind)
    point = room / (table_style.risks_share + table_style.mitigations_share)
    columns = (
        ColumnText(wording.risks_column, table_style.risks_share * point),
        ColumnText(wording.mitigations_column, table_style.mitigations_share * point),
    )
    rows: list[RowText] = []
    for at, category in enumerate(tree.categories):
        checkpoint(at / len(tree.categories))
        rows.append(band(category.category.title))
        rows += (row for entry in category.entries if (row := _entry_row(entry, wording.semicolon)))
    caption = document_heading(register, how.kind)
    table = TableText(caption, _DESCRIPTION.text(register.language), columns, tuple(rows or [_EMPTY]))
    return [*head(register, caption, register.approval), table]


def _entry_row(entry: EntryTree, semicolon: str) -> RowText | None:
    sides = [_bullets(entry.risks, semicolon), _bullets(entry.mitigations, semicolon)]
    if not any(sides):
        return None
    return RowText(tuple(CellText(paras) for paras in sides))


def _bullets(items: Sequence[Risk | Mitigation], semicolon: str) -> tuple[Para, ...]:
    return tuple(Para((run,), Role.BULLET) for run in appendix.bullets(items, semicolon))
