"""Which store opens: the one that is named, or the user's own, made with an example on the first start."""

from pathlib import Path

from riskdesk.app import places
from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language


def open_own() -> Session:
    """The user's own store; on the first start it is made and holds the example register."""
    path = places.own_store()
    if path.exists():
        return Session.open(path, places.who())
    session = Session.create(path, places.who())
    session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
    return session


def open_named(path: Path) -> Session:
    """The store at `path`, read only where it may not be written."""
    return Session.open(path, places.who())
