"""A private copy of the office's Word template is kept, and goes when it is not wanted any more."""

import os
import stat
from pathlib import Path

import pytest

from riskdesk.desk import word_template
from riskdesk.domain.problems import FileProblem
from tests.exchange.word.offices import office


def test_a_template_is_kept_for_its_user_alone_and_forgotten(tmp_path: Path) -> None:
    source, copy_path = office(tmp_path / "office.docx"), tmp_path / "own" / "template.docx"
    assert word_template.kept_at(copy_path) is None
    word_template.keep(source, copy_path)
    assert word_template.kept_at(copy_path) == copy_path
    assert copy_path.read_bytes() == source.read_bytes()
    if os.name == "posix":
        assert [stat.S_IMODE(path.stat().st_mode) for path in (copy_path.parent, copy_path)] == [0o700, 0o600]
    word_template.forget(copy_path)
    assert word_template.kept_at(copy_path) is None
    word_template.forget(copy_path)


def test_a_template_that_cannot_be_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "template.docx").mkdir()
    with pytest.raises(FileProblem, match=r"template\.docx cannot be removed"):
        word_template.forget(tmp_path / "template.docx")
