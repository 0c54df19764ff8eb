"""The command that assesses a risk: by reference or id, levels by number or name; what is unknown is told."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.app.assessing import _risk
from riskdesk.app.main import main
from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import NotFound
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import Language, Risk
from tests.labels import undo_label

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def store(kazakhstan_store: Path, tmp_path: Path) -> str:
    path = tmp_path / "programme.riskdesk"
    path.write_bytes(kazakhstan_store.read_bytes())
    return str(path)


def risk(store: str, number: int = 7) -> Risk:
    with closing(Session.open(Path(store), "A. Tester", read_only=True)) as session:
        return list(session.tree(session.registers()[0].id).risks)[number - 1]


@pytest.mark.parametrize(
    ("arguments", "expected", "printed"),
    [
        (["R-07", "4", "3"], Assessment(4, 3), "R-07  L4 I3 12 High"),
        (["r-07 ", "Very High", "low"], Assessment(5, 2), "R-07  L5 I2 10 High"),
        (["R-07", "très élevée", "ÉLEVÉ"], Assessment(5, 4), "R-07  L5 I4 20 Very high"),
        (["R-07", "4", "-"], Assessment(4, None), "R-07  L4 I–"),
        (["R-07", "-", "-"], Assessment(), "R-07  L– I–"),
    ],
)
def test_levels_are_given_by_number_or_name(
    store: str, arguments: list[str], expected: Assessment, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", store, *arguments]) == 0
    assert capsys.readouterr().out == printed + "\n"
    assert risk(store).assessment == expected
    assert risk(store).residual == Assessment()
    assert risk(store, 8).assessment == Assessment()


def test_the_residual_one_is_set_beside_the_other(store: str) -> None:
    assert main(["assess", store, "R-07", "4", "3"]) == 0
    assert main(["assess", "--residual", store, risk(store).id, "2", "1"]) == 0
    assert (risk(store).assessment, risk(store).residual) == (Assessment(4, 3), Assessment(2, 1))


def test_a_step_is_taken_that_undo_takes_back(store: str) -> None:
    assert main(["assess", store, "R-07", "4", "3", "--residual"]) == 0
    with closing(Session.open(Path(store), "A. Tester")) as session:
        register = session.registers()[0].id
        assert undo_label(session, register) == "Assess residual risk"
        session.undo(register)
    assert risk(store).residual == Assessment()


def test_a_dry_run_changes_nothing(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(store).read_bytes()
    assert main(["assess", store, "R-07", "4", "3", "--dry-run"]) == 0
    assert "12 High" in capsys.readouterr().out
    assert Path(store).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["R-99", "4", "3"], "no risk “R-99”; it has: R-01, R-02,"),
        (["", "4", "3"], "no risk “”"),
        (["R-07", "6", "3"], "“6” for likelihood; choose among: 1 Very low, 2 Low, 3 Medium, 4 High, 5 Very high,"),
        (["R-07", "0", "3"], "“0” for likelihood"),
        (["R-07", "4", "Sure"], "“Sure” for impact"),
        (["R-07", "4", "9" * 9999], "for impact"),
        (["R-07", "", "3"], "“” for likelihood"),
    ],
)
def test_what_is_unknown_is_told_with_what_there_is(
    store: str, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(store).read_bytes()
    assert main(["assess", store, *arguments]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert message in line
    assert Path(store).read_bytes() == before


def test_one_of_several_registers_is_chosen(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Session.open(Path(store), "A. Tester")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.FRENCH)))
        second = session.registers()[1].id
    assert main(["assess", store, "R-07", "4", "3"]) == 1
    assert "--register" in capsys.readouterr().err
    assert main(["assess", store, "R-07", "4", "3", "--register", second]) == 0
    assert risk(store).assessment == Assessment()


def test_a_reference_that_two_risks_have_leads_to_neither(store: str) -> None:
    with closing(Session.open(Path(store), "A. Tester", read_only=True)) as session:
        tree = session.tree(session.registers()[0].id)
    first, second, *_ = tree.risks
    entry = next(tree.entries)
    twice = replace(entry, risks=(first, replace(second, reference=first.reference)))
    tree = replace(tree, categories=(replace(tree.categories[0], entries=(twice,)),))
    with pytest.raises(NotFound, match=f"Several.*{first.id}, {second.id}"):
        _risk(tree, first.reference)
    assert _risk(tree, second.id).id == second.id
