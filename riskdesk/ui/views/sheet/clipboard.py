"""Items on the clipboard, for Riskdesk and for other programs."""

from PySide6.QtCore import QMimeData

from riskdesk.desk.clip import MIME, Clip
from riskdesk.desk.items import Column
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.ui.views.sheet.lines import Kind

COLUMNS: dict[Kind, Column] = {Kind.RISK: Risk, Kind.MITIGATION: Mitigation}


def to_mime(copied: Clip) -> QMimeData:
    """Copied items as our own format, and as text and a table for other programs; InputProblem if they are too many."""
    data = QMimeData()
    data.setData(MIME, copied.json.encode())
    data.setText(copied.text)
    data.setHtml(copied.html)
    return data


def items_in(data: QMimeData) -> Clip | list[str]:
    """The items in what is pasted or dropped, or a text for each bullet; InputProblem if it cannot be taken."""
    if data.hasFormat(MIME):
        return Clip.from_json(bytes(data.data(MIME).data()).decode("utf-8", "replace"))
    # The reader of HTML is loaded where something is pasted.
    from riskdesk.desk.outside import from_outside

    return from_outside(data.text(), data.html())
