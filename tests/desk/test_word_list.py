"""The words that a user has called right are kept, and found in every form."""

from pathlib import Path

import pytest

from riskdesk.desk.word_list import WordList
from riskdesk.domain.problems import FileProblem
from tests.systems import needs_modes


@pytest.mark.parametrize("form", ["logframe", "Logframe", "l'logframe", "L'logframe", "logframe's"])
def test_a_word_is_right_with_a_capital_and_with_what_is_joined_to_it(tmp_path: Path, form: str) -> None:
    known = WordList(tmp_path / "own" / "words.txt")
    assert form not in known
    known.add("l’logframe")
    assert form in known
    assert form in WordList(tmp_path / "own" / "words.txt")


def test_a_name_is_right_as_it_was_added_alone(tmp_path: Path) -> None:
    known = WordList(tmp_path / "words.txt")
    known.add("Astana")
    assert "Astana" in known
    assert "astana" not in known


def test_what_another_window_added_stays(tmp_path: Path) -> None:
    own_words, others_words = WordList(tmp_path / "words.txt"), WordList(tmp_path / "words.txt")
    own_words.add("first")
    others_words.add("second")
    assert (tmp_path / "words.txt").read_text("utf-8").split() == ["first", "second"]
    assert "first" in others_words


def test_a_list_written_by_hand_is_read(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes("\ufeffœuvrette\r\n\r\n  tenge \r\n".encode())
    known = WordList(tmp_path / "words.txt")
    assert all(word in known for word in ("œuvrette", "tenge"))
    assert "" not in known


def test_the_words_stand_in_their_order(tmp_path: Path) -> None:
    for word in ("tenge", "Astana", "akim"):
        WordList(tmp_path / "words.txt").add(word)
    assert (tmp_path / "words.txt").read_text("utf-8") == "akim\nAstana\ntenge\n"


def test_as_many_as_a_list_may_hold_are_read(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(b"tenge".ljust(2**20))
    assert "tenge" in WordList(tmp_path / "words.txt")


@needs_modes
def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    WordList(tmp_path / "own" / "words.txt").add("tenge")
    assert (tmp_path / "own").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "own" / "words.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * (2**20 + 1)], ids=["no text", "too long"])
def test_what_is_no_list_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "words.txt").write_bytes(content)
    WordList(tmp_path / "words.txt").add("tenge")
    assert (tmp_path / "words.txt").read_text("utf-8") == "tenge\n"
    (aside,) = tmp_path.glob("*.unread")
    assert aside.read_bytes() == content


def test_a_word_that_cannot_be_kept_is_right_as_long_as_the_program_runs(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    known = WordList(tmp_path / "file" / "words.txt")
    with pytest.raises(FileProblem):
        known.add("tenge")
    assert "tenge" in known
