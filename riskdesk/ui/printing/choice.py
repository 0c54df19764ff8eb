"""The user's last choice of how to print, used by the preview, exports and the printer."""

from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from riskdesk.domain import fields
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn, Sides
from riskdesk.kit.settings import Setting, Settings

KIND = Setting("print/kind", str, DocumentKind.APPENDIX.value)
PAPER = Setting("print/paper", str, Paper.A4.value)
ORIENTATION = Setting("print/orientation", str, Orientation.PORTRAIT.value)
COLUMNS = Setting("print/columns", str, ",".join(PrintColumn))
ENDED = Setting("print/ended", bool, False)
SIDES = Setting("print/sides", str, Sides.BOTH.value)
Chosen = TypeVar("Chosen", DocumentKind, Paper, Orientation, Sides)


class PrintChoice(QObject):
    """The user's last choice of how to print, kept in the settings; `changed` is emitted when it has changed."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def how(self) -> Print:
        """Return the last choice."""
        get = self._settings.get
        return Print(
            _of(DocumentKind, get(KIND), DocumentKind.APPENDIX),
            _of(Paper, get(PAPER), Paper.A4),
            _of(Orientation, get(ORIENTATION), Orientation.PORTRAIT),
            tuple(column for column in fields.COLUMNS if column in get(COLUMNS).split(",")),
            ended=get(ENDED),
            sides=_of(Sides, get(SIDES), Sides.BOTH),
        )

    def choose(self, how: Print) -> None:
        """Save a choice."""
        if how != self.how():
            self._settings.set(KIND, how.kind.value)
            self._settings.set(PAPER, how.paper.value)
            self._settings.set(ORIENTATION, how.orientation.value)
            self._settings.set(COLUMNS, ",".join(how.columns))
            self._settings.set(ENDED, how.ended)
            self._settings.set(SIDES, how.sides.value)
            self.changed.emit()


def _of(kind: type[Chosen], text: str, otherwise: Chosen) -> Chosen:
    """The member of an enumeration for a saved text; `otherwise` if there is no such member any more."""
    return kind(text) if text in {value.value for value in kind} else otherwise
