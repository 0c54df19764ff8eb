"""Items on the clipboard, for Riskdesk and for other programs."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from riskdesk.desk import clip
from riskdesk.desk.clip import MIME, Clip
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.apart import apart
from riskdesk.kit.incoming import not_pasted
from riskdesk.part_files import program_folder


def no_category() -> InputProblem:
    """The reason why lines of text could not be pasted into a register."""
    return InputProblem(
        QT_TRANSLATE_NOOP(
            "Problem", "Nothing was pasted, as the register has no category yet; add a category, and paste again."
        )
    )


class Contents(NamedTuple):
    """What is put on the clipboard: our own format, empty for too many items, and text and HTML for other programs."""

    json: str
    text: str
    html: str

    @classmethod
    def of(cls, copied: Clip) -> "Contents":
        """Copied items; InputProblem if they are too many."""
        return cls(copied.json, copied.text, copied.html)


def put(work: Callable[[], Contents]) -> None:
    """Put on the clipboard what is worked out in another thread, as thousands of items take a while."""
    text = QCoreApplication.translate("Waiting", "Copying…")
    QGuiApplication.clipboard().setMimeData(_mime(apart(lambda _checkpoint: work(), text, cancellable=False)))


def copy_items(tree: RegisterTree, ids: Sequence[str], fail: Callable[[Problem], object]) -> bool:
    """Put items of a register on the clipboard; False if they are too many, which `fail` is told."""
    try:
        put(lambda: Contents.of(clip.copy(tree, ids)))
    except Problem as problem:
        fail(problem)
        return False
    return True


def to_mime(copied: Clip) -> QMimeData:
    """Copied items to be dragged; InputProblem if they are too many."""
    return _mime(Contents.of(copied))


def _mime(contents: Contents) -> QMimeData:
    data = QMimeData()
    if contents.json:
        data.setData(MIME, contents.json.encode())
    data.setText(contents.text)
    data.setHtml(contents.html)
    return data


def items_in(data: QMimeData) -> Clip | list[str]:
    """The items in what is pasted or dropped, or a text for each bullet.

    InputProblem if it cannot be taken; WideTable if it is a table that is to be imported.
    """
    return _reader(data)()


def _reader(data: QMimeData) -> Callable[[], Clip | list[str]]:
    """A function for any thread that returns the items in what is pasted or dropped, as in `items_in`."""
    if data.hasFormat(MIME):
        return partial(Clip.from_json, bytes(data.data(MIME).data()).decode("utf-8", "replace"))
    # The reader of HTML is imported only when something is pasted.
    from riskdesk.desk.outside import from_outside

    return partial(from_outside, data.text(), data.html())


def taken_from(
    data: QMimeData, offer: Callable[[list[Path]], object], fail: Callable[[Problem], object]
) -> Clip | list[str] | None:
    """The items in what is pasted or dropped, or None; a table of other columns is offered as a file to be imported.

    They are read in another thread. That there is nothing to take is reported, too.
    """
    from riskdesk.domain.table import WideTable

    # What is on the clipboard may be gone when it is read.
    read, texts = _reader(data), (data.text(), data.html())
    waiting = QCoreApplication.translate("Waiting", "Pasting…")
    try:
        try:
            copied = apart(lambda _checkpoint: read(), waiting, cancellable=False)
            if copied:
                return copied
            not_pasted.report_no_text()
        except WideTable:
            offer([_table_in(*texts)])
    except Problem as problem:
        fail(problem)
    return None


def _table_in(text: str, html: str) -> Path:
    """A file with the table of other columns in what is pasted or dropped; FileProblem if it cannot be written."""
    from riskdesk.desk.outside import as_file

    return as_file(text, html, program_folder(), QCoreApplication.translate("Sheet", "Clipboard"))
