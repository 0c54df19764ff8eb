"""Every dialog and window of its own that the program has, with all that can be in it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from riskdesk.desk import courier, history, items, risks, scales
from riskdesk.desk.backups import Backups
from riskdesk.desk.drafts import Draft
from riskdesk.desk.formats import FORMATS, Format
from riskdesk.desk.import_files import Against, OpenedFile, UserAnswers, read
from riskdesk.desk.losses import Bullet
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Clash, Conflict
from riskdesk.domain.document import to_document
from riskdesk.domain.gaps import GapKind, gaps, grouped
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.problems import FileReplaced
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, SavedView
from riskdesk.kit.alerts import alert, ask
from riskdesk.kit.crash_dialog import CrashDialog
from riskdesk.kit.fields.calendar import CalendarPopup
from riskdesk.kit.settings import Settings
from riskdesk.store import check
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.courier.answers import AnswersDialog
from riskdesk.ui.courier.sending import SendDialog
from riskdesk.ui.dialogs.about import AboutDialog
from riskdesk.ui.dialogs.asking import FOLDER
from riskdesk.ui.dialogs.new_register import NewRegisterDialog
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.files.backups import BackupsDialog
from riskdesk.ui.files.conflict import ConflictDialog
from riskdesk.ui.files.damage import DamageDialog
from riskdesk.ui.files.drafting import Drafting
from riskdesk.ui.files.merge import MergeDialog
from riskdesk.ui.files.replaced import ReplacedDialog
from riskdesk.ui.files.send_copy import SendCopyDialog
from riskdesk.ui.find.replace import ReplaceDialog
from riskdesk.ui.gaps.dialog import MendDialog
from riskdesk.ui.gaps.mends import TARGETS
from riskdesk.ui.gaps.switching import SwitchOffDialog
from riskdesk.ui.help.places import PlacesDialog
from riskdesk.ui.help.window import KEYS, HelpWindow
from riskdesk.ui.history.then import ThenWindow
from riskdesk.ui.history.window import HistoryWindow
from riskdesk.ui.importing.dialog import ImportDialog
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.print_dialog import PrintDialog
from riskdesk.ui.printing.print_set import PrintSetDialog
from riskdesk.ui.scale.editor import ScaleDialog
from riskdesk.ui.scale.remapping import RemapDialog
from riskdesk.ui.together.dialog import TogetherDialog
from riskdesk.ui.transfer.export import ExportDialog
from riskdesk.ui.views.list.view_name import ViewNameDialog

_TWIN = Path(__file__).parents[1] / "data" / "registers" / "03_three_tiers_two_periods.xlsx"


def every_dialog(workbench: Workbench, home: Home, parent: QWidget, folder: Path) -> dict[str, Callable[[], QWidget]]:
    """What makes each, by a name; `folder` is there to write in."""
    settings = Settings(folder / "settings.json")
    settings.set(FOLDER, str(folder))
    session = workbench.session

    def export(kind: DocumentKind, only: Format | None = FORMATS[".pdf"]) -> QDialog:
        choice = PrintChoice(settings, parent)
        choice.choose(Print(kind))
        return ExportDialog(session.tree(session.registers()[0].id).register, workbench, choice, settings, parent, only)

    def backups() -> QDialog:
        backup_files = Backups(home.backups)
        backup_files.make(session.path, session.changed_at())
        return BackupsDialog(session, backup_files, parent)

    def damage() -> QDialog:
        path = folder / "damaged.riskdesk"
        shutil.copyfile(session.path, path)
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("DELETE FROM step")
            raw.commit()
        return DamageDialog(check.examine(path), home, Backups(home.backups), parent)

    def merge() -> QDialog:
        copy = folder / "copy.riskdesk"
        shutil.copyfile(session.path, copy)
        risk = next(session.tree(session.registers()[0].id).risks).id
        with closing(Session.open(copy, "Marat")) as other_session:
            other_session.run(risks.edit(risk, note="there"))
        session.run(risks.edit(risk, note="here"))
        return MergeDialog(session.merge(copy), copy, parent)

    def conflict() -> QDialog:
        risk = next(session.tree(session.registers()[0].id).risks).id
        return ConflictDialog(
            Conflict("Marat", (Clash("risk", risk, "note", "there", "here"),)), print, lambda *_: {}, None, parent
        )

    def levels() -> QDialog:
        tree, three = session.tree(session.registers()[0].id), scales.profile("eu-action-document-3x3")
        assessed = [replace(risk, likelihood=5, impact=4, residual_impact=3) for risk in tree.risks]
        return RemapDialog(assessed, tree.register.scale, three, parent)

    return {
        "import": lambda: ImportDialog(_twin(), workbench, settings, parent),
        "import compared": lambda: ImportDialog(_exported(session, folder), workbench, settings, parent),
        "export": lambda: export(DocumentKind.APPENDIX),
        "export of columns": lambda: export(DocumentKind.WORKING),
        "export in a format": lambda: export(DocumentKind.MATRIX, None),
        "print": lambda: PrintDialog(workbench, PrintChoice(settings, parent), parent),
        "new register": lambda: NewRegisterDialog(Language.ENGLISH, parent),
        "replace": lambda: ReplaceDialog(workbench, "reform", parent),
        "send copy": lambda: SendCopyDialog(session.registers(), session.registers()[0].id, parent),
        "send to owners": lambda: _sending(session, settings, parent),
        "answers": lambda: AnswersDialog(_answers(session), workbench, parent),
        "together": lambda: TogetherDialog(workbench, _risks(session), parent),
        "print set": lambda: PrintSetDialog((), None, parent),
        "save view": lambda: ViewNameDialog((), None, parent),
        "rename view": lambda: ViewNameDialog(_views(), _views()[0], parent, renames=True),
        "scale": lambda: ScaleDialog(workbench, session.tree(session.registers()[0].id), settings, parent),
        "levels": levels,
        "backups": backups,
        "damage": damage,
        "merge": merge,
        "conflict": conflict,
        "replaced": lambda: ReplacedDialog(
            FileReplaced(session.path, is_gone=False), session, Backups(home.backups), parent
        ),
        "mend": lambda: _mend(workbench, parent),
        "switch off": lambda: SwitchOffDialog(workbench, GapKind.NO_OWNER, parent),
        "about": lambda: AboutDialog(parent),
        "licences": lambda: _licences(parent),
        "unfinished text": lambda: _unfinished(workbench, home, parent),
        "places": lambda: PlacesDialog(session.path, home.backups, home, folder / "settings.json", parent),
        "crash": CrashDialog,
        "warning": lambda: alert(parent, "Nothing was written.", "The disk is full."),
        "question": lambda: ask(parent, "Replace it?", "Replace", "Keep", print),
        "calendar": lambda: CalendarPopup(parent, date(2026, 1, 1)),
        "history": lambda: _history(workbench, settings, parent),
        "as it was": lambda: _as_it_was(workbench, settings),
        "help": _manual,
    }


def _exported(session: Session, folder: Path) -> OpenedFile:
    """An export of the register that was read again, with another word."""
    tree, path = session.tree(session.registers()[0].id), folder / "export.json"
    first = next(tree.risks).description
    path.write_text(to_document(tree).replace(first, f"{first} in time"), "utf-8")
    return _opened(path, Against(tree))


@cache
def _twin() -> OpenedFile:
    """A register of another program, which is read once for all: what was read never changes."""
    return _opened(_TWIN)


def _opened(path: Path, against: Against | None = None) -> OpenedFile:
    """A file that was read, as it is before its dialog comes up."""
    return read(path, Language.ENGLISH, UserAnswers(), against)


def _mend(workbench: Workbench, parent: QWidget) -> QDialog:
    tree = workbench.tree()
    assert tree is not None, "a register is open"
    owner_gaps = grouped(gaps(tree, date(2026, 11, 28)))[GapKind.NO_OWNER]
    return MendDialog(workbench, TARGETS[GapKind.NO_OWNER], "Set owner of 31 risks…", owner_gaps, parent)


def _owned(session: Session) -> RegisterTree:
    """The register once a few of its risks have owners."""
    register = session.registers()[0].id
    for risk, owner in zip([*session.tree(register).risks][:3], ("Anna", "Anna", "Bruno"), strict=True):
        session.run(risks.edit(risk.id, owner=owner))
    return session.tree(register)


def _sending(session: Session, settings: Settings, parent: QWidget) -> QDialog:
    tree = _owned(session)
    return SendDialog(tree.register, courier.parcels(tree), settings, parent)


def _answers(session: Session) -> courier.Answers:
    """Of an owner who answered two cells, one of which was changed meanwhile."""
    sent = _owned(session)
    session.run(risks.edit(next(sent.risks).id, note="Changed here"))
    return _answered(sent, session.tree(sent.register.id))


@cache
def _answered(sent: RegisterTree, now: RegisterTree) -> courier.Answers:
    """What the owner answered, which is read once for all registers that are alike: it takes another process."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Anna.xlsx"
        courier.send(sent, [(courier.parcels(sent)[0], path)], datetime(2026, 11, 28, tzinfo=UTC))
        book = load_workbook(path)
        sheet = book.worksheets[0]
        heads = {cell.value: cell.column for cell in sheet[5]}
        sheet.cell(6, heads["✎ Note"]).value, sheet.cell(6, heads["✎ Reason"]).value = "Discussed", "As before"
        book.save(path)
        return courier.read([path], now)


