"""Drive the program and save the pictures that README and the manuals show, in resources/manual/pictures/."""

import datetime
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
from pictured import COMMITTEE, WRITTEN, filled, go_apart, text_in
from PIL import Image
from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget, QWidget

from riskdesk.app import program
from riskdesk.desk import print_sets, transfer
from riskdesk.desk.formats import Request
from riskdesk.domain.assessing import Pair
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn, Sides
from riskdesk.domain.values import Language
from riskdesk.kit import translations
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.courier.sending import SendDialog
from riskdesk.ui.files.backups import BackupsDialog
from riskdesk.ui.files.merge import MergeDialog
from riskdesk.ui.files.send_copy import SendCopyDialog
from riskdesk.ui.gaps import GapsPanel
from riskdesk.ui.gaps.seen import Seen
from riskdesk.ui.help.places import PlacesDialog
from riskdesk.ui.importing.dialog import ImportDialog
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.inspector.tabs import TURNED
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.scale.editor import ScaleDialog
from riskdesk.ui.shell.areas import WANTED
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import FORMAT, ExportDialog
from riskdesk.ui.views.centre import VIEW
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.layout.style import FACE, load_face

PICTURES = Path(__file__).resolve().parent.parent / "resources" / "manual" / "pictures"
SCALE = 1.0
# What is typed to go somewhere, in both languages: a word with a letter that is wrong.
TYPED = "programe"
_COLOURS = 40
# Registers as somebody keeps them in Excel.
_REGISTERS = Path(__file__).resolve().parent.parent / "tests" / "data" / "registers"
WORKBOOKS = {
    Language.ENGLISH: _REGISTERS / "03_three_tiers_two_periods.xlsx",
    Language.FRENCH: _REGISTERS / "19_fr_plat.xlsx",
}
HOME = r"C:\Users\A. Tester\AppData\Local\Riskdesk"


class Studio:
    """The program as it stands for its pictures in a language, with a filled register in that language."""

    def __init__(self, theme: Theme, language: Language, folder: Path, pictures: Path) -> None:
        folder.mkdir()
        self._theme, self._language, self._pictures = theme, language, pictures
        self._settings = Settings(folder / "settings.json")
        own = folder / "registers.riskdesk"
        self._home = Home.inside(folder, "A. Tester", own)
        self.workbench = Workbench(filled(own, language))
        self._register = self.workbench.registers()[0].id
        self._chosen = next(self.workbench.session.tree(self._register).risks).id

    def take(self, name: str, pose: Callable[[MainWindow], QWidget], scheme: Scheme = Scheme.LIGHT) -> None:
        """Open a window, let it pose, and save the picture of the widget that the pose returns."""
        self._theme.choose(scheme)
        self.workbench.open_register(self._register)
        self.workbench.select([])
        # What has become due is told once a day.
        Seen(self._settings).note(self.workbench, datetime.date.today())
        for setting in WANTED.values():
            self._settings.set(setting, setting.default)
        self._settings.set(VIEW, VIEW.default)
        self._settings.set(TURNED, TURNED.default)
        window = MainWindow(self.workbench, self._settings, self._home)
        window.show()
        _wait_until(lambda: window.findChild(Inspector) is not None)
        self.workbench.select([self._chosen])
        QApplication.processEvents()
        widget = pose(window)
        QApplication.processEvents()
        _save(_photo(widget), self._pictures / f"{name}-{self._language}.png")
        window.findChild(Sheet).writing.cancel()
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def first_page(self, out: Path) -> Image.Image:
        """The first page of the appendix, which is written to `out`."""
        session = self.workbench.session
        transfer.export(
            Request(session.tree(self._register), Print(), session.changed_at(), datetime.date.today()), out
        )
        with closing(pypdfium2.PdfDocument(out)) as document:
            return document[0].render(scale=SCALE).to_pil().convert("RGB")


