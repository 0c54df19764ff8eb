"""Whether a window may close: what is being typed is stored first, or left behind on purpose."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riskdesk.kit.alerts import ask
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench


class Leaving(QObject):
    """`asking` while it finds out, and tells itself what failed; `agreed` once text may be left behind."""

    def __init__(self, window: QWidget, workbench: Workbench, commit: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._workbench, self._commit = window, workbench, commit
        self.asking = False
        self.agreed = False

    def may_close(self) -> bool:
        """Store what is being typed; where that fails, ask whether to close nevertheless and return False."""
        self.asking = True
        kept = self.agreed or self._commit()
        self.asking = False
        if not kept and self._workbench.failure is not None:
            question = self.tr(
                "{problem}\n\nClose without it? What was typed is offered again when the store is opened."
            ).format(problem=sentence(self._workbench.failure))
            ask(self._window, question, self.tr("Close"), self.tr("Stay"), self._leave)
        return kept

    def _leave(self) -> None:
        self.agreed = True
        self._window.close()
