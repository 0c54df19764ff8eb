"""The texts of a progress dialog: per cents in the bar, and an announcement for screen readers."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QProgressBar, QProgressDialog

from riskdesk.kit.announce import say
from riskdesk.kit.pressing import HeldEnter


def spell_per_cents(dialog: QProgressDialog) -> QProgressBar:
    """Make the bar in a dialog show per cents as the user's language writes them, and return it.

    When the dialog appears, its text is announced to screen readers, as Qt announces only the focus.
    """
    strip = dialog.findChild(QProgressBar)
    assert strip is not None, "Qt has made one"
    strip.setFormat(QCoreApplication.translate("Waiting", "%p%"))
    strip.setAccessibleName(dialog.labelText())
    dialog.setAccessibleName(dialog.labelText())
    _Heard(dialog)
    # Enter may still be held that began the work, which would cancel it.
    HeldEnter(dialog).watch(dialog)
    return strip


class _Heard(QObject):
    """A helper that announces the text of a progress dialog when it appears."""

    def __init__(self, dialog: QProgressDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not event.spontaneous():
            say(self._dialog, self._dialog.labelText())
        return False
