"""The question before risks and mitigations lose fields, by changing columns or being joined."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from riskdesk.desk import losses
from riskdesk.desk.clip import Clip
from riskdesk.desk.losses import Bullet, BulletType, Loss
from riskdesk.domain.records import kind_name
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.kit.alerts import ask


class LossQuestion(QObject):
    """The question whether the user accepts that items lose fields, in a dialog over a window.

    It is asked only if something would be lost.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def confirm(self, clip: Clip, column: BulletType | None, go_on: Callable[[], object]) -> None:
        """Call `go_on` if nothing is lost by putting items into a column, or once the user accepts the loss."""
        lost = losses.in_column(clip, column)
        if lost:
            self._ask(self._question(column, len(lost)), Mitigation if column is Risk else Risk, lost, go_on)
        else:
            go_on()

    def confirm_joining(self, remaining: Bullet, gone: Bullet, go_on: Callable[[], object]) -> None:
        """Call `go_on` if nothing is lost by joining two bullets, or once the user accepts the loss."""
        loss = losses.in_joining(remaining, gone)
        if loss:
            template = self.tr("{item} becomes part of the bullet above it and loses its {fields}. Go on nevertheless?")
            self._ask(template, type(gone), [loss], go_on)
        else:
            go_on()

    def _ask(self, template: str, kind: BulletType, lost: Sequence[Loss], go_on: Callable[[], object]) -> None:
        # Imported only when a question is asked, which is rare.
        from riskdesk.domain.text import short
        from riskdesk.ui.bench.values import telling

        fields = dict.fromkeys(field for loss in lost for field in loss.fields)
        names = QLocale().createSeparatedList([telling().field(kind_name(kind), field) for field in fields])
        question = template.format(item=short(lost[0].item) or "–", fields=names)
        ask(self._window, question, self.tr("&Go on"), self.tr("Cancel"), go_on)

    def _question(self, column: BulletType | None, count: int) -> str:
        if column is Risk and count == 1:
            return self.tr("{item} becomes a risk and loses its {fields}. Go on nevertheless?")
        if column is Risk:
            return self.tr("%Ln mitigation(s) become risks and lose: {fields}. Go on nevertheless?", "", count)
        if count == 1:
            return self.tr("{item} becomes a mitigation and loses its {fields}. Go on nevertheless?")
        return self.tr("%Ln risk(s) become mitigations and lose: {fields}. Go on nevertheless?", "", count)
