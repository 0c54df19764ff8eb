"""The number of gaps of the register, as a button in the status line."""

from PySide6.QtWidgets import QWidget

from riskdesk.kit.quiet import QuietButton
from riskdesk.ui.gaps.watch import Watch


class GapsButton(QuietButton):
    """The button in the status line with the number of gaps of the open register; hidden if there are none."""

    def __init__(self, watch: Watch, parent: QWidget | None = None) -> None:
        super().__init__("list-todo", parent)
        self._watch = watch
        self.setProperty("chapter", "What is missing, what is due")
        self.setToolTip(self.tr("What is missing or due"))
        watch.changed.connect(self._count)
        self._count()

    def _count(self) -> None:
        count = self._watch.count
        self.setText(self.tr("%Ln gap(s)", "", count))
        self.setAccessibleName(self.text())
        self.setVisible(count > 0)
