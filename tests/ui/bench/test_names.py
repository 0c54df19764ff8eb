"""Registers of one title and files of one name can be told apart."""

from pathlib import Path

import pytest

from riskdesk.domain.values import RegisterTitle
from riskdesk.ui.bench.names import file_marks, file_name_among, register_names


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        ([("Armenia", ""), ("Georgia", "")], ["Armenia", "Georgia"]),
        ([("Armenia", "A/1"), ("Georgia", "A/1")], ["Armenia", "Georgia"]),
        ([("Armenia", "A/1"), ("Armenia", "A/2"), ("Georgia", "")], ["Armenia · A/1", "Armenia · A/2", "Georgia"]),
        ([("Armenia", "A/1"), ("armenia", "A/1")], ["Armenia · 1", "armenia · 2"]),
        ([("Armenia", ""), ("Georgia", ""), ("Armenia", "A/2")], ["Armenia · 1", "Georgia", "Armenia · 2"]),
        ([("", ""), ("", "")], ["Untitled register · 1", "Untitled register · 2"]),
        ([("A", "DG/PROG/CoE(2024)18/2027"), ("A", "DG/PROG/CoE(2024)18/2028")], 2 * [None]),
    ],
)
def test_registers(titles: list[tuple[str, str]], names: list[str | None]) -> None:
    labels = register_names([RegisterTitle(str(number), number, *title) for number, title in enumerate(titles)])
    assert len(set(labels.values())) == len(titles)
    assert max(map(len, labels.values())) < 60
    if None not in names:
        assert list(labels.values()) == names


@pytest.mark.parametrize(
    ("paths", "marks"),
    [
        (["/a/x.riskdesk", "/a/y.riskdesk"], ["", ""]),
        (["/a/x.riskdesk", "/b/x.riskdesk"], ["a", "b"]),
        (["/team/2026/x.riskdesk", "/own/2026/x.riskdesk"], ["team", "own"]),
        (["/team/2026/x.riskdesk", "/own/2026/x.riskdesk", "/own/2025/x.riskdesk"], ["team", "/own/2026", "2025"]),
        (["/x.riskdesk", "/a/x.riskdesk"], ["/", "a"]),
        (["/a/X.riskdesk", "/b/x.riskdesk"], ["a", "b"]),
        (["/a/a/x.riskdesk", "/a/x.riskdesk"], ["a", "/a"]),
    ],
)
def test_files(paths: list[str], marks: list[str]) -> None:
    marks_by_path = file_marks(map(Path, paths))
    assert [marks_by_path[Path(path)] for path in paths] == [mark.replace("/", str(Path("/"))) for mark in marks]
    assert len({file_name_among(Path(path), map(Path, paths)).casefold() for path in paths}) == len(paths)
