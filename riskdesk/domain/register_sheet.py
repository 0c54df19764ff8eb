"""The sheet of a register in a workbook: its columns, and the codes by which it is recognized when read back.

A row has a risk and a mitigation of the same entry side by side, each of them once; an entry has as many rows as its
longer side. A hidden row above the heads has the codes of the columns, one above that the register itself as JSON;
hidden columns have the order of the rows and the ids of the items in them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from riskdesk.domain.codes import Codes
from riskdesk.domain.fields import FIELDS, Field, FieldType
from riskdesk.domain.label import Label
from riskdesk.domain.long_text import LONG_TEXTS
from riskdesk.domain.scale import Level, Rule, Scale
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Language, Mitigation, Risk

# Columns that say where a row belongs.
ORDER, CATEGORY_ID, ENTRY_ID, RISK_ID, MITIGATION_ID = (
    "order", "category.id", "entry.id", "risk.id", "mitigation.id",
)  # fmt: skip
IDS = (ORDER, CATEGORY_ID, ENTRY_ID, RISK_ID, MITIGATION_ID)
ENTRY, CATEGORY = "entry.number", "category.title"
LANGUAGES = ("risk.language", "mitigation.language")
# Columns that are worked out.
SCORE, BAND, RESIDUAL_SCORE, RESIDUAL_BAND = (
    "risk.score", "risk.band", "risk.residual_score", "risk.residual_band",
)  # fmt: skip
SCORES, BANDS = (SCORE, RESIDUAL_SCORE), (BAND, RESIDUAL_BAND)
# Texts that are too long for a cell are on a sheet of their own, in parts.
PART_ID, PART_FIELD, PART_TEXT = "part.id", "part.field", "part.text"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the kind of value and the field that it holds, if it holds one; `width` is in letters."""

    code: str
    head: Label
    width: int
    field: Field | None = None

    @property
    def kind(self) -> str:
        """The kind of value that it belongs to."""
        return self.code.partition(".")[0]

    @property
    def type(self) -> FieldType:
        """The type of its cells; text if it is worked out."""
        return self.field.type if self.field else FieldType.LINE

    @property
    def codes(self) -> Codes:
        """The words for the codes that its cells may hold, if there are such."""
        return self.field.codes if self.field else {}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the register sheet.

    `number` is that of the entry, such as "2.1", and empty where the category has none.
    """

    category: CategoryTree
    entry: EntryTree | None = None
    risk: Risk | None = None
    mitigation: Mitigation | None = None
    number: str = ""

    def value(self, kind: str) -> Risk | Mitigation | None:
        """The value of a kind in it, if there is one."""
        return {"risk": self.risk, "mitigation": self.mitigation}.get(kind)


def sheet_rows(tree: RegisterTree) -> Iterator[SheetRow]:
    """The rows of a register; a category without entries has one, and so has an entry without risks and mitigations."""
    for place, category in enumerate(tree.categories, 1):
        if not category.entries:
            yield SheetRow(category)
        for at, entry in enumerate(category.entries, 1):
            pairs = list(zip_longest(entry.risks, entry.mitigations)) or [(None, None)]
            for risk, mitigation in pairs:
                yield SheetRow(category, entry, risk, mitigation, f"{place}.{at}")


def sheet_columns(scale: Scale) -> list[SheetColumn]:
    """The columns in their order, without scores where the scale has none; those of IDS are hidden."""
    return [column for column in _COLUMNS if scale.rule is not Rule.TABLE or column.code not in SCORES]


def heads(columns: Iterable[SheetColumn]) -> set[str]:
    """The heads of columns, in both languages."""
    return {text for column in columns for text in (column.head.en, column.head.fr)}


def level_word(levels: tuple[Level, ...], level: int | None, language: Language) -> str:
    """A level as it is written in the sheet, its number before its name; empty if not assessed.

    A level that is not in the scale has its number alone.
    """
    if not level:
        return ""
    return f"{level} – {levels[level - 1].name.text(language)}" if level <= len(levels) else str(level)


def _of(kind: str, name: str, width: int, head: Label | None = None) -> SheetColumn:
    field = FIELDS[kind][name]
    return SheetColumn(f"{kind}.{name}", head or field.full_label, width, field)


_NAMED = (
    SheetColumn(ORDER, Label("Order", "Ordre"), 6),
    SheetColumn(CATEGORY_ID, Label("Id of the category", "Identifiant de la catégorie"), 6),
    SheetColumn(ENTRY_ID, Label("Id of the entry", "Identifiant de la ligne"), 6),
    SheetColumn(RISK_ID, Label("Id of the risk", "Identifiant du risque"), 6),
    SheetColumn(MITIGATION_ID, Label("Id of the mitigation", "Identifiant de la mesure"), 6),
    _of("risk", "reference", 9),
    SheetColumn(ENTRY, Label("Entry", "Ligne"), 5),
    SheetColumn(CATEGORY, Label("Category", "Catégorie"), 14, FIELDS["category"]["title"]),
    _of("risk", "title", 12),
    _of("risk", "description", 34, Label("Risk", "Risque")),
    _of("risk", "likelihood", 10),
    _of("risk", "impact", 10),
    SheetColumn(SCORE, Label("Score", "Score"), 6),
    SheetColumn(BAND, Label("Band", "Niveau de risque"), 10),
    _of("risk", "owner", 11),
    _of("risk", "status", 10, Label("Status of the risk", "État du risque")),
    _of("mitigation", "description", 34, Label("Mitigation", "Mesure")),
    _of("mitigation", "action_owner", 11),
    _of("mitigation", "due_date", 11),
    _of("mitigation", "status", 10),
    _of("risk", "response", 12),
    _of("risk", "next_review", 12),
    _of("risk", "residual_likelihood", 11),
    _of("risk", "residual_impact", 11),
    SheetColumn(RESIDUAL_SCORE, Label("Residual score", "Score résiduel"), 9),
    SheetColumn(RESIDUAL_BAND, Label("Residual band", "Niveau de risque résiduel"), 11),
    _of("risk", "reason", 28),
    _of("risk", "proximity", 12),
    _of("risk", "trigger", 20),
    _of("risk", "identified_on", 12),
    _of("risk", "last_review", 12),
    _of("risk", "escalated_to", 16),
    _of("risk", "note", 28),
    _of("risk", "language", 12, Label("Language of the risk", "Langue du risque")),
    _of("mitigation", "language", 12, Label("Language of the mitigation", "Langue de la mesure")),
)
# Every other field of the catalogue follows them.
_COLUMNS = (
    *_NAMED,
    *(
        _of(kind, name, 14)
        for kind in ("risk", "mitigation")
        for name in FIELDS[kind]
        if all(column.code != f"{kind}.{name}" for column in _NAMED)
    ),
)
# The sheets that workbooks have beside those whose columns are known by codes.
LEGEND, MATRIX = Label("Legend", "Légende"), Label("Matrix", "Matrice")
ABOUT, CHANGES = Label("About", "À propos"), Label("Changes", "Modifications")
OWN_SHEETS = (LEGEND, MATRIX, ABOUT, CHANGES, LONG_TEXTS)
# The last column that is printed; those to the right of it are for the screen.
LAST_PRINTED = "mitigation.status"
# The fields of the register itself that can be changed in the workbook.
DETAILS = tuple(
    field
    for field in FIELDS["register"].values()
    if field.type not in (FieldType.SCALE, FieldType.NUMBER) and field.name != "words"
)
