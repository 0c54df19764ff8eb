"""The tables of a store as SQLAlchemy writes to them; `file_format` has them as they stand in the file."""

import json

from sqlalchemy import (
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

from riskdesk.domain.records import KINDS, kind_name, parent_field
from riskdesk.store.file_format import canonical

metadata = MetaData()


class Json(TypeDecorator[object]):
    """A column of canonical JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, _dialect: Dialect) -> str:
        return canonical(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> object:
        return json.loads(value or "null")


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _optional(name: str) -> Column[str]:
    return Column(name, Text)


def _level(name: str) -> Column[int]:
    return Column(name, Integer, CheckConstraint(f"{name} > 0"))


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True, nullable=False)


def _parent(name: str) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{name}.id"), nullable=False)


def _position() -> Column[int]:
    return Column("position", Integer, CheckConstraint("position >= 0"), nullable=False)


store = Table("store", metadata, _id(), _text("created"), _text("riskdesk"), sqlite_strict=True)

step = Table(
    "step",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("at"),
    _text("who"),
    _text("label"),
    Column("undoes", Integer),
    _text("changes"),
    _text("previous"),
    _text("hash"),
    sqlite_strict=True,
)

Index("step_that_undoes", step.c.undoes, sqlite_where=step.c.undoes.is_not(None))

# The index of the journal: derived from it, and found by register or by item.
touch = Table(
    "touch",
    metadata,
    Column("register", Text, primary_key=True, nullable=False),
    Column("step", Integer, primary_key=True, nullable=False),
    Column("item", Text, primary_key=True, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
Index("touch_of_item", touch.c.item, touch.c.step)

register = Table(
    "register",
    metadata,
    _id(),
    _position(),
    *map(_text, ("title", "reference")),
    _optional("date"),
    *map(_text, ("prepared_by", "approval", "heading")),
    *map(_optional, ("period_start", "period_end")),
    *map(_text, ("language", "handling_mark")),
    Column("scale", Json, nullable=False),
    Column("references", Integer, nullable=False),
    sqlite_strict=True,
)

print_set = Table(
    "print_set",
    metadata,
    _id(),
    _parent("register"),
    _position(),
    *map(_text, ("name", "kind", "paper", "orientation")),
    Column("columns", Json, nullable=False),
    Column("ended", Integer, CheckConstraint("ended IN (0, 1)"), nullable=False),
    sqlite_strict=True,
)

category = Table("category", metadata, _id(), _parent("register"), _position(), _text("title"), sqlite_strict=True)

entry = Table("entry", metadata, _id(), _parent("category"), _position(), sqlite_strict=True)

risk = Table(
    "risk",
    metadata,
    _id(),
    _parent("entry"),
    _position(),
    *map(_text, ("description", "reference", "title")),
    *map(_level, ("likelihood", "impact", "residual_likelihood", "residual_impact")),
    _text("reason"),
    _optional("response"),
    _text("owner"),
    *map(_optional, ("status", "proximity")),
    _text("trigger"),
    *map(_optional, ("identified_on", "last_review", "next_review")),
    *map(_text, ("escalated_to", "note")),
    sqlite_strict=True,
)

mitigation = Table(
    "mitigation",
    metadata,
    _id(),
    _parent("entry"),
    _position(),
    *map(_text, ("description", "action_owner")),
    *map(_optional, ("due_date", "status")),
    sqlite_strict=True,
)

snapshot = Table(
    "snapshot",
    metadata,
    _id(),
    _parent("register"),
    _position(),
    *map(_text, ("name", "date", "document")),
    sqlite_strict=True,
)

TABLES = {table.name: table for table in (register, print_set, category, entry, risk, mitigation, snapshot)}
for _kind in KINDS.values():
    if _of := parent_field(_kind):
        Index(f"{kind_name(_kind)}_of_{_of}", TABLES[kind_name(_kind)].c[_of])
