"""The self-test of a packaged program: everything it carries is there and works, without a screen."""

import datetime
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from riskdesk.desk import health, registers, risks, transfer
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.printing import Kind, Print
from riskdesk.domain.values import Language
from riskdesk.resource import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def selftest() -> int:
    """Try each part in a temporary folder and print how it went; 1 if one failed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        parts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("SQLite", _sqlite),
            ("store, edit and undo", lambda: _store(Path(folder))),
            ("PDF", lambda: _pdf(Path(folder))),
            ("preview", lambda: _preview(Path(folder))),
            ("fonts", _fonts),
            ("icons", _icons),
            ("translations", _translations),
            ("window", lambda: _window(Path(folder))),
        )
        failed = [name for name, part in parts if not _works(name, part)]
    print(f"{len(parts) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def _works(name: str, part: Callable[[], None]) -> bool:
    try:
        part()
    except Exception as error:  # noqa: BLE001 - whatever is missing, the other parts are tried too
        print(f"failed: {name}: {error!r}")
        return False
    print(f"passed: {name}")
    return True


def _require(holds: bool, text: str) -> None:  # noqa: FBT001
    if not holds:
        raise RuntimeError(text)


def _sqlite() -> None:
    distrusted = health.distrusted_sqlite()
    _require(distrusted is None, str(distrusted))
    is_current = health.is_sqlite_at_least(health.OLDEST_SHIPPED)
    _require(is_current or not hasattr(sys, "frozen"), f"SQLite is {health.sqlite_version()}")


def _store(folder: Path) -> None:
    session = Session.create(folder / "selftest.riskdesk", "selftest")
    session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
    register = session.registers()[0].id
    before = session.tree(register)
    session.run(risks.edit(next(before.risks).id, likelihood=4, impact=3))
    session.undo(register)
    session.close()
    again = Session.open(folder / "selftest.riskdesk", "selftest")
    _require(again.tree(register) == before, "undo did not restore the register")
    again.close()


def _pdf(folder: Path) -> None:
    out, tree = folder / "selftest.pdf", template(EXAMPLE, Language.ENGLISH)
    # In every script: what shapes and turns it is there, too.
    tree = replace(tree, register=replace(tree.register, title="Risk Ризик რისკი ռիսկ خطر סיכון ✓"))
    now = datetime.datetime.now(datetime.UTC)
    for kind in Kind:
        missing = transfer.export(tree, out, Print(kind), now, now.date()).missing
        _require(not missing, f"characters are missing: {missing}")
    _require(transfer.read(out, Language.ENGLISH) == tree, "the register did not come back from the PDF")


def _preview(folder: Path) -> None:
    from riskdesk.ui.printing.preview.pages import Pages

    application = _application()
    pages = Pages()
    pages.show_document((folder / "selftest.pdf").read_bytes())
    pages.show()
    application.processEvents()
    _require(pages.count > 0 and not pages.grab().isNull(), "the pages were not drawn")
    pages.close()


def _fonts() -> None:
    from PySide6.QtGui import QFontDatabase

    _application()
    for font in _all("fonts", "*.ttf"):
        _require(QFontDatabase.addApplicationFont(str(font)) >= 0, f"{font.name} is no font")


def _icons() -> None:
    from PySide6.QtGui import QIcon

    _application()
    for file in _all("icons", "*.svg"):
        _require(not QIcon(str(file)).pixmap(32, 32).isNull(), f"{file.name} is no picture")


def _translations() -> None:
    from PySide6.QtCore import QTranslator

    for file in _all("translations", "*.qm"):
        _require(QTranslator().load(str(file)), f"{file.name} is no translation")


def _window(folder: Path) -> None:
    from riskdesk.app.program import Program
    from riskdesk.kit.settings import Settings
    from riskdesk.ui.bench.home import Home
    from riskdesk.ui.shell.window import MainWindow

    application = _application()
    home = Home("selftest", folder / "backups", folder / "drafts", lambda _tell: folder / "selftest.riskdesk")
    program = Program(application, home, Settings(folder / "selftest.json"))
    program.start(None)
    shown = [window for window in application.topLevelWidgets() if isinstance(window, MainWindow)]
    _require(len(shown) == 1 and not shown[0].grab().isNull(), "the window was not drawn")
    program.close()


def _application() -> "QApplication":
    from PySide6.QtWidgets import QApplication

    from riskdesk.app.program import new_application

    running = QApplication.instance()
    return running if isinstance(running, QApplication) else new_application()


def _all(folder: str, pattern: str) -> list[Path]:
    found = sorted(resource(folder).glob(pattern))
    _require(bool(found), f"no {folder} in {resource(folder)}")
    return found
