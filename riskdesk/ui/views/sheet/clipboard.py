"""Items on the clipboard, for Riskdesk and for other programs."""

from PySide6.QtCore import QMimeData

from riskdesk.desk.clip import MIME, Clip
from riskdesk.desk.items import Column
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.ui.views.sheet.lines import Kind

COLUMNS: dict[Kind, Column] = {Kind.RISK: Risk, Kind.MITIGATION: Mitigation}


def to_mime(copied: Clip) -> QMimeData:
    """Copied items as our own format and as plain text."""
    data = QMimeData()
    data.setData(MIME, copied.json.encode())
    data.setText(copied.text)
    return data


def from_mime(data: QMimeData) -> Clip | None:
    """The items on the clipboard; None where they are not ours, InputProblem where they cannot be read."""
    if not data.hasFormat(MIME):
        return None
    return Clip.from_json(bytes(data.data(MIME).data()).decode("utf-8", "replace"))
