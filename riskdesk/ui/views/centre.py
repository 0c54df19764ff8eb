"""The centre of the window: the views of the open register, one of which is shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedWidget

from riskdesk.kit.focus import bring_to_front
from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.view import RegisterView

SHEET_VIEW = "sheet"
VIEW = Setting("window/view", str, SHEET_VIEW)
ZOOM_PERCENT = Setting("window/zoom", int, 100)
_NARROWEST = 360


class Centre(QStackedWidget):
    """The stack of views of the open register, one of which is shown; at first the sheet.

    The other views are made when they are first shown. `view_made` carries a new view, `changed` is emitted when
    another one is shown. Its name is saved in the settings, and it gets the focus when the centre does.
    """

    view_made = Signal(object)
    changed = Signal()

    def __init__(self, sheet: Sheet, settings: Settings) -> None:
        super().__init__()
        self.sheet, self._settings = sheet, settings
        self._makers: dict[str, Callable[[], RegisterView]] = {}
        self._views: dict[str, RegisterView] = {SHEET_VIEW: sheet}
        self._name = SHEET_VIEW
        self.setMinimumWidth(_NARROWEST)
        sheet.zoom = settings.get(ZOOM_PERCENT) / 100
        # The background of the sheet continues under its scroll bar.
        sheet.setBackgroundRole(QPalette.ColorRole.Mid)
        sheet.setAutoFillBackground(True)
        self.addWidget(sheet)
        self.setFocusProxy(sheet)

    @property
    def front(self) -> RegisterView:
        """The view that is shown."""
        return self._views[self._name]

    @property
    def name(self) -> str:
        """The name of the view that is shown, or was shown last if the centre is hidden."""
        return self._name

    @property
    def views(self) -> Mapping[str, RegisterView]:
        """The views that were shown, by their names."""
        return self._views

    @property
    def names(self) -> list[str]:
        """The names of all views."""
        return [SHEET_VIEW, *self._makers]

    def add_later(self, name: str, make: Callable[[], RegisterView]) -> None:
        """Add a view that is made on its first showing: now, if it was in front when the window was last closed."""
        self._makers[name] = make
        if self._settings.get(VIEW) == name:
            self.show_view(name)

    def view(self, name: str) -> RegisterView:
        """The view with a name, made if needed."""
        if name not in self._views:
            self._views[name] = view = self._makers[name]()
            self.addWidget(view.widget)
            self.view_made.emit(view)
        return self._views[name]

    def show_view(self, name: str) -> None:
        """Bring a view to the front; it gets the focus if the one before had it."""
        widget = self.view(name).widget
        if widget is self.currentWidget():
            return
        self._name = name
        self.setFocusProxy(widget)
        if bring_to_front(self, widget):
            widget.setFocus()
        self.changed.emit()

    def keep(self) -> None:
        """Remember which view is in front and how large the sheet is."""
        self._settings.set(VIEW, self.name)
        self._settings.set(ZOOM_PERCENT, round(100 * self.sheet.zoom))
