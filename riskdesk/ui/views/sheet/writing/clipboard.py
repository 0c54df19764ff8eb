"""Items on the clipboard, for Riskdesk and for other programs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

from riskdesk.desk.branches import root
from riskdesk.desk.clip import MIME, Clip
from riskdesk.desk.items import BulletType
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Category, Entry, Mitigation, Risk
from riskdesk.kit.incoming import no_text, not_pasted
from riskdesk.part_files import program_folder
from riskdesk.ui.views.sheet.layout.lines import LineKind

# In characters: a page that is read while it is dragged, in less than a tenth of a second.
_QUICK = 50_000
COLUMNS: dict[LineKind, BulletType] = {LineKind.RISK: Risk, LineKind.MITIGATION: Mitigation}
_KINDS: dict[type[Item], LineKind] = {
    Category: LineKind.CATEGORY,
    Entry: LineKind.ENTRY,
    Risk: LineKind.RISK,
    Mitigation: LineKind.MITIGATION,
}


def no_category() -> InputProblem:
    """The reason why lines of text could not be pasted into a register."""
    return InputProblem(
        QT_TRANSLATE_NOOP(
            "Problem", "Nothing was pasted, as the register has no category yet; add a category, and paste again."
        )
    )


def to_mime(copied: Clip) -> QMimeData:
    """Copied items as our own format, and as text and a table for other programs; InputProblem if they are too many."""
    data = QMimeData()
    data.setData(MIME, copied.json.encode())
    data.setText(copied.text)
    data.setHtml(copied.html)
    return data


def items_in(data: QMimeData) -> Clip | list[str]:
    """The items in what is pasted or dropped, or a text for each bullet.

    InputProblem if it cannot be taken; WideTable if it is a table that is to be imported.
    """
    if data.hasFormat(MIME):
        return Clip.from_json(bytes(data.data(MIME).data()).decode("utf-8", "replace"))
    # The reader of HTML is imported only when something is pasted.
    from riskdesk.desk.outside import from_outside

    return from_outside(data.text(), data.html())


def kinds_in(data: QMimeData) -> set[LineKind]:
    """The kinds of the items in what is dragged over the sheet; empty for text for bullets, or a long page."""
    if len(data.html()) > _QUICK:
        return set()
    try:
        copied = items_in(data)
    except Problem:
        # The problem is reported if it is dropped.
        return set()
    return {_KINDS[type(root(branch))] for branch in copied.branches} if isinstance(copied, Clip) else set()


def taken_from(
    data: QMimeData, offer: Callable[[list[Path]], object], fail: Callable[[Problem], object]
) -> Clip | list[str] | None:
    """The items in what is pasted or dropped, or None; a table of other columns is offered as a file to be imported.

    That there is nothing to take is reported, too.
    """
    from riskdesk.domain.table import WideTable

    try:
        try:
            copied = items_in(data)
            if copied:
                return copied
            not_pasted.found.emit(no_text())
        except WideTable:
            offer([_table_in(data)])
    except Problem as problem:
        fail(problem)
    return None


def _table_in(data: QMimeData) -> Path:
    """A file with the table of other columns in what is pasted or dropped; FileProblem if it cannot be written."""
    from riskdesk.desk.outside import as_file

    return as_file(data.text(), data.html(), program_folder(), QCoreApplication.translate("Sheet", "Clipboard"))
