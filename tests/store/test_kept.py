"""Stores of every format ever shipped are opened for good."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from riskdesk.desk import health
from riskdesk.desk.session import Session
from riskdesk.domain.values import Language, MitigationStatus, Response
from riskdesk.store import file_format

KEPT = Path(__file__).parents[1] / "data" / "stores"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return Path(shutil.copy(KEPT / "format-1.riskdesk", tmp_path))


def test_each_format_is_kept() -> None:
    assert {path.name for path in KEPT.glob("*.riskdesk")} == {
        f"format-{number}.riskdesk" for number in range(1, file_format.FORMAT + 1)
    }


def test_it_is_sound(kept: Path) -> None:
    assert health.check(kept) == []


def test_it_holds_what_it_held(kept: Path) -> None:
    with closing(Session.open(kept, "me", read_only=True)) as session:
        kazakhstan, french = (session.tree(register.id) for register in session.registers())
    risks = list(kazakhstan.risks)
    assert len(risks) == 32
    assert len(list(kazakhstan.mitigations)) == 39
    owned = next(risk for risk in risks if risk.owner)
    assert (owned.owner, owned.likelihood, owned.response) == ("Қ. Әлімов", 5, Response.REDUCE)
    assert owned.next_review == date(2027, 1, 15)
    assert next(kazakhstan.mitigations).status is MitigationStatus.DONE
    assert [risk.description for risk in kazakhstan.categories[0].risks][-1] == "<b>Not markup</b> & =1+1"
    assert kazakhstan.categories[3].category.title.startswith("Risks associated with financial")
    assert french.register.language is Language.FRENCH


def test_its_past_can_be_taken_back(kept: Path) -> None:
    with closing(Session.open(kept, "me")) as session:
        labels = []
        while session.undo_label:
            labels.append(session.undo_label)
            session.undo()
        assert labels[0] == labels[-1] == "New register"
        assert labels[1:3] == ["Add entry", "Move category"]
        assert session.registers() == []
