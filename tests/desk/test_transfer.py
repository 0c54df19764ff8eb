"""What goes out and comes in: how far it is, what is told in the end, and nothing if it is given up."""

import datetime
import os
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import registers, transfer
from riskdesk.desk.formats import FORMATS, Exported, Request
from riskdesk.desk.templates import template
from riskdesk.domain.attaching import Attached
from riskdesk.domain.document import to_document
from riskdesk.domain.growing import grow
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, RiskStatus
from tests.checkpoints import Shares
from tests.desk.standing import register_of

NOW = datetime.datetime(2026, 11, 28, 9, tzinfo=datetime.UTC)


def register(missing: str = "") -> RegisterTree:
    """One risk of two is closed, and a mitigation has a text that no font may have."""
    tree, _ = registers.renumbered(register_of(f"A: r0 r1 | m{missing}"))
    closed = {next(tree.risks).id: RiskStatus.CLOSED}
    return grow(replace(value, status=closed[value.id]) if value.id in closed else value for value in tree.values)


def kazakhstan() -> RegisterTree:
    return template("kazakhstan-2024-2027", Language.ENGLISH)


@pytest.mark.parametrize("name", ["out.json", "OUT.JSON"])
def test_a_register_document_is_written_in_one_go(tmp_path: Path, name: str) -> None:
    tree = register()
    exported = transfer.export(Request(tree, Print(), NOW, NOW.date()), tmp_path / name)
    assert exported == Exported(to_document(tree).encode())
    assert (tmp_path / name).read_text("utf-8") == to_document(tree)


@pytest.mark.parametrize("name", ["out.pdf", "Out.PDF"])
def test_a_pdf_tells_how_far_it_is_and_what_is_in_it(tmp_path: Path, name: str) -> None:
    how = Print(DocumentKind.WORKING, columns=("reference", "description"))
    request, shares = Request(register("\U0010fffd"), how, NOW, NOW.date()), Shares()
    exported = transfer.export(request, tmp_path / name, checkpoint=shares)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert (tmp_path / name).read_bytes().startswith(b"%PDF-")
    assert exported.attached is Attached.ALL
    appendix = transfer.export(Request(register("\U0010fffd"), Print(), NOW, NOW.date()), tmp_path / name)
    assert appendix == Exported((tmp_path / name).read_bytes(), ("\U0010fffd",), 1, Attached.PRINTED)


def test_what_is_given_up_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    for before in (None, b"%PDF- of yesterday"):
        if before:
            out.write_bytes(before)
        with pytest.raises(Cancelled):
            transfer.export(Request(register(), Print(), NOW, NOW.date()), out, checkpoint=Shares(0))
        assert [path.read_bytes() for path in tmp_path.iterdir()] == ([before] if before else [])


@pytest.mark.parametrize("name", ["out.csv", "out.docx", "out.html", "out.json", "out.md", "out.pdf", "out.xlsx"])
def test_what_is_given_up_once_it_is_made_is_not_written(tmp_path: Path, name: str) -> None:
    request, out, calls = Request(register(), Print(), NOW, NOW.date()), tmp_path / name, list[bool]()

    def checkpoint(_share: float | None = None, /) -> None:
        calls.append(out.exists())

    def until_the_last(_share: float | None = None, /) -> None:
        left.pop()
        if not left:
            raise Cancelled

    transfer.export(request, out, checkpoint=checkpoint)
    out.unlink()
    left = calls.copy()
    with pytest.raises(Cancelled):
        transfer.export(request, out, checkpoint=until_the_last)
    assert not out.exists()


@pytest.mark.parametrize(
    ("ending", "layout"),
    [
        (ending, layout)
        for ending in (".xlsx", ".docx")
        for layout in FORMATS[ending].layouts
        if layout is not Layout.LIST
    ],
)
def test_a_workbook_and_a_document_tell_how_far_they_are(tmp_path: Path, ending: str, layout: Layout) -> None:
    request, shares = Request(kazakhstan(), Print(), NOW, NOW.date(), layout), Shares()
    transfer.export(request, tmp_path / f"out{ending}", checkpoint=shares)
    assert len(shares) >= len(kazakhstan().categories)
    assert shares[0] == 0
    assert 0.6 < shares[-1] < 1
    assert shares == sorted(shares)


@pytest.mark.parametrize("has_template", [False, True])
def test_a_document_can_be_given_up_while_its_rows_are_written(tmp_path: Path, *, has_template: bool) -> None:
    ours = tmp_path / "template.docx"
    transfer.export(Request(register(), Print(), NOW, NOW.date()), ours)
    request = Request(kazakhstan(), Print(), NOW, NOW.date(), template=ours if has_template else None)
    shares, out = Shares(), tmp_path / "out.docx"
    transfer.export(request, out, checkpoint=shares)
    out.unlink()
    with pytest.raises(Cancelled):
        transfer.export(request, out, checkpoint=Shares(len(shares) - 1))
    assert not out.exists()


@pytest.mark.parametrize("name", ["out.odt", "out", ".pdf"])
def test_an_unknown_ending_is_refused_with_those_that_are_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputProblem, match=r"no format that Riskdesk knows; choose one of \.pdf, "):
        transfer.export(Request(register(), Print(), NOW, NOW.date()), tmp_path / name)
    (tmp_path / name).write_text("Dear all")
    with pytest.raises(InputProblem, match=r"no format that Riskdesk knows; choose one of \.json, \.pdf"):
        transfer.read(tmp_path / name, Language.ENGLISH)


@pytest.mark.parametrize("name", ["a.json", "a.PDF"])
def test_what_went_out_comes_in_again(tmp_path: Path, name: str) -> None:
    tree = register()
    transfer.export(Request(tree, Print(DocumentKind.WORKING), NOW, NOW.date()), tmp_path / name)
    assert transfer.read(tmp_path / name, Language.FRENCH) == tree


def test_a_file_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        transfer.read(tmp_path / "a.json", Language.ENGLISH)


def test_an_export_removes_what_a_killed_one_has_left(tmp_path: Path) -> None:
    leftover = tmp_path / ".riskdesk-0123abcd.part"
    leftover.write_bytes(b"half an export")
    os.utime(leftover, (1_000_000_000, 1_000_000_000))
    transfer.export(Request(register(), Print(), NOW, NOW.date()), tmp_path / "a.json")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
