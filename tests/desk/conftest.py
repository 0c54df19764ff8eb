"""A session on the Kazakhstan register."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(Session.create(tmp_path / "store.riskdesk", "A. Tester")) as opened:
        opened.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        yield opened


@pytest.fixture
def register(session: Session) -> str:
    return session.registers()[0].id
