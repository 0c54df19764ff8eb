"""The question whether the register is attached to a PDF, with a line that says exactly what is attached."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QStyle, QWidget

from riskdesk.domain.attaching import Attached, attached
from riskdesk.domain.printing import Print
from riskdesk.domain.text import short
from riskdesk.domain.values import Register
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.settings import Setting, Settings

ATTACH = Setting("export/attach", bool, True)


class AttachFields(QObject):
    """The check box for attaching the register to a PDF, and a line that says what would be attached.

    The dialog lays out both. `changed` says that `is_attached()` or the line has changed. If the handling mark holds
    the register back, the box is off at first each time; otherwise the last answer is saved.
    """

    changed = Signal()

    def __init__(self, register: Register, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._register, self._settings = register, settings
        self._how, self._held_back = Print(), False
        # The answers if the handling mark holds the register back (True), and if it does not.
        self._answers = {False: settings.get(ATTACH), True: False}
        self.box = QCheckBox(self.tr("&Attach the register"), parent)
        self.note = Lines(parent)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.note.setContentsMargins(_width_of_sign(self.box), 0, 0, 0)
        self.box.toggled.connect(self._take)

    def is_attached(self) -> bool:
        """Whether the register is to be attached."""
        return self.box.isChecked()

    def follow(self, how: Print) -> None:
        """Update the check box and the line for how the register is printed."""
        self._how = how
        self._held_back = attached(self._register, replace(how, attach=None)) is Attached.HELD_BACK
        self.box.setChecked(self._answers[self._held_back])
        self._tell()

    def remember(self) -> None:
        """Save the answer for the next export."""
        self._settings.set(ATTACH, self._answers[False])

    def _take(self) -> None:
        self._answers[self._held_back] = self.is_attached()
        self._tell()

    def _tell(self) -> None:
        """Show what is attached to the file, and why if nothing is."""
        attach = None if self._held_back and not self.is_attached() else self.is_attached()
        text = self._sentence(attached(self._register, replace(self._how, attach=attach)))
        self.note.setText(text)
        self.box.setAccessibleDescription(text)
        self.changed.emit()

    def _sentence(self, inside: Attached) -> str:
        match inside:
            case Attached.ALL:
                return self.tr(
                    "The register itself goes along inside the file, with its notes, names and assessments, printed or"
                    " not, so that Riskdesk can read it back."
                )
            case Attached.PRINTED:
                return self.tr(
                    "Only what is printed goes along inside the file, as data that Riskdesk can read back: no notes,"
                    " owners or assessments."
                )
            case Attached.NOTHING:
                return self.tr("The file holds nothing but its pages; Riskdesk cannot read the register back from it.")
            case Attached.HELD_BACK:
                return self.tr(
                    "Left out, as a paper marked “{mark}” may go outside. Tick this to send the register along, with"
                    " its notes, names and assessments, printed or not."
                ).format(mark=short(self._register.handling_mark))


class Lines(PlainLabel):
    """A label with quiet text, whose height is that of its lines at its width.

    The size hint of QLabel would include the height of the lines at a smaller width.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent, wraps=True, quiet=True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height())


def _width_of_sign(box: QCheckBox) -> int:
    """The distance of a check box's text from its left edge."""
    metrics = (QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_CheckBoxLabelSpacing)
    return sum(box.style().pixelMetric(metric, None, box) for metric in metrics)
