"""Words of the import dialog: places, fields, roles, answers and counts."""

from PySide6.QtCore import QCoreApplication, QObject

from riskdesk.desk.import_files import OpenedFile
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.importing.messages import LeftOut, Message, Question
from riskdesk.domain.importing.place_names import place_words
from riskdesk.domain.importing.tables.roles import ROLES, Role
from riskdesk.domain.importing.words.fields import LEVELS, Field
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.sheets import FilePlace
from riskdesk.domain.tree import RegisterTree
from riskdesk.ui.bench.language import ui_language, ui_text

# The fields of columns that have the name of a field of the register, by kind and name.
_OF_CATALOGUE = {
    Field.ID: ("risk", "reference"),
    Field.TITLE: ("risk", "title"),
    Field.LIKELIHOOD: ("risk", "likelihood"),
    Field.IMPACT: ("risk", "impact"),
    Field.RESIDUAL_LIKELIHOOD: ("risk", "residual_likelihood"),
    Field.RESIDUAL_IMPACT: ("risk", "residual_impact"),
    Field.REASON: ("risk", "reason"),
    Field.RESPONSE: ("risk", "response"),
    Field.OWNER: ("risk", "owner"),
    Field.STATUS: ("risk", "status"),
    Field.TRIGGER: ("risk", "trigger"),
    Field.IDENTIFIED_ON: ("risk", "identified_on"),
    Field.LAST_REVIEW: ("risk", "last_review"),
    Field.NEXT_REVIEW: ("risk", "next_review"),
    Field.ESCALATED_TO: ("risk", "escalated_to"),
    Field.NOTE: ("risk", "note"),
    Field.ACTION_OWNER: ("mitigation", "action_owner"),
    Field.DUE: ("mitigation", "due_date"),
    Field.MEASURE_STATUS: ("mitigation", "status"),
}
_OF_THEIR_OWN = {
    Field.DESCRIPTION: QT_TRANSLATE_NOOP("ImportField", "Risk"),
    Field.CATEGORY: QT_TRANSLATE_NOOP("ImportField", "Category"),
    Field.MITIGATION: QT_TRANSLATE_NOOP("ImportField", "Mitigation"),
    Field.EXISTING: QT_TRANSLATE_NOOP("ImportField", "Existing control"),
    Field.LINK: QT_TRANSLATE_NOOP("ImportField", "Risk that is answered"),
    Field.KIND: QT_TRANSLATE_NOOP("ImportField", "Type, such as risk or issue"),
    Field.SCORE: QT_TRANSLATE_NOOP("ImportField", "Score, worked out again"),
    Field.EFFECT: QT_TRANSLATE_NOOP("ImportField", "Effect, kept in the note"),
    Field.PERCENT: QT_TRANSLATE_NOOP("ImportField", "Per cent, kept in the note"),
    Field.PROXIMITY: QT_TRANSLATE_NOOP("ImportField", "Proximity, kept in the note"),
    Field.PAIR: QT_TRANSLATE_NOOP("ImportField", "Two levels, such as 3 x 4"),
    Field.LEVEL_MARK: QT_TRANSLATE_NOOP("ImportField", "Level, marked by an X"),
    Field.IGNORED: QT_TRANSLATE_NOOP("ImportField", "Leave out"),
}
OFFERED = (
    Field.DESCRIPTION, Field.TITLE, Field.ID, Field.CATEGORY, Field.LIKELIHOOD, Field.IMPACT,
    Field.RESIDUAL_LIKELIHOOD, Field.RESIDUAL_IMPACT, Field.PAIR, Field.SCORE, Field.REASON, Field.MITIGATION,
    Field.EXISTING, Field.ACTION_OWNER, Field.DUE, Field.MEASURE_STATUS, Field.RESPONSE, Field.OWNER, Field.STATUS,
    Field.TRIGGER, Field.IDENTIFIED_ON, Field.LAST_REVIEW, Field.NEXT_REVIEW, Field.ESCALATED_TO, Field.LINK,
    Field.KIND, Field.NOTE, Field.IGNORED,
)  # fmt: skip
# The roles that a user may give a table.
TABLES = {
    Role.REGISTER: QT_TRANSLATE_NOOP("ImportTable", "Register"),
    Role.MEASURES: QT_TRANSLATE_NOOP("ImportTable", "Mitigations"),
    Role.MORE: QT_TRANSLATE_NOOP("ImportTable", "More about the risks"),
    Role.OTHER: QT_TRANSLATE_NOOP("ImportTable", "Leave out"),
}
_CHOICES = {
    "yes": QT_TRANSLATE_NOOP("ImportAnswer", "Yes"),
    "no": QT_TRANSLATE_NOOP("ImportAnswer", "No"),
    "day first": QT_TRANSLATE_NOOP("ImportAnswer", "Day first"),
    "month first": QT_TRANSLATE_NOOP("ImportAnswer", "Month first"),
    "cp1252": QT_TRANSLATE_NOOP("ImportAnswer", "Windows (cp1252)"),
    "cp1250": QT_TRANSLATE_NOOP("ImportAnswer", "Windows, Central European (cp1250)"),
    "cp1251": QT_TRANSLATE_NOOP("ImportAnswer", "Windows, Cyrillic (cp1251)"),
    "cp1253": QT_TRANSLATE_NOOP("ImportAnswer", "Windows, Greek (cp1253)"),
    "cp1254": QT_TRANSLATE_NOOP("ImportAnswer", "Windows, Turkish (cp1254)"),
    "mac_roman": QT_TRANSLATE_NOOP("ImportAnswer", "Macintosh (Mac Roman)"),
    "cp850": QT_TRANSLATE_NOOP("ImportAnswer", "MS-DOS (cp850)"),
}
_ASKED = QT_TRANSLATE_NOOP("Import", "No risk was found in {file}. Answers to the questions may help.")
_WITHOUT_HEADS = QT_TRANSLATE_NOOP(
    "Import",
    "No risk was found in {file}. Give the columns of its table heads such as “Risk” and “Mitigation”, and import it"
    " again.",
)
translate = QCoreApplication.translate


