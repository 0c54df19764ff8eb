"""A register goes out and comes back: equal, or with the difference that the documentation names and no other."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.desk import importing, registers, transfer
from riskdesk.desk.formats import Request
from riskdesk.desk.templates import TEMPLATES, template
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import reading
from tests.domain.any_tree import NOW, any_trees

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "register-document.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


def through(out: Path, tree: RegisterTree, how: Print | None = None, language: Language | None = None) -> Path:
    layout = None if out.suffix == ".pdf" else Layout.REGISTER
    transfer.export(Request(tree, how or Print(), NOW, NOW.date(), layout, language=language), out)
    return out


@pytest.fixture(scope="module")
def in_process() -> Iterator[None]:
    """Read in this process, as hypothesis reads hundreds of files; one test below asks the real one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            importing.asking, "read", lambda path, encoding="", _checkpoint=None: reading.read(path, encoding)
        )
        yield


@pytest.mark.slow
@pytest.mark.usefixtures("in_process")
@given(tree=any_trees(), language=st.none() | st.sampled_from(Language))
@settings(deadline=None)
def test_csv_brings_back_all_but_what_stands_beside_the_categories(
    folder: Path, tree: RegisterTree, language: Language | None
) -> None:
    file_import = importing.read(through(folder / "a.csv", tree, language=language), Language.ENGLISH)
    assert file_import.tree == replace(tree, print_sets=(), saved_views=(), waivers=())
    assert (file_import.messages, file_import.questions, file_import.left_out) == ((), (), ())


@pytest.mark.slow
@given(tree=any_trees())
@settings(deadline=None)
def test_json_brings_back_everything_and_is_as_its_schema_says(folder: Path, tree: RegisterTree) -> None:
    out = through(folder / "a.json", tree)
    assert transfer.read(out, Language.ENGLISH) == tree
    jsonschema.validate(json.loads(out.read_text("utf-8")), SCHEMA)


@pytest.mark.slow
@given(tree=any_trees(), language=st.none() | st.sampled_from(Language))
@settings(deadline=None, max_examples=15)
def test_a_pdf_of_the_summary_brings_back_everything(
    folder: Path, tree: RegisterTree, language: Language | None
) -> None:
    out = through(folder / "a.pdf", tree, Print(DocumentKind.SUMMARY, attach=True), language)
    assert transfer.read(out, Language.ENGLISH) == tree


@pytest.mark.parametrize("kind", [DocumentKind.WORKING, DocumentKind.APPENDIX])
@pytest.mark.parametrize("language", Language)
def test_a_pdf_with_its_words_in_the_other_language_brings_back_the_register_in_its_own(
    folder: Path, kind: DocumentKind, language: Language
) -> None:
    tree = template("kazakhstan-2024-2027", Language.ENGLISH)
    out = through(folder / "c.pdf", tree, Print(kind, attach=True), language)
    back = transfer.read(out, Language.FRENCH)
    assert (back.register.language, back.register.heading) == (Language.ENGLISH, tree.register.heading)
    assert {risk.language for risk in back.risks} == {None}


@pytest.mark.slow
@given(tree=any_trees())
@settings(deadline=None, max_examples=15)
def test_a_pdf_of_the_appendix_brings_back_what_it_prints(folder: Path, tree: RegisterTree) -> None:
    back = transfer.read(through(folder / "b.pdf", tree, Print(DocumentKind.APPENDIX, ended=True)), Language.ENGLISH)
    assert [category.category.title for category in back.categories] == [
        category.category.title for category in tree.categories
    ]
    for side in ("risks", "mitigations"):
        original, returned = ([getattr(entry, side) for entry in source.entries] for source in (tree, back))
        assert [[bullet.description for bullet in bullets] for bullets in returned] == [
            [bullet.description for bullet in bullets] for bullets in original
        ]


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("language", Language)
def test_what_ships_goes_through_csv_and_the_process_that_reads_files(
    folder: Path, name: str, language: Language
) -> None:
    tree = registers.renumbered(template(name, language))[0]
    assert importing.read(through(folder / "b.csv", tree), Language.ENGLISH).tree == tree


def test_the_same_register_is_the_same_file(tmp_path: Path) -> None:
    tree = template("coe", Language.FRENCH)
    for name in ("a.csv", "a.json", "a.html", "a.md"):
        layout = Layout.REGISTER if name in ("a.csv", "a.json") else Layout.APPENDIX
        outs = [tmp_path / f"{number}-{name}" for number in range(2)]
        for out in outs:
            transfer.export(Request(tree, Print(), NOW, NOW.date(), layout), out)
        assert outs[0].read_bytes() == outs[1].read_bytes()
