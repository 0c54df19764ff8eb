"""Writing to a store with SQLAlchemy, in transactions of our own."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sqlalchemy import Connection, Engine, bindparam, column, create_engine, event, table
from sqlalchemy.pool import StaticPool

from riskdesk.domain.records import KINDS, field_names
from riskdesk.domain.step import Change
from riskdesk.domain.touch import Touch
from riskdesk.store.connection import StoreConnection
from riskdesk.store.file_format import packed

_TABLES = {kind: table(kind, *map(column, field_names(kind))) for kind in KINDS}
# The name by which a statement is given the id of its row; no column is called that.
_ROW = "row_id"
# Parents before what lies in them.
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_STATEMENTS = {
    kind: {
        "insert": values.insert(),
        "update": values.update().where(values.c.id == bindparam(_ROW)),
        "delete": values.delete().where(values.c.id == bindparam(_ROW)),
    }
    for kind, values in _TABLES.items()
}
_STEP = table("step", *map(column, ("number", "at", "who", "label", "undoes", "changes", "previous", "hash")))
_TOUCH = table("touch", *map(column, ("register", "step", "item")))


def engine(raw: StoreConnection) -> Engine:
    """An engine on an open connection; each of its transactions is explicit and writes."""
    made = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    event.listen(made, "begin", _begin)
    return made


class Writer:
    """Writes changes and steps in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, *changes: Change) -> None:
        """Make changes in order: add a row, delete it, or update what differs; those alike by one statement."""
        for (kind, way, _), alike in groupby(_in_order(changes), _way):
            # Values that are given apart cost half of what they cost within a statement.
            rows = [{_ROW: it.id} | packed(kind, it.after or {}) for it in alike]
            self._connection.execute(_STATEMENTS[kind][way], rows)

    def add_step(self, told: Mapping[str, object]) -> None:
        """Add a row to the journal."""
        self._connection.execute(_STEP.insert(), told)

    def add_touches(self, number: int, touched: Iterable[Touch]) -> None:
        """Add what a step touches to the index of the journal."""
        rows = [{"register": register, "step": number, "item": item} for register, item in touched]
        if rows:
            self._connection.execute(_TOUCH.insert(), rows)


def _in_order(changes: Iterable[Change]) -> Iterator[Change]:
    """Changes that lead to the same, of which more follow alike: what comes in comes by kinds, parents first."""
    for comes, run in groupby(changes, lambda change: change.before is None):
        if comes:
            yield from sorted(run, key=lambda change: _RANK[change.kind])
        else:
            yield from run


def _way(change: Change) -> tuple[str, str, tuple[str, ...]]:
    """What changes have in common that one statement makes."""
    if change.after is None:
        return change.kind, "delete", ()
    return change.kind, "insert" if change.before is None else "update", tuple(change.after)


def _begin(connection: Connection) -> None:
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, StoreConnection), "the engine was made on one"
    raw.look_beside()
    # A deferred BEGIN that writes later fails at once when another writer came between, whatever the timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
