"""The documents of a register as text for a word processor: the appendix and the working register."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from riskdesk.domain.ended import left_out, printed
from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.manuscript import (
    CellText,
    ColumnText,
    Looks,
    Manuscript,
    Para,
    Role,
    RowText,
    Run,
    Sheet,
    TableText,
)
from riskdesk.domain.printing import Kind, Print
from riskdesk.domain.scale import Level
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Language, Register
from riskdesk.report import appendix, assessed, heading
from riskdesk.report.cell import NOTHING, spoken
from riskdesk.report.epoch import source_date
from riskdesk.report.rendering import begun
from riskdesk.report.style import Style, style
from riskdesk.report.text import is_blank
from riskdesk.report.working import fitting_sheet
from riskdesk.report.working_text import WorkingText

_APPENDIX_TOLD = Label(
    "Risks stand in the first column, the mitigations against them beside them. A row over the full width names the"
    " category of the rows below it.",
    "Les risques figurent dans la première colonne, les mesures qui y répondent à côté. Une ligne sur toute la largeur"
    " nomme la catégorie des lignes qui suivent.",
)
_WORKING_TOLD = Label(
    "Each row tells of one risk: its text, the mitigations, its assessment and who is in charge. The mitigations stand"
    " beside all the risks that they answer. A row over the full width names the category of the rows below it.",
    "Chaque ligne décrit un risque : son texte, les mesures, son évaluation et son responsable. Les mesures figurent à"
    " côté de tous les risques auxquels elles répondent. Une ligne sur toute la largeur nomme la catégorie des lignes"
    " qui suivent.",
)
_NOTHING = CellText((Para((Run(NOTHING),)),))
_EMPTY = RowText((_NOTHING, _NOTHING))
_LEVELS_TOLD = Label(
    "For each level its name and meaning as a likelihood and as an impact.",
    "Pour chaque degré, son nom et sa définition comme probabilité et comme impact.",
)


def manuscript(tree: RegisterTree, how: Print, made: datetime.datetime) -> tuple[Manuscript, int]:
    """A register as a document that says it was made at `made`, and how many closed and rejected risks it leaves out.

    InputProblem if the paper has no room for its columns.
    """
    shown, without = printed(tree, how), 0 if how.prints_ended else left_out(tree)
    if how.kind is Kind.APPENDIX:
        used, blocks = style(how.kind), _appendix(shown, how)
    else:
        used, blocks = _working(shown, how)
    return _document(tree.register, how, used, blocks, source_date() or made), without


def _document(
    register: Register, how: Print, used: Style, blocks: Sequence[Para | TableText], made: datetime.datetime
) -> Manuscript:
    usual, subject = style(how.kind), _subject(register)
    return Manuscript(
        tuple(blocks),
        language=register.language,
        title=subject if is_blank(register.title) else register.title,
        subject=subject,
        author=register.prepared_by,
        made=made,
        running_title=register.title,
        reference=register.reference,
        mark=register.handling_mark,
        page_of=words(register.language).page_of,
        sheet=_paper(how),
        looks=_looks(usual, None if used.size == usual.size and how.kind is Kind.APPENDIX else used),
    )


def _looks(usual: Style, table: Style | None) -> Looks:
    inside = table or usual
    return Looks(
        size=usual.size,
        leading=usual.leading,
        heading_size=usual.heading_size,
        title_size=usual.title_size,
        running_size=usual.running_size,
        note_size=min(usual.note_size, inside.size),
        padding=inside.padding,
        bullet_indent=inside.bullet_indent,
        bullet_gap=inside.bullet_gap,
        dense=table.size if table else None,
        colours=usual.channels,
    )


def _paper(how: Print) -> Sheet:
    used = style(how.kind)
    margins = used.margins
    return Sheet(*used.extent(how), margins.left, margins.right, margins.top, margins.bottom)


def _subject(register: Register) -> str:
    return words(register.language).heading if is_blank(register.heading) else register.heading


def _head(register: Register, caption: str, approval: str = "") -> Iterator[Para]:
    said = words(register.language)
    yield Para((Run(caption),), Role.CAPTION)
    if not is_blank(register.title):
        yield Para((Run(register.title),), Role.TITLE)
    for fact in heading.facts(register, said):
        yield Para((Run(fact),), Role.TEXT)
    if not is_blank(approval):
        yield Para((Run(approval, emphasis=True),), Role.TEXT)


def _appendix(tree: RegisterTree, how: Print) -> list[Para | TableText]:
    register, said, used, paper = tree.register, words(tree.register.language), style(how.kind), _paper(how)
    point = paper.body / (used.risks_share + used.mitigations_share)
    columns = (
        ColumnText(said.risks_column, used.risks_share * point),
        ColumnText(said.mitigations_column, used.mitigations_share * point),
    )
    rows: list[RowText] = []
    for category in tree.categories:
        rows.append(_band(category.category.title))
        rows += (row for entry in category.entries if (row := _entry_row(entry, said.semicolon)))
    subject = _subject(register)
    table = TableText(subject, _APPENDIX_TOLD.text(register.language), columns, tuple(rows or [_EMPTY]))
    return [*_head(register, subject, register.approval), table]


def _band(title: str) -> RowText:
    return RowText((CellText((Para((Run(spoken(title)),), Role.BAND),)),))


def _entry_row(entry: EntryTree, semicolon: str) -> RowText | None:
    sides = [_bullets(entry.risks, semicolon), _bullets(entry.mitigations, semicolon)]
    if not any(sides):
        return None
    return RowText(tuple(CellText(paras) for paras in sides))


def _bullets(items: Sequence[appendix.Item], semicolon: str) -> tuple[Para, ...]:
    texts = appendix.bullets(items, semicolon)
    return tuple(Para((Run(text, language=item.language),), Role.BULLET) for item, text in texts)


def _working(tree: RegisterTree, how: Print) -> tuple[Style, list[Para | TableText]]:
    """The style in which the table fits on the paper, and the document."""
    register = tree.register
    _, flow = begun(register, how, datetime.datetime.now(datetime.UTC), "")
    sheet, text = fitting_sheet(flow, tree, how), WorkingText(register, how)
    rows: list[RowText] = []
    for category in tree.categories:
        rows.append(_band(category.category.title))
        for entry in category.entries or (None,):
            rows += _striped(text, entry)
    caption = terms(register.language).kinds[Kind.WORKING]
    table = TableText(
        caption,
        _WORKING_TOLD.text(register.language),
        tuple(ColumnText(column.title, column.width) for column in sheet.columns),
        tuple(rows or text.rows(None)),
        heads_rows=bool(text.before),
    )
    return flow.style, [*_head(register, caption), table, *_legend(register, flow.width, text.note)]


def _striped(text: WorkingText, entry: EntryTree | None) -> Iterator[RowText]:
    stripe = text.stripe(entry)
    for row in text.rows(entry):
        first, *others = row.cells
        yield RowText((first and replace(first, edge=stripe), *others))


def _legend(register: Register, width: float, note: str) -> Iterator[Para | TableText]:
    """What the scale in force means: its bands, a note, and its levels."""
    term, scale = terms(register.language), register.scale
    title = term.scale.format(name=scale.name.text(register.language))
    yield Para((Run(title),), Role.SECTION)
    for place in range(len(scale.bands)):
        fill = style(Kind.WORKING).band_colour(scale.shade(place))
        yield Para((Run(assessed.band_text(register, place), fill=fill),), Role.BULLET)
    if note:
        yield Para((Run(note),), Role.TEXT)
    yield _levels(register, title, width)


def _levels(register: Register, title: str, width: float) -> TableText:
    said = words(register.language)
    titles = (terms(register.language).level, said.likelihood, said.impact)
    shares = (0.1, 0.45, 0.45)
    rows = (
        RowText((CellText((Para((Run(str(place)),)),), heads=True), *(_level(it, register.language) for it in levels)))
        for place, levels in assessed.level_rows(register.scale)
    )
    columns = tuple(ColumnText(name, share * width) for name, share in zip(titles, shares, strict=True))
    return TableText(title, _LEVELS_TOLD.text(register.language), columns, tuple(rows), heads_rows=True)


def _level(level: Level | None, language: Language) -> CellText:
    if level is None:
        return _NOTHING
    texts = (Run(level.name.text(language), strong=True), Run(level.definition.text(language)))
    return CellText(tuple(Para((run,)) for run in texts if not is_blank(run.text)))
