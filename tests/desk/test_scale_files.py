"""A scale goes round an office in a small file; what is none is refused with one sentence."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from riskdesk.desk import scale_files, scales
from riskdesk.desk.templates import template
from riskdesk.domain.document import to_document
from riskdesk.domain.label import Label
from riskdesk.domain.problems import FileProblem, InputProblem, Problem
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_document import from_scale_document, to_scale_document
from riskdesk.domain.values import Language
from tests.domain.any_scale import scale_values

FIVE = scales.profile("5x5")
TOLD = json.loads(to_scale_document(FIVE))


@given(scale_values())
def test_a_scale_comes_back_as_it_was_saved(scale: Scale) -> None:
    assert from_scale_document(to_scale_document(scale)) == replace(scale, profile="")


@pytest.mark.parametrize("name", scales.PROFILES)
def test_a_shipped_scale_is_known_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / "scale.json"
    scale_files.save(path, scales.profile(name))
    assert scale_files.read(path) == scales.profile(name)


def test_a_scale_that_only_says_so_is_not_a_shipped_one(tmp_path: Path) -> None:
    path = tmp_path / "scale.json"
    mine = replace(FIVE, name=Label.same("Mine"))
    scale_files.save(path, mine)
    assert scale_files.read(path) == replace(mine, profile="")


def test_a_mark_at_the_start_of_a_file_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "scale.json"
    path.write_text(to_scale_document(FIVE), "utf-8-sig")
    assert scale_files.read(path) == FIVE


def changed(**other: object) -> str:
    return json.dumps(TOLD | other)


def banded(*bands: object) -> str:
    return changed(bands=list(bands))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON that can be read"),
        ("{", "no JSON that can be read"),
        ("[]", "not a scale"),
        ("5", "not a scale"),
        ("{}", "not a scale"),
        (to_document(template("blank", Language.ENGLISH)), "not a scale"),
        (changed(version=2), "version 2, and your version of Riskdesk reads version 1"),
        (changed(version=None), "version None"),
        (changed(version="9" * 200), "version 9"),
        (changed(likelihood=[]), "not complete"),
        (changed(impact=[]), "not complete"),
        (changed(likelihood=None), "not complete"),
        (changed(likelihood=[{"name": "Level"}] * 13), "1 to 12 levels"),
        (changed(likelihood=[{"name": "Level"}] * 101), "not complete"),
        (changed(rule="average"), "not complete"),
        (changed(name={"en": "Mine", "fr": "m" * 100_000}), "“Mine”, the text “m+…” has more than 100 characters"),
        (changed(impact=[{"name": "Low", "definition": "d" * 1001}]), "“d+…” has more than 1,000 characters"),
        (changed(rule="table"), "not complete"),
        (changed(table=[[0]]), "no table is needed"),
        (changed(tolerance=9), "not complete"),
        (changed(name=""), "name of its own"),
        (changed(name={"de": "Meine"}), "not complete"),
        (changed(name={"en": "\x1b[31m"}), r"U\+001B"),
        (banded(), "not complete"),
        (banded({"name": "A", "upto": 25, "colour": "mauve"}), "not complete"),
        (banded({"name": "A", "upto": 2.5}), "not complete"),
        (banded({"name": "A", "upto": "25"}), "not complete"),
        (banded({"name": "A", "upto": True}), "not complete"),
        (banded({"name": "A", "upto": 10**40}), "a number of"),
        (banded({"name": "A", "upto": 24}), "highest score, 25"),
        (banded({"name": "A", "upto": 9}, {"name": "B", "upto": 9}, {"name": "C", "upto": 25}), "bands have to rise"),
        (banded({"name": "A", "upto": 9}, {"name": "a", "upto": 25}), "name of its own"),
        (banded({"name": "A"}).replace('"name": "A"', '"name": "A", "upto": NaN'), "NaN at line 1, column"),
        (banded({"name": "A"}).replace('"name": "A"', '"name": "A", "upto": 1e999'), "no number"),
        (changed(format="riskdesk-register"), "not a scale"),
        ('{"format": "riskdesk-scale", "format": "riskdesk-scale"}', "“format” twice"),
        ("[" * 15_000, "more than 6 lists and objects inside each other"),
        ('{"format": "riskdesk-scale", "a": ' + "[" * 30_000 + "]" * 30_000 + "}", "more than 20,000 values"),
    ],
)
def test_a_file_that_is_no_scale_is_refused_with_one_sentence_that_names_it(
    tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "scale.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputProblem, match=message) as problem:
        scale_files.read(path)
    assert str(problem.value).startswith(str(path))
    assert len(str(problem.value)) < 300 + len(str(path))
    assert path.read_text("utf-8") == text


def test_what_is_no_text_or_too_large_or_gone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "scale.json"
    for content in (b"\xff\xfe{}", b"{" * 1_000_001):
        path.write_bytes(content)
        with pytest.raises(Problem):
            scale_files.read(path)
    for wrong in (tmp_path / "gone.json", tmp_path, Path("a\0b")):
        with pytest.raises(FileProblem):
            scale_files.read(wrong)


def test_a_folder_that_is_gone_is_told_when_saving(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        scale_files.save(tmp_path / "gone" / "scale.json", FIVE)


@pytest.mark.parametrize("name", ["store.riskdesk", "scale.json", "notes.txt"])
def test_what_is_no_scale_is_never_written_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"SQLite format 3\0 and so on")
    with pytest.raises(FileProblem, match="is there already and is no JSON file"):
        scale_files.save(path, FIVE)
    assert path.read_bytes() == b"SQLite format 3\0 and so on"


def test_the_open_register_file_is_not_even_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "scale.json"
    path.write_text("{}")
    with pytest.raises(FileProblem, match="is there already"):
        scale_files.save(path, FIVE, open_store=path)
    scale_files.save(path, FIVE)
    assert scale_files.read(path) == FIVE
