"""The dialog that asks for the name of a print set."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from riskdesk.domain.values import PrintSet
from riskdesk.ui.dialogs.name import NameDialog, NameWords


class PrintSetDialog(NameDialog):
    """The dialog that asks for a name, to save a print set or to rename the current one."""

    def __init__(
        self,
        print_sets: Sequence[PrintSet],
        current: PrintSet | None,
        parent: QWidget | None = None,
        *,
        renames: bool = False,
    ) -> None:
        rename = QCoreApplication.translate("PrintSetDialog", "Rename print settings")
        save = QCoreApplication.translate("PrintSetDialog", "Save print settings")
        naming = NameWords(
            rename if renames else save,
            QCoreApplication.translate("PrintSetDialog", "such as the meeting it is for"),
            QCoreApplication.translate("PrintSetDialog", "Another one has this name."),
            "Print settings",
        )
        names = [print_set.name for print_set in print_sets]
        super().__init__(naming, names, current.name if current else "", parent, renames=renames)
