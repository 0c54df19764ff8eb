"""The system's file dialogs, which open in the folder that was last used."""

import datetime
import re
from collections.abc import Callable, Iterable
from itertools import chain, count
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

from riskdesk.domain.layouts import LAYOUTS, Layout
from riskdesk.domain.moments import in_zone
from riskdesk.domain.values import Register
from riskdesk.files import is_there
from riskdesk.kit.qt import keep_open, without_arguments
from riskdesk.kit.settings import Setting, Settings
from riskdesk.system import is_file_name
from riskdesk.ui.bench.saving import reading

if TYPE_CHECKING:
    from riskdesk.desk.listing.document import ListContent

FOLDER = Setting("files/folder", str, "")
_LONGEST_NAME, _LEAST_OF_TITLE = 100, 40
_BETWEEN = " – "
# The column of Qt's own dialog with the type of a file.
_TYPE = 2
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
# An ending in a name filter of Qt.
_ENDING = re.compile(r"\*(\.\w+)")
WithPath: TypeAlias = Callable[[Path], object]


def ask_open(parent: QWidget, title: str, settings: Settings, kinds: str, then: WithPath) -> QFileDialog:
    """Ask for an existing file and call `then` with it; `kinds` is a name filter of Qt, such as "PDF (*.pdf)"."""
    dialog = _dialog(parent, title, settings, kinds, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_open_several(
    parent: QWidget, title: str, settings: Settings, kinds: str, then: Callable[[list[Path]], object]
) -> QFileDialog:
    """Ask for existing files and call `then` with them."""
    dialog = _dialog(parent, title, settings, kinds, lambda _: None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()
    return dialog


def ask_save(
    parent: QWidget,
    title: str,
    settings: Settings,
    kinds: str,
    then: WithPath,
    *,
    suggested: str,
    replaces: bool = True,
) -> QFileDialog:
    """Ask where to write and call `then` with the path; if `replaces`, ask before an existing file is replaced."""
    dialog = _dialog(parent, title, settings, kinds, lambda path: then(_with_ending(path, dialog)))
    _save_as(dialog, suggested, replaces=replaces)
    dialog.open()
    return dialog


def ask_new_store(
    parent: QWidget | None, title: str, like: Path, then: WithPath, otherwise: Callable[[], object] = lambda: None
) -> QFileDialog:
    """Ask for the name of a store that does not exist yet, and call `then` with it.

    The proposed path is beside `like`, or among the user's documents if that folder is gone or hidden from users.
    """
    like = like if _is_visible(like.parent) else documents() / like.name
    dialog = _new_dialog(parent, title, like.parent, kinds_of_stores())
    _save_as(dialog, str(free_name(like)), replaces=False)
    dialog.fileSelected.connect(lambda name: then(_with_ending(Path(name), dialog)))
    dialog.rejected.connect(without_arguments(otherwise))
    dialog.open()
    return dialog


def kinds_of_stores() -> str:
    """The name filter of Qt for register files."""
    return QCoreApplication.translate("FileCommands", "Riskdesk register files (*.riskdesk)")


def free_name(like: Path) -> Path:
    """A path beside a file with no file at it: "Registers 2.riskdesk" for "Registers.riskdesk"."""
    return _free(like.with_name(f"{like.stem} {number}.riskdesk") for number in count(2))


def name_of_copy(settings: Settings, title: str) -> str:
    """A name for a copy that no file has in the folder last used."""
    copy = QCoreApplication.translate("FileCommands", "copy")
    numbers = chain([""], (f" {number}" for number in count(2)))
    names = (file_name(title, f" – {copy}{number}.riskdesk") for number in numbers)
    return _free(folder(settings) / name for name in names).name


def file_name(title: str, suffix: str, distinction: str = "") -> str:
    """A file name made of a title, without characters that Windows does not allow.

    The `distinction` after the title tells files of that title apart, and is shortened last.
    """
    behind = _name_part(distinction, _LONGEST_NAME - _LEAST_OF_TITLE)
    tail = behind and _BETWEEN + behind
    # Systems other than Windows limit a name to 255 bytes rather than characters.
    before = _name_part(title, _LONGEST_NAME - max(len(tail), len(tail.encode()) // 2))
    name = _BETWEEN.join(filter(None, (before, behind)))
    if not is_file_name(PurePath(name), windows=True):
        # Nothing is left of the title, or the name is that of a device, such as Con.
        register = QCoreApplication.translate("FileCommands", "register")
        name = f"{register} {name}".rstrip()
    return f"{name}{suffix}"


def _name_part(text: str, most: int) -> str:
    """The beginning of a text without forbidden characters, of at most `most` letters and twice as many bytes."""
    line = " ".join(_NOT_IN_NAMES.sub(" ", text).split())[:most]
    return line.encode("utf-8", "ignore")[: 2 * most].decode("utf-8", "ignore").rstrip(". ")


def document_name(register: Register, layout: Layout, suffix: str, as_of: datetime.datetime | None = None) -> str:
    """A file name for an export, with the name of its layout; the layout of the whole register has the title only.

    `as_of` is the time of a past state of the register, which is not to take the place of the present one.
    """
    layout_part = "" if layout is Layout.REGISTER else f" – {LAYOUTS[layout].text(register.language)}"
    past = "" if as_of is None else f" ({in_zone(as_of):%Y-%m-%d %H.%M})"
    return file_name(register.title, f"{layout_part}{past}{suffix}")


def list_name(seen: "ListContent", suffix: str) -> str:
    """A file name for the export of a list, with the title of the list after that of the register."""
    return file_name(seen.register.title, suffix, seen.title)


def folder(settings: Settings) -> Path:
    """The folder of the last file; the user's documents if that folder is gone or hidden from users."""
    last = Path(settings.get(FOLDER))
    return last if settings.get(FOLDER) and _is_visible(last) else documents()


def documents() -> Path:
    """The system's folder for documents; the home folder if there is none."""
    path = Path(_place(QStandardPaths.StandardLocation.DocumentsLocation))
    return path if is_folder(path) else Path.home()


def is_folder(path: Path) -> bool:
    """Whether there is a folder at a path; it is looked for apart, as a share that is gone takes long to say so."""
    return reading(lambda _checkpoint: is_there(path) and path.is_dir())


def _is_visible(path: Path) -> bool:
    """Whether a folder is there, and none where programs keep their own data."""
    places = QStandardPaths.StandardLocation.GenericDataLocation, QStandardPaths.StandardLocation.AppDataLocation
    return is_folder(path) and not any(path.absolute().is_relative_to(_place(place)) for place in places)


def _place(location: QStandardPaths.StandardLocation) -> str:
    return QStandardPaths.writableLocation(location)


def _free(names: Iterable[Path]) -> Path:
    return next(name for name in names if not is_there(name))


def _dialog(parent: QWidget, title: str, settings: Settings, kinds: str, then: WithPath) -> QFileDialog:
    dialog = _new_dialog(parent, title, folder(settings), kinds)

    def take(name: str) -> None:
        settings.set(FOLDER, str(Path(name).parent))
        then(Path(name))

    dialog.fileSelected.connect(take)
    return dialog


def _new_dialog(parent: QWidget | None, title: str, start: Path, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    keep_open(dialog)
    # Qt emits the signal before it closes the dialog, which would stay visible while `then` runs.
    dialog.filesSelected.connect(dialog.hide)
    show_whole_columns(dialog)
    return dialog


def _save_as(dialog: QFileDialog, suggested: str, *, replaces: bool) -> None:
    """Have a dialog ask for the path of a file that is written; the ending is that of the chosen kind of file."""
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ENDING.findall(kind)[0]))
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replaces)
    dialog.selectFile(suggested)


def _with_ending(path: Path, dialog: QFileDialog) -> Path:
    """A path with the ending of its kind of file: Qt adds none to a name with a dot, such as “Risks 12.2026”.

    The name of a file that is there is left as it was chosen, and no other file is replaced.
    """
    if path.suffix.lower() in _ENDING.findall(";;".join(dialog.nameFilters())):
        return path
    whole = path.with_name(f"{path.name}.{dialog.defaultSuffix()}")
    replaces = not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    return path if reading(lambda _checkpoint: is_there(path) or (replaces and is_there(whole))) else whole


def show_whole_columns(dialog: QFileDialog) -> None:
    """Widen the columns of size and date in Qt's own dialog, used if the system has none, and hide that of the type."""
    view = dialog.findChild(QTreeView)
    if view is None:
        return
    view.hideColumn(_TYPE)
    for column in range(view.header().count()):
        modes = QHeaderView.ResizeMode
        view.header().setSectionResizeMode(column, modes.ResizeToContents if column else modes.Stretch)
