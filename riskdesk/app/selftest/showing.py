"""The part of the self-test for what is shown: fonts, icons, translations, pages of a document, the window."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from riskdesk.app.selftest.trying import Trial, require, shipped
from riskdesk.desk import transfer
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.matrix import board
from riskdesk.domain.printing import DocumentKind, Sides
from riskdesk.domain.values import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def parts(folder: Path) -> Iterator[tuple[str, Trial]]:
    """The trials in a folder with the PDFs and the store of the earlier parts."""
    yield from ((f"font: {file.stem}", partial(_font, file)) for file in shipped("fonts", "*.ttf"))
    yield from ((f"icon: {file.stem}", partial(_icon, file)) for file in shipped("icons", "*.svg"))
    yield from ((f"translation: {file.stem}", partial(_translation, file)) for file in shipped("translations", "*.qm"))
    yield from ((f"picture: {file.stem}", partial(_icon, file)) for file in shipped("manual/pictures", "*.png"))
    yield from ((f"manual: {language}", partial(_manual, language)) for language in Language)
    yield from ((f"what is new: {language}", partial(_changes, language)) for language in Language)
    yield from ((f"matrix: {ending}", partial(_matrix, ending)) for ending in transfer.PICTURES)
    yield "preview", partial(_preview, folder / f"{DocumentKind.WORKING.value}.pdf")
    yield "window", partial(_window, folder)


def _font(file: Path) -> None:
    from PySide6.QtGui import QFontDatabase

    _application()
    require(QFontDatabase.addApplicationFont(str(file)) >= 0, "it is no font")


def _icon(file: Path) -> None:
    from PySide6.QtGui import QIcon

    _application()
    require(not QIcon(str(file)).pixmap(32, 32).isNull(), "it is no picture")


def _translation(file: Path) -> None:
    from PySide6.QtCore import QTranslator

    require(QTranslator().load(str(file)), "it is no translation")


def _manual(language: Language) -> None:
    from riskdesk.ui.help.manual import chapters, manual

    require(len(chapters(manual(language))) > 1, "it has no chapters")


def _changes(language: Language) -> None:
    from riskdesk.ui.help.manual import changes, chapters

    require(len(chapters(changes(language))) > 1, "it names no version")


def _matrix(ending: str) -> None:
    from PySide6.QtGui import QImage

    from riskdesk.ui.views.matrix.picture_files import WRITERS, picture_of

    _application()
    tree = template(EXAMPLE, Language.FRENCH)
    drawn = WRITERS[ending](picture_of(board(tree.risks, Sides.BOTH, tree.register.scale), tree.register))
    require(QImage.fromData(drawn).width() > 0, "it is no picture")


def _preview(file: Path) -> None:
    from riskdesk.ui.printing.preview.pages import Pages

    application = _application()
    pages = Pages()
    pages.show_document(file.read_bytes())
    pages.show()
    application.processEvents()
    require(pages.count > 0 and not pages.grab().isNull(), "the pages were not drawn")
    pages.close()


def _window(folder: Path) -> None:
    from riskdesk.app.program import Program
    from riskdesk.kit.settings import Settings
    from riskdesk.ui.bench.home import Home
    from riskdesk.ui.shell.window import MainWindow

    application = _application()
    home = Home.inside(folder, "selftest", folder / "selftest.riskdesk")
    program = Program(application, home, Settings(folder / "selftest.json"))
    program.start(None)
    shown = [window for window in application.topLevelWidgets() if isinstance(window, MainWindow)]
    require(len(shown) == 1 and not shown[0].grab().isNull(), "the window was not drawn")
    program.close()


def _application() -> "QApplication":
    from PySide6.QtWidgets import QApplication

    from riskdesk.app.program import new_application

    running = QApplication.instance()
    return running if isinstance(running, QApplication) else new_application()
