"""The recently opened register files, kept in the settings: a list, and a menu that opens them again."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from riskdesk.kit.plain import as_tip, menu_text
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.names import file_name_among
from riskdesk.ui.bench.workbench import Workbench

# One path per line, the latest first.
RECENT = Setting("files/recent", str, "")
_MOST = 10
_NOT_KEPT = {"\0", "\n", "\r"}


def recent(settings: Settings) -> list[Path]:
    """The recently opened files, the latest first; some may no longer exist."""
    return [Path(line) for line in settings.latest(RECENT).split("\n")[:_MOST] if line and _NOT_KEPT.isdisjoint(line)]


def note(settings: Settings, path: Path) -> None:
    """Put a file at the head of the recently opened files."""
    if _NOT_KEPT.isdisjoint(str(path)):
        keep(settings, [path.absolute(), *(other for other in recent(settings) if other != path.absolute())])


def keep(settings: Settings, paths: Sequence[Path]) -> None:
    """Set the recently opened files, and forget what is due in all others."""
    # Imported late: every window needs the list, but few open a file from it.
    from riskdesk.ui.files.ahead import forget_others

    settings.set(RECENT, "\n".join(map(str, paths[:_MOST])))
    forget_others(settings, paths[:_MOST])


def recent_name(path: Path, home: Home, others: Sequence[Path] = ()) -> str:
    """What to call a recent file; a folder tells it from `others` with its name.

    That of the user's own store is compared only, as a share with any other may not respond.
    """
    return own_name() if path == home.store.absolute() else file_name_among(path, others)


def own_name() -> str:
    """What to call the user's own store, whose file name and folder nobody chose."""
    return QCoreApplication.translate("WindowTitle", "My register file")


class RecentMenu(QMenu):
    """The menu of recently opened files, without the one that is open; `choose` opens one.

    Whether a file exists is checked only when it is chosen: a share that does not respond would block the menu.
    """

    def __init__(
        self, settings: Settings, workbench: Workbench, home: Home, choose: Callable[[Path], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open re&cent"))
        self.setToolTipsVisible(True)
        self._settings, self._workbench, self._home, self._choose = settings, workbench, home, choose
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        open_now = self._workbench.session.path.absolute()
        paths = [path for path in recent(self._settings) if path != open_now]
        for number, path in enumerate(paths, 1):
            words = recent_name(path, self._home, paths), str(path.parent)
            action = self.addAction(
                " – ".join([f"&{number % 10} {menu_text(self, words[0])}", menu_text(self, words[1])])
            )
            action.setIconText(" – ".join(words))
            # The object name is saved elsewhere, so it must not reveal the path.
            action.setObjectName(f"{RECENT.key}={crc32(os.fsencode(path)):08x}")
            action.setToolTip(as_tip(str(path)))
            action.triggered.connect(without_arguments(partial(self._choose, path)))
        if not paths:
            self.addAction(self.tr("No other file was open yet")).setEnabled(False)
        self.addSeparator()
        clear = self.addAction(self.tr("Clear this &list"), partial(keep, self._settings, []))
        clear.setObjectName(RECENT.key)
        clear.setEnabled(bool(paths))
