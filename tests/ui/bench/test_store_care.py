"""What the window does for an open store in the background."""

import os
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from riskdesk.desk.session import Session
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.store_care import StoreCare
from riskdesk.ui.bench.workbench import Workbench


@pytest.fixture
def left(session: Session) -> Path:
    """What a program that was killed long ago has left beside the store."""
    part = session.path.with_name(".riskdesk-0123abcd.part")
    part.write_bytes(b"text")
    os.utime(part, (1_000_000_000, 1_000_000_000))
    return part


def test_what_killed_programs_have_left_beside_the_store_is_removed(
    qtbot: QtBot, workbench: Workbench, left: Path
) -> None:
    owner = QObject()
    StoreCare(workbench, owner)
    qtbot.waitUntil(lambda: not left.exists())
    assert workbench.session.path.exists()


def test_where_a_store_is_only_read_it_stays(qtbot: QtBot, session: Session, left: Path) -> None:
    with closing(Session.open(session.path, "me", read_only=True)) as opened:
        owner = QObject()
        StoreCare(Workbench(opened, why_read_only="It is open elsewhere."), owner)
        qtbot.waitUntil(lambda: not Task._running)
    assert left.exists()
