"""Registers as Word documents."""

from riskdesk.desk.formats.format import Exported, Format, Option, Request
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.progress import Checkpoint, share_of
from riskdesk.domain.tree import with_languages

# The share of the time after which the tables are laid out; then they are written.
_LAID_OUT = 0.5


def _write(request: Request, checkpoint: Checkpoint) -> Exported:
    from riskdesk.exchange.word import file, filling, template
    from riskdesk.report.manuscripts import fitting, manuscript, paper

    checkpoint(0)
    word_template = None if request.template is None else template.read(request.template)
    assert request.layout is not None, "the frame has chosen one"
    how = fitting(request.layout, request.how)
    room = None if word_template is None else filling.room(word_template, paper(how))
    tree = with_languages(request.tree, (request.original or request.tree.register).language)
    document, left_out = manuscript(
        tree, request.layout, how, request.changed_at, room, share_of(checkpoint, 0, _LAID_OUT)
    )
    rest = share_of(checkpoint, _LAID_OUT, 1)
    data = file.written(document, rest) if word_template is None else filling.filled(word_template, document, rest)
    return Exported(data, left_out=left_out)


FORMAT = Format(
    ".docx",
    Label("Word document", "Document Word"),
    (Layout.APPENDIX, Layout.WORKING, Layout.PM2, Layout.EU_ACTION),
    _write,
    frozenset(
        {Option.PAPER, Option.COLUMNS, Option.ENDED, Option.TEMPLATE, Option.LANGUAGE, Option.OPEN},
    ),
)
