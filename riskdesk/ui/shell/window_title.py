"""The names of the open register and file, in the title of the window and in the status line."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from riskdesk.domain.step import Step, listed_changes
from riskdesk.files import is_same
from riskdesk.kit.cut import CutLabel
from riskdesk.kit.plain import as_tip
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.names import file_name_among, register_names
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.recent import note, own_name, recent

_WIDEST, _NARROWEST = 30 * UNIT, 8 * UNIT


class FileLabel(CutLabel):
    """The name of a file, cut in its middle if there is no room for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.TextElideMode.ElideMiddle, parent)
        self.setContentsMargins(UNIT, 0, UNIT, 0)

    def sizeHint(self) -> QSize:
        whole = super().sizeHint()
        return QSize(min(_WIDEST, whole.width()), whole.height())

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(_NARROWEST, whole.width()), whole.height())


class WindowTitle(QObject):
    """The part of a window that shows the names of its register and file.

    It adds each file that is opened to the recent files.
    """

    def __init__(self, window: QMainWindow, workbench: Workbench, settings: Settings, home: Home) -> None:
        super().__init__(window)
        self._window, self._workbench, self._settings, self._home = window, workbench, settings, home
        self._label = FileLabel(window)
        window.statusBar().addPermanentWidget(self._label)
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._tell_file)
        workbench.file_opened.connect(self.note_file)
        self._tell_file()

    def note_file(self) -> None:
        """Put the open file at the head of the recent files."""
        note(self._settings, self._workbench.session.path)

    def _on_stepped(self, step: Step) -> None:
        if listed_changes(step):
            self._tell()

    def _tell_file(self) -> None:
        path = self._workbench.session.path.absolute()
        self._file = self._file_name()
        self._label.setText(self._file)
        self._label.setToolTip(as_tip(str(path)))
        self._label.setAccessibleName(self.tr("Open file: {path}").format(path=f"{self._file}, {path}"))
        self._tell()

    def _tell(self) -> None:
        names, register = register_names(self._workbench.registers()), self._workbench.register_id
        title = names.get(register or "", "")
        self._window.setWindowTitle(" – ".join(part for part in (title, self._file, "Riskdesk") if part))

    def _file_name(self) -> str:
        """The name of the open file: words for the user's own store, its file name for any other."""
        path = self._workbench.session.path
        if is_same(path, self._home.store):
            return own_name()
        return file_name_among(path.absolute(), recent(self._settings))
