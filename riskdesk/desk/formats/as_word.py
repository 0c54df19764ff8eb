"""Registers as Word documents."""

from riskdesk.desk.formats.format import Exported, Format, Option, Request
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.tree import with_languages


def _write(request: Request, checkpoint: Checkpoint) -> Exported:
    from riskdesk.exchange.word import file, filling, template
    from riskdesk.report.manuscripts import fitting, manuscript, paper

    checkpoint(0)
    word_template = None if request.template is None else template.read(request.template)
    assert request.layout is not None, "the frame has chosen one"
    how = fitting(request.layout, request.how)
    room = None if word_template is None else filling.room(word_template, paper(how))
    tree = with_languages(request.tree, (request.original or request.tree.register).language)
    document, left_out = manuscript(tree, request.layout, how, request.changed_at, room)
    checkpoint(2 / 3)
    data = file.written(document) if word_template is None else filling.filled(word_template, document)
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
