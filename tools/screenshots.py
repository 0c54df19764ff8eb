"""Drive the program and save the pictures that README and the manuals show, in docs/pictures/."""

import datetime
import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget, QWidget

from riskdesk.app import program
from riskdesk.desk import items, mitigations, print_sets, registers, risks, transfer
from riskdesk.desk.backups import Backups
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.printing import Column, Kind, Orientation, Paper, Print
from riskdesk.domain.values import Language, MitigationStatus, Response, RiskStatus
from riskdesk.kit import translations
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.backups import BackupsDialog
from riskdesk.ui.files.merge import MergeDialog
from riskdesk.ui.files.send_copy import SendCopyDialog
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.shell.areas import WANTED
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import ExportDialog
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.style import FACE, load_face

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SCALE = 1.5
REVIEW = datetime.date(2025, 1, 15)
COMMITTEE = {Language.ENGLISH: "Steering Committee", Language.FRENCH: "Comité directeur"}
MEETING = datetime.datetime(2026, 10, 12, 9, 30, tzinfo=datetime.UTC)

# Likelihood, impact, what remains of both, what is done and by whom, for the first risks; the others are left as a
# register is before its first meeting.
ASSESSED = (
    (3, 4, 2, 4, Response.REDUCE, "Programme Co-ordinator"),
    (2, 3, 2, 2, Response.REDUCE, "Communication Officer"),
    (4, 4, 3, 3, Response.REDUCE, "Programme Co-ordinator"),
    (3, 5, 3, 4, Response.ACCEPT, "Head of Office"),
    (3, 3, 2, 3, Response.REDUCE, "Project Manager"),
    (4, 5, 3, 5, Response.REDUCE, "Head of Office"),
    (2, 4, 2, 3, Response.ACCEPT, "Programme Co-ordinator"),
    (2, 2, 1, 2, Response.REDUCE, "Project Manager"),
    (4, 3, 2, 3, Response.REDUCE, "Project Manager"),
    (3, 2, 2, 2, Response.TRANSFER, "Directorate of Programme Co-ordination"),
    (1, 3, 1, 3, Response.AVOID, "Gender Equality Rapporteur"),
    (1, 2, 1, 1, Response.REDUCE, "Project Assistant"),
)
PLANNED = (
    ("Programme Co-ordinator", datetime.date(2024, 6, 30), MitigationStatus.DONE),
    ("Project Manager", datetime.date(2024, 12, 31), MitigationStatus.UNDER_WAY),
    ("Communication Officer", datetime.date(2025, 3, 31), MitigationStatus.PLANNED),
)


