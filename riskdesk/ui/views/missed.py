"""The work that a view puts off while another view stands in front of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class Missed(QObject):
    """The work that a view puts off while another view stands in front of it, until it comes to the front."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._work: Callable[[], object] | None = None

    def put_off(self, work: Callable[[], object], *, unless_waiting: bool = False) -> bool:
        """Put off `work` if the view stands behind another one, and return whether it does."""
        stack = self._view.parentWidget()
        if not isinstance(stack, QStackedWidget) or stack.currentWidget() is self._view:
            return False
        if not (unless_waiting and self._work):
            self._work = work
        stack.currentChanged.connect(self._catch_up, Qt.ConnectionType.UniqueConnection)
        return True

    def _catch_up(self) -> None:
        if self._work is not None and not self._view.isHidden():
            work, self._work = self._work, None
            work()
