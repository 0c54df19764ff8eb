"""A workbench for the preview: its register is not stored and cannot be changed."""

from PySide6.QtCore import QCoreApplication, QObject

from riskdesk.desk.action import ActionResult
from riskdesk.desk.session import Session
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import RegisterTitle
from riskdesk.ui.bench.workbench import Workbench


class StillBench(Workbench):
    """A workbench that shows a register without a store, which cannot be changed.

    It has the session of the open file, of which it asks nothing: to put 10,000 risks into a store in memory, as
    `desk.history.still` does, and to read them from there would take 0.6 s each time that the user answers.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        why_read_only = QCoreApplication.translate("StillBench", "Nothing is saved yet.")
        super().__init__(session, parent, why_read_only=why_read_only)
        self._shown_tree: RegisterTree | None = None

    def show_tree(self, tree: RegisterTree | None) -> None:
        """Show a register, or none."""
        self._shown_tree = tree
        self.register_id, self.selection = (None if tree is None else tree.register.id), ()
        self.register_opened.emit()

    def tree(self) -> RegisterTree | None:
        return self._shown_tree

    def registers(self) -> list[RegisterTitle]:
        return [] if self._shown_tree is None else [RegisterTitle.of(self._shown_tree.register)]

    def _attempt(self, *_what: object, **_how: object) -> ActionResult:
        # Redo comes by a key even where nothing can be written, and must not reach the open file.
        return ActionResult()
