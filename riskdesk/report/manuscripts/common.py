"""What documents for word processors have in common: their paper, the paragraphs above their tables, rows."""

import datetime
from collections.abc import Iterator, Sequence

from riskdesk.domain.facts import facts
from riskdesk.domain.language import words
from riskdesk.domain.manuscript import CellText, Looks, Manuscript, PageFormat, Para, Role, RowText, Run, TableText
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.values import Register
from riskdesk.report.cell import spoken
from riskdesk.report.style import PrintStyle, style
from riskdesk.report.text import is_blank


def document(
    register: Register,
    how: Print,
    table_style: PrintStyle,
    blocks: Sequence[Para | TableText],
    created_at: datetime.datetime,
) -> Manuscript:
    """A document with these blocks, which begin with its `head`; its tables are in the style `table_style`."""
    usual, subject = style(how.kind), _caption(blocks)
    return Manuscript(
        tuple(blocks),
        language=register.language,
        title=subject if is_blank(register.title) else register.title,
        subject=subject,
        author=register.prepared_by,
        created_at=created_at,
        running_title=register.title,
        reference=register.reference,
        mark=register.handling_mark,
        page_of=words(register.language).page_of,
        sheet=paper(how),
        looks=_looks(
            usual, None if table_style.size == usual.size and how.kind is DocumentKind.APPENDIX else table_style
        ),
    )


def _looks(usual: PrintStyle, table: PrintStyle | None) -> Looks:
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


def paper(how: Print) -> PageFormat:
    """The paper of the printed document."""
    page_style = style(how.kind)
    margins = page_style.margins
    return PageFormat(*page_style.extent(how), margins.left, margins.right, margins.top, margins.bottom)


def head(register: Register, caption: str, approval: str = "") -> Iterator[Para]:
    """The paragraphs above a table: the caption, then the title and the facts of the register."""
    wording = words(register.language)
    yield Para((Run(caption),), Role.CAPTION)
    if not is_blank(register.title):
        yield Para((Run(register.title),), Role.TITLE)
    for fact in facts(register, wording):
        yield Para((Run(fact),), Role.TEXT)
    if not is_blank(approval):
        yield Para((Run(approval, emphasis=True),), Role.TEXT)


def _caption(blocks: Sequence[Para | TableText]) -> str:
    return next(run.text for block in blocks if isinstance(block, Para) for run in block.runs)


def band(title: str) -> RowText:
    """A row over the full width that names a category."""
    return RowText((CellText((Para((Run(spoken(title)),), Role.BAND),)),))
