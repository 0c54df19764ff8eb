"""Asking before risks that become mitigations, or the other way, lose what the others cannot have."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from riskdesk.desk import items
from riskdesk.desk.clip import Clip
from riskdesk.desk.items import Column
from riskdesk.domain.records import kind_name
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.kit.alerts import ask


class Losing(QObject):
    """Asks over a window; nothing is asked where nothing is lost."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def confirm(self, clip: Clip, column: Column | None, then: Callable[[], object]) -> None:
        """Call `then` once nothing is lost by putting items into a column, or the user takes that."""
        losses = items.losses(clip, column)
        if not losses:
            then()
            return
        # Imported when something is asked, which is rare.
        from riskdesk.domain.telling import short
        from riskdesk.ui.bench.values import telling

        lost = list(dict.fromkeys(field for loss in losses for field in loss.fields))
        kind = kind_name(Mitigation if column is Risk else Risk)
        names = QLocale().createSeparatedList([telling().field(kind, field) for field in lost])
        told = self._told(column, len(losses)).format(item=short(losses[0].item), fields=names)
        ask(self._window, told, self.tr("&Go on"), self.tr("Cancel"), then)

    def _told(self, column: Column | None, count: int) -> str:
        if column is Risk and count == 1:
            return self.tr("{item} becomes a risk and loses its {fields}. Go on nevertheless?")
        if column is Risk:
            return self.tr("%n mitigation(s) become risks and lose: {fields}. Go on nevertheless?", "", count)
        if count == 1:
            return self.tr("{item} becomes a mitigation and loses its {fields}. Go on nevertheless?")
        return self.tr("%n risk(s) become mitigations and lose: {fields}. Go on nevertheless?", "", count)
