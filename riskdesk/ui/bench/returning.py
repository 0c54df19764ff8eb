"""The last place in each register: the item that was selected in it, and which register was open last."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from riskdesk.desk.session import Session
from riskdesk.domain.progress import Cancelled, Checkpoint
from riskdesk.domain.values import Register, RegisterTitle
from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.bench.workbench import Workbench

# A JSON object that maps the ids of registers to those of items, or to nothing; the latest register is last.
LAST_PLACES = Setting("registers/places", str, "")
_MOST = 200


class LastPlaces:
    """The places at which registers were left, kept in the settings by their ids only."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def last(self, registers: Iterable[RegisterTitle]) -> str | None:
        """The register that was left last, else the first one; None if there is none."""
        ids, turns = [register.id for register in registers], {key: turn for turn, key in enumerate(self._read())}
        return max(ids, key=lambda register: turns.get(register, -1), default=None)

    def read(self, session: Session, checkpoint: Checkpoint) -> None:
        """Read the register that was left last into memory; if that fails, close the file and raise DamagedStore."""
        try:
            register = self.last(session.registers())
            if register is not None:
                session.tree(register)
                session.undoable(register)
            checkpoint()
        except Cancelled:
            session.let_go()
            raise
        except BaseException:
            session.close()
            raise

    def item(self, register: str) -> str:
        """The item that was selected when a register was left; empty if none was."""
        return self._read().get(register, "")

    def note(self, register: str, item: str) -> None:
        """Save the place where a register is left; the oldest entries are dropped."""
        places = self._read()
        places.pop(register, None)
        newest = [*places.items(), (register, item)][-_MOST:]
        self._settings.set(LAST_PLACES, json.dumps(dict(newest)))

    def _read(self) -> dict[str, str]:
        places = self._settings.latest_object(LAST_PLACES)
        return {register: item for register, item in places.items() if isinstance(item, str)}


class Returning(QObject):
    """The part of a window that selects the last place of a register when it opens, and saves it when it is left."""

    def __init__(self, window: QWidget, workbench: Workbench, settings: Settings) -> None:
        super().__init__(window)
        self._workbench, self._places = workbench, LastPlaces(settings)
        self._register, self._item = workbench.register_id, ""
        workbench.selected.connect(self._note)
        workbench.register_opened.connect(self._go_back)
        window.installEventFilter(self)
        self._go_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self._keep()
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        is_another = self._workbench.register_id != self._register
        if is_another:
            self._keep()
        self._register, self._item = self._workbench.register_id, next(iter(self._workbench.selection), "")
        if is_another and self._register is not None:
            # So that it is the last one even if the program is ended by a crash.
            self._places.note(self._register, self._places.item(self._register))

    def _go_back(self) -> None:
        self._note()
        tree = self._workbench.tree()
        # If the sheet has the focus, it has already selected the title.
        if tree is None or self._item not in ("", tree.register.id):
            return
        item = self._places.item(tree.register.id)
        if not isinstance(tree.find(item), Register | None):
            self._workbench.select([item])

    def _keep(self) -> None:
        if self._register is not None:
            self._places.note(self._register, self._item)
