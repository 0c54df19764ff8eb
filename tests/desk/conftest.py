"""A session on the Kazakhstan register, with a print set."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.printing import Column, Kind
from riskdesk.domain.values import Language, PrintSet


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    tree = template("kazakhstan-2024-2027", Language.ENGLISH)
    board = PrintSet(register=tree.register.id, name="Board", kind=Kind.WORKING, columns=(Column.SCORE, Column.OWNER))
    with closing(Session.create(tmp_path / "store.riskdesk", "A. Tester")) as opened:
        opened.run(registers.add(replace(tree, print_sets=(board,))))
        yield opened


@pytest.fixture
def register(session: Session) -> str:
    return session.registers()[0].id