def _risks(session: Session) -> list[Bullet]:
    return [*session.tree(session.registers()[0].id).risks][:5]


def _views() -> tuple[SavedView, ...]:
    return (SavedView(register="", name="Unassessed"),)


def _licences(parent: QWidget) -> QWidget:
    about = AboutDialog(parent)
    about._show_licences()
    return about.findChild(ReportDialog)


def _unfinished(workbench: Workbench, home: Home, parent: QWidget) -> QWidget:
    window = QMainWindow(parent)
    Drafting(workbench, home, window)._offer([Draft(register="", kind="risk", text="half", id="", field="note")])
    return window.findChild(ReportDialog)


def _history(workbench: Workbench, settings: Settings, parent: QWidget) -> QWidget:
    history_window = HistoryWindow(workbench, settings, PrintChoice(settings, parent))
    history_window.come_up()
    return history_window


def _as_it_was(workbench: Workbench, settings: Settings) -> QWidget:
    session, tree = workbench.session, workbench.tree()
    assert tree is not None
    first, second, *_ = tree.risks
    workbench.run(risks.edit(first.id, note="since"))
    workbench.run(items.delete([second.id]))
    then = history.as_it_was(session, tree, 1)
    then_window = ThenWindow(then, history.still(session, then), settings, PrintChoice(settings))
    then_window.come_up()
    return then_window


def _manual() -> QWidget:
    manual = HelpWindow()
    manual.show_page(KEYS)
    return manual
