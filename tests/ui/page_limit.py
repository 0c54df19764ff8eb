"""A limit to the pages of a store, which it meets as it would a full disk."""

from riskdesk.desk.session import Session


def fill_the_disk(session: Session) -> None:
    """Let the store have no page more than it has."""
    connection = session._store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages}")


def make_room(session: Session) -> None:
    session._store._connection.execute("PRAGMA max_page_count=1000000")
