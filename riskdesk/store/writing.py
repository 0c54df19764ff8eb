"""Writing to a store with SQLAlchemy, in transactions of our own."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Engine, column, create_engine, event, table
from sqlalchemy.pool import StaticPool

from riskdesk.domain.records import KINDS, field_names
from riskdesk.domain.step import Change
from riskdesk.domain.touch import Touch
from riskdesk.store.connection import StoreConnection
from riskdesk.store.file_format import packed

_TABLES = {kind: table(kind, *map(column, field_names(kind))) for kind in KINDS}
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

    def write(self, change: Change) -> None:
        """Make a change: add a row, delete it, or update what differs."""
        # Values that are given apart cost half of what they cost within a statement.
        values = _TABLES[change.kind]
        row = values.c.id == change.id
        if change.after is None:
            self._connection.execute(values.delete().where(row))
        elif change.before is None:
            self._connection.execute(values.insert(), packed(change.kind, change.after))
        else:
            self._connection.execute(values.update().where(row), packed(change.kind, change.after))

    def add_step(self, told: Mapping[str, object]) -> None:
        """Add a row to the journal."""
        self._connection.execute(_STEP.insert(), told)

    def add_touches(self, number: int, touched: Iterable[Touch]) -> None:
        """Add what a step touches to the index of the journal."""
        rows = [{"register": register, "step": number, "item": item} for register, item in touched]
        if rows:
            self._connection.execute(_TOUCH.insert(), rows)


def _begin(connection: Connection) -> None:
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, StoreConnection), "the engine was made on one"
    raw.look_beside()
    # A deferred BEGIN that writes later fails at once when another writer came between, whatever the timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
