"""Register documents as files: one sentence about whatever is no such file, and no more is read than fits."""

import os
from pathlib import Path

import pytest

from riskdesk.desk import transfer
from riskdesk.domain.problems import FileProblem, InputProblem, Problem
from riskdesk.domain.values import Language
from tests.systems import needs_links, needs_pipes


def refusal(path: Path) -> str:
    with pytest.raises(Problem) as problem:
        transfer.read(path, Language.ENGLISH)
    return str(problem.value)


@pytest.mark.parametrize("content", [b'{"title": "In"}', b'\xef\xbb\xbf{"title": "In"}'])
def test_a_document_is_read_with_and_without_a_mark_of_its_order(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    assert transfer.read(tmp_path / "a.json", Language.ENGLISH).register.title == "In"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", "This is no JSON that can be read: it breaks off or is damaged at line 1, column 1; save it again"),
        ('{"title": "In"}'.encode("utf-16"), "is not text in UTF-8"),
        (b'{"title": "\xff"}', "is not text in UTF-8"),
        (b"[" * 100_000, "more than 16 lists and objects inside each other"),
        (b"[" + b"0," * 2_000_001 + b"0]", "holds more than 2,000,000 values; divide the register"),
        (b'{"format": "other"}', "This JSON file is not a register; choose one"),
        (b'{"title": "In", "version": 99}', "has version 99"),
        (b'{"categories": [{"title": "\\u0007"}]}', "cannot be read at /categories/1: The text holds the control"),
        (
            b'{"categories": [{"entries": [{"risks": [{"likelihood": 9}]}]}]}',
            "a level that is not in the register's scale",
        ),
    ],
)
def test_what_is_no_document_is_told_with_the_file(tmp_path: Path, content: bytes, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    assert refusal(path).startswith(str(path))
    assert text in refusal(path)


@pytest.mark.parametrize("ending", ["json", "pdf"])
@pytest.mark.parametrize("name", ["missing.{}", "no\0name.{}", "x" * 300 + ".{}", "missing/a.{}"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str, ending: str) -> None:
    assert "cannot be read (" in refusal(tmp_path / name.format(ending))


@pytest.mark.parametrize("ending", ["json", "pdf"])
def test_a_folder_is_told(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"a.{ending}").mkdir()
    assert "is not a file that can be read" in refusal(tmp_path / f"a.{ending}")


@needs_pipes
@pytest.mark.parametrize("ending", ["json", "pdf"])
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/stdin"])
def test_a_device_is_told(tmp_path: Path, device: str, ending: str) -> None:
    """One of them never ends, the other may never begin."""
    (tmp_path / f"a.{ending}").symlink_to(device)
    assert "a." + ending in refusal(tmp_path / f"a.{ending}")


@needs_pipes
@pytest.mark.parametrize("ending", ["json", "pdf"])
def test_a_pipe_that_nobody_writes_to_is_told(tmp_path: Path, ending: str) -> None:
    os.mkfifo(tmp_path / f"a.{ending}")
    assert "is not a file that can be read" in refusal(tmp_path / f"a.{ending}")


@needs_pipes
def test_a_file_whose_name_is_no_text_is_told(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json"))
    path.write_bytes(b"{")
    assert "JSON" in refusal(path)
    path.unlink()
    assert refusal(path).encode("utf-8", "surrogateescape").count(b"\xff") == 1


@needs_links
@pytest.mark.skipif(not Path("/proc/self/pagemap").exists(), reason="the system has no files without a size")
def test_a_file_that_says_nothing_of_its_size_is_read_no_further_than_fits(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to("/proc/self/pagemap")
    assert "at most 64 million bytes" in refusal(tmp_path / "a.json")


def test_a_document_that_is_too_large_is_told_with_the_figure(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(64_000_001)
    with pytest.raises(FileProblem, match="it may have at most 64 million bytes; divide the register"):
        transfer.read(path, Language.ENGLISH)
    with path.open("wb") as file:
        file.truncate(64_000_000)
    with pytest.raises(InputProblem, match="damaged at line 1, column 1"):
        transfer.read(path, Language.ENGLISH)
