"""The documents of a register as text for word processors."""

import datetime
from dataclasses import replace

from riskdesk.domain.ended import left_out, standing
from riskdesk.domain.layouts import Layout
from riskdesk.domain.manuscript import Manuscript
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.tree import RegisterTree
from riskdesk.report.columns import NoRoom
from riskdesk.report.epoch import source_date
from riskdesk.report.manuscripts import appendix, logs, working
from riskdesk.report.manuscripts.common import document, paper
from riskdesk.report.style import style

__all__ = ["fitting", "manuscript", "paper"]

_NO_ROOM = QT_TRANSLATE_NOOP(
    "Problem",
    "The columns chosen for the working register do not fit on the pages of the template; choose fewer columns or"
    " another template.",
)


def fitting(layout: Layout, how: Print) -> Print:
    """The print settings of a layout: logs of other offices are on the same paper as the working register."""
    return replace(how, kind=DocumentKind.WORKING) if layout in logs.LAYOUTS else how


def manuscript(
    tree: RegisterTree,
    layout: Layout,
    how: Print,
    created_at: datetime.datetime,
    room: float | None,
    checkpoint: Checkpoint,
) -> tuple[Manuscript, int]:
    """A document of a register, dated `created_at`, and the number of closed and rejected risks that it leaves out.

    `room` is the width of its text in points, if it is not that of the printed document. `checkpoint` may cancel it.
    InputProblem if the paper, or that width, has no room for its columns.
    """
    whole = layout is Layout.WORKING or how.ended
    shown_tree, without = (tree, 0) if whole else (standing(tree), left_out(tree))
    width = room or paper(how).body
    table_style = style(how.kind)
    try:
        if layout is Layout.APPENDIX:
            blocks = appendix.blocks(shown_tree, how, width, checkpoint)
        elif layout is Layout.WORKING:
            table_style, blocks = working.blocks(shown_tree, how, width, checkpoint)
        else:
            table_style, blocks = logs.blocks(shown_tree, layout, how, width, checkpoint)
    except NoRoom as problem:
        raise problem if room is None else InputProblem(_NO_ROOM) from problem
    return document(tree.register, how, table_style, blocks, source_date() or created_at), without
