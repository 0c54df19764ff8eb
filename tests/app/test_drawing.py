"""“riskdesk matrix”: a picture without a screen, in the language and of the side that are asked for."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.app.main import main
from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language, RiskStatus
from tests.app.in_turn import run_in_turn

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "a.riskdesk"
    with closing(Session.create(path, "A. Tester")) as session:
        tree = template("kazakhstan-2024-2027", Language.ENGLISH)
        session.run(registers.add(tree))
        first, second, *_ = tree.risks
        session.run(risks.edit(first.id, likelihood=4, impact=3, residual_likelihood=1, residual_impact=1))
        session.run(risks.edit(second.id, likelihood=2, impact=2, status=RiskStatus.CLOSED))
    return path


def run(*arguments: object) -> int:
    return main(["matrix", *map(str, arguments)])


def test_no_screen_is_needed(store: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    place = {name: value for name, value in os.environ.items() if name not in hidden} | {"LC_ALL": "C"}
    drawn = [store.with_name("out.svg"), store.with_name("out.png")]
    done = run_in_turn(place, *(("matrix", str(store), str(out)) for out in drawn))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert all(out.stat().st_size > 1000 for out in drawn)


@pytest.mark.parametrize(
    ("options", "expected", "unexpected"),
    [
        ([], ["Before mitigation", "R-01", "Likelihood", "rejected risks left out:\u00a01"], ["R-02"]),
        (["--ended"], ["R-01", "R-02"], ["left out"]),
        (["--kind", "residual"], ["After mitigation (residual)", "Not assessed (29)"], []),
        (["--kind", "both", "--language", "fr"], ["Matrice des risques", "Probabilité"], ["Likelihood"]),
        (["--register", "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"], ["R-01"], []),
    ],
)
def test_a_matrix_is_written_as_svg(
    store: Path, capsys: pytest.CaptureFixture[str], options: list[str], expected: list[str], unexpected: list[str]
) -> None:
    out = store.with_name("out.svg")
    assert run(store, out, *options) == 0
    assert capsys.readouterr() == ("", "")
    written = out.read_text("utf-8")
    assert [text for text in expected if text not in written] == []
    assert [text for text in unexpected if text in written] == []


def test_a_matrix_is_written_as_png(store: Path) -> None:
    assert run(store, store.with_name("out.png")) == 0
    assert store.with_name("out.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("out.gif", "choose one of .svg, .png"),
        ("a.riskdesk", "choose one of .svg, .png"),
        ("other.png", "is there already and is no PNG file"),
        ("nowhere/out.svg", "nowhere"),
    ],
)
def test_what_cannot_be_written_is_told_in_a_sentence(
    store: Path, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    store.with_name("other.png").write_text("Words")
    before = store.read_bytes()
    assert run(store, store.parent / name) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert words in output.err
    assert output.err.count("\n") == 1
    assert store.read_bytes() == before
    assert store.with_name("other.png").read_text() == "Words"


def test_an_unknown_kind_is_wrong_use(store: Path) -> None:
    assert run(store, store.with_name("out.svg"), "--kind", "neither") == 2
