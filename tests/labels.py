"""What undo and redo would take back, by the labels of the actions."""

from riskdesk.desk.session import Session


def undo_label(session: Session, register: str | None) -> str | None:
    """The label of the action that `undo` takes back; None if there is none."""
    return getattr(session.undoable(register), "label", None)


def redo_label(session: Session, register: str | None) -> str | None:
    """The label of the action that `redo` makes again; None if there is none."""
    return getattr(session.redoable(register), "label", None)
