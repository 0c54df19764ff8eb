"""The look of the window: Fusion in our colours, light or dark as the system or the user chooses."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from riskdesk.kit.colours import DARK, LIGHT, Colours, colours_of
from riskdesk.kit.style import WindowStyle

# Margins and distances are whole or half steps of this many pixels.
UNIT = 8

_MENUS = ("QMenu", "QMenuBar")
_LISTS = ("QTreeView", "QTableView", "QListView")
_FIELDS = ("QLineEdit", "QPlainTextEdit", "QComboBox", "QAbstractSpinBox")


class Scheme(StrEnum):
    """The colours that the user wants: light, dark, or those of the system."""

    SYSTEM = ""
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The part of an application that sets its colours.

    Widgets and icons follow a change by their own PaletteChange events.
    """

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        application.setStyle(WindowStyle())
        application.styleHints().colorSchemeChanged.connect(self._apply_scheme)
        self.choose(scheme)

    def choose(self, scheme: Scheme) -> None:
        """Use the colours of a scheme, at once and from now on."""
        self._scheme = scheme
        # Platforms that support it draw the title bar accordingly; the others do not answer with a signal.
        self._application.styleHints().setColorScheme(_SCHEMES[scheme])
        self._apply_scheme()

    def _apply_scheme(self) -> None:
        colours = WindowStyle.colours = self._colours()
        self._application.setPalette(colours.palette())
        palettes = {_MENUS: colours.menu_palette(), _LISTS: colours.list_palette(), _FIELDS: colours.field_palette()}
        for kinds, palette in palettes.items():
            for kind in kinds:
                # WORKAROUND: PySide's stub asks for bytes, PySide itself for text.
                self._application.setPalette(palette, kind)  # type: ignore[arg-type]

    def _colours(self) -> Colours:
        scheme = _SCHEMES[self._scheme]
        if self._scheme is Scheme.SYSTEM:
            scheme = self._application.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            # As on Windows with a contrast theme, most of which are dark.
            return colours_of(self._system_palette())
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def _system_palette(self) -> QPalette:
        """The palette of the system, in place of ours."""
        self._application.setPalette(QPalette())
        return self._application.palette()
