"""The working register as text for word processors."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.manuscript import CellText, ColumnText, Para, Role, RowText, Run, TableText
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.scale import Level
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Language, Register
from riskdesk.report import assessed
from riskdesk.report.heading import document_heading
from riskdesk.report.manuscripts.common import band, head
from riskdesk.report.rendering import begun
from riskdesk.report.style import PrintStyle, style
from riskdesk.report.text import is_blank
from riskdesk.report.working import fitting_table
from riskdesk.report.working_text import EMPTY_CELL, WorkingText

_DESCRIPTION = Label(
    "Each row tells of one risk: its text, the mitigations, its assessment and who is in charge. The mitigations stand"
    " beside all the risks that they answer. A row over the full width names the category of the rows below it.",
    "Chaque ligne décrit un risque : son texte, les mesures, son évaluation et son responsable. Les mesures figurent à"
    " côté de tous les risques auxquels elles répondent. Une ligne sur toute la largeur nomme la catégorie des lignes"
    " qui suivent.",
)
_LEVELS_DESCRIPTION = Label(
    "For each level its name and meaning as a likelihood and as an impact.",
    "Pour chaque degré, son nom et sa définition comme probabilité et comme impact.",
)


def blocks(
    tree: RegisterTree, how: Print, room: float, checkpoint: Checkpoint
) -> tuple[PrintStyle, list[Para | TableText]]:
    """The style in which the table fits into a width in points, and the working register of a register.

    InputProblem if there is no room for its columns.
    """
    register = tree.register
    _, flow = begun(register, how, datetime.datetime.now(datetime.UTC), "")
    flow.right = flow.left + room
    columns, text = fitting_table(flow, tree, how).columns, WorkingText(register, how)
    rows: list[RowText] = []
    for at, category in enumerate(tree.categories):
        checkpoint(at / len(tree.categories))
        rows.append(band(category.category.title))
        for entry in category.entries or (None,):
            rows += _striped(text, entry)
    caption = document_heading(register, how.kind)
    table = TableText(
        caption,
        _DESCRIPTION.text(register.language),
        tuple(ColumnText(column.title, column.width) for column in columns),
        tuple(rows or text.rows(None)),
        heads_rows=bool(text.before),
    )
    return flow.style, [*head(register, caption), table, *_legend(register, flow.width, text.note)]


def _striped(text: WorkingText, entry: EntryTree | None) -> Iterator[RowText]:
    stripe = text.stripe(entry)
    for row in text.rows(entry):
        first, *others = row.cells
        yield RowText((first and replace(first, edge=stripe), *others))


def _legend(register: Register, width: float, note: str) -> Iterator[Para | TableText]:
    """The legend of the scale in force: its bands, what is tolerated, a note, and its levels."""
    term, scale = terms(register.language), register.scale
    title = term.scale.format(name=scale.name.text(register.language))
    yield Para((Run(title),), Role.SECTION)
    for place in range(len(scale.bands)):
        fill = style(DocumentKind.WORKING).band_colour(scale.shade(place))
        yield Para((Run(assessed.band_text(register, place), fill=fill),), Role.BULLET)
    for text in (assessed.tolerance_text(register), note):
        if text:
            yield Para((Run(text),), Role.TEXT)
    yield _levels(register, title, width)


def _levels(register: Register, title: str, width: float) -> TableText:
    wording = words(register.language)
    titles = (terms(register.language).level, wording.likelihood, wording.impact)
    shares = (0.1, 0.45, 0.45)
    rows = (
        RowText((CellText((Para((Run(str(place)),)),)), *(_level(level, register.language) for level in levels)))
        for place, levels in assessed.level_rows(register.scale)
    )
    columns = tuple(ColumnText(name, share * width) for name, share in zip(titles, shares, strict=True))
    return TableText(
        title, _LEVELS_DESCRIPTION.text(register.language), columns, tuple(rows), heads_rows=True, whole=True
    )


def _level(level: Level | None, language: Language) -> CellText:
    if level is None:
        return EMPTY_CELL
    texts = (Run(level.name.text(language), strong=True), Run(level.definition.text(language)))
    return CellText(tuple(Para((run,)) for run in texts if not is_blank(run.text)))
