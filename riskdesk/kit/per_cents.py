"""What a progress bar tells: per cents to who sees it, and to screen readers what the user waits for."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QProgressBar, QProgressDialog

from riskdesk.kit.announce import say


def spell_per_cents(dialog: QProgressDialog) -> QProgressBar:
    """Let the bar in a dialog tell per cents as the user's language writes them, and return it.

    As the dialog comes up, screen readers hear its text: Qt tells of the focus alone.
    """
    strip = dialog.findChild(QProgressBar)
    assert strip is not None, "Qt has made one"
    strip.setFormat(QCoreApplication.translate("Waiting", "%p%"))
    strip.setAccessibleName(dialog.labelText())
    dialog.setAccessibleName(dialog.labelText())
    _Heard(dialog)
    return strip


class _Heard(QObject):
    """The part of a progress dialog that has its text heard as it comes up."""

    def __init__(self, dialog: QProgressDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not event.spontaneous():
            say(self._dialog, self._dialog.labelText())
        return False
