"""The catalogue of fields: what each field of a value is called, and where it is shown.

The inspector, the columns of the working register, search, the register document and the names in sentences are made
from it. Fields stand in the order of their dataclass in `domain/values.py`, which says what they may hold.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from riskdesk.domain import codes
from riskdesk.domain.codes import Codes
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.label import Label


class FieldType(StrEnum):
    """The types of content that a field can have, as users see it."""

    TEXT = "text"
    LINE = "line"
    PERSON = "person"
    REFERENCE = "reference"
    LEVEL = "level"
    CHOICE = "choice"
    DATE = "date"
    NUMBER = "number"
    SCALE = "scale"
    COLUMNS = "columns"
    LISTING = "listing"
    FLAG = "flag"
    DOCUMENT = "document"
    # Columns that are no field of a risk: their content is worked out, or is that of the mitigations.
    BAND = "band"
    MITIGATIONS = "mitigations"


_TEXTS = {FieldType.TEXT, FieldType.LINE, FieldType.PERSON, FieldType.REFERENCE}

# The sections of the inspector, in order; the first has no heading.
FIRST = Label("", "")
RESIDUAL = Label("Residual, after the mitigations", "Risque résiduel, après les mesures")
TREATMENT = Label("Treatment", "Traitement du risque")
DATES = Label("Dates", "Dates")
MORE = Label("More", "Autres informations")
_SECTIONS = (FIRST, RESIDUAL, TREATMENT, DATES, MORE)


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A field of a kind of value: what it is called, what it holds, and where it is shown.

    `section` is that of the inspector, `column` the code as a column of the working register; where one is empty, the
    field is not shown. `short` is its label as a column head, `full` that beside fields of other kinds, if different.
    """

    name: str
    type: FieldType
    label: Label
    section: Label | None = None
    column: str = ""
    short: Label | None = None
    full: Label | None = None
    codes: Codes = field(default_factory=dict)
    # Whether it must hold one of its codes.
    required: bool = False
    # Whether it names a person, which a copy without names leaves out.
    names_person: bool = False
    # Whether the document that goes outside has it.
    outside: bool = False

    @property
    def head(self) -> Label:
        """The label at the head of its column."""
        return self.short or self.label

    @property
    def full_label(self) -> Label:
        """Its label beside fields of other kinds."""
        return self.full or self.label

    @property
    def is_prose(self) -> bool:
        """Whether it holds sentences rather than a name."""
        return self.type in (FieldType.TEXT, FieldType.LINE)

    @property
    def is_json(self) -> bool:
        """Whether it holds JSON, a change of which is told without the text."""
        return self.type in (FieldType.LISTING, FieldType.DOCUMENT)

    @property
    def is_text(self) -> bool:
        """Whether it holds text that users type, which is searched."""
        return self.type in _TEXTS


class Section(NamedTuple):
    """A section of the inspector: fields that are shown together, below a heading if that is not empty."""

    heading: Label
    fields: tuple[Field, ...]


def sections(kind: str) -> list[Section]:
    """The sections in which the inspector shows the fields of a kind."""
    all_sections = [
        Section(head, tuple(field for field in FIELDS[kind].values() if field.section is head)) for head in _SECTIONS
    ]
    return [section for section in all_sections if section.fields]


def field_label(kind: str, name: str) -> Label:
    """The label of a field; also that of the position and the parent of a value, which are not in the catalogue."""
    if name in FIELDS[kind]:
        return FIELDS[kind][name].label
    return VALUE_KINDS[name].label if name in VALUE_KINDS else _OUTSIDE_CATALOGUE.get(name, Label(name, name))


def heads(language: str) -> dict[str, str]:
    """The column heads of the working register by the codes of the columns."""
    return {code: column.head.text(language) for code, column in COLUMNS.items()}


def meanings(language: str) -> dict[str, str]:
    """The full labels of the columns whose heads are shortened, by the codes of the columns."""
    return {code: column.label.text(language) for code, column in COLUMNS.items() if column.short}


def column_names(language: str) -> dict[str, str]:
    """The names of the columns of the working register where users choose them, by their codes."""
    return {code: column.full_label.text(language) for code, column in COLUMNS.items()}


