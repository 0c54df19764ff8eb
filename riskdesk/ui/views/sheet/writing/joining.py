"""Joining two bullets: Backspace at the start of the lower one, or Delete at the end of the upper one."""

from typing import NamedTuple

from riskdesk.desk import bullets
from riskdesk.domain.text import joined
from riskdesk.kit.plain import utf16
from riskdesk.ui.views.sheet.layout.lines import SheetLine
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing import line_actions
from riskdesk.ui.views.sheet.writing.loss_question import LossQuestion
from riskdesk.ui.views.sheet.writing.writing import SheetEditor


class _Pair(NamedTuple):
    """A pair of bullets to be joined, the text of both together, and the part of it before the caret."""

    upper: SheetLine
    lower: SheetLine
    text: str
    before: str


class Joining:
    """The part of a sheet that joins the open line to the bullet above or below it in its column."""

    def __init__(self, context: SheetContext, writing: SheetEditor, loss_question: LossQuestion) -> None:
        self._paper, self._writing, self._loss_question = context.paper, writing, loss_question

    def join(self, by: int) -> None:
        """Join the open line with the bullet above (-1) or below (+1), if the user accepts what is lost."""
        self._writing.editor.end_composing()
        pair = self._pair(by)
        if pair is None:
            return
        upper, lower = pair.upper, pair.lower
        if upper.value is None or lower.value is None:
            # A new line that is not stored yet has nothing but its text.
            stored = upper if lower.value is None else lower
            self._writing.store_in(stored.id, line_actions.changed(stored.key, pair.text), pair.text, _caret(pair))
        else:
            self._loss_question.confirm_joining(upper.value, lower.value, lambda: self._join_as_asked(by, pair))

    def _join_as_asked(self, by: int, pair: _Pair) -> None:
        """Join two bullets, unless somebody else has changed them while the user was asked."""
        if self._pair(by) == pair:
            action = bullets.join(pair.upper.id, pair.lower.id, pair.text)
            self._writing.store_in(pair.upper.id, action, pair.text, _caret(pair))

    def _pair(self, by: int) -> _Pair | None:
        """The open line and the one beside it; None if it is the first or last of its column, or no bullet."""
        row, line, open_bullet = self._writing.row, self._writing.line, self._paper.open_sheet_line
        if row is None or line is None or open_bullet is None:
            return None
        if row + by not in self._paper.content.siblings(row, open_bullet.kind):
            return None
        beside = self._paper.content.lines[row + by]
        if by < 0:
            parts = joined(beside.text, line.written, line.seam)
            return _Pair(beside, open_bullet, parts.whole, parts.before + parts.seam)
        parts = joined(line.written, beside.text)
        return _Pair(open_bullet, beside, parts.whole, parts.before)


def _caret(pair: _Pair) -> int:
    return utf16(pair.before, len(pair.before))
