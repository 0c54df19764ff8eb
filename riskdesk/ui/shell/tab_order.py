"""The order of Tab in the window: from region to region as they are seen, and in each as that arranges it."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtWidgets import QApplication, QToolBar, QWidget

from riskdesk.kit.focus import next_in_chain
from riskdesk.kit.pressing import PressingWindow
from riskdesk.ui.shell.areas import Areas


class InOrder(PressingWindow):
    """A window with Tab in the order in which it is seen: tool bar, areas from left to right, the rest, status line.

    Qt alone would follow the order in which widgets were made, and skip the tools of a view that has a focus proxy.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        # Imported at the first Tab.
        from riskdesk.kit.reading_order import go_on, is_stop

        now = QApplication.focusWidget()
        if now is None or not now.isVisible() or not now.isEnabled():
            # The focused widget was hidden or disabled: Qt looks for the next one, while the window is being changed.
            return super().focusNextPrevChild(forward)
        regions = [*self._regions()]

        def place(stop: QWidget) -> int:
            around = (at for at, region in enumerate(regions) if stop is region or region.isAncestorOf(stop))
            return next(around, len(regions))

        stops = sorted((widget for widget in self._chain() if widget is now or is_stop(widget)), key=place)
        return go_on(stops, now, forward=forward) or super().focusNextPrevChild(forward)

    def _regions(self) -> Iterator[QWidget]:
        parts = chain.from_iterable(areas.in_sight() for areas in self.findChildren(Areas))
        regions = (*self.findChildren(QToolBar), *parts, self.centralWidget(), self.statusBar())
        return (region for region in regions if region is not None)

    def _chain(self) -> Iterator[QWidget]:
        """The widgets of the window, in the order of its parts."""
        widget = next_in_chain(self)
        while widget is not self:
            yield widget
            widget = next_in_chain(widget)