def main(pictures: Path, languages: Sequence[Language] = tuple(Language)) -> None:
    """Make the pictures anew, all of those in each language."""
    pictures.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _set_up_screen(Path(folder) / "screen.json")
        theme = _dressed()
        for language in languages:
            translations.install(QApplication.instance(), language)
            studio = Studio(theme, language, Path(folder) / language, pictures)
            for name, pose in POSES.items():
                studio.take(name, pose)
            studio.take("dark", _window, Scheme.DARK)
            _save(studio.first_page(Path(folder) / "appendix.pdf"), pictures / f"page-{language}.png")
            # Last, as the pages of its pictures are those that were just made.
            studio.take("help", _help)
            studio.workbench.session.close()


def _dressed() -> Theme:
    """The colours of an application in the font that comes along."""
    application = program.new_application()
    application.setCursorFlashTime(0)
    load_face()
    application.setFont(QFont(FACE, 9))
    return Theme(application, Scheme.LIGHT)


def _set_up_screen(file: Path) -> None:
    """A screen that is larger than the one Qt imagines where there is none."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "logicalBaseDpi": 96}
    file.write_text(json.dumps({"screens": [screen]}), "utf-8")
    os.environ |= {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": str(SCALE)}


def _window(window: MainWindow) -> QWidget:
    return window


def _writing(window: MainWindow) -> QWidget:
    sheet = window.findChild(Sheet)
    sheet.setFocus()
    sheet.commands["add_risk"]()
    sheet.writing.editor.insertPlainText(text_in(ui_language(), WRITTEN))
    return sheet


def _inspector(window: MainWindow) -> QWidget:
    return window.findChild(Inspector)


def _history(window: MainWindow) -> QWidget:
    window._commands.run("show_history")
    return window.findChild(Inspector)


def _export(window: MainWindow) -> QWidget:
    """The export of a print set that was kept for a meeting."""
    bench = window._workbench
    columns = tuple(column for column in PrintColumn if column not in (PrintColumn.STATUS, PrintColumn.NEXT_REVIEW))
    how = Print(DocumentKind.WORKING, Paper.A4, Orientation.LANDSCAPE, columns)
    for earlier in bench.tree().print_sets:
        bench.run(print_sets.delete(earlier.id))
    bench.run(print_sets.keep(bench.register_id, text_in(ui_language(), COMMITTEE), how))
    window._rooms.choice.choose(how)
    window._commands.run("export_pdf")
    dialog = window.findChild(ExportDialog)
    dialog.findChild(QLineEdit).setText("Kazakhstan 2024-2027.pdf")
    return dialog


def _export_formats(window: MainWindow) -> QWidget:
    """The export as CSV, which comes back."""
    window._settings.set(FORMAT, ".csv")
    window._commands.run("export")
    dialog = window.findChild(ExportDialog)
    next(field for field in dialog.findChildren(QLineEdit) if field.accessibleName()).setText(
        "Kazakhstan 2024-2027.csv"
    )
    return dialog


def _welcome(window: MainWindow) -> QWidget:
    """As where there is no register yet."""
    window._workbench.open_register(None)
    return window


def _help(window: MainWindow) -> QWidget:
    """From the beginning, as no chapter belongs to what has the focus."""
    window.setFocus()
    window._commands.run("manual")
    return window._rooms.help._help


def _places(window: MainWindow) -> QWidget:
    """As on a computer of its users."""
    window._commands.run("places")
    dialog = window.findChild(PlacesDialog)
    for field in dialog.findChildren(QLineEdit):
        text = field.text().replace(str(window._home.store.parent), HOME).replace("/", "\\")
        field.setText(text)
        field.setCursorPosition(0)
    return dialog


def _backups(window: MainWindow) -> QWidget:
    window._commands.run("backups")
    dialog = window.findChild(BackupsDialog)
    listed = dialog.findChild(QTreeWidget)
    listed.setCurrentItem(listed.topLevelItem(1))
    return dialog


def _gaps(window: MainWindow) -> QWidget:
    """With the first kind open."""
    window._commands.run("go_gaps")
    panel = window.findChild(GapsPanel)
    panel._view.expand(panel._view.model().index(0, 0))
    return window


def _preview(window: MainWindow) -> QWidget:
    window._rooms.choice.choose(Print())
    window._commands.run("show_preview")
    window._commands.run("show_inspector")
    _wait_until(lambda: window.findChild(Pages).count > 0)
    return window


def _matrix(window: MainWindow) -> QWidget:
    """With the arrows of what the mitigations do."""
    window._commands.run("show_inspector")
    window._commands.run("view_matrix")
    matrix = window.findChild(Matrix)
    matrix.tools.show_choice(Sides.BOTH, ended=False)
    matrix.refresh()
    return window


def _palette(window: MainWindow) -> QWidget:
    window._commands.run("go_to")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText(TYPED)
    return window


def _at_once(window: MainWindow) -> QWidget:
    """The matrix beside a risk that is not assessed yet."""
    sheet = window.findChild(Sheet)
    tree = sheet.workbench.tree()
    assert tree is not None, "the example is open"
    awaiting = next(filter(Pair.INHERENT.awaits, tree.risks), next(tree.risks))
    sheet.workbench.select([awaiting.id])
    sheet.setFocus()
    window._commands.run("assess")
    return window


def _assessing(window: MainWindow) -> QWidget:
    window._commands.run("assessing")
    return window


def _list(window: MainWindow) -> QWidget:
    """Grouped by category, the highest risks first."""
    window._commands.run("show_inspector")
    window._commands.run("view_list")
    listed = window.findChild(RegisterList).listed
    listed.ask(replace(listed.listing.sorted_by("band"), group="category"))
    return window


def _scale(window: MainWindow) -> QWidget:
    """The bands, with a tolerance."""
    window._commands.run("scale")
    dialog = window.findChild(ScaleDialog)
    scale = window._workbench.tree().register.scale
    dialog.show_scale(replace(scale, tolerance=1))
    dialog._tabs.button(2).click()
    return dialog


def _send_copy(window: MainWindow) -> QWidget:
    window._commands.run("send_copy")
    return window.findChild(SendCopyDialog)


def _owners(window: MainWindow) -> QWidget:
    window._commands.run("send_to_owners")
    dialog = window.findChild(SendDialog)
    folder = next(field for field in dialog.findChildren(QLineEdit) if field.text())
    folder.setText(r"C:\Users\A. Tester\Documents")
    return dialog


def _merge(window: MainWindow) -> QWidget:
    """A copy in which others wrote while the same was changed here, too."""
    session = window._workbench.session
    copy = session.path.with_name("Registers-PC2.riskdesk")
    if not copy.exists():
        go_apart(session, copy, ui_language())
    dialog = MergeDialog(session.merge(copy), copy, window)
    dialog.show()
    return dialog


def _import(window: MainWindow) -> QWidget:
    """A workbook, with what is asked about it."""
    window.take_files([WORKBOOKS[ui_language()]])
    _wait_until(lambda: any(dialog.isVisible() for dialog in window.findChildren(ImportDialog)))
    dialog = window.findChild(ImportDialog)
    dialog.resize(1200, 700)
    return dialog


def _wait_until(is_there: Callable[[], bool]) -> None:
    while not is_there():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _photo(widget: QWidget) -> Image.Image:
    shot = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (shot.width(), shot.height()), bytes(shot.constBits())).convert("RGB")


def _save(picture: Image.Image, path: Path) -> None:
    """Save in the colours that fill most of a picture, so that repository and packages stay small."""
    counted = sorted(picture.getcolors(picture.width * picture.height), reverse=True)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in counted[:_COLOURS] for part in colour])
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {picture.width}×{picture.height}, {path.stat().st_size // 1024} kB")


# What is seen on each picture, by its name; the first one is that of the README.
POSES = {
    "window": _window,
    "inspector": _inspector,
    "gaps": _gaps,
    "history": _history,
    "export": _export,
    "export-formats": _export_formats,
    "backups": _backups,
    "scale": _scale,
    "send-copy": _send_copy,
    "owners": _owners,
    "merge": _merge,
    "import": _import,
    "preview": _preview,
    "list": _list,
    "matrix": _matrix,
    "writing": _writing,
    "welcome": _welcome,
    "places": _places,
    "palette": _palette,
    "assess": _at_once,
    "assessing": _assessing,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(map(Language, sys.argv[2:]))) if len(sys.argv) > 1 else main(PICTURES)
