"""The preview in the window: there once it is wanted, between the sheet and the inspector, and remembered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QWidget

from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft

PREVIEW = Setting("window/preview", bool, False)
_AFTER_SHEET = 2


class Previewing(QObject):
    """Shows and hides the preview among the columns of a window."""

    def __init__(
        self,
        workbench: Workbench,
        choice: PrintChoice,
        settings: Settings,
        columns: QSplitter,
        typed: "Callable[[], Draft | None]",
    ) -> None:
        super().__init__(columns)
        self._workbench, self._choice, self._settings, self._columns = workbench, choice, settings, columns
        self._typed = typed
        self._preview: QWidget | None = None

    @property
    def wanted(self) -> bool:
        """Whether it was there when the window was closed last."""
        return self._settings.get(PREVIEW)

    def toggle(self) -> None:
        """Show the preview, or hide it where it is seen."""
        shown = self._preview is None or self._preview.isHidden()
        self._settings.set(PREVIEW, shown)
        if shown:
            self.show()
        elif self._preview is not None:
            self._preview.hide()

    def show(self) -> None:
        """Show the preview; half of the room of the sheet is its own at first."""
        if self._preview is not None:
            self._preview.show()
            return
        # pdfium is loaded where pages are to be seen.
        from riskdesk.ui.preview import Preview

        sizes = self._columns.sizes()
        self._preview = Preview(self._workbench, self._choice, self._typed)
        self._columns.insertWidget(_AFTER_SHEET, self._preview)
        self._columns.setStretchFactor(_AFTER_SHEET, 1)
        room = sizes[1]
        self._columns.setSizes([sizes[0], room // 2, room - room // 2, *sizes[2:]])
