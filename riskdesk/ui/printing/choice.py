"""The user's last choice of how to print, used by the preview, exports and the printer."""

from collections.abc import Iterator
from contextlib import contextmanager

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


class PrintChoice(QObject):
    """The user's last choice of how to print, kept in the settings; `changed` is emitted when it has changed."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._proposed: Print | None = None

    @property
    def proposed(self) -> Print:
        """What the print dialog shows first: the last choice, unless something else is proposed."""
        return self._proposed or self.how()

    @contextmanager
    def proposing(self, how: Print) -> Iterator[None]:
        """Propose how to print while the print dialog is opened; the last choice stays until the user accepts it."""
        self._proposed = how
        try:
            yield
        finally:
            self._proposed = None

    def how(self) -> Print:
        """Return the last choice."""
        get, member = self._settings.get, self._settings.member
        return Print(
            member(KIND, DocumentKind.APPENDIX),
            member(PAPER, Paper.A4),
            member(ORIENTATION, Orientation.PORTRAIT),
            tuple(column for column in fields.COLUMNS if column in get(COLUMNS).split(",")),
            ended=get(ENDED),
            sides=member(SIDES, Sides.BOTH),
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
