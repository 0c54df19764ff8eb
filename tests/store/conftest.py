"""A store that holds the Kazakhstan register."""

from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language


@pytest.fixture
def kazakhstan(tmp_path: Path) -> Path:
    path = tmp_path / "store.riskdesk"
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return path
