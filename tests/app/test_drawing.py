"""“riskdesk matrix”: a picture without a screen, in the language and of the side that are asked for."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language, RiskStatus


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


def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """The command as on a computer without a screen."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    place = {name: value for name, value in os.environ.items() if name not in hidden} | {"LC_ALL": "C"}
    command = [sys.executable, "-m", "riskdesk.app", "matrix", *map(str, arguments)]
    return subprocess.run(command, env=place, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("options", "told", "untold"),
    [
        ([], ["Before mitigation", "R-01", "Likelihood"], ["R-02"]),
        (["--ended"], ["R-01", "R-02"], []),
        (["--kind", "residual"], ["After mitigation (residual)", "Not assessed (29)"], []),
        (["--kind", "both", "--language", "fr"], ["Matrice des risques", "Probabilité"], ["Likelihood"]),
        (["--register", "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"], ["R-01"], []),
    ],
)
def test_a_matrix_is_written_as_svg(store: Path, options: list[str], told: list[str], untold: list[str]) -> None:
    out = store.with_name("out.svg")
    done = run(store, out, *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = out.read_text("utf-8")
    assert [text for text in told if text not in written] == []
    assert [text for text in untold if text in written] == []


def test_a_matrix_is_written_as_png(store: Path) -> None:
    assert run(store, store.with_name("out.png")).returncode == 0
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
def test_what_cannot_be_written_is_told_in_a_sentence(store: Path, name: str, words: str) -> None:
    store.with_name("other.png").write_text("Words")
    before = store.read_bytes()
    done = run(store, store.with_name(name) if "/" not in name else store.parent / name)
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert store.read_bytes() == before
    assert store.with_name("other.png").read_text() == "Words"


def test_an_unknown_kind_is_wrong_use(store: Path) -> None:
    assert run(store, store.with_name("out.svg"), "--kind", "neither").returncode == 2
