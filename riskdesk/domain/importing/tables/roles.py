"""Finds the role of each table of a file, and the reason: a register, measures, a matrix, levels or something else."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from enum import StrEnum

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.regions import Region
from riskdesk.domain.importing.values.ladder import rank, read_level
from riskdesk.domain.importing.words.fields import LEVELS, MEASURES, TEXTS, Field
from riskdesk.domain.importing.words.vocabulary import RISK_WORDS, words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP

_EXAMPLE = re.compile(
    r"\b(?:examples?|exemples?|samples?|modeles?|template|instructions?|how to|help|aide|guide|guidance|mode d.emploi"
    r"|lisez.moi|read ?me|worked)\b"
)
_RICH = 2
_MATRIX = 0.6
# The most cells that a matrix or a list of levels has.
_LARGEST_MATRIX, _LONGEST_LIST = 1_000, 10_000
_ISSUES = frozenset(["issue", "issues", "probleme", "problemes", "incident", "incidents"])
# Heads of tables about things, money and people.
_OTHERS = frozenset(
    [
        "unit",
        "units",
        "unite",
        "unites",
        "quantity",
        "quantite",
        "amount",
        "amounts",
        "montant",
        "montants",
        "price",
        "prix",
        "mail",
        "email",
        "courriel",
        "phone",
        "telephone",
    ]
)
# What a table may say of risks that stand elsewhere.
_MORE = {*LEVELS, Field.RESPONSE, Field.OWNER, Field.STATUS, Field.NEXT_REVIEW}


class Role(StrEnum):
    """What a table or a region of it is, or why it is left out."""

    OWN = "own"
    REGISTER = "register"
    MEASURES = "measures"
    MORE = "more"
    MATRIX = "matrix"
    LEGEND = "legend"
    OTHER = "other"
    # Only reasons: why a table is a register without columns of one, or why it is left out.
    LONE_LIST = "lone_list"
    EXAMPLE = "example"
    LIST = "list"
    REPEATED = "repeated"
    CHOSEN = "chosen"
    EMPTY = "empty"


COME_IN = (Role.REGISTER, Role.MEASURES, Role.MORE)
_LEFT_OUT = (Role.EXAMPLE, Role.LIST, Role.REPEATED, Role.CHOSEN)

# The sentence that gives the reason for a role.
ROLES: dict[str, str] = {
    Role.OWN: QT_TRANSLATE_NOOP("Import", "Register: a table that Riskdesk wrote, with the identity of each line."),
    Role.REGISTER: QT_TRANSLATE_NOOP("Import", "Register: it has columns for risks and what belongs to them."),
    Role.LONE_LIST: QT_TRANSLATE_NOOP("Import", "Register: a list of risks, one in each row."),
    Role.MEASURES: QT_TRANSLATE_NOOP("Import", "Mitigations: each names the risk that it answers."),
    Role.MORE: QT_TRANSLATE_NOOP("Import", "More about risks that stand elsewhere in the file."),
    Role.MATRIX: QT_TRANSLATE_NOOP("Import", "Risk matrix: levels cross each other, and the cells hold scores."),
    Role.LEGEND: QT_TRANSLATE_NOOP("Import", "List of levels."),
    Role.EXAMPLE: QT_TRANSLATE_NOOP("Import", "Examples or instructions, by its name."),
    Role.LIST: QT_TRANSLATE_NOOP("Import", "A list without levels or mitigations, while another table has them."),
    Role.REPEATED: QT_TRANSLATE_NOOP("Import", "The same risks as in another table, which tells more of them."),
    Role.CHOSEN: QT_TRANSLATE_NOOP("Import", "Left out, as you chose."),
    Role.EMPTY: QT_TRANSLATE_NOOP("Import", "Empty."),
    Role.OTHER: QT_TRANSLATE_NOOP("Import", "Other matter: it has no columns of risks."),
}


class Roles:
    """The roles of regions and tables; the answers and the mapping of the user come first.

    `headed_tables` are the tables below a heading with numbers of risks.
    """

    def __init__(
        self,
        grids: Sequence[Grid],
        regions: Sequence[tuple[Region, int]],
        context: ImportContext,
        headed_tables: Collection[int],
    ) -> None:
        self._headed_tables = headed_tables
        self._grids, self._answers = grids, context.answers
        self._regions: defaultdict[int, list[Region]] = defaultdict(list)
        for region, table in regions:
            self._regions[table].append(region)
        self._matrices: dict[int, bool] = {}
        self._lone_list: int | None = None
        self._mapped_roles = {
            str(table.get("table")): table["role"] for table in context.mapping.get("tables", []) if table.get("role")
        }
        candidates = (region for region, _ in regions if not _is_example(region.grid) and not _is_of_others(region))
        richest = max(map(_register_fields, candidates), default=0)
        self._roles = {id(region): self._role(region, table, richest) for region, table in regions}

    def regions_of(self, table: int) -> list[Region]:
        """The regions of a table that come in."""
        return [region for region in self._regions[table] if self.role_of(region) in COME_IN]

    def columns_of(self, table: int, *fields: Field) -> set[int]:
        """The columns of some fields in a table that comes in."""
        return {column.column for region in self.regions_of(table) for column in region.of(*fields)}

    def demote(self, region: Region, table: int, role: Role = Role.REPEATED) -> None:
        """Give a region that repeats another one a role behind that, unless the user says what its table is."""
        if str(table + 1) not in self._mapped_roles:
            self._roles[id(region)] = role

    def role_of(self, region: Region) -> Role:
        return self._roles[id(region)]

    def add_lone_list(self, table: int) -> None:
        """Make a table a register, as it is a list of risks."""
        self._lone_list = table

    def of(self, table: int) -> tuple[Role, Role]:
        """The role of a table, and the reason for it."""
        if table == self._lone_list:
            return Role.REGISTER, Role.LONE_LIST
        roles = [self._roles[id(region)] for region in self._regions[table]]
        for role in (*COME_IN, *_LEFT_OUT):
            if role in roles:
                return (role if role in COME_IN else Role.OTHER), role
        grid = self._grids[table]
        if not grid.cells:
            return Role.OTHER, Role.EMPTY
        kind = Role.MATRIX if self.is_matrix(table) else Role.LEGEND if _is_legend(grid) else Role.OTHER
        return kind, Role.EXAMPLE if kind is Role.OTHER and _is_example(grid) else kind

    def is_matrix(self, table: int) -> bool:
        """Whether a table is a risk matrix."""
        if table not in self._matrices:
            self._matrices[table] = _is_matrix(self._grids[table])
        return self._matrices[table]

    def _role(self, region: Region, table: int, richest: int) -> Role:
        role = self._mapped_roles.get(str(table + 1))
        if role:
            return Role(role) if role in COME_IN else Role.CHOSEN
        if self._answers.get(f"which_table:{table}") == "no":
            return Role.CHOSEN
        fields = {column.field for column in region.columns}
        if not fields & TEXTS:
            linked = bool(fields & {Field.LINK, Field.ID})
            if fields & MEASURES and (linked or table in self._headed_tables):
                return Role.MEASURES
            return Role.MORE if Field.ID in fields and fields & _MORE else Role.OTHER
        if _is_example(region.grid):
            return Role.EXAMPLE
        if _is_of_others(region) and not region.anything:
            return Role.OTHER
        return Role.LIST if _register_fields(region) < _RICH <= richest else Role.REGISTER


def _is_matrix(grid: Grid) -> bool:
    """Whether most cells of a table name levels or scores, in several rows and columns."""
    cells = list(grid.cells.values())
    if len(cells) > _LARGEST_MATRIX:
        return False
    levels = sum(
        rank(read_level(cell.text.split("\n")[0]).name) is not None or cell.text.strip().isdecimal() for cell in cells
    )
    rows = [row for row in grid.by_row.values() if len(row) > 2]
    return len(rows) > 2 and max(map(len, rows)) > 3 and levels >= _MATRIX * len(cells)


def richness(region: Region) -> int:
    """The number of columns with a field, by which regions with the same risks are compared."""
    return sum(column.field is not Field.NOTE for column in region.columns)


def _is_legend(grid: Grid) -> bool:
    if len(grid.cells) > _LONGEST_LIST:
        return False
    ranked_cells = [
        cell for cell in grid.cells.values() if len(cell.text) < 40 and rank(read_level(cell.text).name) is not None
    ]
    return len(ranked_cells) >= 3 and 4 * len(ranked_cells) >= len(grid.cells)


def _is_of_others(region: Region) -> bool:
    """Whether a region is about issues, money or people, and nothing in or above its heads is about risks."""
    name_words = {word for column in region.of(*TEXTS) for word in words(column.name)}
    heads = {word for column in region.columns for word in words(column.path)}
    # An issue has happened already, so it has no likelihood.
    issues = not _ISSUES.isdisjoint((*name_words, *words(region.grid.table.name))) and not region.of(
        Field.LIKELIHOOD, Field.PAIR, Field.LEVEL_MARK
    )
    rated = region.of(*LEVELS, *MEASURES, Field.RESPONSE, Field.LEVEL_MARK, Field.PAIR, Field.SCORE)
    if not (issues or (not rated and heads & _OTHERS)):
        return False
    above = (cell.text for row, cells in region.grid.by_row.items() if row < region.top for cell in cells)
    return heads.union(*map(words, (region.grid.table.name, *above))).isdisjoint(RISK_WORDS)


def _is_example(grid: Grid) -> bool:
    return bool(_EXAMPLE.search(fold(grid.table.name)))


def _register_fields(region: Region) -> int:
    """The number of fields that make a list of risks a register."""
    fields = {column.field for column in region.columns}
    rich = (
        *LEVELS,
        *MEASURES,
        Field.OWNER,
        Field.RESPONSE,
        Field.STATUS,
        Field.LEVEL_MARK,
        Field.ACTION_OWNER,
        Field.DUE,
    )
    pair = bool(fields & MEASURES) and bool(fields & TEXTS)
    return len(fields & set(rich)) + pair
