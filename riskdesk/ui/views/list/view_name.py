"""The dialog that asks for the name of a saved view."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from riskdesk.domain.values import SavedView
from riskdesk.ui.dialogs.name import NameDialog, NameWords


class ViewNameDialog(NameDialog):
    """The dialog that asks for a name, to save a view under it or to rename the current one."""

    def __init__(
        self,
        views: Sequence[SavedView],
        current: SavedView | None,
        parent: QWidget | None = None,
        *,
        renames: bool = False,
    ) -> None:
        rename = QCoreApplication.translate("ViewNameDialog", "Rename view")
        save = QCoreApplication.translate("ViewNameDialog", "Save this view")
        naming = NameWords(
            rename if renames else save,
            QCoreApplication.translate("ViewNameDialog", "such as “Unassessed” or “For the Steering Committee”"),
            QCoreApplication.translate("ViewNameDialog", "Another view has this name."),
            "Saved views",
        )
        super().__init__(
            naming, [view.name for view in views], current.name if current else "", parent, renames=renames
        )
