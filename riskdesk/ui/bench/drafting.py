"""What is being typed is kept every few seconds, and offered once after a crash."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from riskdesk.desk.drafts import Draft, Drafts
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.report import ReportDialog

_EVERY_MS = 3000


class Drafting(QObject):
    """Follows a workbench; `typed` gives what is being typed in its window, None where nothing is."""

    def __init__(self, workbench: Workbench, home: Home, typed: Callable[[], Draft | None], window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._folder = home.drafts
        self._typed = typed
        self._window = window
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        workbench.opened.connect(self._begin)
        # What has become an action is a draft no more.
        workbench.stepped.connect(self.keep)
        self._session = workbench.session
        self._drafts = Drafts(self._folder, workbench.session.id)
        self._start()

    def keep(self, _step: object = None) -> None:
        """Keep what is being typed now."""
        self._drafts.keep(self._typed())

    def _begin(self) -> None:
        if self._workbench.session is self._session:
            return
        self._session = self._workbench.session
        self._drafts.keep(None)
        self._drafts = Drafts(self._folder, self._session.id)
        self._start()

    def _start(self) -> None:
        self._timer.stop()
        if self._workbench.read_only:
            return
        draft = self._drafts.left()
        if draft is not None:
            self._offer(draft)
        self._timer.start()

    def _offer(self, draft: Draft) -> None:
        text = self.tr(
            "Riskdesk ended before this text was stored. It can be put where it was being written, which undo takes"
            " back, or copied from here."
        )
        dialog = ReportDialog(self.tr("Unfinished text"), text, draft.text, self.tr("Throw away"), self._window)

        def put_back() -> None:
            self._workbench.open_register(draft.register)
            if self._workbench.run(draft.action()) is not None:
                dialog.accept()

        dialog.offer(self.tr("&Put back"), put_back)
        dialog.open()