def where(place: FilePlace) -> str:
    """A place in the file."""
    return place_words(place, translate)


def where_in_short(place: FilePlace) -> str:
    """A place for a list that may cut off its end: the cell comes before the name of the sheet."""
    if not (place.name and place.row):
        return where(place)
    rows = f"{place.row}–{place.last_row}" if place.last_row > place.row else place.cell or str(place.row)
    return f"{rows} · {place.name}"


def field_name(field: Field) -> str:
    """The name of the field of a column."""
    if field in _OF_CATALOGUE:
        kind, name = _OF_CATALOGUE[field]
        return ui_text(FIELDS[kind][name].full_label)
    return translate("ImportField", _OF_THEIR_OWN[field]) if field in _OF_THEIR_OWN else field.value


def table_name(role: Role) -> str:
    """The name of a role of a table."""
    return translate("ImportTable", TABLES.get(role, TABLES[Role.OTHER]))


def reason(role: Role) -> str:
    """The sentence with the reason for the role of a table."""
    return translate("Import", ROLES[role])


def sentence_of(remark: Message | Question | LeftOut) -> str:
    """The sentence of a message, a question or an omission, in the language of the window."""
    return remark.translated(translate, ui_language())


def about(question: Question) -> str:
    """The place of a question, and its side if it is about levels."""
    side = question.id.partition(":")[2]
    return " · ".join([where(question.place), *([field_name(Field(side))] if side in LEVELS else [])])


def choice_name(choice: str) -> str:
    """A choice that a question offers."""
    return translate("ImportAnswer", _CHOICES[choice]) if choice in _CHOICES else choice


def without_risks(opened: OpenedFile) -> str:
    """The sentence that tells that a file has no risks, and what may help."""
    text = _ASKED if opened.file_import.questions else _WITHOUT_HEADS
    return translate("Import", text).format(file=opened.path.name)


def count_texts(tree: RegisterTree | None) -> list[str]:
    """The numbers of items in a register by kind."""
    return [] if tree is None else _Counts().of(tree)


class _Counts(QObject):
    # A QObject, because lupdate finds plurals only in self.tr.
    def of(self, tree: RegisterTree) -> list[str]:
        tally = tree.tally
        return [
            self.tr("%Ln category(s)", "", len(tree.categories)),
            self.tr("%Ln risk(s)", "", tally.risks),
            self.tr("%Ln mitigation(s)", "", tally.mitigations),
        ]