_OUTSIDE_CATALOGUE = {"position": Label("Position", "Position")}


def _by_name(*fields: Field) -> dict[str, Field]:
    return {field.name: field for field in fields}


def _text_language(section: Label) -> Field:
    label = Label("Language of the text", "Langue du texte")
    return Field("language", FieldType.CHOICE, label, section, codes=codes.LANGUAGES)


_REGISTER = _by_name(
    Field("title", FieldType.TEXT, Label("Title", "Titre"), FIRST, outside=True),
    Field("reference", FieldType.LINE, Label("Reference", "Référence"), FIRST, outside=True),
    Field("date", FieldType.DATE, Label("Date", "Date"), FIRST, outside=True),
    Field("prepared_by", FieldType.LINE, Label("Prepared by", "Établi par"), FIRST, names_person=True, outside=True),
    Field(
        "approval",
        FieldType.TEXT,
        Label("Approval line", "Mention d’approbation"),
        FIRST,
        names_person=True,
        outside=True,
    ),
    Field("heading", FieldType.LINE, Label("Heading", "Intitulé"), FIRST, outside=True),
    Field("period_start", FieldType.DATE, Label("Start of period", "Début de la période"), FIRST, outside=True),
    Field("period_end", FieldType.DATE, Label("End of period", "Fin de la période"), FIRST, outside=True),
    Field(
        "language",
        FieldType.CHOICE,
        Label("Language of the register", "Langue du registre"),
        FIRST,
        codes=codes.LANGUAGES,
        required=True,
        outside=True,
    ),
    Field("handling_mark", FieldType.LINE, Label("Handling mark", "Mention de diffusion"), FIRST, outside=True),
    Field("scale", FieldType.SCALE, Label("Scale", "Échelle"), FIRST),
    Field("references", FieldType.NUMBER, Label("References given", "Références attribuées")),
    # These words may include names of people.
    Field("words", FieldType.TEXT, Label("Words of the register", "Mots du registre"), FIRST, names_person=True),
)
_PRINT_SET = _by_name(
    Field("name", FieldType.LINE, Label("Name", "Nom")),
    Field("kind", FieldType.CHOICE, Label("Document", "Document"), codes=codes.DOCUMENTS, required=True),
    Field("paper", FieldType.CHOICE, Label("Paper", "Papier"), codes=codes.PAPERS, required=True),
    Field(
        "orientation", FieldType.CHOICE, Label("Orientation", "Orientation"), codes=codes.ORIENTATIONS, required=True
    ),
    Field("columns", FieldType.COLUMNS, Label("Columns", "Colonnes")),
    Field("ended", FieldType.FLAG, Label("Closed and rejected risks", "Risques clos ou rejetés")),
)
_SAVED_VIEW = _by_name(
    Field("name", FieldType.LINE, Label("Name", "Nom")),
    # It may filter by a person.
    Field("listing", FieldType.LISTING, Label("Columns and filters", "Colonnes et filtres"), names_person=True),
)
_WAIVER = _by_name(
    Field("gap", FieldType.LINE, Label("What is not looked for", "Ce qui n’est pas recherché")),
    Field("reason", FieldType.TEXT, Label("Reason", "Motif")),
)
_CATEGORY = _by_name(Field("title", FieldType.TEXT, Label("Title", "Titre"), outside=True))
_RISK = _by_name(
    Field("description", FieldType.TEXT, Label("Description", "Description"), outside=True),
    Field("reference", FieldType.REFERENCE, Label("Reference", "Référence"), MORE, "reference", Label("Ref.", "Réf.")),
    Field("title", FieldType.LINE, Label("Short title", "Titre court"), MORE, "title"),
    Field("likelihood", FieldType.LEVEL, Label("Likelihood", "Probabilité"), FIRST, "likelihood", Label("L", "P")),
    Field("impact", FieldType.LEVEL, Label("Impact", "Impact"), FIRST, "impact", Label("I", "I")),
    Field(
        "residual_likelihood",
        FieldType.LEVEL,
        Label("Residual likelihood", "Probabilité résiduelle"),
        RESIDUAL,
        "residual_likelihood",
        Label("Res. L", "P rés."),
    ),
    Field(
        "residual_impact",
        FieldType.LEVEL,
        Label("Residual impact", "Impact résiduel"),
        RESIDUAL,
        "residual_impact",
        Label("Res. I", "I rés."),
    ),
    Field("reason", FieldType.TEXT, Label("Reason", "Motif"), MORE, "reason"),
    Field(
        "response",
        FieldType.CHOICE,
        Label("Response", "Traitement retenu"),
        TREATMENT,
        "response",
        codes=codes.RESPONSES,
    ),
    Field("owner", FieldType.PERSON, Label("Owner", "Responsable"), FIRST, "owner", names_person=True),
    # Not “status”: that was the mitigation's code before there was a column for the risk's.
    Field("status", FieldType.CHOICE, Label("Status", "État"), FIRST, "risk_status", codes=codes.RISK_STATES),
    Field(
        "proximity", FieldType.CHOICE, Label("Proximity", "Horizon"), TREATMENT, "proximity", codes=codes.PROXIMITIES
    ),
    Field("trigger", FieldType.LINE, Label("Trigger", "Élément déclencheur"), TREATMENT, "trigger"),
    Field("identified_on", FieldType.DATE, Label("Identified on", "Identifié le"), DATES, "identified_on"),
    Field("last_review", FieldType.DATE, Label("Last review", "Dernier réexamen"), DATES, "last_review"),
    Field("next_review", FieldType.DATE, Label("Next review", "Prochain réexamen"), FIRST, "next_review"),
    Field(
        "escalated_to", FieldType.LINE, Label("Escalated to", "Remonté à"), TREATMENT, "escalated_to", names_person=True
    ),
    Field("note", FieldType.TEXT, Label("Note", "Note"), MORE, "note"),
    _text_language(MORE),
)
_MITIGATION = _by_name(
    Field("description", FieldType.TEXT, Label("Description", "Description"), outside=True),
    Field(
        "action_owner",
        FieldType.PERSON,
        Label("Action owner", "Responsable de la mesure"),
        FIRST,
        "action_owner",
        names_person=True,
    ),
    Field("due_date", FieldType.DATE, Label("Due date", "Échéance"), FIRST, "due_date"),
    Field(
        "status",
        FieldType.CHOICE,
        Label("Status", "État"),
        FIRST,
        "status",
        full=Label("Status of the mitigation", "État de la mesure"),
        codes=codes.MITIGATION_STATES,
    ),
    _text_language(FIRST),
)
_SNAPSHOT = _by_name(
    Field("name", FieldType.LINE, Label("Name", "Nom")),
    Field("date", FieldType.DATE, Label("Date", "Date")),
    Field("document", FieldType.DOCUMENT, Label("Register as JSON", "Registre au format JSON")),
)
# The fields of each kind of value by their names.
FIELDS = {
    "register": _REGISTER,
    "print_set": _PRINT_SET,
    "saved_view": _SAVED_VIEW,
    "waiver": _WAIVER,
    "category": _CATEGORY,
    "entry": _by_name(),
    "risk": _RISK,
    "mitigation": _MITIGATION,
    "snapshot": _SNAPSHOT,
}

# Columns that are no field of a risk, by the field whose column they follow.
_BESIDE = {
    "title": (
        Field("mitigations", FieldType.MITIGATIONS, Label("Mitigations", "Mesures"), column="mitigations"),
        *_MITIGATION.values(),
    ),
    "impact": (
        Field("assessment", FieldType.BAND, Label("Score", "Score"), column="score"),
        Field("residual", FieldType.BAND, Label("Residual", "Résiduel"), column="residual"),
    ),
}
# The columns of the working register by their codes, in the order in which they are printed.
COLUMNS = {field.column: field for own in _RISK.values() for field in (own, *_BESIDE.get(own.name, ())) if field.column}
# Columns whose content is printed below each mitigation and not in a column of its own.
DETAILS = {field.column: field for field in _MITIGATION.values() if field.column}