class Studio:
    """The program as it stands for its pictures: a filled register, a language, colours."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        self._pictures = pictures
        self.application = program.new_application()
        self.application.setCursorFlashTime(0)
        load_face()
        self.application.setFont(QFont(FACE, 9))
        self._theme = Theme(self.application, Scheme.LIGHT)
        self._settings = Settings(folder / "settings.json")
        self._home = Home(
            "A. Tester", folder / "backups", folder / "drafts", lambda _tell: folder / "registers.riskdesk"
        )
        self.workbench = Workbench(_filled(folder / "registers.riskdesk"))
        self.workbench.open_register(self.workbench.registers()[0].id)
        self.chosen = next(self.workbench.tree().risks).id

    def take(self, name: str, language: str, pose: Callable[[MainWindow], QWidget], scheme: Scheme) -> None:
        """Open a window, let it pose, and save the picture of the widget that the pose returns."""
        self._theme.choose(scheme)
        translations.install(self.application, language)
        self.workbench.select([])
        for wanted in WANTED.values():
            self._settings.set(wanted, wanted.default)
        window = MainWindow(self.workbench, self._settings, self._home)
        window.show()
        while window.findChild(Inspector) is None:
            self.application.processEvents()
        self.workbench.select([self.chosen])
        self.application.processEvents()
        shown = pose(window)
        self.application.processEvents()
        _save(_photo(shown), self._pictures / f"{name}.png")
        window.findChild(Sheet).writing.cancel()
        window.close()
        window.deleteLater()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(pictures: Path) -> None:
    """Make all pictures anew."""
    pictures.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _set_up_screen(Path(folder) / "screen.json")
        studio = Studio(Path(folder), pictures)
        for language in ("en", "fr"):
            studio.take(f"window-{language}", language, _window, Scheme.LIGHT)
            studio.take(f"inspector-{language}", language, _inspector, Scheme.LIGHT)
            studio.take(f"export-{language}", language, _export, Scheme.LIGHT)
            studio.take(f"backups-{language}", language, _backups, Scheme.LIGHT)
            studio.take(f"send-copy-{language}", language, _send_copy, Scheme.LIGHT)
            studio.take(f"merge-{language}", language, _merge, Scheme.LIGHT)
            studio.take(f"preview-{language}", language, _preview, Scheme.LIGHT)
        studio.take("writing", "en", _writing, Scheme.LIGHT)
        studio.take("dark", "en", _window, Scheme.DARK)
        _save(_first_page(studio.workbench, Path(folder) / "appendix.pdf"), pictures / "page.png")
        studio.workbench.session.close()


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
    QTest.keyClicks(sheet.writing.editor, "Elections in 2026 delay the adoption of the draft laws")
    return sheet


def _inspector(window: MainWindow) -> QWidget:
    return window.findChild(Inspector)


def _export(window: MainWindow) -> QWidget:
    """The export of a print set that was kept for a meeting."""
    bench = window._workbench
    shown = tuple(column for column in Column if column not in (Column.STATUS, Column.NEXT_REVIEW))
    how = Print(Kind.WORKING, Paper.A4, Orientation.LANDSCAPE, shown)
    for earlier in bench.tree().print_sets:
        bench.run(print_sets.delete(earlier.id))
    bench.run(print_sets.keep(bench.register_id, COMMITTEE[ui_language()], how))
    window._rooms.choice.choose(how)
    window._commands.run("export_pdf")
    dialog = window.findChild(ExportDialog)
    dialog.findChild(QLineEdit).setText("Kazakhstan 2024-2027.pdf")
    return dialog


def _backups(window: MainWindow) -> QWidget:
    window._commands.run("backups")
    dialog = window.findChild(BackupsDialog)
    listed = dialog.findChild(QTreeWidget)
    listed.setCurrentItem(listed.topLevelItem(1))
    return dialog


def _preview(window: MainWindow) -> QWidget:
    window._rooms.choice.choose(Print())
    window._commands.run("show_preview")
    window._commands.run("show_inspector")
    while not window.findChild(Pages).count:
        QApplication.processEvents()
    return window


def _send_copy(window: MainWindow) -> QWidget:
    window._commands.run("send_copy")
    return window.findChild(SendCopyDialog)


def _merge(window: MainWindow) -> QWidget:
    """A copy in which others wrote while the same was changed here, too."""
    session = window._workbench.session
    copy = session.path.with_name("Registers-PC2.riskdesk")
    if not copy.exists():
        _go_apart(session, copy)
    dialog = MergeDialog(session.merge(copy), copy, window)
    dialog.show()
    return dialog


def _go_apart(session: Session, copy: Path) -> None:
    session.send(Copy(), copy)
    first, second, third, *_ = session.tree(session.registers()[0].id).risks
    with closing(Session.open(copy, "M. Partner")) as theirs:
        theirs.run(risks.edit(first.id, note="The partners ask for a decision in March."))
        theirs.run(risks.edit(second.id, owner="Deputy Head of Office"))
        theirs.run(risks.add(third.entry, ["Late nomination of national experts"]))
        theirs.run(items.delete([third.id]))
    session.run(risks.edit(first.id, note="Discussed with the partners in January."))
    session.run(risks.edit(third.id, title="Political attention"))


def _filled(path: Path) -> Session:
    """A store with the example register, assessed and planned as far as a first meeting would, and its backups."""
    session = Session.create(path, "screenshots")
    kept = Backups.of(path.parent / "backups", path, session.id)
    session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
    tree = session.tree(session.registers()[0].id)
    for risk, (likelihood, impact, still_likely, still_hard, response, owner) in zip(
        tree.risks, ASSESSED, strict=False
    ):
        session.run(
            risks.edit(
                risk.id,
                likelihood=likelihood,
                impact=impact,
                residual_likelihood=still_likely,
                residual_impact=still_hard,
                response=response,
                owner=owner,
                status=RiskStatus.APPROVED,
                next_review=REVIEW,
            )
        )
    kept.make(path, MEETING)
    reason = "Two draft laws have waited for their second reading since 2022."
    session.run(risks.edit(next(tree.risks).id, reason=reason))
    for mitigation, (owner, due, status) in zip(tree.mitigations, PLANNED * 5, strict=False):
        session.run(mitigations.edit(mitigation.id, action_owner=owner, due_date=due, status=status))
    kept.make(path, MEETING + datetime.timedelta(days=3, hours=2))
    session.run(risks.edit(next(tree.risks).id, note="Discussed with the partners."))
    kept.make(path, MEETING + datetime.timedelta(days=4))
    session.close()
    return Session.open(path, "screenshots", backups=path.parent / "backups")


def _first_page(workbench: Workbench, out: Path) -> Image.Image:
    transfer.export(workbench.tree(), out, Print(), workbench.session.changed(), datetime.date.today())
    with closing(pypdfium2.PdfDocument(out)) as document:
        return document[0].render(scale=SCALE).to_pil().convert("RGB")


def _photo(widget: QWidget) -> Image.Image:
    shot = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (shot.width(), shot.height()), bytes(shot.constBits())).convert("RGB")


def _save(picture: Image.Image, path: Path) -> None:
    """Save in 256 colours, which a window hardly exceeds, so that the repository stays small."""
    picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {picture.width}×{picture.height}, {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
