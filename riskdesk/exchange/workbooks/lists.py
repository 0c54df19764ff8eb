"""The allowed values of cells on the register sheet: lists whose words are on the legend."""

from typing import Any

from riskdesk.domain import codes
from riskdesk.domain.codes import Codes
from riskdesk.domain.fields import FieldType
from riskdesk.domain.folding import fold
from riskdesk.domain.label import Label
from riskdesk.domain.possible import FIRST_DAY, LAST_DAY
from riskdesk.domain.register_sheet import SheetColumn
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import ENDED_STATES
from riskdesk.exchange.workbooks.book import Book

# The names of ranges on the legend, for formulas and lists.
LIKELIHOODS, IMPACTS, SCORES, BANDS, BAND_NAMES = "likelihoods", "impacts", "scores", "bands", "band_names"
RISK_STATES, LANGUAGES = "risk_states", "languages"
# Fixed lists of words, by the name of their range.
WORDS: dict[str, tuple[Label, Codes]] = {
    "responses": (Label("Responses", "Traitements"), codes.RESPONSES),
    RISK_STATES: (Label("States of risks", "États des risques"), codes.RISK_STATES),
    "proximities": (Label("Proximities", "Horizons"), codes.PROXIMITIES),
    "mitigation_states": (Label("States of mitigations", "États des mesures"), codes.MITIGATION_STATES),
    LANGUAGES: (Label("Languages", "Langues"), codes.LANGUAGES),
}
# The words for closed and for rejected risks, as formulas.
ENDED = tuple(f"INDEX({RISK_STATES},{list(codes.RISK_STATES).index(state) + 1})" for state in ENDED_STATES)
_RANGES = {
    "risk.likelihood": LIKELIHOODS,
    "risk.impact": IMPACTS,
    "risk.residual_likelihood": LIKELIHOODS,
    "risk.residual_impact": IMPACTS,
    "risk.response": "responses",
    "risk.status": RISK_STATES,
    "risk.proximity": "proximities",
    "risk.language": LANGUAGES,
    "mitigation.status": "mitigation_states",
    "mitigation.language": LANGUAGES,
}
# Columns of people, which suggest the names that are already in them; others can be entered.
_NAMES = {
    "risk.owner": ("owners", Label("Owners", "Responsables")),
    "mitigation.action_owner": ("action_owners", Label("Action owners", "Responsables des mesures")),
    "risk.escalated_to": ("escalations", Label("Escalated to", "Remonté à")),
}
_LIST = Label("Not in the list", "Absent de la liste")
_CHOOSE = Label(
    "Choose a value from the list, or leave the cell empty.",
    "Choisissez une valeur de la liste ou laissez la cellule vide.",
)
_DATE = Label("Not a date", "Date attendue")
_WRITE_DATE = Label("Write a date, or leave the cell empty.", "Saisissez une date ou laissez la cellule vide.")


def named(tree: RegisterTree) -> dict[str, tuple[Label, list[str]]]:
    """The people in the columns for them, by the name of the range."""
    people = {
        "risk.owner": {risk.owner for risk in tree.risks},
        "mitigation.action_owner": {mitigation.action_owner for mitigation in tree.mitigations},
        "risk.escalated_to": {risk.escalated_to for risk in tree.risks},
    }
    names = {code: sorted(names - {""}, key=fold) for code, names in people.items()}
    return {name: (head, names[code]) for code, (name, head) in _NAMES.items() if names[code]}


def rule_of(book: Book, column: SheetColumn) -> dict[str, Any] | None:
    """The validation rule for cells of a column, for XlsxWriter; None if any text is allowed."""
    if column.type is FieldType.DATE:
        between = {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
        return between | {"error_title": book.say(_DATE), "error_message": book.say(_WRITE_DATE)}
    if column.code in _RANGES:
        messages = {"error_title": book.say(_LIST), "error_message": book.say(_CHOOSE)}
        return {"validate": "list", "source": f"={_RANGES[column.code]}"} | messages
    name = _NAMES.get(column.code, ("",))[0]
    return {"validate": "list", "source": f"={name}", "show_error": False} if name in book.names else None
